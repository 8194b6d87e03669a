//! What a tie to the host and the moment of the posting leave of a shield.

use super::article::{c, d};
use super::case::{Case, Measure, Phase};
use super::reading::{Issue, Reading};
use super::step::step;
use super::verdict::{Shield, Stage, Step};
use super::who::{Category, Tie};

/// Nationality and permanent residence cut the shield down.
pub(crate) fn tied(
    shield: Shield,
    case: &Case,
    category: Category,
    family: bool,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    let tie = case.who.tie();
    if tie == Tie::Foreign || shield == Shield::None {
        return shield;
    }
    match (category, family) {
        (Category::DiplomaticAgent, true) => {
            if tie == Tie::Resident {
                return shield;
            }
            let because = "family that is the host's own national is left out";
            step!(tell, Tie, Shield::None, because, [d(37, 1)]);
            Shield::None
        }
        (Category::DiplomaticAgent, false) => {
            let testify = case.measure == Measure::Testify;
            let cap = if testify && !reading.other_side(Issue::LocalWitness) {
                Shield::None
            } else {
                Shield::OfficialActs
            };
            let because =
                "a local agent keeps jurisdiction and person for official acts";
            step!(tell, Tie, cap.min(shield), because, [d(38, 1)]);
            cap.min(shield)
        }
        (
            Category::CareerConsularOfficer | Category::HonoraryConsularOfficer,
            false,
        ) => {
            let because = "a local consul keeps official acts and silence on them";
            let cap = Shield::OfficialActs.min(shield);
            step!(tell, Tie, cap, because, [c(71, 1)]);
            cap
        }
        (Category::AdminTech, _) => {
            let because = "local clerks and families have what the host admits";
            step!(tell, Tie, Shield::None, because, [d(37, 2), d(38, 2)]);
            Shield::None
        }
        _ if category.is_consular() => {
            let because = "local consular staff have what the host grants";
            step!(tell, Tie, Shield::None, because, [c(71, 2)]);
            Shield::None
        }
        _ => {
            let because = "local staff have what the host admits";
            step!(tell, Tie, Shield::None, because, [d(37, 3), d(38, 2)]);
            Shield::None
        }
    }
}

/// Before the posting nothing, after it official acts only.
pub(crate) fn phased(
    shield: Shield,
    case: &Case,
    category: Category,
    family: bool,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    if shield == Shield::None {
        return shield;
    }
    let consular = category.is_consular();
    match case.phase {
        Phase::Serving => shield,
        Phase::NotYet => {
            if consular {
                let because = "not yet entered, nor taken up the duties";
                step!(tell, Phase, Shield::None, because, [c(53, 1)]);
            } else {
                let because = "not yet entered, nor notified";
                step!(tell, Phase, Shield::None, because, [d(39, 1)]);
            }
            Shield::None
        }
        Phase::Winding => {
            if consular {
                let because = "the time to leave still runs";
                step!(tell, Phase, shield, because, [c(53, 3)]);
            } else {
                let because = "the time to leave still runs";
                step!(tell, Phase, shield, because, [d(39, 2)]);
            }
            shield
        }
        Phase::Transit => match category {
            Category::DiplomaticAgent => {
                let because =
                    "a third state lets an agent pass unharmed, to post or home";
                step!(tell, Phase, shield, because, [d(40, 1)]);
                shield
            }
            Category::CareerConsularOfficer => {
                let because = "a third state lets a consul pass, to post or home";
                step!(tell, Phase, shield, because, [c(54, 1)]);
                shield
            }
            _ if consular => {
                let because = "a third state must not hinder the transit, no more";
                step!(tell, Phase, Shield::None, because, [c(54, 2)]);
                Shield::None
            }
            _ => {
                let because = "a third state must not hinder the passage, no more";
                step!(tell, Phase, Shield::None, because, [d(40, 2)]);
                Shield::None
            }
        },
        Phase::Elsewhere => {
            let because = "only the state that received the envoy owes what outlasts \
                           the posting";
            if consular {
                step!(tell, Phase, Shield::None, because, [c(53, 4), c(54, 1)]);
            } else {
                step!(tell, Phase, Shield::None, because, [d(39, 2), d(40, 1)]);
            }
            Shield::None
        }
        Phase::Ended => {
            let keeps = !family
                && case.measure != Measure::EnterHome
                && category != Category::ConsularServiceStaff;
            let cap = if keeps { Shield::OfficialActs } else { Shield::None };
            let left = cap.min(shield);
            let because = if keeps {
                "the posting is over: only official acts stay covered"
            } else {
                "the posting is over: nothing is left"
            };
            if !consular {
                step!(tell, Phase, left, because, [d(39, 2)]);
            } else if keeps {
                step!(tell, Phase, left, because, [c(53, 4)]);
            } else {
                step!(tell, Phase, left, because, [c(53, 3)]);
            }
            left
        }
    }
}
