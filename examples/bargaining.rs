//! Bargaining: what a deal needs and where it falls; with options, the reader's own
//! offers, ratifiers or issues.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, cell, left, number, plain, right, show,
};
use demarche::bargaining::{
    Agenda, Coalition, Guarantee, Needs, Offers, Outcomes, Package, Ratifiers,
    Sanction, Shift, Showdown, Success, Unknown, ratification,
};
use demarche::numbers::{
    Amount, Discount, Payoff, Probability, RelativeWeight, Share,
};
use serde::{Deserialize, Serialize};

/// What does a deal need, and who gets what? Without options the demo shows what the
/// chapter shows; with options it bargains for you.
#[derive(Parser, Serialize)]
struct Options {
    /// How patient the two are who make offers in turn, each from 0 to below 1
    #[arg(long, value_name = "A,B", value_delimiter = ',', num_args = 1)]
    patience: Option<Vec<Discount>>,
    /// What they get if they leave the talks, as shares of the pie (0,0 if not given)
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "patience")]
    ways_out: Option<Vec<Share>>,
    /// How many on each side must ratify
    #[arg(long, value_name = "N,M", value_delimiter = ',')]
    ratifiers: Option<Vec<u32>>,
    /// What one issue brings each party, such as 5,-3; once for each issue
    #[arg(
        long,
        value_name = "GAINS",
        allow_hyphen_values = true,
        conflicts_with = "file"
    )]
    issue: Vec<String>,
    /// Issues with names, from a TOML file such as examples/data/bargaining.toml
    #[arg(long)]
    file: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    parties: Option<Vec<String>>,
    #[serde(rename = "issue")]
    issues: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    gains: Vec<Payoff>,
}

fn main() -> ExitCode {
    common::run("bargaining", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let mut sheets = vec![];
    if let Some(patience) = &options.patience {
        let nothing = vec![Share::new(0.0)?; 2];
        let ways_out = options.ways_out.as_ref().unwrap_or(&nothing);
        let offers = Offers {
            patience: two("patience", patience)?,
            ways_out: two("ways-out", ways_out)?,
        };
        sheets.push(divided(offers));
    }
    if let Some(ratifiers) = &options.ratifiers {
        let [first, second] = two("ratifiers", ratifiers)?;
        sheets.push(ratified(Ratifiers { first, second }));
    }
    if let Some(path) = &options.file {
        let file: File = common::read_toml(path)?;
        let placed = |error| InputError::new(format!("{}: {error}", path.display()));
        sheets.push(agreed(file).map_err(placed)?);
    } else if !options.issue.is_empty() {
        let issues = (1..).zip(&options.issue).map(|(number, gains)| {
            let gains = gains.split(',').map(str::parse).collect::<Result<_, _>>();
            Ok(Named { name: format!("issue {number}"), gains: gains? })
        });
        let issues = issues.collect::<Result<_, InputError>>()?;
        sheets.push(agreed(File { parties: None, issues })?);
    }
    if sheets.is_empty() {
        sheets = chapter()?;
    }
    Ok(sheets.into())
}

/// Exactly two, one for each side.
fn two<T: Copy>(name: &str, values: &[T]) -> Result<[T; 2], InputError> {
    values.try_into().map_err(|_| {
        let found = values.len();
        InputError::new(format!("--{name}: expected two numbers, found {found}"))
    })
}

fn divided(offers: Offers) -> Sheet {
    let [d1, d2] = offers.patience.map(|delta| show(delta.value()));
    let mut sheet = Sheet::headed(format!("Offers in turn, patience {d1} and {d2}"));
    sheet.field("offers", offers);
    let division = offers.division();
    sheet.field("division", division);
    let Some(division) = division else {
        sheet.say("  The two ways out exceed the pie: they part.");
        return sheet;
    };
    let (first, second) = (division.first.value(), division.second().value());
    sheet.say(format!(
        "  The first gets {}, the second {}, and nobody waits.",
        show(first),
        show(second)
    ));
    for (side, &way_out, binds) in [
        ("first", &offers.ways_out[0], division.binds[0]),
        ("second", &offers.ways_out[1], division.binds[1]),
    ] {
        if way_out.value() > 0.0 {
            let told = if binds { "is granted in full" } else { "changes nothing" };
            sheet.say(format!(
                "  The {side}'s way out, {}, {told}.",
                show(way_out.value())
            ));
        }
    }
    sheet
}

fn ratified(ratifiers: Ratifiers) -> Sheet {
    let Ratifiers { first, second } = ratifiers;
    let mut sheet = Sheet::headed(format!("{first} and {second} who must ratify"));
    sheet.field("ratifiers", ratifiers);
    sheet.field("one_in", ratifiers.one_in().map(|ways| ways.to_string()));
    sheet.field("chance", ratifiers.chance());
    sheet.say(match ratifiers.one_in() {
        Some(1) => "  There is always a deal that all ratify.".to_owned(),
        Some(ways) => {
            format!("  In one case of {ways} there is a deal that all ratify.")
        }
        None => "  In fewer than one case of 10^38 is there a deal all ratify."
            .to_owned(),
    });
    sheet
}

fn agreed(File { parties, issues }: File) -> Result<Sheet, InputError> {
    let (names, gains): (Vec<_>, Vec<_>) =
        issues.into_iter().map(|issue| (issue.name, issue.gains)).unzip();
    let agenda = Agenda::new(gains)?;
    let parties = parties.unwrap_or_else(|| {
        (1..=agenda.parties()).map(|n| format!("party {n}")).collect()
    });
    if parties.len() != agenda.parties() {
        let (expected, found) = (agenda.parties(), parties.len());
        let told = format!("expected names of {expected} parties, found {found}");
        return Err(InputError::new(told));
    }
    let alone =
        (0..agenda.issues()).filter(|&issue| agenda.signed(&[issue]).is_some());
    let alone: Vec<&str> = alone.map(|issue| names[issue].as_str()).collect();
    let mut sheet = Sheet::headed(format!(
        "{} issues among {}",
        agenda.issues(),
        parties.join(", ")
    ));
    sheet.field("issues", &names);
    sheet.field("signed_alone", &alone);
    sheet.say(match &alone[..] {
        [] => "  Alone, none of them is signed.".to_owned(),
        some => format!("  Signed alone: {}.", some.join(", ")),
    });
    let package = agenda.smallest_table();
    sheet.field("smallest_table", &package);
    let Some(Package { issues, parties: givers, gains }) = package else {
        sheet.say("  Nor is any package of them.");
        return Ok(sheet);
    };
    let chosen: Vec<&str> =
        issues.iter().map(|&issue| names[issue].as_str()).collect();
    sheet.say("  Signed by as few as can be:");
    for issue in chosen {
        sheet.say(format!("    {issue}"));
    }
    let givers: Vec<&str> =
        givers.iter().map(|&party| parties[party].as_str()).collect();
    sheet.say(match &givers[..] {
        [] => "  Nobody has to give anything up.".to_owned(),
        some => format!("  Who gives something up: {}.", some.join(", ")),
    });
    let gains =
        parties.iter().zip(&gains).map(|(party, &x)| format!("{party} {}", show(x)));
    sheet.say(format!("  It brings: {}.", gains.collect::<Vec<_>>().join(", ")));
    Ok(sheet)
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![
        vetoes()?,
        patience_and_ways_out()?,
        small_states()?,
        a_reward()?,
        friends_and_rivals()?,
        threats()?,
        knowing()?,
        tomorrow()?,
    ])
}

