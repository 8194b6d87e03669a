//! How far a graph is from two sides.

use serde::Serialize;

#[cfg(not(feature = "tables"))]
use super::search;
use super::search::LISTED;
#[cfg(feature = "tables")]
use super::sparse;
use super::weights::Weights;
use super::{Alignment, Sign, SignedGraph};

impl SignedGraph {
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
    /// there on it soon takes for ever; see [`Self::frustration_within`]. Where ties
    /// are few, states may be many: 150 with four ties each take a fifth of a second,
    /// 200 some seconds, in up to 128 MB of tables (by the feature `tables`).
    pub fn frustration(&self) -> Frustration {
        self.frustration_within(u64::MAX)
    }

    /// As [`Self::frustration`], with at most so many placements of one state or looks
    /// into a table. When they run out, the answer is the best that was found and says
    /// so: `found` is reached by the alignment given, nothing below `at_least` is
    /// possible, and what lies between is open.
    ///
    /// ```
    /// use demarche::graph::{Sign::Rivals, SignedGraph};
    /// // Four mutual rivals: two pairs of strange bedfellows are the least.
    /// let ties = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
    /// let ties = ties.map(|(a, b)| (a, b, Rivals));
    /// let graph = SignedGraph::new(4, &ties)?;
    /// let exact = graph.frustration();
    /// assert_eq!((exact.found, exact.is_proven(), exact.alignments.len()), (2, true, 3));
    /// assert!(!graph.frustration_within(3).is_proven());
    /// # Ok::<(), demarche::graph::GraphError>(())
    /// ```
    pub fn frustration_within(&self, placements: u64) -> Frustration {
        let weights = Weights::new(self.states(), self.units());
        #[cfg(feature = "tables")]
        let best = sparse::best(&weights, placements, LISTED);
        #[cfg(not(feature = "tables"))]
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
}

/// The frustration index, or how far the search for it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
