//! Voting power: who can carry a motion, who can stop it, how long it takes, and what
//! a bloc or a broker is worth; with options, a body of the reader's own.

#[path = "voting/chapter.rs"]
mod chapter;
mod common;
#[path = "voting/file.rs"]
mod file;

use std::fmt::Write as _;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Answer, InputError};
use demarche::chance::seeded;
use demarche::voting::{
    Alliance, Assembly, Body, Choices, CountError, Estimate, Exact, Role, Rule,
    Sample, Survey, Tally, Threshold, Ties, bodies, decimal,
};
use file::{Compared, Decides};
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
    let share = options.share;
    let (title, quotas, body) = match (&options.body, &options.file) {
        (Some(name), _) if name == "list" => return Ok(list()),
        (Some(name), _) => {
            let Some(entry) = bodies::named(name) else {
                let told = format!(
                    "expected a body that --body list names, found {name:?}"
                );
                return Err(InputError::new(told));
            };
            (
                format!("{}\n  {}", entry.title, entry.rule),
                Vec::new(),
                (entry.body)(),
            )
        }
        (None, Some(path)) => {
            let read = file::read_body(path, options.quota.as_deref(), share)?;
            match read.decides {
                Decides::Two(body) => (read.name, read.quotas, body),
                Decides::Three(assembly) => {
                    let other = options.index.is_some_and(|index| {
                        !matches!(index, Index::Banzhaf | Index::Normalised)
                    });
                    if other || options.bloc.is_some() || options.ties.is_some() {
                        let told = "expected a rule of yes and no beside --index, --bloc and --ties, found one with abstention";
                        return Err(InputError::new(told));
                    }
                    return ballots(&read.name, &read.quotas, &assembly);
                }
            }
        }
        (None, None)
            if options.bloc.is_some()
                || options.index.is_some()
                || options.ties.is_some() =>
        {
            let told = "expected --body or --file beside --index, --bloc and --ties, found neither";
            return Err(InputError::new(told));
        }
        (None, None) => return chapter::chapter(),
    };
    let mut answer = count(&title, &quotas, &body, options.index)?;
    if let Some(names) = &options.bloc {
        bloc(&body, names, options.inside, &mut answer)?;
    }
    if let Some(pairs) = &options.ties {
        ties(&body, pairs, &mut answer)?;
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
    /// The draws and their error, where nothing was counted.
    sampled: Option<(NonZeroU32, f64)>,
}

/// The seed of the draws, so that a run can be repeated.
const SEED: u64 = 1;

/// Power by drawing, in about two seconds, for what no count takes.
fn sampled(
    body: &Body,
    index: Option<Index>,
    why: CountError,
) -> Result<Count, InputError> {
    let asked = index
        .map_or(vec![Index::ShapleyShubik, Index::Banzhaf], |index| vec![index]);
    if !asked.iter().all(|i| matches!(i, Index::ShapleyShubik | Index::Banzhaf)) {
        return Err(InputError::from(why));
    }
    let draws = (40_000_000 / body.len()).clamp(1_000, 1_000_000);
    let draws = u32::try_from(draws).ok().and_then(NonZeroU32::new);
    let sample =
        Sample::of(body, &mut seeded(SEED), draws.unwrap_or(NonZeroU32::MIN));
    let column = |index: Index| {
        let shares = match index {
            Index::ShapleyShubik => sample.shapley_shubik(),
            _ => sample.banzhaf(),
        };
        (index, shares.iter().copied().map(Power::About).collect())
    };
    let role = |member: usize| if body.has_veto(member) { "veto" } else { "" };
    Ok(Count {
        columns: asked.into_iter().map(column).collect(),
        to_act: Power::About(sample.power_to_act()),
        wait: None,
        roles: (0..body.len()).map(role).collect(),
        sampled: Some((sample.draws(), sample.within())),
    })
}

const fn told(role: Role) -> &'static str {
    match role {
        Role::Null => "never decisive",
        Role::Dictator => "decides alone",
        Role::Vetoer => "veto",
        Role::Ordinary => "",
    }
}

const USUAL: [Index; 3] = [Index::ShapleyShubik, Index::Banzhaf, Index::Normalised];

