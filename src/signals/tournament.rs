//! Everyone against everyone, many times, over a noisy line.

use serde::Serialize;

use super::sliced::{Counts, LANES, cycle, play};
use super::{Line, Machine, SignalsError, surely};
use crate::chance::{Generator, happens, stream};
use crate::games::{Move, Payoffs};
use crate::numbers::Probability;

/// Whatever can enter a tournament.
///
/// A [`Machine`] enters as it is and is played 64 repetitions at once. Anything else
/// says how it begins a match and is played move by move:
///
/// ```
/// use demarche::chance::Generator;
/// use demarche::games::Move;
/// use demarche::signals::{Mind, Named, Strategy, Tournament};
///
/// /// Cooperates as long as the other cooperated at least half of the time.
/// struct Majority;
/// struct Balance(i32);
///
/// impl Strategy for Majority {
///     fn begin(&self) -> Box<dyn Mind + '_> {
///         Box::new(Balance(0))
///     }
/// }
/// impl Mind for Balance {
///     fn means(&mut self, _: &mut Generator) -> Move {
///         if self.0 >= 0 { Move::Cooperate } else { Move::Defect }
///     }
///     fn hears(&mut self, _own: Move, other: Move) {
///         self.0 += if other == Move::Cooperate { 1 } else { -1 };
///     }
/// }
///
/// let bully = Named::Bully.machine();
/// let standings = Tournament::new(200, 1)?.play(&[&Majority as &dyn Strategy, &bully])?;
/// assert!(standings.total(1, 0) > standings.total(0, 1));
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
pub trait Strategy: Sync {
    /// Starts a match.
    fn begin(&self) -> Box<dyn Mind + '_>;

    /// The strategy as a machine, if it is one: the fast way.
    fn machine(&self) -> Option<&Machine> {
        None
    }
}

/// A strategy in the middle of a match: what it remembers.
pub trait Mind {
    /// The move it means to make now.
    fn means(&mut self, rng: &mut Generator) -> Move;

    /// What it did, after a slip of its hand if there was one, and what it heard the
    /// other do.
    fn hears(&mut self, own: Move, other: Move);
}

impl<S: Strategy + ?Sized> Strategy for &S {
    fn begin(&self) -> Box<dyn Mind + '_> {
        (**self).begin()
    }

    fn machine(&self) -> Option<&Machine> {
        (**self).machine()
    }
}

impl<S: Strategy + ?Sized> Strategy for Box<S> {
    fn begin(&self) -> Box<dyn Mind + '_> {
        (**self).begin()
    }

    fn machine(&self) -> Option<&Machine> {
        (**self).machine()
    }
}

impl Strategy for Machine {
    fn begin(&self) -> Box<dyn Mind + '_> {
        Box::new(Walk { machine: self, at: self.start() })
    }

    fn machine(&self) -> Option<&Machine> {
        Some(self)
    }
}

struct Walk<'a> {
    machine: &'a Machine,
    at: usize,
}

impl Mind for Walk<'_> {
    fn means(&mut self, rng: &mut Generator) -> Move {
        if happens(rng, self.machine.states()[self.at].cooperate()) {
            Move::Cooperate
        } else {
            Move::Defect
        }
    }

    fn hears(&mut self, own: Move, other: Move) {
        self.at = self.machine.states()[self.at].next(own, other);
    }
}

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
        at_least("rounds", 1, rounds)?;
        at_least("repetitions", 1, repetitions)?;
        let most = 1_000_000_000;
        if rounds > most {
            return Err(SignalsError::TooMany {
                what: "rounds",
                most,
                found: rounds,
            });
        }
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
        at_least("entrants", 1, count)?;
        if count > 4096 {
            let what = "entrants";
            return Err(SignalsError::TooMany { what, most: 4096, found: count });
        }
        let mut pairs = Vec::new();
        for i in 0..entrants.len() {
            pairs.extend((i..entrants.len()).map(|j| (i, j)));
        }
        let entrants: Vec<&dyn Strategy> =
            entrants.iter().map(|entrant| entrant as &dyn Strategy).collect();
        let tallies = self.tallies(&entrants, &pairs);
        let mut standings = Standings {
            entrants: entrants.len(),
            rounds: self.rounds,
            cells: vec![Cell::default(); entrants.len() * entrants.len()],
        };
        for (&(i, j), tally) in pairs.iter().zip(&tallies) {
            let [first, second] = tally.cells(self);
            standings.cells[i * entrants.len() + j] = first;
            // A pair of doubles is one match with two equal sides: count the first.
            if i != j {
                standings.cells[j * entrants.len() + i] = second;
            }
        }
        Ok(standings)
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
                    tallies[pair].add(self, cycle([a, b], self.rounds));
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
                tally.add(self, counts);
            }
        } else {
            for _ in 0..lanes {
                tally.add(self, self.match_of([a.begin(), b.begin()], &mut rng));
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
            [self.line.hand().rate().value(), self.line.ear().rate().value()]
                .map(|rate| surely(Probability::new(rate)));
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

fn at_least(what: &'static str, least: u32, found: u32) -> Result<(), SignalsError> {
    if found < least {
        return Err(SignalsError::TooFew { what, least, found });
    }
    Ok(())
}

/// What the repetitions of one pair came to.
#[derive(Debug, Clone, Default)]
struct Tally {
    repetitions: u64,
    counts: Counts,
    /// The mean of each side's scores per round, and the sum of the squares of
    /// their distances from it (Welford's and Chan's way, which does not cancel).
    means: [f64; 2],
    squares: [f64; 2],
}

impl Tally {
    fn add(&mut self, tournament: &Tournament, counts: Counts) {
        self.repetitions += 1;
        for (sum, count) in self.counts.iter_mut().zip(counts) {
            *sum += count;
        }
        let rounds = f64::from(tournament.rounds);
        let scores = earned(counts, &tournament.payoffs).map(|total| total / rounds);
        for (side, score) in scores.into_iter().enumerate() {
            let off = score - self.means[side];
            self.means[side] += off / self.repetitions as f64;
            self.squares[side] += off * (score - self.means[side]);
        }
    }

    /// Counts one repetition as many that all went the same way.
    fn repeat(&mut self, times: u32) {
        self.repetitions *= u64::from(times);
        self.counts = self.counts.map(|count| count * u64::from(times));
    }

    fn merge(&mut self, other: &Self) {
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

    fn cells(&self, tournament: &Tournament) -> [Cell; 2] {
        let repetitions = self.repetitions as f64;
        let rounds = f64::from(tournament.rounds);
        let earned = earned(self.counts, &tournament.payoffs);
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
struct Cell {
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

    /// How many others it beat: earned more against them than they against it.
    ///
    /// # Panics
    /// When there is no such entrant.
    pub fn beaten(&self, entrant: usize) -> usize {
        let others = 0..self.entrants;
        others.filter(|&o| self.total(entrant, o) > self.total(o, entrant)).count()
    }

    /// The entrants from the best mean to the worst; among equals, as they came.
    pub fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.entrants).collect();
        order.sort_by(|&a, &b| self.mean(b).total_cmp(&self.mean(a)));
        order
    }
}
