//! Voting power: who can carry a motion, who can stop it, how long it takes, and what
//! a bloc or a broker is worth; with options, a body of the reader's own.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Answer, InputError};
use demarche::numbers::Share;
use demarche::voting::{
    Alliance, Body, Choices, Estimate, Exact, Outside, Role, Rule, Survey, Tally,
    Ties, Wait, Weighted, bodies, decimal,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use toml::Spanned;

/// Who has power in a body that votes? Without options the demo shows what the chapter
/// shows; with --body or --file it counts one body, with --bloc a bloc in it.
#[derive(Parser, Serialize)]
#[command(name = "voting", max_term_width = 80)]
struct Options {
    /// A body of the catalogue, such as security-council; --body list names all
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    body: Option<String>,
    /// A body of your own from a TOML file, such as examples/data/council.toml
    #[arg(long)]
    file: Option<PathBuf>,
    /// Show one index only
    #[arg(long, value_name = "INDEX")]
    index: Option<Index>,
    /// Members who vote as one, such as "France,Germany"
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    bloc: Option<Vec<String>>,
    /// How many of the bloc decide for it (more than half if not given)
    #[arg(long, value_name = "HEADS", requires = "bloc")]
    inside: Option<u64>,
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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Index {
    ShapleyShubik,
    Banzhaf,
    Normalised,
    Prevent,
    Initiate,
    Johnston,
    DeeganPackel,
    PublicGood,
}

impl Index {
    const fn title(self) -> &'static str {
        match self {
            Self::ShapleyShubik => "Shapley-Shubik",
            Self::Banzhaf => "Banzhaf",
            Self::Normalised => "normalised",
            Self::Prevent => "to prevent",
            Self::Initiate => "to initiate",
            Self::Johnston => "Johnston",
            Self::DeeganPackel => "Deegan-Packel",
            Self::PublicGood => "public good",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::ShapleyShubik => "shapley_shubik",
            Self::Banzhaf => "banzhaf",
            Self::Normalised => "normalised",
            Self::Prevent => "prevent",
            Self::Initiate => "initiate",
            Self::Johnston => "johnston",
            Self::DeeganPackel => "deegan_packel",
            Self::PublicGood => "public_good",
        }
    }
}

fn main() -> ExitCode {
    common::run("voting", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let (title, body) = match (&options.body, &options.file) {
        (Some(name), _) if name == "list" => return Ok(list()),
        (Some(name), _) => {
            let Some(entry) = bodies::named(name) else {
                let told = format!(
                    "expected a body that --body list names, found {name:?}"
                );
                return Err(InputError::new(told));
            };
            (format!("{}\n  {}", entry.title, entry.rule), (entry.body)())
        }
        (None, Some(path)) => read_body(path)?,
        (None, None) if options.bloc.is_some() || options.index.is_some() => {
            let told =
                "expected --body or --file beside --index and --bloc, found neither";
            return Err(InputError::new(told));
        }
        (None, None) => return chapter(),
    };
    let mut answer = count(&title, &body, options.index)?;
    if let Some(names) = &options.bloc {
        bloc(&body, names, options.inside, &mut answer)?;
    }
    Ok(answer)
}

fn list() -> Answer {
    let told = |entry: &bodies::Entry| {
        format!(
            "{}
  {}
  {}
",
            entry.name, entry.title, entry.rule
        )
    };
    let result = |entry: &bodies::Entry| {
        json!({
            "body": entry.name, "title": entry.title, "rule": entry.rule,
            "source": entry.source,
        })
    };
    Answer {
        text: bodies::CATALOGUE.iter().map(told).collect(),
        results: bodies::CATALOGUE.iter().map(result).collect(),
    }
}

// ------------------------------------------------------------------ one body

/// A power, exact where it could be counted.
#[derive(Clone, PartialEq)]
enum Power {
    Exactly(Exact),
    About(f64),
}

impl Power {
    fn value(&self) -> f64 {
        match self {
            Self::Exactly(exact) => decimal(exact),
            Self::About(value) => *value,
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Exactly(exact) => {
                common::exact(exact.numer(), exact.denom(), decimal(exact))
            }
            Self::About(value) => json!({ "exact": null, "value": value }),
        }
    }

    /// The fraction if it is short, and the percentage.
    fn told(&self) -> String {
        let percent = percent(self.value());
        match self {
            Self::Exactly(exact) if exact.to_string().len() < 11 => {
                format!("{exact} = {percent}")
            }
            _ => percent,
        }
    }
}

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

/// Every index asked for, per member; and the body's power to act and mean wait.
struct Count {
    columns: Vec<(Index, Vec<Power>)>,
    to_act: Power,
    wait: Option<Exact>,
    roles: Vec<&'static str>,
}

const USUAL: [Index; 3] = [Index::ShapleyShubik, Index::Banzhaf, Index::Normalised];

fn powers(body: &Body, index: Option<Index>) -> Result<Count, InputError> {
    let asked = index.map_or(USUAL.to_vec(), |index| vec![index]);
    let role = |member: usize, null: bool| {
        if null {
            "never decisive"
        } else if body.has_veto(member) {
            "veto"
        } else {
            ""
        }
    };
    let n = body.len();
    let Ok(tally) = Tally::of(body) else {
        let estimate = if asked.contains(&Index::ShapleyShubik) {
            Estimate::of(body)?
        } else {
            Estimate::banzhaf_only(body)?
        };
        let column = |index: Index| -> Result<Vec<Power>, InputError> {
            let values = match index {
                Index::ShapleyShubik => estimate.shapley_shubik().unwrap_or_default().to_vec(),
                Index::Banzhaf => estimate.banzhaf().to_vec(),
                Index::Normalised => estimate.normalised(),
                Index::Prevent => estimate.prevent(),
                Index::Initiate => estimate.initiate(),
                _ => return Err(Survey::of(body).map_or_else(InputError::from, |_| {
                    InputError::new("expected a body small enough to count, found a larger one")
                })),
            };
            Ok(values.into_iter().map(Power::About).collect())
        };
        let columns = asked.iter().map(|&i| Ok((i, column(i)?)));
        return Ok(Count {
            columns: columns.collect::<Result<_, InputError>>()?,
            to_act: Power::About(estimate.power_to_act()),
            wait: None,
            roles: (0..n).map(|m| role(m, estimate.banzhaf()[m] == 0.0)).collect(),
        });
    };
    let column = |index: Index| -> Result<Vec<Power>, InputError> {
        let each = |of: &dyn Fn(usize) -> Exact| (0..n).map(of).collect();
        let values: Vec<Exact> = match index {
            Index::ShapleyShubik => tally.shapley_shubik(),
            Index::Banzhaf => each(&|m| tally.banzhaf(m)),
            Index::Normalised => tally.normalised(),
            Index::Prevent => each(&|m| tally.prevent(m)),
            Index::Initiate => each(&|m| tally.initiate(m)),
            Index::Johnston => Survey::of(body)?.johnston(),
            Index::DeeganPackel => Survey::of(body)?.deegan_packel(),
            Index::PublicGood => Survey::of(body)?.public_good(),
        };
        Ok(values.into_iter().map(Power::Exactly).collect())
    };
    let columns = asked.iter().map(|&i| Ok((i, column(i)?)));
    Ok(Count {
        columns: columns.collect::<Result<_, InputError>>()?,
        to_act: Power::Exactly(tally.power_to_act()),
        wait: Some(tally.mean_wait()),
        roles: (0..n).map(|m| role(m, tally.role(m) == Role::Null)).collect(),
    })
}

fn count(
    title: &str,
    body: &Body,
    index: Option<Index>,
) -> Result<Answer, InputError> {
    let count = powers(body, index)?;
    let mut text = format!("{title}\n");
    writeln!(
        text,
        "  {} members; of all ways to vote {} pass.",
        body.len(),
        percent(count.to_act.value())
    )?;
    if let Some(wait) = &count.wait {
        let wait = decimal(wait);
        writeln!(
            text,
            "  Mean wait {wait:.2}, in one member's mean time to be ready."
        )?;
    }
    write!(text, "\n  {:<30}", "member")?;
    for (index, _) in &count.columns {
        write!(text, "{:>16}", index.title())?;
    }
    text.push('\n');
    let mut from = 0;
    while from < body.len() {
        let same = |member: &usize| {
            count.columns.iter().all(|(_, column)| column[*member] == column[from])
                && count.roles[*member] == count.roles[from]
        };
        let to = (from..body.len()).take_while(same).count() + from;
        let name = match to - from {
            1 => body.members()[from].clone(),
            2 => body.members()[from..to].join(", "),
            more => format!("{} and {} more", body.members()[from], more - 1),
        };
        write!(text, "  {:<30}", shortened(&name, 29))?;
        for (_, column) in &count.columns {
            let told = if count.columns.len() == 1 {
                column[from].told()
            } else {
                percent(column[from].value())
            };
            write!(text, "{told:>16}")?;
        }
        let line = match count.roles[from] {
            "" => "\n".to_owned(),
            // The last column leaves no room for a remark; it stands below.
            role if count.columns.len() == 1 => format!("  {role}\n"),
            role => format!("\n    {role}\n"),
        };
        text += &line;
        from = to;
    }
    let members: Vec<Value> = (0..body.len())
        .map(|member| {
            let mut object = json!({
                "name": body.members()[member],
                "role": (!count.roles[member].is_empty()).then_some(count.roles[member]),
            });
            for (index, column) in &count.columns {
                object[index.key()] = column[member].json();
            }
            object
        })
        .collect();
    let wait = count.wait.map(|wait| Power::Exactly(wait).json());
    let result = json!({
        "body": title.lines().next(),
        "power_to_act": count.to_act.json(),
        "mean_wait": wait,
        "members": members,
    });
    Ok(Answer { text, results: vec![result] })
}

fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

fn bloc(
    body: &Body,
    names: &[String],
    inside: Option<u64>,
    answer: &mut Answer,
) -> Result<(), InputError> {
    let find = |name: &String| {
        body.find(name.trim()).ok_or_else(|| {
            InputError::new(format!(
                "expected a member of the body in --bloc, found {name:?}"
            ))
        })
    };
    let members = names.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    let rule = inside.map_or(Rule::majority(members.len()), Rule::AtLeast);
    let heads = inside.unwrap_or(members.len() as u64 / 2 + 1);
    let report = Alliance::new(members, rule)?.report(body)?;
    let text = &mut answer.text;
    writeln!(
        text,
        "\nAs a bloc that follows {heads} of its {} members",
        names.len()
    )?;
    let pair = |before: &Exact, after: &Exact| {
        format!("{} -> {}", percent(decimal(before)), percent(decimal(after)))
    };
    writeln!(
        text,
        "  Banzhaf, sum -> bloc          {}",
        pair(&report.sum_alone, &report.bloc)
    )?;
    let shapley = pair(&report.shapley_alone, &report.shapley);
    writeln!(text, "  Shapley-Shubik, sum -> bloc   {shapley}")?;
    let act = pair(&report.power_to_act.0, &report.power_to_act.1);
    writeln!(text, "  the body's power to act       {act}")?;
    for ally in &report.allies {
        let name = shortened(&body.members()[ally.member], 27);
        writeln!(text, "  {name:<30}{}", pair(&ally.alone, &ally.allied))?;
    }
    let verdict = if report.is_expedient() {
        "No member loses by it, so all can want it."
    } else {
        "It is not to the gain of all."
    };
    writeln!(text, "  {verdict}")?;
    let exact = |power: &Exact| Power::Exactly(power.clone()).json();
    answer.results.push(json!({
        "bloc": names,
        "inside": heads,
        "sum_alone": exact(&report.sum_alone),
        "banzhaf": exact(&report.bloc),
        "shapley_alone": exact(&report.shapley_alone),
        "shapley_shubik": exact(&report.shapley),
        "power_to_act": [exact(&report.power_to_act.0), exact(&report.power_to_act.1)],
        "allies": report.allies.iter().map(|ally| json!({
            "name": body.members()[ally.member],
            "alone": exact(&ally.alone),
            "allied": exact(&ally.allied),
        })).collect::<Vec<_>>(),
        "expedient": report.is_expedient(),
    }));
    Ok(())
}

// ------------------------------------------------------------------ a file

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

struct Reader<'a> {
    path: &'a Path,
    text: String,
    names: Vec<String>,
    columns: BTreeMap<String, Vec<u64>>,
}

fn read_body(path: &Path) -> Result<(String, Body), InputError> {
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
            let find = |name: &String| {
                let place = self.names.iter().position(|known| known == name);
                place.ok_or_else(|| {
                    at(&format!("expected a member's name, found {name:?}"))
                })
            };
            let named = names.iter().map(find).collect::<Result<Vec<_>, _>>()?;
            let made = Weighted::every(n, &named);
            return made.map(Rule::Weighted).map_err(|error| at(&error));
        }
        if let Some(all) = &clause.all {
            return Ok(Rule::All(parts(all)?));
        }
        Ok(Rule::Any(parts(clause.any.as_deref().unwrap_or_default())?))
    }
}

