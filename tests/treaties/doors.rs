//! What is refused, and what comes back.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&Deposit { on: day("1964-03-25"), share: share(0.25) });
    let entry = Entry::after(NonZeroU16::new(22).unwrap(), Delay::Days(30));
    assert!(survives(&entry).contains("\"days:30\""));
    survives(&clause(Delay::Months(6)));
    survives(&Terms { way_out: WayOut::Silent, ..EASY });
    survives(&EASY);
    survives(&Notice { on: day("2001-12-13"), reasons: true });
    survives(&limits([0.4, 0.0], 5.0));
    survives(&Breach {
        material: true,
        protects_persons: false,
        by: Claimant::Other,
    });
    let change =
        Change { essential: true, radical: true, foreseen: false, bar: None };
    survives(&change);
    survives(&Change { bar: Some(Bar::Boundary), ..change });
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Deposit>(
        &["[\"1964-03-25\", 0]"],
        "{ on = \"1964-03-25\", share = 0 }",
    );
    comes_by_name::<Entry>(
        &["[22, 0, \"days:30\"]"],
        "{ count = 22, share = 0, delay = \"days:30\" }",
    );
    comes_by_name::<Exit>(
        &["[\"months:6\", \"days:0\", true]"],
        "{ notice = \"months:6\", first = \"days:0\", reasons = true }",
    );
    comes_by_name::<Notice>(
        &["[\"2001-12-13\", true]"],
        "{ on = \"2001-12-13\", reasons = true }",
    );
    comes_by_name::<Terms>(
        &["[true, true, \"silent\"]"],
        "{ signature_binds = true, accession = true, way_out = \"silent\" }",
    );
    comes_by_name::<Breach>(
        &["[true, true, \"other\"]"],
        "{ material = true, protects_persons = false, by = \"other\" }",
    );
    comes_by_name::<Change>(
        &["[true, true, true]"],
        "{ essential = true, radical = true, foreseen = false, bar = \"boundary\" }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    assert!(refused::<Delay>("\"weeks:3\"").contains("a period such as days:30"));
    for bad in ["days", "days:-1", "days:70000", "days:1.5", ":3", ""] {
        assert!(bad.parse::<Delay>().is_err(), "{bad}");
    }
    assert_eq!(" months : 6".parse::<Delay>(), Ok(Delay::Months(6)));
    refused::<Entry>(r#"{"count":0,"share":0,"delay":"days:30"}"#);
    refused::<Entry>(r#"{"count":22,"share":1.5,"delay":"days:30"}"#);
    refused::<Deposit>(r#"{"on":"1964-02-30","share":0}"#);
    refused::<Exit>(r#"{"notice":"months:6","first":"days:0"}"#);
    refused::<WayOut>("\"loud\"");
    refused::<Defect>("\"haste\"");
}

/// A second condition, as of Paris 2015: 55 states, and 55% of the world's emissions.
#[test]
fn two_conditions_wait_for_the_later_one() {
    let entry = Entry {
        count: NonZeroU16::new(2).unwrap(),
        share: share(0.55),
        delay: Delay::Days(30),
    };
    let safe = [("2016-09-03", 0.38), ("2016-09-21", 0.10), ("2016-10-05", 0.07)]
        .map(|(on, part)| Deposit { on: day(on), share: share(part) });
    assert_eq!(entry.trigger(&safe[..2]), None);
    // Tenths that add up on paper add up here.
    assert_eq!(entry.trigger(&safe), Some(day("2016-10-05")));
    assert_eq!(entry.day(&safe), Some(day("2016-11-04")));
    let heavy = [Deposit { on: day("2016-09-03"), share: share(0.9) }];
    assert_eq!(entry.trigger(&heavy), None);
}

#[test]
fn the_demo_reads_a_table_of_deposits_and_prints_the_day() {
    let run =
        told(&["treaties", "--", "--file", "examples/data/treaties.csv"]).unwrap();
    assert!(
        run.contains("Complete on 1964-04-14, in force on 1964-05-14."),
        "{run}"
    );
    assert!(run.contains("Japan"), "{run}");
    let file = ["treaties", "--", "--file", "examples/data/treaties.csv"];
    let with = |more: &[&str]| told(&[&file, more].concat());
    let few = with(&["--count", "31"]).unwrap();
    assert!(few.contains("not in force"), "{few}");
    let half = with(&["--count", "20", "--share", "0.5"]).unwrap();
    assert!(half.contains("not in force"), "{half}");
    let first = with(&["--delay", "first_of_month:6"]).unwrap();
    assert!(first.contains("in force on 1964-10-01"), "{first}");
    for (more, expected) in [
        (["--count", "0"], "a whole number from 1 to 65535"),
        (["--delay", "weeks:3"], "a period such as days:30"),
        (["--share", "2"], "a share between 0 and 1"),
        (["--between", "France"], "--between: expected two names such as"),
        (["--race", "1,2"], "--race: expected 6 values, found 2"),
        (["--race", "1,1,1,1,1,x"], "a number of at most 1e150"),
        (["--steps", "sign,leap"], "expected a step such as sign"),
        (["--steps", "notify=2020-02-30"], "a date such as 1984-04-17"),
    ] {
        let error = with(&more).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn the_demo_walks_the_readers_steps_and_cites_what_refuses() {
    let steps =
        "sign,notify=2020-01-01,ratify,in-force=2020-01-01,notify=2026-05-03";
    let run = |more: &[&str]| {
        told(&[&["treaties", "--", "--steps", steps], more].concat()).unwrap()
    };
    let plain = run(&[]);
    assert!(
        plain.contains("refused by VCLT 2(1)(g), it is not a party yet"),
        "{plain}"
    );
    assert!(plain.contains("a party until 2026-11-03"), "{plain}");
    assert!(run(&["--exit", "silent"]).contains("VCLT 56(1)"));
    assert!(run(&["--exit", "implied"]).contains("until 2027-05-03"));
    assert!(run(&["--first", "years:7"]).contains("VCLT 54(a)"));
    assert!(run(&["--reasons"]).contains("the clause asks for the reasons"));
}
