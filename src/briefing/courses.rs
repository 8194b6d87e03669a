//! What may be done, and which models speak for it.

use serde::Serialize;

use super::affair::{Affair, Desk, Finding, Question, Turn, nearest};
use super::dossier::each;
use super::slots::{named, put};
use super::{BriefingError, Change, Chapter, Dossier, counted};
use crate::words::words;

named! {
    /// A course of action: what it changes among the inputs, as the desk believes, and what
    /// it costs.
    Course {
        /// Its name.
        name: String,
        /// What to do, as an order.
        does: String,
        /// What it changes.
        set: Vec<Change>,
        /// Its price.
        price: String,
        /// Who pays.
        payer: String,
        /// What it forecloses.
        forecloses: String,
    }
}

words! {
    /// How one model stands to a course.
    Sign: "a sign" {
        /// All of its measures that move rise.
        For,
        /// All of them fall.
        Against,
        /// Some rise, some fall.
        Split,
        /// None moves.
        Silent,
    }
}

/// How a course stands with the models.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// Its number in the dossier.
    pub course: usize,
    /// The sign of every chapter, in the order of the book.
    pub signs: Vec<Sign>,
    /// The smallest change of one input, of those that the course leaves alone, that
    /// turns one of its signs; its distance is the course's margin.
    pub margin: Option<Turn>,
}

impl Standing {
    /// How many chapters have this sign.
    pub fn count(&self, sign: Sign) -> usize {
        self.signs.iter().filter(|&&s| s == sign).count()
    }

    /// The chapters that have it.
    pub fn with(&self, sign: Sign) -> impl Iterator<Item = Chapter> + '_ {
        let of = move |chapter: &Chapter| self.signs[*chapter as usize] == sign;
        Chapter::ALL.into_iter().filter(of)
    }
}

impl Affair {
    /// How every course stands with the models. The sum of signs is no score: it says who
    /// would have to be wrong.
    pub fn standings(&self) -> Vec<Standing> {
        let courses = 0..self.dossier().courses.len();
        courses.map(|course| self.standing(course)).collect()
    }

    /// The same for one of them.
    ///
    /// # Panics
    /// When there is no such course.
    pub fn standing(&self, course: usize) -> Standing {
        let dossier = self.dossier();
        let (desk, set) = (dossier.desk(), &*dossier.courses[course].set);
        // The course changed the dossier once already, when the affair was made.
        let after = dossier.taking(set).unwrap_or_else(|_| dossier.clone());
        let mut margin: Option<Turn> = None;
        let signs = Chapter::ALL.map(|chapter| {
            each!(&dossier, chapter, |question| {
                let stands = |question: &_| sign(question, desk, set, after.desk());
                let now = stands(question).unwrap_or(Sign::Silent);
                if now != Sign::Silent {
                    let turns = |changed: &_| Some(stands(changed)? != now);
                    let turn = nearest(question, desk.cast, set, turns);
                    let by = |turn: &Option<Turn>| turn.as_ref().map(|t| t.distance);
                    if by(&turn).is_some_and(|d| by(&margin).is_none_or(|m| d < m)) {
                        margin = turn;
                    }
                }
                now
            })
        });
        Standing { course, signs: signs.to_vec(), margin }
    }

    /// The courses in the order in which the page has them: the fewer models against, the
    /// earlier; then the more for; then the wider margin; then as in the dossier.
    pub fn order(&self) -> Vec<Standing> {
        let mut standings = self.standings();
        let margin =
            |s: &Standing| s.margin.as_ref().map_or(f64::MAX, |t| t.distance);
        standings.sort_by(|a, b| {
            a.count(Sign::Against)
                .cmp(&b.count(Sign::Against))
                .then(b.count(Sign::For).cmp(&a.count(Sign::For)))
                .then(margin(b).total_cmp(&margin(a)))
        });
        standings
    }
}

/// How a question stands to these changes. `None` where its model refuses them.
fn sign<Q: Question>(
    question: &Q,
    desk: Desk<'_>,
    set: &[Change],
    then: Desk<'_>,
) -> Option<Sign> {
    let mut after = question.clone();
    for change in set {
        if let Some(("", field)) = change
            .input()
            .strip_prefix(Q::CHAPTER.word())
            .and_then(|rest| rest.split_once('.'))
        {
            put(after.slots(), field, change)?.ok()?;
        }
    }
    Some(between(&question.finding(desk).ok()?, &after.finding(then).ok()?))
}

/// The sign from what moves. Within a billionth nothing has.
fn between(before: &Finding, after: &Finding) -> Sign {
    let moves = before.measures.iter().zip(&after.measures);
    let (mut rise, mut fall) = (false, false);
    for (before, after) in moves {
        let by = after.value - before.value;
        rise |= by > 1e-9;
        fall |= by < -1e-9;
    }
    match (rise, fall) {
        (true, true) => Sign::Split,
        (true, false) => Sign::For,
        (false, true) => Sign::Against,
        (false, false) => Sign::Silent,
    }
}

impl Dossier {
    /// The same with these changes.
    fn taking(&self, set: &[Change]) -> Result<Self, BriefingError> {
        let mut after = self.clone();
        for change in set {
            after.set(change)?;
        }
        Ok(after)
    }

    /// Whether every course can be taken.
    pub(super) fn check_courses(&self) -> Result<(), BriefingError> {
        counted("courses of action", (1, 12), self.courses.len())?;
        for course in &self.courses {
            let told = |error: BriefingError| BriefingError::Course {
                course: course.name.clone(),
                told: error.to_string(),
            };
            let after = self.taking(&course.set).map_err(told)?;
            for chapter in Chapter::ALL {
                after.asked(chapter).map_err(told)?;
            }
        }
        Ok(())
    }
}
