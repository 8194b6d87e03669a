//! The house that the police did not enter: the figure of the chapter on immunity.

mod lamps;
mod view;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[lamps::LAMPS];
