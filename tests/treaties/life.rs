//! The machine of states, arrow by arrow, and the grounds, cell by cell.

use super::*;

/// Where each kind of event leads from there, or the article that refuses it.
fn row(bond: Bond) -> String {
    let told = |event: Event| match bond.after(event, &EASY) {
        Ok(next) => next.standing().to_string(),
        Err(refused) => {
            assert_eq!((refused.standing, refused.event), (bond.standing(), event));
            assert!(refused.to_string().contains(refused.why));
            // Every refusal cites an article that exists.
            assert!(refused.rule.to_string().parse::<Article>().is_ok());
            refused.rule.to_string().replace("VCLT ", "")
        }
    };
    kinds().map(told).join(" | ")
}

#[test]
fn vclt_1969_every_step_leads_somewhere_or_is_refused_by_an_article() {
    let signed = after(&[Event::Sign], &EASY);
    let leaving = party().after(notice(day("2026-05-03")), &EASY).unwrap();
    let sleep = Event::Suspend(Ground::Consent);
    let former = party().after(Event::Terminate(Ground::Consent), &EASY).unwrap();
    // Sign, to bind, ratify, accede, decline, in force, notice, revoke, effect, suspend,
    // resume, end.
    let outside = "a signatory | a contracting state | 14(1) | a contracting state | \
                   18(a) | 34 | 34 | 68 | 68 | 34 | 34 | 34";
    let c = "14(1)(c) | 14(1)(c) | a contracting state | 14(1)(c)";
    let g = "2(1)(g)";
    let early = format!("{g} | {g} | 68 | 68 | {g} | {g} | {g}");
    let late = format!("{g} | {g} | {g} | {g} | 42(2) | {g}");
    for (bond, expected) in [
        (Bond::OUTSIDER, outside.to_owned()),
        (former, outside.to_owned()),
        (signed, format!("{c} | a signatory that declined | {early}")),
        (
            after(&[Event::Sign, Event::Decline], &EASY),
            format!("{c} | 18(a) | {early}"),
        ),
        (
            after(&[Event::Accede], &EASY),
            format!(
                "2(1)(f) | 2(1)(f) | 2(1)(f) | 2(1)(f) | 18(b) | a party | {g} | 68 | 68 \
                 | {g} | {g} | {g}"
            ),
        ),
        (
            party(),
            format!(
                "{late} | a party until 2027-05-03 | 68 | 68 | a party, suspended | 72(1) \
                 | a former party"
            ),
        ),
        (
            party().after(sleep, &EASY).unwrap(),
            format!(
                "{late} | a party, suspended until 2027-05-03 | 68 | 68 | 72(1) | a party \
                 | a former party"
            ),
        ),
        (
            leaving,
            format!(
                "{late} | 68 | a party | a former party | \
                 a party, suspended until 2027-05-03 | 72(1) | a former party"
            ),
        ),
        // To take the notice back is not to wake the treaty.
        (
            leaving.after(sleep, &EASY).unwrap(),
            format!(
                "{late} | 68 | a party, suspended | a former party | 72(1) | \
                 a party until 2027-05-03 | a former party"
            ),
        ),
    ] {
        assert_eq!(row(bond), expected, "{}", bond.standing());
    }
}

#[test]
fn a_state_that_comes_back_has_a_new_first_day() {
    let left = party().after(Event::Terminate(Ground::Consent), &EASY).unwrap();
    assert_eq!(left.in_force(), Some(day("2020-01-01")));
    let back = left.after(Event::Accede, &EASY).and_then(|bond| {
        bond.after(Event::EnterIntoForce(day("2030-01-01")), &EASY)
    });
    assert_eq!(back.unwrap().in_force(), Some(day("2030-01-01")));
}

