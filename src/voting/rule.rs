//! The rule: a monotone tree of weighted and counting rules, and the body that
//! votes by it.

mod flat;
mod threshold;
mod weighted;

use serde::{Deserialize, Serialize};

use super::error::VotingError;

pub(super) use flat::{Flat, Tree, classes, place_of};
pub use threshold::Threshold;
pub use weighted::Weighted;
pub(super) use weighted::total;

fn check_members(members: usize, named: &[usize]) -> Result<(), VotingError> {
    for (place, &member) in named.iter().enumerate() {
        if member >= members || named[..place].contains(&member) {
            let last = members.saturating_sub(1);
            return Err(VotingError::NoSuchMember { last, found: member });
        }
    }
    Ok(())
}

/// A monotone decision rule: one more who agrees never turns a win into a loss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The weights of those who agree reach a quota.
    Weighted(Weighted),
    /// At least so many members agree.
    AtLeast(u64),
    /// Every one of these rules is met.
    All(Vec<Rule>),
    /// One of these rules is enough.
    Any(Vec<Rule>),
}

impl Rule {
    /// More than half of `members` members.
    pub const fn majority(members: usize) -> Self {
        Self::AtLeast(members as u64 / 2 + 1)
    }

    /// A fraction of `members` members, reached or exceeded.
    pub fn part(threshold: Threshold, members: usize) -> Self {
        Self::AtLeast(threshold.quota(members as u64))
    }

    /// All of `members` members.
    pub const fn unanimity(members: usize) -> Self {
        Self::AtLeast(members as u64)
    }

    pub(super) fn check(&self, members: usize) -> Result<(), VotingError> {
        match self {
            Self::Weighted(rule) if rule.weights.len() != members => {
                Err(VotingError::LengthMismatch {
                    members,
                    found: rule.weights.len(),
                })
            }
            Self::AtLeast(0) => Err(VotingError::QuotaZero),
            Self::AtLeast(heads) if *heads > members as u64 => {
                let (quota, total) = (*heads, members as u64);
                Err(VotingError::QuotaUnreachable { quota, total })
            }
            Self::Weighted(_) | Self::AtLeast(_) => Ok(()),
            Self::All(parts) | Self::Any(parts) if parts.is_empty() => {
                Err(VotingError::NothingToCombine)
            }
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().try_for_each(|part| part.check(members))
            }
        }
    }

    fn map(&self, members: usize, leaf: &impl Fn(Weighted) -> Weighted) -> Self {
        let each =
            |parts: &[Self]| parts.iter().map(|p| p.map(members, leaf)).collect();
        match self {
            Self::Weighted(rule) => Self::Weighted(leaf(rule.clone())),
            Self::AtLeast(heads) => Self::Weighted(leaf(Weighted {
                quota: *heads,
                weights: vec![1; members],
            })),
            Self::All(parts) => Self::All(each(parts)),
            Self::Any(parts) => Self::Any(each(parts)),
        }
    }

    fn turned(self) -> Self {
        let each = |parts: Vec<Self>| parts.into_iter().map(Self::turned).collect();
        match self {
            Self::All(parts) => Self::Any(each(parts)),
            Self::Any(parts) => Self::All(each(parts)),
            leaf => leaf,
        }
    }
}

/// Members and the rule by which they decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Body {
    members: Vec<String>,
    rule: Rule,
}

by_name!(Body { members: Vec<String>, rule: Rule } => Self::new(members, rule));

impl Body {
    /// A body of named members under a rule. Members are numbered from 0 in order.
    ///
    /// # Errors
    /// When there are no members, a rule has not one weight for each, or a part of
    /// the rule could never pass or never fail.
    pub fn new(members: Vec<String>, rule: Rule) -> Result<Self, VotingError> {
        if members.is_empty() {
            return Err(VotingError::NoMembers);
        }
        rule.check(members.len())?;
        Ok(Self { members, rule })
    }

    /// Whether the motion passes when exactly these members agree.
    ///
    /// # Panics
    /// When `yes` has not one entry for each member.
    pub fn wins(&self, yes: &[bool]) -> bool {
        assert_eq!(yes.len(), self.len(), "one vote for each member");
        self.rule.holds(yes)
    }
}

