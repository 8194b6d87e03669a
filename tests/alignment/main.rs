//! The chapter `alignment` against the published record, both sides of its claims,
//! and its invariants.

#![allow(clippy::float_cmp, reason = "energies are whole multiples of one unit")]

#[path = "../common/mod.rs"]
mod common;

mod balance;
mod camps;
mod claims;
mod doors;
mod invariants;
mod peers;
mod printed;
mod record;

use common::{refused, survives};
use demarche::alignment::nations::{self, Factors, Government, NATIONS};
use demarche::alignment::{
    Alignment, AlignmentError, Landscape, Penalty, Repair, Sign, SignedGraph, Swing,
    System, courts, jammed_systems, powers, quiet_density,
};
use demarche::chance::{Generator, Rng, below, seeded};
use demarche::numbers::{Payoff, Probability, Size};
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

fn complete(n: usize, mut sign: impl FnMut(usize, usize) -> Sign) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    for (a, b) in graph.pairs() {
        graph.set(a, b, Some(sign(a, b)));
    }
    graph
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

fn random_complete(n: usize, rng: &mut Generator) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    for (a, b) in graph.pairs() {
        graph.set(a, b, Some(if below(rng, 2) == 0 { Friends } else { Rivals }));
    }
    graph
}

fn misplaced(sides: &Alignment, published: &Alignment) -> Vec<&'static str> {
    let soviet = 14;
    let wrong =
        |&i: &usize| sides.together(i, soviet) != published.together(i, soviet);
    (0..17).filter(wrong).map(|i| NATIONS[i].name).collect()
}

/// `SplitMix64` as a counter: the inputs that the peers and ours share.
fn raw(stream: u64, count: usize) -> Vec<u64> {
    let mixed = |k: u64| {
        let z = stream.wrapping_add(k.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    (1..=count as u64).map(mixed).collect()
}

fn unit(z: u64) -> f64 {
    (z >> 11) as f64 / (1_u64 << 53) as f64
}

fn w5(n: usize) -> SignedGraph {
    let signs = raw(21, n * (n - 1) / 2);
    let mut signs = signs.into_iter().map(unit);
    complete(n, |_, _| if signs.next().unwrap() < 0.5 { Rivals } else { Friends })
}

/// Every division of so many states, as the camp of each.
fn divisions(states: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in 0..states {
        all = all
            .into_iter()
            .flat_map(|division: Vec<usize>| {
                let camps = division.iter().max().map_or(0, |last| last + 1);
                (0..=camps).map(move |camp| {
                    let mut longer = division.clone();
                    longer.push(camp);
                    longer
                })
            })
            .collect();
    }
    all
}
