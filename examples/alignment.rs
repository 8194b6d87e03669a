//! Who stands with whom: the five courts of 1756, or a system of the reader's own.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::Parser;
use common::{
    Answer, Cell, InputError, Sheet, Table, cell, filled, left, plain, right,
    two_names,
};
use demarche::alignment::nations::{self, Factors};
use demarche::alignment::{
    AlignmentError, Landscape, Penalty, System, courts, powers,
};
use demarche::graph::{Alignment, Frustration, Reversal, SignedGraph};
use demarche::numbers::{Payoff, Size};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use toml::Spanned;

/// Sorts states into two sides: which splits leave no friend across and no rival
/// beside one, where states come to rest, and what stands between. Without options:
/// the reversal of alliances of 1756.
#[derive(Debug, Parser, Serialize)]
struct Ask {
    /// A system of this book: courts-1748 to courts-1756, europe-1872 to europe-1917,
    /// blocs-1955, blocs-1956, nations-1936 to nations-1939, firms-1988, poles-1 to
    /// poles-16
    #[arg(long, value_name = "NAME-NUMBER", conflicts_with = "file")]
    system: Option<Known>,
    /// A system of your own, such as examples/data/alignment-courts.toml, or a table of
    /// ties, such as examples/data/ties.csv: a list or a matrix
    #[arg(long)]
    file: Option<PathBuf>,
    /// What a pledge is worth: its giver and the friend; where a name holds a comma, once
    /// for each
    #[arg(long, value_name = "GIVER,FRIEND")]
    pledge: Vec<String>,
    /// What breaking the pledge costs its giver, in size times propensity
    #[arg(
        long,
        default_value = "0",
        allow_negative_numbers = true,
        requires = "pledge"
    )]
    penalty: Penalty,
    /// A member that always follows its leader; where a name holds a comma, once for each
    #[arg(long, value_name = "FOLLOWER,LEADER")]
    pin: Vec<String>,
}

/// A system that the crate knows, by its name and a number.
#[derive(Debug, Clone, Serialize)]
#[serde(into = "String")]
struct Known {
    name: String,
    number: i32,
}

impl From<Known> for String {
    fn from(known: Known) -> Self {
        format!("{}-{}", known.name, known.number)
    }
}

impl FromStr for Known {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || {
            format!(
                "expected courts-1748 to courts-1756, europe-1872 to europe-1917, \
                 blocs-1955, blocs-1956, nations-1936 to nations-1939, firms-1988 or \
                 poles-1 to poles-16, found {text:?}"
            )
        };
        let (name, number) = text.rsplit_once('-').ok_or_else(expected)?;
        let number: i32 = number.parse().map_err(|_| expected())?;
        let numbers = match name {
            "courts" => 1748..=1756,
            "europe" => 1872..=1917,
            "blocs" => 1955..=1956,
            "nations" => 1936..=1939,
            "firms" => 1988..=1988,
            "poles" => 1..=16,
            _ => return Err(expected()),
        };
        let known = Self { name: name.to_owned(), number };
        numbers.contains(&number).then_some(known).ok_or_else(expected)
    }
}

impl Known {
    fn system(&self) -> Result<System, InputError> {
        let year = self.number;
        let graph = |title: String, names: &[&str], graph: &SignedGraph| {
            System::new(title, names, Landscape::of_graph(graph))
        };
        Ok(match self.name.as_str() {
            "courts" => graph(
                format!("Five courts by the rivalries of {year}"),
                &courts::NAMES,
                &courts::rivalries(year),
            )?,
            "europe" => graph(
                format!(
                    "Six powers in {year}, by Antal, Krapivsky and Redner (2006)"
                ),
                &powers::EUROPE,
                &powers::europe(year),
            )?,
            "blocs" => graph(
                format!("Eight powers in {year}, by pledges and rivalries"),
                &powers::BLOCS,
                &powers::blocs(year),
            )?,
            "nations" => seventeen(year)?,
            "firms" => System::new(
                "Nine makers of Unix computers in 1988 (Axelrod and Bennett 1993)",
                &nations::FIRMS.map(|firm| firm.0),
                nations::firms(),
            )?,
            _ => poles(year)?,
        })
    }
}