// ------------------------------------------------------------------ the chapter

fn chapter() -> Result<Answer, InputError> {
    let mut answer = Answer { text: String::new(), results: Vec::new() };
    six(&mut answer)?;
    council(&mut answer)?;
    enlargement(&mut answer)?;
    fund(&mut answer)?;
    agreement(&mut answer)?;
    waiting(&mut answer)?;
    elected_blocs(&mut answer)?;
    brokers(&mut answer)?;
    outside(&mut answer)?;
    Ok(answer)
}

/// The Six of 1958 under both rules of article 148.
fn six(answer: &mut Answer) -> Result<(), InputError> {
    let (proposal, other) = (bodies::eec_1958(), bodies::eec_1958_other());
    let (on_proposal, otherwise) = (Tally::of(&proposal)?, Tally::of(&other)?);
    let votes = [4_u32, 4, 4, 2, 2, 1];
    let text = &mut answer.text;
    writeln!(text, "The Council of the Six, 1958: 12 of 17 votes")?;
    writeln!(text, "                           on a proposal       in other cases")?;
    writeln!(
        text,
        "  member       votes   Shapley    Banzhaf   Shapley    Banzhaf"
    )?;
    let mut rows = Vec::new();
    for member in 0..6 {
        let name = &proposal.members()[member];
        let [a, b] = [&on_proposal, &otherwise].map(|tally| {
            (
                tally.shapley_shubik()[member].clone(),
                tally.normalised()[member].clone(),
            )
        });
        let votes = votes[member];
        writeln!(
            text,
            "  {name:<12}{votes:>4}/17{:>10}{:>11}{:>10}{:>11}",
            a.0.to_string(),
            a.1.to_string(),
            b.0.to_string(),
            b.1.to_string(),
        )?;
        rows.push(json!({
            "name": name,
            "votes": votes,
            "on_proposal": { "shapley_shubik": exact(&a.0), "normalised": exact(&a.1) },
            "otherwise": { "shapley_shubik": exact(&b.0), "normalised": exact(&b.1) },
        }));
    }
    answer.results.push(json!({ "show": "six", "members": rows }));
    Ok(())
}

