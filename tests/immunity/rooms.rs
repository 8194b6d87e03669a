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

/// A table's row may fix its pair, its reading or only its commerce test; short names
/// and names in other scripts are states like any other.
#[test]
fn a_row_fixes_what_it_names_and_no_more() {
    let ask = |args: &str, pair, reading| {
        let question = Question::read("person", args).unwrap().unwrap();
        question.answer(pair, reading).outcome
    };
    let london = PLAIN.turned(Issue::Commerce);
    let servant = "cat=agent;subject=servant;measure=sue";
    let with = |more: &str, reading| {
        ask(&format!("{servant};{more}"), Pair::PLAIN, reading)
    };
    assert_eq!(with("", PLAIN), Outcome::Barred);
    assert_eq!(with("", london), Outcome::Allowed);
    assert_eq!(with("commerce=UsTabion", london), Outcome::Barred);
    assert_eq!(with("commerce=uk", PLAIN), Outcome::Allowed);
    assert_eq!(with("reading=plain", london), Outcome::Barred);
    // The commerce test says nothing on other readings.
    let driver = "cat=service;official=yes;subject=crime;measure=arrest;commerce=us";
    let strict = PLAIN.turned(Issue::ServiceArrest);
    assert_eq!(ask(driver, Pair::PLAIN, PLAIN), Outcome::Allowed);
    assert_eq!(ask(driver, Pair::PLAIN, strict), Outcome::Barred);
    let clerk = "cat=clerk;subject=crime;measure=prosecute;family=no";
    let cairo = Pair::between("USA", "Egypt").unwrap();
    assert_eq!(cairo, Pair::between("United States", "egypt").unwrap());
    assert_eq!(cairo.reserved().count(), 1);
    assert_eq!(ask(clerk, cairo, PLAIN), Outcome::Allowed);
    let berne = format!("{clerk};sending=Cuba;receiving=Switzerland");
    assert_eq!(ask(&berne, Pair::PLAIN, PLAIN), Outcome::Barred);
    assert_eq!(Pair::between("中国", "日本").unwrap(), Pair::PLAIN);
    assert!(Pair::between("UK", "Great Britain").is_err());
    for bad in ["commerce=usual", "commerce=", "family=1;cat=Nobody"] {
        let args = format!("subject=Tort;measure=Sue;{bad}");
        assert!(Question::read("person", &args).is_err(), "{bad}");
    }
    let hut = Question::read("premises", "kind=other").unwrap().unwrap();
    let answer = hut.answer(Pair::PLAIN, PLAIN);
    assert_eq!(answer.word(), "NOT PREMISES");
    assert!(answer.agrees(" NOT PREMISES ") && !answer.agrees("CONTESTED"));
}

/// VCDR 31(1): the criminal immunity is whole, the civil one has three exceptions, and
/// the chain says which of the two it means.
#[test]
fn an_agent_is_immune_from_criminal_courts_without_exception() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let reason = |measure| {
        let case = Case::serving(agent, Subject::OrdinaryCrime, measure);
        verdict(&case, Pair::PLAIN, PLAIN).steps()[0].because
    };
    let (trial, suit) = (reason(Measure::Prosecute), reason(Measure::Sue));
    assert!(trial.contains("criminal") && !trial.contains("exception"), "{trial}");
    assert!(suit.contains("civil") && suit.contains("exception"), "{suit}");
}

/// VCDR 38(2), VCCR 71(2): the same rule stands in both Conventions.
#[test]
fn local_staff_lose_their_shield_by_the_convention_they_serve_under() {
    for (category, articles) in [
        (Category::ServiceStaff, ["VCDR 37(3)", "VCDR 38(2)"]),
        (Category::AdminTech, ["VCDR 37(2)", "VCDR 38(2)"]),
        (Category::ConsularEmployee, ["VCCR 43(1)", "VCCR 71(2)"]),
    ] {
        for tie in [Tie::Resident, Tie::National] {
            let who = Who::Member { category, tie, capacity: Capacity::Private };
            let trial =
                Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute);
            assert_eq!(cited(&trial, Pair::PLAIN, PLAIN), articles, "{category}");
        }
    }
}

