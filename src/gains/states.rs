//! More than two states: whom does each compare itself with?

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{GainsError, fate};
use crate::games::{GameClass, Payoffs};
use crate::numbers::{RelativeWeight, Share, Size};

/// How many states there are: two or more.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "usize", into = "u32")]
pub struct States(u32);

impl States {
    /// The largest number of states: 2³² − 1.
    const MOST: u64 = u32::MAX as u64;

    /// Two or more states, and fewer than 2³².
    ///
    /// # Errors
    /// When there are fewer than two, or too many.
    pub const fn new(count: usize) -> Result<Self, GainsError> {
        if count < 2 {
            Err(GainsError::TooFewStates { found: count })
        } else if count as u64 > Self::MOST {
            Err(GainsError::TooManyStates { most: Self::MOST, found: count })
        } else {
            #[allow(clippy::cast_possible_truncation, reason = "checked above")]
            let count = count as u32;
            Ok(Self(count))
        }
    }

    /// The bare number.
    pub const fn count(self) -> usize {
        self.0 as usize
    }

    /// How many others each state sees.
    const fn others(self) -> f64 {
        (self.0 - 1) as f64
    }
}

impl TryFrom<usize> for States {
    type Error = GainsError;
    fn try_from(count: usize) -> Result<Self, GainsError> {
        Self::new(count)
    }
}

impl From<States> for u32 {
    fn from(states: States) -> u32 {
        states.0
    }
}

impl FromStr for States {
    type Err = GainsError;
    fn from_str(text: &str) -> Result<Self, GainsError> {
        match text.trim().parse() {
            Ok(count) => Self::new(count),
            Err(_) => Err(GainsError::NotACount { found: text.to_owned() }),
        }
    }
}

impl fmt::Display for States {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The weight *ρ* that is left for one partner when a state spreads its relative
/// weight *r* evenly over all others: *r* / (*n* − 1).
///
/// ```
/// use demarche::gains::{States, effective_weight};
/// use demarche::numbers::RelativeWeight;
/// let pair = effective_weight(RelativeWeight::RANK, States::new(2)?);
/// let eleven = effective_weight(RelativeWeight::RANK, States::new(11)?);
/// assert_eq!(pair.value(), 1.0);
/// assert_eq!(eleven.value(), 0.1);
/// # Ok::<(), demarche::gains::GainsError>(())
/// ```
pub const fn effective_weight(r: RelativeWeight, n: States) -> RelativeWeight {
    RelativeWeight::of_valid(r.value() / n.others())
}

/// The relative weight *r* above which a game between two of *n* states is a
/// dilemma, when all attend to all alike: *n* − 1 times the threshold of [`fate`].
/// `None` when no weight is above it, because it is 1 or more or because the game never
/// becomes a dilemma for any number of states.
///
/// ```
/// use demarche::gains::{States, critical_weight};
/// use demarche::games::Payoffs;
/// let needed =
///     |n| Ok(critical_weight(&Payoffs::STAG_HUNT, States::new(n)?).map(f64::from));
/// assert_eq!(needed(2)?, Some(1.0 / 3.0));
/// assert_eq!(needed(3)?, Some(2.0 / 3.0));
/// assert_eq!(needed(5)?, None);
/// # Ok::<(), demarche::gains::GainsError>(())
/// ```
pub fn critical_weight(game: &Payoffs, n: States) -> Option<RelativeWeight> {
    let fate =
        fate(game).filter(|fate| fate.class() == GameClass::PrisonersDilemma)?;
    let above = fate.above().value() * n.others();
    (above < 1.0).then(|| RelativeWeight::of_valid(above))
}

/// Whom each state compares itself with: for every state, how its attention is shared
/// out over the others. A state's parts add up to 1.
///
/// ```
/// use demarche::gains::{Attention, States};
/// use demarche::numbers::RelativeWeight;
/// // Seven states, but the first and the second see only each other.
/// let rivals = Attention::on_rivals(&[1, 0, 0, 0, 0, 0, 0])?;
/// assert_eq!(rivals.weight(RelativeWeight::RANK, 0, 1).value(), 1.0);
/// let all = Attention::equal(States::new(7)?);
/// assert!(all.weight(RelativeWeight::RANK, 0, 1).value() < 0.17);
/// # Ok::<(), demarche::gains::GainsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attention {
    states: States,
    parts: Vec<Vec<f64>>,
}

impl Attention {
    /// Every state minds all others alike: *w* = 1 / (*n* − 1). It takes memory for *n*²
    /// numbers; [`effective_weight`] needs none.
    pub fn equal(states: States) -> Self {
        let part = 1.0 / states.others();
        Self::of(states, |i, j| if i == j { 0.0 } else { part })
    }

