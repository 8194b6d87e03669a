//! The chapter `voting` against the published record, its claims and invariants.

#[path = "../common/mod.rs"]
mod common;

mod answers;
mod blocs;
mod claims;
mod demo;
mod doors;
mod fund;
mod golden;
mod invariants;
mod methods;
mod ties;
mod waits;

use common::{refused, survives, told};
use demarche::chance::{below, seeded, unit};
use demarche::exact::{BigUint, Exact, decimal};
use demarche::numbers::{Rate, Share, Time};
use demarche::voting::{
    Alliance, AllianceReport, Assembly, Ballot, BallotPower, BallotRule, Body,
    Choices, Estimate, Outside, Role, Rule, Sample, Survey, Tally, Threshold, Ties,
    VotingError, Wait, Weighted, bodies, decisive_citizen, exact_swings,
    quarrelling, square_root_rule,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn ratio(over: u64, under: u64) -> Exact {
    Exact::new(over.into(), under.into())
}

fn read(text: &str) -> Exact {
    text.parse().unwrap()
}

fn big(text: &str) -> BigUint {
    text.parse().unwrap()
}

fn weighted(quota: u64, weights: &[u64]) -> Body {
    Body::weighted(quota, weights.to_vec()).unwrap()
}

fn tally(body: &Body) -> Tally {
    Tally::of(body).unwrap()
}

/// The tolerance is a part of the value.
fn close(found: f64, told: f64, within: f64) {
    common::close(found, told, within * told.abs());
}

fn golden(key: &str) -> Value {
    let text = include_str!("../data/voting_golden.json");
    serde_json::from_str::<Value>(text).unwrap()[key].clone()
}

fn without_the_clause_of_four(body: &Body) -> Body {
    let Rule::Any(parts) = body.rule() else { panic!("Lisbon is an any-of") };
    Body::new(body.members().to_vec(), parts[0].clone()).unwrap()
}

fn wait(body: &Body) -> f64 {
    Wait::of(&tally(body)).mean()
}

fn at(time: f64) -> Time {
    Time::new(time).unwrap()
}

fn per(rate: f64) -> Rate {
    Rate::new(rate).unwrap()
}

fn nameless(n: usize, rule: Rule) -> Body {
    Body::nameless(n, rule).unwrap()
}

fn three(assembly: &Assembly) -> BallotPower {
    assembly.power(Choices::Three).unwrap()
}

fn unanimity(n: usize) -> Body {
    nameless(n, Rule::unanimity(n))
}

fn leaf(n: usize) -> impl Strategy<Value = Rule> {
    let weights = prop::collection::vec(0_u64..12, n);
    prop_oneof![
        (1..=n as u64).prop_map(Rule::AtLeast),
        (weights, 0_u64..1000).prop_filter_map("some weight", |(weights, part)| {
            let total: u64 = weights.iter().sum();
            let quota = 1 + part * total / 1000;
            Weighted::new(quota.min(total), weights).ok().map(Rule::Weighted)
        }),
    ]
}

fn rule(n: usize) -> impl Strategy<Value = Rule> {
    leaf(n).prop_recursive(2, 6, 3, |inner| {
        let parts = prop::collection::vec(inner, 1..=3);
        prop_oneof![parts.clone().prop_map(Rule::All), parts.prop_map(Rule::Any)]
    })
}

fn any_body(most: usize) -> impl Strategy<Value = Body> {
    (1..=most).prop_flat_map(rule_body)
}

fn rule_body(n: usize) -> impl Strategy<Value = Body> {
    rule(n).prop_map(move |rule| nameless(n, rule))
}

fn total(indices: &[Exact]) -> Exact {
    indices.iter().sum()
}
