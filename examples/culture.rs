//! Culture: what grows alike by contact, and what works without; with options, the
//! reader's own land, groups, message or training.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgGroup, Parser};
use common::{
    Answer, InputError, Sheet, Table as Rows, cell, counted, left, number, plain,
    right, show,
};
use demarche::chance::stream;
use demarche::culture::record::{FAR, FIELD, NINE, SEED, STRENGTHS};
use demarche::culture::{
    Culture, Land, Likeness, Neighbours, Outreach, Sample, World,
};
use demarche::numbers::{Probability, Share};
use serde::Serialize;

/// What grows alike by contact, and what works all the same? Without options the demo
/// shows what the chapter shows; with options it runs your land, reads your groups,
/// spreads your message or counts your meetings.
#[derive(Parser, Serialize)]
#[command(group = ArgGroup::new("land").args(LAND).multiple(true))]
#[command(group = ArgGroup::new("drawn").args(LAND).arg("file").multiple(true))]
struct Options {
    /// Sites on a side of the square; 10 if only other options of a land are given
    #[arg(long, value_name = "L")]
    side: Option<u8>,
    /// Features of a culture, 1 to 16; 5 if not given
    #[arg(long, value_name = "F")]
    features: Option<u8>,
    /// Traits that each feature may have; 15 if not given
    #[arg(long, value_name = "Q")]
    traits: Option<u8>,
    /// Whom a site meets: four, eight or twelve neighbours
    #[arg(long)]
    neighbours: Option<Neighbours>,
    /// The chance that a contact is with any site at all
    #[arg(long, value_name = "P")]
    far: Option<Probability>,
    /// The chance that a contact is with the field of media
    #[arg(long, value_name = "B")]
    field: Option<Probability>,
    /// How many worlds to run; 100 if not given
    #[arg(long)]
    runs: Option<u32>,
    /// The most steps of a world
    #[arg(long, default_value_t = 10_000_000, requires = "land")]
    steps: u64,
    /// The seed of all draws
    #[arg(long, default_value_t = SEED, requires = "drawn")]
    seed: u64,
    /// A CSV file of groups: a column name, and one for each feature; such as
    /// examples/data/culture.csv
    #[arg(long)]
    file: Option<PathBuf>,
    /// Shared features and all, such as 1,5: how many meetings it takes
    #[arg(long, value_name = "S,F", value_delimiter = ',', num_args = 1)]
    shared: Option<Vec<u8>>,
    /// A message, its reach and pull, and perhaps what is lived through and its weight
    #[arg(long, value_name = "M,D,P[,E,W]", value_delimiter = ',', num_args = 1)]
    outreach: Option<Vec<Share>>,
}

/// Any of these asks for a land.
#[rustfmt::skip]
const LAND: [&str; 7] =
    ["side", "features", "traits", "neighbours", "far", "field", "runs"];

