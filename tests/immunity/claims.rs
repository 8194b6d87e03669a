//! The claims, each where it holds and where it fails.

use super::*;

/// Mutual hostages enforce inviolability from (T − R)/(T − P) on, and not below. The
/// threshold is checked against a stream of rounds that is added up, not solved.
#[test]
fn b2b_mutual_hostages_make_inviolability_enforce_itself() {
    for (t, r, p) in [(5.0, 3.0, 1.0), (10.0, 3.0, 1.0), (4.0, 3.5, -2.0)] {
        let payoffs = Payoffs::new(t, r, p, p - 1.0).unwrap();
        let surely = Probability::new(1.0).unwrap();
        let at = |delta: f64| {
            Host::new(payoffs, Discount::new(delta).unwrap(), surely).unwrap()
        };
        let needed = at(0.5).patience_needed().unwrap().value();
        assert!((needed - (t - r) / (t - p)).abs() < 1e-15);
        assert!(at(needed + 1e-6).respects(Missions::Mutual));
        assert!(!at(needed - 1e-6).respects(Missions::Mutual));
        let delta: f64 = 0.8;
        let stream = |first: f64, later: f64| {
            let rounds =
                std::iter::successors(Some(1.0), |weight| Some(weight * delta));
            let rest: f64 =
                rounds.skip(1).take(2000).map(|weight| weight * later).sum();
            first + rest
        };
        let (keep, seize): (f64, f64) = (stream(r, r), stream(t, p));
        let worth = |own| at(delta).worth(Missions::Mutual, own);
        assert!((worth(Move::Respect) - keep).abs() < 1e-9);
        assert!((worth(Move::Seize) - seize).abs() < 1e-9);
    }
}

/// A host with nobody abroad, or on the eve of a rupture, gains by seizing at any
/// patience; and a rupture that both see coming undoes every round before it.
#[test]
fn b2b_one_sided_missions_and_the_end_of_relations_break_it() {
    for delta in [0.0, 0.5, 0.9, 0.999] {
        assert!(!host(delta, 1.0).respects(Missions::OneSided));
        assert!(!host(delta, 1.0).at_the_end().respects(Missions::Mutual));
        assert!(!host(delta, 0.4).respects(Missions::Mutual));
        assert_eq!(host(delta, 1.0).respected_before_known_end(50), 0);
    }
    // The same patience is enough while relations are likely to last.
    assert!(host(0.9, 0.7).respects(Missions::Mutual));
    let chicken = Payoffs::new(5.0, 3.0, 0.0, 1.0).unwrap();
    let half = Discount::new(0.5).unwrap();
    assert!(Host::new(chicken, half, Probability::new(1.0).unwrap()).is_err());
}

/// The same host, the same payoffs, the same patience: with resident missions there is
/// a tomorrow to lose, and the envoy is safe today.
#[test]
fn b2e_residence_makes_the_game_repeated() {
    let patient = host(0.75, 1.0);
    assert!(patient.respects(Missions::Mutual));
    assert!(!patient.respects(Missions::Single));
    // A resident mission keeps its shield day by day; nothing has to be renewed.
    let posting = Posting::new("1961-01-01".parse().unwrap());
    let on = |day: &str| posting.phase(day.parse().unwrap());
    assert_eq!(on("1971-01-01"), Phase::Serving);
}

/// The envoy who comes once and never again has no next round to protect him.
#[test]
fn b2e_a_single_mission_has_no_next_round() {
    for delta in [0.0, 0.75, 0.999] {
        let host = host(delta, 1.0);
        assert!(!host.respects(Missions::Single));
        let worth = |own| host.worth(Missions::Single, own);
        assert_eq!((worth(Move::Respect), worth(Move::Seize)), (3.0, 5.0));
    }
}

