//! Games of two players with two moves each: the small models that the book's
//! chapters share.
//!
//! [`Payoffs`] is the symmetric game of the textbooks (temptation, reward,
//! punishment, sucker), [`Dilemma`] the one that tempts both, with the patience it
//! takes; [`Bimatrix`] is any game of two by two, with numbers or mere
//! ranks in its cells; [`OrdinalGame`] is one that knows only strict ranks, and lists
//! every one there is. What is left out: bargaining over *which* deal to make, a third player, and
//! time. A single play of one small table is all there is here.
//!
//! An equilibrium includes weak best replies; dominance is strict.
//!
//! Sources: Rapoport-Guyer-1966 (the 78 games), Robinson-Goforth-2004 and Bruns-2015
//! (the 144 and their names), Harsanyi-Selten-1988 (risk dominance).

mod bimatrix;
mod class;
mod dilemma;
mod moves;
mod ordinal;
mod payoffs;

pub use bimatrix::{Bimatrix, Segment};
pub use class::GameClass;
pub use dilemma::Dilemma;
pub use moves::{CELLS, Cells, Move, Profile};
pub use ordinal::OrdinalGame;
pub use payoffs::Payoffs;

/// What is wrong with a game that was to be built.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GameError {
    /// A payoff is no finite number, or so large that sums of payoffs overflow.
    #[error("expected a {which} between -1e150 and 1e150, found {found:?}")]
    PayoffOutOfRange {
        /// Which of the four payoffs.
        which: &'static str,
        /// The number that came.
        found: f64,
    },
    /// The payoffs are no prisoner's dilemma.
    #[error("expected payoffs T > R > P > S, found {found}")]
    NotADilemma {
        /// The payoffs that came.
        found: Payoffs,
    },
    /// Ranks are missing or come twice.
    #[error("expected the ranks 1 to 4, each once, for {player}, found {found:?}")]
    NotRanks {
        /// Whose ranks.
        player: &'static str,
        /// The ranks that came, row by row.
        found: [[u8; 2]; 2],
    },
}
