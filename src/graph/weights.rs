//! The weights of pairs, in whole numbers.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

use num_traits::Signed;

use super::whole::Whole;

/// Symmetric weights as whole multiples of one unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Weights<N> {
    states: usize,
    units: Vec<N>,
}

impl<N: Whole> Weights<N> {
    pub(crate) const fn new(states: usize, units: Vec<N>) -> Self {
        Self { states, units }
    }

    /// From one weight per pair, in the order of [`pairs`].
    pub(crate) fn of_pairs(states: usize, each: impl Iterator<Item = N>) -> Self {
        let mut units = vec![N::zero(); states * states];
        for ((a, b), weight) in pairs(states).zip(each) {
            units[a * states + b] = weight;
            units[b * states + a] = weight;
        }
        Self { states, units }
    }

    /// The same in 128 bits.
    pub(crate) fn wide(&self) -> Weights<i128> {
        let wide = |unit: &N| unit.to_i128().expect("at most 128 bits");
        Weights::new(self.states, self.units.iter().map(wide).collect())
    }

    pub(crate) const fn states(&self) -> usize {
        self.states
    }

    pub(crate) fn row(&self, state: usize) -> &[N] {
        &self.units[state * self.states..][..self.states]
    }

    /// The weight of all pairs, each once.
    pub(super) fn total(&self) -> N {
        self.units.iter().copied().sum::<N>() >> 1
    }

    /// What the energy gains when a state moves: hⱼ.
    pub(crate) fn cost_of_move(&self, state: usize, spins: &[N]) -> N {
        let own = spins[state];
        let row = self.row(state).iter().zip(spins);
        // No product: of 128 bits it would cost a page most of its drawing.
        row.map(|(&w, &s)| if s == own { w } else { -w }).sum()
    }

    /// The weight of the pairs that stand apart, each pair once.
    pub(crate) fn energy(&self, spins: &[N]) -> N {
        let mut twice = N::zero();
        for (state, &s) in spins.iter().enumerate() {
            let row = self.row(state).iter().zip(spins);
            twice += row.filter(|(_, t)| **t != s).map(|(&w, _)| w).sum::<N>();
        }
        twice >> 1
    }

    /// What all pairs of each state weigh, whatever their sign.
    pub(super) fn sizes(&self) -> Vec<N> {
        let size = |i: usize| self.row(i).iter().map(Signed::abs).sum::<N>();
        (0..self.states).map(size).collect()
    }

    /// The states heaviest first: early contradictions cut most.
    pub(super) fn order(sizes: &[N]) -> Vec<usize> {
        let mut heaviest: BinaryHeap<_> =
            sizes.iter().enumerate().map(|(i, &size)| (size, Reverse(i))).collect();
        let next = || heaviest.pop().map(|(_, Reverse(i))| i);
        core::iter::from_fn(next).collect()
    }

    /// The units of the states renumbered in this order, row after row.
    pub(super) fn units_in<M>(
        &self,
        order: &[usize],
        unit: impl Fn(N) -> M,
    ) -> Vec<M> {
        let mut units = Vec::with_capacity(self.units.len());
        for &i in order {
            let row = self.row(i);
            units.extend(order.iter().map(|&j| unit(row[j])));
        }
        units
    }

    /// The states renumbered, heaviest first.
    pub(super) fn ordered(&self) -> (Vec<usize>, Self) {
        let order = Self::order(&self.sizes());
        let units = self.units_in(&order, |unit| unit);
        (order, Self { units, states: self.states })
    }
}

/// All pairs (a, b) of so many states with a below b, in order.
pub(crate) fn pairs(states: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
    (0..states).flat_map(move |a| (a + 1..states).map(move |b| (a, b)))
}

pub(crate) fn twice<N: Whole>(number: N) -> N {
    number + number
}

/// Back to the reader's numbering; the last state's side is the one that counts.
pub(crate) fn restored<N: Whole>(order: &[usize], spins: &[N]) -> Vec<bool> {
    let mut sides = vec![false; order.len()];
    for (&state, &s) in order.iter().zip(spins) {
        sides[state] = s < N::zero();
    }
    sides
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::chance::{below, seeded};

    /// Whole weights from −span to span, drawn from a seed.
    pub(crate) fn random(n: usize, seed: u64, span: u64) -> Weights<i64> {
        let mut rng = seeded(seed);
        let mut w = vec![0; n * n];
        for i in 0..n {
            for j in 0..i {
                let [x, most] = [below(&mut rng, 2 * span + 1), span]
                    .map(|x| i64::try_from(x).unwrap());
                let x = x - most;
                w[i * n + j] = x;
                w[j * n + i] = x;
            }
        }
        Weights::new(n, w)
    }

    /// The spins of every alignment.
    pub(crate) fn all(n: usize) -> impl Iterator<Item = Vec<i64>> {
        (0..1_u32 << (n - 1)).map(move |code| {
            (0..n).map(|i| if code >> i & 1 == 1 { -1 } else { 1 }).collect()
        })
    }
}
