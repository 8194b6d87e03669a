//! Peace: which pairs quarrel how often, and what a table can tell; with options, the
//! reader's own table, cells or dependence.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table as Rows, cell, counted, left, number, percent,
    plain, right, show,
};
use demarche::numbers::{Amount, Payoff, Probability, Size};
use demarche::peace::pairs::{self, TradeCell};
use demarche::peace::{Cell, Counts, Dependence, Fit, Rebels, Table, pooled_odds};
use serde::Serialize;

/// Which pairs of states quarrel how often, and what can a table of them tell? Without
/// options the demo shows what the chapter shows; with options it reads your table.
#[derive(Parser, Serialize)]
struct Options {
    /// A CSV file of cells: columns events and cases, and one for each feature; such as
    /// examples/data/peace.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// Two rates: events and cases without and with, such as 662,3118,491,1374
    #[arg(long, value_name = "E,C,E,C", value_delimiter = ',', num_args = 1)]
    table: Option<Vec<u32>>,
    /// What a state gains by open trade, loses cut off, and would win by war
    #[arg(
        long,
        value_name = "B,C,V",
        value_delimiter = ',',
        num_args = 1,
        allow_negative_numbers = true
    )]
    need: Option<Vec<Payoff>>,
}

fn main() -> ExitCode {
    common::run("peace", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(path) = &options.file {
        sheets.push(cells(path)?);
    }
    if let Some(given) = &options.table {
        let &[a, b, c, d] = given.as_slice() else {
            return Err(counted("--table", 4, given.len()));
        };
        let table = Table { without: Counts::new(a, b)?, with: Counts::new(c, d)? };
        let mut sheet = Sheet::headed("Two rates");
        rates(&mut sheet, &[("without", table.without), ("with", table.with)])?;
        let odds = table.odds_ratio();
        let told = odds.map_or("none".to_owned(), show);
        sheet.say(format!("  Odds ratio {told}."));
        sheet.field("odds_ratio", odds);
        sheets.push(sheet);
    }
    if let Some(given) = &options.need {
        let &[gain, cut_off, war] = given.as_slice() else {
            return Err(counted("--need", 3, given.len()));
        };
        let (gain, cut_off) =
            (Amount::new(gain.value())?, Amount::new(cut_off.value())?);
        sheets.push(need(&[Dependence { gain, cut_off, war }]));
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

/// Rates with their exact intervals.
fn rates(sheet: &mut Sheet, all: &[(&str, Counts)]) -> Result<(), InputError> {
    let mut table = Rows::new([
        left("", "name"),
        right("events", "events"),
        right("cases", "cases"),
        right("rate", "rate"),
        right("from", "low"),
        right("to", "high"),
    ]);
    for (name, counts) in all {
        let [low, high] = counts.interval(Probability::new(0.05)?);
        table.row([
            plain(*name),
            plain(counts.events()),
            plain(counts.cases()),
            percent(counts.rate().value(), 2),
            percent(low.value(), 2),
            percent(high.value(), 2),
        ]);
    }
    sheet.table("rates", &table);
    Ok(())
}

fn fit_rows(sheet: &mut Sheet, names: &[&str], fit: &Fit) {
    let mut table = Rows::new([
        left("", "feature"),
        right("effect", "effect"),
        right("error", "error"),
    ]);
    let effects =
        std::iter::once(fit.constant()).chain(fit.effects().iter().copied());
    let all = std::iter::once("constant").chain(names.iter().copied());
    for ((name, effect), error) in all.zip(effects).zip(fit.errors()) {
        table.row([plain(name), number(effect), number(*error)]);
    }
    sheet.table("effects", &table);
    sheet.say(format!(
        "  Deviance {} where about {} would be right.",
        show(fit.deviance()),
        fit.freedom()
    ));
    sheet.field("deviance", fit.deviance());
    sheet.field("freedom", fit.freedom());
}

fn cells(path: &Path) -> Result<Sheet, InputError> {
    let rows: Vec<BTreeMap<String, String>> = common::read_csv(path)?;
    let told = |at: usize, what: String| {
        InputError::new(format!("{}: row {}: {what}", path.display(), at + 1))
    };
    let mut all = Vec::new();
    let mut names = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let count = |key: &str| {
            let text = row.get(key).ok_or_else(|| {
                let form = common::form_shown();
                told(at, format!("expected a column {key}, found none{form}"))
            })?;
            text.trim().parse::<u32>().map_err(|_| {
                told(at, format!("expected a whole number of {key}, found {text:?}"))
            })
        };
        let counts = Counts::new(count("events")?, count("cases")?)
            .map_err(|error| told(at, error.to_string()))?;
        let features =
            row.iter().filter(|(key, _)| *key != "events" && *key != "cases");
        names = features.clone().map(|(key, _)| key.as_str()).collect();
        let features: Result<Vec<Payoff>, InputError> = features
            .map(|(key, text)| {
                text.parse().map_err(|error| told(at, format!("{key}: {error}")))
            })
            .collect();
        all.push(Cell { features: features?, counts });
    }
    let fit = Fit::of(&all)?;
    let mut sheet = Sheet::headed(format!("A logit of {} cells", all.len()));
    fit_rows(&mut sheet, &names, &fit);
    Ok(sheet)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let mut sheets = vec![trade()?];
    sheets.extend(one_effect()?);
    sheets.extend([memberships(), regimes()?, young()?, needs()?, help()?]);
    Ok(sheets)
}

/// Whether a cell is among those asked for.
type Holds = fn(&TradeCell) -> bool;

fn trade() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Disputes by trade: all pairs, neighbours, others");
    let all: [(&str, Holds); 3] = [
        ("all", |_| true),
        ("neighbours", |own| own.neighbours),
        ("others", |own| !own.neighbours),
    ];
    let of = |holds: Holds, much: bool| {
        let counts = pairs::where_trade(|own| holds(own) && own.much == much);
        counts.ok_or_else(|| InputError::new("expected some pairs"))
    };
    let mut table = Rows::new([
        left("", "pairs"),
        right("little trade", "little"),
        right("much trade", "much"),
        right("odds ratio", "odds_ratio"),
    ]);
    for (name, holds) in all {
        let (without, with) = (of(holds, false)?, of(holds, true)?);
        let odds = Table { without, with }.odds_ratio();
        table.row([
            plain(name),
            percent(without.rate().value(), 2),
            percent(with.rate().value(), 2),
            cell(odds.map_or("none".to_owned(), show), odds),
        ]);
    }
    sheet.table("trade", &table);
    Ok(sheet)
}

fn one_effect() -> Result<Vec<Sheet>, InputError> {
    let flag = |holds: bool| Payoff::new(f64::from(u8::from(holds)));
    let fit = |own_effects: bool| -> Result<Fit, InputError> {
        let mut cells = Vec::new();
        for own in pairs::TRADE {
            let mut features = vec![flag(own.neighbours)?, flag(own.democratic)?];
            if own_effects {
                features.push(flag(own.much && own.neighbours)?);
                features.push(flag(own.much && !own.neighbours)?);
            } else {
                features.push(flag(own.much)?);
            }
            cells.push(Cell { features, counts: own.counts });
        }
        Ok(Fit::of(&cells)?)
    };
    let mut sheet =
        Sheet::headed("A logit of the eight cells, one effect of trade for all");
    fit_rows(&mut sheet, &["neighbours", "democracies", "much trade"], &fit(false)?);
    let names =
        ["neighbours", "democracies", "trade of neighbours", "trade of others"];
    let mut own = Sheet::headed("The same with an effect of trade for each");
    fit_rows(&mut own, &names, &fit(true)?);
    Ok(vec![sheet, own])
}

fn memberships() -> Sheet {
    let mut sheet = Sheet::headed("Disputes by common memberships and last dispute");
    let mut table = Rows::new([
        left("", "years"),
        right("few", "few"),
        right("many", "many"),
        right("odds ratio", "odds_ratio"),
    ]);
    for (name, [without, with]) in pairs::MEMBERSHIPS_BY_YEARS {
        let odds = Table { without, with }.odds_ratio();
        table.row([
            plain(name),
            percent(without.rate().value(), 2),
            percent(with.rate().value(), 2),
            cell(odds.map_or("none".to_owned(), show), odds),
        ]);
    }
    sheet.table("memberships", &table);
    for (name, [without, with]) in
        ["others", "neighbours"].into_iter().zip(pairs::MEMBERSHIPS_BY_BORDER)
    {
        let odds = Table { without, with }.odds_ratio();
        sheet.say(format!(
            "  {name}, all years: odds ratio {}",
            odds.map_or("none".to_owned(), show)
        ));
    }
    sheet
}

fn regimes() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Disputes by regimes: neighbours");
    let [far, near] = pairs::REGIMES;
    rates(
        &mut sheet,
        &[("no democracy", near[0]), ("one", near[1]), ("two", near[2])],
    )?;
    let mixed = |[none, one, _]: [Counts; 3]| Table { without: none, with: one };
    let all = [mixed(far), mixed(near)];
    sheet.say(format!(
        "  One against none: {} for neighbours, {} for others, {} together.",
        all[1].odds_ratio().map_or("none".to_owned(), show),
        all[0].odds_ratio().map_or("none".to_owned(), show),
        pooled_odds(&all).map_or("none".to_owned(), show)
    ));
    sheet.field("pooled", pooled_odds(&all));
    Ok(sheet)
}

