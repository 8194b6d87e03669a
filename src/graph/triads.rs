//! Three states at a time.

use serde::Serialize;

use super::SignedGraph;

impl SignedGraph {
    /// The closed triads: three states with a tie between every two of them.
    pub fn triads(&self) -> impl Iterator<Item = [usize; 3]> + '_ {
        self.pairs().flat_map(move |(a, b)| {
            let third = b + 1..self.states();
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
}

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
