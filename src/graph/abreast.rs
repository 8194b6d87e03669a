//! The search for the alignments at rest, in 32 bits and several ways at a time.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is not compiled for the widest registers"
)]

use core::cmp::Reverse;

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, i32x16};
use num_traits::Signed;

use super::stable::AtRest;
use super::weights::Weights;
use super::whole::Whole;

/// All alignments that no single state would leave, or `None` when there are more
/// than `limit`.
pub(super) fn stable<N: Whole>(
    short: &Short,
    limit: usize,
) -> Option<Vec<AtRest<N>>> {
    dispatch!(Level::new(), simd => walk(simd, short, limit))
}

/// So many states are placed at a time, in so many ways.
const ABREAST: usize = 4;
const WAYS: usize = 1 << ABREAST;

/// A number for each way, on a line of the cache of its own.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Ways([i32; WAYS]);

impl Ways {
    const NONE: Self = Self([0; WAYS]);
}
type Abreast<S> = i32x16<S>;

/// The weights in 32 bits, the states renumbered heaviest first.
pub(super) struct Short {
    states: usize,
    units: Vec<i32>,
    sizes: Vec<i32>,
    order: Vec<usize>,
}

impl Short {
    /// `None` for more than 64 states or sums that might not fit.
    pub(super) fn of<N: Whole>(weights: &Weights<N>) -> Option<Self> {
        let (states, sizes) = (weights.states(), weights.sizes());
        // Slack is at most the total, and so is what is kept of it on both sides.
        let total: N = sizes.iter().copied().sum();
        if states > 64 || total > N::of((i32::MAX / 4).into()) {
            return None;
        }
        // As `Weights::order`, but for so few states sorting is faster.
        let mut order: Vec<usize> = (0..states).collect();
        order.sort_by_key(|&state| Reverse(sizes[state]));
        let unit = |unit: N| unit.to_i32().unwrap_or_default();
        let sizes = order.iter().map(|&i| unit(sizes[i])).collect();
        let units = weights.units_in(&order, unit);
        Some(Self { states, units, sizes, order })
    }

    fn row(&self, state: usize) -> &[i32] {
        &self.units[state * self.states..][..self.states]
    }
}

/// By state: all bits of the ways in which it goes to the second side.
const GOES: [Ways; ABREAST] = {
    let mut goes = [Ways::NONE; ABREAST];
    let mut at = 0;
    while at < ABREAST * WAYS {
        let (i, way) = (at / WAYS, at % WAYS);
        goes[i].0[way] = if way >> i & 1 == 1 { !0 } else { 0 };
        at += 1;
    }
    goes
};

/// The placement of a few states in all ways.
struct Step {
    from: usize,
    count: usize,
    /// The bits of the ways: two for each state.
    ways: u64,
    /// For each state placed what each way takes from its slack on the side where the
    /// way puts it, and its slack on both sides together.
    own: [(Ways, i32); ABREAST],
}

impl Step {
    /// Adds to `takes`.
    #[inline(always)]
    fn of<S: Simd>(
        simd: S,
        short: &Short,
        [from, count]: [usize; 2],
        takes: &mut [[Ways; 2]],
    ) -> Self {
        for (i, goes) in GOES.iter().enumerate().take(count) {
            let goes = Abreast::load_array_ref(simd, &goes.0);
            for (takes, &w) in takes.iter_mut().zip(short.row(from + i)) {
                let more = goes & (2 * w);
                for (takes, more) in takes.iter_mut().zip([more - w, -more + w]) {
                    let whole = Abreast::load_array_ref(simd, &takes.0) + w.abs();
                    (whole + more).store_array(&mut takes.0);
                }
            }
        }
        let mut own = [(Ways::NONE, 0); ABREAST];
        for (i, (taken, both)) in own.iter_mut().enumerate().take(count) {
            let [first, second] = &takes[from + i];
            let first = Abreast::load_array_ref(simd, &first.0);
            let across = Abreast::load_array_ref(simd, &second.0) - first;
            let goes = Abreast::load_array_ref(simd, &GOES[i].0);
            (first + (goes & across)).store_array(&mut taken.0);
            *both = short.row(from + i)[from..].iter().map(|w| 2 * w.abs()).sum();
        }
        Self { from, count, ways: (1 << (1 << count)) - 1, own }
    }
}

