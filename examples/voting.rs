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
use common::{
    Answer, Cell, Decimal, InputError, Sheet, Table, Told, cell, hundredths, left,
    members_named, names_in, right, shortened,
};
use count::{Count, Index, Power, count, counted};
use decimal::{Ask, Compared};
use demarche::exact::{Exact, decimal};
use demarche::voting::{Body, Rule, Tally, Threshold, Ties, bodies};
use file::{Decides, Described};
use serde::Serialize;
use serde_json::{Value, json};

/// Who has power in a body that votes? Without options the demo shows what the chapter
/// shows; with --body or --file it counts one body, with --bloc a bloc in it.
#[derive(Parser, Serialize)]
struct Options {
    /// A body of the catalogue, such as security-council; --body list names all
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    body: Option<String>,
    /// A body of your own from a TOML file, such as examples/data/council.toml, or from
    /// a table of names and votes, such as examples/data/votes.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// For a table: the votes that carry a motion
    #[arg(long, value_name = "VOTES", requires = "file", conflicts_with = "share")]
    quota: Option<Told<Decimal>>,
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
            let quota = options.quota.as_ref().map(|quota| Ask::Quota(quota.value));
            file::read_body(path, quota.or(options.share.map(Ask::Part)))?
        }
        (None, None) => return Ok(chapter::chapter()?.into()),
    };
    let (sheet, mut alone) = count(&described, *index)?;
    let mut sheets = vec![sheet];
    let Decides::Two(body) = &described.decides else {
        if bloc.is_none() && ties.is_none() {
            return Ok(sheets.into());
        }
        let told = "expected a rule of yes and no beside --bloc and --ties, found one with abstention";
        return Err(InputError::new(told));
    };
    if let Some(names) = bloc {
        if index.is_some_and(|index| index != Index::Banzhaf) {
            alone = counted(body, None)?;
        }
        sheets.push(as_one(body, names, *inside, &alone)?);
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
    let (name, body) =
        (format!("{}\n  {}", entry.title, entry.rule), (entry.body)());
    let quotas = Compared::all_of(body.rule(), body.len());
    Ok(Described { name, quotas, decides: Decides::Two(body) })
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

/// What the bloc and its members are worth, beside what they are worth alone.
fn as_one(
    body: &Body,
    told: &str,
    inside: Option<u64>,
    before: &Count,
) -> Result<Sheet, InputError> {
    let names = names_in(told, |name| body.find(name).is_some());
    let error = |told| InputError::new(format!("--bloc: {told}"));
    let members = members_named(body.members(), &names, error)?;
    let heads = inside.unwrap_or(members.len() as u64 / 2 + 1);
    let inside = Tally::of(&Body::nameless(members.len(), Rule::AtLeast(heads))?)?;
    let asked = before.by(Index::ShapleyShubik).is_empty().then_some(Index::Banzhaf);
    let after = counted(&body.merge(&members)?, asked)?;
    let error = before.error().max(after.error());
    let told =
        if error > 0.0 { format!(", to within {error:e}") } else { String::new() };
    let mut sheet = Sheet::headed(format_args!(
        "As a bloc that follows {heads} of its {} members{told}",
        names.len()
    ));
    let tell = |sheet: &mut Sheet, what: &str, before: &Power, after: &Power| {
        let told = [before, after].map(|power| hundredths(power.value()));
        sheet.say(format_args!("  {what:<30}{}", told.join(" -> ")));
    };
    // The bloc stands where its first member stood.
    let first = members.iter().copied().min().unwrap_or_default();
    let bloc = |index| &after.by(index)[first];
    for (index, what, before_key, key) in [
        (Index::Banzhaf, "Banzhaf", "sum_alone", "banzhaf"),
        (Index::ShapleyShubik, "Shapley-Shubik", "shapley_alone", "shapley_shubik"),
    ] {
        let alone = members.iter().filter_map(|&m| before.by(index).get(m).cloned());
        let Some(sum) = alone.reduce(|sum, power| sum.plus(&power)) else {
            continue;
        };
        tell(&mut sheet, &format!("{what}, sum -> bloc"), &sum, bloc(index));
        sheet.field(before_key, sum.json());
        sheet.field(key, bloc(index).json());
    }
    tell(&mut sheet, "the body's power to act", &before.to_act, &after.to_act);
    let (mut losers, mut gainers, mut allies) = (0, 0, Vec::new());
    for (place, &member) in members.iter().enumerate() {
        let name = &body.members()[member];
        let alone = &before.by(Index::Banzhaf)[member];
        let allied = bloc(Index::Banzhaf).times(&inside.banzhaf(place));
        tell(&mut sheet, &shortened(name, 27), alone, &allied);
        losers += usize::from(alone.above(&allied, error));
        gainers += usize::from(allied.above(alone, error));
        allies.push(json!({
            "name": name, "alone": alone.json(), "allied": allied.json(),
        }));
    }
    // With an error, who neither gains nor loses by more than it may do either.
    let known = losers > 0 || gainers == allies.len() || error <= 0.0;
    let expedient = known.then_some(losers == 0 && gainers > 0);
    sheet.say(match expedient {
        Some(true) => "  No member loses by it, so all can want it.",
        Some(false) => "  It is not to the gain of all.",
        None => "  Whether it is to the gain of all is within the error.",
    });
    sheet.field("bloc", names);
    sheet.field("inside", heads);
    sheet.field("within", error);
    sheet.field("power_to_act", [before.to_act.json(), after.to_act.json()]);
    sheet.field("allies", allies);
    sheet.field("expedient", expedient);
    Ok(sheet)
}

/// What each member is worth when only those tied to each other can combine.
fn tied(body: &Body, told: &str) -> Result<Sheet, InputError> {
    let known = |name: &str| body.find(name.trim()).is_some();
    let pairs = names_in(told, |pair| {
        pair.split_once(':').is_some_and(|(one, other)| known(one) && known(other))
    });
    let pair = |told: &String| {
        let Some((one, other)) = told.split_once(':') else {
            return Err(InputError::new(format!(
                "--ties: expected two members such as \"A:B\", found {told:?}"
            )));
        };
        let ends = [one, other].map(String::from);
        let ends = members_named(body.members(), &ends, |told| {
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
        let share = hundredths(decimal(value));
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

/// A chance, in per cent and exactly.
fn chance(share: &Exact) -> Cell {
    cell(hundredths(decimal(share)), exact(share))
}

/// A mean wait, to two decimals and exactly.
fn times(wait: &Exact) -> Cell {
    cell(format!("{:.2}", decimal(wait)), exact(wait))
}

fn exact(ratio: &Exact) -> Value {
    common::exact(ratio, decimal(ratio))
}
