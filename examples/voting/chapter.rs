//! What the demo shows without options: the tables of the chapter.

use std::fmt::Write as _;

use demarche::numbers::{Rate, Share, Time};
use demarche::voting::{
    Alliance, Body, Choices, Estimate, Exact, Outside, Rule, Tally, Ties, Wait,
    Weighted, bodies, decimal,
};
use serde_json::json;

use crate::common::{Answer, InputError};
use crate::{exact, percent};

/// Every table of the chapter, in its order.
pub(crate) fn chapter() -> Result<Answer, InputError> {
    let mut answer = Answer { text: String::new(), results: Vec::new() };
    six(&mut answer)?;
    council(&mut answer)?;
    enlargement(&mut answer)?;
    fund(&mut answer)?;
    agreement(&mut answer)?;
    waiting(&mut answer)?;
    elected_blocs(&mut answer)?;
    brokers(&mut answer)?;
    outside(&mut answer)?;
    Ok(answer)
}

/// The Six of 1958 under both rules of article 148.
fn six(answer: &mut Answer) -> Result<(), InputError> {
    let (proposal, other) = (bodies::eec_1958(), bodies::eec_1958_other());
    let (on_proposal, otherwise) = (Tally::of(&proposal)?, Tally::of(&other)?);
    let votes = [4_u32, 4, 4, 2, 2, 1];
    let text = &mut answer.text;
    writeln!(text, "The Council of the Six, 1958: 12 of 17 votes")?;
    writeln!(text, "                           on a proposal       in other cases")?;
    writeln!(
        text,
        "  member       votes   Shapley    Banzhaf   Shapley    Banzhaf"
    )?;
    let mut rows = Vec::new();
    for member in 0..6 {
        let name = &proposal.members()[member];
        let [a, b] = [&on_proposal, &otherwise].map(|tally| {
            (
                tally.shapley_shubik()[member].clone(),
                tally.normalised()[member].clone(),
            )
        });
        let votes = votes[member];
        writeln!(
            text,
            "  {name:<12}{votes:>4}/17{:>10}{:>11}{:>10}{:>11}",
            a.0.to_string(),
            a.1.to_string(),
            b.0.to_string(),
            b.1.to_string(),
        )?;
        rows.push(json!({
            "name": name,
            "votes": votes,
            "on_proposal": { "shapley_shubik": exact(&a.0), "normalised": exact(&a.1) },
            "otherwise": { "shapley_shubik": exact(&b.0), "normalised": exact(&b.1) },
        }));
    }
    answer.results.push(json!({ "show": "six", "members": rows }));
    Ok(())
}

/// The Security Council before and after 1965, with and without abstention.
fn council(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nThe Security Council: the chance to be decisive")?;
    writeln!(
        text,
        "                         yes or no only    with abstention, as practised"
    )?;
    writeln!(text, "                         1945      1965    1945      1965")?;
    let two = [bodies::security_council_1945(), bodies::security_council()];
    let three = [
        bodies::security_council_1945_as_practised(),
        bodies::security_council_as_practised(),
    ];
    let mut rows = Vec::new();
    for body in &two {
        let tally = Tally::of(body)?;
        rows.push([tally.banzhaf(0), tally.banzhaf(5), tally.power_to_act()]);
    }
    for assembly in &three {
        let power = assembly.power(Choices::Three)?;
        let banzhaf = power.banzhaf();
        rows.push([
            banzhaf[0].clone(),
            banzhaf[5].clone(),
            power.power_to_act().clone(),
        ]);
    }
    for (place, name) in
        ["a permanent member", "an elected member", "the motion passes"]
            .into_iter()
            .enumerate()
    {
        write!(text, "  {name:<20}")?;
        for (column, row) in rows.iter().enumerate() {
            let gap = if column == 2 { 8 } else { 10 };
            write!(text, "{:>gap$}", percent(decimal(&row[place])))?;
        }
        text.push('\n');
    }
    write!(text, "  {:<20}", "permanent : elected")?;
    for (column, row) in rows.iter().enumerate() {
        let gap = if column == 2 { 8 } else { 10 };
        write!(text, "{:>gap$}", format!("{:.2}", decimal(&(&row[0] / &row[1]))))?;
    }
    text.push('\n');
    let names = ["1945", "1965", "1945_as_practised", "1965_as_practised"];
    for (name, row) in names.iter().zip(&rows) {
        answer.results.push(json!({
            "show": "security_council", "rule": name, "permanent": exact(&row[0]),
            "elected": exact(&row[1]), "power_to_act": exact(&row[2]),
        }));
    }
    Ok(())
}

