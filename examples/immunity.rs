//! May the host arrest, search, hear, try, sue? `cargo run --example immunity`

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{InputError, Sheet, Table, data, left, plain, right, unseen};
use demarche::games::Payoffs;
use demarche::immunity::hostage::{Host, Missions, Move};
use demarche::immunity::table::{Column, cell};
use demarche::immunity::{
    Act, Capacity, Case, Category, Day, ImmunityError, Measure, Outcome, Pair,
    Phase, Posting, Question, Reading, Shield, Subject, Tie, Verdict, Waiver, Who,
    flips, smallest_flip, verdict,
};
use demarche::numbers::{Discount, Payoff, Probability};
use demarche::words::WordError;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// May the host take this measure? The Vienna Conventions of 1961 and 1963 answer, with
/// articles.
#[derive(Parser, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "switches of a command line")]
struct Given {
    /// Kind of staff (`DiplomaticAgent`, `AdminTech`, ..), or `nobody`
    #[arg(long, default_value = "DiplomaticAgent")]
    who: String,
    /// It was a family member of that staff
    #[arg(long)]
    family: bool,
    /// Tie to the receiving state: foreign, resident, national
    #[arg(long, default_value = "Foreign")]
    tie: Tie,
    /// The sponsor's tie, for a family member
    #[arg(long, default_value = "Foreign", requires = "family")]
    sponsor_tie: Tie,
    /// The act was done on duty
    #[arg(long)]
    official: bool,
    /// Phase of the posting: not-yet, transit, serving, winding, ended
    #[arg(long, default_value = "Serving", conflicts_with = "began")]
    phase: Phase,
    /// Instead of a phase: the day the posting began, as 1984-04-17
    #[arg(long, requires = "on")]
    began: Option<Day>,
    /// The day the functions ended
    #[arg(long, requires = "began")]
    ended: Option<Day>,
    /// The day of departure
    #[arg(long, requires = "ended")]
    left: Option<Day>,
    /// Days to leave after the end
    #[arg(long, default_value_t = Posting::USUAL_GRACE, requires = "ended")]
    grace: u16,
    /// The day the host would act
    #[arg(long, requires = "began")]
    on: Option<Day>,
    /// What it was about (`OrdinaryCrime`, `Tort`, `Contract`, ..)
    #[arg(long, default_value = "GraveCrime")]
    subject: Subject,
    /// A judge has ordered the measure
    #[arg(long)]
    judge: bool,
    /// The suit answers one that the person brought
    #[arg(long)]
    counterclaim: bool,
    /// The person has a second, paid job
    #[arg(long)]
    gainful: bool,
    /// What the sending state waived, in letters: A H T P S X, or -
    #[arg(long, default_value = "-", allow_hyphen_values = true)]
    waiver: Waiver,
    /// Open readings turned to their other side, joined by +
    #[arg(long, default_value = "plain")]
    reading: Reading,
    /// Sending state, for reservations between the pair
    #[arg(long, requires = "receiving")]
    sending: Option<String>,
    /// Receiving state
    #[arg(long, requires = "sending")]
    receiving: Option<String>,
    /// Whose reasons to print: arrest, home, ticket, witness, prosecute, sue, execution
    #[arg(long, default_value = "Prosecute")]
    measure: Measure,
    /// A table of cases (CSV with id, title, outcome, engine, `engine_args`), such as
    /// examples/data/immunity.csv
    #[arg(
        long,
        conflicts_with_all = ["table", "hostages"],
        conflicts_with_all = OF_A_CASE
    )]
    file: Option<PathBuf>,
    /// Print the whole table of staff and measures instead
    #[arg(long, conflicts_with_all = OF_A_CASE, conflicts_with_all = OF_A_PAIR)]
    table: bool,
    /// Play the game of mutual hostages instead
    #[arg(
        long,
        conflicts_with = "table",
        conflicts_with_all = OF_A_CASE,
        conflicts_with_all = OF_A_PAIR
    )]
    hostages: bool,
    /// Payoffs T R P S of the game (illustrative)
    #[arg(
        long,
        num_args = 4,
        default_values = ["5", "3", "1", "0"],
        allow_negative_numbers = true,
        value_names = ["T", "R", "P", "S"],
        requires = "hostages"
    )]
    payoffs: Vec<Payoff>,
    /// Patience of the host
    #[arg(long, default_value = "0.75", requires = "hostages")]
    delta: Discount,
    /// Chance that relations last into the next round
    #[arg(long, default_value = "1", requires = "hostages")]
    survival: Probability,
}

