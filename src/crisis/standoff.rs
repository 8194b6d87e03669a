//! Two leaders, a prize, and those who watch.

use serde::Serialize;

use crate::numbers::{Probability, Size};
use crate::signals::Audience;

/// A leader who stands firm or yields once. A war costs it something between nothing and
/// the most, any as likely as any other; to yield costs what the audience charges. It
/// stands firm when the war is worth more: (*p* + *a*) / *c*. Ours.
///
/// ```
/// use demarche::crisis::Standoff;
/// use demarche::numbers::{Probability, Size};
/// use demarche::signals::Audience;
/// let (odds, most) = (Probability::new(0.5)?, Size::new(2.0)?);
/// let seen = Standoff { odds, audience: Audience::new(0.5)?, most };
/// let unseen = Standoff { audience: Audience::new(0.0)?, ..seen };
/// // In public one of two stands firm, behind closed doors one of four.
/// assert_eq!((seen.firm().value(), unseen.firm().value()), (0.5, 0.25));
/// // Two such leaders: a war in one case of four, or of sixteen.
/// assert_eq!((seen.war().value(), unseen.war().value()), (0.25, 0.0625));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Standoff {
    /// How likely it is to win.
    pub odds: Probability,
    /// What yielding costs before those who see it.
    pub audience: Audience,
    /// The most that a war can cost it.
    pub most: Size,
}

by_name!(Standoff { odds: Probability, audience: Audience, most: Size });

impl Standoff {
    /// The chance that it stands firm.
    pub fn firm(self) -> Probability {
        let firm = (self.odds.value() + self.audience.cost()) / self.most.value();
        Probability::of_valid(firm.min(1.0))
    }

    /// The chance that both stand firm, if the other is like it.
    pub fn war(self) -> Probability {
        let firm = self.firm().value();
        Probability::of_valid(firm * firm)
    }
}

/// Two leaders who wait for each other to yield, while what the audience charges grows by
/// the day. A war costs each something between nothing and its most. Whoever would rather
/// fight than yield by now never yields; the others give up at such a pace that waiting
/// is neither better nor worse. After Fearon-1994; the algebra is ours.
///
/// ```
/// use demarche::crisis::Attrition;
/// use demarche::numbers::Size;
/// let size = |x: f64| Size::new(x);
/// let alike = |a: f64| -> Result<_, demarche::numbers::NumberError> {
///     Ok(Attrition { prizes: [size(1.0)?; 2], audiences: [size(a)?; 2], most: [size(2.0)?; 2] })
/// };
/// // Louder audiences on both sides end it sooner and change nothing else.
/// let (quiet, loud) = (alike(1.0)?, alike(3.0)?);
/// assert!((quiet.horizon() - 1.0).abs() < 1e-12 && (loud.horizon() - 1.0 / 3.0).abs() < 1e-12);
/// assert!((quiet.war().value() - 0.25).abs() < 1e-12);
/// assert!((loud.war().value() - 0.25).abs() < 1e-12);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Attrition {
    /// What the prize is worth to each.
    pub prizes: [Size; 2],
    /// By how much what each audience charges grows in a unit of time.
    pub audiences: [Size; 2],
    /// The most that a war can cost each.
    pub most: [Size; 2],
}

by_name!(Attrition { prizes: [Size; 2], audiences: [Size; 2], most: [Size; 2] });

impl Attrition {
    /// When nobody is left who would still yield.
    pub fn horizon(self) -> f64 {
        let time = |j: usize| {
            let (prize, other) =
                (self.prizes[1 - j].value(), self.audiences[1 - j].value());
            let (own, most) = (self.audiences[j].value(), self.most[j].value());
            // a t (v + b t) = v W, the root above 0: without a difference, and without
            // a product that could overflow.
            let (reach, growth) = (most / own, other / prize);
            let root = 2.0 * libm::sqrt(reach) * libm::sqrt(growth);
            2.0 * reach / (1.0 + libm::hypot(1.0, root))
        };
        time(0).min(time(1))
    }

    /// The chance of each to stand firm to the end.
    pub fn firm(self) -> [Probability; 2] {
        let time = self.horizon();
        [0, 1].map(|j| {
            let firm = self.audiences[j].value() * time / self.most[j].value();
            Probability::of_valid(firm.min(1.0))
        })
    }

    /// The chance that both do.
    pub fn war(self) -> Probability {
        let [one, other] = self.firm();
        Probability::of_valid(one.value() * other.value())
    }

    /// The chance that each does not yield at once.
    pub fn enters(self) -> [Probability; 2] {
        let (time, firm) = (self.horizon(), self.firm());
        [0, 1].map(|j| {
            let (prize, other) =
                (self.prizes[1 - j].value(), self.audiences[1 - j].value());
            let enters = firm[j].value() * (prize + other * time) / prize;
            Probability::of_valid(enters.min(1.0))
        })
    }
}
