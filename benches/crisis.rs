//! Wars on maps: exact sums, the best border, and trials.

use demarche::chance::seeded;
use demarche::crisis::BorderMap;
use demarche::numbers::Probability;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn half() -> Probability {
    Probability::new(0.5).expect("a chance")
}

/// States in rows, each a neighbour of those beside it.
fn grid(width: usize, height: usize) -> BorderMap {
    let at = |x: usize, y: usize| width * y + x;
    let mut borders = Vec::new();
    for x in 0..width {
        for y in 0..height {
            if x + 1 < width {
                borders.push([at(x, y), at(x + 1, y)]);
            }
            if y + 1 < height {
                borders.push([at(x, y), at(x, y + 1)]);
            }
        }
    }
    BorderMap::of(width * height, &borders, half()).expect("a map")
}

/// 24 borders: four rows of four.
#[divan::bench]
fn sixteen_states_24_borders(bencher: Bencher<'_, '_>) {
    let map = grid(4, 4);
    bencher.bench(|| black_box(&map).outbreak(0));
}

/// 24 borders at their densest: seven states that all touch, and a tail of three.
#[divan::bench]
fn ten_states_24_borders(bencher: Bencher<'_, '_>) {
    let mut borders: Vec<[usize; 2]> =
        (0..7).flat_map(|a| (0..a).map(move |b| [a, b])).collect();
    borders.extend([[6, 7], [7, 8], [8, 9]]);
    let map = BorderMap::of(10, &borders, half()).expect("a map");
    bencher.bench(|| black_box(&map).outbreak(0));
}

/// 24 borders in a star.
#[divan::bench]
fn a_star_of_24_borders(bencher: Bencher<'_, '_>) {
    let borders: Vec<[usize; 2]> = (1..25).map(|leaf| [0, leaf]).collect();
    let map = BorderMap::of(25, &borders, half()).expect("a map");
    bencher.bench(|| black_box(&map).outbreak(0));
}

/// More borders than anybody would enumerate: forty states in four rows.
#[divan::bench]
fn forty_states_66_borders(bencher: Bencher<'_, '_>) {
    let map = grid(10, 4);
    bencher.bench(|| black_box(&map).outbreak(0));
}

/// The best of 24 borders.
#[divan::bench]
fn the_border_to_mediate(bencher: Bencher<'_, '_>) {
    let map = grid(4, 4);
    bencher.bench(|| black_box(&map).mediate(0, 1));
}

/// A hundred thousand trials.
#[divan::bench(sample_count = 5)]
fn trials(bencher: Bencher<'_, '_>) {
    let map = grid(4, 4);
    bencher.bench(|| black_box(&map).simulate(0, 100_000, &mut seeded(1)));
}
