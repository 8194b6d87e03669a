//! Ten capitals and what passes through each.

use demarche::actors::{Graph, Tie, record};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{count, fixed, short};
use crate::kit::{Bars, Ink, valid};
use crate::settings::Settings;

pub(super) const CAPITALS: Figure = Figure {
    name: "actors-capitals",
    title: "What passes through ten capitals",
    controls: &[
        slider(
            "year",
            "Year: 0 for 1894, 1 for 1904, 2 for 1914",
            "",
            [0.0, 2.0, 1.0],
            1.0,
        ),
        choice(
            "ties",
            "Two are tied",
            &[
                ("either", "by a mission one way or both"),
                ("both", "by missions both ways"),
            ],
            "either",
        ),
        choice(
            "shut",
            "A capital that closes",
            &[
                ("none", "none"),
                ("argentina", "Argentina"),
                ("bolivia", "Bolivia"),
                ("brazil", "Brazil"),
                ("chile", "Chile"),
                ("peru", "Peru"),
            ],
            "none",
        ),
    ],
    play: Some("year"),
    guess: Some(Guess {
        question: "In 1904 ten states of South America kept 57 missions at each other's. \
                   Brazil, Chile and one more lie on as many shortest ways as nobody \
                   else, 2.8 each. On how many does Argentina lie, by far the richest?",
        unit: "ways",
        range: [0.0, 4.0, 0.1],
        start: 2.0,
        answer: |_| Some(graph(1, Tie::Either).betweenness()[0]),
    }),
    draw,
    rust,
};

fn graph(year: usize, tie: Tie) -> Graph {
    let year = record::YEARS[year.min(record::YEARS.len() - 1)];
    valid(record::south_america(year).ok_or(())).graph(tie)
}

fn tie(settings: &Settings) -> Tie {
    if settings.choice("ties") == 0 { Tie::Either } else { Tie::Both }
}

/// Which capitals may close.
const CLOSES: [(usize, &str); 5] =
    [(0, "argentina"), (1, "bolivia"), (2, "brazil"), (3, "chile"), (7, "peru")];

fn shut(settings: &Settings) -> Option<usize> {
    let chosen = settings.choice("shut").checked_sub(1)?;
    Some(CLOSES[chosen].0)
}

fn shown(settings: &Settings) -> Graph {
    let graph = graph(settings.count("year"), tie(settings));
    match shut(settings) {
        Some(state) => graph.without(state),
        None => graph,
    }
}

fn draw(settings: &Settings) -> Drawing {
    let graph = shown(settings);
    let passing = graph.betweenness();
    let most = passing.iter().copied().fold(1.0, f64::max) * 1.15;
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, most);
        for (state, name) in record::STATES.iter().enumerate() {
            if known {
                let parts = [(Ink::A, passing[state])];
                bars.bar(name, &parts, &short(passing[state], 2));
                for (_, key) in CLOSES.iter().filter(|own| own.0 == state) {
                    let open = shut(settings) == Some(state);
                    bars.press("shut", if open { "none" } else { key });
                }
            } else {
                bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let svg = Bars::picture(settings, bars);
    Drawing {
        svg,
        sentence: sentence(settings, &graph, &passing),
        table: table(&graph),
    }
}

fn sentence(settings: &Settings, graph: &Graph, passing: &[f64]) -> String {
    let year = record::YEARS[settings.count("year").min(2)];
    let most = passing.iter().copied().fold(0.0, f64::max);
    let middle: Vec<&str> = record::STATES
        .iter()
        .zip(passing)
        .filter(|(_, own)| **own > most - 1e-9)
        .map(|(name, _)| *name)
        .collect();
    format!(
        "{year}: {} ties, {} of 45 pairs within two steps. Most passes through {}.",
        count(graph.ties()),
        count(graph.pairs_within(2)),
        middle.join(", "),
    )
}

fn table(graph: &Graph) -> Table {
    let passing = graph.betweenness();
    let mut table = Table::new(["State", "Ties", "In two steps", "Passes"]);
    for (state, name) in record::STATES.iter().enumerate() {
        table.push([
            name,
            &count(graph.degree(state)),
            &count(graph.reach(state, 2)),
            &fixed(passing[state], 3),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let graph = shown(settings);
    let passing = graph.betweenness();
    let year = record::YEARS[settings.count("year").min(2)];
    let tie = if settings.choice("ties") == 0 { "Either" } else { "Both" };
    let without = shut(settings)
        .map_or_else(String::new, |state| format!(".without({state})"));
    format!(
        "use demarche::actors::{{Tie, record}};\n\
         let missions = record::south_america({year}).ok_or(\"a year\")?;\n\
         let graph = missions.graph(Tie::{tie}){without};\n\
         // What passes through Brazil.\n\
         assert!((graph.betweenness()[2] - {}).abs() < 1e-6);\n",
        fixed(passing[2], 6),
    )
}
