//! Stocks, roads and needs; the most that gets through, and what is in the way.

use serde::Serialize;

use super::flow::{Arc, Flow};
use super::{AidError, counted};

/// A road one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Road {
    /// From which place.
    pub from: usize,
    /// To which.
    pub to: usize,
    /// How much it takes a day.
    pub per_day: u64,
    /// How many days it is long.
    #[serde(default)]
    pub days: u32,
}

by_name!(Road {
    from: usize,
    to: usize,
    per_day: u64,
    #[serde(default)]
    days: u32,
});

/// How much a place gives or needs a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Load {
    /// The place.
    pub place: usize,
    /// How much a day.
    pub per_day: u64,
}

by_name!(Load { place: usize, per_day: u64 });

/// Places, roads between them, what there is and what is needed.
///
/// ```
/// use demarche::aid::{Limit, Load, Network, Road};
/// let road = |from, to, per_day| Road { from, to, per_day, days: 0 };
/// let load = |place, per_day| Load { place, per_day };
/// // A port, two border posts, one camp.
/// let roads = vec![road(0, 1, 70), road(0, 2, 60), road(1, 3, 50), road(2, 3, 40)];
/// let network = Network::new(4, roads, vec![load(0, 120)], vec![load(3, 100)])?;
/// let delivery = network.delivery();
/// // The last two roads are the narrow place; a wider port would bring nothing.
/// assert_eq!(delivery.total, 90);
/// assert_eq!(delivery.cut, [Limit::Road(2), Limit::Road(3)]);
/// # Ok::<(), demarche::aid::AidError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Network {
    places: usize,
    roads: Vec<Road>,
    stocks: Vec<Load>,
    needs: Vec<Load>,
}

by_name!(
    Network { places: usize, roads: Vec<Road>, stocks: Vec<Load>, needs: Vec<Load> }
    => Self::new(places, roads, stocks, needs)
);

/// What gets through in a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// All of it.
    pub total: u64,
    /// How much each road carries, in one way of doing it.
    pub by_road: Vec<u64>,
    /// How much each need gets, in the same way.
    pub by_need: Vec<u64>,
    /// What is in the way: full stocks, roads and needs that sum to the total, nearest to
    /// the stocks.
    pub cut: Vec<Limit>,
}

/// Something that limits what gets through, by its place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// There is no more of it.
    Stock(usize),
    /// It is full.
    Road(usize),
    /// It is met.
    Need(usize),
}

impl Network {
    /// The most places.
    pub const MOST_PLACES: usize = 10_000;
    /// The most roads, stocks or needs.
    pub const MOST_ROADS: usize = 100_000;
    /// The most that a road, a stock or a need may be a day.
    pub const MOST_PER_DAY: u64 = 1_000_000_000;

    /// So many places, numbered from 0, with these roads, stocks and needs. There may be
    /// several roads between two places, and several stocks or needs at one.
    ///
    /// # Errors
    /// Without a place or with more than 10 000, with more than 100 000 roads, stocks or
    /// needs, when one is at no place or larger than a thousand million, when a road leads
    /// nowhere or a need is nothing.
    pub fn new(
        places: usize,
        roads: Vec<Road>,
        stocks: Vec<Load>,
        needs: Vec<Load>,
    ) -> Result<Self, AidError> {
        counted("places", (1, Self::MOST_PLACES), places)?;
        let lists = [
            ("roads", roads.len()),
            ("stocks", stocks.len()),
            ("needs", needs.len()),
        ];
        for (what, found) in lists {
            counted(what, (0, Self::MOST_ROADS), found)?;
        }
        let at = |found: usize| {
            let last = places - 1;
            if found <= last {
                Ok(())
            } else {
                Err(AidError::NoSuchPlace { last, found })
            }
        };
        let much = |found: u64| {
            let most = Self::MOST_PER_DAY;
            if found <= most {
                Ok(())
            } else {
                Err(AidError::TooMuch { most, found })
            }
        };
        for road in &roads {
            at(road.from)?;
            at(road.to)?;
            much(road.per_day)?;
            if road.from == road.to {
                return Err(AidError::Circle { place: road.from });
            }
        }
        for load in stocks.iter().chain(&needs) {
            at(load.place)?;
            much(load.per_day)?;
        }
        match needs.iter().find(|need| need.per_day == 0) {
            Some(need) => Err(AidError::NoNeed { place: need.place }),
            None => Ok(Self { places, roads, stocks, needs }),
        }
    }

