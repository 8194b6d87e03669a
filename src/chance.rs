//! Chance with a seed: the same draws on every platform, and in the browser.
//!
//! Models take any generator that implements [`Rng`]; demos, tests and figures
//! pass [`seeded`]. Draws are defined here and not by a distributions crate, whose
//! values may change between its versions.

pub use rand_core::Rng;
use rand_core::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::numbers::Probability;

/// The generator behind every printed random result of the book: Xoshiro256++.
pub type Generator = Xoshiro256PlusPlus;

/// A generator from a seed.
///
/// ```
/// use demarche::chance::{Rng, seeded};
/// assert_eq!(seeded(7).next_u64(), seeded(7).next_u64());
/// assert_ne!(seeded(7).next_u64(), seeded(8).next_u64());
/// ```
pub fn seeded(seed: u64) -> Generator {
    Generator::seed_from_u64(seed)
}

/// The generator of one repetition among many: a stream of its own for every
/// pair of seed and number, so that results do not depend on who runs which.
///
/// ```
/// use demarche::chance::{Rng, stream};
/// assert_ne!(stream(7, 0).next_u64(), stream(7, 1).next_u64());
/// ```
pub fn stream(seed: u64, number: u64) -> Generator {
    // `mixed` is a bijection, so the first two words tell every pair apart. The last
    // word is not 0: Xoshiro must not start from nothing but zeros.
    let words = [
        mixed(seed),
        mixed(!number),
        mixed(seed.rotate_left(32) ^ number),
        0x9E37_79B9_7F4A_7C15,
    ];
    let mut state = [0; 32];
    for (bytes, word) in state.chunks_exact_mut(8).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    let mut rng = Generator::from_seed(state);
    // Near pairs share a word; a few steps spread the difference over all four.
    for _ in 0..8 {
        rng.next_u64();
    }
    rng
}

/// The finaliser of `SplitMix64`: neighbouring numbers come out unlike.
const fn mixed(number: u64) -> u64 {
    let x = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// A draw from the half-open unit interval [0, 1), in steps of 2⁻⁵³.
pub fn unit(rng: &mut (impl Rng + ?Sized)) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Whether something of this probability happens, this once. Probability 0 never
/// happens, probability 1 always.
///
/// ```
/// use demarche::chance::{happens, seeded};
/// use demarche::numbers::Probability;
/// let often = Probability::new(0.9)?;
/// let mut rng = seeded(1);
/// let times = (0..1000).filter(|_| happens(&mut rng, often)).count();
/// assert!((850..950).contains(&times));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn happens(rng: &mut (impl Rng + ?Sized), probability: Probability) -> bool {
    unit(rng) < probability.value()
}

/// A draw from 0, 1, … , `bound` − 1, each equally likely (Lemire 2019's
/// multiplication with rejection, so without bias).
///
/// # Panics
/// When `bound` is 0: there is nothing to draw.
///
/// ```
/// use demarche::chance::{below, seeded};
/// let die = below(&mut seeded(3), 6) + 1;
/// assert!((1..=6).contains(&die));
/// ```
pub fn below(rng: &mut (impl Rng + ?Sized), bound: u64) -> u64 {
    assert!(bound > 0, "a draw below 0 has no outcome");
    let reject = bound.wrapping_neg() % bound;
    loop {
        let wide = u128::from(rng.next_u64()) * u128::from(bound);
        #[allow(clippy::cast_possible_truncation)]
        let (high, low) = ((wide >> 64) as u64, wide as u64);
        if low >= reject {
            return high;
        }
    }
}

/// Puts a slice into a random order, each order equally likely (Fisher–Yates).
pub fn shuffle<T>(rng: &mut (impl Rng + ?Sized), items: &mut [T]) {
    for last in (1..items.len()).rev() {
        #[allow(clippy::cast_possible_truncation)]
        let other = below(rng, last as u64 + 1) as usize;
        items.swap(last, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_is_pinned() {
        let mut rng = seeded(42);
        let first: [u64; 3] = core::array::from_fn(|_| rng.next_u64());
        assert_eq!(first, PINNED);
    }

    const PINNED: [u64; 3] = [
        15_021_278_609_987_233_951,
        5_881_210_131_331_364_753,
        18_149_643_915_985_481_100,
    ];

    #[test]
    fn every_pair_of_seed_and_number_has_a_stream_of_its_own() {
        let first = |seed, number| stream(seed, number).next_u64();
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..40 {
            assert!(seen.insert(seeded(seed).next_u64()));
            assert!((0..40).all(|number| seen.insert(first(seed, number))));
        }
        assert_ne!(first(7, 0), first(8, 2_560_870_582_129_957_391));
    }

    #[test]
    fn every_outcome_of_a_die_is_equally_likely() {
        let mut counts = [0_u32; 6];
        let mut rng = seeded(1);
        for _ in 0..60_000 {
            counts[usize::try_from(below(&mut rng, 6)).unwrap()] += 1;
        }
        // Standard deviation √(60000·5/36) ≈ 91; five of them.
        assert!(counts.iter().all(|&c| c.abs_diff(10_000) < 456), "{counts:?}");
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut items: Vec<u32> = (0..50).collect();
        shuffle(&mut seeded(9), &mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
