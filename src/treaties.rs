//! Treaties: the life of a promise between states, its clocks, and the race it can stop.
//!
//! A [`Bond`] is one state's place in one treaty, from [`Standing::Outsider`] to
//! [`Standing::Former`]; an [`Event`] moves it, or is [`Refused`] with the article that
//! stands in the way. A [`Ground`] says when a treaty may be ended or suspended, a
//! [`Defect`] when consent never counted. [`Entry`] turns deposits into the day of entry
//! into force, [`Exit`] a notice into the last day, [`Relation`] a reservation and its
//! answer into what is left between two states. [`Limits`] is an arms race under agreed
//! cuts until somebody leaves. Who may be reserved against whom in the Convention of 1961
//! is in [`immunity::pair`](crate::immunity::pair), the race itself in
//! [`crisis`](crate::crisis::Race).
//!
//! Left out: full powers, the making of the text, interpretation, amendment, third
//! states, succession, registration, the separability of clauses and what a state loses
//! by acquiescence in a breach. The rules are those of the Vienna Convention on the Law
//! of Treaties, read whole (VCLT-1969); most of them are called custom, not all. The
//! crate decides what the text says; it is not legal advice.
//!
//! Sources: VCLT-1969, Richardson-1960 (races).

mod bond;
mod clock;
mod grounds;
mod limits;
mod reservations;

pub use bond::{Bond, Duty, Event, Notice, Refused, Standing, Terms};
pub use clock::{Delay, Deposit, Entry, Exit, WayOut, may_act};
pub use grounds::{
    Bar, Breach, Change, Claimant, Defect, Ground, LaterTreaty, Remedy,
};
pub use limits::Limits;
pub use reservations::{
    Content, Group, Relation, Reply, counts, relation, silent_until,
};

/// What is wrong with the input of a model of treaties.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreatiesError {
    /// Text that is no period.
    #[error(
        "expected a period such as days:30, months:6, years:1, \
         first_after_days:60 or first_of_month:6, found {found:?}"
    )]
    NoSuchDelay {
        /// The text that came.
        found: String,
    },
}
