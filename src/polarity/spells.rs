//! What happened while a label lasted.

use serde::Serialize;

use super::majors::rows;
use super::{Index, Polarity, PoleRule};
use crate::numbers::{NumberError, Probability, Time};

/// The first years of the wars with a great power on either side (COW-wars): the Crimea,
/// Italy, the Seven Weeks, France and Prussia, Japan and Russia, the First World War,
/// Changkufeng, Nomonhan, the Second World War, Korea.
pub const GREAT_POWER_WARS: [i32; 10] =
    [1853, 1859, 1866, 1870, 1904, 1914, 1938, 1939, 1939, 1950];

/// Years in a row that a rule calls by one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Spell {
    /// The word.
    pub polarity: Polarity,
    /// The first year.
    pub first: i32,
    /// The last year.
    pub last: i32,
    /// Pairs of great powers, summed over the years up to 2010.
    pub pair_years: u32,
    /// How many of them entered a militarised dispute that year.
    pub disputes: u32,
}

impl Spell {
    /// Disputes for each pair and year; `None` without a pair.
    pub fn rate(&self) -> Option<f64> {
        (self.pair_years > 0)
            .then(|| f64::from(self.disputes) / f64::from(self.pair_years))
    }

    /// How many great-power wars began in it.
    pub fn wars(&self) -> usize {
        let years = self.first..=self.last;
        GREAT_POWER_WARS.iter().filter(|year| years.contains(year)).count()
    }
}

/// The years from 1816 to 2022 as a rule and an index sort them.
///
/// ```
/// use demarche::polarity::{Index, PoleRule, spells};
/// let all = spells(&PoleRule::CUSTOMARY, Index::Capability);
/// let cold_war = all.iter().find(|spell| spell.first == 1949).unwrap();
/// assert_eq!((cold_war.last, cold_war.disputes, cold_war.pair_years), (1990, 79, 416));
/// ```
pub fn spells(rule: &PoleRule, index: Index) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for row in rows() {
        let (Some(majors), year) = (row.majors(index), row.year) else { continue };
        let polarity = rule.read(&majors.shares).polarity;
        let (pairs, entered) = row.disputes().unwrap_or((0, 0));
        match spells.last_mut() {
            Some(spell) if spell.polarity == polarity => {
                spell.last = year;
                spell.pair_years += pairs;
                spell.disputes += entered;
            }
            _ => spells.push(Spell {
                polarity,
                first: year,
                last: year,
                pair_years: pairs,
                disputes: entered,
            }),
        }
    }
    spells
}

/// The chance that so many events, strewn at random over a span, all miss a given stretch
/// of it: (1 − stretch / span)ⁿ.
///
/// ```
/// use demarche::numbers::Time;
/// use demarche::polarity::quiet_by_chance;
/// // Ten wars in 195 years, and none in the first 37: once in eight.
/// let quiet = quiet_by_chance(10, Time::new(37.0)?, Time::new(195.0)?)?;
/// assert!((quiet.value() - 0.122).abs() < 1e-3);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
///
/// # Errors
/// When the stretch is longer than the span, or the span is 0.
pub fn quiet_by_chance(
    events: u32,
    stretch: Time,
    span: Time,
) -> Result<Probability, NumberError> {
    let (stretch, span) = (stretch.value(), span.value());
    if stretch > span || span <= 0.0 {
        let expected = "a stretch of at most the span";
        return Err(NumberError::OutOfDomain { expected, found: stretch });
    }
    Ok(Probability::of_valid(libm::pow(1.0 - stretch / span, events.into())))
}

/// The chance that so many events, strewn at random over a span, leave a gap of at least
/// this length somewhere, its ends counted: whoever picks out a long quiet has looked at
/// all of them.
///
/// ```
/// use demarche::numbers::Time;
/// use demarche::polarity::gap_by_chance;
/// // Ten wars in 195 years, and a quiet of 57 among them: one time in three.
/// let gap = gap_by_chance(10, Time::new(57.0)?, Time::new(195.0)?)?;
/// assert!((gap.value() - 0.338).abs() < 1e-3);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
///
/// # Errors
/// When the gap is longer than the span, the span is 0, or there are more than 60 events,
/// for which the sum is no longer exact.
pub fn gap_by_chance(
    events: u32,
    gap: Time,
    span: Time,
) -> Result<Probability, NumberError> {
    quiet_by_chance(events, gap, span)?;
    if events > 60 {
        let (expected, found) = ("at most 60 events", events.into());
        return Err(NumberError::OutOfDomain { expected, found });
    }
    let part = gap.value() / span.value();
    // By how many gaps are that long at once, in turn added and taken away.
    let (mut sum, mut ways) = (0.0, 1.0);
    for k in 1..=events + 1 {
        let rest = 1.0 - f64::from(k) * part;
        if rest <= 0.0 && part > 0.0 {
            break;
        }
        ways *= f64::from(events + 2 - k) / f64::from(k);
        let term = ways * libm::pow(rest, events.into());
        sum += if k % 2 == 1 { term } else { -term };
    }
    Ok(Probability::of_valid(sum.clamp(0.0, 1.0)))
}
