//! The questions to the chapters on war and peace and on many at once: crisis, peace,
//! voting, climate, aid, cyber.

use super::affair::{Desk, Finding, Question};
use super::slots::{Inputs, Named, asked, named};
use super::{BriefingError, Chance, Chapter, Race, Round, Year};
use crate::aid::{Convoys, decimal};
use crate::bargaining::Unknown;
use crate::climate::{Pact, Timing};
use crate::crisis::BorderMap;
use crate::cyber::{Answer, Blame};
use crate::numbers::{Probability, Rate, Share, Size};
use crate::peace::{Counts, pairs};
use crate::voting::Wait;

asked! {
    /// To the chapter on crisis: is war likelier than we could bear?
    Crisis {
        odds: Probability = "How likely the first party is to win a war",
        cost: Share = "What a war costs the first party",
        least: Share = "The least that a war may cost the second party",
        most: Share = "The most that a war may cost the second party",
        crosses: Probability = "How likely war is to cross a border",
        ; given {
            /// The chance of war that we could bear.
            bearable: Probability,
            /// The pairs of states with a border.
            borders: Vec<[String; 2]>,
        }
    }
}

impl Crisis {
    /// The standoff: one demand, by a side that does not know what war costs the other.
    ///
    /// # Errors
    /// When the least cost is not below the most.
    pub fn unknown(&self) -> Result<Unknown, BriefingError> {
        Ok(Unknown::new(self.odds, self.cost, [self.least, self.most])?)
    }

    /// How likely war is in this round.
    ///
    /// # Errors
    /// As [`unknown`](Self::unknown).
    pub fn war(&self) -> Result<Chance<Round>, BriefingError> {
        Ok(Chance::new(self.unknown()?.war()))
    }
}

impl Question for Crisis {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let here = Self::CHAPTER.word();
        let borders = cast.pairs(here, &self.borders)?;
        let map = BorderMap::of(cast.states.len(), &borders, self.crosses)?;
        let from = cast.number(here, &cast.second)?;
        let reached = map.outbreak(from)?.expected();
        let closed = map.each_closed(from)?;
        let best = closed.iter().copied().fold(reached, f64::min);
        let hold: Vec<String> = (0..closed.len())
            .filter(|&border| {
                closed[border] < reached && closed[border] < best + 1e-9
            })
            .map(|border| self.borders[border].join("-"))
            .collect();
        let war = self.war()?;
        Ok(Finding::of(
            self,
            format!("Is war likelier than {:.1}%?", 100.0 * self.bearable.value()),
            self.yes(desk)?,
            format!(
                "{war}; it would draw in {reached:.2} states; a mediator should hold {}",
                if hold.is_empty() { "none".to_owned() } else { hold.join(" or ") },
            ),
            &[("peace", 1.0 - war.value().value()), ("states left out", -reached)],
        ))
    }

    fn yes(&self, _: Desk<'_>) -> Result<bool, BriefingError> {
        Ok(self.war()?.value() > self.bearable)
    }
}

asked! {
    /// To the chapter on peace: do pairs like this one quarrel often?
    Peace {
        democratic: bool = "Whether both are democratic",
        neighbours: bool = "Whether the two share a border",
        trading: bool = "Whether the two trade much",
        ; given {
            /// What we call often, in a year.
            often: Probability,
        }
    }
}

impl Peace {
    /// The pair-years like theirs.
    pub fn counts(&self) -> Option<Counts> {
        pairs::where_trade(|cell| {
            (cell.neighbours, cell.much, cell.democratic)
                == (self.neighbours, self.trading, self.democratic)
        })
    }

    /// How likely a pair like this is to begin a dispute in a year.
    pub fn dispute(&self) -> Chance<Year> {
        let none = Probability::of_valid(0.0);
        Chance::new(self.counts().map_or(none, Counts::rate))
    }
}

impl Question for Peace {
    fn finding(&self, _: Desk<'_>) -> Result<Finding, BriefingError> {
        let rate = self.dispute();
        let of = self.counts().map_or((0, 0), |c| (c.events(), c.cases()));
        Ok(Finding::of(
            self,
            format!(
                "Do pairs like them quarrel in more than {}% of years?",
                100.0 * self.often.value()
            ),
            rate.value() > self.often,
            format!("{} of {} pair-years, {rate}", of.0, of.1),
            &[("quiet years", 1.0 - rate.value().value())],
        ))
    }
}

asked! {
    /// To the chapter on voting: is the council ahead of the war?
    Voting {
        votes: u16 = "How many votes it takes",
        vetoes: u16 = "How many members can block",
        pace: Rate = "How fast war comes, beside one member's making up its mind",
        ; given {
            /// How many sit in the council.
            members: u16,
        }
    }
}

impl Voting {
    fn wait(&self) -> Result<Wait, BriefingError> {
        let [members, votes, vetoes] =
            [self.members, self.votes, self.vetoes].map(usize::from);
        Wait::with_vetoes(members, votes, vetoes).map_err(BriefingError::Voting)
    }