/// VCDR 40(2), VCCR 54(2): passage for lesser staff, and no more.
#[test]
fn lesser_staff_pass_a_third_state_by_the_convention_they_serve_under() {
    for (category, articles) in [
        (Category::AdminTech, ["VCDR 37(2)", "VCDR 40(2)"]),
        (Category::ServiceStaff, ["VCDR 37(3)", "VCDR 40(2)"]),
        (Category::ConsularEmployee, ["VCCR 43(1)", "VCCR 54(2)"]),
    ] {
        let who = Who::foreign(category);
        let trial = Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute);
        let case = Case { phase: Phase::Transit, ..trial };
        assert_eq!(cited(&case, Pair::PLAIN, PLAIN), articles, "{category}");
        assert!(!barred(&case));
    }
}

/// VCDR 29 and 32: who may be tried may still not be seized, unless the waiver is read
/// more widely. A consul's arrest turns on VCCR 41 and not on that question.
#[test]
fn a_waiver_of_the_trial_leaves_an_agents_person_inviolable_unless_read_so() {
    let waiver: Waiver = "P".parse().unwrap();
    let arrest = |category| Case {
        waiver,
        ..Case::serving(
            Who::foreign(category),
            Subject::OrdinaryCrime,
            Measure::Arrest,
        )
    };
    let agent = verdict(&arrest(Category::DiplomaticAgent), Pair::PLAIN, PLAIN);
    assert_eq!(agent.outcome(), Outcome::Barred);
    assert_eq!(agent.contested(), [Issue::ArrestWaiver]);
    assert!(agent.cites().contains(&"VCDR 32(1)".parse().unwrap()));
    let wide = PLAIN.turned(Issue::ArrestWaiver);
    let agent = verdict(&arrest(Category::DiplomaticAgent), Pair::PLAIN, wide);
    assert_eq!(agent.outcome(), Outcome::Allowed);
    let consul = arrest(Category::CareerConsularOfficer);
    for reading in [PLAIN, wide] {
        assert_eq!(outcome(&consul, Pair::PLAIN, reading), Outcome::Barred);
        assert_eq!(cited(&consul, Pair::PLAIN, reading), ["VCCR 41(1)"]);
    }
}

/// VCLT 21: a clerk's family has no shield from suits that Egypt could reserve away.
#[test]
fn a_reservation_is_named_only_where_it_takes_something() {
    let cairo = Pair::between("United States", "Egypt").unwrap();
    let family = Who::foreign_family(Category::AdminTech);
    let suit = Case::serving(family, Subject::Tort, Measure::Sue);
    assert_eq!(cited(&suit, cairo, PLAIN), ["VCDR 37(2)"]);
    let trial = Case::serving(family, Subject::OrdinaryCrime, Measure::Prosecute);
    assert_eq!(cited(&trial, cairo, PLAIN), ["VCDR 37(2)", "VCLT 21(3)"]);
}

/// VCDR 37(1), 38(1): read so that family never has more than the sponsor, the text
/// cuts only where the sponsor has less.
#[test]
fn the_sponsors_cap_is_named_only_where_it_cuts() {
    let capped = PLAIN.turned(Issue::FamilyCap);
    let family = |sponsor_tie| {
        let of = Category::DiplomaticAgent;
        let who = Who::Family { of, tie: Tie::Foreign, sponsor_tie };
        Case::serving(who, Subject::OrdinaryCrime, Measure::Arrest)
    };
    assert_eq!(cited(&family(Tie::Foreign), Pair::PLAIN, capped), ["VCDR 37(1)"]);
    for tie in [Tie::Resident, Tie::National] {
        let case = family(tie);
        let articles = ["VCDR 37(1)", "VCDR 38(1)"];
        assert_eq!(cited(&case, Pair::PLAIN, capped)[..2], articles);
        assert_eq!(outcome(&case, Pair::PLAIN, capped), Outcome::Allowed);
        assert_eq!(outcome(&case, Pair::PLAIN, PLAIN), Outcome::Barred);
    }
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
