//! What a desk knows of an affair: who is in it, what each chapter is asked, what is
//! known, and what may be done.

use super::affair::Question as _;
use super::slots::{Inputs as _, Named, named, put};
use super::{
    Actors, Aid, Alignment, Alliances, Bargaining, BriefingError, Change, Chapter,
    Climate, Course, Crisis, Culture, Cyber, Desk, Finding, Gains, Immunity, Peace,
    Polarity, Signals, Trade, Treaties, Voting, counted,
};
use crate::calendar::Day;

named! {
    /// Who is in the affair. The *first party* acts or demands, the *second party* is the
    /// other one, and *we* are whose desk it is.
    Cast {
        /// All states that the questions name.
        states: Vec<String>,
        /// The first party.
        first: String,
        /// The second party.
        second: String,
        /// The state whose desk it is.
        us: String,
    }
}

impl Cast {
    /// The number of a state.
    ///
    /// # Errors
    /// When there is none of that name; `chapter` is who asks.
    pub fn number(
        &self,
        chapter: &'static str,
        name: &str,
    ) -> Result<usize, BriefingError> {
        let at = self.states.iter().position(|state| state == name);
        at.ok_or_else(|| BriefingError::NoSuchState {
            chapter,
            expected: self.states.join(", "),
            found: name.to_owned(),
        })
    }

    /// The numbers of the first party, the second party and us.
    ///
    /// # Errors
    /// As [`number`](Self::number).
    pub fn roles(&self, chapter: &'static str) -> Result<[usize; 3], BriefingError> {
        let number = |name| self.number(chapter, name);
        Ok([number(&self.first)?, number(&self.second)?, number(&self.us)?])
    }

    /// The text with the names of the first and the second party.
    pub fn told(&self, text: &str) -> String {
        text.replace("the first party", &self.first)
            .replace("the second party", &self.second)
    }

    pub(super) fn pairs(
        &self,
        chapter: &'static str,
        named: &[[String; 2]],
    ) -> Result<Vec<[usize; 2]>, BriefingError> {
        let pair = |[a, b]: &[String; 2]| {
            Ok([self.number(chapter, a)?, self.number(chapter, b)?])
        };
        named.iter().map(pair).collect()
    }

    /// Whether each of these is a state, and none comes twice.
    pub(super) fn once<'a>(
        &self,
        chapter: &'static str,
        names: impl Iterator<Item = &'a String>,
    ) -> Result<(), BriefingError> {
        let mut seen = Vec::new();
        for name in names {
            let number = self.number(chapter, name)?;
            if seen.contains(&number) {
                let found = name.clone();
                return Err(BriefingError::Twice {
                    what: "each state in one list",
                    found,
                });
            }
            seen.push(number);
        }
        Ok(())
    }

    pub(super) fn check(&self) -> Result<(), BriefingError> {
        counted("states", (3, 16), self.states.len())?;
        for (at, name) in self.states.iter().enumerate() {
            if self.states[..at].contains(name) {
                let found = name.clone();
                return Err(BriefingError::Twice { what: "each state", found });
            }
        }
        let roles = [&self.first, &self.second, &self.us];
        for (at, name) in roles.into_iter().enumerate() {
            self.number("cast", name)?;
            if roles[..at].contains(&name) {
                let what = "each of first, second and us";
                return Err(BriefingError::Twice { what, found: name.clone() });
            }
        }
        Ok(())
    }
}

named! {
    /// Something that is known, and from whom.
    Fact {
        /// What.
        what: String,
        /// Who told us, and when.
        source: String,
        /// What they would gain by our believing it.
        gains: String,
    }
}

named! {
    /// What the desk adds by hand.
    Notes {
        /// By when to decide.
        decide_by: Day,
        /// What is known.
        known: Vec<Fact>,
        /// What is not known, and how soon it could be.
        unknown: Vec<String>,
        /// Who must be asked, by article.
        ask: Vec<String>,
        /// Who may read it, and whom to call.
        contact: String,
    }
}

