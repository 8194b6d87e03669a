//! A thousand pair-years: how many see a dispute, by trade.

use demarche::peace::pairs::{TradeCell, where_trade};
use demarche::peace::{Counts, Table as Pair};

use crate::figure::{Drawing, Figure, Guess, Table, button, choice};
use crate::kit::number::{count, fixed, short};
use crate::kit::{Bars, Ink, valid};
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

fn holds(settings: &Settings, own: &TradeCell) -> bool {
    let near = match near(settings) {
        0 => true,
        1 => own.neighbours,
        _ => !own.neighbours,
    };
    near && match settings.choice("regime") {
        0 => true,
        1 => own.democratic,
        _ => !own.democratic,
    }
}

fn counts(settings: &Settings) -> [Counts; 2] {
    [false, true].map(|much| {
        let shown = |own: &TradeCell| own.much == much && holds(settings, own);
        valid(where_trade(shown).ok_or(()))
    })
}

fn told(counts: Counts) -> String {
    fixed(1000.0 * counts.rate().value(), 0)
}

fn draw(settings: &Settings) -> Drawing {
    let both = counts(settings);
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, 130.0);
        for (name, (ink, own)) in ["little trade", "much trade"]
            .iter()
            .zip([Ink::B, Ink::A].iter().zip(both))
        {
            if known {
                let part = 1000.0 * own.rate().value();
                bars.bar(name, &[(*ink, part)], &told(own));
            } else {
                bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let svg = Bars::picture(settings, bars);
    Drawing { svg, sentence: sentence(settings, both), table: table(settings) }
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
    for (name, own) in ["Little trade", "Much trade"].iter().zip(counts(settings)) {
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
    let near = ["true", "own.neighbours", "!own.neighbours"][near(settings)];
    let regime =
        ["true", "own.democratic", "!own.democratic"][settings.choice("regime")];
    let [_, with] = counts(settings);
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
