//! Crises: how a war spreads, who holds it, and what is known in time; with options, the
//! reader's own map, warning, council or arms race.

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, counted, left, number, percent, plain,
    right, show,
};
use demarche::bargaining::{Contest, Unknown};
use demarche::chance::seeded;
use demarche::crisis::{
    Attrition, Border, BorderMap, CrisisError, Diversion, FirstStrike, Race,
    Standoff, Warning, pooled,
};
use demarche::numbers::{Amount, Probability, Rate, Share, Size, Time};
use demarche::signals::Audience;
use demarche::voting::Wait;
use serde::{Deserialize, Serialize};

/// How does a war spread, who can hold it, and what is known in time? Without options the
/// demo shows what the chapter shows; with options it answers your case.
#[derive(Parser, Serialize)]
struct Options {
    /// A map from a TOML file, such as examples/data/crisis.toml
    #[arg(long, requires = "from")]
    file: Option<PathBuf>,
    /// The state of the map in which the war starts
    #[arg(long, value_name = "STATE", requires = "file")]
    from: Option<String>,
    /// The chance that it crosses a border (the file's if not given)
    #[arg(long, value_name = "CHANCE", requires = "file")]
    crosses: Option<Probability>,
    /// How many borders are mediated (1 if not given)
    #[arg(long, value_name = "COUNT", requires = "file")]
    mediators: Option<usize>,
    /// A warning: hits, false alarms and how often wars come, such as 0.8,0.2,0.02
    #[arg(long, value_name = "H,F,RATE", value_delimiter = ',', num_args = 1)]
    warning: Option<Vec<Probability>>,
    /// A council: members, votes needed, vetoes, such as 15,9,5
    #[arg(long, value_name = "N,Q,V", value_delimiter = ',', num_args = 1)]
    council: Option<Vec<usize>>,
    /// The pace of the war that the council races, in members' decisions (0.5 if not
    /// given)
    #[arg(long, value_name = "RATE", requires = "council")]
    pace: Option<Rate>,
    /// An arms race: reactions r,s, fatigues a,b, grievances g,h
    #[arg(
        long,
        value_name = "K,L,A,B,G,H",
        value_delimiter = ',',
        num_args = 1,
        allow_negative_numbers = true
    )]
    race: Option<Vec<f64>>,
    /// By how much a treaty cuts both reactions (0 if not given)
    #[arg(long, value_name = "PART", requires = "race")]
    cut: Option<Share>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    names: Vec<String>,
    crosses: Probability,
    borders: Vec<(String, String)>,
}

/// A map whose states have names.
struct Named {
    names: Vec<String>,
    map: BorderMap,
}

impl Named {
    fn find(&self, name: &str) -> Result<usize, InputError> {
        let at =
            self.names.iter().position(|known| known.eq_ignore_ascii_case(name));
        at.ok_or_else(|| {
            let known = self.names.join(", ");
            InputError::new(format!("expected one of {known}, found {name:?}"))
        })
    }

    fn border(&self, border: usize) -> String {
        let [one, other] = self.map.borders()[border].between;
        format!("{} and {}", self.names[one], self.names[other])
    }
}

fn read(path: &Path, crosses: Option<Probability>) -> Result<Named, InputError> {
    let file: File = common::read_toml(path)?;
    let crosses = crosses.unwrap_or(file.crosses);
    let told = |what: String| InputError::new(format!("{}: {what}", path.display()));
    for (at, name) in file.names.iter().enumerate() {
        if file.names[..at].contains(name) {
            return Err(told(format!(
                "expected each name once, found {name:?} again"
            )));
        }
    }
    let find = |name: &String| {
        let at = file.names.iter().position(|known| known == name);
        at.ok_or_else(|| {
            told(format!("expected a name of the list, found {name:?}"))
        })
    };
    let borders: Result<Vec<Border>, InputError> = file
        .borders
        .iter()
        .map(|(a, b)| Ok(Border { between: [find(a)?, find(b)?], crosses }))
        .collect();
    let map = BorderMap::new(file.names.len(), borders?);
    let map = map.map_err(|error| told(error.to_string()))?;
    Ok(Named { names: file.names, map })
}

