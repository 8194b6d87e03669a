//! Relative gains: what minding the other's gain does to deals, games, groups and pies;
//! with options, a judgement on a deal of the reader's own.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser};
use common::{
    Answer, InputError, Sheet, Table, cell, data, left, number, plain, right, show,
    unseen,
};
use demarche::gains::{
    Deal, PublicGood, States, Tolerance, TwoPeriods, War, Zone, accepted_share,
    attention_by_size, census, critical_weight, deepest, deepest_with_transfers,
    effective_weight, fate, relative_gains,
};
use demarche::games::{OrdinalGame, Payoffs};
use demarche::numbers::{Payoff, RelativeWeight, Sensitivity, Share, Size};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// When does a state refuse a deal that profits it? Without options the demo shows what
/// the chapter shows; with --own and --other it judges your deal, with --file many.
#[derive(Parser, Serialize)]
struct Options {
    #[command(flatten)]
    #[serde(flatten)]
    case: Case,
    /// Judge every deal of a TOML file, such as examples/data/deals.toml
    #[arg(long, conflicts_with_all = ["own", "other", "sensitivity", "weight", "states", "sizes", "pair"])]
    file: Option<PathBuf>,
}

/// A deal to judge, from the command line or from a file.
#[derive(Args, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Case {
    #[arg(skip)]
    name: Option<String>,
    /// What we gain from the deal, measured from no deal
    #[arg(long, value_name = "V", allow_negative_numbers = true)]
    own: Option<Payoff>,
    /// What they gain
    #[arg(long, value_name = "W", allow_negative_numbers = true)]
    other: Option<Payoff>,
    /// How much we mind each unit by which they gain more
    #[arg(long, value_name = "K", conflicts_with = "weight")]
    sensitivity: Option<Sensitivity>,
    /// The same as a weight on the others' gains, from 0 to 1
    #[arg(long, value_name = "R")]
    weight: Option<RelativeWeight>,
    /// How many states there are, all minded alike (2 if not given)
    #[arg(long, value_name = "N", conflicts_with = "sizes")]
    states: Option<States>,
    /// The sizes of the states, minded by size, such as 5,3,1,1
    #[arg(long, value_name = "SIZES", value_delimiter = ',')]
    sizes: Option<Vec<Size>>,
    /// Which two of the sizes make the deal: us,them (1,2 if not given)
    #[arg(long, value_name = "US,THEM", value_delimiter = ',', requires = "sizes")]
    pair: Option<Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "deal")]
    deals: Vec<Case>,
}

fn main() -> ExitCode {
    common::run("gains", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    if let Some(path) = &options.file {
        let file: File = common::read_toml(path)?;
        let judged = (1..).zip(&file.deals).map(|(number, case)| {
            let place = path.display();
            let told = |error| format!("{place}: deal {number}: {error}");
            judge(case).map_err(|error| InputError::new(told(error)))
        });
        return Ok(judged.collect::<Result<Vec<_>, _>>()?.into());
    }
    let Case { own, other, sensitivity, weight, states, sizes, .. } = &options.case;
    let asked = own.is_some()
        || other.is_some()
        || sensitivity.is_some()
        || weight.is_some()
        || states.is_some()
        || sizes.is_some();
    Ok(if asked { vec![judge(&options.case)?].into() } else { chapter()?.into() })
}

const fn answered(accepted: bool) -> &'static str {
    if accepted { "accept" } else { "refuse" }
}

/// Judges one deal.
fn judge(case: &Case) -> Result<Sheet, InputError> {
    let (Some(own), Some(other)) = (case.own, case.other) else {
        return Err(InputError::new("expected both own and other gain of the deal"));
    };
    let deal = Deal::new(own.value(), other.value())?;
    let r = match (case.sensitivity, case.weight) {
        (Some(_), Some(_)) => {
            let told = "expected either a sensitivity or a weight, found both";
            return Err(InputError::new(told));
        }
        (Some(k), None) => RelativeWeight::from(k),
        (None, Some(r)) => r,
        (None, None) => RelativeWeight::ABSOLUTE,
    };
    let (n, part) = table(case)?;
    let rho = RelativeWeight::new(r.value() * part)?;
    let worth = deal.utility_at(rho);
    // On the scale that was asked for, so that the answer agrees with its threshold.
    let accepted = match case.sensitivity {
        Some(k) if n.count() == 2 => deal.accepted(k),
        _ => deal.accepted_at(rho),
    };
    let (v, w) = (show(deal.own()), show(deal.other()));
    let name = case.name.as_ref().map_or(String::new(), |name| format!("{name}: "));
    let mut sheet = Sheet::headed(format_args!("{name}we gain {v}, they gain {w}."));
    let weight = if n.count() == 2 {
        "They hold all of our attention".to_owned()
    } else {
        let part = 100.0 * part;
        format!("One of {n} states, they hold {part:.0}% of our attention")
    };
    let told = show(rho.value());
    sheet.say(format_args!("  {weight}: ρ = {told}."));
    sheet.say(format_args!(
        "  Worth to us: {v} - {told} x {w} = {}. We {}.",
        show(worth),
        answered(accepted)
    ));
    let weights = |k: Sensitivity| {
        let rho = deal.critical_weight().unwrap_or(RelativeWeight::from(k));
        let (rho, k) = (show(rho.value()), show(k.value()));
        format!("ρ = {rho}, a sensitivity k of {k}")
    };
    sheet.say(match deal.tolerance() {
        Tolerance::Always => "  We accept whatever the weight.".to_owned(),
        Tolerance::UpTo(k) => format!("  We accept up to {}.", weights(k)),
        Tolerance::From(k) => {
            format!("  Out of spite we accept from {} on.", weights(k))
        }
        Tolerance::Never => "  We refuse whatever the weight.".to_owned(),
    });
    sheet.field("name", &case.name);
    sheet.field("own", deal.own());
    sheet.field("other", deal.other());
    sheet.field("gap", deal.gap());
    sheet.field("r", r);
    sheet.field("states", n);
    sheet.field("attention", part);
    sheet.field("rho", rho);
    sheet.field("utility_at", worth);
    sheet.field("accepted", accepted);
    sheet.field("tolerance", deal.tolerance());
    Ok(sheet)
}

