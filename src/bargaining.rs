//! Bargaining: who gets what when both could do without each other, and what a reward,
//! a threat, a parliament, an ally or a guarantor changes in it.
//!
//! A deal needs a zone: terms that nobody refuses ([`Problem`], [`Needs`]). Where in the
//! zone it falls is the work of patience and ways out ([`Offers`], [`Coalition`]).
//! [`Agenda`] and [`exchange`] trade one issue for another; [`Ratifiers`] and
//! [`Wording`] tell what those at home and an open text do to the zone. [`Sanction`] and
//! [`Showdown`] threaten, and [`Outcomes`] holds what came of
//! it in 1,024 cases. [`Contest`], [`Unknown`], [`Shift`] and [`Guarantee`] bargain where
//! the way out is war.
//!
//! Left out: why talks fail that could succeed although both know all (only [`Unknown`]
//! and [`Shift`] fail), how a zone is found, and what a deal does to later ones.
//!
//! Sources: Nash-1950, Kalai-Smorodinsky-1975, Rubinstein-1982, Stahl-1972,
//! Tollison-Willett-1979, Putnam-1988, Drezner-1998, Fearon-1995, Powell-2006, TIES-4.
//! Linkage, ratifiers, wording, coalition, guarantor and split are our formalisations.

mod contest;
mod issues;
mod leverage;
mod needs;
mod offers;
mod outcomes;
mod problem;
mod shift;

pub use contest::{Contest, Unknown};
pub use issues::{Agenda, Issue, Package, exchange, side_payment};
pub use leverage::{Sanction, Showdown};
pub use needs::{Needs, Proposal, Ratifiers, Wording, ratification};
pub use offers::{Coalition, Division, Offers, stahl};
pub use outcomes::{Outcomes, Success};
pub use problem::{Problem, Terms};
pub use shift::{Guarantee, Shift};

use crate::numbers::{NumberError, Share};

/// What is wrong with the input of a model of bargaining.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BargainingError {
    /// Nothing to bargain about.
    #[error("expected at least one deal besides no deal, found none")]
    NoDeal,
    /// An agenda without an issue, or with more than can be tried in all packages.
    #[error("expected 1 to {most} issues, found {found}")]
    IssueCount {
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// An issue that concerns nobody, or more parties than the crate counts.
    #[error("expected gains of 1 to {most} parties, found {found}")]
    PartyCount {
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// An issue with a gain too few or too many.
    #[error("expected {expected} gains in issue {issue}, found {found}")]
    Uneven {
        /// The issue, counted from 1.
        issue: usize,
        /// How many gains the first issue has.
        expected: usize,
        /// How many came.
        found: usize,
    },
    /// A coalition that could do better elsewhere than with the whole of the pie.
    #[error(
        "expected ways out worth at most the pie, found {members} of {each} each"
    )]
    WaysOutTooLarge {
        /// How many members.
        members: u32,
        /// What each could get elsewhere.
        each: Share,
    },
    /// A bite and a surprise that reach beyond every cost of complying.
    #[error(
        "expected bite x (1 + surprise) of at most 1, found {bite} x (1 + {surprise})"
    )]
    BiteTooLarge {
        /// The expected cost of the sanction.
        bite: Share,
        /// How far it may turn out otherwise.
        surprise: Share,
    },
    /// A range of costs without width.
    #[error("expected a least cost below the largest, {most}, found {least}")]
    EmptyRange {
        /// The least cost.
        least: Share,
        /// The largest cost.
        most: Share,
    },
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}