// ANCHOR: rule
impl Rule {
    fn holds(&self, yes: &[bool]) -> bool {
        let heads = || yes.iter().filter(|&&agrees| agrees).count() as u64;
        match self {
            Self::AtLeast(quota) => heads() >= *quota,
            Self::Weighted(Weighted { quota, weights }) => {
                let votes = weights.iter().zip(yes).filter(|(_, agrees)| **agrees);
                votes.map(|(weight, _)| weight).sum::<u64>() >= *quota
            }
            Self::All(rules) => rules.iter().all(|rule| rule.holds(yes)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(yes)),
        }
    }
}
// ANCHOR_END: rule

impl Body {
    /// A body of nameless members, called 1, 2, 3 and so on.
    ///
    /// # Errors
    /// As [`Body::new`].
    pub fn nameless(members: usize, rule: Rule) -> Result<Self, VotingError> {
        Self::new((1..=members).map(|k| k.to_string()).collect(), rule)
    }

    /// The weighted body [`quota`; `weights`], nameless.
    ///
    /// # Errors
    /// As [`Weighted::new`].
    ///
    /// ```
    /// use demarche::voting::{Body, Tally};
    /// // As many votes as the quota is not yet a dictatorship.
    /// let body = Body::weighted(3, vec![3, 2, 1])?;
    /// assert_eq!(Tally::of(&body)?.shapley_shubik()[0].to_string(), "2/3");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn weighted(quota: u64, weights: Vec<u64>) -> Result<Self, VotingError> {
        Self::nameless(weights.len(), Rule::Weighted(Weighted::new(quota, weights)?))
    }

    /// The members' names in order.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// The rule.
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// How many members there are.
    #[allow(clippy::len_without_is_empty, reason = "a body has a member")]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// The number of the member of this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member == name)
    }

    /// Whether this member alone can stop every motion.
    ///
    /// # Panics
    /// When there is no such member.
    pub fn has_veto(&self, member: usize) -> bool {
        let mut yes = vec![true; self.len()];
        yes[member] = false;
        !self.wins(&yes)
    }

    /// The blocking body: a coalition wins here when the others cannot win there.
    /// Shapley–Shubik and Penrose–Banzhaf are the same in both.
    #[must_use]
    pub fn dual(&self) -> Self {
        let rule = self.rule.map(self.len(), &|leaf| leaf.dual()).turned();
        Self { members: self.members.clone(), rule }
    }

    /// The body in which the members of a bloc vote as one. The bloc takes the place
    /// of its first member and carries all weights and heads.
    ///
    /// # Errors
    /// When a number is out of range or comes twice, or the bloc is empty.
    pub fn merge(&self, bloc: &[usize]) -> Result<Self, VotingError> {
        check_members(self.len(), bloc)?;
        let Some(&first) = bloc.iter().min() else {
            return Err(VotingError::NoMembers);
        };
        let fold = |leaf: Weighted| {
            let joint = bloc.iter().map(|&member| leaf.weights[member]).sum();
            let weights = (0..leaf.weights.len())
                .filter(|k| *k == first || !bloc.contains(k))
                .map(|k| if k == first { joint } else { leaf.weights[k] })
                .collect();
            Weighted { quota: leaf.quota, weights }
        };
        let joined = (0..self.len()).filter(|k| bloc.contains(k));
        let joined: Vec<_> = joined.map(|k| self.members[k].as_str()).collect();
        let members = (0..self.len())
            .filter(|k| *k == first || !bloc.contains(k))
            .map(|k| {
                if k == first { joined.join(" + ") } else { self.members[k].clone() }
            })
            .collect();
        Ok(Self { members, rule: self.rule.map(self.len(), &fold) })
    }

    /// Whether a coalition wins that has a bit for each of its members.
    pub(super) fn by_bits(&self) -> impl FnMut(u32) -> bool {
        let mut yes = vec![false; self.len()];
        move |coalition| {
            for (member, yes) in yes.iter_mut().enumerate() {
                *yes = coalition >> member & 1 == 1;
            }
            self.rule.holds(&yes)
        }
    }

    pub(super) fn flat(&self) -> Flat {
        Flat::of(&self.rule, self.len())
    }
}
