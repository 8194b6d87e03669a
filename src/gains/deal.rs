//! One deal between two states, and agreements of growing depth.

use serde::Serialize;

use super::{GainsError, in_range, outweighs};
use crate::numbers::{Payoff, RelativeWeight, Sensitivity, Share};

/// A deal as one state sees it: what it gains itself and what the other gains, both
/// measured from no deal, in any one unit, negative for a loss.
///
/// ```
/// use demarche::gains::Deal;
/// use demarche::numbers::Sensitivity;
/// // We gain 2, they gain 5: acceptable as long as the gap of 3 weighs little.
/// let deal = Deal::new(2.0, 5.0)?;
/// assert!(deal.accepted(Sensitivity::new(0.5)?));
/// assert!(!deal.accepted(Sensitivity::new(1.0)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Deal {
    own: Payoff,
    other: Payoff,
}

by_name!(Deal { own: f64, other: f64 } => Self::new(own, other));

/// How a state's answer to a deal depends on its sensitivity *k*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "accepts", content = "sensitivity")]
pub enum Tolerance {
    /// It gains, and at least as much as the other: it accepts whatever *k* is.
    Always,
    /// It gains, and the other gains more: it accepts as long as *k* is no larger.
    UpTo(Sensitivity),
    /// It loses, and the other loses more: it accepts once *k* is this large. Spite.
    From(Sensitivity),
    /// It loses, and the other does not lose more: it refuses whatever *k* is.
    Never,
}

impl Deal {
    /// What the deal is worth to a state of sensitivity *k*: own gain minus *k* times
    /// the gap, *V* − *k* (*W* − *V*), in the unit of the gains. Source: Grieco-1988.
    pub const fn utility(self, k: Sensitivity) -> f64 {
        self.own() - k.value() * self.gap()
    }

    /// By how much the other gains more: *W* − *V*.
    pub const fn gap(self) -> f64 {
        self.other() - self.own()
    }

    /// Whether the state takes the deal rather than none. It accepts when indifferent,
    /// and so do tenths, which no binary number holds exactly: what the deal gives and
    /// what it costs are a tie within four roundings.
    pub const fn accepted(self, k: Sensitivity) -> bool {
        outweighs((1.0 + k.value()) * self.own(), k.value() * self.other())
    }
}

impl Deal {
    /// A deal from the state's own gain and the other's.
    ///
    /// # Errors
    /// When a gain is not finite or is larger than 10¹⁵⁰ in size.
    pub fn new(own: f64, other: f64) -> Result<Self, GainsError> {
        let own = in_range("an own gain", own)?;
        let other = in_range("a gain of the other", other)?;
        Ok(Self { own, other })
    }

    /// *V*: what the state itself gains.
    pub const fn own(self) -> f64 {
        self.own.value()
    }

    /// *W*: what the other gains.
    pub const fn other(self) -> f64 {
        self.other.value()
    }

