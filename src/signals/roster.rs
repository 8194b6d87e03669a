//! The strategies that have names.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Machine, SignalsError, State, surely};
use crate::numbers::Probability;

/// A strategy of the literature, by its name. Written and parsed in lower case with
/// hyphens; a probability follows a colon, as in `generous:1/3`.
///
/// ```
/// use demarche::signals::Named;
/// let tft: Named = "tit-for-tat".parse()?;
/// assert_eq!(tft.machine().states().len(), 2);
/// assert_eq!("generous:1/4".parse::<Named>()?.to_string(), "generous:0.25");
/// assert!("tit-for-tit".parse::<Named>().is_err());
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Named {
    /// `always-cooperate`
    AlwaysCooperate,
    /// `always-defect`
    AlwaysDefect,
    /// `alternator`: C, D, C, D, …
    Alternator,
    /// `tit-for-tat`: cooperates first, then does what the other did.
    TitForTat,
    /// `suspicious-tit-for-tat`: tit-for-tat that opens with a defection.
    SuspiciousTitForTat,
    /// `tit-for-two-tats`: defects after two defections in a row.
    TitForTwoTats,
    /// `two-tits-for-tat`: defects when one of the last two moves was a defection.
    TwoTitsForTat,
    /// `hard-tit-for-tat`: defects when one of the last three was a defection.
    HardTitForTat,
    /// `bully`: opens with a defection, then does the opposite of what the other
    /// did.
    Bully,
    /// `grim`: cooperates until it hears one defection, and never again.
    Grim,
    /// `one-step-grim`: cooperates after mutual cooperation only.
    OneStepGrim,
    /// `win-stay-lose-shift`: cooperates when both did the same. Also Pavlov.
    WinStayLoseShift,
    /// `davis`: ten rounds of cooperation, then grim over all it heard.
    Davis,
    /// `contrite`: tit-for-tat with standing. Defects only while it is in good
    /// standing and the other in bad; a defection costs the good standing unless it
    /// was such an answer; cooperation restores it.
    Contrite,
    /// `random:p`: cooperates with probability *p*; without it, 1/2.
    Random(Probability),
    /// `generous:g`: tit-for-tat that forgives with probability *g*; without it,
    /// 1/3.
    Generous(Probability),
    /// `joss:p`: tit-for-tat that returns cooperation only with probability *p*;
    /// without it, 0.9.
    Joss(Probability),
}

/// The strategies without a probability, each by its name.
macro_rules! plain {
    ($($name:literal $plain:ident,)*) => {
        impl Named {
            /// The names without their probabilities, for messages and menus.
            pub const NAMES: [&str; 17] = [$($name,)* "random", "generous", "joss"];

            const fn name(&self) -> &'static str {
                match self {
                    $(Self::$plain => $name,)*
                    Self::Random(_) => "random",
                    Self::Generous(_) => "generous",
                    Self::Joss(_) => "joss",
                }
            }

            fn plain(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$plain),)*
                    _ => None,
                }
            }
        }
    };
}

plain! {
    "always-cooperate" AlwaysCooperate,
    "always-defect" AlwaysDefect,
    "alternator" Alternator,
    "tit-for-tat" TitForTat,
    "suspicious-tit-for-tat" SuspiciousTitForTat,
    "tit-for-two-tats" TitForTwoTats,
    "two-tits-for-tat" TwoTitsForTat,
    "hard-tit-for-tat" HardTitForTat,
    "bully" Bully,
    "grim" Grim,
    "one-step-grim" OneStepGrim,
    "win-stay-lose-shift" WinStayLoseShift,
    "davis" Davis,
    "contrite" Contrite,
}

