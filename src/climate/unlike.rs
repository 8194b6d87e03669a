//! Countries that differ in what they gain and what they pay: every coalition looked at.

use serde::Serialize;

use super::{ClimateError, counted};
use crate::numbers::{NumberError, Size, at_least};

/// What a country gains by each unit that anybody abates, and how steeply its own costs
/// rise: abating *q* costs it *c* *q*²/2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Country {
    /// *b*.
    pub benefit: Size,
    /// *c*.
    pub cost: Size,
}

by_name!(Country { benefit: Size, cost: Size });

/// Unlike countries. Members of a coalition abate for all members' benefit, the others
/// for their own. Sources: Carraro-Siniscalco-1993, McGinty-2007; the closed form of the
/// surplus is ours.
///
/// ```
/// use demarche::climate::Unlike;
/// // One large country and two small ones.
/// let three = Unlike::of(&[(4.0, 2.0), (1.0, 0.5), (1.0, 0.5)])?;
/// // All three together lose the small ones …
/// assert_eq!(three.gains(&[0, 1, 2]), [99.0, -9.0, -9.0]);
/// // … and leave 18 over what each would have by leaving: enough to pay them.
/// assert!((three.surplus(&[0, 1, 2]) - 18.0).abs() < 1e-12);
/// assert_eq!(three.best_with_transfers().members, [0, 1, 2]);
/// # Ok::<(), demarche::climate::ClimateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Unlike {
    countries: Vec<Country>,
}

by_name!(Unlike { countries: Vec<Country> } => Self::new(countries));

/// A coalition and what comes of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coalition {
    /// The members, by number.
    pub members: Vec<usize>,
    /// What all countries abate together.
    pub total: f64,
    /// What all are left with together.
    pub all_gain: f64,
    /// What the members have over what each would have by leaving alone.
    pub surplus: f64,
}

/// The sums over a coalition's members that everything else is made of.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Of *b*.
    benefit: f64,
    /// Of 1/*c*.
    ease: f64,
    /// Of *b*/*c*: what they abate alone.
    alone: f64,
    /// Of *b*².
    squares: f64,
    /// Of *b*²/*c*.
    eased_squares: f64,
}

impl Sums {
    fn and(self, country: Country) -> Self {
        let (b, ease) = (country.benefit.value(), 1.0 / country.cost.value());
        self.with(Self {
            benefit: b,
            ease,
            alone: b * ease,
            squares: b * b,
            eased_squares: b * b * ease,
        })
    }

    fn with(self, other: Self) -> Self {
        Self {
            benefit: self.benefit + other.benefit,
            ease: self.ease + other.ease,
            alone: self.alone + other.alone,
            squares: self.squares + other.squares,
            eased_squares: self.eased_squares + other.eased_squares,
        }
    }

    /// What the coalition and the rest abate.
    fn total(self, all: Self) -> f64 {
        self.benefit * self.ease + all.alone - self.alone
    }

    /// What all countries are left with.
    fn all_gain(self, all: Self) -> f64 {
        let paid = self.benefit * self.benefit * self.ease + all.eased_squares
            - self.eased_squares;
        all.benefit * self.total(all) - paid / 2.0
    }

    /// What the members have over what each would have by leaving: the sums over members
    /// of both, subtracted on paper.
    fn surplus(self) -> f64 {
        self.benefit * self.alone + self.ease * self.squares
            - 1.5 * self.eased_squares
            - self.benefit * self.benefit * self.ease / 2.0
    }

    /// By how much rounding may be off in the surplus: none of its terms is larger than
    /// *B*² *R*, and each of the sums has up to twenty.
    fn rounding(self) -> f64 {
        1e-13 * self.benefit * self.benefit * self.ease
    }

    /// What a member of this coalition has over what it would have by leaving.
    fn stays_by(self, country: Country) -> f64 {
        let (b, ease) = (country.benefit.value(), 1.0 / country.cost.value());
        let more = self.benefit * ease + b * self.ease - 2.0 * b * ease;
        b * more - (self.benefit * self.benefit - b * b) * ease / 2.0
    }
}

