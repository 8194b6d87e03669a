//! Three answers: yes, no, and abstention, which every charter treats in its own
//! way. Here it is neither a yes nor a no but what the rule makes of it.

mod kinds;

use num_bigint::BigUint;
use num_traits::{Zero, pow};

use self::kinds::{Cast, Kinds, holds, trinomials};
use super::exact::{Exact, factorials};
use super::rule::{Body, Rule, RuleError, Threshold, Weighted, classes};
use super::tally::CountError;

/// How a member votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ballot {
    /// For the motion.
    Yes,
    /// Neither.
    Abstain,
    /// Against it.
    No,
}

/// Which ballots a member may cast, all equally likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    /// Yes or no: the two-valued model.
    Two,
    /// Yes, abstention or no.
    Three,
}

/// A decision rule with three answers. Turning a no into an abstention, or an
/// abstention into a yes, never hurts the motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BallotRule {
    /// The weights of those who say yes reach the quota: abstaining is as good as a
    /// no. Charters say *of the members*.
    Yes(Weighted),
    /// The weights of those who say no stay below the quota: abstaining is as good
    /// as a yes. Consensus, silence procedures, a permanent member's veto.
    Unless(Weighted),
    /// The weights of those who say yes are so much of the weights of those who say
    /// yes or no, and not none. Charters say *present and voting*.
    OfCast {
        /// The fraction of the votes cast.
        threshold: Threshold,
        /// One weight for each member, in order.
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

    /// A rule of two answers for so many members, read with abstention as a no.
    ///
    /// # Errors
    /// When a count of heads is 0 or more than the members.
    pub fn of_members(rule: &Rule, members: usize) -> Result<Self, RuleError> {
        let each = |parts: &[Rule]| -> Result<Vec<Self>, RuleError> {
            parts.iter().map(|part| Self::of_members(part, members)).collect()
        };
        Ok(match rule {
            Rule::Weighted(leaf) => Self::Yes(leaf.clone()),
            Rule::AtLeast(heads) => {
                Self::Yes(Weighted::new(*heads, vec![1; members])?)
            }
            Rule::All(parts) => Self::All(each(parts)?),
            Rule::Any(parts) => Self::Any(each(parts)?),
        })
    }
}

impl From<&Body> for Assembly {
    /// The two-valued body read with abstention as a no.
    fn from(body: &Body) -> Self {
        let rule = BallotRule::of_members(body.rule(), body.len());
        Self {
            members: body.members().to_vec(),
            rule: rule.expect("a body's own counts of heads are within its members"),
        }
    }
}

/// The power of members and body when ballots are drawn at random.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotPower {
    power_to_act: Exact,
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
        let sum = self.banzhaf.iter().fold(Exact::zero(), |sum, own| sum + own);
        self.banzhaf.iter().map(|own| own / &sum).collect()
    }
}

/// Yes and no weights of a leaf so far.
type Sums = Vec<(u64, u64)>;

impl Assembly {
    /// Named members under a rule with three answers.
    ///
    /// # Errors
    /// As [`Body::new`].
    pub fn new(members: Vec<String>, rule: BallotRule) -> Result<Self, RuleError> {
        fn same_length(found: usize, members: usize) -> Result<(), RuleError> {
            if found == members {
                Ok(())
            } else {
                Err(RuleError::LengthMismatch { members, found })
            }
        }
        fn check(rule: &BallotRule, members: usize) -> Result<(), RuleError> {
            match rule {
                BallotRule::Yes(leaf) | BallotRule::Unless(leaf) => {
                    same_length(leaf.weights().len(), members)
                }
                BallotRule::OfCast { threshold, weights } => {
                    // A sum that overflows, or that nobody has a part in, is no vote.
                    let all = Weighted::part(*threshold, weights.clone())?;
                    same_length(all.weights().len(), members)
                }
                BallotRule::All(parts) | BallotRule::Any(parts)
                    if parts.is_empty() =>
                {
                    Err(RuleError::NothingToCombine)
                }
                BallotRule::All(parts) | BallotRule::Any(parts) => {
                    parts.iter().try_for_each(|part| check(part, members))
                }
            }
        }
        if members.is_empty() {
            return Err(RuleError::NoMembers);
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
        let leaves = self.leaves();
        let sums: Sums = leaves
            .iter()
            .map(|leaf| {
                let of = |kind| {
                    let cast = leaf.iter().zip(ballots).filter(|(_, b)| **b == kind);
                    cast.map(|(weight, _)| weight).sum()
                };
                (of(Ballot::Yes), of(Ballot::No))
            })
            .collect();
        holds(&self.rule, &sums, &mut 0)
    }

    /// The weights that each leaf of the rule counts, in the order of the tree.
    fn leaves(&self) -> Vec<Vec<u64>> {
        fn gather(rule: &BallotRule, into: &mut Vec<Vec<u64>>) {
            match rule {
                BallotRule::Yes(leaf) | BallotRule::Unless(leaf) => {
                    into.push(leaf.weights().to_vec());
                }
                BallotRule::OfCast { weights, .. } => into.push(weights.clone()),
                BallotRule::All(parts) | BallotRule::Any(parts) => {
                    for part in parts {
                        gather(part, into);
                    }
                }
            }
        }
        let mut leaves = Vec::new();
        gather(&self.rule, &mut leaves);
        leaves
    }

    fn kinds(&self) -> Kinds<'_> {
        let leaves = self.leaves();
        let rows: Vec<&[u64]> = leaves.iter().map(Vec::as_slice).collect();
        let (class_of, groups) = classes(&rows);
        let weights = groups
            .iter()
            .map(|group| leaves.iter().map(|leaf| leaf[group[0]]).collect())
            .collect();
        let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
        let ways = sizes.iter().map(|&m| trinomials(m)).collect();
        Kinds { rule: &self.rule, class_of, sizes, weights, ways }
    }

