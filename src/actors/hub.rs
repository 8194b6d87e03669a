//! The next mission: at somebody's, or at a place where all are.

use serde::Serialize;

use crate::numbers::Share;

/// How many missions it takes that each of so many states has one at every other: two for
/// each pair.
///
/// ```
/// use demarche::actors::{by_hub, by_pairs};
/// assert_eq!((by_pairs(193), by_hub(193)), (37_056, 193));
/// ```
pub const fn by_pairs(states: u32) -> u64 {
    let states = states as u64;
    states * states.saturating_sub(1)
}

/// How many it takes that all meet at one place.
pub const fn by_hub(states: u32) -> u64 {
    states as u64
}

/// A state that opens missions one by one. Its relations are worth 1, 1/2, 1/3 and so on;
/// a mission yields the whole worth of one, a mission at a hub a part of all that have
/// none. Ours, and the worths are an illustration.
///
/// ```
/// use demarche::actors::Budget;
/// use demarche::numbers::Share;
/// let hub = |depth| Budget { relations: 192, depth: Share::new(depth).unwrap() };
/// // At a tenth the hub is the third mission, at a fifth the first.
/// assert_eq!((hub(0.1).hub_comes(), hub(0.2).hub_comes()), (Some(3), Some(1)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Budget {
    /// With how many states there are relations.
    pub relations: u32,
    /// *θ*: which part of a relation's worth a mission at the hub yields.
    pub depth: Share,
}

by_name!(Budget { relations: u32, depth: Share });

impl Budget {
    /// What the relations from one on are worth together, the first counted as 1.
    fn worth_from(self, first: u32) -> f64 {
        (first..=self.relations).rev().map(|k| 1.0 / f64::from(k)).sum()
    }

    /// As which mission the hub comes: the first at which *θ* times all that is not yet
    /// covered is worth the next relation. `None` where it never does.
    pub fn hub_comes(self) -> Option<u32> {
        let depth = self.depth.value();
        let mut left = self.worth_from(1);
        for next in 1..=self.relations {
            if depth * left >= 1.0 / f64::from(next) {
                return Some(next);
            }
            left -= 1.0 / f64::from(next);
        }
        None
    }

    /// The depth from which on the hub comes first: one over what all relations are worth.
    pub fn first_from(self) -> Share {
        let all = self.worth_from(1);
        Share::of_valid(if all > 1.0 { 1.0 / all } else { 1.0 })
    }

    /// What so many missions yield, the hub among them where it comes in time.
    pub fn yields(self, missions: u32) -> f64 {
        let hub = self.hub_comes().filter(|&place| place <= missions);
        let posts = (missions - u32::from(hub.is_some())).min(self.relations);
        let own: f64 = (1..=posts).map(|k| 1.0 / f64::from(k)).sum();
        let depth = if hub.is_some() { self.depth.value() } else { 0.0 };
        own + depth * self.worth_from(posts + 1)
    }
}
