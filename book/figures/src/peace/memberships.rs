//! Common memberships, by how long ago the last dispute began.

use demarche::peace::pairs::MEMBERSHIPS_BY_YEARS;
use demarche::peace::{Counts, Table as Pair};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{count, fixed, short};
use crate::kit::{Bars, Ink};
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
    let mut classes = Vec::new();
    for (class, own) in (1..).zip(MEMBERSHIPS_BY_YEARS) {
        classes.push((class, own));
    }
    classes.push((0, ("any time", [0, 1].map(all))));
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, 400.0);
        bars.key(Ink::B, "few in common");
        bars.key(Ink::A, "many");
        for (class, (when, both)) in &classes {
            for (many, own) in both.iter().enumerate() {
                let name = if many == 0 { *when } else { "" };
                // All that the question tells.
                if !known && (*class, many) != (1, 0) {
                    bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
                    continue;
                }
                let ink = match many {
                    _ if known && *class != settings.count("class") => Ink::Quiet,
                    0 => Ink::B,
                    _ => Ink::A,
                };
                bars.bar(name, &[(ink, part(*own))], &fixed(part(*own), 0));
                if known {
                    bars.press("class", &count(*class));
                }
            }
        }
        bars
    };
    let svg = Bars::picture(settings, bars);
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
