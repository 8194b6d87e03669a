//! What each player can do, and the four ways in which it can come out.

use core::array::IntoIter;
use core::fmt;
use core::iter::Take;
use core::ops::Deref;
use core::slice::Iter;

use crate::words::words;

words! {
    /// A move. In games that are not about cooperation, *cooperate* is the first move
    /// and *defect* the second.
    Move: "a move" {
        /// The first move, *C*.
        Cooperate,
        /// The second move, *D*.
        Defect,
    }
}

impl Move {
    /// The other move.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Cooperate => Self::Defect,
            Self::Defect => Self::Cooperate,
        }
    }

    /// The place of this move in a row or a column: 0 or 1.
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

/// A cell of the table: the row player's move, then the column player's.
pub type Profile = (Move, Move);

/// The four cells, row by row.
pub const CELLS: [Profile; 4] = [
    (Move::Cooperate, Move::Cooperate),
    (Move::Cooperate, Move::Defect),
    (Move::Defect, Move::Cooperate),
    (Move::Defect, Move::Defect),
];

/// Some of the four cells, row by row: a list that needs no room of its own.
///
/// ```
/// use demarche::games::{Move::{Cooperate, Defect}, Payoffs};
/// let yields = Payoffs::CHICKEN.bimatrix().pure_equilibria();
/// assert_eq!(yields, [(Cooperate, Defect), (Defect, Cooperate)]);
/// assert!(yields.iter().all(|cell| cell.0 != cell.1));
/// ```
#[derive(Clone, Copy)]
pub struct Cells {
    listed: [Profile; 4],
    count: usize,
}

impl Cells {
    /// Those for which something holds.
    pub(super) fn with(holds: impl Fn(Profile) -> bool) -> Self {
        let mut cells = Self { listed: CELLS, count: 0 };
        for cell in CELLS {
            // What does not hold is written over.
            cells.listed[cells.count % 4] = cell;
            cells.count += usize::from(holds(cell));
        }
        cells
    }
}

impl Deref for Cells {
    type Target = [Profile];

    fn deref(&self) -> &[Profile] {
        &self.listed[..self.count]
    }
}

impl IntoIterator for Cells {
    type Item = Profile;
    type IntoIter = Take<IntoIter<Profile, 4>>;

    fn into_iter(self) -> Self::IntoIter {
        self.listed.into_iter().take(self.count)
    }
}

impl<'a> IntoIterator for &'a Cells {
    type Item = &'a Profile;
    type IntoIter = Iter<'a, Profile>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<C: AsRef<[Profile]>> PartialEq<C> for Cells {
    fn eq(&self, other: &C) -> bool {
        **self == *other.as_ref()
    }
}

impl AsRef<[Profile]> for Cells {
    fn as_ref(&self) -> &[Profile] {
        self
    }
}

impl Eq for Cells {}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
