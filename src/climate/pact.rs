//! A treaty among like countries, and the sizes at which it is stable.

use serde::Serialize;

use super::{ClimateError, counted};
use crate::numbers::{Share, Size, at_least};
use crate::words::words;

words! {
    /// Who moves when.
    Timing: "a timing" {
        /// The members decide first and know how the rest will answer (Barrett-1994).
        Leader = "members first",
        /// All decide at once (Carraro-Siniscalco-1993).
        Together = "all at once",
    }
}

/// Like countries that abate. All of them gain by what is abated together, up to a limit
/// of 100; each pays for its own. What counts is *γ*, the slope of a country's cost over
/// the slope of the world's benefit: below 1 abating is cheap beside what it brings.
/// Source: Barrett-1994, re-derived from the payoffs.
///
/// ```
/// use demarche::climate::{Pact, Timing};
/// use demarche::numbers::Size;
/// let pact = |stakes| Pact::new(10, Size::new(stakes)?);
/// // Where little can be gained together all ten sign, where much four.
/// assert_eq!(pact(0.01)?.stable(Timing::Leader), [10]);
/// assert_eq!(pact(0.25)?.stable(Timing::Leader), [4]);
/// # Ok::<(), demarche::climate::ClimateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Pact {
    countries: u32,
    stakes: Size,
}

by_name!(Pact { countries: u32, stakes: Size } => Self::new(countries, stakes));

/// What comes of a treaty of some size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Outcome {
    /// How many have signed.
    pub members: u32,
    /// What a member abates; `None` without one.
    pub member_abates: Option<f64>,
    /// What an outsider abates; `None` without one.
    pub outsider_abates: Option<f64>,
    /// What all abate together, of 100.
    pub total: f64,
    /// What a member is left with.
    pub member_gains: Option<f64>,
    /// What an outsider is left with.
    pub outsider_gains: Option<f64>,
    /// What all are left with together.
    pub all_gain: f64,
}

/// What all could abate, and the slope of the world's benefit. Both only set units.
const LIMIT: f64 = 100.0;

impl Pact {
    /// The most countries.
    pub const MOST: u32 = 10_000;

    /// So many countries, and *γ*.
    ///
    /// # Errors
    /// With fewer than 2 countries or more than 10 000, or with a *γ* that is not between
    /// 10⁻⁶ and 10⁶, where sums of payoffs still tell one size from the next.
    pub fn new(countries: u32, stakes: Size) -> Result<Self, ClimateError> {
        counted("countries", (2, Self::MOST as usize), countries as usize)?;
        let found = stakes.value();
        if !(1e-6..=1e6).contains(&found) {
            let expected = "stakes between 0.000001 and 1000000";
            return Err(crate::numbers::NumberError::OutOfDomain {
                expected,
                found,
            }
            .into());
        }
        Ok(Self { countries, stakes })
    }

    /// How many countries there are.
    pub const fn countries(self) -> u32 {
        self.countries
    }

    /// *γ*.
    pub const fn stakes(self) -> Size {
        self.stakes
    }

    /// The same with less to gain from what is abated: whoever has adapted by this part
    /// is hurt by so much less. *γ* over one less the part.
    ///
    /// # Errors
    /// When that is more than a million.
    pub fn adapted(self, part: Share) -> Result<Self, ClimateError> {
        Self::new(
            self.countries,
            Size::new(self.stakes.value() / (1.0 - part.value()))?,
        )
    }

    /// What comes of it when so many have signed.
    ///
    /// # Panics
    /// When there are not so many countries.
    pub fn outcome(self, members: u32, timing: Timing) -> Outcome {
        assert!(members <= self.countries, "at most all countries sign");
        let (n, k) = (f64::from(self.countries), f64::from(members));
        let gamma = self.stakes.value();
        let (inside, outside) = match timing {
            Timing::Leader => {
                let part = k / n;
                let rest = gamma + 1.0 - part;
                let inside = LIMIT * part * part * n * gamma
                    / (rest * rest + part * part * n * gamma);
                (inside, (1.0 - part) * (LIMIT - inside) / rest)
            }
            Timing::Together => {
                let m = (k * k + n - k) / (n * gamma);
                let left = LIMIT / (1.0 + m);
                (k * k * left / (n * gamma), (n - k) * left / (n * gamma))
            }
        };
        let total = inside + outside;
        // The benefit's slope is 1, so the cost's is γ.
        let benefit = (LIMIT * total - total * total / 2.0) / n;
        let one = |all: f64, of: f64| (of > 0.0).then(|| all / of);
        let (member, outsider) = (one(inside, k), one(outside, n - k));
        let gains = |abates: f64| benefit - gamma * abates * abates / 2.0;
        let (member_gains, outsider_gains) =
            (member.map(gains), outsider.map(gains));
        Outcome {
            members,
            member_abates: member,
            outsider_abates: outsider,
            total,
            member_gains,
            outsider_gains,
            all_gain: k * member_gains.unwrap_or(0.0)
                + (n - k) * outsider_gains.unwrap_or(0.0),
        }
    }

    /// The sizes, from 1 on, at which no member gains by leaving and no outsider by
    /// joining, each taking the others' signatures as they are. Who is indifferent stays,
    /// in or out (d-Aspremont-1983). Size 1 is no treaty: nobody would sign with anybody.
    pub fn stable(self, timing: Timing) -> Vec<u32> {
        let losses: Vec<[f64; 2]> =
            (0..=self.countries).map(|k| self.losses(k, timing)).collect();
        let holds = |k: &u32| {
            let k = *k as usize;
            let [inside, _] = losses[k];
            let [_, left] = losses[k - 1];
            let stays = at_least(left, inside, inside.abs());
            // Strictly better for who comes in.
            let comes = losses.get(k + 1).is_some_and(|&[joined, _]| {
                let [_, outside] = losses[k];
                !at_least(joined, outside, outside.abs())
            });
            stays && !comes
        };
        (1..=self.countries).filter(holds).collect()
    }

    /// What a member and an outsider lose when so many have signed, beside having all
    /// abatement for nothing if *γ* is at most 1 and beside having none if it is more: the
    /// smaller number of the two. Payoffs of neighbouring sizes may agree in all their
    /// digits; these do not.
    fn losses(self, members: u32, timing: Timing) -> [f64; 2] {
        let (n, k) = (f64::from(self.countries), f64::from(members));
        let gamma = self.stakes.value();
        let (rest, inside, outside) = match timing {
            Timing::Leader => {
                let part = k / n;
                let rest = gamma + 1.0 - part;
                let whole = rest * rest + part * part * n * gamma;
                (gamma * rest / whole, part * gamma / whole, rest / (whole * n))
            }
            Timing::Together => {
                let rest = 1.0 / (1.0 + (k * k + n - k) / (n * gamma));
                (rest, k * rest / (n * gamma), rest / (n * gamma))
            }
        };
        let total = k * inside + (n - k) * outside;
        let common = if gamma > 1.0 {
            total * (total / 2.0 - 1.0)
        } else {
            rest * rest / 2.0
        };
        [inside, outside].map(|q| common + gamma * n * q * q / 2.0)
    }

    /// Which part of the gap between nobody's signing and everybody's a treaty of this
    /// size closes, in what all gain.
    ///
    /// # Panics
    /// When there are not so many countries.
    pub fn gap_closed(self, members: u32, timing: Timing) -> f64 {
        let all = |k| self.outcome(k, timing).all_gain;
        (all(members) - all(0)) / (all(self.countries) - all(0))
    }
}