fn main() -> ExitCode {
    common::run("crisis", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let (Some(path), Some(from)) = (&options.file, &options.from) {
        let named = read(path, options.crosses)?;
        sheets.push(outbreak(&named, from, options.mediators.unwrap_or(1))?);
    }
    if let Some(given) = &options.warning {
        let &[hits, false_alarms, rate] = given.as_slice() else {
            return Err(counted("--warning", 3, given.len()));
        };
        sheets.push(warning(Warning { hits, false_alarms }, rate));
    }
    if let Some(given) = &options.council {
        let &[members, votes, vetoes] = given.as_slice() else {
            return Err(counted("--council", 3, given.len()));
        };
        let pace = options.pace.map_or_else(|| Rate::new(0.5), Ok)?;
        let wait = Wait::with_vetoes(members, votes, vetoes)?;
        let mut sheet = Sheet::headed(format!(
            "{votes} of {members}, {vetoes} with a veto, against a war at pace {}",
            show(pace.value())
        ));
        sheet.say(format!(
            "  Mean wait {}; the council is first in {:.1} cases of 100.",
            show(wait.mean()),
            100.0 * wait.ahead_of(pace)
        ));
        sheet.field("mean", wait.mean());
        sheet.field("ahead", wait.ahead_of(pace));
        sheets.push(sheet);
    }
    if let Some(given) = &options.race {
        let &[k, l, a, b, g, h] = given.as_slice() else {
            return Err(counted("--race", 6, given.len()));
        };
        let race = Race::of([k, l], [a, b], [g, h])?;
        let cut = options.cut.map_or_else(|| Share::new(0.0), Ok)?;
        sheets.push(race_sheet(race, cut)?);
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

fn outbreak(
    named: &Named,
    from: &str,
    mediators: usize,
) -> Result<Sheet, InputError> {
    let start = named.find(from)?;
    let heading = format!("A war starts in {}", named.names[start]);
    let mut sheet = Sheet::headed(heading);
    let outbreak = match named.map.outbreak(start) {
        Ok(outbreak) => outbreak,
        Err(CrisisError::TooWide { .. }) => {
            let found = named.map.simulate(start, 100_000, &mut seeded(1))?;
            sheet.say(format!(
                "  The map is too wide to sum. 100,000 trials: {} states at war in the \
                 end, give or take {}.",
                show(found.mean),
                show(found.error)
            ));
            sheet.field("simulated", serde_json::to_value(found)?);
            return Ok(sheet);
        }
        Err(error) => return Err(error.into()),
    };
    let mut order: Vec<usize> = (0..named.names.len()).collect();
    let reach = |state: &usize| outbreak.reach()[*state];
    order.sort_by(|a, b| reach(b).total_cmp(&reach(a)));
    let mut table = Table::new([left("", "state"), right("at war", "reach")]);
    for state in order.iter().take(8) {
        table.row([plain(named.names[*state].as_str()), percent(reach(state), 1)]);
    }
    sheet.table("states", &table);
    sheet.say(format!("  On average {} states.", show(outbreak.expected())));
    sheet.field("expected", outbreak.expected());
    let best = named.map.mediate(start, mediators)?;
    if mediators > 0 {
        let borders: Vec<String> =
            best.borders.iter().map(|b| named.border(*b)).collect();
        sheet.say(format!("  Best to mediate: {}.", borders.join("; ")));
        sheet.say(format!("  Then {} states.", show(best.expected)));
        sheet.field("mediated", borders);
        sheet.field("then", best.expected);
    }
    Ok(sheet)
}

fn warning(warning: Warning, rate: Probability) -> Sheet {
    let mut sheet = Sheet::headed(format!(
        "A warning with {} hits and {} false alarms; wars come at {}",
        show(warning.hits.value()),
        show(warning.false_alarms.value()),
        show(rate.value())
    ));
    let believed = warning.believed(rate);
    sheet.say(match believed {
        Some(chance) => {
            format!(
                "  When it is given, war comes in {:.2}%.",
                100.0 * chance.value()
            )
        }
        None => "  It is never given.".to_owned(),
    });
    sheet.field("believed", believed);
    let mut table = Table::new([
        right("prevention costs", "cost"),
        right("worth of the warning", "worth"),
    ]);
    for cost in [0.01, 0.02, 0.05, 0.1, 0.2, 0.4] {
        let part = Probability::new(cost).ok();
        let worth = part.and_then(|cost| warning.worth(rate, cost));
        table.row([number(cost), cell(worth.map_or("none".into(), show), worth)]);
    }
    sheet.table("worths", &table);
    sheet
}

fn race_sheet(race: Race, cut: Share) -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("An arms race from nothing");
    let cut_race = race.with_cut(cut);
    let word = |stable| if stable { "comes to rest" } else { "does not end" };
    sheet.say(format!(
        "  Without a treaty it {}; with the cut of {} it {}.",
        word(race.is_stable()),
        show(cut.value()),
        word(cut_race.is_stable())
    ));
    if let (Some(both), Some(alone)) =
        (race.critical_cut(), race.critical_cut_alone())
    {
        sheet.say(format!(
            "  A cut of {} by both would hold it, or of {} by one alone.",
            show(both.value()),
            show(alone.value())
        ));
    }
    sheet.field("critical_cut", race.critical_cut());
    sheet.field("critical_cut_alone", race.critical_cut_alone());
    let mut table = Table::new([
        right("years", "years"),
        right("without", "first_without"),
        right("", "second_without"),
        right("with", "first_with"),
        right("", "second_with"),
    ]);
    for years in [1.0, 5.0, 10.0] {
        let [a, b] = race.at([0.0; 2], Time::new(years)?);
        let [c, d] = cut_race.at([0.0; 2], Time::new(years)?);
        table.row([number(years), number(a), number(b), number(c), number(d)]);
    }
    sheet.table("arms", &table);
    Ok(sheet)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![
        west_africa()?,
        triangles()?,
        councils()?,
        warning(
            Warning {
                hits: Probability::new(0.8)?,
                false_alarms: Probability::new(0.2)?,
            },
            Probability::new(0.02)?,
        ),
        unknown_costs()?,
        doors()?,
        together()?,
        treaty()?,
    ])
}

fn west_africa() -> Result<Sheet, InputError> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/crisis.toml");
    outbreak(&read(&path, None)?, "Liberia", 1)
}

