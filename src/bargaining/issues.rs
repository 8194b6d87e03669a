//! Several issues at one table: packages, side payments, and who must be there.

use serde::Serialize;

use super::BargainingError;
use crate::numbers::{NumberError, Payoff, at_least};

/// What a change brings two parties, measured from no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Issue {
    /// To the first; negative for a loss.
    pub first: Payoff,
    /// To the second.
    pub second: Payoff,
}

by_name!(Issue { first: Payoff, second: Payoff });

impl Issue {
    /// An issue from two bare numbers.
    ///
    /// # Errors
    /// When a number is none of at most 10¹⁵⁰ either way.
    pub fn new(first: f64, second: f64) -> Result<Self, NumberError> {
        Ok(Self { first: Payoff::new(first)?, second: Payoff::new(second)? })
    }
}

/// Whether two opposed issues can be exchanged at some scale: all of one for a part of
/// the other. The first gains by one and the second by the other; they can exactly when
/// the product of the two gains is at least the product of the two losses. Issues of
/// which one alone is welcome to both need no exchange, and can be had. Ours, after
/// Tollison-Willett-1979.
///
/// ```
/// use demarche::bargaining::{Issue, exchange};
/// let ours = Issue::new(5.0, -3.0)?;
/// assert!(exchange(ours, Issue::new(-2.0, 4.0)?));
/// // 5 × 2 is less than 4 × 3: at no scale.
/// assert!(!exchange(ours, Issue::new(-4.0, 2.0)?));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn exchange(one: Issue, other: Issue) -> bool {
    let welcome =
        |issue: Issue| issue.first.value() >= 0.0 && issue.second.value() >= 0.0;
    if welcome(one) || welcome(other) {
        return true;
    }
    let trade = |ours: Issue, theirs: Issue| {
        let (gain, loss) = (ours.first.value(), ours.second.value());
        let (give, take) = (theirs.first.value(), theirs.second.value());
        let gains = gain * take;
        gain > 0.0 && take > 0.0 && at_least(gains, give * loss, gains)
    };
    trade(one, other) || trade(other, one)
}

/// The payments from the first to the second (negative: the other way) at which both
/// take the issue: from the second's loss to the first's gain. `None` when together
/// they lose.
///
/// ```
/// use demarche::bargaining::{Issue, side_payment};
/// let (least, most) = side_payment(Issue::new(5.0, -3.0)?).unwrap();
/// assert_eq!((least.value(), most.value()), (3.0, 5.0));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn side_payment(issue: Issue) -> Option<(Payoff, Payoff)> {
    let (most, least) = (issue.first.value(), -issue.second.value());
    at_least(most, least, most.abs())
        .then(|| (Payoff::saturating(least), Payoff::saturating(most.max(least))))
}

/// Issues among any number of parties. Each is settled as it stands or left alone.
///
/// ```
/// use demarche::bargaining::Agenda;
/// // Each could do the next a favour worth 3 that costs it 2.
/// let ring = Agenda::of(&[&[-2.0, 3.0, 0.0], &[0.0, -2.0, 3.0], &[3.0, 0.0, -2.0]])?;
/// let package = ring.smallest_table().unwrap();
/// assert_eq!((package.issues.len(), package.parties.len()), (3, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Agenda {
    issues: Vec<Vec<Payoff>>,
}

by_name!(Agenda { issues: Vec<Vec<Payoff>> } => Self::new(issues));

/// Issues settled together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Package {
    /// Which issues, counted from 0.
    pub issues: Vec<usize>,
    /// Who loses by one of them, and so must be won by the others, counted from 0.
    pub parties: Vec<usize>,
    /// What the package brings each party.
    pub gains: Vec<f64>,
}

impl Agenda {
    /// At most so many issues, a million packages.
    pub const MOST_ISSUES: usize = 20;
    /// At most so many parties.
    pub const MOST_PARTIES: usize = 64;

    /// The gains of every party in every issue: one row per issue, one number per party.
    ///
    /// # Errors
    /// When there is no issue or no party, when there are more than 20 issues or 64
    /// parties, and when rows differ in length.
    pub fn new(issues: Vec<Vec<Payoff>>) -> Result<Self, BargainingError> {
        let found = issues.len();
        if found == 0 || found > Self::MOST_ISSUES {
            return Err(BargainingError::IssueCount {
                most: Self::MOST_ISSUES,
                found,
            });
        }
        let parties = issues[0].len();
        if parties == 0 || parties > Self::MOST_PARTIES {
            let most = Self::MOST_PARTIES;
            return Err(BargainingError::PartyCount { most, found: parties });
        }
        for (issue, row) in (1..).zip(&issues) {
            if row.len() != parties {
                let (expected, found) = (parties, row.len());
                return Err(BargainingError::Uneven { issue, expected, found });
            }
        }
        Ok(Self { issues })
    }

