//! How alike the pledges of two states are.

use serde::Serialize;

use super::{AlliancesError, Pledges, counted};
use crate::numbers::Amount;
use crate::words::words;

/// Does this in registers as wide as the machine has.
macro_rules! in_wide_registers {
    ($work:expr) => {{
        #[cfg(feature = "wide")]
        let done = fearless_simd::dispatch!(fearless_simd::Level::new(), _simd => $work);
        #[cfg(not(feature = "wide"))]
        let done = $work;
        done
    }};
}

words! {
    /// How far two levels of one scale are apart, as a part of the farthest.
    Distance: "a distance" {
        /// 1 unless they are equal.
        Nominal,
        /// Their difference over the highest level.
        Absolute,
        /// The square of that.
        Squared,
    }
}

impl Distance {
    fn between(self, one: u8, other: u8, highest: u8) -> f64 {
        let apart = f64::from(one.abs_diff(other)) / f64::from(highest);
        match self {
            Self::Nominal => f64::from(one != other),
            Self::Absolute => apart,
            Self::Squared => apart * apart,
        }
    }
}

/// What a state has pledged to, or how it voted on, each of a row of targets: levels
/// from 0 to the highest of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Portfolio {
    levels: Vec<u8>,
    highest: u8,
}

by_name!(Portfolio { levels: Vec<u8>, highest: u8 } => Self::new(levels, highest));

impl Portfolio {
    /// Levels, one for each target, and the highest that the scale has, whether anybody
    /// reached it or not.
    ///
    /// # Errors
    /// Without a target, with more than 1000, or when a level is above the highest.
    pub fn new(levels: Vec<u8>, highest: u8) -> Result<Self, AlliancesError> {
        counted("targets", levels.len())?;
        let above = levels.iter().copied().find(|&level| level > highest);
        match above {
            Some(found) => Err(AlliancesError::TooHigh { highest, found }),
            None if highest == 0 => {
                Err(AlliancesError::Count { what: "levels", most: 255, found: 0 })
            }
            None => Ok(Self { levels, highest }),
        }
    }

    /// The levels, one for each target.
    pub fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// The highest level of the scale.
    pub const fn highest(&self) -> u8 {
        self.highest
    }
}

/// Two portfolios over the same targets.
///
/// ```
/// use demarche::alliances::{Comparison, Distance, Portfolio};
/// let row = |levels: &[u8]| Portfolio::new(levels.to_vec(), 3);
/// // Signorino and Ritter's case b: nearly the same promises, turned round.
/// let (one, other) = (row(&[1, 2, 2, 3])?, row(&[3, 2, 2, 1])?);
/// let pair = Comparison::of(&one, &other)?;
/// assert_eq!(pair.tau_b(), Some(-1.0));
/// assert!((pair.s(Distance::Absolute) - 1.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), demarche::alliances::AlliancesError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    one: &'a Portfolio,
    other: &'a Portfolio,
}

impl<'a> Comparison<'a> {
    /// Sets two portfolios beside each other.
    ///
    /// # Errors
    /// When they have different numbers of targets or of levels.
    pub fn of(
        one: &'a Portfolio,
        other: &'a Portfolio,
    ) -> Result<Self, AlliancesError> {
        let alike = |what, expected, found| {
            if expected == found {
                return Ok(());
            }
            Err(AlliancesError::Uneven { what, expected, found })
        };
        alike("targets", one.levels.len(), other.levels.len())?;
        alike("levels", one.highest.into(), other.highest.into())?;
        Ok(Self { one, other })
    }

    fn levels(&self) -> impl Iterator<Item = (u8, u8)> + Clone {
        self.one.levels.iter().copied().zip(self.other.levels.iter().copied())
    }

    /// *S* of Signorino and Ritter: 1 less twice the mean distance, from −1 to 1. Over
    /// several dimensions, alliances and votes say, take the mean of their *S*.
    pub fn s(&self, distance: Distance) -> f64 {
        1.0 - 2.0 * self.observed(distance)
    }

