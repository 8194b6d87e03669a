//! Networks of aid: flows, cuts, the fairest parts, the quickest ways.

mod draws;

use demarche::aid::{Load, Network, Road};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A thousand places, ten thousand roads; stocks at the first twenty places, needs at
/// the last.
fn large() -> Network {
    let draws = draws::raw(41, 30_000);
    let place = |z: u64| usize::try_from(z % 1_000).expect("a place");
    let roads = draws.chunks(3).map(|draw| {
        let (from, to) = (place(draw[0]), place(draw[1]));
        let to = if from == to { (to + 1) % 1_000 } else { to };
        Road { from, to, per_day: 1 + draw[2] % 100, days: (draw[2] % 7) as u32 }
    });
    let load = |place| Load { place, per_day: 1_000 };
    let stocks = (0..20).map(load).collect();
    let needs = (980..1_000).map(load).collect();
    Network::new(1_000, roads.collect(), stocks, needs).expect("a network")
}

/// The job of `benches/peers/aid.py`.
#[divan::bench]
fn delivery_of_1000_places_10_000_roads(bencher: Bencher<'_, '_>) {
    let network = large();
    bencher.bench(|| black_box(&network).delivery());
}

#[divan::bench]
fn fairest_of_1000_places_20_needs(bencher: Bencher<'_, '_>) {
    let network = large();
    bencher.bench(|| black_box(&network).fairest());
}

#[divan::bench]
fn convoys_through_1000_places(bencher: Bencher<'_, '_>) {
    let network = large();
    bencher.bench(|| black_box(&network).convoys(0, 999));
}
