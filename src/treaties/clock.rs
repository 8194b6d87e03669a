//! The clocks: from deposits to entry into force, from a notice to the exit.

use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::TreatiesError;
use crate::calendar::Day;
use crate::immunity::Article;
use crate::numbers::{Share, at_least};

/// A period as final clauses write it. As text `days:30`, `months:6`, `years:1`, and
/// `first_after_days:60` and `first_of_month:6` for the two that wait for the first
/// day of a month.
///
/// ```
/// use demarche::calendar::Day;
/// use demarche::treaties::Delay;
/// let deposit: Day = "2010-02-16".parse()?;
/// // "The first day of the sixth month after the month of the thirtieth deposit".
/// let clusters: Delay = "first_of_month:6".parse()?;
/// assert_eq!(clusters.after(deposit).to_string(), "2010-08-01");
/// // A month less, and six months to the day, are two other treaties.
/// assert_eq!(Delay::Months(6).after(deposit).to_string(), "2010-08-16");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub enum Delay {
    /// So many days after; the thirtieth day following is 30.
    Days(u16),
    /// The same day so many months later.
    Months(u16),
    /// The same day so many years later.
    Years(u16),
    /// The first day of the month after so many days.
    FirstAfterDays(u16),
    /// The first day of the month that lies so many months after that of the event.
    FirstOfMonth(u16),
}

impl Delay {
    /// At once.
    pub const NONE: Self = Self::Days(0);

    /// The day that lies this far behind another. A month too short for the day gives its
    /// last one; the Convention has no rule for that, and depositaries have theirs.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        match self {
            Self::Days(n) => day.after(n),
            Self::Months(n) => day.after_months(n),
            Self::Years(n) => day.after_months(n.saturating_mul(12)),
            Self::FirstAfterDays(n) => day.after(n).month_begun(1),
            Self::FirstOfMonth(n) => day.month_begun(n),
        }
    }

    const fn parts(self) -> (&'static str, u16) {
        match self {
            Self::Days(n) => ("days", n),
            Self::Months(n) => ("months", n),
            Self::Years(n) => ("years", n),
            Self::FirstAfterDays(n) => ("first_after_days", n),
            Self::FirstOfMonth(n) => ("first_of_month", n),
        }
    }
}

impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, n) = self.parts();
        f.pad(&format!("{unit}:{n}"))
    }
}

impl FromStr for Delay {
    type Err = TreatiesError;

    fn from_str(text: &str) -> Result<Self, TreatiesError> {
        let read = || {
            let (unit, n) = text.split_once(':')?;
            let n = n.trim().parse().ok()?;
            Some(match unit.trim() {
                "days" => Self::Days(n),
                "months" => Self::Months(n),
                "years" => Self::Years(n),
                "first_after_days" => Self::FirstAfterDays(n),
                "first_of_month" => Self::FirstOfMonth(n),
                _ => return None,
            })
        };
        read().ok_or_else(|| TreatiesError::NoSuchDelay { found: text.to_owned() })
    }
}

as_text!(Delay, TreatiesError);

/// One instrument in the depositary's safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Deposit {
    /// When it came.
    pub on: Day,
    /// What part it brings of whatever else the treaty counts, such as the world's
    /// emissions; 0 where it counts states alone.
    pub share: Share,
}

by_name!(Deposit { on: Day, share: Share });

impl Deposit {
    /// One that counts as a state and as nothing else.
    pub const fn on(on: Day) -> Self {
        Self { on, share: Share::of_valid(0.0) }
    }
}

/// When a treaty enters into force: so long after so many deposits, which together bring
/// at least so large a part (VCLT 24(1)).
///
/// ```
/// use std::num::NonZeroU16;
/// use demarche::treaties::{Delay, Deposit, Entry};
/// let entry = Entry::after(NonZeroU16::new(2).unwrap(), Delay::Days(30));
/// let safe = ["1964-04-17", "1964-03-25", "1964-05-08"].map(|day| day.parse());
/// let safe: Vec<_> = safe.into_iter().map(|day| day.map(Deposit::on)).collect::<Result<_, _>>()?;
/// // The second by date, and thirty days.
/// assert_eq!(entry.day(&safe).unwrap().to_string(), "1964-05-17");
/// // Whoever comes later waits thirty days of its own.
/// assert_eq!(entry.day_for(safe[2].on, &safe).unwrap().to_string(), "1964-06-07");
/// // One deposit is not two.
/// assert_eq!(entry.day(&safe[..1]), None);
/// # Ok::<(), demarche::calendar::DayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    /// How many deposits it takes.
    pub count: NonZeroU16,
    /// How large a part they must bring together.
    pub share: Share,
    /// How long after the deposit that completes them.
    pub delay: Delay,
}

