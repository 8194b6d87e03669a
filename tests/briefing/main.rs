//! Briefing: the affair of the book against what each chapter's model says of it, what
//! turns each answer, how the courses stand, and the page.

#[path = "../common/mod.rs"]
mod common;

mod doors;
mod invariants;
mod page;
mod record;

use common::{close, comes_by_name, facts, refused, told};
use demarche::briefing::{
    Affair, Change, Chapter, Dossier, Finding, Page, SILENT, Sign, Standing, Value,
};
use serde::Deserialize;

const ROUNDING: f64 = 1e-9;

const FILE: &str = include_str!("../../examples/data/briefing.toml");

fn dossier() -> Dossier {
    toml::from_str(FILE).unwrap()
}

fn affair() -> Affair {
    Affair::new(dossier()).unwrap()
}

fn change(text: &str) -> Change {
    text.parse().unwrap()
}

/// The affair after these changes.
fn after(changes: &[&str]) -> Affair {
    changes
        .iter()
        .fold(affair(), |affair, text| affair.after(&change(text)).unwrap())
}

/// A measure of a finding, by its name.
fn measure(finding: &Finding, what: &str) -> f64 {
    let found = finding.measures.iter().find(|measure| measure.what == what);
    found.unwrap_or_else(|| panic!("{what} of {:?}", finding.measures)).value
}

fn standing(affair: &Affair, course: &str) -> Standing {
    let courses = &affair.dossier().courses;
    affair.standing(courses.iter().position(|c| c.name == course).unwrap())
}
