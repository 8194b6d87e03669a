//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&south::south_america(1894).unwrap());
    survives(&budget(0.1));
    let open =
        Encounter::new(two(), Channel::Mission, Aim::Inform, Level::Ministers);
    survives(open.as_ref().unwrap());
    let third =
        Actor { region: Some("elsewhere".into()), ..Actor::state("Algeria") };
    survives(&open.unwrap().in_secret().helped_by(third).unwrap());
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Budget>(&["[192, 0.1]"], "{ relations = 192, depth = 0.1 }");
    comes_by_name::<Missions>(
        &["[2, [[0, 1]]]"],
        "{ states = 2, missions = [[0, 1]] }",
    );
    comes_by_name::<Actor>(
        &["[\"Peru\", \"state\"]"],
        "{ name = \"Peru\", kind = \"state\" }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let told = |error: Result<Missions, ActorsError>| error.unwrap_err().to_string();
    assert_eq!(
        told(Missions::new(2, &[[0, 1], [0, 1]])),
        "expected each mission once, found that of 0 at 1 again"
    );
    assert_eq!(told(Missions::new(0, &[])), "expected 1 to 1900 states, found 0");
    assert!(Missions::new(1_901, &[]).is_err());
    let blank = vec![Actor::state(" "), Actor::state("Peru")];
    let meet = Encounter::new(blank, Channel::Envoy, Aim::Settle, Level::Heads);
    assert_eq!(meet, Err(ActorsError::Nameless));
    let open =
        Encounter::new(two(), Channel::Envoy, Aim::Settle, Level::Heads).unwrap();
    assert_eq!(open.helped_by(Actor::state("")), Err(ActorsError::Nameless));
    refused::<Encounter>(
        r#"{"parties":[{"name":"Peru","kind":"state"}],"channel":"envoy","aim":"settle","level":"heads"}"#,
    );
    refused::<Missions>(r#"{"states":2,"missions":[[0,2]]}"#);
}

#[test]
fn the_ends_of_the_domains_answer() {
    let alone = graph(1, &[]);
    assert_eq!((alone.closeness(0), alone.centralisation()), (None, None));
    assert_eq!(alone.pairs_within(9), 0);
    close(alone.betweenness()[0], 0.0, 0.0);
    close(Missions::new(3, &[]).unwrap().answered(), 0.0, 0.0);
    assert!(graph(3, &[[0, 1]]).distances(0)[2].is_none());
    let none = Budget { relations: 0, depth: Share::new(1.0).unwrap() };
    assert_eq!(none.hub_comes(), None);
    close(none.yields(3), 0.0, 0.0);
    close(none.first_from().value(), 1.0, 0.0);
    // Two firms at a conference are neither bilateral nor multilateral.
    let firm = |name: &str| Actor {
        kind: demarche::actors::Kind::Firm,
        ..Actor::state(name)
    };
    let talks = Encounter::new(
        vec![firm("one"), firm("another")],
        Channel::Conference,
        Aim::Consult,
        Level::Officials,
    );
    let talks = talks.unwrap();
    assert!(!talks.is(Form::Bilateral) && !talks.is(Form::Multilateral));
    // A third who helps to talk and not to settle mediates nothing.
    let helped = talks.helped_by(Actor::state("Peru")).unwrap();
    assert!(!helped.is(Form::Mediation) && !helped.is(Form::Regional));
}

#[test]
fn as_many_shortest_ways_as_there_can_be_are_still_counted() {
    // Layers of three, each tied to the next: 3 to the power of 633 ways, nearly.
    let states = Missions::MOST;
    let mut ties = Vec::new();
    for a in 0..states {
        let next = 3 * (a / 3 + 1);
        ties.extend((next..states.min(next + 3)).map(|b| [a, b]));
    }
    let passing = graph(states, &ties).betweenness();
    assert!(passing.iter().all(|own| own.is_finite()));
    // Layers are alike within, and the middle has most.
    close(passing[3], passing[4], 1e-6);
    assert!(passing[900] > passing[3] && passing[900] > passing[1_890]);
}

#[test]
fn the_demo_reads_missions_and_refuses_with_a_reason() {
    let own = told(&["actors", "--", "--file", "examples/data/actors.csv"]).unwrap();
    assert!(own.contains("10 missions, 7 ties"), "{own}");
    let hub = told(&["actors", "--", "--depth", "0.1"]).unwrap();
    assert!(hub.contains("3.13"), "{hub}");
    for (arguments, reason) in [
        (vec!["--depth", "2"], "found 2"),
        (vec!["--file", "examples/data/peace.csv"], "unknown field"),
        (vec!["--both"], "--file"),
        (vec!["--encounter", "Cargo.toml"], "Cargo.toml"),
    ] {
        let mut all = vec!["actors", "--"];
        all.extend(&arguments);
        let refusal = told(&all).unwrap_err();
        assert!(refusal.contains(reason), "{arguments:?}: {refusal}");
    }
}
