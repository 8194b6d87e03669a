//! How sure a mean of runs is, and what a mean of few runs may be.

use serde::Serialize;

use super::{CultureError, counted};
use crate::numbers::Probability;

/// What many runs came to: whole numbers, such as regions.
///
/// ```
/// use demarche::culture::Sample;
/// use demarche::numbers::Probability;
/// let sample = Sample::of(&[1, 2, 3, 4, 5, 6])?;
/// assert_eq!(sample.mean(), 3.5);
/// // The mean of two dice is 12/2 once in 36 throws, and 2/2 as often.
/// assert!((sample.at_most(2, 1.0)? - 1.0 / 36.0).abs() < 1e-12);
/// // Nine times of ten it lies from 1.5 to 5.5.
/// assert_eq!(sample.means_of(2, Probability::new(0.1)?)?, [1.5, 5.5]);
/// # Ok::<(), demarche::culture::CultureError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// How many runs came to each number, from 0.
    counts: Vec<u32>,
    runs: u32,
}

impl Sample {
    /// The most runs whose mean is asked for.
    const FEW: usize = 100;

    /// What these runs came to.
    ///
    /// # Errors
    /// Without a run, or with more than a million.
    pub fn of(found: &[u16]) -> Result<Self, CultureError> {
        counted("runs", (1, 1_000_000), found.len())?;
        let most = found.iter().max().map_or(0, |&most| usize::from(most));
        let mut counts = vec![0; most + 1];
        for &number in found {
            counts[usize::from(number)] += 1;
        }
        #[allow(clippy::cast_possible_truncation, reason = "a million at most")]
        Ok(Self { counts, runs: found.len() as u32 })
    }

    /// How many runs there were.
    pub const fn runs(&self) -> u32 {
        self.runs
    }

    /// Their mean.
    pub fn mean(&self) -> f64 {
        self.sum(|number| number) / f64::from(self.runs)
    }

    /// Their standard deviation, with one run taken off; 0 for a single run.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        let squares = self.sum(|number| (number - mean) * (number - mean));
        libm::sqrt(squares / (f64::from(self.runs) - 1.0).max(1.0))
    }

    /// The standard error of their mean.
    pub fn error(&self) -> f64 {
        self.deviation() / libm::sqrt(f64::from(self.runs))
    }

    fn sum(&self, of: impl Fn(f64) -> f64) -> f64 {
        let each = self.counts.iter().enumerate();
        each.map(|(number, &runs)| f64::from(runs) * of(number as f64)).sum()
    }

    /// The chance that the mean of so many runs is at most this, if each run is a draw
    /// from these: summed exactly, since such means are not normal.
    ///
    /// # Errors
    /// Without a run, or with more than 100.
    pub fn at_most(&self, runs: usize, mean: f64) -> Result<f64, CultureError> {
        let sums = self.sums(runs)?;
        // A hair above, so that 3.2 of ten runs is 32.
        let most = mean * runs as f64 + 1e-9;
        let below = sums.iter().enumerate().filter(|(sum, _)| *sum as f64 <= most);
        Ok(below.map(|(_, chance)| chance).sum())
    }

    /// From where to where the mean of so many runs lies, if one is wrong at most so
    /// often, half of it on each side.
    ///
    /// # Errors
    /// Without a run, or with more than 100.
    pub fn means_of(
        &self,
        runs: usize,
        wrong: Probability,
    ) -> Result<[f64; 2], CultureError> {
        let sums = self.sums(runs)?;
        let half = wrong.value() / 2.0;
        let tail = |sums: &mut dyn Iterator<Item = (usize, &f64)>| {
            let mut passed = 0.0;
            for (sum, chance) in sums {
                passed += chance;
                // Chances are rounded; an even tie stays inside.
                if passed > half + 1e-12 {
                    return sum as f64 / runs as f64;
                }
            }
            0.0
        };
        let low = tail(&mut sums.iter().enumerate());
        Ok([low, tail(&mut sums.iter().enumerate().rev())])
    }

    /// The chance of every sum of so many runs.
    fn sums(&self, runs: usize) -> Result<Vec<f64>, CultureError> {
        counted("runs of which to take the mean", (1, Self::FEW), runs)?;
        let seen: Vec<(usize, f64)> = self
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(number, &count)| {
                (number, f64::from(count) / f64::from(self.runs))
            })
            .collect();
        let most = self.counts.len() - 1;
        let mut sums = vec![0.0; most * runs + 1];
        let mut next = sums.clone();
        sums[0] = 1.0;
        for run in 0..runs {
            next[..=most * (run + 1)].fill(0.0);
            for (sum, &chance) in sums[..=most * run].iter().enumerate() {
                if chance > 0.0 {
                    for &(number, own) in &seen {
                        next[sum + number] += chance * own;
                    }
                }
            }
            core::mem::swap(&mut sums, &mut next);
        }
        Ok(sums)
    }
}