impl Unlike {
    /// The most countries: a million coalitions.
    pub const MOST: usize = 20;

    /// These countries.
    ///
    /// # Errors
    /// With fewer than 2 or more than 20, or with a benefit or a cost that is not between
    /// 10⁻³⁰ and 10³⁰, where no product of several overflows.
    pub fn new(countries: Vec<Country>) -> Result<Self, ClimateError> {
        counted("countries", (2, Self::MOST), countries.len())?;
        let numbers =
            countries.iter().flat_map(|own| [own.benefit.value(), own.cost.value()]);
        for found in numbers {
            if !(1e-30..=1e30).contains(&found) {
                let expected = "benefits and costs between 1e-30 and 1e30";
                return Err(NumberError::OutOfDomain { expected, found }.into());
            }
        }
        Ok(Self { countries })
    }

    /// The same from bare numbers, benefit and cost of each.
    ///
    /// # Errors
    /// As [`new`](Self::new), and when a number is not above 0.
    pub fn of(countries: &[(f64, f64)]) -> Result<Self, ClimateError> {
        let country = |&(benefit, cost): &(f64, f64)| {
            let (benefit, cost) = (Size::new(benefit)?, Size::new(cost)?);
            Ok(Country { benefit, cost })
        };
        let countries: Result<_, ClimateError> =
            countries.iter().map(country).collect();
        Self::new(countries?)
    }

