//! The tax collector's list: what an agent pays all the same.

use super::article::{c, d};
use super::reading::{Issue, Reading};
use super::things::{Ruling, ruling};
use super::verdict::Outcome;
use super::who::{Category, Tie};
use crate::words::words;

words! {
    /// What the tax collector asks for (VCDR 34).
    Levy: "a tax or charge" {
        /// Income tax on the salary, and any tax the list below does not name.
        Salary = "salary tax" or "tax",
        /// Indirect tax in the price of goods.
        InPrices = "indirect tax",
        /// Tax on private land.
        PrivateLand = "land tax",
        /// Inheritance duty.
        Succession = "succession duty",
        /// Tax on private income from local sources.
        LocalIncome = "local income tax",
        /// Charge for a specific service, such as a toll.
        Service = "charge for a service" or "toll",
        /// Registration and court fees on land.
        LandFees = "land fees",
        /// Congestion charge in a city.
        RoadPricing = "congestion charge",
    }
}

/// Must a foreign diplomatic agent pay? Barred means the host may not levy it.
///
/// ```
/// use demarche::immunity::taxes::{Levy, levy};
/// use demarche::immunity::{Issue, Outcome, Reading};
/// assert_eq!(levy(Levy::Service, Reading::PLAIN).outcome, Outcome::Allowed);
/// assert_eq!(levy(Levy::Salary, Reading::PLAIN).outcome, Outcome::Barred);
/// let london = levy(Levy::RoadPricing, Reading::PLAIN);
/// assert_eq!(london.contested, [Issue::RoadCharge]);
/// ```
pub fn levy(what: Levy, reading: Reading) -> Ruling {
    use Outcome::{Allowed, Barred};
    ruling(reading, |reading| match what {
        Levy::Salary => (Barred, d(34, 0), "exempt from all dues and taxes"),
        Levy::InPrices => (Allowed, d(34, 0).at('a'), "a tax hidden in prices"),
        Levy::PrivateLand => (Allowed, d(34, 0).at('b'), "a tax on private land"),
        Levy::Succession => (Allowed, d(34, 0).at('c'), "an inheritance duty"),
        Levy::LocalIncome => {
            (Allowed, d(34, 0).at('d'), "income from a local source")
        }
        Levy::Service => {
            (Allowed, d(34, 0).at('e'), "payment for a specific service")
        }
        Levy::LandFees => (Allowed, d(34, 0).at('f'), "fees on land"),
        Levy::RoadPricing if reading.other_side(Issue::RoadCharge) => {
            (Barred, d(34, 0), "read as a tax")
        }
        Levy::RoadPricing => {
            (Allowed, d(34, 0).at('e'), "read as pay for a service")
        }
    })
}

/// Is a private servant free of the host's social security (VCDR 33(2))? Only when in
/// the sole employ of an agent, foreign, and covered elsewhere. Barred means free.
pub fn servants_insurance(sole_employ: bool, tie: Tie, covered: bool) -> Ruling {
    let free = sole_employ && tie == Tie::Foreign && covered;
    Ruling {
        outcome: if free { Outcome::Barred } else { Outcome::Allowed },
        article: if free { d(33, 2) } else { d(33, 3) },
        because: if free {
            "sole employ, foreign, and insured elsewhere"
        } else {
            "the agent pays as any employer does"
        },
        contested: Vec::new(),
    }
}

/// May the host ask customs duty on personal goods (VCDR 36(1), 37(2); VCCR 50)?
/// Barred means duty-free. `installing`: the goods come at first installation.
pub fn duty(category: Category, installing: bool) -> Ruling {
    let (free, article, because) = match category {
        Category::DiplomaticAgent => {
            (true, d(36, 1).at('b'), "personal goods of an agent, at any time")
        }
        Category::AdminTech => {
            (installing, d(37, 2), "clerks: at first installation")
        }
        Category::CareerConsularOfficer => {
            (true, c(50, 1).at('b'), "personal goods of a consul, at any time")
        }
        Category::ConsularEmployee => {
            (installing, c(50, 2), "consular employees: at first installation")
        }
        Category::HonoraryConsularOfficer => {
            (false, c(62, 0), "only goods for the post's official use")
        }
        Category::ServiceStaff => (false, d(37, 3), "customs are not named"),
        Category::PrivateServant => (false, d(37, 4), "customs are not named"),
        Category::ConsularServiceStaff => (false, c(50, 2), "employees only"),
    };
    let outcome = if free { Outcome::Barred } else { Outcome::Allowed };
    Ruling { outcome, article, because, contested: Vec::new() }
}
