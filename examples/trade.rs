//! Trade: who gains from open borders, what a war costs, and what a pact bears; with
//! options, the reader's own world.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, left, number, percent, plain, right,
    show,
};
use demarche::games::Dilemma;
use demarche::numbers::{Amount, Discount, Rate, Share, Size};
use demarche::trade::{
    Binding, Contact, Elasticity, Pact, Project, Suppliers, Tariff, TradeCost,
    World, best_tariff, steadiness, tariff_game, tariff_war,
};
use serde::{Deserialize, Serialize};

/// Who gains from open borders, and what do ties do to shocks? Without options the demo
/// shows what the chapter shows; with options it settles your world.
#[derive(Parser, Serialize)]
struct Options {
    /// How large the countries are, such as 10,6,4
    #[arg(
        long,
        value_name = "SIZES",
        value_delimiter = ',',
        conflicts_with = "file"
    )]
    sizes: Option<Vec<Size>>,
    /// What it costs to bring a good to another country (1.5 if not given)
    #[arg(long, value_name = "COST", requires = "sizes")]
    cost: Option<TradeCost>,
    /// How readily buyers turn from one good to another (5 if not given)
    #[arg(long, value_name = "SIGMA", requires = "sizes")]
    elasticity: Option<Elasticity>,
    /// The tariff of each country on all others, one for each
    #[arg(long, value_name = "TARIFFS", value_delimiter = ',', requires = "sizes")]
    tariffs: Option<Vec<Tariff>>,
    /// Two countries, counted from 1, that close their border; once for each pair
    #[arg(long, value_name = "A,B", requires = "sizes")]
    close: Vec<String>,
    /// A world from a TOML file, such as examples/data/trade.toml
    #[arg(long)]
    file: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    names: Option<Vec<String>>,
    world: World,
}

fn main() -> ExitCode {
    common::run("trade", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    if let Some(path) = &options.file {
        let file: File = common::read_toml(path)?;
        let (expected, found) =
            (file.world.countries(), file.names.as_ref().map(Vec::len));
        if found.is_some_and(|found| found != expected) {
            return Err(InputError::new(format!(
                "{}: expected {expected} names, found {}",
                path.display(),
                found.unwrap_or_default()
            )));
        }
        return Ok(vec![settled(&file.world, file.names)?].into());
    }
    match &options.sizes {
        Some(sizes) => Ok(vec![settled(&own(options, sizes)?, None)?].into()),
        None => Ok(chapter()?.into()),
    }
}

fn own(options: &Options, sizes: &[Size]) -> Result<World, InputError> {
    let cost = options.cost.map_or_else(|| TradeCost::new(1.5), Ok)?;
    let sigma = options.elasticity.map_or_else(|| Elasticity::new(5.0), Ok)?;
    let mut world = World::even(sizes, cost, sigma)?;
    if let Some(tariffs) = &options.tariffs {
        let (expected, found) = (sizes.len(), tariffs.len());
        if found != expected {
            let told =
                format!("--tariffs: expected {expected} tariffs, found {found}");
            return Err(InputError::new(told));
        }
        for (country, &tariff) in tariffs.iter().enumerate() {
            world = world.with_tariff_on_all(country, tariff)?;
        }
    }
    for pair in &options.close {
        let told = || {
            let most = sizes.len();
            InputError::new(format!(
                "--close: expected two countries from 1 to {most}, found {pair:?}"
            ))
        };
        let country = |text: &str| -> Option<usize> {
            text.trim().parse::<usize>().ok()?.checked_sub(1)
        };
        let (one, other) = pair.split_once(',').ok_or_else(told)?;
        let (Some(one), Some(other)) = (country(one), country(other)) else {
            return Err(told());
        };
        world =
            world.with_cost(one, other, TradeCost::CLOSED).map_err(|_| told())?;
    }
    Ok(world)
}

fn settled(world: &World, names: Option<Vec<String>>) -> Result<Sheet, InputError> {
    let count = world.countries();
    let names =
        names.unwrap_or_else(|| (1..=count).map(|k| k.to_string()).collect());
    let rest = world.settled()?;
    let mut sheet = Sheet::headed(format!("{count} countries at rest"));
    let mut table = Table::new([
        left("country", "country"),
        right("size", "size"),
        right("wage", "wage"),
        right("spent at home", "home"),
        right("lift by trade", "lift"),
    ]);
    for (country, name) in names.iter().enumerate() {
        table.row([
            plain(name.as_str()),
            number(world.size(country).value()),
            number(rest.wage(country)),
            percent(rest.share(country, country).value(), 2),
            percent(rest.lift(country), 2),
        ]);
    }
    sheet.table("countries", &table);
    Ok(sheet)
}

/// The chapter's world: ten, six and four of labour.
fn three() -> Result<World, InputError> {
    let sizes = [Size::new(10.0)?, Size::new(6.0)?, Size::new(4.0)?];
    Ok(World::even(&sizes, TradeCost::new(1.5)?, Elasticity::new(5.0)?)?)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![
        settled(&three()?, None)?,
        experiments()?,
        pact()?,
        risks()?,
        investment()?,
        learning()?,
    ])
}

