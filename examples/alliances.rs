//! Alliances: who owes what to whom, who comes, and who pays; with options, the reader's
//! own call, allies, burden or file of dyads.

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, left, number, plain, right, show,
};
use demarche::alliances::{
    Allies, Burden, Call, Comparison, Distance, NATO_1956, Obligation, Obligations,
    Pledges, Portfolio, Scale, Taste, WARSAW_1956,
};
use demarche::numbers::{Amount, Probability, Share};
use serde::{Deserialize, Serialize};

/// What do allies owe each other, who comes, and who pays? Without options the demo shows
/// what the chapter shows; with options it answers your case.
#[derive(Parser, Serialize)]
struct Options {
    /// How many must act before each does, such as 0,1,2,2
    #[arg(long, value_name = "COUNTS", value_delimiter = ',')]
    waits: Option<Vec<u32>>,
    /// How many allies there are
    #[arg(long, value_name = "COUNT")]
    allies: Option<u32>,
    /// The chance that an ally keeps its pledge (0.75 if not given)
    #[arg(long, value_name = "CHANCE", requires = "allies")]
    kept: Option<Probability>,
    /// The part of all crises in which they decide as one (0 if not given)
    #[arg(long, value_name = "PART", requires = "allies")]
    together: Option<Share>,
    /// The incomes of the allies, such as 10,5,1
    #[arg(long, value_name = "INCOMES", value_delimiter = ',')]
    incomes: Option<Vec<Amount>>,
    /// The part that an ally alone would spend (0.5 if not given)
    #[arg(long, value_name = "PART", requires = "incomes")]
    taste: Option<Taste>,
    /// A CSV file of dyads with the columns of ATOP or of the Correlates of War, such
    /// as examples/data/alliances.csv
    #[arg(long, requires = "year", requires = "pair")]
    file: Option<PathBuf>,
    /// The year of the file to read
    #[arg(long, requires = "file")]
    year: Option<i32>,
    /// Two states by the file's numbers, such as 255,365
    #[arg(long, value_name = "A,B", requires = "file", value_parser = two)]
    pair: Option<(u32, u32)>,
    /// How obligations become levels: cow, atop or any (atop if not given)
    #[arg(long, value_name = "SCALE", requires = "file")]
    scale: Option<Scale>,
    /// How many states the system has (those that the file names, if not given)
    #[arg(long, value_name = "COUNT", requires = "file")]
    states: Option<usize>,
    /// Each row counts in both directions
    #[arg(long, requires = "file")]
    mutual: bool,
}

fn two(text: &str) -> Result<(u32, u32), String> {
    let told = || format!("expected two states such as 255,365, found {text:?}");
    let (one, other) = text.split_once(',').ok_or_else(told)?;
    match (one.trim().parse(), other.trim().parse()) {
        (Ok(one), Ok(other)) if one != other => Ok((one, other)),
        _ => Err(told()),
    }
}

/// A row of a file of dyads. ATOP tells five obligations; the Correlates of War four,
/// and has no offence. Other columns may stand there too.
#[derive(Deserialize)]
struct Dyad {
    #[serde(alias = "stateA", alias = "statea")]
    ccode1: u32,
    #[serde(alias = "stateB", alias = "stateb")]
    ccode2: u32,
    year: i32,
    #[serde(alias = "atop_defense", alias = "defence")]
    defense: Flag,
    #[serde(alias = "atop_offense", alias = "offence", default)]
    offense: Flag,
    #[serde(alias = "atop_neutral", alias = "neutrality")]
    neutral: Flag,
    #[serde(alias = "atop_nonagg", alias = "nonaggression")]
    nonagg: Flag,
    #[serde(alias = "atop_consul", alias = "entente")]
    consul: Flag,
}

/// 1 where it is owed; 0, or nothing, where not.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(try_from = "String")]
struct Flag(bool);

impl TryFrom<String> for Flag {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.trim() {
            "1" | "1.0" => Ok(Self(true)),
            "0" | "0.0" | "" | "NA" => Ok(Self(false)),
            other => Err(format!("expected 0 or 1, found {other:?}")),
        }
    }
}

impl Dyad {
    fn obligations(&self) -> Obligations {
        let flags =
            [self.defense, self.offense, self.neutral, self.nonagg, self.consul];
        let owed = Obligation::ALL.into_iter().zip(flags).filter(|(_, flag)| flag.0);
        Obligations::of(&owed.map(|(one, _)| one).collect::<Vec<_>>())
    }
}

