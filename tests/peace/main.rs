//! Peace: both sides of claims A5, A5b, B2c, B3c, B3d and B3i, the record, and what the
//! models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, facts, refused, survives};
use demarche::numbers::{Amount, Payoff, Probability, Size};
use demarche::peace::pairs::{self, TradeCell};
use demarche::peace::{
    Cell, Counts, Dependence, Fit, PeaceError, Rebels, Table, pooled_odds,
};
use proptest::prelude::*;
use serde::Deserialize;

const ROUNDING: f64 = 1e-9;

fn counts(events: u32, cases: u32) -> Counts {
    Counts::new(events, cases).unwrap()
}

fn table(without: Counts, with: Counts) -> Table {
    Table { without, with }
}

fn odds([without, with]: [Counts; 2]) -> f64 {
    table(without, with).odds_ratio().unwrap()
}

fn cell(features: &[f64], counts: Counts) -> Cell {
    let features = features.iter().map(|&x| Payoff::new(x).unwrap()).collect();
    Cell { features, counts }
}

/// The eight cells with these features.
fn fitted(features: impl Fn(&TradeCell) -> Vec<f64>) -> Fit {
    let cells = pairs::TRADE.iter().map(|own| cell(&features(own), own.counts));
    Fit::of(&cells.collect::<Vec<_>>()).unwrap()
}

fn flag(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

fn trade(holds: impl Fn(&TradeCell) -> bool) -> Counts {
    pairs::where_trade(holds).unwrap()
}

/// Little and much trade, where a condition holds.
fn by_trade(holds: impl Fn(&TradeCell) -> bool) -> [Counts; 2] {
    [trade(|own| holds(own) && !own.much), trade(|own| holds(own) && own.much)]
}

fn dependence(gain: f64, cut_off: f64, war: f64) -> Dependence {
    Dependence {
        gain: Amount::new(gain).unwrap(),
        cut_off: Amount::new(cut_off).unwrap(),
        war: Payoff::new(war).unwrap(),
    }
}

fn rebels(prize: f64, wage: f64) -> Rebels {
    Rebels { prize: Amount::new(prize).unwrap(), wage: Size::new(wage).unwrap() }
}

fn chance(value: f64) -> Probability {
    Probability::new(value).unwrap()
}
