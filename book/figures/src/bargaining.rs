//! What a deal needs: the figures of the chapter on bargaining.

mod patience;
mod ratifiers;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[ratifiers::RATIFIERS, patience::PATIENCE];
