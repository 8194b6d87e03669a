//! Power in bodies too large to count coalition by coalition, such as the 190
//! members of the International Monetary Fund with five million votes.
//!
//! For one weighted rule the chance of each sum of weights is kept in one array.
//! Each member's chance to be decisive needs the array of the others; divide and
//! conquer multiplies the right half in and recurses into the left, and the other
//! way round. Only sums that the members left can still lift to the quota are kept,
//! so the arrays halve as the recursion descends: O(*nW*) in all. There are only
//! additions of positive numbers, so the error stays near 1e-14, relative, even for
//! chances of one in ten million.
//!
//! Shapley–Shubik is the integral over *p* from 0 to 1 of the chance to be decisive
//! when each other member agrees with probability *p* (Owen's multilinear
//! extension): a polynomial, which Gauss–Legendre takes exactly with ⌈*n*/2⌉ nodes.

use super::error::VotingError;
use super::integral::pivots;
use super::layers::Layers;
use super::rule::{Body, Weighted};

/// The power indices of a large body as decimals, good to about 1e-12.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    power_to_act: f64,
    banzhaf: Vec<f64>,
    shapley_shubik: Option<Vec<f64>>,
}

/// The most nodes of a diagram for a rule that is no single weighted one.
const NODES: u64 = 1_000_000;
/// The longest array of sums: 160 MB.
const SUMS: u64 = 20_000_000;
/// The most steps of all members through all sums, at one probability.
const STEPS: u64 = 1_000_000_000;

/// Refuses a weighted rule whose sums would be too many.
fn bound(rule: &Weighted) -> Result<(), VotingError> {
    let quota = u128::from(rule.quota().min(rule.dual().quota()));
    VotingError::bound(quota, SUMS)?;
    VotingError::bound(quota * rule.weights().len() as u128, STEPS)
}

enum Engine {
    Sums(Box<Sums>),
    Layers(Layers),
}

impl Engine {
    fn of(body: &Body) -> Result<Self, VotingError> {
        let flat = body.flat();
        if let [leaf] = flat.leaves.as_slice()
            && bound(leaf).is_ok()
        {
            return Ok(Self::Sums(Box::new(Sums::of(leaf))));
        }
        Layers::of(body, NODES).map(Self::Layers)
    }

    fn decisive(&self, p: f64) -> Vec<f64> {
        match self {
            Self::Sums(sums) => sums.decisive(p),
            Self::Layers(layers) => layers.at(p).1,
        }
    }

    fn power_to_act(&self) -> f64 {
        match self {
            Self::Sums(sums) => sums.power_to_act(),
            Self::Layers(layers) => layers.at(0.5).0,
        }
    }
}

impl Estimate {
    /// The Penrose–Banzhaf and Coleman indices alone, which cost one pass.
    ///
    /// # Errors
    /// When the rule is neither one weighted rule of moderate size nor small enough
    /// for a decision diagram.
    pub fn banzhaf_only(body: &Body) -> Result<Self, VotingError> {
        let engine = Engine::of(body)?;
        Ok(Self {
            power_to_act: engine.power_to_act(),
            banzhaf: engine.decisive(0.5),
            shapley_shubik: None,
        })
    }

    /// All indices. The number of nodes of the integral doubles until the
    /// Shapley–Shubik indices sum to 1 within 1e-12, or the rule is exact.
    ///
    /// # Errors
    /// As [`Estimate::banzhaf_only`].
    ///
    /// ```
    /// use demarche::voting::{Body, Estimate};
    /// let council = Body::weighted(39, [vec![7; 5], vec![1; 10]].concat())?;
    /// let power = Estimate::of(&council)?;
    /// let shapley = power.shapley_shubik().unwrap_or_default();
    /// assert!((shapley[0] - 421.0 / 2145.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(body: &Body) -> Result<Self, VotingError> {
        let engine = Engine::of(body)?;
        let at = |p: f64| engine.decisive(p);
        Ok(Self {
            power_to_act: engine.power_to_act(),
            banzhaf: engine.decisive(0.5),
            shapley_shubik: Some(pivots(&at, body.len())),
        })
    }

    /// All indices of one weighted rule, without the members' names: what a slider
    /// redraws.
    ///
    /// # Errors
    /// When quota and blocking quota are both above 20 million, or times members
    /// above a billion.
    ///
    /// ```
    /// use demarche::voting::{Estimate, Weighted};
    /// let six = Weighted::new(12, vec![4, 4, 4, 2, 2, 1])?;
    /// assert_eq!(Estimate::of_weighted(&six)?.banzhaf()[5], 0.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_weighted(rule: &Weighted) -> Result<Self, VotingError> {
        let rule = rule.reduced();
        bound(&rule)?;
        let sums = Sums::of(&rule);
        let at = |p: f64| sums.decisive(p);
        Ok(Self {
            power_to_act: sums.power_to_act(),
            banzhaf: sums.decisive(0.5),
            shapley_shubik: Some(pivots(&at, rule.weights().len())),
        })
    }

    /// Coleman's power of the body to act.
    pub const fn power_to_act(&self) -> f64 {
        self.power_to_act
    }

    /// The absolute Penrose–Banzhaf index of each member.
    pub fn banzhaf(&self) -> &[f64] {
        &self.banzhaf
    }

    /// The normalised Banzhaf index of each member.
    pub fn normalised(&self) -> Vec<f64> {
        let sum: f64 = self.banzhaf.iter().sum();
        self.banzhaf.iter().map(|own| own / sum).collect()
    }

    /// The Shapley–Shubik index of each member, if it was asked for.
    pub fn shapley_shubik(&self) -> Option<&[f64]> {
        self.shapley_shubik.as_deref()
    }

    /// Coleman's power of each member to prevent: *PB*/2*A*, at most 1.
    pub fn prevent(&self) -> Vec<f64> {
        let each = self.banzhaf.iter().map(|pb| pb / (2.0 * self.power_to_act));
        each.map(|power| power.min(1.0)).collect()
    }

    /// Coleman's power of each member to initiate: *PB*/2(1 − *A*), at most 1.
    pub fn initiate(&self) -> Vec<f64> {
        let each =
            self.banzhaf.iter().map(|pb| pb / (2.0 * (1.0 - self.power_to_act)));
        each.map(|power| power.min(1.0)).collect()
    }
}

