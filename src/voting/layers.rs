//! A decision diagram in layers, one for each member: coalitions of the members so
//! far are one node when they still lack the same votes under every live part of
//! the rule. Any tree of weighted rules, exact or by probabilities.

use std::collections::HashMap;

use super::count::{Count, binomials};
use super::error::VotingError;
use super::rule::{Body, Flat};

/// Where a choice leads.
#[derive(Clone, Copy)]
enum Next {
    Lost,
    Won,
    Node(usize),
}

pub(super) struct Layers {
    /// Which member each layer asks, heaviest first.
    order: Vec<usize>,
    /// For each node of a layer: without this member, with it.
    nodes: Vec<Vec<[Next; 2]>>,
}

/// A leaf that is out of reach, or that no longer matters.
const IDLE: u64 = u64::MAX;
/// The longest list of reachable sums that is kept to merge equal needs.
const LISTED: usize = 1 << 13;

impl Layers {
    /// The diagram of a body, unless it has more than `most` nodes. The work is
    /// estimated before it begins.
    pub(super) fn of(body: &Body, most: u64) -> Result<Self, VotingError> {
        let flat = body.flat();
        let n = body.len();
        let mut order: Vec<usize> = (0..n).collect();
        let size = |m: usize| flat.leaves.iter().map(move |leaf| leaf.weights()[m]);
        order.sort_by_key(|&m| core::cmp::Reverse(size(m).max()));
        let leaves: Vec<Vec<u64>> = flat
            .leaves
            .iter()
            .map(|leaf| order.iter().map(|&m| leaf.weights()[m]).collect())
            .collect();
        let sums: Vec<Vec<Option<Vec<u64>>>> =
            leaves.iter().map(|w| reachable(w)).collect();
        let rest: Vec<Vec<u64>> = leaves.iter().map(|w| suffix_sums(w)).collect();

        let nodes = bound(&flat, &order, &sums, &rest);
        // Nodes that are settled early are not kept: the bound may be some times
        // too high, and what is near it is tried.
        if nodes > SLACK * u128::from(most) {
            VotingError::bound(nodes, most)?;
        }

        let mut nodes = Vec::with_capacity(n);
        let start: Vec<u64> =
            flat.leaves.iter().map(super::Weighted::quota).collect();
        let mut states: Vec<Box<[u64]>> = vec![start.into()];
        let mut left = most;
        let mut live = Vec::new();
        for layer in 0..n {
            let mut known: HashMap<Box<[u64]>, usize> = HashMap::new();
            let mut next_states = Vec::new();
            let mut step = |state: &[u64], taken: bool| {
                let mut needs: Box<[u64]> = state.into();
                for (leaf, need) in needs.iter_mut().enumerate() {
                    if *need == IDLE {
                        continue;
                    }
                    if taken {
                        *need = need.saturating_sub(leaves[leaf][layer]);
                    }
                    if *need > rest[leaf][layer + 1] {
                        *need = IDLE;
                    } else if let Some(list) = &sums[leaf][layer + 1] {
                        *need = list[list.partition_point(|sum| sum < need)];
                    }
                }
                live.clear();
                let leaf = |place: usize| match needs[place] {
                    0 => Some(true),
                    IDLE => Some(false),
                    _ => None,
                };
                match flat.tree.settled(&leaf, &mut live) {
                    Some(true) => return Next::Won,
                    Some(false) => return Next::Lost,
                    None => {}
                }
                for (place, need) in needs.iter_mut().enumerate() {
                    if !live.contains(&place) {
                        *need = if *need == 0 { 0 } else { IDLE };
                    }
                }
                if let Some(&node) = known.get(&needs) {
                    return Next::Node(node);
                }
                let node = next_states.len();
                known.insert(needs.clone(), node);
                next_states.push(needs);
                Next::Node(node)
            };
            let row: Vec<[Next; 2]> = states
                .iter()
                .map(|state| [step(state, false), step(state, true)])
                .collect();
            left = left
                .checked_sub(row.len() as u64)
                .ok_or(VotingError::TooManyCases { most })?;
            nodes.push(row);
            states = next_states;
        }
        Ok(Self { order, nodes })
    }

