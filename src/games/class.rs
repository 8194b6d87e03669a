//! The names of games.

use super::{Bimatrix, CELLS, Move};
use crate::words::words;

words! {
    /// What kind of problem a game is, by the order of its payoffs.
    ///
    /// The names are for games whose first move is cooperation: rename the moves of a
    /// prisoner's dilemma, and it is an [`Other`](Self::Other).
    #[non_exhaustive]
    GameClass: "a kind of game" {
        /// *T* > *R* > *P* > *S*: each defects, and both regret it.
        PrisonersDilemma = "prisoner's dilemma",
        /// *R* > *T* ≥ *P* > *S*: cooperation stands, if there is trust.
        StagHunt = "stag hunt",
        /// *R* > *P* > *T* > *S*: a stag hunt with less to lose from mistakes of others.
        Assurance = "assurance game",
        /// *R* > *P* > *S* > *T*: do the same, and better this than that.
        Coordination = "coordination game",
        /// *T* > *R* > *S* > *P*: one yields; if neither does, it is the worst for both.
        Chicken = "game of chicken",
        /// Defection dominates, and both prefer *P* to *R*: no deal is wanted.
        Deadlock = "deadlock",
        /// Cooperation dominates, and both prefer *R* to *P*: no problem at all.
        Harmony = "harmony",
        /// Two equilibria, better for both than the rest; each has its own favourite.
        BattleOfTheSexes = "battle of the sexes",
        /// *T* > *S* > *R* > *P*: one must go first, and who does gains most.
        Leader = "leader game",
        /// *S* > *T* > *R* > *P*: one must give way, and who does gains most.
        Hero = "hero game",
        /// None of these.
        Other = "game without a name of its own",
    }
}

impl GameClass {
    pub(super) fn of<T: Ord + Copy>(game: &Bimatrix<T>) -> Self {
        if game.is_symmetric() {
            let [r, s, t, p] = CELLS.map(|cell| game.row(cell));
            if let Some(class) = by_order(r, s, t, p) {
                return class;
            }
        }
        if is_battle(game) { Self::BattleOfTheSexes } else { Self::Other }
    }
}

fn by_order<T: Ord + Copy>(r: T, s: T, t: T, p: T) -> Option<GameClass> {
    if t > r && r > p && p > s {
        Some(GameClass::PrisonersDilemma)
    } else if r > t && t >= p && p > s {
        Some(GameClass::StagHunt)
    } else if r > p && p > t && t > s {
        Some(GameClass::Assurance)
    } else if r > p && p > s && s > t {
        Some(GameClass::Coordination)
    } else if t > r && r > s && s > p {
        Some(GameClass::Chicken)
    } else if t > s && s > r && r > p {
        Some(GameClass::Leader)
    } else if s > t && t > r && r > p {
        Some(GameClass::Hero)
    } else if t > r && p > s && p > r {
        Some(GameClass::Deadlock)
    } else if r > t && s > p && r > p {
        Some(GameClass::Harmony)
    } else {
        None
    }
}

/// Two opposite cells that both players prefer to the other two, and about which
/// they differ.
fn is_battle<T: Ord + Copy>(game: &Bimatrix<T>) -> bool {
    use Move::{Cooperate as C, Defect as D};
    let pairs = [[(C, C), (D, D)], [(C, D), (D, C)]];
    let battle = |[a, b]: [_; 2], rest: [_; 2]| {
        let differ = (game.row(a) > game.row(b) && game.column(b) > game.column(a))
            || (game.row(b) > game.row(a) && game.column(a) > game.column(b));
        let above = |cell| rest.iter().all(|&low| game.both_prefer(cell, low));
        differ && above(a) && above(b)
    };
    battle(pairs[0], pairs[1]) || battle(pairs[1], pairs[0])
}
