//! The symmetric game, told by its four payoffs.

use core::fmt;

use serde::Serialize;

use super::{Bimatrix, GameClass, GameError, Move};
use crate::numbers::{Payoff, Probability};

/// A symmetric game of two players with two moves each. A player's payoff is
///
/// | | other cooperates | other defects |
/// |---|---|---|
/// | **cooperates** | reward *R* | sucker *S* |
/// | **defects** | temptation *T* | punishment *P* |
///
/// The four are numbers of size at most 10¹⁵⁰ in any order: their
/// order is what makes the game a [`GameClass`].
///
/// ```
/// use demarche::games::{GameClass, Payoffs};
/// // One payoff changes place, and the dilemma is a matter of trust.
/// let dilemma = Payoffs::new(4.0, 3.0, 2.0, 1.0)?;
/// let hunt = Payoffs::new(3.0, 4.0, 2.0, 1.0)?;
/// assert_eq!(dilemma.class(), GameClass::PrisonersDilemma);
/// assert_eq!(hunt.class(), GameClass::StagHunt);
/// # Ok::<(), demarche::games::GameError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Payoffs {
    temptation: Payoff,
    reward: Payoff,
    punishment: Payoff,
    sucker: Payoff,
}

by_name!(
    Payoffs { temptation: f64, reward: f64, punishment: f64, sucker: f64 }
    => Self::new(temptation, reward, punishment, sucker)
);

impl Payoffs {
    /// Temptation 4, reward 3, punishment 2, sucker 1: each would defect whatever
    /// the other does, and both would rather not have.
    pub const PRISONERS_DILEMMA: Self = Self::of(4.0, 3.0, 2.0, 1.0);
    /// The prisoner's dilemma of Axelrod's tournaments: 5, 3, 1, 0.
    pub const AXELROD: Self = Self::of(5.0, 3.0, 1.0, 0.0);
    /// *R* > *T* > *P* > *S* as 4, 3, 2, 1: cooperation is best, if the other does.
    pub const STAG_HUNT: Self = Self::of(3.0, 4.0, 2.0, 1.0);
    /// *R* > *P* > *T* > *S* as 4, 3, 2, 1: a stag hunt with less to lose.
    pub const ASSURANCE: Self = Self::of(2.0, 4.0, 3.0, 1.0);
    /// *R* > *P* > *S* > *T* as 4, 3, 2, 1: matching is all.
    pub const COORDINATION: Self = Self::of(1.0, 4.0, 3.0, 2.0);
    /// *T* > *R* > *S* > *P* as 4, 3, 2, 1: the worst is that neither yields.
    pub const CHICKEN: Self = Self::of(4.0, 3.0, 1.0, 2.0);
    /// *R* > *T* > *S* > *P* as 4, 3, 2, 1: cooperation is best whatever the other
    /// does.
    pub const HARMONY: Self = Self::of(3.0, 4.0, 1.0, 2.0);
    /// *T* > *P* > *R* > *S* as 4, 3, 2, 1: neither wants cooperation.
    pub const DEADLOCK: Self = Self::of(4.0, 2.0, 3.0, 1.0);
    /// *T* > *S* > *R* > *P* as 4, 3, 2, 1: someone should go first, and gains most.
    pub const LEADER: Self = Self::of(4.0, 2.0, 1.0, 3.0);
    /// *S* > *T* > *R* > *P* as 4, 3, 2, 1: someone should give way, and gains most.
    pub const HERO: Self = Self::of(3.0, 2.0, 1.0, 4.0);

    /// For games computed from checked ones: a payoff beyond 10¹⁵⁰ is cut off there.
    pub(crate) const fn of(
        temptation: f64,
        reward: f64,
        punishment: f64,
        sucker: f64,
    ) -> Self {
        Self {
            temptation: Payoff::saturating(temptation),
            reward: Payoff::saturating(reward),
            punishment: Payoff::saturating(punishment),
            sucker: Payoff::saturating(sucker),
        }
    }

