//! Who stands with whom: the sorting of states into two sides.
//!
//! A [`SignedGraph`](crate::graph::SignedGraph) holds who is friend and who is rival,
//! and asks whether they fit together. A
//! [`Landscape`] adds sizes and degrees of liking and asks where states that each
//! dislike their company least come to rest (Axelrod-Bennett-1993). The two are one
//! sum: with sizes of 1 and likings of ±1 the frustration of the graph is the
//! energy of the landscape, shifted.
//!
//! Left out: neutrality, and every reason to move other than the company one keeps.
//! Landscapes have two sides; a graph may also stand in several camps.
//! Nothing here says who fights.
//!
//! Rooms: `landscape` (sizes, propensities, energy), `stable` (the search for the
//! alignments at rest), `valleys` (basins and passes), `pledge` (what freedom is worth
//! to its owner and costs its friends), `system` (a landscape with names), `courts`,
//! `powers` and `nations` (the cases as data).

mod landscape;
mod pledge;
mod system;
mod valleys;

pub mod courts;
pub mod nations;
pub mod powers;

pub use landscape::{Barrier, Landscape, Stable};
pub use pledge::{Penalty, PledgeWorth, Swing};
pub use system::System;

use crate::graph::GraphError;
use crate::numbers::NumberError;

/// What is wrong with a system of states that was to enter the chapter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AlignmentError {
    /// More states than a calculation can walk through.
    #[error("expected at most {limit} {what}, found {found}")]
    TooMany {
        /// States for which calculation.
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
    /// A tie of a state, by its name, with itself.
    #[error("expected a tie between two states, found {name} twice")]
    TieWithItself {
        /// The state.
        name: String,
    },
    /// A pair of states, by their names, that is tied twice.
    #[error("expected one tie between {a} and {b}, found two")]
    TiedTwice {
        /// One end of both ties.
        a: String,
        /// The other end.
        b: String,
    },
    /// Likings that differ with the direction.
    #[error(
        "expected the same propensity both ways between states {a} and {b}, found two"
    )]
    NotSymmetric {
        /// One of the two, by its number.
        a: usize,
        /// The other one.
        b: usize,
    },
    /// A name that no state bears.
    #[error("expected one of the states {known}, found {found:?}")]
    UnknownName {
        /// The names there are.
        known: String,
        /// The name that came.
        found: String,
    },
    /// A name that two states bear.
    #[error("expected every state once, found {name:?} twice")]
    NamedTwice {
        /// The name.
        name: String,
    },
    /// A pinned state that leads others or follows two.
    #[error(
        "expected a follower with one leader and no followers, found state {state} \
         with more"
    )]
    Chained {
        /// The follower, by its number.
        state: usize,
    },
    /// Sizes and propensities whose products are beyond reckoning.
    #[error("expected sizes and propensities with products below 1e300, found more")]
    TooLarge,
    /// Sizes and propensities that cannot be added up without rounding.
    #[error(
        "expected sizes and propensities whose products 128 bits can add up, found \
         more digits: round them, or bring them closer together"
    )]
    TooFarApart,
    /// States that no graph has room for, or that are none of its states.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}
