//! The published record.

use super::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    stage: String,
    channel: String,
    acquiesced: u32,
    negotiated: u32,
    abandoned: u32,
    stalemate: u32,
}

#[test]
fn ties_4_as_we_counted_it() {
    for row in facts::<Row>("bargaining_ties") {
        let Row { acquiesced, negotiated, abandoned, stalemate, .. } = row;
        let found = Outcomes { acquiesced, negotiated, abandoned, stalemate };
        let expected = match (row.stage.as_str(), row.channel.as_str()) {
            ("threatened", "any") => Outcomes::THREATENED,
            ("imposed", "any") => Outcomes::IMPOSED,
            ("imposed", "institution") => Outcomes::THROUGH_AN_INSTITUTION,
            ("imposed", "alone") => Outcomes::WITHOUT_AN_INSTITUTION,
            other => panic!("{other:?} is no row of ours"),
        };
        assert_eq!(found, expected);
    }
    assert_eq!(Outcomes::THREATENED.total() + Outcomes::IMPOSED.total(), 1_024);
    let (with, without) =
        (Outcomes::THROUGH_AN_INSTITUTION, Outcomes::WITHOUT_AN_INSTITUTION);
    assert_eq!(with.total() + without.total() + 3, Outcomes::IMPOSED.total());
    close(with.rate(Success::Narrow), 0.544, 5e-4);
    close(with.rate(Success::Broad), 0.776, 5e-4);
    close(without.rate(Success::Narrow), 0.260, 5e-4);
    close(without.rate(Success::Broad), 0.502, 5e-4);
}

/// Second hand, in the Wilson Quarterly.
#[test]
fn pape_1997_leaves_five_of_forty_successes() {
    let (force, failures, trade, undetermined) = (18, 8, 6, 3);
    let left = 40 - force - failures - trade - undetermined;
    assert_eq!(left, 5);
    close(f64::from(left) / 115.0, 0.043, 5e-4);
    close(40.0 / 115.0, 0.348, 5e-4);
}

#[test]
fn rubinstein_1982_divides_by_patience() {
    let open = [0.0, 0.0];
    close(divided([0.9, 0.9], open), 10.0 / 19.0, ROUNDING);
    close(divided([0.9, 0.8], open), 5.0 / 7.0, ROUNDING);
    close(divided([0.95, 0.9], open), 20.0 / 29.0, ROUNDING);
    // With quick offers the shares tend to the other's impatience over both: 2/3.
    for (wait, expected) in [(1.0, 0.683_188), (0.1, 0.668_332), (0.01, 0.666_833)] {
        let patience = [0.05, 0.10].map(|rate: f64| libm::exp(-rate * wait));
        close(divided(patience, open), expected, 5e-7);
    }
}

#[test]
fn the_way_out_matters_once_it_beats_talking_on() {
    for (ways_out, expected, binds) in [
        ([0.0, 0.45], 10.0 / 19.0, [false, false]),
        ([0.0, 0.5], 0.5, [false, true]),
        ([0.0, 0.6], 0.4, [false, true]),
        ([0.55, 0.0], 0.595, [true, false]),
        ([0.6, 0.0], 0.64, [true, false]),
        ([0.5, 0.5], 0.5, [true, true]),
    ] {
        let division = offers([0.9, 0.9], ways_out).division().unwrap();
        close(division.first.value(), expected, ROUNDING);
        assert_eq!(division.binds, binds);
    }
    // As a threat point the same way out counts in full and halves the rest.
    let halved = problem(&[(1.0, 0.0), (0.0, 1.0)], (0.0, 0.6)).nash(share(0.5));
    close(pair(halved).unwrap().0, 0.2, ROUNDING);
}

#[test]
fn stahl_1972_gives_nearly_all_to_the_last_offer() {
    let patience = [Discount::new(0.9).unwrap(); 2];
    let expected = [0.0, 1.0, 0.1, 0.91, 0.181, 0.8371, 0.24661, 0.778_051];
    for (rounds, expected) in (0..).zip(expected) {
        close(stahl(rounds, patience).value(), expected, ROUNDING);
    }
    close(stahl(1_000, patience).value(), 10.0 / 19.0, ROUNDING);
    close(stahl(u16::MAX, patience).value(), 10.0 / 19.0, ROUNDING);
}

/// The example is recalled from the paper, the numbers are computed.
#[test]
fn kalai_smorodinsky_1975_more_deals_hurt_under_nash_and_help_under_theirs() {
    let before = problem(&[(0.0, 1.0), (0.75, 0.75), (1.0, 0.0)], (0.0, 0.0));
    let after = problem(&[(0.0, 1.0), (1.0, 0.7), (1.0, 0.0)], (0.0, 0.0));
    let half = share(0.5);
    assert_eq!(pair(before.nash(half)), Some((0.75, 0.75)));
    assert_eq!(pair(after.nash(half)), Some((1.0, 0.7)));
    assert_eq!(pair(before.kalai_smorodinsky()), Some((0.75, 0.75)));
    let (first, second) = pair(after.kalai_smorodinsky()).unwrap();
    close(first, 10.0 / 13.0, ROUNDING);
    close(second, 10.0 / 13.0, ROUNDING);
}

