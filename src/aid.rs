//! Aid: how much arrives, how soon, how fairly, and whose friend carries it.
//!
//! A [`Network`] of stocks, roads and needs delivers the most that its narrowest cut lets
//! through, and [`Delivery`] names the cut. [`Network::fairest`] gives the worst served as
//! much as can be, then the next; [`Network::equal`] gives all the same part. [`Convoys`]
//! is the same network in time: how many days until a load is there. [`Access`] is what a
//! friend on one side does to the other, [`Toll`] what aid does to a war if some of it is
//! taken on the road.
//!
//! Left out: loss and danger on the road, what is in the trucks, who decides on the
//! needs. Stocks and roads count in one unit, whole, so that every sum is exact.
//!
//! Sources: Ford-Fulkerson-1962 (flows, cuts, flows in time), Burkard-1993 (the quickest),
//! Megiddo-1974 (the fairest), Dinic-1970 (the algorithm for the largest flow). Access
//! and toll are ours, the toll on [`Rebels`](crate::peace::Rebels).

mod access;
mod convoys;
mod fair;
mod flow;
mod network;

pub use access::{Access, Toll};
pub use convoys::{Convoys, Stage};
pub use fair::{Part, awards, awards_in_proportion, decimal};
pub use network::{Delivery, Limit, Load, Network, Road};

/// What is wrong with the input of a model of aid.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AidError {
    /// None, or more than the crate takes.
    #[error("expected {least} to {most} {what}, found {found}")]
    Count {
        /// Of what.
        what: &'static str,
        /// The least number.
        least: usize,
        /// The largest.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// No place of that number.
    #[error("expected a place from 0 to {last}, found {found}")]
    NoSuchPlace {
        /// The last place.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// A road from a place to itself.
    #[error("expected a road between two places, found one from {place} to itself")]
    Circle {
        /// The place.
        place: usize,
    },
    /// A need of nothing.
    #[error("expected a need above 0 at place {place}")]
    NoNeed {
        /// The place.
        place: usize,
    },
    /// Amounts too large to count.
    #[error("expected at most {most} a day, found {found}")]
    TooMuch {
        /// The most.
        most: u64,
        /// What came.
        found: u64,
    },
}

counted!(AidError);