fn main() -> ExitCode {
    common::run("culture", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = Vec::new();
    if let Some(land) = land(options)? {
        sheets.push(worlds(land, options)?);
    }
    if let Some(path) = &options.file {
        sheets.push(groups(path, options.seed)?);
    }
    if let Some(given) = &options.shared {
        let &[shared, features] = given.as_slice() else {
            return Err(counted("--shared", "2", given.len()));
        };
        sheets.push(meetings(&[Likeness::new(shared, features)?]));
    }
    if let Some(given) = &options.outreach {
        let own = match *given.as_slice() {
            [message, reach, pull] => Outreach::new(message, reach, pull)?,
            [message, reach, pull, experience, weight] => {
                let told = Outreach::new(message, reach, pull)?;
                told.with_experience(experience, weight)?
            }
            _ => return Err(counted("--outreach", "3 or 5", given.len())),
        };
        sheets.push(images(&[("yours", own)]));
    }
    Ok(if sheets.is_empty() { chapter()?.into() } else { sheets.into() })
}

/// The land that the options describe, if any of them does.
fn land(options: &Options) -> Result<Option<Land>, InputError> {
    let shape = [options.side, options.features, options.traits];
    let contacts = options.far.is_some() || options.field.is_some();
    let more = options.neighbours.is_some() || options.runs.is_some();
    if shape.iter().all(Option::is_none) && !contacts && !more {
        return Ok(None);
    }
    let of = |given: Option<u8>, usual| given.unwrap_or(usual);
    let mut land = Land::new(
        of(options.side, 10),
        of(options.features, 5),
        of(options.traits, 15),
    )?;
    if let Some(neighbours) = options.neighbours {
        land = land.with_neighbours(neighbours);
    }
    if let Some(far) = options.far {
        land = land.with_far(far);
    }
    if let Some(field) = options.field {
        land = land.with_field(field);
    }
    Ok(Some(land))
}

fn worlds(land: Land, options: &Options) -> Result<Sheet, InputError> {
    let outcomes =
        land.runs(options.runs.unwrap_or(100), options.steps, options.seed)?;
    let column = |of: fn(&demarche::culture::Outcome) -> u16| {
        Sample::of(&outcomes.iter().map(of).collect::<Vec<u16>>())
    };
    let mut sheet = Sheet::headed(format!("{} worlds", outcomes.len()));
    let mut table = Rows::new([
        left("", "what"),
        right("mean", "mean"),
        right("error", "error"),
        right("ten runs from", "low"),
        right("to", "high"),
    ]);
    let all = [
        ("regions", column(|own| own.regions)?),
        ("cultures", column(|own| own.cultures)?),
        ("like the field", column(|own| own.like_field)?),
    ];
    for (name, sample) in &all {
        let [low, high] = sample.means_of(10, Probability::new(0.05)?)?;
        table.row([
            plain(*name),
            number(sample.mean()),
            number(sample.error()),
            number(low),
            number(high),
        ]);
    }
    sheet.table("worlds", &table);
    sheet.field("regions", all[0].1.mean());
    let frozen: Vec<u64> = outcomes.iter().filter_map(|own| own.frozen_at).collect();
    sheet.field("at_rest", frozen.len());
    if frozen.is_empty() {
        sheet.say(format!("  None was at rest after {} steps.", options.steps));
    } else {
        let mean = frozen.iter().sum::<u64>() / frozen.len() as u64;
        sheet.say(format!(
            "  At rest: {}, after {mean} steps on average.",
            frozen.len()
        ));
        sheet.field("steps", mean);
    }
    Ok(sheet)
}

/// Groups from a file: who is how like whom, and what becomes of all of them together.
fn groups(path: &Path, seed: u64) -> Result<Sheet, InputError> {
    let rows: Vec<BTreeMap<String, String>> = common::read_csv(path)?;
    let mut words: Vec<Vec<String>> = Vec::new();
    let mut all: Vec<(String, Culture)> = Vec::new();
    let told = |at: usize, what: String| {
        InputError::new(format!("{}: row {}: {what}", path.display(), at + 1))
    };
    for (at, row) in rows.iter().enumerate() {
        let Some(name) = row.get("name") else {
            let form = common::form_shown();
            return Err(told(
                at,
                format!("expected a column name, found none{form}"),
            ));
        };
        let features = row.iter().filter(|(key, _)| *key != "name");
        let mut traits = Vec::new();
        for (k, (_, word)) in features.enumerate() {
            if words.len() == k {
                words.push(Vec::new());
            }
            let word = word.trim().to_owned();
            let known = words[k].iter().position(|own| *own == word);
            let place = known.unwrap_or(words[k].len());
            if known.is_none() {
                words[k].push(word);
            }
            traits.push(u8::try_from(place).map_err(|_| {
                told(at, "expected at most 256 traits of a feature".to_owned())
            })?);
        }
        let culture = Culture::new(&traits).map_err(|e| told(at, e.to_string()))?;
        all.push((name.clone(), culture));
    }
    let mut sheet = Sheet::headed(format!("{} groups", all.len()));
    let mut table = Rows::new([
        left("", "one"),
        left("", "other"),
        right("shared", "shared"),
        right("meetings", "meetings"),
    ]);
    let cultures: Vec<Culture> = all.iter().map(|(_, own)| *own).collect();
    let gathering = World::gathering(&cultures)?;
    for (k, (one, own)) in all.iter().enumerate() {
        for (other, its) in &all[k + 1..] {
            let likeness = own.likeness(*its)?;
            table.row([
                plain(one.as_str()),
                plain(other.as_str()),
                plain(likeness.shared()),
                in_meetings(likeness),
            ]);
        }
    }
    sheet.table("pairs", &table);
    let mut one = 0;
    for number in 0..1000 {
        let mut world = gathering.clone();
        world.run(1_000_000, &mut stream(seed, number));
        one += u32::from(world.cultures() == 1);
    }
    sheet.say(format!(
        "  If all met all until nothing moved, {one} times of 1000 one culture is left."
    ));
    sheet.field("one_culture", f64::from(one) / 1000.0);
    Ok(sheet)
}

fn in_meetings(likeness: Likeness) -> common::Cell {
    let meetings = likeness.meetings();
    cell(meetings.map_or("never".to_owned(), show), meetings)
}

fn meetings(all: &[Likeness]) -> Sheet {
    let mut sheet = Sheet::headed("Meetings until two are alike");
    let mut table = Rows::new([
        right("shared", "shared"),
        right("each succeeds with", "succeeds"),
        right("meetings", "meetings"),
    ]);
    for own in all {
        table.row([
            plain(own.shared()),
            number(own.succeeds().value()),
            in_meetings(*own),
        ]);
    }
    sheet.table("meetings", &table);
    sheet
}

fn images(all: &[(&str, Outreach)]) -> Sheet {
    let mut sheet = Sheet::headed("A message, whom it reaches, and the image then");
    let mut table = Rows::new([
        left("", "message"),
        right("reached", "reached"),
        right("image", "image"),
        right("mean after 1", "first"),
        right("4", "fourth"),
        right("the end", "settled"),
    ]);
    for (name, own) in all {
        table.row([
            plain(*name),
            number(own.reached()),
            number(own.image()),
            number(own.mean(1)),
            number(own.mean(4)),
            number(own.settled()),
        ]);
    }
    sheet.table("images", &table);
    sheet
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![one_world()?, nine(), far(), field(), uses()?, training()?, message()?])
}

