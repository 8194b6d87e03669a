//! What the controls of the lamps say: a case, a pair of states, a reading.

use demarche::immunity::{
    Act, Capacity, Case, Category, Change, Issue, Measure, Pair, Phase, Reading,
    Subject, Tie, Verdict, Waiver, Who, flips, smallest_flip, verdict,
};

use crate::kit::valid;
use crate::settings::Settings;

/// The subjects of the menu, in the order of its options, and whether a judge has
/// decided.
const SUBJECTS: [(Subject, bool); 12] = [
    (Subject::OrdinaryCrime, false),
    (Subject::GraveCrime, false),
    (Subject::GraveCrime, true),
    (Subject::Tort, false),
    (Subject::VehicleAccident, false),
    (Subject::Contract, false),
    (Subject::AgentContract, false),
    (Subject::PrivateLand, false),
    (Subject::MissionLand, false),
    (Subject::Succession, false),
    (Subject::Commerce, false),
    (Subject::DomesticExploitation, false),
];

/// The waivers of the menu.
const WAIVERS: [&[Measure]; 5] = [
    &[],
    &[Measure::Prosecute],
    &[Measure::Sue],
    &[Measure::Sue, Measure::Execute],
    &Measure::ALL,
];

/// The readings of the menu, after the plain one.
const READINGS: [Issue; 7] = [
    Issue::Commerce,
    Issue::FamilyCap,
    Issue::ArrestWaiver,
    Issue::LocalWitness,
    Issue::ClerkExecution,
    Issue::ServiceArrest,
    Issue::Objection,
];

/// The pairs of the menu, after any two states without a reservation.
const PAIRS: [(&str, &str); 3] =
    [("United States", "Egypt"), ("Japan", "Egypt"), ("France", "Sudan")];

pub(super) struct View {
    pub case: Case,
    pub pair: Pair,
    pub states: Option<(&'static str, &'static str)>,
    pub reading: Reading,
}

impl View {
    pub(super) fn of(settings: &Settings) -> Self {
        let tie = Tie::ALL[settings.choice("tie")];
        let who = match Category::ALL.get(settings.choice("who")) {
            None => Who::Nobody,
            Some(&of) if settings.on("family") => {
                Who::Family { of, tie, sponsor_tie: tie }
            }
            Some(&category) => {
                let official = settings.on("official");
                let capacity =
                    if official { Capacity::Official } else { Capacity::Private };
                Who::Member { category, tie, capacity }
            }
        };
        let (subject, judge) = SUBJECTS[settings.choice("what")];
        let waiver = WAIVERS[settings.choice("waiver")]
            .iter()
            .fold(Waiver::NONE, |waiver, measure| waiver.with(*measure));
        let case = Case {
            who,
            phase: Phase::ALL[settings.choice("when")],
            act: Act { judge, ..Act::of(subject) },
            measure: Measure::ALL[settings.choice("ask")],
            waiver,
        };
        let states = settings.choice("states").checked_sub(1).map(|i| PAIRS[i]);
        let pair = states.map_or(Pair::PLAIN, |(sending, receiving)| {
            valid(Pair::between(sending, receiving))
        });
        let reading = match settings.choice("reading").checked_sub(1) {
            None => Reading::PLAIN,
            Some(i) => Reading::PLAIN.turned(READINGS[i]),
        };
        Self { case, pair, states, reading }
    }

    pub(super) fn asked(&self) -> Verdict {
        verdict(&self.case, self.pair, self.reading)
    }

    pub(super) fn of_measure(&self, measure: Measure) -> Verdict {
        let case = Case { measure, ..self.case };
        verdict(&case, self.pair, self.reading)
    }

    /// How many single changes turn the verdict on this measure.
    pub(super) fn turns(&self, measure: Measure) -> usize {
        flips(&Case { measure, ..self.case }, self.pair, self.reading).len()
    }

    /// The smallest change that turns the verdict asked for.
    pub(super) fn smallest(&self) -> Option<Vec<Change>> {
        smallest_flip(&self.case, self.pair, self.reading)
    }
}
