//! The exact search for the best alignment, in whole numbers.
//!
//! Write s = ±1 for a state's side and w for the weight of a pair. The energy of an
//! alignment is the sum of w over pairs that stand apart. Moving state j changes it
//! by hⱼ = sⱼ Σₖ wⱼₖ sₖ. An alignment is best when the harmony Σ w sᵢ sⱼ is greatest.
//!
//! The search places one state after another and turns back as soon as the states
//! still to come, all of them helpful, could not mend what stands: what is cut holds
//! no answer, so what is found is all there is.

use num_traits::Signed;

use super::weights::{Weights, restored, twice};
use super::whole::Whole;

/// How many alignments a search lists at most.
pub(crate) const LISTED: usize = 65_536;

/// What a search for the best alignments has found out.
pub(crate) struct Best<N> {
    /// The least energy found.
    pub(crate) energy: N,
    /// A bound that no alignment can pass; equal to `energy` once proven.
    pub(crate) at_least: N,
    /// The best alignments; all of them, if proven and fewer than the limit.
    pub(crate) found: Vec<Vec<bool>>,
    /// Whether the search came to its end: a bound may also be met by luck.
    #[cfg_attr(not(feature = "tables"), allow(dead_code, reason = "asked there"))]
    pub(crate) whole: bool,
}

/// The best alignments: proven by Russian doll search if `nodes` placements suffice
/// (Verfaillie-1996), otherwise the best of a tabu search, with the
/// bound reached.
///
/// The dolls are the systems of the last 1, 2, … states of the order. Each is solved
/// with the smaller ones as its bound: harmony so far, plus what each coming state
/// can at best have with those placed, plus the best the coming states can have among
/// themselves.
pub(crate) fn best<N: Whole>(
    weights: &Weights<N>,
    nodes: u64,
    limit: usize,
) -> Best<N> {
    let (order, weights) = weights.ordered();
    let n = weights.states();
    let pairs = weights.total();
    let start = tabu(&weights);
    let reached = pairs - twice(weights.energy(&start));
    let mut walk = BestWalk {
        weights: &weights,
        dolls: vec![N::zero(); n + 1],
        spins: vec![N::one(); n],
        fields: vec![N::zero(); (n + 1) * n],
        nodes,
        goal: N::zero(),
        limit,
        found: Vec::new(),
    };
    for first in (0..n).rev() {
        walk.goal = if first == 0 { reached } else { walk.dolls[first + 1] };
        walk.found.clear();
        walk.limit = if first == 0 { limit } else { 1 };
        if !walk.place(first, first, N::zero()) {
            let outside: N = (0..=first)
                .map(|i| weights.row(i)[i + 1..].iter().map(Signed::abs).sum::<N>())
                .sum();
            let bound = walk.dolls[first + 1] + outside;
            let energy = weights.energy(&start);
            let at_least = (pairs - bound) >> 1;
            let found = vec![restored(&order, &start)];
            return Best { energy, at_least, found, whole: false };
        }
        walk.dolls[first] = walk.goal;
    }
    let energy = (pairs - walk.goal) >> 1;
    let found = walk.found.iter().map(|spins| restored(&order, spins)).collect();
    Best { energy, at_least: energy, found, whole: true }
}

struct BestWalk<'a, N> {
    weights: &'a Weights<N>,
    /// dolls[d]: the greatest harmony of the states from place d on.
    dolls: Vec<N>,
    spins: Vec<N>,
    fields: Vec<N>,
    nodes: u64,
    /// The greatest harmony known of the doll in hand.
    goal: N,
    limit: usize,
    found: Vec<Vec<N>>,
}

impl<N: Whole> BestWalk<'_, N> {
    /// False when the placements allowed are used up.
    fn place(&mut self, first: usize, d: usize, harmony: N) -> bool {
        let n = self.weights.states();
        if d == n {
            if harmony > self.goal {
                self.found.clear();
                self.goal = harmony;
            }
            if self.found.len() < self.limit {
                self.found.push(self.spins.clone());
            }
            return true;
        }
        let field = self.fields[d * n + d];
        // The likelier side first.
        let likely = if field < N::zero() { -N::one() } else { N::one() };
        let both = [likely, -likely];
        let sides = if d == first { &[N::one()][..] } else { &both[..] };
        for &s in sides {
            if self.nodes == 0 {
                return false;
            }
            self.nodes -= 1;
            self.spins[d] = s;
            let (before, after) = self.fields.split_at_mut((d + 1) * n);
            let before = &before[d * n + d + 1..];
            let row = &self.weights.row(d)[d + 1..];
            let after = &mut after[d + 1..n];
            let mut hope = self.dolls[d + 1];
            for ((new, old), w) in after.iter_mut().zip(before).zip(row) {
                *new = *old + s * *w;
                hope += new.abs();
            }
            let harmony = harmony + s * field;
            let bound = harmony + hope;
            let enough = bound > self.goal
                || bound == self.goal && self.found.len() < self.limit;
            if enough && !self.place(first, d + 1, harmony) {
                return false;
            }
        }
        true
    }
}

/// A good alignment without proof: the cheapest move each time, uphill if need be,
/// with the states that just moved held still for a while (Glover-1989).
fn tabu<N: Whole>(weights: &Weights<N>) -> Vec<N> {
    let n = weights.states();
    let mut spins = vec![N::one(); n];
    let mut costs: Vec<N> =
        (0..n).map(|j| weights.cost_of_move(j, &spins)).collect();
    let (mut energy, mut best) = (N::zero(), N::zero());
    let mut best_spins = spins.clone();
    let mut free_from = vec![0; n];
    for step in 0..200 * n {
        // A move that beats the record is allowed even to a state held still.
        let open =
            (0..n).filter(|&j| free_from[j] <= step || energy + costs[j] < best);
        let Some(mover) = open.min_by_key(|&j| costs[j]) else { continue };
        energy += costs[mover];
        spins[mover] = -spins[mover];
        costs[mover] = -costs[mover];
        let row = weights.row(mover);
        for j in (0..n).filter(|&j| j != mover) {
            costs[j] += twice(spins[j] * spins[mover] * row[j]);
        }
        // The tenure varies, lest the walk go round in circles.
        free_from[mover] = step + 2 + n / 10 + step % 7;
        if energy < best {
            best = energy;
            best_spins.clone_from(&spins);
        }
    }
    best_spins
}

#[cfg(test)]
mod tests {
    use super::super::weights::tests::{all, random};
    use super::*;

    #[test]
    fn the_search_agrees_with_looking_at_every_alignment() {
        for seed in 0..60 {
            let n = 1 + usize::try_from(seed % 9).unwrap();
            let weights = random(n, seed, 1 + seed % 4);
            let least = all(n).map(|s| weights.energy(&s)).min().unwrap();
            let ties = all(n).filter(|s| weights.energy(s) == least).count();
            let best = best(&weights, u64::MAX, 1 << 20);
            assert_eq!((best.energy, best.at_least), (least, least));
            assert_eq!(best.found.len(), ties, "seed {seed}");
        }
    }

    #[test]
    fn out_of_placements_the_bound_is_still_a_bound() {
        for seed in 0..40 {
            let weights = random(9, seed, 3);
            let exact = best(&weights, u64::MAX, 1).energy;
            for nodes in [0, 5, 20, 60] {
                let cut = best(&weights, nodes, 1);
                assert!(cut.at_least <= exact && exact <= cut.energy);
            }
        }
    }
}
