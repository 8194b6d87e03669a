//! The race, the life and the clock: the figures of the chapter on treaties.

mod clock;
mod life;
mod race;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[race::RACE, life::LIFE, clock::CLOCK];
