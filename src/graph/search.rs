//! Exact search over alignments, in whole numbers.
//!
//! Write s = ±1 for a state's side and w for the weight of a pair. The energy of an
//! alignment is the sum of w over pairs that stand apart. Moving state j changes it
//! by hⱼ = sⱼ Σₖ wⱼₖ sₖ, so an alignment is stable when no hⱼ is below 0, and best
//! when the harmony Σ w sᵢ sⱼ is greatest.
//!
//! Both searches place one state after another and turn back as soon as the states
//! still to come, all of them helpful, could not mend what stands: what is cut holds
//! no answer, so what is found is all there is.

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

    pub(crate) const fn states(&self) -> usize {
        self.states
    }

    pub(crate) fn row(&self, state: usize) -> &[N] {
        &self.units[state * self.states..][..self.states]
    }

    /// What the energy gains when a state moves: hⱼ.
    pub(crate) fn cost_of_move(&self, state: usize, spins: &[N]) -> N {
        let row = self.row(state).iter().zip(spins);
        let field: N = row.map(|(&w, &s)| w * s).sum();
        spins[state] * field
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

    /// The states renumbered, heaviest first: early contradictions cut most.
    fn ordered(&self) -> (Vec<usize>, Self) {
        let weight = |i: usize| self.row(i).iter().map(Signed::abs).sum::<N>();
        // Inserted one by one: they are few, and the library's sort weighs 4 KB in
        // the pages of the book.
        let mut order: Vec<usize> = Vec::new();
        for i in 0..self.states {
            let lighter = order.iter().position(|&j| weight(j) < weight(i));
            order.insert(lighter.unwrap_or(order.len()), i);
        }
        let cell = |&i: &usize| order.iter().map(move |&j| self.row(i)[j]);
        let units = order.iter().flat_map(cell).collect();
        (order, Self { units, states: self.states })
    }
}

pub(crate) fn twice<N: Whole>(number: N) -> N {
    number + number
}

/// Back to the reader's numbering; the last state's side is the one that counts.
fn restored<N: Whole>(order: &[usize], spins: &[N]) -> Vec<bool> {
    let mut sides = vec![false; order.len()];
    for (&state, &s) in order.iter().zip(spins) {
        sides[state] = s < N::zero();
    }
    sides
}

/// All alignments that no single state would leave, or `None` when there are more
/// than `limit`.
pub(crate) fn stable<N: Whole>(
    weights: &Weights<N>,
    limit: usize,
) -> Option<Vec<Vec<bool>>> {
    let (order, weights) = weights.ordered();
    let n = weights.states;
    // hope[d * n + j]: how much the states from place d on can still do for state j.
    let mut hope = vec![N::zero(); (n + 1) * n];
    for d in (0..n).rev() {
        for j in 0..n {
            hope[d * n + j] = hope[(d + 1) * n + j] + weights.row(j)[d].abs();
        }
    }
    let mut walk = StableWalk {
        weights: &weights,
        hope: &hope,
        spins: vec![N::one(); n],
        fields: vec![N::zero(); (n + 1) * n],
        order: &order,
        found: Vec::new(),
        limit,
    };
    walk.place(0).then_some(walk.found)
}

struct StableWalk<'a, N> {
    weights: &'a Weights<N>,
    hope: &'a [N],
    spins: Vec<N>,
    /// One row per place: Σ w s over the states placed before it.
    fields: Vec<N>,
    order: &'a [usize],
    found: Vec<Vec<bool>>,
    limit: usize,
}

impl<N: Whole> StableWalk<'_, N> {
    /// Places state d on either side, if the states placed can still all be content.
    /// False once the limit is passed.
    fn place(&mut self, d: usize) -> bool {
        let n = self.weights.states;
        if d == n {
            self.found.push(restored(self.order, &self.spins));
            return self.found.len() <= self.limit;
        }
        // The first state stays put: the mirror image is the same alignment.
        let both = [N::one(), -N::one()];
        let sides = if d == 0 { &both[..1] } else { &both[..] };
        for &s in sides {
            self.spins[d] = s;
            let (before, after) = self.fields.split_at_mut((d + 1) * n);
            let (before, after) = (&before[d * n..], &mut after[..n]);
            for ((new, old), w) in
                after.iter_mut().zip(before).zip(self.weights.row(d))
            {
                *new = *old + s * *w;
            }
            let hope = &self.hope[(d + 1) * n..][..=d];
            let mut placed = self.spins[..=d].iter().zip(&*after).zip(hope);
            if placed.all(|((&s, &field), &hope)| s * field + hope >= N::zero())
                && !self.place(d + 1)
            {
                return false;
            }
        }
        true
    }
}

/// What a search for the best alignments has found out.
pub(crate) struct Best<N> {
    /// The least energy found.
    pub(crate) energy: N,
    /// A bound that no alignment can pass; equal to `energy` once proven.
    pub(crate) at_least: N,
    /// The best alignments; all of them, if proven and fewer than the limit.
    pub(crate) found: Vec<Vec<bool>>,
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
    let n = weights.states;
    let pairs = weights.units.iter().copied().sum::<N>() >> 1;
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
            return Best { energy, at_least, found: vec![restored(&order, &start)] };
        }
        walk.dolls[first] = walk.goal;
    }
    let energy = (pairs - walk.goal) >> 1;
    let found = walk.found.iter().map(|spins| restored(&order, spins)).collect();
    Best { energy, at_least: energy, found }
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
        let n = self.weights.states;
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
    let n = weights.states;
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
    use super::*;
    use crate::chance::{below, seeded};

    fn random(n: usize, seed: u64, span: u64) -> Weights<i64> {
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

    fn all(n: usize) -> impl Iterator<Item = Vec<i64>> {
        (0..1_u32 << (n - 1)).map(move |code| {
            (0..n).map(|i| if code >> i & 1 == 1 { -1 } else { 1 }).collect()
        })
    }

    #[test]
    fn both_searches_agree_with_looking_at_every_alignment() {
        for seed in 0..60 {
            let n = 1 + usize::try_from(seed % 9).unwrap();
            let weights = random(n, seed, 1 + seed % 4);
            let content =
                |s: &Vec<i64>| (0..n).all(|j| weights.cost_of_move(j, s) >= 0);
            let stable_count = all(n).filter(content).count();
            assert_eq!(stable(&weights, 1 << 20).unwrap().len(), stable_count);
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
