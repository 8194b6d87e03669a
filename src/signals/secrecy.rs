//! The back channel: what an audience costs, and what it is good for.
//!
//! A model of ours in the spirit of Kurizaki-2007, not his game: one cost, paid
//! before the home audience, does two things. It makes yielding dear, which secrecy
//! spares; and it makes a lie dear, which secrecy spares as well.

use serde::Serialize;

use super::{Bias, SignalsError, report_loss};
use crate::numbers::{Amount, Discount, Probability, number};
use crate::words::words;

number! {
    /// What a leader pays at home when seen to yield, or caught in an untrue word: from
    /// 0 to 10¹⁵⁰, in the unit of what a settlement is worth.
    Audience, "a cost before the audience from 0 to 1e150", 0.0 <= x <= 1e150
}

impl Audience {
    /// What it charges.
    pub const fn cost(self) -> f64 {
        self.value()
    }

    /// Whether an envoy of this bias is believed when it speaks before the audience
    /// and an untrue word is charged. The best lie moves the other side by *b* and so
    /// gains *b*²; the word is true when the cost is at least that.
    pub fn makes_true(self, bias: Bias) -> bool {
        self.cost() >= bias.value() * bias.value()
    }

    /// What the other side expects to lose by the word: nothing when it is spoken in
    /// public and true, else what cheap talk leaves ([`report_loss`]). That a word
    /// which the audience does not make true is no better than cheap is our
    /// simplification.
    pub fn word_loss(self, bias: Bias, door: Door) -> f64 {
        if door == Door::Open && self.makes_true(bias) {
            0.0
        } else {
            report_loss(bias)
        }
    }
}

words! {
    /// Whether the doors of the talks are open or closed.
    Door: "an open or a closed door" {
        /// In public.
        Open,
        /// In secret.
        Closed,
    }
}

/// Talks that settle something every round, if the leader will be seen to yield, or
/// can yield unseen. A secret round leaks with a fixed probability; a leak charges
/// the audience's cost and ends the talks.
///
/// ```
/// use demarche::numbers::{Discount, Probability};
/// use demarche::signals::{Audience, Channel, Door};
/// let leak = Probability::new(0.1)?;
/// let talks = Channel::new(1.0, Audience::new(3.0)?, leak)?;
/// // Nobody would pay 3 to settle what is worth 1, and one in ten of 3 is cheap.
/// assert!(!talks.settles(Door::Open) && talks.settles(Door::Closed));
/// assert_eq!(talks.worth(Door::Open, Discount::new(0.9)?), 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Channel {
    settlement: Amount,
    audience: Audience,
    leak: Probability,
}

by_name!(
    Channel { settlement: f64, audience: Audience, leak: Probability }
    => Self::new(settlement, audience, leak)
);

impl Channel {
    /// Talks from what a round's settlement is worth to the leader, the audience, and
    /// the probability that a secret round leaks.
    ///
    /// # Errors
    /// When the settlement is not worth between 0 and 10¹⁵⁰.
    pub fn new(
        settlement: f64,
        audience: Audience,
        leak: Probability,
    ) -> Result<Self, SignalsError> {
        Ok(Self { settlement: amount("settlement", settlement)?, audience, leak })
    }

    /// What yielding is expected to cost before the audience, in one round: all of
    /// it in public, the leaked part in secret.
    pub fn charge(&self, door: Door) -> f64 {
        match door {
            Door::Open => self.audience.cost(),
            Door::Closed => self.leak.value() * self.audience.cost(),
        }
    }

    /// Whether the leader settles at all: when the settlement is worth the charge.
    pub fn settles(&self, door: Door) -> bool {
        self.settlement.value() >= self.charge(door)
    }

    /// What the talks are worth over time: (*s* − *a*) / (1 − *δ*) in public, and
    /// (*s* − *ℓ* *a*) / (1 − *δ* (1 − *ℓ*)) in secret, where a leak ends them; 0
    /// where the leader does not settle.
    pub fn worth(&self, door: Door, delta: Discount) -> f64 {
        if !self.settles(door) {
            return 0.0;
        }
        let goes_on = match door {
            Door::Open => 1.0,
            Door::Closed => self.leak.complement().value(),
        };
        (self.settlement.value() - self.charge(door))
            / (1.0 - delta.value() * goes_on)
    }

    /// The door that is worth more; `None` when neither settles. A tie goes to the
    /// open one.
    pub fn better_door(&self, delta: Discount) -> Option<Door> {
        // The closed door never charges more: who does not settle there does nowhere.
        if !self.settles(Door::Closed) {
            return None;
        }
        let open = self.settles(Door::Open)
            && self.worth(Door::Open, delta) >= self.worth(Door::Closed, delta);
        Some(if open { Door::Open } else { Door::Closed })
    }

    /// How many rounds a secret channel lives on average, the leaked one included:
    /// 1 / *ℓ*; infinite when nothing leaks.
    pub fn expected_life(&self) -> f64 {
        1.0 / self.leak.value()
    }
}

fn amount(what: &'static str, found: f64) -> Result<Amount, SignalsError> {
    Amount::new(found).map_err(|_| SignalsError::AmountOutOfRange { what, found })
}