fn seventeen(year: i32) -> Result<System, InputError> {
    let coded = nations::in_year(year).ok_or_else(|| {
        InputError::new(format!("expected 1936 to 1939, found {year}"))
    })?;
    let landscape = nations::landscape(&coded, &Factors::default())?;
    let title = format!("Seventeen nations in {year}, by our own coding");
    Ok(System::new(title, &coded.map(|nation| nation.name), landscape)?)
}

fn poles(number: i32) -> Result<System, InputError> {
    let count = usize::try_from(number)?;
    let landscape = Landscape::rivals(&vec![Size::new(1.0)?; count])?;
    let names: Vec<String> = (0..count).map(|i| format!("Pole {}", i + 1)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(System::new(format!("{number} equal poles, all rivals"), &names, landscape)?)
}

fn main() -> ExitCode {
    common::run("alignment", answer)
}

fn answer(ask: &Ask) -> Result<Answer, InputError> {
    let given = match (&ask.system, &ask.file) {
        (Some(known), _) => Some(known.system()?),
        (None, Some(path)) => Some(read_system(path)?),
        (None, None) => None,
    };
    if given.is_none() && ask.pledge.is_empty() && ask.pin.is_empty() {
        return Ok(reversal()?.into());
    }
    let system = match given {
        Some(system) => system,
        None => Known { name: "courts".to_owned(), number: 1748 }.system()?,
    };
    let mut sheets = vec![sides(&system)?];
    if !ask.pledge.is_empty() {
        let pair = two_names("--pledge", &ask.pledge)?;
        sheets.push(pledge(&system, &pair, ask.penalty)?);
    }
    if !ask.pin.is_empty() {
        sheets.push(pin(&system, &two_names("--pin", &ask.pin)?)?);
    }
    Ok(sheets.into())
}

/// What the chapter shows: from the rivalries to the reversal.
fn reversal() -> Result<Vec<Sheet>, InputError> {
    let mut sheets = Vec::new();
    let names = courts::NAMES;
    let pair = |(a, b): (usize, usize)| format!("{}-{}", names[a], names[b]);
    for year in [1748, 1756] {
        let graph = courts::rivalries(year);
        let frustration = graph.frustration();
        let rivalries: Vec<String> =
            graph.ties().map(|(a, b, _)| pair((a, b))).collect();
        let told = format!("Rivalries of {year}: {}.", rivalries.join(", "));
        let mut sheet = Sheet::headed(wrapped(&told, 0));
        sheet.field("rivalries_of", year);
        sheet.field("frustration", frustration.found);
        let least = match frustration.found {
            0 => "Splits with no two rivals on one side".to_owned(),
            k => format!("None parts all rivals; splits that leave {k} together"),
        };
        splits(&mut sheet, "splits", &least, &frustration.alignments);
        sheets.push(sheet);
    }
    let mut sheet = Sheet::headed(
        "Feuds kept (Britain-France, Austria-Prussia, Prussia-Russia) with the\n\
         league of Austria and Russia; every pair friend or rival.",
    );
    let systems = courts::feuds().balanced_completions();
    splits(&mut sheet, "balanced_systems", "Balanced systems", &systems);
    let [old, new] = [0, 4].map(|step| courts::STEPS[step].graph());
    let Reversal { ties, peak, best_orders, orders } = old.reversal(&new)?;
    let ties: Vec<String> = ties.into_iter().map(pair).collect();
    let (count, all) = (ties.len(), ties.join(", "));
    let turn = format!("From one to the other {count} ties of 10 turn: {all}.");
    sheet.say(wrapped(&turn, 2));
    sheet.say("\nThe way they went: unbalanced triads of 10, and ties to mend");
    let mut steps = Table::new([
        left("", "date"),
        left("", "event"),
        right("unbalanced", "unbalanced"),
        right("to mend", "frustration"),
    ]);
    for step in courts::STEPS {
        let graph = step.graph();
        steps.row([
            plain(step.date),
            plain(step.event),
            plain(graph.census().unbalanced),
            plain(graph.frustration().found),
        ]);
    }
    sheet.table("steps", &steps);
    sheet.say(format_args!(
        "  Of {orders} orders in which six ties can turn, {best_orders} never pass \
         {peak}\n  unbalanced triads; every order passes through {peak}."
    ));
    sheet.field("ties_that_turn", ties);
    sheet.field("peak", peak);
    sheet.field("best_orders", best_orders);
    sheet.field("orders", orders);
    sheets.push(sheet);
    Ok(sheets)
}

/// How many splits there are, and each on a line.
fn splits(sheet: &mut Sheet, key: &str, what: &str, found: &[Alignment]) {
    let told = found.iter().map(|sides| sides.told(&courts::NAMES));
    let told: Vec<String> = told.collect();
    sheet.say(format_args!("  {what}: {}", told.len()));
    for sides in &told {
        sheet.say(format_args!("    {sides}"));
    }
    sheet.field(key, told);
}

/// The report on any system.
fn sides(system: &System) -> Result<Sheet, InputError> {
    let (names, landscape) = (system.names(), system.landscape());
    let graph = landscape.graph();
    let (census, ties) = (graph.census(), graph.ties().count());
    let mut sheet = Sheet::headed(system.title());
    sheet.field("system", system.title());
    sheet.field("states", names);
    sheet.say(format_args!(
        "  {} states, {ties} ties; closed triads {}, unbalanced {}",
        names.len(),
        census.closed(),
        census.unbalanced
    ));
    sheet.field("ties", ties);
    sheet.field("closed_triads", census.closed());
    sheet.field("unbalanced", census.unbalanced);
    let frustration = graph.frustration_within(PLACEMENTS);
    let Frustration { found, at_least, .. } = frustration;
    let proof = if frustration.is_proven() {
        "proven".to_owned()
    } else {
        format!("not proven;\n  no split has fewer than {at_least}")
    };
    sheet.say(format_args!(
        "  Ties to turn for balance, sizes and strengths aside: {found} ({proof})"
    ));
    sheet.field("frustration", json!({ "found": found, "at_least": at_least }));
    if names.len() > LISTABLE {
        let why = format!("more than {LISTABLE} states");
        downhill(&mut sheet, system, &frustration, &why);
        return Ok(sheet);
    }
    let stable = match landscape.stable() {
        Ok(stable) => stable,
        Err(AlignmentError::TooManyStable { limit }) => {
            downhill(
                &mut sheet,
                system,
                &frustration,
                &format!("more than {limit}"),
            );
            return Ok(sheet);
        }
        Err(error) => return Err(error.into()),
    };
    let basins: Option<BTreeMap<Alignment, u64>> = landscape.basins().ok();
    let count = stable.len();
    sheet
        .say(format_args!("  Alignments that no single state would leave: {count}"));
    let mut listed = Vec::new();
    for (number, found) in stable.iter().enumerate() {
        let basin = basins.as_ref().and_then(|b| b.get(&found.alignment)).copied();
        let sides = found.alignment.told(names);
        if number < SHOWN {
            let basin = basin.map_or(String::new(), |basin| {
                format!(", {basin} of {} run to it", 1_u64 << (names.len() - 1))
            });
            sheet.say(format_args!("    energy {:.2}{basin}", found.energy));
            sheet.say(wrapped(&sides, 6));
        }
        listed.push(json!({
            "alignment": sides, "energy": found.energy, "basin": basin,
        }));
    }
    if count > SHOWN {
        sheet.say(format_args!("    and {} more", count - SHOWN));
    }
    let barrier = match &stable[..] {
        [first, second, ..] => {
            landscape.barrier(&second.alignment, &first.alignment).ok()
        }
        _ => None,
    };
    if let Some(barrier) = &barrier {
        sheet.say(format_args!(
            "  From the second to the first: {} moves, energy rises by {:.2} at the \
             pass",
            barrier.path.len() - 1,
            barrier.climb
        ));
    }
    sheet.field("stable", listed);
    sheet.field("barrier_from_second_to_first", barrier.map(|b| b.climb));
    Ok(sheet)
}

/// With more than can be listed: one place where the states come to rest.
fn downhill(
    sheet: &mut Sheet,
    system: &System,
    frustration: &Frustration,
    why: &str,
) {
    let (names, landscape) = (system.names(), system.landscape());
    let path = landscape.descend(&frustration.alignments[0]);
    let end = &path[path.len() - 1];
    let (moves, energy) = (path.len() - 1, landscape.energy(end));
    sheet.say(format_args!(
        "  Alignments that no single state would leave: not listed ({why})\n  \
         One of them, {moves} moves downhill from the split found, at energy \
         {energy:.2};\n  that none lies lower is not proven:"
    ));
    sheet.say(wrapped(&end.told(names), 4));
    sheet.field("one_stable", end.told(names));
    sheet.field("energy", energy);
}

/// States up to which all stable alignments are listed.
const LISTABLE: usize = 30;
/// Placements allowed to the proof of a frustration index: a second or so.
const PLACEMENTS: u64 = 5_000_000;
/// Stable alignments that the prose lists.
const SHOWN: usize = 6;

fn pledge(
    system: &System,
    [giver, friend]: &[String; 2],
    penalty: Penalty,
) -> Result<Sheet, InputError> {
    let (from, to) = two(system, giver, friend)?;
    let worth = system.landscape().pledge(from, to, penalty)?;
    let mut sheet = Sheet::headed(format_args!(
        "A pledge of {giver} to stand with {friend}, penalty {penalty}"
    ));
    sheet.say(format_args!(
        "  kept in {:.1}% of the others' alignments; the way out is worth {:.3}",
        100.0 * worth.kept.value(),
        worth.freedom
    ));
    sheet.field("giver", giver);
    sheet.field("friend", friend);
    sheet.field("penalty", penalty);
    sheet.field("kept", worth.kept);
    sheet.field("freedom", worth.freedom);
    Ok(sheet)
}

fn pin(
    system: &System,
    [follower, leader]: &[String; 2],
) -> Result<Sheet, InputError> {
    let pair = two(system, follower, leader)?;
    let mut sheet = Sheet::headed("Whose choice decides which side is heavier");
    sheet.say(format_args!(
        "  with all free, and with {follower} pinned to {leader}"
    ));
    let mut swings = Table::new([
        left("", "state"),
        right("all free", "free"),
        right("pinned", "pinned"),
    ]);
    for (state, name) in system.names().iter().enumerate() {
        let swing = |pins: &[_]| -> Result<Cell, InputError> {
            let swing = system.landscape().swing(state, pins)?;
            Ok(cell(format_args!("{}/{}", swing.decided, swing.of), swing))
        };
        swings.row([plain(name), swing(&[])?, swing(&[pair])?]);
    }
    sheet.table("swings", &swings);
    sheet.field("follower", follower);
    sheet.field("leader", leader);
    Ok(sheet)
}

fn two(system: &System, a: &str, b: &str) -> Result<(usize, usize), InputError> {
    if a == b {
        let told = format!("expected two different states, found {a} twice");
        return Err(InputError::new(told));
    }
    Ok((system.number(a)?, system.number(b)?))
}

/// A system from a file; what the system as a whole refuses is told with the line
/// that is to blame.
fn read_system(path: &Path) -> Result<System, InputError> {
    if common::is_table(path) {
        let (states, ties) = common::read_ties(path)?;
        let tie = |(a, b, sign)| json!({ "between": [a, b], "propensity": sign });
        let tie: Vec<Value> = ties.into_iter().map(tie).collect();
        let title = path.file_stem().unwrap_or_default().to_string_lossy();
        let system = json!({ "title": title, "states": states, "tie": tie });
        let told = |error| InputError::new(format!("{}: {error}", path.display()));
        return serde_json::from_value(system).map_err(told);
    }
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let (Ok(layout), Err(error)) =
        (toml::from_str::<Layout>(&text), toml::from_str::<System>(&text))
    else {
        return common::read_toml(path);
    };
    if error.span().is_some_and(|span| span.start > 0) {
        return common::read_toml(path);
    }
    let line = layout.line_to_blame(&text);
    let told = error.message().trim();
    Err(InputError::new(format!("{}:{line}: {told}", path.display())))
}

/// A file that is in form, with the places of what may still be wrong with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Layout {
    #[serde(rename = "title")]
    _title: String,
    states: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    friends: Vec<Spanned<[String; 2]>>,
    #[serde(default)]
    rivals: Vec<Spanned<[String; 2]>>,
    #[serde(default)]
    sizes: BTreeMap<Spanned<String>, Size>,
    #[serde(default)]
    tie: Vec<Tie>,
}

