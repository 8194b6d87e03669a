//! Where a war ends: exactly, and by trying it.
//!
//! The exact sum runs over who is at war in the end. It goes through the states one by
//! one, each at war or not, and keeps of those behind only what those ahead can still
//! see: who stands at the front, and which of them hang together already.

use serde::Serialize;

use super::{Border, BorderMap, CrisisError, counted};
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

/// The widest front, the newcomer in its own group counted: four bits each in a word,
/// and fifteen groups.
const WIDEST: usize = 15;
/// The most fronts that are kept at a time.
const FRONTS: usize = 60_000;
/// The most sets of borders that are tried.
const WAYS: usize = 5_000;

/// What is kept of all that lies behind a front.
trait Behind: Clone {
    /// Adds so many times the other.
    fn take_in(&mut self, other: &Self, factor: f64);
    /// The same with one state more at war.
    fn with(&self, state: usize) -> Self;
    /// Nothing, of the same shape.
    fn nothing(&self) -> Self;
}

/// Its weight, by how many are at war in it and by who is.
#[derive(Clone)]
struct Whole {
    sizes: Vec<f64>,
    reach: Vec<f64>,
}

impl Whole {
    /// Nobody is at war.
    fn of(states: usize) -> Self {
        let mut sizes = vec![0.0; states + 1];
        sizes[0] = 1.0;
        Self { sizes, reach: vec![0.0; states] }
    }
}

impl Behind for Whole {
    fn take_in(&mut self, other: &Self, factor: f64) {
        let both = |sums: &mut Vec<f64>, others: &[f64]| {
            for (sum, other) in sums.iter_mut().zip(others) {
                *sum += factor * other;
            }
        };
        both(&mut self.sizes, &other.sizes);
        both(&mut self.reach, &other.reach);
    }

    fn with(&self, state: usize) -> Self {
        let mut more = self.clone();
        more.reach[state] = more.sizes.iter().sum();
        more.sizes.rotate_right(1);
        more
    }

    fn nothing(&self) -> Self {
        let nothing = |of: &Vec<f64>| vec![0.0; of.len()];
        Self { sizes: nothing(&self.sizes), reach: nothing(&self.reach) }
    }
}

/// Its weight, and that times how many are at war: enough for the mean.
#[derive(Clone, Copy)]
struct Mean {
    weight: f64,
    at_war: f64,
}

impl Behind for Mean {
    fn take_in(&mut self, other: &Self, factor: f64) {
        self.weight += factor * other.weight;
        self.at_war += factor * other.at_war;
    }

    fn with(&self, _: usize) -> Self {
        Self { at_war: self.at_war + self.weight, ..*self }
    }

    fn nothing(&self) -> Self {
        Self { weight: 0.0, at_war: 0.0 }
    }
}

/// Four bits for each place of the front: 0 for a state at peace, else the number of the
/// group at war to which it belongs.
type Groups = u64;

const fn group(groups: Groups, place: usize) -> u64 {
    groups >> (4 * place) & 0xF
}

