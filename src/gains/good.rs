//! What no one can be kept from: more states do not make it easier.

use super::States;
use crate::numbers::{RelativeWeight, number};

number! {
    /// A good that no one can be kept from: each unit that any state contributes returns
    /// the same *m* to every state.
    ///
    /// ```
    /// use demarche::gains::{PublicGood, States};
    /// use demarche::numbers::RelativeWeight;
    /// let good = PublicGood::new(1.5)?;
    /// assert!(good.contributes(RelativeWeight::new(0.2)?));
    /// assert!(!good.contributes(RelativeWeight::new(0.5)?));
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    PublicGood,
    "a finite return above 0 (1e-150 to 1e150) on each unit contributed",
    1e-150 <= x <= 1e150
}

impl PublicGood {
    /// *m*: what a unit contributed returns to each state.
    pub const fn each(self) -> f64 {
        self.value()
    }

    /// What a contribution of one unit by the first of *n* states gains to each.
    pub fn gains(self, n: States) -> Vec<f64> {
        let mut gains = vec![self.each(); n.count()];
        gains[0] -= 1.0;
        gains
    }

    /// Whether a state of relative weight *r* contributes: *m* (1 − *r*) ≥ 1, however
    /// many states there are and whomever it minds, which holds up to the
    /// [`critical_weight`](Self::critical_weight). It contributes when indifferent.
    pub const fn contributes(self, r: RelativeWeight) -> bool {
        match self.critical_weight() {
            Some(critical) => r.value() <= critical.value(),
            None => false,
        }
    }

    /// The largest relative weight at which a state contributes, 1 − 1/*m* up to
    /// rounding; below 1, since a state that minds only rank gives nothing. `None` when
    /// *m* < 1 and no state would.
    pub const fn critical_weight(self) -> Option<RelativeWeight> {
        if self.each() >= 1.0 {
            let exact: f64 = 1.0 - 1.0 / self.each();
            Some(RelativeWeight::of_valid(exact.min(1.0_f64.next_down())))
        } else {
            None
        }
    }
}
