//! Faster lines, and what they may leak.

use core::num::NonZeroU32;

use serde::Serialize;

use crate::numbers::{Amount, Discount, NumberError, Probability};
use crate::signals::{Audience, Channel, Door};

/// Secret talks over a line: what each round settles is worth, what it would cost if it
/// came out, and how patient the talkers are from one round to the next. Ours, on
/// [`Channel`].
///
/// ```
/// use core::num::NonZeroU32;
/// use demarche::cyber::Line;
/// use demarche::numbers::Probability;
/// let line = Line::of(1.0, 3.0, 0.9)?;
/// let (slow, twice) = (NonZeroU32::MIN, NonZeroU32::new(2).unwrap());
/// let tenth = Probability::new(0.1)?;
/// // Twice as fast and as tight, it is worth three tenths more.
/// assert!((line.worth(slow, tenth) - 3.684).abs() < 1e-3);
/// assert!((line.worth(twice, tenth) - 4.788).abs() < 1e-3);
/// // Twice as fast and twice as leaky, less than half.
/// assert!((line.worth(twice, Probability::new(0.2)?) - 1.659).abs() < 1e-3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Line {
    /// What a round's settlement is worth.
    pub settlement: Amount,
    /// What it costs if it comes out.
    pub exposure: Audience,
    /// *δ* from one slow round to the next.
    pub patience: Discount,
}

by_name!(Line { settlement: Amount, exposure: Audience, patience: Discount });

impl Line {
    /// A line from bare numbers.
    ///
    /// # Errors
    /// When an amount is negative or beyond 10¹⁵⁰, or the patience not below 1.
    pub fn of(
        settlement: f64,
        exposure: f64,
        patience: f64,
    ) -> Result<Self, NumberError> {
        Ok(Self {
            settlement: Amount::new(settlement)?,
            exposure: Audience::new(exposure)?,
            patience: Discount::new(patience)?,
        })
    }

    /// What it is worth over time with so many rounds in the time of one and this chance
    /// of a leak in each: a leak ends it. Patience from round to round is the root of
    /// that order.
    pub fn worth(self, times: NonZeroU32, leak: Probability) -> f64 {
        let channel = Channel::new(self.settlement.value(), self.exposure, leak)
            .unwrap_or_else(|_| unreachable!("the parts of {self:?} are valid"));
        channel.worth(Door::Closed, self.patience_within(times))
    }

    fn patience_within(self, times: NonZeroU32) -> Discount {
        let root = libm::pow(self.patience.value(), 1.0 / f64::from(times.get()));
        // The root of a number just below 1 may round to 1.
        Discount::of_valid(root.min(1.0 - f64::EPSILON))
    }

    /// The leak in each round at which the faster line is worth as much as the slow one
    /// with a leak of `slow`: with *W* for that worth, (*s* − *W* (1 − *δ*′)) /
    /// (*a* + *W* *δ*′). `None` when no talks are worth anything on the slow one.
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use demarche::cyber::Line;
    /// use demarche::numbers::Probability;
    /// let line = Line::of(1.0, 3.0, 0.9)?;
    /// let four = NonZeroU32::new(4).unwrap();
    /// let bearable = line.bearable_leak(four, Probability::new(0.1)?).unwrap();
    /// // Four times the speed bears 37 % more of leaks, and no more.
    /// assert!((bearable.value() - 0.137).abs() < 1e-3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bearable_leak(
        self,
        times: NonZeroU32,
        slow: Probability,
    ) -> Option<Probability> {
        let worth = self.worth(NonZeroU32::MIN, slow);
        if worth <= 0.0 {
            return None;
        }
        let delta = self.patience_within(times).value();
        let bearable = (self.settlement.value() - worth * (1.0 - delta))
            / (self.exposure.cost() + worth * delta);
        Some(Probability::of_valid(bearable.clamp(0.0, 1.0)))
    }
}
