//! Power by drawing: for a body that neither an exact count nor the arrays of
//! [`Estimate`](super::Estimate) take.

use core::num::NonZeroU32;

use serde::Serialize;

use super::ballots::{Assembly, Ballot, Leaves};
use super::rule::{Body, Flat};
use crate::chance::{Rng, below, shuffle};

/// Power indices from random coalitions and random orders, with their error.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sample {
    draws: NonZeroU32,
    power_to_act: f64,
    banzhaf: Vec<f64>,
    shapley_shubik: Vec<f64>,
}

impl Sample {
    /// Draws so many coalitions and as many orders of joining. The work is
    /// proportional to draws times members.
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use demarche::chance::seeded;
    /// use demarche::voting::{Body, Sample};
    /// let body = Body::weighted(3, vec![3, 2, 1])?;
    /// let draws = NonZeroU32::new(10_000).unwrap_or(NonZeroU32::MIN);
    /// let sample = Sample::of(&body, &mut seeded(1), draws);
    /// assert!((sample.shapley_shubik()[0] - 2.0 / 3.0).abs() < sample.within());
    /// # Ok::<(), demarche::voting::VotingError>(())
    /// ```
    pub fn of(body: &Body, rng: &mut impl Rng, draws: NonZeroU32) -> Self {
        let flat = body.flat();
        let n = body.len();
        let mut passing = 0_u32;
        let (mut swings, mut pivots) = (vec![0_u32; n], vec![0_u32; n]);
        let mut yes = vec![false; n];
        let mut order: Vec<usize> = (0..n).collect();
        let mut sums = vec![0_u64; flat.leaves.len()];
        for _ in 0..draws.get() {
            sums.fill(0);
            let mut coins = 0;
            for (member, agrees) in yes.iter_mut().enumerate() {
                if member % 64 == 0 {
                    coins = rng.next_u64();
                }
                *agrees = coins >> (member % 64) & 1 == 1;
                if *agrees {
                    join(&flat, &mut sums, member);
                }
            }
            let passes = flat.wins(&sums);
            passing += u32::from(passes);
            for member in 0..n {
                // Who said no to what passes, or yes to what fails, cannot turn it.
                swings[member] += u32::from(
                    yes[member] == passes && turns(&flat, &sums, member, passes),
                );
            }
            sums.fill(0);
            shuffle(rng, &mut order);
            for &member in &order {
                join(&flat, &mut sums, member);
                if flat.wins(&sums) {
                    pivots[member] += 1;
                    break;
                }
            }
        }
        Self::shares(draws, passing, swings, pivots)
    }

