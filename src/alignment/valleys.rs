//! Downhill from every alignment, and the passes between them.

use core::cmp::Reverse;
use core::ops::Range;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use crate::graph::Alignment;
use crate::graph::weights::{Weights, twice};
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
    let mut next = vec![0; whole];
    let mut code = 0;
    for count in 1..=whole {
        let lowest = costs.iter().enumerate().map(|(j, &cost)| (cost, j)).min();
        next[code as usize] = lowest
            .filter(|low| low.0 < N::zero())
            .map_or(code, |(_, mover)| canonical(code ^ 1 << mover, n));
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
pub(super) struct Pass {
    pub(super) start: i128,
    pub(super) peak: i128,
    pub(super) end: i128,
    pub(super) path: Vec<Alignment>,
}

/// The lowest pass between two alignments, of at most 20 states, with the fewest moves.
pub(super) fn pass(
    weights: &Weights<i128>,
    from: &Alignment,
    to: &Alignment,
) -> Pass {
    let n = weights.states();
    let halves = Halves::of(weights);
    let start = weights.energy(&from.spins());
    let [from, to] = [from, to]
        .map(|sides| u32::try_from(sides.code()).expect("at most 20 states"));
    // Always the lowest open alignment next: the water that reaches the end has risen
    // to the lowest pass and no higher.
    let mut met = vec![false; 1 << (n - 1)];
    met[from as usize] = true;
    let mut open = BinaryHeap::from([Reverse((start, from))]);
    let (mut peak, mut end) = (start, start);
    while let Some(Reverse((energy, here))) = open.pop() {
        peak = peak.max(energy);
        if here == to {
            end = energy;
            break;
        }
        for (there, cost) in halves.moves_from(here) {
            if !std::mem::replace(&mut met[there as usize], true) {
                open.push(Reverse((energy + cost, there)));
            }
        }
    }
    // The fewest moves take a second walk, ring by ring and nowhere above the
    // pass: the lowest way to a place need not be the shortest that is low enough.
    let mut came = vec![NOWHERE; 1 << (n - 1)];
    came[from as usize] = from;
    let mut ring = VecDeque::from([(from, start)]);
    while let Some((here, energy)) = ring.pop_front() {
        if here == to {
            break;
        }
        for (there, cost) in halves.moves_from(here) {
            let before = &mut came[there as usize];
            if *before == NOWHERE && energy + cost <= peak {
                *before = here;
                ring.push_back((there, energy + cost));
            }
        }
    }
    let mut path = vec![to];
    let mut at = to;
    while at != from {
        at = came[at as usize];
        path.push(at);
    }
    path.reverse();
    let sides = |code| Alignment::from_code(n, u64::from(code));
    Pass { start, peak, end, path: path.into_iter().map(sides).collect() }
}

/// No code of at most 20 states.
const NOWHERE: u32 = u32::MAX;

/// What the states with a low number and those with a high one do for each state, for
/// all their sides: of the two tables one sum is a move's cost.
struct Halves {
    states: usize,
    cut: usize,
    low: Vec<i128>,
    high: Vec<i128>,
}

impl Halves {
    fn of(weights: &Weights<i128>) -> Self {
        let states = weights.states();
        let cut = states / 2;
        let table = |half: Range<usize>| {
            // Where all of the half stand together; then each state in turn goes across.
            let mut table = vec![0; states];
            for k in half.clone() {
                for (sum, &w) in table.iter_mut().zip(weights.row(k)) {
                    *sum += w;
                }
            }
            for k in half {
                let row = weights.row(k).iter().cycle();
                let across: Vec<i128> =
                    table.iter().zip(row).map(|(&sum, &w)| sum - twice(w)).collect();
                table.extend(across);
            }
            table
        };
        Self { states, cut, low: table(0..cut), high: table(cut..states) }
    }

    /// Every single move from an alignment: where it leads, and what the energy gains.
    fn moves_from(&self, code: u32) -> impl Iterator<Item = (u32, i128)> + '_ {
        let states = self.states;
        let low = (code & ((1 << self.cut) - 1)) as usize * states;
        let high = (code >> self.cut) as usize * states;
        let fields = self.low[low..][..states].iter().zip(&self.high[high..]);
        fields.enumerate().map(move |(mover, (&low, &high))| {
            let field = low + high;
            let cost = if code >> mover & 1 == 1 { -field } else { field };
            (canonical(code ^ 1 << mover, states), cost)
        })
    }
}

/// The code whose last state stands on the side that counts as its own.
fn canonical(code: u32, states: usize) -> u32 {
    if code >> (states - 1) & 1 == 1 { !code & ((1 << states) - 1) } else { code }
}
