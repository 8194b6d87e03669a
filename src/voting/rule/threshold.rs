//! A fraction of the votes, as charters word it: two thirds, more than half.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::voting::VotingError;

/// A fraction of some votes that those in favour have to reach or to exceed, exactly:
/// *two thirds*, *more than half*. Written `2/3` or `>1/2`; decimals and percentages
/// are fractions too (`0.55`, `>50%`).
///
/// ```
/// use demarche::voting::Threshold;
/// let half: Threshold = ">1/2".parse()?;
/// // Five of ten are half and no more.
/// assert_eq!(half.quota(10), 6);
/// let two_thirds = Threshold::at_least(2, 3)?;
/// assert_eq!(two_thirds, Threshold::TWO_THIRDS);
/// // Of 193, 66% would be 128 and 67% be 130.
/// assert_eq!(two_thirds.quota(193), 129);
/// # Ok::<(), demarche::voting::VotingError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Threshold {
    over: u64,
    under: u64,
    exceeded: bool,
}

impl Threshold {
    /// More than half.
    pub const MAJORITY: Self = Self { over: 1, under: 2, exceeded: true };
    /// Two thirds or more.
    pub const TWO_THIRDS: Self = Self { over: 2, under: 3, exceeded: false };

    /// At least `over`/`under` of the votes.
    ///
    /// # Errors
    /// When the fraction is 0, above 1, or has no denominator.
    pub const fn at_least(over: u64, under: u64) -> Result<Self, VotingError> {
        if over == 0 || over > under {
            return Err(VotingError::BadShare { over, under });
        }
        Ok(Self { over, under, exceeded: false })
    }

    /// More than `over`/`under` of the votes.
    ///
    /// # Errors
    /// When the fraction is 1 or above, which nobody exceeds, or has no denominator.
    pub const fn more_than(over: u64, under: u64) -> Result<Self, VotingError> {
        if over >= under {
            return Err(VotingError::BadShare { over, under });
        }
        Ok(Self { over, under, exceeded: true })
    }

    /// The smallest whole number of votes, of `total`, that is enough.
    #[allow(clippy::missing_panics_doc, reason = "the quota is at most the total")]
    pub fn quota(self, total: u64) -> u64 {
        let part = u128::from(total) * u128::from(self.over);
        let under = u128::from(self.under);
        let quota =
            if self.exceeded { part / under + 1 } else { part.div_ceil(under) };
        u64::try_from(quota).expect("at most the total, or one more than less of it")
    }

    /// Whether `yes` votes are enough of those cast. No vote cast is never enough.
    pub(in crate::voting) fn is_met(self, yes: u64, no: u64) -> bool {
        let cast = u128::from(yes) + u128::from(no);
        let (has, needs) =
            (u128::from(yes) * u128::from(self.under), cast * u128::from(self.over));
        yes > 0 && if self.exceeded { has > needs } else { has >= needs }
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exceeded = if self.exceeded { ">" } else { "" };
        write!(f, "{exceeded}{}/{}", self.over, self.under)
    }
}

as_text!(Threshold, VotingError);

impl FromStr for Threshold {
    type Err = VotingError;

    fn from_str(text: &str) -> Result<Self, VotingError> {
        let told = text.trim();
        let (told, exceeded) = match told.strip_prefix('>') {
            Some(rest) => (rest.trim_start(), true),
            None => (told, false),
        };
        let Some((over, under)) = fraction(told) else {
            return Err(VotingError::NoThreshold { found: text.to_owned() });
        };
        if exceeded {
            Self::more_than(over, under)
        } else {
            Self::at_least(over, under)
        }
    }
}

/// Numerator and denominator of `2/3`, `0.55` or `62%`.
fn fraction(told: &str) -> Option<(u64, u64)> {
    if let Some((over, under)) = told.split_once('/') {
        return Some((whole(over.trim())?, whole(under.trim())?));
    }
    let (told, hundred) = match told.strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 100),
        None => (told, 1),
    };
    let (before, after) = told.split_once('.').unwrap_or((told, ""));
    let places = u32::try_from(after.len()).ok()?;
    let under = 10_u64.checked_pow(places)?.checked_mul(hundred)?;
    Some((whole(&format!("{before}{after}"))?, under))
}

/// Digits and nothing else, not even a sign.
fn whole(digits: &str) -> Option<u64> {
    let all = digits.bytes().all(|digit| digit.is_ascii_digit());
    if all { digits.parse().ok() } else { None }
}
