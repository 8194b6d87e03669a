//! The counters that the engines fill.

use num_traits::{CheckedAdd, CheckedMul, CheckedSub, One, Unsigned};

use crate::exact::BigUint;

/// A counter of coalitions. The short one, `u128`, panics rather than wrap; engines take
/// it only where the count provably fits.
pub(super) trait Count:
    Clone + Unsigned + From<u64> + Into<BigUint> + CheckedAdd + CheckedSub + CheckedMul
{
    fn plus(&self, other: &Self) -> Self {
        self.checked_add(other).expect(FITS)
    }
    fn minus(&self, other: &Self) -> Self {
        self.checked_sub(other).expect(FITS)
    }
    fn times(&self, other: &Self) -> Self {
        self.checked_mul(other).expect(FITS)
    }
}

const FITS: &str = "the engine chose a counter that holds every coalition";

impl Count for u128 {}
impl Count for BigUint {}

/// Row *n* of Pascal's triangle: the ways to choose 0, 1, … , *n* of *n*.
pub(super) fn binomials<T: Count>(n: usize) -> Vec<T> {
    let mut row = vec![T::one()];
    for _ in 0..n {
        let mut next = vec![T::one()];
        next.extend(row.windows(2).map(|pair| pair[0].plus(&pair[1])));
        next.push(T::one());
        row = next;
    }
    row
}

/// 0!, 1!, … , *n*!.
pub(super) fn factorials(n: usize) -> Vec<BigUint> {
    let mut row = vec![BigUint::one()];
    for k in 1..=n {
        row.push(&row[k - 1] * BigUint::from(k));
    }
    row
}
