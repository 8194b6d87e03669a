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

/// Symmetric weights as whole multiples of one unit, so that every sum is exact and
/// every tie is a tie.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    states: usize,
    units: Vec<i64>,
    unit: f64,
    exact: bool,
}

impl Weights {
    /// Takes weights given in decimals as they are written, others bit by bit where
    /// all their bits fit one unit; the rest are rounded to about one part in 10¹⁵
    /// of their sum.
    pub(super) fn new(states: usize, weights: &[f64]) -> Self {
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

    #[allow(clippy::cast_possible_truncation, reason = "at most 10¹⁵ units")]
    fn in_units(states: usize, weights: &[f64], unit: f64, exact: bool) -> Self {
        let units = weights.iter().map(|w| (w / unit).round() as i64).collect();
        Self { states, units, unit, exact }
    }

    pub(super) fn unit(&self) -> f64 {
        self.unit
    }

    /// Whether no weight was rounded by more than one part in 10⁴ of itself.
    pub(super) fn is_exact(&self) -> bool {
        self.exact
    }

    pub(super) fn row(&self, state: usize) -> &[i64] {
        &self.units[state * self.states..][..self.states]
    }

    /// What the energy gains when a state moves: hⱼ.
    pub(super) fn cost_of_move(&self, state: usize, spins: &[i64]) -> i64 {
        let field: i64 = self.row(state).iter().zip(spins).map(|(w, s)| w * s).sum();
        spins[state] * field
    }

    /// The weight of the pairs that stand apart, each pair once.
    pub(super) fn energy(&self, spins: &[i64]) -> i64 {
        let mut twice = 0;
        for (state, &s) in spins.iter().enumerate() {
            let row = self.row(state).iter().zip(spins);
            twice += row.filter(|(_, t)| **t != s).map(|(w, _)| w).sum::<i64>();
        }
        twice / 2
    }

    /// The states renumbered, heaviest first: early contradictions cut most.
    fn ordered(&self) -> (Vec<usize>, Self) {
        let weight = |i: usize| self.row(i).iter().map(|w| w.abs()).sum::<i64>();
        // Inserted one by one: they are few, and the library's sort weighs 4 KB in
        // the pages of the book.
        let mut order: Vec<usize> = Vec::new();
        for i in 0..self.states {
            let lighter = order.iter().position(|&j| weight(j) < weight(i));
            order.insert(lighter.unwrap_or(order.len()), i);
        }
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
fn restored(order: &[usize], spins: &[i64]) -> Vec<bool> {
    let mut sides = vec![false; order.len()];
    for (&state, &s) in order.iter().zip(spins) {
        sides[state] = s < 0;
    }
    sides
}

/// All alignments that no single state would leave, or `None` when there are more
/// than `limit`.
pub(super) fn stable(weights: &Weights, limit: usize) -> Option<Vec<Vec<bool>>> {
    let (order, weights) = weights.ordered();
    let n = weights.states;
    // hope[d * n + j]: how much the states from place d on can still do for state j.
    let mut hope = vec![0; (n + 1) * n];
    for d in (0..n).rev() {
        for j in 0..n {
            hope[d * n + j] = hope[(d + 1) * n + j] + weights.row(j)[d].abs();
        }
    }
    let mut walk = StableWalk {
        weights: &weights,
        hope: &hope,
        spins: vec![1; n],
        fields: vec![0; (n + 1) * n],
        order: &order,
        found: Vec::new(),
        limit,
    };
    walk.place(0).then_some(walk.found)
}

struct StableWalk<'a> {
    weights: &'a Weights,
    hope: &'a [i64],
    spins: Vec<i64>,
    /// One row per place: Σ w s over the states placed before it.
    fields: Vec<i64>,
    order: &'a [usize],
    found: Vec<Vec<bool>>,
    limit: usize,
}

impl StableWalk<'_> {
    /// Places state d on either side, if the states placed can still all be content.
    /// False once the limit is passed.
    fn place(&mut self, d: usize) -> bool {
        let n = self.weights.states;
        if d == n {
            self.found.push(restored(self.order, &self.spins));
            return self.found.len() <= self.limit;
        }
        // The first state stays put: the mirror image is the same alignment.
        let sides: &[i64] = if d == 0 { &[1] } else { &[1, -1] };
        for &s in sides {
            self.spins[d] = s;
            let (before, after) = self.fields.split_at_mut((d + 1) * n);
            let (before, after) = (&before[d * n..], &mut after[..n]);
            for ((new, old), w) in
                after.iter_mut().zip(before).zip(self.weights.row(d))
            {
                *new = old + s * w;
            }
            let hope = &self.hope[(d + 1) * n..][..=d];
            let mut placed = self.spins[..=d].iter().zip(&*after).zip(hope);
            if placed.all(|((s, field), hope)| s * field + hope >= 0)
                && !self.place(d + 1)
            {
                return false;
            }
        }
        true
    }
}

/// What a search for the best alignments has found out.
pub(super) struct Best {
    /// The least energy found.
    pub(super) energy: i64,
    /// A bound that no alignment can pass; equal to `energy` once proven.
    pub(super) at_least: i64,
    /// The best alignments; all of them, if proven and fewer than the limit.
    pub(super) found: Vec<Vec<bool>>,
}

/// The best alignments: proven by Russian doll search if `nodes` placements suffice
/// (Verfaillie-1996), otherwise the best of a tabu search, with the
/// bound reached.
///
/// The dolls are the systems of the last 1, 2, … states of the order. Each is solved
/// with the smaller ones as its bound: harmony so far, plus what each coming state
/// can at best have with those placed, plus the best the coming states can have among
/// themselves.
pub(super) fn best(weights: &Weights, nodes: u64, limit: usize) -> Best {
    let (order, weights) = weights.ordered();
    let n = weights.states;
    let pairs: i64 = weights.units.iter().sum::<i64>() / 2;
    let start = tabu(&weights);
    let reached = pairs - 2 * weights.energy(&start);
    let mut walk = BestWalk {
        weights: &weights,
        dolls: vec![0; n + 1],
        spins: vec![1; n],
        fields: vec![0; (n + 1) * n],
        nodes,
        goal: 0,
        limit,
        found: Vec::new(),
    };
    for first in (0..n).rev() {
        walk.goal = if first == 0 { reached } else { walk.dolls[first + 1] };
        walk.found.clear();
        walk.limit = if first == 0 { limit } else { 1 };
        if !walk.place(first, first, 0) {
            let outside: i64 = (0..=first)
                .map(|i| {
                    weights.row(i)[i + 1..].iter().map(|w| w.abs()).sum::<i64>()
                })
                .sum();
            let bound = walk.dolls[first + 1] + outside;
            let energy = weights.energy(&start);
            let at_least = (pairs - bound).div_euclid(2);
            return Best { energy, at_least, found: vec![restored(&order, &start)] };
        }
        walk.dolls[first] = walk.goal;
    }
    let energy = (pairs - walk.goal) / 2;
    let found = walk.found.iter().map(|spins| restored(&order, spins)).collect();
    Best { energy, at_least: energy, found }
}

struct BestWalk<'a> {
    weights: &'a Weights,
    /// dolls[d]: the greatest harmony of the states from place d on.
    dolls: Vec<i64>,
    spins: Vec<i64>,
    fields: Vec<i64>,
    nodes: u64,
    /// The greatest harmony known of the doll in hand.
    goal: i64,
    limit: usize,
    found: Vec<Vec<i64>>,
}

impl BestWalk<'_> {
    /// False when the placements allowed are used up.
    fn place(&mut self, first: usize, d: usize, harmony: i64) -> bool {
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
        let likely = if field < 0 { -1 } else { 1 };
        let sides = if d == first { &[1][..] } else { &[likely, -likely][..] };
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
                *new = old + s * w;
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
fn tabu(weights: &Weights) -> Vec<i64> {
    let n = weights.states;
    let mut spins = vec![1; n];
    let mut costs: Vec<i64> =
        (0..n).map(|j| weights.cost_of_move(j, &spins)).collect();
    let (mut energy, mut best) = (0, 0);
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
            costs[j] += 2 * spins[j] * spins[mover] * row[j];
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

    fn random(n: usize, seed: u64, span: u64) -> Weights {
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

    #[test]
    fn decimals_are_taken_as_written() {
        let weights = Weights::new(2, &[0.0, 0.1 * 3.0, 0.1 * 3.0, 0.0]);
        assert_eq!(weights.row(0), [0, 3]);
    }
}
