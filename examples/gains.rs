//! Relative gains: what minding the other's gain does to deals, games, groups and pies;
//! with options, a judgement on a deal of the reader's own.

mod common;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser};
use common::{Answer, InputError};
use demarche::gains::{
    Deal, PublicGood, States, Tolerance, TwoPeriods, War, Zone, accepted_share,
    attention_by_size, census, critical_weight, deepest, deepest_with_transfers,
    effective_weight, fate, relative_gains,
};
use demarche::games::{OrdinalGame, Payoffs};
use demarche::numbers::{Payoff, RelativeWeight, Sensitivity, Size};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

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
        let mut answer = Answer { text: String::new(), results: Vec::new() };
        for (number, case) in (1..).zip(&file.deals) {
            let place = |error| {
                InputError::new(format!(
                    "{}: deal {number}: {error}",
                    path.display()
                ))
            };
            let (text, result) = judge(case).map_err(place)?;
            if number > 1 {
                answer.text.push('\n');
            }
            answer.text += &text;
            answer.results.push(result);
        }
        return Ok(answer);
    }
    let Case { own, other, sensitivity, weight, states, sizes, .. } = &options.case;
    let asked = own.is_some()
        || other.is_some()
        || sensitivity.is_some()
        || weight.is_some()
        || states.is_some()
        || sizes.is_some();
    if asked {
        let (text, result) = judge(&options.case)?;
        return Ok(Answer { text, results: vec![result] });
    }
    chapter()
}

/// Judges one deal.
fn judge(case: &Case) -> Result<(String, Value), InputError> {
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

    let mut text = String::new();
    writeln!(text, "{name}we gain {v}, they gain {w}.")?;
    let weight = if n.count() == 2 {
        "  They hold all of our attention".to_owned()
    } else {
        format!(
            "  One of {n} states, they hold {:.0}% of our attention",
            100.0 * part
        )
    };
    writeln!(text, "{weight}: ρ = {}.", show(rho.value()))?;
    let told = if accepted { "accept" } else { "refuse" };
    let (weight, worth_told) = (show(rho.value()), show(worth));
    writeln!(
        text,
        "  Worth to us: {v} - {weight} x {w} = {worth_told}. We {told}."
    )?;
    let weights = |k: Sensitivity| {
        let rho = deal.critical_weight().unwrap_or(RelativeWeight::from(k));
        let (rho, k) = (show(rho.value()), show(k.value()));
        format!("ρ = {rho}, a sensitivity k of {k}")
    };
    let tolerance = match deal.tolerance() {
        Tolerance::Always => "We accept whatever the weight.".to_owned(),
        Tolerance::UpTo(k) => format!("We accept up to {}.", weights(k)),
        Tolerance::From(k) => {
            format!("Out of spite we accept from {} on.", weights(k))
        }
        Tolerance::Never => "We refuse whatever the weight.".to_owned(),
    };
    writeln!(text, "  {tolerance}")?;

    let result = json!({
        "name": case.name,
        "own": deal.own(),
        "other": deal.other(),
        "gap": deal.gap(),
        "r": r,
        "states": n,
        "attention": part,
        "rho": rho,
        "utility_at": worth,
        "accepted": accepted,
        "tolerance": deal.tolerance(),
    });
    Ok((text, result))
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
fn chapter() -> Result<Answer, InputError> {
    let parts = [
        one_deal()?,
        growing_depth()?,
        named_games()?,
        all_games()?,
        more_states()?,
        one_pie()?,
        price_of_fighting()?,
    ];
    let (texts, results): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    Ok(Answer { text: texts.join("\n"), results })
}

fn one_deal() -> Result<(String, Value), InputError> {
    let deal = Deal::new(2.0, 5.0)?;
    let mut text = "One deal: we gain 2, they gain 5\n".to_owned();
    writeln!(text, "  sensitivity k   worth to us   answer")?;
    let mut rows = Vec::new();
    for k in [0.0, 0.5, 1.0, 2.0] {
        let k = Sensitivity::new(k)?;
        let (worth, accepted) = (deal.utility(k), deal.accepted(k));
        let told = if accepted { "accept" } else { "refuse" };
        writeln!(text, "  {:>13}   {:>11}   {told}", show(k.value()), show(worth))?;
        rows.push(json!({ "k": k, "utility": worth, "accepted": accepted }));
    }
    if let Some(k) = deal.critical_sensitivity() {
        let rho = RelativeWeight::from(k);
        writeln!(
            text,
            "  The answer turns at k = {}, a weight ρ of {}.",
            show(k.value()),
            show(rho.value())
        )?;
    }
    let result =
        json!({ "deal": deal, "tolerance": deal.tolerance(), "by_k": rows });
    Ok((text, result))
}

fn growing_depth() -> Result<(String, Value), InputError> {
    let steps = [Deal::new(3.0, 3.0)?, Deal::new(2.0, 4.0)?, Deal::new(1.0, 5.0)?];
    let mut text =
        "An agreement of one, two or three steps: in all 3 and 3, 5 and 7, 6 and 12\n"
            .to_owned();
    writeln!(
        text,
        "  weight ρ   deals struck   steps agreed   steps with side payments"
    )?;
    let mut rows = Vec::new();
    let transfers = deepest_with_transfers(&steps);
    for rho in [0.0, 0.4, 0.6, 0.8, 0.99] {
        let rho = RelativeWeight::new(rho)?;
        let share = accepted_share(rho, rho);
        let depth = deepest(&steps, rho, rho);
        writeln!(
            text,
            "  {:>8}   {:>11}%   {depth:>12}   {transfers:>24}",
            show(rho.value()),
            show(100.0 * share.value())
        )?;
        rows.push(json!({
            "rho": rho,
            "accepted_share": share,
            "deepest": depth,
            "deepest_with_transfers": transfers,
        }));
    }
    Ok((text, json!({ "steps": steps, "by_rho": rows })))
}

fn named_games() -> Result<(String, Value), InputError> {
    let mut text =
        "Games with payoffs 4, 3, 2, 1, as the weight ρ grows\n".to_owned();
    let mut rows = Vec::new();
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
        let above = show(fate.above().value());
        let told = if from == to {
            "stays what it is".to_owned()
        } else {
            format!("{to} above {above}")
        };
        writeln!(text, "  {from:<18} ({game})   {told}")?;
        rows.push(json!({ "game": game, "class": from, "fate": fate }));
    }
    let rho = RelativeWeight::new(0.4)?;
    let seen = relative_gains(&Payoffs::STAG_HUNT, rho);
    writeln!(text, "  The stag hunt at ρ = 0.4 is seen as {seen:.1}.")?;
    Ok((text, json!({ "by_game": rows, "stag_hunt_at_0.4": seen })))
}

