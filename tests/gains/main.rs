//! Relative gains: both sides of claims A3a, A3b and A3c, the numbers that the chapter
//! prints, and what the models keep whatever the gains are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod deals;
mod fighting;
mod games;
mod invariants;
mod many;
mod pies;

use common::{refused, survives};
use demarche::exact::Ratio;
use demarche::gains::{
    Attention, Census, Deal, GainsError, PublicGood, States, Tolerance, TwoPeriods,
    War, Zone, accepted_share, census, critical_weight, deepest,
    deepest_with_transfers, effective_weight, fate, patience, relative_gains,
    relative_gains_between, trust_threshold,
};
use demarche::games::{Bimatrix, GameClass, Move, OrdinalGame, Payoffs};
use demarche::numbers::{RelativeWeight, Sensitivity, Share, Size};
use proptest::prelude::*;

use GameClass::{Deadlock, Harmony, PrisonersDilemma};

/// Sums of a few products of numbers below 100: rounding stays far below this.
const ROUNDING: f64 = 1e-9;

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < ROUNDING
}

fn deal(own: f64, other: f64) -> Deal {
    Deal::new(own, other).unwrap()
}

fn k(value: f64) -> Sensitivity {
    Sensitivity::new(value).unwrap()
}

fn rho(value: f64) -> RelativeWeight {
    RelativeWeight::new(value).unwrap()
}

fn states(count: usize) -> States {
    States::new(count).unwrap()
}

fn sizes(sizes: &[f64]) -> Vec<Size> {
    sizes.iter().map(|&size| Size::new(size).unwrap()).collect()
}

/// Weights from 0 to 1 that meet no threshold of small whole payoffs exactly.
fn weights() -> impl Iterator<Item = RelativeWeight> {
    (0..=99).map(|step| rho(f64::from(step) / 99.5))
}

fn war(gap: f64, prize: f64, cost: f64) -> War {
    War { gap, prize, cost, loser: 0.0 }
}

fn world(prize: f64, cost: f64) -> TwoPeriods {
    TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war(3.0, prize, cost)).unwrap()
}

fn gain() -> impl Strategy<Value = f64> {
    -100.0..100.0_f64
}

fn weight() -> impl Strategy<Value = RelativeWeight> {
    (0.0..=1.0_f64).prop_map(rho)
}

fn game() -> impl Strategy<Value = Payoffs> {
    [gain(), gain(), gain(), gain()]
        .prop_map(|[t, r, p, s]| Payoffs::new(t, r, p, s).unwrap())
}

fn table() -> impl Strategy<Value = [[f64; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(gain()))
}
