//! Every strict game of two by two, when only ranks count.

use std::collections::BTreeSet;

use super::Bimatrix;

/// A game that knows only ranks: each player gives 4 to the best cell and 1 to the
/// worst, without ties.
pub type OrdinalGame = Bimatrix<u8>;

/// Every strict ordinal game, once for each renaming of the moves: 144 games, each
/// in the form of [`canonical_144`], in increasing order.
///
/// Source: Robinson-Goforth-2004.
///
/// ```
/// use demarche::games::ordinal_games_144;
/// let games = ordinal_games_144();
/// assert_eq!(games.len(), 144);
/// // In one in eight, no pair of moves is at rest.
/// let restless = games.iter().filter(|g| g.pure_equilibria().is_empty());
/// assert_eq!(restless.count(), 18);
/// ```
pub fn ordinal_games_144() -> Vec<OrdinalGame> {
    all()
        .map(|game| canonical_144(&game))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Every strict ordinal game, once for each renaming of the moves and of the
/// players: 78 games, each in the form of [`canonical_78`], in increasing order.
///
/// Source: Rapoport-Guyer-1966.
///
/// ```
/// assert_eq!(demarche::games::ordinal_games_78().len(), 78);
/// ```
pub fn ordinal_games_78() -> Vec<OrdinalGame> {
    all()
        .map(|game| canonical_78(&game))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The least of the four tables that tell one game, depending on which move of each
/// player comes first. Two games are the same but for the names of moves exactly
/// when their canonical forms are equal.
pub fn canonical_144(game: &OrdinalGame) -> OrdinalGame {
    let rows = game.with_rows_swapped();
    let columns = game.with_columns_swapped();
    let both = rows.with_columns_swapped();
    (*game).min(rows).min(columns).min(both)
}

/// As [`canonical_144`], and either player may come first: the least of eight.
///
/// ```
/// use demarche::games::{Bimatrix, canonical_78};
/// let game = Bimatrix::new([[1, 2], [3, 4]], [[4, 2], [1, 3]]);
/// let mirrored = game.with_players_swapped();
/// assert_ne!(game, mirrored);
/// assert_eq!(canonical_78(&game), canonical_78(&mirrored));
/// ```
pub fn canonical_78(game: &OrdinalGame) -> OrdinalGame {
    canonical_144(game).min(canonical_144(&game.with_players_swapped()))
}

/// All 24 × 24 tables.
fn all() -> impl Iterator<Item = OrdinalGame> {
    let columns = rankings();
    rankings().into_iter().flat_map(move |row| {
        columns.clone().into_iter().map(move |column| Bimatrix::new(row, column))
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
