//! The shared games: every count of the literature on two by two, the names, and
//! what may change in a game without changing its equilibria.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "predicates are handed to filters, which pass by reference"
)]

#[path = "../common/mod.rs"]
mod common;

mod counts;
mod dilemma;
mod doors;
mod invariants;
mod mixtures;
mod names;
mod record;

use common::{comes_by_name, refused, survives};
use demarche::gains::patience;
use demarche::games::{
    Bimatrix, CELLS, Dilemma, GameClass, GameError, Move, OrdinalGame, Payoffs,
    Segment,
};
use demarche::immunity::hostage::Host;
use demarche::numbers::{Discount, Payoff, Probability, RelativeWeight};
use demarche::signals::{grim_patience, tit_for_tat_patience, win_stay_patience};
use proptest::prelude::*;

use Move::{Cooperate as C, Defect as D};

fn counts(games: &[OrdinalGame], of: impl Fn(&OrdinalGame) -> bool) -> usize {
    games.iter().filter(|game| of(game)).count()
}

/// The number of games of the 144, and of the 78, with a property.
fn both(of: impl Fn(&OrdinalGame) -> bool) -> (usize, usize) {
    (counts(&OrdinalGame::all_144(), &of), counts(&OrdinalGame::all_78(), &of))
}

fn payoff(value: f64) -> Payoff {
    Payoff::new(value).unwrap()
}

fn dominances(game: &OrdinalGame) -> usize {
    let (row, column) = game.ranks().dominant();
    usize::from(row.is_some()) + usize::from(column.is_some())
}

fn sole_equilibrium_is_regretted(game: &OrdinalGame) -> bool {
    let equilibria = game.ranks().pure_equilibria();
    equilibria.len() == 1
        && CELLS.iter().any(|&cell| game.ranks().both_prefer(cell, equilibria[0]))
}

fn ranks(game: &Payoffs) -> OrdinalGame {
    let all = [game.temptation(), game.reward(), game.punishment(), game.sucker()];
    let rank = |payoff: Payoff| {
        let below = all.iter().filter(|&&other| other <= payoff.value());
        u8::try_from(below.count()).unwrap()
    };
    game.bimatrix().map(rank, rank).try_into().unwrap()
}

/// Row wants the first venue (`a`), column the second; apart both get `c`.
fn segments(row: [[f64; 2]; 2], column: [[f64; 2]; 2]) -> Vec<Segment> {
    Bimatrix::of_payoffs(row, column).unwrap().segments()
}

fn battle(a: f64, b: f64, c: f64) -> Bimatrix<Payoff> {
    Bimatrix::of_payoffs([[a, c], [c, b]], [[b, c], [c, a]]).unwrap()
}

fn table() -> impl Strategy<Value = [[f64; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2((-50..=50_i32).prop_map(f64::from)))
}

fn game() -> impl Strategy<Value = Bimatrix<Payoff>> {
    (table(), table())
        .prop_map(|(row, column)| Bimatrix::of_payoffs(row, column).unwrap())
}

/// The game on other scales.
fn bent(
    game: &Bimatrix<Payoff>,
    row: impl Fn(f64) -> f64,
    column: impl Fn(f64) -> f64,
) -> Bimatrix<Payoff> {
    game.map(|x| payoff(row(x.value())), |x| payoff(column(x.value())))
}
