//! A norm that is kept by the threat to give it up, and alarms that may be false.

use serde::Serialize;

use crate::numbers::{Amount, Discount, Probability};

/// A norm of restraint among equals. Restraint brings each 1 a round, cheating 1 and the
/// temptation, and nothing holds once the norm is given up. Nobody sees who cheated; an
/// alarm is raised when somebody did, mostly, and sometimes when nobody did.
/// Sources: Green-Porter-1984, Abreu-Pearce-Stacchetti-1986; read into this case by us.
///
/// ```
/// use demarche::cyber::Norm;
/// let norm = |false_alarms| Norm::of(0.5, false_alarms, 0.6);
/// // Without false alarms it is kept from a patience of .45 on and is worth all.
/// assert!((norm(0.0)?.critical_patience().unwrap().value() - 0.5 / 1.1).abs() < 1e-12);
/// assert!((norm(0.0)?.worth() - 1.0).abs() < 1e-12);
/// // With four in ten none is, though nobody has cheated.
/// assert_eq!(norm(0.4)?.critical_patience(), None);
/// assert_eq!(norm(0.4)?.worth(), 0.0);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Norm {
    /// *g*: what cheating brings beside the 1 of restraint.
    pub temptation: Amount,
    /// *p*: how likely an alarm is when nobody cheats, by noise or by design.
    pub false_alarms: Probability,
    /// *q*: how likely an alarm is when somebody does.
    pub detection: Probability,
}

by_name!(Norm {
    temptation: Amount,
    false_alarms: Probability,
    detection: Probability,
});

/// Giving a norm up for some rounds after an alarm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Pause {
    /// For how many rounds.
    pub rounds: u32,
    /// What the norm is then worth a round, of 1.
    pub worth: f64,
}

impl Norm {
    /// A norm from bare numbers.
    ///
    /// # Errors
    /// When the temptation is negative or one of the others not between 0 and 1.
    pub fn of(
        temptation: f64,
        false_alarms: f64,
        detection: f64,
    ) -> Result<Self, crate::numbers::NumberError> {
        Ok(Self {
            temptation: Amount::new(temptation)?,
            false_alarms: Probability::new(false_alarms)?,
            detection: Probability::new(detection)?,
        })
    }

    const fn bare(self) -> (f64, f64, f64) {
        let (p, q) = (self.false_alarms.value(), self.detection.value());
        (self.temptation.value(), p, q)
    }

    /// The patience from which on the norm is kept if an alarm ends it for good:
    /// *g* / (*q* − *p* + *g* (1 − *p*)). `None` unless an alarm is more than 1 + *g*
    /// times as likely when somebody cheats.
    pub fn critical_patience(self) -> Option<Discount> {
        let (g, p, q) = self.bare();
        let critical = g / (q - p + g * (1.0 - p));
        // 0 over 0: where nothing tempts and nothing is seen, restraint is free.
        let critical = if g <= 0.0 { 0.0 } else { critical };
        (q >= p && critical >= 0.0).then(|| Discount::new(critical).ok()).flatten()
    }

    /// What the norm is worth a round if an alarm ends it for good: 1 until then.
    pub fn until_the_first(self, patience: Discount) -> f64 {
        let (delta, p) = (patience.value(), self.false_alarms.value());
        (1.0 - delta) / (1.0 - delta * (1.0 - p))
    }

    /// The most that a norm kept by alarms can be worth a round, however patient all are:
    /// 1 − *g* *p* / (*q* − *p*), or 0 where none is kept.
    pub fn worth(self) -> f64 {
        let (g, p, q) = self.bare();
        if g <= 0.0 || p <= 0.0 && q > 0.0 {
            return 1.0;
        }
        if q > p { (1.0 - g * p / (q - p)).max(0.0) } else { 0.0 }
    }

    /// From which rate of false alarms on no norm is kept: *q* / (1 + *g*).
    pub fn dies_at(self) -> Probability {
        let (g, _, q) = self.bare();
        Probability::of_valid(q / (1.0 + g))
    }

    /// The shortest pause after an alarm that keeps all from cheating, at this patience.
    /// `None` when not even the end of the norm would.
    ///
    /// ```
    /// use demarche::cyber::Norm;
    /// use demarche::numbers::Discount;
    /// let norm = Norm::of(0.5, 0.1, 0.6)?;
    /// let patience = Discount::new(0.9)?;
    /// // To end it at the first alarm leaves half of it, two rounds' pause four fifths.
    /// let pause = norm.shortest_pause(patience).unwrap();
    /// assert_eq!(pause.rounds, 2);
    /// assert!((norm.until_the_first(patience) - 0.526).abs() < 1e-3);
    /// assert!((pause.worth - 0.854).abs() < 1e-3);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn shortest_pause(self, patience: Discount) -> Option<Pause> {
        let (g, p, q) = self.bare();
        let delta = patience.value();
        let worth =
            |left: f64| (1.0 - delta) / (1.0 - delta * (1.0 - p) - p * delta * left);
        if g <= 0.0 {
            return Some(Pause { rounds: 0, worth: 1.0 });
        }
        if self.critical_patience().is_none_or(|critical| patience < critical) {
            return None;
        }
        // δᵀ may be this at most.
        let most = (delta * (q - p) - g * (1.0 - delta * (1.0 - p)))
            / (delta * (q - p - g * p));
        let rounds = libm::ceil(libm::log(most) / libm::log(delta) - 1e-9);
        if rounds > f64::from(u32::MAX) {
            return None;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and the largest"
        )]
        let whole = rounds.max(1.0) as u32;
        Some(Pause {
            rounds: whole,
            worth: worth(libm::pow(delta, f64::from(whole))),
        })
    }
}
