//! Rewards, threats and sanctions.

use serde::Serialize;

use super::BargainingError;
use crate::numbers::{Amount, Probability, RelativeWeight, Share, at_least};

/// A sanction between two who mind each other's losses: it costs the sender and the
/// target, and each values its own gain less *ρ* times the other's. After Drezner-1998,
/// whose model differs; the formulas are ours.
///
/// ```
/// use demarche::bargaining::Sanction;
/// use demarche::numbers::{Amount, RelativeWeight};
/// let at = |weight| -> Result<_, demarche::numbers::NumberError> {
///     let (sender, target) = (Amount::new(0.2)?, Amount::new(1.0)?);
///     Ok(Sanction { weight: RelativeWeight::new(weight)?, sender, target })
/// };
/// // Between friends the target would pay most, and the threat is empty.
/// assert!(!at(0.1)?.is_credible() && at(0.25)?.is_credible());
/// assert!(at(0.1)?.most_conceded() > at(0.25)?.most_conceded());
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Sanction {
    /// *ρ*, how much each minds what the other gets.
    pub weight: RelativeWeight,
    /// What it costs the sender.
    pub sender: Amount,
    /// What it costs the target.
    pub target: Amount,
}

by_name!(Sanction { weight: RelativeWeight, sender: Amount, target: Amount });

impl Sanction {
    /// Whether the sender would carry it out: what it costs the target, weighed, exceeds
    /// what it costs itself.
    pub const fn is_credible(self) -> bool {
        let cost = self.sender.value();
        !at_least(cost, self.weight.value() * self.target.value(), cost)
    }

    /// The most that the target would concede to be spared:
    /// (*c*ₜ − *ρ* *c*ₛ) / (1 + *ρ*), not below 0.
    pub const fn most_conceded(self) -> Amount {
        let worth = self.weight.utility(self.target.value(), self.sender.value());
        Amount::of_valid((worth / (1.0 + self.weight.value())).max(0.0))
    }

    /// The least concession that the sender would take instead of the sanction:
    /// (*ρ* *c*ₜ − *c*ₛ) / (1 + *ρ*), not below 0.
    pub const fn least_accepted(self) -> Amount {
        let worth = -self.weight.utility(self.sender.value(), self.target.value());
        Amount::of_valid((worth / (1.0 + self.weight.value())).max(0.0))
    }
}

/// A threat, and the sanction behind it. Complying costs the target something between
/// 0 and 1, any as likely as any other, and only the target knows. It expects the
/// sanction to cost *bite*; it turns out to cost up to *surprise* more or less of that.
/// The sender carries the threat out with probability *resolve*. After
/// Drezner-2003, in a form of our own.
///
/// ```
/// use demarche::bargaining::Showdown;
/// use demarche::numbers::{Probability, Share};
/// let sure = Probability::new(1.0)?;
/// let showdown = Showdown::new(Share::new(0.4)?, Share::new(0.5)?, sure)?;
/// // Who would give in has done so at the threat; sanctions see only the rest.
/// assert_eq!(showdown.threat_works().value(), 0.4);
/// assert!((showdown.sanctions_work().value() - 1.0 / 12.0).abs() < 1e-15);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Showdown {
    bite: Share,
    surprise: Share,
    resolve: Probability,
}

by_name!(
    Showdown { bite: Share, surprise: Share, resolve: Probability }
    => Self::new(bite, surprise, resolve)
);

impl Showdown {
    /// A showdown with this bite, surprise and resolve.
    ///
    /// # Errors
    /// When the sanction could cost more than any target minds: bite × (1 + surprise)
    /// above 1.
    pub const fn new(
        bite: Share,
        surprise: Share,
        resolve: Probability,
    ) -> Result<Self, BargainingError> {
        if at_least(1.0, bite.value() * (1.0 + surprise.value()), 1.0) {
            Ok(Self { bite, surprise, resolve })
        } else {
            Err(BargainingError::BiteTooLarge { bite, surprise })
        }
    }

    /// How many targets give in to the threat: those to whom complying costs no more
    /// than the bite, discounted by the resolve.
    pub const fn threat_works(self) -> Probability {
        Probability::of_valid(self.resolve.value() * self.bite.value())
    }

    /// How many of those who did not give in do so under the sanction: to whom complying
    /// costs less than the sanction turned out to cost. With full resolve it is
    /// *d* *e* / (4 (1 − *d*)) for bite *d* and surprise *e*, and 0 without surprise.
    pub const fn sanctions_work(self) -> Probability {
        let (bite, surprise) = (self.bite.value(), self.surprise.value());
        let threat = self.threat_works().value();
        let (least, most) = (bite * (1.0 - surprise), bite * (1.0 + surprise));
        if threat >= 1.0 || most <= threat {
            return Probability::of_valid(0.0);
        }
        // How far the cost exceeds the threat, on average over all surprises.
        let excess = if least >= threat {
            bite - threat
        } else {
            (most - threat) * (most - threat) / (2.0 * (most - least))
        };
        Probability::of_valid((excess / (1.0 - threat)).min(1.0))
    }
}