fn vetoes() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("One deal in how many cases that all ratify");
    let mut table = Table::new([
        right("first side", "first"),
        right("second: 1", "1"),
        right("2", "2"),
        right("3", "3"),
    ]);
    for first in 1..=3 {
        let one_in = |second| match (Ratifiers { first, second }.one_in()) {
            Some(ways) => cell(ways, ways.to_string()),
            None => cell("", ()),
        };
        table.row([plain(first), one_in(1), one_in(2), one_in(3)]);
    }
    sheet.table("one_in", &table);
    let mut table = Table::new([
        right("a ratifier needs at most", "largest"),
        right("is offered", "share"),
        right("takes it", "ratified"),
        right("its side expects", "expected"),
    ]);
    for largest in [0.25, 0.5, 0.75, 1.0] {
        let offer = ratification(Share::new(largest)?);
        table.row([
            number(largest),
            number(offer.share.value()),
            number(offer.ratified.value()),
            number(offer.expected().value()),
        ]);
    }
    sheet.table("ratification", &table);
    Ok(sheet)
}

fn patience_and_ways_out() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("Offers in turn: the share of who begins");
    let mut table = Table::new([
        left("patience", "patience"),
        left("ways out", "ways_out"),
        right("first", "first"),
    ]);
    for (patience, ways_out) in [
        ([0.9, 0.9], [0.0, 0.0]),
        ([0.95, 0.9], [0.0, 0.0]),
        ([0.9, 0.8], [0.0, 0.0]),
        ([0.9, 0.9], [0.0, 0.45]),
        ([0.9, 0.9], [0.0, 0.6]),
    ] {
        let [a, b] = patience;
        let [v, w] = ways_out;
        let offers = Offers {
            patience: [Discount::new(a)?, Discount::new(b)?],
            ways_out: [Share::new(v)?, Share::new(w)?],
        };
        let first =
            offers.division().map_or(f64::NAN, |division| division.first.value());
        let told = |[a, b]: [f64; 2]| format!("{} and {}", show(a), show(b));
        table.row([
            cell(told(patience), patience),
            cell(told(ways_out), ways_out),
            number(first),
        ]);
    }
    sheet.table("divisions", &table);
    Ok(sheet)
}

fn small_states() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Small states with 0.15 elsewhere, as one against a large one",
    );
    let mut table = Table::new([
        right("members", "members"),
        right("elsewhere", "way_out"),
        right("together", "share"),
        right("each", "each"),
    ]);
    for members in 1..=5 {
        let small = Coalition::new(members, Share::new(0.15)?, Discount::new(0.9)?)?;
        let together = small.share().value();
        table.row([
            plain(members),
            number(small.way_out().value()),
            number(together),
            number(together / f64::from(members)),
        ]);
    }
    sheet.table("coalitions", &table);
    Ok(sheet)
}

