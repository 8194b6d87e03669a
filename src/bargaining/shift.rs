//! Odds that move: the war of those who fear tomorrow, and the guarantor.

use serde::Serialize;

use crate::numbers::{Amount, Discount, Probability, at_least};

/// A pie of 1 in every round, for ever, and odds about to move against the second, who
/// can fight today or never. A war ends the game; the winner has the pie from then on.
/// Sources: Fearon-1995, Powell-2006; the algebra is ours.
///
/// ```
/// use demarche::bargaining::Shift;
/// let rivals = Shift::of(0.5, 0.5, 0.95)?;
/// // 21/760: under three points in a hundred.
/// assert!((rivals.tolerable().value() - 21.0 / 760.0).abs() < 1e-15);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Shift {
    /// How likely the first, who rises, is to win today.
    pub now: Probability,
    /// What war costs the second, once, in rounds of the pie.
    pub cost: Amount,
    /// *δ*, what the next round is worth.
    pub patience: Discount,
}

by_name!(Shift { now: Probability, cost: Amount, patience: Discount });

impl Shift {
    /// The shift from bare numbers.
    ///
    /// # Errors
    /// When one lies outside its domain.
    pub fn of(
        now: f64,
        cost: f64,
        patience: f64,
    ) -> Result<Self, crate::numbers::NumberError> {
        let (now, cost) = (Probability::new(now)?, Amount::new(cost)?);
        Ok(Self { now, cost, patience: Discount::new(patience)? })
    }

    /// By how much the first's odds may rise before the second fights today: the whole
    /// pie of this round no longer makes up for what it loses later. It is
    /// (*c* (1 − *δ*)² + (1 − *δ*) *p*) / *δ*, at most what is left to rise, and falls
    /// with patience.
    pub const fn tolerable(self) -> Probability {
        let (now, delta) = (self.now.value(), self.patience.value());
        let today = 1.0 - delta;
        // Without a tomorrow the quotient has no bound, or none that is a number.
        let shift = (self.cost.value() * today * today + today * now) / delta;
        let room = 1.0 - now;
        Probability::of_valid(if shift < room { shift } else { room })
    }

    /// Whether the second fights today, if tomorrow the first wins with probability
    /// `later`: *δ* `later` − *p* exceeds *c* (1 − *δ*)². Peace when indifferent.
    pub const fn brings_war(self, later: Probability) -> bool {
        let (now, delta) = (self.now.value(), self.patience.value());
        let today = 1.0 - delta;
        let peace = now + self.cost.value() * today * today;
        !at_least(peace, delta * later.value(), 1.0)
    }
}

/// Somebody who holds the odds where they are, and may leave before they move. Ours.
///
/// ```
/// use demarche::bargaining::{Guarantee, Shift};
/// use demarche::numbers::Probability;
/// let rivals = Shift::of(0.5, 0.5, 0.95)?;
/// let (held, later) = (Probability::new(0.5)?, Probability::new(0.8)?);
/// let kept = |leaves| -> Result<_, demarche::numbers::NumberError> {
///     let guarantee = Guarantee { held, leaves: Probability::new(leaves)? };
///     Ok(guarantee.keeps_peace(rivals, later))
/// };
/// assert!(rivals.brings_war(later));
/// // A guarantor who stays prevents it, one who leaves in one case of ten does not.
/// assert!(kept(0.09)? && !kept(0.1)?);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Guarantee {
    /// The first's odds as long as the guarantor stays.
    pub held: Probability,
    /// How likely it is to leave before the odds move.
    pub leaves: Probability,
}

by_name!(Guarantee { held: Probability, leaves: Probability });

impl Guarantee {
    /// The first's odds tomorrow, as the second must reckon: held, or what they become
    /// without the guarantor.
    pub const fn expected(self, later: Probability) -> Probability {
        let (held, leaves) = (self.held.value(), self.leaves.value());
        let odds = held + leaves * (later.value() - held);
        Probability::of_valid(odds.clamp(0.0, 1.0))
    }

    /// Whether there is peace under this guarantee, if without it the first's odds
    /// become `later`.
    pub const fn keeps_peace(self, shift: Shift, later: Probability) -> bool {
        !shift.brings_war(self.expected(later))
    }

    /// How likely the guarantor may be to leave before peace fails: 1 when it may leave
    /// for certain, `None` when even one who stays does not keep it.
    pub fn most_doubt(
        self,
        shift: Shift,
        later: Probability,
    ) -> Option<Probability> {
        let sure = Self { leaves: Probability::of_valid(0.0), ..self };
        if !sure.keeps_peace(shift, later) {
            return None;
        }
        if !shift.brings_war(later) {
            return Some(Probability::of_valid(1.0));
        }
        let bearable =
            shift.now.value() + shift.tolerable().value() - self.held.value();
        let doubt = bearable / (later.value() - self.held.value());
        Some(Probability::of_valid(doubt.clamp(0.0, 1.0)))
    }
}
