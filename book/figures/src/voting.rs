//! A vote is not yet power: the figures of the chapter on decision rules.

mod power;
mod wait;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[power::POWER, wait::WAIT];