fn triangles() -> Result<Sheet, InputError> {
    let borders = [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 5]];
    let names: Vec<String> =
        ["A", "B", "C", "D", "E", "F"].map(String::from).to_vec();
    let mut sheet =
        Sheet::headed("Two triangles, A B C and D E F, and a bridge from C to D");
    let mut table = Table::new([
        right("crosses", "crosses"),
        right("at war", "expected"),
        left("best to mediate", "border"),
        right("then", "then"),
    ]);
    for crosses in [0.3, 0.5, 0.7] {
        let map = BorderMap::of(6, &borders, Probability::new(crosses)?)?;
        let best = map.mediate(0, 1)?;
        let named = Named { names: names.clone(), map };
        table.row([
            number(crosses),
            number(named.map.outbreak(0)?.expected()),
            plain(named.border(best.borders[0])),
            number(best.expected),
        ]);
    }
    sheet.table("maps", &table);
    Ok(sheet)
}

fn councils() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("A council is first, at the pace of the war");
    let mut table = Table::new([
        left("", "council"),
        right("0.25", "quarter"),
        right("0.5", "half"),
        right("1", "one"),
        right("2", "two"),
    ]);
    for (name, members, votes, vetoes) in [
        ("nine of fifteen", 15, 9, 0),
        ("the same, five vetoes", 15, 9, 5),
        ("unanimity of five", 5, 5, 0),
        ("37 of 55", 55, 37, 0),
    ] {
        let wait = Wait::with_vetoes(members, votes, vetoes)?;
        let ahead = |pace: f64| -> Result<common::Cell, InputError> {
            Ok(percent(wait.ahead_of(Rate::new(pace)?), 1))
        };
        table.row([
            plain(name),
            ahead(0.25)?,
            ahead(0.5)?,
            ahead(1.0)?,
            ahead(2.0)?,
        ]);
    }
    sheet.table("councils", &table);
    Ok(sheet)
}

