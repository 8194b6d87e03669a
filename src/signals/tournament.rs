//! Everyone against everyone, many times, over a noisy line.

use super::cycle::cycle;
use super::sliced::{Counts, LANES, play};
use super::standings::{Cell, Tally};
use super::{Line, Machine, Mind, SignalsError, Standings, Strategy};
use crate::chance::{Generator, happens, stream};
use crate::games::Payoffs;
use crate::numbers::Probability;

/// A round robin: every entrant against every other and against its own double.
///
/// The result depends on the seed and on nothing else: not on the number of cores,
/// and not on whether the feature `parallel` is on. Every block of 64 repetitions of
/// a pair has a stream of randomness of its own.
///
/// ```
/// use demarche::numbers::ErrorRate;
/// use demarche::signals::{Named, SlipOfHand, Tournament};
/// let noisy = Tournament::new(200, 1000)?
///     .over(SlipOfHand::new(ErrorRate::new(0.05)?))
///     .seeded(7);
/// let entrants = [Named::TitForTat, Named::Contrite].map(|name| name.machine());
/// let standings = noisy.play(&entrants)?;
/// // Against its double, contrition keeps what tit-for-tat loses.
/// assert!(standings.score(1, 1) > standings.score(0, 0) + 0.4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tournament {
    payoffs: Payoffs,
    rounds: u32,
    repetitions: u32,
    line: Line,
    seed: u64,
}

impl Tournament {
    /// Matches of this many rounds, this many times over, with the payoffs of
    /// Axelrod's tournaments, on a clear line.
    ///
    /// # Errors
    /// When there are no rounds or no repetitions, or more than a billion rounds.
    pub fn new(rounds: u32, repetitions: u32) -> Result<Self, SignalsError> {
        within("rounds", 1_000_000_000, rounds)?;
        within("repetitions", u32::MAX, repetitions)?;
        let (payoffs, line) = (Payoffs::AXELROD, Line::clear());
        Ok(Self { payoffs, rounds, repetitions, line, seed: 0 })
    }

    /// The same with these payoffs.
    #[must_use]
    pub const fn paying(self, payoffs: Payoffs) -> Self {
        Self { payoffs, ..self }
    }

    /// The same over this line.
    #[must_use]
    pub fn over(self, line: impl Into<Line>) -> Self {
        Self { line: line.into(), ..self }
    }

    /// The same with the randomness of this seed.
    #[must_use]
    pub const fn seeded(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// Plays it among entrants of one kind, or of any kinds as `&dyn Strategy`.
    ///
    /// # Errors
    /// When there is no entrant, or there are more than 4096.
    pub fn play<S: Strategy>(
        &self,
        entrants: &[S],
    ) -> Result<Standings, SignalsError> {
        let count = u32::try_from(entrants.len()).unwrap_or(u32::MAX);
        within("entrants", 4096, count)?;
        let mut pairs = Vec::new();
        for i in 0..entrants.len() {
            pairs.extend((i..entrants.len()).map(|j| (i, j)));
        }
        let entrants: Vec<&dyn Strategy> =
            entrants.iter().map(|entrant| entrant as &dyn Strategy).collect();
        let tallies = self.tallies(&entrants, &pairs);
        let count = entrants.len();
        let mut cells = vec![Cell::default(); count * count];
        for (&(i, j), tally) in pairs.iter().zip(&tallies) {
            let [first, second] = tally.cells(&self.payoffs, self.rounds);
            cells[i * count + j] = first;
            // A pair of doubles is one match with two equal sides: count the first.
            if i != j {
                cells[j * count + i] = second;
            }
        }
        Ok(Standings::new(count, self.rounds, cells))
    }

    fn tallies(
        &self,
        entrants: &[&dyn Strategy],
        pairs: &[(usize, usize)],
    ) -> Vec<Tally> {
        let blocks = self.repetitions.div_ceil(LANES);
        let mut tallies = vec![Tally::default(); pairs.len()];
        let mut jobs = Vec::new();
        for (pair, &(i, j)) in pairs.iter().enumerate() {
            match (entrants[i].machine(), entrants[j].machine()) {
                (Some(a), Some(b)) if self.is_sure(a, b) => {
                    tallies[pair].add(
                        &self.payoffs,
                        self.rounds,
                        cycle([a, b], self.rounds),
                    );
                    tallies[pair].repeat(self.repetitions);
                }
                _ => jobs.extend((0..blocks).map(|block| (pair, block))),
            }
        }
        let run = |&(pair, block): &(usize, u32)| {
            let (i, j) = pairs[pair];
            self.block(pair, block, entrants[i], entrants[j])
        };
        #[cfg(feature = "parallel")]
        let played: Vec<Tally> = {
            use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
            jobs.par_iter().map(run).collect()
        };
        #[cfg(not(feature = "parallel"))]
        let played: Vec<Tally> = jobs.iter().map(run).collect();
        for ((pair, _), tally) in jobs.iter().zip(&played) {
            tallies[*pair].merge(tally);
        }
        tallies
    }

    fn is_sure(&self, a: &Machine, b: &Machine) -> bool {
        self.line.is_clear() && a.is_deterministic() && b.is_deterministic()
    }

    /// Up to 64 repetitions of one pair.
    fn block(
        &self,
        pair: usize,
        block: u32,
        a: &dyn Strategy,
        b: &dyn Strategy,
    ) -> Tally {
        let lanes = (self.repetitions - block * LANES).min(LANES);
        let mut rng = stream(self.seed, (pair as u64) << 32 | u64::from(block));
        let mut tally = Tally::default();
        if let (Some(a), Some(b)) = (a.machine(), b.machine()) {
            for counts in play([a, b], self.line, self.rounds, lanes, &mut rng) {
                tally.add(&self.payoffs, self.rounds, counts);
            }
        } else {
            for _ in 0..lanes {
                let counts = self.match_of([a.begin(), b.begin()], &mut rng);
                tally.add(&self.payoffs, self.rounds, counts);
            }
        }
        tally
    }

    fn match_of(
        &self,
        mut minds: [Box<dyn Mind + '_>; 2],
        rng: &mut Generator,
    ) -> Counts {
        let [hand, ear] =
            [self.line.hand().rate(), self.line.ear().rate()].map(Probability::from);
        let mut counts = [0; 4];
        for _ in 0..self.rounds {
            let [x, y] = core::array::from_fn(|side| {
                let meant = minds[side].means(rng);
                if happens(rng, hand) { meant.other() } else { meant }
            });
            counts[x as usize * 2 + y as usize] += 1;
            for (side, (own, other)) in [(x, y), (y, x)].into_iter().enumerate() {
                let heard = if happens(rng, ear) { other.other() } else { other };
                minds[side].hears(own, heard);
            }
        }
        counts
    }
}

/// Whether there is one at least and not more than the most.
fn within(what: &'static str, most: u32, found: u32) -> Result<(), SignalsError> {
    if found == 0 {
        Err(SignalsError::NoneOf { what })
    } else if found > most {
        Err(SignalsError::TooMany { what, most, found })
    } else {
        Ok(())
    }
}
