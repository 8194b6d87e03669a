//! Weights as tables write them, with decimals, made whole numbers exactly.

use demarche::voting::{Rule, Threshold, Weighted};
use serde::Serialize;

use crate::common::Decimal;

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
    /// Whether those who abstain are left out of the total.
    pub of_cast: bool,
}

impl Compared {
    fn of(of: &str, quota: u64, total: u64) -> Self {
        Self {
            of: of.to_owned(),
            quota: quota.to_string(),
            total: total.to_string(),
            percent: 100.0 * quota as f64 / total as f64,
            half_is_enough: quota <= total - quota,
            of_cast: false,
        }
    }

    /// The quotas of a rule, in its order.
    pub(crate) fn all_of(rule: &Rule, members: usize) -> Vec<Self> {
        match rule {
            Rule::AtLeast(heads) => {
                vec![Self::of("members", *heads, members as u64)]
            }
            Rule::Weighted(sum) => {
                vec![Self::of("in weight", sum.quota(), sum.total())]
            }
            Rule::All(parts) | Rule::Any(parts) => {
                parts.iter().flat_map(|part| Self::all_of(part, members)).collect()
            }
        }
    }
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
        quota: told(quota),
        total: told(total),
        ..Compared::of(of, quota, total)
    };
    Ok((rule, compared))
}
