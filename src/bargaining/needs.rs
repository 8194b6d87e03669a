//! What each side must bring home: zones, ratifiers, and texts left open.

use serde::Serialize;

use crate::gains::Zone;
use crate::numbers::{Probability, Share, at_least};

/// The least share of one issue that each side can accept, or get ratified at home.
///
/// ```
/// use demarche::bargaining::Needs;
/// let needs = Needs::new(0.7, 0.2)?;
/// let zone = needs.zone().unwrap();
/// assert_eq!((zone.least().value(), zone.most().value()), (0.7, 0.8));
/// // Six tenths for each are no deal.
/// assert_eq!(Needs::new(0.6, 0.6)?.zone(), None);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Needs {
    /// Of the first.
    pub first: Share,
    /// Of the second.
    pub second: Share,
}

by_name!(Needs { first: Share, second: Share });

impl Needs {
    /// Needs from two bare numbers.
    ///
    /// # Errors
    /// When one is not between 0 and 1.
    pub fn new(
        first: f64,
        second: f64,
    ) -> Result<Self, crate::numbers::NumberError> {
        Ok(Self { first: Share::new(first)?, second: Share::new(second)? })
    }

    /// The first's shares that meet both needs, or `None`. Needs that add up to the
    /// whole, within rounding, leave one point.
    pub fn zone(self) -> Option<Zone> {
        let (least, most) = (self.first.value(), 1.0 - self.second.value());
        if !at_least(most, least, 1.0) {
            return None;
        }
        Zone::new(self.first, Share::of_valid(most.max(least))).ok()
    }

    /// How far the two are apart, or how much there is to share out: the needs less the
    /// whole; negative with a zone.
    pub const fn gap(self) -> f64 {
        self.first.value() + self.second.value() - 1.0
    }

    /// The first's share if the needs are what each has without a deal, and the rest is
    /// halved: a need is worth half of itself. The Nash bargain.
    pub fn halved(self) -> Option<Share> {
        self.zone().map(Zone::nash)
    }

    /// The first's share if both would halve the whole and a need only binds: a need
    /// below one half is worth nothing.
    pub fn bounded(self) -> Option<Share> {
        let within =
            |zone: Zone| 0.5_f64.clamp(zone.least().value(), zone.most().value());
        self.zone().map(within).map(Share::of_valid)
    }

    /// The needs once the first adds a reward that is worth `worth` to the second and
    /// costs the first `cost`, in shares of the issue: the second can do with less, the
    /// first must have more. A gap closes when the worth exceeds the cost by as much. A
    /// need above the whole stays at the whole.
    ///
    /// ```
    /// use demarche::bargaining::Needs;
    /// use demarche::numbers::Share;
    /// let closed = Needs::new(0.6, 0.6)?;
    /// let open = closed.rewarded(Share::new(0.35)?, Share::new(0.1)?);
    /// assert!(closed.zone().is_none() && open.zone().is_some());
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    #[must_use]
    pub const fn rewarded(self, worth: Share, cost: Share) -> Self {
        let first = (self.first.value() + cost.value()).min(1.0);
        let second = (self.second.value() - worth.value()).max(0.0);
        Self { first: Share::of_valid(first), second: Share::of_valid(second) }
    }
}

/// A text that may leave open who gets an issue, and what each side reads into it.
/// Ours.
///
/// ```
/// use demarche::bargaining::{Needs, Wording};
/// use demarche::numbers::Share;
/// let needs = Needs::new(0.6, 0.6)?;
/// let text = Wording { needs, readings: [Share::new(0.65)?; 2] };
/// assert!(!text.signed_clear() && text.signed_open());
/// // Whatever it turns out to mean, the two are 0.2 short between them.
/// assert!((text.shortfall(Share::new(0.5)?) - 0.2).abs() < 1e-15);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Wording {
    /// What each must get.
    pub needs: Needs,
    /// What the first expects to get by its reading, and the second by its own.
    pub readings: [Share; 2],
}

