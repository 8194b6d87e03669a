//! What a foreigner in post starts from, before any cap.

use super::article::{c, d};
use super::case::{Act, Measure};
use super::reading::{Issue, Reading};
use super::step::step;
use super::verdict::Shield::{self, Full, None, OfficialActs};
use super::verdict::{Stage, Step};
use super::who::Category;

/// The shield of this kind of person against this measure.
pub(crate) fn base(
    measure: Measure,
    category: Category,
    family: bool,
    act: Act,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    match (category.is_consular(), family) {
        (false, false) => mission_staff(measure, category, reading, tell),
        (false, true) => mission_family(measure, category, reading, tell),
        (true, false) => consular_staff(measure, category, act, tell),
        (true, true) => consular_family(category, tell),
    }
}

macro_rules! is {
    ($tell:ident, $shield:expr, $because:expr, [$($article:expr),+]) => {{
        step!($tell, Base, $shield, $because, [$($article),+]);
        $shield
    }};
}

/// The Convention of 1961, articles 29 to 31 and 37.
fn mission_staff(
    measure: Measure,
    category: Category,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    use Category as K;
    use Measure as M;
    match (category, measure) {
        (K::DiplomaticAgent, M::Arrest) => {
            is!(tell, Full, "the person of an agent is inviolable", [d(29, 0)])
        }
        (K::DiplomaticAgent, M::EnterHome) => {
            is!(
                tell,
                Full,
                "an agent's home is as closed as the mission",
                [d(30, 1)]
            )
        }
        (K::DiplomaticAgent, M::Testify) => {
            is!(tell, Full, "an agent need not give evidence", [d(31, 2)])
        }
        (K::DiplomaticAgent, M::Prosecute) => {
            is!(tell, Full, "an agent is immune from criminal courts", [d(31, 1)])
        }
        (K::DiplomaticAgent, M::Execute) => {
            let because = "no execution against an agent, but for three exceptions";
            is!(tell, Full, because, [d(31, 3)])
        }
        (K::DiplomaticAgent, _) => {
            let because =
                "an agent is immune from civil courts, but for three exceptions";
            is!(tell, Full, because, [d(31, 1)])
        }
        (K::AdminTech, M::Arrest | M::EnterHome | M::Testify | M::Prosecute) => {
            is!(tell, Full, "clerks share articles 29 to 35", [d(37, 2)])
        }
        (K::AdminTech, M::Execute) if reading.other_side(Issue::ClerkExecution) => {
            is!(
                tell,
                Full,
                "read so that 37(2) leaves 31(3) whole",
                [d(37, 2), d(31, 3)]
            )
        }
        (K::AdminTech, _) => {
            let because = "clerks may be sued for acts outside their duties";
            is!(tell, OfficialActs, because, [d(37, 2)])
        }
        (K::ServiceStaff, M::Arrest) if reading.other_side(Issue::ServiceArrest) => {
            is!(
                tell,
                OfficialActs,
                "immunity on duty, read to cover arrest",
                [d(37, 3)]
            )
        }
        (K::ServiceStaff, M::Prosecute | M::Sue | M::Execute) => {
            is!(
                tell,
                OfficialActs,
                "service staff are immune for acts on duty",
                [d(37, 3)]
            )
        }
        (K::ServiceStaff, _) => {
            is!(
                tell,
                None,
                "service staff are not inviolable and must testify",
                [d(37, 3)]
            )
        }
        _ => {
            is!(tell, None, "a private servant has what the host admits", [d(37, 4)])
        }
    }
}

fn mission_family(
    measure: Measure,
    of: Category,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    use Category as K;
    use Measure as M;
    match (of, measure) {
        (K::DiplomaticAgent, _) => {
            let because = "family in an agent's household shares articles 29 to 36";
            is!(tell, Full, because, [d(37, 1)])
        }
        (K::AdminTech, M::Arrest | M::EnterHome | M::Testify | M::Prosecute) => {
            is!(tell, Full, "a clerk's family shares articles 29 to 35", [d(37, 2)])
        }
        (K::AdminTech, M::Execute) if reading.other_side(Issue::ClerkExecution) => {
            mission_staff(measure, of, reading, tell)
        }
        (K::AdminTech, _) => {
            let because =
                "a clerk's family has no duties, so every act is outside them";
            is!(tell, None, because, [d(37, 2)])
        }
        (K::ServiceStaff, _) => {
            is!(tell, None, "families of service staff are not named", [d(37, 3)])
        }
        _ => {
            is!(tell, None, "families of private servants are not named", [d(37, 4)])
        }
    }
}

/// The Convention of 1963, articles 41 to 44 and 57 to 63.
fn consular_staff(
    measure: Measure,
    category: Category,
    act: Act,
    tell: &mut dyn FnMut(Step),
) -> Shield {
    use Category as K;
    use Measure as M;
    match (category, measure) {
        (K::ConsularEmployee | K::ConsularServiceStaff, _) if act.gainful => {
            let because = "a private paid job costs the whole chapter";
            is!(tell, None, because, [c(57, 2).at('a')])
        }
        (_, M::EnterHome) => {
            let because = "only the working part of a consulate is closed";
            is!(tell, None, because, [c(31, 2)])
        }
        (K::CareerConsularOfficer, M::Arrest) => {
            let because =
                "no arrest before trial, but for a grave crime and a judge";
            is!(tell, Full, because, [c(41, 1)])
        }
        (K::CareerConsularOfficer, M::Testify) => {
            is!(tell, Full, "a consul may be called but never coerced", [c(44, 1)])
        }
        (K::HonoraryConsularOfficer, M::Testify) => {
            let because = "no evidence on official matters";
            is!(tell, OfficialActs, because, [c(58, 2), c(44, 3)])
        }
        (_, M::Testify) => {
            let because = "no evidence on official matters";
            is!(tell, OfficialActs, because, [c(44, 1), c(44, 3)])
        }
        (K::ConsularServiceStaff, _) => {
            is!(tell, None, "officers and employees only", [c(43, 1)])
        }
        (K::HonoraryConsularOfficer, M::Arrest) => {
            let because = "article 41 is not for honorary consuls";
            is!(tell, None, because, [c(58, 2), c(63, 0)])
        }
        (_, M::Arrest) => {
            is!(tell, None, "article 41 is for officers only", [c(41, 1)])
        }
        (K::HonoraryConsularOfficer, _) => {
            is!(tell, OfficialActs, "immune for consular acts", [c(58, 2), c(43, 1)])
        }
        _ => is!(tell, OfficialActs, "immune for consular acts", [c(43, 1)]),
    }
}

fn consular_family(of: Category, tell: &mut dyn FnMut(Step)) -> Shield {
    if of == Category::HonoraryConsularOfficer {
        is!(tell, None, "an honorary consul's family has no privileges", [c(58, 3)])
    } else {
        let because = "consular families share papers and taxes, not immunity";
        is!(tell, None, because, [c(46, 1), c(53, 2)])
    }
}
