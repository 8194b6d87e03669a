//! Landscape theory: states of unequal size that mind their company.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{AlignmentError, valleys};
use crate::graph::search::{self, LISTED};
use crate::graph::stable::{AtRest, stable};
use crate::graph::weights::{Weights, pairs};
use crate::graph::whole::{Scale, Whole};
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
/// Every answer about who moves, what is stable and what is least is exact, and a tie
/// is a tie. Sizes and propensities are taken as decimals where all of the sizes, or
/// all of the propensities, have nine places at most (or are eight roundings from it:
/// five times 0.07 is 0.35), and bit by bit otherwise; their products are added in
/// whole numbers. Energies are rounded when they are told. What 128 bits cannot add is
/// no landscape.
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
    pairs: Pairs,
    scale: Scale,
}

/// The weights of all pairs, as wide as they need.
#[derive(Debug, Clone, PartialEq)]
enum Pairs {
    Narrow(Weights<i64>),
    Wide(Weights<i128>),
}

/// The same for either width.
macro_rules! either {
    ($landscape:expr, $weights:ident => $told:expr) => {
        match &$landscape.pairs {
            Pairs::Narrow($weights) => $told,
            Pairs::Wide($weights) => $told,
        }
    };
}

impl Landscape {
    /// From one size per state and the propensities pᵢⱼ to work together, one row
    /// per state: positive for friends, negative for rivals, the same both ways. The
    /// diagonal is not read.
    ///
    /// # Errors
    /// When there is no state, or more than 10 000, the table is not n × n or not
    /// symmetric, sizes and propensities multiply beyond 1e300, or their products have
    /// more digits together than 128 bits can add.
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
    /// Never: 1 is a size, and signs are whole.
    pub fn of_graph(graph: &SignedGraph) -> Self {
        let n = graph.states();
        let sign = |cell: usize| {
            graph.tie(cell / n, cell % n).map_or(0.0, |s| s.value() as f64)
        };
        let sizes = vec![Size::new(1.0).expect("1 is a size"); n];
        let landscape = Self::of(sizes, (0..n * n).map(sign).collect());
        landscape.expect("signs are whole")
    }

    pub(super) fn checked(
        sizes: Vec<Size>,
        propensity: Vec<f64>,
    ) -> Result<Self, AlignmentError> {
        let size = sizes.iter().map(|s| s.value()).sum::<f64>();
        let most = propensity.iter().map(|p| p.abs()).fold(0.0, f64::max);
        if size * size * most < 1e300 {
            Self::of(sizes, propensity)
        } else {
            Err(AlignmentError::TooLarge)
        }
    }

    fn of(sizes: Vec<Size>, propensity: Vec<f64>) -> Result<Self, AlignmentError> {
        let n = sizes.len();
        let products = pairs(n).map(|(a, b)| {
            [sizes[a].value(), sizes[b].value(), propensity[a * n + b]]
        });
        let scale =
            Scale::of(products.clone()).ok_or(AlignmentError::TooFarApart)?;
        let pairs = if scale.is_narrow() {
            Pairs::Narrow(Weights::of_pairs(n, products.map(|p| scale.units(p))))
        } else {
            Pairs::Wide(Weights::of_pairs(n, products.map(|p| scale.units(p))))
        };
        Ok(Self { sizes, propensity, pairs, scale })
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
        self.check(sides);
        either!(self, weights => {
            2.0 * self.scale.value(weights.energy(&sides.spins()))
        })
    }

    /// How much frustration a state would lose by changing sides alone; above 0 it
    /// goes, at 0 it stays (peace when indifferent).
    ///
    /// # Panics
    /// When it is no state, or the alignment divides another number of states.
    pub fn gain_of_switch(&self, state: usize, sides: &Alignment) -> f64 {
        self.check(sides);
        let cost = either!(self, weights => {
            self.scale.value(weights.cost_of_move(state, &sides.spins()))
        });
        -cost / self.sizes[state].value()
    }

