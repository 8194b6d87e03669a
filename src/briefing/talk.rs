//! The questions to the chapters at the table and on talking: actors, immunity,
//! treaties, signals, bargaining, culture.

use super::affair::{Desk, Finding, Question};
use super::slots::{asked, word_slots};
use super::{BriefingError, Inputs as _, Someone};
use crate::actors::{Missions, Tie as Relation};
use crate::bargaining::{Issue, Needs, exchange};
use crate::calendar::Day;
use crate::culture::Likeness;
use crate::games::Payoffs;
use crate::immunity::{
    Capacity, Case, Category, Measure as Step, Outcome, Pair, Reading, Subject, Tie,
    Waiver, Who, verdict,
};
use crate::numbers::{ErrorRate, Payoff, Share};
use crate::signals::{
    Bias, Encounter, Named, Partition, SlipOfEar, max_cells, optimal_generosity,
};
use crate::treaties::{Delay, Exit, WayOut, may_act};
use crate::words::words;

word_slots!(Category, Tie, Leaving);

asked! {
    /// To the chapter on actors: could a message pass without us?
    Actors {
        absent: Someone = "The state that recalls its envoys",
        ; given {
            /// The pairs of states with a mission at each other's seat.
            missions: Vec<[String; 2]>,
        }
    }
}

impl Question for Actors {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let here = Self::CHAPTER.word();
        let [from, to, us] = cast.roles(here)?;
        let pairs = cast.pairs(here, &self.missions)?;
        let missions = Missions::new(cast.states.len(), &pairs)?;
        let mut graph = missions.graph(Relation::Either);
        if let Some(name) = self.absent.name() {
            graph = graph.without(cast.number(here, name)?);
        }
        let without_us = graph.without(us).distances(from)[to];
        let near = [from, to].map(|party| graph.distances(party));
        let carry: Vec<&str> = (0..cast.states.len())
            .filter(|&k| near.iter().all(|steps| steps[k] == Some(1)))
            .map(|k| &*cast.states[k])
            .collect();
        let between = graph.betweenness_exactly();
        let most = |k: &usize| &between[*k];
        let busiest = (0..between.len()).max_by_key(most).unwrap_or_default();
        let because = match near[0][to] {
            Some(1) => "the two still talk".to_owned(),
            Some(_) if !carry.is_empty() => format!(
                "one hand between them, {}; {} lies on {} shortest ways",
                carry.join(" or "),
                cast.states[busiest],
                between[busiest],
            ),
            Some(steps) => format!("{steps} steps"),
            None => "no way is left".to_owned(),
        };
        let question = "Could a message from the first party reach the second party \
                        without us?";
        Ok(Finding::of(
            self,
            cast.told(question),
            without_us.is_some(),
            because,
            &[("hands that can carry it", carry.len() as f64)],
        ))
    }
}

asked! {
    /// To the chapter on immunity: may the first party arrest the second party's man?
    Immunity {
        waived: bool = "Whether the second party has waived the protection",
        tie: Tie = "The tie of the arrested to the first party",
        category: Category = "What kind of staff the arrested is",
    }
}

impl Question for Immunity {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let Self { category, tie, waived } = *self;
        let who = Who::Member { category, tie, capacity: Capacity::Private };
        let case = Case::serving(who, Subject::GraveCrime, Step::Arrest);
        let waiver =
            if waived { Waiver::NONE.with(Step::Arrest) } else { case.waiver };
        let verdict = verdict(&Case { waiver, ..case }, Pair::PLAIN, Reading::PLAIN);
        let articles: Vec<String> =
            verdict.cites().iter().map(ToString::to_string).collect();
        let yes = verdict.outcome() == Outcome::Allowed;
        Ok(Finding::of(
            self,
            cast.told("May the first party arrest the second party's clerk?"),
            yes,
            format!("{}, {}", self.category, articles.join(", ")),
            &[("protected", f64::from(u8::from(!yes)))],
        ))
    }
}

words! {
    /// How a party would leave.
    Leaving: "a way to leave" {
        /// By a notice (VCLT 54, 56).
        ByNotice = "by notice",
        /// For a material breach by the other (VCLT 60, 65).
        ForBreach = "for breach",
    }
}

asked! {
    /// To the chapter on treaties: could the first party be out in time?
    Treaties {
        leaving: Leaving = "How the first party leaves",
        months: u16 = "The months of notice that the treaty states (0: it is silent)",
        ; given {
            /// The day by which it would matter.
            needed: Day,
        }
    }
}

impl Treaties {
    /// The day on which the treaty would be gone, if the notice is given on that day.
    pub fn gone(&self, notice: Day) -> Day {
        let way = match self.months {
            0 => WayOut::Implied,
            months => WayOut::Clause(Exit {
                notice: Delay::Months(months),
                first: Delay::NONE,
                reasons: false,
            }),
        };
        match (self.leaving, way.exit()) {
            (Leaving::ByNotice, Some(exit)) => exit.last_day(notice),
            _ => may_act(notice),
        }
    }
}