fn young() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Two democracies next door: both old, one young");
    let [old, young] = pairs::YOUNG[1];
    rates(&mut sheet, &[("old", old), ("young", young)])?;
    Ok(sheet)
}

fn need(all: &[Dependence]) -> Sheet {
    let mut sheet =
        Sheet::headed("From which expectation of open trade on there is peace");
    let mut table = Rows::new([
        right("gain", "gain"),
        right("cut off", "cut_off"),
        right("war", "war"),
        right("peace from", "threshold"),
    ]);
    for state in all {
        let threshold = state.threshold();
        let told = threshold.map_or("never".to_owned(), |open| show(open.value()));
        table.row([
            number(state.gain.value()),
            number(state.cut_off.value()),
            number(state.war.value()),
            cell(told, threshold),
        ]);
    }
    sheet.table("needs", &table);
    sheet
}

fn needs() -> Result<Sheet, InputError> {
    let mut all = Vec::new();
    for (gain, cut_off) in [(3.0, 2.0), (6.0, 2.0), (3.0, 4.0)] {
        all.push(Dependence {
            gain: Amount::new(gain)?,
            cut_off: Amount::new(cut_off)?,
            war: Payoff::new(0.0)?,
        });
    }
    Ok(need(&all))
}

fn help() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Who fights over a prize of 10 at a wage of 1");
    for (name, prize, wage) in [
        ("no help", 10.0, 1.0),
        ("wages up by a quarter", 10.0, 1.25),
        ("the prize up by a fifth", 12.0, 1.0),
        ("both", 12.0, 1.25),
    ] {
        let rebels = Rebels { prize: Amount::new(prize)?, wage: Size::new(wage)? };
        sheet.say(format!("  {name}: {}", show(rebels.fighters())));
        sheet.field(name, rebels.fighters());
    }
    Ok(sheet)
}