fn powers(body: &Body, index: Option<Index>) -> Result<Count, InputError> {
    let asked = index.map_or(USUAL.to_vec(), |index| vec![index]);
    let n = body.len();
    let Ok(tally) = Tally::of(body) else {
        let estimate = if asked.contains(&Index::ShapleyShubik) {
            Estimate::of(body)
        } else {
            Estimate::banzhaf_only(body)
        };
        let estimate = match estimate {
            Ok(estimate) => estimate,
            Err(why) => return sampled(body, index, why),
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
        let about = |member: usize| match estimate.banzhaf()[member] {
            0.0 => "never decisive",
            _ if body.has_veto(member) => "veto",
            _ => "",
        };
        return Ok(Count {
            columns: columns.collect::<Result<_, InputError>>()?,
            to_act: Power::About(estimate.power_to_act()),
            wait: None,
            roles: (0..n).map(about).collect(),
            sampled: None,
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
        roles: (0..n).map(|m| told(tally.role(m))).collect(),
        sampled: None,
    })
}

fn count(
    title: &str,
    quotas: &[Compared],
    body: &Body,
    index: Option<Index>,
) -> Result<Answer, InputError> {
    let count = powers(body, index)?;
    let mut text = format!("{title}\n{}", told_quotas(quotas));
    writeln!(
        text,
        "  {} member{}; of all ways to vote {} pass.",
        body.len(),
        if body.len() == 1 { "" } else { "s" },
        percent(count.to_act.value())
    )?;
    if let Some(wait) = &count.wait {
        let wait = decimal(wait);
        writeln!(
            text,
            "  Mean wait {wait:.2}, in one member's mean time to be ready."
        )?;
    }
    if let Some((draws, within)) = count.sampled {
        writeln!(
            text,
            "  Too large to count: from {draws} draws (seed {SEED}), each number within {:.2}\n  \
             points nineteen times in twenty.",
            100.0 * within
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
    let mut result = json!({
        "body": title.lines().next(),
        "quotas": quotas,
        "power_to_act": count.to_act.json(),
        "mean_wait": wait,
        "members": members,
    });
    if let Some((draws, within)) = count.sampled {
        result["sampled"] =
            json!({ "draws": draws, "seed": SEED, "within": within });
    }
    Ok(Answer { text, results: vec![result] })
}

/// The quotas of a rule beside their totals, so that a slip in a table is seen.
fn told_quotas(quotas: &[Compared]) -> String {
    let line = |one: &Compared| {
        let Compared { of, quota, total, percent, .. } = one;
        format!("  A quota of {quota} of {total} {of}, {percent:.1}%.\n")
    };
    let mut text: String = quotas.iter().map(line).collect();
    if let [only] = quotas
        && only.half_is_enough
    {
        text += "  Half is enough here, so both halves can carry a motion; share = \">1/2\" is\n  more than half.\n";
    }
    text
}

/// An assembly whose members may abstain, all three answers equally likely.
fn ballots(
    title: &str,
    quotas: &[Compared],
    assembly: &Assembly,
) -> Result<Answer, InputError> {
    let power = assembly.power(Choices::Three)?;
    let (act, normalised) =
        (Power::Exactly(power.power_to_act().clone()), power.normalised());
    let members = assembly.members();
    let mut text = format!("{title}\n{}", told_quotas(quotas));
    writeln!(
        text,
        "  {} members, each with three answers; of all ways to vote {} pass.\n",
        members.len(),
        percent(act.value())
    )?;
    writeln!(text, "  {:<30}{:>16}{:>16}", "member", "decisive", "normalised")?;
    for ((name, own), part) in members.iter().zip(power.banzhaf()).zip(&normalised) {
        let (own, part) = (percent(decimal(own)), percent(decimal(part)));
        writeln!(text, "  {:<30}{own:>16}{part:>16}", shortened(name, 29))?;
    }
    let each = members.iter().zip(power.banzhaf()).zip(&normalised);
    let each = each.map(|((name, own), part)| {
        json!({ "name": name, "banzhaf": exact(own), "normalised": exact(part) })
    });
    let result = json!({
        "body": title,
        "quotas": quotas,
        "answers": 3,
        "power_to_act": act.json(),
        "members": each.collect::<Vec<_>>(),
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
    told: &str,
    inside: Option<u64>,
    answer: &mut Answer,
) -> Result<(), InputError> {
    let names = file::names_in(told, |name| body.find(name).is_some());
    let members = file::members_named(body.members(), &names, |told| {
        InputError::new(format!("--bloc: {told}"))
    })?;
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

/// What each member is worth when only those tied to each other can combine.
fn ties(body: &Body, told: &str, answer: &mut Answer) -> Result<(), InputError> {
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
    writeln!(answer.text, "\nWith these ties and no others, the Myerson value of")?;
    for (name, value) in body.members().iter().zip(&values) {
        let told = Power::Exactly(value.clone()).told();
        writeln!(answer.text, "  {:<30}{told:>16}", shortened(name, 29))?;
    }
    let each = body.members().iter().zip(&values);
    answer.results.push(json!({
        "ties": pairs,
        "myerson": each.map(|(name, value)| json!({ "name": name, "value": exact(value) }))
            .collect::<Vec<_>>(),
    }));
    Ok(())
}

fn exact(power: &Exact) -> Value {
    Power::Exactly(power.clone()).json()
}
