//! Voting power: who can carry a motion, who can stop it, how long it takes, and what
//! a bloc or a broker is worth; with options, a body of the reader's own.

#[path = "voting/chapter.rs"]
mod chapter;
mod common;
#[path = "voting/count.rs"]
mod count;
#[path = "voting/decimal.rs"]
mod decimal;
#[path = "voting/file.rs"]
mod file;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{Answer, Cell, InputError, Sheet, Table, cell, left, right};
use count::{Index, count};
use demarche::voting::{
    Alliance, Body, Exact, Rule, Threshold, Ties, bodies, decimal,
};
use file::{Decides, Described};
use serde::Serialize;
use serde_json::{Value, json};

/// Who has power in a body that votes? Without options the demo shows what the chapter
/// shows; with --body or --file it counts one body, with --bloc a bloc in it.
#[derive(Parser, Serialize)]
#[command(name = "voting", max_term_width = 80)]
struct Options {
    /// A body of the catalogue, such as security-council; --body list names all
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    body: Option<String>,
    /// A body of your own from a TOML file, such as examples/data/council.toml, or from
    /// a table (NAME.csv) of names and votes
    #[arg(long)]
    file: Option<PathBuf>,
    /// For a table: the votes that carry a motion
    #[arg(long, value_name = "VOTES", requires = "file", conflicts_with = "share")]
    quota: Option<String>,
    /// For a table: the same as a fraction of all votes, such as 2/3 or ">1/2"
    #[arg(long, value_name = "FRACTION", requires = "file")]
    share: Option<Threshold>,
    /// Show one index only
    #[arg(long, value_name = "INDEX")]
    index: Option<Index>,
    /// Members who vote as one, such as "France,Germany"
    #[arg(long, value_name = "NAMES")]
    bloc: Option<String>,
    /// How many of the bloc decide for it (more than half if not given)
    #[arg(long, value_name = "HEADS", requires = "bloc")]
    inside: Option<u64>,
    /// Who can talk to whom, such as "France:Germany,Germany:Italy"; prints each
    /// member's Myerson value
    #[arg(long, value_name = "PAIRS")]
    ties: Option<String>,
    /// Answer as JSON
    #[arg(long)]
    #[serde(skip)]
    json: bool,
}

impl common::Options for Options {
    fn json(&self) -> bool {
        self.json
    }
}

