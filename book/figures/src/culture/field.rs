//! One broadcast to all, weak and strong: how many regions are left.

use demarche::culture::record::{self, Runs, STRENGTHS};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{fixed, literal, short};
use crate::kit::{Axis, Frame, Ink, Plot, Shape, Svg};
use crate::settings::Settings;

pub(super) const FIELD: Figure = Figure {
    name: "culture-field",
    title: "One broadcast to all: how many regions?",
    controls: &[
        slider(
            "k",
            "Contacts with the field, 1 (0.001) to 11 (0.99)",
            "",
            [1.0, 11.0, 1.0],
            10.0,
        ),
        choice(
            "q",
            "Traits of each of five features",
            &[("five", "5"), ("ten", "10"), ("fifteen", "15")],
            "five",
        ),
    ],
    play: Some("k"),
    guess: Some(Guess {
        question: "A hundred villages, five features of five traits: left to themselves \
                   they end as one region, nineteen times in twenty. Now nine contacts \
                   in ten are with one broadcast that tells everybody the same. How \
                   many regions, on average?",
        unit: "regions",
        range: [1.0, 40.0, 1.0],
        start: 1.0,
        answer: |_| Some(record::FIELD[0].1[10].mean()),
    }),
    draw,
    rust,
};

fn here(settings: &Settings) -> (u8, [Runs; STRENGTHS.len()]) {
    record::FIELD[settings.choice("q")]
}

fn draw(settings: &Settings) -> Drawing {
    let (least, most) = (-3.0, libm::log10(STRENGTHS[11]));
    let marks = [
        (-3.0, "0.001"),
        (-2.0, "0.01"),
        (-1.0, "0.1"),
        (libm::log10(0.5), "0.5"),
        (most, "0.99"),
    ];
    let axes = || {
        Plot::new(
            Axis::new("Contacts with the field, B", least, most).marks(&marks),
            Axis::new("Regions in the end", 0.0, 50.0),
        )
    };
    let (k, (_, own)) = (settings.count("k"), here(settings));
    let x = libm::log10(STRENGTHS[k]);
    let mut plot = axes();
    for (ink, (traits, runs)) in
        [Ink::A, Ink::B, Ink::C].into_iter().zip(record::FIELD)
    {
        let mut points = Vec::new();
        for (strength, runs) in STRENGTHS.iter().zip(runs).skip(1) {
            points.push((libm::log10(*strength), runs.mean()));
        }
        let mut name = short(f64::from(traits), 0);
        name.push_str(" traits");
        plot.line(ink, &name, &points);
    }
    plot.upright(Ink::Strong, x, "");
    plot.dot(Shape::Circle, Ink::Strong, x, own[k].mean(), &fixed(own[k].mean(), 2));
    for k in 1..STRENGTHS.len() {
        let place = |k: usize| libm::log10(STRENGTHS[k.clamp(1, 11)]);
        let (from, to) =
            (place(k - 1).midpoint(place(k)), place(k).midpoint(place(k + 1)));
        plot.press(from, to, "k", &short(k as f64, 0));
    }
    if let Some(guess) = settings.guess() {
        let asked = libm::log10(STRENGTHS[10]);
        plot.dot(Shape::Cross, Ink::B, asked, guess, "your guess");
    }
    let mut known = axes();
    known.upright(Ink::Strong, x, "");
    let mut svg = Svg::new(settings, 300.0);
    let frame = Frame::new(0.0, 0.0, settings.width(), 300.0);
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| plot.draw(svg, frame));
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

fn sentence(settings: &Settings) -> String {
    let (k, (traits, own)) = (settings.count("k"), here(settings));
    format!(
        "{traits} traits, field {}: {} regions on average (standard error {}), instead of \
         {} without a field.",
        short(STRENGTHS[k], 3),
        fixed(own[k].mean(), 2),
        fixed(own[k].error(), 2),
        fixed(own[0].mean(), 2),
    )
}

fn table(settings: &Settings) -> Table {
    let mut table = Table::new(["Field", "Regions", "Standard error"]);
    for (strength, runs) in STRENGTHS.iter().zip(here(settings).1) {
        table.push([
            &short(*strength, 3),
            &fixed(runs.mean(), 2),
            &fixed(runs.error(), 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let (k, (_, own)) = (settings.count("k"), here(settings));
    format!(
        "use demarche::culture::record::{{FIELD, STRENGTHS}};\n\
         let (traits, runs) = FIELD[{}];\n\
         assert_eq!((traits, STRENGTHS[{k}]), ({}, {}));\n\
         assert!((runs[{k}].mean() - {}).abs() < 1e-6);\n",
        settings.choice("q"),
        here(settings).0,
        literal(STRENGTHS[k]),
        fixed(own[k].mean(), 6),
    )
}
