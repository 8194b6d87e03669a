//! Missions one by one, with a hub and without.

use demarche::actors::Budget;
use demarche::numbers::Share;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const RELATIONS: u32 = 192;

pub(super) const NEXT: Figure = Figure {
    name: "actors-next",
    title: "As which mission a hub comes",
    controls: &[
        slider(
            "depth",
            "A hub yields of each relation",
            "%",
            [0.0, 30.0, 1.0],
            10.0,
        ),
        slider("missions", "Missions", "", [1.0, 12.0, 1.0], 4.0),
    ],
    play: Some("depth"),
    guess: Some(Guess {
        question: "A small state has relations worth 1, 1/2, 1/3 and so on to 1/192. A \
                   mission yields the whole of one; at a hub it yields a tenth of all that \
                   have none. As which mission does it open the hub?",
        unit: "th",
        range: [1.0, 12.0, 1.0],
        start: 8.0,
        answer: |_| budget(0.1).hub_comes().map(f64::from),
    }),
    draw,
    rust,
};

fn budget(depth: f64) -> Budget {
    Budget { relations: RELATIONS, depth: valid(Share::new(depth)) }
}

fn depth(settings: &Settings) -> f64 {
    settings.number("depth") / 100.0
}

fn missions(settings: &Settings) -> u32 {
    u32::try_from(settings.count("missions")).unwrap_or(1)
}

fn draw(settings: &Settings) -> Drawing {
    let own = budget(depth(settings));
    let axes = || {
        Plot::new(
            Axis::new("Missions", 0.0, 12.0),
            Axis::new("They yield", 0.0, 5.0),
        )
    };
    let line = |budget: Budget| -> Vec<(f64, f64)> {
        (0..=12_u32).map(|count| (f64::from(count), budget.yields(count))).collect()
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.line(Ink::B, "without a hub", &line(budget(0.0)));
        plot.line(Ink::A, "with a hub", &line(own));
        if let Some(place) = own.hub_comes().filter(|place| *place <= 12) {
            let (x, y) = (f64::from(place), own.yields(place));
            plot.dot(Shape::Diamond, Ink::A, x, y, "the hub");
        }
        let now = missions(settings);
        let place = (f64::from(now), own.yields(now));
        plot.dot(Shape::Circle, Ink::Strong, place.0, place.1, "");
        plot.slide(place, "missions", 1.0);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table() }
}

fn sentence(settings: &Settings) -> String {
    let (own, count) = (budget(depth(settings)), missions(settings));
    let comes = match own.hub_comes() {
        Some(1) => "The hub comes first.".to_owned(),
        Some(place) => format!("The hub comes as mission {place}."),
        None => "The hub never comes.".to_owned(),
    };
    format!(
        "{comes} With {count}: {} of {}; without a hub {}.",
        fixed(own.yields(count), 2),
        fixed(budget(0.0).yields(RELATIONS), 2),
        fixed(budget(0.0).yields(count), 2),
    )
}

fn table() -> Table {
    let mut table =
        Table::new(["Depth", "The hub comes", "Four yield", "Ten yield"]);
    for depth in [0.0, 0.05, 0.1, 0.15, 0.2] {
        let own = budget(depth);
        table.push([
            &crate::kit::number::percent(depth, 0),
            &own.hub_comes().map_or("never".to_owned(), |place| place.to_string()),
            &fixed(own.yields(4), 3),
            &fixed(own.yields(10), 3),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let own = budget(depth(settings));
    let place =
        own.hub_comes().map_or("None".to_owned(), |place| format!("Some({place})"));
    format!(
        "use demarche::actors::Budget;\n\
         use demarche::numbers::Share;\n\
         let budget = Budget {{ relations: {RELATIONS}, depth: Share::new({})? }};\n\
         assert_eq!(budget.hub_comes(), {place});\n",
        literal(depth(settings)),
    )
}
