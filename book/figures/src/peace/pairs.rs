//! A thousand pair-years: how many see a dispute, by trade.

use demarche::peace::pairs::{TradeCell, where_trade};
use demarche::peace::{Counts, Table as Pair};

use super::Groups;
use crate::figure::{Drawing, Figure, Guess, Table, button, choice};
use crate::kit::number::{count, fixed, short};
use crate::kit::{Bars, valid};
use crate::settings::Settings;

pub(super) const PAIRS: Figure = Figure {
    name: "peace-pairs",
    title: "Of a thousand pair-years, how many see a dispute?",
    controls: &[
        choice(
            "near",
            "Which pairs",
            &[("all", "all"), ("neighbours", "neighbours"), ("others", "others")],
            "others",
        ),
        choice(
            "regime",
            "Of which regimes",
            &[
                ("any", "any"),
                ("both", "both democratic"),
                ("not", "not both democratic"),
            ],
            "any",
        ),
        button("next", "Next pairs", 8),
    ],
    play: Some("next"),
    guess: Some(Guess {
        question: "Among neighbours that trade little 114 of 1000 pair-years see a \
                   dispute begin; among those that trade much, 58. Among states \
                   without a common border that trade little it is 23. And among those \
                   that trade much?",
        unit: "of 1000",
        range: [0.0, 60.0, 1.0],
        start: 12.0,
        answer: |_| {
            let counts = where_trade(|own| !own.neighbours && own.much)?;
            Some(1000.0 * counts.rate().value())
        },
    }),
    draw,
    rust,
};

/// Which pairs the choice and the button's presses show.
fn near(settings: &Settings) -> usize {
    (settings.choice("near") + settings.count("next")) % 3
}

fn counts(settings: &Settings, near: usize) -> [Counts; 2] {
    [false, true].map(|much| {
        let shown = |own: &TradeCell| {
            let near = near == 0 || own.neighbours == (near == 1);
            let regime = settings.choice("regime");
            let regime = regime == 0 || own.democratic == (regime == 1);
            own.much == much && near && regime
        };
        valid(where_trade(shown).ok_or(()))
    })
}

const PAIRS_OF: [&str; 3] = ["all", "neighbours", "others"];

fn told(counts: Counts) -> String {
    fixed(1000.0 * counts.rate().value(), 0)
}

fn draw(settings: &Settings) -> Drawing {
    let both = [0, 1, 2].map(|near| counts(settings, near));
    let rates = both.map(|both| both.map(|own| 1000.0 * own.rate().value()));
    let each = [0, 1, 2].map(|near| (PAIRS_OF[near], rates[near]));
    let chosen = near(settings);
    let words = ["little trade", "much"];
    let groups = Groups { words, most: 150.0, each: &each, chosen };
    let asked = |near, much| matches!((near, much), (1, _) | (2, 0));
    // The button's presses count on from the choice.
    let choice = |near: usize| (near + 9 - settings.count("next")) % 3;
    let svg = Bars::picture(settings, |known| {
        groups.bars(known, asked, |near| ("near", PAIRS_OF[choice(near)].to_owned()))
    });
    let sentence = sentence(settings, both[chosen]);
    Drawing { svg, sentence, table: table(settings) }
}

fn sentence(settings: &Settings, [without, with]: [Counts; 2]) -> String {
    let who = ["All pairs", "Neighbours", "Others"][near(settings)];
    let regimes = match settings.choice("regime") {
        0 => "",
        1 => ", both democratic",
        _ => ", not both democratic",
    };
    let odds = Pair { without, with }.odds_ratio().unwrap_or(1.0);
    format!(
        "{who}{regimes}: {} of 1000 with little trade, {} with much. The odds change by \
         a factor of {}.",
        told(without),
        told(with),
        fixed(odds, 2),
    )
}

fn table(settings: &Settings) -> Table {
    let mut table = Table::new(["Pairs", "Disputes", "Pair-years", "Of 1000"]);
    for (name, own) in
        ["Little trade", "Much trade"].iter().zip(counts(settings, near(settings)))
    {
        table.push([
            name,
            &count(own.events() as usize),
            &count(own.cases() as usize),
            &short(1000.0 * own.rate().value(), 1),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let [_, with] = counts(settings, near(settings));
    let near = ["true", "own.neighbours", "!own.neighbours"][near(settings)];
    let regime =
        ["true", "own.democratic", "!own.democratic"][settings.choice("regime")];
    let conditions = match (near, regime) {
        ("true", "true") => "own.much".to_owned(),
        ("true", only) | (only, "true") => format!("own.much && {only}"),
        (near, regime) => format!("own.much && {near} && {regime}"),
    };
    format!(
        "use demarche::peace::pairs;\n\
         let much = pairs::where_trade(|own| {conditions}).ok_or(\"some pairs\")?;\n\
         assert_eq!((much.events(), much.cases()), ({}, {}));\n",
        with.events(),
        with.cases(),
    )
}
