//! The order of the argument: shield, caps, nature of the act, exceptions, waiver.

use super::article::{Article, c, d};
use super::base::base;
use super::caps::{phased, tied};
use super::case::{Case, Measure};
use super::exceptions::{exception, waived};
use super::pair::Pair;
use super::reading::{Issue, Reading};
use super::step::step;
use super::verdict::{Outcome, Shield, Stage, Step};
use super::who::{Capacity, Category, Who};

/// Decides, and tells each step as it goes.
pub(crate) fn run(
    case: &Case,
    pair: Pair,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> (Outcome, Shield) {
    let category = match case.who {
        Who::Nobody => {
            let because =
                "no status here: not in post, in a household, or on the way";
            step!(
                tell,
                Status,
                Shield::None,
                because,
                [d(37, 1), d(39, 1), d(40, 1)]
            );
            return (Outcome::Allowed, Shield::None);
        }
        Who::Member { category, .. } | Who::Family { of: category, .. } => category,
    };
    if case.measure == Measure::Citation {
        let because =
            "everybody must obey the law of the road; a ticket is no arrest";
        if category.is_consular() {
            step!(tell, Base, Shield::None, because, [c(55, 1)]);
        } else {
            step!(tell, Base, Shield::None, because, [d(41, 1)]);
        }
        return (Outcome::Allowed, Shield::None);
    }
    let shield = capped(case, category, pair, reading, tell);
    let covered = match shield {
        Shield::Full => true,
        Shield::OfficialActs => case.who.capacity() == Capacity::Official,
        Shield::None => false,
    };
    if !covered {
        if shield == Shield::OfficialActs {
            let because = "the act was private, so the shield does not reach it";
            if category.is_consular() {
                step!(tell, Nature, shield, because, [c(43, 1)]);
            } else {
                step!(tell, Nature, shield, because, [d(3, 1)]);
            }
        }
        return (Outcome::Allowed, shield);
    }
    if shield == Shield::OfficialActs {
        let because = "the act was official";
        if category.is_consular() {
            step!(tell, Nature, shield, because, [c(5, 0)]);
        } else {
            step!(tell, Nature, shield, because, [d(3, 1)]);
        }
    }
    if exception(case, category, shield, reading, tell) {
        return (Outcome::Allowed, shield);
    }
    let outcome = if waived(case, category, shield, reading, tell) {
        Outcome::Allowed
    } else {
        Outcome::Barred
    };
    (outcome, shield)
}

/// The shield for this measure after reservation, tie, phase and family cap.
fn capped(
    case: &Case,
    category: Category,
    pair: Pair,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    let family = matches!(case.who, Who::Family { .. });
    let mut shield = base(case.measure, category, family, case.act, reading, tell);

    if let Some(reserved) = pair.strips(category, case.who.tie()) {
        let stands = reserved.objected && reading.other_side(Issue::Objection);
        if !stands && shield > Shield::None {
            shield = Shield::None;
            let because = if reserved.objected {
                "reserved, and objected to: the provision is off between the two"
            } else {
                "reserved, and accepted by silence: the provision is off"
            };
            let articles: &'static [Article] = match (reserved.objected, category) {
                (true, Category::AdminTech) => {
                    const { &[d(37, 2), Article::vclt(21, 3)] }
                }
                (false, Category::AdminTech) => {
                    const { &[d(37, 2), Article::vclt(21, 1)] }
                }
                (true, _) => const { &[d(38, 1), Article::vclt(21, 3)] },
                (false, _) => const { &[d(38, 1), Article::vclt(21, 1)] },
            };
            tell(Step { stage: Stage::Pair, articles, because, shield });
        }
    }
    shield = tied(shield, case, category, family, reading, tell);
    shield = phased(shield, case, category, family, tell);

    if let Who::Family { of, sponsor_tie, .. } = case.who
        && reading.other_side(Issue::FamilyCap)
    {
        let who = Who::Member {
            category: of,
            tie: sponsor_tie,
            capacity: Capacity::Private,
        };
        let sponsor = Case { who, ..*case };
        let cap = capped(&sponsor, of, pair, reading, &mut |_| ());
        if cap < shield {
            shield = cap;
            let because =
                "family is read as never better protected than the sponsor";
            step!(tell, Tie, shield, because, [d(37, 1), d(38, 1)]);
        }
    }
    shield
}
