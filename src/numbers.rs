//! Numbers with a domain: a value that exists is valid.
//!
//! Every type here wraps one `f64`, takes it through a checking constructor, and
//! parses, reads and writes through serde by the same door. NaN, infinities and
//! values outside the domain never get in, so no model has to ask again. Because
//! NaN is out and −0 is stored as 0, the types are totally ordered and hashable.
//!
//! The book keeps a few symbols for these throughout: *k* [`Sensitivity`],
//! *ρ* [`RelativeWeight`], *δ* [`Discount`], *e* [`ErrorRate`].

use serde::Deserialize;

/// What is wrong with a number that was to enter the crate.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberError {
    /// The number lies outside the domain of its type, or is not finite.
    #[error("expected {expected}, found {found:?}")]
    OutOfDomain {
        /// The domain in words, such as "a probability between 0 and 1".
        expected: &'static str,
        /// The number that came.
        found: f64,
    },
    /// The text is no number at all.
    #[error("expected {expected}, found {found:?}")]
    NotANumber {
        /// The domain in words.
        expected: &'static str,
        /// The text that came.
        found: String,
    },
}

/// A number with a domain: its docs, its name, the domain in words (behind *expected*)
/// and as a chain of comparisons, `0.0 <= x < 1.0`, each end closed or open; behind
/// `or` the name of infinity, where that is a value too, which as text and in JSON
/// is that name in small letters; in braces the values that have names.
macro_rules! number {
    (
        $(#[$docs:meta])*
        $name:ident, $expected:literal,
        $low:literal $from:tt x $to:tt $high:literal $(or $infinite:ident)?
        $({ $( $(#[$about:meta])* $constant:ident = $value:literal, )+ })?
    ) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $name(f64);

        impl $name {
            $($(
                $(#[$about])*
                pub const $constant: Self = Self::of_valid($value);
            )+)?
            $(
                /// Without end.
                pub const $infinite: Self = Self(f64::INFINITY);
            )?

            #[doc = concat!("Takes ", $expected, ".")]
            ///
            /// # Errors
            #[doc = concat!("When the number is not ", $expected, ".")]
            pub const fn new(value: f64) -> Result<Self, $crate::numbers::NumberError> {
                if Self::admits(value) {
                    // −0 + 0 is 0: equal values have equal bits.
                    Ok(Self(value + 0.0))
                } else {
                    let expected = $expected;
                    Err($crate::numbers::NumberError::OutOfDomain { expected, found: value })
                }
            }

            const fn admits(value: f64) -> bool {
                ($low $from value && value $to $high)
                    $(|| value == Self::$infinite.0)?
            }

            /// Without the check: for a number whose formula stays in the domain.
            #[allow(dead_code, reason = "not every type is computed somewhere")]
            pub(crate) const fn of_valid(value: f64) -> Self {
                debug_assert!(Self::admits(value));
                Self(value + 0.0)
            }

            /// The bare number.
            pub const fn value(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = $crate::numbers::NumberError;
            fn try_from(value: f64) -> Result<Self, Self::Error> {
                Self::new(value)
            }
        }

        impl From<$name> for f64 {
            fn from(number: $name) -> f64 {
                number.0
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::numbers::NumberError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $(
                    if $crate::numbers::is_infinite(text, stringify!($infinite)) {
                        return Ok(Self::$infinite);
                    }
                )?
                match $crate::numbers::parse(text) {
                    Some(value) => Self::new(value),
                    None => Err($crate::numbers::NumberError::NotANumber {
                        expected: $expected,
                        found: text.to_owned(),
                    }),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $(
                    if *self == Self::$infinite {
                        return f.pad(&stringify!($infinite).to_ascii_lowercase());
                    }
                )?
                core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $(
                    // JSON has no number for it.
                    if *self == Self::$infinite {
                        return to.collect_str(self);
                    }
                )?
                to.serialize_f64(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                number!(@read from, $expected $(, $infinite)?)
                    .and_then(|read| read.map_err(serde::de::Error::custom))
            }
        }

        impl Eq for $name {}

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.0.total_cmp(&other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl core::hash::Hash for $name {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.0.to_bits().hash(state);
            }
        }
    };
    (@read $from:ident, $expected:literal) => {
        <f64 as serde::Deserialize>::deserialize($from).map(Self::new)
    };
    (@read $from:ident, $expected:literal, $infinite:ident) => {
        match serde::Deserialize::deserialize($from) {
            Ok($crate::numbers::Written::Number(value)) => Ok(Self::new(value)),
            Ok($crate::numbers::Written::Text(text)) => Ok(text.parse()),
            Err(_) => Err(serde::de::Error::custom(concat!("expected ", $expected))),
        }
    };
}

pub(crate) use number;

/// A number that may be infinite, as files have it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Written {
    Number(f64),
    Text(String),
}

/// Whether this is the name of infinity, or what Rust reads as it.
pub(crate) fn is_infinite(text: &str, name: &str) -> bool {
    let text = text.trim();
    text.eq_ignore_ascii_case(name) || text.parse() == Ok(f64::INFINITY)
}

/// A finite decimal number, or a fraction of two such as `1/3`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let finite =
        |part: &str| part.trim().parse().ok().filter(|x: &f64| x.is_finite());
    match text.split_once('/') {
        Some((over, under)) => {
            let under = finite(under).filter(|&under| under != 0.0)?;
            Some(finite(over)? / under)
        }
        None => finite(text),
    }
}

number! {
    /// A number without a unit of its own: a payoff, a gain, a loss. At most 10¹⁵⁰
    /// either way, so that no sum or product of two of them overflows.
    ///
    /// ```
    /// use demarche::numbers::Payoff;
    /// let loss: Payoff = "-2.5".parse()?;
    /// assert_eq!(loss.value(), -2.5);
    /// assert!("NaN".parse::<Payoff>().is_err());
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Payoff, "a number of at most 1e150 either way", -1e150 <= x <= 1e150 {
        /// The largest payoff, 10¹⁵⁰.
        LARGEST = 1e150,
    }
}

impl Payoff {
    /// A computed payoff: one beyond the largest is cut off there.
    pub(crate) const fn saturating(value: f64) -> Self {
        Self::of_valid(value.clamp(-Self::LARGEST.0, Self::LARGEST.0))
    }
}

number! {
    /// How likely something is, from 0 (never) to 1 (surely).
    ///
    /// ```
    /// use demarche::numbers::Probability;
    /// let quarter: Probability = "1/4".parse()?;
    /// assert_eq!(quarter.complement().value(), 0.75);
    /// let error = Probability::new(1.2).unwrap_err();
    /// assert_eq!(error.to_string(), "expected a probability between 0 and 1, found 1.2");
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Probability, "a probability between 0 and 1", 0.0 <= x <= 1.0
}

impl Probability {
    /// The probability that it does not happen: one minus this.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}

number! {
    /// A part of a whole, from 0 (nothing) to 1 (all of it).
    ///
    /// ```
    /// use demarche::numbers::Share;
    /// assert!(Share::new(0.5)? > Share::new(0.25)?);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Share, "a share between 0 and 1", 0.0 <= x <= 1.0
}

number! {
    /// Grieco's *k*: how much a state minds each unit by which the other gains
    /// more. 0 is the state that minds only its own gain; at most 10¹⁵⁰, which is
    /// the rank seeker to the last bit.
    ///
    /// ```
    /// use demarche::numbers::{RelativeWeight, Sensitivity};
    /// // k = 1 is the same preference as a weight ρ of one half.
    /// let k = Sensitivity::new(1.0)?;
    /// assert_eq!(RelativeWeight::from(k).value(), 0.5);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Sensitivity, "a sensitivity from 0 to 1e150", 0.0 <= x <= 1e150
}

number! {
    /// The effective weight *ρ* on the other side's gain: a state with own gain
    /// *a* and the other's gain *b* values the pair at *a* − *ρ* *b*. 0 minds only
    /// its own gain, 1 only the difference.
    ///
    /// ```
    /// use demarche::numbers::RelativeWeight;
    /// let rho = RelativeWeight::new(0.4)?;
    /// // Gaining 2 while the other gains 5 is worth nothing at all.
    /// assert_eq!(rho.utility(2.0, 5.0), 0.0);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    RelativeWeight, "a weight between 0 and 1", 0.0 <= x <= 1.0 {
        /// The state that minds only its own gain.
        ABSOLUTE = 0.0,
        /// The state that minds only who is ahead.
        RANK = 1.0,
    }
}

impl RelativeWeight {
    /// What the pair of gains is worth: own gain minus the weight times the
    /// other's gain, in the unit of the gains. It is the one definition that
    /// every chapter with rank-minded states uses.
    pub const fn utility(self, own: f64, other: f64) -> f64 {
        own - self.0 * other
    }
}

impl From<ErrorRate> for Probability {
    fn from(rate: ErrorRate) -> Self {
        Self(rate.0)
    }
}

impl From<Sensitivity> for RelativeWeight {
    /// *ρ* = *k* / (1 + *k*): the same preference up to scale.
    fn from(k: Sensitivity) -> Self {
        Self(k.0 / (1.0 + k.0))
    }
}

impl TryFrom<RelativeWeight> for Sensitivity {
    type Error = NumberError;

    /// *k* = *ρ* / (1 − *ρ*).
    ///
    /// # Errors
    /// When *ρ* is 1: pure rank seeking has no finite sensitivity.
    fn try_from(rho: RelativeWeight) -> Result<Self, NumberError> {
        if rho.0 < 1.0 {
            Self::new(rho.0 / (1.0 - rho.0))
        } else {
            Err(NumberError::OutOfDomain {
                expected: "a weight below 1",
                found: rho.0,
            })
        }
    }
}

number! {
    /// The discount factor *δ*: what the next round is worth beside this one.
    /// From 0 (only today counts) to just below 1 (patience almost without end).
    ///
    /// ```
    /// use demarche::numbers::Discount;
    /// // A stream of 1 per round is worth 1/(1 − δ) rounds.
    /// assert_eq!(Discount::new(0.75)?.horizon(), 4.0);
    /// assert!(Discount::new(1.0).is_err());
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Discount, "a discount factor from 0 to below 1", 0.0 <= x < 1.0
}

impl Discount {
    /// What a stream of 1 per round, from today on, is worth: 1 / (1 − *δ*).
    pub const fn horizon(self) -> f64 {
        1.0 / (1.0 - self.0)
    }
}

number! {
    /// The rate *e* at which a move or a message goes wrong, from 0 (never) to
    /// one half (it carries nothing any more).
    ///
    /// ```
    /// use demarche::numbers::ErrorRate;
    /// assert!(ErrorRate::new(0.05).is_ok());
    /// assert!(ErrorRate::new(0.6).is_err());
    /// ```
    ErrorRate, "an error rate between 0 and 1/2", 0.0 <= x <= 0.5
}

number! {
    /// The size of a state beside others, in any one unit: above 0, and between
    /// 10⁻¹⁵⁰ and 10¹⁵⁰, so that no ratio or sum of sizes overflows.
    ///
    /// ```
    /// use demarche::numbers::Size;
    /// assert!(Size::new(0.0).is_err());
    /// ```
    Size, "a size above 0 (1e-150 to 1e150)", 1e-150 <= x <= 1e150
}

number! {
    /// What something costs or is worth, in any one unit: 0 or more, and at most
    /// 10¹⁵⁰, so that no sum of them overflows, not even over time.
    ///
    /// ```
    /// use demarche::numbers::Amount;
    /// assert!(Amount::new(0.0).is_ok());
    /// assert!(Amount::new(1e308).is_err());
    /// ```
    Amount, "an amount from 0 to 1e150", 0.0 <= x <= 1e150
}

number! {
    /// A span of time in the model's own unit, from 0 to 10¹⁵⁰.
    ///
    /// ```
    /// use demarche::numbers::Time;
    /// assert!(Time::new(2.5).is_ok());
    /// assert!(Time::new(-1.0).is_err());
    /// ```
    Time, "a time from 0 to 1e150", 0.0 <= x <= 1e150
}

number! {
    /// How often something comes per unit of time, from 0 (never) to 10¹⁵⁰.
    ///
    /// ```
    /// use demarche::numbers::Rate;
    /// assert!(Rate::new(0.0).is_ok());
    /// assert!(Rate::new(f64::NAN).is_err());
    /// ```
    Rate, "a rate from 0 to 1e150", 0.0 <= x <= 1e150
}

/// Whether a gain is at least what it costs: equal within four roundings of `scale` is
/// equal, so that tenths tie as they do on paper.
pub(crate) const fn at_least(gain: f64, cost: f64, scale: f64) -> bool {
    gain >= cost || cost - gain <= 4.0 * f64::EPSILON * scale
}

#[cfg(test)]
mod tests {
    use core::cmp::Ordering;

    use super::*;

    #[test]
    fn no_door_lets_in_a_value_outside_the_domain() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.1, 1.1] {
            assert!(Probability::new(bad).is_err());
            assert!(Probability::try_from(bad).is_err());
            assert!(format!("{bad}").parse::<Probability>().is_err());
        }
        assert!(serde_json::from_str::<Probability>("1.5").is_err());
        assert!(serde_json::from_str::<Probability>("\"0.5\"").is_err());
        for text in ["1/0", "1/inf", "inf/2", "1/NaN", "1/2/3", "/", ""] {
            assert!(text.parse::<Payoff>().is_err(), "{text}");
        }
        assert!("half".parse::<Share>().is_err());
    }

    #[test]
    fn a_number_survives_the_trip_through_json() {
        let rho: RelativeWeight = serde_json::from_str("0.25").unwrap();
        assert_eq!(serde_json::to_string(&rho).unwrap(), "0.25");
    }

    #[test]
    fn minus_zero_equals_zero_and_sorts_with_it() {
        let (minus, plus) = (Payoff::new(-0.0).unwrap(), Payoff::new(0.0).unwrap());
        assert_eq!(minus, plus);
        assert_eq!(minus.cmp(&plus), Ordering::Equal);
        assert_eq!(minus.value().to_bits(), plus.value().to_bits());
    }

    #[test]
    fn sensitivity_and_weight_are_one_preference_up_to_scale() {
        for k in [0.0, 0.5, 1.0, 3.0] {
            let k = Sensitivity::new(k).unwrap();
            let rho = RelativeWeight::from(k);
            let back = Sensitivity::try_from(rho).unwrap();
            assert!((back.value() - k.value()).abs() < 1e-12);
        }
        assert!(Sensitivity::try_from(RelativeWeight::RANK).is_err());
    }
}