fn exact(power: &Exact) -> Value {
    Power::Exactly(power.clone()).json()
}

/// The Security Council before and after 1965, with and without abstention.
fn council(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nThe Security Council: the chance to be decisive")?;
    writeln!(
        text,
        "                         yes or no only    with abstention, as practised"
    )?;
    writeln!(text, "                         1945      1965    1945      1965")?;
    let two = [bodies::security_council_1945(), bodies::security_council()];
    let three = [
        bodies::security_council_1945_as_practised(),
        bodies::security_council_as_practised(),
    ];
    let mut rows = Vec::new();
    for body in &two {
        let tally = Tally::of(body)?;
        rows.push([tally.banzhaf(0), tally.banzhaf(5), tally.power_to_act()]);
    }
    for assembly in &three {
        let power = assembly.power(Choices::Three)?;
        let banzhaf = power.banzhaf();
        rows.push([
            banzhaf[0].clone(),
            banzhaf[5].clone(),
            power.power_to_act().clone(),
        ]);
    }
    for (place, name) in
        ["a permanent member", "an elected member", "the motion passes"]
            .into_iter()
            .enumerate()
    {
        write!(text, "  {name:<20}")?;
        for (column, row) in rows.iter().enumerate() {
            let gap = if column == 2 { 8 } else { 10 };
            write!(text, "{:>gap$}", percent(decimal(&row[place])))?;
        }
        text.push('\n');
    }
    write!(text, "  {:<20}", "permanent : elected")?;
    for (column, row) in rows.iter().enumerate() {
        let gap = if column == 2 { 8 } else { 10 };
        write!(text, "{:>gap$}", format!("{:.2}", decimal(&(&row[0] / &row[1]))))?;
    }
    text.push('\n');
    let names = ["1945", "1965", "1945_as_practised", "1965_as_practised"];
    for (name, row) in names.iter().zip(&rows) {
        answer.results.push(json!({
            "show": "security_council", "rule": name, "permanent": exact(&row[0]),
            "elected": exact(&row[1]), "power_to_act": exact(&row[2]),
        }));
    }
    Ok(())
}

