//! Who may bind a state, and by which article.

use serde::Serialize;

use crate::immunity::Article;
use crate::words::words;

words! {
    /// What is done about a treaty.
    TreatyAct: "an act about a treaty" {
        /// Its text is adopted.
        Adopt,
        /// Its text is fixed as the true one.
        Authenticate,
        /// The state consents to be bound.
        Consent = "consent to be bound" or "sign",
    }
}

words! {
    /// Who acts.
    Office: "an office" {
        /// Head of state.
        HeadOfState = "head of state",
        /// Head of government.
        HeadOfGovernment = "head of government",
        /// Foreign minister.
        ForeignMinister = "foreign minister",
        /// Head of a mission to a state.
        HeadOfMission = "head of mission" or "ambassador",
        /// A representative at a conference or an organisation.
        Delegate,
        /// Anybody else: a minister of trade, a general, a mayor.
        Other = "anybody else",
    }
}

words! {
    /// With whom the treaty is made.
    Forum: "a forum" {
        /// With the state to which a head of mission is accredited, by the two alone.
        Host,
        /// In the conference or organisation to which a delegate is accredited.
        OwnBody = "own body",
        /// Elsewhere.
        Elsewhere,
    }
}

/// Whether somebody may act for a state, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// By the office alone.
    ByOffice(Article),
    /// By full powers that were produced.
    ByPaper(Article),
    /// Since practice or circumstances show that the states meant it so; who says so must
    /// show it.
    ByPractice(Article),
    /// Not, and without effect unless the state confirms it afterwards.
    Unauthorised(Article),
}

impl Authority {
    /// Whether the act has effect, confirmed afterwards or not.
    pub const fn has_effect(self, confirmed: bool) -> bool {
        !matches!(self, Self::Unauthorised(_)) || confirmed
    }

    /// The article.
    pub const fn article(self) -> Article {
        match self {
            Self::ByOffice(article)
            | Self::ByPaper(article)
            | Self::ByPractice(article)
            | Self::Unauthorised(article) => article,
        }
    }
}

/// May this office do this for its state, there, with or without full powers, and with or
/// without a practice that shows it? The law of treaties, articles 7 and 8 (VCLT-1969).
///
/// ```
/// use demarche::actors::{Authority, Forum, Office, TreatyAct, authority};
/// let may = |office, act| authority(office, act, Forum::Host, false, false);
/// // An ambassador agrees on words and does not bind; a foreign minister does both.
/// let ambassador = Office::HeadOfMission;
/// assert!(matches!(may(ambassador, TreatyAct::Adopt), Authority::ByOffice(_)));
/// assert!(matches!(may(ambassador, TreatyAct::Consent), Authority::Unauthorised(_)));
/// assert!(matches!(may(Office::ForeignMinister, TreatyAct::Consent), Authority::ByOffice(_)));
/// ```
pub const fn authority(
    office: Office,
    act: TreatyAct,
    forum: Forum,
    papers: bool,
    practice: bool,
) -> Authority {
    let office_does = Article::vclt(7, 2);
    match (office, act, forum) {
        (
            Office::HeadOfState | Office::HeadOfGovernment | Office::ForeignMinister,
            ..,
        ) => Authority::ByOffice(office_does.at('a')),
        (Office::HeadOfMission, TreatyAct::Adopt, Forum::Host) => {
            Authority::ByOffice(office_does.at('b'))
        }
        (Office::Delegate, TreatyAct::Adopt, Forum::OwnBody) => {
            Authority::ByOffice(office_does.at('c'))
        }
        _ if papers => Authority::ByPaper(Article::vclt(7, 1).at('a')),
        _ if practice => Authority::ByPractice(Article::vclt(7, 1).at('b')),
        _ => Authority::Unauthorised(Article::vclt(8, 0)),
    }
}
