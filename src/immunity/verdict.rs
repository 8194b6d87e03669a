//! The rules themselves: from a case to a verdict that cites its articles.
//!
//! Eight stages, each a citation: status, the base shield for the measure, what
//! reservations leave of it, the tie to the receiving state, the phase of the
//! posting, the nature of the act, the exceptions written into the immunity, waiver.

use serde::Serialize;

use super::article::Article;
use super::case::Case;
use super::pair::Pair;
use super::reading::{Issue, Reading};
use super::rules::run;
use crate::words::words;

words! {
    /// What the Conventions say to the measure.
    Outcome: "barred or allowed" {
        /// The Conventions forbid it.
        Barred = "barred",
        /// The Conventions leave it to the host's own law.
        Allowed = "allowed",
    }
}

words! {
    /// How far a shield reaches. A cap is the lesser of two.
    Shield: "a shield" {
        /// No shield at all.
        None = "no shield",
        /// Acts in the exercise of the functions or the course of the duties.
        OfficialActs = "official acts",
        /// Every act.
        Full = "every act",
    }
}

words! {
    /// A stage of the argument.
    Stage: "a stage of the argument" {
        /// Who counts.
        Status = "status",
        /// What that status shields against this measure.
        Base = "shield",
        /// Reservations between the two states.
        Pair = "reservation",
        /// Nationality or residence.
        Tie = "tie",
        /// The moment of the posting.
        Phase = "phase",
        /// Official or private.
        Nature = "act",
        /// An exception in the text.
        Exception = "exception",
        /// Given up by the sending state.
        Waiver = "waiver",
    }
}

/// One link in the chain of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Where in the argument.
    pub stage: Stage,
    /// By which articles.
    pub articles: &'static [Article],
    /// What they say here.
    pub because: &'static str,
    /// The shield that is left after this step.
    pub shield: Shield,
}

/// The answer to a [`Case`], with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    outcome: Outcome,
    shield: Shield,
    steps: Vec<Step>,
    contested: Vec<Issue>,
}

impl Verdict {
    /// Barred or allowed, under the reading that was given.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The shield after all caps, before exceptions and waiver.
    pub const fn shield(&self) -> Shield {
        self.shield
    }

    /// The chain of reasons, in order; never empty.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The open readings that would each turn the outcome by itself. Empty when the
    /// answer does not depend on any.
    pub fn contested(&self) -> &[Issue] {
        &self.contested
    }

    /// Every article in the chain, in order, once.
    pub fn cites(&self) -> Vec<Article> {
        let mut cites: Vec<Article> = Vec::new();
        for article in self.steps.iter().flat_map(|step| step.articles) {
            if !cites.contains(article) {
                cites.push(*article);
            }
        }
        cites
    }
}

/// Decides a case between two states under a reading.
///
/// ```
/// use demarche::immunity::*;
/// let agent = Who::foreign(Category::DiplomaticAgent);
/// let crash = Case::serving(agent, Subject::VehicleAccident, Measure::Sue);
/// assert_eq!(verdict(&crash, Pair::PLAIN, Reading::PLAIN).outcome(), Outcome::Barred);
/// // The consul, even on duty, may be sued for the same crash: VCCR 43(2)(b).
/// let consul = Who::foreign(Category::CareerConsularOfficer).officially()?;
/// let answer = verdict(&Case { who: consul, ..crash }, Pair::PLAIN, Reading::PLAIN);
/// assert_eq!(answer.outcome(), Outcome::Allowed);
/// assert!(answer.cites().contains(&"VCCR 43(2)(b)".parse()?));
/// # Ok::<(), ImmunityError>(())
/// ```
pub fn verdict(case: &Case, pair: Pair, reading: Reading) -> Verdict {
    let mut steps = Vec::with_capacity(8);
    let (outcome, shield) = run(case, pair, reading, &mut |step| steps.push(step));
    let contested = Issue::ALL
        .iter()
        .copied()
        .filter(|issue| self::outcome(case, pair, reading.turned(*issue)) != outcome)
        .collect();
    Verdict { outcome, shield, steps, contested }
}

/// The bare outcome, for whoever asks millions of times.
pub fn outcome(case: &Case, pair: Pair, reading: Reading) -> Outcome {
    run(case, pair, reading, &mut |_| ()).0
}

/// The shield after all caps (reservation, tie, phase), before exceptions and waiver.
pub fn shield(case: &Case, pair: Pair, reading: Reading) -> Shield {
    run(case, pair, reading, &mut |_| ()).1
}
