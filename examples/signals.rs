//! Two governments over a noisy line, and an envoy who wants something.
//!
//! `cargo run --example signals` prints what the chapter shows; the options take your
//! own rate of error, strategies and bias, `--file` your own tournament.

mod common;

use std::fmt;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{
    Answer, InputError, Sheet, Table, cell, data, left, plain, right, unseen,
};
use demarche::games::{Move, Payoffs};
use demarche::numbers::{Discount, ErrorRate, Probability};
use demarche::signals::{
    Audience, Bias, Channel, Door, Encounter, Entry, Institution, Line, Machine,
    Named, Partition, Round, SlipOfEar, SlipOfHand, Tournament, best_institution,
    max_cells,
};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;

#[derive(Parser, Serialize)]
#[command(about = "Talk over a bad line, and talk by an envoy who wants something")]
#[command(allow_negative_numbers = true)]
struct Given {
    /// How often a move goes wrong, from 0 to 1/2
    #[arg(long, value_name = "RATE", default_value = "0.01")]
    error: ErrorRate,
    /// What slips on the tape and in the tournament
    #[arg(long, value_enum, default_value_t = Slip::Hand)]
    slip: Slip,
    /// How often generous tit-for-tat forgives
    #[arg(long, value_name = "G", default_value = "1/3")]
    generosity: Probability,
    /// Strategies to play a tournament, such as tit-for-tat,joss:0.9,grim (a name
    /// that does not exist lists all)
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        conflicts_with_all = OF_NO_TOURNAMENT
    )]
    strategies: Vec<Named>,
    /// Rounds of the tape, and of a match in the tournament, from 1 to 100000
    #[arg(
        long,
        default_value_t = 60,
        value_parser = clap::value_parser!(u32).range(1..=100_000)
    )]
    rounds: u32,
    /// Repetitions of the tournament, from 1 to 1000000
    #[arg(
        long,
        default_value_t = 1000,
        requires = "strategies",
        value_parser = clap::value_parser!(u32).range(1..=1_000_000)
    )]
    repetitions: u32,
    /// The seed of whatever is left to chance
    #[arg(long, default_value_t = 5)]
    seed: u64,
    /// How much more the envoy wants than its government
    #[arg(long, value_name = "B", default_value = "0.1")]
    bias: Bias,
    /// What a settlement is worth to the leader
    #[arg(long, value_name = "S", default_value_t = 1.0)]
    settlement: f64,
    /// What the audience charges who is seen to yield
    #[arg(long, value_name = "A", default_value_t = 3.0)]
    audience: f64,
    /// How often a secret round leaks
    #[arg(long, value_name = "L", default_value = "0.1")]
    leak: Probability,
    /// What the next round counts beside this one
    #[arg(long, value_name = "DELTA", default_value = "0.9")]
    patience: Discount,
    /// Axelrod's first tournament, its entries written again from their descriptions
    #[arg(long, conflicts_with = "file", conflicts_with_all = OF_NO_FILE)]
    first_tournament: bool,
    /// A tournament of your own, such as examples/data/signals.toml
    #[arg(long, value_name = "TOML", conflicts_with_all = OF_NO_FILE)]
    file: Option<PathBuf>,
}

/// What the line and the envoy take, and a tournament does not.
#[rustfmt::skip]
const OF_NO_TOURNAMENT: [&str; 6] =
    ["generosity", "bias", "settlement", "audience", "leak", "patience"];

/// A file, or Axelrod's tournament, says all of this itself.
#[rustfmt::skip]
const OF_NO_FILE: [&str; 12] = [
    "error", "slip", "generosity", "strategies", "rounds", "repetitions", "seed",
    "bias", "settlement", "audience", "leak", "patience",
];

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
enum Slip {
    Hand,
    Ear,
}

/// A tournament as a file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    rounds: NonZeroU32,
    repetitions: NonZeroU32,
    #[serde(default)]
    seed: u64,
    hand: Option<SlipOfHand>,
    ear: Option<SlipOfEar>,
    payoffs: Option<Payoffs>,
    entrant: Vec<Entrant>,
}

