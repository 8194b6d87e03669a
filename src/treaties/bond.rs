//! One state and one treaty: where it stands, what moves it, and what may not.

use core::fmt;

use serde::Serialize;

use super::clock::WayOut;
use super::grounds::{Ground, Remedy};
use crate::calendar::Day;
use crate::immunity::Article;
use crate::words::words;

/// Where a state stands to a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It has nothing to do with it.
    Outsider,
    /// It has signed, and must still ratify.
    Signatory,
    /// It has signed, and made clear that it will not join.
    Declined,
    /// It has consented to be bound; the treaty is not yet in force for it.
    Contracting,
    /// The treaty is in force for it.
    Party {
        /// Whether it sleeps.
        suspended: bool,
        /// The day on which it is out, if it has given notice.
        leaves: Option<Day>,
    },
    /// It was a party.
    Former,
}

impl Standing {
    /// A party, awake, that stays.
    pub const PARTY: Self = Self::Party { suspended: false, leaves: None };

    /// What it owes, and by which article.
    pub const fn duty(self) -> (Duty, Article) {
        match self {
            Self::Outsider | Self::Declined | Self::Former => {
                (Duty::Nothing, Article::vclt(34, 0))
            }
            Self::Signatory => (Duty::Restraint, Article::vclt(18, 0).at('a')),
            Self::Contracting => (Duty::Restraint, Article::vclt(18, 0).at('b')),
            Self::Party { suspended: true, .. } => {
                (Duty::Readiness, Article::vclt(72, 2))
            }
            Self::Party { .. } => (Duty::Performance, Article::vclt(26, 0)),
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Outsider => "an outsider",
            Self::Signatory => "a signatory",
            Self::Declined => "a signatory that declined",
            Self::Contracting => "a contracting state",
            Self::Party { suspended: false, leaves: None } => "a party",
            Self::Party { suspended: true, leaves: None } => "a party, suspended",
            Self::Party { suspended, leaves: Some(day) } => {
                let asleep = if *suspended { ", suspended" } else { "" };
                return f.pad(&format!("a party{asleep} until {day}"));
            }
            Self::Former => "a former party",
        };
        f.pad(told)
    }
}

words! {
    /// What a state owes by a treaty.
    Duty: "a duty" {
        /// Nothing by the treaty. Custom may bind it all the same (VCLT 38, 43).
        Nothing,
        /// Not to defeat its object and purpose.
        Restraint,
        /// To perform it in good faith.
        Performance,
        /// Not to obstruct its resumption.
        Readiness,
    }
}

/// What the treaty itself says about getting in and out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Terms {
    /// Whether a signature alone can bind (VCLT 12).
    pub signature_binds: bool,
    /// Whether states that did not sign may accede (VCLT 15).
    pub accession: bool,
    /// What it says about leaving.
    pub way_out: WayOut,
}

by_name!(Terms { signature_binds: bool, accession: bool, way_out: WayOut });

/// Notice of withdrawal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// The day on which it was given.
    pub on: Day,
    /// Whether it states the reasons.
    pub reasons: bool,
}

by_name!(Notice { on: Day, reasons: bool });

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// It signs, subject to ratification.
    Sign,
    /// It signs, and means to be bound by that.
    SignToBind,
    /// It ratifies, accepts or approves.
    Ratify,
    /// It accedes.
    Accede,
    /// It makes clear that it will not join.
    Decline,
    /// The treaty enters into force for it.
    EnterIntoForce(Day),
    /// It gives notice.
    Notify(Notice),
    /// It takes its notice back.
    Revoke(Day),
    /// The notice takes effect.
    TakeEffect(Day),
    /// It is to be suspended.
    Suspend(Ground),
    /// It is resumed.
    Resume,
    /// It is to end.
    Terminate(Ground),
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Sign => "sign",
            Self::SignToBind => "sign to be bound",
            Self::Ratify => "ratify",
            Self::Accede => "accede",
            Self::Decline => "decline",
            Self::EnterIntoForce(_) => "enter into force",
            Self::Notify(_) => "give notice",
            Self::Revoke(_) => "revoke the notice",
            Self::TakeEffect(_) => "take effect",
            Self::Suspend(_) => "suspend",
            Self::Resume => "resume",
            Self::Terminate(_) => "terminate",
        })
    }
}

