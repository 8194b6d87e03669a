//! Our own exhaustive counts, which hang together.

use super::*;

#[test]
fn pure_equilibria_over_all_ordinal_games() {
    let with = |n| both(|game| game.ranks().pure_equilibria().len() == n);
    assert_eq!(with(1), (108, 57));
    assert_eq!(with(0), (18, 9));
    assert_eq!(with(2), (18, 12));
}

#[test]
fn dominance_over_all_ordinal_games() {
    let with = |n| both(|game| dominances(game) == n);
    assert_eq!(with(2), (36, 21));
    assert_eq!(with(1), (72, 36));
    assert_eq!(with(0), (36, 21));
    for game in OrdinalGame::all_144() {
        if dominances(&game) > 0 {
            assert_eq!(game.ranks().pure_equilibria().len(), 1, "{game:?}");
        }
    }
}

#[test]
fn games_without_conflict_over_all_ordinal_games() {
    let best_for_both = |game: &OrdinalGame| {
        CELLS.iter().any(|&cell| {
            game.ranks().row(cell) == 4 && game.ranks().column(cell) == 4
        })
    };
    assert_eq!(both(best_for_both), (36, 21));
}

#[test]
fn games_of_constant_sum_over_all_ordinal_games() {
    let constant = |game: &OrdinalGame| {
        CELLS
            .iter()
            .all(|&cell| game.ranks().row(cell) + game.ranks().column(cell) == 5)
    };
    assert_eq!(both(constant), (6, 3));
}

#[test]
fn ranked_pairs_of_equilibria_over_all_ordinal_games() {
    let ranked = |game: &OrdinalGame| match game.ranks().pure_equilibria()[..] {
        [a, b] => game.ranks().both_prefer(a, b) || game.ranks().both_prefer(b, a),
        _ => false,
    };
    assert_eq!(both(ranked), (9, 6));
}

#[test]
fn mixed_equilibria_over_all_ordinal_games() {
    let mixes = |game: &OrdinalGame| game.payoffs().mixed_equilibrium().is_some();
    assert_eq!(both(mixes), (36, 21));
    for game in OrdinalGame::all_144() {
        // Without dominance exactly one, with dominance none; and odd in all.
        assert_eq!(mixes(&game), dominances(&game) == 0, "{game:?}");
        let all = game.ranks().pure_equilibria().len() + usize::from(mixes(&game));
        assert!(all == 1 || all == 3, "{game:?}");
    }
}

#[test]
fn canonical_forms_name_orbits() {
    for game in OrdinalGame::all_144() {
        assert_eq!(game.canonical_144(), game);
        let least = game.canonical_78();
        assert_eq!(least.canonical_78(), least);
        for renamed in [
            game.with_rows_swapped(),
            game.with_columns_swapped(),
            game.with_players_swapped(),
            game.with_rows_swapped().with_players_swapped(),
        ] {
            assert_eq!(renamed.canonical_78(), least);
        }
        assert_eq!(game.with_players_swapped().with_players_swapped(), game);
    }
}