    /// How likely war is to be there first.
    ///
    /// # Errors
    /// When there are more votes or vetoes than members, or no votes.
    pub fn late(&self) -> Result<Chance<Race>, BriefingError> {
        let ahead = self.wait()?.ahead_of(self.pace).clamp(0.0, 1.0);
        Ok(Chance::new(Probability::of_valid(ahead).complement()))
    }
}

impl Question for Voting {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let (mean, late) = (self.wait()?.mean(), self.late()?);
        let ahead = late.value().complement().value();
        Ok(Finding::of(
            self,
            "Will the council be in time, more often than not?".to_owned(),
            self.yes(desk)?,
            format!(
                "in time in {:.1}% of races; it takes {mean:.2} on average",
                100.0 * ahead
            ),
            &[("in time", ahead)],
        ))
    }

    fn yes(&self, _: Desk<'_>) -> Result<bool, BriefingError> {
        Ok(self.late()?.value().value() < 0.5)
    }
}

asked! {
    /// To the chapter on climate: would a common pact hold them all?
    Climate {
        stakes: Size = "What cleaning costs, beside what it brings",
        ; given {
            /// How many countries share the river.
            countries: u16,
        }
    }
}

impl Question for Climate {
    fn finding(&self, _: Desk<'_>) -> Result<Finding, BriefingError> {
        let pact = Pact::new(self.countries.into(), self.stakes)?;
        let holds = pact.stable(Timing::Leader).last().copied().unwrap_or_default();
        let closed = pact.gap_closed(holds, Timing::Leader);
        Ok(Finding::of(
            self,
            format!("Would a river pact hold all {}?", self.countries),
            holds == u32::from(self.countries),
            format!("{holds} sign, and close {:.1}% of the gap", 100.0 * closed),
            &[("gap closed", closed)],
        ))
    }
}

named! {
    /// A way for aid, through one state.
    Way {
        /// Through which state.
        through: String,
        /// How many days it is long.
        days: u16,
        /// How many tonnes go along it a day; 0 where it is shut.
        per_day: u16,
    }
}

named! {
    /// To the chapter on aid: is the load there in time? The ways are inputs by the name of
    /// the state through which they lead, in tonnes a day.
    Aid {
        /// The load, in tonnes.
        load: u16,
        /// Within so many days.
        within: u16,
        /// The ways.
        ways: Vec<Way>,
    }
}

impl Inputs for Aid {
    const CHAPTER: Chapter = Chapter::Aid;

    fn slots(&mut self) -> Vec<Named<'_>> {
        let mut all: Vec<Named<'_>> = vec![
            ("load".to_owned(), "The load, in tonnes", &mut self.load),
            ("within".to_owned(), "The days that there are", &mut self.within),
        ];
        for way in &mut self.ways {
            let what = "The tonnes a day that a road takes";
            all.push((way.through.clone(), what, &mut way.per_day));
        }
        all
    }
}

impl Question for Aid {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        cast.once(Self::CHAPTER.word(), self.ways.iter().map(|way| &way.through))?;
        let ways: Vec<(u32, u32)> = self
            .ways
            .iter()
            .map(|way| (way.days.into(), way.per_day.into()))
            .collect();
        let convoys = Convoys::of(&ways);
        let days = convoys.quickest(self.load.into());
        let open: Vec<&str> = self
            .ways
            .iter()
            .filter(|way| way.per_day > 0)
            .map(|way| &*way.through)
            .collect();
        let because = match &days {
            Some(days) => {
                format!("{:.2} days, through {}", decimal(*days), open.join(", "))
            }
            None => "every road is shut".to_owned(),
        };
        Ok(Finding::of(
            self,
            format!(
                "Could {} tonnes be there within {} days?",
                self.load, self.within
            ),
            days.as_ref()
                .is_some_and(|days| *days <= u128::from(self.within).into()),
            because,
            &[("days saved", days.map_or(-1e6, |days| -decimal(days)))],
        ))
    }
}

asked! {
    /// To the chapter on cyber: is blame still a threat?
    Cyber {
        vulnerable: Probability = "How likely blame is to hurt the second party",
        knows: Probability = "How likely the first party is to know who did it",
        planted: Probability = "The part of such incidents that somebody plants",
    }
}

impl Cyber {
    fn answer(&self) -> Result<Answer, BriefingError> {
        let Self { vulnerable, knows, planted } = self;
        let blame = Blame::of(vulnerable.value(), knows.value(), planted.value());
        Ok(blame?.answer())
    }
}

impl Question for Cyber {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let (attack, because) = match self.answer()? {
            Answer::Deterred => {
                (0.0, "who knows so often need not guess".to_owned())
            }
            Answer::Tolerated => (1.0, "nobody blames on a guess".to_owned()),
            Answer::Mixed { attack, blame } => (
                attack,
                format!(
                    "attacked in {:.1}% of cases, blamed in {:.1}%",
                    100.0 * attack,
                    100.0 * blame
                ),
            ),
        };
        Ok(Finding::of(
            self,
            cast.told("Does the second party still have to fear blame on a guess?"),
            self.yes(desk)?,
            because,
            &[("not attacked", 1.0 - attack)],
        ))
    }

    fn yes(&self, _: Desk<'_>) -> Result<bool, BriefingError> {
        Ok(self.answer()? != Answer::Tolerated)
    }
}