    /// The countries.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    fn sums(&self, members: &[usize]) -> Sums {
        let mut set = 0_u32;
        for &member in members {
            assert!(member < self.countries.len(), "there is no country {member}");
            set |= 1 << member;
        }
        self.sums_of(set)
    }

    fn sums_of(&self, set: u32) -> Sums {
        let members = self.countries.iter().enumerate();
        let members = members.filter(|(at, _)| set >> at & 1 == 1);
        members.fold(Sums::default(), |sums, (_, &country)| sums.and(country))
    }

    fn all(&self) -> Sums {
        self.countries.iter().fold(Sums::default(), |sums, &one| sums.and(one))
    }

    /// What each country is left with when these are members; one named twice counts
    /// once.
    ///
    /// # Panics
    /// When there is no country of a number.
    pub fn gains(&self, members: &[usize]) -> Vec<f64> {
        let (inside, total) = {
            let sums = self.sums(members);
            (sums.benefit, sums.total(self.all()))
        };
        let gain = |(at, country): (usize, &Country)| {
            let own = country.benefit.value();
            let minds = if members.contains(&at) { inside } else { own };
            own * total - minds * minds / (2.0 * country.cost.value())
        };
        self.countries.iter().enumerate().map(gain).collect()
    }

    /// What the members have together over what each would have by leaving alone:
    /// at 0 or above some payment among them keeps all (McGinty-2007).
    ///
    /// # Panics
    /// When there is no country of a number.
    pub fn surplus(&self, members: &[usize]) -> f64 {
        self.sums(members).surplus()
    }

    /// What each member must be paid, or pay, so that all have the same over what each
    /// would have by leaving; in the order of the numbers, summing to 0.
    ///
    /// # Panics
    /// When there is no country of a number.
    pub fn transfers(&self, members: &[usize]) -> Vec<(usize, f64)> {
        let sums = self.sums(members);
        let mut order = members.to_vec();
        order.sort_unstable();
        order.dedup();
        let each = sums.surplus() / order.len().max(1) as f64;
        let paid = |at: usize| (at, each - sums.stays_by(self.countries[at]));
        order.into_iter().map(paid).collect()
    }

    /// The countries whose sets are summed once for all, and the rest.
    fn halves(&self) -> (&[Country], &[Country]) {
        self.countries.split_at(self.countries.len() / 2)
    }

    /// Calls with every coalition of two or more and its sums: those of either half of
    /// the countries are added up once. Coalitions with the same members of the upper
    /// half are passed over where there is no hope for any of them.
    fn each(
        &self,
        hope: impl Fn(u32, Sums) -> bool,
        mut visit: impl FnMut(u32, Sums),
    ) {
        let low = self.halves().0.len();
        let half = |from: usize, count: usize| -> Vec<Sums> {
            (0..1_u32 << count).map(|set| self.sums_of(set << from)).collect()
        };
        let (lows, highs) = (half(0, low), half(low, self.countries.len() - low));
        for (above, &high) in (0_u32..).zip(&highs) {
            if !hope(above << low, high) {
                continue;
            }
            for (below, &own) in (0_u32..).zip(&lows) {
                let set = above << low | below;
                if set.count_ones() > 1 {
                    visit(set, high.with(own));
                }
            }
        }
    }

    fn coalition(&self, set: u32) -> Coalition {
        let sums = self.sums_of(set);
        Coalition {
            members: members_of(set),
            total: sums.total(self.all()),
            all_gain: sums.all_gain(self.all()),
            surplus: sums.surplus(),
        }
    }

    /// Of the coalitions whose members can be kept by payments among them the one with
    /// which all countries have most together; of equals the one first in binary order.
    /// Two countries at least can always be kept together.
    ///
    /// ```
    /// use demarche::climate::Unlike;
    /// // Ten alike: money cannot help where nobody has more to give than another.
    /// let alike = Unlike::of(&[(1.0, 1.0); 10])?;
    /// assert_eq!(alike.best_with_transfers().members.len(), 3);
    /// # Ok::<(), demarche::climate::ClimateError>(())
    /// ```
    pub fn best_with_transfers(&self) -> Coalition {
        let all = self.all();
        // The first two have a surplus of (b₁²/c₂ + b₂²/c₁) / 2, whatever is rounded.
        let first = 0b11;
        let mut best = (self.sums_of(first).all_gain(all), first);
        self.each(
            |_, _| true,
            |set, sums| {
                if sums.surplus() >= -sums.rounding() {
                    let gain = sums.all_gain(all);
                    // Equals to the last roundings are equal.
                    if gain > best.0 * (1.0 + 1e-12) {
                        best = (gain, set);
                    }
                }
            },
        );
        self.coalition(best.1)
    }

    /// The coalitions of two or more that hold without payments: no member gains by
    /// leaving, and nobody outside by coming in.
    pub fn stable(&self) -> Vec<Coalition> {
        let mut found = Vec::new();
        let lower = self.halves().0.iter();
        let owns = |own: &Country| own.benefit.value() * own.cost.value();
        let best = lower.map(|own| 1.0 / owns(own)).fold(0.0, f64::max);
        // A member stays while *b*² *R* is at least *B*² / (2 *c*), where *R* and *B* sum
        // the others' 1/*c* and *b*. Joiners of the lower half lift *R* by at most `best`
        // for each unit by which they lift *B*: a member whom not even the best number of
        // such joiners would keep leaves them all.
        let hope = |set: u32, sums: Sums| {
            let members = members_of(set).into_iter();
            members.map(|at| self.countries[at]).all(|country| {
                let own = Sums::default().and(country);
                let weight = own.squares / own.ease;
                let benefit = sums.benefit - own.benefit;
                let joined = (weight * best - benefit).max(0.0);
                let gain = weight * (sums.ease - own.ease + best * joined);
                let minded = benefit + joined;
                gain >= minded * minded / 2.0 * (1.0 - 1e-9)
            })
        };
        self.each(hope, |set, sums| {
            // Where every member gains their sum does: one look spares most others.
            if sums.surplus() < -sums.rounding() {
                return;
            }
            let inside = |at: usize| set >> at & 1 == 1;
            let countries = || self.countries.iter().enumerate();
            let stays = |(at, &country): (usize, &Country)| {
                let with = if inside(at) { sums } else { sums.and(country) };
                let by = with.stays_by(country);
                let scale = with.benefit * with.benefit / country.cost.value();
                if inside(at) {
                    at_least(by, 0.0, scale)
                } else {
                    at_least(0.0, by, scale)
                }
            };
            if countries().all(stays) {
                found.push(set);
            }
        });
        found.into_iter().map(|set| self.coalition(set)).collect()
    }
}

fn members_of(set: u32) -> Vec<usize> {
    (0..32).filter(|at| set >> at & 1 == 1).collect()
}
