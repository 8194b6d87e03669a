//! Likeness of all pairs of states, on the inputs that the peers have (`SplitMix64`
//! streams 31 and 30; see benches/README.md).

mod draws;

use demarche::alliances::{Portfolio, similarities, similarities_weighted};
use demarche::numbers::Amount;
use divan::{Bencher, black_box};
use draws::raw;

fn main() {
    divan::main();
}

fn portfolios(states: usize) -> Vec<Portfolio> {
    let draws = raw(31, states * states);
    let rows = draws.chunks(states).enumerate().map(|(state, row)| {
        let mut levels: Vec<u8> = row.iter().map(|z| (z % 4) as u8).collect();
        levels[state] = 3;
        Portfolio::new(levels, 3).expect("levels")
    });
    rows.collect()
}

/// S of every pair.
#[divan::bench(args = [200, 1000])]
fn plain(bencher: Bencher<'_, '_>, states: usize) {
    let all = portfolios(states);
    bencher.bench(|| similarities(black_box(&all)));
}

/// S of every pair with a weight for each state.
#[divan::bench(args = [200])]
fn weighted(bencher: Bencher<'_, '_>, states: usize) {
    let all = portfolios(states);
    let weight = |z: &u64| Amount::new((1 + z % 1000) as f64).expect("a weight");
    let weights: Vec<Amount> = raw(30, states).iter().map(weight).collect();
    bencher.bench(|| similarities_weighted(black_box(&all), black_box(&weights)));
}