struct Entrant {
    name: String,
    machine: Machine,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntrant {
    name: String,
    /// A strategy that has a name, or else `machine`.
    plays: Option<Named>,
    machine: Option<Machine>,
}

/// By a visitor, so that an error is found at the entrant's own line: `try_from`
/// would report it where the list begins.
impl<'de> Deserialize<'de> for Entrant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Table;
        impl<'de> Visitor<'de> for Table {
            type Value = Entrant;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an entrant with a `name` and `plays` or `machine`")
            }

            fn visit_map<M: MapAccess<'de>>(
                self,
                map: M,
            ) -> Result<Entrant, M::Error> {
                RawEntrant::deserialize(MapAccessDeserializer::new(map))?
                    .try_into()
                    .map_err(M::Error::custom)
            }
        }
        from.deserialize_map(Table)
    }
}

impl TryFrom<RawEntrant> for Entrant {
    type Error = String;

    fn try_from(raw: RawEntrant) -> Result<Self, String> {
        let told = |found| {
            Err(format!(
                "expected either `plays` or `machine` for {:?}, found {found}",
                raw.name
            ))
        };
        let machine = match (raw.plays, raw.machine) {
            (Some(named), None) => named.machine(),
            (None, Some(machine)) => machine,
            (Some(_), Some(_)) => return told("both"),
            (None, None) => return told("neither"),
        };
        Ok(Self { name: raw.name, machine })
    }
}

fn main() -> ExitCode {
    common::run("signals", answer)
}

fn answer(given: &Given) -> Result<Answer, InputError> {
    if let Some(path) = &given.file {
        let scenario: Scenario = common::read_toml(path)?;
        return Ok(vec![tournament(&scenario)?].into());
    }
    if given.first_tournament {
        return Ok(vec![first_tournament()?].into());
    }
    if given.strategies.is_empty() {
        let five = [
            Named::TitForTat,
            Named::Generous(given.generosity),
            Named::WinStayLoseShift,
            Named::Contrite,
            Named::Grim,
        ];
        let (runs, tapes) = (long_runs(given, &five), tapes(given));
        return Ok(vec![runs, tapes, envoy(given), channel(given)?].into());
    }
    let entrant = |named: &Named| Entrant {
        name: named.to_string(),
        machine: named.machine(),
    };
    let scenario = Scenario {
        rounds: counted(given.rounds),
        repetitions: counted(given.repetitions),
        seed: given.seed,
        hand: (given.slip == Slip::Hand).then(|| SlipOfHand::new(given.error)),
        ear: (given.slip == Slip::Ear).then(|| SlipOfEar::new(given.error)),
        payoffs: None,
        entrant: given.strategies.iter().map(entrant).collect(),
    };
    Ok(vec![long_runs(given, &given.strategies), tournament(&scenario)?].into())
}

impl Given {
    fn lines(&self) -> [Line; 2] {
        [SlipOfHand::new(self.error).into(), SlipOfEar::new(self.error).into()]
    }

    fn line(&self) -> Line {
        let [hand, ear] = self.lines();
        if self.slip == Slip::Hand { hand } else { ear }
    }
}

/// What a strategy comes to against its double, with each kind of slip.
fn long_runs(given: &Given, strategies: &[Named]) -> Sheet {
    let mut sheet = Sheet::headed(format_args!(
        "Two governments follow the same strategy, for ever, and each move goes\n\
         wrong at rate {}. How often each cooperates, and what it earns a round\n\
         (both cooperate 3, both defect 1, alone 5 and 0):\n",
        given.error
    ));
    let mut table = Table::new([
        left("", "strategy"),
        right("slip of the hand", "hand"),
        right("slip of the ear", "ear"),
    ]);
    for named in strategies {
        let machine = named.machine();
        let run = |line| {
            let run = Encounter::new(&machine, &machine, line).long_run();
            run.map_or(cell("several long runs", ()), |outcomes| {
                let cooperation = outcomes.cooperation()[0];
                let payoff = outcomes.payoffs(&Payoffs::AXELROD)[0];
                let told = format!("{cooperation:.4}{payoff:>9.4}");
                cell(told, json!({ "cooperation": cooperation, "payoff": payoff }))
            })
        };
        let [hand, ear] = given.lines().map(run);
        table.row([cell(named, named), hand, ear]);
    }
    sheet.table("long_runs", &table);
    sheet
}