const fn set(groups: Groups, place: usize, group: u64) -> Groups {
    groups & !(0xF << (4 * place)) | group << (4 * place)
}

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
        let walk = self.walk(from)?;
        let nobody = Whole::of(self.states());
        let Whole { sizes, reach } = walk.sum(&self.chances(), &nobody)?;
        Ok(Outbreak { sizes, reach })
    }

    fn chances(&self) -> Vec<f64> {
        self.borders().iter().map(|border| border.crosses.value()).collect()
    }

    /// The order in which the states come to the front and leave it.
    fn walk(&self, from: usize) -> Result<Walk, CrisisError> {
        self.check(from)?;
        // The first state stays at the front to the end, in group 1.
        let mut front = vec![from];
        let mut seen = vec![false; self.states()];
        seen[from] = true;
        let mut steps = Vec::new();
        while let Some(next) = self.next(&front, &seen) {
            if front.len() >= WIDEST {
                return Err(CrisisError::TooWide { found: front.len() });
            }
            let place = |border: &Border| {
                let at = |end: usize| front.iter().position(|&state| state == end);
                match border.between {
                    [one, other] if one == next => at(other),
                    [one, other] if other == next => at(one),
                    _ => None,
                }
            };
            let borders = self.borders().iter().enumerate();
            let borders =
                borders.filter_map(|(k, b)| Some((place(b)?, k))).collect();
            let room = front.len();
            front.push(next);
            seen[next] = true;
            // Behind the front is who has no neighbour ahead.
            let mut leave = Vec::new();
            for place in (1..front.len()).rev() {
                if self.neighbours(front[place]).all(|other| seen[other]) {
                    front.remove(place);
                    leave.push(place);
                }
            }
            steps.push(Step { next, room, borders, leave });
        }
        Ok(Walk { from, steps, left: front.len() })
    }

    /// The neighbour of the front that leaves the shortest front.
    fn next(&self, front: &[usize], seen: &[bool]) -> Option<usize> {
        let ahead = |state: usize, taken: usize| {
            self.neighbours(state).any(|other| !seen[other] && other != taken)
        };
        let length = |next: usize| {
            let stays = front.iter().filter(|&&state| ahead(state, next)).count();
            stays + usize::from(ahead(next, next))
        };
        let reachable = front.iter().flat_map(|&state| self.neighbours(state));
        reachable
            .filter(|&other| !seen[other])
            .min_by_key(|&next| (length(next), next))
    }

    /// What is expected if each border in turn is closed, in the order of
    /// [`borders`](Self::borders).
    ///
    /// # Errors
    /// As [`outbreak`](Self::outbreak).
    pub fn each_closed(&self, from: usize) -> Result<Vec<f64>, CrisisError> {
        let walk = self.walk(from)?;
        let mut chances = self.chances();
        let mut each = Vec::with_capacity(chances.len());
        for border in 0..chances.len() {
            let open = core::mem::replace(&mut chances[border], 0.0);
            each.push(walk.mean(&chances)?);
            chances[border] = open;
        }
        Ok(each)
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
        let left = |chosen: &[usize]| {
            let mut chances = open.clone();
            for &border in chosen {
                chances[border] = 0.0;
            }
            walk.mean(&chances)
        };
        let mut chosen: Vec<usize> = (0..mediators).collect();
        let mut best =
            Mediation { borders: chosen.clone(), expected: left(&chosen)? };
        // The next set in the order of words: the last border that can move on moves.
        let room = |chosen: &[usize], k: usize| chosen[k] < borders - mediators + k;
        while let Some(k) = (0..mediators).rev().find(|&k| room(&chosen, k)) {
            let next = chosen[k] + 1;
            for (step, border) in chosen[k..].iter_mut().enumerate() {
                *border = next + step;
            }
            let expected = left(&chosen)?;
            // Less by more than a rounding.
            if expected < best.expected - 1e-12 {
                best = Mediation { borders: chosen.clone(), expected };
            }
        }
        for idle in (0..mediators).rev() {
            let mut fewer = best.borders.clone();
            fewer.remove(idle);
            if left(&fewer)? <= best.expected + 1e-12 {
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

/// A state comes to the front.
struct Step {
    next: usize,
    /// How long the front is before.
    room: usize,
    /// Its borders with the front: the place of the neighbour, and which border.
    borders: Vec<(usize, usize)>,
    /// The places that are left behind then, the last first.
    leave: Vec<usize>,
}

/// The way through a map from where a war starts.
struct Walk {
    from: usize,
    steps: Vec<Step>,
    /// How long the front is in the end.
    left: usize,
}

/// The fronts and what lies behind each.
type Fronts<B> = Vec<(Groups, B)>;

impl Walk {
    fn mean(&self, chances: &[f64]) -> Result<f64, CrisisError> {
        let nobody = Mean { weight: 1.0, at_war: 0.0 };
        Ok(self.sum(chances, &nobody)?.at_war)
    }

    /// Over all ends, if each border is crossed with its chance.
    fn sum<B: Behind>(&self, chances: &[f64], nobody: &B) -> Result<B, CrisisError> {
        let mut fronts = vec![(1, nobody.with(self.from))];
        let mut ways = Vec::new();
        for step in &self.steps {
            fronts = step.taken_in(&fronts, chances, &mut ways);
            let mut room = step.room;
            for &place in &step.leave {
                left_behind(&mut fronts, place, room);
                room -= 1;
            }
            merge(&mut fronts, room + 1);
            if fronts.len() > FRONTS {
                return Err(CrisisError::TooWide { found: room + 1 });
            }
        }
        // Whoever is not in the first group by now never will be.
        let mut end = nobody.nothing();
        for (groups, behind) in &fronts {
            if (0..self.left).all(|place| group(*groups, place) <= 1) {
                end.take_in(behind, 1.0);
            }
        }
        Ok(end)
    }
}

impl Step {
    /// All fronts with one state more, at war or at peace.
    fn taken_in<B: Behind>(
        &self,
        fronts: &Fronts<B>,
        chances: &[f64],
        ways: &mut Vec<(Groups, f64)>,
    ) -> Fronts<B> {
        let place = self.room;
        let mut all = Vec::with_capacity(3 * fronts.len());
        for (groups, behind) in fronts {
            let (mut held, mut peace) = (1.0, 1.0);
            for &(other, border) in &self.borders {
                let holds = 1.0 - chances[border];
                *if group(*groups, other) > 0 { &mut held } else { &mut peace } *=
                    holds;
            }
            put(&mut all, *groups, behind, held);
            // At war, in a group of its own; then each border at war joins two groups
            // or not, and each border to peace was held.
            ways.clear();
            ways.push((set(*groups, place, 15), peace));
            for &(other, border) in &self.borders {
                if group(*groups, other) == 0 {
                    continue;
                }
                let chance = chances[border];
                for k in 0..ways.len() {
                    let (groups, factor) = ways[k];
                    let (here, there) = (group(groups, place), group(groups, other));
                    if here != there && chance > 0.0 {
                        ways[k].1 = factor * (1.0 - chance);
                        ways.push((
                            joined(groups, here, there, place),
                            factor * chance,
                        ));
                    }
                }
            }
            let more = behind.with(self.next);
            for &(groups, factor) in &*ways {
                put(&mut all, groups, &more, factor);
            }
        }
        all
    }
}

fn put<B: Behind>(all: &mut Fronts<B>, groups: Groups, behind: &B, factor: f64) {
    if factor > 0.0 {
        let mut part = behind.nothing();
        part.take_in(behind, factor);
        all.push((groups, part));
    }
}

/// Groups are numbered in the order in which they come, and equal fronts become one.
fn merge<B: Behind>(all: &mut Fronts<B>, places: usize) {
    for front in &mut *all {
        front.0 = numbered(front.0, places);
    }
    all.sort_by_key(|front| front.0);
    all.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1.take_in(&next.1, 1.0);
        }
        same
    });
}

