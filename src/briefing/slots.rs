//! Inputs by name: what they are, what else they might be, and how they change.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{BriefingError, Cast, Chapter};
use crate::numbers::{
    Amount, ErrorRate, NumberError, Payoff, Probability, Rate, Sensitivity, Share,
    Size, parse,
};
use crate::signals::{Bias, SignalsError};
use crate::trade::{Elasticity, TradeCost};
use crate::words::{WordError, same_word};

/// Another value for an input, as text: `crisis.most=0.2`.
///
/// ```
/// use demarche::briefing::Change;
/// let change: Change = " crisis.most = .2".parse()?;
/// assert_eq!(change.to_string(), "crisis.most=.2");
/// assert!("crisis.most".parse::<Change>().is_err());
/// # Ok::<(), demarche::briefing::BriefingError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Change {
    input: String,
    value: String,
}

impl Change {
    pub(super) fn of(input: &str, value: String) -> Self {
        Self { input: input.to_owned(), value }
    }

    /// The input's name, the chapter's word first.
    pub fn input(&self) -> &str {
        &self.input
    }

    /// The value, as it was written.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl FromStr for Change {
    type Err = BriefingError;

    fn from_str(text: &str) -> Result<Self, BriefingError> {
        let parts = text.split_once('=').map(|(a, b)| (a.trim(), b.trim()));
        match parts {
            Some((input, value)) if !input.is_empty() && !value.is_empty() => {
                Ok(Self::of(input, value.to_owned()))
            }
            _ => Err(BriefingError::NoChange { found: text.to_owned() }),
        }
    }
}

as_text!(Change, BriefingError);

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.input, self.value)
    }
}

/// A state by its name, or `nobody`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Someone(String);

impl Someone {
    /// Nobody.
    pub fn nobody() -> Self {
        Self("nobody".to_owned())
    }

    /// The name, if it is somebody.
    pub fn name(&self) -> Option<&str> {
        (!same_word(&self.0, "nobody")).then_some(&self.0)
    }
}

/// What an input holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number with a domain.
    Number(f64),
    /// A count.
    Count(u16),
    /// Yes or no.
    Flag(bool),
    /// A word, a name, or a ratio that is kept exactly.
    Word(String),
}

