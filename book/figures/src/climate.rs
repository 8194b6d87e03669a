//! Who joins: the figures of the chapter on climate.

mod club;
mod joiners;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[joiners::JOINERS, club::CLUB];