/// Five features of fifteen traits, ten by ten, the first world of the seed, at rest.
fn settled() -> Result<World, InputError> {
    let mut rng = stream(SEED, 0);
    let mut world = Land::new(10, 5, 15)?.world(&mut rng);
    world.run(10_000_000, &mut rng);
    Ok(world)
}

fn one_world() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Five features of fifteen traits: one world at rest");
    let world = settled()?;
    let mut seen = Vec::new();
    for row in 0..10 {
        let mut line = String::from(" ");
        for column in 0..10 {
            let own = world.culture(10 * row + column);
            let known = seen.iter().position(|other| *other == own);
            let place = known.unwrap_or(seen.len());
            if known.is_none() {
                seen.push(own);
            }
            let letter =
                u8::try_from(place).map_or('?', |k| char::from(b'a' + k % 26));
            line.push(' ');
            line.push(letter);
        }
        sheet.say(line);
    }
    let regions = world.regions().len();
    sheet.say(format!("  {regions} regions, {} cultures.", world.cultures()));
    sheet.field("regions", regions);
    Ok(sheet)
}

fn nine() -> Sheet {
    let mut sheet = Sheet::headed(
        "Regions in the end: printed, of ten runs; ours, of a thousand",
    );
    let mut table = Rows::new([
        right("features", "features"),
        right("traits", "traits"),
        right("printed", "printed"),
        right("ours", "mean"),
        right("error", "error"),
        right("ten of ours from", "low"),
        right("to", "high"),
    ]);
    for own in NINE {
        table.row([
            plain(own.features),
            plain(own.traits),
            number(own.printed),
            number(own.runs.mean()),
            number(own.runs.error()),
            number(own.of_ten[0]),
            number(own.of_ten[1]),
        ]);
    }
    sheet.table("nine", &table);
    sheet
}

