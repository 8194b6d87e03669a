//! A posting in dates, and the phase on any day of it.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ImmunityError;
use super::case::Phase;

/// A day of the Gregorian calendar, counted from 1 January 1970.
///
/// ```
/// use demarche::immunity::Day;
/// let shots: Day = "1984-04-17".parse()?;
/// let rupture: Day = "1984-04-22".parse()?;
/// assert_eq!(rupture.since(shots), 5);
/// assert_eq!(rupture.after(7).to_string(), "1984-04-29");
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

impl Day {
    /// A day of the calendar, years 1 to 9999.
    ///
    /// # Errors
    /// When the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, ImmunityError> {
        let leap = year.is_multiple_of(4)
            && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => 0,
        };
        if !(1..=9999).contains(&year) || day == 0 || day > length {
            let found = format!("{year:04}-{month:02}-{day:02}");
            return Err(ImmunityError::NoSuchDay { found });
        }
        // The year is turned so that it begins in March and leap days come last.
        let turned = i32::from(year) - i32::from(month <= 2);
        let month = (i32::from(month) + 9) % 12;
        let in_year = (153 * month + 2) / 5 + i32::from(day) - 1;
        let days = 365 * turned + turned / 4 - turned / 100 + turned / 400 + in_year;
        Ok(Self(days - 719_468))
    }

    /// So many days later.
    #[must_use]
    pub const fn after(self, days: u16) -> Self {
        Self(self.0 + days as i32)
    }

    /// Days from the other day to this one; negative when this one is earlier.
    pub const fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    fn parts(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year =
            (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + 400 * era + i32::from(month <= 2), month, day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        f.pad(&format!("{year:04}-{month:02}-{day:02}"))
    }
}

impl FromStr for Day {
    type Err = ImmunityError;

    fn from_str(text: &str) -> Result<Self, ImmunityError> {
        let wrong = || ImmunityError::NoSuchDay { found: text.to_owned() };
        let mut parts = text.trim().split('-');
        let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
        let (Some(year), Some(month), Some(day), None) =
            (next(), next(), next(), next())
        else {
            return Err(wrong());
        };
        let month = u8::try_from(month).map_err(|_| wrong())?;
        let day = u8::try_from(day).map_err(|_| wrong())?;
        Self::new(year, month, day).map_err(|_| wrong())
    }
}

impl TryFrom<String> for Day {
    type Error = ImmunityError;

    fn try_from(text: String) -> Result<Self, ImmunityError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// From the first protected day to the last: when somebody began, when the functions
/// ended, how long they may take to leave, and when they left.
///
/// ```
/// use demarche::immunity::{Phase, Posting};
/// let began = "1984-01-01".parse()?;
/// let broken = "1984-04-22".parse()?;
/// let posting = Posting::new(began).ended(broken, 7)?.left("1984-04-27".parse()?)?;
/// assert_eq!(posting.phase("1984-04-21".parse()?), Phase::Serving);
/// assert_eq!(posting.phase("1984-04-26".parse()?), Phase::Winding);
/// assert_eq!(posting.phase("1984-04-28".parse()?), Phase::Ended);
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Posting {
    began: Day,
    end: Option<End>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
struct End {
    on: Day,
    grace: u16,
    left: Option<Day>,
}

impl Posting {
    /// The time that American courts have called reasonable, in days (Guinand-1988).
    /// The Conventions name none.
    pub const USUAL_GRACE: u16 = 30;

    /// A posting that goes on. It begins on entry to take up the post or, for somebody
    /// already inside, on notification to the ministry (VCDR 39(1)); for a consul
    /// already inside, on taking up the duties (VCCR 53(1)).
    pub const fn new(began: Day) -> Self {
        Self { began, end: None }
    }

    /// The functions end by recall, expulsion, rupture or death (VCDR 43), with so
    /// many days to leave (VCDR 39(2), 39(3)).
    ///
    /// # Errors
    /// When it would end before it began.
    pub fn ended(self, on: Day, grace: u16) -> Result<Self, ImmunityError> {
        if on < self.began {
            let found = format!("a beginning on {} and an end on {on}", self.began);
            return Err(ImmunityError::DaysOutOfOrder { found });
        }
        Ok(Self { end: Some(End { on, grace, left: None }), ..self })
    }

    /// The person leaves the country for good.
    ///
    /// # Errors
    /// When the functions have not ended by then.
    pub fn left(self, on: Day) -> Result<Self, ImmunityError> {
        match self.end {
            Some(end) if on >= end.on => {
                Ok(Self { end: Some(End { left: Some(on), ..end }), ..self })
            }
            Some(end) => {
                let found = format!("an end on {} and a departure on {on}", end.on);
                Err(ImmunityError::DaysOutOfOrder { found })
            }
            None => {
                let found = format!("a departure on {on} from a post that goes on");
                Err(ImmunityError::DaysOutOfOrder { found })
            }
        }
    }

    /// The phase on a day. The day of departure and the last day of grace still count.
    pub fn phase(self, day: Day) -> Phase {
        let Some(end) = self.end.filter(|end| day >= end.on) else {
            return if day < self.began { Phase::NotYet } else { Phase::Serving };
        };
        let out = end.on.after(end.grace);
        let last = end.left.map_or(out, |left| left.min(out));
        if day <= last { Phase::Winding } else { Phase::Ended }
    }
}
