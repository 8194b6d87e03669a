//! Climate: which treaties hold, what money and tariffs do, what each does for itself;
//! with options, the reader's own treaty, countries or club.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, counted, left, number, percent, plain,
    read_csv, right, show,
};
use demarche::climate::{
    Adaptation, Club, Coalition, Country, Pact, Timing, Unlike, herd_threshold,
};
use demarche::crisis::weakest_link;
use demarche::numbers::{Amount, Probability, Rate, Share, Size};
use serde::{Deserialize, Serialize};

/// Which treaties about the climate hold? Without options the demo shows what the
/// chapter shows; with options it reads your countries or your club.
#[derive(Parser, Serialize)]
struct Options {
    /// What abating costs beside what it brings, for like countries
    #[arg(long, value_name = "STAKES")]
    stakes: Option<Size>,
    /// How many like countries there are (10 if not given)
    #[arg(long, value_name = "COUNT", requires = "stakes")]
    countries: Option<u32>,
    /// All decide at once, where members would otherwise move first
    #[arg(long, requires = "stakes")]
    together: bool,
    /// A CSV file of unlike countries: columns `country`, `benefit`, `cost`; such as
    /// examples/data/climate.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// A club of ten: its price on carbon and its tariff
    #[arg(long, value_name = "PRICE,TARIFF", value_delimiter = ',', num_args = 1)]
    club: Option<Vec<f64>>,
}