    /// The same deal from the other side of the table.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { own: self.other, other: self.own }
    }

    /// What the deal is worth at an effective weight *ρ*: *V* − *ρ* *W*. The same
    /// preference as [`utility`](Self::utility), on another scale.
    pub const fn utility_at(self, rho: RelativeWeight) -> f64 {
        rho.utility(self.own(), self.other())
    }

    /// Whether a state of effective weight *ρ* takes the deal. It accepts when
    /// indifferent, within rounding as in [`accepted`](Self::accepted).
    ///
    /// ```
    /// use demarche::gains::Deal;
    /// use demarche::numbers::RelativeWeight;
    /// // 0.6 − 2/5 × 1.5 is nothing, though its nearest binary numbers say −1.1e-16.
    /// assert!(Deal::new(0.6, 1.5)?.accepted_at(RelativeWeight::new(2.0 / 5.0)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn accepted_at(self, rho: RelativeWeight) -> bool {
        outweighs(self.own(), rho.value() * self.other())
    }

    /// Whether there is a deal: a state of weight `own` takes it from this side, and
    /// one of weight `other` from the other.
    ///
    /// ```
    /// use demarche::gains::Deal;
    /// use demarche::numbers::RelativeWeight;
    /// let half = RelativeWeight::new(0.5)?;
    /// assert!(Deal::new(3.0, 4.0)?.struck(half, half));
    /// assert!(!Deal::new(1.0, 4.0)?.struck(half, half));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn struck(self, own: RelativeWeight, other: RelativeWeight) -> bool {
        self.accepted_at(own) && self.mirrored().accepted_at(other)
    }

    /// For which sensitivities the state takes the deal. Behind (0 < *V* < *W*) it
    /// does up to *k* = *V* / (*W* − *V*).
    ///
    /// The threshold is exact up to rounding, and on the safe side: what it says the
    /// state accepts, [`accepted`](Self::accepted) accepts.
    ///
    /// ```
    /// use demarche::gains::{Deal, Tolerance};
    /// use demarche::numbers::Sensitivity;
    /// let behind = Deal::new(2.0, 5.0)?;
    /// assert_eq!(behind.tolerance(), Tolerance::UpTo(Sensitivity::new(2.0 / 3.0)?));
    /// let ahead = Deal::new(5.0, 2.0)?;
    /// assert_eq!(ahead.tolerance(), Tolerance::Always);
    /// // To lose 1 so that the other loses 3 takes a sensitivity of 1/2.
    /// let spite = Deal::new(-1.0, -3.0)?;
    /// assert_eq!(spite.tolerance(), Tolerance::From(Sensitivity::new(0.5)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tolerance(self) -> Tolerance {
        let behind = self.gap() > 0.0;
        let ahead = self.gap() < 0.0;
        // A quotient is rounded, and may lie a step beyond the last accepted value.
        let (own, exact) = (self.own(), (self.own() / self.gap()).abs());
        let critical = |step: fn(f64) -> f64| {
            let steps = [exact, step(exact), step(step(exact))];
            let mut steps =
                steps.into_iter().map_while(|k| Sensitivity::new(k).ok());
            steps.find(|&k| self.accepted(k))
        };
        match (own >= 0.0, behind, ahead) {
            (true, false, _) => Tolerance::Always,
            // A quotient too large for a number is no bound at all.
            (true, true, _) => {
                critical(f64::next_down).map_or(Tolerance::Always, Tolerance::UpTo)
            }
            (false, _, true) => {
                critical(f64::next_up).map_or(Tolerance::Never, Tolerance::From)
            }
            (false, _, false) => Tolerance::Never,
        }
    }

    /// The sensitivity at which the answer turns; `None` when none turns it.
    pub fn critical_sensitivity(self) -> Option<Sensitivity> {
        match self.tolerance() {
            Tolerance::UpTo(k) | Tolerance::From(k) => Some(k),
            Tolerance::Always | Tolerance::Never => None,
        }
    }

    /// The same threshold as a weight *ρ*: *V* / *W*. It is exact up to rounding, and a
    /// weight that [`accepted_at`](Self::accepted_at) accepts.
    ///
    /// ```
    /// use demarche::gains::Deal;
    /// let behind = Deal::new(2.0, 5.0)?;
    /// assert_eq!(behind.critical_weight().unwrap().value(), 0.4);
    /// # Ok::<(), demarche::gains::GainsError>(())
    /// ```
    pub fn critical_weight(self) -> Option<RelativeWeight> {
        let step = match self.tolerance() {
            Tolerance::UpTo(_) => f64::next_down,
            Tolerance::From(_) => f64::next_up,
            Tolerance::Always | Tolerance::Never => return None,
        };
        let exact = self.own() / self.other();
        let steps = [exact, step(exact), step(step(exact))];
        let mut steps =
            steps.into_iter().map_while(|rho| RelativeWeight::new(rho).ok());
        steps.find(|&rho| self.accepted_at(rho))
    }
}

/// How many of all deals from which both gain are struck: the share of the square of
/// gains 0 to 1 for each in which *V* ≥ *ρ*₁ *W* and *W* ≥ *ρ*₂ *V*, which is
/// 1 − (*ρ*₁ + *ρ*₂) / 2.
///
/// ```
/// use demarche::gains::accepted_share;
/// use demarche::numbers::RelativeWeight;
/// let rank = RelativeWeight::RANK;
/// // Who minds only rank takes the half of the deals in which it is ahead.
/// assert_eq!(accepted_share(rank, RelativeWeight::ABSOLUTE).value(), 0.5);
/// // Two of them agree on nothing but exact equality.
/// assert_eq!(accepted_share(rank, rank).value(), 0.0);
/// ```
pub const fn accepted_share(own: RelativeWeight, other: RelativeWeight) -> Share {
    Share::of_valid(1.0 - own.value().midpoint(other.value()))
}

/// How deep an agreement gets that is made of `steps` in this order, each adding its
/// gains to those before: the largest number of steps that both states accept as one
/// deal. 0 is no agreement.
///
/// ```
/// use demarche::gains::{Deal, deepest};
/// use demarche::numbers::RelativeWeight;
/// // Each further step favours the other more.
/// let steps = [Deal::new(3.0, 3.0)?, Deal::new(2.0, 4.0)?, Deal::new(1.0, 5.0)?];
/// let depth = |rho| RelativeWeight::new(rho).map(|rho| deepest(&steps, rho, rho));
/// assert_eq!(depth(0.4)?, 3);
/// assert_eq!(depth(0.6)?, 2);
/// assert_eq!(depth(0.8)?, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn deepest(steps: &[Deal], own: RelativeWeight, other: RelativeWeight) -> usize {
    deepest_where(steps, |ours, theirs| {
        outweighs(ours, own.value() * theirs)
            && outweighs(theirs, other.value() * ours)
    })
}

/// The same when gains can be handed over: the largest number of steps that creates
/// no less than it costs. Then some division of the whole suits both, whatever their
/// weights (see [`Zone`](super::Zone)).
pub fn deepest_with_transfers(steps: &[Deal]) -> usize {
    deepest_where(steps, |ours, theirs| outweighs(ours, -theirs))
}

fn deepest_where(steps: &[Deal], agreed: impl Fn(f64, f64) -> bool) -> usize {
    let (mut ours, mut theirs) = (0.0, 0.0);
    let mut depth = 0;
    for (taken, &step) in (1..).zip(steps) {
        ours += step.own();
        theirs += step.other();
        if agreed(ours, theirs) {
            depth = taken;
        }
    }
    depth
}