/// A step that the law does not know from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize)]
#[error("{standing} cannot {event} ({rule}): {why}")]
pub struct Refused {
    /// The article that stands in the way.
    pub rule: Article,
    /// Where the state stands.
    pub standing: Standing,
    /// What it tried.
    pub event: Event,
    /// The rule in a few words.
    pub why: &'static str,
}

/// One state's place in one treaty.
///
/// ```
/// use demarche::treaties::{Bond, Delay, Event, Exit, Notice, Terms, WayOut};
/// let exit = Exit { notice: Delay::Months(6), first: Delay::NONE, reasons: true };
/// let abm =
///     Terms { signature_binds: false, accession: false, way_out: WayOut::Clause(exit) };
/// let party = Bond::OUTSIDER
///     .after(Event::Sign, &abm)?
///     .after(Event::Ratify, &abm)?
///     .after(Event::EnterIntoForce("1972-10-03".parse()?), &abm)?;
/// let notice = Notice { on: "2001-12-13".parse()?, reasons: true };
/// let leaving = party.after(Event::Notify(notice), &abm)?;
/// assert_eq!(leaving.standing().to_string(), "a party until 2002-06-13");
/// // Without its reasons the notice would not have been one.
/// let bare = Notice { reasons: false, ..notice };
/// let refused = party.after(Event::Notify(bare), &abm).unwrap_err();
/// assert_eq!(refused.rule.to_string(), "VCLT 54(a)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Bond {
    standing: Standing,
    in_force: Option<Day>,
}

impl Bond {
    /// The beginning of all of them.
    pub const OUTSIDER: Self = Self { standing: Standing::Outsider, in_force: None };

    /// Where the state stands.
    pub const fn standing(self) -> Standing {
        self.standing
    }

    /// Since when the treaty is, or last was, in force for it.
    pub const fn in_force(self) -> Option<Day> {
        self.in_force
    }

    /// Where it stands after the event.
    ///
    /// # Errors
    /// With the article that refuses the step.
    pub fn after(self, event: Event, terms: &Terms) -> Result<Self, Refused> {
        let to = |standing| Ok(Self { standing, ..self });
        let no =
            |rule, why| Err(Refused { rule, standing: self.standing, event, why });
        let at = Article::vclt;
        match (self.standing, event) {
            (Standing::Outsider | Standing::Former, Event::Sign) => {
                to(Standing::Signatory)
            }
            (Standing::Outsider | Standing::Former, Event::SignToBind) => {
                if terms.signature_binds {
                    to(Standing::Contracting)
                } else {
                    no(at(12, 1), "here a signature alone does not bind")
                }
            }
            (Standing::Outsider | Standing::Former, Event::Accede) => {
                if terms.accession {
                    to(Standing::Contracting)
                } else {
                    no(at(15, 0), "this treaty is not open to accession")
                }
            }
            (Standing::Outsider | Standing::Former, Event::Ratify) => {
                no(at(14, 1), "only who has signed ratifies")
            }
            (Standing::Signatory | Standing::Declined, Event::Ratify) => {
                to(Standing::Contracting)
            }
            (Standing::Signatory, Event::Decline) => to(Standing::Declined),
            (
                Standing::Signatory | Standing::Declined,
                Event::Sign | Event::SignToBind | Event::Accede,
            ) => no(at(14, 1).at('c'), "it has signed, and must ratify"),
            (
                Standing::Outsider | Standing::Declined | Standing::Former,
                Event::Decline,
            ) => no(at(18, 0).at('a'), "there is no signature to take back"),
            (Standing::Contracting, Event::Decline) => {
                no(at(18, 0).at('b'), "it has consented, and more than signed")
            }
            (Standing::Contracting, Event::EnterIntoForce(day)) => {
                Ok(Self { standing: Standing::PARTY, in_force: Some(day) })
            }
            (
                Standing::Contracting,
                Event::Sign | Event::SignToBind | Event::Ratify | Event::Accede,
            ) => no(at(2, 1).at('f'), "it has consented to be bound already"),
            (Standing::Party { suspended, leaves }, event) => {
                self.of_party(suspended, leaves, event, terms)
            }
            (_, Event::Revoke(_) | Event::TakeEffect(_)) => {
                no(at(68, 0), "no notice is running")
            }
            (
                _,
                Event::EnterIntoForce(_)
                | Event::Notify(_)
                | Event::Suspend(_)
                | Event::Resume
                | Event::Terminate(_),
            ) => match self.standing {
                Standing::Outsider | Standing::Former => {
                    no(at(34, 0), "to a third state the treaty is nothing")
                }
                _ => no(at(2, 1).at('g'), "it is not a party yet"),
            },
        }
    }

