//! Reservations: what one state takes out, what the others say, and what is left.

use crate::calendar::Day;
use crate::immunity::Article;
use crate::immunity::pair::{Effect, Reserved};
use crate::words::words;

words! {
    /// What a reservation does to a rule.
    Content: "what a reservation does" {
        /// The rule is not to apply.
        Excludes = "excludes a rule",
        /// The rule is to say something else.
        Changes = "changes a rule",
    }
}

impl From<Effect> for Content {
    /// How the reservations of the Convention of 1961 fall under the two.
    fn from(effect: Effect) -> Self {
        match effect {
            Effect::NoClerks | Effect::NoNationals | Effect::NoLocals => {
                Self::Excludes
            }
            Effect::Reciprocity
            | Effect::ByAgreement
            | Effect::BagOpened
            | Effect::BagReturned
            | Effect::BagWithLeave => Self::Changes,
        }
    }
}

words! {
    /// What another state says to it.
    Reply: "a reply" {
        /// It accepts, by word or by twelve months of silence.
        Accepts,
        /// It objects.
        Objects,
        /// It objects, and says that there is to be no treaty between the two.
        Opposes = "objects and opposes",
    }
}

impl From<Reserved> for Reply {
    /// Objections to the Convention of 1961 left it in force.
    fn from(reserved: Reserved) -> Self {
        if reserved.objected { Self::Objects } else { Self::Accepts }
    }
}

words! {
    /// What is left of the rule between two states.
    Relation: "what is left" {
        /// The rule as written.
        AsWritten,
        /// No rule between the two, as far as the reservation goes.
        RuleOff,
        /// The changed rule, both ways.
        RuleChanged,
        /// No treaty at all.
        NoTreaty,
    }
}

/// What is left between the state that reserves and one that replies, and by which
/// article. Between two others the text stands as written (VCLT 21(2)).
///
/// ```
/// use demarche::immunity::Pair;
/// use demarche::treaties::{Content, Relation, Reply, relation};
/// // To a reservation that strikes a rule out, yes and no come to the same.
/// let of = |reply| relation(Content::Excludes, reply).0;
/// assert_eq!(of(Reply::Accepts), of(Reply::Objects));
/// // Washington objected to Cairo, Moscow did not; neither has the rule.
/// for other in ["United States", "Russia"] {
///     let reserved = Pair::between(other, "Egypt")?.reserved().next().unwrap();
///     let left = relation(reserved.effect.into(), reserved.into());
///     assert_eq!(left.0, Relation::RuleOff);
/// }
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
pub const fn relation(content: Content, reply: Reply) -> (Relation, Article) {
    match (content, reply) {
        (Content::Excludes, Reply::Accepts) => {
            (Relation::RuleOff, Article::vclt(21, 1))
        }
        (Content::Changes, Reply::Accepts) => {
            (Relation::RuleChanged, Article::vclt(21, 1))
        }
        (_, Reply::Objects) => (Relation::RuleOff, Article::vclt(21, 3)),
        (_, Reply::Opposes) => (Relation::NoTreaty, Article::vclt(20, 4).at('b')),
    }
}

words! {
    /// Whose acceptance a reservation needs.
    Group: "a group" {
        /// A treaty open to many: one other state.
        Open,
        /// A few states that want the whole of it: all of them.
        Few,
        /// The charter of an organisation: its organ, here the only one who replies.
        Charter,
    }
}

/// Whether the consent that came with a reservation counts at all.
///
/// ```
/// use demarche::treaties::{Group, Reply, counts};
/// let replies = [Reply::Objects, Reply::Accepts];
/// assert!(counts(Group::Open, &replies).is_ok());
/// assert_eq!(counts(Group::Few, &replies).unwrap_err().to_string(), "VCLT 20(2)");
/// ```
///
/// # Errors
/// With the article that asks for more acceptance.
pub fn counts(group: Group, replies: &[Reply]) -> Result<(), Article> {
    let accepts = |reply: &Reply| *reply == Reply::Accepts;
    let (enough, rule) = match group {
        Group::Open => (replies.iter().any(accepts), Article::vclt(20, 4).at('c')),
        Group::Few => (replies.iter().all(accepts), Article::vclt(20, 2)),
        Group::Charter => (replies.iter().any(accepts), Article::vclt(20, 3)),
    };
    if enough { Ok(()) } else { Err(rule) }
}

/// The day by which silence has become acceptance: twelve months after the state was
/// notified, or the day of its own consent, if that is later (VCLT 20(5)).
///
/// ```
/// use demarche::treaties::silent_until;
/// let (told, joined) = ("2024-03-01".parse()?, "2020-01-01".parse()?);
/// assert_eq!(silent_until(told, joined).to_string(), "2025-03-01");
/// # Ok::<(), demarche::calendar::DayError>(())
/// ```
pub fn silent_until(notified: Day, consent: Day) -> Day {
    notified.after_months(12).max(consent)
}