#[test]
fn what_a_treaty_does_not_allow_is_refused_by_its_own_articles() {
    let strict = Terms { signature_binds: false, accession: false, ..EASY };
    assert_eq!(rule(Bond::OUTSIDER, Event::SignToBind, &strict), "VCLT 12(1)");
    assert_eq!(rule(Bond::OUTSIDER, Event::Accede, &strict), "VCLT 15");
    let with = |exit| Terms { way_out: WayOut::Clause(exit), ..EASY };
    let asks = with(Exit { reasons: true, ..clause(Delay::Months(6)) });
    assert_eq!(rule(party(), notice(day("2026-05-03")), &asks), "VCLT 54(a)");
    let reasoned = Event::Notify(Notice { on: day("2026-05-03"), reasons: true });
    let leaving = party().after(reasoned, &asks).unwrap();
    assert_eq!(leaving.standing().to_string(), "a party until 2026-11-03");
    // Three years first: the day itself will do, the day before will not.
    let late = with(Exit { first: Delay::Years(3), ..clause(Delay::Years(1)) });
    assert_eq!(rule(party(), notice(day("2022-12-31")), &late), "VCLT 54(a)");
    assert!(party().after(notice(day("2023-01-01")), &late).is_ok());
    // The day of effect: on it one is out and can no more take it back.
    let (last, eve) = (day("2026-11-03"), day("2026-11-02"));
    assert_eq!(rule(leaving, Event::TakeEffect(eve), &asks), "VCLT 54(a)");
    assert!(leaving.after(Event::TakeEffect(last), &asks).is_ok());
    assert_eq!(rule(leaving, Event::Revoke(last), &asks), "VCLT 68");
    assert!(leaving.after(Event::Revoke(eve), &asks).is_ok());
    // A right that is only implied takes twelve months.
    let implied = Terms { way_out: WayOut::Implied, ..EASY };
    let leaving = party().after(notice(day("2026-05-03")), &implied).unwrap();
    assert_eq!(leaving.standing().to_string(), "a party until 2027-05-03");
    assert_eq!(rule(leaving, Event::TakeEffect(eve), &implied), "VCLT 56(2)");
    // A ground that does not reach so far is refused by its own article.
    let breach =
        Breach { material: true, protects_persons: false, by: Claimant::Affected };
    let ground = Ground::Breach(breach);
    assert_eq!(rule(party(), Event::Terminate(ground), &EASY), "VCLT 60(2)(b)");
    assert!(party().after(Event::Suspend(ground), &EASY).is_ok());
    assert_eq!(
        rule(party(), Event::Suspend(Ground::PeremptoryNorm), &EASY),
        "VCLT 64"
    );
}

#[test]
fn duties_follow_the_standing() {
    let duty = |bond: Bond| {
        let (duty, article) = bond.standing().duty();
        (duty, article.to_string())
    };
    let asleep = party().after(Event::Suspend(Ground::Consent), &EASY).unwrap();
    let gone = party().after(Event::Terminate(Ground::Consent), &EASY).unwrap();
    let declined = after(&[Event::Sign, Event::Decline], &EASY);
    for (bond, owes, article) in [
        (Bond::OUTSIDER, Duty::Nothing, "VCLT 34"),
        (after(&[Event::Sign], &EASY), Duty::Restraint, "VCLT 18(a)"),
        (declined, Duty::Nothing, "VCLT 34"),
        (after(&[Event::Accede], &EASY), Duty::Restraint, "VCLT 18(b)"),
        (party(), Duty::Performance, "VCLT 26"),
        (asleep, Duty::Readiness, "VCLT 72(2)"),
        (gone, Duty::Nothing, "VCLT 34"),
    ] {
        assert_eq!(duty(bond), (owes, article.to_owned()));
    }
    // Who has given notice owes the whole of it until the last day.
    let leaving = party().after(notice(day("2026-05-03")), &EASY).unwrap();
    assert_eq!(duty(leaving).0, Duty::Performance);
}

/// Lawful lives by their length, by enumeration.
#[test]
fn there_are_three_lives_of_one_step_and_sixty_seven_of_five() {
    let mut lives = vec![Bond::OUTSIDER];
    for expected in [3, 4, 8, 24, 67] {
        let next = lives.iter().flat_map(|bond| {
            kinds().into_iter().filter_map(|event| bond.after(event, &EASY).ok())
        });
        lives = next.collect();
        assert_eq!(lives.len(), expected);
    }
}

