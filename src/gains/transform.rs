//! What minding the other's gain does to games of two by two.

use serde::Serialize;

use crate::games::{Bimatrix, CELLS, Dilemma, GameClass, OrdinalGame, Payoffs};
use crate::numbers::{Discount, Payoff, Probability, RelativeWeight};

/// The game as two states see it that both put weight *ρ* on the other's gain: each
/// payoff minus *ρ* times what the other gets in the same cell. *R* and *P* shrink
/// to (1 − *ρ*) *R* and (1 − *ρ*) *P*, *T* becomes *T* − *ρ* *S*, and *S* becomes
/// *S* − *ρ* *T*. What would lie beyond 10¹⁵⁰ either way is cut off there, so that the
/// result is a game like any other.
///
/// ```
/// use demarche::gains::relative_gains;
/// use demarche::games::{GameClass, Payoffs};
/// use demarche::numbers::RelativeWeight;
/// // Enough envy turns a matter of trust into a dilemma.
/// let seen = relative_gains(&Payoffs::STAG_HUNT, RelativeWeight::new(0.4)?);
/// assert_eq!(Payoffs::STAG_HUNT.class(), GameClass::StagHunt);
/// assert_eq!(seen.class(), GameClass::PrisonersDilemma);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub const fn relative_gains(game: &Payoffs, rho: RelativeWeight) -> Payoffs {
    let (t, s) = (game.temptation(), game.sucker());
    let (r, p) = (game.reward(), game.punishment());
    Payoffs::of(
        rho.utility(t, s),
        rho.utility(r, r),
        rho.utility(p, p),
        rho.utility(s, t),
    )
}

/// The same for any game of two by two, with a weight for each player.
pub fn relative_gains_between(
    game: &Bimatrix<Payoff>,
    row: RelativeWeight,
    column: RelativeWeight,
) -> Bimatrix<Payoff> {
    let worth = |rho: RelativeWeight, own: Payoff, other: Payoff| {
        Payoff::saturating(rho.utility(own.value(), other.value()))
    };
    let table = |[cc, cd, dc, dd]: [Payoff; 4]| [[cc, cd], [dc, dd]];
    Bimatrix::new(
        table(CELLS.map(|cell| worth(row, game.row(cell), game.column(cell)))),
        table(CELLS.map(|cell| worth(column, game.column(cell), game.row(cell)))),
    )
}

/// What a game becomes as the weight grows, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Fate {
    class: GameClass,
    above: RelativeWeight,
}

impl Fate {
    /// What it is for every weight above the threshold and below 1.
    pub const fn class(self) -> GameClass {
        self.class
    }

    /// The threshold: 0 when the game is so from the start.
    pub const fn above(self) -> RelativeWeight {
        self.above
    }
}

/// What a symmetric game becomes when the weight on the other's gain is large: a
/// dilemma if *T* > *S* and *R* > *P*, a deadlock if *T* > *S* and *P* > *R*,
/// harmony if *S* > *T* and *R* > *P*. `None` when *T* = *S* or *R* = *P*: then the
/// ties decide.
///
/// Against a cooperator defection is the better reply above
/// *ρ*₁ = (*R* − *T*) / (*R* − *S*), against a defector above
/// *ρ*₂ = (*S* − *P*) / (*T* − *P*); the threshold of a dilemma is the larger one.
///
/// ```
/// use demarche::gains::fate;
/// use demarche::games::{GameClass, Payoffs};
/// let hunt = fate(&Payoffs::STAG_HUNT).unwrap();
/// assert_eq!(hunt.class(), GameClass::PrisonersDilemma);
/// assert_eq!(hunt.above().value(), 1.0 / 3.0);
/// // Not every game turns into a dilemma: this one turns into harmony.
/// let meeting = fate(&Payoffs::COORDINATION).unwrap();
/// assert_eq!(meeting.class(), GameClass::Harmony);
/// ```
pub fn fate(game: &Payoffs) -> Option<Fate> {
    let (t, r) = (game.temptation(), game.reward());
    let (p, s) = (game.punishment(), game.sucker());
    // The advantage of defection over cooperation is linear in the weight. At 1 it is
    // T − S, against either move; these are its values at 0.
    let (against_cooperation, against_defection) = (t - r, p - s);
    let at_rank = t - s;
    if at_rank == 0.0 || r - p == 0.0 {
        return None;
    }
    let turns = |at_zero: f64| {
        let settled = at_zero == 0.0 || (at_zero > 0.0) == (at_rank > 0.0);
        if settled { 0.0 } else { at_zero / (at_zero - at_rank) }
    };
    let above = turns(against_cooperation).max(turns(against_defection));
    let class = match (at_rank > 0.0, r > p) {
        (true, true) => GameClass::PrisonersDilemma,
        (true, false) => GameClass::Deadlock,
        (false, true) => GameClass::Harmony,
        // A dilemma with its moves renamed: each cooperates, and both regret it.
        (false, false) => GameClass::Other,
    };
    // A root between the ends 0 and 1.
    Some(Fate { class, above: RelativeWeight::of_valid(above) })
}

