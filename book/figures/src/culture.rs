//! What grows alike and what stays apart: the figures of the chapter on culture.

mod field;
mod lattice;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[lattice::LATTICE, field::FIELD];