/// Luxembourg and the Council through the enlargements.
fn enlargement(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nThe Council's majority vote, 1958 to 2024, and Luxembourg in it"
    )?;
    writeln!(
        text,
        "  year  members  motions    Luxembourg's   its share  wait    wait if all"
    )?;
    writeln!(
        text,
        "                 that pass  chance to be  of the           must agree"
    )?;
    writeln!(text, "                            decisive      power")?;
    let years = [
        (1958, bodies::eec_1958()),
        (1973, bodies::eec_1973()),
        (1981, bodies::ec_1981()),
        (1986, bodies::ec_1986()),
        (1995, bodies::eu_1995()),
        (2013, bodies::eu_nice()),
        (2024, bodies::eu_lisbon()),
    ];
    for (year, body) in years {
        let tally = Tally::of(&body)?;
        let member = body.find("Luxembourg").unwrap_or_default();
        let (pb, share) =
            (tally.banzhaf(member), tally.normalised()[member].clone());
        let wait = tally.mean_wait();
        let all = unanimity_wait(body.len())?;
        writeln!(
            text,
            "  {year}{:>8}{:>12}{:>13}{:>12}{:>8.2}{:>11.2}",
            body.len(),
            percent(decimal(&tally.power_to_act())),
            percent(decimal(&pb)),
            percent(decimal(&share)),
            decimal(&wait),
            decimal(&all),
        )?;
        answer.results.push(json!({
            "show": "enlargement", "year": year, "members": body.len(),
            "power_to_act": exact(&tally.power_to_act()), "banzhaf": exact(&pb),
            "normalised": exact(&share), "mean_wait": exact(&wait),
            "mean_wait_unanimity": exact(&all),
        }));
    }
    Ok(())
}

fn unanimity(members: usize) -> Result<Body, InputError> {
    Ok(Body::nameless(members, Rule::unanimity(members))?)
}

fn unanimity_wait(members: usize) -> Result<Exact, InputError> {
    Ok(Tally::of(&unanimity(members)?)?.mean_wait())
}

/// The United States at the International Monetary Fund under three quotas.
fn fund(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nThe Monetary Fund of October 2022: the United States, 16.5% of the votes"
    )?;
    writeln!(
        text,
        "  quota   motions     share of    power to   power to    Japan's share"
    )?;
    writeln!(
        text,
        "          that pass   the power   prevent    initiate    of the power"
    )?;
    let quotas = [
        ("50%", bodies::imf_ordinary()),
        ("70%", bodies::imf_70()),
        ("85%", bodies::imf_85()),
    ];
    for (quota, body) in quotas {
        let power = Estimate::banzhaf_only(&body)?;
        let (share, prevent) = (power.normalised(), power.prevent()[0]);
        let initiate = power.initiate()[0];
        writeln!(
            text,
            "  {quota:<7}{:>10}{:>12}{:>11}{:>12}{:>14}",
            percent(power.power_to_act()),
            percent(share[0]),
            percent(prevent),
            percent(initiate),
            percent(share[1]),
        )?;
        answer.results.push(json!({
            "show": "fund", "quota": quota, "power_to_act": power.power_to_act(),
            "normalised": share[0], "prevent": prevent, "initiate": initiate,
            "normalised_japan": share[1],
        }));
    }
    Ok(())
}

/// Unanimity and consensus of so many.
fn agreement(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nAgreement of all: how often a motion passes, and the mean wait"
    )?;
    writeln!(text, "  members   each yes or no   nobody objects   wait")?;
    for members in [5, 8, 15, 32, 166] {
        let tally = Tally::of(&unanimity(members)?)?;
        let silent = bodies::consensus(members).power(Choices::Three)?;
        let (act, silent) = (tally.power_to_act(), silent.power_to_act().clone());
        let wait = tally.mean_wait();
        writeln!(
            text,
            "  {members:>7}{:>17}{:>17}{:>7.2}",
            percent(decimal(&act)),
            percent(decimal(&silent)),
            decimal(&wait)
        )?;
        answer.results.push(json!({
            "show": "agreement", "members": members, "unanimity": exact(&act),
            "consensus": exact(&silent), "mean_wait": exact(&wait),
        }));
    }
    Ok(())
}

/// Waiting times by rule, and the race with a conflict.
fn waiting(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(
        text,
        "\nHow long until enough are ready, and who is first: the body, or a"
    )?;
    writeln!(
        text,
        "conflict that spreads at half the rate at which one member decides?"
    )?;
    writeln!(
        text,
        "  rule                                     wait   passed by 2   body first"
    )?;
    let rules = [
        ("any 9 of 15", bodies::security_council_procedural()),
        ("9 of 15 with five vetoes", bodies::security_council()),
        ("7 of 11 with five vetoes", bodies::security_council_1945()),
        ("97 of 193", bodies::general_assembly()),
        ("129 of 193", bodies::general_assembly_important()),
        ("8 of 8", bodies::league_1920()),
        ("15 of 15", bodies::league_1933()),
    ];
    for (name, body) in rules {
        let tally = Tally::of(&body)?;
        let (mean, wait) = (tally.mean_wait(), Wait::of(&tally));
        let (by, first) =
            (wait.passed_by(Time::new(2.0)?), wait.ahead_of(Rate::new(0.5)?));
        writeln!(
            text,
            "  {name:<38}{:>7.2}{:>14}{:>13}",
            decimal(&mean),
            percent(by),
            percent(first)
        )?;
        answer.results.push(json!({
            "show": "waiting", "rule": name, "mean_wait": exact(&mean), "passed_by_2": by,
            "ahead_of_half": first,
        }));
    }
    Ok(())
}

