//! Ballots by classes of members that are alike: so many yes, so many no.

use num_traits::One;

use super::{Assembly, Ballot, BallotRule, Choices};
use crate::exact::{BigUint, Exact};
use crate::voting::VotingError;
use crate::voting::count::binomials;
use crate::voting::rule::{Threshold, Tree, classes, place_of};

/// How a class has voted: so many yes and no, and so many that have not voted; the
/// rest abstain.
#[derive(Clone, Copy)]
pub(super) struct Cast {
    pub(super) yes: usize,
    pub(super) no: usize,
    pub(super) open: usize,
}

/// What a leaf of the rule asks of the weights that say yes and no.
#[derive(Clone, Copy, PartialEq)]
enum Test {
    Yes(u64),
    NoBelow(u64),
    OfCast(Threshold),
}

impl Test {
    fn holds(self, (yes, no): (u64, u64)) -> bool {
        match self {
            Self::Yes(quota) => yes >= quota,
            Self::NoBelow(quota) => no < quota,
            Self::OfCast(threshold) => threshold.is_met(yes, no),
        }
    }
}

/// The rule as the count reads it: the leaves in a row, the tree above them.
pub(in crate::voting) struct Leaves {
    tree: Tree,
    row: Vec<(Test, Vec<u64>)>,
}

impl Leaves {
    pub(in crate::voting) fn of(assembly: &Assembly) -> Self {
        let mut row = Vec::new();
        let tree = tree(&assembly.rule, assembly.members.len(), &mut row);
        Self { tree, row }
    }

    /// The weights that each leaf counts.
    pub(in crate::voting) fn weights(&self) -> impl Iterator<Item = &[u64]> {
        self.row.iter().map(|(_, weights)| weights.as_slice())
    }

    /// Whether the motion passes when `sums` gives each leaf its yes and its no.
    pub(in crate::voting) fn hold(
        &self,
        sums: impl Fn(&[u64], usize) -> (u64, u64),
    ) -> bool {
        self.tree.holds(&|place| {
            let (test, weights) = &self.row[place];
            test.holds(sums(weights, place))
        })
    }
}

fn tree(rule: &BallotRule, members: usize, row: &mut Vec<(Test, Vec<u64>)>) -> Tree {
    let (test, weights) = match rule {
        BallotRule::Yes(rule) => {
            return rule.tree(members, &mut |leaf| {
                place_of((Test::Yes(leaf.quota()), leaf.weights().to_vec()), row)
            });
        }
        BallotRule::All(parts) => {
            return Tree::All(parts.iter().map(|p| tree(p, members, row)).collect());
        }
        BallotRule::Any(parts) => {
            return Tree::Any(parts.iter().map(|p| tree(p, members, row)).collect());
        }
        BallotRule::Unless(leaf) => (Test::NoBelow(leaf.quota()), leaf.weights()),
        BallotRule::OfCast { threshold, weights } => {
            (Test::OfCast(*threshold), weights.as_slice())
        }
    };
    Tree::Leaf(place_of((test, weights.to_vec()), row))
}

pub(super) struct Kinds {
    leaves: Leaves,
    class_of: Vec<usize>,
    pub(super) sizes: Vec<usize>,
    /// `weights[class][leaf]`.
    weights: Vec<Vec<u64>>,
    /// For each class the rows of Pascal's triangle up to its size.
    ways: Vec<Vec<Vec<BigUint>>>,
}

const CASES: u64 = 2_000_000;

impl Kinds {
    /// The classes of an assembly, unless they leave too many cases; `cases` says
    /// how many one class has.
    pub(super) fn of(
        assembly: &Assembly,
        cases: impl Fn(u128) -> u128,
    ) -> Result<Self, VotingError> {
        let leaves = Leaves::of(assembly);
        let rows: Vec<&[u64]> = leaves.weights().collect();
        let (class_of, groups) = classes(&rows);
        let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
        let each = sizes.iter().map(|&size| cases(size as u128));
        if each.fold(1, u128::saturating_mul) > u128::from(CASES) {
            return Err(VotingError::TooManyCases { most: CASES });
        }
        let of_group =
            |group: &Vec<usize>| rows.iter().map(|leaf| leaf[group[0]]).collect();
        let weights = groups.iter().map(of_group).collect();
        let ways = sizes.iter().map(|&m| (0..=m).map(binomials).collect()).collect();
        Ok(Self { leaves, class_of, sizes, weights, ways })
    }

    /// Whether the motion passes; those still open vote `open`.
    pub(super) fn passes(&self, cast: &[Cast], open: Ballot) -> bool {
        self.leaves.hold(|_, leaf| {
            cast.iter().zip(&self.weights).fold(
                (0, 0),
                |(yes, no), (cast, weights)| {
                    let also = |ballot| if open == ballot { cast.open } else { 0 };
                    let weight = weights[leaf];
                    (
                        yes + (cast.yes + also(Ballot::Yes)) as u64 * weight,
                        no + (cast.no + also(Ballot::No)) as u64 * weight,
                    )
                },
            )
        })
    }

    /// Whether the outcome is the same whatever those still open vote.
    pub(super) fn settled(&self, cast: &[Cast]) -> bool {
        self.passes(cast, Ballot::No) || !self.passes(cast, Ballot::Yes)
    }

    /// In how many ways members of these classes can have voted so.
    pub(super) fn count(&self, cast: &[Cast]) -> BigUint {
        let each = cast.iter().enumerate().map(|(class, cast)| {
            let (ways, size) = (&self.ways[class], self.sizes[class]);
            let voted = size - cast.open;
            &ways[size][voted]
                * &ways[voted][cast.yes]
                * &ways[voted - cast.yes][cast.no]
        });
        each.fold(BigUint::one(), |all, ways| all * ways)
    }

    /// Visits every case in which all have voted, or with `partly` every case.
    pub(super) fn each(
        &self,
        partly: bool,
        choices: Choices,
        visit: &mut impl FnMut(&[Cast]),
    ) {
        self.fill(&mut Vec::new(), partly, choices, visit);
    }

    fn fill(
        &self,
        so_far: &mut Vec<Cast>,
        partly: bool,
        choices: Choices,
        visit: &mut impl FnMut(&[Cast]),
    ) {
        let Some(&size) = self.sizes.get(so_far.len()) else {
            visit(so_far);
            return;
        };
        for voted in if partly { 0 } else { size }..=size {
            for yes in 0..=voted {
                let least = if choices == Choices::Two { voted - yes } else { 0 };
                for no in least..=voted - yes {
                    so_far.push(Cast { yes, no, open: size - voted });
                    self.fill(so_far, partly, choices, visit);
                    so_far.pop();
                }
            }
        }
    }

    /// Counts by class, shared among the class's members, over `whole`.
    pub(super) fn each_member(
        &self,
        counts: Vec<BigUint>,
        whole: &BigUint,
    ) -> Vec<Exact> {
        let share = |(count, &size)| Exact::new(count, whole * BigUint::from(size));
        let by_class: Vec<Exact> =
            counts.into_iter().zip(&self.sizes).map(share).collect();
        self.class_of.iter().map(|&class| by_class[class].clone()).collect()
    }
}