    /// The same where members may abstain, the three answers equally likely: the chance
    /// that a turn from no to yes turns the outcome, and the roll call's pivots.
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use demarche::chance::seeded;
    /// use demarche::voting::{Sample, bodies};
    /// let council = bodies::security_council_as_practised();
    /// let draws = NonZeroU32::new(10_000).unwrap_or(NonZeroU32::MIN);
    /// let sample = Sample::of_assembly(&council, &mut seeded(1), draws);
    /// assert!((sample.power_to_act() - 0.0102).abs() < sample.within());
    /// ```
    pub fn of_assembly(
        assembly: &Assembly,
        rng: &mut impl Rng,
        draws: NonZeroU32,
    ) -> Self {
        let leaves = Leaves::of(assembly);
        let n = assembly.members().len();
        let totals: Vec<u64> = leaves.weights().map(|w| w.iter().sum()).collect();
        let mut passing = 0_u32;
        let (mut swings, mut pivots) = (vec![0_u32; n], vec![0_u32; n]);
        let mut order: Vec<usize> = (0..n).collect();
        for _ in 0..draws.get() {
            let ballots: Vec<Ballot> = (0..n)
                .map(|_| match below(rng, 3) {
                    0 => Ballot::Yes,
                    1 => Ballot::Abstain,
                    _ => Ballot::No,
                })
                .collect();
            let mut sums = vec![(0, 0); totals.len()];
            for (member, &ballot) in ballots.iter().enumerate() {
                cast(&leaves, &mut sums, member, ballot);
            }
            passing += u32::from(leaves.hold(|_, leaf| sums[leaf]));
            for member in 0..n {
                let voting = |ballot| {
                    leaves.hold(|weights, leaf| {
                        let own = weights[member];
                        let (yes, no) = counted(ballots[member], own);
                        let others = (sums[leaf].0 - yes, sums[leaf].1 - no);
                        let (yes, no) = counted(ballot, own);
                        (others.0 + yes, others.1 + no)
                    })
                };
                swings[member] +=
                    u32::from(voting(Ballot::Yes) && !voting(Ballot::No));
            }
            shuffle(rng, &mut order);
            sums.fill((0, 0));
            let mut open = totals.clone();
            for &member in &order {
                cast(&leaves, &mut sums, member, ballots[member]);
                for (open, weights) in open.iter_mut().zip(leaves.weights()) {
                    *open -= weights[member];
                }
                let (none, all) = (
                    leaves.hold(|_, leaf| (sums[leaf].0, sums[leaf].1 + open[leaf])),
                    leaves.hold(|_, leaf| (sums[leaf].0 + open[leaf], sums[leaf].1)),
                );
                if none || !all {
                    pivots[member] += 1;
                    break;
                }
            }
        }
        Self::shares(draws, passing, swings, pivots)
    }

    fn shares(
        draws: NonZeroU32,
        passing: u32,
        swings: Vec<u32>,
        pivots: Vec<u32>,
    ) -> Self {
        let share = |count: u32| f64::from(count) / f64::from(draws.get());
        Self {
            draws,
            power_to_act: share(passing),
            banzhaf: swings.into_iter().map(share).collect(),
            shapley_shubik: pivots.into_iter().map(share).collect(),
        }
    }

    /// How many coalitions, and how many orders, were drawn.
    pub const fn draws(&self) -> NonZeroU32 {
        self.draws
    }

    /// Two standard errors of any share here, at most: 1/√draws. Each share is
    /// within it nineteen times in twenty.
    pub fn within(&self) -> f64 {
        1.0 / f64::from(self.draws.get()).sqrt()
    }

    /// Coleman's power of the body to act.
    pub const fn power_to_act(&self) -> f64 {
        self.power_to_act
    }

    /// The absolute Penrose–Banzhaf index of each member.
    pub fn banzhaf(&self) -> &[f64] {
        &self.banzhaf
    }

    /// The Shapley–Shubik index of each member.
    pub fn shapley_shubik(&self) -> &[f64] {
        &self.shapley_shubik
    }
}

/// What a ballot adds to the yes and to the no.
const fn counted(ballot: Ballot, weight: u64) -> (u64, u64) {
    match ballot {
        Ballot::Yes => (weight, 0),
        Ballot::Abstain => (0, 0),
        Ballot::No => (0, weight),
    }
}

fn cast(leaves: &Leaves, sums: &mut [(u64, u64)], member: usize, ballot: Ballot) {
    for (sum, weights) in sums.iter_mut().zip(leaves.weights()) {
        let (yes, no) = counted(ballot, weights[member]);
        *sum = (sum.0 + yes, sum.1 + no);
    }
}

fn join(flat: &Flat, sums: &mut [u64], member: usize) {
    for (sum, leaf) in sums.iter_mut().zip(&flat.leaves) {
        *sum += leaf.weights()[member];
    }
}

/// Whether the outcome turns when this member leaves those who carry the motion, or
/// joins those who do not.
fn turns(flat: &Flat, sums: &[u64], member: usize, passes: bool) -> bool {
    let then = flat.tree.holds(&|place| {
        let leaf = &flat.leaves[place];
        let own = leaf.weights()[member];
        let sum = if passes { sums[place] - own } else { sums[place] + own };
        sum >= leaf.quota()
    });
    then != passes
}
