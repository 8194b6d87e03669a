//! Three answers: yes, no, and abstention, which every charter treats in its own
//! way. Here it is neither a yes nor a no but what the rule makes of it.

use num_bigint::BigUint;
use num_traits::{One, Zero, pow};

use super::exact::{Exact, binomials, factorials};
use super::rule::{Body, Rule, RuleError, Weighted, classes};
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
    /// The yes votes are at least `over`/`under` of the votes cast, and not none.
    /// Charters say *present and voting*.
    OfCast {
        /// Numerator of the share.
        over: u64,
        /// Denominator of the share.
        under: u64,
    },
    /// More yes than no.
    MoreYes,
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

impl From<&Body> for Assembly {
    /// The two-valued body read with abstention as a no.
    fn from(body: &Body) -> Self {
        fn read(rule: &Rule, members: usize) -> BallotRule {
            let each =
                |parts: &[Rule]| parts.iter().map(|p| read(p, members)).collect();
            match rule {
                Rule::Weighted(leaf) => BallotRule::Yes(leaf.clone()),
                Rule::AtLeast(heads) => BallotRule::Yes(
                    Weighted::new(*heads, vec![1; members])
                        .expect("a body's own count of heads is within its members"),
                ),
                Rule::All(parts) => BallotRule::All(each(parts)),
                Rule::Any(parts) => BallotRule::Any(each(parts)),
            }
        }
        Self {
            members: body.members().to_vec(),
            rule: read(body.rule(), body.len()),
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
        fn check(rule: &BallotRule, members: usize) -> Result<(), RuleError> {
            match rule {
                BallotRule::Yes(leaf) | BallotRule::Unless(leaf) => {
                    let found = leaf.weights().len();
                    if found == members {
                        Ok(())
                    } else {
                        Err(RuleError::LengthMismatch { members, found })
                    }
                }
                BallotRule::OfCast { over, under }
                    if *under == 0 || over > under =>
                {
                    Err(RuleError::BadShare { over: *over, under: *under })
                }
                BallotRule::OfCast { .. } | BallotRule::MoreYes => Ok(()),
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
        fn gather(rule: &BallotRule, members: usize, into: &mut Vec<Vec<u64>>) {
            match rule {
                BallotRule::Yes(leaf) | BallotRule::Unless(leaf) => {
                    into.push(leaf.weights().to_vec());
                }
                BallotRule::OfCast { .. } | BallotRule::MoreYes => {
                    into.push(vec![1; members]);
                }
                BallotRule::All(parts) | BallotRule::Any(parts) => {
                    for part in parts {
                        gather(part, members, into);
                    }
                }
            }
        }
        let mut leaves = Vec::new();
        gather(&self.rule, self.members.len(), &mut leaves);
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

/// How a class has voted: so many yes and no, and so many that have not voted; the
/// rest abstain.
#[derive(Clone, Copy)]
struct Cast {
    yes: usize,
    no: usize,
    open: usize,
}

struct Kinds<'a> {
    rule: &'a BallotRule,
    class_of: Vec<usize>,
    sizes: Vec<usize>,
    /// `weights[class][leaf]`.
    weights: Vec<Vec<u64>>,
    /// Row *n* of Pascal's triangle for each row up to the class's size.
    ways: Vec<Vec<Vec<BigUint>>>,
}

const CASES: u64 = 2_000_000;

impl Kinds<'_> {
    fn bound(&self, cases: impl Fn(&usize) -> u128) -> Result<(), CountError> {
        let all =
            self.sizes.iter().fold(1, |all: u128, m| all.saturating_mul(cases(m)));
        if all > u128::from(CASES) {
            Err(CountError::TooManyCases { most: CASES })
        } else {
            Ok(())
        }
    }

    /// Whether the motion passes; those still open vote `open`.
    fn passes(&self, cast: &[Cast], open: Option<Ballot>) -> bool {
        let leaves = self.weights.first().map_or(0, Vec::len);
        let sums: Sums = (0..leaves)
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

    fn settled(&self, cast: &[Cast]) -> Option<bool> {
        if self.passes(cast, Some(Ballot::No)) {
            Some(true)
        } else if self.passes(cast, Some(Ballot::Yes)) {
            None
        } else {
            Some(false)
        }
    }

    /// In how many ways members of these classes can vote so, all having voted.
    fn count(&self, cast: &[Cast]) -> BigUint {
        let each = cast.iter().enumerate().map(|(class, cast)| {
            let size = self.sizes[class];
            &self.ways[class][size][cast.yes]
                * &self.ways[class][size - cast.yes][cast.no]
        });
        each.fold(BigUint::one(), |all, ways| all * ways)
    }

    fn count_prefix(&self, cast: &[Cast], voted: &[usize]) -> BigUint {
        let each =
            cast.iter().zip(voted).enumerate().map(|(class, (cast, &voted))| {
                let ways = &self.ways[class];
                &ways[self.sizes[class]][voted]
                    * &ways[voted][cast.yes]
                    * &ways[voted - cast.yes][cast.no]
            });
        each.fold(BigUint::one(), |all, ways| all * ways)
    }

    fn each(
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

    fn each_prefix(
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

fn trinomials(size: usize) -> Vec<Vec<BigUint>> {
    (0..=size).map(binomials).collect()
}

/// Reads the leaves in the order in which they were gathered.
fn holds(rule: &BallotRule, sums: &[(u64, u64)], place: &mut usize) -> bool {
    let mut next = || {
        *place += 1;
        sums[*place - 1]
    };
    match rule {
        BallotRule::Yes(leaf) => next().0 >= leaf.quota(),
        BallotRule::Unless(leaf) => next().1 < leaf.quota(),
        BallotRule::MoreYes => {
            let (yes, no) = next();
            yes > no
        }
        BallotRule::OfCast { over, under } => {
            let (yes, no) = next();
            let (yes, cast) = (u128::from(yes), u128::from(yes) + u128::from(no));
            yes > 0 && yes * u128::from(*under) >= cast * u128::from(*over)
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