/// An agent in post: all six lamps but the ticket are red for a private crime or wrong, each
/// by its article; and the host is not helpless.
#[test]
fn b4c_an_agents_immunities_bar_the_host_by_article() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let wanted = [
        (Measure::Arrest, "VCDR 29"),
        (Measure::EnterHome, "VCDR 30(1)"),
        (Measure::Testify, "VCDR 31(2)"),
        (Measure::Prosecute, "VCDR 31(1)"),
        (Measure::Sue, "VCDR 31(1)"),
        (Measure::Execute, "VCDR 31(3)"),
    ];
    for (measure, article) in wanted {
        let answer = verdict(
            &Case::serving(agent, Subject::Tort, measure),
            Pair::PLAIN,
            PLAIN,
        );
        assert_eq!(answer.outcome(), Outcome::Barred);
        assert_eq!(answer.cites(), [article.parse().unwrap()]);
    }
    // Two ways out, both with the states and neither with the court.
    let waiver: Waiver = "P".parse().unwrap();
    let trial = Case::serving(agent, Subject::GraveCrime, Measure::Prosecute);
    assert_eq!(decide(&Case { waiver, ..trial }), Outcome::Allowed);
    assert_eq!(expel(Category::DiplomaticAgent).outcome, Outcome::Allowed);
}

/// The document says that diplomats and their families are safe from any arrest and
/// from civil suits. Not so: of sixteen kinds of persons (eight kinds of staff and
/// their families) five cannot be arrested for an ordinary crime, and none is safe
/// from every suit.
#[test]
fn b4c_families_and_staff_are_not_immune_from_any_arrest_or_suit() {
    let everyone = || {
        Category::ALL.iter().flat_map(|&category| {
            [Who::foreign(category), Who::foreign_family(category)]
        })
    };
    let crime = |who| Case::serving(who, Subject::OrdinaryCrime, Measure::Arrest);
    let safe: Vec<Who> = everyone().filter(|who| barred(&crime(*who))).collect();
    assert_eq!(
        safe,
        [
            Who::foreign(Category::DiplomaticAgent),
            Who::foreign_family(Category::DiplomaticAgent),
            Who::foreign(Category::AdminTech),
            Who::foreign_family(Category::AdminTech),
            Who::foreign(Category::CareerConsularOfficer),
        ]
    );
    let open_to_some_suit = everyone().filter(|who| {
        Subject::ALL
            .iter()
            .any(|&subject| !barred(&Case::serving(*who, subject, Measure::Sue)))
    });
    assert_eq!(open_to_some_suit.count(), 16);
    let any_suit_barred = everyone()
        .filter(|who| barred(&Case::serving(*who, Subject::Tort, Measure::Sue)));
    assert_eq!(any_suit_barred.count(), 2);
}

/// One envoy for three states stands, resident in one; the shield is whole in each.
#[test]
fn b5b_one_envoy_may_serve_several_states() {
    let receiving = ["Belgium", "Germany", "France"];
    let tour = Accreditation::new("Barbados", &receiving).unwrap();
    assert!(tour.objections(&[]).is_ok());
    assert!(tour.objections(&["Norway"]).is_ok());
    for state in receiving {
        assert_eq!(tour.standing(state), Standing::Accredited);
    }
    assert_eq!(tour.standing("Barbados"), Standing::Home);
    let away: Vec<&str> = tour.without_resident_head("Belgium").collect();
    assert_eq!(away, ["Germany", "France"]);
}

