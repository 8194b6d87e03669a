//! Who is in the middle, and which mission comes next: the figures of the chapter on
//! actors.

mod capitals;
mod next;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[capitals::CAPITALS, next::NEXT];