fn far() -> Sheet {
    let mut sheet =
        Sheet::headed("Cultures left when contacts are with any site with a chance");
    let mut table = Rows::new([
        right("chance", "far"),
        right("200,000 steps", "early"),
        right("a million", "late"),
        right("error", "error"),
    ]);
    for (chance, [early, late]) in FAR {
        table.row([
            number(chance),
            number(early.mean()),
            number(late.mean()),
            number(late.error()),
        ]);
    }
    sheet.table("far", &table);
    sheet
}

fn field() -> Sheet {
    let mut sheet =
        Sheet::headed("Regions under a field of media, by its strength and traits");
    let mut table = Rows::new([
        right("strength", "field"),
        right("5 traits", "five"),
        right("10", "ten"),
        right("15", "fifteen"),
    ]);
    for (k, strength) in STRENGTHS.into_iter().enumerate() {
        let [five, ten, fifteen] = FIELD
            .map(|(_, runs)| cell(format!("{:.2}", runs[k].mean()), runs[k].mean()));
        table.row([number(strength), five, ten, fifteen]);
    }
    sheet.table("field", &table);
    sheet
}

fn uses() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("What works across 180 pairs of neighbours");
    let squares = |trait_of: fn(usize) -> u8| -> Result<World, InputError> {
        let all: Result<Vec<Culture>, _> =
            (0..100).map(|site| Culture::new(&[trait_of(site); 5])).collect();
        Ok(Land::new(10, 5, 15)?.settled(&all?)?)
    };
    let mut table = Rows::new([
        left("", "land"),
        right("regions", "regions"),
        right("trade", "trade"),
        right("agree", "agree"),
    ]);
    let half = |site: usize| u8::from(site >= 50);
    for (name, world) in [
        ("one culture", squares(|_| 0)?),
        ("two halves", squares(half)?),
        (
            "four quarters",
            squares(|site| u8::from(site >= 50) + 2 * u8::from(site % 10 >= 5))?,
        ),
        ("the world above", settled()?),
    ] {
        table.row([
            plain(name),
            plain(world.regions().len()),
            plain(world.alike(0)),
            plain(world.alike(1)),
        ]);
    }
    sheet.table("uses", &table);
    Ok(sheet)
}

fn training() -> Result<Sheet, InputError> {
    let all: Result<Vec<Likeness>, _> =
        (0..=5).map(|shared| Likeness::new(shared, 5)).collect();
    Ok(meetings(&all?))
}

fn message() -> Result<Sheet, InputError> {
    let share = Share::new;
    let told = |message: f64, reach: f64| {
        Ok::<_, InputError>(Outreach::new(
            share(message)?,
            share(reach)?,
            share(0.25)?,
        )?)
    };
    let lived = |weight: f64| {
        Ok::<_, InputError>(
            told(0.8, 0.3)?.with_experience(share(0.2)?, share(weight)?)?,
        )
    };
    Ok(images(&[
        ("0.8 within 0.1", told(0.8, 0.1)?),
        ("0.8 within 0.3", told(0.8, 0.3)?),
        ("0.8 within 0.5", told(0.8, 0.5)?),
        ("0.5 within 0.3", told(0.5, 0.3)?),
        ("lived 0.2, as heavy", lived(0.25)?),
        ("lived 0.2, thrice as heavy", lived(0.75)?),
    ]))
}
