//! Cyber: whom to blame, what keeps a norm, what fast lines are worth; with options, the
//! reader's own case, game, norm or line.

mod common;

use core::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, counted, left, number, percent, plain,
    read_toml, right, show,
};
use demarche::cyber::{self, Blame, Inquiry, Line, Mark, Norm};
use demarche::numbers::{Discount, Probability, Rate, Size};
use demarche::voting::Wait;
use serde::{Deserialize, Serialize};

/// Whom to blame for what nobody saw, and what keeps a norm? Without options the demo
/// shows what the chapter shows; with options it weighs your case.
#[derive(Parser, Serialize)]
struct Options {
    /// A TOML file of suspects, marks and what is at stake, for a posterior and a
    /// decision; such as examples/data/cyber.toml
    #[arg(long)]
    file: Option<PathBuf>,
    /// The blame game: how likely the attacker is vulnerable, how likely the victim is
    /// to know, and the part of incidents that is planted
    #[arg(long, value_name = "V,K,F", value_delimiter = ',', num_args = 1)]
    blame: Option<Vec<f64>>,
    /// A norm: the temptation, how often an alarm is false, how often it is right
    #[arg(long, value_name = "G,P,Q", value_delimiter = ',', num_args = 1)]
    norm: Option<Vec<f64>>,
    /// How patient those who keep the norm are (0.9 if not given)
    #[arg(long, value_name = "DISCOUNT", requires = "norm")]
    patience: Option<Discount>,
    /// A line: what a settlement is worth, what it costs if it comes out, the patience
    /// between slow rounds, and how many rounds go into the time of one
    #[arg(long, value_name = "S,A,D,N", value_delimiter = ',', num_args = 1)]
    line: Option<Vec<f64>>,
    /// How likely a round on the slow line is to leak (0.1 if not given)
    #[arg(long, value_name = "CHANCE", requires = "line")]
    leak: Option<Probability>,
}

