//! Weights in whole numbers: every sum is exact and every tie is a tie.
//!
//! A weight is a product of three factors, each from a column of its own, such as the
//! sizes or the propensities. Where all of a column are decimals of up to nine places,
//! as people write them, or within eight roundings of one, they are those decimals.
//! Where one is not, such as a third, all are what `f64` holds, bit by bit. Either way
//! products and sums are exact from there on, and what 128 bits do not hold is
//! refused.

use num_traits::{PrimInt, Signed};

/// The whole numbers that a search reckons in: 64 bits where they hold all sums, 128
/// otherwise.
pub(crate) trait Whole:
    PrimInt + Signed + core::iter::Sum + core::ops::AddAssign
{
    fn of(number: i128) -> Self;
    fn value(self) -> f64;
}

impl Whole for i64 {
    #[allow(clippy::cast_possible_truncation, reason = "the caller has seen it fit")]
    fn of(number: i128) -> Self {
        number as Self
    }

    fn value(self) -> f64 {
        self as f64
    }
}

impl Whole for i128 {
    fn of(number: i128) -> Self {
        number
    }

    fn value(self) -> f64 {
        self as f64
    }
}

/// The unit of which all the products at hand are multiples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    columns: [Unit; 3],
    /// The sum of all sizes of the products, in units.
    total: i128,
}

/// What a factor is a multiple of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    /// One over this power of ten.
    Decimal(f64),
    /// Two to this power.
    Bit(i32),
}

/// Sums may take eight times the total before they overflow: a search counts a pair
/// from both of its ends.
const ROOM: i128 = 8;

impl Scale {
    /// A unit in which all these products are whole, if 128 bits hold their sums.
    pub(crate) fn of(
        products: impl Iterator<Item = [f64; 3]> + Clone,
    ) -> Option<Self> {
        let columns = [0, 1, 2].map(|column| {
            Unit::of(products.clone().map(move |factors| factors[column]))
        });
        let mut total = 0_i128;
        for factors in products {
            let size = in_units(columns, factors).and_then(i128::checked_abs);
            total = size
                .and_then(|size| total.checked_add(size))
                .filter(|&sum| sum < i128::MAX / ROOM)?;
        }
        Some(Self { columns, total })
    }

    /// Whether 64 bits hold every sum of these numbers.
    pub(crate) fn is_narrow(self) -> bool {
        self.total < i128::from(i64::MAX) / ROOM
    }

    /// A product in units.
    pub(crate) fn units<N: Whole>(self, factors: [f64; 3]) -> N {
        let units = in_units(self.columns, factors);
        N::of(units.expect("one of the products that the scale was made for"))
    }

    /// What so many units are worth.
    pub(crate) fn value<N: Whole>(self, units: N) -> f64 {
        self.worth(units.value())
    }

    /// What so many units are worth, where they were too many to be counted exactly.
    pub(crate) fn worth(self, units: f64) -> f64 {
        self.columns.into_iter().fold(units, |worth, unit| match unit {
            Unit::Decimal(power) => worth / power,
            Unit::Bit(exponent) => libm::ldexp(worth, exponent),
        })
    }
}

impl Unit {
    fn of(column: impl Iterator<Item = f64> + Clone) -> Self {
        power_of_ten(&column).map_or_else(
            || Self::Bit(column.filter_map(lowest_bit).min().unwrap_or(0)),
            Self::Decimal,
        )
    }

    fn units(self, x: f64) -> Option<i128> {
        match self {
            Self::Decimal(power) => exactly((x * power).round()),
            Self::Bit(lowest) => {
                let (odd, own) = parts(x);
                let shift = u32::try_from(own - lowest).ok()?;
                // 1 << 127 is negative.
                odd.checked_mul(1_i128.checked_shl(shift).filter(|&one| one > 0)?)
            }
        }
    }
}

