//! Ballots by classes of members that are alike: so many yes, so many no.

use num_bigint::BigUint;
use num_traits::One;

use super::{Ballot, BallotRule, Choices, CountError};
use crate::voting::exact::binomials;

/// How a class has voted: so many yes and no, and so many that have not voted; the
/// rest abstain.
#[derive(Clone, Copy)]
pub(super) struct Cast {
    pub(super) yes: usize,
    pub(super) no: usize,
    pub(super) open: usize,
}

pub(super) struct Kinds<'a> {
    pub(super) rule: &'a BallotRule,
    pub(super) class_of: Vec<usize>,
    pub(super) sizes: Vec<usize>,
    /// `weights[class][leaf]`.
    pub(super) weights: Vec<Vec<u64>>,
    /// Row *n* of Pascal's triangle for each row up to the class's size.
    pub(super) ways: Vec<Vec<Vec<BigUint>>>,
}

const CASES: u64 = 2_000_000;

impl Kinds<'_> {
    pub(super) fn bound(
        &self,
        cases: impl Fn(&usize) -> u128,
    ) -> Result<(), CountError> {
        let all =
            self.sizes.iter().fold(1, |all: u128, m| all.saturating_mul(cases(m)));
        if all > u128::from(CASES) {
            Err(CountError::TooManyCases { most: CASES })
        } else {
            Ok(())
        }
    }

    /// Whether the motion passes; those still open vote `open`.
    pub(super) fn passes(&self, cast: &[Cast], open: Option<Ballot>) -> bool {
        let leaves = self.weights.first().map_or(0, Vec::len);
        let sums: Vec<(u64, u64)> = (0..leaves)
            .map(|leaf| {
                cast.iter().zip(&self.weights).fold(
                    (0, 0),
                    |(yes, no), (cast, weights)| {
                        let as_open =
                            |kind| if open == Some(kind) { cast.open } else { 0 };
                        let (more_yes, more_no) =
                            (as_open(Ballot::Yes), as_open(Ballot::No));
                        (
                            yes + (cast.yes + more_yes) as u64 * weights[leaf],
                            no + (cast.no + more_no) as u64 * weights[leaf],
                        )
                    },
                )
            })
            .collect();
        holds(self.rule, &sums, &mut 0)
    }

    pub(super) fn settled(&self, cast: &[Cast]) -> Option<bool> {
        if self.passes(cast, Some(Ballot::No)) {
            Some(true)
        } else if self.passes(cast, Some(Ballot::Yes)) {
            None
        } else {
            Some(false)
        }
    }

    /// In how many ways members of these classes can vote so, all having voted.
    pub(super) fn count(&self, cast: &[Cast]) -> BigUint {
        let each = cast.iter().enumerate().map(|(class, cast)| {
            let size = self.sizes[class];
            &self.ways[class][size][cast.yes]
                * &self.ways[class][size - cast.yes][cast.no]
        });
        each.fold(BigUint::one(), |all, ways| all * ways)
    }

    pub(super) fn count_prefix(&self, cast: &[Cast], voted: &[usize]) -> BigUint {
        let each =
            cast.iter().zip(voted).enumerate().map(|(class, (cast, &voted))| {
                let ways = &self.ways[class];
                &ways[self.sizes[class]][voted]
                    * &ways[voted][cast.yes]
                    * &ways[voted - cast.yes][cast.no]
            });
        each.fold(BigUint::one(), |all, ways| all * ways)
    }

    pub(super) fn each(
        &self,
        class: usize,
        cast: &mut [Cast],
        choices: Choices,
        visit: &mut impl FnMut(&[Cast]),
    ) {
        if class == cast.len() {
            visit(cast);
            return;
        }
        let size = self.sizes[class];
        for yes in 0..=size {
            let least = if choices == Choices::Two { size - yes } else { 0 };
            for no in least..=size - yes {
                cast[class] = Cast { yes, no, open: 0 };
                self.each(class + 1, cast, choices, visit);
            }
        }
    }

    pub(super) fn each_prefix(
        &self,
        class: usize,
        so_far: &mut Vec<(Cast, usize)>,
        choices: Choices,
        visit: &mut impl FnMut(&[Cast], &[usize]),
    ) {
        if class == self.sizes.len() {
            let (cast, voted): (Vec<Cast>, Vec<usize>) =
                so_far.iter().copied().unzip();
            visit(&cast, &voted);
            return;
        }
        let size = self.sizes[class];
        for voted in 0..=size {
            for yes in 0..=voted {
                let least = if choices == Choices::Two { voted - yes } else { 0 };
                for no in least..=voted - yes {
                    so_far.push((Cast { yes, no, open: size - voted }, voted));
                    self.each_prefix(class + 1, so_far, choices, visit);
                    so_far.pop();
                }
            }
        }
    }
}

pub(super) fn trinomials(size: usize) -> Vec<Vec<BigUint>> {
    (0..=size).map(binomials).collect()
}

/// Reads the leaves in the order in which they were gathered.
pub(super) fn holds(
    rule: &BallotRule,
    sums: &[(u64, u64)],
    place: &mut usize,
) -> bool {
    let mut next = || {
        *place += 1;
        sums[*place - 1]
    };
    match rule {
        BallotRule::Yes(leaf) => next().0 >= leaf.quota(),
        BallotRule::Unless(leaf) => next().1 < leaf.quota(),
        BallotRule::OfCast { threshold, .. } => {
            let (yes, no) = next();
            threshold.is_met(yes, no)
        }
        // No short cut: every leaf has to be read to keep the place.
        BallotRule::All(parts) => {
            let lost = parts.iter().filter(|part| !holds(part, sums, place));
            lost.count() == 0
        }
        BallotRule::Any(parts) => {
            let won = parts.iter().filter(|part| holds(part, sums, place));
            won.count() > 0
        }
    }
}