#[derive(Deserialize)]
struct Tie {
    between: Spanned<[String; 2]>,
    #[serde(rename = "propensity")]
    _propensity: Payoff,
}

impl Layout {
    /// The line of the first name or pair that the system refuses; where it is none
    /// of them, the line of the list of states.
    fn line_to_blame(&self, text: &str) -> usize {
        let at = |start: usize| text[..start].matches('\n').count() + 1;
        let mut names: Vec<&str> = Vec::new();
        for name in self.states.get_ref() {
            if names.contains(&name.get_ref().as_str()) {
                return at(name.span().start);
            }
            names.push(name.get_ref());
        }
        let known = |name: &String| names.contains(&name.as_str());
        if let Some(name) = self.sizes.keys().find(|name| !known(name.get_ref())) {
            return at(name.span().start);
        }
        let long = self.tie.iter().map(|tie| &tie.between);
        let mut tied: Vec<[&String; 2]> = Vec::new();
        for pair in self.friends.iter().chain(&self.rivals).chain(long) {
            let [a, b] = pair.get_ref();
            let again = tied.contains(&[a, b]) || tied.contains(&[b, a]);
            if !known(a) || !known(b) || a == b || again {
                return at(pair.span().start);
            }
            tied.push([a, b]);
        }
        at(self.states.span().start)
    }
}

