//! Trade: both sides of claims A1, B3h, C3, C3b and C3c, the record, and what the models
//! keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, refused, survives};
use demarche::games::{Dilemma, GameClass, Payoffs};
use demarche::numbers::{Amount, Discount, Payoff, Rate, Share, Size};
use demarche::trade::{
    Binding, Contact, Elasticity, Host, Pact, Project, Stationing, Suppliers,
    Tariff, TradeCost, TradeError, World, best_tariff, gains_from_trade, steadiness,
    tariff_game, tariff_war,
};
use proptest::prelude::*;

/// A settled world is balanced to 10⁻¹²; printed figures have six decimals.
const PRINTED: f64 = 5e-7;
const ROUNDING: f64 = 1e-9;

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

fn tariff(value: f64) -> Tariff {
    Tariff::new(value).unwrap()
}

fn cost(value: f64) -> TradeCost {
    TradeCost::new(value).unwrap()
}

fn even(sizes: &[f64], apart: f64, sigma: f64) -> World {
    let sizes: Vec<Size> = sizes.iter().map(|&l| Size::new(l).unwrap()).collect();
    World::even(&sizes, cost(apart), Elasticity::new(sigma).unwrap()).unwrap()
}

/// Ten, six and four of labour, half as much again to pay abroad: the chapter's world.
fn three() -> World {
    even(&[10.0, 6.0, 4.0], 1.5, 5.0)
}

/// What each can buy, as a part of what it could before.
fn changes(before: &World, after: &World) -> Vec<f64> {
    let (before, after) = (before.settled().unwrap(), after.settled().unwrap());
    let countries = 0..before.countries();
    countries.map(|k| after.welfare(k) / before.welfare(k)).collect()
}

fn all_tariffs(world: &World, tariffs: [f64; 3]) -> World {
    (0..3).zip(tariffs).fold(world.clone(), |world, (country, rate)| {
        world.with_tariff_on_all(country, tariff(rate)).unwrap()
    })
}

fn pact(patience: f64) -> Pact {
    let world = even(&[1.0, 1.0], 1.0, 5.0);
    let game = Dilemma::new(tariff_game(&world, tariff(0.3)).unwrap()).unwrap();
    Pact { game, patience: Discount::new(patience).unwrap() }
}

fn project(penalty: f64) -> Project {
    let patience = Discount::new(0.8).unwrap();
    Project::new(amount(1.0), patience, amount(penalty)).unwrap()
}

fn contact(part: f64) -> Contact {
    let (learning, lead) = (Rate::new(0.08).unwrap(), Rate::new(0.02).unwrap());
    Contact { learning, contact: share(part), lead }
}

fn suppliers(count: u32) -> Suppliers {
    Suppliers::new(count, share(0.2), share(0.3)).unwrap()
}

/// Hosts with a tenth of the troops each, from 9,999 to 9.
fn hosts(promise: impl Fn(f64) -> f64) -> Vec<Host> {
    let host = |tens: i32| Host {
        promise: Payoff::new(promise(f64::from(tens))).unwrap(),
        troops: amount(libm::pow(10.0, f64::from(tens)) - 1.0),
    };
    (1..=4).rev().map(host).collect()
}
