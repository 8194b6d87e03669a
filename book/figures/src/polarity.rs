//! How many poles, and what they do: the figures of the chapter on polarity.

mod power;
mod strip;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[strip::STRIP, power::POWER];
