//! Treaties: the life of a promise, its clocks, and the race it can stop; with options,
//! the reader's own deposits, steps, pair of states or race.

mod common;

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, Told, cell, left, number, plain, right, show,
    two_names,
};
use demarche::calendar::Day;
use demarche::crisis::Race;
use demarche::immunity::Pair;
use demarche::numbers::{Payoff, Share, Time};
use demarche::treaties::{
    Bar, Bond, Breach, Change, Claimant, Content, Defect, Delay, Deposit, Entry,
    Event, Exit, Ground, LaterTreaty, Limits, Notice, Remedy, Reply, Terms, WayOut,
    relation,
};
use serde::{Deserialize, Serialize};

/// What can a state do with a treaty, on which day, and what does it stop? Without options
/// the demo shows what the chapter shows; with options it reads yours.
#[derive(Parser, Serialize)]
struct Options {
    /// A CSV file of deposits: columns state and on, and share where the treaty counts
    /// one; such as examples/data/treaties.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// How many deposits the treaty counts
    #[arg(
        long,
        default_value = "22",
        value_parser = number_of_deposits,
        requires = "file"
    )]
    count: NonZeroU16,
    /// What part they must bring together
    #[arg(long, value_name = "PART", default_value = "0", requires = "file")]
    share: Share,
    /// How long after: days:30, months:3, years:1, `first_after_days:60`,
    /// `first_of_month:6`
    #[arg(
        long,
        value_name = "PERIOD",
        default_value = "days:30",
        requires = "file"
    )]
    delay: Delay,
    /// A state's steps: sign, sign-to-bind, ratify, accede, decline, in-force=DAY,
    /// notify=DAY, notify-with-reasons=DAY, revoke=DAY, effect=DAY, suspend, resume, end
    /// (the last three by consent of all)
    #[arg(long, value_delimiter = ',', num_args = 1)]
    steps: Vec<Told<Step>>,
    /// What the treaty of the steps says about leaving: a period, silent, or implied
    #[arg(
        long,
        value_name = "PERIOD",
        default_value = "months:6",
        requires = "steps"
    )]
    exit: Told<Leaving>,
    /// How long before the first notice may be given (days:0 if not given)
    #[arg(long, value_name = "PERIOD", requires = "steps")]
    first: Option<Delay>,
    /// A notice must state its reasons
    #[arg(long, requires = "steps")]
    reasons: bool,
    /// Two states: what their reservations leave of the Convention of 1961; where a name
    /// holds a comma, once for each
    #[arg(long, value_name = "STATE,STATE")]
    between: Vec<String>,
    /// An arms race: reactions r,s, fatigues a,b, grievances g,h
    #[arg(
        long,
        value_name = "K,L,A,B,G,H",
        value_delimiter = ',',
        num_args = 1,
        allow_negative_numbers = true
    )]
    race: Vec<Payoff>,
    /// By what part each side answers less
    #[arg(
        long,
        value_name = "PART,PART",
        value_delimiter = ',',
        num_args = 1,
        default_value = "0.4,0.4",
        requires = "race"
    )]
    cuts: Vec<Share>,
    /// After how many years one leaves
    #[arg(long, value_name = "YEARS", default_value = "5", requires = "race")]
    until: Time,
}

fn number_of_deposits(text: &str) -> Result<NonZeroU16, String> {
    let read = text.trim().parse();
    read.map_err(|_| "expected a whole number from 1 to 65535".to_owned())
}

/// One step as the reader writes it.
#[derive(Clone, Copy)]
struct Step(Event);

impl FromStr for Step {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, day) = match text.trim().split_once('=') {
            Some((word, day)) => (word, Some(day)),
            None => (text.trim(), None),
        };
        let day =
            day.map(str::parse::<Day>).transpose().map_err(|e| e.to_string())?;
        let notice = |on, reasons| Event::Notify(Notice { on, reasons });
        Ok(Self(match (word, day) {
            ("sign", None) => Event::Sign,
            ("sign-to-bind", None) => Event::SignToBind,
            ("ratify", None) => Event::Ratify,
            ("accede", None) => Event::Accede,
            ("decline", None) => Event::Decline,
            ("in-force", Some(day)) => Event::EnterIntoForce(day),
            ("notify", Some(day)) => notice(day, false),
            ("notify-with-reasons", Some(day)) => notice(day, true),
            ("revoke", Some(day)) => Event::Revoke(day),
            ("effect", Some(day)) => Event::TakeEffect(day),
            ("suspend", None) => Event::Suspend(Ground::Consent),
            ("resume", None) => Event::Resume,
            ("end", None) => Event::Terminate(Ground::Consent),
            _ => {
                return Err(format!(
                    "expected a step such as sign, ratify, in-force=2016-11-04 or \
                     notify=2019-11-04, found {text:?}"
                ));
            }
        }))
    }
}

