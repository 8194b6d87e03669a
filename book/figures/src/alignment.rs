//! The feuds stay, the friends change: the figures of the chapter on alignment.

mod courts;
mod landscape;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[courts::COURTS, landscape::LANDSCAPE];
