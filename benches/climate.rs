//! Every coalition of twenty unlike countries, on the inputs that the peers have
//! (`SplitMix64` streams 61 and 62; see benches/README.md).

mod draws;

use demarche::climate::Unlike;
use divan::{Bencher, black_box};
use draws::raw;

fn main() {
    divan::main();
}

fn countries() -> Unlike {
    let of = |z: u64| (1 + z % 20) as f64;
    let all = raw(61, 20).into_iter().zip(raw(62, 20));
    let all: Vec<_> = all.map(|(b, c)| (of(b), of(c))).collect();
    Unlike::of(&all).expect("twenty countries")
}

/// Every stable coalition, without money.
#[divan::bench]
fn stable(bencher: Bencher<'_, '_>) {
    let all = countries();
    bencher.bench(|| black_box(&all).stable());
}

/// The best coalition that money holds together.
#[divan::bench]
fn best_with_transfers(bencher: Bencher<'_, '_>) {
    let all = countries();
    bencher.bench(|| black_box(&all).best_with_transfers());
}
