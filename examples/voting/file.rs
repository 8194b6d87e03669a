//! A body of the reader's own: from a TOML file, or from a table of names and votes.

use std::collections::BTreeMap;
use std::path::Path;

use demarche::voting::{Assembly, BallotRule, Body, Rule, Threshold, Weighted};
use serde::{Deserialize, Serialize};
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
    /// The column whose sum is compared with `quota`, `percent`, `share` or `cast`.
    sum: Option<String>,
    quota: Option<Spanned<toml::Value>>,
    percent: Option<Spanned<toml::Value>>,
    /// A fraction of the sum, or of the members where there is no `sum`.
    share: Option<Spanned<String>>,
    /// The same of those who say yes or no.
    cast: Option<Spanned<String>>,
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

    /// So much in a hundred.
    fn percent(self) -> Option<Threshold> {
        let under = 10_u64.checked_pow(self.places)?.checked_mul(100)?;
        Threshold::at_least(self.digits, under).ok()
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

/// A part of a rule that compares a sum with a quota, as it is told.
#[derive(Serialize)]
pub(crate) struct Compared {
    /// The column, or `members`.
    pub of: String,
    pub quota: String,
    pub total: String,
    /// The quota in hundredths of the total.
    pub percent: f64,
    /// Whether the one half and the other can each carry a motion.
    pub half_is_enough: bool,
}

/// What decides: a body that says yes or no, or an assembly that may abstain.
pub(crate) enum Decides {
    Two(Body),
    Three(Assembly),
}

/// What a file describes.
pub(crate) struct Described {
    pub name: String,
    pub quotas: Vec<Compared>,
    pub decides: Decides,
}

/// The body that a file describes; `quota` and `share` are for a table, which has no
/// rule of its own.
pub(crate) fn read_body(
    path: &Path,
    quota: Option<&str>,
    share: Option<Threshold>,
) -> Result<Described, InputError> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return read_table(path, quota, share);
    }
    if quota.is_some() || share.is_some() {
        let told = "expected --quota and --share beside a table (NAME.csv), found another file, which has its own rule";
        return Err(InputError::new(told));
    }
    let file: File = common::read_toml(path)?;
    let text = std::fs::read_to_string(path)?;
    let mut reader =
        Reader { path, text, names: Vec::new(), columns: BTreeMap::new() };
    for member in &file.members {
        reader.member(member)?;
    }
    reader.described(file.name, &file.rule)
}

/// A table with a header: a column of names and one of votes.
fn read_table(
    path: &Path,
    quota: Option<&str>,
    share: Option<Threshold>,
) -> Result<Described, InputError> {
    let rows: Vec<(String, String)> = common::read_csv(path)?;
    let place = path.display();
    let mut names: Vec<String> = Vec::with_capacity(rows.len());
    let mut weights = Vec::with_capacity(rows.len());
    for (name, votes) in rows {
        let Some(votes) = Decimal::read(&votes) else {
            let told = format!(
                "{place}: expected a number of 0 or more for {name}, found {votes:?}"
            );
            return Err(InputError::new(told));
        };
        if names.contains(&name) {
            let told = format!("{place}: expected a new name, found {name:?} again");
            return Err(InputError::new(told));
        }
        names.push(name);
        weights.push(votes);
    }
    let quota = match quota.map(Decimal::read) {
        Some(None) => {
            return Err(InputError::new("--quota: expected a number of 0 or more"));
        }
        quota => quota.flatten(),
    };
    let error =
        |told: &dyn std::fmt::Display| InputError::new(format!("{place}: {told}"));
    let (rule, quota) = match (quota, share) {
        (Some(quota), None) => {
            weighted("votes", &weights, Ask::Quota(quota), error)?
        }
        (None, Some(share)) => weighted("votes", &weights, Ask::Part(share), error)?,
        _ => {
            let told = "expected either --quota or --share beside a table, such as --share \">1/2\"";
            return Err(InputError::new(told));
        }
    };
    let body =
        Body::new(names, Rule::Weighted(rule)).map_err(|told| error(&told))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Described { name, quotas: vec![quota], decides: Decides::Two(body) })
}

/// What a sum is compared with.
#[derive(Clone, Copy)]
enum Ask {
    Quota(Decimal),
    Part(Threshold),
}

