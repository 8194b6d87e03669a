//! What the demo shows without options: the tables of the chapter.

use demarche::exact::decimal;
use demarche::numbers::{Rate, Share, Time};
use demarche::voting::{
    Alliance, Assembly, Body, Choices, Estimate, Outside, Rule, Tally, Ties, Wait,
    Weighted, bodies,
};

use crate::common::{
    InputError, Sheet, Table, cell, hundredths, left, number, plain, right,
};
use crate::{chance, exact, times};

/// Every table of the chapter, in its order.
pub(crate) fn chapter() -> Result<Vec<Sheet>, InputError> {
    Ok(vec![
        six()?,
        council()?,
        enlargement()?,
        fund()?,
        agreement()?,
        waiting()?,
        elected_blocs()?,
        brokers()?,
        outside()?,
    ])
}

/// The Six of 1958 under both rules of article 148.
fn six() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("The Council of the Six, 1958: 12 of 17 votes");
    let mut table = Table::new([
        left("member", "name"),
        right("votes", "votes"),
        right("Shapley", "shapley_shubik"),
        right("Banzhaf", "normalised"),
        right("Shapley, 4 of 6", "shapley_shubik_otherwise"),
        right("Banzhaf, 4 of 6", "normalised_otherwise"),
    ]);
    let body = bodies::eec_1958();
    let tallies = [Tally::of(&body)?, Tally::of(&bodies::eec_1958_other())?];
    let [proposal, other] =
        tallies.map(|tally| [tally.shapley_shubik(), tally.normalised()]);
    for (member, votes) in [4, 4, 4, 2, 2, 1].into_iter().enumerate() {
        let told = |index: &[_]| cell(&index[member], exact(&index[member]));
        table.row([
            plain(&body.members()[member]),
            cell(format!("{votes}/17"), votes),
            told(&proposal[0]),
            told(&proposal[1]),
            told(&other[0]),
            told(&other[1]),
        ]);
    }
    sheet.table("six", &table);
    Ok(sheet)
}

/// The Security Council before and after 1965, with and without abstention.
fn council() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed("The Security Council: the chance to be decisive");
    let mut table = Table::new([
        left("", "rule"),
        right("permanent", "permanent"),
        right("elected", "elected"),
        right("ratio", ""),
        right("motions that pass", "power_to_act"),
    ]);
    let two = |body: Body| -> Result<_, InputError> {
        let tally = Tally::of(&body)?;
        Ok([tally.banzhaf(0), tally.banzhaf(5), tally.power_to_act()])
    };
    let three = |council: Assembly| -> Result<_, InputError> {
        let power = council.power(Choices::Three)?;
        let each = power.banzhaf();
        Ok([each[0].clone(), each[5].clone(), power.power_to_act().clone()])
    };
    for (rule, [permanent, elected, act]) in [
        ("1945, yes or no only", two(bodies::security_council_1945())?),
        ("1965, yes or no only", two(bodies::security_council())?),
        (
            "1945, with abstention",
            three(bodies::security_council_1945_as_practised())?,
        ),
        ("1965, with abstention", three(bodies::security_council_as_practised())?),
    ] {
        table.row([
            plain(rule),
            chance(&permanent),
            chance(&elected),
            cell(format!("{:.2}", decimal(&(&permanent / &elected))), ()),
            chance(&act),
        ]);
    }
    sheet.table("security_council", &table);
    Ok(sheet)
}

/// Luxembourg and the Council through the enlargements.
fn enlargement() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "The Council's majority vote, 1958 to 2024, and Luxembourg in it",
    );
    let mut table = Table::new([
        right("year", "year"),
        right("members", "members"),
        right("pass", "power_to_act"),
        right("decisive", "banzhaf"),
        right("of the power", "normalised"),
        right("wait", "mean_wait"),
        right("wait for all", "mean_wait_unanimity"),
    ]);
    for (year, body) in [
        (1958, bodies::eec_1958()),
        (1973, bodies::eec_1973()),
        (1981, bodies::ec_1981()),
        (1986, bodies::ec_1986()),
        (1995, bodies::eu_1995()),
        (2013, bodies::eu_nice()),
        (2024, bodies::eu_lisbon()),
    ] {
        let tally = Tally::of(&body)?;
        let luxembourg = body.find("Luxembourg").unwrap_or_default();
        table.row([
            plain(year),
            plain(body.len()),
            chance(&tally.power_to_act()),
            chance(&tally.banzhaf(luxembourg)),
            chance(&tally.normalised()[luxembourg]),
            times(&tally.mean_wait()),
            times(&Tally::of(&unanimity(body.len())?)?.mean_wait()),
        ]);
    }
    sheet.table("enlargement", &table);
    Ok(sheet)
}

fn unanimity(members: usize) -> Result<Body, InputError> {
    Ok(Body::nameless(members, Rule::unanimity(members))?)
}

/// The United States at the International Monetary Fund under three quotas.
fn fund() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "The Monetary Fund of October 2022: the United States, 16.5% of the votes",
    );
    let mut table = Table::new([
        right("quota", "quota"),
        right("pass", "power_to_act"),
        right("of the power", "normalised"),
        right("to prevent", "prevent"),
        right("to initiate", "initiate"),
        right("Japan's power", "normalised_japan"),
    ]);
    for (quota, body) in [
        ("50%", bodies::imf_ordinary()),
        ("70%", bodies::imf_70()),
        ("85%", bodies::imf_85()),
    ] {
        let power = Estimate::banzhaf_only(&body)?;
        let share = power.normalised();
        let about = |share: f64| cell(hundredths(share), share);
        table.row([
            plain(quota),
            about(power.power_to_act()),
            about(share[0]),
            about(power.prevent()[0]),
            about(power.initiate()[0]),
            about(share[1]),
        ]);
    }
    sheet.table("fund", &table);
    Ok(sheet)
}