fn main() -> ExitCode {
    common::run("alliances", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(waits) = &options.waits {
        sheets.push(call(waits)?);
    }
    if let Some(count) = options.allies {
        let kept = options.kept.map_or_else(|| Probability::new(0.75), Ok)?;
        let together = options.together.map_or_else(|| Share::new(0.0), Ok)?;
        sheets.push(allies(Allies::new(count, kept, together)?, count)?);
    }
    if let Some(incomes) = &options.incomes {
        let taste = options.taste.map_or_else(|| Taste::new(0.5), Ok)?;
        sheets.push(burden(&Burden::new(incomes.clone(), taste)?));
    }
    if let (Some(path), Some(year), Some(pair)) =
        (&options.file, options.year, options.pair)
    {
        sheets.push(dyads(options, path, year, pair)?);
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

fn call(waits: &[u32]) -> Result<Sheet, InputError> {
    let call = Call::of_heads(waits)?;
    let (acting, count) = (call.acting(), waits.len());
    let mut sheet = Sheet::headed(format!("{} of {count} act", acting.len()));
    let names = |members: &[usize]| {
        let names: Vec<String> =
            members.iter().map(|member| (member + 1).to_string()).collect();
        names.join(", ")
    };
    if !acting.is_empty() {
        sheet.say(format!("  In this order: {}.", names(&acting)));
    }
    let keystones = call.keystones();
    sheet.say(match &*keystones {
        [] => "  Nobody hangs on anybody.".to_owned(),
        all => format!("  Others hang on: {}.", names(all)),
    });
    sheet.field("waits", waits);
    sheet.field("acting", acting.iter().map(|m| m + 1).collect::<Vec<_>>());
    sheet.field("keystones", keystones.iter().map(|m| m + 1).collect::<Vec<_>>());
    Ok(sheet)
}

fn allies(allies: Allies, count: u32) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(format!("{count} allies: the chance of so many"));
    let mut table =
        Table::new([right("at least", "at_least"), right("chance", "chance")]);
    let marks = [1, count.div_ceil(4), count.div_ceil(2), count];
    for (at, mark) in marks.into_iter().enumerate() {
        if !marks[..at].contains(&mark) {
            table.row([plain(mark), chance(allies.at_least(mark))]);
        }
    }
    sheet.table("chances", &table);
    sheet.say(format!("  On average {} come.", show(allies.expected())));
    sheet.field("allies", serde_json::to_value(allies)?);
    Ok(sheet)
}

fn chance(chance: f64) -> common::Cell {
    let told = if chance > 0.0 && chance < 0.0005 {
        format!("{chance:.1e}")
    } else {
        format!("{chance:.4}")
    };
    cell(told, chance)
}

fn burden(burden: &Burden) -> Sheet {
    let nash = burden.equilibrium();
    let mut sheet = Sheet::headed("Who pays for the common good");
    let mut table = Table::new([
        right("income", "income"),
        right("gives", "gives"),
        right("of its income", "part"),
    ]);
    for (income, gift) in burden.incomes().iter().zip(nash.gifts()) {
        let income = income.value();
        let part = if income > 0.0 { gift / income } else { 0.0 };
        let told = format!("{:.1}%", 100.0 * part);
        table.row([number(income), number(*gift), cell(told, part)]);
    }
    sheet.table("gifts", &table);
    sheet.say(format!(
        "  Together {}; best for all of them in sum would be {}. Every payer keeps {}.",
        show(nash.total()),
        show(burden.optimum()),
        show(nash.keeps())
    ));
    sheet.field("total", nash.total());
    sheet.field("optimum", burden.optimum());
    sheet.field("keeps", nash.keeps());
    sheet
}

fn dyads(
    options: &Options,
    path: &Path,
    year: i32,
    (one, other): (u32, u32),
) -> Result<Sheet, InputError> {
    let rows: Vec<Dyad> = common::read_csv(path)?;
    let rows: Vec<Dyad> = rows.into_iter().filter(|row| row.year == year).collect();
    let mut named: Vec<u32> =
        rows.iter().flat_map(|r| [r.ccode1, r.ccode2]).collect();
    named.sort_unstable();
    named.dedup();
    let told = |what: String| InputError::new(format!("{}: {what}", path.display()));
    let find = |state: u32| {
        let known = named.binary_search(&state);
        known.map_err(|_| {
            told(format!("expected state {state} in {year}, found no row of it"))
        })
    };
    let (count, least) = (options.states.unwrap_or(named.len()), named.len());
    if count < least {
        let found =
            format!("--states: expected at least {least} states, found {count}");
        return Err(InputError::new(found));
    }
    let (at, other_at) = (find(one)?, find(other)?);
    let mut pledges = Pledges::new(count)?;
    for row in &rows {
        let (from, to) = (find(row.ccode1)?, find(row.ccode2)?);
        let owed = row.obligations();
        let written = pledges.promise(from, to, owed);
        written.map_err(|error| told(error.to_string()))?;
        if options.mutual {
            pledges.promise(to, from, owed)?;
        }
    }
    let scale = options.scale.unwrap_or(Scale::Atop);
    let heading = format!("{one} and {other} in {year}, among {count} states");
    let mut sheet = Sheet::headed(heading);
    sheet.say(format!(
        "  They owe each other {} and {}.",
        pledges.owed(at, other_at),
        pledges.owed(other_at, at)
    ));
    let [mine, theirs] =
        [pledges.portfolio(at, scale)?, pledges.portfolio(other_at, scale)?];
    alike(&mut sheet, &mine, &theirs)?;
    Ok(sheet)
}

fn alike(
    sheet: &mut Sheet,
    one: &Portfolio,
    other: &Portfolio,
) -> Result<(), InputError> {
    let pair = Comparison::of(one, other)?;
    let mut table =
        Table::new([left("measure", "measure"), right("value", "value")]);
    for (name, value) in [
        ("S, absolute", Some(pair.s(Distance::Absolute))),
        ("S, squared", Some(pair.s(Distance::Squared))),
        ("tau-b", pair.tau_b()),
        ("kappa, absolute", pair.kappa(Distance::Absolute)),
        ("pi, absolute", pair.pi(Distance::Absolute)),
    ] {
        table.row([plain(name), cell(value.map_or("none".into(), show), value)]);
    }
    sheet.table("measures", &table);
    Ok(())
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![cascades()?, treaties()?, germany_and_russia()?, twelve()?, burdens()?])
}

fn cascades() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("A call to twelve: how many act");
    let mut table =
        Table::new([left("each waits for", "case"), right("act", "acting")]);
    let chain: Vec<u32> = (0..12).collect();
    let mut broken = chain.clone();
    broken[1] = 2;
    let mut bold = broken.clone();
    bold[2] = 1;
    for (case, waits) in [
        ("0, 1, 2, 3 and so on to 11", chain),
        ("the second for 2 instead of 1", broken),
        ("then the third for 1 instead of 2", bold),
    ] {
        table.row([plain(case), plain(Call::of_heads(&waits)?.acting().len())]);
    }
    sheet.table("calls", &table);
    Ok(sheet)
}

