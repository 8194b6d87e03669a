//! Three answers: yes, no, and abstention, which every charter treats in its own
//! way. Here it is neither a yes nor a no but what the rule makes of it.

mod kinds;

use num_traits::{Zero, pow};
use serde::Serialize;

use self::kinds::Kinds;
pub(super) use self::kinds::Leaves;
use super::count::factorials;
use super::error::VotingError;
use super::rule::{Body, Rule, Threshold, Weighted, total};
use crate::exact::{BigUint, Exact, digits, digits_of_each};
use crate::words::words;

words! {
    /// How a member votes.
    Ballot: "a vote" {
        /// For the motion.
        Yes,
        /// Neither.
        Abstain,
        /// Against it.
        No,
    }
}

words! {
    /// Which ballots a member may cast, all equally likely.
    Choices: "how many answers there are" {
        /// Yes or no: the two-valued model.
        Two,
        /// Yes, abstention or no.
        Three,
    }
}

/// A decision rule with three answers. Turning a no into an abstention, or an
/// abstention into a yes, never hurts the motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BallotRule {
    /// Those who say yes win under a two-valued rule: abstaining is as good as a no.
    /// Charters say *of the members*.
    Yes(Rule),
    /// The weights of those who say no stay below the quota: abstaining is as good
    /// as a yes. Consensus, silence procedures, a permanent member's veto.
    Unless(Weighted),
    /// The weights of those who say yes are so much of the weights of those who say
    /// yes or no, and not none. Charters say *present and voting*; more than half is
    /// more yes than no.
    OfCast {
        /// The fraction of the votes cast.
        threshold: Threshold,
        /// One weight for each member; 1 each counts heads.
        weights: Vec<u64>,
    },
    /// Every one of these rules is met.
    All(Vec<BallotRule>),
    /// One of these rules is enough.
    Any(Vec<BallotRule>),
}

/// Members and a rule with three answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assembly {
    members: Vec<String>,
    rule: BallotRule,
}

impl BallotRule {
    /// A fraction of the heads present and voting.
    pub fn of_cast(threshold: Threshold, members: usize) -> Self {
        Self::OfCast { threshold, weights: vec![1; members] }
    }
}

impl From<&Body> for Assembly {
    /// The two-valued body read with abstention as a no.
    fn from(body: &Body) -> Self {
        let rule = BallotRule::Yes(body.rule().clone());
        Self { members: body.members().to_vec(), rule }
    }
}

/// The power of members and body when ballots are drawn at random.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotPower {
    #[serde(serialize_with = "digits")]
    power_to_act: Exact,
    #[serde(serialize_with = "digits_of_each")]
    banzhaf: Vec<Exact>,
}

impl BallotPower {
    /// The chance that the motion passes.
    pub const fn power_to_act(&self) -> &Exact {
        &self.power_to_act
    }

    /// For each member the chance that its turning from no to yes turns the outcome.
    pub fn banzhaf(&self) -> &[Exact] {
        &self.banzhaf
    }

    /// The same, shared out to sum to 1.
    pub fn normalised(&self) -> Vec<Exact> {
        let sum: Exact = self.banzhaf.iter().sum();
        self.banzhaf.iter().map(|own| own / &sum).collect()
    }
}

impl Assembly {
    /// Named members under a rule with three answers.
    ///
    /// # Errors
    /// As [`Body::new`].
    pub fn new(members: Vec<String>, rule: BallotRule) -> Result<Self, VotingError> {
        fn check(rule: &BallotRule, members: usize) -> Result<(), VotingError> {
            match rule {
                BallotRule::Yes(rule) => rule.check(members),
                BallotRule::Unless(leaf) => one_each(leaf.weights(), members),
                BallotRule::OfCast { weights, .. } if total(weights)? == 0 => {
                    Err(VotingError::QuotaUnreachable { quota: 1, total: 0 })
                }
                BallotRule::OfCast { weights, .. } => one_each(weights, members),
                BallotRule::All(parts) | BallotRule::Any(parts)
                    if parts.is_empty() =>
                {
                    Err(VotingError::NothingToCombine)
                }
                BallotRule::All(parts) | BallotRule::Any(parts) => {
                    parts.iter().try_for_each(|part| check(part, members))
                }
            }
        }
        if members.is_empty() {
            return Err(VotingError::NoMembers);
        }
        check(&rule, members.len())?;
        Ok(Self { members, rule })
    }

