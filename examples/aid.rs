//! Aid: how much arrives, how soon, how fairly, whose friend carries it; with options,
//! the reader's own network.

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, exact, left, number, percent, plain,
    right, show,
};
use demarche::aid::{
    Access, Convoys, Limit, Load, Network, Part, Road, Toll, decimal,
};
use demarche::numbers::{Amount, Probability, Size};
use serde::{Deserialize, Serialize};

/// How much aid gets through a network, how soon, and who gets how much? Without options
/// the demo shows what the chapter shows; with options it reads your network.
#[derive(Parser, Serialize)]
struct Options {
    /// A CSV file of roads: columns `from`, `to`, `per_day`, `days`; from "stock" and to
    /// "need" for what there is and what is needed; such as examples/data/aid.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// A place that lets nothing through; may be given again
    #[arg(long, value_name = "PLACE", requires = "file")]
    close: Vec<String>,
    /// Where a load sets out
    #[arg(long, value_name = "PLACE", requires_all = ["file", "to"])]
    from: Option<String>,
    /// Where it goes
    #[arg(long, value_name = "PLACE", requires = "from")]
    to: Option<String>,
    /// How large it is (100 if not given)
    #[arg(long, value_name = "UNITS", requires = "from")]
    load: Option<u64>,
}

fn main() -> ExitCode {
    common::run("aid", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let Some(path) = &options.file else { return Ok(chapter()?.into()) };
    let mut named = read(path)?;
    for place in &options.close {
        let place = named.find(place)?;
        named.network = named.network.without(place);
    }
    let mut sheets = Vec::new();
    if !named.network.needs().is_empty() {
        sheets.push(delivered(&named));
        sheets.push(rules(&named));
    }
    if let (Some(from), Some(to)) = (&options.from, &options.to) {
        let convoys = named.network.convoys(named.find(from)?, named.find(to)?)?;
        sheets.push(soon(
            &format!("From {from} to {to}"),
            &convoys,
            &[options.load.unwrap_or(100)],
        ));
    }
    if sheets.is_empty() {
        return Err(InputError::new(
            "expected a row to \"need\", or --from and --to, found neither",
        ));
    }
    Ok(sheets.into())
}

/// A network whose places have names.
struct Named {
    names: Vec<String>,
    network: Network,
}

impl Named {
    fn find(&self, name: &str) -> Result<usize, InputError> {
        let known = |place: &String| place.eq_ignore_ascii_case(name.trim());
        self.names.iter().position(known).ok_or_else(|| {
            let mut shown: Vec<&str> =
                self.names.iter().take(12).map(String::as_str).collect();
            if self.names.len() > 12 {
                shown.push("…");
            }
            InputError::new(format!(
                "expected one of the places ({}), found {name:?}",
                shown.join(", ")
            ))
        })
    }

    fn limit(&self, limit: Limit) -> String {
        let network = &self.network;
        match limit {
            Limit::Stock(at) => {
                format!("the stock of {}", self.names[network.stocks()[at].place])
            }
            Limit::Road(at) => {
                let road = network.roads()[at];
                format!("{} to {}", self.names[road.from], self.names[road.to])
            }
            Limit::Need(at) => {
                format!("the need of {}", self.names[network.needs()[at].place])
            }
        }
    }
}

#[derive(Deserialize)]
struct Row {
    from: String,
    to: String,
    per_day: u64,
    #[serde(default)]
    days: Option<u32>,
}

fn read(path: &Path) -> Result<Named, InputError> {
    let rows: Vec<Row> = common::read_csv(path)?;
    let mut names: Vec<String> = Vec::new();
    let mut numbers = std::collections::HashMap::new();
    let (mut roads, mut stocks, mut needs) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let mut place = |name: &str| {
            let name = name.trim().to_owned();
            *numbers.entry(name.clone()).or_insert_with(|| {
                names.push(name);
                names.len() - 1
            })
        };
        let per_day = row.per_day;
        match (row.from.trim(), row.to.trim()) {
            ("stock", "need") => {
                return Err(InputError::new(format!(
                    "{}: expected places between stock and need, found none",
                    path.display()
                )));
            }
            ("stock", to) => stocks.push(Load { place: place(to), per_day }),
            (from, "need") => needs.push(Load { place: place(from), per_day }),
            (from, to) => roads.push(Road {
                from: place(from),
                to: place(to),
                per_day,
                days: row.days.unwrap_or(0),
            }),
        }
    }
    let network = Network::new(names.len(), roads, stocks, needs)
        .map_err(|error| InputError::new(format!("{}: {error}", path.display())))?;
    Ok(Named { names, network })
}

fn delivered(named: &Named) -> Sheet {
    let mut sheet = Sheet::headed("How much gets through");
    let network = &named.network;
    let delivery = network.delivery();
    let needed: u64 = network.needs().iter().map(|need| need.per_day).sum();
    sheet.say(format!("  {} of {needed} a day", delivery.total));
    let cut: Vec<String> =
        delivery.cut.iter().map(|&limit| named.limit(limit)).collect();
    sheet.say("  In the way:");
    for limit in &cut {
        sheet.say(format!("    {limit}"));
    }
    sheet.field("total", delivery.total);
    sheet.field("needed", needed);
    sheet.field("cut", cut);
    // For a large network that is a flow for each road.
    if network.roads().len() <= 100 {
        let mut table = Table::new([
            left("road", "road"),
            right("carries", "carries"),
            right("of", "per_day"),
            right("if closed", "left"),
        ]);
        let worth = network.worth_of_each();
        for (at, road) in network.roads().iter().enumerate() {
            table.row([
                plain(named.limit(Limit::Road(at))),
                plain(delivery.by_road[at]),
                plain(road.per_day),
                plain(delivery.total - worth[at]),
            ]);
        }
        sheet.table("roads", &table);
    }
    sheet
}

