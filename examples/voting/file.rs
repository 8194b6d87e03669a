//! A body of the reader's own: from a TOML file, or from a table of names and votes.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

use demarche::voting::{Assembly, BallotRule, Body, Rule, Threshold, Weighted};
use serde::Deserialize;
use toml::Spanned;

use crate::common::{self, Decimal, InputError};
use crate::decimal::{Ask, Compared, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(rename = "member")]
    members: Vec<Spanned<Row>>,
    rule: Spanned<Clause>,
}

type Row = BTreeMap<String, Spanned<toml::Value>>;

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

impl Clause {
    /// Says one thing and not two.
    fn check(&self) -> Result<(), &'static str> {
        let count = |all: &[bool]| all.iter().filter(|&&is| is).count();
        let beside_sum = [self.quota.is_some(), self.percent.is_some()];
        let alone = [self.share.is_some(), self.cast.is_some()];
        let lists = [self.veto.is_some(), self.all.is_some(), self.any.is_some()];
        let asks = count(&beside_sum) + count(&alone);
        let others = count(&lists) + count(&[self.members.is_some()]);
        match (self.sum.is_some(), asks, others) {
            (true, 1, 0) => Ok(()),
            (true, _, 0) => Err(
                "expected exactly one of quota, percent, share and cast beside sum",
            ),
            (true, ..) => {
                Err("expected sum alone, found it beside members, veto, all or any")
            }
            (false, ..) if count(&beside_sum) > 0 => {
                Err("expected quota and percent beside sum, found them without")
            }
            (false, 1, 0) | (false, 0, 1) => Ok(()),
            (false, ..) => Err(
                "expected exactly one of sum, members, share, cast, veto, all and any",
            ),
        }
    }
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

/// The body that a file describes; a table has no rule of its own, so one is asked for.
pub(crate) fn read_body(
    path: &Path,
    ask: Option<Ask>,
) -> Result<Described, InputError> {
    match ask {
        Some(ask) if common::is_table(path) => return read_table(path, ask),
        None if !common::is_table(path) => {}
        _ => {
            let told = "expected either --quota or --share beside a table (NAME.csv), such \
                        as --share \">1/2\", and neither beside another file, which has \
                        its own rule";
            return Err(InputError::new(told));
        }
    }
    let file: File = common::read_toml(path)?;
    let text = std::fs::read_to_string(path)?;
    let (names, columns, quotas) = Default::default();
    let mut reader = Reader { path, text, names, columns, quotas };
    for member in &file.members {
        reader.member(member)?;
    }
    let rule = reader.rule(&file.rule)?;
    let names = reader.names.clone();
    let decides = match rule {
        BallotRule::Yes(rule) => Body::new(names, rule).map(Decides::Two),
        rule => Assembly::new(names, rule).map(Decides::Three),
    };
    let decides = decides.map_err(|told| reader.at(&file.rule, told))?;
    Ok(Described { name: file.name, quotas: reader.quotas, decides })
}

/// A table with a header: a column of names and one of votes.
fn read_table(path: &Path, ask: Ask) -> Result<Described, InputError> {
    let place = path.display();
    let error = |told: &dyn Display| InputError::new(format!("{place}: {told}"));
    let (mut names, mut weights) = (Vec::new(), Vec::new());
    for [name, votes] in common::read_columns(path)? {
        if names.contains(&name) {
            let told = format!("expected a new name, found {name:?} again");
            return Err(error(&told));
        }
        let told = || error(&format!("expected votes for {name}, found {votes:?}"));
        weights.push(votes.parse::<Decimal>().map_err(|_| told())?);
        names.push(name);
    }
    let (rule, quota) =
        compare("votes", &weights, ask).map_err(|told| error(&told))?;
    let body =
        Body::new(names, Rule::Weighted(rule)).map_err(|told| error(&told))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Described { name, quotas: vec![quota], decides: Decides::Two(body) })
}

/// Reads a file like `examples/data/council.toml`. An error names the line.
struct Reader<'a> {
    path: &'a Path,
    text: String,
    names: Vec<String>,
    columns: BTreeMap<String, Vec<Decimal>>,
    quotas: Vec<Compared>,
}