/// A weighted rule, exactly, and how it is told. Weights and quota alike times a power
/// of ten are the same rule.
fn weighted(
    of: &str,
    weights: &[Decimal],
    ask: Ask,
    error: impl Fn(&dyn std::fmt::Display) -> InputError,
) -> Result<(Weighted, Compared), InputError> {
    let quota = match &ask {
        Ask::Quota(quota) => Some(quota),
        Ask::Part(_) => None,
    };
    let places = weights.iter().chain(quota).map(|number| number.places);
    let places = places.max().unwrap_or(0);
    let scaled = |number: &Decimal| {
        number.scaled(places).ok_or_else(|| {
            let told = format!(
                "expected numbers below 2^64 once {places} decimal places are whole, \
                 found a larger one"
            );
            error(&told)
        })
    };
    let whole = weights.iter().map(scaled).collect::<Result<Vec<_>, _>>()?;
    let made = match &ask {
        Ask::Quota(quota) => Weighted::new(scaled(quota)?, whole),
        Ask::Part(part) => Weighted::part(*part, whole),
    };
    let rule = made.map_err(|told| match places {
        0 => error(&told),
        _ => error(&format!("{told} (all in units of 1e-{places})")),
    })?;
    let (quota, total) = (rule.quota(), rule.total());
    let told = |whole: u64| match 10_u64.pow(places) {
        1 => whole.to_string(),
        unit => {
            let width = places as usize;
            let told = format!("{}.{:0width$}", whole / unit, whole % unit);
            told.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    let quota = Compared {
        of: of.to_owned(),
        quota: told(quota),
        total: told(total),
        percent: 100.0 * quota as f64 / total as f64,
        half_is_enough: quota <= total - quota,
    };
    Ok((rule, quota))
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

    fn described(
        self,
        name: String,
        rule: &Spanned<Clause>,
    ) -> Result<Described, InputError> {
        let start = rule.span().start;
        let mut quotas = Vec::new();
        let decides = if rule.get_ref().has_cast() {
            let read = self.ballots(rule, &mut quotas)?;
            Assembly::new(self.names.clone(), read).map(Decides::Three)
        } else {
            let read = self.rule(rule, &mut quotas)?;
            Body::new(self.names.clone(), read).map(Decides::Two)
        };
        let decides = decides.map_err(|error| self.at(start, error))?;
        Ok(Described { name, quotas, decides })
    }

    fn threshold(&self, told: &Spanned<String>) -> Result<Threshold, InputError> {
        told.get_ref().parse().map_err(|error| self.at(told.span().start, error))
    }

    fn column(&self, name: &str, start: usize) -> Result<&[Decimal], InputError> {
        self.columns.get(name).map(Vec::as_slice).ok_or_else(|| {
            self.at(
                start,
                format!("expected a column of the members, found {name:?}"),
            )
        })
    }

    /// The clause as a rule of three answers: a member may abstain.
    fn ballots(
        &self,
        clause: &Spanned<Clause>,
        quotas: &mut Vec<Compared>,
    ) -> Result<BallotRule, InputError> {
        let start = clause.span().start;
        let each = |parts: &[Spanned<Clause>], quotas: &mut Vec<Compared>| {
            let read = parts.iter().map(|part| self.ballots(part, quotas));
            read.collect::<Result<Vec<_>, _>>()
        };
        let told = clause.get_ref();
        if !told.has_cast() {
            return self.rule(clause, quotas).map(BallotRule::Yes);
        }
        told.kind().map_err(|error| self.at(start, error))?;
        if let Some(all) = &told.all {
            return Ok(BallotRule::All(each(all, quotas)?));
        }
        if let Some(any) = &told.any {
            return Ok(BallotRule::Any(each(any, quotas)?));
        }
        let cast =
            told.cast.as_ref().expect("a clause without parts that has `cast`");
        let threshold = self.threshold(cast)?;
        Ok(match &told.sum {
            None => BallotRule::of_cast(threshold, self.names.len()),
            Some(name) => {
                let at = |told: &dyn std::fmt::Display| self.at(start, told);
                let weights = self.column(name, start)?;
                let (all, _) = weighted(name, weights, Ask::Part(threshold), at)?;
                BallotRule::OfCast { threshold, weights: all.weights().to_vec() }
            }
        })
    }

    fn rule(
        &self,
        clause: &Spanned<Clause>,
        quotas: &mut Vec<Compared>,
    ) -> Result<Rule, InputError> {
        let start = clause.span().start;
        let clause = clause.get_ref();
        let at = |told: &dyn std::fmt::Display| self.at(start, told);
        let n = self.names.len();
        clause.kind().map_err(|told| at(&told))?;
        let mut parts = |parts: &[Spanned<Clause>]| {
            let rules = parts.iter().map(|part| self.rule(part, quotas));
            rules.collect::<Result<Vec<_>, _>>()
        };
        if let Some(all) = &clause.all {
            return Ok(Rule::All(parts(all)?));
        }
        if let Some(any) = &clause.any {
            return Ok(Rule::Any(parts(any)?));
        }
        if let Some(names) = &clause.veto {
            if names.is_empty() {
                return Err(at(&"expected at least one name in veto, found none"));
            }
            let named = members_named(&self.names, names, |told| at(&told))?;
            let made = Weighted::every(n, &named);
            return made.map(Rule::Weighted).map_err(|error| at(&error));
        }
        let heads = vec![Decimal { digits: 1, places: 0 }; n];
        let (of, weights) = match &clause.sum {
            Some(name) => (name.as_str(), self.column(name, start)?),
            None => ("members", heads.as_slice()),
        };
        let ask = if let Some(share) = &clause.share {
            Ask::Part(self.threshold(share)?)
        } else if let Some(percent) = &clause.percent {
            let part = self.decimal(percent, "percent")?.percent();
            Ask::Part(part.ok_or_else(|| {
                let told = "expected a percentage above 0 and up to 100";
                self.at(percent.span().start, told)
            })?)
        } else if let Some(quota) = &clause.quota {
            Ask::Quota(self.decimal(quota, "quota")?)
        } else {
            let digits = clause.members.unwrap_or_default();
            Ask::Quota(Decimal { digits, places: 0 })
        };
        let (rule, quota) = weighted(of, weights, ask, at)?;
        quotas.push(quota);
        Ok(match clause.sum {
            Some(_) => Rule::Weighted(rule),
            None => Rule::AtLeast(rule.quota()),
        })
    }
}

impl Clause {
    fn has_cast(&self) -> bool {
        let within = |parts: &Option<Vec<Spanned<Self>>>| {
            parts.iter().flatten().any(|part| part.get_ref().has_cast())
        };
        self.cast.is_some() || within(&self.all) || within(&self.any)
    }

    /// Whether it says one thing and not two.
    fn kind(&self) -> Result<(), &'static str> {
        let compared = [
            self.quota.is_some(),
            self.percent.is_some(),
            self.share.is_some(),
            self.cast.is_some(),
        ];
        let compared = compared.iter().filter(|&&with| with).count();
        let others = [
            self.members.is_some(),
            self.veto.is_some(),
            self.all.is_some(),
            self.any.is_some(),
        ];
        let others = others.iter().filter(|&&kind| kind).count();
        if self.sum.is_some() {
            return if others > 0 {
                Err("expected sum alone, found it beside members, veto, all or any")
            } else if compared == 1 {
                Ok(())
            } else {
                Err(
                    "expected exactly one of quota, percent, share and cast beside sum",
                )
            };
        }
        if self.quota.is_some() || self.percent.is_some() {
            return Err("expected quota and percent beside sum, found them without");
        }
        if others + compared == 1 {
            Ok(())
        } else {
            Err(
                "expected exactly one of sum, members, share, cast, veto, all and any",
            )
        }
    }
}

/// Names with commas between them, of which some hold commas themselves: at each place
/// the longest that is a name.
pub(crate) fn names_in(told: &str, is_name: impl Fn(&str) -> bool) -> Vec<String> {
    let pieces: Vec<&str> = told.split(',').collect();
    let mut names = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let joined = |to: usize| pieces[from..to].join(",").trim().to_owned();
        let known = (from + 1..=pieces.len()).rev().find(|&to| is_name(&joined(to)));
        // One that is none is told as it stands.
        let to = known.unwrap_or(from + 1);
        names.push(joined(to));
        from = to;
    }
    names
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
