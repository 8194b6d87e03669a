//! One page for a desk officer.

use core::fmt;

use serde::Serialize;

use super::{Affair, BriefingError, Chance, Horizon, Sign, Standing, Turn, counted};

/// A line of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Whether it heads what follows.
    pub heading: bool,
    /// What it says.
    pub text: String,
}

/// What an affair comes to on one page: what to do and by when, what is known and from
/// whom, what is believed, what is not known, three courses with nothing among them, who
/// must be asked, what would change the advice, who may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    lines: Vec<Line>,
}

impl Page {
    /// The most words.
    pub const MOST: usize = 400;

    /// The page of an affair.
    ///
    /// # Errors
    /// When it has more than 400 words: an officer reads no second page.
    pub fn of(affair: &Affair) -> Result<Self, BriefingError> {
        let mut page = Self { lines: Vec::new() };
        page.write(affair);
        counted("words on the page", (1, Self::MOST), page.words())?;
        Ok(page)
    }

    /// Its lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.lines.iter().map(|line| line.text.split_whitespace().count()).sum()
    }

    /// Which of its lines do not stand on another page.
    pub fn changed_from(&self, other: &Self) -> Vec<bool> {
        let new = |line: &Line| !other.lines.contains(line);
        self.lines.iter().map(new).collect()
    }

    fn head(&mut self, text: impl Into<String>) {
        self.lines.push(Line { heading: true, text: text.into() });
    }

    fn say(&mut self, text: impl Into<String>) {
        self.lines.push(Line { heading: false, text: text.into() });
    }

    fn write(&mut self, affair: &Affair) {
        let dossier = affair.dossier();
        let notes = &dossier.notes;
        let order = affair.order();
        let best =
            order.first().filter(|s| s.count(Sign::For) > s.count(Sign::Against));
        self.head(format!("{}, {}", dossier.title, dossier.day));
        match best {
            Some(best) => {
                let course = &dossier.courses[best.course];
                self.say(format!("{} Decide by {}.", course.does, notes.decide_by));
                self.say(tally(best));
            }
            None => self.say(format!(
                "Do nothing yet, and decide again by {}: no course has more for it than \
                 against it.",
                notes.decide_by
            )),
        }
        self.head("What we know");
        for fact in &notes.known {
            self.say(format!("{} ({}; {}).", fact.what, fact.source, fact.gains));
        }
        self.head("What we believe");
        let chances = affair.chances();
        self.say(format!(
            "Pairs like this one start a dispute: {}.",
            told(chances.dispute)
        ));
        self.say(format!("This demand ends in war: {}.", told(chances.war)));
        self.say(format!("War is there first: {}.", told(chances.late)));
        self.say("Three questions, three clocks. They do not add up.");
        self.head("What we do not know");
        for unknown in &notes.unknown {
            self.say(unknown.clone());
        }
        self.head("What we can do");
        self.say(
            "Nothing: costs nothing today, the same are left to pay, forecloses nothing \
             but time.",
        );
        for standing in order.iter().take(2) {
            let course = &dossier.courses[standing.course];
            self.say(format!(
                "{}: {}, {} pays, forecloses {}. {}",
                course.name,
                course.price,
                course.payer,
                course.forecloses,
                tally(standing)
            ));
        }
        self.head("Whom to ask");
        for ask in &notes.ask {
            self.say(ask.clone());
        }
        self.head("What would change this advice");
        let course = best.or(order.first());
        match course.and_then(|standing| standing.margin.as_ref()) {
            Some(turn) => self.say(tripwire(turn)),
            None => self.say("No single number would."),
        }
        self.head("Contact");
        self.say(notes.contact.clone());
    }
}

fn told<H: Horizon>(chance: Chance<H>) -> String {
    format!("{}, {chance}", chance.word())
}

fn tally(standing: &Standing) -> String {
    let [yes, no, split] =
        [Sign::For, Sign::Against, Sign::Split].map(|sign| standing.count(sign));
    let split =
        if split == 0 { String::new() } else { format!(", {split} on both sides") };
    format!(
        "{yes} of our questions for it, {no} against{split}, {} silent.",
        standing.count(Sign::Silent)
    )
}

fn tripwire(turn: &Turn) -> String {
    format!(
        "{}: at {} instead of {} one of these questions changes sides.",
        turn.what, turn.at, turn.now
    )
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, line) in self.lines.iter().enumerate() {
            match (line.heading, at) {
                (true, 0) => writeln!(f, "{}", line.text)?,
                (true, _) => writeln!(f, "\n{}", line.text)?,
                (false, _) => writeln!(f, "  {}", line.text)?,
            }
        }
        Ok(())
    }
}
