//! Exact searches over alignments, on the inputs that the peers have (`SplitMix64`
//! streams 11, 12 and 21 to 23; see benches/README.md).

mod draws;

use demarche::alignment::Landscape;
use demarche::alignment::nations::{self, Factors, NATIONS};
use demarche::graph::{Sign, SignedGraph};
use demarche::numbers::{Payoff, Size};
use divan::{Bencher, black_box};
use draws::{few_ties, raw};

fn main() {
    divan::main();
}

/// Sizes of 1 to 100, propensities of −3 to 3.
fn landscape(n: usize) -> Landscape {
    let size = |z: &u64| Size::new((1 + z % 100) as f64).expect("a size");
    let sizes: Vec<Size> = raw(11, n).iter().map(size).collect();
    let mut upper = raw(12, n * (n - 1) / 2).into_iter();
    let mut table = vec![vec![Payoff::new(0.0).expect("finite"); n]; n];
    for (i, j) in SignedGraph::new(n, &[]).expect("states").pairs() {
        let z = upper.next().expect("one a pair");
        let p = Payoff::new((z % 7) as f64 - 3.0).expect("finite");
        table[i][j] = p;
        table[j][i] = p;
    }
    Landscape::new(&sizes, &table).expect("symmetric")
}

/// Every pair tied, about half of them rivals.
fn graph(n: usize) -> SignedGraph {
    let mut graph = SignedGraph::new(n, &[]).expect("states");
    let mut draws = raw(21, n * (n - 1) / 2).into_iter();
    for (a, b) in graph.pairs() {
        let rivals = draws.next().expect("one a pair") >> 63 == 0;
        graph.set(a, b, Some(if rivals { Sign::Rivals } else { Sign::Friends }));
    }
    graph
}

/// All stable alignments.
#[divan::bench(args = [17, 20, 24, 28])]
fn stable(bencher: Bencher<'_, '_>, n: usize) {
    let landscape = landscape(n);
    bencher.bench(|| black_box(&landscape).stable());
}

/// The same where all sizes are 1 and all propensities ±1: ties everywhere, and so
/// the least to cut.
#[divan::bench(args = [20, 24])]
fn stable_of_signs(bencher: Bencher<'_, '_>, n: usize) {
    let landscape = Landscape::of_graph(&graph(n));
    bencher.bench(|| black_box(&landscape).stable());
}

/// The best alignment, proven.
#[divan::bench(args = [17, 20, 24, 32])]
fn best(bencher: Bencher<'_, '_>, n: usize) {
    let landscape = landscape(n);
    bencher.bench(|| black_box(&landscape).best());
}

/// The frustration index of a complete graph, proven, with all optima.
#[divan::bench(args = [20, 24, 28, 40])]
fn frustration(bencher: Bencher<'_, '_>, n: usize) {
    let graph = graph(n);
    bencher.bench(|| black_box(&graph).frustration());
}

/// The same of a sparse graph: so many states, twice as many ties, three in ten
/// of them rivalries.
#[divan::bench(args = [110, 150], sample_count = 10)]
fn frustration_of_few_ties(bencher: Bencher<'_, '_>, n: usize) {
    let mut graph = SignedGraph::new(n, &[]).expect("states");
    for (a, b, rivals) in few_ties(n, 2 * n) {
        graph.set(a, b, Some(if rivals { Sign::Rivals } else { Sign::Friends }));
    }
    bencher.bench(|| black_box(&graph).frustration());
}

/// Where each of the 65 536 alignments of 1936 runs down to.
#[divan::bench]
fn basins_of_1936(bencher: Bencher<'_, '_>) {
    let landscape = nations::landscape(&NATIONS, &Factors::default());
    let landscape = landscape.expect("the case is coded");
    bencher.bench(|| black_box(&landscape).basins());
}