fn main() -> ExitCode {
    common::run("voting", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let Options { index, bloc, inside, ties, .. } = options;
    let of_a_body = index.is_some() || bloc.is_some() || ties.is_some();
    let listed = options.body.as_deref() == Some("list");
    if of_a_body && (listed || options.body.is_none() && options.file.is_none()) {
        let told = "expected --body or --file beside --index, --bloc and --ties, found neither";
        return Err(InputError::new(told));
    }
    let described = match (&options.body, &options.file) {
        (Some(_), _) if listed => return Ok(list().into()),
        (Some(name), _) => of_the_catalogue(name)?,
        (None, Some(path)) => {
            file::read_body(path, options.quota.as_deref(), options.share)?
        }
        (None, None) => return Ok(chapter::chapter()?.into()),
    };
    let mut sheets = vec![count(&described, *index)?];
    let body = match &described.decides {
        Decides::Two(body) => body,
        Decides::Three(_) if bloc.is_none() && ties.is_none() => {
            return Ok(sheets.into());
        }
        Decides::Three(_) => {
            let told = "expected a rule of yes and no beside --bloc and --ties, found one with abstention";
            return Err(InputError::new(told));
        }
    };
    if let Some(names) = bloc {
        sheets.push(as_one(body, names, *inside)?);
    }
    if let Some(pairs) = ties {
        sheets.push(tied(body, pairs)?);
    }
    Ok(sheets.into())
}

fn of_the_catalogue(name: &str) -> Result<Described, InputError> {
    let entry = bodies::named(name).ok_or_else(|| {
        InputError::new(format!(
            "expected a body that --body list names, found {name:?}"
        ))
    })?;
    Ok(Described {
        name: format!("{}\n  {}", entry.title, entry.rule),
        quotas: Vec::new(),
        decides: Decides::Two((entry.body)()),
    })
}

fn list() -> Vec<Sheet> {
    let sheet = |entry: &bodies::Entry| {
        let mut sheet = Sheet::headed(entry.name);
        sheet.say(format_args!("  {}\n  {}", entry.title, entry.rule));
        sheet.field("body", entry.name);
        sheet.field("title", entry.title);
        sheet.field("rule", entry.rule);
        sheet.field("source", entry.source);
        sheet
    };
    bodies::CATALOGUE.iter().map(sheet).collect()
}

fn as_one(
    body: &Body,
    told: &str,
    inside: Option<u64>,
) -> Result<Sheet, InputError> {
    let names = file::names_in(told, |name| body.find(name).is_some());
    let members = file::members_named(body.members(), &names, |told| {
        InputError::new(format!("--bloc: {told}"))
    })?;
    let heads = inside.unwrap_or(members.len() as u64 / 2 + 1);
    let report = Alliance::new(members, Rule::AtLeast(heads))?.report(body)?;
    let mut sheet = Sheet::headed(format_args!(
        "As a bloc that follows {heads} of its {} members",
        names.len()
    ));
    let pair = |before: &Exact, after: &Exact| {
        format!("{} -> {}", percent(decimal(before)), percent(decimal(after)))
    };
    let banzhaf = pair(&report.sum_alone, &report.bloc);
    let shapley = pair(&report.shapley_alone, &report.shapley);
    let (before, after) = &report.power_to_act;
    sheet.say(format_args!("  Banzhaf, sum -> bloc          {banzhaf}"));
    sheet.say(format_args!("  Shapley-Shubik, sum -> bloc   {shapley}"));
    sheet.say(format_args!(
        "  the body's power to act       {}",
        pair(before, after)
    ));
    for ally in &report.allies {
        let name = shortened(&body.members()[ally.member], 27);
        sheet.say(format_args!("  {name:<30}{}", pair(&ally.alone, &ally.allied)));
    }
    let expedient = report.is_expedient();
    sheet.say(if expedient {
        "  No member loses by it, so all can want it."
    } else {
        "  It is not to the gain of all."
    });
    let allies = report.allies.iter().map(|ally| {
        json!({
            "name": body.members()[ally.member],
            "alone": exact(&ally.alone),
            "allied": exact(&ally.allied),
        })
    });
    sheet.field("bloc", names);
    sheet.field("inside", heads);
    sheet.field("sum_alone", exact(&report.sum_alone));
    sheet.field("banzhaf", exact(&report.bloc));
    sheet.field("shapley_alone", exact(&report.shapley_alone));
    sheet.field("shapley_shubik", exact(&report.shapley));
    sheet.field("power_to_act", [exact(before), exact(after)]);
    sheet.field("allies", allies.collect::<Vec<_>>());
    sheet.field("expedient", expedient);
    Ok(sheet)
}

/// What each member is worth when only those tied to each other can combine.
fn tied(body: &Body, told: &str) -> Result<Sheet, InputError> {
    let known = |name: &str| body.find(name.trim()).is_some();
    let pairs = file::names_in(told, |pair| {
        pair.split_once(':').is_some_and(|(one, other)| known(one) && known(other))
    });
    let pair = |told: &String| {
        let Some((one, other)) = told.split_once(':') else {
            return Err(InputError::new(format!(
                "--ties: expected two members such as \"A:B\", found {told:?}"
            )));
        };
        let ends = [one, other].map(String::from);
        let ends = file::members_named(body.members(), &ends, |told| {
            InputError::new(format!("--ties: {told}"))
        })?;
        Ok((ends[0], ends[1]))
    };
    let pairs = pairs.iter().map(pair).collect::<Result<Vec<_>, _>>()?;
    let values = Ties::new(body.len(), &pairs)?.myerson(body)?;
    let mut sheet =
        Sheet::headed("With these ties and no others, the Myerson value of");
    let mut table = Table::new([left("", "name"), right("", "value")]);
    for (name, value) in body.members().iter().zip(&values) {
        let share = percent(decimal(value));
        let told = match value.to_string() {
            short if short.len() < 11 => format!("{short} = {share}"),
            _ => share,
        };
        table.row([cell(shortened(name, 29), name), cell(told, exact(value))]);
    }
    sheet.table("myerson", &table);
    sheet.field("ties", pairs);
    Ok(sheet)
}

// ------------------------------------------------------------- how it is told

fn percent(share: f64) -> String {
    if share > 0.0 && share < 1e-4 {
        return format!("{share:.1e}");
    }
    let told = format!("{:.2}%", 100.0 * share);
    if told != "100.00%" || share >= 1.0 - 1e-12 {
        return told;
    }
    // Short of certain, so it is not told as certain.
    let longer = [3, 4, 5, 6].map(|digits| format!("{:.digits$}%", 100.0 * share));
    let told = longer.into_iter().find(|told| !told.starts_with("100"));
    told.unwrap_or_else(|| ">99.9999%".to_owned())
}

/// A chance, in per cent and exactly.
fn chance(share: &Exact) -> Cell {
    cell(percent(decimal(share)), exact(share))
}

/// A mean wait, to two decimals and exactly.
fn times(wait: &Exact) -> Cell {
    cell(format!("{:.2}", decimal(wait)), exact(wait))
}

fn exact(ratio: &Exact) -> Value {
    common::exact(ratio.numer(), ratio.denom(), decimal(ratio))
}

fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}
