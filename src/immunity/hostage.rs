//! Why keep the rules at all? Two capitals, each with the other's envoys in reach.
//!
//! Each round each host respects the envoys or seizes them; the payoffs are a
//! [`Payoffs`] of the prisoner's dilemma: *T* for seizing while one's own envoys are
//! safe, *R* when both respect, *P* when both seize, *S* when only one's own are
//! taken. A host who was once betrayed seizes for ever after (the grim trigger, the
//! harshest answer there is). The payoffs are illustrative; what is left out is
//! custom, honour, third states' opinion, and mistakes.

use serde::Serialize;

use super::ImmunityError;
use crate::games::{Dilemma, Payoffs};
use crate::numbers::{Discount, Payoff, Probability};
use crate::words::words;

words! {
    /// Whose envoys live where.
    Missions: "whose envoys live where" {
        /// Each capital hosts the other's resident mission.
        Mutual,
        /// Only this host holds envoys; it has none abroad that could be seized.
        OneSided,
        /// One mission, here today and never again.
        Single,
    }
}

/// A host who may respect or seize.
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::immunity::hostage::{Host, Missions};
/// use demarche::numbers::{Discount, Probability};
/// let payoffs = Payoffs::new(5.0, 3.0, 1.0, 0.0)?;
/// let surely = Probability::new(1.0)?;
/// let host = Host::new(payoffs, Discount::new(0.75)?, surely)?;
/// // (T − R)/(T − P) = 2/4: three quarters is patient enough.
/// assert_eq!(host.patience_needed(), Some(Discount::new(0.5)?));
/// assert!(host.respects(Missions::Mutual));
/// assert!(!host.respects(Missions::OneSided));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Host {
    #[serde(skip)]
    dilemma: Dilemma,
    delta: Discount,
    survival: Probability,
}

impl Host {
    /// A host with these payoffs and patience *δ*; `survival` is the chance that
    /// relations last into the next round.
    ///
    /// # Errors
    /// When the payoffs are not a prisoner's dilemma, *T* > *R* > *P* > *S*: a host
    /// who does not gain by seizing needs no rule.
    pub fn new(
        payoffs: Payoffs,
        delta: Discount,
        survival: Probability,
    ) -> Result<Self, ImmunityError> {
        let dilemma = Dilemma::new(payoffs).map_err(|_| {
            let (t, r) = (payoffs.temptation(), payoffs.reward());
            let (p, s) = (payoffs.punishment(), payoffs.sucker());
            ImmunityError::Setting {
                expected: "payoffs T > R > P > S".to_owned(),
                found: format!("T = {t}, R = {r}, P = {p}, S = {s}"),
            }
        })?;
        Ok(Self { dilemma, delta, survival })
    }

    const fn payoffs(&self) -> &Payoffs {
        self.dilemma.payoffs()
    }

    /// What the next round is worth today: patience times survival.
    pub fn weight(&self) -> f64 {
        self.delta.value() * self.survival.value()
    }

    /// The least weight of the next round that keeps a host honest while both hold
    /// envoys: (*T* − *R*)/(*T* − *P*). `None` when no weight below 1 is enough.
    pub fn patience_needed(&self) -> Option<Discount> {
        self.dilemma.grim_patience()
    }

    /// Whether respecting the envoys is in the host's own interest. A host who is
    /// indifferent respects.
    pub fn respects(&self, missions: Missions) -> bool {
        self.worth(missions, Move::Respect) >= self.worth(missions, Move::Seize)
    }

    /// What a move is worth from today on, when the other side has kept faith so far
    /// and answers a seizure for ever.
    ///
    /// Mutual missions: *R*/(1 − *w*) against *T* + *w* *P*/(1 − *w*), *w* the weight
    /// of the next round. One-sided: *R*/(1 − *w*) against *T*/(1 − *w*), because
    /// there is nobody to seize in return. Single: *R* against *T*.
    pub fn worth(&self, missions: Missions, own: Move) -> f64 {
        let (t, r) = (self.payoffs().temptation(), self.payoffs().reward());
        let weight = self.weight();
        let horizon = 1.0 / (1.0 - weight);
        match (missions, own) {
            (Missions::Mutual | Missions::OneSided, Move::Respect) => r * horizon,
            (Missions::Mutual, Move::Seize) => {
                t + weight * self.payoffs().punishment() * horizon
            }
            (Missions::OneSided, Move::Seize) => t * horizon,
            (Missions::Single, Move::Respect) => r,
            (Missions::Single, Move::Seize) => t,
        }
    }

    /// The same host on the eve of a rupture: no next round.
    ///
    /// # Panics
    /// Never: 0 is a probability.
    #[must_use]
    pub fn at_the_end(self) -> Self {
        let never = Probability::new(0.0).expect("0 is a probability");
        Self { survival: never, ..self }
    }

    /// In how many of so many rounds the envoys are respected when the last round is
    /// known to both. None: in the last nobody can be punished, so in the one before
    /// nothing can be lost, and so on down.
    ///
    /// # Panics
    /// Never: 0 is a payoff.
    pub fn respected_before_known_end(&self, rounds: u32) -> u32 {
        let nothing = Payoff::new(0.0).expect("0 is a payoff");
        self.respected_with_stake(rounds, nothing)
    }

    /// The same when a stake waits beyond the last round for a host who never seized,
    /// such as a good name with third states: all the rounds, or none. Whoever would
    /// seize in one of them is not trusted in any before it.
    ///
    /// ```
    /// # use demarche::games::Payoffs;
    /// # use demarche::immunity::hostage::Host;
    /// # use demarche::numbers::{Discount, Payoff, Probability};
    /// # let payoffs = Payoffs::new(5.0, 3.0, 1.0, 0.0)?;
    /// let host = Host::new(payoffs, Discount::new(0.75)?, Probability::new(1.0)?)?;
    /// // In the last round 3 + 0.75 × 3 beats 5, and then it does so in all of them.
    /// assert_eq!(host.respected_with_stake(50, Payoff::new(3.0)?), 50);
    /// assert_eq!(host.respected_before_known_end(50), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn respected_with_stake(&self, rounds: u32, stake: Payoff) -> u32 {
        let (t, r) = (self.payoffs().temptation(), self.payoffs().reward());
        let p = self.payoffs().punishment();
        let weight = self.weight();
        // From the last round back: what the later rounds are worth after faith, and
        // after a breach that is answered to the end.
        let (mut after_faith, mut after_breach) = (stake.value(), 0.0);
        for _ in 0..rounds {
            let faith = r + weight * after_faith;
            if faith < t + weight * after_breach {
                return 0;
            }
            after_faith = faith;
            after_breach = p + weight * after_breach;
        }
        rounds
    }
}

words! {
    /// What a host does to the envoys in reach.
    Move: "what a host does" {
        /// Leaves them alone.
        Respect,
        /// Takes them.
        Seize,
    }
}
