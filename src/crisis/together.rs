//! Dangers that cross borders: who sees them, who holds them, to whom they go.

use serde::Serialize;

use super::{CrisisError, counted};
use crate::numbers::{Amount, Probability, Size};

/// The chance that at least one of so many services sees what each sees with this chance,
/// if they tell each other: 1 − (1 − *q*)ⁿ.
///
/// ```
/// use demarche::crisis::pooled;
/// use demarche::numbers::Probability;
/// assert!((pooled(Probability::new(0.3)?, 3).value() - 0.657).abs() < 1e-12);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn pooled(seen: Probability, services: u32) -> Probability {
    let missed = libm::pow(seen.complement().value(), services.into());
    Probability::of_valid(1.0 - missed)
}

/// The chance that every gate holds: the product of theirs.
///
/// ```
/// use demarche::crisis::weakest_link;
/// use demarche::numbers::Probability;
/// let gates = [Probability::new(0.99)?; 10];
/// assert!((weakest_link(&gates).value() - 0.9044).abs() < 1e-4);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn weakest_link(gates: &[Probability]) -> Probability {
    Probability::of_valid(gates.iter().map(|gate| gate.value()).product())
}

/// Targets that each defend themselves against an attacker who takes the easiest: it goes
/// to each in proportion to one over its defence. Ours.
///
/// ```
/// use demarche::crisis::Diversion;
/// use demarche::numbers::{Amount, Size};
/// let five = Diversion::new(5, Amount::new(1.0)?, Size::new(1.0)?)?;
/// // Together they spend four fifths of the loss, and it falls on one of them as before.
/// assert!((five.spent() - 0.8).abs() < 1e-12);
/// assert!((five.attracts(five.defence(), five.defence()) - 0.2).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Diversion {
    targets: u32,
    loss: Amount,
    price: Size,
}

by_name!(
    Diversion { targets: u32, loss: Amount, price: Size }
    => Self::new(targets, loss, price)
);

impl Diversion {
    /// So many targets, what an attack costs the one that it hits, and what a unit of
    /// defence costs.
    ///
    /// # Errors
    /// With fewer than 2 targets or more than a million.
    pub fn new(
        targets: u32,
        loss: Amount,
        price: Size,
    ) -> Result<Self, CrisisError> {
        counted("targets", (2, 1_000_000), targets as usize)?;
        Ok(Self { targets, loss, price })
    }

    /// The chance that the attack comes to one with this defence, if each of the others
    /// has that of theirs.
    pub fn attracts(self, own: f64, others: f64) -> f64 {
        // (1/d) / (1/d + (n − 1)/D), without dividing by a defence of 0.
        others / (others + f64::from(self.targets - 1) * own)
    }

    /// What one expects to pay, for defence and for the attack.
    pub fn pays(self, own: f64, others: f64) -> f64 {
        self.loss.value() * self.attracts(own, others) + self.price.value() * own
    }

    /// The defence of each that answers the same of all others: *L* (*n* − 1) / (*n*² *c*).
    pub fn defence(self) -> f64 {
        let n = f64::from(self.targets);
        self.loss.value() * (n - 1.0) / (n * n * self.price.value())
    }

    /// What all spend on it: the loss times (*n* − 1) / *n*. Together they would spend
    /// nothing, for the attack comes all the same.
    pub fn spent(self) -> f64 {
        let n = f64::from(self.targets);
        self.loss.value() * (n - 1.0) / n
    }
}
