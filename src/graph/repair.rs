//! Repair by single ties, and the systems it cannot repair.

use serde::Serialize;

use super::{GraphError, Sign, SignedGraph};
use crate::chance::{Rng, below, happens};
use crate::numbers::Probability;

/// What one step of a repair did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repair {
    /// This tie was turned.
    Turned(usize, usize),
    /// The step was drawn and refused.
    Refused,
    /// Every triad is balanced: there is nothing left to do.
    Balanced,
}

impl SignedGraph {
    /// In how many unbalanced triads the tie of two states lies.
    ///
    /// # Panics
    /// When one of them is no state.
    pub fn strain(&self, a: usize, b: usize) -> usize {
        let third = (0..self.states()).filter(|&c| c != a && c != b);
        let product = |c| self.sign(a, b) * self.sign(b, c) * self.sign(a, c);
        third.filter(|&c| product(c) < 0).count()
    }

    /// How many closed triads the tie of two states lies in.
    fn closed_at(&self, a: usize, b: usize) -> usize {
        let closes = |&c: &usize| self.sign(b, c) * self.sign(a, c) != 0;
        let closed = (0..self.states()).filter(closes).count();
        if self.tie(a, b).is_some() { closed } else { 0 }
    }

    /// Whether the system is jammed: not balanced, and turning any one tie leaves
    /// more unbalanced triads than before. Each tie then lies in fewer unbalanced
    /// triads than balanced ones (Antal-2005).
    ///
    /// ```
    /// use demarche::graph::{Alignment, Sign::*, SignedGraph};
    /// // Three blocs of three, friends within and rivals across.
    /// let mut graph = SignedGraph::of_sides(&Alignment::of_side(9, &[0, 1, 2]));
    /// for (a, b) in graph.pairs() {
    ///     graph.set(a, b, Some(if a / 3 == b / 3 { Friends } else { Rivals }));
    /// }
    /// assert!(graph.is_jammed());
    /// ```
    pub fn is_jammed(&self) -> bool {
        let worse = |(a, b, _)| 2 * self.strain(a, b) < self.closed_at(a, b);
        self.census().unbalanced > 0 && self.ties().all(worse)
    }

    /// One step of local triad dynamics (Antal-2005): an unbalanced triad drawn at
    /// random is balanced by one tie. Three rivals make one friendship; in a triad
    /// with one rivalry it is that rivalry, with probability `p`, that turns, and
    /// otherwise one of the two friendships. Other triads are nobody's concern.
    pub fn repair_locally(&mut self, p: Probability, rng: &mut impl Rng) -> Repair {
        let Some(triad) = self.some_unbalanced(rng) else {
            return Repair::Balanced;
        };
        let sides = [0, 1, 2].map(|i| (triad[i], triad[(i + 1) % 3]));
        let is_rival =
            |&(a, b): &(usize, usize)| self.tie(a, b) == Some(Sign::Rivals);
        let rivals: Vec<_> = sides.iter().copied().filter(is_rival).collect();
        let (a, b) = match rivals[..] {
            [rivalry] if happens(rng, p) => rivalry,
            [rivalry] => {
                let friends: Vec<_> =
                    sides.iter().filter(|&&side| side != rivalry).collect();
                *friends[drawn(rng, 2)]
            }
            _ => sides[drawn(rng, 3)],
        };
        self.turn(a, b);
        Repair::Turned(a, b)
    }

    /// One step of constrained triad dynamics (Antal-2005): a tie drawn at random
    /// turns if that leaves fewer unbalanced triads, turns at even odds if it leaves
    /// as many, and stays otherwise. A balanced system refuses every turn; so does
    /// a jammed one (see [`jammed_systems`]), and the rule cannot tell them apart.
    ///
    /// # Panics
    /// When there are fewer than two states.
    pub fn repair_globally(&mut self, rng: &mut impl Rng) -> Repair {
        let n = self.states();
        let a = drawn(rng, n);
        let b = (a + 1 + drawn(rng, n - 1)) % n;
        let (twice, closed) = (2 * self.strain(a, b), self.closed_at(a, b));
        if twice > closed || twice == closed && closed > 0 && below(rng, 2) == 0 {
            self.turn(a, b);
            return Repair::Turned(a, b);
        }
        Repair::Refused
    }

