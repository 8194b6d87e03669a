//! Each claim where it holds and where it fails.

use super::*;

#[test]
fn b0a_every_form_of_the_table_is_something_that_one_encounter_can_be() {
    let david = Encounter::new(two(), Channel::Envoy, Aim::Settle, Level::Heads)
        .unwrap()
        .in_secret()
        .helped_by(Actor::state("United States"))
        .unwrap();
    assert_eq!(
        david.forms(),
        [
            Form::Communication,
            Form::Negotiation,
            Form::BackChannel,
            Form::Summit,
            Form::Bilateral,
            Form::Mediation,
        ]
    );
    let call =
        Encounter::new(two(), Channel::Mission, Aim::Inform, Level::Ambassadors);
    assert!(call.unwrap().is(Form::AccreditedOfficials));
    let region = |name: &str| Actor {
        region: Some("the Andes".to_owned()),
        ..Actor::state(name)
    };
    let three: Vec<Actor> = ["Bolivia", "Peru", "Ecuador"].map(region).into();
    let talks = Encounter::new(
        three.clone(),
        Channel::Conference,
        Aim::Consult,
        Level::Ministers,
    )
    .unwrap();
    for form in [Form::Multilateral, Form::Regional, Form::Consultation] {
        assert!(talks.is(form));
    }
    let players =
        Encounter::new(three, Channel::Conference, Aim::Exchange, Level::Officials);
    assert!(players.unwrap().is(Form::CulturalExchange));
}

#[test]
fn b0a_what_cannot_be_cannot_be_built_and_a_consulate_is_no_mission() {
    // An embassy to oneself, an envoy to no one.
    assert_eq!(Missions::new(3, &[[1, 1]]), Err(ActorsError::ToItself { state: 1 }));
    assert_eq!(
        Missions::new(3, &[[1, 3]]),
        Err(ActorsError::NoSuchState { last: 2, found: 3 })
    );
    // Talks with nobody, with oneself, a mediator who is a party, a firm's embassy.
    let meet = |parties| {
        Encounter::new(parties, Channel::Message, Aim::Settle, Level::Heads)
    };
    assert_eq!(
        meet(vec![Actor::state("Peru")]),
        Err(ActorsError::Alone { found: 1 })
    );
    let again = vec![Actor::state("Peru"), Actor::state("peru")];
    assert!(matches!(meet(again), Err(ActorsError::Twice { .. })));
    let helped = meet(two()).unwrap().helped_by(Actor::state("Egypt"));
    assert!(matches!(helped, Err(ActorsError::Twice { .. })));
    let mut with_firm = two();
    with_firm[1].kind = demarche::actors::Kind::Firm;
    let embassy =
        Encounter::new(with_firm, Channel::Mission, Aim::Inform, Level::Officials);
    assert!(matches!(embassy, Err(ActorsError::NoMission { .. })));
    // Consent to missions is consent to consulates, and not the other way.
    assert!(Relations::Diplomatic.imply(Relations::Consular));
    assert!(!Relations::Consular.imply(Relations::Diplomatic));
    assert!(!Relations::Consular.end_with(Relations::Diplomatic));
    // No accreditation is needed at the summit.
    let summit = meet(two()).unwrap();
    assert!(summit.is(Form::Summit) && !summit.is(Form::AccreditedOfficials));
}