impl Value {
    /// Reads a value of this kind.
    ///
    /// # Errors
    /// When the text is none.
    pub fn read(&self, text: &str) -> Result<Self, Unfit> {
        let expected = match self {
            Self::Number(_) => "a number",
            Self::Count(_) => "a whole number from 0 to 65535",
            Self::Flag(_) => "yes or no",
            Self::Word(_) => return Ok(Self::Word(text.to_owned())),
        };
        let read = match (self, text) {
            (Self::Number(_), _) => parse(text).map(Self::Number),
            (Self::Count(_), _) => text.parse().ok().map(Self::Count),
            (_, "yes" | "true") => Some(Self::Flag(true)),
            (_, "no" | "false") => Some(Self::Flag(false)),
            _ => None,
        };
        read.ok_or_else(|| Unfit::Text { expected, found: text.to_owned() })
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// Why an input does not take a value.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// A word that is none of those expected.
    #[error(transparent)]
    Word(#[from] WordError),
    /// A bias that is none.
    #[error(transparent)]
    Bias(#[from] SignalsError),
    /// Text of another kind.
    #[error("expected {expected}, found {found:?}")]
    Text {
        /// What was expected.
        expected: &'static str,
        /// What came.
        found: String,
    },
}

/// Another value, with its distance: a part of the whole range for what lies between 0
/// and 1, a part of itself for an amount or a count, 1 for a word.
pub type Other = (f64, Value);

/// The place of one input: what it holds, and what it might hold instead.
pub trait Slot {
    /// What it holds.
    fn now(&self) -> Value;

    /// Takes a value of the same kind.
    ///
    /// # Errors
    /// When the value lies outside the input's domain.
    fn take(&mut self, value: &Value) -> Result<(), Unfit>;

    /// Other values, with their distance.
    fn others(&self, cast: &Cast) -> Vec<Other>;
}

/// An input's name within its chapter, what it is, and its place.
pub type Named<'a> = (String, &'static str, &'a mut dyn Slot);

/// What has inputs, each with a name by which it can be changed.
pub trait Inputs: Clone {
    /// Whose model is asked.
    const CHAPTER: Chapter;

    /// The inputs, in the order in which they are tried.
    fn slots(&mut self) -> Vec<Named<'_>>;
}

/// Reads a change into the one of these that has the name; `None` where there is none.
pub(super) fn put(
    slots: Vec<Named<'_>>,
    field: &str,
    change: &Change,
) -> Option<Result<(), Unfit>> {
    let (.., slot) = slots.into_iter().find(|(name, ..)| name == field)?;
    let value = slot.now().read(change.value());
    Some(value.and_then(|value| slot.take(&value)))
}

fn kind<T>(expected: &'static str) -> Result<T, Unfit> {
    Err(Unfit::Text { expected, found: "another kind of value".to_owned() })
}

/// Steps of 1/200 of the range, away from the value, up to its ends. A billionth decides
/// nothing: equal steps are equal.
fn steps(now: f64, (low, high): (f64, f64)) -> Vec<(f64, f64)> {
    let at = now * 200.0;
    let (down, up) = (libm::ceil(at) - 1.0, libm::floor(at) + 1.0);
    let mut all = Vec::new();
    let mut step = 0.0;
    while step <= 400.0 {
        for grid in [down - step, up + step] {
            if grid >= 200.0 * low && grid <= 200.0 * high {
                let other = grid / 200.0;
                all.push((libm::round((other - now).abs() * 1e9) / 1e9, other));
            }
        }
        step += 1.0;
    }
    all
}

/// The number in hundredths of itself, down to nothing or below, and up to three times.
fn parts(now: f64) -> Vec<(f64, f64)> {
    let size = if now.abs() > 0.0 { now.abs() } else { 1.0 };
    let mut all = Vec::new();
    for step in 1..=200_u32 {
        let part = f64::from(step) / 100.0;
        for other in [now - part * size, now + part * size] {
            all.push((part, libm::round(other * 1e6) / 1e6));
        }
    }
    all
}

macro_rules! numbers {
    ($($name:ty: $others:expr,)+) => { $(
        impl Slot for $name {
            fn now(&self) -> Value {
                Value::Number(self.value())
            }

            fn take(&mut self, value: &Value) -> Result<(), Unfit> {
                let Value::Number(number) = value else { return kind("a number") };
                *self = Self::new(*number)?;
                Ok(())
            }

            fn others(&self, _: &Cast) -> Vec<Other> {
                let others: fn(f64) -> Vec<(f64, f64)> = $others;
                let mut all = Vec::new();
                for (by, other) in others(self.value()) {
                    if Self::new(other).is_ok() {
                        all.push((by, Value::Number(other)));
                    }
                }
                all
            }
        }
    )+ };
}

numbers! {
    Probability: |now| steps(now, (0.0, 1.0)),
    Share: |now| steps(now, (0.0, 1.0)),
    ErrorRate: |now| steps(now, (0.0, 0.5)),
    Sensitivity: |now| steps(now, (0.0, 2.0)),
    Amount: parts,
    Payoff: parts,
    Size: parts,
    Rate: parts,
    TradeCost: parts,
    Elasticity: parts,
}

// As text, so that a ratio such as 1/24 stays what it is.
impl Slot for Bias {
    fn now(&self) -> Value {
        Value::Word(self.to_string())
    }

    fn take(&mut self, value: &Value) -> Result<(), Unfit> {
        let Value::Word(text) = value else { return kind("a bias") };
        *self = text.parse()?;
        Ok(())
    }

    fn others(&self, _: &Cast) -> Vec<Other> {
        let all = steps(self.value(), (-1.0, 1.0)).into_iter();
        all.map(|(by, other)| (by, Value::Word(other.to_string()))).collect()
    }
}

impl Slot for u16 {
    fn now(&self) -> Value {
        Value::Count(*self)
    }

    fn take(&mut self, value: &Value) -> Result<(), Unfit> {
        let Value::Count(count) = value else { return kind("a count") };
        *self = *count;
        Ok(())
    }

    fn others(&self, _: &Cast) -> Vec<Other> {
        let size = f64::from(*self).max(1.0);
        let mut all = Vec::new();
        for by in 1..=self.saturating_mul(2).clamp(20, 1000) {
            let around = [self.checked_sub(by), self.checked_add(by)];
            for other in around.into_iter().flatten() {
                all.push((f64::from(by) / size, Value::Count(other)));
            }
        }
        all
    }
}

impl Slot for bool {
    fn now(&self) -> Value {
        Value::Flag(*self)
    }

    fn take(&mut self, value: &Value) -> Result<(), Unfit> {
        let Value::Flag(flag) = value else { return kind("yes or no") };
        *self = *flag;
        Ok(())
    }

    fn others(&self, _: &Cast) -> Vec<Other> {
        vec![(1.0, Value::Flag(!*self))]
    }
}

impl Slot for Someone {
    fn now(&self) -> Value {
        Value::Word(self.0.clone())
    }

    fn take(&mut self, value: &Value) -> Result<(), Unfit> {
        let Value::Word(name) = value else { return kind("a name") };
        self.0.clone_from(name);
        Ok(())
    }

    fn others(&self, cast: &Cast) -> Vec<Other> {
        // The parties come last: what they do themselves is no news.
        let party = |name: &&String| **name == cast.first || **name == cast.second;
        let nobody = Self::nobody().0;
        let (parties, others): (Vec<_>, Vec<_>) =
            cast.states.iter().chain([&nobody]).partition(party);
        let all = others.into_iter().chain(parties);
        let all = all.filter(|name| **name != self.0 && **name != cast.us);
        all.map(|name| (1.0, Value::Word(name.clone()))).collect()
    }
}

/// Closed sets of words are inputs as they are.
macro_rules! word_slots {
    ($($name:ty),+ $(,)?) => { $(
        impl crate::briefing::Slot for $name {
            fn now(&self) -> crate::briefing::Value {
                crate::briefing::Value::Word(self.word().to_owned())
            }

            fn take(
                &mut self,
                value: &crate::briefing::Value,
            ) -> Result<(), crate::briefing::Unfit> {
                // A value of another kind is none of the words either.
                *self = value.to_string().parse::<Self>()?;
                Ok(())
            }

            fn others(
                &self,
                _: &crate::briefing::Cast,
            ) -> Vec<crate::briefing::Other> {
                let all = Self::ALL.into_iter().filter(|other| other != self);
                let value = |other: Self| crate::briefing::Value::Word(other.word().to_owned());
                all.map(|other| (1.0, value(other))).collect()
            }
        }
    )+ };
}

/// A struct whose fields are open, read by name.
macro_rules! named {
    (
        $(#[$docs:meta])*
        $name:ident { $( $(#[$about:meta])* $field:ident: $type:ty, )+ }
    ) => {
        $(#[$docs])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $( $(#[$about])* pub $field: $type, )+ }

        by_name!($name { $( $field: $type, )+ });
    };
}

/// What a chapter is asked: a struct of its inputs, each with what it is in words, and
/// behind `given` what no change reaches.
macro_rules! asked {
    (
        $(#[$docs:meta])*
        $name:ident {
            $( $field:ident: $type:ty = $what:literal, )+
            $(; given { $( $(#[$about:meta])* $rest:ident: $rest_type:ty, )+ } )?
        }
    ) => {
        crate::briefing::slots::named! {
            $(#[$docs])*
            $name {
                $( #[doc = $what] $field: $type, )+
                $( $( $(#[$about])* $rest: $rest_type, )+ )?
            }
        }

        impl crate::briefing::Inputs for $name {
            const CHAPTER: crate::briefing::Chapter = crate::briefing::Chapter::$name;

            fn slots(&mut self) -> Vec<crate::briefing::Named<'_>> {
                vec![ $( (stringify!($field).to_owned(), $what, &mut self.$field), )+ ]
            }
        }
    };
}
pub(super) use {asked, named, word_slots};