#[test]
fn vclt_1969_every_ground_reaches_as_far_as_its_article() {
    let breach =
        |by| Ground::Breach(Breach { material: true, protects_persons: false, by });
    let slight =
        Breach { material: false, protects_persons: true, by: Claimant::Other };
    let person = Breach { material: true, ..slight };
    let change =
        Change { essential: true, radical: true, foreseen: false, bar: None };
    let world = Ground::Circumstances;
    let gone = |lasting, own_breach| Ground::Impossibility { lasting, own_breach };
    let later = Ground::LaterTreaty;
    let table = [
        (Ground::Consent, "+54(b)", "+57(b)"),
        (later(LaterTreaty::Replaces), "+59(1)(a)", "-59(2)"),
        (later(LaterTreaty::Clashes), "+59(1)(b)", "-59(2)"),
        (later(LaterTreaty::Suspends), "-59(2)", "+59(2)"),
        (later(LaterTreaty::Fits), "-30(3)", "-30(3)"),
        (later(LaterTreaty::AmongSome), "-59(1)", "-59(1)"),
        (breach(Claimant::Other), "+60(1)", "+60(1)"),
        (breach(Claimant::AllOthers), "+60(2)(a)", "+60(2)(a)"),
        (breach(Claimant::Affected), "-60(2)(b)", "+60(2)(b)"),
        (breach(Claimant::Anybody), "-60(2)(c)", "+60(2)(c)"),
        (breach(Claimant::Bystander), "-60(2)", "-60(2)"),
        (breach(Claimant::Breaker), "-60(2)", "-60(2)"),
        (Ground::Breach(slight), "-60(3)", "-60(3)"),
        (Ground::Breach(person), "-60(5)", "-60(5)"),
        (gone(true, false), "+61(1)", "+61(1)"),
        (gone(false, false), "-61(1)", "+61(1)"),
        (gone(true, true), "-61(2)", "-61(2)"),
        (gone(false, true), "-61(2)", "-61(2)"),
        (world(change), "+62(1)", "+62(3)"),
        (world(Change { essential: false, ..change }), "-62(1)(a)", "-62(1)(a)"),
        (world(Change { radical: false, ..change }), "-62(1)(b)", "-62(1)(b)"),
        (world(Change { foreseen: true, ..change }), "-62(1)", "-62(1)"),
        (
            world(Change { bar: Some(Bar::Boundary), ..change }),
            "-62(2)(a)",
            "-62(2)(a)",
        ),
        (
            world(Change { bar: Some(Bar::OwnBreach), ..change }),
            "-62(2)(b)",
            "-62(2)(b)",
        ),
        (Ground::PeremptoryNorm, "+64", "-64"),
    ];
    for (ground, ends, sleeps) in table {
        let told = |remedy| match ground.may(remedy) {
            Ok(rule) => rule.to_string().replace("VCLT ", "+"),
            Err(rule) => rule.to_string().replace("VCLT ", "-"),
        };
        assert_eq!(told(Remedy::Terminate), ends, "{ground:?}");
        assert_eq!(told(Remedy::Suspend), sleeps, "{ground:?}");
        for place in [ends, sleeps] {
            assert!(format!("VCLT {}", &place[1..]).parse::<Article>().is_ok());
        }
    }
}

#[test]
fn five_defects_are_mended_by_acquiescence_and_three_are_not() {
    let articles = ["46(1)", "47", "48(1)", "49", "50", "51", "52", "53"];
    for (at, (defect, article)) in Defect::ALL.into_iter().zip(articles).enumerate()
    {
        let article: Article = format!("VCLT {article}").parse().unwrap();
        assert_eq!(defect.article(), article);
        assert_eq!(defect.is_void(), at >= 5);
        assert_eq!(defect.invoked(false), Ok(article));
        let lost = Err("VCLT 45".parse().unwrap());
        assert_eq!(defect.invoked(true), if at >= 5 { Ok(article) } else { lost });
    }
}
