//! Every strict game of two by two, when only ranks count.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Bimatrix, GameError};
use crate::numbers::Payoff;

/// A game that knows only ranks: each player gives 4 to the best cell and 1 to the
/// worst, without ties.
///
/// ```
/// use demarche::games::{GameClass, OrdinalGame};
/// let dilemma = OrdinalGame::new([[3, 1], [4, 2]], [[3, 4], [1, 2]])?;
/// assert_eq!(dilemma.ranks().class(), GameClass::PrisonersDilemma);
/// assert!(OrdinalGame::new([[3, 1], [3, 2]], [[3, 4], [1, 2]]).is_err());
/// # Ok::<(), demarche::games::GameError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "Bimatrix<u8>", into = "Bimatrix<u8>")]
pub struct OrdinalGame(Bimatrix<u8>);

impl OrdinalGame {
    /// A game from the ranks of both, each as two rows of two columns, in the places of
    /// [`Bimatrix::new`].
    ///
    /// # Errors
    /// When a player's ranks are not 1, 2, 3 and 4, each once.
    pub fn new(row: [[u8; 2]; 2], column: [[u8; 2]; 2]) -> Result<Self, GameError> {
        for (player, found) in
            [("the row player", row), ("the column player", column)]
        {
            let ranks = found.as_flattened();
            if !(1..=4).all(|rank| ranks.contains(&rank)) {
                return Err(GameError::NotRanks { player, found });
            }
        }
        Ok(Self(Bimatrix::new(row, column)))
    }

    /// Every strict ordinal game, once for each renaming of the moves: 144 games, each
    /// in the form of [`canonical_144`](Self::canonical_144), in increasing order.
    ///
    /// Source: Robinson-Goforth-2004.
    ///
    /// ```
    /// use demarche::games::OrdinalGame;
    /// let games = OrdinalGame::all_144();
    /// assert_eq!(games.len(), 144);
    /// // In one in eight, no pair of moves is at rest.
    /// let restless = games.iter().filter(|g| g.ranks().pure_equilibria().is_empty());
    /// assert_eq!(restless.count(), 18);
    /// ```
    pub fn all_144() -> Vec<Self> {
        sorted(tables().map(Self::canonical_144))
    }

    /// Every strict ordinal game, once for each renaming of the moves and of the
    /// players: 78 games, each in the form of [`canonical_78`](Self::canonical_78), in
    /// increasing order.
    ///
    /// Source: Rapoport-Guyer-1966.
    ///
    /// ```
    /// assert_eq!(demarche::games::OrdinalGame::all_78().len(), 78);
    /// ```
    pub fn all_78() -> Vec<Self> {
        sorted(tables().map(Self::canonical_78))
    }

    /// The table of ranks, with its equilibria and its name.
    pub const fn ranks(&self) -> &Bimatrix<u8> {
        &self.0
    }

    /// The game when the ranks 1 to 4 are taken for payoffs.
    pub fn payoffs(&self) -> Bimatrix<Payoff> {
        let payoff = |rank| Payoff::of_valid(f64::from(rank));
        self.0.map(payoff, payoff)
    }

    /// The same game with the row player's moves renamed.
    #[must_use]
    pub const fn with_rows_swapped(self) -> Self {
        Self(self.0.with_rows_swapped())
    }

    /// The same game with the column player's moves renamed.
    #[must_use]
    pub const fn with_columns_swapped(self) -> Self {
        Self(self.0.with_columns_swapped())
    }

    /// The same game told from the other side of the table.
    #[must_use]
    pub const fn with_players_swapped(self) -> Self {
        Self(self.0.with_players_swapped())
    }

    /// The least of the four tables that tell one game, depending on which move of each
    /// player comes first. Two games are the same but for the names of moves exactly
    /// when their canonical forms are equal.
    #[must_use]
    pub fn canonical_144(self) -> Self {
        let rows = self.with_rows_swapped();
        let columns = self.with_columns_swapped();
        self.min(rows).min(columns).min(rows.with_columns_swapped())
    }

    /// As [`canonical_144`](Self::canonical_144), and either player may come first: the
    /// least of eight.
    ///
    /// ```
    /// use demarche::games::OrdinalGame;
    /// let game = OrdinalGame::new([[1, 2], [3, 4]], [[4, 2], [1, 3]])?;
    /// let mirrored = game.with_players_swapped();
    /// assert_ne!(game, mirrored);
    /// assert_eq!(game.canonical_78(), mirrored.canonical_78());
    /// # Ok::<(), demarche::games::GameError>(())
    /// ```
    #[must_use]
    pub fn canonical_78(self) -> Self {
        self.canonical_144().min(self.with_players_swapped().canonical_144())
    }
}

impl TryFrom<Bimatrix<u8>> for OrdinalGame {
    type Error = GameError;
    fn try_from(table: Bimatrix<u8>) -> Result<Self, GameError> {
        let (row, column) = table.into_tables();
        Self::new(row, column)
    }
}

impl From<OrdinalGame> for Bimatrix<u8> {
    fn from(game: OrdinalGame) -> Self {
        game.0
    }
}

fn sorted(games: impl Iterator<Item = OrdinalGame>) -> Vec<OrdinalGame> {
    games.collect::<BTreeSet<_>>().into_iter().collect()
}

/// All 24 × 24 tables.
fn tables() -> impl Iterator<Item = OrdinalGame> {
    let columns = rankings();
    rankings().into_iter().flat_map(move |row| {
        let of = move |column| OrdinalGame(Bimatrix::new(row, column));
        columns.clone().into_iter().map(of)
    })
}

/// The 24 ways to rank four cells.
fn rankings() -> Vec<[[u8; 2]; 2]> {
    let mut found = Vec::with_capacity(24);
    for a in 1..=4 {
        for b in 1..=4 {
            for c in 1..=4 {
                let seen = a + b + c;
                if a != b && a != c && b != c {
                    found.push([[a, b], [c, 10 - seen]]);
                }
            }
        }
    }
    found
}