    /// The same with a weight for each target, such as its capability.
    ///
    /// # Errors
    /// When there is not one weight for each target, or all are 0.
    pub fn s_weighted(
        &self,
        weights: &[Amount],
        distance: Distance,
    ) -> Result<f64, AlliancesError> {
        let total = total(weights, self.one.levels.len())?;
        let apart = |(one, other)| distance.between(one, other, self.one.highest);
        let apart = self.levels().map(apart).zip(weights);
        let sum: f64 = apart.map(|(d, w)| d * (w.value() / total)).sum();
        Ok(1.0 - 2.0 * sum)
    }

    /// Kendall's tau-b over all pairs of targets: how often the two rank them alike. It
    /// asks for order, not for likeness. `None` when one of the two ranks nothing.
    pub fn tau_b(&self) -> Option<f64> {
        let mut agree = 0_i64;
        let (mut ranked, mut other_ranked) = (0_i64, 0_i64);
        let mut earlier = self.levels();
        while let Some((one, other)) = earlier.next() {
            for (next, other_next) in earlier.clone() {
                let order = i64::from(one.cmp(&next) as i8);
                let other_order = i64::from(other.cmp(&other_next) as i8);
                agree += order * other_order;
                ranked += order.abs();
                other_ranked += other_order.abs();
            }
        }
        let both = (ranked * other_ranked) as f64;
        (both > 0.0).then(|| agree as f64 / libm::sqrt(both))
    }

    /// Agreement beyond chance, each keeping its own habits: 1 less observed distance
    /// over the distance of two who draw by lot from their own levels (Cohen's kappa).
    /// `None` when such two could not differ.
    pub fn kappa(&self, distance: Distance) -> Option<f64> {
        let (one, other) = (self.one.habits(), self.other.habits());
        self.beyond(distance, &one, &other)
    }

    /// The same with one habit for both, the mean of theirs (Scott's pi).
    pub fn pi(&self, distance: Distance) -> Option<f64> {
        let pairs = self.one.habits().into_iter().zip(self.other.habits());
        let mean: Vec<f64> = pairs.map(|(a, b)| 0.5 * (a + b)).collect();
        self.beyond(distance, &mean, &mean)
    }

    fn beyond(&self, distance: Distance, one: &[f64], other: &[f64]) -> Option<f64> {
        let mut expected = 0.0;
        for (a, p) in (0_u8..=255).zip(one) {
            for (b, q) in (0_u8..=255).zip(other) {
                expected += p * q * distance.between(a, b, self.one.highest);
            }
        }
        (expected > 0.0).then(|| 1.0 - self.observed(distance) / expected)
    }

    fn observed(&self, distance: Distance) -> f64 {
        let highest = self.one.highest;
        let sum: f64 =
            self.levels().map(|(a, b)| distance.between(a, b, highest)).sum();
        sum / self.one.levels.len() as f64
    }
}

impl Portfolio {
    /// How often each level comes, as a part.
    fn habits(&self) -> Vec<f64> {
        let mut habits = vec![0.0; usize::from(self.highest) + 1];
        for &level in &self.levels {
            habits[usize::from(level)] += 1.0;
        }
        let count = self.levels.len() as f64;
        habits.iter().map(|times| times / count).collect()
    }
}

/// A number for each pair of states.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dyads {
    states: usize,
    values: Vec<f64>,
}

impl Dyads {
    /// The number of that pair, in either order.
    ///
    /// # Panics
    /// When the two are the same, or one is no state of the system.
    pub fn of(&self, one: usize, other: usize) -> f64 {
        let (low, high) = (one.min(other), one.max(other));
        assert!(low < high && high < self.states, "two states of the system");
        self.values[place(self.states, low, high)]
    }

    /// All of them: (0, 1), (0, 2) and so on, then (1, 2).
    pub fn values(&self) -> &[f64] {
        &self.values
    }
}