    /// Whether no single state would gain by changing sides.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn is_stable(&self, sides: &Alignment) -> bool {
        self.check(sides);
        either!(self, weights => valleys::steepest(weights, &sides.spins()).is_none())
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
    /// and the Nash equilibria of everybody choosing a side. Exact: none is missed, none
    /// is false, ties count as stable.
    /// By branch and bound: 24 states take milliseconds.
    ///
    /// # Errors
    /// When there are more than 65 536, as with many states that hardly care.
    pub fn stable(&self) -> Result<Vec<Stable>, AlignmentError> {
        let found = either!(self, weights => {
            stable(weights, LISTED).map(|found| self.told(found))
        });
        found.ok_or(AlignmentError::TooManyStable { limit: LISTED })
    }

    fn told<N: Whole>(&self, found: Vec<AtRest<N>>) -> Vec<Stable> {
        lowest_first(found.into_iter().map(|at| Stable {
            energy: 2.0 * self.scale.value(at.energy),
            alignment: Alignment::new(at.sides),
        }))
    }

    /// The alignments of least energy, all of them up to 65 536, by branch and bound
    /// with a bound on the energy as well.
    pub fn best(&self) -> Vec<Stable> {
        let (energy, found) = either!(self, weights => {
            let best = search::best(weights, u64::MAX, LISTED);
            (2.0 * self.scale.value(best.energy), best.found)
        });
        let found = found.into_iter().map(Alignment::new);
        lowest_first(found.map(|alignment| Stable { alignment, energy }))
    }

    /// The path downhill from an alignment, one state at a time, always the move
    /// that lowers the energy most (of equal ones the first state), to where nobody
    /// moves. The alignment itself is its first step.
    ///
    /// # Panics
    /// When the alignment divides another number of states.
    pub fn descend(&self, from: &Alignment) -> Vec<Alignment> {
        self.check(from);
        let mut path = vec![from.clone()];
        loop {
            let here = &path[path.len() - 1];
            let mover =
                either!(self, weights => valleys::steepest(weights, &here.spins()));
            match mover {
                Some(mover) => path.push(here.after_move(mover)),
                None => return path,
            }
        }
    }

    /// How many of all 2ⁿ⁻¹ alignments run down to each stable one.
    ///
    /// # Errors
    /// When there are more than 22 states.
    pub fn basins(&self) -> Result<BTreeMap<Alignment, u64>, AlignmentError> {
        self.within("states for the basins of all alignments", 22)?;
        Ok(either!(self, weights => valleys::basins(weights)))
    }

    /// The lowest pass between two alignments: of all paths by single moves, one
    /// whose highest energy is least, and with the fewest moves among those.
    ///
    /// # Errors
    /// When there are more than 20 states, or the alignments divide other states.
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
        let wide = either!(self, weights => weights.wide());
        let pass = valleys::pass(&wide, from, to);
        let energy = |units: i128| 2.0 * self.scale.value(units);
        Ok(Barrier {
            peak: energy(pass.peak),
            climb: energy(pass.peak - pass.start),
            climb_back: energy(pass.peak - pass.end),
            path: pass.path,
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

    fn check(&self, sides: &Alignment) {
        assert_eq!(sides.states(), self.states(), "an alignment of these states");
    }
}

/// An alignment that no single state would leave, or that nobody could better.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stable {
    /// Who stands with whom.
    pub alignment: Alignment,
    /// Its energy E, in size² times propensity, every pair counted twice.
    pub energy: f64,
}

fn lowest_first(found: impl Iterator<Item = Stable>) -> Vec<Stable> {
    let mut found: Vec<Stable> = found.collect();
    found.sort_unstable_by(|a, b| {
        let lower = a.energy.total_cmp(&b.energy);
        lower.then_with(|| a.alignment.cmp(&b.alignment))
    });
    found
}

/// The pass between two alignments.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