/// Breaks a sentence into lines of at most 78 columns.
fn wrapped(text: &str, indent: usize) -> String {
    let lines = filled(text.split(' '), [78 - indent, 76 - indent]);
    let indented = lines.iter().enumerate().map(|(row, line)| {
        let indent = if row > 0 { indent + 2 } else { indent };
        format!("{:indent$}{}", "", line.trim_end())
    });
    indented.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blamed(rest: &str) -> usize {
        let text = format!("title = \"t\"\nstates = [\"A\", \"B\"]\n{rest}");
        let layout: Layout = toml::from_str(&text).unwrap();
        assert!(toml::from_str::<System>(&text).is_err());
        layout.line_to_blame(&text)
    }

    #[test]
    fn the_line_to_blame_is_the_line_of_the_name_or_the_pair() {
        assert_eq!(blamed("\nrivals = [\n[\"A\", \"B\"],\n[\"A\", \"C\"]]"), 6);
        assert_eq!(blamed("friends = [[\"A\", \"A\"]]"), 3);
        assert_eq!(blamed("friends = [[\"A\", \"B\"],\n[\"B\", \"A\"]]"), 4);
        assert_eq!(blamed("\n[sizes]\nA = 2\nC = 1"), 6);
        let tie = "[[tie]]\npropensity = 1\nbetween = [\"B\", \"C\"]";
        assert_eq!(blamed(tie), 5);
    }
}
