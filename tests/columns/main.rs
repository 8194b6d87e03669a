//! Thousands of small models in columns: the same answers as one by one, within the
//! bound that is stated, and at every edge.

#![allow(clippy::float_cmp, reason = "the same bits are meant")]

#[path = "../common/mod.rs"]
mod common;

use common::{close, raw, unit};
use demarche::columns::{ColumnsError, Equilibria, equilibria, long_runs};
use demarche::games::{Bimatrix, CELLS, OrdinalGame, Payoffs};
use demarche::numbers::{Payoff, Probability};
use demarche::signals::{Chain, MemoryOne, SignalsError};
use proptest::prelude::*;

type After = [Probability; 4];

fn strategy(after: [f64; 4]) -> After {
    after.map(|p| Probability::new(p).unwrap())
}

/// Four numbers a row as four columns.
fn columns<T: Copy>(rows: &[[T; 4]]) -> [Vec<T>; 4] {
    core::array::from_fn(|k| rows.iter().map(|row| row[k]).collect())
}

fn slices<T>(columns: &[Vec<T>; 4]) -> [&[T]; 4] {
    columns.each_ref().map(Vec::as_slice)
}

/// What both earn in every row.
fn earned(
    first: &[After],
    second: &[After],
    payoffs: &Payoffs,
) -> Result<[Vec<f64>; 2], ColumnsError> {
    let (first, second) = (columns(first), columns(second));
    let mut earned = [vec![0.0; first[0].len()], vec![0.0; first[0].len()]];
    let [mine, others] = &mut earned;
    long_runs(slices(&first), slices(&second), payoffs, [mine, others])?;
    Ok(earned)
}

fn one_by_one(x: After, y: After, payoffs: &Payoffs) -> Option<[f64; 2]> {
    let chain = Chain::between(&MemoryOne::from(x), &MemoryOne::from(y));
    Some(chain.long_run().ok()?.payoffs(payoffs))
}

/// Fifty roundings on each side of a share, and a few more in the payoffs.
const BOUND: f64 = 110.0 * f64::EPSILON / 2.0;

/// The largest payoff in size.
fn largest(payoffs: &Payoffs) -> f64 {
    let all = [payoffs.temptation(), payoffs.reward(), payoffs.punishment()];
    all.into_iter().map(f64::abs).fold(payoffs.sucker().abs(), f64::max)
}

#[test]
fn ten_thousand_random_pairs_of_peers_w2() {
    // The same inputs as numpy's and numba's.
    let draws: Vec<f64> =
        raw(42, 80_000).into_iter().map(|z| 0.01 + 0.98 * unit(z)).collect();
    let half = |from: usize| -> Vec<After> {
        let four = |row: &[f64]| core::array::from_fn(|k| row[from + k]);
        draws.chunks(8).map(|row| strategy(four(row))).collect()
    };
    let (x, y) = (half(0), half(4));
    let earned = earned(&x, &y, &Payoffs::AXELROD).unwrap();
    close(earned[0].iter().sum(), 22_552.317_529, 1e-6);
    close(earned[1].iter().sum(), 22_392.389_257, 1e-6);
    close(earned[0][0], 2.811_875_387_5, 1e-10);
    close(earned[1][0], 1.665_823_317_1, 1e-10);
    for row in 0..x.len() {
        let exact = one_by_one(x[row], y[row], &Payoffs::AXELROD).unwrap();
        for player in 0..2 {
            close(earned[player][row], exact[player], 5.0 * BOUND);
        }
    }
}

/// A probability that is often at an edge or next to it.
fn edgy() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(1.0),
        Just(0.5),
        (0.0..40.0_f64).prop_map(|x| libm::exp10(-x)),
        (0.0..16.0_f64).prop_map(|x| 1.0 - libm::exp10(-x)),
        0.0..=1.0,
    ]
}

