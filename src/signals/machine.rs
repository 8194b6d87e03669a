//! Strategies as finite-state machines.

use serde::Serialize;

use super::SignalsError;
use crate::games::Move;
use crate::numbers::Probability;

/// One state of a [`Machine`]: how likely it is to cooperate here, and where it goes
/// after each outcome.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct State {
    cooperate: Probability,
    next: [u16; 4],
}

by_name!(State { cooperate: Probability, next: [u16; 4] });

impl State {
    /// A state from its probability of cooperation and the states that follow the
    /// outcomes CC, CD, DC and DD: its own move as made, the other's as heard.
    pub const fn new(cooperate: Probability, next: [u16; 4]) -> Self {
        Self { cooperate, next }
    }

    /// How likely it is to cooperate.
    pub const fn cooperate(&self) -> Probability {
        self.cooperate
    }

    /// The state that follows this outcome.
    pub const fn next(&self, own: Move, other: Move) -> usize {
        self.next[own as usize * 2 + other as usize] as usize
    }

    pub(super) const fn table(&self) -> [u16; 4] {
        self.next
    }
}

/// A strategy as a finite-state machine: it is in a state, cooperates with that
/// state's probability, sees what it did and hears what the other did, and moves on.
///
/// Machines are exact ([`Encounter`](super::Encounter)) and fast
/// ([`Tournament`](super::Tournament) plays 64 repetitions of one at once).
///
/// ```
/// use demarche::numbers::Probability;
/// use demarche::signals::{Machine, State};
/// let (yes, no) = (Probability::new(1.0)?, Probability::new(0.0)?);
/// // Patient, then not: retaliates only after two defections in a row.
/// let patient = Machine::new(
///     vec![
///         State::new(yes, [0, 1, 0, 1]),
///         State::new(yes, [0, 2, 0, 2]),
///         State::new(no, [0, 2, 0, 2]),
///     ],
///     0,
/// )?;
/// assert!(patient.is_deterministic());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Machine {
    start: u16,
    states: Vec<State>,
}

by_name!(
    Machine { #[serde(default)] start: u16, states: Vec<State> }
    => Self::new(states, start)
);

impl Machine {
    /// The most states a machine may have.
    pub const MOST_STATES: usize = 64;

    /// A machine from its states and the number of the state it starts in.
    ///
    /// # Errors
    /// When there is no state or more than [`Machine::MOST_STATES`], or when a state
    /// that does not exist is named.
    pub fn new(states: Vec<State>, start: u16) -> Result<Self, SignalsError> {
        let count = states.len();
        if count == 0 || count > Self::MOST_STATES {
            return Err(SignalsError::StateCount { found: count });
        }
        let named = states.iter().flat_map(|state| state.next).chain([start]);
        match named.map(usize::from).find(|&state| state >= count) {
            Some(found) => Err(SignalsError::NoSuchState { states: count, found }),
            None => Ok(Self { start, states }),
        }
    }

    /// The number of the state it starts in.
    pub fn start(&self) -> usize {
        usize::from(self.start)
    }

    /// Its states.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// Whether it never draws lots: every state cooperates surely or never.
    pub fn is_deterministic(&self) -> bool {
        let sure = |p: f64| p <= 0.0 || p >= 1.0;
        self.states.iter().all(|state| sure(state.cooperate.value()))
    }
}
