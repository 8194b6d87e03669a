//! A posting in dates, and the phase on any day of it.

use serde::Serialize;

use super::ImmunityError;
use super::case::Phase;
use crate::calendar::Day;

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