/// Unanimity and consensus of so many.
fn agreement() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Agreement of all: how often a motion passes, and the mean wait",
    );
    let mut table = Table::new([
        right("members", "members"),
        right("each yes or no", "unanimity"),
        right("nobody objects", "consensus"),
        right("wait", "mean_wait"),
    ]);
    for members in [5, 8, 15, 32, 166] {
        let tally = Tally::of(&unanimity(members)?)?;
        let silent = bodies::consensus(members).power(Choices::Three)?;
        table.row([
            plain(members),
            chance(&tally.power_to_act()),
            chance(silent.power_to_act()),
            times(&tally.mean_wait()),
        ]);
    }
    sheet.table("agreement", &table);
    Ok(sheet)
}

/// Waiting times by rule, and the race with a conflict.
fn waiting() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "How long until enough are ready, and who is first: the body, or a",
    );
    sheet.say("conflict that spreads at half the rate at which one member decides?");
    let mut table = Table::new([
        left("rule", "rule"),
        right("wait", "mean_wait"),
        right("passed by 2", "passed_by_2"),
        right("body first", "ahead_of_half"),
    ]);
    for (name, body) in [
        ("any 9 of 15", bodies::security_council_procedural()),
        ("9 of 15 with five vetoes", bodies::security_council()),
        ("7 of 11 with five vetoes", bodies::security_council_1945()),
        ("97 of 193", bodies::general_assembly()),
        ("129 of 193", bodies::general_assembly_important()),
        ("8 of 8", bodies::league_1920()),
        ("15 of 15", bodies::league_1933()),
    ] {
        let tally = Tally::of(&body)?;
        let wait = Wait::of(&tally);
        let by = wait.passed_by(Time::new(2.0)?);
        let first = wait.ahead_of(Rate::new(0.5)?);
        table.row([
            plain(name),
            times(&tally.mean_wait()),
            cell(hundredths(by), by),
            cell(hundredths(first), first),
        ]);
    }
    sheet.table("waiting", &table);
    Ok(sheet)
}

/// Elected members of the Security Council who vote as one.
fn elected_blocs() -> Result<Sheet, InputError> {
    let mut sheet = Sheet::headed(
        "Elected members of the Security Council who vote as one, by majority",
    );
    let mut table = Table::new([
        right("size", "size"),
        right("bloc", "bloc"),
        right("its parts", "sum_alone"),
        right("each alone", "alone"),
        right("allied", "allied"),
        right("permanent", "permanent"),
        right("others", "other_elected"),
    ]);
    let council = bodies::security_council();
    for size in [2, 3, 4, 5, 7] {
        let alliance = Alliance::new((5..5 + size).collect(), Rule::majority(size))?;
        let report = alliance.report(&council)?;
        table.row([
            plain(size),
            chance(&report.bloc),
            chance(&report.sum_alone),
            chance(&report.allies[0].before),
            chance(&report.allies[0].after),
            chance(&report.others[0].after),
            chance(&report.others[5].after),
        ]);
    }
    sheet.table("blocs", &table);
    Ok(sheet)
}

/// What carrying messages is worth.
fn brokers() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("A broker without a vote: its Myerson value, and a party's");
    let mut table =
        Table::new([left("", "case"), right("", "broker"), right("", "party")]);
    let parties = |quota: u64, parties: usize, brokers: usize| {
        let votes = [vec![1; parties], vec![0; brokers]].concat();
        Body::nameless(
            parties + brokers,
            Rule::Weighted(Weighted::new(quota, votes)?),
        )
    };
    let (two, two_of_three) = (parties(2, 2, 1)?, parties(2, 3, 1)?);
    let all = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
    for (name, body, pairs, broker) in [
        ("two enemies, one broker", &two, &[(0, 2), (1, 2)][..], 2),
        ("the same, and they talk directly", &two, &[(0, 1), (0, 2), (1, 2)], 2),
        (
            "two enemies, two brokers",
            &parties(2, 2, 2)?,
            &[(0, 2), (1, 2), (0, 3), (1, 3)],
            2,
        ),
        (
            "two of three must agree, one broker",
            &two_of_three,
            &[(0, 3), (1, 3), (2, 3)],
            3,
        ),
        ("the same, and all talk directly", &two_of_three, &all, 3),
    ] {
        let value = Ties::new(body.len(), pairs)?.myerson(body)?;
        let told = |member: usize| cell(&value[member], exact(&value[member]));
        table.row([plain(name), told(broker), told(0)]);
    }
    sheet.table("brokers", &table);
    Ok(sheet)
}

/// A veto against a power that may act alone.
fn outside() -> Result<Sheet, InputError> {
    let mut sheet =
        Sheet::headed("A strong power wants 1, a veto holder .25, and 0 is what is");
    let mut table = Table::new([
        right("cost of acting alone", "cost"),
        right("agreed", "agreed"),
        left("the veto", "veto_binds"),
    ]);
    for cost in [0.8, 0.5, 0.4, 0.2, 0.0] {
        let talk = Outside::new(Share::new(0.25)?, Share::new(cost)?);
        let binds = talk.veto_binds();
        table.row([
            number(cost),
            number(talk.agreed()),
            cell(if binds { "binds" } else { "does not bind" }, binds),
        ]);
    }
    sheet.table("outside", &table);
    sheet.field("veto_holder", 0.25);
    Ok(sheet)
}