fn unknown_costs() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("What war costs the other lies between 0 and");
    let mut table = Table::new([right("", "most"), right("war", "war")]);
    for most in [0.1, 0.2, 0.4, 0.8] {
        let unknown = Unknown::of(0.5, 0.1, [0.0, most])?;
        table.row([number(most), percent(unknown.war().value(), 1)]);
    }
    sheet.table("unknown", &table);
    let contest = Contest::new(0.5, [0.1, 0.1])?;
    let strike = FirstStrike { contest, advantage: Share::new(0.0)? };
    sheet.say(format!(
        "  A first strike may add up to {} to the odds before no peace is left.",
        show(strike.bearable().value())
    ));
    sheet.field("bearable", strike.bearable());
    Ok(sheet)
}

fn doors() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Two leaders, open doors and closed ones");
    for (name, audience) in [("open", 0.5), ("closed", 0.0)] {
        let standoff = Standoff {
            odds: Probability::new(0.5)?,
            audience: Audience::new(audience)?,
            most: Size::new(2.0)?,
        };
        sheet.say(format!(
            "  {name}: each stands firm in {:.0}%, war in {:.2}%",
            100.0 * standoff.firm().value(),
            100.0 * standoff.war().value()
        ));
        sheet.field(name, standoff.war());
    }
    let one = Size::new(1.0)?;
    let wait = |audiences: [f64; 2]| -> Result<Attrition, InputError> {
        let audiences = [Size::new(audiences[0])?, Size::new(audiences[1])?];
        Ok(Attrition { prizes: [one; 2], audiences, most: [Size::new(2.0)?; 2] })
    };
    for audiences in [[1.0, 1.0], [3.0, 3.0], [3.0, 1.0]] {
        let crisis = wait(audiences)?;
        sheet.say(format!(
            "  waiting, audiences {} and {}: it ends by {}, war in {:.0}%",
            show(audiences[0]),
            show(audiences[1]),
            show(crisis.horizon()),
            100.0 * crisis.war().value()
        ));
    }
    Ok(sheet)
}

fn together() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Dangers that cross borders");
    let seen = pooled(Probability::new(0.3)?, 3);
    sheet.say(format!(
        "  Three services that see 0.3 each see {} together.",
        show(seen.value())
    ));
    sheet.field("pooled", seen);
    for targets in [2, 5, 10] {
        let walls = Diversion::new(targets, Amount::new(1.0)?, Size::new(1.0)?)?;
        sheet.say(format!(
            "  {targets} targets spend {} of the loss on sending it to each other.",
            show(walls.spent())
        ));
    }
    Ok(sheet)
}

fn treaty() -> Result<Sheet, InputError> {
    let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
    let mut sheet = race_sheet(race, Share::new(0.4)?)?;
    let under = race.with_cut(Share::new(0.4)?).at([0.0; 2], Time::new(5.0)?);
    let [x, y] = race.at(under, Time::new(5.0)?);
    sheet.say(format!(
        "  Five years with it and five without: {} and {}.",
        show(x),
        show(y)
    ));
    sheet.field("after_exit", [x, y]);
    Ok(sheet)
}