    /// Winning coalitions by size; swings by member and size.
    pub(super) fn count<T: Count>(&self) -> (Vec<T>, Vec<Vec<T>>) {
        let n = self.order.len();
        let none = vec![T::zero(); n + 1];
        let pascal: Vec<Vec<T>> = (0..=n).map(binomials).collect();
        // ways[layer][node]: wins among the members of the layers from here, by size.
        let mut ways: Vec<Vec<Vec<T>>> = vec![Vec::new(); n + 1];
        for layer in (0..n).rev() {
            let below = Below { none: &none, pascal: &pascal, ways: &ways };
            let row = self.nodes[layer].iter().map(|&[without, with]| {
                let mut sum = below.wins(without, layer + 1).to_vec();
                sum.push(T::zero());
                for (size, wins) in below.wins(with, layer + 1).iter().enumerate() {
                    sum[size + 1] = sum[size + 1].plus(wins);
                }
                sum
            });
            let row = row.collect();
            ways[layer] = row;
        }
        let below = Below { none: &none, pascal: &pascal, ways: &ways };
        let mut swings = vec![vec![T::zero(); n + 1]; n];
        let mut ahead = vec![vec![T::one()]];
        for layer in 0..n {
            let member = self.order[layer];
            let wide = self.nodes.get(layer + 1).map_or(0, Vec::len);
            let mut after = vec![vec![T::zero(); layer + 2]; wide];
            for (&[without, with], ahead) in self.nodes[layer].iter().zip(&ahead) {
                let low = below.wins(without, layer + 1);
                let high = below.wins(with, layer + 1);
                let gain: Vec<T> =
                    high.iter().zip(low).map(|(h, l)| h.minus(l)).collect();
                for (before, ways) in
                    ahead.iter().enumerate().filter(|(_, w)| !w.is_zero())
                {
                    for (behind, gain) in
                        gain.iter().enumerate().filter(|(_, g)| !g.is_zero())
                    {
                        let size = before + 1 + behind;
                        let more = ways.times(gain);
                        swings[member][size] = swings[member][size].plus(&more);
                    }
                }
                for (taken, next) in [without, with].into_iter().enumerate() {
                    if let Next::Node(node) = next {
                        for (size, ways) in ahead.iter().enumerate() {
                            let cell = &mut after[node][size + taken];
                            *cell = cell.plus(ways);
                        }
                    }
                }
            }
            ahead = after;
        }
        (ways.swap_remove(0).swap_remove(0), swings)
    }

    /// When each member agrees with probability `p`: the chance to win, and each
    /// member's chance to be decisive.
    pub(super) fn at(&self, p: f64) -> (f64, Vec<f64>) {
        let n = self.order.len();
        let mut wins: Vec<Vec<f64>> = vec![Vec::new(); n + 1];
        let open = |next: Next, layer: usize, wins: &[Vec<f64>]| match next {
            Next::Lost => 0.0,
            Next::Won => 1.0,
            Next::Node(node) => wins[layer][node],
        };
        for layer in (0..n).rev() {
            let row = self.nodes[layer].iter().map(|&[without, with]| {
                (1.0 - p) * open(without, layer + 1, &wins)
                    + p * open(with, layer + 1, &wins)
            });
            wins[layer] = row.collect();
        }
        let mut decisive = vec![0.0; n];
        let mut ahead = vec![1.0];
        for layer in 0..n {
            let wide = self.nodes.get(layer + 1).map_or(0, Vec::len);
            let mut after = vec![0.0; wide];
            for (&[without, with], ahead) in self.nodes[layer].iter().zip(&ahead) {
                let low = open(without, layer + 1, &wins);
                decisive[self.order[layer]] +=
                    ahead * (open(with, layer + 1, &wins) - low);
                if let Next::Node(node) = without {
                    after[node] += (1.0 - p) * ahead;
                }
                if let Next::Node(node) = with {
                    after[node] += p * ahead;
                }
            }
            ahead = after;
        }
        (wins[0][0], decisive)
    }
}

/// The winning completions below a choice, by size.
struct Below<'a, T> {
    none: &'a [T],
    pascal: &'a [Vec<T>],
    ways: &'a [Vec<Vec<T>>],
}

impl<'a, T> Below<'a, T> {
    fn wins(&self, next: Next, layer: usize) -> &'a [T] {
        let left = self.none.len() - 1 - layer;
        match next {
            Next::Lost => &self.none[..=left],
            Next::Won => &self.pascal[left],
            Next::Node(node) => &self.ways[layer][node],
        }
    }
}

/// By how much the bound on nodes may be too high.
const SLACK: u128 = 4;

/// A bound on the nodes of all layers: in each no more than the choices of the
/// members before it, and no more than the needs that those after it can tell apart.
fn bound(
    flat: &Flat,
    order: &[usize],
    sums: &[Vec<Option<Vec<u64>>>],
    rest: &[Vec<u64>],
) -> u128 {
    let (class_of, groups) = flat.classes();
    let mut asked = vec![0_u128; groups.len()];
    let mut nodes = 0_u128;
    for (layer, &member) in order.iter().enumerate() {
        let choices =
            asked.iter().fold(1_u128, |all, &one| all.saturating_mul(one + 1));
        let needs =
            flat.leaves.iter().enumerate().fold(1_u128, |all, (place, leaf)| {
                let list = sums[place][layer].as_ref();
                let kinds = list
                    .map_or(leaf.quota().min(rest[place][layer]), |list| {
                        list.len() as u64
                    });
                all.saturating_mul(u128::from(kinds) + 2)
            });
        nodes = nodes.saturating_add(choices.min(needs));
        asked[class_of[member]] += 1;
    }
    nodes
}

/// For each layer, the sums that the members from there on can reach, if few.
fn reachable(weights: &[u64]) -> Vec<Option<Vec<u64>>> {
    let mut lists = vec![Some(vec![0])];
    for &weight in weights.iter().rev() {
        let next = lists.last().and_then(Option::as_ref).and_then(|list| {
            let mut next = list.clone();
            next.extend(list.iter().map(|sum| sum + weight));
            next.sort_unstable();
            next.dedup();
            (next.len() <= LISTED).then_some(next)
        });
        lists.push(next);
    }
    lists.reverse();
    lists
}

fn suffix_sums(weights: &[u64]) -> Vec<u64> {
    let mut sums = vec![0; weights.len() + 1];
    for (place, weight) in weights.iter().enumerate().rev() {
        sums[place] = sums[place + 1] + weight;
    }
    sums
}
