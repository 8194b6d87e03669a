//! Dividing a pie between states that mind the other's slice.

use serde::Serialize;

use super::GainsError;
use crate::numbers::{RelativeWeight, Share};

/// The divisions of a pie that both states accept rather than get nothing, as the
/// share of the first: from *ρ*₁ / (1 + *ρ*₁), which the first insists on, to
/// 1 / (1 + *ρ*₂), which the second still grants.
///
/// It is never empty. Between two states that mind only rank it is a single point,
/// the half.
///
/// ```
/// use demarche::gains::Zone;
/// use demarche::numbers::{RelativeWeight, Share};
/// let zone = Zone::of_pie(RelativeWeight::new(0.5)?, RelativeWeight::ABSOLUTE);
/// // The rank-minded side cannot live with less than a third, and gets two thirds.
/// assert_eq!(zone.least().value(), 1.0 / 3.0);
/// assert_eq!(zone.most().value(), 1.0);
/// assert_eq!(zone.nash().value(), 2.0 / 3.0);
/// assert!(zone.contains(Share::new(0.5)?) && !zone.contains(Share::new(0.25)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Zone {
    least: Share,
    most: Share,
}

by_name!(Zone { least: Share, most: Share } => Self::new(least, most));

impl Zone {
    /// The zone between the least share that the first accepts and the most that the
    /// second grants it.
    ///
    /// # Errors
    /// When the most is less than the least.
    pub const fn new(least: Share, most: Share) -> Result<Self, GainsError> {
        if least.value() <= most.value() {
            Ok(Self { least, most })
        } else {
            Err(GainsError::EmptyZone { least, most })
        }
    }

    /// The zone for a pie between states of these weights.
    pub const fn of_pie(first: RelativeWeight, second: RelativeWeight) -> Self {
        let (first, second) = (first.value(), second.value());
        Self {
            least: Share::of_valid(first / (1.0 + first)),
            most: Share::of_valid(1.0 / (1.0 + second)),
        }
    }

    /// The least share that the first state accepts.
    pub const fn least(self) -> Share {
        self.least
    }

    /// The largest share for the first state that the second accepts.
    pub const fn most(self) -> Share {
        self.most
    }

    /// Whether both accept this share of the first.
    pub const fn contains(self, share: Share) -> bool {
        self.least.value() <= share.value() && share.value() <= self.most.value()
    }

    /// How much of the pie is open to bargaining; between states of weights *ρ*₁ and
    /// *ρ*₂ it is (1 − *ρ*₁ *ρ*₂) / ((1 + *ρ*₁)(1 + *ρ*₂)).
    pub const fn length(self) -> Share {
        Share::of_valid(self.most.value() - self.least.value())
    }

    /// The share of the first in the Nash bargain, which maximises the product of the
    /// two utilities: the middle of the zone, since both are linear and vanish at its
    /// ends.
    pub const fn nash(self) -> Share {
        Share::of_valid(self.least.value().midpoint(self.most.value()))
    }
}
