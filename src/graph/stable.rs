//! The exact search for the alignments at rest.
//!
//! By the letters of the search for the best one (`search`), an alignment is stable when
//! no hⱼ is below 0. The same walk finds them: it places one state after another and
//! turns back as soon as a placed one cannot be content any more, whatever those to come
//! do. What is cut holds no answer, so what is found is all there is.
//!
//! Where there are at most 64 states and 32 bits hold all sums, four states are placed
//! at a time, in all sixteen ways side by side.

#[cfg(feature = "wide")]
use super::abreast::{self, Short};
use super::weights::{Weights, restored};
use super::whole::Whole;

/// An alignment at rest, and the weight of its pairs that stand apart.
#[derive(Debug, PartialEq)]
pub(crate) struct AtRest<N> {
    pub(crate) energy: N,
    pub(crate) sides: Vec<bool>,
}

/// All alignments that no single state would leave, or `None` when there are more
/// than `limit`.
pub(crate) fn stable<N: Whole>(
    weights: &Weights<N>,
    limit: usize,
) -> Option<Vec<AtRest<N>>> {
    #[cfg(feature = "wide")]
    if let Some(short) = Short::of(weights) {
        return abreast::stable(&short, limit);
    }
    one_by_one(weights, limit)
}

/// The walk for any weights, one placement at a time.
fn one_by_one<N: Whole>(
    weights: &Weights<N>,
    limit: usize,
) -> Option<Vec<AtRest<N>>> {
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
    found: Vec<AtRest<N>>,
    limit: usize,
}

impl<N: Whole> StableWalk<'_, N> {
    /// Places state d on either side, if the states placed can still all be content.
    /// False once the limit is passed.
    fn place(&mut self, d: usize) -> bool {
        let n = self.weights.states();
        if d == n {
            let energy = self.weights.energy(&self.spins);
            self.found
                .push(AtRest { energy, sides: restored(self.order, &self.spins) });
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

#[cfg(all(test, feature = "wide"))]
mod tests {
    use super::*;
    use crate::graph::weights::tests::{all, random};

    /// What both walks find, each in the order of its sides.
    fn both_ways(
        weights: &Weights<i64>,
        limit: usize,
    ) -> [Option<Vec<AtRest<i64>>>; 2] {
        let short = Short::of(weights).expect("sums of 32 bits");
        let mut found = [abreast::stable(&short, limit), one_by_one(weights, limit)];
        for found in found.iter_mut().flatten() {
            found.sort_by(|a, b| a.sides.cmp(&b.sides));
        }
        found
    }

    #[test]
    fn both_walks_agree_with_looking_at_every_alignment() {
        for seed in 0..90 {
            let n = 1 + usize::try_from(seed % 11).unwrap();
            let weights = random(n, seed, 1 + seed % 4);
            let content =
                |s: &Vec<i64>| (0..n).all(|j| weights.cost_of_move(j, s) >= 0);
            let count = all(n).filter(content).count();
            let [short, long] = both_ways(&weights, count).map(Option::unwrap);
            assert_eq!(short.len(), count);
            assert_eq!(short, long);
            for rest in &short {
                let spin = |&side: &bool| if side { -1 } else { 1 };
                let spins: Vec<i64> = rest.sides.iter().map(spin).collect();
                assert!(content(&spins));
                assert_eq!(rest.energy, weights.energy(&spins));
            }
            assert_eq!(both_ways(&weights, count - 1), [None, None]);
        }
    }

    #[test]
    fn both_walks_agree_in_larger_systems() {
        for (n, seed) in [(17, 1), (18, 2), (19, 3), (20, 4), (21, 5)] {
            for span in [1, 1_000, 200_000] {
                let [short, long] = both_ways(&random(n, seed, span), 1 << 20);
                assert_eq!(short, long);
            }
        }
    }

    #[test]
    fn one_by_one_goes_what_64_states_or_32_bits_might_not_hold() {
        let most = i64::from(i32::MAX / 8);
        let pair = |w: i64| Weights::new(2, vec![0, w, w, 0]);
        let fits = |w: i64| Short::of(&pair(w)).is_some();
        assert!(fits(most) && fits(-most));
        assert!(!fits(most + 1) && !fits(-most - 1) && !fits(i64::MIN / 8));
        // At the edge no sum overflows, and beyond it the other walk answers alike.
        for w in [most, -most, most + 1, -most - 1] {
            let found = stable(&pair(w), 9).unwrap();
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].energy, w.min(0));
        }
        let many = |n: usize| Short::of(&random(n, 6, 1)).is_some();
        assert!(many(64) && !many(65));
    }
}
