//! Ten thousand small models in columns, on the inputs that the peers have (`SplitMix64`
//! streams 42 and 7; see benches/README.md).

mod draws;

use demarche::columns::{Equilibria, equilibria, long_runs};
use demarche::games::{Bimatrix, Payoffs};
use demarche::numbers::{Payoff, Probability};
use demarche::signals::{Chain, MemoryOne};
use divan::{Bencher, black_box};
use draws::{raw, unit};

fn main() {
    divan::main();
}

const ROWS: usize = 10_000;

/// Eight columns of numbers drawn row by row.
fn columns<T>(stream: u64, number: impl Fn(u64) -> T) -> [Vec<T>; 8] {
    let draws = raw(stream, 8 * ROWS);
    core::array::from_fn(|column| {
        draws.chunks(8).map(|row| number(row[column])).collect()
    })
}

fn strategies() -> [Vec<Probability>; 8] {
    columns(42, |z| Probability::new(0.01 + 0.98 * unit(z)).expect("below 1"))
}

fn games() -> [Vec<Payoff>; 8] {
    columns(7, |z| Payoff::new((z % 1000) as f64).expect("finite"))
}

fn halves<T>(columns: &[Vec<T>; 8]) -> [[&[T]; 4]; 2] {
    let half = |from: usize| core::array::from_fn(|k| columns[from + k].as_slice());
    [half(0), half(4)]
}

/// What each of two memory-one strategies earns in the long run.
#[divan::bench]
fn long_runs_of_pairs(bencher: Bencher<'_, '_>) {
    let columns = strategies();
    let [first, second] = halves(&columns);
    let mut earned = [vec![0.0; ROWS], vec![0.0; ROWS]];
    bencher.bench_local(|| {
        let [mine, others] = &mut earned;
        long_runs(black_box(first), second, &Payoffs::AXELROD, [mine, others])
    });
}

/// The same, one after the other.
#[divan::bench]
fn long_runs_one_by_one(bencher: Bencher<'_, '_>) {
    let columns = strategies();
    let pairs: Vec<_> = (0..ROWS)
        .map(|k| {
            halves(&columns)
                .map(|half| MemoryOne::from(half.map(|column| column[k])))
        })
        .collect();
    bencher.bench_local(|| {
        let scores = black_box(&pairs).iter().map(|[x, y]| {
            let long_run = Chain::between(x, y).long_run().expect("one");
            long_run.payoffs(&Payoffs::AXELROD)[0]
        });
        scores.sum::<f64>()
    });
}

/// All equilibria of games of two by two.
#[divan::bench]
fn equilibria_of_games(bencher: Bencher<'_, '_>) {
    let columns = games();
    let [row, column] = halves(&columns);
    let mut found = vec![Equilibria::default(); ROWS];
    let mut mix = [(); 2].map(|()| vec![Probability::new(0.0).expect("none"); ROWS]);
    bencher.bench_local(|| {
        let [first, second] = &mut mix;
        equilibria(black_box(row), column, &mut found, [first, second]);
    });
}

/// The same, one after the other.
#[divan::bench]
fn equilibria_one_by_one(bencher: Bencher<'_, '_>) {
    let columns = games();
    let games: Vec<_> = (0..ROWS)
        .map(|k| {
            let [row, column] = halves(&columns).map(|half| {
                let [cc, cd, dc, dd] = half.map(|column| column[k]);
                [[cc, cd], [dc, dd]]
            });
            Bimatrix::new(row, column)
        })
        .collect();
    bencher.bench_local(|| {
        let count = |game: &Bimatrix<Payoff>| {
            let mixed = game.mixed_equilibrium();
            game.pure_equilibria().len() + usize::from(mixed.is_some())
        };
        black_box(&games).iter().map(count).sum::<usize>()
    });
}
