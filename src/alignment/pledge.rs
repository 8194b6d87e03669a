//! What freedom to change sides is worth, and what it does to a promise.

use serde::Serialize;

use super::{AlignmentError, Landscape};
use crate::graph::GraphError;
use crate::graph::whole::{Scale, Whole as _};
use crate::numbers::{Probability, number};

number! {
    /// What a state loses by breaking a pledge, in the unit of frustration (size times
    /// propensity): from 0 to 10¹⁵⁰; or infinite, and then the state is pinned. As
    /// text and in JSON that one is the word `infinite`.
    ///
    /// ```
    /// use demarche::alignment::Penalty;
    /// let pinned: Penalty = "infinite".parse()?;
    /// assert_eq!(pinned, Penalty::INFINITE);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    Penalty, "a penalty from 0 to 1e150, or infinite", 0.0 <= x <= 1e150 or INFINITE {
        /// A pledge that costs nothing to break.
        NONE = 0.0,
    }
}

/// What a pledge to stand by one state is worth to both ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PledgeWorth {
    /// The share of the others' alignments in which the pledge is kept: what the
    /// friend can count on.
    pub kept: Probability,
    /// What the freedom to break it is worth to its giver: the frustration it
    /// expects to be spared, less the penalty.
    pub freedom: f64,
}

/// How often one state's choice decides which side is heavier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Swing {
    /// Alignments of the others in which its side is the heavier one, whichever it
    /// joins.
    pub decided: u64,
    /// All alignments of the others, mirror images once.
    pub of: u64,
}

impl Landscape {
    /// The worth of a pledge by `giver` to stand with `friend`. The others choose
    /// their sides at even odds; then the giver keeps the pledge unless leaving
    /// spares it more frustration than `penalty`. Indifferent, it keeps it.
    ///
    /// With Δ the frustration that leaving spares, the pledge is kept with the
    /// probability of Δ ≤ penalty, and the freedom to break it is worth the mean of
    /// max(0, Δ − penalty). It is an option; the penalty is its strike. Our own
    /// construction on Axelrod-Bennett-1993's frustration.
    ///
    /// ```
    /// use demarche::alignment::{Landscape, Penalty, courts};
    /// // Britain's pledge to Austria, by the rivalries of 1748.
    /// let landscape = Landscape::of_graph(&courts::rivalries(1748));
    /// let [britain, austria] = [0, 1];
    /// let free = landscape.pledge(britain, austria, Penalty::NONE)?;
    /// assert_eq!((free.kept.value(), free.freedom), (0.5, 0.5));
    /// let bound = landscape.pledge(britain, austria, Penalty::new(1.0)?)?;
    /// assert_eq!((bound.kept.value(), bound.freedom), (1.0, 0.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When there are more than 24 states, one of the two is no state, both are the
    /// same, or the pulls and the penalty lie too far apart to be added exactly.
    ///
    /// # Panics
    /// Never: a share of alignments is a probability.
    pub fn pledge(
        &self,
        giver: usize,
        friend: usize,
        penalty: Penalty,
    ) -> Result<PledgeWorth, AlignmentError> {
        let others = self.others("states for a pledge", giver, Some(friend))?;
        let all = 1_u64 << others.len();
        if penalty.value().is_infinite() {
            let kept = Probability::new(1.0).expect("1 is a probability");
            return Ok(PledgeWorth { kept, freedom: 0.0 });
        }
        let pull =
            |&j: &usize| [self.size(j).value(), self.propensity(giver, j), 1.0];
        let mut sums: Vec<[f64; 3]> = others.iter().map(pull).collect();
        sums.extend([pull(&friend), [1.0, penalty.value(), 1.0]]);
        // In whole units an even choice is even, whatever the order of the sum.
        let (scale, sums) = in_units(&sums)?;
        let (pull, rest) = sums.split_at(others.len());
        let [with_friend, penalty] = [rest[0], rest[1]];
        let (mut kept, mut freedom) = (0_u64, 0.0);
        for code in 0..all {
            // Bit j set: that state stands with the friend.
            let fold = |sum: i128, (bit, pull): (usize, &i128)| {
                if code >> bit & 1 == 1 { sum - pull } else { sum + pull }
            };
            let spared = pull.iter().enumerate().fold(-with_friend, fold);
            if spared <= penalty {
                kept += 1;
            } else {
                freedom += (spared - penalty).value();
            }
        }
        let kept = Probability::new(kept as f64 / all as f64).expect("a share");
        Ok(PledgeWorth { kept, freedom: scale.worth(freedom) / all as f64 })
    }

