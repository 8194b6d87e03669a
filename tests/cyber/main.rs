//! Cyber: both sides of claims C6, C6b and B1f, the record, and what the models keep
//! whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use core::num::NonZeroU32;

use common::{close, comes_by_name, facts, refused, survives, told};
use demarche::cyber::{
    Answer, Blame, CyberError, Decision, Inquiry, Line, Mark, Norm,
};
use demarche::games::Payoffs;
use demarche::numbers::{Discount, Probability, Rate, Size};
use demarche::signals::grim_patience;
use demarche::voting::Wait;
use proptest::prelude::*;
use serde::Deserialize;

const ROUNDING: f64 = 1e-9;

fn chance(x: f64) -> Probability {
    Probability::new(x).unwrap()
}

fn patience(x: f64) -> Discount {
    Discount::new(x).unwrap()
}

fn times(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap()
}

/// The chapter's mark: found 8 times in 10 if the first did it, 2 in 10 by chance.
fn mark(planted: f64) -> Mark {
    Mark {
        points_at: 0,
        if_guilty: chance(0.8),
        by_chance: chance(0.2),
        planted: chance(planted),
    }
}

/// A suspicion of 3 in 5 and such a mark.
fn inquiry(planted: f64) -> Inquiry {
    Inquiry::new(vec![chance(0.6), chance(0.4)], vec![mark(planted)]).unwrap()
}

/// What the mark makes of it.
fn suspicion(planted: f64) -> f64 {
    inquiry(planted).after().unwrap()[0]
}

fn game(vulnerable: f64, knows: f64, planted: f64) -> Blame {
    Blame::of(vulnerable, knows, planted).unwrap()
}

fn norm(false_alarms: f64) -> Norm {
    Norm::of(0.5, false_alarms, 0.6).unwrap()
}

/// The chapter's line: a settlement worth 1, an exposure of 3, patience 0.9.
fn line() -> Line {
    Line::of(1.0, 3.0, 0.9).unwrap()
}
