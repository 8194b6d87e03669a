//! Dividing a pie between states that mind the other's slice.

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
/// use demarche::numbers::RelativeWeight;
/// let zone = Zone::of_pie(RelativeWeight::new(0.5)?, RelativeWeight::ABSOLUTE);
/// // The rank-minded side cannot live with less than a third, and gets two thirds.
/// assert_eq!(zone.from().value(), 1.0 / 3.0);
/// assert_eq!(zone.to().value(), 1.0);
/// assert_eq!(zone.nash().value(), 2.0 / 3.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    from: Share,
    to: Share,
}

impl Zone {
    /// The zone for a pie between states of these weights.
    ///
    /// # Panics
    /// Never: weights lie between 0 and 1.
    pub fn of_pie(first: RelativeWeight, second: RelativeWeight) -> Self {
        let (first, second) = (first.value(), second.value());
        let share = |x| Share::new(x).ok().expect("a ratio of weights is a share");
        Self { from: share(first / (1.0 + first)), to: share(1.0 / (1.0 + second)) }
    }

    /// The least share that the first state accepts.
    pub const fn from(self) -> Share {
        self.from
    }

    /// The largest share for the first state that the second accepts.
    pub const fn to(self) -> Share {
        self.to
    }

    /// How much of the pie is open to bargaining:
    /// (1 − *ρ*₁ *ρ*₂) / ((1 + *ρ*₁)(1 + *ρ*₂)).
    ///
    /// # Panics
    /// Never: the zone is not empty.
    pub fn length(self) -> Share {
        Share::new(self.to.value() - self.from.value())
            .ok()
            .expect("a zone is not empty")
    }

    /// The share of the first in the Nash bargain, which maximises the product of the
    /// two utilities: the middle of the zone, since both are linear and vanish at its
    /// ends.
    ///
    /// # Panics
    /// Never: the middle of two shares is a share.
    pub fn nash(self) -> Share {
        let middle = self.from.value().midpoint(self.to.value());
        Share::new(middle).ok().expect("the middle of two shares")
    }
}