fn treaties() -> Result<Sheet, InputError> {
    let (west, east) = (NATO_1956.len(), WARSAW_1956.len());
    let mut pledges = Pledges::new(west + east)?;
    pledges.sign(&(0..west).collect::<Vec<_>>(), "DXC".parse()?)?;
    let only_west = pledges.pairs_that_owe(Obligation::Defence);
    pledges.sign(&(west..west + east).collect::<Vec<_>>(), "DXC".parse()?)?;
    let both = pledges.pairs_that_owe(Obligation::Defence);
    let mut sheet = Sheet::headed("1956: two treaties");
    sheet.say(format!(
        "  {west} members and {only_west} pairs that owe each other defence; {east} and {}.",
        both - only_west
    ));
    sheet.field("pairs", [only_west, both - only_west]);
    Ok(sheet)
}

/// Table 6 of Signorino-Ritter-1999.
fn germany_and_russia() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Germany and Russia in 1914, among twenty states");
    let germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3];
    let russia = [0, 3, 1, 3, 0, 1];
    let padded = |levels: &[u8]| {
        let mut levels = levels.to_vec();
        levels.resize(20, 0);
        Portfolio::new(levels, 3)
    };
    alike(&mut sheet, &padded(&germany)?, &padded(&russia)?)?;
    Ok(sheet)
}

fn twelve() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Twelve allies: the chance that so many come");
    let mut table = Table::new([
        right("each keeps", "kept"),
        right("together", "together"),
        right("one or more", "one"),
        right("six or more", "six"),
        right("all twelve", "all"),
    ]);
    for (kept, together) in
        [(0.75, 0.0), (0.5, 0.0), (0.22, 0.0), (0.75, 0.5), (0.22, 0.5)]
    {
        let allies =
            Allies::new(12, Probability::new(kept)?, Share::new(together)?)?;
        let [one, six, all] = [1, 6, 12].map(|least| chance(allies.at_least(least)));
        table.row([number(kept), number(together), one, six, all]);
    }
    sheet.table("allies", &table);
    Ok(sheet)
}

fn burdens() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Who pays, when each alone would spend half");
    let mut table = Table::new([
        left("incomes", "incomes"),
        left("gifts", "gifts"),
        right("together", "total"),
        right("best", "optimum"),
    ]);
    let list = |values: &[f64]| {
        values.iter().map(|&value| show(value)).collect::<Vec<_>>().join(", ")
    };
    for incomes in [[10.0, 5.0, 1.0], [10.0, 9.0, 8.0], [9.0, 9.0, 9.0]] {
        let all = incomes.map(Amount::new).into_iter().collect::<Result<_, _>>()?;
        let burden = Burden::new(all, Taste::new(0.5)?)?;
        let nash = burden.equilibrium();
        table.row([
            cell(list(&incomes), incomes),
            cell(list(nash.gifts()), nash.gifts()),
            number(nash.total()),
            number(burden.optimum()),
        ]);
    }
    sheet.table("burdens", &table);
    Ok(sheet)
}