/// One game of tit-for-tat and one of generous tit-for-tat.
fn tapes(given: &Given) -> Sheet {
    let mut sheet = Sheet::headed(format_args!(
        "The first {} rounds with slips of the {}, seed {}. Below a move, ^ marks\n\
         one that was not meant, ? one that the other side misread:",
        given.rounds,
        if given.slip == Slip::Hand { "hand" } else { "ear" },
        given.seed
    ));
    let mut tapes = Vec::new();
    for named in [Named::TitForTat, Named::Generous(given.generosity)] {
        let machine = named.machine();
        let pair = Encounter::new(&machine, &machine, given.line());
        let tape = pair.tape(given.rounds, given.seed);
        sheet.say(format_args!("\n{named}"));
        for rows in tape.chunks(76) {
            for side in 0..2 {
                let letter = |m: Move| if m == Move::Cooperate { 'C' } else { 'D' };
                let mark = |round: &Round| match (
                    round.slipped()[side],
                    round.misheard()[1 - side],
                ) {
                    (true, _) => '^',
                    (_, true) => '?',
                    _ => ' ',
                };
                let moves = rows.iter().map(|round| letter(round.moves()[side]));
                sheet.say(format_args!("  {}", moves.collect::<String>()));
                let marks: String = rows.iter().map(mark).collect();
                if !marks.trim_end().is_empty() {
                    sheet.say(format_args!("  {}", marks.trim_end()));
                }
            }
        }
        tapes.push(json!({ "strategy": named, "tape": tape }));
    }
    sheet.field("tapes", tapes);
    sheet
}

/// How much the envoy can tell, and whom else one could send.
fn envoy(given: &Given) -> Sheet {
    let cells = max_cells(given.bias);
    let report = Partition::finest(given.bias);
    let told = match cells {
        None => "everything".to_owned(),
        Some(1) => "nothing".to_owned(),
        Some(cells) => format!("{cells} cases apart"),
    };
    let mut sheet = Sheet::headed(format_args!(
        "An envoy who wants {} {} than the government can tell {told}.",
        given.bias.value().abs(),
        if given.bias.value() < 0.0 { "less" } else { "more" }
    ));
    // Thousands of cuts are data, not prose.
    if let Some(report) =
        report.as_ref().filter(|report| (3..12).contains(&report.cuts().len()))
    {
        let last = report.cuts().len() - 1;
        let cuts = report.cuts()[1..last].iter().map(|cut| format!("{cut:.4}"));
        sheet.say(format_args!(
            "The report divides the range from 0 to 1 at {}.",
            cuts.collect::<Vec<_>>().join(", ")
        ));
    }
    sheet.say(
        "What the government then expects to lose (the mediator's by a formula that\n\
         is recalled and was not found in print):\n",
    );
    let best = best_institution(given.bias);
    let mut table = Table::new([left("", "way"), right("", "loss"), left("", "")]);
    for way in Institution::ALL {
        let loss = way.loss(given.bias);
        let mark = if way == best { "the least" } else { "" };
        table.row([plain(way), cell(format!("{loss:.4}"), loss), cell(mark, ())]);
    }
    sheet.table("loss", &table);
    sheet.field("bias", given.bias);
    sheet.field("cells", cells);
    sheet.field("cuts", report.map(|report| report.cuts().to_vec()));
    sheet.field("best", best);
    sheet
}

/// Whether to talk in public or in secret.
fn channel(given: &Given) -> Result<Sheet, InputError> {
    let audience = Audience::new(given.audience)?;
    let talks = Channel::new(given.settlement, audience, given.leak)?;
    let mut sheet = Sheet::headed(format_args!(
        "A settlement is worth {} a round, to be seen yielding costs {}, and a\n\
         secret round leaks at rate {} (patience {}):\n",
        given.settlement, given.audience, given.leak, given.patience
    ));
    let mut doors = Vec::new();
    for (name, door) in [("in public", Door::Open), ("in secret", Door::Closed)] {
        let settles = talks.settles(door);
        let worth = talks.worth(door, given.patience);
        let loss = audience.word_loss(given.bias, door);
        let word = if loss <= 0.0 { "true" } else { "cheap" };
        sheet.say(format_args!(
            "  {name}: {}, worth {worth:.4}; the word is {word}, loss {loss:.4}",
            if settles { "they settle" } else { "no settlement" },
        ));
        doors.push(json!({
            "door": door, "settles": settles, "worth": worth, "word_loss": loss,
        }));
    }
    sheet.field("doors", doors);
    Ok(sheet)
}

