//! Reservations to the Convention of 1961, and what is left of the rules between two
//! states.
//!
//! From the United Nations' list as scraped in March 2015 (UNTC-2015), for the
//! provisions that a verdict of this chapter rests on. Left out: China on article 37,
//! withdrawn on 15 September 1980 (Macao-2002); Portugal, whose text the list leaves
//! blank; reservations to articles that no rule here uses. A reservation works both
//! ways (VCLT 21(1)): it frees the other state as well.

use serde::Serialize;

use super::ImmunityError;
use super::article::Article;
use super::who::{Category, Tie};
use crate::words::same_word;
use crate::words::words;

words! {
    /// What a reservation does.
    Effect: "what a reservation does" {
        /// VCDR 37(2) is off: administrative and technical staff have no shield by treaty.
        NoClerks = "clerks have no shield by treaty",
        /// VCDR 37 holds only where the other state gives the same. It does, as long as
        /// it has made no reservation itself, so no verdict changes.
        Reciprocity = "like is given for like",
        /// The level for administrative and technical staff is to be agreed, pair by pair.
        /// What pairs agreed is not on the list; the text is taken as written.
        ByAgreement = "what clerks have is to be agreed",
        /// Agents who are nationals lose even the official acts of VCDR 38(1).
        NoNationals = "agents who are nationals have no shield",
        /// Agents who are nationals or residents lose them.
        NoLocals = "agents who are nationals or residents have no shield",
        /// A suspect bag may be opened.
        BagOpened = "a suspect bag may be opened",
        /// The host may ask for a suspect bag to be opened, and else send it back.
        BagReturned = "a suspect bag is opened by request or goes back",
        /// A suspect bag may be opened with the ministry's leave, the mission present.
        BagWithLeave = "a suspect bag may be opened before the mission",
    }
}

/// One state's reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Reservation {
    /// Who made it.
    pub state: &'static str,
    /// To which provision, as the list spells it.
    pub provision: &'static str,
    /// With what effect.
    pub effect: Effect,
}

const fn by(
    state: &'static str,
    provision: &'static str,
    effect: Effect,
) -> Reservation {
    Reservation { state, provision, effect }
}

/// The reservations that the rules here ask about.
pub const RESERVATIONS: [Reservation; 17] = [
    by("Bahrain", "27(3)", Effect::BagOpened),
    by("Kuwait", "27(4)", Effect::BagReturned),
    by("Libya", "27(4)", Effect::BagReturned),
    by("Saudi Arabia", "27", Effect::BagReturned),
    by("Qatar", "27(3)", Effect::BagWithLeave),
    by("Egypt", "37(2)", Effect::NoClerks),
    by("Morocco", "37(2)", Effect::NoClerks),
    by("Cambodia", "37(2)", Effect::NoClerks),
    by("Qatar", "37(2)", Effect::NoClerks),
    by("Iraq", "37(2)", Effect::Reciprocity),
    by("Malta", "37(2)", Effect::Reciprocity),
    by("Sudan", "37(2)", Effect::Reciprocity),
    by("Sudan", "38", Effect::NoLocals),
    by("Libya", "37(3)", Effect::Reciprocity),
    by("Botswana", "37", Effect::Reciprocity),
    by("Viet Nam", "37(2)", Effect::ByAgreement),
    by("Venezuela", "38", Effect::NoNationals),
];

/// Who objected to whom, over which article (27 or 37).
pub const OBJECTIONS: [(&str, &str, u8); 48] = [
    ("Australia", "Egypt", 37),
    ("Australia", "Cambodia", 37),
    ("Australia", "Morocco", 37),
    ("Australia", "Saudi Arabia", 27),
    ("Australia", "Bahrain", 27),
    ("Australia", "Kuwait", 27),
    ("Australia", "Libya", 27),
    ("Australia", "Qatar", 27),
    ("Canada", "Egypt", 37),
    ("Canada", "Cambodia", 37),
    ("Canada", "Morocco", 37),
    ("Canada", "Bahrain", 27),
    ("Canada", "Kuwait", 27),
    ("Canada", "Libya", 27),
    ("Denmark", "Egypt", 37),
    ("Denmark", "Cambodia", 37),
    ("Denmark", "Morocco", 37),
    ("France", "Kuwait", 27),
    ("France", "Egypt", 37),
    ("France", "Cambodia", 37),
    ("France", "Morocco", 37),
    ("New Zealand", "Egypt", 37),
    ("New Zealand", "Cambodia", 37),
    ("New Zealand", "Morocco", 37),
    ("United Kingdom", "Egypt", 37),
    ("United Kingdom", "Cambodia", 37),
    ("United Kingdom", "Morocco", 37),
    ("United Kingdom", "Qatar", 37),
    ("United Kingdom", "Bahrain", 27),
    ("United Kingdom", "Qatar", 27),
    ("United States", "Bahrain", 27),
    ("United States", "Kuwait", 27),
    ("United States", "Egypt", 37),
    ("United States", "Cambodia", 37),
    ("United States", "Morocco", 37),
    ("United States", "Qatar", 27),
    ("United States", "Qatar", 37),
    ("Hungary", "Bahrain", 27),
    ("Poland", "Bahrain", 27),
    ("Mongolia", "Bahrain", 27),
    ("Russian Federation", "Bahrain", 27),
    ("Russian Federation", "Libya", 27),
    ("Russian Federation", "Saudi Arabia", 27),
    ("Russian Federation", "Qatar", 27),
    ("Russian Federation", "Qatar", 37),
    ("Ukraine", "Bahrain", 27),
    ("Japan", "Bahrain", 27),
    ("Japan", "Qatar", 27),
];

