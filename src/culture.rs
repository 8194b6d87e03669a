//! Culture: what grows alike by contact, what stays apart, and what works all the same.
//!
//! A [`Land`] is a square of sites, each with a [`Culture`] of a few features; who meets
//! copies, and the more alike two are the likelier they meet. Contacts may also reach far
//! ([`Land::with_far`]) or go to a field of media that broadcasts one culture to all
//! ([`Land::with_field`]). A [`World`] is such a land at work, until nothing moves;
//! [`Land::runs`] plays many and [`Sample`] says how sure their mean is. [`Likeness`] is
//! two who meet only each other, and what learning spares them; [`Outreach`] is a message,
//! whom it reaches, and what it is worth beside experience.
//!
//! Left out: what the features are about, that some of them anger people, power, money,
//! and every reason to stay as one is. Alike is not the same as friendly.
//!
//! Sources: Axelrod-1997 (the rule and its tables), Gonzalez-Avella-2005 and
//! Peres-Fontanari-2010 (the field), Deffuant-2000 (reach of a message). Contacts without
//! regard to distance, the uses of a frozen land, the meetings and the experience are our
//! formalisations.

mod land;
mod likeness;
mod outreach;
pub mod record;
mod sample;
mod world;

pub use land::{Land, Neighbours, Outcome};
pub use likeness::{Culture, Likeness};
pub use outreach::Outreach;
pub use sample::Sample;
pub use world::World;

use crate::numbers::NumberError;

/// The most features that a culture may have.
pub const FEATURES: usize = 16;

/// What is wrong with the input of a model of culture.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CultureError {
    /// Fewer or more than the crate takes.
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
    /// Cultures of different lengths.
    #[error("expected {expected} features in every culture, found {found}")]
    Uneven {
        /// How many the first has.
        expected: usize,
        /// How many another has.
        found: usize,
    },
    /// More in common than there is.
    #[error("expected at most {features} shared features, found {shared}")]
    Shared {
        /// How many features there are.
        features: u8,
        /// How many are said to be shared.
        shared: u8,
    },
    /// Weights that overshoot, or nothing that is heard.
    #[error(
        "expected a pull above 0 that with the weight of experience makes at most 1, \
         found {pull} and {lived}"
    )]
    Weights {
        /// The pull of the message.
        pull: f64,
        /// The weight of experience.
        lived: f64,
    },
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}

counted!(CultureError);
