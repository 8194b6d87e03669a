//! What each has of a whole, and how concentrated that is.

use serde::{Deserialize, Deserializer, Serialize};

use super::PolarityError;
use crate::numbers::Amount;

/// Parts of a whole, in the order in which their owners came. They sum to 1.
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::Shares;
/// let three = Shares::of(&[5.0, 3.0, 2.0].map(|x| Amount::new(x).unwrap()))?;
/// // √0.07: a good way from three equals, a long way from one alone.
/// assert!((three.concentration().unwrap() - 0.07_f64.sqrt()).abs() < 1e-12);
/// // As even as 2.63 equals.
/// assert!((three.effective_number() - 1.0 / 0.38).abs() < 1e-12);
/// # Ok::<(), demarche::polarity::PolarityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Shares(Vec<f64>);

impl Shares {
    /// The most owners it takes.
    pub const MOST: usize = 1000;

    /// The parts that these amounts are of their sum.
    ///
    /// # Errors
    /// Without an owner, with more than 1000, or when all amounts are 0.
    pub fn of(amounts: &[Amount]) -> Result<Self, PolarityError> {
        let (found, most) = (amounts.len(), Self::MOST);
        if !(1..=most).contains(&found) {
            return Err(PolarityError::Count { most, found });
        }
        let largest =
            amounts.iter().map(|amount| amount.value()).fold(0.0, f64::max);
        if largest <= 0.0 {
            return Err(PolarityError::Nothing);
        }
        // Beside the largest first: the smallest amounts have no inverse.
        let parts = || amounts.iter().map(|amount| amount.value() / largest);
        let total: f64 = parts().sum();
        Ok(Self(parts().map(|part| part / total).collect()))
    }

    /// The parts.
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The sum of their squares, from 1 over their number to 1 (Herfindahl and
    /// Hirschman): the chance that two units taken at random have one owner.
    pub fn herfindahl(&self) -> f64 {
        self.0.iter().map(|share| share * share).sum()
    }

    /// How many equal owners would be as concentrated: one over that sum
    /// (Laakso-Taagepera-1979).
    pub fn effective_number(&self) -> f64 {
        1.0 / self.herfindahl()
    }

    /// Concentration from 0 for equals to 1 for one that has all, whatever their number
    /// (Singer-1972): the root of (Σ *s*² − 1/*N*) / (1 − 1/*N*). `None` for a single
    /// owner.
    pub fn concentration(&self) -> Option<f64> {
        let even = 1.0 / self.0.len() as f64;
        let above = (self.herfindahl() - even) / (1.0 - even);
        (self.0.len() > 1).then(|| libm::sqrt(above.max(0.0)))
    }
}

impl<'de> Deserialize<'de> for Shares {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let amounts = Vec::<Amount>::deserialize(from)?;
        Self::of(&amounts).map_err(serde::de::Error::custom)
    }
}
