//! What several features do to the odds at once.

use serde::Serialize;

use super::{Counts, PeaceError};
use crate::linear::solved;
use crate::numbers::Payoff;

/// Cases that share their features.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Cell {
    /// What they have of each feature; 1 or 0 for one that is there or not.
    pub features: Vec<Payoff>,
    /// How many they are, and how often the thing came.
    pub counts: Counts,
}

by_name!(Cell { features: Vec<Payoff>, counts: Counts });

/// The logarithm of the odds as a constant plus so much for each feature, fitted by
/// maximum likelihood to cells of counts (a grouped logit).
///
/// ```
/// use demarche::numbers::Payoff;
/// use demarche::peace::{Cell, Counts, Fit};
/// let cell = |x: f64, events, cases| Cell {
///     features: vec![Payoff::new(x).unwrap()],
///     counts: Counts::new(events, cases).unwrap(),
/// };
/// // Two cells, two numbers: it fits them without a rest.
/// let fit = Fit::of(&[cell(0.0, 10, 100), cell(1.0, 30, 100)])?;
/// let odds = (30.0 / 70.0) / (10.0 / 90.0_f64);
/// assert!((fit.effects()[0] - odds.ln()).abs() < 1e-9);
/// assert!(fit.deviance() < 1e-9 && fit.freedom() == 0);
/// # Ok::<(), demarche::peace::PeaceError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    coefficients: Vec<f64>,
    errors: Vec<f64>,
    deviance: f64,
    freedom: usize,
}

const CELLS: usize = 10_000;
const FEATURES: usize = 30;
const STEPS: usize = 60;

impl Fit {
    /// Fits the cells.
    ///
    /// # Errors
    /// Without a cell, with more than 10,000 or more than 30 features, when cells have
    /// different numbers of features, or when the data do not settle the effects.
    pub fn of(cells: &[Cell]) -> Result<Self, PeaceError> {
        let counted =
            |what, most: usize, found| PeaceError::Count { what, most, found };
        if !(1..=CELLS).contains(&cells.len()) {
            return Err(counted("cells", CELLS, cells.len()));
        }
        let expected = cells[0].features.len();
        if expected > FEATURES {
            return Err(counted("features", FEATURES, expected));
        }
        let odd =
            cells.iter().map(|cell| cell.features.len()).find(|&n| n != expected);
        if let Some(found) = odd {
            return Err(PeaceError::Features { expected, found });
        }
        let mut coefficients = vec![0.0; expected + 1];
        for _ in 0..STEPS {
            let (mut rows, slope) = normal(cells, &coefficients);
            for (row, slope) in rows.iter_mut().zip(slope) {
                row.push(slope);
            }
            let step = solved(rows).ok_or(PeaceError::Separated)?;
            let mut longest: f64 = 0.0;
            for (own, step) in coefficients.iter_mut().zip(step) {
                *own += step.clamp(-2.0, 2.0);
                longest = longest.max(step.abs() / (1.0 + own.abs()));
            }
            // Odds of e³⁰ stand for no odds at all: the data do not bound them.
            if predicted(cells, &coefficients).any(|(_, log)| log.abs() > 30.0) {
                return Err(PeaceError::Separated);
            }
            if longest < 1e-12 {
                return Self::at(cells, coefficients);
            }
        }
        Err(PeaceError::Separated)
    }

    /// The fit at its best coefficients.
    fn at(cells: &[Cell], coefficients: Vec<f64>) -> Result<Self, PeaceError> {
        let (rows, _) = normal(cells, &coefficients);
        let count = coefficients.len();
        let mut errors = Vec::with_capacity(count);
        for own in 0..count {
            let mut rows = rows.clone();
            for (k, row) in rows.iter_mut().enumerate() {
                row.push(f64::from(u8::from(k == own)));
            }
            let inverse = solved(rows).ok_or(PeaceError::Separated)?;
            // Nearly a sum of others: an error beyond every effect.
            if !(0.0..1e10).contains(&inverse[own]) {
                return Err(PeaceError::Separated);
            }
            errors.push(libm::sqrt(inverse[own]));
        }
        let deviance = predicted(cells, &coefficients).map(|(cell, log)| {
            let events = f64::from(cell.counts.events());
            let cases = f64::from(cell.counts.cases());
            let rate = 1.0 / (1.0 + libm::exp(-log));
            let term = |found: f64, expected: f64| {
                if found > 0.0 { found * libm::log(found / expected) } else { 0.0 }
            };
            2.0 * (term(events, cases * rate)
                + term(cases - events, cases * (1.0 - rate)))
        });
        let deviance = deviance.sum::<f64>().max(0.0);
        let freedom = cells.len().saturating_sub(count);
        Ok(Self { coefficients, errors, deviance, freedom })
    }

    /// The constant: the logarithm of the odds where no feature is there.
    pub fn constant(&self) -> f64 {
        self.coefficients[0]
    }

    /// What each feature adds to it, in the order of the cells' features.
    pub fn effects(&self) -> &[f64] {
        &self.coefficients[1..]
    }

    /// The standard errors of the constant and of the effects.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// How far the cells lie from the fit: twice what the likelihood lacks. About as large
    /// as the [freedom](Self::freedom) when the fit is right; much more refutes it.
    pub const fn deviance(&self) -> f64 {
        self.deviance
    }

    /// How many cells there are beyond what was fitted.
    pub const fn freedom(&self) -> usize {
        self.freedom
    }
}

/// Each cell and the logarithm of its odds.
fn predicted<'a>(
    cells: &'a [Cell],
    coefficients: &'a [f64],
) -> impl Iterator<Item = (&'a Cell, f64)> {
    cells.iter().map(|cell| {
        let effects = cell.features.iter().zip(&coefficients[1..]);
        let sum: f64 = effects.map(|(x, effect)| x.value() * effect).sum();
        (cell, coefficients[0] + sum)
    })
}

/// The information of the cells and the slope of the likelihood.
fn normal(cells: &[Cell], coefficients: &[f64]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let count = coefficients.len();
    let (mut rows, mut slope) = (vec![vec![0.0; count]; count], vec![0.0; count]);
    let mut features = vec![1.0; count];
    for (cell, log) in predicted(cells, coefficients) {
        for (own, feature) in features[1..].iter_mut().zip(&cell.features) {
            *own = feature.value();
        }
        let cases = f64::from(cell.counts.cases());
        let rate = 1.0 / (1.0 + libm::exp(-log));
        let weight = cases * rate * (1.0 - rate);
        let lack = f64::from(cell.counts.events()) - cases * rate;
        for (i, row) in rows.iter_mut().enumerate() {
            slope[i] += features[i] * lack;
            for (x, feature) in row.iter_mut().zip(&features) {
                *x += weight * features[i] * feature;
            }
        }
    }
    (rows, slope)
}
