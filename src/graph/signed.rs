//! Signed graphs: friends, rivals, and whether they fit together.

use super::{Alignment, GraphError};
use crate::words::words;

words! {
    /// What ties two states.
    Sign: "a tie" {
        /// An alliance or cooperation in force: +1.
        Friends,
        /// A feud, a broken tie, a coded rivalry: −1.
        Rivals,
    }
}

impl Sign {
    /// +1 for friends, −1 for rivals.
    pub const fn value(self) -> i64 {
        match self {
            Self::Friends => 1,
            Self::Rivals => -1,
        }
    }

    /// The other sign.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Friends => Self::Rivals,
            Self::Rivals => Self::Friends,
        }
    }
}

/// States, and for some pairs a [`Sign`].
///
/// Balanced means that every closed ring of ties holds an even number of rivalries,
/// which is the same as two sides with friends inside and rivals across (the
/// structure theorem, Harary-1953).
///
/// ```
/// use demarche::graph::{Alignment, Sign::*, SignedGraph};
/// // My enemy's enemy: 1 and 2 both feud with 0, and are friends.
/// let mut graph =
///     SignedGraph::new(3, &[(0, 1, Rivals), (0, 2, Rivals), (1, 2, Friends)])?;
/// assert_eq!(graph.balance(), Some(Alignment::of_side(3, &[0])));
/// graph.set(1, 2, Some(Rivals));
/// assert_eq!(graph.balance(), None);
/// assert_eq!(graph.frustration().found, 1);
/// # Ok::<(), demarche::graph::GraphError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SignedGraph {
    states: usize,
    /// +1, −1 or 0 for every ordered pair; symmetric, with 0 on the diagonal.
    signs: Vec<i8>,
}

impl SignedGraph {
    /// The most states that a table of all pairs is kept for.
    pub const MOST_STATES: usize = 10_000;

    /// Whether a table of all pairs of so many states can be kept.
    pub(crate) const fn room_for(states: usize) -> Result<(), GraphError> {
        match states {
            0 => Err(GraphError::NoState),
            1..=Self::MOST_STATES => Ok(()),
            found => Err(GraphError::TooMany {
                what: "states for a table of all pairs",
                limit: Self::MOST_STATES,
                found,
            }),
        }
    }

    /// From ties between states numbered from 0.
    ///
    /// # Errors
    /// When there is no state or more than [`MOST_STATES`](Self::MOST_STATES), a tie
    /// names no state, joins a state to itself, or comes twice.
    pub fn new(
        states: usize,
        ties: &[(usize, usize, Sign)],
    ) -> Result<Self, GraphError> {
        Self::room_for(states)?;
        let mut graph = Self { states, signs: vec![0; states * states] };
        for &(a, b, sign) in ties {
            if let Some(&found) = [a, b].iter().find(|&&end| end >= states) {
                return Err(GraphError::NoSuchState { states, found });
            }
            if a == b {
                return Err(GraphError::TieWithItself { state: a });
            }
            if graph.tie(a, b).is_some() {
                return Err(GraphError::TiedTwice { a, b });
            }
            graph.set(a, b, Some(sign));
        }
        Ok(graph)
    }

    /// Every pair tied: friends within a side of the alignment, rivals across.
    pub fn of_sides(sides: &Alignment) -> Self {
        let states = sides.states();
        let mut graph = Self { states, signs: vec![0; states * states] };
        for (a, b) in graph.pairs() {
            let together = sides.together(a, b);
            let sign = if together { Sign::Friends } else { Sign::Rivals };
            graph.set(a, b, Some(sign));
        }
        graph
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.states
    }

    /// What ties two states, if anything does.
    ///
    /// # Panics
    /// When one of them is no state.
    pub fn tie(&self, a: usize, b: usize) -> Option<Sign> {
        match self.sign(a, b) {
            0 => None,
            1 => Some(Sign::Friends),
            _ => Some(Sign::Rivals),
        }
    }

    /// Ties two states anew, or unties them.
    ///
    /// # Panics
    /// When one of them is no state, or both are the same.
    #[allow(clippy::cast_possible_truncation, reason = "±1 and 0")]
    pub fn set(&mut self, a: usize, b: usize, tie: Option<Sign>) {
        assert!(a != b, "a state has no tie with itself");
        let sign = tie.map_or(0, |sign| sign.value() as i8);
        assert!(a < self.states && b < self.states, "both ends are states");
        self.signs[a * self.states + b] = sign;
        self.signs[b * self.states + a] = sign;
    }

