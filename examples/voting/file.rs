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
    quota: Option<Spanned<toml::Value>>,
    percent: Option<u64>,
    /// At least so many members.
    members: Option<u64>,
    /// Each of these members has to agree.
    veto: Option<Vec<String>>,
    all: Option<Vec<Spanned<Clause>>>,
    any: Option<Vec<Spanned<Clause>>>,
}

/// A decimal number of 0 or more, exactly: `digits` over 10 to the `places`.
#[derive(Clone, Copy)]
struct Decimal {
    digits: u64,
    places: u32,
}

impl Decimal {
    /// Reads a number as TOML writes it, without an exponent.
    fn read(told: &str) -> Option<Self> {
        let told = told.trim().trim_start_matches('+').replace('_', "");
        let (whole, part) = told.split_once('.').unwrap_or((told.as_str(), ""));
        let part = part.trim_end_matches('0');
        let digits = format!("{whole}{part}");
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let places = u32::try_from(part.len()).ok()?;
        Some(Self { digits: digits.parse().ok()?, places })
    }

    /// The number times 10 to the `places`, of which it has no more.
    fn scaled(self, places: u32) -> Option<u64> {
        let by = 10_u64.checked_pow(places - self.places)?;
        self.digits.checked_mul(by)
    }
}

/// Reads a file like `examples/data/council.toml`. An error names the line.
struct Reader<'a> {
    path: &'a Path,
    text: String,
    names: Vec<String>,
    columns: BTreeMap<String, Vec<Decimal>>,
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

    /// A number of a cell, digit by digit from the text: no float rounds it.
    fn decimal(
        &self,
        cell: &Spanned<toml::Value>,
        what: &str,
    ) -> Result<Decimal, InputError> {
        let value = cell.get_ref();
        let read = match value {
            toml::Value::Integer(whole) => Decimal::read(&whole.to_string()),
            toml::Value::Float(_) => {
                self.text.get(cell.span()).and_then(Decimal::read)
            }
            _ => None,
        };
        read.ok_or_else(|| {
            let told = format!(
                "expected a number of 0 or more, with decimals or without, for \
                 {what}, found {value}"
            );
            self.at(cell.span().start, told)
        })
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
            let value = self.decimal(cell, &format!("{column:?}"))?;
            let first = self.names.is_empty();
            match self.columns.get_mut(column) {
                Some(known) => known.push(value),
                None if first => {
                    self.columns.insert(column.clone(), vec![value]);
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
            let quota = clause.quota.as_ref();
            let quota = quota.map(|cell| self.decimal(cell, "quota")).transpose()?;
            // Weights and quota alike times a power of ten are the same rule.
            let places = weights.iter().chain(&quota).map(|number| number.places);
            let places = places.max().unwrap_or(0);
            let scaled = |number: &Decimal| {
                number.scaled(places).ok_or_else(|| {
                    let told = format!(
                        "expected numbers below 2^64 once {places} decimal places \
                         are whole, found a larger one"
                    );
                    at(&told)
                })
            };
            let weights =
                weights.iter().map(scaled).collect::<Result<Vec<_>, _>>()?;
            let quota = quota.as_ref().map(scaled).transpose()?;
            let made = match (quota, clause.percent) {
                (Some(quota), None) => Weighted::new(quota, weights),
                (None, Some(percent)) => Weighted::share(percent, 100, weights),
                _ => return Err(at(&"expected either quota or percent beside sum")),
            };
            return made.map(Rule::Weighted).map_err(|error| match places {
                0 => at(&error),
                _ => at(&format!("{error} (all in units of 1e-{places})")),
            });
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