impl Reader<'_> {
    fn at<T>(&self, place: &Spanned<T>, told: impl Display) -> InputError {
        let start = place.span().start.min(self.text.len());
        let line = self.text[..start].matches('\n').count() + 1;
        InputError::new(format!("{}:{line}: {told}", self.path.display()))
    }

    /// A number of a cell, digit by digit from the text: no float rounds it.
    fn decimal(
        &self,
        cell: &Spanned<toml::Value>,
        what: &str,
    ) -> Result<Decimal, InputError> {
        let value = cell.get_ref();
        let text = match value {
            toml::Value::Integer(_) | toml::Value::Float(_) => {
                self.text.get(cell.span())
            }
            _ => None,
        };
        text.unwrap_or_default().parse().map_err(|expected| {
            self.at(cell, format!("{expected}, for {what}, found {value}"))
        })
    }

    fn member(&mut self, member: &Spanned<Row>) -> Result<(), InputError> {
        let row = member.get_ref();
        let name = row.get("name").and_then(|name| name.get_ref().as_str());
        let fault = match name {
            None => Some("expected a name for this member, found none".to_owned()),
            Some(name) if name.trim().is_empty() => Some(
                "expected a name for this member, found an empty one".to_owned(),
            ),
            Some(name) if self.names.iter().any(|known| known == name) => {
                Some(format!("expected a new name, found {name:?} again"))
            }
            Some(name) if !self.names.is_empty() => {
                let missing =
                    self.columns.keys().find(|key| !row.contains_key(*key));
                missing.map(|key| format!("expected {key:?} for {name}, found none"))
            }
            Some(_) => None,
        };
        if let Some(fault) = fault {
            return Err(self.at(member, fault));
        }
        for (column, cell) in row.iter().filter(|(column, _)| *column != "name") {
            let value = self.decimal(cell, &format!("{column:?}"))?;
            if !self.names.is_empty() && !self.columns.contains_key(column) {
                let told =
                    format!("expected {column:?} for every member or for none");
                return Err(self.at(cell, told));
            }
            self.columns.entry(column.clone()).or_default().push(value);
        }
        self.names.extend(name.map(str::to_owned));
        Ok(())
    }

    /// The clause as a rule of three answers; one that counts no votes cast is a *yes*
    /// to a rule of two.
    fn rule(&mut self, clause: &Spanned<Clause>) -> Result<BallotRule, InputError> {
        let told = clause.get_ref();
        told.check().map_err(|fault| self.at(clause, fault))?;
        if let Some(all) = &told.all {
            return self.joined(all, Rule::All, BallotRule::All);
        }
        if let Some(any) = &told.any {
            return self.joined(any, Rule::Any, BallotRule::Any);
        }
        if let Some(names) = &told.veto {
            if names.is_empty() {
                let fault = "expected at least one name in veto, found none";
                return Err(self.at(clause, fault));
            }
            let named = common::members_named(&self.names, names, |told| {
                self.at(clause, told)
            })?;
            let made = Weighted::every(self.names.len(), &named);
            let every = made.map_err(|fault| self.at(clause, fault))?;
            return Ok(BallotRule::Yes(Rule::Weighted(every)));
        }
        self.compared(clause)
    }

    fn joined(
        &mut self,
        parts: &[Spanned<Clause>],
        two: fn(Vec<Rule>) -> Rule,
        three: fn(Vec<BallotRule>) -> BallotRule,
    ) -> Result<BallotRule, InputError> {
        let parts = parts.iter().map(|part| self.rule(part));
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        let yes = |part: &BallotRule| match part {
            BallotRule::Yes(rule) => Some(rule.clone()),
            _ => None,
        };
        let simple: Option<Vec<Rule>> = parts.iter().map(yes).collect();
        Ok(simple.map_or_else(|| three(parts), |parts| BallotRule::Yes(two(parts))))
    }

    /// A clause that compares a sum, or the heads, with a quota.
    fn compared(
        &mut self,
        clause: &Spanned<Clause>,
    ) -> Result<BallotRule, InputError> {
        let told = clause.get_ref();
        let heads = vec![Decimal::whole(1); self.names.len()];
        let (of, weights) = match &told.sum {
            None => ("members", &heads),
            Some(name) => {
                let column = self.columns.get(name).ok_or_else(|| {
                    let fault =
                        format!("expected a column of the members, found {name:?}");
                    self.at(clause, fault)
                })?;
                (name.as_str(), column)
            }
        };
        let ask = if let Some(part) = told.share.as_ref().or(told.cast.as_ref()) {
            let read = part.get_ref().parse::<Threshold>();
            Ask::Part(read.map_err(|fault| self.at(part, fault))?)
        } else if let Some(percent) = &told.percent {
            let part = self.decimal(percent, "percent")?.in_a_hundred();
            let part =
                part.and_then(|(over, under)| Threshold::at_least(over, under).ok());
            Ask::Part(part.ok_or_else(|| {
                self.at(percent, "expected a percentage above 0 and up to 100")
            })?)
        } else if let Some(quota) = &told.quota {
            Ask::Quota(self.decimal(quota, "quota")?)
        } else {
            Ask::Quota(Decimal::whole(told.members.unwrap_or_default()))
        };
        let (rule, quota) =
            compare(of, weights, ask).map_err(|fault| self.at(clause, fault))?;
        self.quotas.push(Compared { of_cast: told.cast.is_some(), ..quota });
        if let (Some(_), Ask::Part(threshold)) = (&told.cast, ask) {
            let weights = rule.weights().to_vec();
            return Ok(BallotRule::OfCast { threshold, weights });
        }
        Ok(BallotRule::Yes(match told.sum {
            Some(_) => Rule::Weighted(rule),
            None => Rule::AtLeast(rule.quota()),
        }))
    }
}
