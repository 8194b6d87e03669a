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

use common::{refused, survives, told};
use demarche::chance::{below, seeded, unit};
use demarche::numbers::{Rate, Share, Time};
use demarche::voting::{
    Alliance, Assembly, Ballot, BallotRule, Body, Choices, Estimate, Exact, Outside,
    Role, Rule, Sample, Survey, Tally, Threshold, Ties, VotingError, Wait, Weighted,
    bodies, decimal, decisive_citizen, exact_swings, quarrelling, square_root_rule,
};
use num_bigint::BigUint;
use proptest::prelude::*;
use serde_json::Value;

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

/// The golden table names members by code, by weight or by class.
fn member(body: &Body, name: &str) -> usize {
    let codes = [
        ("DE", "Germany"),
        ("FR", "France"),
        ("IT", "Italy"),
        ("NL", "Netherlands"),
        ("BE", "Belgium"),
        ("LU", "Luxembourg"),
        ("UK", "United Kingdom"),
        ("GB", "United Kingdom"),
        ("DK", "Denmark"),
        ("IE", "Ireland"),
        ("EL", "Greece"),
        ("GR", "Greece"),
        ("ES", "Spain"),
        ("PT", "Portugal"),
        ("AT", "Austria"),
        ("SE", "Sweden"),
        ("FI", "Finland"),
        ("PL", "Poland"),
        ("RO", "Romania"),
        ("CZ", "Czech Republic"),
        ("HU", "Hungary"),
        ("BG", "Bulgaria"),
        ("SK", "Slovakia"),
        ("HR", "Croatia"),
        ("LT", "Lithuania"),
        ("SI", "Slovenia"),
        ("LV", "Latvia"),
        ("EE", "Estonia"),
        ("CY", "Cyprus"),
        ("MT", "Malta"),
        ("each permanent (x5)", "China"),
        ("each permanent", "China"),
        ("each elected (x10)", "elected 1"),
        ("each elected (x6)", "elected 1"),
    ];
    let known =
        codes.iter().find(|(code, _)| *code == name).map_or(name, |pair| pair.1);
    body.find(known).unwrap_or_else(|| panic!("no member {name}"))
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

fn unanimity(n: usize) -> Body {
    Body::nameless(n, Rule::unanimity(n)).unwrap()
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

fn total(indices: &[Exact]) -> Exact {
    indices.iter().sum()
}
