//! The shared graphs against the published record, and their invariants.

#![allow(clippy::float_cmp, reason = "a density of 1 is 1 to the last bit")]

#[path = "../common/mod.rs"]
mod common;

mod camps;
mod doors;
mod invariants;
mod record;

use common::{few_ties, raw, unit};
use demarche::alignment::courts;
use demarche::chance::{Generator, below, seeded};
use demarche::graph::{
    Alignment, GraphError, Repair, Sign, SignedGraph, jammed_systems, quiet_density,
};
use demarche::numbers::Probability;
use proptest::prelude::*;

use Sign::{Friends, Rivals};

fn complete(n: usize, mut sign: impl FnMut(usize, usize) -> Sign) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    for (a, b) in graph.pairs() {
        graph.set(a, b, Some(sign(a, b)));
    }
    graph
}

fn random_complete(n: usize, rng: &mut Generator) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    for (a, b) in graph.pairs() {
        graph.set(a, b, Some(if below(rng, 2) == 0 { Friends } else { Rivals }));
    }
    graph
}

fn w5(n: usize) -> SignedGraph {
    let signs = raw(21, n * (n - 1) / 2);
    let mut signs = signs.into_iter().map(unit);
    complete(n, |_, _| if signs.next().unwrap() < 0.5 { Rivals } else { Friends })
}

fn w5_sparse(n: usize, m: usize) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    for (a, b, rivals) in few_ties(n, m) {
        graph.set(a, b, Some(if rivals { Rivals } else { Friends }));
    }
    graph
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
