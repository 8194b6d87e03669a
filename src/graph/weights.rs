//! The weights of pairs, in whole numbers.

use core::cmp::Reverse;

use super::SignedGraph;

/// Symmetric weights as whole multiples of one unit, so that every sum is exact and
/// every tie is a tie.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Weights {
    states: usize,
    units: Vec<i64>,
    unit: f64,
    exact: bool,
}

impl Weights {
    /// Takes weights given in decimals as they are written, others bit by bit where
    /// all their bits fit one unit; the rest are rounded to about one part in 10¹⁵
    /// of their sum.
    pub(crate) fn new(states: usize, weights: &[f64]) -> Self {
        let total: f64 = weights.iter().map(|w| w.abs()).sum();
        let mut unit = 1.0;
        for _ in 0..10 {
            if total / unit < 1e15 && weights.iter().all(|w| whole(w / unit)) {
                return Self::in_units(states, weights, unit, true);
            }
            unit /= 10.0;
        }
        // Beside a giant, what is small has its bits too.
        let mut unit = 1.0;
        for _ in 0..60 {
            if total / unit >= 1e18 {
                break;
            }
            if weights.iter().all(|w| (w / unit).fract() == 0.0) {
                return Self::in_units(states, weights, unit, true);
            }
            unit /= 2.0;
        }
        let unit = total / 1e15;
        // Sums such as 0.1 + 0.2 are rounded already; what would vanish is refused.
        let kept = weights.iter().all(|&w| w == 0.0 || w.abs() >= 1e4 * unit);
        Self::in_units(states, weights, unit, kept)
    }

    /// +1 for friends, −1 for rivals, 0 for no tie.
    pub(super) fn of_signs(graph: &SignedGraph) -> Self {
        let n = graph.states();
        let sign = |cell: usize| i64::from(graph.sign(cell / n, cell % n));
        let units = (0..n * n).map(sign).collect();
        Self { states: n, units, unit: 1.0, exact: true }
    }

    #[allow(clippy::cast_possible_truncation, reason = "at most 10¹⁵ units")]
    fn in_units(states: usize, weights: &[f64], unit: f64, exact: bool) -> Self {
        let units = weights.iter().map(|w| (w / unit).round() as i64).collect();
        Self { states, units, unit, exact }
    }

    pub(crate) fn states(&self) -> usize {
        self.states
    }

    pub(crate) fn unit(&self) -> f64 {
        self.unit
    }

    /// Whether no weight was rounded by more than one part in 10⁴ of itself.
    pub(crate) fn is_exact(&self) -> bool {
        self.exact
    }

    pub(crate) fn row(&self, state: usize) -> &[i64] {
        &self.units[state * self.states..][..self.states]
    }

    /// The weight of all pairs, each once.
    pub(super) fn total(&self) -> i64 {
        self.units.iter().sum::<i64>() / 2
    }

    /// What the energy gains when a state moves: hⱼ.
    pub(crate) fn cost_of_move(&self, state: usize, spins: &[i64]) -> i64 {
        let field: i64 = self.row(state).iter().zip(spins).map(|(w, s)| w * s).sum();
        spins[state] * field
    }

    /// The weight of the pairs that stand apart, each pair once.
    pub(crate) fn energy(&self, spins: &[i64]) -> i64 {
        let mut twice = 0;
        for (state, &s) in spins.iter().enumerate() {
            let row = self.row(state).iter().zip(spins);
            twice += row.filter(|(_, t)| **t != s).map(|(w, _)| w).sum::<i64>();
        }
        twice / 2
    }

    /// The states renumbered, heaviest first: early contradictions cut most.
    pub(crate) fn ordered(&self) -> (Vec<usize>, Self) {
        let weight = |i: usize| self.row(i).iter().map(|w| w.abs()).sum::<i64>();
        let mut order: Vec<usize> = (0..self.states).collect();
        order.sort_by_cached_key(|&i| Reverse(weight(i)));
        let cell = |&i: &usize| order.iter().map(move |&j| self.row(i)[j]);
        let units = order.iter().flat_map(cell).collect();
        (order, Self { units, ..*self })
    }
}

/// Whether a number is whole but for the rounding of the decimals behind it.
fn whole(x: f64) -> bool {
    (x - x.round()).abs() <= 8.0 * f64::EPSILON * x.abs()
}

/// Back to the reader's numbering; the last state's side is the one that counts.
pub(crate) fn restored(order: &[usize], spins: &[i64]) -> Vec<bool> {
    let mut sides = vec![false; order.len()];
    for (&state, &s) in order.iter().zip(spins) {
        sides[state] = s < 0;
    }
    sides
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::chance::{below, seeded};

    /// Whole weights from −span to span, drawn from a seed.
    pub(crate) fn random(n: usize, seed: u64, span: u64) -> Weights {
        let mut rng = seeded(seed);
        let mut w = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..i {
                let x = below(&mut rng, 2 * span + 1) as f64 - span as f64;
                w[i * n + j] = x;
                w[j * n + i] = x;
            }
        }
        Weights::new(n, &w)
    }

    /// The spins of every alignment.
    pub(crate) fn all(n: usize) -> impl Iterator<Item = Vec<i64>> {
        (0..1_u32 << (n - 1)).map(move |code| {
            (0..n).map(|i| if code >> i & 1 == 1 { -1 } else { 1 }).collect()
        })
    }

    #[test]
    fn decimals_are_taken_as_written() {
        let weights = Weights::new(2, &[0.0, 0.1 * 3.0, 0.1 * 3.0, 0.0]);
        assert_eq!(weights.row(0), [0, 3]);
    }
}