/// Elected members of the Security Council who vote as one.
fn elected_blocs(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    let council = bodies::security_council();
    writeln!(
        text,
        "\nElected members of the Security Council who vote as one, by majority"
    )?;
    writeln!(
        text,
        "  size   bloc      sum of   each,     each,     a permanent   the other"
    )?;
    writeln!(
        text,
        "                   parts    alone     allied    member        elected"
    )?;
    for size in [2, 3, 4, 5, 7] {
        let alliance = Alliance::new((5..5 + size).collect(), Rule::majority(size))?;
        let report = alliance.report(&council)?;
        let (permanent, other) = (&report.others[0].2, &report.others[5].2);
        writeln!(
            text,
            "  {size:>4}{:>8}{:>10}{:>9}{:>10}{:>15}{:>12}",
            percent(decimal(&report.bloc)),
            percent(decimal(&report.sum_alone)),
            percent(decimal(&report.allies[0].alone)),
            percent(decimal(&report.allies[0].allied)),
            percent(decimal(permanent)),
            percent(decimal(other)),
        )?;
        answer.results.push(json!({
            "show": "blocs", "size": size, "bloc": exact(&report.bloc),
            "sum_alone": exact(&report.sum_alone), "alone": exact(&report.allies[0].alone),
            "allied": exact(&report.allies[0].allied), "permanent": exact(permanent),
            "other_elected": exact(other), "expedient": report.is_expedient(),
        }));
    }
    Ok(())
}

/// What carrying messages is worth.
fn brokers(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nA broker without a vote: its Myerson value, and a party's")?;
    let enemies = |brokers: usize| -> Result<Body, InputError> {
        let n = 2 + brokers;
        Ok(Body::nameless(n, Rule::Weighted(Weighted::every(n, &[0, 1])?))?)
    };
    let two_of_three =
        Body::nameless(4, Rule::Weighted(Weighted::new(2, vec![1, 1, 1, 0])?))?;
    let cases = [
        ("two enemies, one broker", enemies(1)?, vec![(0, 2), (1, 2)], 2),
        (
            "the same, and they talk directly",
            enemies(1)?,
            vec![(0, 2), (1, 2), (0, 1)],
            2,
        ),
        (
            "two enemies, two brokers",
            enemies(2)?,
            vec![(0, 2), (1, 2), (0, 3), (1, 3)],
            2,
        ),
        (
            "two of three must agree, one broker",
            two_of_three.clone(),
            vec![(0, 3), (1, 3), (2, 3)],
            3,
        ),
        (
            "the same, and all talk directly",
            two_of_three,
            vec![(0, 3), (1, 3), (2, 3), (0, 1), (0, 2), (1, 2)],
            3,
        ),
    ];
    for (name, body, pairs, broker) in cases {
        let value = Ties::new(body.len(), &pairs)?.myerson(&body)?;
        let (own, party) = (&value[broker], &value[0]);
        writeln!(
            text,
            "  {name:<40}{:>6}{:>8}",
            own.to_string(),
            party.to_string()
        )?;
        answer.results.push(json!({
            "show": "brokers", "case": name, "broker": exact(own), "party": exact(party),
        }));
    }
    Ok(())
}

/// A veto against a power that may act alone.
fn outside(answer: &mut Answer) -> Result<(), InputError> {
    let text = &mut answer.text;
    writeln!(text, "\nA strong power wants 1, a veto holder .25, and 0 is what is")?;
    writeln!(text, "  cost of acting alone   agreed   the veto")?;
    for cost in [0.8, 0.5, 0.4, 0.2, 0.0] {
        let talk = Outside::new(Share::new(0.25)?, Share::new(cost)?);
        let binds = if talk.veto_binds() { "binds" } else { "does not bind" };
        writeln!(text, "  {cost:>20.1}{:>9.2}   {binds}", talk.agreed())?;
        answer.results.push(json!({
            "show": "outside", "veto_holder": 0.25, "cost": cost, "agreed": talk.agreed(),
            "veto_binds": talk.veto_binds(),
        }));
    }
    Ok(())
}
