//! Who gains from open borders: the figures of the chapter on trade.

mod pact;
mod triangle;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[triangle::TRIANGLE, pact::PACT];
