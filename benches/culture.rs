//! Axelrod's land until nothing moves, step by step.

use demarche::culture::Land;
use demarche::numbers::Probability;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A hundred worlds, each to its end; an item is a step.
fn hundred(bencher: Bencher<'_, '_>, land: Land) {
    let runs = || black_box(land).runs(100, 100_000_000, 1991).expect("runs");
    let steps: u64 = runs().iter().filter_map(|own| own.frozen_at).sum();
    bencher.counter(ItemsCount::new(steps)).bench(runs);
}

/// By features and traits.
#[divan::bench(args = [(5, 10), (5, 15), (15, 15)], sample_count = 20)]
fn to_rest(bencher: Bencher<'_, '_>, (features, traits): (u8, u8)) {
    hundred(bencher, Land::new(10, features, traits).expect("a land"));
}

/// With one contact of five with a field of media and one of ten far away.
#[divan::bench(sample_count = 20)]
fn with_field_and_far(bencher: Bencher<'_, '_>) {
    let chance = |of| Probability::new(of).expect("a probability");
    let land = Land::new(10, 5, 10).expect("a land");
    hundred(bencher, land.with_far(chance(0.1)).with_field(chance(0.2)));
}
