//! Bargaining: both sides of claims B0b, B3g, B4a, B4b, B4d, B5e, B5i and C2, the record,
//! and what the models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;
mod solutions;

use common::{close, comes_by_name, facts, refused, survives};
use demarche::bargaining::{
    Agenda, BargainingError, Coalition, Contest, Guarantee, Issue, Needs, Offers,
    Outcomes, Problem, Ratifiers, Sanction, Shift, Showdown, Success, Terms,
    Unknown, Wording, exchange, ratification, side_payment, stahl,
};
use demarche::numbers::{
    Amount, Discount, Payoff, Probability, RelativeWeight, Share, Size,
};
use proptest::prelude::*;

/// A few products of numbers around 1.
const ROUNDING: f64 = 1e-12;

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn chance(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

fn issue(first: f64, second: f64) -> Issue {
    Issue::new(first, second).unwrap()
}

fn needs(first: f64, second: f64) -> Needs {
    Needs::new(first, second).unwrap()
}

fn problem(deals: &[(f64, f64)], no_deal: (f64, f64)) -> Problem {
    Problem::of(deals, no_deal).unwrap()
}

fn pair(terms: Option<Terms>) -> Option<(f64, f64)> {
    terms.map(|terms| (terms.first.value(), terms.second.value()))
}

fn offers(patience: [f64; 2], ways_out: [f64; 2]) -> Offers {
    let patience = patience.map(|delta| Discount::new(delta).unwrap());
    Offers { patience, ways_out: ways_out.map(share) }
}

/// The first's share.
fn divided(patience: [f64; 2], ways_out: [f64; 2]) -> f64 {
    offers(patience, ways_out).division().unwrap().first.value()
}

fn coalition(members: u32, each: f64) -> Coalition {
    Coalition::new(members, share(each), Discount::new(0.9).unwrap()).unwrap()
}

fn shift(now: f64, cost: f64, patience: f64) -> Shift {
    Shift::of(now, cost, patience).unwrap()
}

fn showdown(bite: f64, surprise: f64, resolve: f64) -> Showdown {
    Showdown::new(share(bite), share(surprise), chance(resolve)).unwrap()
}

fn unknown(odds: f64, cost: f64, least: f64, most: f64) -> Unknown {
    Unknown::of(odds, cost, [least, most]).unwrap()
}

/// Each could do the next a favour worth 3 that costs it 2.
fn ring(parties: usize) -> Agenda {
    let favour = |giver: usize| {
        let gain = |party| {
            let gain = if party == giver {
                -2.0
            } else if party == (giver + 1) % parties {
                3.0
            } else {
                0.0
            };
            Payoff::new(gain).unwrap()
        };
        (0..parties).map(gain).collect()
    };
    Agenda::new((0..parties).map(favour).collect()).unwrap()
}
