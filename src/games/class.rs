//! The names of games.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::{Bimatrix, CELLS, Move};

/// What kind of problem a game is, by the order of its payoffs.
///
/// The names are for games whose first move is cooperation: rename the moves of a
/// prisoner's dilemma, and it is an [`Other`](Self::Other).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GameClass {
    /// *T* > *R* > *P* > *S*: each defects, and both regret it.
    PrisonersDilemma,
    /// *R* > *T* ≥ *P* > *S*: cooperation stands, if there is trust.
    StagHunt,
    /// *R* > *P* > *T* > *S*: a stag hunt with less to lose from mistakes of others.
    Assurance,
    /// *R* > *P* > *S* > *T*: do the same, and better this than that.
    Coordination,
    /// *T* > *R* > *S* > *P*: one yields; if neither does, it is the worst for both.
    Chicken,
    /// Defection dominates, and both prefer *P* to *R*: no deal is wanted.
    Deadlock,
    /// Cooperation dominates, and both prefer *R* to *P*: no problem at all.
    Harmony,
    /// Two equilibria, better for both than the rest; each has its own favourite.
    BattleOfTheSexes,
    /// *T* > *S* > *R* > *P*: one must go first, and who does gains most.
    Leader,
    /// *S* > *T* > *R* > *P*: one must give way, and who does gains most.
    Hero,
    /// None of these.
    Other,
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

    /// The name in a sentence, without an article.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PrisonersDilemma => "prisoner's dilemma",
            Self::StagHunt => "stag hunt",
            Self::Assurance => "assurance game",
            Self::Coordination => "coordination game",
            Self::Chicken => "game of chicken",
            Self::Deadlock => "deadlock",
            Self::Harmony => "harmony",
            Self::BattleOfTheSexes => "battle of the sexes",
            Self::Leader => "leader game",
            Self::Hero => "hero game",
            Self::Other => "game without a name of its own",
        }
    }
}

impl fmt::Display for GameClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
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
