//! A system of states with names, as it stands in a file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::doors::Table;

use super::{AlignmentError, Landscape};
use crate::graph::GraphError;
use crate::numbers::{Payoff, Size};

/// States with names, sizes and propensities.
///
/// It reads from a file of names, where `rivals` is short for a propensity of −1 and
/// `friends` for +1; sizes are 1 where none is given.
///
/// ```
/// # use demarche::alignment::System;
/// let file = r#"{
///     "title": "Two feuds",
///     "states": ["Bern", "Oslo", "Rome"],
///     "rivals": [["Bern", "Oslo"], ["Oslo", "Rome"]],
///     "sizes": {"Rome": 2.5}
/// }"#;
/// let system: System = serde_json::from_str(file)?;
/// let stable = &system.landscape().stable()?[0];
/// assert_eq!(stable.alignment.told(system.names()), "Bern, Rome | Oslo");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Table<Written>")]
pub struct System {
    title: String,
    names: Vec<String>,
    landscape: Landscape,
}

impl System {
    /// From a landscape and one name per state.
    ///
    /// # Errors
    /// When the names are too few or too many, or one comes twice.
    pub fn new(
        title: impl Into<String>,
        names: &[&str],
        landscape: Landscape,
    ) -> Result<Self, AlignmentError> {
        let (expected, found) = (landscape.states(), names.len());
        if expected != found {
            return Err(AlignmentError::WrongLength {
                what: "names",
                expected,
                found,
            });
        }
        let names: Vec<String> = names.iter().map(|&n| n.to_owned()).collect();
        once_each(&names)?;
        Ok(Self { title: title.into(), names, landscape })
    }

    /// What the system is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the states, in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Sizes and propensities.
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// The number of the state that bears a name.
    ///
    /// # Errors
    /// When none does.
    pub fn number(&self, name: &str) -> Result<usize, AlignmentError> {
        numbered(&self.names, name)
    }
}

fn once_each(names: &[String]) -> Result<(), AlignmentError> {
    for (i, name) in names.iter().enumerate() {
        if names[..i].contains(name) {
            return Err(AlignmentError::NamedTwice { name: name.clone() });
        }
    }
    Ok(())
}

fn numbered(names: &[String], name: &str) -> Result<usize, AlignmentError> {
    names.iter().position(|known| known == name).ok_or_else(|| {
        let (known, found) = (names.join(", "), name.to_owned());
        AlignmentError::UnknownName { known, found }
    })
}

/// A system as a file spells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    states: Vec<String>,
    #[serde(default)]
    friends: Vec<Pair>,
    #[serde(default)]
    rivals: Vec<Pair>,
    #[serde(default)]
    sizes: BTreeMap<String, Size>,
    #[serde(default)]
    tie: Vec<Table<WrittenTie>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTie {
    between: Pair,
    propensity: Payoff,
}

/// Two names: an array of two would take three and drop the last without a word.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<String>")]
struct Pair([String; 2]);

impl TryFrom<Vec<String>> for Pair {
    type Error = AlignmentError;

    fn try_from(names: Vec<String>) -> Result<Self, AlignmentError> {
        let wrong = |names: Vec<String>| AlignmentError::WrongLength {
            what: "names in a tie",
            expected: 2,
            found: names.len(),
        };
        names.try_into().map(Self).map_err(wrong)
    }
}

impl TryFrom<Table<Written>> for System {
    type Error = AlignmentError;

    fn try_from(Table(file): Table<Written>) -> Result<Self, AlignmentError> {
        let Written { title, states: names, friends, rivals, sizes, tie } = file;
        if names.is_empty() {
            return Err(GraphError::NoState.into());
        }
        once_each(&names)?;
        let n = names.len();
        let mut size = vec![Size::new(1.0)?; n];
        for (name, given) in sizes {
            size[numbered(&names, &name)?] = given;
        }
        let short = |pairs: Vec<Pair>, value: f64| {
            pairs.into_iter().map(move |pair| (pair, value))
        };
        let long =
            tie.into_iter().map(|Table(tie)| (tie.between, tie.propensity.value()));
        let mut propensity = vec![0.0; n * n];
        let mut tied = vec![false; n * n];
        for (Pair([a, b]), value) in
            short(friends, 1.0).chain(short(rivals, -1.0)).chain(long)
        {
            let [i, j] = [numbered(&names, &a)?, numbered(&names, &b)?];
            if i == j {
                return Err(AlignmentError::TieWithItself { name: a });
            }
            if tied[i * n + j] {
                return Err(AlignmentError::TiedTwice { a, b });
            }
            for cell in [i * n + j, j * n + i] {
                tied[cell] = true;
                propensity[cell] = value;
            }
        }
        let landscape = Landscape::checked(size, propensity)?;
        Ok(Self { title, names, landscape })
    }
}