/// Luxembourg and the Council through the enlargements.
fn enlargement(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nThe Council's majority vote, 1958 to 2024, and Luxembourg in it"
    )?;
    writeln!(
        text,
        "  year  members  motions    Luxembourg's   its share  wait    wait if all"
    )?;
    writeln!(
        text,
        "                 that pass  chance to be  of the           must agree"
    )?;
    writeln!(text, "                            decisive      power")?;
    let years = [
        (1958, bodies::eec_1958()),
        (1973, bodies::eec_1973()),
        (1981, bodies::ec_1981()),
        (1986, bodies::ec_1986()),
        (1995, bodies::eu_1995()),
        (2013, bodies::eu_nice()),
        (2024, bodies::eu_lisbon()),
    ];
    for (year, body) in years {
        let tally = Tally::of(&body)?;
        let member = body.find("Luxembourg").unwrap_or_default();
        let (pb, share) =
            (tally.banzhaf(member), tally.normalised()[member].clone());
        let wait = tally.mean_wait();
        let all = unanimity_wait(body.len())?;
        writeln!(
            text,
            "  {year}{:>8}{:>12}{:>13}{:>12}{:>8.2}{:>11.2}",
            body.len(),
            percent(decimal(&tally.power_to_act())),
            percent(decimal(&pb)),
            percent(decimal(&share)),
            decimal(&wait),
            decimal(&all),
        )?;
        answer.results.push(json!({
            "show": "enlargement", "year": year, "members": body.len(),
            "power_to_act": exact(&tally.power_to_act()), "banzhaf": exact(&pb),
            "normalised": exact(&share), "mean_wait": exact(&wait),
            "mean_wait_unanimity": exact(&all),
        }));
    }
    Ok(())
}

