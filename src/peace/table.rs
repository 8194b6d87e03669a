//! Two rates, their odds, and how sure they are.

use serde::Serialize;

use super::PeaceError;
use crate::numbers::Probability;

/// How often a thing came, of how often it could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Counts {
    events: u32,
    cases: u32,
}

by_name!(Counts { events: u32, cases: u32 } => Self::new(events, cases));

impl Counts {
    /// So many events in so many cases.
    ///
    /// # Errors
    /// Without a case, or with more events than cases.
    pub const fn new(events: u32, cases: u32) -> Result<Self, PeaceError> {
        if cases > 0 && events <= cases {
            return Ok(Self { events, cases });
        }
        Err(PeaceError::Counts { events, cases })
    }

    /// For the tables of the crate.
    pub(super) const fn of(events: u32, cases: u32) -> Self {
        assert!(cases > 0 && events <= cases, "a table of the crate");
        Self { events, cases }
    }

    /// How often it came.
    pub const fn events(self) -> u32 {
        self.events
    }

    /// How often it could.
    pub const fn cases(self) -> u32 {
        self.cases
    }

    /// Events for each case.
    pub fn rate(self) -> Probability {
        Probability::of_valid(f64::from(self.events) / f64::from(self.cases))
    }

    /// Both together.
    ///
    /// # Errors
    /// When there are more than 4 thousand million cases.
    pub const fn and(self, other: Self) -> Result<Self, PeaceError> {
        match self.cases.checked_add(other.cases) {
            Some(cases) => Self::new(self.events + other.events, cases),
            None => Err(PeaceError::Counts { events: self.events, cases: u32::MAX }),
        }
    }

    /// Between which rates the true one lies, if one is wrong at most so often: the exact
    /// interval (Clopper-Pearson-1934), which no count is too small for.
    ///
    /// ```
    /// use demarche::numbers::Probability;
    /// use demarche::peace::Counts;
    /// // Twenty disputes in 305 pair-years: 6.6%, and anything from 4 to 10.
    /// let [low, high] = Counts::new(20, 305)?.interval(Probability::new(0.05)?);
    /// assert!((low.value() - 0.0405).abs() < 1e-4 && (high.value() - 0.0995).abs() < 1e-4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn interval(self, wrong: Probability) -> [Probability; 2] {
        let (events, cases) = (self.events, self.cases);
        let half = wrong.value() / 2.0;
        // The rate at which so many or more would come so rarely, and so few or fewer.
        let low = if events == 0 {
            0.0
        } else {
            root(|rate| 1.0 - below(events, cases, rate) - half)
        };
        let high = if events == cases {
            1.0
        } else {
            root(|rate| half - below(events + 1, cases, rate))
        };
        [low, high].map(Probability::of_valid)
    }
}

/// The chance of fewer than so many events, summed along the tail that is the smaller,
/// away from the mean, until the terms no longer matter.
fn below(events: u32, cases: u32, rate: f64) -> f64 {
    if rate <= 0.0 || rate >= 1.0 {
        return f64::from(u8::from(rate <= 0.0));
    }
    let n = f64::from(cases);
    let chance = |k: f64| {
        let ways = libm::lgamma(n + 1.0)
            - libm::lgamma(k + 1.0)
            - libm::lgamma(n - k + 1.0);
        libm::exp(ways + k * libm::log(rate) + (n - k) * libm::log1p(-rate))
    };
    let odds = rate / (1.0 - rate);
    let mut k = f64::from(events);
    let upper = k > n * rate;
    if !upper {
        k -= 1.0;
    }
    let (mut term, mut sum) = (chance(k), 0.0);
    while (0.0..=n).contains(&k) && term > 1e-18 * sum {
        sum += term;
        if upper {
            term *= odds * (n - k) / (k + 1.0);
            k += 1.0;
        } else {
            term *= k / (odds * (n - k + 1.0));
            k -= 1.0;
        }
    }
    if upper { 1.0 - sum } else { sum }.clamp(0.0, 1.0)
}

/// Where a rising function of a rate crosses 0.
fn root(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if rising(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// Two rates side by side.
///
/// ```
/// use demarche::peace::{Counts, Table};
/// // Common memberships, right after a dispute: few, many.
/// let table = Table { without: Counts::new(662, 3118)?, with: Counts::new(491, 1374)? };
/// assert!((table.odds_ratio().unwrap() - 2.06).abs() < 0.01);
/// # Ok::<(), demarche::peace::PeaceError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Table {
    /// The cases without the feature.
    pub without: Counts,
    /// Those with it.
    pub with: Counts,
}

by_name!(Table { without: Counts, with: Counts });

impl Table {
    /// The odds with the feature over the odds without: 1 when it makes no difference;
    /// `None` when one of the odds is 0 over 0 or has no end.
    pub fn odds_ratio(self) -> Option<f64> {
        let [over, under] = self.crossed();
        (over > 0.0 && under > 0.0).then(|| over / under)
    }

    /// Events with and absences without, events without and absences with.
    fn crossed(self) -> [f64; 2] {
        let product = |one: Counts, other: Counts| {
            f64::from(one.events) * f64::from(other.cases - other.events)
        };
        [product(self.with, self.without), product(self.without, self.with)]
    }
}

/// The odds ratio common to several tables (Mantel-Haenszel-1959): each counts by its
/// size. `None` when no table tells anything.
///
/// ```
/// use demarche::peace::{Counts, Table, pooled_odds};
/// let small = Table { without: Counts::new(1, 10)?, with: Counts::new(2, 10)? };
/// assert_eq!(pooled_odds(&[small, small]), small.odds_ratio());
/// # Ok::<(), demarche::peace::PeaceError>(())
/// ```
pub fn pooled_odds(tables: &[Table]) -> Option<f64> {
    let (mut over, mut under) = (0.0, 0.0);
    for table in tables {
        let all = f64::from(table.with.cases) + f64::from(table.without.cases);
        let [a, b] = table.crossed();
        over += a / all;
        under += b / all;
    }
    (over > 0.0 && under > 0.0).then(|| over / under)
}
