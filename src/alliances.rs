//! Alliances: what is owed, who comes, and who pays.
//!
//! [`Obligations`] are what a treaty promises, and [`Pledges`] say who owes them to
//! whom. A state's promises to all others are its [`Portfolio`]; a [`Comparison`] tells
//! how alike two of them are, in every way the field has tried. A [`Call`] is collective
//! security: each comes once enough others have. [`Allies`] keep their word with some
//! chance, each alone or all together. [`Burden`] is an alliance that pays for one good
//! that all of them have.
//!
//! Left out: why a pledge is given, what it deters, the terms under which it falls due,
//! and all private profit of being an ally.
//!
//! Sources: Leeds-2002 (obligations), Signorino-Ritter-1999 (S), `Bueno-de-Mesquita-1975`
//! (tau-b), Haege-2011 (agreement beyond chance), Granovetter-1978 (thresholds),
//! Berkemeier-Fuhrmann-2018 (pledges kept), Olson-Zeckhauser-1966 and
//! Bergstrom-Blume-Varian-1986 (burdens). The weighted call, pledges that fail together
//! and the closed form of the burden are our formalisations.

mod burden;
mod call;
mod kept;
mod obligations;
mod pledges;
mod similarity;

pub use burden::{Burden, Provision, Taste, spearman};
pub use call::{Call, Member};
pub use kept::Allies;
pub use obligations::{Obligation, Obligations, Scale};
pub use pledges::{NATO_1956, Pledges, WARSAW_1956};
pub use similarity::{
    Comparison, Distance, Dyads, Portfolio, similarities, similarities_weighted,
};

/// What is wrong with the input of a model of alliances.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AlliancesError {
    /// Nobody, or more than the crate takes.
    #[error("expected 1 to {most} {what}, found {found}")]
    Count {
        /// Of what.
        what: &'static str,
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// A level above the highest of its scale.
    #[error("expected levels from 0 to {highest}, found {found}")]
    TooHigh {
        /// The highest level.
        highest: u8,
        /// The level that came.
        found: u8,
    },
    /// Portfolios that do not answer to the same states on the same scale, or weights
    /// that are not one for each state.
    #[error("expected {expected} {what}, found {found}")]
    Uneven {
        /// Of what.
        what: &'static str,
        /// How many there are to be.
        expected: usize,
        /// How many came.
        found: usize,
    },
    /// Weights that weigh nothing.
    #[error("expected a weight above 0, found none")]
    NoWeight,
    /// No state of that number.
    #[error("expected a state from 0 to {last}, found {found}")]
    NoSuchState {
        /// The last state.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// A state that owes something to itself.
    #[error("expected a pledge between two states, found state {state} twice")]
    PledgeToItself {
        /// The state, counted from 0.
        state: usize,
    },
    /// A letter that stands for no obligation.
    #[error("expected letters of D, O, N, X and C, or -, found {found:?}")]
    NoSuchLetter {
        /// The text that came.
        found: String,
    },
}

/// Refuses none, and more than a chapter's calculation takes.
const fn counted(what: &'static str, found: usize) -> Result<(), AlliancesError> {
    let most = Pledges::MOST;
    if 1 <= found && found <= most {
        return Ok(());
    }
    Err(AlliancesError::Count { what, most, found })
}
