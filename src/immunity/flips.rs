//! What would have to be different: the smallest changes that turn a verdict.

use core::fmt;

use serde::Serialize;

use super::case::{Act, Case, Measure, Phase, Subject};
use super::pair::Pair;
use super::reading::{Issue, Reading};
use super::verdict::{Outcome, outcome};
use super::who::{Capacity, Category, Tie, Who};

/// One fact, or one reading, that is different. What the host wants to do stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Change {
    /// The sending state waives this.
    Waive(Measure),
    /// The sending state does not waive this.
    Keep(Measure),
    /// The host acts at another moment of the posting.
    At(Phase),
    /// The act was official, or was private.
    As(Capacity),
    /// The act was about something else.
    About(Subject),
    /// A judge has decided, or has not.
    Judge(bool),
    /// The suit is a counterclaim, or is not.
    Counterclaim(bool),
    /// The person has a second, paid job, or has not.
    Gainful(bool),
    /// The person is otherwise tied to the receiving state.
    Tied(Tie),
    /// The person is the staff member, not family.
    Sponsor,
    /// The person is family of the staff member.
    Household,
    /// The person belongs to another kind of staff.
    Kind(Category),
    /// The person has no status at all.
    Unrecognised,
    /// The court takes the other side of an open reading: the plain one or, if true,
    /// the one that is not.
    Read(Issue, bool),
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waive(measure) => {
                write!(f, "the sending state waives {}", protection(*measure))
            }
            Self::Keep(measure) => {
                write!(f, "the sending state keeps {}", protection(*measure))
            }
            Self::At(phase) => {
                write!(f, "when the host acts, the posting is: {phase}")
            }
            Self::As(capacity) => write!(f, "the act was {capacity}"),
            Self::About(subject) => write!(f, "the matter is: {subject}"),
            Self::Judge(true) => f.write_str("a competent judge has decided"),
            Self::Judge(false) => f.write_str("no judge has decided"),
            Self::Counterclaim(true) => f.write_str("the suit is a counterclaim"),
            Self::Counterclaim(false) => f.write_str("the suit is no counterclaim"),
            Self::Gainful(true) => f.write_str("the person has a second, paid job"),
            Self::Gainful(false) => f.write_str("the person has no second job"),
            Self::Tied(tie) => write!(f, "the person's tie to the host is: {tie}"),
            Self::Sponsor => f.write_str("it was the staff member, not the family"),
            Self::Household => f.write_str("it was family, not the staff member"),
            Self::Kind(category) => write!(f, "the person is: {category}"),
            Self::Unrecognised => f.write_str("the person was never recognised"),
            Self::Read(issue, other) => {
                let (plain, not) = issue.sides();
                write!(f, "the court reads: {}", if *other { not } else { plain })
            }
        }
    }
}

/// What a waiver of this measure gives up.
const fn protection(measure: Measure) -> &'static str {
    match measure {
        Measure::Arrest => "protection from arrest",
        Measure::EnterHome => "protection of the home",
        Measure::Citation => "nothing",
        Measure::Testify => "the right not to testify",
        Measure::Prosecute => "immunity from trial",
        Measure::Sue => "immunity from suit",
        Measure::Execute => "immunity from execution",
    }
}

type Asked = (Case, Reading);

fn neighbours(asked: Asked) -> Vec<(Change, Asked)> {
    let (case, reading) = asked;
    let mut all = Vec::new();
    let mut push = |change, case: Case| all.push((change, (case, reading)));

    for &measure in Measure::ALL.iter().filter(|m| m.letter().is_some()) {
        if case.waiver.lifts(measure) {
            let waiver = case.waiver.without(measure);
            push(Change::Keep(measure), Case { waiver, ..case });
        } else {
            let waiver = case.waiver.with(measure);
            push(Change::Waive(measure), Case { waiver, ..case });
        }
    }
    for &phase in Phase::ALL.iter().filter(|phase| **phase != case.phase) {
        push(Change::At(phase), Case { phase, ..case });
    }
    for who in others(case.who) {
        push(who.0, Case { who: who.1, ..case });
    }
    let act = case.act;
    for &subject in Subject::ALL.iter().filter(|subject| **subject != act.subject) {
        push(Change::About(subject), Case { act: Act { subject, ..act }, ..case });
    }
    let judge = !act.judge;
    push(Change::Judge(judge), Case { act: Act { judge, ..act }, ..case });
    let counterclaim = !act.counterclaim;
    let turned = Act { counterclaim, ..act };
    push(Change::Counterclaim(counterclaim), Case { act: turned, ..case });
    let gainful = !act.gainful;
    push(Change::Gainful(gainful), Case { act: Act { gainful, ..act }, ..case });

    for issue in Issue::ALL {
        let other = !reading.other_side(issue);
        all.push((Change::Read(issue, other), (case, reading.turned(issue))));
    }
    all
}

