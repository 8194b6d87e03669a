//! Polarity: who is a power, how many there are, and what that does; with options, the
//! reader's own shares or table of capabilities.

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, left, number, percent, plain, right,
    show,
};
use demarche::numbers::{Amount, Share, Time};
use demarche::polarity::{
    Components, GREAT_POWER_WARS, Index, Part, Polarity, PoleRule, Shares, Spell,
    cinc, gap_by_chance, ginc, majority_game, majors, minimal_winning,
    quiet_by_chance, spells,
};
use demarche::voting::Tally;
use serde::{Deserialize, Serialize};

/// Who is a power, how many are there, and what does that do? Without options the demo
/// shows what the chapter shows; with options it reads your shares, your table, or a year
/// from 1816 to 2022.
#[derive(Parser, Serialize)]
struct Options {
    /// What each power has, in any one unit, such as 40,30,20,10
    #[arg(
        long,
        value_name = "AMOUNTS",
        value_delimiter = ',',
        group = "case",
        conflicts_with = "year"
    )]
    shares: Option<Vec<Amount>>,
    /// A CSV file of capabilities with the columns of the Correlates of War: state or
    /// ccode, year, milex, milper, irst, pec, tpop, upop; such as
    /// examples/data/polarity.csv
    #[arg(long, group = "case")]
    file: Option<PathBuf>,
    /// A year: of the file, or of the great powers from 1816 to 2022
    #[arg(long)]
    year: Option<i32>,
    /// By what the great powers of the year are measured: capability or spending
    #[arg(long, requires = "year", conflicts_with = "case")]
    index: Option<Index>,
    /// From which share on one power is the only pole (0.5 if not given)
    #[arg(long, value_name = "SHARE")]
    unipole: Option<Share>,
    /// From which share on two powers are the poles (0.25 if not given)
    #[arg(long, value_name = "SHARE")]
    pole: Option<Share>,
    /// From which share on one of many is a pole (0.05 if not given)
    #[arg(long, value_name = "SHARE")]
    floor: Option<Share>,
}

/// A row of a table of capabilities. Other columns may stand there too; an empty cell, NA
/// and −9 are not known.
#[derive(Deserialize)]
struct Row {
    #[serde(alias = "ccode", alias = "stateabb", alias = "statenme")]
    state: String,
    year: i32,
    milex: Known,
    milper: Known,
    irst: Known,
    pec: Known,
    tpop: Known,
    upop: Known,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Known(Option<Amount>);

impl TryFrom<String> for Known {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.trim() {
            "" | "NA" | "-9" => Ok(Self(None)),
            amount => {
                let amount = amount.parse();
                amount.map(|x| Self(Some(x))).map_err(|error| error.to_string())
            }
        }
    }
}

impl Row {
    fn components(&self) -> Components {
        let all =
            [self.milex, self.milper, self.irst, self.pec, self.tpop, self.upop];
        let parts = Part::ALL.into_iter().zip(all);
        parts.fold(Components::NONE, |state, (part, known)| match known.0 {
            Some(amount) => state.with(part, amount),
            None => state,
        })
    }
}

