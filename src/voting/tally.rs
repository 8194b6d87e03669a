//! The exact count of a body's winning coalitions and swings, and every index that
//! follows from it.

use num_traits::{One, Zero};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::classes::Classes;
use super::count::{Count, binomials, factorials};
use super::error::VotingError;
use super::layers::Layers;
use super::middle;
use super::rule::Body;
use crate::exact::{BigUint, Digits, Exact, in_digits};
use crate::words::words;

words! {
    /// What a member is under a rule.
    Role: "a role" {
        /// Never decisive.
        Null,
        /// Decides alone whatever the others do.
        Dictator,
        /// Can stop everything.
        Vetoer,
        /// None of these.
        Ordinary,
    }
}

/// An exact count of all 2ⁿ coalitions of a body.
///
/// *ω* is the number of winning coalitions; a *swing* of a member is a winning
/// coalition that loses when this member leaves. With *η* swings of *n* members:
///
/// - Penrose–Banzhaf, absolute: *η*/2ⁿ⁻¹, the chance to be decisive when every
///   other member tosses a coin (Penrose-1946, Banzhaf-1965);
/// - Shapley–Shubik: the share of the *n*! orders of joining in which this member
///   turns a losing coalition into a winning one (Shapley-Shubik-1954);
/// - Coleman to prevent *η*/*ω*, to initiate *η*/(2ⁿ − *ω*), to act *ω*/2ⁿ
///   (Coleman-1971).
///
/// It is written as *ω*, *η* of each member, the power to act and the first two indices,
/// from which the others follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    class_of: Vec<usize>,
    winning: Vec<BigUint>,
    swings: Vec<Vec<BigUint>>,
    total: BigUint,
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let swings = (0..self.members()).map(|member| self.swings(member));
        let banzhaf = (0..self.members()).map(|member| self.banzhaf(member));
        let mut told = to.serialize_struct("Tally", 5)?;
        told.serialize_field("winning", &Digits(self.winning()))?;
        told.serialize_field("swings", &in_digits(swings))?;
        told.serialize_field("power_to_act", &Digits(self.power_to_act()))?;
        told.serialize_field("banzhaf", &in_digits(banzhaf))?;
        told.serialize_field("shapley_shubik", &in_digits(self.shapley_shubik()))?;
        told.end()
    }
}

/// The largest number of cases that [`Tally::of`] counts by classes.
const CASES: u128 = 200_000;
/// The most numbers kept at once when counting by layers.
const CELLS: u64 = 12_000_000;
/// Above this many members a count times a class size may leave 128 bits.
const SHORT: usize = 120;

