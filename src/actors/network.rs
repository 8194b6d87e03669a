//! A network of missions, and who stands where in it.

use num_traits::Num;
use serde::Serialize;

use super::{ActorsError, counted, passing};
use crate::exact::Exact;
use crate::words::words;

words! {
    /// When two states count as tied.
    Tie: "a tie" {
        /// Where one has a mission at the other.
        Either = "one way or both",
        /// Where each has one at the other.
        Both = "both ways",
    }
}

/// Heads of mission, each of a sender at a host.
///
/// ```
/// use demarche::actors::{Missions, Tie};
/// // Three send to the fourth, which sends to one.
/// let missions = Missions::new(4, &[[0, 3], [1, 3], [2, 3], [3, 0]])?;
/// assert_eq!((missions.hosted(3), missions.sent(3)), (3, 1));
/// assert_eq!(missions.graph(Tie::Either).betweenness()[3], 3.0);
/// assert_eq!(missions.graph(Tie::Both).ties(), 1);
/// # Ok::<(), demarche::actors::ActorsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Missions {
    states: usize,
    missions: Vec<[usize; 2]>,
}

by_name!(
    Missions { states: usize, missions: Vec<[usize; 2]> }
    => Self::new(states, &missions)
);

impl Missions {
    /// The most states: among more the shortest ways of a pair may be too many for a
    /// number, 3 to the power of a third of the states.
    pub const MOST: usize = 1_900;

    /// So many states and these missions, each a sender and a host.
    ///
    /// # Errors
    /// Without a state or with more than 1900, for an embassy to oneself, an envoy to no
    /// one, and a mission that is there twice.
    pub fn new(states: usize, missions: &[[usize; 2]]) -> Result<Self, ActorsError> {
        counted("states", (1, Self::MOST), states)?;
        let mut sorted = missions.to_vec();
        sorted.sort_unstable();
        for &[sender, host] in &sorted {
            if let Some(&found) =
                [sender, host].iter().find(|&&state| state >= states)
            {
                return Err(ActorsError::NoSuchState { last: states - 1, found });
            }
            if sender == host {
                return Err(ActorsError::ToItself { state: sender });
            }
        }
        if let Some(two) = sorted.windows(2).find(|two| two[0] == two[1]) {
            let [sender, host] = two[0];
            return Err(ActorsError::Again { sender, host });
        }
        Ok(Self { states, missions: sorted })
    }

    /// How many states there are.
    pub const fn states(&self) -> usize {
        self.states
    }

    /// The missions, sender and host, in order.
    pub fn missions(&self) -> &[[usize; 2]] {
        &self.missions
    }

    /// How many heads of mission a state hosts: its standing, as counted since
    /// Singer and Small.
    pub fn hosted(&self, state: usize) -> usize {
        self.missions.iter().filter(|[_, host]| *host == state).count()
    }

    /// How many it sends.
    pub fn sent(&self, state: usize) -> usize {
        self.missions.iter().filter(|[sender, _]| *sender == state).count()
    }

    /// Which part of the missions is answered by one the other way; 0 without missions.
    pub fn answered(&self) -> f64 {
        let answered =
            |&&[a, b]: &&[usize; 2]| self.missions.binary_search(&[b, a]).is_ok();
        let count = self.missions.iter().filter(answered).count();
        count as f64 / self.missions.len().max(1) as f64
    }

    /// The same with one mission more, or without it if it is there.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn toggled(&self, mission: [usize; 2]) -> Result<Self, ActorsError> {
        let mut missions = self.missions.clone();
        match missions.iter().position(|known| *known == mission) {
            Some(at) => drop(missions.remove(at)),
            None => missions.push(mission),
        }
        Self::new(self.states, &missions)
    }

    /// Who is tied to whom.
    pub fn graph(&self, tie: Tie) -> Graph {
        let mut neighbours = vec![Vec::new(); self.states];
        for &[a, b] in &self.missions {
            let answered = self.missions.binary_search(&[b, a]).is_ok();
            let counts = match tie {
                Tie::Either => !answered || a < b,
                Tie::Both => answered && a < b,
            };
            if counts {
                neighbours[a].push(b);
                neighbours[b].push(a);
            }
        }
        Graph { neighbours }
    }
}

