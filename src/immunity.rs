//! The Vienna Conventions of 1961 and 1963 as rules: who may be arrested, tried,
//! sued or heard, for which act, at which moment of a posting, and by which article.
//!
//! [`verdict()`] answers one [`Case`] with a chain of reasons, each with its articles,
//! and names the open readings on which the answer turns. [`things`] and [`taxes`] do
//! the same for premises, bags and the tax collector, [`mission`] for agrément,
//! expulsion, precedence and accreditation to several states, [`pair`] for
//! reservations between two states. [`hostage`] asks why a state would keep such rules
//! at all.
//!
//! Left out: a consul's private staff, headquarters agreements, host-state law,
//! special missions, state
//! immunity and custom, on which the Conventions' preambles leave what they do not
//! settle. The crate decides what the text says; it is not legal advice. Both texts
//! were read whole (VCDR-1961, VCCR-1963); where text and practice part, an
//! [`Issue`] says so.

mod base;
mod caps;
mod exceptions;
mod rules;
mod settings;
mod step;

pub mod article;
pub mod case;
pub mod flips;
pub mod hostage;
pub mod mission;
pub mod pair;
pub mod posting;
pub mod question;
pub mod reading;
pub mod table;
pub mod taxes;
pub mod things;
pub mod verdict;
pub mod waiver;
pub mod who;

pub use article::{Article, Convention};
pub use case::{Act, Case, Measure, Phase, Subject};
pub use flips::{Change, flips, smallest_flip};
pub use pair::Pair;
pub use posting::Posting;
pub use question::{Answer, Question};
pub use reading::{Issue, Reading};
pub use verdict::{Outcome, Shield, Stage, Step, Verdict, verdict};
pub use waiver::Waiver;
pub use who::{Capacity, Category, Tie, Who};

pub use crate::calendar::Day;
use crate::calendar::DayError;
use crate::numbers::NumberError;
use crate::words::WordError;

/// What is wrong with a case, a date or a pair of states that was to enter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ImmunityError {
    /// A word outside its set.
    #[error(transparent)]
    Word(#[from] WordError),
    /// No such article, paragraph or letter.
    #[error(
        "expected an article of the Conventions such as VCDR 31(1)(c), found {found:?}"
    )]
    NoSuchArticle {
        /// What was cited.
        found: String,
    },
    /// A date that no calendar has.
    #[error(transparent)]
    Day(#[from] DayError),
    /// A posting whose days are out of order.
    #[error(
        "expected a posting that begins, ends and is left in this order, found {found}"
    )]
    DaysOutOfOrder {
        /// The days that came.
        found: String,
    },
    /// An official act of somebody who has no duties to act on.
    #[error(
        "expected a private act of a family member or outsider, found an official one"
    )]
    NoDuties,
    /// One state on both ends of a mission.
    #[error("expected two states, found {found:?} on both sides")]
    OneState {
        /// The state that was named twice.
        found: String,
    },
    /// A state without a name.
    #[error("expected the name of a state, found nothing")]
    NamelessState,
    /// A setting that is missing, doubled or unknown.
    #[error("expected {expected}, found {found}")]
    Setting {
        /// The settings that would do.
        expected: String,
        /// What came instead.
        found: String,
    },
    /// A payoff or patience outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}
