//! Climate: which treaties hold when everybody gains by the others' keeping them.
//!
//! A [`Pact`] of like countries is stable at the sizes at which nobody gains by leaving or
//! joining: large where little is at stake. [`Unlike`] countries are looked at coalition
//! by coalition, without money and with it. A [`Club`] holds its members by a tariff on
//! the rest, and has two stable ends. [`Adaptation`] is what each does for itself.
//! [`herd_threshold`] and [`weakest_link`](crate::crisis::weakest_link) are the same
//! question asked of a disease.
//!
//! Left out: time, several treaties, promises that are kept in part, and politics at home,
//! where some hold the whole trouble to lie. A country that leaves is not punished but by
//! what the others then find best.
//!
//! Sources: Barrett-1994 (like countries), d-Aspremont-1983 (stability),
//! Carraro-Siniscalco-1993 (all at once), McGinty-2007 (transfers), Nordhaus-2015 (clubs).
//! The club's form, adaptation and its spill are ours.

mod adaptation;
mod club;
mod pact;
mod unlike;

pub use adaptation::{Adaptation, herd_threshold};
pub use club::Club;
pub use pact::{Outcome, Pact, Timing};
pub use unlike::{Coalition, Country, Unlike};

use crate::numbers::NumberError;

/// What is wrong with the input of a model of this chapter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ClimateError {
    /// Too few, or more than the crate takes.
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
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}

counted!(ClimateError);
