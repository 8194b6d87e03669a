//! Who gets how much of what gets through.

use num_traits::PrimInt;

use super::Network;
use super::flow::{Arc, Flow};
use crate::exact::Ratio;
use crate::numbers::Amount;

/// An exact part of a need.
pub type Part = Ratio<u128>;

/// A part as the nearest decimal, for reading and plotting.
///
/// ```
/// use demarche::aid::{Part, decimal};
/// assert_eq!(decimal(Part::new(3, 4)), 0.75);
/// ```
pub fn decimal(part: Part) -> f64 {
    *part.numer() as f64 / *part.denom() as f64
}

/// A network with needs that must be met in full, beside those that are served in part.
/// The first node is the source, the second the sink.
struct Rest {
    nodes: usize,
    arcs: Vec<Arc>,
    /// Node and amount, to be met in full.
    fixed: Vec<(u32, u64)>,
    /// Node, amount, and the need's number.
    open: Vec<(u32, u64, usize)>,
}

impl Rest {
    /// Which nodes lie behind a cut that keeps all open needs from this part; `None` when
    /// all get it.
    fn behind(&self, part: Part) -> Option<Vec<bool>> {
        let all = together(self.arcs.iter().map(|&(_, _, takes)| takes));
        let wanted = together(self.fixed.iter().map(|&(_, need)| need));
        let (over, under) = (*part.numer(), *part.denom());
        let wanted = wanted * under + self.needed() * over;
        // Half the digits where they are enough.
        if all * under + wanted > u64::MAX.into() {
            self.behind_in(over, under, wanted)
        } else {
            let short = |number| u64::try_from(number).unwrap_or(u64::MAX);
            self.behind_in(short(over), short(under), short(wanted))
        }
    }

    /// The same in numbers of type `T`, which hold all together.
    fn behind_in<T: PrimInt + From<u64>>(
        &self,
        over: T,
        under: T,
        wanted: T,
    ) -> Option<Vec<bool>> {
        let amount = <T as From<u64>>::from;
        let arcs = self.arcs.iter();
        let arcs = arcs.map(|&(from, to, takes)| (from, to, amount(takes) * under));
        let fixed = self.fixed.iter();
        let fixed = fixed.map(|&(at, need)| (at, 1, amount(need) * under));
        let open = self.open.iter();
        let open = open.map(|&(at, need, _)| (at, 1, amount(need) * over));
        let found = Flow::largest(self.nodes, arcs.chain(fixed).chain(open));
        (found.total < wanted)
            .then(|| (0..self.nodes).map(|node| !found.reaches(node)).collect())
    }

    /// What all open needs are together.
    fn needed(&self) -> u128 {
        together(self.open.iter().map(|&(_, need, _)| need))
    }

    /// The largest part of all open needs that can be met together. Newton's steps on the
    /// cuts: each takes the part down to what the last cut bears.
    fn level(&self) -> Part {
        let mut part = Part::from_integer(1);
        while let Some(behind) = self.behind(part) {
            let (_, after, through) = self.split(&behind);
            part = Part::new(through, after.needed());
        }
        part
    }

    /// What lies before a cut and what behind it, each as a network of its own in which
    /// the cut is full; and what the open needs behind it get together.
    fn split(&self, behind: &[bool]) -> (Self, Self, u128) {
        let [before, after] = [false, true].map(|side| {
            // Source and sink are in both.
            let mut names = vec![0_u32, 1];
            names.resize(self.nodes, 0);
            let mut nodes = 2_u32;
            for node in 2..behind.len() {
                if behind[node] == side {
                    names[node] = nodes;
                    nodes += 1;
                }
            }
            let here = |node: u32| node > 1 && behind[node as usize] == side;
            let name = |node: u32| names[node as usize];
            let fixed = self.fixed.iter().filter(|&&(at, _)| here(at));
            let fixed = fixed.map(|&(at, need)| (name(at), need));
            let open = self.open.iter().filter(|&&(at, ..)| here(at));
            let open = open.map(|&(at, need, number)| (name(at), need, number));
            let mut rest = Self {
                nodes: nodes as usize,
                arcs: Vec::with_capacity(self.arcs.len()),
                fixed: fixed.collect(),
                open: open.collect(),
            };
            for &(from, to, takes) in &self.arcs {
                match (from == 0 || here(from), here(to)) {
                    (true, true) => rest.arcs.push((name(from), name(to), takes)),
                    // Across the cut all that a road takes; back across it nothing.
                    (false, true) if side => {
                        rest.arcs.push((0, name(to), takes));
                    }
                    (true, false) if !side && from != 0 => {
                        rest.fixed.push((name(from), takes));
                    }
                    _ => {}
                }
            }
            rest
        });
        let entering = after.arcs.iter().filter(|&&(from, ..)| from == 0);
        let entering = together(entering.map(|&(_, _, takes)| takes));
        let fixed = together(after.fixed.iter().map(|&(_, need)| need));
        (before, after, entering - fixed)
    }
}

fn together(amounts: impl Iterator<Item = u64>) -> u128 {
    amounts.map(u128::from).sum()
}

impl Network {
    fn rest(&self) -> Rest {
        let given = self.stocks().len() + self.roads().len();
        let needs = self.arcs().skip(given).enumerate();
        Rest {
            nodes: self.places() + 2,
            arcs: self.arcs().take(given).collect(),
            fixed: Vec::new(),
            open: needs.map(|(at, (place, _, need))| (place, need, at)).collect(),
        }
    }

    /// The same part of every need, the largest that gets through: exact. Without needs
    /// it is 1.
    pub fn equal(&self) -> Part {
        self.rest().level()
    }

    /// The part of each need that is met if the worst served gets as much as it can, then
    /// the next worst, and so on: exact. As much gets through as by any rule
    /// (Megiddo-1974). By one flow for every piece: where a cut sets some needs apart, its
    /// two sides are pieces of their own.
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
        // Part of the network, and what its open needs get together.
        let mut pieces = vec![(self.rest(), u128::from(self.delivery().total))];
        while let Some((rest, most)) = pieces.pop() {
            if rest.open.is_empty() {
                continue;
            }
            // All alike, unless a cut keeps some from it; those behind the cut get less
            // then and those before it more, and neither depends on the other.
            let part = Part::new(most, rest.needed());
            match rest.behind(part) {
                Some(behind) => {
                    let (before, after, through) = rest.split(&behind);
                    pieces.extend([(before, most - through), (after, through)]);
                }
                None => {
                    for &(_, _, need) in &rest.open {
                        parts[need] = part;
                    }
                }
            }
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
