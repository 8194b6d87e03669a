//! Premises, bag, mission.

use super::*;

#[test]
fn premises_open_by_consent_and_nothing_else_opens_a_mission() {
    for kind in Premises::ALL {
        for bits in 0..4_u8 {
            let (disaster, ended) = (bits & 1 > 0, bits & 2 > 0);
            let with = entry(kind, true, disaster, ended, PLAIN);
            assert_eq!(with.outcome, Outcome::Allowed);
            assert!(with.contested.is_empty());
        }
    }
    let closed = |kind, disaster| entry(kind, false, disaster, false, PLAIN).outcome;
    for kind in [Premises::Mission, Premises::AgentResidence] {
        assert_eq!(closed(kind, true), Outcome::Barred);
        assert_eq!(closed(kind, false), Outcome::Barred);
    }
    assert_eq!(closed(Premises::ConsularWork, false), Outcome::Barred);
    assert_eq!(closed(Premises::ConsularWork, true), Outcome::Allowed);
    for kind in
        [Premises::ConsularHome, Premises::HonoraryConsular, Premises::NotPremises]
    {
        assert_eq!(closed(kind, false), Outcome::Allowed);
    }
    // London after midnight, 29/30 April 1984: searched, and disputed.
    let after = entry(Premises::Mission, false, false, true, PLAIN);
    assert_eq!(after.outcome, Outcome::Allowed);
    assert_eq!(after.contested, [Issue::Rupture]);
    let home = entry(Premises::AgentResidence, false, false, true, PLAIN);
    assert_eq!((home.outcome, home.contested.len()), (Outcome::Allowed, 0));
}

#[test]
fn a_bag_is_what_its_marks_say() {
    let base = BagCase {
        kind: Bag::Diplomatic,
        marked: true,
        suspicion: true,
        sender_agrees: false,
        action: BagAction::Open,
    };
    let at = |case| bag(case, Pair::PLAIN, PLAIN).outcome;
    for kind in Bag::ALL {
        for action in BagAction::ALL {
            let unmarked = BagCase { kind, action, marked: false, ..base };
            assert_eq!(at(unmarked), Outcome::Allowed);
            let unsuspected = BagCase { kind, action, suspicion: false, ..base };
            let scan = action == BagAction::Scan;
            assert_eq!(at(unsuspected) == Outcome::Allowed, scan, "{unsuspected:?}");
        }
    }
    assert_eq!(at(base), Outcome::Barred);
    assert_eq!(at(BagCase { action: BagAction::Return, ..base }), Outcome::Barred);
    assert_eq!(at(BagCase { action: BagAction::Detain, ..base }), Outcome::Barred);
    let why = |action| bag(BagCase { action, ..base }, Pair::PLAIN, PLAIN).because;
    assert_eq!(why(BagAction::Detain), "a bag may not be detained");
    assert_eq!(why(BagAction::Open), "a bag may not be opened");
    assert_eq!(at(BagCase { sender_agrees: true, ..base }), Outcome::Allowed);
    let consular = BagCase { kind: Bag::Consular, ..base };
    assert_eq!(at(consular), Outcome::Barred);
    let back = BagCase { action: BagAction::Return, ..consular };
    assert_eq!(at(back), Outcome::Allowed);
    assert_eq!(at(BagCase { sender_agrees: true, ..back }), Outcome::Barred);
    let scan = BagCase { action: BagAction::Scan, ..base };
    assert_eq!(bag(scan, Pair::PLAIN, PLAIN).contested, [Issue::Scan]);
}

#[test]
fn a_bag_between_two_states_follows_their_reservations() {
    let open = BagCase {
        kind: Bag::Diplomatic,
        marked: true,
        suspicion: true,
        sender_agrees: false,
        action: BagAction::Open,
    };
    let back = BagCase { action: BagAction::Return, ..open };
    let between = |one, other| Pair::between(one, other).unwrap();
    // Bahrain opens; Japan objected only to Bahrain's 27(3), France did not.
    let accepted = bag(open, between("Bahrain", "Brazil"), PLAIN);
    assert_eq!(accepted.outcome, Outcome::Allowed);
    assert_eq!(accepted.article.to_string(), "VCLT 21(1)");
    let disputed = bag(open, between("United Kingdom", "Bahrain"), PLAIN);
    assert_eq!(disputed.outcome, Outcome::Allowed);
    assert_eq!(disputed.contested, [Issue::Objection]);
    // Libya asks, or sends back; it may not open by itself.
    let libya = between("Libya", "Brazil");
    assert_eq!(bag(open, libya, PLAIN).outcome, Outcome::Barred);
    assert_eq!(bag(back, libya, PLAIN).outcome, Outcome::Allowed);
    assert_eq!(
        bag(back, between("France", "Brazil"), PLAIN).outcome,
        Outcome::Barred
    );
    let effect = between("Qatar", "Brazil").bag().unwrap().effect;
    assert_eq!(effect, Effect::BagWithLeave);
}