fn main() -> ExitCode {
    common::run("cyber", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(path) = &options.file {
        sheets.push(case(path)?);
    }
    if let Some(given) = &options.blame {
        let [v, k, f] = numbers("--blame", given)?;
        sheets.push(games(&[Blame::of(v, k, f)?]));
    }
    if let Some(given) = &options.norm {
        let [g, p, q] = numbers("--norm", given)?;
        let patience = options.patience.map_or_else(|| Discount::new(0.9), Ok)?;
        sheets.push(norms(&[Norm::of(g, p, q)?], patience));
    }
    if let Some(given) = &options.line {
        let [settlement, exposure, patience, times] = numbers("--line", given)?;
        let line = Line::of(settlement, exposure, patience)?;
        let leak = options.leak.map_or_else(|| Probability::new(0.1), Ok)?;
        sheets.push(lines(line, leak, &[rounds(times)?])?);
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

fn numbers<const N: usize>(
    option: &str,
    given: &[f64],
) -> Result<[f64; N], InputError> {
    given.try_into().map_err(|_| counted(option, N, given.len()))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and in range"
)]
fn rounds(times: f64) -> Result<NonZeroU32, InputError> {
    let whole = times.fract() == 0.0 && (1.0..=1e6).contains(&times);
    whole.then(|| NonZeroU32::new(times as u32)).flatten().ok_or_else(|| {
        InputError::new(format!(
            "--line: expected a whole number of rounds from 1 on, found {times}"
        ))
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    gain: Option<Size>,
    loss: Option<Size>,
    suspects: Vec<Suspect>,
    #[serde(default)]
    marks: Vec<Trace>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suspect {
    name: String,
    before: Probability,
    vulnerable: Probability,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trace {
    found: String,
    points_at: String,
    if_guilty: Probability,
    by_chance: Probability,
    planted: Probability,
}

fn case(path: &Path) -> Result<Sheet, InputError> {
    let case: Case = read_toml(path)?;
    let in_file =
        |told: String| InputError::new(format!("{}: {told}", path.display()));
    let told = |error: cyber::CyberError| in_file(error.to_string());
    let names: Vec<&str> = case.suspects.iter().map(|s| &*s.name).collect();
    if let Some(twice) =
        (1..names.len()).find(|&at| names[..at].contains(&names[at]))
    {
        return Err(in_file(format!(
            "expected each suspect once, found {:?} again",
            names[twice]
        )));
    }
    let mark = |mark: &Trace| {
        let at = names.iter().position(|name| *name == mark.points_at);
        let points_at = at.ok_or_else(|| {
            in_file(format!(
                "expected a mark that points at one of {}, found {:?}",
                names.join(", "),
                mark.points_at
            ))
        })?;
        let Trace { if_guilty, by_chance, planted, .. } = *mark;
        Ok(Mark { points_at, if_guilty, by_chance, planted })
    };
    let marks =
        case.marks.iter().map(mark).collect::<Result<Vec<Mark>, InputError>>()?;
    let before: Vec<Probability> = case.suspects.iter().map(|s| s.before).collect();
    let known = |marks: &[Mark]| Inquiry::new(before.clone(), marks.to_vec());
    // What each mark adds, in the order of the file.
    let steps = (0..=marks.len())
        .map(|so_far| known(&marks[..so_far])?.after())
        .collect::<Result<Vec<_>, _>>()
        .map_err(told)?;
    let mut sheet = Sheet::headed("How likely each is, mark by mark");
    for (at, name) in names.iter().enumerate() {
        let shown: Vec<String> =
            steps.iter().map(|step| percent_of(step[at])).collect();
        sheet.say(format!("  {name}: {}", shown.join(" → ")));
    }
    for ((number, trace), mark) in (1..).zip(&case.marks).zip(&marks) {
        let idle = match mark.idle_at() {
            Some(idle) => {
                format!("at {} it would tell nothing", percent_of(idle.value()))
            }
            None => "it speaks for the suspect in any case".to_owned(),
        };
        sheet.say(format!(
            "  Mark {number}: {}, on {}.",
            trace.found, trace.points_at
        ));
        sheet.say(format!(
            "    Others would plant it in {} of cases; {idle}.",
            percent_of(mark.planted.value())
        ));
    }
    let vulnerable: Vec<Probability> =
        case.suspects.iter().map(|s| s.vulnerable).collect();
    let stakes = Blame::of(1.0, 0.0, 0.0)?;
    let needed = Blame {
        gain: case.gain.unwrap_or(stakes.gain),
        loss: case.loss.unwrap_or(stakes.loss),
        ..stakes
    }
    .blamed_from();
    let decision = known(&marks)
        .and_then(|inquiry| inquiry.decision(&vulnerable, needed))
        .map_err(told)?;
    sheet.say(if decision.sure > 0.0 {
        format!(
            "  {}, guilty and open to harm: {}. To blame takes more than {}: {}.",
            names[decision.suspect],
            percent_of(decision.sure),
            percent_of(needed.value()),
            if decision.blames { "blame" } else { "keep silent" }
        )
    } else {
        "  Nobody is left whom blame would hurt: keep silent.".to_owned()
    });
    sheet.field("suspects", &names);
    sheet.field("steps", &steps);
    sheet.field("needed", needed.value());
    sheet.field("decision", decision);
    Ok(sheet)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let game = |(v, k, f): &(f64, f64, f64)| Blame::of(*v, *k, *f);
    let all = [
        (0.8, 0.5, 0.0),
        (0.8, 0.2, 0.0),
        (0.8, 0.2, 0.1),
        (0.8, 0.2, 0.2),
        (0.8, 0.2, 0.3),
        (0.5, 0.2, 0.0),
    ];
    let all: Result<Vec<Blame>, _> = all.iter().map(game).collect();
    let norm = |p: &f64| Norm::of(0.5, *p, 0.6);
    let kept: Result<Vec<Norm>, _> =
        [0.0, 0.05, 0.1, 0.2, 0.3, 0.4].iter().map(norm).collect();
    let line = Line::of(1.0, 3.0, 0.9)?;
    let times = [1, 2, 3, 4].map(|n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN));
    Ok(vec![
        planted()?,
        games(&all?),
        norms(&kept?, Discount::new(0.9)?),
        lines(line, Probability::new(0.1)?, &times)?,
        council()?,
    ])
}

fn planted() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("A suspicion of 60%, and a mark that may be planted");
    let mut table =
        Table::new([right("planted", "planted"), right("then", "after")]);
    for planted in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let mark = Mark {
            points_at: 0,
            if_guilty: Probability::new(0.8)?,
            by_chance: Probability::new(0.2)?,
            planted: Probability::new(planted)?,
        };
        let before = vec![Probability::new(0.6)?, Probability::new(0.4)?];
        let after = Inquiry::new(before, vec![mark])?.after()?[0];
        table.row([percent(planted, 0), percent(after, 1)]);
    }
    sheet.table("planted", &table);
    Ok(sheet)
}

fn games(all: &[Blame]) -> Sheet {
    let mut sheet = Sheet::headed("Who attacks, who blames");
    let mut table = Table::new([
        right("vulnerable", "vulnerable"),
        right("known", "knows"),
        right("planted", "planted"),
        left("", "answer"),
        right("attacks", "attack"),
        right("blames", "blame"),
    ]);
    for game in all {
        let answer = game.answer();
        let (word, attack, blame) = match answer {
            cyber::Answer::Deterred => ("deterred", Some(0.0), None),
            cyber::Answer::Tolerated => ("tolerated", Some(1.0), Some(0.0)),
            cyber::Answer::Mixed { attack, blame } => {
                ("both guess", Some(attack), Some(blame))
            }
        };
        let told = |part: Option<f64>| match part {
            Some(part) => percent(part, 1),
            None => cell("–", part),
        };
        table.row([
            percent(game.vulnerable.value(), 0),
            percent(game.knows.value(), 0),
            percent(game.planted.value(), 0),
            plain(word),
            told(attack),
            told(blame),
        ]);
    }
    sheet.table("games", &table);
    if let Some(game) = all.first() {
        sheet.say(format!(
            "  Blame deters from {} on, and is ventured from {} on.",
            show(game.deterred_from().value()),
            show(game.blamed_from().value())
        ));
    }
    sheet
}

fn norms(all: &[Norm], patience: Discount) -> Sheet {
    let mut sheet = Sheet::headed(format!(
        "A norm under false alarms, at a patience of {}",
        show(patience.value())
    ));
    let mut table = Table::new([
        right("false", "false_alarms"),
        right("kept from", "critical_patience"),
        right("to the first alarm", "until_the_first"),
        right("pause", "rounds"),
        right("with it", "with_pause"),
        right("at most", "worth"),
    ]);
    for norm in all {
        let kept = norm.critical_patience().map(Discount::value);
        let pause = norm.shortest_pause(patience);
        let worth = pause.map(|pause| pause.worth);
        let first = pause.map(|_| norm.until_the_first(patience));
        let told = |x: Option<f64>| cell(x.map_or("–".to_owned(), show), x);
        table.row([
            percent(norm.false_alarms.value(), 0),
            cell(kept.map_or("never".to_owned(), show), kept),
            told(first),
            cell(
                pause.map_or("–".to_owned(), |pause| pause.rounds.to_string()),
                pause.map(|pause| pause.rounds),
            ),
            told(worth),
            number(norm.worth()),
        ]);
    }
    sheet.table("norms", &table);
    sheet
}

fn lines(
    line: Line,
    leak: Probability,
    times: &[NonZeroU32],
) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(format!(
        "A line that leaks {} of its rounds, and faster ones",
        percent_of(leak.value())
    ));
    let mut table = Table::new([
        right("rounds", "times"),
        right("as tight a round", "as_tight"),
        right("as leaky as fast", "as_leaky"),
        right("bears", "bearable"),
    ]);
    for &times in times {
        let faster = (leak.value() * f64::from(times.get())).min(1.0);
        let bearable = line.bearable_leak(times, leak).map(Probability::value);
        table.row([
            plain(times.get()),
            number(line.worth(times, leak)),
            number(line.worth(times, Probability::new(faster)?)),
            cell(bearable.map_or("–".to_owned(), percent_of), bearable),
        ]);
    }
    sheet.table("lines", &table);
    Ok(sheet)
}

fn percent_of(part: f64) -> String {
    format!("{:.1}%", 100.0 * part)
}

fn council() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Nine of fifteen, five of them with vetoes, against a war as fast as one member",
    );
    let wait = Wait::with_vetoes(15, 9, 5)?;
    for faster in [1.0, 2.0, 4.0] {
        let ahead = wait.ahead_of(Rate::new(1.0 / faster)?);
        sheet.say(format!(
            "  members {} times as fast: in time {}",
            show(faster),
            percent_of(ahead)
        ));
        sheet.field(&format!("ahead_{}", show(faster)), ahead);
    }
    Ok(sheet)
}
