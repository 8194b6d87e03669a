//! What is not a person: premises and bags.

use serde::Serialize;

use super::article::{Article, c, d};
use super::pair::{Effect, Pair};
use super::reading::{Issue, Reading};
use super::verdict::Outcome;
use crate::words::words;

/// A short answer: the outcome, the rule that gives it, and the open readings that
/// would turn it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// Barred or allowed.
    pub outcome: Outcome,
    /// The rule.
    pub article: Article,
    /// What it says here.
    pub because: &'static str,
    /// Readings that would turn the outcome.
    pub contested: Vec<Issue>,
}

pub(crate) type Bare = (Outcome, Article, &'static str);

/// Asks the rule again under every other reading.
pub(crate) fn ruling(reading: Reading, rule: impl Fn(Reading) -> Bare) -> Ruling {
    let (outcome, article, because) = rule(reading);
    let turns = |issue: &Issue| rule(reading.turned(*issue)).0 != outcome;
    let contested = Issue::ALL.iter().copied().filter(turns).collect();
    Ruling { outcome, article, because, contested }
}

words! {
    /// Buildings, as far as the Conventions tell them apart.
    Premises: "a kind of premises" {
        /// Mission, with the residence of its head (VCDR 1(i)).
        Mission = "mission" or "embassy",
        /// Private home of an agent or clerk (VCDR 30, 37).
        AgentResidence = "residence of an agent" or "agent home",
        /// The working part of a consulate with a career head.
        ConsularWork = "working part of a consulate" or "consulate"
            or "consular premises",
        /// Home of a consul.
        ConsularHome = "home of a consul" or "consular residence" or "consul residence",
        /// Consulate with an honorary head.
        HonoraryConsular = "honorary consulate" or "honorary",
        /// A building that never became premises.
        NotPremises = "no premises" or "other",
    }
}

/// May the host's agents enter without further leave?
///
/// `consent` of the head is given; `disaster`: fire or the like calls for prompt
/// action; `ended`: relations are broken or the status is gone.
///
/// ```
/// use demarche::immunity::things::{Premises, entry};
/// use demarche::immunity::{Outcome, Reading};
/// let fire = |kind| entry(kind, false, true, false, Reading::PLAIN).outcome;
/// assert_eq!(fire(Premises::Mission), Outcome::Barred);
/// assert_eq!(fire(Premises::ConsularWork), Outcome::Allowed);
/// ```
pub fn entry(
    kind: Premises,
    consent: bool,
    disaster: bool,
    ended: bool,
    reading: Reading,
) -> Ruling {
    use Outcome::{Allowed, Barred};
    ruling(reading, |reading| {
        let (article, after) = match kind {
            Premises::Mission => (d(22, 1), d(45, 0).at('a')),
            Premises::AgentResidence => (d(30, 1), d(39, 2)),
            Premises::ConsularWork => (c(31, 2), c(27, 1).at('a')),
            Premises::ConsularHome => {
                return (Allowed, c(31, 2), "only the working part is closed");
            }
            Premises::HonoraryConsular => {
                return (Allowed, c(59, 0), "protected from intruders, not closed");
            }
            Premises::NotPremises => {
                return (
                    Allowed,
                    d(1, 0).at('i'),
                    "never used as premises of a mission",
                );
            }
        };
        if consent {
            return (Allowed, article, "with the head's consent");
        }
        if ended && kind == Premises::AgentResidence {
            return (Allowed, after, "the person's immunity is over");
        }
        if ended {
            if reading.other_side(Issue::Rupture) {
                return (Barred, after, "to be respected even after a rupture");
            }
            return (Allowed, after, "the status is over; property stays protected");
        }
        if disaster && kind == Premises::ConsularWork {
            return (Allowed, article, "in a fire, consent is assumed");
        }
        (Barred, article, "closed without consent, fire and crime included")
    })
}

words! {
    /// Which Convention's bag.
    Bag: "a kind of bag" {
        /// Between a mission and its state.
        Diplomatic = "diplomatic bag",
        /// Between a consular post and its state.
        Consular = "consular bag",
    }
}

words! {
    /// What the host wants to do with a bag.
    BagAction: "something done to a bag" {
        /// Open it.
        Open = "open",
        /// Keep it.
        Detain = "detain" or "hold",
        /// Send it back where it came from.
        Return = "return" or "send back",
        /// X-ray it from outside.
        Scan = "scan" or "x-ray",
    }
}

/// A bag at the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct BagCase {
    /// Which Convention's.
    pub kind: Bag,
    /// It bears visible external marks of its character; without, it is no bag.
    pub marked: bool,
    /// There is serious reason to think it holds something else.
    pub suspicion: bool,
    /// The sending state agrees to have it opened before its representative.
    pub sender_agrees: bool,
    /// What the host wants.
    pub action: BagAction,
}

/// May the host do this to the bag?
///
/// ```
/// use demarche::immunity::things::{Bag, BagAction, BagCase, bag};
/// use demarche::immunity::{Outcome, Pair, Reading};
/// let crate_ = BagCase {
///     kind: Bag::Diplomatic,
///     marked: false,
///     suspicion: true,
///     sender_agrees: false,
///     action: BagAction::Open,
/// };
/// let answer = |case| bag(case, Pair::PLAIN, Reading::PLAIN).outcome;
/// assert_eq!(answer(crate_), Outcome::Allowed);
/// assert_eq!(answer(BagCase { marked: true, ..crate_ }), Outcome::Barred);
/// ```
pub fn bag(case: BagCase, pair: Pair, reading: Reading) -> Ruling {
    use BagAction::{Detain, Open, Return, Scan};
    use Outcome::{Allowed, Barred};
    ruling(reading, |reading| {
        let (rule, marks) = match case.kind {
            Bag::Diplomatic => (d(27, 3), d(27, 4)),
            Bag::Consular => (c(35, 3), c(35, 4)),
        };
        if !case.marked {
            return (Allowed, marks, "without visible marks it is no bag");
        }
        if case.action == Scan {
            if reading.other_side(Issue::Scan) {
                return (Barred, rule, "scanning is read as opening");
            }
            return (Allowed, rule, "neither opened nor detained");
        }
        if case.action == Open && case.sender_agrees {
            return (Allowed, rule, "opened with the sending state's leave");
        }
        let reserved = pair.bag().filter(|reserved| {
            case.kind == Bag::Diplomatic
                && !(reserved.objected && reading.other_side(Issue::Objection))
        });
        let effect = match (case.kind, reserved) {
            (Bag::Consular, _) => Some(Effect::BagReturned),
            (Bag::Diplomatic, reserved) => reserved.map(|reserved| reserved.effect),
        };
        let article = reserved.map_or(rule, super::pair::Reserved::article);
        match (effect.filter(|_| case.suspicion), case.action) {
            (Some(Effect::BagReturned), Return) if !case.sender_agrees => (
                Allowed,
                article,
                "the request to open was refused, so it goes back",
            ),
            (Some(Effect::BagOpened | Effect::BagWithLeave), Open) => {
                (Allowed, article, "reserved: a suspect bag may be opened")
            }
            (Some(Effect::BagReturned), Return) => {
                (Barred, article, "the sending state lets it be opened instead")
            }
            (_, Detain) => (Barred, rule, "a bag may not be detained"),
            (_, Return) => (Barred, rule, "a bag may not be kept from its way"),
            _ => (Barred, rule, "a bag may not be opened"),
        }
    })
}
