//! From one graph to another, tie by tie.

use serde::Serialize;

use super::{GraphError, SignedGraph};

impl SignedGraph {
    /// The way by single turned ties to another graph on the same ties that keeps
    /// the greatest number of unbalanced triads met on the way least.
    ///
    /// # Errors
    /// When the two differ in their states or in which pairs are tied, or more than
    /// 20 ties differ.
    pub fn reversal(&self, to: &Self) -> Result<Reversal, GraphError> {
        let tied_alike = |(a, b)| self.tie(a, b).is_some() == to.tie(a, b).is_some();
        if self.states() != to.states() || !self.pairs().all(tied_alike) {
            return Err(GraphError::DifferentTies);
        }
        let differ = self.pairs().filter(|&(a, b)| self.sign(a, b) != to.sign(a, b));
        let ties: Vec<(usize, usize)> = differ.collect();
        if ties.len() > 20 {
            return Err(GraphError::TooMany {
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
}

/// Every order in which a set of ties can turn, one tie at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