fn a_reward() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Each needs 0.6 of one thing; a reward that costs 0.1");
    let mut table =
        Table::new([right("worth to the other", "worth"), left("deal", "zone")]);
    for worth in [0.0, 0.2, 0.3, 0.4] {
        let needs = Needs::new(0.6, 0.6)?;
        let cost = Share::new(if worth > 0.0 { 0.1 } else { 0.0 })?;
        let zone = needs.rewarded(Share::new(worth)?, cost).zone();
        let told = zone.map_or("none".to_owned(), |zone| {
            let ends = [zone.least(), zone.most()].map(|end| show(end.value()));
            format!("{} to {}", ends[0], ends[1])
        });
        table.row([number(worth), cell(told, zone)]);
    }
    sheet.table("rewards", &table);
    Ok(sheet)
}

fn friends_and_rivals() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("A sanction that costs the target 1, the sender 0.2");
    let mut table = Table::new([
        right("weight ρ", "weight"),
        left("threat", "credible"),
        right("would concede", "most_conceded"),
    ]);
    for weight in [0.0, 0.1, 0.25, 0.5] {
        let sanction = Sanction {
            weight: RelativeWeight::new(weight)?,
            sender: Amount::new(0.2)?,
            target: Amount::new(1.0)?,
        };
        let credible = sanction.is_credible();
        let told = if credible { "credible" } else { "empty" };
        let most = sanction.most_conceded().value();
        table.row([number(weight), cell(told, credible), number(most)]);
    }
    sheet.table("sanctions", &table);
    Ok(sheet)
}

fn threats() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Threats and sanctions with a known end, 1945-2005");
    let mut table = Table::new([
        left("", "stage"),
        right("cases", "total"),
        right("gave in", "narrow"),
        right("or settled", "broad"),
    ]);
    for (stage, outcomes) in [
        ("threatened only", Outcomes::THREATENED),
        ("imposed", Outcomes::IMPOSED),
        ("  through an institution", Outcomes::THROUGH_AN_INSTITUTION),
        ("  without one", Outcomes::WITHOUT_AN_INSTITUTION),
    ] {
        let rate = |success| {
            let rate = outcomes.rate(success);
            cell(format!("{:.1}%", 100.0 * rate), rate)
        };
        table.row([
            cell(stage, stage.trim()),
            plain(outcomes.total()),
            rate(Success::Narrow),
            rate(Success::Broad),
        ]);
    }
    sheet.table("outcomes", &table);
    let showdown =
        Showdown::new(Share::new(0.4)?, Share::new(0.5)?, Probability::new(1.0)?)?;
    let (threat, sanction) = (showdown.threat_works(), showdown.sanctions_work());
    sheet.say(format!(
        "  In the model, bite 0.4, surprise 0.5: {} at the threat, {} of the rest after.",
        show(threat.value()),
        show(sanction.value())
    ));
    sheet.field("showdown", showdown);
    sheet.field("threat_works", threat);
    sheet.field("sanctions_work", sanction);
    Ok(sheet)
}

fn knowing() -> Result<Sheet, InputError> {
    let unknown = Unknown::of(0.5, 0.1, [0.0, 0.4])?;
    let (blind, seeing) = (unknown.values(), unknown.known());
    let mut sheet =
        Sheet::headed("A demand without and with knowing what war costs them");
    let mut table = Table::new([
        left("", "we"),
        right("war", "war"),
        right("we expect", "first"),
        right("they expect", "second"),
    ]);
    let war = unknown.war().value();
    for (told, war, [first, second]) in
        [("guessing", war, blind), ("knowing", 0.0, seeing)]
    {
        table.row([plain(told), number(war), number(first), number(second)]);
    }
    sheet.table("knowledge", &table);
    sheet.field("demand", unknown.demand());
    sheet.field("destroyed", unknown.destroyed());
    Ok(sheet)
}

fn tomorrow() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Even odds that are about to shift: how far before there is war today",
    );
    let mut table = Table::new([
        right("patience δ", "patience"),
        right("tolerable", "tolerable"),
        right("guarantor may leave", "most_doubt"),
    ]);
    for patience in [0.9, 0.95, 0.99] {
        let rivals = Shift::of(0.5, 0.5, patience)?;
        let held = Probability::new(0.5)?;
        let guarantee = Guarantee { held, leaves: Probability::new(0.0)? };
        let doubt = guarantee.most_doubt(rivals, Probability::new(0.8)?);
        table.row([
            number(patience),
            number(rivals.tolerable().value()),
            cell(
                doubt.map_or("never".to_owned(), |doubt| show(doubt.value())),
                doubt,
            ),
        ]);
    }
    sheet.table("shifts", &table);
    sheet.say("  The last column: with what chance, if else the odds become 0.8.");
    Ok(sheet)
}
