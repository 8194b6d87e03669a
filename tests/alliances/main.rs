//! Alliances: both sides of claims A2, A2b, A4c and B1b, the record, and what the models
//! keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, facts, raw, refused, survives};
use demarche::alliances::{
    AlliancesError, Allies, Burden, Call, Comparison, Distance, Member, NATO_1956,
    Obligation, Obligations, Pledges, Portfolio, Scale, Taste, WARSAW_1956,
    similarities, similarities_weighted, spearman,
};
use demarche::numbers::{Amount, Payoff, Probability, Share};
use proptest::prelude::*;
use serde::Deserialize;

const ROUNDING: f64 = 1e-12;

fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

fn amounts(values: &[f64]) -> Vec<Amount> {
    values.iter().map(|&value| amount(value)).collect()
}

fn row(levels: &[u8]) -> Portfolio {
    Portfolio::new(levels.to_vec(), 3).unwrap()
}

fn allies(count: u32, kept: f64, together: f64) -> Allies {
    let together = Share::new(together).unwrap();
    Allies::new(count, Probability::new(kept).unwrap(), together).unwrap()
}

fn burden(incomes: &[f64], taste: f64) -> Burden {
    Burden::new(amounts(incomes), Taste::new(taste).unwrap()).unwrap()
}

fn acting(waits_for: &[u32]) -> usize {
    Call::of_heads(waits_for).unwrap().acting().len()
}

/// A row of `tests/data/alliances_blocs.csv`.
#[derive(Deserialize)]
struct Owed {
    year: i32,
    from: String,
    to: String,
    obligations: String,
}

/// The members of the two treaties in the abbreviations of the data, in the order of
/// [`NATO_1956`] and [`WARSAW_1956`].
const CODES: [&str; 23] = [
    "BEL", "UKG", "CAN", "DEN", "FRN", "ICE", "ITA", "LUX", "NTH", "NOR", "POR",
    "USA", "GRC", "TUR", "GFR", "ALB", "BUL", "CZE", "GDR", "HUN", "POL", "ROM",
    "RUS",
];

/// What they owed each other in 1956, as the data have it.
fn coded_1956() -> Pledges {
    let mut pledges = Pledges::new(CODES.len()).unwrap();
    let find = |code: &str| CODES.iter().position(|c| *c == code).unwrap();
    for owed in facts::<Owed>("alliances_blocs") {
        assert_eq!(owed.year, 1956);
        let obligations = owed.obligations.parse().unwrap();
        pledges.promise(find(&owed.from), find(&owed.to), obligations).unwrap();
    }
    pledges
}

/// The same from two treaties alone.
fn signed_1956() -> Pledges {
    let mut pledges = Pledges::new(CODES.len()).unwrap();
    let (west, east): (Vec<usize>, Vec<usize>) = (0..23).partition(|&s| s < 15);
    for parties in [west, east] {
        pledges.sign(&parties, "DXC".parse().unwrap()).unwrap();
    }
    pledges
}

/// A row of `tests/data/alliances_atop.csv`.
#[derive(Deserialize)]
struct Standing {
    year: i32,
    capability: f64,
    germany: String,
    soviet_union: String,
    united_states: String,
    britain: String,
}

/// The portfolios of two governments in a year, and every member's capability.
fn portfolios(
    year: i32,
    cells: [fn(&Standing) -> &str; 2],
) -> ([Portfolio; 2], Vec<Amount>) {
    let all = facts::<Standing>("alliances_atop");
    let all: Vec<Standing> = all.into_iter().filter(|s| s.year == year).collect();
    let level = |cell: &str| match cell {
        "own" => Scale::Atop.highest(),
        letters => letters.parse::<Obligations>().unwrap().level(Scale::Atop),
    };
    let portfolio = |of: fn(&Standing) -> &str| {
        row(&all.iter().map(|s| level(of(s))).collect::<Vec<_>>())
    };
    let capability = all.iter().map(|s| amount(s.capability)).collect();
    (cells.map(portfolio), capability)
}
