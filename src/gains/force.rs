//! The price of fighting: a state that minds only its own gains, in a world where a
//! lead today is a war won tomorrow.

use serde::Serialize;

use super::{Deal, GainsError, in_range};
use crate::games::{GameClass, Payoffs};
use crate::numbers::Payoff;

/// Two periods between two states that mind only the sum of their own gains.
///
/// In the first they play a prisoner's dilemma over trade. In the second both get *P*,
/// or, as punishment for cheating, the closure payoff *A* < *P*. But a state that got
/// ahead by at least the gap may fight instead: it gets the prize minus the cost of
/// fighting, and the loser gets what is left to it.
///
/// The model is our own, after the argument of Powell-1991 that the concern for
/// relative gains comes from constraints and not from preferences. It is not his model
/// and its numbers are not his.
///
/// ```
/// use demarche::gains::{TwoPeriods, War};
/// use demarche::games::Payoffs;
/// let world = |cost| {
///     let war = War { gap: 3.0, prize: 5.0, cost, loser: 0.0 };
///     TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war)
/// };
/// // The same states, the same gains: only the price of fighting differs.
/// assert!(!world(3.0)?.cooperates());
/// assert!(world(4.0)?.cooperates());
/// # Ok::<(), demarche::gains::GainsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "Raw")]
pub struct TwoPeriods {
    stage: Payoffs,
    closure: Payoff,
    gap: Payoff,
    prize: Payoff,
    cost: Payoff,
    loser: Payoff,
}

/// The war that a leader can fight in the second period, in the unit of the payoffs: a
/// form to fill in, which [`TwoPeriods::new`] checks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct War {
    /// The lead in first-period gains from which it can be won; above 0.
    pub gap: f64,
    /// What the winner gets, before the cost.
    pub prize: f64,
    /// What fighting costs the winner; 0 or more.
    pub cost: f64,
    /// What is left to the loser.
    pub loser: f64,
}

by_name!(War { gap: f64, prize: f64, cost: f64, loser: f64 });

by_name!(
    TwoPeriods { stage: Payoffs, closure: f64, war: War }
    => Self::new(stage, closure, war)
);

#[derive(Serialize)]
struct Raw {
    stage: Payoffs,
    closure: f64,
    war: War,
}

impl From<TwoPeriods> for Raw {
    fn from(world: TwoPeriods) -> Self {
        let TwoPeriods { stage, .. } = world;
        Self { stage, closure: world.closure(), war: world.war() }
    }
}

impl TwoPeriods {
    /// The two periods: the `stage` game of the first; the `closure` payoff *A* after
    /// cheating, in the same unit; and the `war` that the second may bring.
    ///
    /// # Errors
    /// When the stage is no prisoner's dilemma, the closure is not below *P*, the gap is
    /// not above 0, the cost is negative, or a number is not finite or larger than 10¹⁵⁰.
    pub fn new(stage: Payoffs, closure: f64, war: War) -> Result<Self, GainsError> {
        if stage.class() != GameClass::PrisonersDilemma {
            return Err(GainsError::NotADilemma { found: stage });
        }
        let closure = in_range("a closure payoff", closure)?;
        let (punishment, found) = (stage.punishment(), closure.value());
        if found >= punishment {
            return Err(GainsError::ClosureTooMild { punishment, found });
        }
        let gap = in_range("a gap", war.gap)?;
        if war.gap <= 0.0 {
            return Err(GainsError::GapNotPositive { found: war.gap });
        }
        let prize = in_range("a prize", war.prize)?;
        let cost = in_range("a cost of fighting", war.cost)?;
        if war.cost < 0.0 {
            return Err(GainsError::NegativeCost { found: war.cost });
        }
        let loser = in_range("a payoff of the loser", war.loser)?;
        Ok(Self { stage, closure, gap, prize, cost, loser })
    }

    /// The game of the first period.
    pub const fn stage(&self) -> &Payoffs {
        &self.stage
    }

    /// *A*: what each gets in the second period after cheating, without a war.
    pub const fn closure(&self) -> f64 {
        self.closure.value()
    }

    /// The war that a lead makes possible.
    pub const fn war(&self) -> War {
        War {
            gap: self.gap.value(),
            prize: self.prize.value(),
            cost: self.cost.value(),
            loser: self.loser.value(),
        }
    }

    /// What cooperation is worth over both periods: *R* + *P*.
    pub const fn cooperation(&self) -> f64 {
        self.stage.reward() + self.stage.punishment()
    }

    /// What cheating is worth over both periods: *T*, and then closure or, if the gap
    /// is wide enough and it pays, war.
    pub const fn cheating(&self) -> f64 {
        self.stage.temptation() + self.closure().max(self.war_after_cheating())
    }

    /// Whether both cooperate in the first period of an equilibrium: cheating is worth
    /// no more. They cooperate when indifferent.
    pub const fn cooperates(&self) -> bool {
        self.cooperation() >= self.cheating()
    }

    /// The cost of fighting below which cooperation fails: the prize minus
    /// (*R* + *P* − *T*). 0 when it holds at any cost; `None` when the cost decides
    /// nothing, because cooperation fails without force as well or cheating does not open
    /// the gap.
    pub fn critical_fighting_cost(&self) -> Option<f64> {
        let spare = self.cooperation() - self.stage.temptation();
        let decides = spare >= self.closure() && self.opens_gap();
        decides.then(|| (self.prize.value() - spare).max(0.0))
    }

    /// Whether a state turns down a first-period offer that beats *P* for it, because
    /// the other would get far enough ahead to attack, and would.
    ///
    /// `offer` is seen from the state that answers. It gets *P* in both periods when it
    /// refuses.
    ///
    /// ```
    /// use demarche::gains::{Deal, TwoPeriods, War};
    /// use demarche::games::Payoffs;
    /// let war = War { gap: 3.0, prize: 5.0, cost: 2.0, loser: 0.0 };
    /// let world = TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war)?;
    /// // 3 beats 2, but 6 for the other is a lead of 3, and a war lost.
    /// assert!(world.turns_down(Deal::new(3.0, 6.0)?));
    /// assert!(!world.turns_down(Deal::new(3.0, 5.0)?));
    /// # Ok::<(), demarche::gains::GainsError>(())
    /// ```
    pub const fn turns_down(&self, offer: Deal) -> bool {
        let punishment = self.stage.punishment();
        // Peace when indifferent: the leader fights only for more than P.
        let attacked =
            offer.gap() >= self.gap.value() && self.after_war() > punishment;
        let later = if attacked { self.loser.value() } else { punishment };
        offer.own() > punishment && offer.own() + later < 2.0 * punishment
    }

    const fn after_war(&self) -> f64 {
        self.prize.value() - self.cost.value()
    }

    const fn opens_gap(&self) -> bool {
        self.stage.temptation() - self.stage.sucker() >= self.gap.value()
    }

    const fn war_after_cheating(&self) -> f64 {
        if self.opens_gap() { self.after_war() } else { f64::NEG_INFINITY }
    }
}
