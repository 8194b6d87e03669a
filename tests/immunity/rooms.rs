//! Rooms of the house that the cases pass by.

use super::*;

/// VCDR 36 and 37, VCCR 50 and 62: whose goods are free of duty, and when.
#[test]
fn customs_by_kind_of_staff() {
    use Category as C;
    let wanted = [
        (C::DiplomaticAgent, true, true, "VCDR 36(1)(b)"),
        (C::AdminTech, true, false, "VCDR 37(2)"),
        (C::ServiceStaff, false, false, "VCDR 37(3)"),
        (C::PrivateServant, false, false, "VCDR 37(4)"),
        (C::CareerConsularOfficer, true, true, "VCCR 50(1)(b)"),
        (C::HonoraryConsularOfficer, false, false, "VCCR 62"),
        (C::ConsularEmployee, true, false, "VCCR 50(2)"),
        (C::ConsularServiceStaff, false, false, "VCCR 50(2)"),
    ];
    for (category, at_first, later, article) in wanted {
        for (installing, free) in [(true, at_first), (false, later)] {
            let answer = duty(category, installing);
            assert_eq!(answer.outcome == Outcome::Barred, free, "{category}");
            assert_eq!(answer.article.to_string(), article);
        }
    }
}

/// VCDR 33(2) asks three things at once; 34 lists what an agent pays all the same.
#[test]
fn insurance_and_the_six_exceptions_of_article_34() {
    for bits in 0..4_u8 {
        let (sole, covered) = (bits & 1 > 0, bits & 2 > 0);
        for tie in Tie::ALL {
            let free = sole && covered && tie == Tie::Foreign;
            let answer = servants_insurance(sole, tie, covered);
            assert_eq!(answer.outcome == Outcome::Barred, free);
            let article = if free { "VCDR 33(2)" } else { "VCDR 33(3)" };
            assert_eq!(answer.article.to_string(), article);
        }
    }
    let letters: String = Levy::ALL
        .iter()
        .map(|&what| levy(what, PLAIN))
        .filter(|answer| answer.outcome == Outcome::Allowed)
        .filter_map(|answer| answer.article.letter())
        .collect();
    assert_eq!(letters, "abcdefe");
    let tax = levy(Levy::RoadPricing, PLAIN.turned(Issue::RoadCharge));
    assert_eq!(
        (tax.outcome, tax.contested),
        (Outcome::Barred, vec![Issue::RoadCharge])
    );
}

/// VCDR 22, 24, 27, 29: who attacked what, and was it stopped.
#[test]
fn a_breach_is_the_hosts_own_or_one_it_lets_happen() {
    let targets = [
        (Target::Premises, "VCDR 22(1)", "VCDR 22(2)"),
        (Target::Persons, "VCDR 29", "VCDR 29"),
        (Target::Archives, "VCDR 24", "VCDR 24"),
        (Target::Communication, "VCDR 27(1)", "VCDR 27(1)"),
    ];
    for (target, own, of_others) in targets {
        for bits in 0..4_u8 {
            let (protected, endorsed) = (bits & 1 > 0, bits & 2 > 0);
            let by_host = breach(target, true, protected, endorsed).unwrap();
            assert_eq!(by_host.to_string(), own);
            let found = breach(target, false, protected, endorsed);
            let stopped = protected && !endorsed;
            let wanted = (!stopped).then(|| of_others.to_owned());
            assert_eq!(found.map(|article| article.to_string()), wanted);
        }
    }
    let refused = refuse_agrement();
    assert_eq!((refused.outcome, refused.reasons_owed), (Outcome::Allowed, false));
    assert_eq!(refused.article.to_string(), "VCDR 4(2)");
    assert_eq!(restrict(true).1.to_string(), "VCDR 47(2)(a)");
    assert_eq!(restrict(false).1.to_string(), "VCDR 47(1)");
    assert_eq!(tried_at_home().1.to_string(), "VCDR 31(4)");
    let words: Vec<&str> =
        Category::ALL.iter().map(|&kind| expel(kind).word).collect();
    let (agent, other) = ("persona non grata", "not acceptable");
    assert_eq!(words, [agent, other, other, other, agent, agent, other, other]);
}

/// Each first and last day of a posting.
#[test]
fn a_posting_changes_phase_on_its_days() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let posting = Posting::new(day("2014-01-08"));
    assert_eq!(posting.phase(day("2014-01-07")), Phase::NotYet);
    assert_eq!(posting.phase(day("2014-01-08")), Phase::Serving);
    let over = posting.ended(day("2014-02-01"), 10).unwrap();
    for (on, phase) in [
        ("2014-01-07", Phase::NotYet),
        ("2014-01-31", Phase::Serving),
        ("2014-02-01", Phase::Winding),
        ("2014-02-11", Phase::Winding),
        ("2014-02-12", Phase::Ended),
    ] {
        assert_eq!(over.phase(day(on)), phase, "{on}");
    }
    let gone = over.left(day("2014-02-05")).unwrap();
    assert_eq!(gone.phase(day("2014-02-05")), Phase::Winding);
    assert_eq!(gone.phase(day("2014-02-06")), Phase::Ended);
    // Staying on beyond the time to leave gains nothing.
    let late = over.left(day("2014-03-05")).unwrap();
    assert_eq!(late.phase(day("2014-02-12")), Phase::Ended);
    assert!(over.left(day("2014-01-31")).is_err());
    assert_eq!(day("2000-02-29").after(1), day("2000-03-01"));
    assert_eq!(day("1999-12-31").since(day("2000-01-01")), -1);
}

/// An envoy may be sent home on the day of arrival, but not the day before.
#[test]
fn a_posting_may_end_on_the_day_it_began() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let posting = Posting::new(day("2014-01-08"));
    let over = posting.ended(day("2014-01-08"), 2).unwrap();
    assert_eq!(over.phase(day("2014-01-07")), Phase::NotYet);
    assert_eq!(over.phase(day("2014-01-08")), Phase::Winding);
    assert_eq!(over.phase(day("2014-01-11")), Phase::Ended);
    assert!(posting.ended(day("2014-01-07"), 2).is_err());
}

/// A stake beyond the known end brings the rounds before it back, if it outweighs the
/// temptation in the last; and each round more asks for a larger one from a host less
/// patient than the threshold, since the threat of the rounds is not enough. By hand,
/// with T = 5, R = 3, P = 1.
#[test]
fn a_stake_beyond_the_known_end_keeps_faith_in_all_rounds_or_none() {
    let kept = |delta, rounds, stake| {
        let stake = Payoff::new(stake).unwrap();
        host(delta, 1.0).respected_with_stake(rounds, stake)
    };
    // (T - R)/0.75 = 2.67 is asked for, of a host patient enough for any length.
    assert_eq!([2.0, 2.5, 3.0].map(|stake| kept(0.75, 1, stake)), [0, 0, 1]);
    assert_eq!([2, 50].map(|rounds| kept(0.75, rounds, 3.0)), [2, 50]);
    assert_eq!(kept(0.6, 2, 3.4), 2);
    // Two rounds from the end 3 + 0.25 x (3 + 0.25 x 9) = 4.31 is less than 5.25.
    assert_eq!([1, 2, 3].map(|rounds| kept(0.25, rounds, 9.0)), [1, 0, 0]);
    assert_eq!([1, 2].map(|rounds| kept(0.45, rounds, 5.0)), [1, 0]);
    assert_eq!([1, 2, 3].map(|rounds| kept(0.49, rounds, 4.4)), [1, 2, 0]);
}
