//! Aid: both sides of claims C4 and B3d, the record, and what the models keep whatever
//! the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, raw, refused, survives, told};
use demarche::aid::{
    Access, AidError, Convoys, Delivery, Limit, Load, Network, Part, Road, Toll,
    awards, awards_in_proportion,
};
use demarche::numbers::{Amount, Probability, Size};
use proptest::prelude::*;

const ROUNDING: f64 = 1e-9;

/// Port, Airfield; North, Middle, South; Camp A to Camp D.
const ROADS: [(usize, usize, u64); 10] = [
    (0, 2, 70),
    (0, 3, 60),
    (1, 3, 40),
    (1, 4, 50),
    (2, 5, 50),
    (2, 6, 30),
    (3, 6, 40),
    (3, 7, 45),
    (4, 7, 25),
    (4, 8, 30),
];
const NORTH: usize = 2;
const MIDDLE: usize = 3;
const SOUTH: usize = 4;

fn road(from: usize, to: usize, per_day: u64) -> Road {
    Road { from, to, per_day, days: 0 }
}

fn load(place: usize, per_day: u64) -> Load {
    Load { place, per_day }
}

/// The chapter's network with a factor for each road, in units a factor smaller.
fn opened(all: u64, share: impl Fn(usize, usize) -> u64) -> Network {
    let roads =
        ROADS.map(|(from, to, width)| road(from, to, width * share(from, to)));
    let times = |(place, per_day)| load(place, per_day * all);
    let stocks = [(0, 120), (1, 80)].map(times);
    let needs = [(5, 60), (6, 50), (7, 70), (8, 40)].map(times);
    Network::new(9, roads.to_vec(), stocks.to_vec(), needs.to_vec()).unwrap()
}

fn network() -> Network {
    opened(1, |_, _| 1)
}

fn part(over: u128, under: u128) -> Part {
    Part::new(over, under)
}

fn amounts(all: &[f64]) -> Vec<Amount> {
    all.iter().map(|&x| Amount::new(x).unwrap()).collect()
}

fn toll(taken: f64, aid: f64) -> Toll {
    Toll {
        prize: Amount::new(10.0).unwrap(),
        wage: Size::new(1.0).unwrap(),
        people: Size::new(90.0).unwrap(),
        aid: Amount::new(aid).unwrap(),
        taken: Probability::new(taken).unwrap(),
    }
}
