//! One affair and what its answers hang on: the figure of the chapter on briefing.

mod margins;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[margins::MARGINS];
