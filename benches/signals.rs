//! Tournaments, chains and bias: what is large in `signals`.
//!
//! `cargo bench --bench signals`. The peers' times stand in `README.md` beside this.

use demarche::chance::{seeded, unit};
use demarche::games::Payoffs;
use demarche::numbers::{ErrorRate, Probability};
use demarche::signals::{
    Bias, Chain, Encounter, Machine, MemoryOne, Named, SlipOfHand, Tournament,
    max_cells,
};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The fifteen that `tests/signals` checks: twelve sure ones, three that draw lots.
const ENTRANTS: [&str; 15] = [
    "always-cooperate",
    "always-defect",
    "alternator",
    "tit-for-tat",
    "suspicious-tit-for-tat",
    "tit-for-two-tats",
    "two-tits-for-tat",
    "hard-tit-for-tat",
    "bully",
    "grim",
    "win-stay-lose-shift",
    "davis",
    "random:0.5",
    "generous:1/3",
    "joss:0.9",
];

fn machines(names: &[&str]) -> Vec<Machine> {
    names.iter().map(|name| name.parse::<Named>().unwrap().machine()).collect()
}

fn tournament(repetitions: u32, noise: f64) -> Tournament {
    let slip = SlipOfHand::new(ErrorRate::new(noise).unwrap());
    Tournament::new(200, repetitions).unwrap().over(slip).seeded(1)
}

/// W1b: fifteen strategies, 200 rounds, 5 % slips of the hand.
#[divan::bench(args = [10, 64, 640, 6400])]
fn noisy_tournament(bencher: Bencher<'_, '_>, repetitions: u32) {
    let (machines, games) = (machines(&ENTRANTS), tournament(repetitions, 0.05));
    bencher.bench(|| games.play(black_box(&machines)));
}

/// W1: the same without noise.
#[divan::bench(args = [10, 640])]
fn clear_tournament(bencher: Bencher<'_, '_>, repetitions: u32) {
    let (machines, games) = (machines(&ENTRANTS), tournament(repetitions, 0.0));
    bencher.bench(|| games.play(black_box(&machines)));
}

/// The eight sure strategies that egttools has too, 200 rounds once.
#[divan::bench]
fn eight_sure_strategies(bencher: Bencher<'_, '_>) {
    let eight = [0, 1, 3, 4, 5, 6, 9, 10].map(|i| ENTRANTS[i]);
    let (machines, games) = (machines(&eight), tournament(1, 0.0));
    bencher.bench(|| games.play(black_box(&machines)));
}

/// W2: the long run of ten thousand random pairs of memory-one strategies.
#[divan::bench]
fn ten_thousand_chains(bencher: Bencher<'_, '_>) {
    let mut rng = seeded(42);
    let mut strategy = || {
        let [a, b, c, d] = [(); 4]
            .map(|()| Probability::new(0.01 + 0.98 * unit(&mut rng)).unwrap());
        MemoryOne::new(a, b, c, d)
    };
    let pairs: Vec<_> = (0..10_000).map(|_| (strategy(), strategy())).collect();
    bencher.bench(|| {
        let scores = black_box(&pairs).iter().map(|(x, y)| {
            let long_run = Chain::between(x, y).long_run().unwrap();
            long_run.payoffs(&Payoffs::AXELROD)[0]
        });
        scores.sum::<f64>()
    });
}

/// The largest chain of the roster: two counting strategies over a noisy line.
#[divan::bench]
fn davis_against_contrite(bencher: Bencher<'_, '_>) {
    let [a, b] = [Named::Davis, Named::Contrite].map(|named| named.machine());
    let line = SlipOfHand::new(ErrorRate::new(0.05).unwrap());
    bencher.bench(|| Encounter::new(black_box(&a), &b, line).long_run());
}

/// How many cells at the finest bias.
#[divan::bench]
fn cells_of_the_finest_bias(bencher: Bencher<'_, '_>) {
    let bias = Bias::ratio(1, 1_000_000_000_000).unwrap();
    bencher.bench(|| max_cells(black_box(bias)));
}
