//! How a war spreads, and what is known in time: the figures of the chapter on crises.

mod demand;
mod sparks;
mod warning;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[sparks::SPARKS, demand::DEMAND, warning::WARNING];
