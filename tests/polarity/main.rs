//! Polarity: both sides of claims A4a, A4b and B1d, the record, and what the models keep
//! whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, facts, raw, refused, survives, unit};
use demarche::exact::Exact;
use demarche::numbers::{Amount, Share, Time};
use demarche::polarity::{
    Components, GREAT_POWER_WARS, Index, Part, Polarity, PolarityError, PoleRule,
    Power, Shares, Spell, cinc, disputes, gap_by_chance, ginc, majority_game,
    majors, minimal_winning, quiet_by_chance, spells,
};
use demarche::voting::Tally;
use proptest::prelude::*;
use serde::Deserialize;

const ROUNDING: f64 = 1e-12;

fn amounts(values: &[f64]) -> Vec<Amount> {
    values.iter().map(|&value| Amount::new(value).unwrap()).collect()
}

fn shares(values: &[f64]) -> Shares {
    Shares::of(&amounts(values)).unwrap()
}

fn equals(count: usize) -> Shares {
    shares(&vec![1.0; count])
}

fn rule(unipole: f64, pole: f64, floor: f64) -> PoleRule {
    let [unipole, pole, floor] =
        [unipole, pole, floor].map(|share| Share::new(share).unwrap());
    PoleRule::new(unipole, pole, floor).unwrap()
}

/// A state with amounts of its first parts.
fn state(known: &[Option<f64>]) -> Components {
    let parts = Part::ALL.into_iter().zip(known);
    parts.fold(Components::NONE, |state, (part, amount)| match amount {
        Some(amount) => state.with(part, Amount::new(*amount).unwrap()),
        None => state,
    })
}

/// How often each power of a year is decisive, by the simple majority of shares.
fn power(year: i32) -> Vec<(Power, Exact)> {
    let majors = majors(year, Index::Capability).unwrap();
    let tally = Tally::of(&majority_game(&majors.shares).unwrap()).unwrap();
    majors.powers.into_iter().zip(tally.shapley_shubik()).collect()
}

fn told(power: &[(Power, Exact)]) -> Vec<String> {
    power.iter().map(|(power, share)| format!("{power} {share}")).collect()
}

fn customary(index: Index) -> Vec<Spell> {
    spells(&PoleRule::CUSTOMARY, index)
}

/// Disputes and pair-years under a word.
fn under(spells: &[Spell], polarity: Polarity) -> (u32, u32) {
    let all = spells.iter().filter(|spell| spell.polarity == polarity);
    all.fold((0, 0), |(d, p), spell| (d + spell.disputes, p + spell.pair_years))
}