/// One objection stops it; and where the envoy is not accredited there is only
/// passage. Nor can a state receive its own envoy, or one envoy twice.
#[test]
fn b5b_one_objection_stops_it_and_a_third_state_owes_only_passage() {
    let tour = Accreditation::new("Barbados", &["Belgium", "Germany"]).unwrap();
    let no = tour.objections(&["Norway", "germany"]).unwrap_err();
    assert_eq!(
        (no.by.as_str(), no.article),
        ("Germany", "VCDR 5(1)".parse().unwrap())
    );
    assert!(no.to_string().contains("Germany"));
    let single = Accreditation::new("Barbados", &["Belgium"]).unwrap();
    let no = single.objections(&["Belgium"]).unwrap_err();
    assert_eq!(no.article, "VCDR 4(1)".parse().unwrap());
    assert_eq!(tour.standing("Norway"), Standing::Third);
    let agent = Who::foreign(Category::DiplomaticAgent);
    let theft = Case::serving(agent, Subject::OrdinaryCrime, Measure::Arrest);
    assert!(barred(&Case { phase: Phase::Transit, ..theft }));
    assert!(!barred(&Case { who: Who::Nobody, ..theft }));
    assert!(Accreditation::new("Barbados", &["barbados"]).is_err());
    assert!(Accreditation::new("Barbados", &["Belgium", "Belgium"]).is_err());
    assert!(Accreditation::new("Barbados", &[]).is_err());
}

/// Family of agents and clerks shares the shield against police and criminal court.
#[test]
fn b6_missions_shield_their_people_and_families() {
    for category in [Category::DiplomaticAgent, Category::AdminTech] {
        for who in [Who::foreign(category), Who::foreign_family(category)] {
            for measure in [Measure::Arrest, Measure::EnterHome, Measure::Prosecute]
            {
                assert!(barred(&Case::serving(who, Subject::GraveCrime, measure)));
            }
        }
    }
}

/// Three suits pass through an agent's immunity, and families of service staff and of
/// consuls have none.
#[test]
fn b6_three_suits_pass_and_some_families_have_nothing() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let open: Vec<Subject> = Subject::ALL
        .iter()
        .copied()
        .filter(|&subject| !barred(&Case::serving(agent, subject, Measure::Sue)))
        .collect();
    assert_eq!(open, [Subject::PrivateLand, Subject::Succession, Subject::Commerce]);
    let articles: Vec<String> = open
        .iter()
        .map(|&subject| {
            let case = Case::serving(agent, subject, Measure::Sue);
            verdict(&case, Pair::PLAIN, PLAIN).cites()[1].to_string()
        })
        .collect();
    assert_eq!(articles, ["VCDR 31(1)(a)", "VCDR 31(1)(b)", "VCDR 31(1)(c)"]);
    for category in [Category::ServiceStaff, Category::CareerConsularOfficer] {
        let family = Who::foreign_family(category);
        each_case(|case| {
            if case.who == family {
                assert!(!barred(&case), "{case:?}");
                let left = shield(&case, Pair::PLAIN, PLAIN);
                assert_eq!(left, Shield::None);
            }
        });
    }
}

/// Federal Constitutional Court of Germany, 10 June 1997 (BVerfG-1997): an ambassador
/// who had been accredited to the German Democratic Republic is tried by another state
/// for what he did on duty.
#[test]
fn what_outlasts_a_posting_binds_the_receiving_state_and_no_third_one() {
    let duty = Who::foreign(Category::DiplomaticAgent).officially().unwrap();
    let trial = Case::serving(duty, Subject::GraveCrime, Measure::Prosecute);
    let before =
        |phase| verdict(&Case { phase, ..trial }, Pair::PLAIN, Reading::PLAIN);
    assert_eq!(before(Phase::Ended).outcome(), Outcome::Barred);
    let elsewhere = before(Phase::Elsewhere);
    assert_eq!(elsewhere.outcome(), Outcome::Allowed);
    let told = format!("{elsewhere:?}");
    assert!(told.contains("39") && told.contains("40"), "{told}");
    // On the way home a third state may not touch him, and in private matters the
    // receiving state may.
    assert_eq!(before(Phase::Transit).outcome(), Outcome::Barred);
    let private = Case { who: Who::foreign(Category::DiplomaticAgent), ..trial };
    assert!(!barred(&Case { phase: Phase::Ended, ..private }));
    // A third state never owes more than the host of the posting does.
    each_case(|case| {
        if case.phase == Phase::Elsewhere {
            assert!(!barred(&case), "{case:?}");
        }
    });
}
