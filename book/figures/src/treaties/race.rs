//! An arms race, a cut, and the year in which somebody leaves.

use demarche::crisis::Race;
use demarche::numbers::{Share, Time};
use demarche::treaties::Limits;

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{fixed, literal, percent, signed};
use crate::kit::{Axis, Ink, Plot, Svg, valid};
use crate::settings::Settings;

pub(super) const RACE: Figure = Figure {
    name: "treaties-race",
    title: "An arms race and a cut",
    controls: &[
        slider("cut", "Each answers less by κ", "%", [0.0, 90.0, 1.0], 40.0),
        choice(
            "who",
            "Who cuts",
            &[("both", "both"), ("one", "the first alone")],
            "both",
        ),
        slider("until", "One leaves after", "years", [0.0, 10.0, 0.5], 5.0),
        slider("good", "Goodwill, off both grievances", "", [0.0, 0.9, 0.1], 0.0),
    ],
    play: Some("until"),
    guess: Some(Guess {
        question: "Two states arm. Each adds one and a half for every one that the other \
                   has, and tires of 1.2 and 1 of its own. By how much less must both \
                   answer for the race to end?",
        unit: "%",
        range: [0.0, 100.0, 1.0],
        start: 50.0,
        answer: |settings| {
            limits(settings).race.critical_cut().map(|cut| 100.0 * cut.value())
        },
    }),
    draw,
    rust,
};

const YEARS: f64 = 10.0;
const MOST: f64 = 60.0;

fn limits(settings: &Settings) -> Limits {
    let good = settings.number("good");
    let cut = valid(Share::new(settings.number("cut") / 100.0));
    let other =
        if settings.choice("who") == 0 { cut } else { valid(Share::new(0.0)) };
    Limits {
        race: valid(Race::of([1.5, 1.5], [1.2, 1.0], [1.0 - good, 2.0 - good])),
        cuts: [cut, other],
        until: valid(Time::new(settings.number("until"))),
    }
}

fn years(x: f64) -> Time {
    valid(Time::new(x))
}

fn draw(settings: &Settings) -> Drawing {
    let limits = limits(settings);
    let axes = || {
        Plot::new(
            Axis::new("Years", 0.0, YEARS),
            Axis::new("Arms, in the model’s unit", 0.0, MOST),
        )
    };
    let free = |plot: &mut Plot| {
        plot.curve(Ink::Quiet, "without", 60, |x| {
            limits.race.at([0.0; 2], years(x))[0]
        });
    };
    let mut known = axes();
    free(&mut known);
    let mut plot = axes();
    free(&mut plot);
    for (side, ink, name) in [(0, Ink::A, "the first"), (1, Ink::B, "the second")] {
        plot.curve(ink, name, 60, |x| limits.at([0.0; 2], years(x))[side]);
    }
    let until = limits.until.value();
    if until > 0.0 && until < YEARS {
        plot.upright(Ink::Strong, until, "exit");
    }
    plot.slide((until, limits.at([0.0; 2], limits.until)[0]), "until", 1.0);
    let mut svg = Svg::new(settings, 320.0);
    let frame = svg.frame();
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| plot.draw(svg, frame));
    Drawing { svg, sentence: sentence(&limits), table: table(&limits) }
}

fn sentence(limits: &Limits) -> String {
    let held = limits.held();
    let fate = if held.is_stable() {
        "Under the treaty the race comes to rest"
    } else {
        "Under the treaty the race goes on"
    };
    let cut = |cut: Option<Share>| cut.map_or(0.0, Share::value);
    let end = years(YEARS);
    format!(
        "{fate} (λ = {} a year). Both must cut by more than {}, or one alone by more than \
         {}. After ten years the first has {}; without a treaty it would have {}.",
        signed(held.pace(), 2),
        percent(cut(limits.race.critical_cut()), 0),
        percent(cut(limits.race.critical_cut_alone()), 0),
        fixed(limits.at([0.0; 2], end)[0], 1),
        fixed(limits.race.at([0.0; 2], end)[0], 1),
    )
}

fn table(limits: &Limits) -> Table {
    let mut table =
        Table::new(["Year", "The first", "The second", "Without: the first"]);
    for year in [1.0, 5.0, 10.0] {
        let [first, second] = limits.at([0.0; 2], years(year));
        let [free, _] = limits.race.at([0.0; 2], years(year));
        table.push([
            &fixed(year, 0),
            &fixed(first, 2),
            &fixed(second, 2),
            &fixed(free, 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let limits = limits(settings);
    let [g, h] = limits.race.grievance.map(|own| literal(own.value()));
    let [one, other] = limits.cuts.map(|own| literal(own.value()));
    let [first, _] = limits.at([0.0; 2], years(YEARS));
    format!(
        "use demarche::crisis::Race;\n\
         use demarche::numbers::{{Share, Time}};\n\
         use demarche::treaties::Limits;\n\
         let race = Race::of([1.5, 1.5], [1.2, 1.0], [{g}, {h}])?;\n\
         let cuts = [Share::new({one})?, Share::new({other})?];\n\
         let limits = Limits {{ race, cuts, until: Time::new({})? }};\n\
         let [first, _] = limits.at([0.0; 2], Time::new(10.0)?);\n\
         assert!((first - {}).abs() < 1e-3);\n",
        literal(limits.until.value()),
        fixed(first, 4),
    )
}
