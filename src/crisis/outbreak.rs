//! Where a war ends: exactly, and by trying it.

use serde::Serialize;

use super::{BorderMap, CrisisError, counted};
use crate::chance::{Rng, happens};

/// Where a war that starts in one state ends.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outbreak {
    sizes: Vec<f64>,
    reach: Vec<f64>,
}

impl Outbreak {
    /// The chance that no state is at war in the end, that one is, and so on to all.
    pub fn sizes(&self) -> &[f64] {
        &self.sizes
    }

    /// The chance of each state to be at war in the end.
    pub fn reach(&self) -> &[f64] {
        &self.reach
    }

    /// How many states are at war in the end, on average.
    pub fn expected(&self) -> f64 {
        self.reach.iter().sum()
    }
}

/// Borders to close, and what is expected then.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mediation {
    /// Their places in [`BorderMap::borders`].
    pub borders: Vec<usize>,
    /// How many states are at war in the end, on average.
    pub expected: f64,
}

/// What many trials found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Simulated {
    /// How many states were at war in the end, on average.
    pub mean: f64,
    /// The standard error of that, from the trials themselves: 0 where all came out alike,
    /// as rare crossings let them.
    pub error: f64,
}

/// The most sets of borders that are tried.
const WAYS: usize = 5_000;

impl BorderMap {
    /// Where a war that starts in this state ends, exactly. It costs more the wider the
    /// map is: 24 borders, however they lie, are quick, and so is a long coast of any
    /// length.
    ///
    /// ```
    /// use demarche::crisis::BorderMap;
    /// use demarche::numbers::Probability;
    /// // Two triangles and a bridge, from 2 to 3.
    /// let borders = [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 5]];
    /// let map = BorderMap::of(6, &borders, Probability::new(0.5)?)?;
    /// let outbreak = map.outbreak(0)?;
    /// assert!((outbreak.expected() - 189.0 / 64.0).abs() < 1e-12);
    /// // The first is at war, the other side of the bridge in one case of three.
    /// assert_eq!(outbreak.reach()[0], 1.0);
    /// assert_eq!(outbreak.reach()[3], 0.3125);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such state, or the map is too wide.
    pub fn outbreak(&self, from: usize) -> Result<Outbreak, CrisisError> {
        let (sizes, reach) = self.walk(from)?.whole(&self.chances())?;
        Ok(Outbreak { sizes, reach })
    }

    fn chances(&self) -> Vec<f64> {
        self.borders().iter().map(|border| border.crosses.value()).collect()
    }

    /// What is expected if each border in turn is closed, in the order of
    /// [`borders`](Self::borders).
    ///
    /// # Errors
    /// As [`outbreak`](Self::outbreak).
    pub fn each_closed(&self, from: usize) -> Result<Vec<f64>, CrisisError> {
        self.walk(from)?.each_closed(self.chances())
    }

    /// The borders to close if there are so many mediators: the set that leaves the
    /// fewest states at war on average, found by trying all. Of equals the first, and
    /// fewer borders where more would save nothing.
    ///
    /// # Errors
    /// As [`outbreak`](Self::outbreak), and when there are fewer borders than mediators
    /// or more than 5,000 ways to choose them.
    pub fn mediate(
        &self,
        from: usize,
        mediators: usize,
    ) -> Result<Mediation, CrisisError> {
        let borders = self.borders().len();
        counted("mediators", (0, borders), mediators)?;
        let mut ways = 1_usize;
        for k in 0..mediators {
            // Binomials of growing order: whole at every step.
            ways = ways * (borders - k) / (k + 1);
            if ways > WAYS {
                return Err(CrisisError::TooManyWays { most: WAYS });
            }
        }
        let (walk, open) = (self.walk(from)?, self.chances());
        let with = |chosen: &[usize]| {
            let mut chances = open.clone();
            for &border in chosen {
                chances[border] = 0.0;
            }
            chances
        };
        let mut best =
            Mediation { borders: Vec::new(), expected: walk.mean(&open)? };
        if mediators == 0 {
            return Ok(best);
        }
        // All but the last mediator, who is tried everywhere at once.
        let mut chosen: Vec<usize> = (0..mediators - 1).collect();
        loop {
            let next = chosen.last().map_or(0, |last| last + 1);
            let each = walk.each_closed(with(&chosen))?;
            for (border, &expected) in each.iter().enumerate().skip(next) {
                // Less by more than a rounding.
                if expected < best.expected - 1e-12 {
                    let mut borders = chosen.clone();
                    borders.push(border);
                    best = Mediation { borders, expected };
                }
            }
            // The next set in the order of words: the last border that can move on moves.
            let room = |k: &usize| chosen[*k] < borders - mediators + k;
            let Some(k) = (0..chosen.len()).rev().find(room) else { break };
            let next = chosen[k] + 1;
            for (step, border) in chosen[k..].iter_mut().enumerate() {
                *border = next + step;
            }
        }
        for idle in (0..best.borders.len()).rev() {
            let mut fewer = best.borders.clone();
            fewer.remove(idle);
            if walk.mean(&with(&fewer))? <= best.expected + 1e-12 {
                best.borders = fewer;
            }
        }
        Ok(best)
    }

    /// What so many trials find: for maps too wide to sum.
    ///
    /// ```
    /// use demarche::chance::seeded;
    /// use demarche::crisis::BorderMap;
    /// use demarche::numbers::Probability;
    /// let row = BorderMap::of(3, &[[0, 1], [1, 2]], Probability::new(0.5)?)?;
    /// let found = row.simulate(0, 10_000, &mut seeded(1))?;
    /// assert!((found.mean - 1.75).abs() < 4.0 * found.error);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such state, or fewer than 2 trials or more than 10 million.
    pub fn simulate(
        &self,
        from: usize,
        trials: u32,
        rng: &mut (impl Rng + ?Sized),
    ) -> Result<Simulated, CrisisError> {
        self.check(from)?;
        counted("trials", (2, 10_000_000), trials as usize)?;
        let (mut sum, mut squares) = (0.0, 0.0);
        let mut todo = Vec::new();
        for _ in 0..trials {
            let mut at_war = vec![false; self.states()];
            at_war[from] = true;
            todo.push(from);
            let mut tried = vec![false; self.borders().len()];
            let mut size = 0.0;
            while let Some(state) = todo.pop() {
                size += 1.0;
                for (border, tried) in self.borders().iter().zip(&mut tried) {
                    let [one, other] = border.between;
                    let beyond = match state {
                        _ if state == one => other,
                        _ if state == other => one,
                        _ => continue,
                    };
                    if *tried || at_war[beyond] {
                        continue;
                    }
                    *tried = true;
                    if happens(rng, border.crosses) {
                        at_war[beyond] = true;
                        todo.push(beyond);
                    }
                }
            }
            sum += size;
            squares += size * size;
        }
        let trials = f64::from(trials);
        let mean = sum / trials;
        let variance = ((squares - mean * sum) / (trials - 1.0)).max(0.0);
        Ok(Simulated { mean, error: libm::sqrt(variance / trials) })
    }
}
