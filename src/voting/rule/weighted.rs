//! One weighted rule: a quota and a weight for each member.

use serde::Serialize;

use super::{Threshold, check_members};
use crate::voting::VotingError;

/// A weighted rule [*q*; *w*₁, … , *w*ₙ]: it passes when the weights of those who
/// agree reach the quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weighted {
    pub(super) quota: u64,
    pub(super) weights: Vec<u64>,
}

by_name!(Weighted { quota: u64, weights: Vec<u64> } => Self::new(quota, weights));

impl Weighted {
    /// The rule [`quota`; `weights`], one weight for each member in order. A weight
    /// of 0 is allowed: that member is heard and not counted.
    ///
    /// # Errors
    /// When there are no weights, the sum leaves 64 bits, or the quota is 0 or
    /// above the sum: then nothing is a simple game.
    ///
    /// ```
    /// use demarche::voting::Weighted;
    /// let told = Weighted::new(18, vec![4, 4, 4, 2, 2, 1]).unwrap_err().to_string();
    /// assert_eq!(told, "expected a quota that all members together reach (17), found 18");
    /// ```
    pub fn new(quota: u64, weights: Vec<u64>) -> Result<Self, VotingError> {
        let total = total(&weights)?;
        if quota == 0 {
            Err(VotingError::QuotaZero)
        } else if quota > total {
            Err(VotingError::QuotaUnreachable { quota, total })
        } else {
            Ok(Self { quota, weights })
        }
    }

    /// More than half of the weights.
    ///
    /// # Errors
    /// As [`Weighted::new`].
    pub fn majority(weights: Vec<u64>) -> Result<Self, VotingError> {
        Self::part(Threshold::MAJORITY, weights)
    }

    /// A fraction of the weights, reached or exceeded.
    ///
    /// # Errors
    /// As [`Weighted::new`].
    pub fn part(
        threshold: Threshold,
        weights: Vec<u64>,
    ) -> Result<Self, VotingError> {
        Self::new(threshold.quota(total(&weights)?), weights)
    }

    /// At least `over`/`under` of the weights, rounded up in whole numbers: treaties
    /// say 55 % and mean 15 of 27, and no float decides it.
    ///
    /// # Errors
    /// As [`Weighted::new`] and [`Threshold::at_least`].
    ///
    /// ```
    /// use demarche::voting::Weighted;
    /// assert_eq!(Weighted::share(55, 100, vec![1; 27])?.quota(), 15);
    /// assert_eq!(Weighted::share(55, 100, vec![1; 28])?.quota(), 16);
    /// # Ok::<(), demarche::voting::VotingError>(())
    /// ```
    pub fn share(
        over: u64,
        under: u64,
        weights: Vec<u64>,
    ) -> Result<Self, VotingError> {
        Self::part(Threshold::at_least(over, under)?, weights)
    }

    /// Each of the `named` members of a body of `members` has to agree: a list of
    /// vetoes.
    ///
    /// # Errors
    /// When nobody is named, or a number is out of range or comes twice.
    pub fn every(members: usize, named: &[usize]) -> Result<Self, VotingError> {
        check_members(members, named)?;
        let mut weights = vec![0; members];
        for &member in named {
            weights[member] = 1;
        }
        Self::new(named.len() as u64, weights)
    }

    /// What the weights of those who agree have to reach.
    pub const fn quota(&self) -> u64 {
        self.quota
    }

    /// One weight for each member.
    pub fn weights(&self) -> &[u64] {
        &self.weights
    }

    /// The sum of all weights.
    pub fn total(&self) -> u64 {
        self.weights.iter().sum()
    }

    /// The blocking rule [*W* − *q* + 1; *w*]: who can keep the others from passing.
    #[must_use]
    pub fn dual(&self) -> Self {
        Self { quota: self.total() - self.quota + 1, weights: self.weights.clone() }
    }

    /// The same rule in smallest whole numbers: weights over their common divisor.
    pub(in crate::voting) fn reduced(&self) -> Self {
        let divisor = self.weights.iter().fold(0, |a, &b| common_divisor(a, b));
        Self {
            quota: self.quota.div_ceil(divisor),
            weights: self.weights.iter().map(|w| w / divisor).collect(),
        }
    }
}

pub(in crate::voting) fn total(weights: &[u64]) -> Result<u64, VotingError> {
    if weights.is_empty() {
        return Err(VotingError::NoMembers);
    }
    let sum = weights.iter().try_fold(0_u64, |sum, &w| sum.checked_add(w));
    // The largest number of all is the diagram's mark of a leaf out of reach.
    sum.filter(|&sum| sum < u64::MAX).ok_or(VotingError::WeightOverflow)
}

const fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
