//! Relative gains: when a state refuses what would profit it, because another
//! would profit more.
//!
//! A state that gains *V* while the other gains *W* values the deal at
//! *V* − *k* (*W* − *V*), or, on another scale, at *V* − *ρ* *W*. The rooms follow
//! what that one line does: to a single [`Deal`] and to agreements of growing depth
//! ([`deepest`]), to the games of two by two ([`relative_gains`], [`fate`],
//! [`census`]), among many states ([`Attention`], [`PublicGood`]), to a pie that can be
//! cut anywhere ([`Zone`]); and to what looks like it and is not, a state that minds
//! only its own gains but can be attacked ([`TwoPeriods`]).
//!
//! Left out: where the sensitivity comes from, what it is in any real case (nobody has
//! measured it), and how gains turn into power.
//!
//! Sources: Grieco-1988 (the sensitivity), Snidal-1991 (more states), Powell-1991
//! (constraints, not preferences). The formulas for thresholds, zones and depth are our
//! own derivations; the model in [`TwoPeriods`] is ours, not Powell's.

mod deal;
mod force;
mod good;
mod pie;
mod states;
mod transform;

pub use deal::{Deal, Tolerance, accepted_share, deepest, deepest_with_transfers};
pub use force::{TwoPeriods, War};
pub use good::PublicGood;
pub use pie::Zone;
pub use states::{
    Attention, States, attention_by_size, critical_weight, effective_weight,
};
pub use transform::{
    Census, Fate, census, fate, patience, relative_gains, relative_gains_between,
    trust_threshold,
};

use crate::numbers::{Payoff, at_least};

/// What is wrong with the input of a model of gains.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GainsError {
    /// A gain is not finite, or so large that sums of gains overflow.
    #[error("expected {what} between -1e150 and 1e150, found {found:?}")]
    OutOfRange {
        /// Which number.
        what: &'static str,
        /// The number that came.
        found: f64,
    },
    /// Fewer than two states have no one to compare with.
    #[error("expected at least 2 states, found {found}")]
    TooFewStates {
        /// How many came.
        found: usize,
    },
    /// More states than the crate counts.
    #[error("expected at most {most} states, found {found}")]
    TooManyStates {
        /// The largest number.
        most: u64,
        /// How many came.
        found: usize,
    },
    /// The text is no number of states.
    #[error("expected a whole number of states, 2 or more, found {found:?}")]
    NotACount {
        /// The text that came.
        found: String,
    },
    /// A rival is not one of the others.
    #[error(
        "expected one of the other {others} states as rival of state {state}, \
             counted from 0, found {found}"
    )]
    NoSuchRival {
        /// The state, counted from 0.
        state: usize,
        /// How many others there are.
        others: usize,
        /// The number that came, counted from 0.
        found: usize,
    },
    /// The first period is not a prisoner's dilemma.
    #[error("expected a prisoner's dilemma (T > R > P > S), found {found}")]
    NotADilemma {
        /// The game that came.
        found: crate::games::Payoffs,
    },
    /// A punishment that does not hurt.
    #[error(
        "expected a closure payoff below the punishment {punishment:?}, found {found:?}"
    )]
    ClosureTooMild {
        /// *P* of the stage game.
        punishment: f64,
        /// The number that came.
        found: f64,
    },
    /// A gap that is open from the start.
    #[error("expected a gap above 0, found {found:?}")]
    GapNotPositive {
        /// The number that came.
        found: f64,
    },
    /// A war that costs less than nothing.
    #[error("expected a cost of fighting of 0 or more, found {found:?}")]
    NegativeCost {
        /// The number that came.
        found: f64,
    },
    /// The most that one state grants is less than the least that the other accepts.
    #[error(
        "expected a largest share of at least the least one, {least}, found {most}"
    )]
    EmptyZone {
        /// The least share.
        least: crate::numbers::Share,
        /// The largest share.
        most: crate::numbers::Share,
    },
}

/// A payoff or a gain, or the sentence that refuses it.
const fn in_range(what: &'static str, found: f64) -> Result<Payoff, GainsError> {
    if found.is_nan() || found.abs() > Payoff::LARGEST.value() {
        Err(GainsError::OutOfRange { what, found })
    } else {
        Ok(Payoff::saturating(found))
    }
}

/// Whether a gain is at least what it costs: equal within four roundings is equal.
const fn outweighs(gain: f64, cost: f64) -> bool {
    at_least(gain, cost, gain.abs().max(cost.abs()))
}