/// How sure a state must be that the other cooperates before it does so itself, when
/// both see the game at weight *ρ*. `None` when trust is not the question, because one
/// move is at least as good throughout or doing the opposite is best.
///
/// ```
/// use demarche::gains::trust_threshold;
/// use demarche::games::Payoffs;
/// use demarche::numbers::RelativeWeight;
/// let needed = |rho| trust_threshold(&Payoffs::STAG_HUNT, rho).map(f64::from);
/// assert_eq!(needed(RelativeWeight::ABSOLUTE), Some(0.5));
/// assert_eq!(needed(RelativeWeight::new(0.5)?), None);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn trust_threshold(game: &Payoffs, rho: RelativeWeight) -> Option<Probability> {
    let seen = relative_gains(game, rho);
    if seen.reward() > seen.temptation() { seen.mixed_equilibrium() } else { None }
}

/// The least patience *δ* at which the threat never to cooperate again keeps two
/// states of weight *ρ* cooperating in a repeated dilemma:
/// (*T*′ − *R*′) / (*T*′ − *P*′). `None` when no patience is enough, or when the game
/// as they see it is no [`Dilemma`]: then cooperation needs no threat, or the threat
/// would not be carried out (*S*′ > *P*′, as in a chicken), or there is nothing to
/// threaten with.
///
/// ```
/// use demarche::gains::patience;
/// use demarche::games::Payoffs;
/// use demarche::numbers::RelativeWeight;
/// let needed = |rho| patience(&Payoffs::AXELROD, rho).map(f64::from);
/// assert_eq!(needed(RelativeWeight::ABSOLUTE), Some(0.5));
/// assert_eq!(needed(RelativeWeight::RANK), None);
/// // In a chicken nobody believes that the crash would be repeated for ever.
/// assert_eq!(patience(&Payoffs::CHICKEN, RelativeWeight::ABSOLUTE), None);
/// ```
pub fn patience(game: &Payoffs, rho: RelativeWeight) -> Option<Discount> {
    Dilemma::new(relative_gains(game, rho)).ok()?.grim_patience()
}

/// What the weight does to a whole set of games.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Census {
    equilibria: [usize; 3],
    regretted: usize,
    lost: usize,
}

impl Census {
    /// Games without, with one and with two or more pure equilibria.
    pub const fn equilibria(self) -> [usize; 3] {
        self.equilibria
    }

    /// Games whose only pure equilibrium leaves both with less, in gains of their own,
    /// than another cell.
    pub const fn regretted(self) -> usize {
        self.regretted
    }

    /// Games with a cell that is best for both in gains of their own, and is no
    /// equilibrium any more.
    pub const fn lost(self) -> usize {
        self.lost
    }
}

/// Counts what becomes of ordinal games when their ranks 1 to 4 are taken for gains
/// and both players put weight *ρ* on the other's.
///
/// The thresholds depend on the even spacing of the ranks; the direction does not.
///
/// ```
/// use demarche::gains::census;
/// use demarche::games::OrdinalGame;
/// use demarche::numbers::RelativeWeight;
/// let games = OrdinalGame::all_144();
/// let counted = census(&games, RelativeWeight::ABSOLUTE);
/// assert_eq!((counted.regretted(), counted.lost()), (7, 0));
/// ```
pub fn census(games: &[OrdinalGame], rho: RelativeWeight) -> Census {
    let mut census = Census { equilibria: [0; 3], regretted: 0, lost: 0 };
    for game in games {
        let (ranks, gains) = (game.ranks(), game.payoffs());
        let stable = relative_gains_between(&gains, rho, rho).pure_equilibria();
        census.equilibria[stable.len().min(2)] += 1;
        let improved =
            |&from| CELLS.iter().any(|&cell| gains.both_prefer(cell, from));
        if let [only] = &stable[..]
            && improved(only)
        {
            census.regretted += 1;
        }
        let best =
            CELLS.into_iter().find(|&c| ranks.row(c) == 4 && ranks.column(c) == 4);
        if best.is_some_and(|best| !stable.contains(&best)) {
            census.lost += 1;
        }
    }
    census
}
