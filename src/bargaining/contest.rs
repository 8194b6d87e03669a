//! Bargaining whose way out is war: the range, what cannot be divided, what the other
//! keeps to itself.

use serde::Serialize;

use super::{BargainingError, Needs};
use crate::gains::Zone;
use crate::numbers::{Probability, Share, Size, at_least};

/// A dispute over something worth 1 to each, which a war would give to one of them at a
/// cost to both. Source: Fearon-1995.
///
/// ```
/// use demarche::bargaining::Contest;
/// let contest = Contest::new(0.5, [0.1, 0.1])?;
/// let range = contest.range();
/// // Both prefer any division from 0.4 to 0.6 to a war.
/// assert_eq!((range.least().value(), range.most().value()), (0.4, 0.6));
/// assert!(!contest.peace_undivided());
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Contest {
    /// How likely the first is to win.
    pub odds: Probability,
    /// What war costs the first and the second, in shares of what it is about.
    pub costs: [Share; 2],
}

by_name!(Contest { odds: Probability, costs: [Share; 2] });

impl Contest {
    /// A contest from bare numbers.
    ///
    /// # Errors
    /// When one is not between 0 and 1.
    pub fn new(
        odds: f64,
        costs: [f64; 2],
    ) -> Result<Self, crate::numbers::NumberError> {
        let costs = [Share::new(costs[0])?, Share::new(costs[1])?];
        Ok(Self { odds: Probability::new(odds)?, costs })
    }

    /// What each expects of a war, and so must get from peace; not below 0.
    pub const fn needs(self) -> Needs {
        let first = (self.odds.value() - self.costs[0].value()).max(0.0);
        let second = (1.0 - self.odds.value() - self.costs[1].value()).max(0.0);
        Needs { first: Share::of_valid(first), second: Share::of_valid(second) }
    }

    /// The first's shares that both prefer to war: the costs of both leave room, always.
    pub fn range(self) -> Zone {
        let zone = self.needs().zone();
        zone.unwrap_or_else(|| unreachable!("needs of {self:?} fit into the whole"))
    }

    /// The same if the second believes in other odds of the first's: none when the two
    /// together expect more of a war than the costs take away.
    pub fn range_if_believed(self, second: Probability) -> Option<Zone> {
        let second = Self { odds: second, ..self }.needs().second;
        Needs { second, ..self.needs() }.zone()
    }

    /// The same if a share *x* is worth *x* to the power of each one's taste to it:
    /// below 1 who shuns risks, above 1 who likes them, and then there may be none.
    ///
    /// ```
    /// use demarche::bargaining::Contest;
    /// use demarche::numbers::Size;
    /// let contest = Contest::new(0.5, [0.1, 0.1])?;
    /// let shy = contest.range_if_risked([Size::new(0.5)?; 2]).expect("a wide one");
    /// assert!((shy.least().value() - 0.16).abs() < 1e-12);
    /// assert!(contest.range_if_risked([Size::new(2.0)?; 2]).is_none());
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn range_if_risked(self, tastes: [Size; 2]) -> Option<Zone> {
        let Needs { first, second } = self.needs();
        let share = |worth: Share, taste: Size| {
            Share::of_valid(libm::pow(worth.value(), 1.0 / taste.value()))
        };
        let (first, second) = (share(first, tastes[0]), share(second, tastes[1]));
        Needs { first, second }.zone()
    }

    /// Whether there is peace over something that only one of them can have: one must
    /// expect so little of a war that it would rather go without.
    pub const fn peace_undivided(self) -> bool {
        let Needs { first, second } = self.needs();
        first.value() <= ROUNDING || second.value() <= ROUNDING
    }

    /// Whether there is peace if the thing is taken apart by its uses: the first gets
    /// what is worth `parts[0]` of the whole to it, the second the rest, worth
    /// `parts[1]` to it. The two may add up to more than 1, since each sets its own
    /// price. Ours.
    ///
    /// ```
    /// use demarche::bargaining::Contest;
    /// use demarche::numbers::Share;
    /// let contest = Contest::new(0.5, [0.1, 0.1])?;
    /// // Sovereignty to the one, the use of the land to the other.
    /// assert!(contest.peace_if_split([Share::new(0.6)?, Share::new(0.45)?]));
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub const fn peace_if_split(self, parts: [Share; 2]) -> bool {
        let Needs { first, second } = self.needs();
        at_least(parts[0].value(), first.value(), 1.0)
            && at_least(parts[1].value(), second.value(), 1.0)
    }
}