/// What the treaty says about leaving, as the reader writes it.
#[derive(Clone, Copy)]
enum Leaving {
    After(Delay),
    Silent,
    Implied,
}

impl FromStr for Leaving {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "silent" => Ok(Self::Silent),
            "implied" => Ok(Self::Implied),
            period => match period.parse() {
                Ok(period) => Ok(Self::After(period)),
                Err(error) => Err(format!("{error}; or silent, or implied")),
            },
        }
    }
}

/// A row of deposits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    state: String,
    on: Day,
    #[serde(default)]
    share: Option<Share>,
}

/// A row of `examples/data/treaty_clock.csv`.
#[derive(Deserialize)]
struct Clock {
    treaty: String,
    period: Delay,
    trigger: Day,
    published: Day,
    why: String,
}

fn main() -> ExitCode {
    common::run("treaties", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let counted = |option: &str, expected: usize, found: usize| {
        InputError::new(format!(
            "{option}: expected {expected} values, found {found}"
        ))
    };
    let mut sheets = Vec::new();
    if let Some(path) = &options.file {
        let entry = Entry {
            count: options.count,
            share: options.share,
            delay: options.delay,
        };
        sheets.push(deposits(path, entry)?);
    }
    if !options.steps.is_empty() {
        let way_out = match options.exit.value {
            Leaving::Silent | Leaving::Implied
                if options.first.is_some() || options.reasons =>
            {
                let told = "expected --first and --reasons beside a period of --exit, \
                            found a treaty without a clause";
                return Err(InputError::new(told));
            }
            Leaving::Silent => WayOut::Silent,
            Leaving::Implied => WayOut::Implied,
            Leaving::After(notice) => WayOut::Clause(Exit {
                notice,
                first: options.first.unwrap_or(Delay::Days(0)),
                reasons: options.reasons,
            }),
        };
        let terms = Terms { signature_binds: true, accession: true, way_out };
        let events: Vec<Event> =
            options.steps.iter().map(|step| step.value.0).collect();
        sheets.push(life("A state and a treaty", &events, &terms));
    }
    if !options.between.is_empty() {
        let [one, other] = two_names("--between", &options.between)?;
        sheets.push(between(&[(&one, &other)])?);
    }
    if !options.race.is_empty() {
        let &[k, l, a, b, g, h] = options.race.as_slice() else {
            return Err(counted("--race", 6, options.race.len()));
        };
        let &[one, other] = options.cuts.as_slice() else {
            return Err(counted("--cuts", 2, options.cuts.len()));
        };
        let race = Race::of(
            [k.value(), l.value()],
            [a.value(), b.value()],
            [g.value(), h.value()],
        )?;
        sheets.push(limits(&Limits {
            race,
            cuts: [one, other],
            until: options.until,
        })?);
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

fn deposits(path: &Path, entry: Entry) -> Result<Sheet, InputError> {
    let mut rows: Vec<Row> = common::read_csv(path)?;
    rows.sort_by_key(|row| row.on);
    let safe: Vec<Deposit> = rows
        .iter()
        .map(|row| Deposit {
            share: row.share.unwrap_or(Deposit::on(row.on).share),
            on: row.on,
        })
        .collect();
    let mut sheet = Sheet::headed(format!("{} deposits", rows.len()));
    let Some(trigger) = entry.trigger(&safe) else {
        sheet.say("  They do not meet the clause: the treaty is not in force.");
        sheet.field("in_force", None::<Day>);
        return Ok(sheet);
    };
    let mut table = Table::new([
        right("", "rank"),
        left("", "state"),
        left("deposited", "on"),
        left("in force for it", "in_force"),
    ]);
    for row in &rows {
        let own = entry.day_for(row.on, &safe);
        // Who deposits on one day has one rank.
        let before = rows.iter().filter(|other| other.on < row.on).count();
        table.row([
            plain(before + 1),
            plain(row.state.as_str()),
            plain(row.on),
            cell(own.map_or(String::new(), |day| day.to_string()), own),
        ]);
    }
    sheet.table("deposits", &table);
    let day = entry.day(&safe);
    sheet.say(format!(
        "  Complete on {trigger}, in force on {}.",
        day.map_or("no day".to_owned(), |day| day.to_string())
    ));
    sheet.field("trigger", trigger);
    sheet.field("in_force", day);
    Ok(sheet)
}

fn life(heading: &str, events: &[Event], terms: &Terms) -> Sheet {
    let mut sheet = Sheet::headed(heading);
    let mut told = Vec::new();
    let mut bond = Bond::OUTSIDER;
    for &event in events {
        let line = match bond.after(event, terms) {
            Ok(next) => {
                bond = next;
                format!("{event}: {}", bond.standing())
            }
            Err(refused) => {
                format!("{event}: refused by {}, {}", refused.rule, refused.why)
            }
        };
        sheet.say(format!("  {line}"));
        told.push(line);
    }
    let (duty, rule) = bond.standing().duty();
    sheet.say(format!("  What it owes in the end: {duty} ({rule})."));
    sheet.field("steps", told);
    sheet.field("standing", bond.standing().to_string());
    sheet
}

fn between(pairs: &[(&str, &str)]) -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("The Convention of 1961 between two, after reservations");
    let mut table = Table::new([
        left("", "one"),
        left("", "other"),
        left("reserved", "reserved"),
        left("reply", "reply"),
        left("left", "left"),
        left("by", "rule"),
    ]);
    for (one, other) in pairs {
        let mut plainly = true;
        for reserved in Pair::between(one, other)?.reserved() {
            let (left, rule) = relation(reserved.effect.into(), reserved.into());
            table.row([
                plain(*one),
                plain(*other),
                plain(reserved.effect.word()),
                plain(Reply::from(reserved).name()),
                plain(left.word()),
                plain(rule.to_string()),
            ]);
            plainly = false;
        }
        if plainly {
            table.row([
                plain(*one),
                plain(*other),
                plain("nothing"),
                plain("-"),
                plain("as-written"),
                plain("-"),
            ]);
        }
    }
    sheet.table("pairs", &table);
    Ok(sheet)
}

fn limits(limits: &Limits) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("An arms race from nothing, and a treaty");
    let race = limits.race;
    let rests = |race: Race| {
        let word = if race.is_stable() { "comes to rest" } else { "does not end" };
        format!("{word} ({:+.4} a year)", race.pace())
    };
    sheet.say(format!("  Without one it {}.", rests(race)));
    sheet.say(format!("  While it holds it {}.", rests(limits.held())));
    if let (Some(both), Some(alone)) =
        (race.critical_cut(), race.critical_cut_alone())
    {
        sheet.say(format!(
            "  Both must answer by {:.1}% less, or one alone by {:.1}%.",
            100.0 * both.value(),
            100.0 * alone.value()
        ));
    }
    let told = |[x, y]: [f64; 2]| format!("{} and {}", show(x), show(y));
    if let Some(rest) = limits.held().rest() {
        sheet.say(format!("  Where it stands still under it: {}.", told(rest)));
    }
    let mut table = Table::new([
        right("years", "years"),
        right("without", "without"),
        right("kept for good", "kept"),
        right("left", "left"),
    ]);
    for years in [1.0, 5.0, 6.0, 10.0] {
        let time = Time::new(years)?;
        let [free, kept, left] = [
            race.at([0.0; 2], time),
            limits.held().at([0.0; 2], time),
            limits.at([0.0; 2], time),
        ];
        table.row([
            number(years),
            cell(told(free), free),
            cell(told(kept), kept),
            cell(told(left), left),
        ]);
    }
    sheet.table("arms", &table);
    sheet.say(format!("  It is left after {} years.", show(limits.until.value())));
    sheet.field("critical_cut", race.critical_cut());
    sheet.field("critical_cut_alone", race.critical_cut_alone());
    Ok(sheet)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
    let cuts = [Share::new(0.4)?; 2];
    Ok(vec![
        limits(&Limits { race, cuts, until: Time::new(5.0)? })?,
        paris()?,
        missiles()?,
        lives()?,
        clocks()?,
        replies(),
        between(&[
            ("United States", "Egypt"),
            ("Russia", "Egypt"),
            ("Japan", "Bahrain"),
            ("Brazil", "Bahrain"),
            ("United States", "Russia"),
        ])?,
        grounds(),
        defects(),
    ])
}

fn paris() -> Result<Sheet, InputError> {
    let clause =
        Exit { notice: Delay::Years(1), first: Delay::Years(3), reasons: false };
    let terms = Terms {
        signature_binds: false,
        accession: true,
        way_out: WayOut::Clause(clause),
    };
    let notice = |day: &str| -> Result<Event, InputError> {
        Ok(Event::Notify(Notice { on: day.parse()?, reasons: false }))
    };
    let events = [
        Event::Sign,
        notice("2016-06-01")?,
        Event::Ratify,
        Event::EnterIntoForce("2016-11-04".parse()?),
        notice("2017-06-01")?,
        notice("2019-11-04")?,
        Event::Revoke("2020-11-04".parse()?),
        Event::TakeEffect("2020-11-04".parse()?),
        Event::Ratify,
        Event::Accede,
        Event::EnterIntoForce("2021-02-19".parse()?),
    ];
    Ok(life(
        "The United States and Paris 2015, and four steps that they did not take",
        &events,
        &terms,
    ))
}

fn missiles() -> Result<Sheet, InputError> {
    let clause =
        Exit { notice: Delay::Months(6), first: Delay::NONE, reasons: true };
    let terms = Terms {
        signature_binds: false,
        accession: false,
        way_out: WayOut::Clause(clause),
    };
    let on = "2001-12-13".parse()?;
    let events = [
        Event::Sign,
        Event::Ratify,
        Event::EnterIntoForce("1972-10-03".parse()?),
        Event::Notify(Notice { on, reasons: false }),
        Event::Notify(Notice { on, reasons: true }),
    ];
    Ok(life(
        "The United States and the treaty on missile defence of 1972",
        &events,
        &terms,
    ))
}

/// One event of each kind, all of them allowed by the treaty.
fn kinds() -> Result<[Event; 12], InputError> {
    let day: Day = "2026-05-03".parse()?;
    Ok([
        Event::Sign,
        Event::SignToBind,
        Event::Ratify,
        Event::Accede,
        Event::Decline,
        Event::EnterIntoForce(day),
        Event::Notify(Notice { on: day, reasons: true }),
        Event::Revoke(day),
        Event::TakeEffect(day.after(366)),
        Event::Suspend(Ground::Consent),
        Event::Resume,
        Event::Terminate(Ground::Consent),
    ])
}

fn lives() -> Result<Sheet, InputError> {
    let terms =
        Terms { signature_binds: true, accession: true, way_out: WayOut::Implied };
    let kinds = kinds()?;
    let mut lives = vec![Bond::OUTSIDER];
    let (mut tried, mut numbers) = (0, Vec::new());
    for _ in 0..5 {
        let next = lives.iter().flat_map(|bond| {
            kinds.iter().filter_map(|&event| bond.after(event, &terms).ok())
        });
        let next: Vec<Bond> = next.collect();
        tried += lives.len() * kinds.len();
        numbers.push(next.len());
        lives = next;
    }
    let mut sheet = Sheet::headed("How many lives a promise can have");
    let told: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    sheet.say(format!("  Of 1, 2, 3, 4, 5 steps: {}.", told.join(", ")));
    let taken: usize = numbers.iter().sum();
    sheet.say(format!("  {tried} steps tried, {} refused.", tried - taken));
    sheet.field("lives", numbers);
    sheet.field("refused", tried - taken);
    Ok(sheet)
}

fn clocks() -> Result<Sheet, InputError> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/treaty_clock.csv");
    let rows: Vec<Clock> = common::read_csv(&path)?;
    let mut sheet = Sheet::headed("Clocks, and the days that were published");
    let mut table = Table::new([
        left("", "treaty"),
        left("trigger", "trigger"),
        left("period", "period"),
        left("gives", "gives"),
        right("late by", "late"),
    ]);
    let mut hits = 0;
    let mut misses = Vec::new();
    for row in &rows {
        let gives = row.period.after(row.trigger);
        let late = gives.since(row.published);
        hits += usize::from(late == 0);
        table.row([
            plain(row.treaty.as_str()),
            plain(row.trigger),
            plain(row.period.to_string()),
            plain(gives),
            plain(late),
        ]);
        if late != 0 {
            misses.push(format!("  {}: {}.", row.treaty, row.why));
        }
    }
    sheet.table("clocks", &table);
    sheet.say(format!("  {hits} of {} days are right. The others:", rows.len()));
    for miss in misses {
        sheet.say(miss);
    }
    sheet.field("right", hits);
    Ok(sheet)
}