fn main() -> ExitCode {
    common::run("climate", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(stakes) = options.stakes {
        let pact = Pact::new(options.countries.unwrap_or(10), stakes)?;
        let timing =
            if options.together { Timing::Together } else { Timing::Leader };
        sheets.push(sizes(pact, timing));
    }
    if let Some(path) = &options.file {
        let rows: Vec<Row> = read_csv(path)?;
        let told = |error| InputError::new(format!("{}: {error}", path.display()));
        let names: Vec<String> =
            rows.iter().map(|row| row.country.clone()).collect();
        let countries = rows
            .iter()
            .map(|row| Country { benefit: row.benefit, cost: row.cost })
            .collect();
        sheets.push(unlike(&names, &Unlike::new(countries).map_err(told)?));
    }
    if let Some(given) = &options.club {
        let &[price, tariff] = given.as_slice() else {
            return Err(counted("--club", 2, given.len()));
        };
        sheets.push(clubs(&[Amount::new(price)?], Share::new(tariff)?));
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

#[derive(Deserialize)]
struct Row {
    country: String,
    benefit: Size,
    cost: Size,
}

/// Sizes as prose has them: 0, 4 and 10.
fn listed(sizes: &[u32]) -> String {
    let all: Vec<String> = sizes.iter().map(u32::to_string).collect();
    match all.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn sizes(pact: Pact, timing: Timing) -> Sheet {
    let mut sheet = Sheet::headed(format!(
        "A treaty of {} countries, stakes {}, {}",
        pact.countries(),
        show(pact.stakes().value()),
        timing.name()
    ));
    let stable = pact.stable(timing);
    let mut table = Table::new([
        right("members", "members"),
        right("each abates", "member_abates"),
        right("others", "outsider_abates"),
        right("a member has", "member_gains"),
        right("outsider", "outsider_gains"),
        right("together", "total"),
        left("", "stable"),
    ]);
    let shown = |k: u32| {
        k <= 10
            || k == pact.countries()
            || stable.iter().any(|&s| k.abs_diff(s) <= 1)
    };
    let told = |x: Option<f64>, decimals: usize| {
        cell(x.map_or("–".to_owned(), |x| format!("{x:.decimals$}")), x)
    };
    for k in (0..=pact.countries()).filter(|&k| shown(k)) {
        let outcome = pact.outcome(k, timing);
        let holds = stable.contains(&k);
        table.row([
            plain(k),
            told(outcome.member_abates, 2),
            told(outcome.outsider_abates, 2),
            told(outcome.member_gains, 1),
            told(outcome.outsider_gains, 1),
            told(Some(outcome.total), 1),
            cell(if holds { "stable" } else { "" }, holds),
        ]);
    }
    sheet.table("sizes", &table);
    sheet
}

fn unlike(names: &[String], world: &Unlike) -> Sheet {
    let mut sheet = Sheet::headed(format!("{} unlike countries", names.len()));
    let told = |members: &[usize]| {
        members.iter().map(|&at| &*names[at]).collect::<Vec<_>>().join(", ")
    };
    let alone = world.gains(&[]);
    sheet.say(format!(
        "  Nobody signs: all have {} together.",
        show(alone.iter().sum())
    ));
    let stable = world.stable();
    if stable.is_empty() {
        sheet.say("  Without money no coalition of two or more holds.");
    }
    for coalition in stable.iter().take(12) {
        sheet.say(format!(
            "  Without money: {} hold together, all have {}.",
            told(&coalition.members),
            show(coalition.all_gain)
        ));
    }
    if stable.len() > 12 {
        sheet.say(format!("  … and {} more.", stable.len() - 12));
    }
    let best: Coalition = world.best_with_transfers();
    sheet.say(format!(
        "  With money: {} can be held, all have {}, {} to spare.",
        told(&best.members),
        show(best.all_gain),
        show(best.surplus)
    ));
    let mut table = Table::new([
        left("member", "name"),
        right("alone", "alone"),
        right("inside", "inside"),
        right("is paid", "paid"),
    ]);
    let inside = world.gains(&best.members);
    for (at, paid) in world.transfers(&best.members) {
        table.row([
            plain(names[at].clone()),
            number(alone[at]),
            number(inside[at]),
            number(paid),
        ]);
    }
    sheet.table("members", &table);
    sheet.field("stable", &stable);
    sheet.field("best", &best);
    sheet
}

fn clubs(prices: &[Amount], tariff: Share) -> Sheet {
    let club = Club::EXAMPLE;
    let mut sheet = Sheet::headed(format!(
        "A club of ten with a tariff of {:.1}%",
        100.0 * tariff.value()
    ));
    let mut table = Table::new([
        right("price", "price"),
        right("costs a member", "cost"),
        right("holds from a tariff of", "least_tariff"),
        right("grows from", "critical_mass"),
        left("stable", "stable"),
    ]);
    for &price in prices {
        let least = club.least_tariff(price).map(Share::value);
        let mass = club.critical_mass(price, tariff);
        let stable = club.stable(price, tariff);
        table.row([
            number(price.value()),
            number(club.cost_of_joining(price)),
            least.map_or_else(
                || cell("none", None::<f64>),
                |least| percent(least, 3),
            ),
            cell(mass.map_or("–".to_owned(), show), mass),
            cell(listed(&stable), stable),
        ]);
    }
    sheet.table("prices", &table);
    sheet
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let size = Size::new;
    let names = ["Large", "Small", "Other small"].map(str::to_owned);
    let three = Unlike::of(&[(4.0, 2.0), (1.0, 0.5), (1.0, 0.5)])?;
    let prices = [12.5, 25.0, 50.0, 100.0].map(Amount::new);
    let prices: Result<Vec<Amount>, _> = prices.into_iter().collect();
    Ok(vec![
        sizes(Pact::new(10, size(0.25)?)?, Timing::Leader),
        by_stakes()?,
        unlike(&names, &three),
        clubs(&prices?, Share::new(0.03)?),
        adapting()?,
        contained()?,
    ])
}

fn by_stakes() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("How large a treaty holds, ten countries");
    let mut table = Table::new([
        right("stakes", "stakes"),
        left("members first", "leader"),
        left("all at once", "together"),
        right("gap", "gap"),
        right("closed", "closed"),
    ]);
    for stakes in [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0] {
        let pact = Pact::new(10, Size::new(stakes)?)?;
        let stable = pact.stable(Timing::Leader);
        let together = pact.stable(Timing::Together);
        let largest = stable.iter().copied().max().unwrap_or(0);
        let all = |k| pact.outcome(k, Timing::Leader).all_gain;
        table.row([
            number(stakes),
            cell(listed(&stable), &stable),
            cell(listed(&together), &together),
            percent(all(10) / all(0) - 1.0, 2),
            percent(pact.gap_closed(largest, Timing::Leader), 1),
        ]);
    }
    sheet.table("stakes", &table);
    Ok(sheet)
}

fn adapting() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Adapting, and what it does to a treaty of ten");
    for (name, spill) in [("a wall of one's own", 0.0), ("a dam upstream", 2.0)] {
        let adapting = Adaptation {
            damage: Amount::new(3.0)?,
            cost: Size::new(5.0)?,
            spill: Amount::new(spill)?,
        };
        sheet.say(format!(
            "  {name}: each {}, all together would {}",
            show(adapting.own().value()),
            show(adapting.joint().value())
        ));
    }
    let pact = Pact::new(10, Size::new(0.05)?)?;
    for part in [0.0, 0.5, 0.8, 0.9] {
        let adapted = pact.adapted(Share::new(part)?)?;
        let largest = adapted.stable(Timing::Leader).into_iter().max().unwrap_or(0);
        let total = adapted.outcome(largest, Timing::Leader).total;
        sheet.say(format!(
            "  adapted by {part}: a treaty of {largest} holds, and abates {} of 100",
            show(total)
        ));
        sheet.field(&format!("adapted_{part}"), largest);
    }
    Ok(sheet)
}

fn contained() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Ten gates");
    let careful = Probability::new(0.99)?;
    let mut gates = [careful; 10];
    let all = weakest_link(&gates).value();
    sheet.say(format!("  ten at 0.99: {}", show(all)));
    gates[0] = Probability::new(0.5)?;
    let one = weakest_link(&gates).value();
    sheet.say(format!("  one of them at 0.5: {}", show(one)));
    for infects in [5.0, 15.0] {
        let part = herd_threshold(Rate::new(infects)?).value();
        sheet.say(format!(
            "  a disease of which each case infects {}: {} must be immune",
            show(infects),
            show(part)
        ));
    }
    sheet.field("careful", all);
    sheet.field("one_careless", one);
    Ok(sheet)
}