impl Question for Treaties {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let notice = desk.day;
        let gone = self.gone(notice);
        Ok(Finding::of(
            self,
            format!(
                "{} {}?",
                cast.told("Could the first party be out of the treaty by"),
                self.needed
            ),
            gone <= self.needed,
            format!("{}, not before {gone}", self.leaving),
            &[("days left", f64::from(gone.since(notice)))],
        ))
    }
}

asked! {
    /// To the chapter on signals: does a word from our envoy tell anything?
    Signals {
        bias: Bias = "How far our envoy's wishes lie from ours",
        error: ErrorRate = "How often a move is misread",
    }
}

impl Question for Signals {
    fn finding(&self, _: Desk<'_>) -> Result<Finding, BriefingError> {
        let line = SlipOfEar::new(self.error);
        let g = optimal_generosity(&Payoffs::AXELROD);
        let machine = Named::Generous(g).machine();
        let run = Encounter::new(&machine, &machine, line).long_run();
        let kept = run?.cooperation()[0];
        let words = max_cells(self.bias);
        let border = Partition::finest(self.bias).map(|p| p.cuts()[1]);
        let says = match (words, border) {
            (Some(1), _) => "our envoy can say nothing that is believed".to_owned(),
            (Some(n), Some(border)) => {
                format!("{n} words, the first border at {border:.2}")
            }
            _ => "our envoy can say everything".to_owned(),
        };
        Ok(Finding::of(
            self,
            "Does a word from our envoy tell more than silence?".to_owned(),
            words != Some(1),
            format!(
                "{says}; generous sides keep faith in {:.1}% of rounds",
                100.0 * kept
            ),
            &[("faith kept", kept)],
        ))
    }
}

asked! {
    /// To the chapter on bargaining: is there a deal that both could sign?
    Bargaining {
        first: Share = "The part of the water that the first party's parliament needs",
        second: Share = "The part of the water that the second party's parliament needs",
        linked: bool = "Whether power is offered for water",
        water_first: Payoff = "What water brings the first party",
        water_second: Payoff = "What water brings the second party",
        power_first: Payoff = "What power brings the first party",
        power_second: Payoff = "What power brings the second party",
    }
}

impl Question for Bargaining {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let needs = Needs { first: self.first, second: self.second };
        let water = Issue { first: self.water_first, second: self.water_second };
        let power = Issue { first: self.power_first, second: self.power_second };
        let sums = [
            water.first.value() + power.first.value(),
            water.second.value() + power.second.value(),
        ];
        let swap = self.linked && exchange(water, power);
        let because = if self.linked {
            format!("power for water brings {:+} and {:+}", sums[0], sums[1])
        } else if needs.zone().is_some() {
            format!("{} and {} fit into one river", self.first, self.second)
        } else {
            let over =
                libm::round(1e3 * (self.first.value() + self.second.value() - 1.0));
            format!("{} and {} are {} too much", self.first, self.second, over / 1e3)
        };
        let rent = desk.standoff.unknown()?.values()[1];
        Ok(Finding::of(
            self,
            "Is there a deal that both could sign?".to_owned(),
            swap || needs.zone().is_some(),
            because,
            &[
                ("gains to share", if swap { sums[0] + sums[1] } else { 0.0 }),
                ("what the second party may expect", rent),
            ],
        ))
    }
}

asked! {
    /// To the chapter on culture: do the meetings that are planned suffice?
    Culture {
        meetings: u16 = "How many meetings are planned",
        shared: u16 = "How many customs the two sides share",
        learnt: u16 = "How many of them one side has learnt before",
        ; given {
            /// How many customs there are.
            features: u16,
        }
    }
}

impl Question for Culture {
    fn finding(&self, _: Desk<'_>) -> Result<Finding, BriefingError> {
        let small = |count: u16| u8::try_from(count).unwrap_or(u8::MAX);
        let likeness = Likeness::new(small(self.shared), small(self.features))
            .and_then(|likeness| likeness.learnt(small(self.learnt)))?;
        let planned = f64::from(self.meetings);
        let needed = likeness.meetings();
        let because = match needed {
            Some(needed) => {
                format!("{needed:.1} meetings needed, {planned} planned")
            }
            None => "with nothing in common no meeting succeeds".to_owned(),
        };
        let part =
            needed.map_or(0.0, |needed| (planned / needed.max(1e-9)).min(1.0));
        Ok(Finding::of(
            self,
            "Will the exchange programme have worked by June?".to_owned(),
            needed.is_some_and(|needed| needed <= planned),
            because,
            &[("part of the meetings needed", part)],
        ))
    }
}
