//! The exact search for the alignments at rest.
//!
//! By the letters of the search for the best one (`graph::search`), an alignment is
//! stable when no hⱼ is below 0. The same walk finds them: it places one state after
//! another and turns back as soon as a placed one cannot be content any more, whatever
//! those to come do. What is cut holds no answer, so what is found is all there is.

use crate::graph::weights::{Weights, restored};
use crate::graph::whole::Whole;

/// All alignments that no single state would leave, or `None` when there are more
/// than `limit`.
pub(super) fn stable<N: Whole>(
    weights: &Weights<N>,
    limit: usize,
) -> Option<Vec<Vec<bool>>> {
    let (order, weights) = weights.ordered();
    let n = weights.states();
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
        let n = self.weights.states();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::weights::tests::{all, random};

    #[test]
    fn the_search_agrees_with_looking_at_every_alignment() {
        for seed in 0..60 {
            let n = 1 + usize::try_from(seed % 9).unwrap();
            let weights = random(n, seed, 1 + seed % 4);
            let content =
                |s: &Vec<i64>| (0..n).all(|j| weights.cost_of_move(j, s) >= 0);
            let count = all(n).filter(content).count();
            assert_eq!(stable(&weights, 1 << 20).unwrap().len(), count);
        }
    }
}