#[test]
fn reservations_reach_only_whom_they_name() {
    let trial = |who| Case::serving(who, Subject::Tort, Measure::Sue);
    let local = |tie| {
        trial(Who::Member {
            category: Category::DiplomaticAgent,
            tie,
            capacity: Capacity::Official,
        })
    };
    let sudan = Pair::between("Sudan", "France").unwrap();
    let venezuela = Pair::between("Venezuela", "France").unwrap();
    assert_eq!(outcome(&local(Tie::National), Pair::PLAIN, PLAIN), Outcome::Barred);
    for (pair, resident) in [(sudan, Outcome::Allowed), (venezuela, Outcome::Barred)]
    {
        assert_eq!(outcome(&local(Tie::Foreign), pair, PLAIN), Outcome::Barred);
        assert_eq!(outcome(&local(Tie::National), pair, PLAIN), Outcome::Allowed);
        assert_eq!(outcome(&local(Tie::Resident), pair, PLAIN), resident);
    }
    // 37(2) off leaves agents alone, and service staff under 37(3).
    let egypt = Pair::between("Egypt", "Japan").unwrap();
    let crime = |category| {
        let who = Who::foreign(category).officially().unwrap();
        Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute)
    };
    assert_eq!(outcome(&crime(Category::AdminTech), egypt, PLAIN), Outcome::Allowed);
    let clerks = verdict(&crime(Category::AdminTech), egypt, PLAIN);
    assert!(clerks.contested().is_empty(), "accepted by silence: not contested");
    for category in [Category::DiplomaticAgent, Category::ServiceStaff] {
        assert_eq!(outcome(&crime(category), egypt, PLAIN), Outcome::Barred);
    }
    assert!(Pair::between("Egypt", "egypt").is_err());
    assert!(Pair::between("", "Egypt").is_err());
}

#[test]
fn precedence_is_by_class_then_arrival_and_the_nuncio_where_it_is_kept() {
    let head = |state: &str, class, since: &str, minute, nuncio| Head {
        state: state.to_owned(),
        class,
        since: since.parse().unwrap(),
        minute,
        nuncio,
    };
    let heads = [
        head("Chad", Class::Charge, "2001-01-01", 0, false),
        head("Peru", Class::Ambassador, "2020-05-04", 600, false),
        head("Holy See", Class::Ambassador, "2022-01-01", 0, true),
        head("Mali", Class::Ambassador, "2020-05-04", 540, false),
        head("Oman", Class::Envoy, "1999-01-01", 0, false),
    ];
    let names = |first| -> Vec<&str> {
        precedence(&heads, first).iter().map(|head| head.state.as_str()).collect()
    };
    assert_eq!(names(false), ["Mali", "Peru", "Holy See", "Oman", "Chad"]);
    assert_eq!(names(true), ["Holy See", "Mali", "Peru", "Oman", "Chad"]);
}

#[test]
fn expulsion_needs_no_reason_and_non_recognition_needs_time() {
    for category in Category::ALL {
        let answer = expel(category);
        assert_eq!((answer.outcome, answer.reasons_owed), (Outcome::Allowed, false));
        let number = if category.is_consular() { 23 } else { 9 };
        assert_eq!(answer.article.number(), number);
    }
    let declared: Day = "2018-03-14".parse().unwrap();
    let on = |day: &str| unrecognised(declared, 7, day.parse().unwrap());
    assert_eq!(on("2018-03-21"), Outcome::Barred);
    assert_eq!(on("2018-03-22"), Outcome::Allowed);
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let said = |result: Result<Option<Question>, ImmunityError>| {
        result.unwrap_err().to_string()
    };
    let person = |args| said(Question::read("person", args));
    let full = "cat=AdminTech;family=1;official=1;subject=Tort;measure=Sue";
    assert!(person(full).contains("expected a private act of a family member"));
    assert!(person("cat=IoStaff;subject=Tort;measure=Sue").contains("\"IoStaff\""));
    assert!(person("subject=Tort;measure=Sue").contains("expected a setting cat"));
    assert!(person("cat=AdminTech;cat=AdminTech").contains("twice"));
    assert!(person("rank=3").contains("found \"rank\""));
    assert!(person("cat").contains("key=value"));
    assert!(
        person("cat=AdminTech;subject=Tort;measure=Sue;judge=2").contains("judge")
    );
    assert!(said(Question::read("car", "")).contains("expected an engine"));
    for bad in
        ["VCDR 54", "VCDR 31(5)", "VCDR 31(1)(d)", "VCDR 29(1)", "ABC 1", "VCDR x"]
    {
        assert!(bad.parse::<Article>().is_err(), "{bad}");
    }
    for bad in ["1900-02-29", "2014-13-01", "2014-4", "2014-04-31", "yesterday"] {
        assert!(bad.parse::<Day>().is_err(), "{bad}");
    }
    assert!("Z".parse::<Waiver>().is_err());
    assert!("Weather".parse::<Reading>().is_err());
    assert_eq!(
        "Commerce+Scan".parse::<Reading>().unwrap().to_string(),
        "commerce+scan"
    );
    let late = Posting::new("2014-01-08".parse().unwrap());
    assert!(late.ended("2014-01-07".parse().unwrap(), 30).is_err());
    assert!(late.left("2014-01-09".parse().unwrap()).is_err());
}
