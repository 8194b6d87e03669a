//! What states have, and one number of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::numbers::Amount;
use crate::words::words;

words! {
    /// What the Correlates of War count of a state.
    Part: "a part of capability" {
        /// Military spending.
        Spending = "military spending" or "milex",
        /// Soldiers.
        Personnel = "military personnel" or "milper",
        /// Iron and steel.
        Steel = "iron and steel" or "irst",
        /// Energy consumed.
        Energy = "energy" or "pec",
        /// All people.
        Population = "population" or "tpop",
        /// People in large towns.
        Towns = "urban population" or "upop",
    }
}

const PARTS: usize = Part::ALL.len();
/// What is not known: below every amount.
const MISSING: f64 = -1.0;

/// What one state has of each part in a year, as far as it is known.
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::{Components, Part};
/// let known = Components::NONE.with(Part::Steel, Amount::new(54.0)?);
/// assert_eq!(known.amount(Part::Steel), Some(Amount::new(54.0)?));
/// assert_eq!(known.amount(Part::Towns), None);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Components([f64; PARTS]);

impl Components {
    /// Nothing is known.
    pub const NONE: Self = Self([MISSING; PARTS]);

    /// The same with this amount of a part.
    #[must_use]
    pub const fn with(mut self, part: Part, amount: Amount) -> Self {
        self.0[part as usize] = amount.value();
        self
    }

    /// How much it has of a part, if that is known.
    pub fn amount(&self, part: Part) -> Option<Amount> {
        Amount::new(self.0[part as usize]).ok()
    }
}

impl Serialize for Components {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let known = Part::ALL.into_iter().filter_map(|part| {
            self.amount(part).map(|amount| (part.word(), amount))
        });
        to.collect_map(known)
    }
}

impl<'de> Deserialize<'de> for Components {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Fields {
            spending: Option<Amount>,
            personnel: Option<Amount>,
            steel: Option<Amount>,
            energy: Option<Amount>,
            population: Option<Amount>,
            towns: Option<Amount>,
        }
        let crate::doors::Table(f) = Deserialize::deserialize(from)?;
        let Fields { spending, personnel, steel, energy, population, towns } = f;
        let known = [spending, personnel, steel, energy, population, towns];
        Ok(Self(known.map(|amount| amount.map_or(MISSING, Amount::value))))
    }
}

/// The composite index of national capability: each state's mean share of the parts that
/// are known of it. With gaps the shares sum to more than 1 (Singer-1972).
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::{Components, Part, cinc};
/// let state = |steel: f64, energy: f64| {
///     let amount = |x| Amount::new(x).unwrap();
///     Components::NONE.with(Part::Steel, amount(steel)).with(Part::Energy, amount(energy))
/// };
/// let two = cinc(&[state(10.0, 1.0), state(4.0, 4.0)]);
/// // The second is ahead. A third joins, and neither has done anything:
/// let three = cinc(&[state(10.0, 1.0), state(4.0, 4.0), state(0.0, 45.0)]);
/// assert!(two[0] < two[1] && three[0] > three[1]);
/// ```
pub fn cinc(states: &[Components]) -> Vec<f64> {
    let parts = per_total(states);
    let index = |state: &Components| {
        let (mut sum, mut known) = (0.0, 0.0);
        for (amount, part) in state.0.iter().zip(parts) {
            // Without a branch: what is missing is as good as random.
            sum += amount.max(0.0) * part;
            known += f64::from(u8::from(*amount >= 0.0));
        }
        sum / f64::max(known, 1.0)
    };
    states.iter().map(index).collect()
}

/// One over the total of each part; 0 where nobody has any.
fn per_total(states: &[Components]) -> [f64; PARTS] {
    let mut totals = [0.0; PARTS];
    for state in states {
        for (total, amount) in totals.iter_mut().zip(state.0) {
            *total += amount.max(0.0);
        }
    }
    // What is smaller has no inverse.
    let per = |total| if total >= f64::MIN_POSITIVE { 1.0 / total } else { 0.0 };
    totals.map(per)
}

/// The same with the geometric mean over all parts that anybody has: who is ahead of whom
/// does not depend on who else is there (Kadera-Sorokin-2004). `None` for a state that
/// has nothing of one of them, or of which one is not known.
pub fn ginc(states: &[Components]) -> Vec<Option<f64>> {
    let parts = per_total(states);
    let index = |state: &Components| {
        let (mut logs, mut count) = (0.0, 0.0);
        for (amount, part) in state.0.iter().zip(parts) {
            if part > 0.0 {
                logs += libm::log(amount.max(0.0) * part);
                count += 1.0;
            }
        }
        (count > 0.0 && logs > f64::NEG_INFINITY).then(|| libm::exp(logs / count))
    };
    states.iter().map(index).collect()
}