fn in_units(columns: [Unit; 3], factors: [f64; 3]) -> Option<i128> {
    // What is nothing times anything is nothing, however large the other.
    if factors.contains(&0.0) {
        return Some(0);
    }
    let [a, b, c]: [Option<i128>; 3] =
        core::array::from_fn(|column| columns[column].units(factors[column]));
    a?.checked_mul(b?)?.checked_mul(c?)
}

/// A whole number of a size that `f64` holds without gaps.
#[allow(clippy::cast_possible_truncation, reason = "below 2⁵³ in size")]
fn exactly(x: f64) -> Option<i128> {
    (x.abs() <= (1_u64 << 53) as f64).then_some(x as i128)
}

/// How far a decimal that went through a few multiplications may be from itself, in
/// units of the last place: five times 0.07 is still meant as 0.35.
const ROUNDINGS: f64 = 8.0;

/// The least power of ten, up to the ninth, by which all these are decimals.
fn power_of_ten(numbers: &(impl Iterator<Item = f64> + Clone)) -> Option<f64> {
    let mut power = 1.0;
    for _ in 0..10 {
        let written = |x: f64| {
            let over = (x * power).round();
            let off = (x * power - over).abs();
            exactly(over).is_some() && off <= ROUNDINGS * f64::EPSILON * over.abs()
        };
        if numbers.clone().all(written) {
            return Some(power);
        }
        power *= 10.0;
    }
    None
}

/// A number as an odd whole number times a power of two; (0, 0) for 0.
fn parts(x: f64) -> (i128, i32) {
    let (mantissa, exponent) = libm::frexp(x);
    let Some(whole) = exactly(libm::ldexp(mantissa, 53)).filter(|&w| w != 0) else {
        return (0, 0);
    };
    let even = whole.trailing_zeros();
    (whole >> even, exponent - 53 + even.cast_signed())
}

fn lowest_bit(x: f64) -> Option<i32> {
    (x != 0.0).then(|| parts(x).1)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the same bits are meant")]
mod tests {
    use super::*;

    fn units(products: &[[f64; 3]]) -> Vec<i128> {
        let scale = Scale::of(products.iter().copied()).unwrap();
        products.iter().map(|&factors| scale.units(factors)).collect()
    }

    #[test]
    fn decimals_are_taken_as_written() {
        // 0.1 · 3 is not 0.3 in floating point.
        assert_eq!(units(&[[1.0, 3.0, 0.1], [1.0, 1.0, 0.3]]), [3, 3]);
        assert_eq!(units(&[[1.5, 2.5, -0.001], [0.0, 1.0, 1.0]]), [-375, 0]);
    }

    #[test]
    fn what_is_no_decimal_is_taken_bit_by_bit() {
        let third = 1.0 / 3.0;
        let next = f64::from_bits(f64::to_bits(third) + 1);
        let [one, more] = units(&[[1.0, 1.0, third], [1.0, 1.0, next]])[..] else {
            unreachable!("two products");
        };
        assert_eq!(more, one + 1);
        // Their products with three sixteenths round to the same number.
        let part = 3.0 / 16.0;
        assert_eq!(part * third, part * next);
        let both = units(&[[part, third, 1.0], [part, next, 1.0]]);
        assert!(both[0] < both[1]);
    }

    #[test]
    fn a_scale_tells_what_its_units_are_worth() {
        for x in [0.3, 1.0 / 3.0, -1e12, 1e-200, 5e-324] {
            let scale = Scale::of([[1.0, 1.0, x]].into_iter()).unwrap();
            assert_eq!(scale.value::<i128>(scale.units([1.0, 1.0, x])), x);
        }
    }

    #[test]
    fn sums_that_128_bits_do_not_hold_are_refused() {
        let apart = |e: i32| [[1.0, 1.0, 1.0], [1.0, 1.0, libm::ldexp(1.0, e)]];
        assert!(Scale::of(apart(123).into_iter()).is_some());
        assert_eq!(Scale::of(apart(124).into_iter()), None);
        assert!(Scale::of(apart(59).into_iter()).unwrap().is_narrow());
        assert!(!Scale::of(apart(60).into_iter()).unwrap().is_narrow());
    }
}