/// A number of rounds or repetitions; clap has refused 0.
fn counted(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

fn tournament(scenario: &Scenario) -> Result<Sheet, InputError> {
    let clear = Line::clear();
    let line = Line::new(
        scenario.hand.unwrap_or(clear.hand()),
        scenario.ear.unwrap_or(clear.ear()),
    );
    let payoffs = scenario.payoffs.unwrap_or(Payoffs::AXELROD);
    let machines: Vec<&Machine> =
        scenario.entrant.iter().map(|entrant| &entrant.machine).collect();
    let games = Tournament::new(scenario.rounds.get(), scenario.repetitions.get())?
        .paying(payoffs)
        .over(line)
        .seeded(scenario.seed);
    let standings = games.play(&machines)?;
    let mut sheet = Sheet::headed(format_args!(
        "Everyone against everyone: {} rounds, {} times, hand {}, ear {}, seed {},\n\
         payoffs {payoffs}.\n",
        scenario.rounds,
        scenario.repetitions,
        line.hand().rate(),
        line.ear().rate(),
        scenario.seed,
    ));
    let mut table = Table::new([
        right("", "rank"),
        left("", "name"),
        right("per round", "mean"),
        right("beaten", "beaten"),
        right("own double", ""),
        unseen("scores"),
    ]);
    for (place, entrant) in standings.ranks() {
        let four = |score: f64| cell(format!("{score:.4}"), score);
        let against = 0..standings.entrants();
        let scores: Vec<f64> =
            against.map(|other| standings.score(entrant, other)).collect();
        table.row([
            plain(place),
            plain(&scenario.entrant[entrant].name),
            four(standings.mean(entrant)),
            plain(standings.beaten(entrant)),
            four(scores[entrant]),
            data(scores),
        ]);
    }
    sheet.table("standings", &table);
    Ok(sheet)
}

/// Five repetitions, as in 1980, under each of a hundred seeds.
fn first_tournament() -> Result<Sheet, InputError> {
    const SEEDS: u32 = 100;
    let games = Tournament::new(Entry::ROUNDS, 5)?;
    let mut points = [0.0; Entry::ALL.len()];
    let mut first = [0_u32; Entry::ALL.len()];
    for seed in 0..SEEDS {
        let standings = games.seeded(seed.into()).play(&Entry::ALL)?;
        let scores: Vec<f64> =
            (0..points.len()).map(|entry| standings.points(entry)).collect();
        let best = scores.iter().copied().fold(0.0, f64::max);
        for ((sum, wins), score) in points.iter_mut().zip(&mut first).zip(scores) {
            *sum += score / f64::from(SEEDS);
            *wins += u32::from(score >= best);
        }
    }
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|&a, &b| points[b].total_cmp(&points[a]));
    let mut sheet = Sheet::headed(format_args!(
        "Axelrod's first tournament, its entries written again from their descriptions:\n\
         {} rounds, 5 times, under each of {SEEDS} seeds.\n",
        Entry::ROUNDS
    ));
    let mut table = Table::new([
        right("", "rank"),
        left("", "name"),
        right("points", "points"),
        right("first", "first"),
        right("in 1980", "published_rank"),
    ]);
    for entry in order {
        let own = points[entry];
        // Who earns the same has the same rank.
        let ahead = points.iter().filter(|&&other| other > own).count();
        table.row([
            plain(ahead + 1),
            plain(Entry::ALL[entry].name()),
            cell(format!("{own:.1}"), own),
            plain(first[entry]),
            // The fourteenth of 1980 is left out.
            plain(if entry == 13 { 15 } else { entry + 1 }),
        ]);
    }
    sheet.table("standings", &table);
    Ok(sheet)
}