fn part(part: Part) -> common::Cell {
    let value = decimal(part);
    let told = if *part.denom() == 1 {
        part.to_string()
    } else {
        format!("{part} = {}", show(value))
    };
    cell(told, exact(part, value))
}

fn rules(named: &Named) -> Sheet {
    let mut sheet = Sheet::headed("Who gets which part of its need");
    let network = &named.network;
    let delivery = network.delivery();
    let (equal, fairest) = (network.equal(), network.fairest());
    let mut table = Table::new([
        left("need", "place"),
        right("a day", "per_day"),
        right("most", "most"),
        right("fairest", "fairest"),
        right("equal", "equal"),
    ]);
    let mut totals = [0.0; 2];
    for (at, need) in network.needs().iter().enumerate() {
        let most = Part::new(delivery.by_need[at].into(), need.per_day.into());
        totals[0] += decimal(fairest[at]) * need.per_day as f64;
        totals[1] += decimal(equal) * need.per_day as f64;
        table.row([
            plain(named.names[need.place].clone()),
            plain(need.per_day),
            part(most),
            part(fairest[at]),
            part(equal),
        ]);
    }
    sheet.table("needs", &table);
    sheet.say(format!(
        "  In all {} a day, {} and {}.",
        delivery.total,
        show(totals[0]),
        show(totals[1])
    ));
    sheet.field("fairest_total", totals[0]);
    sheet.field("equal_total", totals[1]);
    sheet
}

fn soon(heading: &str, convoys: &Convoys, loads: &[u64]) -> Sheet {
    let mut sheet = Sheet::headed(heading);
    for stage in convoys.stages() {
        sheet.say(format!(
            "  {} a day on a way of {} days",
            stage.per_day, stage.days
        ));
    }
    sheet.field("stages", convoys.stages());
    let mut table = Table::new([right("load", "load"), right("days", "days")]);
    for &load in loads {
        let days = convoys.quickest(load);
        table.row([
            plain(load),
            days.map_or_else(|| cell("never", None::<f64>), part),
        ]);
    }
    sheet.table("loads", &table);
    sheet
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let named = read(Path::new("examples/data/aid.csv"))?;
    Ok(vec![
        delivered(&named),
        rules(&named),
        openness(&named)?,
        states(&named),
        soon("Two ways", &Convoys::of(&[(2, 3), (5, 2)]), &[6, 9, 10, 20, 30, 60]),
        soon(
            "The short way alone",
            &Convoys::of(&[(2, 3)]),
            &[6, 9, 10, 20, 30, 60],
        ),
        sides()?,
        toll()?,
    ])
}

/// A border that is opened step by step.
fn openness(named: &Named) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("If Middle opens its border by quarters");
    let middle = named.find("Middle")?;
    let mut table =
        Table::new([right("open", "open"), right("gets through", "total")]);
    for quarters in 0..=4 {
        // In quarters of a unit all is whole.
        let times = |k: u64, amount: u64| amount * k;
        let load = |load: &Load| Load { per_day: times(4, load.per_day), ..*load };
        let road = |road: &Road| {
            let k =
                if road.from == middle || road.to == middle { quarters } else { 4 };
            Road { per_day: times(k, road.per_day), ..*road }
        };
        let network = &named.network;
        let opened = Network::new(
            network.places(),
            network.roads().iter().map(road).collect(),
            network.stocks().iter().map(load).collect(),
            network.needs().iter().map(load).collect(),
        )?;
        let total = opened.delivery().total as f64 / 4.0;
        table.row([percent(quarters as f64 / 4.0, 0), number(total)]);
    }
    sheet.table("open", &table);
    Ok(sheet)
}

fn states(named: &Named) -> Sheet {
    let mut sheet = Sheet::headed("If a state in between closes");
    for name in ["North", "Middle", "South"] {
        let total = named
            .find(name)
            .map(|place| named.network.without(place).delivery().total)
            .unwrap_or_default();
        sheet.say(format!("  {name}: {total} a day"));
        sheet.field(name, total);
    }
    sheet
}

fn sides() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Two sides that need 60 each, and a carrier that leans");
    let mut table = Table::new([
        right("leans", "leaning"),
        right("one side", "first"),
        right("the other", "second"),
        right("both", "both"),
    ]);
    for leaning in [0.0, 0.25, 0.5, 1.0] {
        let [first, second] = Access::new(60.0, 60.0, leaning)?.delivered();
        table.row([
            number(leaning),
            number(first),
            number(second),
            number(first + second),
        ]);
    }
    sheet.table("sides", &table);
    Ok(sheet)
}

fn toll() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Ten fight over a prize of 10 at a wage of 1; aid of 18 for 90 people",
    );
    for taken in [0.0, 0.05, 0.1, 0.2, 0.5] {
        let toll = Toll {
            prize: Amount::new(10.0)?,
            wage: Size::new(1.0)?,
            people: Size::new(90.0)?,
            aid: Amount::new(18.0)?,
            taken: Probability::new(taken)?,
        };
        sheet.say(format!(
            "  {:.0}% taken: {} fight",
            100.0 * taken,
            show(toll.fighters())
        ));
        sheet.field(&format!("taken_{taken}"), toll.fighters());
    }
    Ok(sheet)
}