fn unanimity(members: usize) -> Result<Body, InputError> {
    Ok(Body::nameless(members, Rule::unanimity(members))?)
}

fn unanimity_wait(members: usize) -> Result<Exact, InputError> {
    Ok(Tally::of(&unanimity(members)?)?.mean_wait())
}

/// The United States at the International Monetary Fund under three quotas.
fn fund(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nThe Monetary Fund of October 2022: the United States, 16.5% of the votes"
    )?;
    writeln!(
        text,
        "  quota   motions     share of    power to   power to    Japan's share"
    )?;
    writeln!(
        text,
        "          that pass   the power   prevent    initiate    of the power"
    )?;
    let quotas = [
        ("50%", bodies::imf_ordinary()),
        ("70%", bodies::imf_70()),
        ("85%", bodies::imf_85()),
    ];
    for (quota, body) in quotas {
        let power = Estimate::banzhaf_only(&body)?;
        let (share, prevent) = (power.normalised(), power.prevent()[0]);
        let initiate = power.initiate()[0];
        writeln!(
            text,
            "  {quota:<7}{:>10}{:>12}{:>11}{:>12}{:>14}",
            percent(power.power_to_act()),
            percent(share[0]),
            percent(prevent),
            percent(initiate),
            percent(share[1]),
        )?;
        answer.results.push(json!({
            "show": "fund", "quota": quota, "power_to_act": power.power_to_act(),
            "normalised": share[0], "prevent": prevent, "initiate": initiate,
            "normalised_japan": share[1],
        }));
    }
    Ok(())
}