    /// The members' names in order.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// Whether the motion passes on these ballots.
    ///
    /// # Panics
    /// When there is not one ballot for each member.
    ///
    /// ```
    /// use demarche::voting::{Ballot::{Abstain, No, Yes}, bodies};
    /// let council = bodies::security_council_as_practised();
    /// // Nine say yes, one permanent member abstains: carried. It says no: lost.
    /// let mut ballots = vec![Yes; 15];
    /// ballots[5..10].fill(No);
    /// ballots[4] = Abstain;
    /// assert!(council.passes(&ballots));
    /// ballots[4] = No;
    /// assert!(!council.passes(&ballots));
    /// ```
    pub fn passes(&self, ballots: &[Ballot]) -> bool {
        assert_eq!(ballots.len(), self.members.len(), "one ballot for each member");
        Leaves::of(self).hold(|weights, _| {
            let of = |kind| {
                let cast = weights.iter().zip(ballots).filter(|(_, b)| **b == kind);
                cast.map(|(weight, _)| weight).sum()
            };
            (of(Ballot::Yes), of(Ballot::No))
        })
    }

    /// The power to act and each member's chance to be decisive, exactly.
    ///
    /// # Errors
    /// When classes of members that are alike leave more than two million cases.
    pub fn power(&self, choices: Choices) -> Result<BallotPower, VotingError> {
        let kinds = Kinds::of(self, |m| (m + 1) * (m + 2) / 2)?;
        let mut passing = BigUint::zero();
        let mut swings = vec![BigUint::zero(); kinds.sizes.len()];
        kinds.each(false, choices, &mut |cast| {
            if !kinds.passes(cast, Ballot::Abstain) {
                return;
            }
            let ways = kinds.count(cast);
            for (class, swings) in swings.iter_mut().enumerate() {
                let mut turned = cast.to_vec();
                if turned[class].yes > 0 {
                    turned[class].yes -= 1;
                    turned[class].no += 1;
                    if !kinds.passes(&turned, Ballot::Abstain) {
                        *swings += &ways * BigUint::from(cast[class].yes);
                    }
                }
            }
            passing += ways;
        });
        let base = BigUint::from(choices.ballots().len());
        let others = pow(base.clone(), self.members.len() - 1);
        Ok(BallotPower {
            banzhaf: kinds.each_member(swings, &others),
            power_to_act: Exact::new(passing, others * base),
        })
    }

    /// The Shapley–Shubik index with abstention: members vote in a random order,
    /// each ballot equally likely; the pivot is the member whose vote settles the
    /// outcome whatever the later ones say (Felsenthal-Machover-1998).
    ///
    /// # Errors
    /// When classes of members that are alike leave more than two million cases.
    pub fn roll_call(&self, choices: Choices) -> Result<Vec<Exact>, VotingError> {
        let kinds = Kinds::of(self, |m| (m + 1) * (m + 2) * (m + 3) / 6)?;
        let n = self.members.len();
        let orders = factorials(n);
        let base = BigUint::from(choices.ballots().len());
        let mut pivots = vec![BigUint::zero(); kinds.sizes.len()];
        kinds.each(true, choices, &mut |cast| {
            if kinds.settled(cast) {
                return;
            }
            let waiting: usize = cast.iter().map(|cast| cast.open).sum();
            let (before, later) = (n - waiting, waiting - 1);
            let power = pow(base.clone(), later);
            let orders =
                &orders[before] * &orders[later] * power * kinds.count(cast);
            for (class, pivots) in pivots.iter_mut().enumerate() {
                if cast[class].open == 0 {
                    continue;
                }
                let settling = choices.ballots().iter().filter(|&&ballot| {
                    let mut next = cast.to_vec();
                    next[class].open -= 1;
                    match ballot {
                        Ballot::Yes => next[class].yes += 1,
                        Ballot::No => next[class].no += 1,
                        Ballot::Abstain => {}
                    }
                    kinds.settled(&next)
                });
                let all = cast[class].open * settling.count();
                *pivots += &orders * BigUint::from(all);
            }
        });
        Ok(kinds.each_member(pivots, &(&orders[n] * pow(base, n))))
    }
}

fn one_each(weights: &[u64], members: usize) -> Result<(), VotingError> {
    let found = weights.len();
    if found == members {
        Ok(())
    } else {
        Err(VotingError::LengthMismatch { members, found })
    }
}

impl Choices {
    const fn ballots(self) -> &'static [Ballot] {
        match self {
            Self::Two => &[Ballot::Yes, Ballot::No],
            Self::Three => &[Ballot::Yes, Ballot::Abstain, Ballot::No],
        }
    }
}
