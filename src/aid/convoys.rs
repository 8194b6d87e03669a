//! Flows in time: how much is there by a day, and by which day a load is there.

use serde::Serialize;

use super::{AidError, Network};
use crate::exact::Ratio;

/// Convoys that follow each other along one way, from the first day to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Stage {
    /// How many days the way is long.
    pub days: u64,
    /// How much goes along it a day.
    pub per_day: u64,
}

/// The ways from one place to another in the order of their length, as many and as full
/// as the roads allow. Sources: Ford-Fulkerson-1962, Burkard-1993.
///
/// ```
/// use demarche::aid::Convoys;
/// // Three a day on a way of two days, two a day on one of five.
/// let convoys = Convoys::of(&[(2, 3), (5, 2)]);
/// // Six are there after four days, and the long way does not matter.
/// assert_eq!(convoys.quickest(6).unwrap(), 4.into());
/// // Thirty take nine days and a fifth; by the short way alone it would be twelve.
/// assert_eq!(convoys.quickest(30).unwrap(), (46, 5).into());
/// assert_eq!(Convoys::of(&[(2, 3)]).quickest(30).unwrap(), 12.into());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Convoys {
    stages: Vec<Stage>,
}

impl Convoys {
    /// Ways side by side: how many days each is long, and how much it takes a day.
    pub fn of(ways: &[(u32, u32)]) -> Self {
        let stage = |&(days, per_day): &(u32, u32)| Stage {
            days: days.into(),
            per_day: per_day.into(),
        };
        let mut stages: Vec<Stage> = ways.iter().map(stage).collect();
        stages.retain(|stage| stage.per_day > 0);
        stages.sort_by_key(|stage| stage.days);
        Self { stages }
    }

    /// The ways, the shortest first.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// How much is there after so many days: on each way what has set out early enough.
    pub fn delivered(&self, days: u32) -> u128 {
        let stages = self.stages.iter();
        let there = stages.map(|stage| {
            let full = u64::from(days).saturating_sub(stage.days);
            u128::from(full) * u128::from(stage.per_day)
        });
        there.sum()
    }

    /// After how many days a load is there; `None` when there is no way.
    pub fn quickest(&self, load: u64) -> Option<Ratio<u128>> {
        let (mut per_day, mut head) = (0_u128, 0_u128);
        let mut quickest: Option<Ratio<u128>> = None;
        for stage in &self.stages {
            // Another way helps if its first convoy is there before the rest.
            if quickest
                .is_some_and(|days| days <= Ratio::from(u128::from(stage.days)))
            {
                break;
            }
            per_day += u128::from(stage.per_day);
            head += u128::from(stage.per_day) * u128::from(stage.days);
            quickest = Some(Ratio::new(u128::from(load) + head, per_day));
        }
        quickest
    }
}

impl Network {
    /// The ways from one place to another with the lengths of the roads; stocks and needs
    /// do not count. By shortest ways one after the other, along roads with room and back
    /// along roads in use.
    ///
    /// # Errors
    /// When one of the two is no place, or both are the same.
    ///
    /// ```
    /// use demarche::aid::{Network, Road};
    /// let road = |from, to, per_day, days| Road { from, to, per_day, days };
    /// let roads = vec![road(0, 1, 3, 1), road(1, 2, 3, 1), road(0, 2, 2, 5)];
    /// let network = Network::new(3, roads, vec![], vec![])?;
    /// assert_eq!(network.convoys(0, 2)?.quickest(30).unwrap(), (46, 5).into());
    /// # Ok::<(), demarche::aid::AidError>(())
    /// ```
    pub fn convoys(&self, from: usize, to: usize) -> Result<Convoys, AidError> {
        let last = self.places() - 1;
        for found in [from, to] {
            if found > last {
                return Err(AidError::NoSuchPlace { last, found });
            }
        }
        if from == to {
            return Err(AidError::Circle { place: from });
        }
        // Arc 2k runs along road k, arc 2k + 1 back.
        let mut room = Vec::with_capacity(2 * self.roads().len());
        let mut leaving = vec![Vec::new(); self.places()];
        for (k, road) in self.roads().iter().enumerate() {
            room.extend([road.per_day, 0]);
            leaving[road.from].push((2 * k, road.to, i64::from(road.days)));
            leaving[road.to].push((2 * k + 1, road.from, -i64::from(road.days)));
        }
        let mut stages: Vec<Stage> = Vec::new();
        loop {
            let (length, way) = shortest(&leaving, &room, from);
            let Some(days) = length[to] else { break };
            let (mut at, mut per_day) = (to, u64::MAX);
            while let Some((arc, before)) = way[at].filter(|_| at != from) {
                per_day = per_day.min(room[arc]);
                at = before;
            }
            at = to;
            while let Some((arc, before)) = way[at].filter(|_| at != from) {
                room[arc] -= per_day;
                room[arc ^ 1] += per_day;
                at = before;
            }
            let days = u64::try_from(days)
                .unwrap_or_else(|_| unreachable!("a way is at least 0 days long"));
            match stages.last_mut() {
                Some(stage) if stage.days == days => stage.per_day += per_day,
                _ => stages.push(Stage { days, per_day }),
            }
        }
        Ok(Convoys { stages })
    }
}

/// Arc, end and days of each arc that leaves a place.
type Leaving = Vec<Vec<(usize, usize, i64)>>;
/// The arc by which the shortest way comes into a place, and the place before.
type Way = Vec<Option<(usize, usize)>>;

/// The lengths of the shortest ways from a place, and the ways: Bellman's and Ford's, in
/// the order in which places get nearer.
fn shortest(
    leaving: &Leaving,
    room: &[u64],
    from: usize,
) -> (Vec<Option<i64>>, Way) {
    let mut length = vec![None; leaving.len()];
    let mut way = vec![None; leaving.len()];
    let mut queued = vec![false; leaving.len()];
    length[from] = Some(0);
    let mut queue = std::collections::VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        queued[at] = false;
        let Some(here) = length[at] else { continue };
        for &(arc, to, days) in &leaving[at] {
            let there = here + days;
            if room[arc] > 0 && length[to].is_none_or(|known| there < known) {
                length[to] = Some(there);
                way[to] = Some((arc, at));
                if !core::mem::replace(&mut queued[to], true) {
                    queue.push_back(to);
                }
            }
        }
    }
    (length, way)
}
