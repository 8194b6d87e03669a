//! Downhill from every alignment, and the passes between them.

use core::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::Alignment;
use crate::graph::search::{Weights, twice};
use crate::graph::whole::Whole;

/// The state whose move lowers the energy most, of equal ones the first; none where
/// the alignment is stable.
pub(super) fn steepest<N: Whole>(
    weights: &Weights<N>,
    spins: &[N],
) -> Option<usize> {
    let costs = (0..weights.states()).map(|j| (weights.cost_of_move(j, spins), j));
    costs.min().filter(|&(cost, _)| cost < N::zero()).map(|(_, mover)| mover)
}

/// How many alignments run down to each stable one, of at most 22 states.
pub(super) fn basins<N: Whole>(weights: &Weights<N>) -> BTreeMap<Alignment, u64> {
    let n = weights.states();
    let whole = 1_usize << (n - 1);
    let mut spins = vec![N::one(); n];
    let mut costs: Vec<N> =
        (0..n).map(|j| weights.cost_of_move(j, &spins)).collect();
    // One step downhill from every alignment, in the order of a Gray code: one
    // state moves at a time, and every cost is updated rather than summed anew.
    let mut next = vec![0_u32; whole];
    let mut code = 0_u64;
    for count in 1..=whole {
        let lowest = costs.iter().enumerate().map(|(j, &cost)| (cost, j)).min();
        let step = lowest
            .filter(|low| low.0 < N::zero())
            .map_or(code, |(_, mover)| canonical(code ^ 1 << mover, n));
        let at = usize::try_from(code).ok().expect("at most 22 states");
        next[at] = u32::try_from(step).ok().expect("at most 22 states");
        if count == whole {
            break;
        }
        let mover = count.trailing_zeros() as usize;
        code ^= 1 << mover;
        spins[mover] = -spins[mover];
        costs[mover] = -costs[mover];
        for (j, &w) in weights.row(mover).iter().enumerate() {
            if j != mover {
                costs[j] += twice(spins[j] * spins[mover] * w);
            }
        }
    }
    let mut basins = BTreeMap::new();
    for start in 0..whole {
        let mut at = start;
        while next[at] as usize != at {
            // Each walk shortens the way of those that come after it.
            next[at] = next[next[at] as usize];
            at = next[at] as usize;
        }
        *basins.entry(Alignment::from_code(n, at as u64)).or_insert(0) += 1;
    }
    basins
}

/// The lowest pass between two alignments.
pub(super) struct Pass<N> {
    pub(super) start: N,
    pub(super) peak: N,
    pub(super) end: N,
    pub(super) path: Vec<Alignment>,
}

/// The lowest pass between two alignments by their codes, of at most 20 states, with
/// the fewest moves.
pub(super) fn pass<N: Whole>(weights: &Weights<N>, from: u64, to: u64) -> Pass<N> {
    let n = weights.states();
    let start = weights.energy(&spins(from, n));
    let place = |code: u64| usize::try_from(code).ok().expect("at most 20 states");
    // The lowest open alignment first: what is met first is met by a lowest pass.
    let mut met = vec![false; 1 << (n - 1)];
    met[place(from)] = true;
    let mut open = BinaryHeap::from([Reverse((start, from, start))]);
    let (mut peak, mut end) = (start, start);
    while let Some(Reverse((reached, here, energy))) = open.pop() {
        if here == to {
            (peak, end) = (reached, energy);
            break;
        }
        for (there, energy) in moves_from(weights, here, energy) {
            if !std::mem::replace(&mut met[place(there)], true) {
                open.push(Reverse((reached.max(energy), there, energy)));
            }
        }
    }
    // The fewest moves take a second walk, ring by ring and nowhere above the
    // pass: the lowest way to a place need not be the shortest that is low enough.
    let mut came = vec![None; 1 << (n - 1)];
    came[place(from)] = Some(from);
    let mut ring = VecDeque::from([(from, start)]);
    while let Some((here, energy)) = ring.pop_front() {
        if here == to {
            break;
        }
        for (there, energy) in moves_from(weights, here, energy) {
            let before = &mut came[place(there)];
            if energy <= peak && before.is_none() {
                *before = Some(here);
                ring.push_back((there, energy));
            }
        }
    }
    let mut path = vec![to];
    while path[path.len() - 1] != from {
        let before = came[place(path[path.len() - 1])];
        path.push(before.expect("some way leads over the pass"));
    }
    path.reverse();
    let path = path.iter().map(|&code| Alignment::from_code(n, code)).collect();
    Pass { start, peak, end, path }
}

/// Every single move from an alignment, with the energy it leads to.
fn moves_from<N: Whole>(
    weights: &Weights<N>,
    code: u64,
    energy: N,
) -> impl Iterator<Item = (u64, N)> + '_ {
    let n = weights.states();
    let spins = spins(code, n);
    (0..n).map(move |mover| {
        let energy = energy + weights.cost_of_move(mover, &spins);
        (canonical(code ^ 1 << mover, n), energy)
    })
}
/// The code whose last state stands on the side that counts as its own.
fn canonical(code: u64, states: usize) -> u64 {
    if code >> (states - 1) & 1 == 1 { !code & ((1 << states) - 1) } else { code }
}

/// The sides of a code as ±1.
fn spins<N: Whole>(code: u64, states: usize) -> Vec<N> {
    let spin = |i: usize| if code >> i & 1 == 1 { -N::one() } else { N::one() };
    (0..states).map(spin).collect()
}
