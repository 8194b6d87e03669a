//! What it is worth to move first.

use serde::Serialize;

use crate::bargaining::{Contest, Needs};
use crate::gains::Zone;
use crate::numbers::{Share, at_least};

/// A contest in which whoever strikes first has better odds by some advantage, and the
/// other worse by as much. Source: Fearon-1995; that exercises move the advantage is ours.
///
/// ```
/// use demarche::bargaining::Contest;
/// use demarche::crisis::FirstStrike;
/// use demarche::numbers::Share;
/// let contest = Contest::new(0.5, [0.1, 0.1])?;
/// let with = |x| -> Result<_, demarche::numbers::NumberError> {
///     Ok(FirstStrike { contest, advantage: Share::new(x)? })
/// };
/// // Peace from 0.45 to 0.55; at an advantage beyond 0.1 nowhere.
/// assert!((with(0.05)?.range().unwrap().least().value() - 0.45).abs() < 1e-12);
/// assert!(with(0.1)?.range().is_some() && with(0.11)?.range().is_none());
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct FirstStrike {
    /// The contest if both strike at once.
    pub contest: Contest,
    /// *f*: what the first strike adds to the odds.
    pub advantage: Share,
}

by_name!(FirstStrike { contest: Contest, advantage: Share });

impl FirstStrike {
    /// The divisions that both prefer to striking first; `None` when 2 *f* exceeds what
    /// war costs both.
    pub fn range(self) -> Option<Zone> {
        let costs = self.contest.costs.map(Share::value);
        let advantage = self.advantage.value();
        let room = at_least(costs[0] + costs[1], 2.0 * advantage, 1.0);
        let odds = self.contest.odds.value();
        let need = |odds: f64, cost: f64| {
            Share::of_valid((odds.min(1.0) - cost).clamp(0.0, 1.0))
        };
        let needs = Needs {
            first: need(odds + advantage, costs[0]),
            second: need(1.0 - odds + advantage, costs[1]),
        };
        needs.zone().filter(|_| room)
    }

    /// The advantage up to which there is peace: half of what war costs both.
    pub fn bearable(self) -> Share {
        let [one, other] = self.contest.costs;
        Share::of_valid(one.value().midpoint(other.value()))
    }
}
