//! A power that may act alone: a veto binds it only while acting alone costs more
//! than the veto takes (after Voeten-2001, who modelled the Security Council; the
//! line of outcomes and the payoffs here are ours and illustrative).

use serde::Serialize;

use crate::numbers::Share;

/// Outcomes lie on a line from 0, what is, to 1, what the strong power wants. The
/// other power with a veto wants a point between, and both lose what the outcome is
/// away from theirs. The strong one may act alone and get 1, at a cost.
///
/// ```
/// use demarche::numbers::Share;
/// use demarche::voting::Outside;
/// let veto_holder = Share::new(0.25)?;
/// // Acting alone costs .8: the veto binds, and the agreement is 2 × .25.
/// assert_eq!(Outside::new(veto_holder, Share::new(0.8)?).agreed(), 0.5);
/// // It costs .2: the veto holder concedes .8 to keep the other inside.
/// assert_eq!(Outside::new(veto_holder, Share::new(0.2)?).agreed(), 0.8);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Outside {
    veto_holder: Share,
    cost: Share,
}

impl Outside {
    /// Where the veto holder would like the outcome, and what acting alone costs.
    pub const fn new(veto_holder: Share, cost: Share) -> Self {
        Self { veto_holder, cost }
    }

    /// The best that the strong power gets through a veto alone: the point at which
    /// the veto holder is as well off as with what is, 2*m*, at most 1.
    pub const fn under_veto(self) -> f64 {
        let twice = 2.0 * self.veto_holder.value();
        if twice < 1.0 { twice } else { 1.0 }
    }

    /// What acting alone is worth to the strong power, as an outcome it would accept
    /// instead: 1 − cost.
    pub const fn worth_alone(self) -> f64 {
        1.0 - self.cost.value()
    }

    /// Whether the veto still sets the outcome: acting alone is worth no more.
    pub const fn veto_binds(self) -> bool {
        self.worth_alone() <= self.under_veto()
    }

    /// The outcome that the council agrees on.
    pub const fn agreed(self) -> f64 {
        if self.veto_binds() { self.under_veto() } else { self.worth_alone() }
    }
}