fn replies() -> Sheet {
    let mut sheet = Sheet::headed("What a reservation leaves");
    let mut table = Table::new([
        left("", "content"),
        left("accepted", "accepts"),
        left("objected to", "objects"),
        left("opposed", "opposes"),
    ]);
    for content in Content::ALL {
        let told = |reply| {
            let (left, rule) = relation(content, reply);
            let article = rule.to_string().replace("VCLT ", "");
            cell(format!("{} by {article}", left.word()), left)
        };
        table.row([
            plain(content.word()),
            told(Reply::Accepts),
            told(Reply::Objects),
            told(Reply::Opposes),
        ]);
    }
    sheet.table("relations", &table);
    sheet
}

fn grounds() -> Sheet {
    let mut sheet = Sheet::headed("Grounds, and how far they reach");
    let breach =
        |by| Ground::Breach(Breach { material: true, protects_persons: false, by });
    let change =
        Change { essential: true, radical: true, foreseen: false, bar: None };
    let gone = |own_breach| Ground::Impossibility { lasting: true, own_breach };
    let all = [
        ("consent of all", Ground::Consent),
        ("a later treaty", Ground::LaterTreaty(LaterTreaty::Replaces)),
        ("a breach, of two", breach(Claimant::Other)),
        ("a breach, all others", breach(Claimant::AllOthers)),
        ("a breach, one affected", breach(Claimant::Affected)),
        ("a breach, an onlooker", breach(Claimant::Bystander)),
        ("impossible", gone(false)),
        ("impossible by own breach", gone(true)),
        ("a changed world", Ground::Circumstances(change)),
        (
            "the same, foreseen",
            Ground::Circumstances(Change { foreseen: true, ..change }),
        ),
        (
            "the same, a boundary",
            Ground::Circumstances(Change { bar: Some(Bar::Boundary), ..change }),
        ),
        ("a new peremptory norm", Ground::PeremptoryNorm),
    ];
    let mut table = Table::new([
        left("", "ground"),
        left("end it", "end"),
        left("suspend it", "suspend"),
    ]);
    for (name, ground) in all {
        let told = |remedy| match ground.may(remedy) {
            Ok(rule) => cell(format!("yes, {rule}"), true),
            Err(rule) => cell(format!("no, {rule}"), false),
        };
        table.row([plain(name), told(Remedy::Terminate), told(Remedy::Suspend)]);
    }
    sheet.table("grounds", &table);
    sheet
}

fn defects() -> Sheet {
    let mut sheet =
        Sheet::headed("What was wrong with consent, and who may still say so");
    let mut table = Table::new([
        left("", "defect"),
        left("article", "article"),
        left("", "void"),
        left("if acquiesced", "acquiesced"),
    ]);
    for defect in Defect::ALL {
        let after = match defect.invoked(true) {
            Ok(_) => "still".to_owned(),
            Err(rule) => format!("lost, {rule}"),
        };
        table.row([
            plain(defect.name()),
            plain(defect.article().to_string()),
            cell(
                if defect.is_void() { "void" } else { "can be invoked" },
                defect.is_void(),
            ),
            plain(after),
        ]);
    }
    sheet.table("defects", &table);
    sheet
}
