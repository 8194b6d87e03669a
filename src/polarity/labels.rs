//! From shares to one of three words.

use serde::Serialize;

use super::{PolarityError, Shares};
use crate::numbers::Share;
use crate::words::words;

words! {
    /// How many poles a system has.
    Polarity: "a polarity" {
        /// One.
        Unipolar,
        /// Two.
        Bipolar,
        /// More, or none.
        Multipolar,
    }
}

/// Thresholds that turn shares into poles: one power with `unipole` or more makes the
/// system unipolar; else two powers with `pole` each or more make it bipolar; else it is
/// multipolar, and every power with `floor` or more is a pole. After Rapkin-1979 with
/// [`PoleRule::CUSTOMARY`] thresholds.
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::{Polarity, PoleRule, Shares};
/// let shares = |all: [f64; 3]| Shares::of(&all.map(|x| Amount::new(x).unwrap()));
/// let read = |all| Ok::<_, demarche::polarity::PolarityError>(
///     PoleRule::CUSTOMARY.read(&shares(all)?).polarity,
/// );
/// assert_eq!(read([40.0, 30.0, 30.0])?, Polarity::Bipolar);
/// // The third has as much as the second. It does not count.
/// assert_eq!(read([50.0, 40.0, 10.0])?, Polarity::Unipolar);
/// # Ok::<(), demarche::polarity::PolarityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct PoleRule {
    unipole: Share,
    pole: Share,
    floor: Share,
}

by_name!(
    PoleRule { unipole: Share, pole: Share, floor: Share }
    => Self::new(unipole, pole, floor)
);

impl PoleRule {
    /// One half, one quarter, one twentieth.
    pub const CUSTOMARY: Self = Self {
        unipole: Share::of_valid(0.5),
        pole: Share::of_valid(0.25),
        floor: Share::of_valid(0.05),
    };

    /// A rule with these thresholds.
    ///
    /// # Errors
    /// When the floor is above the threshold of a pole, or that above the threshold of
    /// the only one.
    pub fn new(
        unipole: Share,
        pole: Share,
        floor: Share,
    ) -> Result<Self, PolarityError> {
        if floor <= pole && pole <= unipole {
            return Ok(Self { unipole, pole, floor });
        }
        let [unipole, pole, floor] = [unipole, pole, floor].map(Share::value);
        Err(PolarityError::Disordered { unipole, pole, floor })
    }

    /// The word for these shares, and the poles.
    pub fn read(&self, shares: &Shares) -> Reading {
        let at_least = |least: Share| {
            let all = shares.values().iter().enumerate();
            let mut poles: Vec<usize> = all
                .filter(|(_, share)| **share >= least.value())
                .map(|(owner, _)| owner)
                .collect();
            let share = |owner: &usize| shares.values()[*owner];
            poles.sort_by(|a, b| share(b).total_cmp(&share(a)));
            poles
        };
        let first = |mut poles: Vec<usize>, count| {
            poles.truncate(count);
            poles
        };
        let (only, two) = (at_least(self.unipole), at_least(self.pole));
        if !only.is_empty() {
            Reading { polarity: Polarity::Unipolar, poles: first(only, 1) }
        } else if two.len() >= 2 {
            Reading { polarity: Polarity::Bipolar, poles: first(two, 2) }
        } else {
            let poles = at_least(self.floor);
            Reading { polarity: Polarity::Multipolar, poles }
        }
    }
}

/// What a rule reads in shares.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Reading {
    /// The word.
    pub polarity: Polarity,
    /// The poles by their numbers, the largest first.
    pub poles: Vec<usize>,
}
