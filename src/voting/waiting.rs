//! How long a body takes. Each member becomes ready to agree at a time of its own,
//! independent and exponential with mean 1; the motion passes when those who are
//! ready win. The waiting time is then an order statistic.

use super::error::VotingError;
use super::tally::Tally;
use crate::exact::{Exact, decimal};
use crate::numbers::{Rate, Time};

/// The waiting time of a body, in units of one member's mean time to be ready.
///
/// A motion that has *k* ready members of *n* waits 1/(*n* − *k*) for the next, and
/// passes with the share of *k*-member coalitions that win.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Wait {
    /// The share of coalitions of 0, 1, … , *n* members that win.
    shares: Vec<f64>,
}

impl Wait {
    /// The mean time until the motion passes: Σ (1 − share(*k*))/(*n* − *k*).
    pub fn mean(&self) -> f64 {
        let n = self.members();
        let with = |k: usize| (1.0 - self.shares[k]) / (n - k) as f64;
        (0..n).map(with).sum()
    }

    /// The waiting time under the rule that was counted;
    /// [`Tally::mean_wait`] gives its mean exactly.
    ///
    /// ```
    /// use demarche::voting::{Tally, Wait, bodies};
    /// let procedural = Wait::of(&Tally::of(&bodies::security_council_procedural())?);
    /// let with_vetoes = Wait::of(&Tally::of(&bodies::security_council())?);
    /// assert_eq!(format!("{:.2}", procedural.mean()), "0.87");
    /// assert_eq!(format!("{:.2}", with_vetoes.mean()), "2.29");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(tally: &Tally) -> Self {
        let shares: Vec<Exact> = tally.winning_shares();
        Self { shares: shares.iter().map(decimal).collect() }
    }

    /// The waiting time of `members` of whom `votes` are enough if the `vetoes`
    /// among them agree: of *k* who are ready, all of *v* are among them with
    /// chance *k*/*n* · (*k* − 1)/(*n* − 1) · … , *v* factors.
    ///
    /// # Errors
    /// When there are no members, no votes are needed, or more votes or vetoes than
    /// there are members.
    ///
    /// ```
    /// use demarche::voting::Wait;
    /// // Unanimity of three: 1/3 + 1/2 + 1.
    /// assert!((Wait::with_vetoes(3, 3, 0)?.mean() - 11.0 / 6.0).abs() < 1e-15);
    /// # Ok::<(), demarche::voting::VotingError>(())
    /// ```
    pub fn with_vetoes(
        members: usize,
        votes: usize,
        vetoes: usize,
    ) -> Result<Self, VotingError> {
        if members == 0 {
            return Err(VotingError::NoMembers);
        }
        if votes == 0 {
            return Err(VotingError::QuotaZero);
        }
        let (quota, total) = (votes.max(vetoes) as u64, members as u64);
        if quota > total {
            return Err(VotingError::QuotaUnreachable { quota, total });
        }
        let share = |ready: usize| {
            if ready < votes.max(vetoes) {
                return 0.0;
            }
            let factor = |i: usize| (ready - i) as f64 / (members - i) as f64;
            (0..vetoes).map(factor).product()
        };
        Ok(Self { shares: (0..=members).map(share).collect() })
    }

    fn members(&self) -> usize {
        self.shares.len() - 1
    }

    /// The chance that the motion has passed by this time, 0 at time 0.
    pub fn passed_by(&self, time: Time) -> f64 {
        let n = self.members();
        let ready = -libm::expm1(-time.value());
        // chances[k]: so far, k of the members asked are ready.
        let mut chances = vec![0.0; n + 1];
        chances[0] = 1.0;
        for asked in 1..=n {
            for k in (1..=asked).rev() {
                chances[k] = (1.0 - ready) * chances[k] + ready * chances[k - 1];
            }
            chances[0] *= 1.0 - ready;
        }
        let sum: f64 = chances.iter().zip(&self.shares).map(|(c, s)| c * s).sum();
        sum.min(1.0)
    }

    /// The chance that the body decides before something that comes at a constant
    /// rate per mean time of readiness: a war that spreads, say. A rate of 1 is as
    /// quick as one member.
    pub fn ahead_of(&self, rate: Rate) -> f64 {
        let n = self.members();
        let mut still_ahead = 1.0;
        let mut sum = 0.0;
        for ready in 1..=n {
            let left = (n + 1 - ready) as f64;
            still_ahead *= left / (left + rate.value());
            sum += still_ahead * (self.shares[ready] - self.shares[ready - 1]);
        }
        sum
    }
}