    /// A game from its four payoffs, in the order of the field's mnemonic T, R, P,
    /// S.
    ///
    /// # Errors
    /// When one of them is not finite or is larger than 10¹⁵⁰ in size.
    pub const fn new(
        temptation: f64,
        reward: f64,
        punishment: f64,
        sucker: f64,
    ) -> Result<Self, GameError> {
        let all = [
            ("temptation", temptation),
            ("reward", reward),
            ("punishment", punishment),
            ("sucker's payoff", sucker),
        ];
        let mut next = 0;
        while next < all.len() {
            let (which, found) = all[next];
            if found.is_nan() || found.abs() > Payoff::LARGEST.value() {
                return Err(GameError::PayoffOutOfRange { which, found });
            }
            next += 1;
        }
        Ok(Self::of(temptation, reward, punishment, sucker))
    }

    /// *T*: what one who defects gains while the other cooperates.
    pub const fn temptation(&self) -> f64 {
        self.temptation.value()
    }

    /// *R*: what each gains when both cooperate.
    pub const fn reward(&self) -> f64 {
        self.reward.value()
    }

    /// *P*: what each gains when both defect.
    pub const fn punishment(&self) -> f64 {
        self.punishment.value()
    }

    /// *S*: what one who cooperates gains while the other defects.
    pub const fn sucker(&self) -> f64 {
        self.sucker.value()
    }

    /// What a player gains with its own move against the other's.
    pub const fn payoff(&self, own: Move, other: Move) -> f64 {
        match (own, other) {
            (Move::Cooperate, Move::Cooperate) => self.reward(),
            (Move::Cooperate, Move::Defect) => self.sucker(),
            (Move::Defect, Move::Cooperate) => self.temptation(),
            (Move::Defect, Move::Defect) => self.punishment(),
        }
    }

    /// The same game as a table for both players.
    pub const fn bimatrix(&self) -> Bimatrix<Payoff> {
        let Self { temptation: t, reward: r, punishment: p, sucker: s } = *self;
        Bimatrix::new([[r, s], [t, p]], [[r, t], [s, p]])
    }

    /// The name that the order of the payoffs earns.
    pub fn class(&self) -> GameClass {
        self.bimatrix().class()
    }

    /// The better answer to a move of the other; `None` when both are as good.
    ///
    /// ```
    /// use demarche::games::{Move, Payoffs};
    /// // In a stag hunt one does what the other does.
    /// let hunt = Payoffs::STAG_HUNT;
    /// assert_eq!(hunt.best_reply(Move::Cooperate), Some(Move::Cooperate));
    /// assert_eq!(hunt.best_reply(Move::Defect), Some(Move::Defect));
    /// ```
    pub fn best_reply(&self, other: Move) -> Option<Move> {
        let [cooperate, defect] = Move::ALL.map(|own| self.payoff(own, other));
        if cooperate > defect {
            Some(Move::Cooperate)
        } else if defect > cooperate {
            Some(Move::Defect)
        } else {
            None
        }
    }

    /// The probability of cooperation in the equilibrium where both mix alike:
    /// (*S* − *P*) / ((*S* − *P*) + (*T* − *R*)). `None` when there is none, as in
    /// every game with a dominant move.
    ///
    /// In a chicken it is how often each yields; in a stag hunt it is the trust that
    /// cooperation needs.
    ///
    /// ```
    /// use demarche::games::Payoffs;
    /// // Skyrms's hunt: the hare is safe, and three chances in four must favour the stag.
    /// let hunt = Payoffs::new(3.0, 4.0, 3.0, 0.0)?;
    /// assert_eq!(hunt.mixed_equilibrium().unwrap().value(), 0.75);
    /// # Ok::<(), demarche::games::GameError>(())
    /// ```
    pub fn mixed_equilibrium(&self) -> Option<Probability> {
        self.bimatrix().mixed_equilibrium().map(|(row, _)| row)
    }
}

impl fmt::Display for Payoffs {
    /// As `T 4, R 3, P 2, S 1`; a precision applies to each of the four. Numbers with
    /// too many digits to read are written as powers of ten.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [
            ("T ", self.temptation),
            (", R ", self.reward),
            (", P ", self.punishment),
            (", S ", self.sucker),
        ];
        for (letter, payoff) in all {
            f.write_str(letter)?;
            if payoff.value().abs() < 1e16 {
                fmt::Display::fmt(&payoff, f)?;
            } else {
                fmt::LowerExp::fmt(&payoff.value(), f)?;
            }
        }
        Ok(())
    }
}
