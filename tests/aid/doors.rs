//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&network());
    survives(&Road { from: 0, to: 1, per_day: 3, days: 2 });
    survives(&load(0, 5));
    survives(&Access::new(60.0, 50.0, -0.5).unwrap());
    survives(&toll(0.2, 18.0));
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Road>(&["[0, 1, 5, 2]"], "{ from = 0, to = 1, per_day = 5 }");
    comes_by_name::<Load>(&["[0, 5]"], "{ place = 0, per_day = 5 }");
    comes_by_name::<Access>(
        &["[60, 60, 0]"],
        "{ corridor = 60, need = 60, leaning = 0.5 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let new = |places, roads: &[Road], stocks: &[Load], needs: &[Load]| {
        Network::new(places, roads.to_vec(), stocks.to_vec(), needs.to_vec())
            .unwrap_err()
            .to_string()
    };
    assert_eq!(new(0, &[], &[], &[]), "expected 1 to 10000 places, found 0");
    assert_eq!(
        new(2, &[road(0, 2, 1)], &[], &[]),
        "expected a place from 0 to 1, found 2"
    );
    assert_eq!(
        new(2, &[road(1, 1, 1)], &[], &[]),
        "expected a road between two places, found one from 1 to itself"
    );
    assert_eq!(
        new(2, &[], &[load(3, 1)], &[]),
        "expected a place from 0 to 1, found 3"
    );
    assert_eq!(
        new(2, &[], &[], &[load(1, 0)]),
        "expected a need above 0 at place 1"
    );
    assert_eq!(
        new(2, &[road(0, 1, 1_000_000_001)], &[], &[]),
        "expected at most 1000000000 a day, found 1000000001"
    );
    assert!(
        new(1, &vec![road(0, 0, 0); 100_001], &[], &[])
            .contains("roads, found 100001")
    );
    assert_eq!(
        network().with_road(0, 1_000_000_001),
        Err(AidError::TooMuch { most: 1_000_000_000, found: 1_000_000_001 })
    );
    assert_eq!(
        network().convoys(0, 9).unwrap_err(),
        AidError::NoSuchPlace { last: 8, found: 9 }
    );
    assert_eq!(network().convoys(3, 3).unwrap_err(), AidError::Circle { place: 3 });
    let told = Access::new(1.0, 1.0, 1.5).unwrap_err().to_string();
    assert!(told.contains("a leaning between -1 and 1, found 1.5"), "{told}");
    refused::<Access>(r#"{"corridor":-1,"need":1,"leaning":0}"#);
    refused::<Network>(
        r#"{"places":1,"roads":[],"stocks":[],"needs":[{"place":0,"per_day":0}]}"#,
    );
}

#[test]
fn the_ends_of_the_domains_answer() {
    // No road, no stock, no need.
    let empty = Network::new(1, vec![], vec![], vec![]).unwrap();
    assert_eq!(empty.delivery().total, 0);
    assert!(empty.fairest().is_empty());
    assert_eq!(empty.equal(), part(1, 1));
    let stranded =
        Network::new(2, vec![], vec![load(0, 5)], vec![load(1, 5)]).unwrap();
    assert_eq!(stranded.fairest(), [part(0, 1)]);
    assert_eq!(stranded.convoys(0, 1).unwrap().quickest(1), None);
    // A need where the stock is: no road at all.
    let at_home =
        Network::new(1, vec![], vec![load(0, 3)], vec![load(0, 5)]).unwrap();
    assert_eq!(at_home.fairest(), [part(3, 5)]);
    assert_eq!(at_home.delivery().cut, [Limit::Stock(0)]);
    // Several needs at one place, and roads side by side and round in a ring.
    let roads = vec![road(0, 1, 2), road(0, 1, 2), road(1, 0, 9)];
    let needs = vec![load(1, 4), load(1, 4)];
    let both = Network::new(2, roads, vec![load(0, 9)], needs).unwrap();
    assert_eq!(both.fairest(), [part(1, 2), part(1, 2)]);
    // The largest numbers.
    let most = Network::MOST_PER_DAY;
    let wide = Network::new(
        2,
        vec![road(0, 1, most)],
        vec![load(0, most)],
        vec![load(1, most), load(1, most - 1)],
    )
    .unwrap();
    assert_eq!(wide.equal(), part(most.into(), u128::from(2 * most - 1)));
    // Nothing to carry is there when the first convoy would be, and a way without width
    // is none.
    assert_eq!(Convoys::of(&[(2, 3)]).quickest(0), Some(part(2, 1)));
    assert_eq!(Convoys::of(&[(2, 0)]).quickest(1), None);
    assert_eq!(Convoys::of(&[(5, 1), (2, 3)]).stages()[0].days, 2);
    // Free aid, no prize, nobody sends anything.
    assert_eq!(awards(Amount::new(5.0).unwrap(), &[]), [] as [f64; 0]);
    let idle = Toll { prize: Amount::new(0.0).unwrap(), ..toll(0.5, 0.0) };
    close(idle.bearable().value(), 0.0, 0.0);
    close(idle.fighters(), 0.0, 0.0);
}

#[test]
fn the_demo_reads_a_network_and_refuses_with_a_reason() {
    let file = "examples/data/aid.csv";
    let shut = told(&["aid", "--", "--file", file, "--close", "middle"]).unwrap();
    assert!(shut.contains("120 of 220 a day") && shut.contains("5/14"), "{shut}");
    let way =
        told(&["aid", "--", "--file", file, "--from", "Port", "--to", "camp c"])
            .unwrap();
    assert!(way.contains("45 a day on a way of 2 days"), "{way}");
    for (arguments, reason) in [
        (
            vec!["--file", file, "--close", "East"],
            "expected one of the places (Port, ",
        ),
        (vec!["--file", "Cargo.toml"], "Cargo.toml"),
        (vec!["--close", "Port"], "--file"),
        (vec!["--file", file, "--from", "Port", "--to", "Port"], "to itself"),
    ] {
        let mut all = vec!["aid", "--"];
        all.extend(&arguments);
        let refusal = told(&all).unwrap_err();
        assert!(refusal.contains(reason), "{arguments:?}: {refusal}");
    }
}
