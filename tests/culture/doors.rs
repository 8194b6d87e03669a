//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    let own = land(10, 5, 15).with_neighbours(Neighbours::Twelve);
    survives(&own.with_far(chance(0.1)).with_field(chance(0.9)));
    survives(&culture(&[1, 2, 255]));
    survives(&of_five(3));
    survives(&lived(0.3, 0.2, 0.75));
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Land>(
        &["[10, 5, 15]"],
        "{ side = 10, features = 5, traits = 15 }",
    );
    comes_by_name::<Likeness>(&["[1, 5]"], "{ shared = 1, features = 5 }");
    comes_by_name::<Outreach>(
        &["[0.8, 0.3, 0.25]"],
        "{ message = 0.8, reach = 0.3, pull = 0.25 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let told_of = |error: CultureError| error.to_string();
    let side = Land::new(1, 5, 5).unwrap_err();
    assert_eq!(told_of(side), "expected 2 to 255 sites on a side, found 1");
    let features = Land::new(2, 17, 5).unwrap_err();
    assert_eq!(told_of(features), "expected 1 to 16 features, found 17");
    assert!(Land::new(2, 0, 5).is_err() && Land::new(2, 5, 0).is_err());
    let shared = refused::<Likeness>(r#"{"shared":6,"features":5}"#);
    assert!(shared.contains("at most 5 shared features, found 6"), "{shared}");
    refused::<Land>(r#"{"side":10,"features":5,"traits":15,"far":1.5}"#);
    refused::<Land>(r#"{"side":0,"features":5,"traits":15}"#);
    refused::<Culture>("[]");
    refused::<Culture>("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]");
    let mute = r#"{"message":0.5,"reach":0.3,"pull":0}"#;
    assert!(refused::<Outreach>(mute).contains("a pull above 0"));
    let wild =
        r#"{"message":0.5,"reach":0.3,"pull":0.6,"experience":0,"weight":0.5}"#;
    assert!(refused::<Outreach>(wild).contains("found 0.6 and 0.5"));
    let uneven = culture(&[1, 2]).likeness(culture(&[1])).unwrap_err();
    assert_eq!(told_of(uneven), "expected 2 features in every culture, found 1");
    let mixed = [culture(&[1, 2]), culture(&[1])];
    assert!(World::gathering(&mixed).is_err());
    assert!(World::gathering(&mixed[..1]).is_err());
    assert!(culture(&[1, 2]).learning(culture(&[1]), 1).is_err());
    assert!(land(2, 2, 2).settled(&mixed).is_err());
    assert!(land(2, 2, 2).settled(&[mixed[1]; 4]).is_err());
    assert!(land(2, 2, 2).settled(&[mixed[0]; 4]).is_ok());
    assert!(land(2, 2, 2).runs(0, 1, 1).is_err());
    assert!(Sample::of(&[]).is_err());
    let sample = Sample::of(&[1]).unwrap();
    assert!(sample.at_most(0, 1.0).is_err() && sample.at_most(101, 1.0).is_err());
    assert!(sample.at_most(100, 1.0).is_ok());
    assert!(of_five(3).learnt(3).is_err() && of_five(3).learnt(255).is_err());
}

#[test]
fn the_ends_of_the_domains_answer() {
    // One trait each: alike from the start.
    let same = land(2, 1, 1);
    let mut rng = seeded(1);
    assert_eq!(same.world(&mut rng).run(0, &mut rng), Some(0));
    close(same.deaf().value(), 0.0, 0.0);
    // One feature: alike or strangers, and nothing moves.
    let mut one = land(9, 1, 4).world(&mut rng);
    assert_eq!(one.run(10, &mut rng), Some(0));
    let mut large = land(255, 16, 255).world(&mut rng);
    assert_eq!(large.pairs(), 2 * 255 * 254);
    large.run(1000, &mut rng);
    assert_eq!(land(10, 5, 15).sites(), 100);
    let pairs =
        |near| land(10, 1, 1).with_neighbours(near).world(&mut seeded(1)).pairs();
    assert_eq!(Neighbours::ALL.map(pairs), [180, 342, 502]);
    let single = Sample::of(&[4]).unwrap();
    assert_eq!((single.runs(), single.deviation().to_bits()), (1, 0));
    for end in single.means_of(3, chance(1.0)).unwrap() {
        close(end, 4.0, 0.0);
    }
    // Pull and weight that make 1 in tenths.
    assert!(lived(0.3, 0.2, 0.75).mean(1) < 0.5);
    let tenths = Outreach::new(share(0.5), share(0.1), share(0.7)).unwrap();
    assert!(tenths.with_experience(share(0.1), share(0.3)).is_ok());
    assert!("sideways".parse::<Neighbours>().is_err());
    assert_eq!(of_five(2).shared(), 2);
    assert!(seeded(1).next_u64() > 0);
}

#[test]
fn the_demo_reads_and_refuses() {
    let refuses = |arguments: &[&str], sentence: &str| {
        let all = [&["culture", "--"], arguments].concat();
        let output = demo(&all);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    };
    refuses(&["--far", "1.5"], "a probability between 0 and 1");
    refuses(&["--side", "1"], "2 to 255 sites on a side, found 1");
    refuses(&["--traits", "0"], "1 to 255 traits, found 0");
    refuses(&["--runs", "0"], "1 to 1000000 runs, found 0");
    refuses(&["--neighbours", "five"], "four, eight, twelve");
    refuses(&["--outreach", "0.8,0.3"], "expected 3 or 5 numbers, found 2");
    refuses(&["--outreach", "0.8,0.3,2"], "a share between 0 and 1");
    refuses(&["--shared", "6,5"], "at most 5 shared features, found 6");
    refuses(&["--shared", "6"], "expected 2 numbers, found 1");
    refuses(&["--file", "nowhere.csv"], "expected a readable file");
    let shared = told(&["culture", "--", "--shared", "1,5"]).unwrap();
    assert!(shared.contains("10.417"), "{shared}");
    let file =
        told(&["culture", "--", "--file", "examples/data/culture.csv"]).unwrap();
    assert!(file.contains("North Korea        4       1.25"), "{file}");
    let json =
        told(&["culture", "--", "--side", "5", "--runs", "4", "--json"]).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["demo"], "culture");
    assert_eq!(value["given"]["side"], 5);
    assert!(value["results"][0]["regions"].is_number());
}
