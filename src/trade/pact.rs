//! A pact on tariffs that nobody enforces but the two, and shocks that tempt.

use serde::Serialize;

use crate::games::Dilemma;
use crate::numbers::{Amount, Discount};

/// The tariff war as a dilemma played again and again. Both keep tariffs down as long as
/// both have; a shock, such as a flood of imports, makes one period's tariff worth more.
/// After Bagwell-Staiger-1990, in a form of our own.
///
/// ```
/// use demarche::games::{Dilemma, Payoffs};
/// use demarche::numbers::{Amount, Discount};
/// use demarche::trade::Pact;
/// let game = Dilemma::new(Payoffs::PRISONERS_DILEMMA)?;
/// let pact = Pact { game, patience: Discount::new(0.75)? };
/// // 3 rounds of what is at stake against a temptation of 1: it bears twice more.
/// assert_eq!(pact.largest_shock(), Some(Amount::new(2.0)?));
/// assert!(pact.absorbs(Amount::new(1.9)?) && !pact.absorbs(Amount::new(2.1)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Pact {
    /// Low tariffs are cooperation, high ones defection.
    pub game: Dilemma,
    /// *δ* of both.
    pub patience: Discount,
}

by_name!(Pact { game: Dilemma, patience: Discount });

impl Pact {
    /// Whether the pact survives a period in which a tariff tempts by `shock` more, as
    /// a part of the usual temptation: (*T* − *R*)(1 + *ε*) is no more than
    /// what all later periods lose, *δ* (*R* − *P*) / (1 − *δ*).
    pub fn absorbs(self, shock: Amount) -> bool {
        self.largest_shock().is_some_and(|largest| shock <= largest)
    }

    /// The largest shock that it survives; `None` when it would not hold without any.
    pub fn largest_shock(self) -> Option<Amount> {
        let payoffs = self.game.payoffs();
        let tempted = payoffs.temptation() - payoffs.reward();
        let lost = payoffs.reward() - payoffs.punishment();
        let later = self.patience.value() * self.patience.horizon() * lost;
        Amount::new(later / tempted - 1.0).ok()
    }
}
