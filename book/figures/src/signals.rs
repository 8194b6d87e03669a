//! One misread move: the figures of the chapter on noise and cheap talk.

mod noise;
mod talk;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[noise::NOISE, talk::TALK];
