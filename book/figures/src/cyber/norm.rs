//! What a norm is worth under false alarms, however patient all are.

use demarche::cyber::Norm;
use demarche::numbers::Discount;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, percent};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const NORM: Figure = Figure {
    name: "cyber-norm",
    title: "What false alarms leave of a norm",
    controls: &[
        slider("p", "Alarms when nobody cheats", "%", [0.0, 60.0, 1.0], 10.0),
        slider("q", "Alarms when somebody does", "%", [10.0, 100.0, 5.0], 60.0),
        slider("g", "What cheating brings", "", [0.1, 2.0, 0.1], 0.5),
    ],
    play: Some("p"),
    guess: Some(Guess {
        question: "An alarm is right in 60 of 100 rounds in which somebody cheats, and \
                   cheating brings half as much again as restraint. Nobody cheats. From \
                   how many false alarms in 100 rounds on is there no norm?",
        unit: "of 100",
        range: [0.0, 100.0, 1.0],
        start: 60.0,
        answer: |_| Some(100.0 * valid(Norm::of(0.5, 0.0, 0.6)).dies_at().value()),
    }),
    draw,
    rust,
};

fn norm(settings: &Settings, false_alarms: f64) -> Norm {
    let detection = settings.number("q") / 100.0;
    valid(Norm::of(settings.number("g"), false_alarms, detection))
}

fn now(settings: &Settings) -> Norm {
    norm(settings, settings.number("p") / 100.0)
}

fn patience() -> Discount {
    valid(Discount::new(0.9))
}

/// What the end of the norm at the first alarm leaves, if it keeps all from cheating.
fn to_the_first(norm: Norm) -> f64 {
    let kept = norm.critical_patience().is_some_and(|least| patience() >= least);
    if kept { norm.until_the_first(patience()) } else { 0.0 }
}

fn draw(settings: &Settings) -> Drawing {
    let axes = || {
        Plot::new(
            Axis::new("Alarms when nobody cheats", 0.0, 0.6).percent(),
            Axis::new("Worth a round", 0.0, 1.0),
        )
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.curve(Ink::Good, "", 120, |p| norm(settings, p).worth());
        plot.curve(Ink::B, "", 120, |p| to_the_first(norm(settings, p)));
        let p = settings.number("p") / 100.0;
        let (most, first) = (now(settings).worth(), to_the_first(now(settings)));
        // Two names have no room at one place.
        let names = if most - first > 0.12 {
            ["at most", "to the first alarm"]
        } else {
            ["both", ""]
        };
        plot.dot(Shape::Circle, Ink::Good, p, most, names[0]);
        plot.dot(Shape::Square, Ink::B, p, first, names[1]);
        plot.slide((p, most), "p", 100.0);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

fn sentence(settings: &Settings) -> String {
    let norm = now(settings);
    let dies = percent(norm.dies_at().value(), 0);
    match (norm.critical_patience(), norm.shortest_pause(patience())) {
        (Some(kept), Some(pause)) => format!(
            "Kept from a patience of {} on. At 0.9 the end at the first alarm leaves {}, \
             a pause of {} rounds {}. It dies at {dies}.",
            fixed(kept.value(), 2),
            fixed(norm.until_the_first(patience()), 2),
            pause.rounds,
            fixed(pause.worth, 2),
        ),
        // Just enough: no pause but the end for good.
        (Some(kept), None) => format!(
            "Kept from a patience of {} on, and at 0.9 {}. It dies at {dies}.",
            fixed(kept.value(), 2),
            if kept <= patience() {
                "by the end at the first alarm alone"
            } else {
                "not"
            },
        ),
        (None, _) => format!("Not kept at any patience; it died at {dies}."),
    }
}

fn table(settings: &Settings) -> Table {
    let mut table =
        Table::new(["False alarms", "Kept from", "To the first alarm", "At most"]);
    for false_alarms in [0.0, 0.1, 0.2, 0.3, 0.4] {
        let norm = norm(settings, false_alarms);
        let kept = norm.critical_patience();
        table.push([
            &percent(false_alarms, 0),
            &kept.map_or("never".to_owned(), |kept| fixed(kept.value(), 3)),
            &fixed(to_the_first(norm), 3),
            &fixed(norm.worth(), 3),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let norm = now(settings);
    format!(
        "use demarche::cyber::Norm;\n\
         let norm = Norm::of({}, {}, {})?;\n\
         assert!((norm.worth() - {}).abs() < 1e-6);\n",
        literal(settings.number("g")),
        literal(settings.number("p") / 100.0),
        literal(settings.number("q") / 100.0),
        fixed(norm.worth(), 6),
    )
}
