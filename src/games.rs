//! Games of two players with two moves each: the small models that the book's
//! chapters share.
//!
//! [`Payoffs`] is the symmetric game of the textbooks (temptation, reward,
//! punishment, sucker); [`Bimatrix`] is any game of two by two, with numbers or mere
//! ranks in its cells; [`ordinal_games_144`] lists every one that strict ranks can
//! make. What is left out: bargaining over *which* deal to make, a third player, and
//! time. A single play of one small table is all there is here.
//!
//! An equilibrium includes weak best replies; dominance is strict.
//!
//! Sources: Rapoport-Guyer-1966 (the 78 games), Robinson-Goforth-2004 and Bruns-2015
//! (the 144 and their names), Harsanyi-Selten-1988 (risk dominance).

mod bimatrix;
mod class;
mod ordinal;
mod payoffs;

pub use bimatrix::{Bimatrix, Move, Profile};
pub use class::GameClass;
pub use ordinal::{
    OrdinalGame, canonical_78, canonical_144, ordinal_games_78, ordinal_games_144,
};
pub use payoffs::{GameError, Payoffs};
