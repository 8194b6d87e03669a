//! What each player can do, and the four ways in which it can come out.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A move. In games that are not about cooperation, *cooperate* is the first move
/// and *defect* the second.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Move {
    /// The first move, *C*.
    Cooperate,
    /// The second move, *D*.
    Defect,
}

impl Move {
    /// Both, in the order of rows and columns.
    pub const ALL: [Self; 2] = [Self::Cooperate, Self::Defect];

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

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Cooperate => "cooperate",
            Self::Defect => "defect",
        })
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