fn all_games() -> Result<(String, Value), InputError> {
    let games = OrdinalGame::all_144();
    let mut text =
        "All 144 games of two by two, 36 of them with a cell that is best for both\n"
            .to_owned();
    writeln!(
        text,
        "  weight ρ   no equilibrium   only one, both regret it   best cell lost"
    )?;
    let mut rows = Vec::new();
    for rho in [0.0, 0.3, 0.4, 0.6, 0.8] {
        let rho = RelativeWeight::new(rho)?;
        let counted = census(&games, rho);
        writeln!(
            text,
            "  {:>8}   {:>14}   {:>24}   {:>14}",
            show(rho.value()),
            counted.equilibria()[0],
            counted.regretted(),
            counted.lost()
        )?;
        rows.push(json!({ "rho": rho, "census": counted }));
    }
    Ok((text, json!({ "games": games.len(), "by_rho": rows })))
}

fn more_states() -> Result<(String, Value), InputError> {
    let mut text =
        "A stag hunt between two of n states: a dilemma above the weight r\n"
            .to_owned();
    writeln!(text, "  states n   all minded alike   one rival only")?;
    let mut rows = Vec::new();
    let hunt = Payoffs::STAG_HUNT;
    let rival = critical_weight(&hunt, States::new(2)?);
    for n in [2, 3, 4, 5, 10] {
        let alike = critical_weight(&hunt, States::new(n)?);
        let told = |r: Option<RelativeWeight>| {
            r.map_or("never".to_owned(), |r| show(r.value()))
        };
        writeln!(text, "  {n:>8}   {:>16}   {:>14}", told(alike), told(rival))?;
        rows.push(json!({ "n": n, "alike": alike, "one_rival": rival }));
    }
    let good = PublicGood::new(1.5)?;
    let critical = good.critical_weight();
    writeln!(
        text,
        "  A public good that returns 1.5 to each is provided up to r = {}, for any n.",
        critical.map_or("none".to_owned(), |r| show(r.value()))
    )?;
    let good = json!({ "return": good, "critical_weight": critical });
    Ok((text, json!({ "by_n": rows, "public_good": good })))
}

fn one_pie() -> Result<(String, Value), InputError> {
    let mut text = "A pie to divide: our share\n".to_owned();
    writeln!(text, "  our ρ   their ρ   least   most    Nash bargain")?;
    let mut rows = Vec::new();
    for (ours, theirs) in
        [(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (1.0, 0.0), (1.0, 1.0)]
    {
        let (ours, theirs) =
            (RelativeWeight::new(ours)?, RelativeWeight::new(theirs)?);
        let zone = Zone::of_pie(ours, theirs);
        let (least, most, nash) = (zone.least(), zone.most(), zone.nash());
        writeln!(
            text,
            "  {:>5}   {:>7}   {least:.3}   {most:.3}   {nash:.3}",
            show(ours.value()),
            show(theirs.value())
        )?;
        rows.push(json!({
            "first": ours, "second": theirs, "zone": zone, "nash": nash,
        }));
    }
    Ok((text, json!({ "by_weights": rows })))
}

fn price_of_fighting() -> Result<(String, Value), InputError> {
    let mut text =
        "States that mind only their own gains, when a lead can win a war\n"
            .to_owned();
    writeln!(text, "  cost of fighting   cooperation   cheating   outcome")?;
    let mut rows = Vec::new();
    for cost in [2.0, 3.0, 4.0, 5.0] {
        let war = War { gap: 3.0, prize: 5.0, cost, loser: 0.0 };
        let world = TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war)?;
        let outcome = if world.cooperates() { "cooperate" } else { "refuse" };
        writeln!(
            text,
            "  {:>16}   {:>11}   {:>8}   {outcome}",
            show(cost),
            show(world.cooperation()),
            show(world.cheating())
        )?;
        rows.push(json!({
            "world": world,
            "cooperation": world.cooperation(),
            "cheating": world.cheating(),
            "cooperates": world.cooperates(),
            "critical_fighting_cost": world.critical_fighting_cost(),
        }));
    }
    Ok((text, json!({ "by_fighting_cost": rows })))
}

/// At most three decimals, and no idle zeros.
fn show(x: f64) -> String {
    if x.abs() >= 1e9 {
        return format!("{x:e}");
    }
    let text = format!("{x:.3}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
