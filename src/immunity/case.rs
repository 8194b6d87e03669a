//! A case: who did what, at which moment of the posting, and what the host wants to
//! do about it.

use serde::Serialize;

use super::waiver::Waiver;
use super::who::Who;
use crate::words::words;

words! {
    /// The moment of the posting at which the host would act. [`super::Posting`]
    /// computes it from dates.
    Phase: "a phase of the posting" {
        /// Not yet entered, or not yet notified.
        NotYet = "not yet begun",
        /// In a third state, on the way to or from the post.
        Transit = "in transit",
        /// In post.
        Serving = "serving",
        /// Functions over, time to leave still running.
        Winding = "winding up",
        /// Left, or the time to leave has run out.
        Ended = "ended",
        /// Over as well, but it is a third state that would act: neither sender nor
        /// host of the posting.
        Elsewhere = "ended for a third state" or "third state",
    }
}

words! {
    /// What the act was about, as far as a rule asks.
    Subject: "a subject" {
        /// Any crime that is not grave.
        OrdinaryCrime = "ordinary crime" or "crime",
        /// A grave crime (VCCR 41); American practice reads it as a felony.
        GraveCrime = "grave crime" or "felony",
        /// A wrong that gives a civil claim.
        Tort = "tort",
        /// A road accident, or one of a ship or aircraft.
        VehicleAccident = "vehicle accident" or "accident",
        /// Title to land held privately in the receiving state.
        PrivateLand = "private land",
        /// Title to land held for the mission.
        MissionLand = "mission land",
        /// An inheritance in which the person is involved privately.
        Succession = "succession" or "inheritance",
        /// A trade or profession outside the functions.
        Commerce = "commerce" or "commercial activity",
        /// A domestic worker kept in servitude or far below the lawful wage.
        DomesticExploitation = "exploitation of a domestic worker"
            or "servants claim" or "servant",
        /// A contract in the person's own name: rent, debt, family money.
        Contract = "contract",
        /// A contract made for the sending state.
        AgentContract = "contract for the state" or "contract as agent",
    }
}

/// What happened, and what the court has done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Act {
    /// What it was about.
    pub subject: Subject,
    /// A competent judge has ordered the measure; VCCR 41(1) asks.
    #[serde(default)]
    pub judge: bool,
    /// The suit answers one that the person brought; VCDR 32(3), VCCR 45(3).
    #[serde(default)]
    pub counterclaim: bool,
    /// The person holds a private paid job beside the post; VCCR 57(2) asks.
    #[serde(default)]
    pub gainful: bool,
}

by_name!(Act {
    subject: Subject,
    #[serde(default)]
    judge: bool,
    #[serde(default)]
    counterclaim: bool,
    #[serde(default)]
    gainful: bool
});

impl Act {
    /// A plain act: no judge, no counterclaim, no second job.
    pub const fn of(subject: Subject) -> Self {
        Self { subject, judge: false, counterclaim: false, gainful: false }
    }
}

words! {
    /// What the host wants to do. Each is one lamp of the chapter's figure.
    Measure: "a measure" {
        /// Arrest or detain.
        Arrest = "arrest" or "detain",
        /// Enter the home.
        EnterHome = "enter the home" or "enter residence" or "home",
        /// Hand over a traffic ticket.
        Citation = "traffic ticket" or "ticket" or "traffic citation",
        /// Compel evidence as a witness.
        Testify = "compel evidence" or "subpoena" or "witness",
        /// Try before a criminal court.
        Prosecute = "prosecute" or "criminal court",
        /// Sue before a civil or administrative court.
        Sue = "sue" or "civil suit" or "civil court",
        /// Execute a civil judgment.
        Execute = "execute a judgment" or "execution",
    }
}

impl Measure {
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What the host does, as the end of "the host may".
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Arrest => "arrest",
            Self::EnterHome => "enter the home",
            Self::Citation => "hand over a ticket",
            Self::Testify => "compel evidence",
            Self::Prosecute => "prosecute",
            Self::Sue => "let the person be sued",
            Self::Execute => "execute a judgment",
        }
    }

    /// The letter that stands for a waiver of this measure; a ticket needs none.
    pub const fn letter(self) -> Option<char> {
        match self {
            Self::Arrest => Some('A'),
            Self::EnterHome => Some('H'),
            Self::Citation => None,
            Self::Testify => Some('T'),
            Self::Prosecute => Some('P'),
            Self::Sue => Some('S'),
            Self::Execute => Some('X'),
        }
    }
}

/// One question to the Conventions: may the host take this measure?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Case {
    /// Who acted.
    pub who: Who,
    /// When the host would take the measure. Immunity asks about that day, not about
    /// the day of the act.
    pub phase: Phase,
    /// What happened.
    pub act: Act,
    /// What the host wants to do.
    pub measure: Measure,
    /// What the sending state has given up.
    pub waiver: Waiver,
}

by_name!(Case {
    who: Who,
    phase: Phase,
    act: Act,
    measure: Measure,
    waiver: Waiver
});

impl Case {
    /// Somebody in post, without any waiver.
    pub const fn serving(who: Who, subject: Subject, measure: Measure) -> Self {
        Self {
            who,
            phase: Phase::Serving,
            act: Act::of(subject),
            measure,
            waiver: Waiver::NONE,
        }
    }
}