/// Unanimity and consensus of so many.
fn agreement(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nAgreement of all: how often a motion passes, and the mean wait"
    )?;
    writeln!(text, "  members   each yes or no   nobody objects   wait")?;
    for members in [5, 8, 15, 32, 166] {
        let tally = Tally::of(&unanimity(members)?)?;
        let silent = bodies::consensus(members).power(Choices::Three)?;
        let (act, silent) = (tally.power_to_act(), silent.power_to_act().clone());
        let wait = tally.mean_wait();
        writeln!(
            text,
            "  {members:>7}{:>17}{:>17}{:>7.2}",
            percent(decimal(&act)),
            percent(decimal(&silent)),
            decimal(&wait)
        )?;
        answer.results.push(json!({
            "show": "agreement", "members": members, "unanimity": exact(&act),
            "consensus": exact(&silent), "mean_wait": exact(&wait),
        }));
    }
    Ok(())
}

/// Waiting times by rule, and the race with a conflict.
fn waiting(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nHow long until enough are ready, and who is first: the body, or a"
    )?;
    writeln!(
        text,
        "conflict that spreads at half the rate at which one member decides?"
    )?;
    writeln!(
        text,
        "  rule                                     wait   passed by 2   body first"
    )?;
    let rules = [
        ("any 9 of 15", bodies::security_council_procedural()),
        ("9 of 15 with five vetoes", bodies::security_council()),
        ("7 of 11 with five vetoes", bodies::security_council_1945()),
        ("97 of 193", bodies::general_assembly()),
        ("129 of 193", bodies::general_assembly_important()),
        ("8 of 8", bodies::league_1920()),
        ("15 of 15", bodies::league_1933()),
    ];
    for (name, body) in rules {
        let tally = Tally::of(&body)?;
        let (mean, wait) = (tally.mean_wait(), Wait::of(&tally));
        let (by, first) = (wait.passed_by(2.0), wait.ahead_of(0.5));
        writeln!(
            text,
            "  {name:<38}{:>7.2}{:>14}{:>13}",
            decimal(&mean),
            percent(by),
            percent(first)
        )?;
        answer.results.push(json!({
            "show": "waiting", "rule": name, "mean_wait": exact(&mean), "passed_by_2": by,
            "ahead_of_half": first,
        }));
    }
    Ok(())
}

