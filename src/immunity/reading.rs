//! Where the text is silent or courts differ: open readings as switches.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ImmunityError;
use crate::words::words;

words! {
    /// One question that text, courts or governments answer in two ways. Each has a
    /// plain reading, the one this chapter starts from, and another.
    Issue: "an open reading" {
        /// Is holding a domestic worker in servitude a commercial activity in the
        /// sense of VCDR 31(1)(c)? Plain: no (Tabion-1996). Other: yes (Basfar-2022).
        Commerce = "commerce",
        /// May family be better protected than a sponsor who is bound to the host?
        /// Plain: yes, VCDR 37(1) excludes only nationals. Other: never above the
        /// sponsor, as VCCR 71(2) has it for consuls.
        FamilyCap = "family cap",
        /// Does a waiver of criminal jurisdiction also lift inviolability? Plain: no,
        /// VCDR 32 names jurisdiction only. Other: yes, as practice mostly has it.
        ArrestWaiver = "arrest waiver",
        /// May an agent who is a local decline to testify on official acts? Plain: no,
        /// VCDR 38(1) does not name VCDR 31(2). Other: yes.
        LocalWitness = "local witness",
        /// Is a clerk's private debt open to execution once it is open to suit?
        /// Plain: yes, execution follows the suit. Other: no, VCDR 37(2) cuts back
        /// 31(1) and leaves 31(3) whole.
        ClerkExecution = "clerk execution",
        /// May service staff be arrested for an act on duty? Plain: yes, VCDR 37(3)
        /// has no inviolability. Other: no, "immunity" covers it.
        ServiceArrest = "service arrest",
        /// What does an objection do to a reservation? Plain: the provision falls
        /// away between the two (VCLT 21(3)). Other: the reservation fails and the
        /// provision stands, as New Zealand told China.
        Objection = "objection",
        /// May a former mission's building be searched after a rupture? Plain: yes,
        /// status ended (London, 1984). Other: no, VCDR 45(a) says respect.
        Rupture = "rupture",
        /// May a bag be scanned? Plain: yes, VCDR 27(3) forbids opening and
        /// detaining. Other: no, scanning is opening by other means.
        Scan = "scan",
        /// Is a road-pricing charge a payment for a service? Plain: yes, so it is
        /// owed (VCDR 34(e)). Other: no, it is a tax.
        RoadCharge = "road charge",
    }
}

impl Issue {
    /// The plain reading and the other one, each in a few words.
    pub const fn sides(self) -> (&'static str, &'static str) {
        match self {
            Self::Commerce => (
                "keeping a servant is no commercial activity (United States, 1996)",
                "exploiting a servant is a commercial activity (United Kingdom, 2022)",
            ),
            Self::FamilyCap => (
                "family of a local agent keeps all that VCDR 37(1) gives",
                "family is never better protected than the sponsor",
            ),
            Self::ArrestWaiver => (
                "a waiver of jurisdiction does not lift inviolability",
                "a waiver of criminal jurisdiction lifts inviolability too",
            ),
            Self::LocalWitness => (
                "a local agent must testify",
                "a local agent may decline on official acts",
            ),
            Self::ClerkExecution => (
                "execution against a clerk follows the suit",
                "execution against a clerk stays barred",
            ),
            Self::ServiceArrest => (
                "service staff may be arrested for acts on duty",
                "service staff may not be arrested for acts on duty",
            ),
            Self::Objection => (
                "an objection takes the provision away between the two states",
                "an objection leaves the provision standing",
            ),
            Self::Rupture => (
                "after the rupture the building may be searched",
                "after the rupture the building stays closed",
            ),
            Self::Scan => ("scanning a bag is allowed", "scanning is opening"),
            Self::RoadCharge => {
                ("a road charge pays for a service", "a road charge is a tax")
            }
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A choice of side on every [`Issue`]; the default takes the plain side everywhere.
///
/// ```
/// use demarche::immunity::{Issue, Reading};
/// let london: Reading = "Commerce".parse()?;
/// assert!(london.other_side(Issue::Commerce));
/// assert_eq!(london.to_string(), "commerce");
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Reading(u16);

impl Reading {
    /// The plain side of every issue.
    pub const PLAIN: Self = Self(0);

    /// Whether the other side of this issue is taken.
    pub const fn other_side(self, issue: Issue) -> bool {
        self.0 & issue.bit() != 0
    }

    /// The same reading with one issue turned to its other side.
    #[must_use]
    pub const fn turned(self, issue: Issue) -> Self {
        Self(self.0 ^ issue.bit())
    }

    /// The same reading with one issue on the side that is named.
    #[must_use]
    pub const fn with(self, issue: Issue, other_side: bool) -> Self {
        if self.other_side(issue) == other_side { self } else { self.turned(issue) }
    }

    /// The side of an issue that this reading does not take, in a few words.
    pub const fn against(self, issue: Issue) -> &'static str {
        let (plain, other) = issue.sides();
        if self.other_side(issue) { plain } else { other }
    }

    /// All 1024 readings.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..1 << Issue::ALL.len()).map(Self)
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let turned = Issue::ALL.iter().filter(|issue| self.other_side(**issue));
        let named: Vec<&str> = turned.map(|issue| issue.word()).collect();
        f.pad(&if named.is_empty() { "plain".to_owned() } else { named.join("+") })
    }
}

impl FromStr for Reading {
    type Err = ImmunityError;

    /// The issues that are turned, joined by `+`; `plain` for none.
    fn from_str(text: &str) -> Result<Self, ImmunityError> {
        if matches!(text.trim(), "" | "plain" | "-") {
            return Ok(Self::PLAIN);
        }
        text.split('+').try_fold(Self::PLAIN, |reading, word| {
            Ok(reading.with(word.parse()?, true))
        })
    }
}

as_text!(Reading, ImmunityError);