    /// The same from bare numbers.
    ///
    /// # Errors
    /// As [`new`](Self::new), and when a number is none of at most 10¹⁵⁰ either way.
    pub fn of(issues: &[&[f64]]) -> Result<Self, BargainingError> {
        let row =
            |gains: &&[f64]| gains.iter().map(|&gain| Payoff::new(gain)).collect();
        let issues: Result<_, NumberError> = issues.iter().map(row).collect();
        Self::new(issues?)
    }

    /// How many parties there are.
    pub fn parties(&self) -> usize {
        self.issues[0].len()
    }

    /// How many issues there are.
    pub const fn issues(&self) -> usize {
        self.issues.len()
    }

    /// What these issues together bring each party, if all sign: nobody may lose by the
    /// whole. Parties accept when indifferent. Numbers of issues are counted from 0; one
    /// named twice counts once.
    ///
    /// # Panics
    /// When there is no issue of that number.
    pub fn signed(&self, issues: &[usize]) -> Option<Vec<f64>> {
        let mut set = 0;
        for &issue in issues {
            assert!(issue < self.issues(), "there is no issue {issue}");
            set |= 1 << issue;
        }
        let mut sums = Sums::none(self.parties());
        for issue in 0..self.issues() {
            if set >> issue & 1 == 1 {
                sums.add(&self.issues[issue]);
            }
        }
        sums.nobody_loses().then_some(sums.totals)
    }

    /// The package that all sign and that needs the fewest parties to give something up,
    /// among those the one with the fewest issues; `None` when no package is signed. It
    /// tries them all, 2ⁿ for n issues.
    pub fn smallest_table(&self) -> Option<Package> {
        let losers = |row: &Vec<Payoff>| {
            let losing = row.iter().zip(0..).filter(|(gain, _)| gain.value() < 0.0);
            losing.fold(0_u64, |set, (_, party)| set | 1 << party)
        };
        let losers: Vec<u64> = self.issues.iter().map(losers).collect();
        let mut best: Option<(u32, u32, u32, u64)> = None;
        let mut visit = |set: u32, parties: u64, sums: &Sums| {
            let found = (parties.count_ones(), set.count_ones(), set, parties);
            if set != 0
                && best.is_none_or(|best| found < best)
                && sums.nobody_loses()
            {
                best = Some(found);
            }
        };
        let nothing = Sums::none(self.parties());
        self.each_package(0, 0, 0, &nothing, &losers, &mut visit);
        let (_, _, set, parties) = best?;
        let issues: Vec<usize> =
            (0..self.issues()).filter(|&issue| set >> issue & 1 == 1).collect();
        let gains = self.signed(&issues)?;
        let parties =
            (0..self.parties()).filter(|&party| parties >> party & 1 == 1).collect();
        Some(Package { issues, parties, gains })
    }

    /// Walks all packages, with the sums of the issues so far at hand: no rounding of
    /// one package gets into another.
    fn each_package(
        &self,
        next: usize,
        set: u32,
        parties: u64,
        sums: &Sums,
        losers: &[u64],
        visit: &mut impl FnMut(u32, u64, &Sums),
    ) {
        let Some(row) = self.issues.get(next) else {
            return visit(set, parties, sums);
        };
        self.each_package(next + 1, set, parties, sums, losers, visit);
        let mut with = sums.clone();
        with.add(row);
        let (set, parties) = (set | 1 << next, parties | losers[next]);
        self.each_package(next + 1, set, parties, &with, losers, visit);
    }
}

/// The sums of some issues for every party, and the sums of their sizes, by which ties
/// are known.
#[derive(Clone)]
struct Sums {
    totals: Vec<f64>,
    sizes: Vec<f64>,
}

impl Sums {
    fn none(parties: usize) -> Self {
        Self { totals: vec![0.0; parties], sizes: vec![0.0; parties] }
    }

    fn add(&mut self, row: &[Payoff]) {
        for ((total, size), gain) in
            self.totals.iter_mut().zip(&mut self.sizes).zip(row)
        {
            *total += gain.value();
            *size += gain.value().abs();
        }
    }

    fn nobody_loses(&self) -> bool {
        let mut sums = self.totals.iter().zip(&self.sizes);
        sums.all(|(&total, &size)| at_least(total, 0.0, size))
    }
}