/// The claims of the ledger with their parts, and the two tests of each part.
fn ledger() -> toml::Table {
    let text =
        std::fs::read_to_string(common::home().join("book/claims.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

#[test]
fn b0g_nine_purposes_are_carried_by_claims_with_a_model_and_two_tests() {
    let ledger = ledger();
    let claims = ledger["claim"].as_array().unwrap();
    let mut carried = 0;
    for id in Purpose::ALL.iter().flat_map(|purpose| purpose.carried_by()) {
        let claim = claims.iter().find(|claim| claim["id"].as_str() == Some(id));
        let claim = claim.unwrap_or_else(|| panic!("{id} is in the ledger"));
        let parts = claim["part"].as_array().unwrap();
        for part in parts {
            assert!(part.get("holds").is_some() && part.get("fails").is_some());
        }
        carried += parts.len();
    }
    assert!(carried >= 16, "{carried}");
}

#[test]
fn b0g_the_first_purpose_has_no_model_of_its_own() {
    let without = Purpose::ALL.into_iter().filter(|p| p.carried_by().is_empty());
    assert_eq!(without.collect::<Vec<_>>(), [Purpose::InfluenceEvents]);
}

#[test]
fn b1f_employers_and_workers_vote_and_can_decide() {
    let voting: Vec<&str> =
        SEATS.iter().filter(|seat| seat.votes.0 > 0).map(|seat| seat.who).collect();
    assert_eq!(voting, ["employers of a member", "workers of a member"]);
    // Within one member: two votes of the government, one each, three of four carry.
    let member = Body::weighted(3, vec![2, 1, 1]).unwrap();
    let tally = Tally::of(&member).unwrap();
    assert_eq!(tally.shapley_shubik()[1], exact(1, 6));
}

#[test]
fn b1f_most_are_heard_without_a_vote_and_no_seat_is_a_shield() {
    let mute = SEATS.iter().filter(|seat| seat.votes.0 == 0);
    assert_eq!(mute.clone().count(), 3);
    assert_eq!(mute.filter(|seat| seat.speaks).count(), 2);
    assert!(SEATS.iter().all(|seat| !seat.shields));
}

#[test]
fn b5a_three_offices_bind_a_state_without_paper() {
    let binds = |office| {
        let answer =
            authority(office, TreatyAct::Consent, Forum::Elsewhere, false, false);
        matches!(answer, Authority::ByOffice(_))
    };
    let offices: Vec<Office> =
        Office::ALL.into_iter().filter(|&o| binds(o)).collect();
    assert_eq!(
        offices,
        [Office::HeadOfState, Office::HeadOfGovernment, Office::ForeignMinister]
    );
}

#[test]
fn b5a_an_ambassador_agrees_on_words_and_a_general_on_nothing() {
    let may = |office, act, forum| authority(office, act, forum, false, false);
    let ambassador = Office::HeadOfMission;
    assert!(may(ambassador, TreatyAct::Adopt, Forum::Host).has_effect(false));
    for act in [TreatyAct::Authenticate, TreatyAct::Consent] {
        let answer = may(ambassador, act, Forum::Host);
        assert_eq!(answer.article().to_string(), "VCLT 8");
        // Without effect until the state confirms it.
        assert!(!answer.has_effect(false) && answer.has_effect(true));
    }
    // Elsewhere not even the words; nor does a delegate outside its body.
    assert!(!may(ambassador, TreatyAct::Adopt, Forum::OwnBody).has_effect(false));
    assert!(
        may(Office::Delegate, TreatyAct::Adopt, Forum::OwnBody).has_effect(false)
    );
    assert!(!may(Office::Delegate, TreatyAct::Adopt, Forum::Host).has_effect(false));
    for act in TreatyAct::ALL {
        assert!(!may(Office::Other, act, Forum::Elsewhere).has_effect(false));
        // With paper anybody.
        let paper = authority(Office::Other, act, Forum::Elsewhere, true, false);
        assert_eq!(paper.article().to_string(), "VCLT 7(1)(a)");
        let usage = authority(Office::Other, act, Forum::Elsewhere, false, true);
        assert_eq!(usage.article().to_string(), "VCLT 7(1)(b)");
    }
}

#[test]
fn b5b_one_envoy_serves_several_states_where_none_objects() {
    let envoy =
        Accreditation::new("Nauru", &["Australia", "Fiji", "Tonga"]).unwrap();
    assert!(envoy.objections(&[]).is_ok());
    let without: Vec<&str> = envoy.without_resident_head("Fiji").collect();
    assert_eq!(without, ["Australia", "Tonga"]);
}

#[test]
fn b5b_one_objection_stops_it_and_a_hub_comes_early_for_who_can_pay_for_few() {
    let envoy = Accreditation::new("Nauru", &["Australia", "Fiji"]).unwrap();
    let objection = envoy.objections(&["Fiji"]).unwrap_err();
    assert_eq!(objection.article.to_string(), "VCDR 5(1)");
    // The third post of a small state is not a bilateral one.
    assert_eq!(budget(0.1).hub_comes(), Some(3));
    assert!(budget(0.1).yields(3) > 1.0 + 0.5 + 1.0 / 3.0);
    // What is left after two: all that a hub without loss would yield, less these.
    close(budget(1.0).yields(1) - 1.5, 4.34, 5e-3);
}

#[test]
fn b5g_ties_to_a_hub_make_a_states_standing() {
    // A leaf without its tie reaches nobody, with it all within two steps.
    let three = graph(5, &star()[..3]);
    assert_eq!(three.reach(4, 2), 0);
    assert_eq!(graph(5, &star()).reach(4, 2), 4);
    // Who hosts most is in the middle: 1904.
    let missions = south::south_america(1904).unwrap();
    let hosted: Vec<usize> = (0..10).map(|state| missions.hosted(state)).collect();
    assert_eq!(hosted, [5, 6, 7, 7, 6, 4, 5, 7, 6, 4]);
}

#[test]
fn b5g_a_tie_among_leaves_adds_nothing_and_which_ties_count_decides_who_is_central()
{
    let mut tied = star();
    tied.push([1, 2]);
    let (star, tied) = (graph(5, &star()), graph(5, &tied));
    assert_eq!((star.pairs_within(2), tied.pairs_within(2)), (10, 10));
    // Only where the hub shuts is it worth something.
    let shut = |graph: &Graph| graph.without(0).pairs_within(4);
    assert_eq!((shut(&star), shut(&tied)), (0, 1));
    // Bolivia in 1904: as central as anybody, or not at all.
    let missions = south::south_america(1904).unwrap();
    let bolivia = |tie| missions.graph(tie).betweenness_exactly()[1].clone();
    assert_eq!(
        (bolivia(Tie::Either), bolivia(Tie::Both)),
        (exact(169, 60), exact(0, 1))
    );
}

#[test]
fn b5h_one_place_brings_together_with_193_missions_what_takes_37_056() {
    assert_eq!((by_pairs(193), by_hub(193)), (37_056, 193));
    // Pairs are half as many as missions.
    assert_eq!(by_pairs(193) / 2, 18_528);
    let hub: Vec<[usize; 2]> = (1..193).map(|leaf| [leaf, 0]).collect();
    assert_eq!(graph(193, &hub).pairs_within(2), 18_528);
}

#[test]
fn b5h_a_hub_is_thin_and_when_it_shuts_nobody_meets() {
    let hub: Vec<[usize; 2]> = (1..193).map(|leaf| [leaf, 0]).collect();
    assert_eq!(graph(193, &hub).without(0).pairs_within(192), 0);
    // As deep as a twentieth it is only the sixth mission; below a hundred and ninety-
    // second part it never comes.
    assert_eq!(budget(0.05).hub_comes(), Some(6));
    assert_eq!(budget(0.004).hub_comes(), None);
    assert_eq!(
        (budget(0.2).hub_comes(), budget(0.17).hub_comes()),
        (Some(1), Some(2))
    );
    close(budget(0.1).first_from().value(), 0.171_312, 1e-6);
}

#[test]
fn b5i_more_who_meet_bring_all_nearer() {
    // Two capitals that do not talk; a firm and a university in both.
    let capitals = graph(4, &[]);
    let wider = graph(4, &[[2, 0], [2, 1], [3, 0], [3, 1]]);
    assert_eq!((capitals.reach(0, 2), wider.reach(0, 2)), (0, 3));
}

#[test]
fn b5i_each_of_them_with_a_veto_narrows_the_zone() {
    let chance = |n, m| Ratifiers { first: n, second: m }.one_in();
    assert_eq!(
        [chance(1, 1), chance(2, 1), chance(2, 2), chance(3, 3)],
        [Some(2), Some(3), Some(6), Some(20)]
    );
}