/// How many states there are, and the part of our attention that they hold.
fn table(case: &Case) -> Result<(States, f64), InputError> {
    let Some(sizes) = &case.sizes else {
        if case.pair.is_some() {
            return Err(InputError::new("expected sizes with a pair, found none"));
        }
        let states = case.states.map_or(States::new(2), Ok)?;
        return Ok((states, effective_weight(RelativeWeight::RANK, states).value()));
    };
    if case.states.is_some() {
        return Err(InputError::new("expected either states or sizes, found both"));
    }
    let states = States::new(sizes.len())?;
    let pair = case.pair.as_deref().unwrap_or(&[1, 2]);
    let all = 1..=sizes.len();
    match *pair {
        [us, them] if us != them && all.contains(&us) && all.contains(&them) => {
            Ok((states, attention_by_size(sizes, us - 1, them - 1)?.value()))
        }
        _ => Err(InputError::new(format!(
            "expected a pair of two different states from 1 to {}, found {}",
            sizes.len(),
            pair.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
        ))),
    }
}

/// What the chapter shows.
fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![
        one_deal()?,
        growing_depth()?,
        named_games()?,
        all_games()?,
        more_states()?,
        one_pie()?,
        price_of_fighting()?,
    ])
}

fn one_deal() -> Result<Sheet, InputError> {
    let deal = Deal::new(2.0, 5.0)?;
    let mut sheet = Sheet::headed("One deal: we gain 2, they gain 5");
    let mut table = Table::new([
        right("sensitivity k", "k"),
        right("worth to us", "utility"),
        left("answer", "accepted"),
    ]);
    for k in [0.0, 0.5, 1.0, 2.0] {
        let (k, accepted) =
            (Sensitivity::new(k)?, deal.accepted(Sensitivity::new(k)?));
        let worth = number(deal.utility(k));
        table.row([number(k.value()), worth, cell(answered(accepted), accepted)]);
    }
    sheet.table("by_k", &table);
    if let Some(k) = deal.critical_sensitivity() {
        let rho = show(RelativeWeight::from(k).value());
        let k = show(k.value());
        sheet.say(format_args!(
            "  The answer turns at k = {k}, a weight ρ of {rho}."
        ));
    }
    sheet.field("deal", deal);
    sheet.field("tolerance", deal.tolerance());
    Ok(sheet)
}

fn growing_depth() -> Result<Sheet, InputError> {
    let steps = [Deal::new(3.0, 3.0)?, Deal::new(2.0, 4.0)?, Deal::new(1.0, 5.0)?];
    let mut sheet = Sheet::headed(
        "An agreement of one, two or three steps: in all 3 and 3, 5 and 7, 6 and 12",
    );
    let mut table = Table::new([
        right("weight ρ", "rho"),
        right("deals struck", "accepted_share"),
        right("steps agreed", "deepest"),
        right("steps with side payments", "deepest_with_transfers"),
    ]);
    for rho in [0.0, 0.4, 0.6, 0.8, 0.99] {
        let rho = RelativeWeight::new(rho)?;
        let share = accepted_share(rho, rho).value();
        table.row([
            number(rho.value()),
            cell(format!("{}%", show(100.0 * share)), share),
            plain(deepest(&steps, rho, rho)),
            plain(deepest_with_transfers(&steps)),
        ]);
    }
    sheet.table("by_rho", &table);
    sheet.field("steps", steps);
    Ok(sheet)
}