/// The frontier v = 1 − u², in a thousand steps: off by less than a step squared.
#[test]
fn a_curved_frontier_as_a_polygon() {
    let curve: Vec<_> = (0..=1_000)
        .map(|step| f64::from(step) / 1_000.0)
        .map(|u| (u, 1.0 - u * u))
        .collect();
    let curved = |no_deal| problem(&curve, no_deal);
    let origin = curved((0.0, 0.0));
    for (weight, first, second) in [
        (0.5, 0.577_350, 2.0 / 3.0),
        (0.25, 0.377_964, 6.0 / 7.0),
        (0.75, 0.774_597, 0.4),
    ] {
        let (u, v) = pair(origin.nash(share(weight))).unwrap();
        close(u, first, 5e-4);
        close(v, second, 1e-3);
    }
    close(pair(origin.kalai_smorodinsky()).unwrap().0, 0.618_034, 2e-6);
    let moved = curved((0.2, 0.1));
    close(pair(moved.nash(share(0.5))).unwrap().0, 0.618_432, 5e-4);
    close(pair(moved.kalai_smorodinsky()).unwrap().0, 0.633_799, 2e-6);
}

#[test]
fn fearon_1995_risks_and_returns() {
    for ((odds, cost, least, most), (demand, war)) in [
        ((0.5, 0.1, 0.0, 0.4), (0.65, 0.375)),
        ((0.5, 0.3, 0.0, 0.2), (0.5, 0.0)),
        ((0.5, 0.05, 0.1, 0.3), (0.625, 0.125)),
        ((0.5, 0.2, 0.0, 0.4), (0.6, 0.25)),
        // All that there is cannot be exceeded.
        ((0.9, 0.1, 0.0, 0.4), (1.0, 0.25)),
        // The odds alone change nothing (Benson-Meirowitz-Ramsay object).
        ((0.2, 0.1, 0.0, 0.4), (0.35, 0.375)),
    ] {
        let contest = unknown(odds, cost, least, most);
        close(contest.demand().value(), demand, ROUNDING);
        close(contest.war().value(), war, ROUNDING);
    }
    close(unknown(0.5, 0.1, 0.0, 0.4).values()[0], 0.55625, ROUNDING);
    close(unknown(0.5, 0.1, 0.0, 0.4).values()[1], 121.0 / 320.0, ROUNDING);
    close(unknown(0.9, 0.1, 0.0, 0.4).values()[0], 0.95, ROUNDING);
}

#[test]
fn fearon_1995_fear_of_tomorrow() {
    for (later, now, patience, war) in [
        (0.8, 0.3, 0.5, false),
        (0.9, 0.3, 0.5, true),
        (0.5, 0.3, 0.9, true),
        (0.55, 0.5, 0.9, false),
    ] {
        let found = shift(now, 0.5, patience).brings_war(chance(later));
        assert_eq!(found, war, "{now} {later} {patience}");
    }
    for (patience, expected) in
        [(0.9, 11.0 / 180.0), (0.95, 21.0 / 760.0), (0.99, 101.0 / 19_800.0)]
    {
        let tolerable = shift(0.5, 0.5, patience).tolerable().value();
        close(tolerable, expected, ROUNDING);
    }
}

/// Drezner's paradox, in our formulas: the sender does best where it cares least.
#[test]
fn drezner_1998_friends_would_pay_most_and_are_not_asked() {
    for (weight, credible, most) in [
        (0.0, false, 1.0),
        (0.1, false, 0.890_909),
        (0.25, true, 0.76),
        (0.5, true, 0.6),
        (0.9, true, 0.431_579),
    ] {
        let weight = RelativeWeight::new(weight).unwrap();
        let sanction = Sanction { weight, sender: amount(0.2), target: amount(1.0) };
        assert_eq!(sanction.is_credible(), credible, "{weight}");
        close(sanction.most_conceded().value(), most, 5e-7);
        let middle = sanction.most_conceded().value();
        let middle = middle.midpoint(sanction.least_accepted().value());
        assert!(!credible || (middle - 0.4).abs() < ROUNDING, "{weight}");
    }
}

#[test]
fn sanctions_work_by_surprise_alone() {
    for (bite, surprise, works) in [
        (0.4, 0.5, 1.0 / 12.0),
        (0.6, 0.5, 3.0 / 16.0),
        (0.2, 0.5, 1.0 / 32.0),
        (0.6, 0.0, 0.0),
    ] {
        let game = showdown(bite, surprise, 1.0);
        close(game.threat_works().value(), bite, ROUNDING);
        close(game.sanctions_work().value(), works, ROUNDING);
    }
}

#[test]
fn sanctions_work_as_often_as_in_ten_thousand_disputes_drawn() {
    let rng = &mut demarche::chance::seeded(1980);
    for (bite, surprise, resolve) in
        [(0.4, 0.5, 1.0), (0.5, 0.9, 0.7), (0.3, 0.2, 0.5)]
    {
        let (mut yielded, mut imposed, mut worked) = (0, 0, 0);
        for _ in 0..100_000 {
            let unit = |rng: &mut _| demarche::chance::unit(rng);
            let compliance = unit(rng);
            let turn = surprise * (2.0 * unit(rng) - 1.0);
            if compliance < resolve * bite {
                yielded += 1;
            } else {
                imposed += 1;
                worked += i32::from(compliance < bite * (1.0 + turn));
            }
        }
        let game = showdown(bite, surprise, resolve);
        // Four standard errors of a share among some 50,000.
        close(game.threat_works().value(), f64::from(yielded) / 1e5, 0.007);
        let found = f64::from(worked) / f64::from(imposed);
        close(game.sanctions_work().value(), found, 0.009);
    }
}
