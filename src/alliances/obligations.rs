//! What a treaty of alliance promises, and how much that is on one scale.

use core::fmt::{self, Write as _};
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::AlliancesError;
use crate::words::words;

words! {
    /// What a state can promise to another that comes into a war, as ATOP sorts it.
    Obligation: "an obligation" {
        /// To fight beside it when it is attacked.
        Defence = "defence" or "defense",
        /// To fight beside it when it attacks.
        Offence = "offence" or "offense",
        /// Not to help its enemy.
        Neutrality = "neutrality" or "neutral",
        /// Not to attack it.
        Nonaggression = "non-aggression" or "nonagg",
        /// To talk before acting.
        Consultation = "consultation" or "consul" or "entente",
    }
}

impl Obligation {
    /// D, O, N, X or C, as tables write it.
    pub const fn letter(self) -> char {
        match self {
            Self::Defence => 'D',
            Self::Offence => 'O',
            Self::Neutrality => 'N',
            Self::Nonaggression => 'X',
            Self::Consultation => 'C',
        }
    }
}

words! {
    /// How a set of obligations becomes one number. Whether it should is disputed: most
    /// treaties promise several things, and neither order is given by nature.
    Scale: "a scale" {
        /// 3 for defence, 2 for neutrality or non-aggression, 1 for consultation: the
        /// scale of the Correlates of War. It has no offence; we count that as defence.
        Cow = "COW",
        /// 3 for defence or offence, 2 for neutrality or consultation, 1 for a bare
        /// promise not to attack.
        Atop = "ATOP",
        /// 1 for any promise at all.
        Any = "any",
    }
}

impl Scale {
    /// The level of the most that can be promised.
    pub const fn highest(self) -> u8 {
        match self {
            Self::Cow | Self::Atop => 3,
            Self::Any => 1,
        }
    }

    const fn level(self, obligation: Obligation) -> u8 {
        use Obligation as O;
        match (self, obligation) {
            (Self::Any, _)
            | (Self::Cow, O::Consultation)
            | (Self::Atop, O::Nonaggression) => 1,
            (Self::Cow, O::Neutrality | O::Nonaggression)
            | (Self::Atop, O::Neutrality | O::Consultation) => 2,
            (_, O::Defence | O::Offence) => 3,
        }
    }
}

/// A set of obligations: what one state owes another. As text its letters, and `-` for
/// nothing; in JSON and TOML the list of its words.
///
/// ```
/// use demarche::alliances::{Obligation, Obligations, Scale};
/// // What every member of the Warsaw Treaty owed every other.
/// let owed: Obligations = "DXC".parse()?;
/// assert!(owed.includes(Obligation::Defence));
/// // Both scales call that the most; they differ on a promise to talk.
/// assert_eq!((owed.level(Scale::Cow), owed.level(Scale::Atop)), (3, 3));
/// let talk = Obligations::of(&[Obligation::Consultation]);
/// assert_eq!((talk.level(Scale::Cow), talk.level(Scale::Atop)), (1, 2));
/// # Ok::<(), demarche::alliances::AlliancesError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Obligations(u8);

impl Obligations {
    /// Nothing is owed.
    pub const NONE: Self = Self(0);

    /// These obligations; one that is named twice is owed once.
    pub fn of(obligations: &[Obligation]) -> Self {
        Self(obligations.iter().fold(0, |set, &one| set | bit(one)))
    }

    /// What either of the two promises.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether this is among them.
    pub const fn includes(self, obligation: Obligation) -> bool {
        self.0 & bit(obligation) != 0
    }

    /// Whether nothing is owed.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The obligations, in the order of [`Obligation::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Obligation> {
        Obligation::ALL.into_iter().filter(move |&one| self.includes(one))
    }

    /// The level of the most that is promised, 0 for nothing.
    pub fn level(self, scale: Scale) -> u8 {
        self.iter().map(|one| scale.level(one)).max().unwrap_or(0)
    }
}

const fn bit(obligation: Obligation) -> u8 {
    1 << obligation as u8
}

impl fmt::Display for Obligations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return f.write_char('-');
        }
        self.iter().try_for_each(|one| f.write_char(one.letter()))
    }
}

impl FromStr for Obligations {
    type Err = AlliancesError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let told = || AlliancesError::NoSuchLetter { found: text.to_owned() };
        match text.trim() {
            "-" => Ok(Self::NONE),
            "" => Err(told()),
            letters => letters.chars().try_fold(Self::NONE, |set, letter| {
                let mut all = Obligation::ALL.into_iter();
                let one = all.find(|one| one.letter().eq_ignore_ascii_case(&letter));
                one.map(|one| Self(set.0 | bit(one))).ok_or_else(told)
            }),
        }
    }
}

impl Serialize for Obligations {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Obligations {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<Obligation>::deserialize(from).map(|all| Self::of(&all))
    }
}
