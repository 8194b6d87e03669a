//! Two memory-one strategies against each other: a chain of four states.

use serde::Serialize;

use super::memory::{Leaning, MemoryOne};
use super::{SignalsError, surely};
use crate::games::{Move, Payoffs};
use crate::numbers::{Discount, Probability};

/// How often each of the four outcomes happens, as shares of the rounds that sum to
/// 1: CC, CD, DC, DD, the first player's move first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Outcomes([f64; 4]);

impl Outcomes {
    pub(super) const fn new(shares: [f64; 4]) -> Self {
        Self(shares)
    }

    /// The shares of CC, CD, DC and DD.
    pub const fn shares(&self) -> [f64; 4] {
        self.0
    }

    /// How often each of the two cooperates, from 0 to 1.
    pub fn cooperation(&self) -> [f64; 2] {
        let [cc, cd, dc, _] = self.0;
        [cc + cd, cc + dc]
    }

    /// What each of the two earns per round, in the unit of the payoffs.
    pub fn payoffs(&self, payoffs: &Payoffs) -> [f64; 2] {
        let [cc, cd, dc, dd] = self.0;
        let (t, r) = (payoffs.temptation(), payoffs.reward());
        let (p, s) = (payoffs.punishment(), payoffs.sucker());
        let even = cc * r + dd * p;
        [even + cd * s + dc * t, even + cd * t + dc * s]
    }
}

/// The four-state chain of two memory-one strategies: from what both just did to
/// what both do next.
///
/// Give it the strategies as they are played over the line
/// ([`MemoryOne::over`]).
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::numbers::ErrorRate;
/// use demarche::signals::{Chain, MemoryOne, SlipOfHand};
/// // One slip in a thousand moves, and tit-for-tat plays like a pair of coins.
/// let rare = SlipOfHand::new(ErrorRate::new(0.001)?);
/// let tft = MemoryOne::TIT_FOR_TAT.over(rare);
/// let long_run = Chain::between(&tft, &tft).long_run()?;
/// assert!((long_run.cooperation()[0] - 0.5).abs() < 1e-12);
/// assert!((long_run.payoffs(&Payoffs::AXELROD)[0] - 2.25).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain([[f64; 4]; 4]);

impl Chain {
    /// The chain of the first strategy against the second.
    #[must_use]
    pub fn between(first: &MemoryOne, second: &MemoryOne) -> Self {
        let p = first.leanings();
        let [cc, cd, dc, dd] = second.leanings();
        // The second player calls CD what the first calls DC.
        let q = [cc, dc, cd, dd];
        let row = |p: Leaning, q: Leaning| {
            [
                p.cooperate * q.cooperate,
                p.cooperate * q.defect,
                p.defect * q.cooperate,
                p.defect * q.defect,
            ]
        };
        Self([row(p[0], q[0]), row(p[1], q[1]), row(p[2], q[2]), row(p[3], q[3])])
    }

    /// The probability of each next outcome (column) after each outcome (row), both
    /// in the order CC, CD, DC, DD. Every row sums to 1.
    pub const fn rows(&self) -> [[f64; 4]; 4] {
        self.0
    }

    /// The long run: the one stationary law of the chain, by the Markov chain tree
    /// theorem, in which nothing is subtracted and so nothing cancels: every share
    /// is right to about fifteen digits, also at one slip in a billion. (Rates below
    /// 10⁻¹⁰⁰ underflow and count as none.)
    ///
    /// # Errors
    /// [`SignalsError::SeveralLongRuns`] when the law is not unique, as for two
    /// tit-for-tats on a clear line: both cooperate for ever, or take turns for
    /// ever, or defect for ever.
    pub fn long_run(&self) -> Result<Outcomes, SignalsError> {
        let m = &self.0;
        let weights = [
            trees(m, 0, [1, 2, 3]),
            trees(m, 1, [0, 2, 3]),
            trees(m, 2, [0, 1, 3]),
            trees(m, 3, [0, 1, 2]),
        ];
        let total: f64 = weights.iter().sum();
        // Two classes that are never left have no tree that spans both.
        if total > 0.0 {
            Ok(Outcomes(weights.map(|weight| weight / total)))
        } else {
            Err(SignalsError::SeveralLongRuns)
        }
    }

    /// What the game is worth to the patient: the share of each outcome when round
    /// *t* = 0, 1, … has the weight (1 − *δ*) *δ*ᵗ, from the probability that each
    /// of the two opens with cooperation. Times payoffs it is the normalised
    /// discounted value.
    ///
    /// It is the long run of the chain that starts afresh with probability
    /// 1 − *δ* after each round, so it always exists.
    ///
    /// # Panics
    /// Never: a chain that starts afresh has one long run.
    pub fn discounted(
        &self,
        opening: [Probability; 2],
        delta: Discount,
    ) -> Outcomes {
        let [p, q] = opening.map(Probability::value);
        let start = [p * q, p * (1.0 - q), (1.0 - p) * q, (1.0 - p) * (1.0 - q)];
        let delta = delta.value();
        let rows = self.0.map(|row| {
            core::array::from_fn(|to| delta * row[to] + (1.0 - delta) * start[to])
        });
        surely(Self(rows).long_run())
    }

    /// The law of the next round from the law of this one.
    #[must_use]
    pub fn step(&self, now: Outcomes) -> Outcomes {
        let next =
            |to: usize| (0..4).map(|from| now.0[from] * self.0[from][to]).sum();
        Outcomes(core::array::from_fn(next))
    }

    /// The law of a round in which these moves are certain.
    pub fn certain(first: Move, second: Move) -> Outcomes {
        let mut shares = [0.0; 4];
        shares[first as usize * 2 + second as usize] = 1.0;
        Outcomes(shares)
    }
}

/// The weight of all trees that lead from the three other states into the root:
/// sixteen products of three steps each, none negative.
fn trees(m: &[[f64; 4]; 4], root: usize, [a, b, c]: [usize; 3]) -> f64 {
    let b_out = m[b][root] + m[b][a] + m[b][c];
    let c_out = m[c][root] + m[c][a] + m[c][b];
    let straight = m[a][root]
        * ((m[b][root] + m[b][a]) * c_out + m[b][c] * (m[c][root] + m[c][a]));
    let through_b = m[a][b] * (m[b][root] * c_out + m[b][c] * m[c][root]);
    let through_c = m[a][c] * (m[c][root] * b_out + m[c][b] * m[b][root]);
    straight + through_b + through_c
}
