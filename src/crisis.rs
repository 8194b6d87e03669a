//! Crises: how a war spreads, who can hold it, and what is known in time.
//!
//! A [`BorderMap`] is states and borders, each of which a war crosses with a chance of
//! its own; [`Outbreak`] is where it ends, exactly, and [`BorderMap::mediate`] where to
//! stop it. [`Standoff`] and [`Attrition`] are two leaders with an audience,
//! [`FirstStrike`] what it is worth to move first. [`Warning`] and [`Scores`] judge
//! forecasts. [`pooled`], [`weakest_link`] and [`Diversion`] are dangers that cross
//! borders, [`Race`] an arms race and the treaty that slows it. Ranges, unknown costs and
//! guarantors are in [`bargaining`](crate::bargaining), councils and their clocks in
//! [`voting`](crate::voting).
//!
//! Left out: causes. A war here starts because we start it and crosses because we say how
//! often; neighbours that burn together for one reason look the same.
//!
//! Sources: Fearon-1994 (audience costs), Fearon-1995 (first strikes), Murphy-1973 (parts
//! of a score), Richardson-1960 (races). Wars on a map are percolation, a textbook model;
//! the diversion, the cuts and the static standoff are ours.

mod map;
mod outbreak;
mod race;
mod standoff;
mod strike;
mod together;
mod walk;
mod warning;

pub use map::{Border, BorderMap};
pub use outbreak::{Mediation, Outbreak, Simulated};
pub use race::Race;
pub use standoff::{Attrition, Standoff};
pub use strike::FirstStrike;
pub use together::{Diversion, pooled, weakest_link};
pub use warning::{Forecast, Parts, Scores, Warning};

use crate::numbers::NumberError;

/// What is wrong with the input of a model of crises.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CrisisError {
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
    /// No state of that number.
    #[error("expected a state from 0 to {last}, found {found}")]
    NoSuchState {
        /// The last state.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// A border of a state with itself, or one that is there already.
    #[error("expected one border between two states, found {one} and {other} again")]
    SameBorder {
        /// One side, counted from 0.
        one: usize,
        /// The other.
        other: usize,
    },
    /// A map in which too much hangs together.
    #[error(
        "expected a map narrow enough to sum, found a strip of {found} states; an \
         estimate takes it"
    )]
    TooWide {
        /// How wide the strip is at which the sum was given up.
        found: usize,
    },
    /// Too many ways to place the mediators.
    #[error("expected at most {most} ways to choose the borders, found more")]
    TooManyWays {
        /// The most that are tried.
        most: usize,
    },
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}

counted!(CrisisError);