    fn of_party(
        self,
        suspended: bool,
        leaves: Option<Day>,
        event: Event,
        terms: &Terms,
    ) -> Result<Self, Refused> {
        let party = |suspended, leaves| {
            Ok(Self { standing: Standing::Party { suspended, leaves }, ..self })
        };
        let gone = Ok(Self { standing: Standing::Former, ..self });
        let no =
            |rule, why| Err(Refused { rule, standing: self.standing, event, why });
        let at = Article::vclt;
        match (event, leaves) {
            (Event::Notify(notice), None) => {
                let rule = terms.way_out.rule();
                let Some(exit) = terms.way_out.exit() else {
                    return no(rule, "it has no clause on leaving, none implied");
                };
                if exit.reasons && !notice.reasons {
                    return no(rule, "the clause asks for the reasons");
                }
                let earliest = self.in_force.map(|day| exit.earliest(day));
                if earliest.is_some_and(|day| notice.on < day) {
                    return no(rule, "the clause does not allow notice so early");
                }
                party(suspended, Some(exit.last_day(notice.on)))
            }
            (Event::Notify(_), Some(_)) => {
                no(at(68, 0), "a notice is running; revoke it first")
            }
            (Event::Revoke(day), Some(last)) if day < last => party(suspended, None),
            (Event::Revoke(_), Some(_)) => {
                no(at(68, 0), "the notice has taken effect")
            }
            (Event::TakeEffect(day), Some(last)) if day >= last => gone,
            (Event::TakeEffect(_), Some(_)) => {
                no(terms.way_out.rule(), "the notice is still running")
            }
            (Event::Revoke(_) | Event::TakeEffect(_), None) => {
                no(at(68, 0), "no notice is running")
            }
            (Event::Suspend(_), _) if suspended => {
                no(at(72, 1), "it is suspended already")
            }
            (Event::Suspend(ground), _) => match ground.may(Remedy::Suspend) {
                Ok(_) => party(true, leaves),
                Err(rule) => no(rule, "the ground does not reach so far"),
            },
            (Event::Resume, _) if suspended => party(false, leaves),
            (Event::Resume, _) => no(at(72, 1), "it is not suspended"),
            (Event::Terminate(ground), _) => match ground.may(Remedy::Terminate) {
                Ok(_) => gone,
                Err(rule) => no(rule, "the ground does not reach so far"),
            },
            (Event::Decline, _) => {
                no(at(42, 2), "a party leaves by the treaty or the law only")
            }
            (
                Event::Sign
                | Event::SignToBind
                | Event::Ratify
                | Event::Accede
                | Event::EnterIntoForce(_),
                _,
            ) => no(at(2, 1).at('g'), "it is a party already"),
        }
    }
}
