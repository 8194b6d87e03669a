//! Exact numbers: ratios of integers without a limit, and the counters that the
//! engines fill.

use num_bigint::BigUint;
use num_rational::Ratio;
use num_traits::{One, ToPrimitive, Zero};

/// An exact ratio of two whole numbers of any length, in lowest terms.
pub type Exact = Ratio<BigUint>;

/// The nearest decimal to an exact ratio, for reading and plotting.
///
/// ```
/// use demarche::voting::{Exact, decimal};
/// let third = Exact::new(1_u32.into(), 3_u32.into());
/// assert_eq!(decimal(&third), 1.0 / 3.0);
/// ```
pub fn decimal(ratio: &Exact) -> f64 {
    // A ratio of whole numbers is finite; f64 takes what does not fit as 0.
    ratio.to_f64().unwrap_or(0.0)
}

/// A counter of coalitions. The short one panics rather than wrap; engines take it
/// only where the count provably fits.
pub(super) trait Count: Clone {
    fn none() -> Self;
    fn single() -> Self;
    fn plus(&self, other: &Self) -> Self;
    fn minus(&self, other: &Self) -> Self;
    fn times(&self, other: &Self) -> Self;
    fn is_none(&self) -> bool;
    fn big(self) -> BigUint;
}

const FITS: &str = "the engine chose a counter that holds every coalition";

impl Count for u128 {
    fn none() -> Self {
        0
    }
    fn single() -> Self {
        1
    }
    fn plus(&self, other: &Self) -> Self {
        self.checked_add(*other).expect(FITS)
    }
    fn minus(&self, other: &Self) -> Self {
        self.checked_sub(*other).expect(FITS)
    }
    fn times(&self, other: &Self) -> Self {
        self.checked_mul(*other).expect(FITS)
    }
    fn is_none(&self) -> bool {
        *self == 0
    }
    fn big(self) -> BigUint {
        self.into()
    }
}

impl Count for BigUint {
    fn none() -> Self {
        Zero::zero()
    }
    fn single() -> Self {
        One::one()
    }
    fn plus(&self, other: &Self) -> Self {
        self + other
    }
    fn minus(&self, other: &Self) -> Self {
        self - other
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn is_none(&self) -> bool {
        Zero::is_zero(self)
    }
    fn big(self) -> BigUint {
        self
    }
}

/// Row *n* of Pascal's triangle: the ways to choose 0, 1, … , *n* of *n*.
pub(super) fn binomials<T: Count>(n: usize) -> Vec<T> {
    let mut row = vec![T::single()];
    for _ in 0..n {
        let mut next = vec![T::single()];
        next.extend(row.windows(2).map(|pair| pair[0].plus(&pair[1])));
        next.push(T::single());
        row = next;
    }
    row
}

/// 0!, 1!, … , *n*!.
pub(super) fn factorials(n: usize) -> Vec<BigUint> {
    let mut row = vec![<BigUint as One>::one()];
    for k in 1..=n {
        row.push(&row[k - 1] * BigUint::from(k));
    }
    row
}
