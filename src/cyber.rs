//! Cyber: whom to blame, what keeps a norm, and what fast lines are worth.
//!
//! [`Inquiry`] weighs marks that point at somebody and may have been planted, and comes
//! to a [`Decision`]. [`Blame`] is the game behind it: who may be hit back attacks or
//! not, who was hit blames or tolerates. A [`Norm`] is kept by the threat to give it up,
//! and alarms are sometimes false. A [`Line`] carries more rounds in the time of one and
//! may leak more.
//!
//! Left out: what an operation does once it is in, espionage, which hardly any norm
//! forbids, and how long it takes to know. Marks are independent of each other here; a
//! planter who plants one plants several.
//!
//! Sources: Edwards-2017 for the question of the blame game, whose payoffs we could not
//! read: the game is ours, in its spirit. Green-Porter-1984 and
//! Abreu-Pearce-Stacchetti-1986 for norms under false alarms. Planted marks and the lines
//! are ours; [`Bimatrix`](crate::games::Bimatrix), [`Channel`](crate::signals::Channel)
//! and [`Wait`](crate::voting::Wait) do the rest.

mod blame;
mod inquiry;
mod line;
mod norm;

pub use blame::{Answer, Blame};
pub use inquiry::{Decision, Inquiry, Mark};
pub use line::Line;
pub use norm::{Norm, Pause};

/// What is wrong with the input of a model of this chapter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CyberError {
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
    /// Beliefs that do not exhaust what may be.
    #[error(
        "expected beliefs that sum to 1, found {sum}; one may be \"somebody else\""
    )]
    Sum {
        /// What they sum to.
        sum: f64,
    },
    /// A mark that points at nobody.
    #[error("expected a suspect from 0 to {last}, found {found}")]
    NoSuchSuspect {
        /// The last suspect.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// Not one chance to be hurt for each suspect.
    #[error(
        "expected {expected} chances to be hurt by blame, one a suspect, found {found}"
    )]
    Chances {
        /// How many suspects there are.
        expected: usize,
        /// How many chances came.
        found: usize,
    },
    /// Marks that nobody can have left.
    #[error("expected marks that somebody can have left: as given, nobody has")]
    Impossible,
}

counted!(CyberError);
