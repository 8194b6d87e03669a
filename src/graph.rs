//! Signed graphs: who is friend and who is rival, and whether the friend of a friend
//! is a friend.
//!
//! A [`SignedGraph`] is balanced when its states can stand on two sides, an
//! [`Alignment`], with friends inside and rivals across (Harary-1953,
//! Cartwright-Harary-1956); by the weaker rule they may stand in any number of
//! [`Camps`] (Davis-1967). [`Frustration`] and [`WeakFrustration`] count the ties that
//! are in the way; a [`Reversal`] is a way from one system to another, tie by tie;
//! [`Repair`] is what states do that mend one triad at a time.
//!
//! Left out: sizes and degrees of liking, which [`alignment`](crate::alignment) adds,
//! and everything that a tie is for.

#[cfg(feature = "wide")]
mod abreast;
mod camps;
mod frustration;
mod repair;
mod reversal;
pub(crate) mod search;
mod sides;
mod signed;
#[cfg(feature = "tables")]
mod sparse;
pub(crate) mod stable;
mod triads;
pub(crate) mod weights;
pub(crate) mod whole;

pub use camps::{Camps, WeakFrustration};
pub use frustration::Frustration;
pub use repair::{Repair, jammed_systems, quiet_density};
pub use reversal::Reversal;
pub use sides::Alignment;
pub use signed::{Sign, SignedGraph};
pub use triads::TriadCensus;

/// What is wrong with a graph that was to be built, or with a question about one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GraphError {
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
    /// A number that names no state.
    #[error("expected a state numbered below {states}, found {found}")]
    NoSuchState {
        /// How many states there are.
        states: usize,
        /// The number that came.
        found: usize,
    },
    /// A tie of a state with itself.
    #[error("expected a tie between two states, found state {state} twice")]
    TieWithItself {
        /// The state.
        state: usize,
    },
    /// A pair that is tied twice.
    #[error("expected one tie between state {a} and state {b}, found two")]
    TiedTwice {
        /// One end of both ties.
        a: usize,
        /// The other end.
        b: usize,
    },
    /// A calculation that compares two graphs of different states or ties.
    #[error("expected two systems with ties between the same states, found others")]
    DifferentTies,
}
