//! A bargaining problem: deals, no deal, and two ways to choose between them.

use serde::Serialize;

use super::BargainingError;
use crate::numbers::{Payoff, Share};

/// What a deal is worth to the two sides, in a unit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Terms {
    /// To the first.
    pub first: Payoff,
    /// To the second.
    pub second: Payoff,
}

by_name!(Terms { first: Payoff, second: Payoff });

/// Some deals, all mixtures of them, and what the two have without a deal. A side may
/// throw away what it does not want, so the zone holds all that is worse for both.
///
/// ```
/// use demarche::bargaining::Problem;
/// use demarche::numbers::Share;
/// let half = Share::new(0.5)?;
/// let before = Problem::of(&[(0.0, 1.0), (0.75, 0.75), (1.0, 0.0)], (0.0, 0.0))?;
/// let after = Problem::of(&[(0.0, 1.0), (1.0, 0.7)], (0.0, 0.0))?;
/// let second = |problem: &Problem| problem.nash(half).map(|t| t.second.value());
/// // Every deal for the second is as good as before or better, and it gets less.
/// assert_eq!((second(&before), second(&after)), (Some(0.75), Some(0.7)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Problem {
    deals: Vec<Terms>,
    disagreement: Terms,
}

by_name!(
    Problem { deals: Vec<Terms>, disagreement: Terms }
    => Self::new(deals, disagreement)
);

/// A stretch of the frontier, measured from no deal: where it begins, and how far it
/// goes, to the right and down.
#[derive(Clone, Copy)]
struct Edge {
    from: [f64; 2],
    along: [f64; 2],
}

impl Edge {
    fn at(self, t: f64) -> [f64; 2] {
        // An edge too short for its quotient is a point.
        let t = if t.is_nan() { 0.0 } else { t.clamp(0.0, 1.0) };
        [self.from[0] + t * self.along[0], self.from[1] + t * self.along[1]]
    }
}

impl Problem {
    /// The problem with these deals, and these terms without a deal.
    ///
    /// # Errors
    /// Without a deal there is nothing to bargain about.
    pub fn new(
        deals: Vec<Terms>,
        disagreement: Terms,
    ) -> Result<Self, BargainingError> {
        if deals.is_empty() {
            return Err(BargainingError::NoDeal);
        }
        Ok(Self { deals, disagreement })
    }

    /// The same from pairs of bare numbers, first and second.
    ///
    /// # Errors
    /// When there is no deal or a number is none of at most 10¹⁵⁰ either way.
    pub fn of(
        deals: &[(f64, f64)],
        disagreement: (f64, f64),
    ) -> Result<Self, BargainingError> {
        let terms = |&(first, second): &(f64, f64)| {
            let (first, second) = (Payoff::new(first)?, Payoff::new(second)?);
            Ok::<_, BargainingError>(Terms { first, second })
        };
        let deals = deals.iter().map(terms).collect::<Result<_, _>>()?;
        Self::new(deals, terms(&disagreement)?)
    }

