//! Setting up a mission and sending people home: agrément, accreditation to several
//! states, expulsion, precedence, and what a state must do when a mission is attacked.

use serde::Serialize;

use super::ImmunityError;
use super::article::{Article, c, d};
use super::verdict::Outcome;
use super::who::Category;
use crate::calendar::Day;
use crate::words::{same_word, words};

/// What a host may do to a person without owing anybody a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Discretion {
    /// Whether it may be done.
    pub outcome: Outcome,
    /// Whether reasons are owed. Never, in either Convention.
    pub reasons_owed: bool,
    /// The rule.
    pub article: Article,
    /// The word for it.
    pub word: &'static str,
}

/// Declaring a person unwelcome: at any time, even before arrival, without reasons.
/// If the sending state does not recall in reasonable time, the host may stop
/// recognising the person ([`unrecognised`]).
///
/// ```
/// use demarche::immunity::mission::expel;
/// use demarche::immunity::{Category, Outcome};
/// let agent = expel(Category::DiplomaticAgent);
/// assert_eq!(agent.outcome, Outcome::Allowed);
/// assert_eq!(agent.word, "persona non grata");
/// assert!(!agent.reasons_owed);
/// assert_eq!(expel(Category::AdminTech).word, "not acceptable");
/// ```
pub const fn expel(category: Category) -> Discretion {
    let (article, word) = match category {
        Category::DiplomaticAgent => (d(9, 1), "persona non grata"),
        Category::CareerConsularOfficer | Category::HonoraryConsularOfficer => {
            (c(23, 1), "persona non grata")
        }
        Category::ConsularEmployee | Category::ConsularServiceStaff => {
            (c(23, 1), "not acceptable")
        }
        _ => (d(9, 1), "not acceptable"),
    };
    Discretion { outcome: Outcome::Allowed, reasons_owed: false, article, word }
}

/// May the host treat a declared person as nobody? Only once the sending state has
/// failed to recall within `reasonable` days (VCDR 9(2)).
pub fn unrecognised(declared: Day, reasonable: u16, today: Day) -> Outcome {
    if today > declared.after(reasonable) {
        Outcome::Allowed
    } else {
        Outcome::Barred
    }
}

/// Refusing the agrément to a proposed head of mission: always open, reasons never
/// owed (VCDR 4).
pub const fn refuse_agrement() -> Discretion {
    Discretion {
        outcome: Outcome::Allowed,
        reasons_owed: false,
        article: d(4, 2),
        word: "agrément refused",
    }
}

/// May a host answer a narrow application of a rule in kind? Yes: that is no
/// discrimination (VCDR 47(2)(a)). Without a narrow application abroad it is.
pub fn restrict(restricted_abroad: bool) -> (Outcome, Article) {
    if restricted_abroad {
        (Outcome::Allowed, d(47, 2).at('a'))
    } else {
        (Outcome::Barred, d(47, 1))
    }
}

/// Courts of the sending state keep their hold on their own envoy (VCDR 31(4)).
pub fn tried_at_home() -> (Outcome, Article) {
    (Outcome::Allowed, d(31, 4))
}

/// One envoy for several states, or several states behind one envoy.
///
/// ```
/// use demarche::immunity::mission::Accreditation;
/// let tour = Accreditation::new("Barbados", &["Belgium", "Germany", "France"])?;
/// assert!(tour.objections(&["Norway"]).is_ok());
/// // One of the three is enough to stop it.
/// let no = tour.objections(&["Germany"]).unwrap_err();
/// assert_eq!(no.by, "Germany");
/// assert_eq!(no.article.to_string(), "VCDR 5(1)");
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accreditation {
    sending: String,
    receiving: Vec<String>,
}

/// Why an accreditation to several states fails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("expected no objection, found one by {by} under {article}")]
pub struct Objection {
    /// Which receiving state objects.
    pub by: String,
    /// The rule that lets it.
    pub article: Article,
}

words! {
    /// What one envoy is in one state.
    Standing: "what an envoy is in a state" {
        /// Accredited: the whole shield, resident or not.
        Accredited,
        /// The envoy's own state: no shield, VCDR 31(4).
        Home,
        /// Any other: safe passage only, VCDR 40.
        Third,
    }
}

impl Accreditation {
    /// An envoy of one state, proposed to one or more others.
    ///
    /// # Errors
    /// When a name is blank or no receiving state is given, when a state is to receive
    /// its own envoy, or the same state twice.
    pub fn new(sending: &str, receiving: &[&str]) -> Result<Self, ImmunityError> {
        let all = core::iter::once(&sending).chain(receiving);
        if receiving.is_empty() || all.clone().any(|name| name.trim().is_empty()) {
            return Err(ImmunityError::NamelessState);
        }
        let twice = receiving.iter().enumerate().find(|(i, state)| {
            let earlier = core::iter::once(&sending).chain(&receiving[..*i]);
            earlier.clone().any(|other| same_word(other, state))
        });
        if let Some((_, state)) = twice {
            return Err(ImmunityError::OneState { found: (*state).to_owned() });
        }
        Ok(Self {
            sending: sending.trim().to_owned(),
            receiving: receiving.iter().map(|name| name.trim().to_owned()).collect(),
        })
    }

