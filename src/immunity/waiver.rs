//! What the sending state has given up, measure by measure.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ImmunityError;
use super::case::Measure;
use crate::words::WordError;

/// What the sending state has expressly given up (VCDR 32, VCCR 45), measure by
/// measure. Nobody else can give it up.
///
/// ```
/// use demarche::immunity::{Measure, Waiver};
/// let georgia: Waiver = "P".parse()?;
/// assert!(georgia.lifts(Measure::Prosecute));
/// assert!(!georgia.lifts(Measure::Sue));
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Waiver(u8);

impl Waiver {
    /// Nothing is given up.
    pub const NONE: Self = Self(0);

    /// This waiver and one more; a ticket needs none and changes nothing.
    #[must_use]
    pub const fn with(self, measure: Measure) -> Self {
        if measure.letter().is_none() { self } else { Self(self.0 | measure.bit()) }
    }

    /// This waiver without one.
    #[must_use]
    pub const fn without(self, measure: Measure) -> Self {
        Self(self.0 & !measure.bit())
    }

    /// Whether the measure is expressly named.
    pub const fn lifts(self, measure: Measure) -> bool {
        self.0 & measure.bit() != 0
    }

    /// All 64 waivers.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..0x80_u8).map(Self).filter(|waiver| !waiver.lifts(Measure::Citation))
    }
}

impl fmt::Display for Waiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::NONE {
            return f.write_str("-");
        }
        let named = Measure::ALL.iter().filter(|measure| self.lifts(**measure));
        let letters: String = named.filter_map(|measure| measure.letter()).collect();
        f.write_str(&letters)
    }
}

impl FromStr for Waiver {
    type Err = ImmunityError;

    /// Letters A (arrest), H (home), T or W (witness), P (prosecution), S (suit),
    /// X or E (execution); `-` or nothing for none.
    fn from_str(text: &str) -> Result<Self, ImmunityError> {
        let text = text.trim();
        if matches!(text, "" | "-" | "none") {
            return Ok(Self::NONE);
        }
        text.chars().try_fold(Self::NONE, |waiver, letter| {
            let letter = match letter.to_ascii_uppercase() {
                'W' => 'T',
                'E' => 'X',
                other => other,
            };
            let measure = Measure::ALL.iter().find(|m| m.letter() == Some(letter));
            measure.map(|m| waiver.with(*m)).ok_or_else(|| {
                ImmunityError::from(WordError {
                    expected: "a waiver in the letters A, H, T, P, S, X, or -"
                        .to_owned(),
                    found: text.to_owned(),
                })
            })
        })
    }
}

as_text!(Waiver, ImmunityError);
