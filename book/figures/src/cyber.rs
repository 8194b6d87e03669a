//! Whom to blame and what keeps a norm: the figures of the chapter on cyber.

mod blame;
mod norm;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[blame::BLAME, norm::NORM];
