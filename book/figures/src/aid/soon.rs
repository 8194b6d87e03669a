//! How soon a load is there, by one way and by two.

use demarche::aid::{Convoys, decimal};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg};
use crate::settings::Settings;

/// The way that is always there: two days long, three units a day.
const FIRST: (u32, u32) = (2, 3);
const MOST: f64 = 60.0;

pub(super) const SOON: Figure = Figure {
    name: "aid-soon",
    title: "How soon a load is there",
    controls: &[
        slider("load", "Load", "", [1.0, MOST, 1.0], 30.0),
        slider("days", "The second way is long, days", "", [1.0, 12.0, 1.0], 5.0),
        slider("per-day", "It takes a day", "", [1.0, 10.0, 1.0], 2.0),
    ],
    play: Some("load"),
    guess: Some(Guess {
        question: "A way of two days takes 3 units a day, so that 6 units are there after \
                   4 days. A second way of five days is opened, which takes 2 a day. After \
                   how many days are 6 units there?",
        unit: "days",
        range: [1.0, 8.0, 0.1],
        start: 3.0,
        answer: |_| Convoys::of(&[FIRST, (5, 2)]).quickest(6).map(decimal),
    }),
    draw,
    rust,
};

fn whole(settings: &Settings, key: &str) -> u32 {
    u32::try_from(settings.count(key)).unwrap_or(u32::MAX)
}

fn second(settings: &Settings) -> (u32, u32) {
    (whole(settings, "days"), whole(settings, "per-day"))
}

fn days(ways: &[(u32, u32)], load: u64) -> f64 {
    Convoys::of(ways).quickest(load).map_or(0.0, decimal)
}

/// What is there by the first before the second's first convoy could be.
fn idle(settings: &Settings) -> u32 {
    let (days, _) = second(settings);
    FIRST.1 * days.saturating_sub(FIRST.0)
}

fn draw(settings: &Settings) -> Drawing {
    let both = [FIRST, second(settings)];
    let load = settings.number("load");
    let axes =
        || Plot::new(Axis::new("Load", 1.0, MOST), Axis::new("Days", 0.0, 24.0));
    let line = |ways: &[(u32, u32)]| -> Vec<(f64, f64)> {
        (1..=60_u32).map(|load| (load.into(), days(ways, load.into()))).collect()
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.line(Ink::B, "one way", &line(&[FIRST]));
        plot.line(Ink::Good, "both", &line(&both));
        let now = days(&both, settings.count("load") as u64);
        plot.dot(Shape::Circle, Ink::Good, load, now, "");
        plot.slide((load, now), "load", 1.0);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

fn sentence(settings: &Settings) -> String {
    let load = settings.count("load") as u64;
    let idle = idle(settings);
    let of = if idle == 0 {
        "The second way helps every load.".to_owned()
    } else {
        format!("The second way helps loads above {idle}.")
    };
    format!(
        "{load} units: {} days by both ways, {} by the first alone. {of}",
        short(days(&[FIRST, second(settings)], load), 2),
        short(days(&[FIRST], load), 2),
    )
}

fn table(settings: &Settings) -> Table {
    let mut table = Table::new(["Load", "One way, days", "Both, days"]);
    for load in [3, 6, 9, 10, 20, 30, 60] {
        table.push([
            &fixed(load as f64, 0),
            &short(days(&[FIRST], load), 2),
            &short(days(&[FIRST, second(settings)], load), 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let (long, per_day) = second(settings);
    let load = settings.count("load") as u64;
    let Some(quickest) = Convoys::of(&[FIRST, (long, per_day)]).quickest(load)
    else {
        return String::new();
    };
    format!(
        "use demarche::aid::{{Convoys, Part}};\n\
         let convoys = Convoys::of(&[({}, {}), ({long}, {per_day})]);\n\
         assert_eq!(convoys.quickest({load}), Some(Part::new({}, {})));\n",
        FIRST.0,
        FIRST.1,
        quickest.numer(),
        quickest.denom(),
    )
}
