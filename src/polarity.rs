//! Polarity: who is a power, how many there are, and what their number is said to do.
//!
//! [`Components`] are what the Correlates of War count of a state, and [`cinc`] and
//! [`ginc`] make one number of them. [`Shares`] are what powers have of a whole: how
//! concentrated it is, and how many equal powers it would take. A [`PoleRule`] turns
//! shares into the words unipolar, bipolar, multipolar; [`majors`] has the great powers
//! of 1816 to 2022 to try it on. [`majority_game`] and [`minimal_winning`] ask what a pole
//! can do when powers may combine. [`Spell`] counts disputes and wars of pairs of powers, and
//! [`quiet_by_chance`] and [`gap_by_chance`] what a long quiet proves.
//!
//! Left out: nuclear arms, alliances as poles, regions, and what power is for. A share of
//! coal and soldiers is no threat and no promise.
//!
//! Sources: Singer-1972 (CINC, concentration), Kadera-Sorokin-2004 (the geometric index),
//! Laakso-Taagepera-1979 (effective number), Rapkin-1979 (the rule of thresholds),
//! Gibler-2016 (disputes), COW-wars (wars). Disputes per pair and year by label, and the
//! quiet by chance, are our counts.

mod capability;
mod dictate;
mod labels;
mod majors;
mod shares;
mod spells;

pub use capability::{Components, Part, cinc, ginc};
pub use dictate::{majority_game, minimal_winning};
pub use labels::{Polarity, PoleRule, Reading};
pub use majors::{Index, Majors, Power, disputes, majors};
pub use shares::Shares;
pub use spells::{GREAT_POWER_WARS, Spell, gap_by_chance, quiet_by_chance, spells};

use crate::numbers::NumberError;
use crate::voting::VotingError;

/// What is wrong with the input of a model of polarity.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolarityError {
    /// Nobody, or more than the crate takes.
    #[error("expected 1 to {most} powers, found {found}")]
    Count {
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// Powers that have nothing together.
    #[error("expected somebody with something, found nothing at all")]
    Nothing,
    /// Thresholds out of order.
    #[error(
        "expected a floor of at most {pole}, the threshold of a pole, and that at most \
         {unipole}, found a floor of {floor}"
    )]
    Disordered {
        /// Of the only pole.
        unipole: f64,
        /// Of one of two.
        pole: f64,
        /// Of one of many.
        floor: f64,
    },
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// A game of powers that cannot be counted.
    #[error(transparent)]
    Voting(#[from] VotingError),
}
