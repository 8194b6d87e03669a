//! Culture: both sides of claims B2a, B2c, B2d, B2f, B5d and C7, the record, and what the
//! models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, demo, refused, survives, told};
use demarche::chance::{Rng, seeded, stream};
use demarche::culture::record::{FAR, FIELD, NINE, Runs, SEED, SIDES, STRENGTHS};
use demarche::culture::{
    Culture, CultureError, Land, Likeness, Neighbours, Outcome, Outreach, Sample,
    World,
};
use demarche::numbers::{Probability, Share};
use demarche::peace::Counts;
use demarche::voting::Body;
use proptest::prelude::*;

const ROUNDING: f64 = 1e-9;
/// Steps enough for every land here to come to rest.
const LONG: u64 = 1_000_000_000;

fn chance(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn land(side: u8, features: u8, traits: u8) -> Land {
    Land::new(side, features, traits).unwrap()
}

fn culture(traits: &[u8]) -> Culture {
    Culture::new(traits).unwrap()
}

/// A settled ten by ten, each site with the same trait in all five features.
fn drawn(trait_of: impl Fn(usize) -> u8) -> World {
    let cultures: Vec<Culture> =
        (0..100).map(|site| culture(&[trait_of(site); 5])).collect();
    land(10, 5, 15).settled(&cultures).unwrap()
}

/// Who shares so many features of five.
fn of_five(shared: u8) -> Likeness {
    Likeness::new(shared, 5).unwrap()
}

fn outreach(message: f64, reach: f64) -> Outreach {
    Outreach::new(share(message), share(reach), share(0.25)).unwrap()
}

fn lived(reach: f64, experience: f64, weight: f64) -> Outreach {
    let told = outreach(0.8, reach);
    told.with_experience(share(experience), share(weight)).unwrap()
}

/// Many outcomes in short.
fn in_short(outcomes: &[Outcome], of: impl Fn(&Outcome) -> u16) -> Runs {
    let each = || outcomes.iter().map(|own| u32::from(of(own)));
    Runs {
        count: u32::try_from(outcomes.len()).unwrap(),
        sum: each().sum(),
        squares: each().map(|number| number * number).sum(),
    }
}

/// The difference of two means in standard errors.
fn apart(one: Runs, other: Runs) -> f64 {
    let errors = libm::hypot(one.error(), other.error());
    (one.mean() - other.mean()) / errors
}

/// The runs under a field of this strength.
fn under(traits: u8, strength: f64) -> Runs {
    let (_, runs) = FIELD.iter().find(|(own, _)| *own == traits).unwrap();
    runs[at(&STRENGTHS, strength)]
}

/// The cultures left with so many contacts far away, after a million steps.
fn far(chance: f64) -> Runs {
    FAR[at(&FAR.map(|(own, _)| own), chance)].1[1]
}

fn at(all: &[f64], wanted: f64) -> usize {
    all.iter().position(|own| own.to_bits() == wanted.to_bits()).unwrap()
}
