//! The table that a police officer is handed, computed from the rules.
//!
//! The United States Department of State prints one (OFM-booklet): kinds of staff
//! down, measures across, a few words per cell. Here each cell is found by putting
//! the question to [`outcome`] for official and private acts, grave and ordinary
//! crimes, with and without a judge.

use super::case::{Act, Case, Measure, Subject};
use super::pair::Pair;
use super::reading::Reading;
use super::verdict::{Outcome, outcome};
use super::who::{Capacity, Category, Tie, Who};
use crate::words::words;

words! {
    /// A column of the table. The last one is not in the published table.
    Column: "a column of the table" {
        /// May the person be arrested or detained?
        Arrest = "arrest or detain" or "arrest_or_detain",
        /// May the home be entered?
        Home = "enter residence",
        /// May a ticket be issued?
        Ticket = "traffic citation",
        /// May the person be subpoenaed as a witness?
        Witness = "subpoena witness",
        /// May the person be prosecuted?
        Trial = "prosecute",
        /// What has the family?
        Family = "family member",
        /// May the person be sued?
        Suit = "civil suit",
    }
}

words! {
    /// What a cell says.
    Cell: "a cell of the table" {
        /// The measure may be taken.
        Yes = "YES",
        /// It may not.
        No = "NO",
        /// Only for a grave crime, and when a judge has decided.
        GraveAndJudge = "NO_UNLESS_GRAVE_CRIME_AND_JUDGE"
            or "NO_UNLESS_FELONY_WARRANT",
        /// May be called, never coerced, and silent on official acts.
        NeverCoerced = "MAY_BE_CALLED_NEVER_COERCED" or "OFFICIAL_NO_NEVER_COMPELLED",
        /// Not on official acts, otherwise yes.
        OfficialNo = "OFFICIAL_NO_ELSE_YES",
        /// Immune for official acts only.
        OfficialImmune = "OFFICIAL_ACTS_IMMUNITY",
        /// The same as the sponsor.
        AsSponsor = "SAME_AS_SPONSOR",
        /// Nothing.
        Nothing = "NONE",
        /// No, but for the three exceptions of VCDR 31(1).
        ButThree = "NO_EXCEPT_31_1_abc",
        /// Official acts, but for the two exceptions of VCCR 43(2).
        OfficialButTwo = "OFFICIAL_ACTS_EXCEPT_43_2",
    }
}

/// One cell, for foreign staff in post without waiver or reservation.
///
/// ```
/// use demarche::immunity::Category;
/// use demarche::immunity::table::{Cell, Column, cell};
/// let consul = cell(Category::CareerConsularOfficer, Column::Arrest);
/// assert_eq!(consul, Cell::GraveAndJudge);
/// assert_eq!(cell(Category::ServiceStaff, Column::Trial), Cell::OfficialImmune);
/// ```
pub fn cell(category: Category, column: Column) -> Cell {
    let barred = |capacity, subject, judge, measure| {
        let who = Who::Member { category, tie: Tie::Foreign, capacity };
        let act = Act { judge, ..Act::of(subject) };
        ask(Case { act, ..Case::serving(who, subject, measure) })
    };
    let plain =
        |capacity, measure| barred(capacity, Subject::OrdinaryCrime, false, measure);
    let (private, official) = (Capacity::Private, Capacity::Official);
    match column {
        Column::Arrest => match (
            plain(private, Measure::Arrest),
            barred(private, Subject::GraveCrime, true, Measure::Arrest),
        ) {
            (false, _) => Cell::Yes,
            (true, true) => Cell::No,
            (true, false) => Cell::GraveAndJudge,
        },
        Column::Home | Column::Ticket => {
            let measure = if column == Column::Home {
                Measure::EnterHome
            } else {
                Measure::Citation
            };
            if plain(private, measure) { Cell::No } else { Cell::Yes }
        }
        Column::Witness => {
            let about = |capacity| plain(capacity, Measure::Testify);
            match (about(private), about(official)) {
                // VCCR 44(1): the consul may be called, which an agent may not.
                (true, _) if category.is_consular() => Cell::NeverCoerced,
                (true, _) => Cell::No,
                (false, true) => Cell::OfficialNo,
                (false, false) => Cell::Yes,
            }
        }
        Column::Trial => {
            let about = |capacity| plain(capacity, Measure::Prosecute);
            match (about(private), about(official)) {
                (true, _) => Cell::No,
                (false, true) => Cell::OfficialImmune,
                (false, false) => Cell::Yes,
            }
        }
        Column::Family => {
            let family = Who::foreign_family(category);
            let same = [
                Measure::Arrest,
                Measure::EnterHome,
                Measure::Testify,
                Measure::Prosecute,
            ];
            let shares = same.iter().all(|&measure| {
                ask(Case::serving(family, Subject::GraveCrime, measure))
            });
            if shares { Cell::AsSponsor } else { Cell::Nothing }
        }
        Column::Suit => {
            let sued =
                |capacity, subject| barred(capacity, subject, false, Measure::Sue);
            let three =
                [Subject::PrivateLand, Subject::Succession, Subject::Commerce];
            let two = [Subject::Contract, Subject::VehicleAccident];
            if sued(private, Subject::Tort) {
                let open = three.iter().all(|&subject| !sued(private, subject));
                if open { Cell::ButThree } else { Cell::No }
            } else if !sued(official, Subject::Tort) {
                Cell::Yes
            } else if two.iter().all(|&subject| !sued(official, subject)) {
                Cell::OfficialButTwo
            } else {
                Cell::OfficialImmune
            }
        }
    }
}

fn ask(case: Case) -> bool {
    outcome(&case, Pair::PLAIN, Reading::PLAIN) == Outcome::Barred
}
