//! Who stands with whom: signed graphs, balance, and the sorting of states into
//! two sides.
//!
//! A [`SignedGraph`] holds who is friend and who is rival, and asks whether the
//! friend of a friend is a friend (Harary-1953, Cartwright-Harary-1956). A
//! [`Landscape`] adds sizes and degrees of liking and asks where states that each
//! dislike their company least come to rest (Axelrod-Bennett-1993). The two are one
//! sum: with sizes of 1 and likings of ±1 the frustration of the graph is the
//! energy of the landscape, shifted.
//!
//! Left out: neutrality, and every reason to move other than the company one keeps.
//! Landscapes have two sides; a graph may also stand in several camps (Davis-1967).
//! Nothing here says who fights.
//!
//! Rooms: `graph` (balance, frustration, completions), `triads` (repair by single
//! ties, jammed systems), `weak` (any number of camps), `landscape` (stable alignments, basins, barriers),
//! `pledge` (what freedom is worth to its owner and costs its friends), `courts`,
//! `powers` and `nations` (the cases as data), `valleys` (basins and passes).

mod graph;
mod landscape;
mod pledge;
mod sides;
mod system;
mod triads;
mod valleys;
mod weak;

pub mod courts;
pub mod nations;
pub mod powers;

pub use graph::{Frustration, Reversal, Sign, SignedGraph, TriadCensus};
pub use landscape::{Barrier, Landscape, Stable};
pub use pledge::{Penalty, PledgeWorth, Swing};
pub use sides::Alignment;
pub use system::System;
pub use triads::{Repair, jammed_systems, quiet_density};
pub use weak::{Camps, WeakFrustration};

use crate::numbers::NumberError;

/// What is wrong with a system of states that was to enter the chapter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AlignmentError {
    /// No state at all.
    #[error("expected at least one state, found none")]
    NoState,
    /// More states, or more ties, than a calculation can walk through.
    #[error("expected at most {limit} {what}, found {found}")]
    TooMany {
        /// What there is too much of, and for which calculation.
        what: &'static str,
        /// The most it takes.
        limit: usize,
        /// How many came.
        found: usize,
    },
    /// More stable alignments than anybody would read.
    #[error("expected at most {limit} stable alignments, found more")]
    TooManyStable {
        /// The most that are listed.
        limit: usize,
    },
    /// A list whose length does not match the number of states.
    #[error("expected {expected} {what}, found {found}")]
    WrongLength {
        /// What the list holds.
        what: &'static str,
        /// One per state.
        expected: usize,
        /// How many came.
        found: usize,
    },
    /// A number that names no state.
    #[error("expected a state numbered below {states}, found {found}")]
    NoSuchState {
        /// How many states there are.
        states: usize,
        /// The number that came.
        found: usize,
    },
    /// A tie of a state with itself.
    #[error("expected a tie between two states, found {0} twice")]
    TieWithItself(String),
    /// A pair that is tied twice.
    #[error("expected one tie between {0} and {1}, found two")]
    TiedTwice(String, String),
    /// Likings that differ with the direction.
    #[error(
        "expected the same propensity both ways between states {0} and {1}, found two"
    )]
    NotSymmetric(usize, usize),
    /// A name that no state bears.
    #[error("expected one of the states {known}, found {found:?}")]
    UnknownName {
        /// The names there are.
        known: String,
        /// The name that came.
        found: String,
    },
    /// A name that two states bear.
    #[error("expected every state once, found {0:?} twice")]
    NamedTwice(String),
    /// A pinned state that leads others or follows two.
    #[error(
        "expected a follower with one leader and no followers, found state {0} with \
         more"
    )]
    Chained(usize),
    /// Sizes and propensities whose products are beyond reckoning.
    #[error("expected sizes and propensities with products below 1e300, found more")]
    TooLarge,
    /// Sizes and propensities that cannot be added up without rounding.
    #[error(
        "expected sizes and propensities whose products 128 bits can add up, found \
         more digits: round them, or bring them closer together"
    )]
    TooFarApart,
    /// A calculation that compares two systems of different states or ties.
    #[error("expected two systems with ties between the same states, found others")]
    DifferentTies,
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}
