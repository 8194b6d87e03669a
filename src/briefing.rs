//! Briefing: one affair, every chapter's model asked its own question, one page.
//!
//! A [`Dossier`] is what a desk knows: for each chapter the numbers that its model asks
//! for, and what might be done. An [`Affair`] is a dossier that every model has answered.
//! It says what each [`Finding`] hangs on ([`Affair::turn`]), how each course of action
//! stands with the models ([`Affair::standings`]), and writes the [`Page`].
//!
//! Left out: any sum over the models. A [`Chance`] of a round, of a year and of a race
//! are three types, and nothing adds or compares them. What no model here can say is
//! listed in [`SILENT`].
//!
//! No source of its own: the questions are ours, the models are those of the chapters.
//! The affair of `examples/data/briefing.toml` is invented.

mod affair;
mod chance;
mod courses;
mod dossier;
mod odds;
mod page;
mod siding;
mod slots;
mod talk;

pub use affair::{Affair, Desk, Finding, Input, Measure, Question, Turn};
pub use chance::{Chance, Chances, Horizon, Race, Round, Year};
pub use courses::{Course, Sign, Standing};
pub use dossier::{Cast, Dossier, Fact, Notes};
pub use odds::{Aid, Climate, Crisis, Cyber, Peace, Voting, Way};
pub use page::{Line, Page};
pub use siding::{Alignment, Alliances, Gains, Polarity, Power, Trade, Waiting};
pub use slots::{Change, Inputs, Named, Other, Slot, Someone, Unfit, Value};
pub use talk::{Actors, Bargaining, Culture, Immunity, Leaving, Signals, Treaties};

use crate::words::words;

words! {
    /// The chapters whose models are asked, in the order of the book.
    Chapter: "a chapter" {
        /// Who meets, and through how many hands.
        Actors,
        /// What a host may do to whom.
        Immunity,
        /// When a promise ends.
        Treaties,
        /// What gets through.
        Signals,
        /// Whether there is a deal.
        Bargaining,
        /// Who comes to be like whom.
        Culture,
        /// Who minds the other's gain.
        Gains,
        /// What open borders are worth.
        Trade,
        /// Who comes.
        Alliances,
        /// Who stands with whom.
        Alignment,
        /// Who is a power.
        Polarity,
        /// How likely war is, and how wide.
        Crisis,
        /// How often pairs like these quarrel.
        Peace,
        /// Whether a body decides in time.
        Voting,
        /// Which pact holds.
        Climate,
        /// How soon help is there.
        Aid,
        /// Whom to blame.
        Cyber,
    }
}

/// What no model here can say.
pub const SILENT: [&str; 4] = [
    "whether the models err together: they share reason and short lists of moves",
    "who is in the right",
    "what a death counts",
    "how good those who told us these numbers have been before",
];

/// What is wrong with a dossier, or with a change of it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BriefingError {
    /// A name that is not among the states.
    #[error("{chapter}: expected one of {expected}, found {found:?}")]
    NoSuchState {
        /// Whose question names it.
        chapter: &'static str,
        /// The states.
        expected: String,
        /// The name that came.
        found: String,
    },
    /// The same state in two parts, or a name that comes twice.
    #[error("expected {what} once, found {found:?} again")]
    Twice {
        /// What must differ.
        what: &'static str,
        /// What came again.
        found: String,
    },
    /// Too few or too many.
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
    /// No change of an input.
    #[error("expected a change such as crisis.most=0.2, found {found:?}")]
    NoChange {
        /// What came.
        found: String,
    },
    /// An input that no question has.
    #[error("expected an input such as {expected}, found {found:?}")]
    NoSuchInput {
        /// Those of the chapter, or one of each.
        expected: String,
        /// What came.
        found: String,
    },
    /// A value outside an input's domain.
    #[error("{input}: {unfit}")]
    Value {
        /// The input.
        input: String,
        /// What was expected, and what came.
        unfit: Unfit,
    },
    /// A course of action that cannot be taken.
    #[error("course {course:?}: {told}")]
    Course {
        /// Its name.
        course: String,
        /// Why not.
        told: String,
    },
    /// What the model behind the question on actors refuses.
    #[error("actors: {0}")]
    Actors(#[from] crate::actors::ActorsError),
    /// What the model behind the question on signals refuses.
    #[error("signals: {0}")]
    Signals(#[from] crate::signals::SignalsError),
    /// What the model behind the question on crisis refuses.
    #[error("crisis: {0}")]
    Standoff(#[from] crate::bargaining::BargainingError),
    /// What the model behind the question on culture refuses.
    #[error("culture: {0}")]
    Culture(#[from] crate::culture::CultureError),
    /// What the model behind the question on gains refuses.
    #[error("gains: {0}")]
    Gains(#[from] crate::gains::GainsError),
    /// What the model behind the question on trade refuses.
    #[error("trade: {0}")]
    Trade(#[from] crate::trade::TradeError),
    /// What the model behind the question on alliances refuses.
    #[error("alliances: {0}")]
    Alliances(#[from] crate::alliances::AlliancesError),
    /// What the model behind the question on alignment refuses.
    #[error("alignment: {0}")]
    Alignment(#[from] crate::graph::GraphError),
    /// What the model behind the question on polarity refuses.
    #[error("polarity: {0}")]
    Polarity(#[from] crate::polarity::PolarityError),
    /// What the model behind the question on polarity refuses.
    #[error("polarity: {0}")]
    Tally(crate::voting::VotingError),
    /// What the model behind the question on crisis refuses.
    #[error("crisis: {0}")]
    Crisis(#[from] crate::crisis::CrisisError),
    /// What the model behind the question on voting refuses.
    #[error("voting: {0}")]
    Voting(crate::voting::VotingError),
    /// What the model behind the question on climate refuses.
    #[error("climate: {0}")]
    Climate(#[from] crate::climate::ClimateError),
    /// What the model behind the question on cyber refuses.
    #[error("cyber: {0}")]
    Cyber(#[from] crate::numbers::NumberError),
}

counted!(BriefingError);