    /// All pairs (a, b) with a below b, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        super::weights::pairs(self.states)
    }

    /// All ties (a, b, sign) with a below b, in order.
    pub fn ties(&self) -> impl Iterator<Item = (usize, usize, Sign)> + '_ {
        self.pairs().filter_map(|(a, b)| self.tie(a, b).map(|sign| (a, b, sign)))
    }

    /// Two sides with friends inside and rivals across, if the graph is balanced.
    /// States that no chain of ties joins may stand either way; one way is given.
    pub fn balance(&self) -> Option<Alignment> {
        let (side, _) = self.sides_and_parts();
        let fits = |(a, b, sign): (usize, usize, Sign)| {
            (side[a] == side[b]) == (sign == Sign::Friends)
        };
        self.ties().all(fits).then(|| Alignment::new(side))
    }

    /// How many parts the ties join the states into.
    pub fn components(&self) -> usize {
        let (_, part) = self.sides_and_parts();
        part.into_iter().max().map_or(0, |last| last + 1)
    }

    /// Walks the ties from each part's first state, a rivalry crossing over: the
    /// side of every state and the number of its part.
    fn sides_and_parts(&self) -> (Vec<bool>, Vec<usize>) {
        let mut found = vec![None; self.states];
        let mut parts = 0;
        for start in 0..self.states {
            if found[start].is_some() {
                continue;
            }
            found[start] = Some((false, parts));
            let mut open = vec![(start, false)];
            while let Some((at, here)) = open.pop() {
                for (next, place) in found.iter_mut().enumerate() {
                    if let Some(sign) = self.tie(at, next)
                        && place.is_none()
                    {
                        let there = here ^ (sign == Sign::Rivals);
                        *place = Some((there, parts));
                        open.push((next, there));
                    }
                }
            }
            parts += 1;
        }
        found.into_iter().flatten().unzip()
    }

    /// All balanced ways to give every pair a sign that keep the ties there are:
    /// 2^(parts − 1) of them, each named by its two sides, the one that
    /// [`Self::balance`] gives first; none when the ties are unbalanced already.
    ///
    /// ```
    /// use demarche::alignment::courts;
    /// // What no court would give up in 1756 leaves two balanced Europes.
    /// assert_eq!(courts::feuds().balanced_completions().len(), 2);
    /// ```
    ///
    /// # Panics
    /// When the ties leave more than 17 parts, which is more than 65 536 ways.
    pub fn balanced_completions(&self) -> Vec<Alignment> {
        if self.balance().is_none() {
            return Vec::new();
        }
        let (side, part) = self.sides_and_parts();
        let parts = self.components();
        assert!(parts <= 17, "more than 2^16 completions are too many to list");
        let turned = (0..1_u32 << (parts - 1)).map(|code| {
            let sides = side.iter().zip(&part);
            // The first part stays: turning all parts turns nothing.
            let turn = |p: usize| p > 0 && code >> (p - 1) & 1 == 1;
            Alignment::new(sides.map(|(&side, &p)| side ^ turn(p)).collect())
        });
        turned.collect()
    }

    /// Turns every tie between one side of an alignment and the other. Balance,
    /// frustration and every triad's sign stay as they are.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn switch(&mut self, sides: &Alignment) {
        for (a, b) in self.pairs() {
            if !sides.together(a, b) {
                self.turn(a, b);
            }
        }
    }

    /// Turns one tie from friends to rivals or back; no tie stays none.
    ///
    /// # Panics
    /// When one of them is no state, or both are the same.
    pub fn turn(&mut self, a: usize, b: usize) {
        self.set(a, b, self.tie(a, b).map(Sign::turned));
    }

    /// +1, −1 or 0 for every ordered pair, row after row.
    pub(super) fn units(&self) -> Vec<i64> {
        self.signs.iter().map(|&sign| i64::from(sign)).collect()
    }

    pub(super) fn sign(&self, a: usize, b: usize) -> i8 {
        self.signs[a * self.states + b]
    }
}