/// States and ties without direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    neighbours: Vec<Vec<usize>>,
}

impl Graph {
    /// How many states there are.
    pub const fn states(&self) -> usize {
        self.neighbours.len()
    }

    /// How many ties there are.
    pub fn ties(&self) -> usize {
        self.neighbours.iter().map(Vec::len).sum::<usize>() / 2
    }

    /// How many ties a state has.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn degree(&self, state: usize) -> usize {
        self.neighbours[state].len()
    }

    /// How many hands a message needs from one state to every other: 1 for a neighbour;
    /// `None` where there is no way.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn distances(&self, from: usize) -> Vec<Option<u32>> {
        let mut distance = vec![None; self.states()];
        distance[from] = Some(0);
        let mut queue = vec![from];
        let mut at = 0;
        while let Some(&state) = queue.get(at) {
            at += 1;
            let next = distance[state].map(|steps: u32| steps + 1);
            for &other in &self.neighbours[state] {
                if distance[other].is_none() {
                    distance[other] = next;
                    queue.push(other);
                }
            }
        }
        distance
    }

    /// How many other states one reaches within so many steps.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn reach(&self, state: usize, steps: u32) -> usize {
        let near = |distance: &Option<u32>| distance.is_some_and(|d| d <= steps);
        self.distances(state).iter().filter(|d| near(d)).count() - 1
    }

    /// How many pairs are within so many steps of each other.
    pub fn pairs_within(&self, steps: u32) -> usize {
        (0..self.states()).map(|state| self.reach(state, steps)).sum::<usize>() / 2
    }

    /// One over the mean distance to the others; `None` where one cannot be reached, or
    /// there is none.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn closeness(&self, state: usize) -> Option<f64> {
        let all: Option<Vec<u32>> = self.distances(state).into_iter().collect();
        let sum: u32 = all?.into_iter().sum();
        (sum > 0).then(|| (self.states() - 1) as f64 / f64::from(sum))
    }

    /// How far the ties come together in one state, from 0 where all have as many to 1 for
    /// a star (Freeman-1977). `None` with fewer than three states.
    pub fn centralisation(&self) -> Option<f64> {
        let n = self.states();
        let degrees = self.neighbours.iter().map(Vec::len);
        let most = degrees.clone().max()?;
        let short: usize = degrees.map(|degree| most - degree).sum();
        (n > 2).then(|| short as f64 / ((n - 1) * (n - 2)) as f64)
    }

    /// How much passes through each state: the sum over all other pairs of the part of
    /// their shortest ways on which it lies (Freeman-1977), by Brandes-2001.
    pub fn betweenness(&self) -> Vec<f64> {
        // Where a state has fewer ties than a set of states has words, lists are shorter.
        let n = self.states();
        if 2 * self.ties() > n * n.div_ceil(64) {
            return self.passing();
        }
        let through = passing::from_both_ends(&self.neighbours);
        through.into_iter().map(|sum| sum / 2.0).collect()
    }

    /// The same as exact ratios, for networks to be read by eye.
    pub fn betweenness_exactly(&self) -> Vec<Exact> {
        self.passing()
    }

    /// From every state outwards level by level, and back. A level is a set of bits. A
    /// state with more ties than a set has words looks at all its ties at once.
    fn passing<T: Num + Clone>(&self) -> Vec<T> {
        let n = self.states();
        let words = n.div_ceil(64);
        let mut rows = vec![0_u64; n * words];
        for (state, own) in self.neighbours.iter().enumerate() {
            for &other in own {
                insert(&mut rows[state * words..], other);
            }
        }
        let row = |state: usize| &rows[state * words..(state + 1) * words];
        let many = |state: usize| self.neighbours[state].len() > words;
        let tied_within =
            |state: usize, level: &[u64], visit: &mut dyn FnMut(usize)| {
                if many(state) {
                    common(level, row(state)).for_each(visit);
                } else {
                    let own = self.neighbours[state].iter().copied();
                    own.filter(|&other| contains(level, other)).for_each(visit);
                }
            };
        let mut through = vec![T::zero(); n];
        // In how many ways, and how much of what lies beyond passes.
        let mut ways = vec![T::zero(); n];
        let mut beyond = vec![T::zero(); n];
        let mut unseen = vec![0_u64; words];
        // The levels one after the other, each as wide as a row.
        let mut levels: Vec<u64> = Vec::new();
        for from in 0..n {
            beyond.fill(T::zero());
            unseen.fill(u64::MAX);
            remove(&mut unseen, from);
            levels.clear();
            levels.resize(words, 0);
            insert(&mut levels, from);
            ways[from] = T::one();
            loop {
                let start = levels.len() - words;
                levels.resize(start + 2 * words, 0);
                let (before, next) = levels[start..].split_at_mut(words);
                for state in bits(before) {
                    if many(state) {
                        let row = next.iter_mut().zip(row(state)).zip(&unseen);
                        row.for_each(|((next, own), unseen)| *next |= own & unseen);
                    } else {
                        tied_within(state, &unseen, &mut |other| {
                            insert(next, other);
                        });
                    }
                }
                let mut any = 0;
                for (unseen, next) in unseen.iter_mut().zip(&*next) {
                    *unseen &= !next;
                    any |= next;
                }
                if any == 0 {
                    levels.truncate(start + words);
                    break;
                }
                for state in bits(next) {
                    let mut sum = T::zero();
                    tied_within(state, before, &mut |other| {
                        sum = sum.clone() + ways[other].clone();
                    });
                    ways[state] = sum;
                }
            }
            for start in (words..levels.len()).step_by(words).rev() {
                let (before, level) = levels[start - words..].split_at(words);
                for state in bits(&level[..words]) {
                    let each =
                        (T::one() + beyond[state].clone()) / ways[state].clone();
                    tied_within(state, before, &mut |other| {
                        let part = ways[other].clone() * each.clone();
                        beyond[other] = beyond[other].clone() + part;
                    });
                    through[state] = through[state].clone() + beyond[state].clone();
                }
            }
        }
        // Each pair was counted from both ends.
        let two = T::one() + T::one();
        through.into_iter().map(|sum| sum / two.clone()).collect()
    }

    /// The same with all ties of one state cut: a capital that closes.
    ///
    /// # Panics
    /// When there is no such state.
    #[must_use]
    pub fn without(&self, state: usize) -> Self {
        let mut neighbours = self.neighbours.clone();
        neighbours[state].clear();
        for own in &mut neighbours {
            own.retain(|&other| other != state);
        }
        Self { neighbours }
    }
}

fn insert(set: &mut [u64], member: usize) {
    set[member / 64] |= 1 << (member % 64);
}

fn remove(set: &mut [u64], member: usize) {
    set[member / 64] &= !(1 << (member % 64));
}

const fn contains(set: &[u64], member: usize) -> bool {
    set[member / 64] >> (member % 64) & 1 == 1
}

/// The members of a set of bits.
fn bits(set: &[u64]) -> impl Iterator<Item = usize> {
    common(set, set)
}

/// The members of both of two sets of bits.
fn common(one: &[u64], other: &[u64]) -> impl Iterator<Item = usize> {
    one.iter().zip(other).enumerate().flat_map(|(word, (one, other))| {
        let mut left = one & other;
        core::iter::from_fn(move || {
            let at = left.trailing_zeros() as usize;
            (left != 0).then(|| {
                left &= left - 1;
                word * 64 + at
            })
        })
    })
}
