//! A dossier that every model has answered, and what each answer hangs on.

use serde::Serialize;

use super::dossier::each;
use super::slots::{Inputs, Named, Value};
use super::{BriefingError, Cast, Chances, Change, Chapter, Crisis, Dossier};
use crate::calendar::Day;

/// A number behind an answer: more of it is better for whoever wants the affair to end
/// without a war. Measures of different names are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measure {
    /// What it counts.
    pub what: &'static str,
    /// How much.
    pub value: f64,
}

/// What one chapter's model answers to its question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Whose model it is.
    pub chapter: Chapter,
    /// The question, to be answered with yes or no.
    pub question: String,
    /// The answer.
    pub yes: bool,
    /// The numbers behind it, in words.
    pub because: String,
    /// The same as numbers.
    pub measures: Vec<Measure>,
}

/// The nearest value of one input at which an answer turns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Turn {
    /// The input's name, such as `crisis.most`.
    pub input: String,
    /// What the input is, in words.
    pub what: String,
    /// What it holds now.
    pub now: Value,
    /// What turns the answer.
    pub at: Value,
    /// How far that is: a part of the range for a chance or a share, a part of itself for
    /// an amount or a count, 1 for a word.
    pub distance: f64,
}

impl Finding {
    pub(super) fn of<Q: Inputs>(
        _: &Q,
        question: String,
        yes: bool,
        because: String,
        measures: &[(&'static str, f64)],
    ) -> Self {
        let measure = |&(what, value)| Measure { what, value };
        let measures = measures.iter().map(measure).collect();
        Self { chapter: Q::CHAPTER, question, yes, because, measures }
    }
}

impl Turn {
    /// The change that turns the answer.
    pub fn change(&self) -> Change {
        Change::of(&self.input, self.at.to_string())
    }
}

/// One input of a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Input {
    /// Its name, such as `crisis.most`.
    pub name: String,
    /// What it is.
    pub what: String,
    /// Its value.
    pub value: Value,
}

/// An affair: a dossier, and what every model answers to its question.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use demarche::briefing::{Affair, Chapter};
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/briefing.toml"));
/// let affair = Affair::new(toml::from_str(file)?)?;
/// let war = affair.finding(Chapter::Crisis);
/// assert!(war.yes && war.because.starts_with("37.5% in this round"));
/// // It hangs on what is not known: with a cost of at most .3 war is less likely.
/// let turn = affair.turn(Chapter::Crisis).unwrap();
/// assert!(!affair.after(&turn.change())?.finding(Chapter::Crisis).yes);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Affair {
    dossier: Dossier,
    findings: Vec<Finding>,
    chances: Chances,
}

impl Affair {
    /// Asks every model its question.
    ///
    /// # Errors
    /// When a name is no state, a course changes an input that there is not, or a model
    /// refuses its numbers, before a course or after it.
    pub fn new(dossier: Dossier) -> Result<Self, BriefingError> {
        dossier.cast.check()?;
        let findings = Chapter::ALL.into_iter().map(|c| dossier.asked(c));
        let findings = findings.collect::<Result<_, _>>()?;
        dossier.check_courses()?;
        let Dossier { crisis, peace, voting, .. } = &dossier;
        let chances = Chances {
            war: crisis.war()?,
            dispute: peace.dispute(),
            late: voting.late()?,
        };
        Ok(Self { dossier, findings, chances })
    }

    /// What it was made of.
    pub const fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// What the models answer, in the order of the book.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What one of them answers.
    pub fn finding(&self, chapter: Chapter) -> &Finding {
        &self.findings[chapter as usize]
    }

    /// The three chances, each over its own horizon.
    pub const fn chances(&self) -> Chances {
        self.chances
    }

    /// The same affair with one input changed.
    ///
    /// # Errors
    /// When there is no such input, or it or a model refuses the value.
    pub fn after(&self, change: &Change) -> Result<Self, BriefingError> {
        let mut dossier = self.dossier.clone();
        dossier.set(change)?;
        Self::new(dossier)
    }

    /// The inputs of one chapter's question.
    pub fn inputs(&self, chapter: Chapter) -> Vec<Input> {
        let mut dossier = self.dossier.clone();
        let input = |(name, what, slot): Named<'_>| Input {
            name: format!("{}.{name}", chapter.word()),
            what: self.dossier.cast.told(what),
            value: slot.now(),
        };
        dossier.slots(chapter).into_iter().map(input).collect()
    }

    /// The smallest change of one input that turns a chapter's answer, by
    /// [`distance`](Turn::distance); of equals the first. `None` when no single one does.
    pub fn turn(&self, chapter: Chapter) -> Option<Turn> {
        let desk = self.dossier.desk();
        each!(&self.dossier, chapter, |question| question.turn(desk))
    }
}

/// What the questions share: who is in the affair, the day, and the standoff, in which
/// the chapter on bargaining sees what knowing is worth.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Who is in it.
    pub cast: &'a Cast,
    /// The day of the page.
    pub day: Day,
    /// The standoff.
    pub standoff: &'a Crisis,
}

/// A chapter's question, with its inputs. The seventeen that there are implement it.
pub trait Question: Inputs {
    /// What it answers.
    ///
    /// # Errors
    /// When a name is no state, or the model refuses its numbers.
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError>;

    /// The answer alone, where that is less work.
    ///
    /// # Errors
    /// As [`finding`](Self::finding).
    fn yes(&self, desk: Desk<'_>) -> Result<bool, BriefingError> {
        Ok(self.finding(desk)?.yes)
    }

    /// The smallest change of one of its inputs that turns the answer; `None` when no
    /// single one does.
    fn turn(&self, desk: Desk<'_>) -> Option<Turn> {
        let yes = self.yes(desk).ok()?;
        nearest(self, desk.cast, &[], |question| {
            Some(question.yes(desk).ok()? != yes)
        })
    }
}

/// The nearest change of one input of a question, but for those that are `held`, after
/// which something is so; values that a model refuses are passed over.
pub(super) fn nearest<Q: Question>(
    question: &Q,
    cast: &Cast,
    held: &[Change],
    so: impl Fn(&Q) -> Option<bool>,
) -> Option<Turn> {
    let mut changed = question.clone();
    let word = Q::CHAPTER.word();
    let mut best: Option<Turn> = None;
    for at in 0..changed.slots().len() {
        let (name, what, slot) = changed.slots().swap_remove(at);
        let (input, now) = (format!("{word}.{name}"), slot.now());
        if held.iter().any(|change| change.input() == input) {
            continue;
        }
        let mut others = slot.others(cast);
        others.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (distance, value) in others {
            if best.as_ref().is_some_and(|best| best.distance <= distance) {
                break;
            }
            let taken = changed.slots().swap_remove(at).2.take(&value).is_ok();
            if taken && so(&changed) == Some(true) {
                let what = cast.told(what);
                best = Some(Turn { input, what, now, at: value, distance });
                break;
            }
        }
        changed.clone_from(question);
    }
    best
}