/// Short names for states, and the names by which the list knows them.
const ALSO_CALLED: [(&str, &str); 7] = [
    ("US", "United States"),
    ("USA", "United States"),
    ("United States of America", "United States"),
    ("UK", "United Kingdom"),
    ("Britain", "United Kingdom"),
    ("Great Britain", "United Kingdom"),
    ("Russia", "Russian Federation"),
];

fn listed(name: &str) -> &str {
    let short = ALSO_CALLED.iter().find(|(short, _)| same_word(short, name));
    short.map_or(name.trim(), |(_, long)| long)
}

/// A reservation between two particular states, and whether the other one objected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Reserved {
    /// What it does.
    pub effect: Effect,
    /// Whether the other state objected (VCLT 21(3)); if not, it accepted by silence
    /// (VCLT 20(5), 21(1)).
    pub objected: bool,
}

impl Reserved {
    /// The rule of the law of treaties that gives the reservation its effect.
    pub const fn article(self) -> Article {
        if self.objected { Article::vclt(21, 3) } else { Article::vclt(21, 1) }
    }
}

/// What is left of the Convention of 1961 between a sending and a receiving state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Pair {
    clerks: Option<Reserved>,
    locals: Option<Reserved>,
    bag: Option<Reserved>,
}

impl Pair {
    /// Two states without reservations: the text as written.
    pub const PLAIN: Self = Self { clerks: None, locals: None, bag: None };

    /// Looks both states up in [`RESERVATIONS`] and [`OBJECTIONS`]. A state that is on
    /// neither list has reserved nothing and objected to nothing, and a name that is
    /// misspelt is such a state.
    ///
    /// ```
    /// use demarche::immunity::{Case, Category, Measure, Outcome, Pair, Reading};
    /// use demarche::immunity::{Subject, Who, verdict};
    /// let clerk = Who::foreign(Category::AdminTech);
    /// let theft = Case::serving(clerk, Subject::OrdinaryCrime, Measure::Prosecute);
    /// let cairo = Pair::between("United States", "Egypt")?;
    /// let berne = Pair::between("United States", "Switzerland")?;
    /// assert_eq!(verdict(&theft, cairo, Reading::PLAIN).outcome(), Outcome::Allowed);
    /// assert_eq!(verdict(&theft, berne, Reading::PLAIN).outcome(), Outcome::Barred);
    /// # Ok::<(), demarche::immunity::ImmunityError>(())
    /// ```
    ///
    /// # Errors
    /// When a name is blank, or both are the same state.
    pub fn between(sending: &str, receiving: &str) -> Result<Self, ImmunityError> {
        let (sending, receiving) = (listed(sending), listed(receiving));
        if sending.is_empty() || receiving.is_empty() {
            return Err(ImmunityError::NamelessState);
        }
        if same_word(sending, receiving) {
            return Err(ImmunityError::OneState { found: sending.to_owned() });
        }
        let find = |article: u8, wanted: fn(Effect) -> bool| {
            RESERVATIONS.iter().find_map(|reservation| {
                let other = if same_word(reservation.state, sending) {
                    receiving
                } else if same_word(reservation.state, receiving) {
                    sending
                } else {
                    return None;
                };
                let objected = OBJECTIONS.iter().any(|(objector, maker, number)| {
                    same_word(objector, other)
                        && same_word(maker, reservation.state)
                        && *number == article
                });
                wanted(reservation.effect)
                    .then_some(Reserved { effect: reservation.effect, objected })
            })
        };
        Ok(Self {
            clerks: find(37, |effect| effect == Effect::NoClerks),
            locals: find(38, |effect| {
                matches!(effect, Effect::NoLocals | Effect::NoNationals)
            }),
            bag: find(27, |effect| {
                matches!(
                    effect,
                    Effect::BagOpened | Effect::BagReturned | Effect::BagWithLeave
                )
            }),
        })
    }

    /// The reservation that takes this person's shield away, if there is one.
    pub(crate) fn strips(self, category: Category, tie: Tie) -> Option<Reserved> {
        match category {
            Category::AdminTech => self.clerks,
            Category::DiplomaticAgent => self.locals.filter(|reserved| {
                tie == Tie::National
                    || (tie == Tie::Resident && reserved.effect == Effect::NoLocals)
            }),
            _ => None,
        }
    }

    /// The reservations that bear on a verdict between the two.
    pub fn reserved(self) -> impl Iterator<Item = Reserved> {
        [self.clerks, self.locals, self.bag].into_iter().flatten()
    }

    /// The reservation on the bag, if there is one.
    pub const fn bag(self) -> Option<Reserved> {
        self.bag
    }
}