by_name!(Entry { count: NonZeroU16, share: Share, delay: Delay });

impl Entry {
    /// One that counts states alone.
    pub const fn after(count: NonZeroU16, delay: Delay) -> Self {
        Self { count, share: Share::of_valid(0.0), delay }
    }

    /// The day of the deposit that completes the conditions; `None` while they are not
    /// met. The order of the list is of no account.
    pub fn trigger(&self, deposits: &[Deposit]) -> Option<Day> {
        let mut sorted: Vec<Deposit> = deposits.to_vec();
        sorted.sort_unstable_by_key(|deposit| deposit.on);
        let mut sum = 0.0;
        let mut met = sorted.iter().enumerate().filter(|(before, deposit)| {
            sum += deposit.share.value();
            *before + 1 >= usize::from(self.count.get())
                && at_least(sum, self.share.value(), 1.0)
        });
        met.next().map(|(_, deposit)| deposit.on)
    }

    /// The day on which the treaty enters into force.
    pub fn day(&self, deposits: &[Deposit]) -> Option<Day> {
        self.trigger(deposits).map(|day| self.delay.after(day))
    }

    /// The day on which it does for one state, which deposited on `own`: with the others,
    /// or the same period after its own deposit (VCLT 24(3), and most final clauses).
    pub fn day_for(&self, own: Day, deposits: &[Deposit]) -> Option<Day> {
        Some(self.day(deposits)?.max(self.delay.after(own)))
    }
}

/// A clause by which a party may leave.
///
/// ```
/// use demarche::calendar::Day;
/// use demarche::treaties::{Delay, Exit};
/// // Paris 2015, article 28: not before three years in force, then one year.
/// let paris = Exit { notice: Delay::Years(1), first: Delay::Years(3), reasons: false };
/// let in_force: Day = "2016-11-04".parse()?;
/// assert_eq!(paris.earliest(in_force).to_string(), "2019-11-04");
/// assert_eq!(paris.last_day("2019-11-04".parse()?).to_string(), "2020-11-04");
/// # Ok::<(), demarche::calendar::DayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Exit {
    /// How long after the notice it takes effect.
    pub notice: Delay,
    /// How long the treaty must have been in force for the state before it may give one.
    pub first: Delay,
    /// Whether the notice must state its reasons.
    pub reasons: bool,
}

by_name!(Exit { notice: Delay, first: Delay, reasons: bool });

impl Exit {
    /// The first day on which notice may be given.
    #[must_use]
    pub fn earliest(&self, in_force: Day) -> Day {
        self.first.after(in_force)
    }

    /// The day on which a notice takes effect.
    #[must_use]
    pub fn last_day(&self, notice: Day) -> Day {
        self.notice.after(notice)
    }
}

/// What the treaty says about leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayOut {
    /// It has a clause (VCLT 54(a)).
    Clause(Exit),
    /// It says nothing, and nothing is implied: nobody leaves (VCLT 56(1)).
    Silent,
    /// It says nothing, but the parties meant to allow it or its nature does: twelve
    /// months (VCLT 56(2)).
    Implied,
}

impl WayOut {
    /// The clause, or what the Convention puts in its place; `None` where nobody leaves.
    pub const fn exit(self) -> Option<Exit> {
        match self {
            Self::Clause(exit) => Some(exit),
            Self::Implied => Some(Exit {
                notice: Delay::Months(12),
                first: Delay::NONE,
                reasons: false,
            }),
            Self::Silent => None,
        }
    }

    /// The rule by which a notice stands or falls.
    pub(super) const fn rule(self) -> Article {
        match self {
            Self::Clause(_) => Article::vclt(54, 0).at('a'),
            Self::Silent => Article::vclt(56, 1),
            Self::Implied => Article::vclt(56, 2),
        }
    }
}

/// The first day on which a state that claims a ground may act on it, if nobody objects:
/// three months after the others received its notification (VCLT 65(2)). Cases of special
/// urgency are left to judgement.
///
/// ```
/// use demarche::treaties::may_act;
/// assert_eq!(may_act("2026-05-03".parse()?).to_string(), "2026-08-03");
/// # Ok::<(), demarche::calendar::DayError>(())
/// ```
pub fn may_act(received: Day) -> Day {
    received.after_months(3)
}