impl Tally {
    /// Counts by the quickest exact method that fits: by classes, in the middle, or
    /// by layers.
    ///
    /// # Errors
    /// When no exact method fits.
    ///
    /// ```
    /// use demarche::voting::{Body, Rule, Tally};
    /// // The 193 members of the General Assembly need more than 128 bits.
    /// let assembly = Body::nameless(193, Rule::AtLeast(97))?;
    /// assert!(Tally::of(&assembly)?.winning().bits() > 128);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(body: &Body) -> Result<Self, VotingError> {
        if Classes::of(body).cases() <= CASES {
            return Self::by_classes(body);
        }
        Self::in_the_middle(body).or_else(|_| Self::by_layers(body))
    }

    /// Counts coalition by coalition: slow, plain, and the judge of the others.
    ///
    /// # Errors
    /// Above 24 members.
    pub fn enumerated(body: &Body) -> Result<Self, VotingError> {
        let found = body.len();
        if found > 24 {
            return Err(VotingError::TooManyMembers { most: 24, found });
        }
        Ok(Self::of_game(found, body.by_bits()))
    }

    /// Counts any game of few members; a coalition is a bit for each of them.
    pub(super) fn of_game(members: usize, wins: impl FnMut(u32) -> bool) -> Self {
        let won: Vec<bool> = (0_u32..1 << members).map(wins).collect();
        let mut winning = vec![0_u128; members + 1];
        let mut swings = vec![vec![0_u128; members + 1]; members];
        for (coalition, _) in won.iter().enumerate().filter(|(_, won)| **won) {
            let size = coalition.count_ones() as usize;
            winning[size] += 1;
            for (member, swings) in swings.iter_mut().enumerate() {
                let swing =
                    coalition >> member & 1 == 1 && !won[coalition ^ 1 << member];
                swings[size] += u128::from(swing);
            }
        }
        Self::from_counts((0..members).collect(), (winning, swings))
    }

    /// Counts by classes of members that are alike.
    ///
    /// # Errors
    /// When the classes leave more than 2²⁵ cases.
    pub fn by_classes(body: &Body) -> Result<Self, VotingError> {
        let classes = Classes::of(body);
        if classes.cases() > 1 << 25 {
            return Err(VotingError::TooManyCases { most: 1 << 25 });
        }
        if body.len() <= SHORT {
            Ok(Self::count_classes::<u128>(&classes))
        } else {
            Ok(Self::count_classes::<BigUint>(&classes))
        }
    }

    fn count_classes<T: Count>(classes: &Classes) -> Self {
        let n = classes.class_of.len();
        let mut winning = vec![T::zero(); n + 1];
        let mut swings = vec![vec![T::zero(); n + 1]; classes.sizes.len()];
        classes.each_win(&mut |win| {
            winning[win.size] = winning[win.size].plus(win.ways);
            for (class, row) in swings.iter_mut().enumerate() {
                if win.critical[class] {
                    let all = win.ways.times(&T::from(win.counts[class] as u64));
                    row[win.size] = row[win.size].plus(&all);
                }
            }
        });
        let mut tally =
            Self::from_counts(classes.class_of.clone(), (winning, swings));
        for (row, &size) in tally.swings.iter_mut().zip(&classes.sizes) {
            for count in row {
                *count /= size as u64;
            }
        }
        tally
    }

    /// Counts two halves of the body apart and joins them: for rules that count
    /// heads and have one set of weights, such as the Council's under the Treaty of
    /// Lisbon. O(2^(n/2) n²) time, O(2^(n/2)) memory.
    ///
    /// # Errors
    /// Above 34 members, or when there is more than one set of weights.
    pub fn in_the_middle(body: &Body) -> Result<Self, VotingError> {
        Ok(Self::from_counts((0..body.len()).collect(), middle::count(body)?))
    }

    /// Counts on a decision diagram, member by member, where coalitions that lack
    /// the same votes are one case (the idea of Bolus-2011).
    ///
    /// # Errors
    /// When the diagram grows beyond some 200 MB.
    pub fn by_layers(body: &Body) -> Result<Self, VotingError> {
        let n = body.len();
        let layers = Layers::of(body, CELLS / (n as u64 + 1))?;
        let class_of = (0..n).collect();
        Ok(if n <= 127 {
            Self::from_counts(class_of, layers.count::<u128>())
        } else {
            Self::from_counts(class_of, layers.count::<BigUint>())
        })
    }

    /// Winning coalitions by size, and swings by class and size.
    fn from_counts<T: Count>(
        class_of: Vec<usize>,
        (winning, swings): (Vec<T>, Vec<Vec<T>>),
    ) -> Self {
        let big = |row: Vec<T>| row.into_iter().map(T::into).collect::<Vec<_>>();
        let winning = big(winning);
        let total = winning.iter().sum();
        Self {
            class_of,
            winning,
            swings: swings.into_iter().map(big).collect(),
            total,
        }
    }

    /// How many members the body has.
    pub fn members(&self) -> usize {
        self.class_of.len()
    }

    /// *ω*, the number of winning coalitions.
    pub fn winning(&self) -> BigUint {
        self.total.clone()
    }

    /// The number of winning coalitions of 0, 1, … , *n* members.
    pub fn winning_by_size(&self) -> &[BigUint] {
        &self.winning
    }

    /// *η*, the number of winning coalitions in which this member is decisive.
    ///
    /// # Panics
    /// When there is no such member; so with every index of one member.
    pub fn swings(&self, member: usize) -> BigUint {
        self.swings[self.class_of[member]].iter().sum()
    }

    /// Coleman's power of the body to act: the share of all coalitions that win.
    pub fn power_to_act(&self) -> Exact {
        Exact::new(self.winning(), self.coalitions())
    }

    fn coalitions(&self) -> BigUint {
        BigUint::one() << self.members()
    }

    /// The absolute Penrose–Banzhaf index: the chance that this member decides when
    /// each of the others says yes or no by the toss of a coin.
    pub fn banzhaf(&self, member: usize) -> Exact {
        Exact::new(self.swings(member) * 2_u32, self.coalitions())
    }

    /// Rae's index: the chance that the outcome is what this member voted for.
    pub fn rae(&self, member: usize) -> Exact {
        (Exact::one() + self.banzhaf(member)) / BigUint::from(2_u32)
    }

    /// Coleman's power to prevent: of the winning coalitions, the share that falls
    /// when this member leaves. A veto is 1.
    pub fn prevent(&self, member: usize) -> Exact {
        Exact::new(self.swings(member), self.winning())
    }

    /// Coleman's power to initiate: of the losing coalitions, the share that wins
    /// when this member joins.
    pub fn initiate(&self, member: usize) -> Exact {
        Exact::new(self.swings(member), self.coalitions() - self.winning())
    }

    /// The normalised Banzhaf index of every member: swings over the swings of all.
    /// It shares out a hundred per cent and says nothing between bodies.
    pub fn normalised(&self) -> Vec<Exact> {
        let swings: Vec<_> = (0..self.members()).map(|m| self.swings(m)).collect();
        let sum: BigUint = swings.iter().sum();
        swings.into_iter().map(|own| Exact::new(own, sum.clone())).collect()
    }

    /// The Shapley–Shubik index of every member; the indices sum to 1.
    pub fn shapley_shubik(&self) -> Vec<Exact> {
        let n = self.members();
        let orders = factorials(n);
        let of_class = |row: &Vec<BigUint>| {
            let pivots: BigUint = (1..=n)
                .filter(|&size| !row[size].is_zero())
                .map(|size| &row[size] * &orders[size - 1] * &orders[n - size])
                .sum();
            Exact::new(pivots, orders[n].clone())
        };
        let by_class: Vec<Exact> = self.swings.iter().map(of_class).collect();
        self.class_of.iter().map(|&class| by_class[class].clone()).collect()
    }

    /// The share of coalitions of each size, from 0 to *n*, that win.
    pub(super) fn winning_shares(&self) -> Vec<Exact> {
        let all = binomials::<BigUint>(self.members());
        let pairs = self.winning.iter().cloned().zip(all);
        pairs.map(|(wins, all)| Exact::new(wins, all)).collect()
    }

    /// The mean time until enough members are ready, exactly; see
    /// [`Wait`](super::Wait).
    pub fn mean_wait(&self) -> Exact {
        let left = (1..=self.members()).rev().map(BigUint::from);
        let shares = self.winning_shares().into_iter();
        shares.zip(left).map(|(share, left)| (Exact::one() - share) / left).sum()
    }

    /// What this member is under the rule.
    pub fn role(&self, member: usize) -> Role {
        let swings = self.swings(member);
        let half = self.coalitions() / 2_u32;
        if swings.is_zero() {
            Role::Null
        } else if swings == half {
            Role::Dictator
        } else if swings == self.total {
            Role::Vetoer
        } else {
            Role::Ordinary
        }
    }

    /// Whether two coalitions without a common member can both win, as far as the
    /// count shows: more than half of all coalitions do.
    pub fn wins_more_than_half(&self) -> bool {
        self.winning() * 2_u32 > self.coalitions()
    }
}