/// Four roundings of 1.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// A contest in which the first makes one demand and does not know what war would cost
/// the second: something between `least` and `most`, any as likely as any other.
///
/// ```
/// use demarche::bargaining::Unknown;
/// let unknown = Unknown::of(0.5, 0.1, [0.0, 0.4])?;
/// assert!((unknown.war().value() - 0.375).abs() < 1e-15);
/// // To know would end the war, and the first would gain by it.
/// assert!(unknown.known()[0] > unknown.values()[0]);
/// # Ok::<(), demarche::bargaining::BargainingError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Unknown {
    odds: Probability,
    cost: Share,
    least: Share,
    most: Share,
}

by_name!(
    Unknown { odds: Probability, cost: Share, least: Share, most: Share }
    => Self::new(odds, cost, [least, most])
);

impl Unknown {
    /// The first's odds and cost, and between what the second's cost lies.
    ///
    /// # Errors
    /// When the least is not below the largest.
    pub fn new(
        odds: Probability,
        cost: Share,
        [least, most]: [Share; 2],
    ) -> Result<Self, BargainingError> {
        if least < most {
            Ok(Self { odds, cost, least, most })
        } else {
            Err(BargainingError::EmptyRange { least, most })
        }
    }

    /// The same from bare numbers.
    ///
    /// # Errors
    /// As [`new`](Self::new), and when a number is not between 0 and 1.
    pub fn of(
        odds: f64,
        cost: f64,
        range: [f64; 2],
    ) -> Result<Self, BargainingError> {
        let range = [Share::new(range[0])?, Share::new(range[1])?];
        Self::new(Probability::new(odds)?, Share::new(cost)?, range)
    }

    /// How far the demand goes beyond the first's odds. More of it is worth more and
    /// risks more.
    fn beyond(self) -> f64 {
        let best = (self.most.value() - self.cost.value()) / 2.0;
        best.clamp(self.least.value(), self.most.value())
            .min(1.0 - self.odds.value())
    }

    /// The share that the first demands: half of what the largest cost exceeds its own
    /// by, beyond its odds, but at least the safe demand, and at most the whole.
    pub fn demand(self) -> Share {
        Share::of_valid((self.odds.value() + self.beyond()).min(1.0))
    }

    /// How likely the second is to refuse it: that war costs it less.
    pub fn war(self) -> Probability {
        let (least, most) = (self.least.value(), self.most.value());
        Probability::of_valid(
            ((self.beyond() - least) / (most - least)).clamp(0.0, 1.0),
        )
    }

    /// What the two expect of the demand, the first and the second.
    pub fn values(self) -> [f64; 2] {
        let (war, demand) = (self.war().value(), self.demand().value());
        let lost = self.beyond().midpoint(self.least.value());
        [
            (1.0 - war) * demand + war * (self.odds.value() - self.cost.value()),
            (1.0 - war) * (1.0 - demand) + war * (1.0 - self.odds.value() - lost),
        ]
    }

    /// What the two would expect if the first knew: it takes all that the second would
    /// lose by war, and there is none.
    pub fn known(self) -> [f64; 2] {
        let (least, most) = (self.least.value(), self.most.value());
        let rest = 1.0 - self.odds.value();
        let cap = rest.clamp(least, most);
        // Up to the cap the second's cost, above it all that is left.
        let taken = ((cap - least) / (most - least)) * cap.midpoint(least)
            + ((most - cap) / (most - least)) * rest;
        [self.odds.value() + taken, rest - taken]
    }

    /// What war is expected to destroy: how likely it is, times what it costs both.
    pub fn destroyed(self) -> f64 {
        let lost = self.beyond().midpoint(self.least.value());
        self.war().value() * (self.cost.value() + lost)
    }
}
