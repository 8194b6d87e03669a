//! Actors: who meets, who may bind, through how many hands, and who sits in without a vote.
//!
//! An [`Encounter`] has facets, and the forms of diplomacy are what one can say of it: a
//! summit may be a mediation as well. [`Purpose`] names what it is for, and which claims
//! carry that. [`authority`] tells who may bind a state and by which article. [`Missions`]
//! is a network of envoys, with ties counted one way or both, and what its
//! [`Graph`] says of standing; [`Budget`] is the next mission, at a hub or not. [`Seat`]
//! has those who are heard and those who vote.
//!
//! Left out: persons, what is said, and recognition, which needs no mission. An
//! accreditation to several states is [`Accreditation`](crate::immunity::mission::Accreditation).
//!
//! Sources: VCDR-1961, VCCR-1963 and VCLT-1969 for what may be done, Bayer-2006 for the
//! missions, Freeman-1977 and Brandes-2001 for centralities, Krackhardt-1990 for the kite.
//! The facets, the budget and the reach of a hub are ours.

mod encounter;
mod hub;
mod network;
mod passing;
mod powers;
mod purposes;
pub mod record;
mod seats;

pub use encounter::{Actor, Aim, Channel, Encounter, Form, Kind, Level, Relations};
pub use hub::{Budget, by_hub, by_pairs};
pub use network::{Graph, Missions, Tie};
pub use powers::{Authority, Forum, Office, TreatyAct, authority};
pub use purposes::Purpose;
pub use seats::{SEATS, Seat};

/// What cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ActorsError {
    /// Nobody to talk to.
    #[error("expected two parties or more, found {found}")]
    Alone {
        /// How many came.
        found: usize,
    },
    /// The same party twice, or a mediator who is a party.
    #[error("expected each name once, found {name:?} again")]
    Twice {
        /// The name.
        name: String,
    },
    /// A name that is none.
    #[error("expected a name, found blanks")]
    Nameless,
    /// A mission by others than states, or to more than one at a time.
    #[error("expected a mission between two states, found {found}")]
    NoMission {
        /// What came.
        found: String,
    },
    /// A mission of a state to itself.
    #[error("expected a mission to another state, found one of {state} to itself")]
    ToItself {
        /// The state's number.
        state: usize,
    },
    /// No state of that number: an envoy to no one.
    #[error("expected a state from 0 to {last}, found {found}")]
    NoSuchState {
        /// The last state.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// The same mission twice.
    #[error("expected each mission once, found that of {sender} at {host} again")]
    Again {
        /// Who sends.
        sender: usize,
        /// Who hosts.
        host: usize,
    },
    /// None, or more than the crate takes.
    #[error("expected {least} to {most} {what}, found {found}")]
    Count {
        /// Of what.
        what: &'static str,
        /// The least number.
        least: usize,
        /// The largest.
        most: usize,
        /// How many came.
        found: usize,
    },
}

counted!(ActorsError);
