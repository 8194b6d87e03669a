//! How much arrives, and how soon: the figures of the chapter on aid.

mod corridors;
mod soon;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[corridors::CORRIDORS, soon::SOON];
