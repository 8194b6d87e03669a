//! The chapter `alignment` against the published record, both sides of its claims,
//! and its invariants.

#![allow(clippy::float_cmp, reason = "energies are whole multiples of one unit")]

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod peers;
mod poles;
mod printed;
mod record;
mod rivals;

use common::{raw, refused, survives, unit};
use demarche::alignment::nations::{self, Factors, Government, NATIONS};
use demarche::alignment::{
    AlignmentError, Landscape, Penalty, Swing, System, courts, powers,
};
use demarche::chance::{Rng, seeded};
use demarche::graph::{Alignment, GraphError, Sign, SignedGraph};
use demarche::numbers::{Payoff, Size};
use proptest::prelude::*;

use Sign::{Friends, Rivals};

const BRITAIN: usize = 0;
const AUSTRIA: usize = 1;
const FRANCE: usize = 2;
const PRUSSIA: usize = 3;
const RUSSIA: usize = 4;

fn old_system() -> Alignment {
    Alignment::of_side(5, &[BRITAIN, AUSTRIA, RUSSIA])
}

fn new_system() -> Alignment {
    Alignment::of_side(5, &[BRITAIN, PRUSSIA])
}

fn sizes(values: &[f64]) -> Vec<Size> {
    values.iter().map(|&value| Size::new(value).unwrap()).collect()
}

fn equal(n: usize) -> Landscape {
    Landscape::rivals(&sizes(&vec![1.0; n])).unwrap()
}

/// Every alignment of n states.
fn all(n: usize) -> impl Iterator<Item = Alignment> {
    (0..1_u64 << (n - 1)).map(move |code| Alignment::from_code(n, code))
}

fn lead(landscape: &Landscape, sides: &Alignment) -> f64 {
    let (first, second) = landscape.weights(sides);
    (first - second).abs()
}

fn smallest(landscape: &Landscape, sides: &Alignment) -> f64 {
    let (first, second) = sides.sides();
    let (weight_first, weight_second) = landscape.weights(sides);
    let heavier = if weight_first >= weight_second { first } else { second };
    heavier.iter().map(|&i| landscape.size(i).value()).fold(f64::INFINITY, f64::min)
}

fn table(graph: &SignedGraph) -> Vec<Vec<Payoff>> {
    let n = graph.states();
    let sign = |a: usize, b: usize| {
        let tie = if a == b { None } else { graph.tie(a, b) };
        Payoff::new(tie.map_or(0.0, |sign| sign.value() as f64)).unwrap()
    };
    (0..n).map(|a| (0..n).map(|b| sign(a, b)).collect()).collect()
}

fn misplaced(sides: &Alignment, published: &Alignment) -> Vec<&'static str> {
    let soviet = 14;
    let wrong =
        |&i: &usize| sides.together(i, soviet) != published.together(i, soviet);
    (0..17).filter(wrong).map(|i| NATIONS[i].name).collect()
}