fn main() -> ExitCode {
    common::run("polarity", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let customary = [0.5, 0.25, 0.05].map(Share::new);
    let [unipole, pole, floor] = customary;
    let or = |given: Option<Share>, customary: Result<Share, _>| {
        given.map_or(customary, Ok)
    };
    let rule = PoleRule::new(
        or(options.unipole, unipole)?,
        or(options.pole, pole)?,
        or(options.floor, floor)?,
    )?;
    if let Some(amounts) = &options.shares {
        let names: Vec<String> =
            (1..=amounts.len()).map(|k| format!("power {k}")).collect();
        let shares = Shares::of(amounts)?;
        return Ok(vec![powers("Your powers", &names, &shares, &rule)?].into());
    }
    if let Some(path) = &options.file {
        return Ok(vec![table(path, options.year, &rule)?].into());
    }
    if let Some(year) = options.year {
        let index = options.index.unwrap_or(Index::Capability);
        let Some(majors) = majors(year, index) else {
            let told = format!("--year: expected 1816 to 2022, found {year}");
            return Err(InputError::new(told));
        };
        let names: Vec<String> =
            majors.powers.iter().map(ToString::to_string).collect();
        let heading = format!("The great powers of {year} by {index}");
        return Ok(vec![powers(&heading, &names, &majors.shares, &rule)?].into());
    }
    Ok(chapter(&rule)?.into())
}

/// Shares, power and label.
fn powers(
    heading: &str,
    names: &[String],
    shares: &Shares,
    rule: &PoleRule,
) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(heading);
    let tally = Tally::of(&majority_game(shares)?)?;
    let mut table = Table::new([
        left("", "power"),
        right("share", "share"),
        right("decisive", "decisive"),
    ]);
    for ((name, share), decisive) in
        names.iter().zip(shares.values()).zip(tally.shapley_shubik())
    {
        let value = demarche::exact::decimal(&decisive);
        table.row([
            plain(name.as_str()),
            percent(*share, 1),
            cell(&decisive, value),
        ]);
    }
    sheet.table("powers", &table);
    measures(&mut sheet, shares);
    if let Ok(ways) = minimal_winning(shares) {
        sheet.say(format!("  Least coalitions with more than half: {ways}."));
        sheet.field("minimal_winning", ways);
    }
    label(&mut sheet, names, shares, rule);
    Ok(sheet)
}

fn measures(sheet: &mut Sheet, shares: &Shares) {
    let concentration = shares.concentration();
    sheet.say(format!(
        "  Concentration {}; as even as {} equals.",
        concentration.map_or("none".to_owned(), show),
        show(shares.effective_number())
    ));
    sheet.field("concentration", concentration);
    sheet.field("effective_number", shares.effective_number());
}

fn label(sheet: &mut Sheet, names: &[String], shares: &Shares, rule: &PoleRule) {
    let reading = rule.read(shares);
    let poles: Vec<&str> =
        reading.poles.iter().map(|k| names[*k].as_str()).collect();
    sheet.say(format!(
        "  The rule says {}: {}.",
        reading.polarity,
        poles.join(", ")
    ));
    sheet.field("polarity", reading.polarity);
    sheet.field("poles", poles);
}

fn table(
    path: &Path,
    year: Option<i32>,
    rule: &PoleRule,
) -> Result<Sheet, InputError> {
    let rows: Vec<Row> = common::read_csv(path)?;
    let told = |what: String| InputError::new(format!("{}: {what}", path.display()));
    let last = rows.iter().map(|row| row.year).max();
    let Some(year) = year.or(last) else {
        return Err(told("expected rows below the header, found none".to_owned()));
    };
    let rows: Vec<Row> = rows.into_iter().filter(|row| row.year == year).collect();
    if rows.is_empty() {
        return Err(told(format!("expected rows of {year}, found none")));
    }
    let states: Vec<Components> = rows.iter().map(Row::components).collect();
    let (index, geometric) = (cinc(&states), ginc(&states));
    let amounts: Result<Vec<Amount>, _> =
        index.iter().map(|&x| Amount::new(x)).collect();
    let shares = Shares::of(&amounts?)?;
    let mut sheet = Sheet::headed(format!("{} states in {year}", rows.len()));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| index[*b].total_cmp(&index[*a]));
    let mut table = Table::new([
        left("", "state"),
        right("CINC", "cinc"),
        right("geometric", "ginc"),
    ]);
    for &k in order.iter().take(20) {
        let told = geometric[k].map_or("none".to_owned(), |x| format!("{x:.4}"));
        table.row([
            plain(rows[k].state.as_str()),
            cell(format!("{:.4}", index[k]), index[k]),
            cell(told, geometric[k]),
        ]);
    }
    sheet.table("states", &table);
    if rows.len() > 20 {
        sheet.say(format!("  The first 20 of {}.", rows.len()));
    }
    sheet.say(format!("  All together {:.4}.", index.iter().sum::<f64>()));
    measures(&mut sheet, &shares);
    let names: Vec<String> = rows.iter().map(|row| row.state.clone()).collect();
    label(&mut sheet, &names, &shares, rule);
    Ok(sheet)
}

