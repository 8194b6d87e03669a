//! Who meets, how, and what for; and what one calls that.

use serde::Serialize;

use super::ActorsError;
use crate::words::{same_word, words};

words! {
    /// What an actor is.
    Kind: "a kind of actor" {
        /// A state.
        State,
        /// An organisation of states.
        Organisation,
        /// A society, a church, a union: people who have come together.
        Society,
        /// A firm.
        Firm,
    }
}

words! {
    /// By which way they meet.
    Channel: "a channel" {
        /// Through a mission of one at the other.
        Mission,
        /// At a conference or in an organisation.
        Conference,
        /// By somebody sent for this once.
        Envoy,
        /// By letter, wire or line.
        Message,
    }
}

words! {
    /// What for.
    Aim: "an aim" {
        /// To settle something between them.
        Settle,
        /// To talk over a problem that lies before all; nothing is to be signed.
        Consult,
        /// To show each other what they have and are.
        Exchange,
        /// To tell.
        Inform,
    }
}

words! {
    /// How high they are who meet.
    Level: "a level" {
        /// Officials and experts.
        Officials,
        /// Heads of mission.
        Ambassadors,
        /// Ministers.
        Ministers,
        /// Heads of state or government.
        Heads,
    }
}

words! {
    /// The forms of diplomacy, the rows of the second document's table and mediation from
    /// the third. Not alternatives: one encounter has several.
    Form: "a form of diplomacy" {
        /// Two talk at least.
        Communication,
        /// Through accredited officials.
        AccreditedOfficials = "through accredited officials",
        /// Something is to be settled.
        Negotiation,
        /// A common problem is talked over.
        Consultation,
        /// In secret.
        BackChannel = "back channel",
        /// Heads of state or government meet.
        Summit,
        /// Three states or more.
        Multilateral,
        /// Two states, whoever else is there to help.
        Bilateral,
        /// All states of one region.
        Regional,
        /// Students, players, books.
        CulturalExchange = "cultural exchange",
        /// A third helps two to settle.
        Mediation,
    }
}

words! {
    /// What two states may have with each other.
    Relations: "relations" {
        /// A mission may be sent, if both agree (VCDR 2).
        Diplomatic,
        /// A consulate may be opened, if both agree.
        Consular,
    }
}

impl Relations {
    /// Whether consent to these is consent to those unless something else is said: from
    /// diplomatic to consular, and not back (VCCR 2(2)). A consulate is no mission.
    pub const fn imply(self, other: Self) -> bool {
        matches!((self, other), (Self::Diplomatic, _) | (_, Self::Consular))
    }

    /// Whether these are over when those are broken off: breaking diplomatic relations
    /// does not by itself break consular ones (VCCR 2(3)).
    pub const fn end_with(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Diplomatic, Self::Diplomatic) | (Self::Consular, Self::Consular)
        )
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Actor {
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The region that it counts itself to, if any. An input: no map decides it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

by_name!(Actor {
    name: String,
    kind: Kind,
    #[serde(default)]
    region: Option<String>,
});

impl Actor {
    /// A state.
    pub fn state(name: &str) -> Self {
        Self { name: name.to_owned(), kind: Kind::State, region: None }
    }
}

/// Two or more who meet.
///
/// ```
/// use demarche::actors::{Actor, Aim, Channel, Encounter, Form, Level};
/// // Camp David, September 1978: in private, the heads, and a third who helped.
/// let two = vec![Actor::state("Egypt"), Actor::state("Israel")];
/// let david = Encounter::new(two, Channel::Envoy, Aim::Settle, Level::Heads)?
///     .in_secret()
///     .helped_by(Actor::state("United States"))?;
/// // Summit, mediation, back channel, negotiation, and bilateral: all of these.
/// for form in [Form::Summit, Form::Mediation, Form::BackChannel, Form::Bilateral] {
///     assert!(david.is(form));
/// }
/// assert!(!david.is(Form::Multilateral) && !david.is(Form::AccreditedOfficials));
/// # Ok::<(), demarche::actors::ActorsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Encounter {
    parties: Vec<Actor>,
    channel: Channel,
    aim: Aim,
    level: Level,
    secret: bool,
    mediator: Option<Actor>,
}

by_name!(
    Encounter {
        parties: Vec<Actor>,
        channel: Channel,
        aim: Aim,
        level: Level,
        #[serde(default)]
        secret: bool,
        #[serde(default)]
        mediator: Option<Actor>,
    }
    => {
        let open = Self::new(parties, channel, aim, level);
        let open = open.map(|open| if secret { open.in_secret() } else { open });
        open.and_then(|open| match mediator {
            Some(third) => open.helped_by(third),
            None => Ok(open),
        })
    }
);

impl Encounter {
    /// An encounter in the open, without a third.
    ///
    /// # Errors
    /// With fewer than two parties, with one named twice or without a name, and when a
    /// mission is to be one of others than two states.
    pub fn new(
        parties: Vec<Actor>,
        channel: Channel,
        aim: Aim,
        level: Level,
    ) -> Result<Self, ActorsError> {
        let found = parties.len();
        if found < 2 {
            return Err(ActorsError::Alone { found });
        }
        for (at, party) in parties.iter().enumerate() {
            if party.name.trim().is_empty() {
                return Err(ActorsError::Nameless);
            }
            if parties[..at].iter().any(|other| same_word(&other.name, &party.name))
            {
                return Err(ActorsError::Twice { name: party.name.clone() });
            }
        }
        let states =
            parties.iter().filter(|party| party.kind == Kind::State).count();
        if channel == Channel::Mission && (states, found) != (2, 2) {
            let found = format!("{states} states among {found} parties");
            return Err(ActorsError::NoMission { found });
        }
        Ok(Self { parties, channel, aim, level, secret: false, mediator: None })
    }

    /// The same behind closed doors.
    #[must_use]
    pub fn in_secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// The same with a third who helps to settle.
    ///
    /// # Errors
    /// When the third is one of the parties, or has no name.
    pub fn helped_by(mut self, third: Actor) -> Result<Self, ActorsError> {
        if third.name.trim().is_empty() {
            return Err(ActorsError::Nameless);
        }
        if self.parties.iter().any(|party| same_word(&party.name, &third.name)) {
            return Err(ActorsError::Twice { name: third.name });
        }
        self.mediator = Some(third);
        Ok(self)
    }

    /// Who takes part, without a third.
    pub fn parties(&self) -> &[Actor] {
        &self.parties
    }

    /// Whether one may call it that.
    pub fn is(&self, form: Form) -> bool {
        let states = self.parties.iter().filter(|party| party.kind == Kind::State);
        let states = states.count();
        match form {
            Form::Communication => true,
            Form::AccreditedOfficials => self.channel == Channel::Mission,
            Form::Negotiation => self.aim == Aim::Settle,
            Form::Consultation => self.aim == Aim::Consult,
            Form::BackChannel => self.secret,
            Form::Summit => self.level == Level::Heads,
            Form::Multilateral => states >= 3,
            Form::Bilateral => states == 2 && self.parties.len() == 2,
            Form::Regional => {
                let region = &self.parties[0].region;
                region.is_some() && self.parties.iter().all(|p| &p.region == region)
            }
            Form::CulturalExchange => self.aim == Aim::Exchange,
            Form::Mediation => self.mediator.is_some() && self.aim == Aim::Settle,
        }
    }

    /// All that one may call it.
    pub fn forms(&self) -> Vec<Form> {
        Form::ALL.into_iter().filter(|&form| self.is(form)).collect()
    }
}