by_name!(Wording { needs: Needs, readings: [Share; 2] });

impl Wording {
    /// Whether some clear text would be signed.
    pub fn signed_clear(self) -> bool {
        self.needs.zone().is_some()
    }

    /// Whether the open text is signed: each expects what it needs.
    pub const fn signed_open(self) -> bool {
        let [first, second] = self.readings;
        at_least(first.value(), self.needs.first.value(), 1.0)
            && at_least(second.value(), self.needs.second.value(), 1.0)
    }

    /// By how much the two miss their needs, added up, once the text is settled and
    /// gives the first this share.
    pub const fn shortfall(self, first: Share) -> f64 {
        let ours = (self.needs.first.value() - first.value()).max(0.0);
        ours + (self.needs.second.value() - (1.0 - first.value())).max(0.0)
    }
}

/// How many must ratify on each side. Each of them needs a share of its own, and nobody
/// knows how much: any share is as likely as any other. Ours, after Putnam-1988.
///
/// ```
/// use demarche::bargaining::Ratifiers;
/// let vetoes = |first, second| Ratifiers { first, second }.one_in();
/// assert_eq!(vetoes(1, 1), Some(2));
/// assert_eq!(vetoes(3, 3), Some(20));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Ratifiers {
    /// On the first side.
    pub first: u32,
    /// On the second side.
    pub second: u32,
}

by_name!(Ratifiers { first: u32, second: u32 });

impl Ratifiers {
    /// In one of how many cases there is a deal that all of them ratify: the number of
    /// ways to choose the first side's *v* out of all *v* + *w*. `None` beyond what
    /// 128 bits hold.
    pub fn one_in(self) -> Option<u128> {
        let all = u128::from(self.first) + u128::from(self.second);
        let fewer = u128::from(self.first.min(self.second));
        (1..=fewer).try_fold(1_u128, |ways, k| {
            // Exact at every step: the product of k numbers in a row over k!.
            ways.checked_mul(all - fewer + k).map(|product| product / k)
        })
    }

    /// The probability that there is such a deal, *v*! *w*! / (*v* + *w*)!; 0 where it
    /// is below 10⁻³⁸.
    pub fn chance(self) -> Probability {
        Probability::of_valid(self.one_in().map_or(0.0, |ways| 1.0 / ways as f64))
    }

    /// The probability that the first side's ratifiers all can live with a second side
    /// whose need is known: (1 − need)ⁿ.
    pub fn chance_against(self, need: Share) -> Probability {
        let each = 1.0 - need.value();
        Probability::of_valid(libm::pow(each, f64::from(self.first)))
    }
}

/// An offer, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Proposal {
    /// What the side with the ratifier is offered.
    pub share: Share,
    /// How likely its ratifier is to take it.
    pub ratified: Probability,
}

impl Proposal {
    /// What the side with the ratifier can expect: the share if it is ratified, nothing
    /// if not.
    pub const fn expected(self) -> Share {
        Share::of_valid(self.share.value() * self.ratified.value())
    }
}

/// The one offer that is best for a proposer who knows only that the other side's
/// ratifier needs something between 0 and `largest`: that, up to one half, and no more.
/// Schelling's conjecture in small (Schelling-1960, the sum is ours): a bound side gets
/// more, until offers fail.
///
/// ```
/// use demarche::bargaining::ratification;
/// use demarche::numbers::Share;
/// let expected = |largest| Share::new(largest).map(|s| ratification(s).expected().value());
/// assert_eq!((expected(0.25)?, expected(0.5)?, expected(1.0)?), (0.25, 0.5, 0.25));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub const fn ratification(largest: Share) -> Proposal {
    if largest.value() <= 0.5 {
        return Proposal { share: largest, ratified: Probability::of_valid(1.0) };
    }
    let ratified = Probability::of_valid(0.5 / largest.value());
    Proposal { share: Share::of_valid(0.5), ratified }
}
