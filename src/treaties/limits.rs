//! An arms race under agreed cuts, until somebody leaves.

use serde::Serialize;

use crate::crisis::Race;
use crate::numbers::{Share, Time};

/// A race that a treaty slows for some years: each side answers the other's arms by its
/// own part less. Then the race goes on from where it stands. The cuts are ours, the race
/// is Richardson's. Source: Richardson-1960.
///
/// ```
/// use demarche::crisis::Race;
/// use demarche::numbers::{Share, Time};
/// use demarche::treaties::Limits;
/// let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
/// let cuts = [Share::new(0.4)?; 2];
/// let five = Limits { race, cuts, until: Time::new(5.0)? };
/// let [x, _] = five.at([0.0; 2], Time::new(10.0)?);
/// let [free, _] = race.at([0.0; 2], Time::new(10.0)?);
/// // Five bought years stay bought.
/// assert!((x - 58.833).abs() < 1e-3 && (free - 201.153).abs() < 1e-3);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Limits {
    /// The race without a treaty.
    pub race: Race,
    /// The part by which each answers less.
    pub cuts: [Share; 2],
    /// How long it holds.
    pub until: Time,
}

by_name!(Limits { race: Race, cuts: [Share; 2], until: Time });

impl Limits {
    /// The race while the treaty holds.
    #[must_use]
    pub fn held(&self) -> Race {
        self.race.with_cuts(self.cuts)
    }

    /// The arms of both after some time.
    pub fn at(&self, from: [f64; 2], after: Time) -> [f64; 2] {
        let held = self.held();
        if after <= self.until {
            return held.at(from, after);
        }
        let since = after.value() - self.until.value();
        self.race.at(held.at(from, self.until), Time::of_valid(since))
    }
}