    /// How many places there are.
    pub const fn places(&self) -> usize {
        self.places
    }

    /// The roads.
    pub fn roads(&self) -> &[Road] {
        &self.roads
    }

    /// What there is.
    pub fn stocks(&self) -> &[Load] {
        &self.stocks
    }

    /// What is needed.
    pub fn needs(&self) -> &[Load] {
        &self.needs
    }

    /// The same network with one road of another width; 0 closes it.
    ///
    /// # Errors
    /// When that is more than a thousand million.
    ///
    /// # Panics
    /// When there is no such road.
    pub fn with_road(&self, road: usize, per_day: u64) -> Result<Self, AidError> {
        let most = Self::MOST_PER_DAY;
        if per_day > most {
            return Err(AidError::TooMuch { most, found: per_day });
        }
        let mut network = self.clone();
        network.roads[road].per_day = per_day;
        Ok(network)
    }

    /// The same network with every road through a place closed: a state that lets nothing
    /// pass.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut network = self.clone();
        for road in &mut network.roads {
            if road.from == place || road.to == place {
                road.per_day = 0;
            }
        }
        network
    }

    /// Two nodes for all stocks and all needs, then the places; arcs in the order of
    /// stocks, roads, needs.
    pub(super) fn arcs(&self) -> impl Iterator<Item = Arc> + Clone {
        #[allow(clippy::cast_possible_truncation, reason = "at most 10 000 places")]
        let node = |place: usize| place as u32 + 2;
        let stocks = self.stocks.iter();
        let stocks = stocks.map(move |stock| (0, node(stock.place), stock.per_day));
        let roads = self.roads.iter();
        let roads =
            roads.map(move |road| (node(road.from), node(road.to), road.per_day));
        let needs = self.needs.iter();
        let needs = needs.map(move |need| (node(need.place), 1, need.per_day));
        stocks.chain(roads).chain(needs)
    }

    /// The most that gets through in a day, and what is in the way: the largest flow and
    /// its cut. Every sum is of whole numbers.
    pub fn delivery(&self) -> Delivery {
        // 300 000 arcs of a thousand million fit 64 bits.
        let flow = Flow::<u64>::largest(self.places + 2, self.arcs());
        let mut carried = flow.by_arc().skip(self.stocks.len());
        let by_road = carried.by_ref().take(self.roads.len()).collect();
        let (first, roads) = (self.stocks.len(), self.roads.len());
        let limit = |(arc, (from, to, _)): (usize, Arc)| {
            (flow.reaches(from as usize) && !flow.reaches(to as usize)).then(|| {
                match arc {
                    stock if stock < first => Limit::Stock(stock),
                    road if road < first + roads => Limit::Road(road - first),
                    need => Limit::Need(need - first - roads),
                }
            })
        };
        Delivery {
            total: flow.total,
            by_road,
            by_need: carried.collect(),
            cut: self.arcs().enumerate().filter_map(limit).collect(),
        }
    }

    /// By how much less gets through if each road is closed, in their order. A road that
    /// carries nothing is worth nothing.
    pub fn worth_of_each(&self) -> Vec<u64> {
        let delivery = self.delivery();
        let mut closed = self.clone();
        let worth = |road: usize| {
            if delivery.by_road[road] == 0 {
                return 0;
            }
            let open = core::mem::replace(&mut closed.roads[road].per_day, 0);
            let left = closed.delivery().total;
            closed.roads[road].per_day = open;
            delivery.total - left
        };
        (0..self.roads.len()).map(worth).collect()
    }
}