/// *S* of every pair by absolute distance, without weights.
///
/// ```
/// use demarche::alliances::{Portfolio, similarities};
/// let row = |levels: [u8; 3]| Portfolio::new(levels.to_vec(), 3);
/// let all = similarities(&[row([3, 0, 0])?, row([0, 3, 0])?, row([3, 0, 1])?])?;
/// assert!((all.of(0, 1) + 1.0 / 3.0).abs() < 1e-12);
/// assert!((all.of(2, 0) - 7.0 / 9.0).abs() < 1e-12);
/// # Ok::<(), demarche::alliances::AlliancesError>(())
/// ```
///
/// # Errors
/// When two of them have different numbers of targets or of levels.
pub fn similarities(portfolios: &[Portfolio]) -> Result<Dyads, AlliancesError> {
    let (targets, highest) = alike(portfolios)?;
    let farthest = (targets * highest) as f64;
    Ok(in_wide_registers!(dyads(portfolios, |one, other| {
        let pairs = one.levels.iter().zip(&other.levels);
        let apart: u32 = pairs.map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
        1.0 - 2.0 * f64::from(apart) / farthest
    })))
}

/// The same with a weight for each target, such as its capability.
///
/// # Errors
/// When two portfolios have different numbers of targets or of levels, when there is not
/// one weight for each target, or when all are 0.
pub fn similarities_weighted(
    portfolios: &[Portfolio],
    weights: &[Amount],
) -> Result<Dyads, AlliancesError> {
    let (targets, highest) = alike(portfolios)?;
    let farthest = total(weights, targets)? * highest as f64;
    let weighted = |portfolio: &Portfolio| {
        let mut row = vec![Eight::default(); targets.div_ceil(8)];
        for (target, (&x, w)) in portfolio.levels.iter().zip(weights).enumerate() {
            row[target / 8].0[target % 8] = f64::from(x) * (w.value() / farthest);
        }
        row
    };
    let rows: Vec<Vec<Eight>> = portfolios.iter().map(weighted).collect();
    Ok(in_wide_registers!(dyads(&rows, |one, other| {
        // Eight sums side by side: one alone waits for itself, and however many of them a
        // register takes, the result is the same.
        let mut sums = [0.0; 8];
        for (Eight(a), Eight(b)) in one.iter().zip(other) {
            for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
                *sum += (a - b).abs();
            }
        }
        1.0 - 2.0 * sums.iter().sum::<f64>()
    })))
}

/// Eight numbers, where the widest register finds them in one piece.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct Eight([f64; 8]);

#[allow(
    clippy::inline_always,
    reason = "what is not inlined is not compiled for the widest registers"
)]
#[inline(always)]
fn dyads<T>(rows: &[T], of: impl Fn(&T, &T) -> f64) -> Dyads {
    let states = rows.len();
    let mut values = vec![0.0; states * states.saturating_sub(1) / 2];
    // Few at a time against all behind them, which are then fetched a fourth as often.
    for (few, ones) in rows.chunks(4).enumerate() {
        for high in 4 * few + 1..states {
            for (low, one) in (4 * few..high).zip(ones) {
                values[place(states, low, high)] = of(one, &rows[high]);
            }
        }
    }
    Dyads { states, values }
}

/// Where the pair of the low and the high of so many states stands.
const fn place(states: usize, low: usize, high: usize) -> usize {
    low * (2 * states - low - 1) / 2 + high - low - 1
}

/// How many targets and levels all of them have.
fn alike(portfolios: &[Portfolio]) -> Result<(usize, usize), AlliancesError> {
    let Some(first) = portfolios.first() else {
        let (what, most) = ("portfolios", Pledges::MOST);
        return Err(AlliancesError::Count { what, most, found: 0 });
    };
    for other in portfolios {
        Comparison::of(first, other)?;
    }
    Ok((first.levels.len(), first.highest.into()))
}

/// What the weights weigh together, one for each target.
fn total(weights: &[Amount], expected: usize) -> Result<f64, AlliancesError> {
    let found = weights.len();
    if found != expected {
        return Err(AlliancesError::Uneven { what: "weights", expected, found });
    }
    let total: f64 = weights.iter().map(|weight| weight.value()).sum();
    if total > 0.0 { Ok(total) } else { Err(AlliancesError::NoWeight) }
}