    /// The power to act and each member's chance to be decisive, exactly.
    ///
    /// # Errors
    /// When classes of members that are alike leave more than two million cases.
    pub fn power(&self, choices: Choices) -> Result<BallotPower, CountError> {
        let kinds = self.kinds();
        let pairs = |&m: &usize| (m as u128 + 1) * (m as u128 + 2) / 2;
        kinds.bound(pairs)?;
        let mut passing = BigUint::zero();
        let mut swings = vec![BigUint::zero(); kinds.sizes.len()];
        let mut cast: Vec<Cast> =
            kinds.sizes.iter().map(|&m| Cast { yes: 0, no: 0, open: m }).collect();
        kinds.each(0, &mut cast, choices, &mut |cast| {
            if !kinds.passes(cast, None) {
                return;
            }
            let ways = kinds.count(cast);
            for class in 0..cast.len() {
                let turned = cast[class].yes > 0 && {
                    let mut turned = cast.to_vec();
                    turned[class].yes -= 1;
                    turned[class].no += 1;
                    !kinds.passes(&turned, None)
                };
                if turned {
                    swings[class] += &ways * BigUint::from(cast[class].yes);
                }
            }
            passing += ways;
        });
        let base = BigUint::from(choices.number());
        let others = pow(base.clone(), self.members.len() - 1);
        let by_class: Vec<Exact> = swings
            .into_iter()
            .zip(&kinds.sizes)
            .map(|(count, &size)| Exact::new(count, &others * BigUint::from(size)))
            .collect();
        Ok(BallotPower {
            power_to_act: Exact::new(passing, others * base),
            banzhaf: kinds
                .class_of
                .iter()
                .map(|&class| by_class[class].clone())
                .collect(),
        })
    }

    /// The Shapley–Shubik index with abstention: members vote in a random order,
    /// each ballot equally likely; the pivot is the member whose vote settles the
    /// outcome whatever the later ones say (Felsenthal-Machover-1998).
    ///
    /// # Errors
    /// When classes of members that are alike leave more than two million cases.
    pub fn roll_call(&self, choices: Choices) -> Result<Vec<Exact>, CountError> {
        let kinds = self.kinds();
        let triples = |&m: &usize| {
            let m = m as u128;
            (m + 1) * (m + 2) * (m + 3) / 6
        };
        kinds.bound(triples)?;
        let n = self.members.len();
        let orders = factorials(n);
        let base = BigUint::from(choices.number());
        let mut pivots = vec![BigUint::zero(); kinds.sizes.len()];
        kinds.each_prefix(0, &mut Vec::new(), choices, &mut |cast, voted| {
            if kinds.settled(cast).is_some() {
                return;
            }
            let ways = kinds.count_prefix(cast, voted);
            let before: usize = voted.iter().sum();
            let later = n - before - 1;
            let power = pow(base.clone(), later);
            let orders = &orders[before] * &orders[later] * power * ways;
            for class in 0..cast.len() {
                let waiting = kinds.sizes[class] - voted[class];
                if waiting == 0 {
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
                    kinds.settled(&next).is_some()
                });
                pivots[class] += &orders * BigUint::from(waiting * settling.count());
            }
        });
        let all = &orders[n] * pow(base, n);
        let by_class: Vec<Exact> = pivots
            .into_iter()
            .zip(&kinds.sizes)
            .map(|(count, &size)| Exact::new(count, &all * BigUint::from(size)))
            .collect();
        Ok(kinds.class_of.iter().map(|&class| by_class[class].clone()).collect())
    }
}

impl Choices {
    const fn ballots(self) -> &'static [Ballot] {
        match self {
            Self::Two => &[Ballot::Yes, Ballot::No],
            Self::Three => &[Ballot::Yes, Ballot::Abstain, Ballot::No],
        }
    }

    const fn number(self) -> usize {
        self.ballots().len()
    }
}
