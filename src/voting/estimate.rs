//! Power in bodies too large to count coalition by coalition, such as the 190
//! members of the International Monetary Fund with five million votes.
//!
//! Shapley–Shubik is the integral over *p* from 0 to 1 of the chance to be decisive
//! when each other member agrees with probability *p* (Owen's multilinear
//! extension): a polynomial, which Gauss–Legendre takes exactly with ⌈*n*/2⌉ nodes.

use serde::Serialize;

use super::error::VotingError;
use super::integral::pivots;
use super::layers::Layers;
use super::rule::{Body, Weighted};
use super::sums::Sums;

/// The power indices of a large body as decimals, good to about 1e-12.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimate {
    power_to_act: f64,
    banzhaf: Vec<f64>,
    shapley_shubik: Option<Vec<f64>>,
}

/// The most nodes of a diagram for a rule that is no single weighted one.
const NODES: u64 = 1_000_000;

enum Engine {
    Sums(Box<Sums>),
    Layers(Layers),
}

impl Engine {
    fn of(body: &Body) -> Result<Self, VotingError> {
        let flat = body.flat();
        if let [leaf] = flat.leaves.as_slice()
            && let Ok(sums) = Sums::of(leaf)
        {
            return Ok(Self::Sums(Box::new(sums)));
        }
        Layers::of(body, NODES).map(Self::Layers)
    }

    /// The chance that a motion passes, and that each member is decisive.
    fn at(&self, p: f64) -> (f64, Vec<f64>) {
        match self {
            Self::Sums(sums) => sums.at(p),
            Self::Layers(layers) => layers.at(p),
        }
    }

    fn estimate(&self, pivots_among: Option<usize>) -> Estimate {
        let decisive = |p: f64| self.at(p).1;
        let (power_to_act, banzhaf) = self.at(0.5);
        let shapley_shubik = pivots_among.map(|members| pivots(&decisive, members));
        Estimate { power_to_act, banzhaf, shapley_shubik }
    }
}

impl Estimate {
    /// The Penrose–Banzhaf and Coleman indices alone, which cost one pass.
    ///
    /// # Errors
    /// When the rule is neither one weighted rule of moderate size nor small enough
    /// for a decision diagram.
    pub fn banzhaf_only(body: &Body) -> Result<Self, VotingError> {
        Ok(Engine::of(body)?.estimate(None))
    }

    /// All indices. The number of nodes of the integral doubles until the
    /// Shapley–Shubik indices sum to 1 within 1e-12, or the rule is exact.
    ///
    /// # Errors
    /// As [`Estimate::banzhaf_only`].
    ///
    /// ```
    /// use demarche::voting::{Body, Estimate};
    /// let council = Body::weighted(39, [vec![7; 5], vec![1; 10]].concat())?;
    /// let power = Estimate::of(&council)?;
    /// let shapley = power.shapley_shubik().unwrap_or_default();
    /// assert!((shapley[0] - 421.0 / 2145.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(body: &Body) -> Result<Self, VotingError> {
        Ok(Engine::of(body)?.estimate(Some(body.len())))
    }

    /// All indices of one weighted rule, without the members' names: what a slider
    /// redraws.
    ///
    /// # Errors
    /// When quota and blocking quota are both above 20 million, or times members
    /// above a billion.
    ///
    /// ```
    /// use demarche::voting::{Estimate, Weighted};
    /// let six = Weighted::new(12, vec![4, 4, 4, 2, 2, 1])?;
    /// assert_eq!(Estimate::of_weighted(&six)?.banzhaf()[5], 0.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_weighted(rule: &Weighted) -> Result<Self, VotingError> {
        let sums = Sums::of(&rule.reduced())?;
        let members = rule.weights().len();
        Ok(Engine::Sums(Box::new(sums)).estimate(Some(members)))
    }

    /// Coleman's power of the body to act.
    pub const fn power_to_act(&self) -> f64 {
        self.power_to_act
    }

    /// The absolute Penrose–Banzhaf index of each member.
    pub fn banzhaf(&self) -> &[f64] {
        &self.banzhaf
    }

    /// The normalised Banzhaf index of each member.
    pub fn normalised(&self) -> Vec<f64> {
        let sum: f64 = self.banzhaf.iter().sum();
        self.banzhaf.iter().map(|own| own / sum).collect()
    }

    /// The Shapley–Shubik index of each member, if it was asked for.
    pub fn shapley_shubik(&self) -> Option<&[f64]> {
        self.shapley_shubik.as_deref()
    }

    /// Coleman's power of each member to prevent: *PB*/2*A*, at most 1.
    pub fn prevent(&self) -> Vec<f64> {
        self.of_those(self.power_to_act)
    }

    /// Coleman's power of each member to initiate: *PB*/2(1 − *A*), at most 1.
    pub fn initiate(&self) -> Vec<f64> {
        self.of_those(1.0 - self.power_to_act)
    }

    fn of_those(&self, coalitions: f64) -> Vec<f64> {
        self.banzhaf.iter().map(|pb| (pb / (2.0 * coalitions)).min(1.0)).collect()
    }
}
