//! The published record.

use super::*;

#[test]
fn rapoport_guyer_1966_seventy_eight_games() {
    assert_eq!(OrdinalGame::all_78().len(), 78);
}

#[test]
fn robinson_goforth_2004_hundred_and_forty_four_games() {
    let games = OrdinalGame::all_144();
    assert_eq!(games.len(), 144);
    let mirrored = |g: &OrdinalGame| g.with_players_swapped().canonical_144();
    let symmetric = games.iter().filter(|g| mirrored(g) == **g).count();
    assert_eq!(symmetric, 12);
    // 144 = 2 × 66 + 12 and 78 = 66 + 12.
    assert_eq!((144 - 12) / 2 + 12, 78);
}

#[test]
fn robinson_goforth_2004_dilemma_and_six_alibi_games() {
    assert_eq!(both(sole_equilibrium_is_regretted), (7, 4));
    // The one symmetric game among them is the prisoner's dilemma.
    let games = OrdinalGame::all_144();
    let dilemma = ranks(&Payoffs::PRISONERS_DILEMMA).canonical_144();
    let symmetric: Vec<_> = games
        .into_iter()
        .filter(sole_equilibrium_is_regretted)
        .filter(|g| g.with_players_swapped().canonical_144() == *g)
        .collect();
    assert_eq!(symmetric, [dilemma]);
}
