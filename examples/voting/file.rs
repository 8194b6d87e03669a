//! A body of the reader's own from a TOML file.

use std::collections::BTreeMap;
use std::path::Path;

use demarche::voting::{Body, Rule, Weighted};
use serde::Deserialize;
use toml::Spanned;

use crate::common::{self, InputError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(rename = "member")]
    members: Vec<Spanned<BTreeMap<String, Spanned<toml::Value>>>>,
    rule: Spanned<Clause>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clause {
    /// The column whose sum is compared with `quota` or `percent`.
    sum: Option<String>,
    quota: Option<u64>,
    percent: Option<u64>,
    /// At least so many members.
    members: Option<u64>,
    /// Each of these members has to agree.
    veto: Option<Vec<String>>,
    all: Option<Vec<Spanned<Clause>>>,
    any: Option<Vec<Spanned<Clause>>>,
}

/// Reads a file like `examples/data/council.toml`. An error names the line.
struct Reader<'a> {
    path: &'a Path,
    text: String,
    names: Vec<String>,
    columns: BTreeMap<String, Vec<u64>>,
}

/// The name and the body that a file describes.
pub(crate) fn read_body(path: &Path) -> Result<(String, Body), InputError> {
    let file: File = common::read_toml(path)?;
    let text = std::fs::read_to_string(path)?;
    let mut reader =
        Reader { path, text, names: Vec::new(), columns: BTreeMap::new() };
    for member in &file.members {
        reader.member(member)?;
    }
    let rule = reader.rule(&file.rule)?;
    let start = file.rule.span().start;
    let body = Body::new(reader.names.clone(), rule)
        .map_err(|error| reader.at(start, error))?;
    Ok((file.name, body))
}

impl Reader<'_> {
    fn at(&self, start: usize, told: impl std::fmt::Display) -> InputError {
        let line = self.text[..start.min(self.text.len())].matches('\n').count() + 1;
        InputError::new(format!("{}:{line}: {told}", self.path.display()))
    }

    fn member(
        &mut self,
        member: &Spanned<BTreeMap<String, Spanned<toml::Value>>>,
    ) -> Result<(), InputError> {
        let row = member.get_ref();
        let start = member.span().start;
        let Some(name) = row.get("name").and_then(|name| name.get_ref().as_str())
        else {
            return Err(
                self.at(start, "expected a name for this member, found none")
            );
        };
        if name.trim().is_empty() {
            return Err(self
                .at(start, "expected a name for this member, found an empty one"));
        }
        if self.names.iter().any(|known| known == name) {
            return Err(
                self.at(start, format!("expected a new name, found {name:?} again"))
            );
        }
        if !self.names.is_empty() {
            for column in self.columns.keys() {
                if !row.contains_key(column) {
                    let told = format!("expected {column:?} for {name}, found none");
                    return Err(self.at(start, told));
                }
            }
        }
        for (column, cell) in row.iter().filter(|(column, _)| *column != "name") {
            let whole =
                cell.get_ref().as_integer().and_then(|i| u64::try_from(i).ok());
            let Some(whole) = whole else {
                let told = format!(
                    "expected a whole number of 0 or more for {column:?}, found {}",
                    cell.get_ref()
                );
                return Err(self.at(cell.span().start, told));
            };
            let first = self.names.is_empty();
            match self.columns.get_mut(column) {
                Some(known) => known.push(whole),
                None if first => {
                    self.columns.insert(column.clone(), vec![whole]);
                }
                None => {
                    let told =
                        format!("expected {column:?} for every member or for none");
                    return Err(self.at(cell.span().start, told));
                }
            }
        }
        self.names.push(name.to_owned());
        Ok(())
    }

    fn rule(&self, clause: &Spanned<Clause>) -> Result<Rule, InputError> {
        let start = clause.span().start;
        let clause = clause.get_ref();
        let at = |told: &dyn std::fmt::Display| self.at(start, told);
        let n = self.names.len();
        let kinds = [
            clause.sum.is_some(),
            clause.members.is_some(),
            clause.veto.is_some(),
            clause.all.is_some(),
            clause.any.is_some(),
        ];
        if kinds.iter().filter(|&&kind| kind).count() != 1 {
            return Err(at(
                &"expected exactly one of sum, members, veto, all and any",
            ));
        }
        if clause.sum.is_none()
            && (clause.quota.is_some() || clause.percent.is_some())
        {
            return Err(at(
                &"expected quota and percent beside sum, found them without",
            ));
        }
        let parts = |parts: &[Spanned<Clause>]| {
            parts.iter().map(|part| self.rule(part)).collect::<Result<Vec<_>, _>>()
        };
        if let Some(column) = &clause.sum {
            let Some(weights) = self.columns.get(column) else {
                let told =
                    format!("expected a column of the members, found {column:?}");
                return Err(at(&told));
            };
            let made = match (clause.quota, clause.percent) {
                (Some(quota), None) => Weighted::new(quota, weights.clone()),
                (None, Some(percent)) => {
                    Weighted::share(percent, 100, weights.clone())
                }
                _ => return Err(at(&"expected either quota or percent beside sum")),
            };
            return made.map(Rule::Weighted).map_err(|error| at(&error));
        }
        if let Some(heads) = clause.members {
            // The check names this clause's line where the body's would not.
            Weighted::new(heads, vec![1; n]).map_err(|error| at(&error))?;
            return Ok(Rule::AtLeast(heads));
        }
        if let Some(names) = &clause.veto {
            if names.is_empty() {
                return Err(at(&"expected at least one name in veto, found none"));
            }
            let named = members_named(&self.names, names, |told| at(&told))?;
            let made = Weighted::every(n, &named);
            return made.map(Rule::Weighted).map_err(|error| at(&error));
        }
        if let Some(all) = &clause.all {
            return Ok(Rule::All(parts(all)?));
        }
        Ok(Rule::Any(parts(clause.any.as_deref().unwrap_or_default())?))
    }
}

/// The numbers of members that are named, each once.
pub(crate) fn members_named(
    members: &[String],
    names: &[String],
    error: impl Fn(String) -> InputError,
) -> Result<Vec<usize>, InputError> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let place = members.iter().position(|known| known == name.trim());
        match place {
            None => {
                return Err(error(format!(
                    "expected a member of the body, found {name:?}"
                )));
            }
            Some(place) if found.contains(&place) => {
                return Err(error(format!(
                    "expected each member once, found {name:?} again"
                )));
            }
            Some(place) => found.push(place),
        }
    }
    Ok(found)
}