proptest! {
    #[test]
    fn every_pair_earns_the_same_as_alone(
        pairs in prop::collection::vec([[edgy(), edgy(), edgy(), edgy()], [edgy(), edgy(), edgy(), edgy()]], 1..40),
        payoffs in [-9.0..9.0_f64, -9.0..9.0, -9.0..9.0, -9.0..9.0],
    ) {
        let [t, r, p, s] = payoffs;
        let payoffs = Payoffs::new(t, r, p, s).unwrap();
        let x: Vec<_> = pairs.iter().map(|pair| strategy(pair[0])).collect();
        let y: Vec<_> = pairs.iter().map(|pair| strategy(pair[1])).collect();
        let alone: Vec<_> =
            x.iter().zip(&y).map(|(&x, &y)| one_by_one(x, y, &payoffs)).collect();
        match earned(&x, &y, &payoffs) {
            Ok(earned) => for (row, alone) in alone.iter().enumerate() {
                let alone = alone.expect("one long run");
                for player in 0..2 {
                    let off = (earned[player][row] - alone[player]).abs();
                    prop_assert!(off <= largest(&payoffs) * BOUND, "{row}: {off:e}");
                }
            },
            Err(error) => {
                prop_assert_eq!(error.error, SignalsError::SeveralLongRuns);
                let first = alone.iter().position(Option::is_none);
                prop_assert_eq!(Some(error.row), first);
            }
        }
    }

    #[test]
    fn every_game_has_the_same_equilibria_as_alone(
        games in prop::collection::vec(
            prop::array::uniform8(prop_oneof![
                (-2..3).prop_map(f64::from),
                Just(1e150), Just(-1e150), Just(5e-324), Just(0.1 + 0.2), Just(0.3),
                -1e3..1e3,
            ]),
            1..40,
        ),
    ) {
        let half = |game: &[f64; 8], from: usize| {
            core::array::from_fn(|k| Payoff::new(game[from + k]).unwrap())
        };
        let rows: Vec<_> = games.iter().map(|game| half(game, 0)).collect();
        let columns: Vec<_> = games.iter().map(|game| half(game, 4)).collect();
        agree(&rows, &columns);
    }
}

/// The edges where products vanish are left to the chain of one pair, so that its
/// answers come back bit by bit: for ever the same, and slips next to never.
#[test]
fn at_the_edges_the_answers_are_those_of_one_pair() {
    let always = |p: f64| strategy([p; 4]);
    let grim = strategy([1.0, 0.0, 0.0, 0.0]);
    let cases = [
        (always(0.0), always(0.5)),
        (always(0.0), always(0.0)),
        (always(0.0), strategy([1.0, 0.0, 1.0, 0.0])),
        (grim, always(0.5)),
        (grim, strategy([0.5, 0.25, 1.0, 0.25])),
        (always(1e-280), always(1e-290)),
    ];
    let (x, y): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
    let earned = earned(&x, &y, &Payoffs::AXELROD).unwrap();
    for row in 0..cases.len() {
        let alone = one_by_one(x[row], y[row], &Payoffs::AXELROD).unwrap();
        assert_eq!([earned[0][row], earned[1][row]], alone, "{row}");
    }
    // Both who defect for ever earn the punishment, and no more.
    assert_eq!([earned[0][1], earned[1][1]], [1.0, 1.0]);
}

#[test]
fn a_pair_that_goes_round_and_round_has_one_long_run() {
    // One that does what it did not do before against one that does what the other
    // did: each takes advantage in turn.
    let alternator = strategy([0.0, 0.0, 1.0, 1.0]);
    let tit_for_tat = strategy([1.0, 0.0, 1.0, 0.0]);
    let earned = earned(&[alternator], &[tit_for_tat], &Payoffs::AXELROD).unwrap();
    assert_eq!(earned, [vec![2.5], vec![2.5]]);
}

#[test]
fn the_first_pair_with_several_long_runs_is_named() {
    let (coin, tit_for_tat) = (strategy([0.5; 4]), strategy([1.0, 0.0, 1.0, 0.0]));
    for length in 1..20 {
        for bad in 0..length {
            let mut rows = vec![coin; length];
            rows[bad..].fill(tit_for_tat);
            let error = earned(&rows, &rows, &Payoffs::AXELROD).unwrap_err();
            assert_eq!(error.row, bad);
            assert!(error.to_string().starts_with(&format!("row {bad}: ")));
        }
    }
    assert_eq!(
        earned(&[], &[], &Payoffs::AXELROD).unwrap().map(|c| c.len()),
        [0; 2]
    );
}

#[test]
fn an_answer_does_not_depend_on_its_row() {
    let draws: Vec<f64> = raw(5, 8).into_iter().map(unit).collect();
    let [x, y] =
        [0, 4].map(|from| strategy(core::array::from_fn(|k| draws[from + k])));
    let alone = earned(&[x], &[y], &Payoffs::AXELROD).unwrap();
    for length in 1..20 {
        let many =
            earned(&vec![x; length], &vec![y; length], &Payoffs::AXELROD).unwrap();
        for player in 0..2 {
            assert!(many[player].iter().all(|&score| score == alone[player][0]));
        }
    }
}