#[inline(always)]
fn walk<S: Simd, N: Whole>(
    simd: S,
    short: &Short,
    limit: usize,
) -> Option<Vec<AtRest<N>>> {
    let n = short.states;
    let pairs: i32 = short.units.iter().sum();
    // The first state stays put: the mirror image is the same alignment. The first step
    // is the short one.
    let count = (n - 1).div_ceil(ABREAST);
    let mut steps = Vec::with_capacity(count);
    // By step, state and side: what each way takes from the slack of a state that
    // stands there, twice the weight of the ties that are frustrated.
    let mut takes = vec![[Ways::NONE; 2]; count * n];
    let mut from = 1;
    for takes in takes.chunks_exact_mut(n) {
        let count = (n - from - 1) % ABREAST + 1;
        steps.push(Step::of(simd, short, [from, count], takes));
        from += count;
    }
    // By step, state and way: the slack of the state on its side, hⱼ as it would be if
    // all states to come were helpful. A state without a side is taken to stand on the
    // first. The first row is the start, in its way 0.
    let mut slacks = vec![Ways::NONE; (steps.len() + 1) * n];
    for (j, slack) in slacks[..n].iter_mut().enumerate() {
        let first = short.row(j)[0];
        slack.0[0] = short.sizes[j] - first.abs() + first;
    }
    // By step: the bits of the ways still to be gone on from, and of the states placed
    // before that stand on the second side.
    let mut open = vec![(0_u64, 0_u64); steps.len() + 1];
    open[0].0 = 1;
    let mut found = Vec::with_capacity(16);
    let mut level = 0;
    loop {
        let (ways, second) = &mut open[level];
        if *ways == 0 {
            if level == 0 {
                return Some(found);
            }
            level -= 1;
            continue;
        }
        let way = ways.trailing_zeros() as usize % WAYS;
        *ways &= *ways - 1;
        let second = *second
            | (way as u64)
                << level.checked_sub(1).map_or(0, |before| steps[before].from);
        let (before, after) = slacks[level * n..].split_at_mut(n);
        let Some(step) = steps.get(level) else {
            if found.len() == limit {
                return None;
            }
            // With nobody to come the slack is hⱼ, and every pair counts for both.
            let harmony: i32 = before.iter().map(|slack| slack.0[way]).sum();
            found.push(at_rest(short, (pairs - harmony) / 4, second));
            continue;
        };
        let load = |numbers: &Ways| Abreast::load_array_ref(simd, &numbers.0);
        let mut wrong = Abreast::splat(simd, 0);
        let mut rows = before.iter().zip(&takes[level * n..]).zip(after);
        let mut sides = second;
        for ((before, takes), after) in rows.by_ref().take(step.from) {
            let takes = load(&takes[(sides & 1) as usize]);
            let left = Abreast::splat(simd, before.0[way]) - takes;
            wrong |= left;
            left.store_array(&mut after.0);
            sides >>= 1;
        }
        for (i, ((before, _), after)) in rows.by_ref().take(step.count).enumerate() {
            let (takes, both) = &step.own[i];
            let slack = before.0[way];
            let across = load(&GOES[i]) & (both - 2 * slack);
            let left = across + slack - load(takes);
            wrong |= left;
            left.store_array(&mut after.0);
        }
        let ways = wrong.simd_ge(0).to_bitmask() & step.ways;
        if ways == 0 {
            continue;
        }
        for ((before, takes), after) in rows {
            let left = Abreast::splat(simd, before.0[way]) - load(&takes[0]);
            left.store_array(&mut after.0);
        }
        level += 1;
        open[level] = (ways, second);
    }
}

/// An alignment in which everybody stands somewhere.
fn at_rest<N: Whole>(short: &Short, energy: i32, second: u64) -> AtRest<N> {
    let mut sides = vec![false; short.states];
    for (place, &state) in short.order.iter().enumerate() {
        sides[state] = second >> place & 1 == 1;
    }
    AtRest { energy: N::of(energy.into()), sides }
}
