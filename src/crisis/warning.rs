//! Forecasts: how good they are, and what they are worth.

use serde::Serialize;

use super::{CrisisError, counted};
use crate::numbers::Probability;

/// A forecast and whether the thing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Forecast {
    /// How likely it was said to be.
    pub chance: Probability,
    /// Whether it came.
    pub came: bool,
}

by_name!(Forecast { chance: Probability, came: bool });

/// How good a list of forecasts was.
///
/// ```
/// use demarche::crisis::{Forecast, Scores};
/// use demarche::numbers::Probability;
/// let forecast = |chance, came| Forecast { chance: Probability::new(chance).unwrap(), came };
/// let list = [forecast(0.8, true), forecast(0.4, false), forecast(0.1, false)];
/// let scores = Scores::of(&list)?;
/// assert!((scores.brier() - (0.04 + 0.16 + 0.01) / 3.0).abs() < 1e-12);
/// // It ranks the one that came above both that did not.
/// assert_eq!(scores.ranks(), Some(1.0));
/// # Ok::<(), demarche::crisis::CrisisError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scores(Vec<Forecast>);

/// Murphy's parts of a Brier score: it is reliability less resolution plus uncertainty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Parts {
    /// How far what was said lies from what then came; 0 is best.
    pub reliability: f64,
    /// How far what came, for what was said, differs from what comes on the whole; more
    /// is better.
    pub resolution: f64,
    /// How uncertain the matter is, whoever forecasts.
    pub uncertainty: f64,
}

impl Scores {
    /// Takes the forecasts.
    ///
    /// # Errors
    /// Without a forecast, or with more than 100,000.
    pub fn of(forecasts: &[Forecast]) -> Result<Self, CrisisError> {
        counted("forecasts", (1, 100_000), forecasts.len())?;
        Ok(Self(forecasts.to_vec()))
    }

    fn mean(&self, of: impl Fn(&Forecast) -> f64) -> f64 {
        self.0.iter().map(of).sum::<f64>() / self.0.len() as f64
    }

    /// How often it came.
    pub fn base_rate(&self) -> f64 {
        self.mean(|forecast| f64::from(forecast.came))
    }

    /// The mean squared error, 0 at best (Brier).
    pub fn brier(&self) -> f64 {
        self.mean(|forecast| {
            let error = forecast.chance.value() - f64::from(forecast.came);
            error * error
        })
    }

    /// By which part it is better than always saying the base rate; below 0 it is worse.
    /// `None` when the thing always came, or never.
    pub fn skill(&self) -> Option<f64> {
        let rate = self.base_rate();
        let uncertainty = rate * (1.0 - rate);
        (uncertainty > 0.0).then(|| 1.0 - self.brier() / uncertainty)
    }

    /// The mean of minus the logarithm of what was said of what came; infinite for
    /// whoever was sure and wrong.
    pub fn log_score(&self) -> f64 {
        self.mean(|forecast| {
            let chance = forecast.chance;
            let said = if forecast.came { chance } else { chance.complement() };
            -libm::log(said.value())
        })
    }

    /// The chance that one that came was ranked above one that did not, ties half (the
    /// area under the ROC curve). `None` when the thing always came, or never.
    pub fn ranks(&self) -> Option<f64> {
        let mut sorted: Vec<&Forecast> = self.0.iter().collect();
        sorted.sort_by_key(|forecast| forecast.chance);
        let (mut pairs, mut none_below) = (0.0, 0.0);
        for equal in sorted.chunk_by(|a, b| a.chance == b.chance) {
            let came = equal.iter().filter(|forecast| forecast.came).count() as f64;
            let none = equal.len() as f64 - came;
            pairs += came * (none_below + none / 2.0);
            none_below += none;
        }
        let all = (self.0.len() as f64 - none_below) * none_below;
        (all > 0.0).then(|| pairs / all)
    }

    /// The mean, over those that came, of how many of all that were ranked as high came
    /// too (average precision, ties taken together). `None` when nothing came.
    pub fn precision(&self) -> Option<f64> {
        let mut sorted: Vec<&Forecast> = self.0.iter().collect();
        sorted.sort_by_key(|forecast| core::cmp::Reverse(forecast.chance));
        let (mut sum, mut ranked, mut hits) = (0.0, 0.0, 0.0);
        for equal in sorted.chunk_by(|a, b| a.chance == b.chance) {
            let came = equal.iter().filter(|forecast| forecast.came).count() as f64;
            ranked += equal.len() as f64;
            hits += came;
            sum += came * hits / ranked;
        }
        (hits > 0.0).then(|| sum / hits)
    }

    /// The Brier score's parts, over the different chances that were said (Murphy-1973).
    pub fn parts(&self) -> Parts {
        let mut sorted: Vec<&Forecast> = self.0.iter().collect();
        sorted.sort_by_key(|forecast| forecast.chance);
        let (rate, all) = (self.base_rate(), self.0.len() as f64);
        let (mut reliability, mut resolution) = (0.0, 0.0);
        for equal in sorted.chunk_by(|a, b| a.chance == b.chance) {
            let came = equal.iter().filter(|forecast| forecast.came).count() as f64;
            let count = equal.len() as f64;
            let (said, then) = (equal[0].chance.value(), came / count);
            reliability += count * (said - then) * (said - then);
            resolution += count * (then - rate) * (then - rate);
        }
        Parts {
            reliability: reliability / all,
            resolution: resolution / all,
            uncertainty: rate * (1.0 - rate),
        }
    }
}

/// A warning that is given or not.
///
/// ```
/// use demarche::crisis::Warning;
/// use demarche::numbers::Probability;
/// let chance = |x| Probability::new(x);
/// // Right in four cases of five, both ways; wars in one of fifty.
/// let warning = Warning { hits: chance(0.8)?, false_alarms: chance(0.2)? };
/// assert!((warning.believed(chance(0.02)?).unwrap().value() - 0.0755).abs() < 1e-4);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Warning {
    /// The chance that a war was warned of.
    pub hits: Probability,
    /// The chance that a peace was.
    pub false_alarms: Probability,
}

by_name!(Warning { hits: Probability, false_alarms: Probability });

impl Warning {
    /// The chance of war when it is given, if wars come at this rate (Bayes); `None` when
    /// it is never given.
    pub fn believed(self, rate: Probability) -> Option<Probability> {
        let right = rate.value() * self.hits.value();
        let given = right + rate.complement().value() * self.false_alarms.value();
        (given > 0.0).then(|| Probability::of_valid(right / given))
    }

    /// What it is worth to heed it, from 1 for perfect foresight to 0 for knowing the
    /// rate alone, and less where the rate alone does better. Wars come at `rate`; to
    /// prevent one costs the part `cost` of what it would destroy. `None` where knowing
    /// all is worth nothing.
    pub fn worth(self, rate: Probability, cost: Probability) -> Option<f64> {
        let (s, a) = (rate.value(), cost.value());
        let heeded = self.false_alarms.value() * a * (1.0 - s)
            + self.hits.value() * s * a
            + (1.0 - self.hits.value()) * s;
        let blind = a.min(s);
        let perfect = s * a;
        (blind > perfect).then(|| (blind - heeded) / (blind - perfect))
    }
}
