//! What each player can do, and the four ways in which it can come out.

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
