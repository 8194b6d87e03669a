//! How patient both must be, and how generous they may be.

use super::surely;
use crate::games::{Dilemma, Payoffs};
use crate::numbers::{Discount, Probability};

/// The least discount factor at which a pair of grim triggers is an equilibrium of
/// the repeated dilemma: (*T* − *R*) / (*T* − *P*), what a defection gains over what
/// it puts at stake. `None` when no patience below 1 is enough,
/// and for payoffs that are no [`Dilemma`].
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::signals::grim_patience;
/// assert_eq!(grim_patience(&Payoffs::AXELROD).unwrap().value(), 0.5);
/// ```
pub fn grim_patience(payoffs: &Payoffs) -> Option<Discount> {
    Dilemma::new(*payoffs).ok()?.grim_patience()
}

/// The least discount factor at which a pair of tit-for-tats is a Nash equilibrium:
/// the larger of (*T* − *R*) / (*T* − *P*), against defecting for ever, and
/// (*T* − *R*) / (*R* − *S*), against defecting every other round. `None` when no
/// patience below 1 is enough, and for payoffs that are no [`Dilemma`]. It is not
/// subgame perfect except on a knife edge.
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::signals::tit_for_tat_patience;
/// let needed = tit_for_tat_patience(&Payoffs::AXELROD).unwrap();
/// assert!((needed.value() - 2.0 / 3.0).abs() < 1e-15);
/// ```
pub fn tit_for_tat_patience(payoffs: &Payoffs) -> Option<Discount> {
    Dilemma::new(*payoffs).ok()?.tit_for_tat_patience()
}

/// The least discount factor at which one deviation from a pair of
/// win-stay-lose-shifts does not pay: (*T* − *R*) / (*R* − *P*). `None` when no
/// patience below 1 is enough, which is when *R* ≤ (*T* + *P*) / 2,
/// and for payoffs that are no [`Dilemma`].
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::signals::win_stay_patience;
/// // 5, 3, 1, 0 fails by a hair.
/// assert_eq!(win_stay_patience(&Payoffs::AXELROD), None);
/// ```
pub fn win_stay_patience(payoffs: &Payoffs) -> Option<Discount> {
    Dilemma::new(*payoffs).ok()?.win_stay_patience()
}

/// How often tit-for-tat may forgive and still not be exploited: the smaller of
/// 1 − (*T* − *R*) / (*R* − *S*) and (*R* − *P*) / (*T* − *P*), not below 0. The
/// first keeps a single defection from paying, the second a life of them. Source:
/// Nowak-Sigmund-1992; the derivation is ours.
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::signals::optimal_generosity;
/// let g = optimal_generosity(&Payoffs::AXELROD);
/// assert!((g.value() - 1.0 / 3.0).abs() < 1e-15);
/// ```
pub fn optimal_generosity(payoffs: &Payoffs) -> Probability {
    generosity(payoffs, 1.0)
}

/// The same for players who discount the future: the bounds become
/// 1 − (*T* − *R*) / (*δ* (*R* − *S*)), which is 0 exactly where tit-for-tat itself
/// stops being worth it, and 1 − (*T* − *R*) / (*δ* (*T* − *P*)): a life of
/// defections gains *T* at once and is forgiven only from the next round on. As *δ*
/// nears 1 both become those of [`optimal_generosity`].
///
/// ```
/// use demarche::games::Payoffs;
/// use demarche::numbers::Discount;
/// use demarche::signals::generosity_that_lasts;
/// let hasty = Discount::new(0.6)?;
/// assert_eq!(generosity_that_lasts(&Payoffs::AXELROD, hasty).value(), 0.0);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn generosity_that_lasts(payoffs: &Payoffs, delta: Discount) -> Probability {
    generosity(payoffs, delta.value())
}

fn generosity(payoffs: &Payoffs, delta: f64) -> Probability {
    let (t, r) = (payoffs.temptation(), payoffs.reward());
    let (p, s) = (payoffs.punishment(), payoffs.sucker());
    let room = if t <= r {
        1.0
    } else if r <= s || r <= p {
        // A gain with nothing at stake leaves no room for generosity.
        0.0
    } else {
        // Without patience the stake is 0, and the bound below everything.
        let bound = |stake: f64| 1.0 - (t - r) / (delta * stake);
        bound(r - s).min(bound(t - p))
    };
    surely(Probability::new(room.clamp(0.0, 1.0)))
}
