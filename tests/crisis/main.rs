//! Crises: both sides of claims B0c, B0f, B1c, B3a, B3b, B3e to B3h, B5f and B5k, the
//! record, and what the models keep whatever the numbers are.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod record;

use common::{close, comes_by_name, refused, survives};
use demarche::bargaining::{Contest, Guarantee, Shift, Unknown};
use demarche::chance::seeded;
use demarche::crisis::{
    Attrition, Border, BorderMap, CrisisError, Diversion, FirstStrike, Forecast,
    Race, Scores, Standoff, Warning, pooled, weakest_link,
};
use demarche::numbers::{Amount, Probability, Rate, Share, Size, Time};
use demarche::signals::Audience;
use demarche::voting::Wait;
use proptest::prelude::*;

const ROUNDING: f64 = 1e-12;
/// Six printed decimals.
const PRINTED: f64 = 5.1e-7;

fn chance(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn time(value: f64) -> Time {
    Time::new(value).unwrap()
}

fn map(states: usize, borders: &[[usize; 2]], crosses: f64) -> BorderMap {
    BorderMap::of(states, borders, chance(crosses)).unwrap()
}

fn expected(map: &BorderMap, from: usize) -> f64 {
    map.outbreak(from).unwrap().expected()
}

/// Two triangles and a bridge.
const BARBELL: [[usize; 2]; 7] =
    [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 5]];
/// The place of the border between 0 and 2, and of the bridge.
const AT_HOME: usize = 2;
const BRIDGE: usize = 3;

/// States in rows, each a neighbour of those beside it.
fn grid(width: usize, height: usize, crosses: f64) -> BorderMap {
    let at = |x: usize, y: usize| width * y + x;
    let mut borders = Vec::new();
    for (x, y) in (0..width).flat_map(|x| (0..height).map(move |y| (x, y))) {
        if x + 1 < width {
            borders.push([at(x, y), at(x + 1, y)]);
        }
        if y + 1 < height {
            borders.push([at(x, y), at(x, y + 1)]);
        }
    }
    map(width * height, &borders, crosses)
}

/// Three by three states, the centre is 4, a corner 0.
fn nine(crosses: f64) -> BorderMap {
    grid(3, 3, crosses)
}

fn strike(advantage: f64) -> FirstStrike {
    let contest = Contest::new(0.5, [0.1, 0.1]).unwrap();
    FirstStrike { contest, advantage: share(advantage) }
}

fn standoff(audience: f64) -> Standoff {
    let audience = Audience::new(audience).unwrap();
    Standoff { odds: chance(0.5), audience, most: Size::new(2.0).unwrap() }
}

fn attrition(audiences: [f64; 2]) -> Attrition {
    let size = |x| Size::new(x).unwrap();
    Attrition {
        prizes: [size(1.0); 2],
        audiences: audiences.map(size),
        most: [size(2.0); 2],
    }
}

fn race(reaction: [f64; 2]) -> Race {
    Race::of(reaction, [1.2, 1.0], [1.0, 2.0]).unwrap()
}

fn diversion(targets: u32) -> Diversion {
    let (loss, price) = (Amount::new(1.0).unwrap(), Size::new(1.0).unwrap());
    Diversion::new(targets, loss, price).unwrap()
}

fn wait(members: usize, votes: usize, vetoes: usize) -> Wait {
    Wait::with_vetoes(members, votes, vetoes).unwrap()
}

fn ahead(wait: &Wait, rate: f64) -> f64 {
    wait.ahead_of(Rate::new(rate).unwrap())
}
