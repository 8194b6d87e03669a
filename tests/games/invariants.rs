//! What holds for every input.

use super::*;

#[test]
fn what_has_fields_comes_by_their_names_and_never_as_a_list() {
    use demarche::{alignment, gains, immunity, signals, voting};
    comes_by_name::<Payoffs>(
        &["[5, 3, 1, 0]", "[5, 3, 1, 0, 99]"],
        "{ temptation = 5, reward = 3, punishment = 1, sucker = 0 }",
    );
    let tables = "{ row = [[1, 2], [3, 4]], column = [[1, 2], [3, 4]] }";
    let lists = ["[[[1, 2], [3, 4]], [[1, 2], [3, 4]], 9]"];
    comes_by_name::<Bimatrix<u8>>(&lists, tables);
    comes_by_name::<OrdinalGame>(&lists, tables);
    comes_by_name::<gains::Deal>(
        &["[1, 2]", "[1, 2, 3]"],
        "{ own = 1.0, other = 2.0 }",
    );
    comes_by_name::<gains::War>(
        &["[1.0, 1.0, 0.0, 0.0, 9]"],
        "{ gap = 1.0, prize = 1.0, cost = 0.0, loser = 0.0 }",
    );
    comes_by_name::<alignment::System>(
        &[r#"["t", ["A", "B"]]"#],
        r#"{ title = "t", states = ["A", "B"], friends = [["A", "B"]] }"#,
    );
    comes_by_name::<immunity::Act>(
        &[r#"["Tort"]"#, r#"["Tort", true, true, true, 9]"#],
        r#"{ subject = "Tort", judge = true }"#,
    );
    comes_by_name::<signals::Line>(&["[0.1, 0.2, 9]"], "{ hand = 0.1, ear = 0.2 }");
    comes_by_name::<signals::Machine>(
        &["[0, []]"],
        "{ states = [{ cooperate = 1.0, next = [0, 0, 0, 0] }] }",
    );
    comes_by_name::<voting::Weighted>(
        &["[2, [1, 1]]", "[2, [1, 1], 9]"],
        "{ quota = 2, weights = [1, 1] }",
    );
}

/// Payoffs so small that ties are common.
fn small() -> impl Strategy<Value = [[i32; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(0_i32..=3))
}

/// Whether a player is indifferent between its moves somewhere.
fn has_ties(game: &Bimatrix<Payoff>) -> bool {
    CELLS.iter().any(|&(i, j)| {
        game.row((i, j)) == game.row((i.other(), j))
            || game.column((i, j)) == game.column((i, j.other()))
    })
}

proptest! {
    /// On a grid that holds every threshold of small payoffs: a pair of mixes is an
    /// equilibrium just when one of the three lists has it.
    #[test]
    fn the_three_lists_hold_all_equilibria_and_nothing_else(
        row in small(), column in small(), p in 0_i32..=60, q in 0_i32..=60,
    ) {
        let game = Bimatrix::of_payoffs(row.map(|l| l.map(f64::from)), column.map(|l| l.map(f64::from))).unwrap();
        let gain = |[[a, b], [c, d]]: [[i32; 2]; 2], other: i32| (a - c) * other + (b - d) * (60 - other);
        let [[a, b], [c, d]] = column;
        let stands = |own: i32, gain: i32| gain == 0 || own == if gain > 0 { 60 } else { 0 };
        let expected = stands(p, gain(row, q)) && stands(q, gain([[a, c], [b, d]], p));
        let near = |at: Probability, place: i32| (at.value() - f64::from(place) / 60.0).abs() < 1e-9;
        let pure = game.pure_equilibria().iter().any(|&(i, j)| {
            let place = |own: Move| if own == C { 60 } else { 0 };
            (p, q) == (place(i), place(j))
        });
        let mixed = game.mixed_equilibrium().is_some_and(|(x, y)| near(x, p) && near(y, q));
        let between = |from: Probability, to: Probability, place: i32| {
            let at = f64::from(place) / 60.0;
            from.value() - 1e-9 < at && at < to.value() + 1e-9
        };
        let row_of = game.segments().iter().any(|s| between(s.from.0, s.to.0, p) && between(s.from.1, s.to.1, q));
        prop_assert_eq!(pure || mixed || row_of, expected);
    }

    #[test]
    fn names_and_pure_equilibria_know_ranks_alone(game in game()) {
        let bent = bent(&game, |x| x * x * x, |x| 3.0 * x - 7.0);
        prop_assert_eq!(bent.class(), game.class());
        prop_assert_eq!(bent.pure_equilibria(), game.pure_equilibria());
        prop_assert_eq!(bent.dominant(), game.dominant());
    }

    #[test]
    fn mixtures_survive_a_change_of_unit_and_zero(
        game in game(), scale in 0.1..10.0_f64, shift in -20.0..20.0_f64,
    ) {
        let moved = bent(&game, |x| scale * x + shift, |x| x / scale - shift);
        match (game.mixed_equilibrium(), moved.mixed_equilibrium()) {
            (Some((p, q)), Some((r, s))) => {
                prop_assert!((p.value() - r.value()).abs() < 1e-9);
                prop_assert!((q.value() - s.value()).abs() < 1e-9);
            }
            // A tie may turn into a difference of one rounding error.
            (a, b) => {
                prop_assert!(a.is_none() && b.is_none() || has_ties(&game));
            }
        }
    }

    #[test]
    fn a_windfall_for_the_others_move_changes_no_reply(
        game in game(), windfall in -50..=50_i32,
    ) {
        let windfall = f64::from(windfall);
        let row = [[(C, C), (C, D)], [(D, C), (D, D)]].map(|line| {
            line.map(|cell| {
                game.row(cell).value() + if cell.1 == C { windfall } else { 0.0 }
            })
        });
        let column = [[(C, C), (C, D)], [(D, C), (D, D)]]
            .map(|line| line.map(|cell| game.column(cell).value()));
        let moved = Bimatrix::of_payoffs(row, column).unwrap();
        prop_assert_eq!(moved.pure_equilibria(), game.pure_equilibria());
        prop_assert_eq!(moved.dominant(), game.dominant());
        prop_assert_eq!(moved.mixed_equilibrium(), game.mixed_equilibrium());
    }

    #[test]
    fn each_side_of_the_table_sees_the_same_game(game in game()) {
        let mirror = game.with_players_swapped();
        let mut seen: Vec<_> =
            mirror.pure_equilibria().iter().map(|&(i, j)| (j, i)).collect();
        seen.sort_unstable();
        prop_assert_eq!(game.pure_equilibria(), seen);
        let (row, column) = game.dominant();
        prop_assert_eq!(mirror.dominant(), (column, row));
        prop_assert_eq!(mirror.class() == GameClass::BattleOfTheSexes,
            game.class() == GameClass::BattleOfTheSexes);
    }

    #[test]
    fn strict_games_have_an_odd_number_of_equilibria(game in game()) {
        prop_assume!(!has_ties(&game));
        let mixed = usize::from(game.mixed_equilibrium().is_some());
        prop_assert_eq!((game.pure_equilibria().len() + mixed) % 2, 1);
    }
}
