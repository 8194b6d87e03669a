//! Chances of different things over different times, which do not add up.

use core::fmt;
use core::marker::PhantomData;

use serde::{Serialize, Serializer};

use crate::numbers::Probability;

/// Over what a chance runs.
pub trait Horizon {
    /// In words, behind the number.
    const TOLD: &'static str;
}

macro_rules! horizons {
    ($($(#[$docs:meta])* $name:ident: $told:literal,)+) => { $(
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {}
        impl Horizon for $name {
            const TOLD: &'static str = $told;
        }
    )+ };
}

horizons! {
    /// One demand, and its answer.
    Round: "in this round",
    /// A year of a pair of states.
    Year: "in a year",
    /// Until one of two things has come.
    Race: "before the council",
}

/// How likely something is over one horizon. Two of one kind compare; two of different
/// kinds do not, and none add up.
///
/// ```
/// use demarche::briefing::{Chance, Race, Round};
/// use demarche::numbers::Probability;
/// let half = Probability::new(0.5)?;
/// assert_eq!(Chance::<Round>::new(half).to_string(), "50.0% in this round");
/// assert!(Chance::<Race>::new(half) > Chance::new(Probability::new(0.4)?));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
///
/// A round beside a year is no question:
///
/// ```compile_fail,E0308
/// use demarche::briefing::{Chance, Round, Year};
/// use demarche::numbers::Probability;
/// let half = Probability::new(0.5).unwrap();
/// let more = Chance::<Round>::new(half) > Chance::<Year>::new(half);
/// ```
///
/// Nor is a sum, even of two years:
///
/// ```compile_fail,E0369
/// use demarche::briefing::{Chance, Year};
/// use demarche::numbers::Probability;
/// let half = Probability::new(0.5).unwrap();
/// let both = Chance::<Year>::new(half) + Chance::<Year>::new(half);
/// ```
#[derive(Debug)]
pub struct Chance<H> {
    value: Probability,
    horizon: PhantomData<H>,
}

impl<H: Horizon> Chance<H> {
    /// A chance over this horizon.
    pub const fn new(value: Probability) -> Self {
        Self { value, horizon: PhantomData }
    }

    /// The bare probability, for who knows what it is one of.
    pub const fn value(self) -> Probability {
        self.value
    }

    /// In the words of a desk: seven of them, from *almost surely not* to *almost
    /// surely*. The bounds are ours.
    pub const fn word(self) -> &'static str {
        match self.value.value() {
            x if x < 0.02 => "almost surely not",
            x if x < 0.2 => "unlikely",
            x if x < 0.45 => "rather not",
            x if x <= 0.55 => "even odds",
            x if x <= 0.8 => "rather likely",
            x if x <= 0.98 => "likely",
            _ => "almost surely",
        }
    }
}

// By hand, since a derive would ask the same of the horizon.
impl<H> Clone for Chance<H> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H> Copy for Chance<H> {}

impl<H> PartialEq for Chance<H> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<H> PartialOrd for Chance<H> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.value.cmp(&other.value))
    }
}

impl<H: Horizon> fmt::Display for Chance<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1}% {}", 100.0 * self.value.value(), H::TOLD)
    }
}

impl<H> Serialize for Chance<H> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(to)
    }
}

/// The three chances of an affair: side by side, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Chances {
    /// That the one demand of the chapter on crisis is refused, and there is war.
    pub war: Chance<Round>,
    /// That a pair like this one begins a dispute.
    pub dispute: Chance<Year>,
    /// That war is there before the council has decided.
    pub late: Chance<Race>,
}
