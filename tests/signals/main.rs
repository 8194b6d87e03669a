//! The published record, both sides of each claim, and the invariants of `signals`.

#![allow(
    clippy::float_cmp,
    reason = "only where the value is exact by construction"
)]

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod first;
mod invariants;
mod printed;
mod record;
mod talk;
mod tournaments;

use common::{close, raw, refused, rows, survives};
use demarche::chance::{happens, seeded, unit};
use demarche::exact::Ratio;
use demarche::games::{Move, Payoffs};
use demarche::numbers::{Discount, ErrorRate, Probability, Share};
use demarche::signals::{
    Audience, Bias, Chain, Channel, Door, Encounter, Entry, Institution, Line,
    Machine, MemoryOne, Mind, Named, Outcomes, Partition, SILENCE_LOSS,
    SignalsError, SlipOfEar, SlipOfHand, State, Strategy, Tournament,
    best_institution, delegation_loss, generosity_that_lasts, grim_patience,
    max_cells, mediated_loss, optimal_generosity, receiver_loss, report_loss,
    sender_loss, tit_for_tat_patience, trust_value, win_stay_patience,
};
use proptest::prelude::{
    ProptestConfig, any, prop_assert, prop_assert_eq, prop_assume, proptest,
};
use proptest::strategy::Strategy as _;

use Move::{Cooperate, Defect};

/// Sums of a few dozen terms of size 1.
const EXACT: f64 = 1e-12;
/// Four-decimal figures of a table.
const FOUR_PLACES: f64 = 5e-5;
/// Six-decimal figures of a table.
const SIX_PLACES: f64 = 5e-7;

fn p(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

fn rate(value: f64) -> ErrorRate {
    ErrorRate::new(value).unwrap()
}

fn hand(e: f64) -> Line {
    SlipOfHand::new(rate(e)).into()
}

fn ear(e: f64) -> Line {
    SlipOfEar::new(rate(e)).into()
}

fn delta(value: f64) -> Discount {
    Discount::new(value).unwrap()
}

fn bias(text: &str) -> Bias {
    text.parse().unwrap()
}

fn machine(name: &str) -> Machine {
    name.parse::<Named>().unwrap().machine()
}

/// The long run of two memory-one strategies over a line.
fn against(first: MemoryOne, second: MemoryOne, line: Line) -> Outcomes {
    Chain::between(&first.over(line), &second.over(line)).long_run().unwrap()
}

/// How often one of a pair of doubles cooperates in the long run.
fn doubles(name: &str, line: Line) -> f64 {
    let machine = machine(name);
    Encounter::new(&machine, &machine, line).long_run().unwrap().cooperation()[0]
}

fn generous_third() -> MemoryOne {
    MemoryOne::generous(p(1.0 / 3.0))
}

fn play(tournament: Tournament, names: &[&str]) -> demarche::signals::Standings {
    let machines: Vec<Machine> = names.iter().map(|name| machine(name)).collect();
    tournament.play(&machines).unwrap()
}

/// Written and read again, as text and as JSON.
fn by_both_ways(written: Bias) -> [Bias; 2] {
    let json = serde_json::to_string(&written).unwrap();
    [written.to_string().parse().unwrap(), serde_json::from_str(&json).unwrap()]
}