/// What makes a case: a table of cases says it row by row.
#[rustfmt::skip]
const OF_A_CASE: [&str; 17] = [
    "who", "family", "tie", "sponsor_tie", "official", "phase", "began", "ended",
    "left", "grace", "on", "subject", "judge", "counterclaim", "gainful", "waiver",
    "measure",
];

/// By what any case is judged.
const OF_A_PAIR: [&str; 3] = ["reading", "sending", "receiving"];

impl Given {
    fn phase(&self) -> Result<Phase, ImmunityError> {
        let (Some(began), Some(on)) = (self.began, self.on) else {
            return Ok(self.phase);
        };
        let mut posting = Posting::new(began);
        if let Some(ended) = self.ended {
            posting = posting.ended(ended, self.grace)?;
        }
        if let Some(left) = self.left {
            posting = posting.left(left)?;
        }
        Ok(posting.phase(on))
    }

    fn case(&self) -> Result<Case, ImmunityError> {
        let who = if self.who.eq_ignore_ascii_case("nobody") {
            if self.family || self.tie != Tie::Foreign {
                return Err(ImmunityError::Setting {
                    expected: "a kind of staff beside a tie or a family".to_owned(),
                    found: "nobody".to_owned(),
                });
            }
            Who::Nobody
        } else {
            let category: Category = self.who.parse()?;
            if self.family {
                let (tie, sponsor_tie) = (self.tie, self.sponsor_tie);
                Who::Family { of: category, tie, sponsor_tie }
            } else {
                Who::Member { category, tie: self.tie, capacity: Capacity::Private }
            }
        };
        Ok(Case {
            who: if self.official { who.officially()? } else { who },
            phase: self.phase()?,
            act: Act {
                subject: self.subject,
                judge: self.judge,
                counterclaim: self.counterclaim,
                gainful: self.gainful,
            },
            measure: self.measure,
            waiver: self.waiver,
        })
    }

    fn pair(&self) -> Result<Pair, ImmunityError> {
        match (&self.sending, &self.receiving) {
            (Some(sending), Some(receiving)) => Pair::between(sending, receiving),
            _ => Ok(Pair::PLAIN),
        }
    }
}

fn main() -> ExitCode {
    common::run("immunity", |given: &Given| {
        let sheet = match &given.file {
            Some(path) => cases(&common::read_csv(path)?, given)?,
            None if given.table => staff(),
            None if given.hostages => hostages(given)?,
            None => lamps(given)?,
        };
        Ok(vec![sheet].into())
    })
}

/// Barred, allowed, and a star where an open reading would turn it.
fn said(answer: &Verdict) -> String {
    let star = if answer.contested().is_empty() { "" } else { "*" };
    format!("{}{star}", answer.outcome())
}

