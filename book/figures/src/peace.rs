//! Who quarrels how often: the figures of the chapter on peace.

mod memberships;
mod pairs;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[pairs::PAIRS, memberships::MEMBERSHIPS];
