//! What passes through each state of a network.

mod draws;

use std::collections::BTreeSet;

use demarche::actors::{Graph, Missions, Tie};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// So many states, and the first so many different pairs of a stream.
fn network(states: u64, ties: usize) -> Graph {
    let mut seen = BTreeSet::new();
    for draw in draws::raw(51, 60_000).chunks(2) {
        let state = |z: u64| usize::try_from(z % states).expect("a state");
        let (a, b) = (state(draw[0]), state(draw[1]));
        if a != b && seen.len() < ties {
            seen.insert([a.min(b), a.max(b)]);
        }
    }
    let ties: Vec<[usize; 2]> = seen.into_iter().collect();
    let states = usize::try_from(states).expect("a number of states");
    Missions::new(states, &ties).expect("missions").graph(Tie::Either)
}

/// With the next, the job of `benches/peers/actors.py`.
#[divan::bench]
fn betweenness_of_200_states_10_000_ties(bencher: Bencher<'_, '_>) {
    let graph = network(200, 10_000);
    bencher.bench(|| black_box(&graph).betweenness());
}

#[divan::bench]
fn betweenness_of_1800_states_9000_ties(bencher: Bencher<'_, '_>) {
    let graph = network(1_800, 9_000);
    bencher.bench(|| black_box(&graph).betweenness());
}

#[divan::bench]
fn betweenness_exactly_of_ten_states(bencher: Bencher<'_, '_>) {
    let missions = demarche::actors::record::south_america(1904).expect("a year");
    let graph = missions.graph(Tie::Either);
    bencher.bench(|| black_box(&graph).betweenness_exactly());
}
