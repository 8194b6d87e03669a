//! Signed graphs: friends, rivals, and whether they fit together.

use serde::{Deserialize, Serialize};

use super::{Alignment, AlignmentError};
use crate::graph::search::{self, Weights};

/// What ties two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// An alliance or cooperation in force: +1.
    Friends,
    /// A feud, a broken tie, a coded rivalry: −1.
    Rivals,
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
/// use demarche::alignment::{Alignment, Sign::*, SignedGraph};
/// // My enemy's enemy: 1 and 2 both feud with 0, and are friends.
/// let mut graph =
///     SignedGraph::new(3, &[(0, 1, Rivals), (0, 2, Rivals), (1, 2, Friends)])?;
/// assert_eq!(graph.balance(), Some(Alignment::of_side(3, &[0])));
/// graph.set(1, 2, Some(Rivals));
/// assert_eq!(graph.balance(), None);
/// assert_eq!(graph.frustration().found, 1);
/// # Ok::<(), demarche::alignment::AlignmentError>(())
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
    pub(super) const fn room_for(states: usize) -> Result<(), AlignmentError> {
        match states {
            0 => Err(AlignmentError::NoState),
            1..=Self::MOST_STATES => Ok(()),
            found => Err(AlignmentError::TooMany {
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
    ) -> Result<Self, AlignmentError> {
        Self::room_for(states)?;
        let mut graph = Self { states, signs: vec![0; states * states] };
        for &(a, b, sign) in ties {
            if let Some(&found) = [a, b].iter().find(|&&end| end >= states) {
                return Err(AlignmentError::NoSuchState { states, found });
            }
            if a == b {
                return Err(AlignmentError::TieWithItself(format!("state {a}")));
            }
            if graph.tie(a, b).is_some() {
                let [a, b] = [a, b].map(|end| format!("state {end}"));
                return Err(AlignmentError::TiedTwice(a, b));
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
            let friends = sides.together(a, b);
            graph.set(
                a,
                b,
                Some(if friends { Sign::Friends } else { Sign::Rivals }),
            );
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
        let n = self.states;
        (0..n).flat_map(move |a| (a + 1..n).map(move |b| (a, b)))
    }

    /// All ties (a, b, sign) with a below b, in order.
    pub fn ties(&self) -> impl Iterator<Item = (usize, usize, Sign)> + '_ {
        self.pairs().filter_map(|(a, b)| self.tie(a, b).map(|sign| (a, b, sign)))
    }

    /// The closed triads: three states with a tie between every two of them.
    pub fn triads(&self) -> impl Iterator<Item = [usize; 3]> + '_ {
        self.pairs().flat_map(move |(a, b)| {
            let third = b + 1..self.states;
            third.map(move |c| [a, b, c]).filter(|&[a, b, c]| {
                self.sign(a, b) * self.sign(b, c) * self.sign(a, c) != 0
            })
        })
    }

    /// Whether a closed triad is balanced: an even number of rivalries in it.
    ///
    /// # Panics
    /// When one of the three is no state.
    pub fn triad_is_balanced(&self, [a, b, c]: [usize; 3]) -> bool {
        self.sign(a, b) * self.sign(b, c) * self.sign(a, c) > 0
    }

    /// Counts the closed triads by balance.
    pub fn census(&self) -> TriadCensus {
        let mut census = TriadCensus { balanced: 0, unbalanced: 0 };
        for triad in self.triads() {
            if self.triad_is_balanced(triad) {
                census.balanced += 1;
            } else {
                census.unbalanced += 1;
            }
        }
        census
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

    /// The ties that an alignment frustrates: friends apart, rivals together.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn frustrated(&self, sides: &Alignment) -> Vec<(usize, usize)> {
        let wrong = |&(a, b, sign): &(usize, usize, Sign)| {
            sides.together(a, b) != (sign == Sign::Friends)
        };
        self.ties().filter(wrong).map(|(a, b, _)| (a, b)).collect()
    }

    /// The frustration index with proof: the least number of ties whose turning
    /// balances the graph (the line index of balance, Harary-1959), and the
    /// alignments that reach it, at most 65 536 of them.
    ///
    /// Exact by branch and bound. Finding it is hard in general: 24 states with
    /// ties at random take a fraction of a millisecond, 64 a second or so, and from
    /// there on it soon takes for ever; see [`Self::frustration_within`].
    pub fn frustration(&self) -> Frustration {
        self.frustration_within(u64::MAX)
    }

    /// As [`Self::frustration`], with at most so many placements of one state. When
    /// they run out, the answer is the best of a tabu search and says so: `found`
    /// is reached by the alignment given, nothing below `at_least` is possible, and
    /// what lies between is open.
    ///
    /// ```
    /// use demarche::alignment::{Sign::Rivals, SignedGraph};
    /// // Four mutual rivals: two pairs of strange bedfellows are the least.
    /// let ties = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
    /// let ties = ties.map(|(a, b)| (a, b, Rivals));
    /// let graph = SignedGraph::new(4, &ties)?;
    /// let exact = graph.frustration();
    /// assert_eq!((exact.found, exact.is_proven(), exact.alignments.len()), (2, true, 3));
    /// assert!(!graph.frustration_within(3).is_proven());
    /// # Ok::<(), demarche::alignment::AlignmentError>(())
    /// ```
    pub fn frustration_within(&self, placements: u64) -> Frustration {
        let units = self.signs.iter().map(|&sign| i64::from(sign)).collect();
        let weights = Weights::new(self.states, units);
        let best = search::best(&weights, placements, LISTED);
        // Friends apart count 1 each, rivals apart undo the 1 they start with.
        let rivalries = self.ties().filter(|tie| tie.2 == Sign::Rivals).count();
        let count = |energy: i64| {
            let found = i64::try_from(rivalries).unwrap_or(i64::MAX) + energy;
            usize::try_from(found).unwrap_or(0)
        };
        Frustration {
            found: count(best.energy),
            at_least: count(best.at_least),
            alignments: best.found.into_iter().map(Alignment::new).collect(),
        }
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

    /// The way by single turned ties to another graph on the same ties that keeps
    /// the greatest number of unbalanced triads met on the way least.
    ///
    /// # Errors
    /// When the two differ in their states or in which pairs are tied, or more than
    /// 20 ties differ.
    pub fn reversal(&self, to: &Self) -> Result<Reversal, AlignmentError> {
        let same_ties = self.states == to.states
            && self.signs.iter().zip(&to.signs).all(|(a, b)| a.abs() == b.abs());
        if !same_ties {
            return Err(AlignmentError::DifferentTies);
        }
        let differ = self.pairs().filter(|&(a, b)| self.sign(a, b) != to.sign(a, b));
        let ties: Vec<(usize, usize)> = differ.collect();
        if ties.len() > 20 {
            return Err(AlignmentError::TooMany {
                what: "ties that turn in a reversal",
                limit: 20,
                found: ties.len(),
            });
        }
        let mut graph = self.clone();
        let unbalanced: Vec<usize> = (0..1_usize << ties.len())
            .map(|turned| {
                for (bit, &(a, b)) in ties.iter().enumerate() {
                    let sign = if turned >> bit & 1 == 1 { to } else { self };
                    graph.set(a, b, sign.tie(a, b));
                }
                graph.census().unbalanced
            })
            .collect();
        Ok(Reversal::over(ties, &unbalanced))
    }

    pub(super) fn sign(&self, a: usize, b: usize) -> i8 {
        self.signs[a * self.states + b]
    }
}

/// How many alignments a search lists at most.
pub(super) const LISTED: usize = 65_536;

/// How many closed triads are balanced and how many are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TriadCensus {
    /// Triads with an even number of rivalries.
    pub balanced: usize,
    /// Triads with one rivalry or three.
    pub unbalanced: usize,
}

impl TriadCensus {
    /// All closed triads.
    pub fn closed(self) -> usize {
        self.balanced + self.unbalanced
    }

    /// The energy U of Marvel-2009: unbalanced minus balanced
    /// over all, from −1 (balanced) to 1; `None` without a closed triad.
    pub fn energy(self) -> Option<f64> {
        let closed = self.closed();
        let excess = self.unbalanced as f64 - self.balanced as f64;
        (closed > 0).then(|| excess / closed as f64)
    }
}

/// The frustration index, or how far the search for it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frustration {
    /// The least number of frustrated ties found.
    pub found: usize,
    /// No alignment has fewer than this.
    pub at_least: usize,
    /// Alignments that reach `found`; all of them if proven and below 65 536.
    pub alignments: Vec<Alignment>,
}

impl Frustration {
    /// Whether what was found is the least there is.
    pub fn is_proven(&self) -> bool {
        self.found == self.at_least
    }
}

/// Every order in which a set of ties can turn, one tie at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    /// The ties that turn.
    pub ties: Vec<(usize, usize)>,
    /// The barrier: the fewest unbalanced triads that every order must pass through
    /// at its worst moment.
    pub peak: usize,
    /// How many of the orders reach that peak and no more.
    pub best_orders: u64,
    /// How many orders there are: k! for k ties.
    pub orders: u64,
}

impl Reversal {
    /// Counts orders over subsets of turned ties, for each height of the peak.
    fn over(ties: Vec<(usize, usize)>, unbalanced: &[usize]) -> Self {
        let orders_below = |peak: usize| {
            let mut ways = vec![0_u64; unbalanced.len()];
            ways[0] = 1;
            for turned in 0..ways.len() {
                if unbalanced[turned] > peak {
                    ways[turned] = 0;
                }
                for bit in 0..ties.len() {
                    if turned >> bit & 1 == 0 {
                        ways[turned | 1 << bit] += ways[turned];
                    }
                }
            }
            ways[ways.len() - 1]
        };
        let most = unbalanced.iter().copied().max().unwrap_or(0);
        let ends = unbalanced[0].max(unbalanced[unbalanced.len() - 1]);
        let peak =
            (ends..=most).find(|&peak| orders_below(peak) > 0).unwrap_or(most);
        Self {
            peak,
            best_orders: orders_below(peak),
            orders: (1..=ties.len() as u64).product(),
            ties,
        }
    }
}
