//! The rival gains more: the figures of the chapter on relative gains.

mod fight;
mod matrix;
mod plane;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[plane::PLANE, matrix::MATRIX, fight::FIGHT];