fn experiments() -> Result<Sheet, InputError> {
    let world = three()?;
    let mut sheet = Sheet::headed("What each can buy then, beside free trade");
    let mut table = Table::new([
        left("", "change"),
        right("1", "first"),
        right("2", "second"),
        right("3", "third"),
    ]);
    let before = world.settled()?;
    let war = tariff_war(&world)?;
    let free = |world: &World, a, b| {
        world.with_tariff(a, b, Tariff::FREE)?.with_tariff(b, a, Tariff::FREE)
    };
    for (name, changed) in [
        ("1 and 2 close their border", world.with_cost(0, 1, TradeCost::CLOSED)?),
        ("1 alone takes its best tariff", {
            world.with_tariff_on_all(0, best_tariff(&world, 0)?)?
        }),
        ("all do, each against the others", war.clone()),
        ("then 1 and 2 agree on none", free(&war, 0, 1)?),
    ] {
        let after = changed.settled()?;
        let change = |k| percent(after.welfare(k) / before.welfare(k) - 1.0, 2);
        table.row([plain(name), change(0), change(1), change(2)]);
    }
    sheet.table("changes", &table);
    Ok(sheet)
}

fn pact() -> Result<Sheet, InputError> {
    let sizes = [Size::new(1.0)?; 2];
    let world = World::even(&sizes, TradeCost::NONE, Elasticity::new(5.0)?)?;
    let game = tariff_game(&world, Tariff::new(0.3)?)?;
    let dilemma = Dilemma::new(game)?;
    let mut sheet = Sheet::headed(
        "Two equals with tariffs of 0.3: how large a shock a pact bears",
    );
    sheet.say(format!("  The game: {game:.3}"));
    sheet.field("game", game);
    let mut table = Table::new([
        right("patience δ", "patience"),
        right("largest", "largest_shock"),
    ]);
    for patience in [0.5, 0.55, 0.6, 0.7, 0.9] {
        let pact = Pact { game: dilemma, patience: Discount::new(patience)? };
        let largest = pact.largest_shock();
        let told = largest.map_or("no pact".to_owned(), |shock| show(shock.value()));
        table.row([number(patience), cell(told, largest)]);
    }
    sheet.table("shocks", &table);
    let least = dilemma.grim_patience().map_or(f64::NAN, Discount::value);
    sheet.say(format!("  It holds from δ = {} on.", show(least)));
    Ok(sheet)
}

fn risks() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Costs of trade that swing by a tenth: each one's swing");
    let mut table = Table::new([
        left("", "ties"),
        right("1", "first"),
        right("2", "second"),
        right("3", "third"),
    ]);
    let tied = |i, j| if (i, j) == (0, 2) { 0.05 } else { 0.1 };
    let world = three()?;
    for (name, swings) in [
        ("no ties", steadiness(&world, |_, _| 0.1)?),
        ("1 and 3 tied", steadiness(&world, tied)?),
    ] {
        let swing = |k: usize| percent(swings[k], 2);
        table.row([plain(name), swing(0), swing(1), swing(2)]);
    }
    sheet.table("swings", &table);
    let suppliers = |count| -> Result<f64, InputError> {
        Ok(Suppliers::new(count, Share::new(0.2)?, Share::new(0.3)?)?.swing())
    };
    sheet.say(format!(
        "  Suppliers that swing by 0.2, three tenths of it together: one {}, five {}, a",
        show(suppliers(1)?),
        show(suppliers(5)?)
    ));
    sheet.say(format!("  thousand {}.", show(suppliers(1000)?)));
    let binding = Binding { most: Share::new(0.5)?, bound: Share::new(0.1)? };
    sheet.say(format!(
        "  A tariff from 0 to 0.5, bound at 0.1: {} on average, swing {}.",
        show(binding.mean()),
        show(binding.swing())
    ));
    sheet.field("binding", binding);
    Ok(sheet)
}

fn investment() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("A project that yields 1, at δ = 0.8, and can be seized");
    let mut table = Table::new([
        right("penalty", "penalty"),
        right("host's least share", "least_share"),
        right("largest investment", "largest_investment"),
    ]);
    for penalty in [0.0, 0.5, 1.0] {
        let project = Project::new(
            Amount::new(1.0)?,
            Discount::new(0.8)?,
            Amount::new(penalty)?,
        )?;
        table.row([
            number(penalty),
            number(project.least_share().value()),
            number(project.largest_investment().value()),
        ]);
    }
    sheet.table("projects", &table);
    Ok(sheet)
}

fn learning() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Catching up with a leader that grows by 2% a year");
    let mut table = Table::new([
        right("in contact", "contact"),
        right("level", "level"),
        right("growth there", "growth"),
    ]);
    for contact in [0.0, 0.5, 1.0] {
        let follower = Contact {
            learning: Rate::new(0.08)?,
            contact: Share::new(contact)?,
            lead: Rate::new(0.02)?,
        };
        let level = follower.level();
        table.row([
            number(contact),
            number(level.value()),
            percent(follower.growth(level), 2),
        ]);
    }
    sheet.table("followers", &table);
    Ok(sheet)
}