    /// The deals that no mixture of others beats for both, from the best for the second
    /// to the best for the first.
    ///
    /// ```
    /// use demarche::bargaining::Problem;
    /// // The third is beaten by the even mixture of the other two.
    /// let deals = [(0.0, 1.0), (1.0, 0.0), (0.25, 0.5)];
    /// assert_eq!(Problem::of(&deals, (0.0, 0.0))?.frontier().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn frontier(&self) -> Vec<Terms> {
        let mut deals = self.deals.clone();
        deals.sort_unstable_by_key(|deal| (deal.first, deal.second));
        let mut chain: Vec<Terms> = vec![];
        // From the right: each further deal must be better for the second.
        for deal in deals.into_iter().rev() {
            if chain.last().is_some_and(|last| deal.second <= last.second) {
                continue;
            }
            while let [.., before, last] = chain[..] {
                if bends(before, last, deal) {
                    break;
                }
                chain.pop();
            }
            chain.push(deal);
        }
        chain.reverse();
        chain
    }

    /// The part of the frontier that nobody refuses, as edges measured from no deal; a
    /// frontier of one deal is one edge without length.
    fn zone(&self) -> Vec<Edge> {
        let no_deal = self.disagreement;
        let measured = |deal: &Terms| {
            [
                deal.first.value() - no_deal.first.value(),
                deal.second.value() - no_deal.second.value(),
            ]
        };
        let points: Vec<_> = self.frontier().iter().map(measured).collect();
        let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
        let last = points[points.len() - 1];
        let edges = pairs.chain([(last, last)]).filter_map(|(from, to)| {
            let edge = Edge { from, along: [to[0] - from[0], to[1] - from[1]] };
            let start = if from[0] < 0.0 { -from[0] / edge.along[0] } else { 0.0 };
            let end = if to[1] < 0.0 { from[1] / -edge.along[1] } else { 1.0 };
            let refused =
                from[1] < 0.0 || to[0] < 0.0 || start > end + 4.0 * f64::EPSILON;
            let [from, to] = [edge.at(start), edge.at(end)];
            let along = [to[0] - from[0], to[1] - from[1]];
            (!refused).then_some(Edge { from, along })
        });
        edges.collect()
    }

    /// Whether some mixture of the deals is no worse for either than no deal.
    pub fn is_open(&self) -> bool {
        !self.zone().is_empty()
    }

    /// The Nash bargain: the terms in the zone at which the gains over no deal, raised
    /// to the powers `weight` and 1 − `weight`, have the largest product. `weight` is
    /// the first's bargaining power. `None` without a zone. Source: Nash-1950.
    ///
    /// ```
    /// use demarche::bargaining::Problem;
    /// use demarche::numbers::Share;
    /// // A pie of 10 to divide; the first can have 4 elsewhere.
    /// let pie = Problem::of(&[(10.0, 0.0), (0.0, 10.0)], (4.0, 0.0))?;
    /// let terms = pie.nash(Share::new(0.5)?).unwrap();
    /// assert_eq!((terms.first.value(), terms.second.value()), (7.0, 3.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nash(&self, weight: Share) -> Option<Terms> {
        let (first, second) = (weight.value(), 1.0 - weight.value());
        let product = |[a, b]: [f64; 2]| libm::pow(a, first) * libm::pow(b, second);
        let best = self.zone().into_iter().map(|edge| {
            let Edge { from: [a, b], along: [right, down] } = edge;
            edge.at(-first * b / down - second * a / right)
        });
        // Nearly every product is above 0; where none is, the first will do.
        let best =
            best.reduce(
                |one, other| {
                    if product(other) > product(one) { other } else { one }
                },
            );
        best.map(|gains| self.told(gains))
    }

    /// The Kalai–Smorodinsky bargain: both get the same part of the most that they
    /// could hope for, which is the best for each that the other still accepts. `None`
    /// without a zone. Source: Kalai-Smorodinsky-1975.
    ///
    /// ```
    /// use demarche::bargaining::Problem;
    /// let after = Problem::of(&[(0.0, 1.0), (1.0, 0.7)], (0.0, 0.0))?;
    /// let terms = after.kalai_smorodinsky().unwrap();
    /// // Now a better set of deals is better for the second: 10/13 beats 3/4.
    /// assert!((terms.second.value() - 10.0 / 13.0).abs() < 1e-15);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn kalai_smorodinsky(&self) -> Option<Terms> {
        let zone = self.zone();
        let (start, end) = (zone.first()?, zone.last()?);
        let most = [end.at(1.0)[0], start.from[1]];
        // The first part of the one falls below that of the other along the zone.
        let crossing = zone.iter().find(|edge| {
            let [a, b] = edge.at(1.0);
            a / most[0] >= b / most[1]
        });
        let edge = *crossing.unwrap_or(end);
        let Edge { from: [a, b], along: [right, down] } = edge;
        let over = b / most[1] - a / most[0];
        let gains = edge.at(over / (right / most[0] - down / most[1]));
        Some(self.told(gains))
    }

    fn told(&self, [first, second]: [f64; 2]) -> Terms {
        let no_deal = self.disagreement;
        Terms {
            first: Payoff::saturating(no_deal.first.value() + first),
            second: Payoff::saturating(no_deal.second.value() + second),
        }
    }
}

/// Whether the frontier, walked to the left and up, turns at `at` as a frontier does:
/// each stretch flatter than the one before.
fn bends(before: Terms, at: Terms, after: Terms) -> bool {
    let step = |from: Terms, to: Terms| {
        let left = from.first.value() - to.first.value();
        (left, to.second.value() - from.second.value())
    };
    let ((left, up), (on, further)) = (step(before, at), step(at, after));
    up * on > further * left
}