fn joined(articles: &[impl ToString]) -> String {
    articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn lamps(given: &Given) -> Result<Sheet, InputError> {
    let (case, pair, reading) = (given.case()?, given.pair()?, given.reading);
    let who = case.who.to_string();
    let (first, rest) = who.split_at(1);
    let mut sheet = Sheet::headed(format_args!(
        "{}{rest}, {}:",
        first.to_uppercase(),
        case.phase
    ));
    sheet.say(format_args!(
        "{}, {} act, waiver {}",
        case.act.subject,
        case.who.capacity(),
        case.waiver
    ));
    for (said, is) in [
        ("a judge has ordered it", case.act.judge),
        ("the suit answers one that the person brought", case.act.counterclaim),
        ("the person has a second, paid job", case.act.gainful),
    ] {
        if is {
            sheet.say(said);
        }
    }
    if reading != Reading::PLAIN {
        sheet.say(format_args!("read as {reading}"));
    }
    between(&mut sheet, given, pair);
    sheet.say("");

    let mut table = Table::new([
        left("", "measure"),
        left("", "outcome"),
        left("", ""),
        unseen("cites"),
        unseen("shield"),
        unseen("contested"),
        unseen("steps"),
        unseen("flips"),
    ]);
    let mut contested = Vec::new();
    for measure in Measure::ALL {
        let case = Case { measure, ..case };
        let answer = verdict(&case, pair, reading);
        for issue in answer.contested() {
            if !contested.contains(issue) {
                contested.push(*issue);
            }
        }
        let turns = flips(&case, pair, reading);
        table.row([
            plain(measure),
            common::cell(said(&answer), answer.outcome()),
            common::cell(joined(&answer.cites()), ()),
            data(answer.cites()),
            data(answer.shield()),
            data(answer.contested()),
            data(answer.steps()),
            data(turns.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ]);
    }
    sheet.table("measures", &table);
    sheet.field("phase", case.phase);
    if !contested.is_empty() {
        sheet.say("\n* contested; the outcome turns if a court reads that");
        for issue in contested {
            sheet.say(format_args!("  {}", reading.against(issue)));
        }
    }
    let answer = verdict(&case, pair, reading);
    let may = if answer.outcome() == Outcome::Barred { "may not" } else { "may" };
    sheet.say(format_args!("\nWhy the host {may} {}:", case.measure.verb()));
    for step in answer.steps() {
        let reach =
            if step.shield == Shield::None { "nothing" } else { step.shield.name() };
        sheet.say(format_args!("  {:<12}{}", step.stage, step.because));
        let cites = joined(step.articles);
        sheet.say(format_args!("  {:<12}{cites}; covers {reach}", ""));
    }
    let turns = flips(&case, pair, reading);
    if turns.is_empty() {
        match smallest_flip(&case, pair, reading) {
            Some(path) => {
                sheet.say("\nNo single change turns it. These together do:");
                for change in path {
                    sheet.say(format_args!("  {change}"));
                }
            }
            None => sheet.say("\nNothing turns it."),
        }
    } else {
        sheet.say("\nEach of these alone turns it:");
        for line in grouped(turns.iter().map(ToString::to_string)) {
            sheet.say(format_args!("  {line}"));
        }
    }
    Ok(sheet)
}

/// What two named states have reserved. A name that no list knows is told as such, since
/// it may be misspelt.
fn between(sheet: &mut Sheet, given: &Given, pair: Pair) {
    let (Some(sending), Some(receiving)) = (&given.sending, &given.receiving) else {
        return;
    };
    let mut none = true;
    for reserved in pair.reserved() {
        let said = if reserved.objected { "objected to" } else { "accepted" };
        sheet.say(format_args!("reserved and {said}: {}", reserved.effect));
        none = false;
    }
    if none {
        let told = "have no reservation listed";
        sheet.say(format_args!("{sending} and {receiving} {told}"));
    }
}

/// Changes of one kind share a line, wrapped at 78 columns.
fn grouped(changes: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut kind = String::new();
    for change in changes {
        let (head, item) = change.split_once(": ").unwrap_or((&change, ""));
        match lines.last_mut() {
            Some(line) if head == kind && line.len() + item.len() < 74 => {
                line.push_str(", ");
                line.push_str(item);
            }
            Some(line) if head == kind => {
                line.push(',');
                lines.push(format!("    {item}"));
            }
            _ => {
                head.clone_into(&mut kind);
                lines.push(change);
            }
        }
    }
    lines
}

fn staff() -> Sheet {
    let mut sheet =
        Sheet::headed("Foreign staff in post, no waiver, no reservation.");
    let mut all = Vec::new();
    for category in Category::ALL {
        sheet.say(format_args!("\n{category}"));
        let mut row = json!({ "category": category });
        for column in Column::ALL {
            let answer = cell(category, column);
            sheet.say(format_args!("  {column:<20}{answer}"));
            row[column.word()] = json!(answer.name());
        }
        all.push(row);
    }
    sheet.field("staff", all);
    sheet
}

/// One row of a table of cases; columns that it does not need are passed over.
#[derive(Deserialize)]
struct RawRow {
    id: String,
    title: String,
    outcome: String,
    engine: String,
    engine_args: String,
}

#[derive(Deserialize)]
#[serde(try_from = "RawRow")]
struct Row {
    id: String,
    title: String,
    outcome: String,
    question: Option<Question>,
}

/// What a table may say of a case; nothing where the reader does not know.
const OUTCOMES: [&str; 5] = ["", "BARRED", "ALLOWED", "CONTESTED", "NOT PREMISES"];

impl TryFrom<RawRow> for Row {
    type Error = ImmunityError;

    fn try_from(raw: RawRow) -> Result<Self, ImmunityError> {
        let question = Question::read(&raw.engine, &raw.engine_args)?;
        let outcome = raw.outcome.trim();
        if question.is_some() && !OUTCOMES.contains(&outcome) {
            return Err(ImmunityError::from(WordError {
                expected: format!(
                    "an outcome ({}) or none",
                    OUTCOMES[1..].join(", ")
                ),
                found: raw.outcome,
            }));
        }
        Ok(Self { id: raw.id, title: raw.title, outcome: raw.outcome, question })
    }
}

fn cases(rows: &[Row], given: &Given) -> Result<Sheet, InputError> {
    let pair = given.pair()?;
    let mut sheet = Sheet::default();
    let mut results = Vec::new();
    let (mut same, mut decided, mut open) = (0, 0, false);
    for row in rows {
        let answer =
            row.question.map(|question| question.answer(pair, given.reading));
        let word = answer.as_ref().map_or("not ours", |answer| answer.word());
        let contested =
            answer.as_ref().is_some_and(|answer| !answer.contested.is_empty());
        let word = format!("{word}{}", if contested { "*" } else { "" });
        let known = answer.as_ref().filter(|_| !row.outcome.trim().is_empty());
        let agrees = known.map(|answer| answer.agrees(&row.outcome));
        let mark = match agrees {
            Some(true) => "same",
            Some(false) => "DIFFERS",
            None => "",
        };
        open |= contested;
        decided += usize::from(answer.is_some());
        same += usize::from(agrees == Some(true));
        let title: String = row.title.chars().take(36).collect();
        let line = format!(
            "{:<4} {title:<36} {:<12} {word:<13} {mark}",
            row.id, row.outcome
        );
        sheet.say(line.trim_end());
        if let Some(answer) = &answer {
            sheet.say(format_args!("     {}", joined(&answer.articles)));
        }
        results.push(json!({
            "id": row.id,
            "published": row.outcome,
            "answer": answer,
            "agrees": agrees,
        }));
    }
    let all = rows.len();
    let cases = if all == 1 { "case" } else { "cases" };
    sheet.say(format_args!(
        "\n{all} {cases}, {decided} decided, {same} as published."
    ));
    if open {
        sheet.say("* turns on an open reading");
    }
    sheet.field("cases", results);
    Ok(sheet)
}

fn hostages(given: &Given) -> Result<Sheet, InputError> {
    let [t, r, p, s] = given.payoffs[..] else {
        return Err(InputError::new("expected four payoffs T R P S"));
    };
    let payoffs = Payoffs::new(t.value(), r.value(), p.value(), s.value())?;
    let host = Host::new(payoffs, given.delta, given.survival)?;
    let needed = host.patience_needed();
    let mut sheet = Sheet::headed(format_args!(
        "Illustrative payoffs T = {t}, R = {r}, P = {p}, S = {s}."
    ));
    sheet.say(format_args!(
        "Patience {} times survival {} makes the next round worth {:.3}.",
        given.delta,
        given.survival,
        host.weight()
    ));
    sheet.say(match needed {
        Some(needed) => {
            format!("Needed: (T - R)/(T - P) = {:.3}.\n", needed.value())
        }
        None => "Needed: no weight below 1 is enough.\n".to_owned(),
    });
    let mut table = Table::new([
        left("", ""),
        right("respect", "respect"),
        right("seize", "seize"),
        left("", "respects"),
        unseen("missions"),
    ]);
    let kinds = [
        ("mutual resident missions", Missions::Mutual),
        ("only the other has envoys", Missions::OneSided),
        ("a single visit", Missions::Single),
    ];
    for (name, missions) in kinds {
        let worth = |own| {
            let worth = host.worth(missions, own);
            common::cell(format!("{worth:.3}"), worth)
        };
        let safe = host.respects(missions);
        table.row([
            common::cell(name, ()),
            worth(Move::Respect),
            worth(Move::Seize),
            common::cell(if safe { "safe" } else { "seized" }, safe),
            data(missions),
        ]);
    }
    sheet.table("missions", &table);
    sheet.field("patience_needed", needed);
    Ok(sheet)
}
