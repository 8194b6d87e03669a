//! Any two machines over a line: exactly, and one game of them on tape.

use serde::Serialize;

use super::joint::{stationary, the_closed_class};
use super::{Line, Machine, Outcomes, SignalsError, surely};
use crate::chance::{happens, seeded};
use crate::games::Move;
use crate::numbers::{Discount, Probability};

/// Two machines that meet over a line, solved exactly by the chain of their joint
/// states.
///
/// ```
/// use demarche::numbers::ErrorRate;
/// use demarche::signals::{Encounter, Line, Named, SlipOfEar, SlipOfHand};
/// let e = ErrorRate::new(0.01)?;
/// let contrite = Named::Contrite.machine();
/// let rate = |line: Line| {
///     let pair = Encounter::new(&contrite, &contrite, line);
///     pair.long_run().map(|outcomes| outcomes.cooperation()[0])
/// };
/// // Contrition repairs what both sides saw, and nothing else.
/// assert!((rate(SlipOfHand::new(e).into())? - 50.0 / 51.0).abs() < 1e-12);
/// assert!((rate(SlipOfEar::new(e).into())? - 0.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Encounter<'a> {
    pub(super) first: &'a Machine,
    pub(super) second: &'a Machine,
    pub(super) line: Line,
}

/// One round as it went: what each side did, and what went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Round {
    moves: [Move; 2],
    slipped: [bool; 2],
    misheard: [bool; 2],
}

impl Round {
    /// What the two did.
    pub const fn moves(&self) -> [Move; 2] {
        self.moves
    }

    /// Whose hand slipped: the move is not the one that was meant.
    pub const fn slipped(&self) -> [bool; 2] {
        self.slipped
    }

    /// Who misread the other's move.
    pub const fn misheard(&self) -> [bool; 2] {
        self.misheard
    }
}

impl<'a> Encounter<'a> {
    /// The first machine against the second over a line.
    pub fn new(
        first: &'a Machine,
        second: &'a Machine,
        line: impl Into<Line>,
    ) -> Self {
        Self { first, second, line: line.into() }
    }

    /// How often each outcome happens in the long run, from the machines' own
    /// starts. Time grows with the cube of the number of joint states that are never
    /// left.
    ///
    /// # Errors
    /// [`SignalsError::SeveralLongRuns`] when chance decides which of several
    /// classes of states the pair settles into.
    pub fn long_run(&self) -> Result<Outcomes, SignalsError> {
        let joint = self.joint();
        let class =
            the_closed_class(&joint.steps).ok_or(SignalsError::SeveralLongRuns)?;
        let shares = stationary(&joint.steps, &class);
        Ok(joint.mix(class.iter().copied().zip(shares)))
    }

    /// The expected share of each outcome over the first rounds, as many as said.
    /// Over 0 rounds all shares are 0.
    pub fn first_rounds(&self, rounds: u32) -> Outcomes {
        let joint = self.joint();
        let mut now = vec![0.0; joint.steps.len()];
        now[0] = 1.0;
        let mut total = [0.0; 4];
        for _ in 0..rounds {
            let seen = joint.mix(now.iter().copied().enumerate()).shares();
            for (sum, share) in total.iter_mut().zip(seen) {
                *sum += share / f64::from(rounds);
            }
            let mut next = vec![0.0; now.len()];
            for (&share, steps) in now.iter().zip(&joint.steps) {
                for &(to, p) in steps {
                    next[to] += share * p;
                }
            }
            now = next;
        }
        Outcomes::new(total)
    }

    /// The share of each outcome when round *t* = 0, 1, … has the weight
    /// (1 − *δ*) *δ*ᵗ. Times payoffs it is the normalised discounted value. Time
    /// grows with the cube of the number of joint states that can come up.
    ///
    /// # Panics
    /// Never: a chain that starts afresh has one long run.
    pub fn discounted(&self, delta: Discount) -> Outcomes {
        let mut joint = self.joint();
        let delta = delta.value();
        for steps in &mut joint.steps {
            for (_, p) in steps.iter_mut() {
                *p *= delta;
            }
            steps.push((0, 1.0 - delta));
        }
        let class = surely(the_closed_class(&joint.steps).ok_or(()));
        let shares = stationary(&joint.steps, &class);
        joint.mix(class.iter().copied().zip(shares))
    }

    /// One game on tape, from a seed.
    pub fn tape(&self, rounds: u32, seed: u64) -> Vec<Round> {
        let mut rng = seeded(seed);
        let hand = Probability::from(self.line.hand().rate());
        let ear = Probability::from(self.line.ear().rate());
        let mut at = [self.first.start(), self.second.start()];
        let machines = [self.first, self.second];
        let mut tape = Vec::new();
        for _ in 0..rounds {
            let mut moves = [Move::Cooperate; 2];
            let mut slipped = [false; 2];
            let mut misheard = [false; 2];
            for side in 0..2 {
                let willing = machines[side].states()[at[side]].cooperate();
                let meant = if happens(&mut rng, willing) {
                    Move::Cooperate
                } else {
                    Move::Defect
                };
                slipped[side] = happens(&mut rng, hand);
                moves[side] = if slipped[side] { meant.other() } else { meant };
            }
            for side in 0..2 {
                misheard[side] = happens(&mut rng, ear);
                let theirs = moves[1 - side];
                let heard = if misheard[side] { theirs.other() } else { theirs };
                at[side] =
                    machines[side].states()[at[side]].next(moves[side], heard);
            }
            tape.push(Round { moves, slipped, misheard });
        }
        tape
    }
}
