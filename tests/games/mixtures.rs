//! Mixtures and risk.

use super::*;

#[test]
fn mixed_equilibria_of_the_named_games() {
    let of = |game: Payoffs| game.mixed_equilibrium().map(f64::from);
    assert_eq!(of(Payoffs::CHICKEN), Some(0.5));
    assert_eq!(of(Payoffs::STAG_HUNT), Some(0.5));
    assert_eq!(of(Payoffs::new(3.0, 4.0, 3.0, 0.0).unwrap()), Some(0.75));
    assert_eq!(of(Payoffs::PRISONERS_DILEMMA), None);
}

fn segment(from: (f64, f64), to: (f64, f64)) -> Segment {
    let of = |(p, q)| (Probability::new(p).unwrap(), Probability::new(q).unwrap());
    Segment { from: of(from), to: of(to) }
}

#[test]
fn a_row_of_equilibria_is_told_by_its_ends() {
    // Against the first column both rows pay −3. With the first row at p the column
    // player gets 2p + 4(1 − p) there and 7p + 2(1 − p) in the second: p ≤ 2/7 stays.
    let (row, column) = ([[-3.0, 3.0], [-3.0, 5.0]], [[2.0, 7.0], [4.0, 2.0]]);
    let game = Bimatrix::of_payoffs(row, column).unwrap();
    assert_eq!(game.segments(), [segment((0.0, 1.0), (2.0 / 7.0, 1.0))]);
    assert_eq!(game.pure_equilibria(), [(D, C)]);
    assert_eq!(game.mixed_equilibrium(), None);
    let mirrored = game.with_players_swapped();
    assert_eq!(mirrored.segments(), [segment((1.0, 0.0), (1.0, 2.0 / 7.0))]);
}

#[test]
fn a_game_where_every_move_matters_has_no_row_of_equilibria() {
    let rank = |rank: u8| payoff(f64::from(rank));
    for game in OrdinalGame::all_144() {
        assert_eq!(game.ranks().map(rank, rank).segments(), []);
    }
}

#[test]
fn gains_of_very_different_size_make_no_row_of_equilibria() {
    // The row player does not mind at 1 − 10⁻²⁰, which a decimal cannot tell from 1;
    // the other way round at 10⁻²⁰, and at 10⁻³⁰⁰ of 10⁻¹⁵⁰, which is nothing.
    for (small, large) in [(1.0, 1e20), (1e-150, 1e150)] {
        let column = [[1.0, 0.0], [0.0, 1.0]];
        assert_eq!(segments([[small, 0.0], [0.0, large]], column), []);
        assert_eq!(segments([[large, 0.0], [0.0, small]], column), []);
        let chicken = segments([[0.0, large], [small, 0.0]], column);
        assert_eq!(chicken, []);
        // A tie is one however the rest is sized.
        let tie = segments([[large, small], [large, 0.0]], column);
        assert_eq!(tie, [segment((0.5, 1.0), (1.0, 1.0))]);
    }
}

#[test]
fn where_no_own_move_matters_everything_is_an_equilibrium() {
    let all = segments([[1.0, 2.0], [1.0, 2.0]], [[3.0, 3.0], [4.0, 4.0]]);
    assert_eq!(all, [segment((0.0, 0.0), (1.0, 1.0))]);
}

#[test]
fn rows_of_equilibria_meet_where_one_players_move_never_matters_to_itself() {
    // The column player wants the first column while p ≥ 1/4.
    let path = segments([[0.0, 0.0], [0.0, 0.0]], [[3.0, 0.0], [0.0, 1.0]]);
    assert_eq!(
        path,
        [
            segment((0.0, 0.0), (0.25, 0.0)),
            segment((0.25, 0.0), (0.25, 1.0)),
            segment((0.25, 1.0), (1.0, 1.0)),
        ]
    );
}

#[test]
fn battle_of_the_sexes_mixes_to_a_loss_for_both() {
    let (a, b, c) = (2.0, 1.0, 0.0);
    let game = battle(a, b, c);
    let (p, q) = game.mixed_equilibrium().unwrap();
    let (p, q) = (p.value(), q.value());
    assert!((p - 2.0 / 3.0).abs() < 1e-12 && (q - 1.0 / 3.0).abs() < 1e-12);
    let value = p * (q * a + (1.0 - q) * c) + (1.0 - p) * (q * c + (1.0 - q) * b);
    assert!((value - (a * b - c * c) / (a + b - 2.0 * c)).abs() < 1e-12);
    assert!(value < b);
    assert_eq!(game.risk_dominant(), None);
}

#[test]
fn the_safer_equilibrium_of_a_hunt_may_be_the_worse() {
    let hunt = |punishment| Payoffs::new(3.0, 4.0, punishment, 1.0).unwrap();
    // D is safer exactly when P − S > R − T.
    assert_eq!(hunt(2.5).bimatrix().risk_dominant(), Some((D, D)));
    assert_eq!(hunt(1.5).bimatrix().risk_dominant(), Some((C, C)));
    assert_eq!(hunt(2.0).bimatrix().risk_dominant(), None);
    assert_eq!(Payoffs::PRISONERS_DILEMMA.bimatrix().risk_dominant(), None);
}

/// Risk knows no unit: a hunt in billionths of billionths is as safe as any.
#[test]
fn risk_dominance_survives_tiny_and_huge_units() {
    for unit in [1e-320, 1e-200, 1e-100, 1.0, 1e149] {
        let of = |x: f64| x * unit;
        let hunt = |p| Payoffs::new(of(3.0), of(4.0), of(p), of(1.0)).unwrap();
        assert_eq!(hunt(2.5).bimatrix().risk_dominant(), Some((D, D)), "{unit:e}");
        assert_eq!(hunt(1.5).bimatrix().risk_dominant(), Some((C, C)), "{unit:e}");
    }
}
