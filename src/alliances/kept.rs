//! How many allies come.

use serde::Serialize;

use super::{AlliancesError, counted};
use crate::numbers::{Probability, Share};

/// Allies who each keep their pledge with the same chance. In a part of all crises they
/// decide together, all or none; in the others each alone. The chance of one is the same
/// in both, so no record of single pledges tells the part. The part is ours.
///
/// ```
/// use demarche::alliances::Allies;
/// use demarche::numbers::{Probability, Share};
/// let alone = Allies::new(12, Probability::new(0.75)?, Share::new(0.0)?)?;
/// // One of them surely, all of them hardly.
/// assert!(alone.at_least(1) > 0.9999);
/// assert!((alone.at_least(12) - 531_441.0 / 16_777_216.0).abs() < 1e-12);
/// // Of one mind in half of the crises, the same twelve leave one alone in eight.
/// let together = Allies::new(12, Probability::new(0.75)?, Share::new(0.5)?)?;
/// assert!((together.at_least(1) - 0.875).abs() < 1e-6);
/// assert!((alone.expected() - together.expected()).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Allies {
    count: u32,
    kept: Probability,
    together: Share,
}

by_name!(
    Allies { count: u32, kept: Probability, together: Share }
    => Self::new(count, kept, together)
);

impl Allies {
    /// How many they are, the chance that a pledge is kept, and the part of all crises
    /// in which they decide as one.
    ///
    /// # Errors
    /// Without an ally, or with more than 1000.
    pub fn new(
        count: u32,
        kept: Probability,
        together: Share,
    ) -> Result<Self, AlliancesError> {
        counted("allies", count as usize)?;
        Ok(Self { count, kept, together })
    }

    /// The chance that none comes, that one does, and so on to all.
    pub fn chances(self) -> Vec<f64> {
        let (kept, together) = (self.kept.value(), self.together.value());
        let mut chances = vec![1.0 - together];
        for _ in 0..self.count {
            let mut one_more = vec![0.0; chances.len() + 1];
            for (count, chance) in chances.iter().enumerate() {
                one_more[count] += chance * (1.0 - kept);
                one_more[count + 1] += chance * kept;
            }
            chances = one_more;
        }
        chances[0] += together * (1.0 - kept);
        chances[self.count as usize] += together * kept;
        chances
    }

    /// The chance that so many come, or more.
    pub fn at_least(self, least: u32) -> f64 {
        let least = self.chances().into_iter().skip(least as usize);
        least.sum::<f64>().min(1.0)
    }

    /// How many come on average: it does not depend on the part decided together.
    pub fn expected(self) -> f64 {
        f64::from(self.count) * self.kept.value()
    }
}
