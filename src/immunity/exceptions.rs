//! Doors in a shield: the exceptions written into it, and waiver.

use super::article::{c, d};
use super::case::{Act, Case, Measure, Subject};
use super::reading::{Issue, Reading};
use super::step::step;
use super::verdict::{Shield, Stage, Step};
use super::who::{Capacity, Category, Tie};

/// Exceptions that the text writes into the immunity; true when one opens the case.
pub(crate) fn exception(
    case: &Case,
    category: Category,
    shield: Shield,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> bool {
    let Act { subject, judge, counterclaim, .. } = case.act;
    let private = case.who.capacity() == Capacity::Private;
    let tribunal = matches!(case.measure, Measure::Sue | Measure::Execute);
    if counterclaim && case.measure == Measure::Sue {
        let because = "who sues must answer a connected counterclaim";
        if category.is_consular() {
            step!(tell, Exception, shield, because, [c(45, 3)]);
        } else {
            step!(tell, Exception, shield, because, [d(32, 3)]);
        }
        return true;
    }
    if category.is_consular() {
        // VCCR 71(1) names inviolability for a local consul without this exception.
        let foreign = case.who.tie() == Tie::Foreign;
        let grave = subject == Subject::GraveCrime && judge && foreign;
        if case.measure == Measure::Arrest && grave {
            let because = "a grave crime, and a judge has decided";
            step!(tell, Exception, shield, because, [c(41, 1)]);
            return true;
        }
        if tribunal && subject == Subject::Contract {
            let because = "a contract not made for the state";
            step!(tell, Exception, shield, because, [c(43, 2).at('a')]);
            return true;
        }
        if tribunal && subject == Subject::VehicleAccident {
            let because = "a third party claims for an accident";
            step!(tell, Exception, shield, because, [c(43, 2).at('b')]);
            return true;
        }
        return false;
    }
    if !(tribunal && private) {
        return false;
    }
    match subject {
        Subject::PrivateLand => {
            let because = "a suit about private land in the host state";
            step!(tell, Exception, shield, because, [d(31, 1).at('a')]);
            true
        }
        Subject::Succession => {
            let because = "an inheritance in which the person is privately involved";
            step!(tell, Exception, shield, because, [d(31, 1).at('b')]);
            true
        }
        Subject::Commerce => {
            let because = "a trade or profession outside the functions";
            step!(tell, Exception, shield, because, [d(31, 1).at('c'), d(42, 0)]);
            true
        }
        Subject::DomesticExploitation if reading.other_side(Issue::Commerce) => {
            let because = "exploiting a worker, read as a commercial activity";
            step!(tell, Exception, shield, because, [d(31, 1).at('c')]);
            true
        }
        _ => false,
    }
}

/// Whether the sending state has given this measure up.
pub(crate) fn waived(
    case: &Case,
    category: Category,
    shield: Shield,
    reading: Reading,
    tell: &mut dyn FnMut(Step),
) -> bool {
    let consular = category.is_consular();
    if case.waiver.lifts(case.measure) {
        let because = "the sending state has expressly waived it";
        match (consular, case.measure) {
            (true, Measure::Execute) => {
                step!(tell, Waiver, shield, because, [c(45, 1), c(45, 4)]);
            }
            (true, _) => step!(tell, Waiver, shield, because, [c(45, 1), c(45, 2)]),
            (false, Measure::Execute) => {
                step!(tell, Waiver, shield, because, [d(32, 2), d(32, 4)]);
            }
            (false, _) => step!(tell, Waiver, shield, because, [d(32, 1), d(32, 2)]),
        }
        return true;
    }
    let tried = case.waiver.lifts(Measure::Prosecute);
    if case.measure == Measure::Arrest && tried && !consular {
        if reading.other_side(Issue::ArrestWaiver) {
            let because = "a waiver of jurisdiction, read as lifting inviolability";
            step!(tell, Waiver, shield, because, [d(32, 1), d(29, 0)]);
            return true;
        }
        let because = "the waiver names jurisdiction, not inviolability";
        step!(tell, Waiver, shield, because, [d(32, 1), d(29, 0)]);
        return false;
    }
    if case.measure == Measure::Execute && case.waiver.lifts(Measure::Sue) {
        let because = "a waiver of the suit does not reach execution";
        if consular {
            step!(tell, Waiver, shield, because, [c(45, 4)]);
        } else {
            step!(tell, Waiver, shield, because, [d(32, 4)]);
        }
    }
    false
}
