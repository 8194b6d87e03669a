//! Landscape theory: states of unequal size that mind their company.

use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use core::cmp::Reverse;

use super::{AlignmentError, stable};
use crate::graph::search::{self, LISTED};
use crate::graph::weights::Weights;
use crate::graph::{Alignment, Sign, SignedGraph};
use crate::numbers::{Payoff, Size};

/// Sizes of states and how each pair likes to work together.
///
/// The frustration of state i is Fᵢ = Σⱼ sⱼ pᵢⱼ over the states j across from it: a
/// friend across adds, a rival across subtracts, each by its size. The energy of an
/// alignment is E = Σᵢ sᵢ Fᵢ, so every pair counts twice (Axelrod-Bennett-1993).
/// When state k alone changes sides, E falls by twice sₖ times the fall of Fₖ: what
/// one state gains lowers the energy of all, and no chain of moves goes in circles.
///
/// ```
/// use demarche::alignment::Landscape;
/// // Three equal rivals: two of them always stand together, and any two will do.
/// let landscape = Landscape::rivals(&["1".parse()?; 3])?;
/// assert_eq!(landscape.stable()?.len(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Landscape {
    sizes: Vec<Size>,
    propensity: Vec<f64>,
    pairs: Weights,
}

impl Landscape {
    /// From one size per state and the propensities pᵢⱼ to work together, one row
    /// per state: positive for friends, negative for rivals, the same both ways. The
    /// diagonal is not read.
    ///
    /// # Errors
    /// When there is no state, or more than 10 000, the table is not n × n or not symmetric, or sizes and
    /// propensities multiply beyond 1e300.
    pub fn new(
        sizes: &[Size],
        propensity: &[Vec<Payoff>],
    ) -> Result<Self, AlignmentError> {
        let n = sizes.len();
        SignedGraph::room_for(n)?;
        let rows = core::iter::once(propensity.len());
        if let Some(found) =
            rows.chain(propensity.iter().map(Vec::len)).find(|&l| l != n)
        {
            let what = "rows and columns of propensities";
            return Err(AlignmentError::WrongLength { what, expected: n, found });
        }
        let mut table = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..i {
                if propensity[i][j] != propensity[j][i] {
                    return Err(AlignmentError::NotSymmetric { a: j, b: i });
                }
                table[i * n + j] = propensity[i][j].value();
                table[j * n + i] = propensity[i][j].value();
            }
        }
        Self::checked(sizes.to_vec(), table)
    }

    /// States of these sizes that are all each other's rivals: the balance of power
    /// and nothing else (propensity −1 for every pair).
    ///
    /// # Errors
    /// When there is no state, or more than 10 000, or sizes multiply beyond 1e300.
    pub fn rivals(sizes: &[Size]) -> Result<Self, AlignmentError> {
        let n = sizes.len();
        SignedGraph::room_for(n)?;
        let off = |cell: usize| if cell / n == cell % n { 0.0 } else { -1.0 };
        Self::checked(sizes.to_vec(), (0..n * n).map(off).collect())
    }

    /// A signed graph as a landscape: sizes of 1, propensities of ±1 and 0. Its
    /// energy is twice the frustrated ties less twice the rivalries.
    ///
    /// # Panics
    /// Never: 1 is a size.
    pub fn of_graph(graph: &SignedGraph) -> Self {
        let n = graph.states();
        let sign = |cell: usize| {
            graph.tie(cell / n, cell % n).map_or(0.0, |s| s.value() as f64)
        };
        let sizes = vec![Size::new(1.0).expect("1 is a size"); n];
        Self::of(sizes, (0..n * n).map(sign).collect())
    }

    pub(super) fn checked(
        sizes: Vec<Size>,
        propensity: Vec<f64>,
    ) -> Result<Self, AlignmentError> {
        let size = sizes.iter().map(|s| s.value()).sum::<f64>();
        let most = propensity.iter().map(|p| p.abs()).fold(0.0, f64::max);
        if size * size * most < 1e300 {
            Ok(Self::of(sizes, propensity))
        } else {
            Err(AlignmentError::TooLarge)
        }
    }

    fn of(sizes: Vec<Size>, propensity: Vec<f64>) -> Self {
        let n = sizes.len();
        let weight = |(cell, p): (usize, &f64)| {
            // The product of the sizes first: it is the same both ways.
            sizes[cell / n].value() * sizes[cell % n].value() * p
        };
        let weights: Vec<f64> = propensity.iter().enumerate().map(weight).collect();
        let pairs = Weights::new(n, &weights);
        Self { sizes, propensity, pairs }
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.sizes.len()
    }

    /// The size of a state.
    ///
    /// # Panics
    /// When it is no state.
    pub fn size(&self, state: usize) -> Size {
        self.sizes[state]
    }

    /// How two states like to work together; 0 for a state with itself.
    ///
    /// # Panics
    /// When one of them is no state.
    pub fn propensity(&self, a: usize, b: usize) -> f64 {
        assert!(b < self.states(), "both are states");
        self.propensity[a * self.states() + b]
    }

    /// The signs of the propensities, sizes forgotten; 0 is no tie.
    ///
    /// # Panics
    /// Never: the states of a landscape are numbered.
    pub fn graph(&self) -> SignedGraph {
        let mut graph =
            SignedGraph::new(self.states(), &[]).expect("a landscape has states");
        for (a, b) in graph.pairs() {
            let p = self.propensity(a, b);
            let sign = if p > 0.0 { Sign::Friends } else { Sign::Rivals };
            graph.set(a, b, (p != 0.0).then_some(sign));
        }
        graph
    }

    /// The frustration Fᵢ of a state: the sum of size times propensity over the
    /// states across from it.
    ///
    /// # Panics
    /// When it is no state, or the alignment divides another number of states.
    pub fn frustration(&self, state: usize, sides: &Alignment) -> f64 {
        let across = (0..self.states()).filter(|&j| !sides.together(state, j));
        across.map(|j| self.sizes[j].value() * self.propensity(state, j)).sum()
    }

    /// The energy E of an alignment: the sum of size times frustration over all
    /// states.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn energy(&self, sides: &Alignment) -> f64 {
        let spins = self.spins(sides);
        2.0 * self.pairs.energy(&spins) as f64 * self.pairs.unit()
    }

    /// How much frustration a state would lose by changing sides alone; above 0 it
    /// goes, at 0 it stays (peace when indifferent).
    ///
    /// # Panics
    /// When it is no state, or the alignment divides another number of states.
    pub fn gain_of_switch(&self, state: usize, sides: &Alignment) -> f64 {
        let cost = self.pairs.cost_of_move(state, &self.spins(sides));
        -(cost as f64) * self.pairs.unit() / self.sizes[state].value()
    }

    /// Whether no single state would gain by changing sides.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn is_stable(&self, sides: &Alignment) -> bool {
        let spins = self.spins(sides);
        (0..self.states()).all(|j| self.pairs.cost_of_move(j, &spins) >= 0)
    }

    /// What the two sides weigh: the sums of sizes, first the side of state 0.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn weights(&self, sides: &Alignment) -> (f64, f64) {
        let (first, second) = sides.sides();
        let weight =
            |side: Vec<usize>| side.iter().map(|&i| self.sizes[i].value()).sum();
        (weight(first), weight(second))
    }

    /// All stable alignments, lowest energy first: the local minima of the energy,
    /// and the Nash equilibria of everybody choosing a side. Exact: none is missed,
    /// ties count as stable. By branch and bound: 24 states take milliseconds.
    ///
    /// # Errors
    /// When there are more than 65 536, as with many states that hardly care, or
    /// sizes and propensities lie too far apart to be compared without rounding.
    pub fn stable(&self) -> Result<Vec<Stable>, AlignmentError> {
        if !self.pairs.is_exact() {
            return Err(AlignmentError::TooFarApart);
        }
        let found = stable::stable(&self.pairs, LISTED)
            .ok_or(AlignmentError::TooManyStable { limit: LISTED })?;
        let mut found: Vec<Stable> = found
            .into_iter()
            .map(Alignment::new)
            .map(|alignment| Stable { energy: self.energy(&alignment), alignment })
            .collect();
        found.sort_by(|a, b| {
            let lower = a.energy.total_cmp(&b.energy);
            lower.then_with(|| a.alignment.cmp(&b.alignment))
        });
        Ok(found)
    }

    /// The alignments of least energy, all of them up to 65 536, by branch and bound
    /// with a bound on the energy as well.
    pub fn best(&self) -> Vec<Stable> {
        let best = search::best(&self.pairs, u64::MAX, LISTED);
        let mut found: Vec<Alignment> =
            best.found.into_iter().map(Alignment::new).collect();
        found.sort();
        let energy = 2.0 * best.energy as f64 * self.pairs.unit();
        found.into_iter().map(|alignment| Stable { alignment, energy }).collect()
    }

    /// The path downhill from an alignment, one state at a time, always the move
    /// that lowers the energy most (of equal ones the first state), to where nobody
    /// moves. The alignment itself is its first step.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn descend(&self, from: &Alignment) -> Vec<Alignment> {
        let mut path = vec![from.clone()];
        loop {
            let here = &path[path.len() - 1];
            match self.steepest(&self.spins(here)) {
                Some(mover) => path.push(here.after_move(mover)),
                None => return path,
            }
        }
    }

    fn steepest(&self, spins: &[i64]) -> Option<usize> {
        let costs =
            (0..self.states()).map(|j| (self.pairs.cost_of_move(j, spins), j));
        costs.min().filter(|&(cost, _)| cost < 0).map(|(_, mover)| mover)
    }

    /// How many of all 2ⁿ⁻¹ alignments run down to each stable one.
    ///
    /// # Errors
    /// When there are more than 22 states.
    ///
    /// # Panics
    /// Never: codes of 22 states fit.
    pub fn basins(&self) -> Result<BTreeMap<Alignment, u64>, AlignmentError> {
        let n = self.within("states for the basins of all alignments", 22)?;
        let whole = 1_usize << (n - 1);
        let mut spins = vec![1_i64; n];
        let mut costs: Vec<i64> =
            (0..n).map(|j| self.pairs.cost_of_move(j, &spins)).collect();
        // One step downhill from every alignment, in the order of a Gray code: one
        // state moves at a time, and every cost is updated rather than summed anew.
        let mut next = vec![0_u32; whole];
        let mut code = 0_u64;
        for count in 1..=whole {
            let lowest = costs.iter().enumerate().map(|(j, &cost)| (cost, j)).min();
            let step = lowest
                .filter(|low| low.0 < 0)
                .map_or(code, |(_, mover)| canonical(code ^ 1 << mover, n));
            let at = usize::try_from(code).expect("at most 22 states");
            next[at] = u32::try_from(step).expect("at most 22 states");
            if count == whole {
                break;
            }
            let mover = count.trailing_zeros() as usize;
            code ^= 1 << mover;
            spins[mover] = -spins[mover];
            costs[mover] = -costs[mover];
            for (j, w) in self.pairs.row(mover).iter().enumerate() {
                if j != mover {
                    costs[j] += 2 * spins[j] * spins[mover] * w;
                }
            }
        }
        let mut basins = BTreeMap::new();
        for start in 0..whole {
            let mut at = start;
            while next[at] as usize != at {
                // Each walk shortens the way of those that come after it.
                next[at] = next[next[at] as usize];
                at = next[at] as usize;
            }
            *basins.entry(Alignment::from_code(n, at as u64)).or_insert(0) += 1;
        }
        Ok(basins)
    }

    /// The lowest pass between two alignments: of all paths by single moves, one
    /// whose highest energy is least, and with the fewest moves among those.
    ///
    /// # Errors
    /// When there are more than 20 states, or the alignments divide other states.
    ///
    /// # Panics
    /// Never: single moves reach every alignment.
    pub fn barrier(
        &self,
        from: &Alignment,
        to: &Alignment,
    ) -> Result<Barrier, AlignmentError> {
        let n = self.within("states for a barrier", 20)?;
        for sides in [from, to] {
            if sides.states() != n {
                return Err(AlignmentError::WrongLength {
                    what: "states in an alignment",
                    expected: n,
                    found: sides.states(),
                });
            }
        }
        let (from, to) = (from.code(), to.code());
        let start = self.pairs.energy(&spins(from, n));
        let place = |code: u64| usize::try_from(code).expect("at most 20 states");
        // The lowest open alignment first: what is met first is met by a lowest pass.
        let mut met = vec![false; 1 << (n - 1)];
        met[place(from)] = true;
        let mut open = BinaryHeap::from([Reverse((start, from, start))]);
        let (mut peak, mut end) = (start, start);
        while let Some(Reverse((reached, here, energy))) = open.pop() {
            if here == to {
                (peak, end) = (reached, energy);
                break;
            }
            for (there, energy) in self.moves_from(here, energy) {
                if !std::mem::replace(&mut met[place(there)], true) {
                    open.push(Reverse((reached.max(energy), there, energy)));
                }
            }
        }
        // The fewest moves take a second walk, ring by ring and nowhere above the
        // pass: the lowest way to a place need not be the shortest that is low enough.
        let mut came = vec![None; 1 << (n - 1)];
        came[place(from)] = Some(from);
        let mut ring = VecDeque::from([(from, start)]);
        while let Some((here, energy)) = ring.pop_front() {
            for (there, energy) in self.moves_from(here, energy) {
                let before = &mut came[place(there)];
                if energy <= peak && before.is_none() {
                    *before = Some(here);
                    ring.push_back((there, energy));
                }
            }
        }
        let mut path = vec![to];
        while path[path.len() - 1] != from {
            let before = came[place(path[path.len() - 1])];
            path.push(before.expect("some way leads over the pass"));
        }
        path.reverse();
        let energy = |units: i64| 2.0 * units as f64 * self.pairs.unit();
        Ok(Barrier {
            peak: energy(peak),
            climb: energy(peak - start),
            climb_back: energy(peak - end),
            path: path.iter().map(|&code| Alignment::from_code(n, code)).collect(),
        })
    }

    /// Every single move from an alignment, with the energy it leads to.
    fn moves_from(
        &self,
        code: u64,
        energy: i64,
    ) -> impl Iterator<Item = (u64, i64)> + '_ {
        let n = self.states();
        let spins = spins(code, n);
        (0..n).map(move |mover| {
            let energy = energy + self.pairs.cost_of_move(mover, &spins);
            (canonical(code ^ 1 << mover, n), energy)
        })
    }

    pub(super) fn within(
        &self,
        what: &'static str,
        limit: usize,
    ) -> Result<usize, AlignmentError> {
        let found = self.states();
        if found > limit {
            return Err(AlignmentError::TooMany { what, limit, found });
        }
        Ok(found)
    }

    fn spins(&self, sides: &Alignment) -> Vec<i64> {
        assert_eq!(sides.states(), self.states(), "an alignment of these states");
        sides.spins().collect()
    }
}

/// The code whose last state stands on the side that counts as its own.
fn canonical(code: u64, states: usize) -> u64 {
    if code >> (states - 1) & 1 == 1 { !code & ((1 << states) - 1) } else { code }
}

/// The sides of a code as ±1.
fn spins(code: u64, states: usize) -> Vec<i64> {
    (0..states).map(|i| if code >> i & 1 == 1 { -1 } else { 1 }).collect()
}

/// An alignment that no single state would leave, or that nobody could better.
#[derive(Debug, Clone, PartialEq)]
pub struct Stable {
    /// Who stands with whom.
    pub alignment: Alignment,
    /// Its energy E, in size² times propensity, every pair counted twice.
    pub energy: f64,
}

/// The pass between two alignments.
#[derive(Debug, Clone, PartialEq)]
pub struct Barrier {
    /// The highest energy on the way.
    pub peak: f64,
    /// How far the peak lies above the start.
    pub climb: f64,
    /// How far it lies above the end: the climb of the way back.
    pub climb_back: f64,
    /// The way, both ends included.
    pub path: Vec<Alignment>,
}