    /// How often a free state's choice makes its side the heavier one, over all
    /// alignments of the others. `pinned` names pairs (follower, leader) that always
    /// stand together: a pinned follower decides nothing, and its leader chooses
    /// with the weight of both. Equal weights decide nothing.
    ///
    /// It is the Penrose–Banzhaf count with sizes for votes.
    ///
    /// ```
    /// use demarche::alignment::{Landscape, Swing};
    /// let five = Landscape::rivals(&["1".parse()?; 5])?;
    /// assert_eq!(five.swing(0, &[])?, Swing { decided: 3, of: 8 });
    /// // Pinned to a leader, the one follows and the other decides for two.
    /// assert_eq!(five.swing(0, &[(0, 1)])?.decided, 0);
    /// assert_eq!(five.swing(1, &[(0, 1)])?, Swing { decided: 3, of: 4 });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When there are more than 24 states, a number names no state, a follower is its
    /// own leader, has two, or leads others itself, or the sizes lie too far apart to
    /// be added exactly.
    pub fn swing(
        &self,
        state: usize,
        pinned: &[(usize, usize)],
    ) -> Result<Swing, AlignmentError> {
        self.others("states for a swing", state, None)?;
        let sizes = (0..self.states()).map(|i| [self.size(i).value(), 1.0, 1.0]);
        let (_, mut weight) = in_units(&sizes.collect::<Vec<_>>())?;
        let mut follows = vec![false; self.states()];
        for &(follower, leader) in pinned {
            self.others("states for a swing", follower, Some(leader))?;
            let chained = pinned.iter().any(|&(_, other)| other == follower);
            if chained || follows[follower] {
                return Err(AlignmentError::Chained { state: follower });
            }
            follows[follower] = true;
            weight[leader] += weight[follower];
        }
        let rest = (0..self.states()).filter(|&i| i != state && !follows[i]);
        let rest: Vec<i128> = rest.map(|i| weight[i]).collect();
        // One of the others stays put: mirror images are one alignment.
        let of = 1_u64 << rest.len().saturating_sub(1);
        if follows[state] {
            return Ok(Swing { decided: 0, of });
        }
        let decides = |code: &u64| {
            let gap = rest.iter().enumerate().map(|(bit, weight)| {
                if code >> bit & 1 == 1 { *weight } else { -weight }
            });
            gap.sum::<i128>().abs() < weight[state]
        };
        Ok(Swing { decided: (0..of).filter(decides).count() as u64, of })
    }

    /// Everybody but these two, checked.
    fn others(
        &self,
        what: &'static str,
        state: usize,
        friend: Option<usize>,
    ) -> Result<Vec<usize>, AlignmentError> {
        let states = self.within(what, 24)?;
        let named = [Some(state), friend];
        if let Some(found) = named.into_iter().flatten().find(|&i| i >= states) {
            return Err(GraphError::NoSuchState { states, found }.into());
        }
        if friend == Some(state) {
            return Err(GraphError::TieWithItself { state }.into());
        }
        Ok((0..states).filter(|&i| i != state && Some(i) != friend).collect())
    }
}

/// These products in whole units.
fn in_units(products: &[[f64; 3]]) -> Result<(Scale, Vec<i128>), AlignmentError> {
    let scale =
        Scale::of(products.iter().copied()).ok_or(AlignmentError::TooFarApart)?;
    Ok((scale, products.iter().map(|&product| scale.units(product)).collect()))
}