/// One weighted rule: the distinct weights, the quota or its blocking twin,
/// whichever is smaller.
struct Sums {
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
    fn of(leaf: &Weighted) -> Self {
        let dual = leaf.dual().quota();
        let twin = dual < leaf.quota();
        let (class_of, classes) = super::rule::classes(&[leaf.weights()]);
        let groups: Vec<Group> = classes
            .iter()
            .enumerate()
            .map(|(class, group)| Group {
                weight: place(leaf.weights()[group[0]]),
                members: group.len(),
                class,
            })
            .collect();
        Self { quota: place(leaf.quota().min(dual)), twin, groups, class_of }
    }

    /// The chance of the sum "quota − 1 − place" at each place: nobody has voted.
    fn start(&self) -> Vec<f64> {
        let mut chances = vec![0.0; self.quota];
        chances[self.quota - 1] = 1.0;
        chances
    }

    fn power_to_act(&self) -> f64 {
        let mut chances = self.start();
        for group in &self.groups {
            for _ in 0..group.members {
                take_in(&mut chances, group.weight, 0.5, self.quota);
            }
        }
        let below = sum(&chances);
        // The twin's losing sums are the noes that still let the motion pass.
        if self.twin { below } else { 1.0 - below }
    }

    fn decisive(&self, p: f64) -> Vec<f64> {
        // In the twin, who would agree abstains from blocking.
        let p = if self.twin { 1.0 - p } else { p };
        let mut by_class = vec![0.0; self.groups.len()];
        self.descend(&self.groups, self.start(), p, &mut by_class);
        self.class_of.iter().map(|&class| by_class[class]).collect()
    }

    fn descend(
        &self,
        groups: &[Group],
        mut chances: Vec<f64>,
        p: f64,
        out: &mut [f64],
    ) {
        if let [group] = groups {
            let mut left = group.weight * group.members;
            for _ in 1..group.members {
                left -= group.weight;
                take_in(&mut chances, group.weight, p, self.quota.min(left));
            }
            // Decisive: the others' sum lies in the last `weight` below the quota.
            let reach = group.weight.min(chances.len());
            out[group.class] = sum(&chances[..reach]);
            return;
        }
        let (even, odd) = dealt(groups);
        let mut copy = chances.clone();
        self.take_all(&mut copy, &odd, &even, p);
        self.descend(&even, copy, p, out);
        self.take_all(&mut chances, &even, &odd, p);
        self.descend(&odd, chances, p, out);
    }

    fn take_all(
        &self,
        chances: &mut Vec<f64>,
        taken: &[Group],
        kept: &[Group],
        p: f64,
    ) {
        let mut left = weight_of(kept) + weight_of(taken);
        for group in taken {
            for _ in 0..group.members {
                left -= group.weight;
                take_in(chances, group.weight, p, self.quota.min(left));
            }
        }
        chances.truncate(self.quota.min(left));
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

/// One more member with this weight, who agrees with probability `p`. Place *j*
/// holds the sum "quota − 1 − *j*", so what adds `weight` comes from *j* + `weight`.
/// Places from `keep` on are too far below the quota to be lifted and are dropped.
fn take_in(chances: &mut Vec<f64>, weight: usize, p: f64, keep: usize) {
    let stay = 1.0 - p;
    chances.truncate(keep.saturating_add(weight).max(1));
    let length = chances.len();
    if weight == 0 {
        return;
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
    chances.truncate(keep.max(1));
}
