//! Talk over a bad line, and talk by an envoy who wants something.
//!
//! Two small worlds. In the first, two governments meet again and again in a game
//! such as the prisoner's dilemma, and now and then a move slips ([`SlipOfHand`]) or
//! is misread ([`SlipOfEar`]). [`MemoryOne`] strategies are solved exactly by their
//! [`Chain`] of four states, any finite-state [`Machine`] by its [`Encounter`], and
//! a [`Tournament`] plays whatever implements [`Strategy`]. In the second world an
//! envoy knows the state of things and its government does not ([`Bias`], after
//! Crawford and Sobel): how much survives the report, and what a mediator, a
//! plenipotentiary or an [`Audience`] changes.
//!
//! Left out: a third player, punishments that grow, strategies that learn the rate
//! of error, and repeated reports by one envoy.
//!
//! Ties: a party accepts, and tells the truth, when indifferent.
//!
//! Sources: Nowak-Sigmund-1992 (generosity, as public code quotes it),
//! Wu-Axelrod-1995 (noise), Imhof-2007, Crawford-Sobel-1982,
//! Goltsman-2009, Dessein-2002, Kurizaki-2007.

mod bias;
mod chain;
mod cycle;
mod encounter;
mod entries;
mod joint;
mod line;
mod machine;
mod memory;
mod patience;
mod roster;
mod secrecy;
mod sliced;
mod standings;
mod strategy;
mod talk;
mod tournament;

pub use bias::Bias;
pub use chain::{Chain, Outcomes};
pub use encounter::{Encounter, Round};
pub use entries::Entry;
pub use line::{Line, SlipOfEar, SlipOfHand};
pub use machine::{Machine, State};
pub use memory::MemoryOne;
pub use patience::{
    generosity_that_lasts, grim_patience, optimal_generosity, tit_for_tat_patience,
    win_stay_patience,
};
pub use roster::Named;
pub use secrecy::{Audience, Channel, Door};
pub use standings::Standings;
pub use strategy::{Mind, Strategy};
pub use talk::{
    Institution, Partition, SILENCE_LOSS, best_institution, delegation_loss,
    max_cells, mediated_loss, receiver_loss, report_loss, sender_loss, trust_value,
};
pub use tournament::Tournament;

/// What is wrong with a strategy, a tournament or a bias that was to be built, or
/// with a question that has no one answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SignalsError {
    /// The chain has several classes of states that are never left, so where it
    /// ends depends on where it starts and on luck.
    #[error(
        "expected a pair with one long run, found several: what they settle into \
         depends on chance or on the opening (any slip of the hand mends this)"
    )]
    SeveralLongRuns,
    /// A machine has no state or too many.
    #[error("expected a machine of 1 to {max} states, found {found}", max = Machine::MOST_STATES)]
    StateCount {
        /// How many states came.
        found: usize,
    },
    /// A machine points to a state that it does not have.
    #[error("expected a state below {states}, found {found}")]
    NoSuchState {
        /// How many states the machine has.
        states: usize,
        /// The state that was named.
        found: usize,
    },
    /// No strategy of this name.
    #[error("expected one of {}, found {found:?}", Named::NAMES.join(", "))]
    NoSuchStrategy {
        /// The text that came.
        found: String,
    },
    /// A tournament without rounds, repetitions or entrants.
    #[error("expected 1 or more {what}, found 0")]
    NoneOf {
        /// What there is none of.
        what: &'static str,
    },
    /// A tournament whose counts would not fit.
    #[error("expected at most {most} {what}, found {found}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The most that works.
        most: u32,
        /// What came.
        found: u32,
    },
    /// A bias outside the model.
    #[error("expected a bias of 0, or of size 1e-12 to 1, found {found}")]
    BiasOutOfDomain {
        /// What came, as text or number.
        found: String,
    },
    /// A chance behind a strategy that takes none, or that is no probability.
    #[error(
        "expected a probability between 0 and 1 after random:, generous: or joss: \
         and after no other name, found {found:?}"
    )]
    NoSuchChance {
        /// The text that came.
        found: String,
    },
    /// A worth or a cost that is negative or too large.
    #[error("expected a {what} from 0 to 1e150, found {found:?}")]
    AmountOutOfRange {
        /// Which quantity.
        what: &'static str,
        /// What came.
        found: f64,
    },
}

/// The value behind a check that cannot fail here. Unlike `expect` it does not carry
/// the printing of numbers into the book's figures.
fn surely<T, E>(checked: Result<T, E>) -> T {
    match checked {
        Ok(value) => value,
        Err(_) => unreachable!("the caller's values lie in the domain"),
    }
}
