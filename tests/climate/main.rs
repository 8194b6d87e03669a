//! Climate: both sides of claims C5, C5b, B1b, B5e and B5l, the record, and what the
//! models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, raw, refused, survives, told};
use demarche::climate::{
    Adaptation, ClimateError, Club, Country, Pact, Timing, Unlike, herd_threshold,
};
use demarche::crisis::weakest_link;
use demarche::numbers::{Amount, Probability, Rate, Share, Size};
use demarche::voting::{Wait, bodies};
use proptest::prelude::*;

const ROUNDING: f64 = 1e-9;

fn size(x: f64) -> Size {
    Size::new(x).unwrap()
}

fn amount(x: f64) -> Amount {
    Amount::new(x).unwrap()
}

fn share(x: f64) -> Share {
    Share::new(x).unwrap()
}

fn pact(countries: u32, stakes: f64) -> Pact {
    Pact::new(countries, size(stakes)).unwrap()
}

/// The size of the treaty that holds, members first.
fn holds(countries: u32, stakes: f64) -> u32 {
    pact(countries, stakes).stable(Timing::Leader).into_iter().max().unwrap()
}

/// One large country, two small ones.
fn three() -> Unlike {
    Unlike::of(&[(4.0, 2.0), (1.0, 0.5), (1.0, 0.5)]).unwrap()
}

fn adapting(spill: f64) -> Adaptation {
    Adaptation { damage: amount(3.0), cost: size(5.0), spill: amount(spill) }
}
