//! Capabilities and concentration of 200 states in 200 years, on the inputs that the
//! peers have (`SplitMix64` streams 51 and 52; see benches/README.md).

mod draws;

use demarche::numbers::Amount;
use demarche::polarity::{Components, Index, Part, PoleRule, Shares, cinc, spells};
use divan::{Bencher, black_box};
use draws::{raw, unit};

fn main() {
    divan::main();
}

fn panel() -> Vec<Components> {
    let count = 200 * 200 * 6;
    let values =
        raw(51, count).into_iter().map(|z| libm::exp(12.0 * unit(z)).floor());
    let gone = raw(52, count).into_iter().map(|z| unit(z) < 0.05);
    let cells: Vec<(f64, bool)> = values.zip(gone).collect();
    let state = |cells: &[(f64, bool)]| {
        let known = Part::ALL.into_iter().zip(cells).filter(|(_, (_, gone))| !gone);
        known.fold(Components::NONE, |state, (part, (value, _))| {
            state.with(part, Amount::new(*value).expect("an amount"))
        })
    };
    cells.chunks(6).map(state).collect()
}

/// The index of every state and year, and each year's concentration.
#[divan::bench]
fn indices(bencher: Bencher<'_, '_>) {
    let panel = panel();
    bencher.bench(|| {
        let years = black_box(&panel).chunks(200).map(|year| {
            let index = cinc(year);
            let amounts = index.iter().map(|&x| Amount::new(x).expect("an amount"));
            let shares = Shares::of(&amounts.collect::<Vec<_>>()).expect("shares");
            shares.concentration()
        });
        years.collect::<Vec<_>>()
    });
}

/// The labels of two centuries.
#[divan::bench]
fn labels(bencher: Bencher<'_, '_>) {
    bencher.bench(|| spells(black_box(&PoleRule::CUSTOMARY), Index::Capability));
}
