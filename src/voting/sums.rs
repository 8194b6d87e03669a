//! One weighted rule, with the chance of each sum of weights in one array.
//!
//! Each member's chance to be decisive needs the array of the others; divide and
//! conquer multiplies the right half in and recurses into the left, and the other
//! way round. Only sums that the members left can still lift to the quota are kept,
//! so the arrays halve as the recursion descends: O(*nW*) in all. There are only
//! additions of positive numbers, so the error stays near 1e-14, relative, even for
//! chances of one in ten million.

use super::error::VotingError;
use super::rule::{Weighted, classes};

/// The longest array of sums: 160 MB.
const SUMS: u64 = 20_000_000;
/// The most steps of all members through all sums, at one probability.
const STEPS: u64 = 1_000_000_000;

/// One weighted rule: the distinct weights, the quota or its blocking twin,
/// whichever is smaller.
pub(super) struct Sums {
    quota: usize,
    twin: bool,
    groups: Vec<Group>,
    class_of: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Group {
    weight: usize,
    members: usize,
    class: usize,
}

impl Sums {
    /// The sums of a rule, unless they would be too many.
    pub(super) fn of(leaf: &Weighted) -> Result<Self, VotingError> {
        let dual = leaf.dual().quota();
        let quota = leaf.quota().min(dual);
        let steps = u128::from(quota) * leaf.weights().len() as u128;
        VotingError::bound(quota.into(), SUMS)?;
        VotingError::bound(steps, STEPS)?;
        let twin = dual < leaf.quota();
        let (class_of, classes) = classes(&[leaf.weights()]);
        let groups: Vec<Group> = classes
            .iter()
            .enumerate()
            .map(|(class, group)| Group {
                weight: place(leaf.weights()[group[0]]),
                members: group.len(),
                class,
            })
            .collect();
        Ok(Self { quota: place(quota), twin, groups, class_of })
    }

    /// The chance of the sum "quota − 1 − place" at each place: nobody has voted.
    fn start(&self) -> Vec<f64> {
        let mut chances = vec![0.0; self.quota];
        chances[self.quota - 1] = 1.0;
        chances
    }

    /// The chance that a motion passes, and that each member is decisive.
    pub(super) fn at(&self, p: f64) -> (f64, Vec<f64>) {
        // In the twin, who would agree abstains from blocking.
        let p = if self.twin { 1.0 - p } else { p };
        let mut by_class = vec![0.0; self.groups.len()];
        let below = self.descend(&self.groups, self.start(), p, &mut by_class);
        let decisive = self.class_of.iter().map(|&class| by_class[class]).collect();
        // The twin's losing sums are the noes that still let the motion pass.
        (if self.twin { below } else { 1.0 - below }, decisive)
    }

    /// The chance of all sums below the quota, when these groups have voted too.
    fn descend(
        &self,
        groups: &[Group],
        mut chances: Vec<f64>,
        p: f64,
        out: &mut [f64],
    ) -> f64 {
        if let [group] = groups {
            let (mut left, mut lost) = (group.weight * group.members, 0.0);
            for _ in 1..group.members {
                left -= group.weight;
                lost += take_in(&mut chances, group.weight, p, self.quota.min(left));
            }
            // Decisive: the others' sum lies in the last `weight` below the quota.
            let (lifted, below) = chances.split_at(group.weight.min(chances.len()));
            out[group.class] = sum(lifted);
            return lost + sum(below) + (1.0 - p) * sum(lifted);
        }
        let (even, odd) = dealt(groups);
        let mut copy = chances.clone();
        let lost = self.take_all(&mut copy, &odd, &even, p);
        let below = lost + self.descend(&even, copy, p, out);
        self.take_all(&mut chances, &even, &odd, p);
        self.descend(&odd, chances, p, out);
        below
    }

    fn take_all(
        &self,
        chances: &mut Vec<f64>,
        taken: &[Group],
        kept: &[Group],
        p: f64,
    ) -> f64 {
        let (mut left, mut lost) = (weight_of(kept) + weight_of(taken), 0.0);
        for group in taken {
            for _ in 0..group.members {
                left -= group.weight;
                lost += take_in(chances, group.weight, p, self.quota.min(left));
            }
        }
        lost + cut(chances, left)
    }
}

/// A sum in blocks and lanes: short chains of additions lose fewer digits.
fn sum(chances: &[f64]) -> f64 {
    let block = |block: &[f64]| {
        let mut lanes = [0.0; 8];
        for eight in block.chunks(8) {
            for (lane, chance) in lanes.iter_mut().zip(eight) {
                *lane += chance;
            }
        }
        lanes.iter().sum::<f64>()
    };
    chances.chunks(512).map(block).sum()
}

/// Two halves of about the same weight: each group goes to the lighter one.
fn dealt(groups: &[Group]) -> (Vec<Group>, Vec<Group>) {
    let (mut one, mut other) = (Vec::new(), Vec::new());
    let load = |half: &[Group]| (weight_of(half), half.len());
    for &group in groups {
        let lighter = if load(&one) <= load(&other) { &mut one } else { &mut other };
        lighter.push(group);
    }
    (one, other)
}

fn weight_of(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.weight * group.members).sum()
}

pub(super) fn place(weight: u64) -> usize {
    usize::try_from(weight).expect("a weight within the bound fits an address")
}

/// Drops the places from `keep` on and says how likely they were.
fn cut(chances: &mut Vec<f64>, keep: usize) -> f64 {
    let dropped = sum(chances.get(keep..).unwrap_or_default());
    chances.truncate(keep);
    dropped
}

/// One more member with this weight, who agrees with probability `p`. Place *j*
/// holds the sum "quota − 1 − *j*", so what adds `weight` comes from *j* + `weight`.
/// Places from `keep` on are too far below the quota to be lifted: they are dropped, and
/// it says how likely they were.
fn take_in(chances: &mut Vec<f64>, weight: usize, p: f64, keep: usize) -> f64 {
    let stay = 1.0 - p;
    let lost = cut(chances, keep.saturating_add(weight));
    let length = chances.len();
    if weight == 0 {
        return lost;
    }
    let keep = keep.min(length);
    // Blocks no longer than the weight read only what is not yet written.
    let lifted = keep.min(length.saturating_sub(weight));
    let mut start = 0;
    while start < lifted {
        let end = lifted.min(start + weight);
        let (low, high) = chances.split_at_mut(start + weight);
        let sources = &high[..end - start];
        for (chance, from) in low[start..end].iter_mut().zip(sources) {
            *chance = stay * *chance + p * from;
        }
        start = end;
    }
    for chance in &mut chances[lifted..keep] {
        *chance *= stay;
    }
    lost + stay * cut(chances, keep)
}
