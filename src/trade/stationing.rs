//! Troops and growth: two stories with one slope.

use serde::Serialize;

use super::TradeError;
use crate::numbers::{Amount, Payoff};

/// A country, the growth it would have by itself in points a year, and the foreign
/// troops that are stationed there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Host {
    /// Growth without them.
    pub promise: Payoff,
    /// How many there are.
    pub troops: Amount,
}

by_name!(Host { promise: Payoff, troops: Amount });

/// Hosts, and what ten times the troops add to growth. With an effect and equal
/// promise, troops bring growth; without one, and sent where promise is, they follow it.
/// Ours, after the finding of Jones-Kane-2012.
///
/// ```
/// use demarche::numbers::{Amount, Payoff};
/// use demarche::trade::{Host, Stationing};
/// let host = |promise: f64, troops| -> Result<Host, demarche::numbers::NumberError> {
///     Ok(Host { promise: Payoff::new(promise)?, troops: Amount::new(troops)? })
/// };
/// let third = Payoff::new(1.0 / 3.0)?;
/// let bring = Stationing { hosts: vec![host(2.0, 9.0)?, host(2.0, 999.0)?], effect: third };
/// let none = Payoff::new(0.0)?;
/// let follow = Stationing {
///     hosts: vec![host(2.0 + 1.0 / 3.0, 9.0)?, host(3.0, 999.0)?],
///     effect: none,
/// };
/// // Nobody who sees troops and growth can tell them apart.
/// assert!((bring.slope()? - follow.slope()?).abs() < 1e-12);
/// // Whoever sends them home can.
/// assert!(bring.lost_without_troops() > 0.5 && follow.lost_without_troops() == 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Stationing {
    /// The countries.
    pub hosts: Vec<Host>,
    /// What ten times the troops add to yearly growth, in points.
    pub effect: Payoff,
}

by_name!(Stationing { hosts: Vec<Host>, effect: Payoff });

impl Stationing {
    /// A host's growth, in points a year: its promise and the effect times
    /// log₁₀(troops + 1).
    pub fn growth(&self, host: Host) -> f64 {
        host.promise.value() + self.effect.value() * tens(host)
    }

    /// What a regression of growth on log₁₀(troops + 1) finds: points of growth for ten
    /// times the troops.
    ///
    /// # Errors
    /// When no two hosts differ in troops.
    pub fn slope(&self) -> Result<f64, TradeError> {
        let count = self.hosts.len() as f64;
        let mean = |of: &dyn Fn(Host) -> f64| {
            self.hosts.iter().map(|&host| of(host)).sum::<f64>() / count
        };
        // Counted from the first, so that equal troops leave nothing but zeros.
        let first = self.hosts.first().map_or(0.0, |&host| tens(host));
        let apart = |host| tens(host) - first;
        let x = mean(&apart);
        let with = mean(&|host| (apart(host) - x) * self.growth(host));
        let alone = mean(&|host| (apart(host) - x) * apart(host));
        // Without hosts the mean is no number.
        if alone > 0.0 { Ok(with / alone) } else { Err(TradeError::NoContrast) }
    }

    /// By how much the hosts' growth falls on average, in points, if the troops go home.
    pub fn lost_without_troops(&self) -> f64 {
        let lost = |&host: &Host| self.effect.value() * tens(host);
        let count = self.hosts.len().max(1) as f64;
        self.hosts.iter().map(lost).sum::<f64>() / count
    }
}

fn tens(host: Host) -> f64 {
    libm::log10(host.troops.value() + 1.0)
}
