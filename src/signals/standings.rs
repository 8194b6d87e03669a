//! What a tournament came to.

use serde::Serialize;

use super::sliced::Counts;
use crate::games::Payoffs;
use crate::numbers::at_least;

/// What the repetitions of one pair came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    repetitions: u64,
    counts: Counts,
    /// The mean of each side's scores per round, and the sum of the squares of
    /// their distances from it (Welford's and Chan's way, which does not cancel).
    means: [f64; 2],
    squares: [f64; 2],
}

impl Tally {
    pub(super) fn add(&mut self, payoffs: &Payoffs, rounds: u32, counts: Counts) {
        self.repetitions += 1;
        for (sum, count) in self.counts.iter_mut().zip(counts) {
            *sum += count;
        }
        let rounds = f64::from(rounds);
        let scores = earned(counts, payoffs).map(|total| total / rounds);
        for (side, score) in scores.into_iter().enumerate() {
            let off = score - self.means[side];
            self.means[side] += off / self.repetitions as f64;
            self.squares[side] += off * (score - self.means[side]);
        }
    }

    /// Counts one repetition as many that all went the same way.
    pub(super) fn repeat(&mut self, times: u32) {
        self.repetitions *= u64::from(times);
        self.counts = self.counts.map(|count| count * u64::from(times));
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let (here, there) = (self.repetitions as f64, other.repetitions as f64);
        for side in 0..2 {
            let off = other.means[side] - self.means[side];
            self.means[side] += off * there / (here + there);
            self.squares[side] +=
                other.squares[side] + off * off * here * there / (here + there);
        }
        self.repetitions += other.repetitions;
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
    }

    pub(super) fn cells(&self, payoffs: &Payoffs, rounds: u32) -> [Cell; 2] {
        let repetitions = self.repetitions as f64;
        let rounds = f64::from(rounds);
        let earned = earned(self.counts, payoffs);
        let [cc, cd, dc, _] = self.counts;
        let cooperated = [cc + cd, cc + dc];
        core::array::from_fn(|side| {
            let total = earned[side] / repetitions;
            let variance = self.squares[side] / (repetitions - 1.0).max(1.0);
            Cell {
                total,
                error: (variance / repetitions).sqrt(),
                cooperation: cooperated[side] as f64 / repetitions / rounds,
            }
        })
    }
}

fn earned(counts: Counts, payoffs: &Payoffs) -> [f64; 2] {
    let [cc, cd, dc, dd] = counts.map(|count| count as f64);
    let even = cc * payoffs.reward() + dd * payoffs.punishment();
    let (t, s) = (payoffs.temptation(), payoffs.sucker());
    [even + cd * s + dc * t, even + cd * t + dc * s]
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub(super) struct Cell {
    total: f64,
    error: f64,
    cooperation: f64,
}

/// How a tournament ended. Entrants are numbered from 0, in the order they came.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standings {
    entrants: usize,
    rounds: u32,
    cells: Vec<Cell>,
}

impl Standings {
    pub(super) const fn new(entrants: usize, rounds: u32, cells: Vec<Cell>) -> Self {
        Self { entrants, rounds, cells }
    }

    /// How many entered.
    pub const fn entrants(&self) -> usize {
        self.entrants
    }

    fn cell(&self, entrant: usize, against: usize) -> &Cell {
        assert!(
            entrant < self.entrants && against < self.entrants,
            "expected entrants below {}, found {entrant} and {against}",
            self.entrants
        );
        &self.cells[entrant * self.entrants + against]
    }

    /// What an entrant earned in a match against another, averaged over the
    /// repetitions.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn total(&self, entrant: usize, against: usize) -> f64 {
        self.cell(entrant, against).total
    }

    /// What it earned per round.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn score(&self, entrant: usize, against: usize) -> f64 {
        self.total(entrant, against) / f64::from(self.rounds)
    }

    /// The standard error of [`Standings::score`], from the spread between
    /// repetitions; 0 where nothing is left to chance or there was one repetition.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn standard_error(&self, entrant: usize, against: usize) -> f64 {
        self.cell(entrant, against).error
    }

    /// How often it cooperated, from 0 to 1.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn cooperation(&self, entrant: usize, against: usize) -> f64 {
        self.cell(entrant, against).cooperation
    }

    /// What an entrant earned per round on average against the others, its double
    /// left out. Alone in a tournament, against its double.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn mean(&self, entrant: usize) -> f64 {
        if self.entrants == 1 {
            return self.score(entrant, entrant);
        }
        let others = (0..self.entrants).filter(|&other| other != entrant);
        let sum: f64 = others.map(|other| self.score(entrant, other)).sum();
        sum / (self.entrants - 1) as f64
    }

    /// What an entrant earned in a match on average against all, its double included:
    /// the score by which Axelrod ranked.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn points(&self, entrant: usize) -> f64 {
        let all = 0..self.entrants;
        all.map(|other| self.total(entrant, other)).sum::<f64>()
            / self.entrants as f64
    }

    /// How many others it beat: earned more against them than they against it.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn beaten(&self, entrant: usize) -> usize {
        let others = 0..self.entrants;
        others.filter(|&o| self.total(entrant, o) > self.total(o, entrant)).count()
    }

    /// The entrants from the best mean to the worst, each behind its rank from 1 on.
    /// Equal means share a rank and stand as they came.
    pub fn ranks(&self) -> Vec<(usize, usize)> {
        let mut order: Vec<usize> = (0..self.entrants).collect();
        let means: Vec<f64> =
            order.iter().map(|&entrant| self.mean(entrant)).collect();
        order.sort_by(|&a, &b| means[b].total_cmp(&means[a]));
        let rank = |&entrant: &usize| {
            let mean = means[entrant];
            let ahead = |&&other: &&usize| !at_least(mean, means[other], mean.abs());
            (order.iter().filter(ahead).count() + 1, entrant)
        };
        order.iter().map(rank).collect()
    }
}
