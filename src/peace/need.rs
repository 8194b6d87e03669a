//! Trade that is there, and trade that is expected.

use serde::Serialize;

use crate::numbers::{Amount, Payoff, Probability};

/// A state that depends on another: what open trade brings it, what being cut off costs
/// it, and what a war would be worth. It looks ahead: war is chosen when trade is
/// expected to stay open with less than some chance. After Copeland-1996, in a form of
/// our own.
///
/// ```
/// use demarche::numbers::{Amount, Payoff, Probability};
/// use demarche::peace::Dependence;
/// let state = Dependence {
///     gain: Amount::new(3.0)?,
///     cut_off: Amount::new(2.0)?,
///     war: Payoff::new(0.0)?,
/// };
/// // Peace from an expectation of 2/5 on; the same need below it pushes to war.
/// assert!(state.keeps_peace(Probability::new(0.41)?));
/// assert!(!state.keeps_peace(Probability::new(0.39)?));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Dependence {
    /// *b*: what open trade brings.
    pub gain: Amount,
    /// *c*: what it costs to be cut off.
    pub cut_off: Amount,
    /// What a war is worth, below 0 when it costs more than it brings.
    pub war: Payoff,
}

by_name!(Dependence { gain: Amount, cut_off: Amount, war: Payoff });

impl Dependence {
    /// What peace is worth if trade stays open with this chance: *b* *π* − *c* (1 − *π*).
    pub const fn peace(self, open: Probability) -> f64 {
        let (gain, cut_off) = (self.gain.value(), self.cut_off.value());
        open.value() * gain - open.complement().value() * cut_off
    }

    /// Whether that is at least what war is worth.
    pub const fn keeps_peace(self, open: Probability) -> bool {
        self.peace(open) >= self.war.value()
    }

    /// The least expectation that keeps the peace, (*V* + *c*) / (*b* + *c*); `None` when
    /// none does.
    pub fn threshold(self) -> Option<Probability> {
        let (gain, cut_off) = (self.gain.value(), self.cut_off.value());
        let over = self.war.value() + cut_off;
        if over <= 0.0 {
            return Probability::new(0.0).ok();
        }
        Probability::new(over / (gain + cut_off)).ok()
    }
}