impl Named {
    /// The strategy as a machine of few states.
    ///
    /// # Panics
    /// Never: every machine here is whole.
    pub fn machine(&self) -> Machine {
        // What a machine that listens only to the other does: (after C, after D).
        let hears = |to: (u16, u16)| [to.0, to.1, to.0, to.1];
        let states: Vec<(f64, [u16; 4])> = match self {
            Self::AlwaysCooperate => vec![(1.0, [0; 4])],
            Self::AlwaysDefect => vec![(0.0, [0; 4])],
            Self::Alternator => vec![(1.0, [1; 4]), (0.0, [0; 4])],
            Self::TitForTat | Self::SuspiciousTitForTat => {
                vec![(1.0, hears((0, 1))), (0.0, hears((0, 1)))]
            }
            Self::TitForTwoTats => vec![
                (1.0, hears((0, 1))),
                (1.0, hears((0, 2))),
                (0.0, hears((0, 2))),
            ],
            Self::TwoTitsForTat => vec![
                (1.0, hears((0, 1))),
                (0.0, hears((2, 1))),
                (0.0, hears((0, 1))),
            ],
            Self::HardTitForTat => vec![
                (1.0, hears((0, 1))),
                (0.0, hears((2, 1))),
                (0.0, hears((3, 1))),
                (0.0, hears((0, 1))),
            ],
            Self::Bully => vec![(0.0, hears((0, 1))), (1.0, hears((0, 1)))],
            Self::Grim => vec![(1.0, hears((0, 1))), (0.0, hears((1, 1)))],
            Self::OneStepGrim => vec![(1.0, [0, 1, 1, 1]), (0.0, [0, 1, 1, 1])],
            Self::WinStayLoseShift => vec![(1.0, [0, 1, 1, 0]), (0.0, [0, 1, 1, 0])],
            Self::Davis => davis(),
            Self::Contrite => contrite(),
            Self::Random(p) => vec![(p.value(), [0; 4])],
            Self::Generous(g) => {
                vec![(1.0, hears((0, 1))), (g.value(), hears((0, 1)))]
            }
            Self::Joss(p) => vec![
                (1.0, hears((1, 2))),
                (p.value(), hears((1, 2))),
                (0.0, hears((1, 2))),
            ],
        };
        let states = states.into_iter().map(|(cooperate, next)| {
            State::new(surely(Probability::new(cooperate)), next)
        });
        let start = u16::from(*self == Self::SuspiciousTitForTat);
        surely(Machine::new(states.collect(), start))
    }
}

/// Ten rounds twice over, once for each answer to whether a defection was heard.
fn davis() -> Vec<(f64, [u16; 4])> {
    // States 0 to 9 have heard none, 10 to 19 have; 9 and 19 are round ten.
    let clean = (0..10).map(|t| {
        (1.0, if t < 9 { [t + 1, t + 11, t + 1, t + 11] } else { [20, 21, 20, 21] })
    });
    let hurt = (10..20).map(|t| (1.0, if t < 19 { [t + 1; 4] } else { [21; 4] }));
    let last = [(1.0, [20, 21, 20, 21]), (0.0, [21; 4])];
    clean.chain(hurt).chain(last).collect()
}

/// The four pairs of (own standing, the other's standing).
fn contrite() -> Vec<(f64, [u16; 4])> {
    let pairs = [(true, true), (true, false), (false, true), (false, false)];
    let state = |own_good: bool, other_good: bool| match (own_good, other_good) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    };
    let answered = |own_good: bool, other_good: bool| own_good && !other_good;
    pairs
        .iter()
        .map(|&(own, other)| {
            let (mine, theirs) = (answered(own, other), answered(other, own));
            let next = [
                state(true, true),
                state(true, theirs),
                state(mine, true),
                state(mine, theirs),
            ];
            (if mine { 0.0 } else { 1.0 }, next)
        })
        .collect()
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Random(p) | Self::Generous(p) | Self::Joss(p) => {
                f.pad(&format!("{}:{}", self.name(), short(p.value())))
            }
            _ => f.pad(self.name()),
        }
    }
}

/// The decimal, or a simple fraction that is the same number and shorter.
fn short(value: f64) -> String {
    let decimal = value.to_string();
    if decimal.len() <= 6 {
        return decimal;
    }
    let fractions =
        (3..=12).flat_map(|under| (1..under).map(move |over| (over, under)));
    let same = |&(over, under): &(u8, u8)| {
        (f64::from(over) / f64::from(under)).to_bits() == value.to_bits()
    };
    let simple = fractions.into_iter().find(same);
    simple.map_or(decimal, |(over, under)| format!("{over}/{under}"))
}

impl FromStr for Named {
    type Err = SignalsError;

    fn from_str(text: &str) -> Result<Self, SignalsError> {
        let no_chance = || SignalsError::NoSuchChance { found: text.to_owned() };
        let (name, given) = match text.trim().split_once(':') {
            Some((name, p)) => (name, Some(p.parse().map_err(|_| no_chance())?)),
            None => (text.trim(), None),
        };
        let or = |default: f64| {
            given.unwrap_or_else(|| surely(Probability::new(default)))
        };
        match name {
            "random" => Ok(Self::Random(or(0.5))),
            "generous" => Ok(Self::Generous(or(1.0 / 3.0))),
            "joss" => Ok(Self::Joss(or(0.9))),
            _ => {
                let no_such =
                    || SignalsError::NoSuchStrategy { found: text.to_owned() };
                let plain = Self::plain(name).ok_or_else(no_such)?;
                if given.is_some() { Err(no_chance()) } else { Ok(plain) }
            }
        }
    }
}

as_text!(Named, SignalsError);