    /// Whether it stands. Objections of states that do not receive the envoy are
    /// no matter of theirs; a single receiving state has its say through agrément
    /// (VCDR 4), several through express objection (VCDR 5(1)).
    ///
    /// # Errors
    /// When a receiving state objects: the first one that does, and its article.
    pub fn objections(&self, objecting: &[&str]) -> Result<(), Objection> {
        let by = self
            .receiving
            .iter()
            .find(|state| objecting.iter().any(|other| same_word(state, other)));
        let article = if self.receiving.len() > 1 { d(5, 1) } else { d(4, 1) };
        by.map_or(Ok(()), |by| Err(Objection { by: by.clone(), article }))
    }

    /// What the envoy is in a given state, once the accreditation stands.
    pub fn standing(&self, state: &str) -> Standing {
        if same_word(state, &self.sending) {
            Standing::Home
        } else if self.receiving.iter().any(|other| same_word(state, other)) {
            Standing::Accredited
        } else {
            Standing::Third
        }
    }

    /// The states where a chargé d'affaires ad interim may run a mission because the
    /// head lives elsewhere (VCDR 5(2)).
    pub fn without_resident_head<'a>(
        &'a self,
        seat: &'a str,
    ) -> impl Iterator<Item = &'a str> {
        let elsewhere = move |state: &&String| !same_word(state, seat);
        self.receiving.iter().filter(elsewhere).map(String::as_str)
    }
}

words! {
    /// Classes of heads of mission (VCDR 14); they matter for precedence only.
    Class: "a class of heads of mission" {
        /// Ambassadors and nuncios, accredited to the head of state.
        Ambassador = "ambassador" or "nuncio",
        /// Envoys, ministers, internuncios, accredited to the head of state.
        Envoy = "envoy" or "minister",
        /// Chargés d'affaires, accredited to the foreign minister.
        Charge = "chargé d'affaires" or "charge d'affaires",
    }
}

/// A head of mission in a capital.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Head {
    /// Which state sent the head.
    pub state: String,
    /// Class.
    pub class: Class,
    /// Day of taking up the functions (VCDR 13).
    pub since: Day,
    /// Minutes after midnight: the hour counts as well (VCDR 16(1)).
    #[serde(default)]
    pub minute: u16,
    /// Represents the Holy See; some hosts let the nuncio go first (VCDR 16(3)).
    #[serde(default)]
    pub nuncio: bool,
}

by_name!(Head {
    state: String,
    class: Class,
    since: Day,
    #[serde(default)]
    minute: u16,
    #[serde(default)]
    nuncio: bool
});

/// The order of precedence in a capital: by class, then by day and hour of taking up
/// functions. `nuncio_first` where the host keeps that practice. Heads who took up
/// their functions in the same minute keep the order given.
pub fn precedence(heads: &[Head], nuncio_first: bool) -> Vec<&Head> {
    let mut order: Vec<&Head> = heads.iter().collect();
    order.sort_by_key(|head| {
        let ahead = nuncio_first && head.nuncio && head.class == Class::Ambassador;
        (!ahead, head.class, head.since, head.minute)
    });
    order
}

words! {
    /// What was attacked.
    Target: "something attacked" {
        /// The mission's building.
        Premises = "premises",
        /// Its people.
        Persons = "persons",
        /// Its papers.
        Archives = "archives",
        /// Its messages.
        Communication = "communication",
    }
}

/// Whether the host has broken its duties when a target was attacked: by its own
/// agents, or by others whom it did not stop or later backed. Persons and premises
/// are to be protected, not only let alone; so are messages (VCDR 27(1)).
///
/// ```
/// use demarche::immunity::mission::{Target, breach};
/// // Tehran, 4 November 1979: militants, unopposed, then endorsed.
/// assert_eq!(breach(Target::Premises, false, false, true).unwrap().to_string(), "VCDR 22(2)");
/// // A crowd that the police held back in time breaks no duty of the state.
/// assert!(breach(Target::Premises, false, true, false).is_none());
/// ```
pub fn breach(
    target: Target,
    own_agents: bool,
    protected: bool,
    endorsed: bool,
) -> Option<Article> {
    if !own_agents && protected && !endorsed {
        return None;
    }
    Some(match target {
        Target::Premises if own_agents => d(22, 1),
        Target::Premises => d(22, 2),
        Target::Persons => d(29, 0),
        Target::Archives => d(24, 0),
        Target::Communication => d(27, 1),
    })
}
