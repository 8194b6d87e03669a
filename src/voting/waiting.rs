//! How long a body takes. Each member becomes ready to agree at a time of its own,
//! independent and exponential with mean 1; the motion passes when those who are
//! ready win. The mean waiting time is then an order statistic and exact.

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::exact::{Exact, binomials, decimal};
use super::tally::Tally;

/// The waiting time of a body, in units of one member's mean time to be ready.
///
/// A motion that has *k* ready members waits 1/(*n* − *k*) for the next, and passes
/// with the share of *k*-member coalitions that win: so the mean is
/// Σ (1 − share(*k*))/(*n* − *k*) over *k* from 0 to *n* − 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    shares: Vec<Exact>,
}

impl Wait {
    /// The waiting time under the rule that was counted.
    ///
    /// ```
    /// use demarche::voting::{Tally, Wait, bodies, decimal};
    /// let procedural = Wait::of(&Tally::of(&bodies::security_council_procedural())?);
    /// let with_vetoes = Wait::of(&Tally::of(&bodies::security_council())?);
    /// assert_eq!(format!("{:.2}", decimal(&procedural.mean())), "0.87");
    /// assert_eq!(format!("{:.2}", decimal(&with_vetoes.mean())), "2.29");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(tally: &Tally) -> Self {
        let all = binomials::<BigUint>(tally.members());
        let wins = tally.winning_by_size().iter().cloned();
        Self {
            shares: wins.zip(all).map(|(wins, all)| Exact::new(wins, all)).collect(),
        }
    }

    fn members(&self) -> usize {
        self.shares.len() - 1
    }

    /// The share of coalitions of each size from 0 to *n* that win.
    pub fn shares(&self) -> &[Exact] {
        &self.shares
    }

    // ANCHOR: mean
    /// The mean time until the motion passes.
    pub fn mean(&self) -> Exact {
        let n = self.members();
        (0..n).fold(Exact::zero(), |sum, ready| {
            let still_open = Exact::one() - &self.shares[ready];
            sum + still_open / BigUint::from(n - ready)
        })
    }
    // ANCHOR_END: mean

    /// The chance that the motion has passed by this time, 0 at time 0.
    pub fn passed_by(&self, time: f64) -> f64 {
        let n = self.members();
        let ready = -libm::expm1(-time.max(0.0));
        let row = binomials::<BigUint>(n);
        let chance = |k: usize| {
            let ways = decimal(&Exact::from_integer(row[k].clone()));
            ways * power(ready, k) * power(1.0 - ready, n - k)
        };
        let sum: f64 = (0..=n).map(|k| chance(k) * decimal(&self.shares[k])).sum();
        sum.clamp(0.0, 1.0)
    }

    /// The chance that the body decides before something that comes at a constant
    /// rate per mean time of readiness: a war that spreads, say. A rate of 1 is as
    /// quick as one member.
    pub fn ahead_of(&self, rate: f64) -> f64 {
        let n = self.members();
        let mut still_ahead = 1.0;
        let mut sum = 0.0;
        for ready in 1..=n {
            let left = (n + 1 - ready) as f64;
            still_ahead *= left / (left + rate.max(0.0));
            let now = decimal(&(&self.shares[ready] - &self.shares[ready - 1]));
            sum += still_ahead * now;
        }
        sum
    }
}

fn power(base: f64, exponent: usize) -> f64 {
    libm::pow(base, exponent as f64)
}