/// What the chapter shows.
fn chapter(rule: &PoleRule) -> Result<Vec<Sheet>, InputError> {
    let of = |year| -> Result<Sheet, InputError> {
        let majors = majors(year, Index::Capability).ok_or_else(|| {
            InputError::new(format!("expected 1816 to 2022, found {year}"))
        })?;
        let names: Vec<String> =
            majors.powers.iter().map(ToString::to_string).collect();
        powers(&format!("The great powers of {year}"), &names, &majors.shares, rule)
    };
    Ok(vec![third_state()?, of(1816)?, of(1980)?, labels(rule), quiet()?])
}

fn third_state() -> Result<Sheet, InputError> {
    let state = |steel: f64, energy: f64| -> Result<Components, InputError> {
        let state = Components::NONE.with(Part::Steel, Amount::new(steel)?);
        Ok(state.with(Part::Energy, Amount::new(energy)?))
    };
    let three = [state(10.0, 1.0)?, state(4.0, 4.0)?, state(0.0, 45.0)?];
    let mut sheet =
        Sheet::headed("A has 10 and 1, B 4 and 4; then C joins with 0 and 45");
    let mut table = Table::new([
        left("CINC", "states"),
        right("A", "a"),
        right("B", "b"),
        right("C", "c"),
    ]);
    for (name, states) in [("A and B", &three[..2]), ("A, B and C", &three[..])] {
        let index = cinc(states);
        let told = |k: usize| {
            let index = index.get(k).copied();
            cell(index.map_or("-".to_owned(), |x| format!("{x:.4}")), index)
        };
        table.row([plain(name), told(0), told(1), told(2)]);
    }
    sheet.table("indices", &table);
    Ok(sheet)
}

fn labels(rule: &PoleRule) -> Sheet {
    let mut sheet = Sheet::headed("Disputes among great powers, 1816 to 2010");
    let mut table = Table::new([
        left("by", "index"),
        left("the rule says", "polarity"),
        right("pair-years", "pair_years"),
        right("disputes", "disputes"),
        right("rate", "rate"),
        right("wars", "wars"),
    ]);
    for index in Index::ALL {
        let all = spells(rule, index);
        for polarity in Polarity::ALL {
            let under = || all.iter().filter(|spell| spell.polarity == polarity);
            let pair_years: u32 = under().map(|spell| spell.pair_years).sum();
            let disputes: u32 = under().map(|spell| spell.disputes).sum();
            let wars: usize = under().map(Spell::wars).sum();
            let rate = (pair_years > 0)
                .then(|| f64::from(disputes) / f64::from(pair_years));
            let told = rate
                .map_or("none".to_owned(), |rate| format!("{:.2}%", 100.0 * rate));
            table.row([
                plain(index),
                plain(polarity),
                number(pair_years.into()),
                plain(disputes),
                cell(told, rate),
                plain(wars),
            ]);
        }
    }
    sheet.table("labels", &table);
    let all = spells(rule, Index::Capability);
    for (first, words) in
        [(1816, "1816 to 1918"), (1949, "1949 to 1990"), (1992, "1992 to 2010")]
    {
        if let Some(spell) = all.iter().find(|spell| spell.first == first) {
            sheet.say(format!(
                "  {words}: {} of {}, {:.2}%.",
                spell.disputes,
                spell.pair_years,
                100.0 * spell.rate().unwrap_or(0.0)
            ));
        }
    }
    sheet.field("spells", all);
    sheet
}

fn quiet() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Ten wars between great powers in 195 years");
    let span = Time::new(195.0)?;
    let quiet = quiet_by_chance(10, Time::new(37.0)?, span)?.value();
    let gap = gap_by_chance(10, Time::new(57.0)?, span)?.value();
    sheet.say(format!("  They began in {GREAT_POWER_WARS:?}."));
    sheet.say(format!(
        "  None from 1816 to 1852: by chance {:.1} times in 100.",
        100.0 * quiet
    ));
    sheet.say(format!(
        "  A quiet of 57 years somewhere, as from 1954: by chance {:.1} times in 100.",
        100.0 * gap
    ));
    sheet.field("wars", GREAT_POWER_WARS);
    sheet.field("quiet", quiet);
    sheet.field("gap", gap);
    Ok(sheet)
}
