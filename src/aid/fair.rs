//! Who gets how much of what gets through.

use num_rational::Ratio;

use super::Network;
use super::network::flow;
use crate::numbers::Amount;

/// An exact part of a need.
pub type Part = Ratio<u128>;

/// A network with needs that must be met in full, beside those that are served in part.
struct Rest {
    nodes: usize,
    arcs: Vec<(usize, usize, u128)>,
    /// Node and amount, to be met in full.
    fixed: Vec<(usize, u128)>,
    /// Node, amount, and the need's number.
    open: Vec<(usize, u128, usize)>,
}

impl Rest {
    /// The largest part of all open needs that can be met together, and which nodes lie
    /// behind the cut that keeps it from more; none lie there when all can be met.
    /// Newton's steps on the cuts: each takes the part down to what the last cut bears.
    fn level(&self) -> (Part, Vec<bool>) {
        let mut part = Part::from_integer(1);
        let mut behind = vec![false; self.nodes];
        let mut arcs = Vec::with_capacity(self.arcs.len() + self.fixed.len());
        loop {
            let (over, under) = (*part.numer(), *part.denom());
            arcs.clear();
            arcs.extend(
                self.arcs.iter().map(|&(a, b, takes)| (a, b, takes * under)),
            );
            arcs.extend(self.fixed.iter().map(|&(at, need)| (at, 1, need * under)));
            arcs.extend(self.open.iter().map(|&(at, need, _)| (at, 1, need * over)));
            let wanted: u128 =
                arcs[self.arcs.len()..].iter().map(|&(_, _, need)| need).sum();
            let found = flow(self.nodes, &arcs);
            if found.total == wanted {
                return (part, behind);
            }
            behind = found.reached.iter().map(|reached| !reached).collect();
            let across = self.arcs.iter();
            let across = across.filter(|&&(a, b, _)| !behind[a] && behind[b]);
            let through: u128 = across.map(|&(_, _, takes)| takes).sum();
            let fixed = self.fixed.iter().filter(|&&(at, _)| behind[at]);
            let fixed: u128 = fixed.map(|&(_, need)| need).sum();
            let open = self.open.iter().filter(|&&(at, _, _)| behind[at]);
            let open: u128 = open.map(|&(_, need, _)| need).sum();
            part = Part::new(through - fixed, open);
        }
    }

    /// What is left before the cut: roads across it must be full, and those back empty.
    fn before(mut self, behind: &[bool]) -> Self {
        for &(from, to, takes) in &self.arcs {
            if from != 0 && !behind[from] && behind[to] {
                self.fixed.push((from, takes));
            }
        }
        self.arcs.retain(|&(from, to, _)| !behind[from] && !behind[to]);
        self.fixed.retain(|&(at, _)| !behind[at]);
        self.open.retain(|&(at, _, _)| !behind[at]);
        self
    }
}

impl Network {
    fn rest(&self) -> Rest {
        let mut arcs = self.arcs();
        arcs.truncate(self.stocks().len() + self.roads().len());
        let needs = self.needs().iter().enumerate();
        let needs =
            needs.map(|(at, need)| (need.place + 2, need.per_day.into(), at));
        Rest {
            nodes: self.places() + 2,
            arcs,
            fixed: Vec::new(),
            open: needs.collect(),
        }
    }

    /// The same part of every need, the largest that gets through: exact. Without needs
    /// it is 1.
    pub fn equal(&self) -> Part {
        self.rest().level().0
    }

    /// The part of each need that is met if the worst served gets as much as it can, then
    /// the next worst, and so on: exact. As much gets through as by any rule
    /// (Megiddo-1974). By flows and cuts, one level after the other.
    ///
    /// ```
    /// use demarche::aid::{Load, Network, Part, Road};
    /// let road = |from, to, per_day| Road { from, to, per_day, days: 0 };
    /// let load = |place, per_day| Load { place, per_day };
    /// // One camp behind a narrow road, one behind a wide one.
    /// let roads = vec![road(0, 1, 30), road(0, 2, 90)];
    /// let needs = vec![load(1, 40), load(2, 60)];
    /// let network = Network::new(3, roads, vec![load(0, 100)], needs)?;
    /// // Three quarters for both, or three quarters for one and all for the other.
    /// assert_eq!(network.equal(), Part::new(3, 4));
    /// assert_eq!(network.fairest(), [Part::new(3, 4), Part::from_integer(1)]);
    /// # Ok::<(), demarche::aid::AidError>(())
    /// ```
    pub fn fairest(&self) -> Vec<Part> {
        let mut parts = vec![Part::from_integer(1); self.needs().len()];
        let mut rest = self.rest();
        while !rest.open.is_empty() {
            let (part, behind) = rest.level();
            for &(at, _, need) in &rest.open {
                if behind[at] {
                    parts[need] = part;
                }
            }
            if part == Part::from_integer(1) {
                break;
            }
            rest = rest.before(&behind);
        }
        parts
    }
}

/// What each gets of a stock if all get as much, and nobody more than it needs: the
/// constrained equal awards. Ours is the sum; the rule is old.
///
/// ```
/// use demarche::aid::awards;
/// use demarche::numbers::Amount;
/// let amounts = |all: [f64; 3]| all.map(|x| Amount::new(x).unwrap());
/// let awards = awards(Amount::new(100.0)?, &amounts([10.0, 30.0, 80.0]));
/// assert_eq!(awards, [10.0, 30.0, 60.0]);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn awards(stock: Amount, needs: &[Amount]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|&at| needs[at]);
    let (mut left, mut given) = (stock.value(), vec![0.0; needs.len()]);
    for (before, &at) in order.iter().enumerate() {
        let each = left / (needs.len() - before) as f64;
        given[at] = needs[at].value().min(each);
        left -= given[at];
    }
    given
}

/// What each gets if all get the same part of their needs, and nobody more than all.
///
/// ```
/// use demarche::aid::awards_in_proportion;
/// use demarche::numbers::Amount;
/// let amounts = |all: [f64; 2]| all.map(|x| Amount::new(x).unwrap());
/// let given = awards_in_proportion(Amount::new(60.0)?, &amounts([40.0, 80.0]));
/// assert_eq!(given, [20.0, 40.0]);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn awards_in_proportion(stock: Amount, needs: &[Amount]) -> Vec<f64> {
    let all: f64 = needs.iter().map(|need| need.value()).sum();
    let part = if all > stock.value() { stock.value() / all } else { 1.0 };
    needs.iter().map(|need| part * need.value()).collect()
}
