//! A prisoner's dilemma, and how patient its players must be.

use serde::{Deserialize, Serialize};

use super::{GameError, Payoffs};
use crate::numbers::Discount;

/// Payoffs that are a prisoner's dilemma, *T* > *R* > *P* > *S*: each gains by
/// defecting, and both would rather that neither did. Played again and again it can
/// be kept honest; the methods say by how much patience, against which threat.
///
/// ```
/// use demarche::games::{Dilemma, Payoffs};
/// let dilemma = Dilemma::new(Payoffs::AXELROD)?;
/// assert_eq!(dilemma.grim_patience().unwrap().value(), 0.5);
/// let error = Dilemma::new(Payoffs::CHICKEN).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "expected payoffs T > R > P > S, found T 4, R 3, P 1, S 2"
/// );
/// # Ok::<(), demarche::games::GameError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Payoffs", into = "Payoffs")]
pub struct Dilemma(Payoffs);

impl Dilemma {
    /// The dilemma with these payoffs.
    ///
    /// # Errors
    /// When they are in another order than *T* > *R* > *P* > *S*.
    pub fn new(payoffs: Payoffs) -> Result<Self, GameError> {
        let (t, r) = (payoffs.temptation(), payoffs.reward());
        let (p, s) = (payoffs.punishment(), payoffs.sucker());
        if t > r && r > p && p > s {
            Ok(Self(payoffs))
        } else {
            Err(GameError::NotADilemma { found: payoffs })
        }
    }

    /// The four payoffs.
    pub const fn payoffs(&self) -> &Payoffs {
        &self.0
    }

    /// The least discount factor at which the threat never to cooperate again keeps
    /// both cooperating: (*T* − *R*) / (*T* − *P*), what a defection gains over what
    /// it puts at stake. `None` when it lies so close to 1 that no number below 1
    /// tells it from it.
    pub fn grim_patience(&self) -> Option<Discount> {
        self.against(self.0.temptation() - self.0.punishment())
    }

    /// The least discount factor at which a pair of tit-for-tats is a Nash
    /// equilibrium: the larger of (*T* − *R*) / (*T* − *P*), against defecting for
    /// ever, and (*T* − *R*) / (*R* − *S*), against defecting every other round.
    /// `None` when no patience below 1 is enough.
    pub fn tit_for_tat_patience(&self) -> Option<Discount> {
        let turns = self.against(self.0.reward() - self.0.sucker())?;
        Some(self.grim_patience()?.max(turns))
    }

    /// The least discount factor at which one deviation from a pair of
    /// win-stay-lose-shifts does not pay: (*T* − *R*) / (*R* − *P*). `None` when no
    /// patience below 1 is enough, which is when *R* ≤ (*T* + *P*) / 2.
    pub fn win_stay_patience(&self) -> Option<Discount> {
        self.against(self.0.reward() - self.0.punishment())
    }

    /// What a defection gains against what each later round then loses.
    fn against(&self, stake: f64) -> Option<Discount> {
        let gain = self.0.temptation() - self.0.reward();
        // Both are above 0; a quotient that is 1 or rounds to it is no discount.
        Discount::new(gain / stake).ok()
    }
}

impl TryFrom<Payoffs> for Dilemma {
    type Error = GameError;
    fn try_from(payoffs: Payoffs) -> Result<Self, GameError> {
        Self::new(payoffs)
    }
}

impl From<Dilemma> for Payoffs {
    fn from(dilemma: Dilemma) -> Self {
        dilemma.0
    }
}
