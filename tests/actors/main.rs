//! Actors: both sides of claims B0a, B0g, B1f, B5a, B5b, B5g, B5h and B5i, the record,
//! and what the models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, raw, refused, survives, told};
use demarche::actors::{
    Actor, ActorsError, Aim, Authority, Budget, Channel, Encounter, Form, Forum,
    Graph, Level, Missions, Office, Purpose, Relations, SEATS, Tie, TreatyAct,
    authority, by_hub, by_pairs, record as south,
};
use demarche::bargaining::Ratifiers;
use demarche::exact::Exact;
use demarche::immunity::mission::Accreditation;
use demarche::numbers::Share;
use demarche::voting::{Body, Tally};
use proptest::prelude::*;

const ROUNDING: f64 = 1e-9;

fn exact(over: u32, under: u32) -> Exact {
    Exact::new(over.into(), under.into())
}

fn graph(states: usize, ties: &[[usize; 2]]) -> Graph {
    Missions::new(states, ties).unwrap().graph(Tie::Either)
}

fn star() -> Vec<[usize; 2]> {
    (1..5).map(|leaf| [leaf, 0]).collect()
}

fn two() -> Vec<Actor> {
    vec![Actor::state("Egypt"), Actor::state("Israel")]
}

fn budget(depth: f64) -> Budget {
    Budget { relations: 192, depth: Share::new(depth).unwrap() }
}
