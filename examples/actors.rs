//! Actors: who meets, who may bind, through how many hands, who sits in; with options,
//! the reader's own missions, encounter or budget.

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, left, number, plain, read_csv,
    read_toml, right, show,
};
use demarche::actors::{
    Actor, Aim, Authority, Budget, Channel, Encounter, Forum, Level, Missions,
    Office, Purpose, SEATS, Tie, TreatyAct, authority, by_hub, by_pairs, record,
};
use demarche::exact::{Exact, decimal};
use demarche::numbers::Share;
use serde::{Deserialize, Serialize};

/// Through how many hands does a message go, and who may bind whom? Without options the
/// demo shows what the chapter shows; with options it reads your missions or encounter.
#[derive(Parser, Serialize)]
struct Options {
    /// A CSV file of missions: columns `sender` and `host`; such as
    /// examples/data/actors.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// Count ties both ways only
    #[arg(long, requires = "file")]
    both: bool,
    /// A TOML file of an encounter: parties, channel, aim, level, and where there is one
    /// a mediator; such as examples/data/encounter.toml
    #[arg(long)]
    encounter: Option<PathBuf>,
    /// As which mission a hub comes that yields this part of each relation
    #[arg(long, value_name = "PART")]
    depth: Option<Share>,
    /// With how many states there are relations (192 if not given)
    #[arg(long, value_name = "COUNT", requires = "depth")]
    relations: Option<u32>,
}

fn main() -> ExitCode {
    common::run("actors", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(path) = &options.file {
        let (names, missions) = read(path)?;
        let tie = if options.both { Tie::Both } else { Tie::Either };
        sheets.push(network("Missions", &names, &missions, tie));
    }
    if let Some(path) = &options.encounter {
        let meeting: Encounter = read_toml(path)?;
        sheets.push(encounters(&[("This", meeting)]));
    }
    if let Some(depth) = options.depth {
        let relations = options.relations.unwrap_or(192);
        sheets.push(budgets(&[Budget { relations, depth }]));
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    sender: String,
    host: String,
}

fn read(path: &Path) -> Result<(Vec<String>, Missions), InputError> {
    let rows: Vec<Row> = read_csv(path)?;
    let mut names: Vec<String> =
        rows.iter().flat_map(|row| [row.sender.clone(), row.host.clone()]).collect();
    names.sort();
    names.dedup();
    let at = |name: &String| names.binary_search(name).unwrap_or_default();
    let all: Vec<[usize; 2]> =
        rows.iter().map(|row| [at(&row.sender), at(&row.host)]).collect();
    let missions = Missions::new(names.len(), &all)
        .map_err(|error| InputError::new(format!("{}: {error}", path.display())))?;
    Ok((names, missions))
}

fn told(ratio: &Exact) -> common::Cell {
    let value = decimal(ratio);
    cell(ratio.to_string(), common::exact(ratio, value))
}

fn network(heading: &str, names: &[String], missions: &Missions, tie: Tie) -> Sheet {
    let graph = missions.graph(tie);
    let mut sheet = Sheet::headed(format!("{heading}, ties {tie}"));
    let mut table = Table::new([
        left("state", "state"),
        right("hosts", "hosted"),
        right("sends", "sent"),
        right("tied to", "degree"),
        right("in two steps", "reach"),
        right("passes through it", "betweenness"),
    ]);
    // Exact ratios grow with the network, and nobody reads them there.
    let exact = (names.len() <= 20).then(|| graph.betweenness_exactly());
    let passing = graph.betweenness();
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| passing[b].total_cmp(&passing[a]).then(a.cmp(&b)));
    for &at in order.iter().take(40) {
        table.row([
            plain(names[at].clone()),
            plain(missions.hosted(at)),
            plain(missions.sent(at)),
            plain(graph.degree(at)),
            plain(graph.reach(at, 2)),
            exact.as_ref().map_or_else(|| number(passing[at]), |all| told(&all[at])),
        ]);
    }
    sheet.table("states", &table);
    sheet.say(format!(
        "  {} missions, {} ties, {} pairs within two steps; {} are answered.",
        missions.missions().len(),
        graph.ties(),
        graph.pairs_within(2),
        show(missions.answered())
    ));
    sheet.field("ties", graph.ties());
    sheet.field("pairs_within_two", graph.pairs_within(2));
    sheet
}

fn encounters(all: &[(&str, Encounter)]) -> Sheet {
    let mut sheet = Sheet::headed("What one may call it");
    for (name, meeting) in all {
        let forms = meeting.forms();
        let words: Vec<&str> = forms.iter().map(|form| form.name()).collect();
        sheet.say(format!("  {name}:"));
        sheet.say(format!("    {}", words.join(", ")));
        sheet.field(name, forms);
    }
    sheet
}

fn budgets(all: &[Budget]) -> Sheet {
    let mut sheet = Sheet::headed("As which mission a hub comes");
    let mut table = Table::new([
        right("depth", "depth"),
        right("the hub comes", "place"),
        right("ten yield", "ten"),
    ]);
    for budget in all {
        let place = budget.hub_comes();
        table.row([
            number(budget.depth.value()),
            cell(place.map_or("never".to_owned(), |place| place.to_string()), place),
            number(budget.yields(10)),
        ]);
    }
    sheet.table("budgets", &table);
    if let Some(budget) = all.first() {
        sheet.say(format!(
            "  First from a depth of {}.",
            show(budget.first_from().value())
        ));
    }
    sheet
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    let names: Vec<String> = record::STATES.map(str::to_owned).into();
    let of = |year| {
        record::south_america(year)
            .ok_or_else(|| InputError::new(format!("no missions of {year}")))
    };
    let depths = [0.05, 0.1, 0.2].map(Share::new);
    let depths: Result<Vec<Share>, _> = depths.into_iter().collect();
    let budgets_of: Vec<Budget> =
        depths?.into_iter().map(|depth| Budget { relations: 192, depth }).collect();
    Ok(vec![
        network("1904", &names, &of(1904)?, Tie::Either),
        network("1904", &names, &of(1904)?, Tie::Both),
        years(&of)?,
        star()?,
        pairs(),
        budgets(&budgets_of),
        encounters(&meetings()?),
        powers(),
        purposes(),
        seats(),
    ])
}

fn years(
    of: &dyn Fn(i32) -> Result<Missions, InputError>,
) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Ten states, three years");
    let mut table = Table::new([
        left("year", "year"),
        right("missions", "missions"),
        right("tied", "either"),
        right("both ways", "both"),
        right("in two steps", "pairs"),
    ]);
    for year in record::YEARS {
        let missions = of(year)?;
        table.row([
            plain(year),
            plain(missions.missions().len()),
            plain(missions.graph(Tie::Either).ties()),
            plain(missions.graph(Tie::Both).ties()),
            plain(missions.graph(Tie::Either).pairs_within(2)),
        ]);
    }
    sheet.table("years", &table);
    Ok(sheet)
}