fn named_games() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("Games with payoffs 4, 3, 2, 1, as the weight ρ grows");
    let mut table =
        Table::new([left("", "class"), left("", "game"), left("", "fate")]);
    for game in [
        Payoffs::STAG_HUNT,
        Payoffs::CHICKEN,
        Payoffs::HARMONY,
        Payoffs::ASSURANCE,
        Payoffs::COORDINATION,
        Payoffs::DEADLOCK,
        Payoffs::PRISONERS_DILEMMA,
    ] {
        let Some(fate) = fate(&game) else { continue };
        let (from, to) = (game.class(), fate.class());
        let told = if from == to {
            "stays what it is".to_owned()
        } else {
            format!("{to} above {}", show(fate.above().value()))
        };
        table.row([plain(from), cell(format!("({game})"), game), cell(told, fate)]);
    }
    sheet.table("by_game", &table);
    let seen = relative_gains(&Payoffs::STAG_HUNT, RelativeWeight::new(0.4)?);
    sheet.say(format_args!("  The stag hunt at ρ = 0.4 is seen as {seen:.1}."));
    sheet.field("stag_hunt_at_0.4", seen);
    Ok(sheet)
}

fn all_games() -> Result<Sheet, InputError> {
    let games = OrdinalGame::all_144();
    let mut sheet = Sheet::headed(
        "All 144 games of two by two, 36 of them with a cell that is best for both",
    );
    let mut table = Table::new([
        right("weight ρ", "rho"),
        right("no equilibrium", ""),
        right("only one, both regret it", ""),
        right("best cell lost", ""),
        unseen("census"),
    ]);
    for rho in [0.0, 0.3, 0.4, 0.6, 0.8] {
        let counted = census(&games, RelativeWeight::new(rho)?);
        table.row([
            number(rho),
            plain(counted.equilibria()[0]),
            plain(counted.regretted()),
            plain(counted.lost()),
            data(counted),
        ]);
    }
    sheet.table("by_rho", &table);
    sheet.field("games", games.len());
    Ok(sheet)
}

fn more_states() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "A stag hunt between two of n states: a dilemma above the weight r",
    );
    let mut table = Table::new([
        right("states n", "n"),
        right("all minded alike", "alike"),
        right("one rival only", "one_rival"),
    ]);
    let hunt = Payoffs::STAG_HUNT;
    let told = |r: Option<RelativeWeight>| {
        cell(r.map_or("never".to_owned(), |r| show(r.value())), r)
    };
    let rival = critical_weight(&hunt, States::new(2)?);
    for n in [2, 3, 4, 5, 10] {
        let alike = critical_weight(&hunt, States::new(n)?);
        table.row([plain(n), told(alike), told(rival)]);
    }
    sheet.table("by_n", &table);
    let good = PublicGood::new(1.5)?;
    let critical = good.critical_weight();
    let told = critical.map_or("none".to_owned(), |r| show(r.value()));
    sheet.say(format_args!(
        "  A public good that returns 1.5 to each is provided up to r = {told}, for any n."
    ));
    let good = json!({ "return": good, "critical_weight": critical });
    sheet.field("public_good", good);
    Ok(sheet)
}

fn one_pie() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("A pie to divide: our share");
    let mut table = Table::new([
        right("our ρ", "first"),
        right("their ρ", "second"),
        right("least", ""),
        right("most", ""),
        right("Nash bargain", "nash"),
        unseen("zone"),
    ]);
    for (ours, theirs) in
        [(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (1.0, 0.0), (1.0, 1.0)]
    {
        let weights = [RelativeWeight::new(ours)?, RelativeWeight::new(theirs)?];
        let zone = Zone::of_pie(weights[0], weights[1]);
        let three = |share: Share| cell(format!("{share:.3}"), share);
        table.row([
            number(ours),
            number(theirs),
            three(zone.least()),
            three(zone.most()),
            three(zone.nash()),
            data(zone),
        ]);
    }
    sheet.table("by_weights", &table);
    Ok(sheet)
}

fn price_of_fighting() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "States that mind only their own gains, when a lead can win a war",
    );
    let mut table = Table::new([
        right("cost of fighting", ""),
        right("cooperation", "cooperation"),
        right("cheating", "cheating"),
        left("outcome", "cooperates"),
        unseen("world"),
        unseen("critical_fighting_cost"),
    ]);
    for cost in [2.0, 3.0, 4.0, 5.0] {
        let war = War { gap: 3.0, prize: 5.0, cost, loser: 0.0 };
        let world = TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war)?;
        let outcome = if world.cooperates() { "cooperate" } else { "refuse" };
        table.row([
            number(cost),
            number(world.cooperation()),
            number(world.cheating()),
            cell(outcome, world.cooperates()),
            data(world),
            data(world.critical_fighting_cost()),
        ]);
    }
    sheet.table("by_fighting_cost", &table);
    Ok(sheet)
}
