//! The chapter `immunity`: published table and cases, invariants over the whole space
//! of cases, properties that sound right and are false, and both sides of each claim.

#[path = "../common/mod.rs"]
mod common;

mod chain;
mod claims;
mod doors;
mod false_friends;
mod flips;
mod invariants;
mod premises;
mod printed;
mod record;
mod rooms;

use common::{facts, rows};
use std::collections::{BTreeSet, HashSet};

use demarche::games::Payoffs;
use demarche::immunity::hostage::{Host, Missions, Move};
use demarche::immunity::mission::{
    Accreditation, Class, Head, Standing, Target, breach, expel, precedence,
    refuse_agrement, restrict, tried_at_home, unrecognised,
};
use demarche::immunity::pair::{Effect, OBJECTIONS, RESERVATIONS};
use demarche::immunity::table::{Cell, Column, cell};
use demarche::immunity::taxes::{Levy, duty, levy, servants_insurance};
use demarche::immunity::things::{Bag, BagAction, BagCase, Premises, bag, entry};
use demarche::immunity::verdict::{outcome, shield};
use demarche::immunity::*;
use demarche::numbers::{Discount, Payoff, Probability};
use proptest::prelude::*;

const PLAIN: Reading = Reading::PLAIN;

fn decide(case: &Case) -> Outcome {
    outcome(case, Pair::PLAIN, PLAIN)
}

/// Acts: every subject with every combination of the three circumstances.
fn acts() -> Vec<Act> {
    let mut all = Vec::new();
    for subject in Subject::ALL {
        for bits in 0..8_u8 {
            all.push(Act {
                subject,
                judge: bits & 1 > 0,
                counterclaim: bits & 2 > 0,
                gainful: bits & 4 > 0,
            });
        }
    }
    all
}

/// Every person, phase, act and measure, without waiver: 447 216 cases.
fn each_case(mut visit: impl FnMut(Case)) {
    let acts = acts();
    for who in Who::all() {
        for phase in Phase::ALL {
            for &act in &acts {
                for measure in Measure::ALL {
                    visit(Case { who, phase, act, measure, waiver: Waiver::NONE });
                }
            }
        }
    }
}

fn barred(case: &Case) -> bool {
    decide(case) == Outcome::Barred
}

fn changes() -> Vec<Change> {
    let mut all = vec![Change::Sponsor, Change::Household, Change::Unrecognised];
    all.extend(
        Measure::ALL.iter().flat_map(|&m| [Change::Waive(m), Change::Keep(m)]),
    );
    all.extend(Phase::ALL.iter().map(|&phase| Change::At(phase)));
    all.extend(Capacity::ALL.iter().map(|&capacity| Change::As(capacity)));
    all.extend(Subject::ALL.iter().map(|&subject| Change::About(subject)));
    all.extend(Tie::ALL.iter().map(|&tie| Change::Tied(tie)));
    all.extend(Category::ALL.iter().map(|&category| Change::Kind(category)));
    for side in [false, true] {
        all.extend([
            Change::Judge(side),
            Change::Counterclaim(side),
            Change::Gainful(side),
        ]);
        all.extend(Issue::ALL.iter().map(|&issue| Change::Read(issue, side)));
    }
    all
}

fn cited(case: &Case, pair: Pair, reading: Reading) -> Vec<String> {
    let answer = verdict(case, pair, reading);
    answer.cites().iter().map(ToString::to_string).collect()
}

fn host(delta: f64, survival: f64) -> Host {
    let payoffs = Payoffs::new(5.0, 3.0, 1.0, 0.0).unwrap();
    let survival = Probability::new(survival).unwrap();
    Host::new(payoffs, Discount::new(delta).unwrap(), survival).unwrap()
}