/// A hub, four leaves; a tie among two of them; the hub shut.
fn star() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("A hub and four leaves");
    let star: Vec<[usize; 2]> = (1..5).map(|leaf| [leaf, 0]).collect();
    let mut tied = star.clone();
    tied.push([1, 2]);
    for (name, ties) in [("a star", star), ("and a tie among leaves", tied)] {
        let graph = Missions::new(5, &ties)?.graph(Tie::Either);
        sheet.say(format!(
            "  {name}: {} of 10 pairs within two steps, {} pass the hub",
            graph.pairs_within(2),
            graph.betweenness_exactly()[0]
        ));
        let left = graph.without(0).pairs_within(4);
        sheet.say(format!("    without the hub {left} of 6"));
    }
    Ok(sheet)
}

fn pairs() -> Sheet {
    let mut sheet = Sheet::headed("193 states");
    sheet.say(format!("  each at every other: {} missions", by_pairs(193)));
    sheet.say(format!("  all at one place: {}", by_hub(193)));
    sheet.field("by_pairs", by_pairs(193));
    sheet.field("by_hub", by_hub(193));
    sheet
}

fn meetings() -> Result<Vec<(&'static str, Encounter)>, InputError> {
    let two = |a: &str, b: &str| vec![Actor::state(a), Actor::state(b)];
    let andean = ["Bolivia", "Peru", "Ecuador"].map(|name| Actor {
        region: Some("the Andes".to_owned()),
        ..Actor::state(name)
    });
    Ok(vec![
        (
            "Camp David 1978",
            Encounter::new(
                two("Egypt", "Israel"),
                Channel::Envoy,
                Aim::Settle,
                Level::Heads,
            )?
            .in_secret()
            .helped_by(Actor::state("United States"))?,
        ),
        (
            "A call at the ministry",
            Encounter::new(
                two("Nauru", "Australia"),
                Channel::Mission,
                Aim::Inform,
                Level::Ambassadors,
            )?,
        ),
        (
            "Three neighbours on a river",
            Encounter::new(
                andean.into(),
                Channel::Conference,
                Aim::Consult,
                Level::Ministers,
            )?,
        ),
    ])
}

fn powers() -> Sheet {
    let mut sheet = Sheet::headed("Who may do what without paper");
    let mut table = Table::new([
        left("", "office"),
        left("adopt", "adopt"),
        left("authenticate", "authenticate"),
        left("consent", "consent"),
    ]);
    for office in Office::ALL {
        let forum = match office {
            Office::HeadOfMission => Forum::Host,
            Office::Delegate => Forum::OwnBody,
            _ => Forum::Elsewhere,
        };
        let may = |act| {
            let answer = authority(office, act, forum, false, false);
            let article = answer.article();
            match answer {
                Authority::Unauthorised(_) => cell(format!("no, {article}"), answer),
                _ => cell(article.to_string(), answer),
            }
        };
        table.row([
            plain(office.name()),
            may(TreatyAct::Adopt),
            may(TreatyAct::Authenticate),
            may(TreatyAct::Consent),
        ]);
    }
    sheet.table("offices", &table);
    sheet
}

fn purposes() -> Sheet {
    let mut sheet = Sheet::headed("What it is for, and which claims carry that");
    for purpose in Purpose::ALL {
        let claims = purpose.carried_by();
        let told = if claims.is_empty() {
            "no model of its own".to_owned()
        } else {
            claims.join(", ")
        };
        sheet.say(format!("  {purpose}: {told}"));
        sheet.field(purpose.word(), claims);
    }
    sheet
}

fn seats() -> Sheet {
    let mut sheet = Sheet::headed("Who sits in");
    for seat in SEATS {
        let votes = match seat.votes {
            (0, _) => "no vote".to_owned(),
            (votes, of) => format!("{votes} of {of} votes"),
        };
        let speaks = if seat.speaks { "is heard" } else { "is not heard" };
        sheet.say(format!("  {}: {speaks}, {votes}", seat.who));
        sheet.say(format!("    in the {}", seat.body));
    }
    sheet.field("seats", SEATS);
    sheet
}