named! {
    /// An affair as a file has it: one table for each chapter, with that chapter's own types.
    /// It is valid number by number; [`Affair`](super::Affair) is what the models have
    /// answered.
    Dossier {
        /// What it is called.
        title: String,
        /// The day of the page, on which notices are given.
        day: Day,
        /// Who is in it.
        cast: Cast,
        /// What the desk adds.
        notes: Notes,
        /// What might be done besides nothing.
        courses: Vec<Course>,
        /// Who can carry a message.
        actors: Actors,
        /// What a host may do.
        immunity: Immunity,
        /// When the promise ends.
        treaties: Treaties,
        /// What gets through.
        signals: Signals,
        /// Whether there is a deal.
        bargaining: Bargaining,
        /// What meetings change.
        culture: Culture,
        /// Who minds the other's gain.
        gains: Gains,
        /// What an embargo costs.
        trade: Trade,
        /// Who comes.
        alliances: Alliances,
        /// Who stands where.
        alignment: Alignment,
        /// Who is a power.
        polarity: Polarity,
        /// How likely war is, and how wide.
        crisis: Crisis,
        /// How often such pairs quarrel.
        peace: Peace,
        /// Whether the council is in time.
        voting: Voting,
        /// Whether a common pact holds.
        climate: Climate,
        /// How soon help is there.
        aid: Aid,
        /// Whom to blame.
        cyber: Cyber,
    }
}

/// Does the same with the question to one chapter, whichever it is.
macro_rules! each {
    (&mut $of:expr, $chapter:expr, |$question:ident| $do:expr) => {
        each!(@ (&mut $of), $chapter, |$question| $do)
    };
    (&$of:expr, $chapter:expr, |$question:ident| $do:expr) => {
        each!(@ (& $of), $chapter, |$question| $do)
    };
    (@ ($($of:tt)+), $chapter:expr, |$question:ident| $do:expr) => {{
        use crate::briefing::Chapter;
        match $chapter {
            Chapter::Actors => { let $question = $($of)+.actors; $do }
            Chapter::Immunity => { let $question = $($of)+.immunity; $do }
            Chapter::Treaties => { let $question = $($of)+.treaties; $do }
            Chapter::Signals => { let $question = $($of)+.signals; $do }
            Chapter::Bargaining => { let $question = $($of)+.bargaining; $do }
            Chapter::Culture => { let $question = $($of)+.culture; $do }
            Chapter::Gains => { let $question = $($of)+.gains; $do }
            Chapter::Trade => { let $question = $($of)+.trade; $do }
            Chapter::Alliances => { let $question = $($of)+.alliances; $do }
            Chapter::Alignment => { let $question = $($of)+.alignment; $do }
            Chapter::Polarity => { let $question = $($of)+.polarity; $do }
            Chapter::Crisis => { let $question = $($of)+.crisis; $do }
            Chapter::Peace => { let $question = $($of)+.peace; $do }
            Chapter::Voting => { let $question = $($of)+.voting; $do }
            Chapter::Climate => { let $question = $($of)+.climate; $do }
            Chapter::Aid => { let $question = $($of)+.aid; $do }
            Chapter::Cyber => { let $question = $($of)+.cyber; $do }
        }
    }};
}
pub(super) use each;

impl Dossier {
    /// The inputs of a chapter's question.
    pub(super) fn slots(&mut self, chapter: Chapter) -> Vec<Named<'_>> {
        each!(&mut self, chapter, |question| question.slots())
    }

    /// What the questions share.
    pub const fn desk(&self) -> Desk<'_> {
        Desk { cast: &self.cast, day: self.day, standoff: &self.crisis }
    }

    /// What a chapter's model answers.
    pub(super) fn asked(&self, chapter: Chapter) -> Result<Finding, BriefingError> {
        each!(&self, chapter, |question| question.finding(self.desk()))
    }

    /// Sets one input; what models make of it is not asked yet.
    pub(super) fn set(&mut self, change: &Change) -> Result<(), BriefingError> {
        let input = change.input();
        let (word, field) = input.split_once('.').unwrap_or((input, ""));
        let no_such = |expected: String| BriefingError::NoSuchInput {
            expected,
            found: input.to_owned(),
        };
        let chapter = Chapter::ALL.into_iter().find(|c| c.word() == word);
        let chapter =
            chapter.ok_or_else(|| no_such("crisis.most or cyber.planted".into()))?;
        let taken = put(self.slots(chapter), field, change);
        let slots = self.slots(chapter);
        let names = slots.iter().map(|(name, ..)| format!("{word}.{name}"));
        let names: Vec<String> = names.collect();
        taken
            .ok_or_else(|| no_such(names.join(", ")))?
            .map_err(|unfit| BriefingError::Value { input: input.to_owned(), unfit })
    }
}
