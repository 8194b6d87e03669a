//! Worlds of many countries, settled.

use demarche::numbers::Size;
use demarche::trade::{Elasticity, Tariff, TradeCost, World};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// So many countries of 1 to 100, at costs from 1.2 to 3, one of them with a tariff.
fn world(countries: usize) -> World {
    let sizes: Vec<Size> = (0..countries)
        .map(|k| Size::new((1 + k * 37 % 100) as f64).expect("a size"))
        .collect();
    let sigma = Elasticity::new(5.0).expect("an elasticity");
    let mut world = World::even(&sizes, TradeCost::NONE, sigma).expect("a world");
    for i in 0..countries {
        for j in i + 1..countries {
            let apart = 1.2 + 0.1 * ((i * 7 + j * 13) % 19) as f64;
            let cost = TradeCost::new(apart).expect("a cost");
            world = world.with_cost(i, j, cost).expect("two countries");
        }
    }
    world
        .with_tariff_on_all(0, Tariff::new(0.3).expect("a tariff"))
        .expect("a country")
}

/// The wages at which everybody can pay.
#[divan::bench(args = [3, 10, 50])]
fn settled(bencher: Bencher<'_, '_>, countries: usize) {
    let world = world(countries);
    bencher.bench(|| black_box(&world).settled());
}

/// Two blocs of ten that hardly trade with each other.
#[divan::bench]
fn two_blocs(bencher: Bencher<'_, '_>) {
    let mut world = world(20);
    for i in 0..10 {
        for j in 10..20 {
            let far = TradeCost::new(30.0).expect("a cost");
            world = world.with_cost(i, j, far).expect("two countries");
        }
    }
    bencher.bench(|| black_box(&world).settled());
}