fn others(who: Who) -> Vec<(Change, Who)> {
    let mut all = Vec::new();
    match who {
        Who::Nobody => {
            for category in Category::ALL {
                all.push((Change::Kind(category), Who::foreign(category)));
            }
            return all;
        }
        Who::Member { category, tie, capacity } => {
            let turned = match capacity {
                Capacity::Official => Capacity::Private,
                Capacity::Private => Capacity::Official,
            };
            let other = Who::Member { category, tie, capacity: turned };
            all.push((Change::As(turned), other));
            let family = Who::Family { of: category, tie, sponsor_tie: tie };
            all.push((Change::Household, family));
            for &tie in Tie::ALL.iter().filter(|other| **other != tie) {
                let other = Who::Member { category, tie, capacity };
                all.push((Change::Tied(tie), other));
            }
            for &category in Category::ALL.iter().filter(|other| **other != category)
            {
                let other = Who::Member { category, tie, capacity };
                all.push((Change::Kind(category), other));
            }
        }
        Who::Family { of, tie, sponsor_tie } => {
            let capacity = Capacity::Private;
            let sponsor = Who::Member { category: of, tie: sponsor_tie, capacity };
            all.push((Change::Sponsor, sponsor));
            for &tie in Tie::ALL.iter().filter(|other| **other != tie) {
                let other = Who::Family { of, tie, sponsor_tie };
                all.push((Change::Tied(tie), other));
            }
            for &of in Category::ALL.iter().filter(|other| **other != of) {
                let other = Who::Family { of, tie, sponsor_tie };
                all.push((Change::Kind(of), other));
            }
        }
    }
    all.push((Change::Unrecognised, Who::Nobody));
    all
}

/// Every single change that turns the outcome: first what the sending state may do,
/// then what time does, then who and what it was, last how a court reads.
///
/// ```
/// use demarche::immunity::*;
/// let agent = Who::foreign(Category::DiplomaticAgent);
/// let trial = Case::serving(agent, Subject::GraveCrime, Measure::Prosecute);
/// let turns = flips(&trial, Pair::PLAIN, Reading::PLAIN);
/// assert_eq!(turns[0], Change::Waive(Measure::Prosecute));
/// assert!(turns.contains(&Change::At(Phase::Ended)));
/// ```
pub fn flips(case: &Case, pair: Pair, reading: Reading) -> Vec<Change> {
    let now = outcome(case, pair, reading);
    let turned = |asked: &Asked| outcome(&asked.0, pair, asked.1) != now;
    let near = neighbours((*case, reading)).into_iter();
    near.filter(|(_, asked)| turned(asked)).map(|(change, _)| change).collect()
}

/// A smallest set of changes that turns the outcome, at most three; `None` where even
/// three do not (a traffic ticket is never barred).
///
/// ```
/// use demarche::immunity::*;
/// // No change of facts ever bars a traffic ticket.
/// let consul = Who::foreign(Category::CareerConsularOfficer);
/// let ticket = Case::serving(consul, Subject::OrdinaryCrime, Measure::Citation);
/// assert!(smallest_flip(&ticket, Pair::PLAIN, Reading::PLAIN).is_none());
/// let trial = Case { measure: Measure::Prosecute, ..ticket };
/// let turn = smallest_flip(&trial, Pair::PLAIN, Reading::PLAIN).unwrap();
/// assert_eq!(turn, [Change::As(Capacity::Official)]);
/// ```
pub fn smallest_flip(
    case: &Case,
    pair: Pair,
    reading: Reading,
) -> Option<Vec<Change>> {
    let now: Outcome = outcome(case, pair, reading);
    let mut layer: Vec<(Vec<Change>, Asked)> = vec![(Vec::new(), (*case, reading))];
    for _ in 0..3 {
        let mut next = Vec::new();
        for (path, asked) in &layer {
            for (change, asked) in neighbours(*asked) {
                let mut path = path.clone();
                path.push(change);
                if outcome(&asked.0, pair, asked.1) != now {
                    return Some(path);
                }
                next.push((path, asked));
            }
        }
        layer = next;
    }
    None
}
