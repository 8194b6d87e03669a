//! Exact ratios of whole numbers of any length, and how they are written.
//!
//! The types are num's and stand here again, so that who calls the models needs no other
//! crate. In files a ratio is its digits, as `"7/32"`, and a long whole number too: a
//! number of JSON loses what a decimal cannot hold. Both are read by `parse`.

pub use num_bigint::BigUint;
pub use num_rational::Ratio;

use num_traits::ToPrimitive;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// An exact ratio of two whole numbers of any length, in lowest terms.
///
/// ```
/// use demarche::exact::Exact;
/// let (one, other): (Exact, Exact) = ("1/3".parse()?, "1/6".parse()?);
/// assert_eq!((one + other).to_string(), "1/2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type Exact = Ratio<BigUint>;

/// The nearest decimal to an exact ratio, for reading and plotting.
///
/// ```
/// use demarche::exact::{Exact, decimal};
/// let third = Exact::new(1_u32.into(), 3_u32.into());
/// assert_eq!(decimal(&third), 1.0 / 3.0);
/// ```
pub fn decimal(ratio: &Exact) -> f64 {
    // A ratio of whole numbers is finite; f64 takes what does not fit as 0.
    ratio.to_f64().unwrap_or(0.0)
}

/// A number that is written as its digits.
pub(crate) struct Digits<T>(pub(crate) T);

impl<T: Display> Serialize for Digits<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// Each number of a row, to be written as its digits.
pub(crate) fn in_digits<T>(numbers: impl IntoIterator<Item = T>) -> Vec<Digits<T>> {
    numbers.into_iter().map(Digits).collect()
}

/// Writes a field as its digits.
pub(crate) fn digits<S: Serializer>(
    number: &impl Display,
    to: S,
) -> Result<S::Ok, S::Error> {
    Digits(number).serialize(to)
}

/// Writes each number of a row as its digits.
pub(crate) fn digits_of_each<S: Serializer>(
    numbers: &[impl Display],
    to: S,
) -> Result<S::Ok, S::Error> {
    in_digits(numbers).serialize(to)
}
