//! Common memberships, by how long ago the last dispute began.

use demarche::peace::pairs::MEMBERSHIPS_BY_YEARS;
use demarche::peace::{Counts, Table as Pair};

use super::Groups;
use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::Bars;
use crate::kit::number::{count, fixed, short};
use crate::settings::Settings;

pub(super) const MEMBERSHIPS: Figure = Figure {
    name: "peace-memberships",
    title: "Do common memberships mend a quarrel?",
    controls: &[slider(
        "class",
        "Last dispute: 1 just now, 4 long ago, 0 all",
        "",
        [0.0, 4.0, 1.0],
        1.0,
    )],
    play: Some("class"),
    guess: Some(Guess {
        question: "Pairs whose last dispute, or first year in the file, is within a \
                   year: with few common memberships 212 of 1000 pair-years see \
                   another dispute. With many?",
        unit: "of 1000",
        range: [0.0, 500.0, 5.0],
        start: 150.0,
        answer: |_| Some(1000.0 * MEMBERSHIPS_BY_YEARS[0].1[1].rate().value()),
    }),
    draw,
    rust,
};

/// Few and many, in the class or in all of them.
fn counts(settings: &Settings) -> (&'static str, [Counts; 2]) {
    match settings.count("class") {
        0 => ("any time", [0, 1].map(all)),
        class => MEMBERSHIPS_BY_YEARS[class - 1],
    }
}

fn all(many: usize) -> Counts {
    let mut sum = MEMBERSHIPS_BY_YEARS[0].1[many];
    for (_, own) in &MEMBERSHIPS_BY_YEARS[1..] {
        sum = sum.and(own[many]).unwrap_or(sum);
    }
    sum
}

fn part(counts: Counts) -> f64 {
    1000.0 * counts.rate().value()
}

fn draw(settings: &Settings) -> Drawing {
    let mut each = Vec::new();
    for (when, both) in MEMBERSHIPS_BY_YEARS {
        each.push((when, both.map(part)));
    }
    each.push(("any time", [0, 1].map(|many| part(all(many)))));
    // The control counts from 1, and all of them are its 0.
    let class = |at: usize| (at + 1) % 5;
    let chosen = (settings.count("class") + 4) % 5;
    let words = ["few in common", "many"];
    let groups = Groups { words, most: 400.0, each: &each, chosen };
    let asked = |at, many| (at, many) == (0, 0);
    let svg = Bars::picture(settings, |known| {
        groups.bars(known, asked, |at| ("class", count(class(at))))
    });
    Drawing { svg, sentence: sentence(settings), table: table() }
}

fn sentence(settings: &Settings) -> String {
    let (when, [without, with]) = counts(settings);
    let odds = Pair { without, with }.odds_ratio().unwrap_or(1.0);
    format!(
        "Last dispute {when} ago: {} of 1000 with few common memberships, {} with many. The \
         odds change by a factor of {}.",
        fixed(part(without), 0),
        fixed(part(with), 0),
        fixed(odds, 2),
    )
}

fn table() -> Table {
    let mut table = Table::new(["Last dispute", "Few", "Many", "Odds ratio"]);
    let told = |own: Counts| {
        let mut text = count(own.events() as usize);
        text.push_str(" of ");
        text.push_str(&count(own.cases() as usize));
        text
    };
    for (when, [without, with]) in MEMBERSHIPS_BY_YEARS {
        let odds = Pair { without, with }.odds_ratio().unwrap_or(1.0);
        table.push([when, &told(without), &told(with), &short(odds, 2)]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let (_, [without, with]) = counts(settings);
    let odds = Pair { without, with }.odds_ratio().unwrap_or(1.0);
    format!(
        "use demarche::peace::{{Counts, Table}};\n\
         let (few, many) = (Counts::new({}, {})?, Counts::new({}, {})?);\n\
         let odds = Table {{ without: few, with: many }}.odds_ratio().ok_or(\"odds\")?;\n\
         assert!((odds - {}).abs() < 1e-6);\n",
        without.events(),
        without.cases(),
        with.events(),
        with.cases(),
        fixed(odds, 6),
    )
}