/// Two groups as one.
fn joined(groups: Groups, one: u64, other: u64, last: usize) -> Groups {
    let (from, to) = (one.max(other), one.min(other));
    let each = (0..=last).filter(|&place| group(groups, place) == from);
    each.fold(groups, |groups, place| set(groups, place, to))
}

/// The same groups, numbered in the order in which they come.
fn numbered(groups: Groups, places: usize) -> Groups {
    let mut names = [0; 16];
    let mut next = 1;
    let mut renamed = 0;
    for place in 0..places {
        #[allow(clippy::cast_possible_truncation, reason = "four bits")]
        let own = group(groups, place) as usize;
        if own > 0 {
            if names[own] == 0 {
                names[own] = next;
                next += 1;
            }
            renamed = set(renamed, place, names[own]);
        }
    }
    renamed
}

/// Takes a place out of all fronts. A group that has lost its last place hangs on
/// nothing any more, and nobody can be at war for no reason.
fn left_behind<B: Behind>(fronts: &mut Fronts<B>, place: usize, places: usize) {
    fronts.retain_mut(|(groups, _)| {
        let gone = group(*groups, place);
        let low = *groups & ((1 << (4 * place)) - 1);
        let high = if place < 15 { *groups >> (4 * (place + 1)) } else { 0 };
        let rest = low | high << (4 * place);
        *groups = rest;
        gone == 0 || (0..places).any(|place| group(rest, place) == gone)
    });
}
