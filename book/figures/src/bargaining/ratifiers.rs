//! Vetoes on both sides: how often a deal exists that all of them ratify.

use demarche::bargaining::Ratifiers;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, percent};
use crate::kit::{Align, Frame, Svg, at, valid};
use crate::settings::Settings;

const MOST: u32 = 6;

pub(super) const RATIFIERS: Figure = Figure {
    name: "bargaining-ratifiers",
    title: "How often there is a deal that all ratify",
    controls: &[
        slider("n", "Vetoes on the first side, v", "", [1.0, 6.0, 1.0], 3.0),
        slider("m", "Vetoes on the second side, w", "", [1.0, 6.0, 1.0], 3.0),
    ],
    play: Some("n"),
    guess: Some(Guess {
        question: "Three on each side must ratify, and each needs a share of the gain \
                   that nobody knows: anything from none to all. In how many of 100 \
                   cases is there any deal that all six can accept?",
        unit: "of 100",
        range: [0.0, 100.0, 1.0],
        start: 50.0,
        answer: |settings| Some(100.0 * now(settings).chance().value()),
    }),
    draw,
    rust,
};

fn now(settings: &Settings) -> Ratifiers {
    let count = |key| valid(u32::try_from(settings.count(key)));
    Ratifiers { first: count("n"), second: count("m") }
}

/// One case in how many; among so few vetoes always a number.
fn one_in(first: u32, second: u32) -> String {
    let ways = Ratifiers { first, second }.one_in().unwrap_or(1);
    fixed(ways as f64, 0)
}

fn draw(settings: &Settings) -> Drawing {
    let now = now(settings);
    let mut svg = Svg::new(settings, if settings.narrow() { 316.0 } else { 340.0 });
    let grid = svg.frame().inset(26.0, 24.0, 2.0, 24.0);
    let (w, h) = (grid.w / f64::from(MOST), grid.h / f64::from(MOST));
    let cell = |first: u32, second: u32| {
        let (x, y) = (f64::from(second - 1), f64::from(MOST - first));
        Frame::new(grid.x + x * w, grid.y + y * h, w, h).inset(2.0, 2.0, 2.0, 2.0)
    };
    let axes = "vetoes: first side upwards (n), second side along (m)";
    svg.text(at(0.0, 14.0), Align::Start, "name", axes);
    for k in 1..=MOST {
        let (up, along) = (cell(k, 1).centre(), cell(1, k).centre());
        let tick = fixed(k.into(), 0);
        svg.text(at(14.0, up.y + 4.0), Align::Middle, "tick", &tick);
        let foot = at(along.x, svg.frame().bottom() - 5.0);
        svg.text(foot, Align::Middle, "tick", &tick);
    }
    let lattice = |svg: &mut Svg| {
        for first in 1..=MOST {
            for second in 1..=MOST {
                let here = (first, second) == (now.first, now.second);
                let class = if here { "cell rests" } else { "cell" };
                svg.rect(cell(first, second), 3.0, class);
            }
        }
    };
    svg.asked(lattice);
    svg.answer(|svg| {
        lattice(svg);
        for first in 1..=MOST {
            for second in 1..=MOST {
                let chance = Ratifiers { first, second }.chance().value();
                let cell = cell(first, second);
                let room = cell.inset(3.0, 3.0, 3.0, 20.0);
                // A heap as wide as the cell and as high as the chance.
                let height = room.h * chance * 2.0;
                let heap =
                    Frame::new(room.x, room.bottom() - height, room.w, height);
                svg.rect(heap, 1.0, "bar good");
                let place = at(cell.centre().x, cell.bottom() - 5.0);
                let mut text = "1/".to_owned();
                text.push_str(&one_in(first, second));
                svg.text(place, Align::Middle, "tick", &text);
            }
        }
        let middles = grid.inset(w / 2.0, h / 2.0, w / 2.0, h / 2.0);
        let handle = cell(now.first, now.second).centre();
        let most = f64::from(MOST);
        svg.drag(middles, handle, ("m", 1.0, most), ("n", 1.0, most));
    });
    Drawing { svg, sentence: sentence(now), table: table(now) }
}

fn vetoes(count: u32) -> String {
    let mut text = fixed(count.into(), 0);
    text.push_str(if count == 1 { " veto" } else { " vetoes" });
    text
}

fn sentence(now: Ratifiers) -> String {
    format!(
        "{} against {}: one case in {} has a deal that all ratify, {}.",
        vetoes(now.first),
        vetoes(now.second),
        one_in(now.first, now.second),
        percent(now.chance().value(), 1),
    )
}

fn table(now: Ratifiers) -> Table {
    let mut table = Table::new(["Vetoes, first", "Second", "One case in", "Chance"]);
    for (first, second) in [
        (now.first, now.second),
        (now.first + 1, now.second),
        (now.first, now.second + 1),
    ] {
        table.push([
            &fixed(first.into(), 0),
            &fixed(second.into(), 0),
            &one_in(first, second),
            &percent(Ratifiers { first, second }.chance().value(), 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let now = now(settings);
    let (first, second) = (fixed(now.first.into(), 0), fixed(now.second.into(), 0));
    format!(
        "use demarche::bargaining::Ratifiers;\n\
         let vetoes = Ratifiers {{ first: {first}, second: {second} }};\n\
         assert_eq!(vetoes.one_in(), Some({}));\n",
        one_in(now.first, now.second),
    )
}
