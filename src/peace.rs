//! Peace: which pairs of states quarrel how often, and what a table of them can tell.
//!
//! [`pairs`] has 39,996 pair-years of 1885 to 1991 in cells: neighbours or not, much trade
//! or little, democracies or not, common memberships, years since the last dispute. A
//! [`Table`] of two rates gives odds and exact intervals, [`pooled_odds`] the common odds
//! of several, and a [`Fit`] what several features do at once, with how badly it fits.
//! [`Dependence`] is the argument that not trade counts but the trade that is expected,
//! [`Rebels`] what help does to the price of fighting.
//!
//! Left out: everything that is not in the cells, and cause. Pairs that trade may trade
//! because they do not fight.
//!
//! Sources: Russett-Oneal-2001 (the pair-years), Mantel-Haenszel-1959,
//! Clopper-Pearson-1934, Copeland-1996 (expectations), Dal-Bo-2011 (fighters and wages).
//! The counts by memberships and years and those of young regimes are ours, from the same
//! file; so are the forms of the last two models.

mod fit;
mod need;
pub mod pairs;
mod rebels;
mod table;

pub use fit::{Cell, Fit};
pub use need::Dependence;
pub use rebels::Rebels;
pub use table::{Counts, Table, pooled_odds};

/// What is wrong with the input of a model of peace.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeaceError {
    /// More events than cases, or no case at all.
    #[error(
        "expected 1 case or more and no more events than cases, found {events} of {cases}"
    )]
    Counts {
        /// How often it came.
        events: u32,
        /// How often it could.
        cases: u32,
    },
    /// Cells that do not have the same features.
    #[error("expected {expected} features in every cell, found {found}")]
    Features {
        /// How many the first has.
        expected: usize,
        /// How many came.
        found: usize,
    },
    /// No cell, or more than the crate takes.
    #[error("expected 1 to {most} {what}, found {found}")]
    Count {
        /// Of what.
        what: &'static str,
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// Cells among which a feature tells nothing, or everything.
    #[error(
        "expected features that overlap and differ: one is the same in all cells, or a sum \
         of others, or tells events and their absence apart without error"
    )]
    Separated,
}