/// Elected members of the Security Council who vote as one.
fn elected_blocs(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    let council = bodies::security_council();
    writeln!(
        text,
        "\nElected members of the Security Council who vote as one, by majority"
    )?;
    writeln!(
        text,
        "  size   bloc      sum of   each,     each,     a permanent   the other"
    )?;
    writeln!(
        text,
        "                   parts    alone     allied    member        elected"
    )?;
    for size in [2, 3, 4, 5, 7] {
        let alliance = Alliance::new((5..5 + size).collect(), Rule::majority(size))?;
        let report = alliance.report(&council)?;
        let (permanent, other) = (&report.others[0].2, &report.others[5].2);
        writeln!(
            text,
            "  {size:>4}{:>8}{:>10}{:>9}{:>10}{:>15}{:>12}",
            percent(decimal(&report.bloc)),
            percent(decimal(&report.sum_alone)),
            percent(decimal(&report.allies[0].alone)),
            percent(decimal(&report.allies[0].allied)),
            percent(decimal(permanent)),
            percent(decimal(other)),
        )?;
        answer.results.push(json!({
            "show": "blocs", "size": size, "bloc": exact(&report.bloc),
            "sum_alone": exact(&report.sum_alone), "alone": exact(&report.allies[0].alone),
            "allied": exact(&report.allies[0].allied), "permanent": exact(permanent),
            "other_elected": exact(other), "expedient": report.is_expedient(),
        }));
    }
    Ok(())
}

/// What carrying messages is worth.
fn brokers(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nA broker without a vote: its Myerson value, and a party's")?;
    let enemies = |brokers: usize| -> Result<Body, InputError> {
        let n = 2 + brokers;
        Ok(Body::nameless(n, Rule::Weighted(Weighted::every(n, &[0, 1])?))?)
    };
    let two_of_three =
        Body::nameless(4, Rule::Weighted(Weighted::new(2, vec![1, 1, 1, 0])?))?;
    let cases = [
        ("two enemies, one broker", enemies(1)?, vec![(0, 2), (1, 2)], 2),
        (
            "the same, and they talk directly",
            enemies(1)?,
            vec![(0, 2), (1, 2), (0, 1)],
            2,
        ),
        (
            "two enemies, two brokers",
            enemies(2)?,
            vec![(0, 2), (1, 2), (0, 3), (1, 3)],
            2,
        ),
        (
            "two of three must agree, one broker",
            two_of_three.clone(),
            vec![(0, 3), (1, 3), (2, 3)],
            3,
        ),
        (
            "the same, and all talk directly",
            two_of_three,
            vec![(0, 3), (1, 3), (2, 3), (0, 1), (0, 2), (1, 2)],
            3,
        ),
    ];
    for (name, body, pairs, broker) in cases {
        let value = Ties::new(body.len(), &pairs)?.myerson(&body)?;
        let (own, party) = (&value[broker], &value[0]);
        writeln!(
            text,
            "  {name:<40}{:>6}{:>8}",
            own.to_string(),
            party.to_string()
        )?;
        answer.results.push(json!({
            "show": "brokers", "case": name, "broker": exact(own), "party": exact(party),
        }));
    }
    Ok(())
}

/// A veto against a power that may act alone.
fn outside(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nA strong power wants 1, a veto holder .25, and 0 is what is")?;
    writeln!(text, "  cost of acting alone   agreed   the veto")?;
    for cost in [0.8, 0.5, 0.4, 0.2, 0.0] {
        let talk = Outside::new(Share::new(0.25)?, Share::new(cost)?);
        let binds = if talk.veto_binds() { "binds" } else { "does not bind" };
        writeln!(text, "  {cost:>20.1}{:>9.2}   {binds}", talk.agreed())?;
        answer.results.push(json!({
            "show": "outside", "veto_holder": 0.25, "cost": cost, "agreed": talk.agreed(),
            "veto_binds": talk.veto_binds(),
        }));
    }
    Ok(())
}
