//! Weights as tables write them, with decimals, made whole numbers exactly.

use std::str::FromStr;

use demarche::voting::{Threshold, Weighted};
use serde::Serialize;

/// A decimal number of 0 or more, exactly: `digits` over 10 to the `places`.
#[derive(Clone, Copy)]
pub(crate) struct Decimal {
    digits: u64,
    places: u32,
}

impl Decimal {
    pub(crate) const fn whole(digits: u64) -> Self {
        Self { digits, places: 0 }
    }

    /// So much in a hundred.
    pub(crate) fn percent(self) -> Option<Threshold> {
        let under = 10_u64.checked_pow(self.places)?.checked_mul(100)?;
        Threshold::at_least(self.digits, under).ok()
    }

    /// The number times 10 to the `places`, of which it has no more.
    fn scaled(self, places: u32) -> Result<u64, String> {
        let by = 10_u64.checked_pow(places - self.places);
        by.and_then(|by| self.digits.checked_mul(by)).ok_or_else(|| {
            format!(
                "expected numbers below 2^64 once {places} decimal places are whole, \
                 found a larger one"
            )
        })
    }
}

/// Reads a number as TOML writes it, without an exponent.
impl FromStr for Decimal {
    type Err = &'static str;

    fn from_str(told: &str) -> Result<Self, Self::Err> {
        let told = told.trim().trim_start_matches('+').replace('_', "");
        let (whole, part) = told.split_once('.').unwrap_or((told.as_str(), ""));
        let part = part.trim_end_matches('0');
        let digits = format!("{whole}{part}");
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
        match (digits.parse(), u32::try_from(part.len())) {
            (Ok(digits), Ok(places)) if is_plain => Ok(Self { digits, places }),
            _ => Err("expected a number of 0 or more, with decimals or without"),
        }
    }
}

/// What a sum is compared with.
#[derive(Clone, Copy)]
pub(crate) enum Ask {
    Quota(Decimal),
    Part(Threshold),
}

/// A part of a rule that compares a sum with a quota, as it is told.
#[derive(Serialize)]
pub(crate) struct Compared {
    /// The column, or `members`.
    pub of: String,
    pub quota: String,
    pub total: String,
    /// The quota in hundredths of the total.
    pub percent: f64,
    /// Whether the one half and the other can each carry a motion.
    pub half_is_enough: bool,
}

/// A weighted rule, exactly, and how it is told. Weights and quota alike times a power
/// of ten are the same rule.
pub(crate) fn compare(
    of: &str,
    weights: &[Decimal],
    ask: Ask,
) -> Result<(Weighted, Compared), String> {
    let quota = match ask {
        Ask::Quota(quota) => Some(quota),
        Ask::Part(_) => None,
    };
    let places = weights.iter().chain(&quota).map(|number| number.places);
    let places = places.max().unwrap_or(0);
    let whole = weights.iter().map(|weight| weight.scaled(places));
    let whole = whole.collect::<Result<Vec<_>, _>>()?;
    let made = match ask {
        Ask::Quota(quota) => Weighted::new(quota.scaled(places)?, whole),
        Ask::Part(part) => Weighted::part(part, whole),
    };
    let rule = made.map_err(|told| match places {
        0 => told.to_string(),
        _ => format!("{told} (all in units of 1e-{places})"),
    })?;
    let (quota, total) = (rule.quota(), rule.total());
    let told = |whole: u64| match 10_u64.pow(places) {
        1 => whole.to_string(),
        unit => {
            let width = places as usize;
            let told = format!("{}.{:0width$}", whole / unit, whole % unit);
            told.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    let compared = Compared {
        of: of.to_owned(),
        quota: told(quota),
        total: told(total),
        percent: 100.0 * quota as f64 / total as f64,
        half_is_enough: quota <= total - quota,
    };
    Ok((rule, compared))
}