#[test]
#[should_panic(expected = "all columns are as long as the first")]
fn a_column_that_is_too_short_is_refused() {
    let (three, two) = ([Probability::new(0.5).unwrap(); 3], [0.0; 2]);
    let mut earned = [[0.0; 3], [0.0; 3]];
    let [mine, others] = &mut earned;
    others[..2].copy_from_slice(&two);
    let others = &mut others[..2];
    let _ = long_runs([&three; 4], [&three; 4], &Payoffs::AXELROD, [mine, others]);
}

#[test]
#[should_panic(expected = "all columns are as long as the first")]
fn a_column_of_payoffs_that_is_too_short_is_refused() {
    let payoffs = [Payoff::new(0.0).unwrap(); 3];
    let mut found = [Equilibria::default(); 3];
    let mut mix = [[Probability::new(0.0).unwrap(); 3]; 2];
    let [first, second] = &mut mix;
    let short = [&payoffs[..], &payoffs, &payoffs, &payoffs[..2]];
    equilibria([&payoffs; 4], short, &mut found, [first, second]);
}

/// Looks at the games in columns and one by one; tells how many pure equilibria there
/// are, how many mixed ones, and how many games have ties.
fn agree(row: &[[Payoff; 4]], column: &[[Payoff; 4]]) -> [usize; 3] {
    let (rows, columns) = (columns(row), columns(column));
    let mut found = vec![Equilibria::default(); row.len()];
    let mut mix = [(); 2].map(|()| vec![Probability::new(1.0).unwrap(); row.len()]);
    let [first, second] = &mut mix;
    equilibria(slices(&rows), slices(&columns), &mut found, [first, second]);
    let mut counts = [0; 3];
    for game in 0..row.len() {
        let table = |[cc, cd, dc, dd]: [Payoff; 4]| [[cc, cd], [dc, dd]];
        let alone = Bimatrix::new(table(row[game]), table(column[game]));
        let found = found[game];
        assert!(found.pure().eq(alone.pure_equilibria()));
        let mixed = alone.mixed_equilibrium();
        assert_eq!(found.mixes(), mixed.is_some());
        let none = Probability::new(0.0).unwrap();
        assert_eq!((mix[0][game], mix[1][game]), mixed.unwrap_or((none, none)));
        // A segment needs somebody who does not mind. (Next to a gain that is 10²⁰ times
        // as large, one who does mind is rounded to one who does not.)
        let plain = |p: Payoff| p.value().abs() < 1e4 && p.value().fract() == 0.0;
        let plain = row[game].into_iter().chain(column[game]).all(plain);
        assert!(!plain || found.ties() || alone.segments().is_empty());
        let own = |cell, other| alone.row(cell) == alone.row(other);
        let others = |cell, other| alone.column(cell) == alone.column(other);
        let tied = CELLS.iter().any(|&(i, j)| {
            own((i, j), (i.other(), j)) || others((i, j), (i, j.other()))
        });
        assert_eq!(found.ties(), tied);
        counts[0] += found.pure().count();
        counts[1] += usize::from(found.mixes());
        counts[2] += usize::from(found.ties());
    }
    counts
}

#[test]
fn ten_thousand_random_games_of_peers() {
    // The same inputs as numba's.
    let draws: Vec<Payoff> = raw(7, 80_000)
        .into_iter()
        .map(|z| Payoff::new((z % 1000) as f64).unwrap())
        .collect();
    let half = |from: usize| -> Vec<[Payoff; 4]> {
        let four = |row: &[Payoff]| core::array::from_fn(|k| row[from + k]);
        draws.chunks(8).map(four).collect()
    };
    let [pure, mixed, tied] = agree(&half(0), &half(4));
    assert_eq!((pure, mixed), (10_066, 2_530));
    assert!(tied > 0);
}

#[test]
fn all_ordinal_games_of_two_by_two() {
    let games: Vec<_> =
        OrdinalGame::all_144().iter().map(OrdinalGame::payoffs).collect();
    let row: Vec<_> =
        games.iter().map(|game| CELLS.map(|cell| game.row(cell))).collect();
    let column: Vec<_> =
        games.iter().map(|game| CELLS.map(|cell| game.column(cell))).collect();
    assert_eq!(agree(&row, &column), [144, 36, 0]);
}