    /// Every state minds the others by their size: *w* of *i* on *j* is *s*ⱼ over the
    /// sum of all sizes but *i*'s. The rule is ours; balance by size is another one.
    ///
    /// # Errors
    /// When there are fewer than two sizes.
    pub fn by_size(sizes: &[Size]) -> Result<Self, GainsError> {
        let states = States::new(sizes.len())?;
        // Summed without the state itself: small states beside a giant keep their digits.
        let others: Vec<f64> = (0..sizes.len())
            .map(|i| {
                sizes.iter().enumerate().map(|(j, s)| part(i, j, s.value())).sum()
            })
            .collect();
        Ok(Self::of(states, |i, j| part(i, j, sizes[j].value()) / others[i]))
    }

    /// Every state minds one other and no one else: `rivals[i]` is the rival of state
    /// *i*, counted from 0.
    ///
    /// # Errors
    /// When there are fewer than two states, or a rival is the state itself or none of
    /// the states.
    pub fn on_rivals(rivals: &[usize]) -> Result<Self, GainsError> {
        let states = States::new(rivals.len())?;
        for (i, &rival) in rivals.iter().enumerate() {
            if rival == i || rival >= rivals.len() {
                return Err(GainsError::NoSuchRival {
                    state: i,
                    others: rivals.len() - 1,
                    found: rival,
                });
            }
        }
        Ok(Self::of(states, |i, j| if rivals[i] == j { 1.0 } else { 0.0 }))
    }

    fn of(states: States, part: impl Fn(usize, usize) -> f64) -> Self {
        let count = states.count();
        let row = |i| (0..count).map(|j| part(i, j)).collect();
        Self { states, parts: (0..count).map(row).collect() }
    }

    /// How many states there are.
    pub const fn states(&self) -> States {
        self.states
    }

    /// The part of state `i`'s attention that goes to state `j`; both are counted from
    /// 0.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn part(&self, i: usize, j: usize) -> f64 {
        self.parts[i][j]
    }

    /// The effective weight *ρ* with which state `i`, whose relative weight is *r*,
    /// plays with state `j`: *r* times the part of its attention.
    ///
    /// # Panics
    /// When there is no such state.
    pub fn weight(&self, r: RelativeWeight, i: usize, j: usize) -> RelativeWeight {
        // Sums of parts may exceed 1 by a rounding error.
        RelativeWeight::of_valid((r.value() * self.part(i, j)).min(1.0))
    }

    /// What everyone's gains are worth to everyone, each with relative weight *r*: own
    /// gain minus *r* times the average of the others', weighted by attention.
    ///
    /// `gains` holds one gain per state.
    ///
    /// ```
    /// use demarche::gains::{Attention, States};
    /// use demarche::numbers::RelativeWeight;
    /// // Two of four states make a deal worth 3 to each. All mind only rank.
    /// let all = Attention::equal(States::new(4)?);
    /// let worth = all.utilities(&[3.0, 3.0, 0.0, 0.0], RelativeWeight::RANK);
    /// assert_eq!(worth, [2.0, 2.0, -2.0, -2.0]);
    /// # Ok::<(), demarche::gains::GainsError>(())
    /// ```
    ///
    /// # Panics
    /// When there is not exactly one gain per state.
    pub fn utilities(&self, gains: &[f64], r: RelativeWeight) -> Vec<f64> {
        assert_eq!(gains.len(), self.parts.len(), "one gain per state");
        let others = |row: &[f64]| -> f64 {
            row.iter().zip(gains).map(|(w, gain)| w * gain).sum()
        };
        gains
            .iter()
            .zip(&self.parts)
            .map(|(&own, row)| r.utility(own, others(row)))
            .collect()
    }
}

/// The part of state `i`'s attention that goes to state `j` where states mind each
/// other [by size](Attention::by_size), without the table of all pairs: for thousands
/// of states. Both are counted from 0; a state pays itself none.
///
/// ```
/// use demarche::gains::attention_by_size;
/// use demarche::numbers::Size;
/// let sizes = [5.0, 3.0, 1.0].map(Size::new).into_iter().collect::<Result<Vec<_>, _>>()?;
/// // The smallest watches the largest with 5 of the others' 8.
/// assert_eq!(attention_by_size(&sizes, 2, 0)?.value(), 0.625);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When there are fewer than two sizes.
///
/// # Panics
/// When there is no such state.
pub fn attention_by_size(
    sizes: &[Size],
    i: usize,
    j: usize,
) -> Result<Share, GainsError> {
    States::new(sizes.len())?;
    let parts = sizes.iter().enumerate().map(|(of, size)| part(i, of, size.value()));
    let others: f64 = parts.sum();
    // A rounded sum may lie below its largest part.
    Ok(Share::of_valid((part(i, j, sizes[j].value()) / others).min(1.0)))
}

/// A quantity of state `j` that counts for every other state `i`.
fn part(i: usize, j: usize, quantity: f64) -> f64 {
    if i == j { 0.0 } else { quantity }
}