    /// Draws triads until one is unbalanced; whether any is gets asked only after many
    /// misses, since counting costs more than a draw.
    fn some_unbalanced(&self, rng: &mut impl Rng) -> Option<[usize; 3]> {
        let n = self.states();
        if n < 3 {
            return None;
        }
        loop {
            for _ in 0..n * n {
                let a = drawn(rng, n);
                let b = (a + 1 + drawn(rng, n - 1)) % n;
                let c = drawn(rng, n);
                if self.sign(a, b) * self.sign(b, c) * self.sign(a, c) < 0 {
                    return Some([a, b, c]);
                }
            }
            if self.census().unbalanced == 0 {
                return None;
            }
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "below a length")]
fn drawn(rng: &mut impl Rng, bound: usize) -> usize {
    below(rng, bound as u64) as usize
}

/// The share of friendships at which local repair settles down in a large system:
/// 1 / (1 + √(3 (1 − 2p))) for p up to 1/2, and 1 from there on (Antal-2005).
///
/// ```
/// use demarche::graph::quiet_density;
/// use demarche::numbers::Probability;
/// let third = Probability::new(1.0 / 3.0)?;
/// assert!((quiet_density(third).value() - 0.5).abs() < 1e-12);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
///
/// # Panics
/// Never: the formula stays between 0 and 1.
pub fn quiet_density(p: Probability) -> Probability {
    let rest = (1.0 - 2.0 * p.value()).max(0.0);
    Probability::new(1.0 / (1.0 + (3.0 * rest).sqrt())).expect("between 0 and 1")
}

/// Every jammed system of n states, up to switching: each is given once, with state
/// 0 a friend of all. Turning all ties of one state keeps a system jammed, so the
/// full number is 2ⁿ⁻¹ times as many.
///
/// Exhaustive, by branch and bound: row after row, and back as soon as a tie lies in
/// too many unbalanced triads.
///
/// ```
/// use demarche::graph::jammed_systems;
/// assert!(jammed_systems(6)?.is_empty());
/// # Ok::<(), demarche::graph::GraphError>(())
/// ```
///
/// # Errors
/// When there is no state, or there are more than 10.
pub fn jammed_systems(states: usize) -> Result<Vec<SignedGraph>, GraphError> {
    if states > 10 {
        return Err(GraphError::TooMany {
            what: "states for the list of jammed systems",
            limit: 10,
            found: states,
        });
    }
    let mut graph = SignedGraph::new(states, &[])?;
    for other in 1..states {
        graph.set(0, other, Some(Sign::Friends));
    }
    let mut strain = vec![0; states * states];
    let mut found = Vec::new();
    place_row(&mut graph, &mut strain, (1, 2), &mut found);
    Ok(found)
}

/// Gives the pair (a, b) either sign and goes on to the next, column after column.
fn place_row(
    graph: &mut SignedGraph,
    strain: &mut [usize],
    (a, b): (usize, usize),
    found: &mut Vec<SignedGraph>,
) {
    let n = graph.states();
    if b >= n {
        if graph.balance().is_none() {
            found.push(graph.clone());
        }
        return;
    }
    let next = if a + 1 < b { (a + 1, b) } else { (1, b + 1) };
    for sign in [Sign::Friends, Sign::Rivals] {
        graph.set(a, b, Some(sign));
        // The triads that this pair closes: with every state before a.
        let bad: Vec<usize> =
            (0..a).filter(|&c| !graph.triad_is_balanced([c, a, b])).collect();
        let pairs = bad.iter().flat_map(|&c| [c * n + a, c * n + b, a * n + b]);
        let pairs: Vec<usize> = pairs.collect();
        for &pair in &pairs {
            strain[pair] += 1;
        }
        if pairs.iter().all(|&pair| 2 * strain[pair] + 2 < n) {
            place_row(graph, strain, next, found);
        }
        for &pair in &pairs {
            strain[pair] -= 1;
        }
    }
    graph.set(a, b, None);
}
