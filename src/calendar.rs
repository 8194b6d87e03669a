//! Days of the calendar, and months from one to another.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// Day, month or year that no calendar has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 1984-04-17, found {found:?}")]
pub struct DayError {
    /// The text that came.
    pub found: String,
}

/// A day of the Gregorian calendar, counted from 1 January 1970.
///
/// ```
/// use demarche::calendar::Day;
/// let shots: Day = "1984-04-17".parse()?;
/// let rupture: Day = "1984-04-22".parse()?;
/// assert_eq!(rupture.since(shots), 5);
/// assert_eq!(rupture.after(7).to_string(), "1984-04-29");
/// # Ok::<(), demarche::calendar::DayError>(())
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
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DayError> {
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
            return Err(DayError { found });
        }
        Ok(Self::of(year.into(), month.into(), day.into()))
    }

    fn of(year: i32, month: i32, day: i32) -> Self {
        // The year is turned so that it begins in March and leap days come last.
        let turned = year - i32::from(month <= 2);
        let month = (month + 9) % 12;
        let in_year = (153 * month + 2) / 5 + day - 1;
        let days = 365 * turned + turned / 4 - turned / 100 + turned / 400 + in_year;
        Self(days - 719_468)
    }

    /// So many days later.
    #[must_use]
    pub const fn after(self, days: u16) -> Self {
        Self(self.0 + days as i32)
    }

    /// The day of that number so many months later; where the month is too short, its
    /// last day.
    ///
    /// ```
    /// use demarche::calendar::Day;
    /// let notice: Day = "2019-08-31".parse()?;
    /// assert_eq!(notice.after_months(6).to_string(), "2020-02-29");
    /// # Ok::<(), demarche::calendar::DayError>(())
    /// ```
    #[must_use]
    pub fn after_months(self, months: u16) -> Self {
        let (.., day) = self.parts();
        let first = self.month_begun(months);
        let length = first.month_begun(1).since(first);
        Self(first.0 + day.min(length) - 1)
    }

    /// The first day of the month that lies so many months later; 0 for this one.
    #[must_use]
    pub fn month_begun(self, months: u16) -> Self {
        let (year, month, _) = self.parts();
        let months = 12 * year + month - 1 + i32::from(months);
        Self::of(months / 12, months % 12 + 1, 1)
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
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let wrong = || DayError { found: text.to_owned() };
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

as_text!(Day, DayError);
