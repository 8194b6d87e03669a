//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&mark(0.25));
    survives(
        &Inquiry::new(vec![chance(0.6), chance(0.4)], vec![mark(0.0)]).unwrap(),
    );
    survives(&game(0.8, 0.2, 0.1));
    survives(&norm(0.1));
    survives(&line());
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Mark>(
        &["[0, 0.8, 0.2, 0]"],
        "{ points_at = 0, if_guilty = 0.8, by_chance = 0.2, planted = 0 }",
    );
    comes_by_name::<Norm>(
        &["[0.5, 0.1, 0.6]"],
        "{ temptation = 0.5, false_alarms = 0.1, detection = 0.6 }",
    );
    comes_by_name::<Line>(
        &["[1, 3, 0.9]"],
        "{ settlement = 1, exposure = 3, patience = 0.9 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let inquiry = |before: &[f64], marks: Vec<Mark>| {
        let before = before.iter().map(|&x| chance(x)).collect();
        Inquiry::new(before, marks).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(
        inquiry(&[1.0], vec![]),
        Err("expected 2 to 100 suspects, found 1".into())
    );
    assert_eq!(
        inquiry(&[0.5, 0.5], vec![mark(0.0); 101]),
        Err("expected 0 to 100 marks, found 101".into())
    );
    let told = inquiry(&[0.5, 0.4], vec![]).unwrap_err();
    assert!(told.starts_with("expected beliefs that sum to 1, found 0.9"), "{told}");
    let stray = Mark { points_at: 2, ..mark(0.0) };
    assert_eq!(
        inquiry(&[0.5, 0.5], vec![stray]),
        Err("expected a suspect from 0 to 1, found 2".into())
    );
    refused::<Inquiry>(r#"{"before":[0.5,0.4],"marks":[]}"#);
    refused::<Mark>(r#"{"points_at":0,"if_guilty":1.1,"by_chance":0,"planted":0}"#);
    refused::<Norm>(r#"{"temptation":-1,"false_alarms":0,"detection":1}"#);
    assert!(Blame::of(1.1, 0.0, 0.0).is_err() && Line::of(1.0, 1.0, 1.0).is_err());
    // Found for sure if another did it, and it was this one or nobody.
    let never = Mark { if_guilty: chance(0.0), ..mark(0.0) };
    let sure = Inquiry::new(vec![chance(1.0), chance(0.0)], vec![never]).unwrap();
    assert_eq!(sure.after(), Err(CyberError::Impossible));
}

#[test]
fn the_ends_of_the_domains_answer() {
    // A hundred marks that are hard to leave: a product of them would be no number.
    let rare = |points_at| Mark {
        points_at,
        if_guilty: chance(0.5),
        by_chance: chance(1e-9),
        planted: chance(0.0),
    };
    let marks: Vec<Mark> = (0..99).map(|at| rare(at % 3)).collect();
    let third = vec![chance(0.2), chance(0.3), chance(0.5)];
    let after = Inquiry::new(third, marks).unwrap().after().unwrap();
    for (belief, before) in after.into_iter().zip([0.2, 0.3, 0.5]) {
        close(belief, before, 1e-6);
    }
    // What all leave tells nothing; what others leave oftener clears.
    let common = Mark { by_chance: chance(1.0), ..mark(0.0) };
    assert_eq!(common.idle_at(), None);
    let always = Mark { if_guilty: chance(1.0), ..common };
    assert_eq!(always.idle_at(), Some(chance(0.0)));
    // Of equals the first; with nobody whom blame hurts, none.
    let even = Inquiry::new(vec![chance(0.5), chance(0.5)], vec![]).unwrap();
    let decision = even.decision(&[chance(1.0); 2], chance(0.5)).unwrap();
    assert_eq!(decision, Decision { suspect: 0, sure: 0.5, blames: false });
    let decision = even.decision(&[chance(0.1), chance(0.9)], chance(0.4)).unwrap();
    assert_eq!(decision, Decision { suspect: 1, sure: 0.45, blames: true });
    assert!(!even.decision(&[chance(0.0); 2], chance(0.0)).unwrap().blames);
    let told = even.decision(&[chance(1.0)], chance(0.5)).unwrap_err().to_string();
    assert_eq!(
        told,
        "expected 2 chances to be hurt by blame, one a suspect, found 1"
    );
    // Nobody vulnerable, everybody vulnerable.
    assert_eq!(game(0.0, 0.0, 0.0).answer(), Answer::Tolerated);
    assert_eq!(game(1.0, 0.0, 0.0).answer(), Answer::Deterred);
    assert_eq!(game(1.0, 0.0, 0.39).answer(), Answer::Deterred);
    assert_eq!(game(1.0, 0.0, 1.0).answer(), Answer::Tolerated);
    assert_eq!(game(0.5, 1.0, 0.0).answer(), Answer::Deterred);
    // At the threshold, where blame by guess brings as much as it costs: silence.
    let even = Blame { loss: game(0.5, 0.0, 0.0).gain, ..game(0.5, 0.2, 0.0) };
    close(even.blamed_from().value(), 0.5, 0.0);
    assert_eq!(even.answer(), Answer::Tolerated);
    let huge = Size::new(1e150).unwrap();
    let game = Blame { prize: huge, harm: huge, ..game(0.8, 0.2, 0.0) };
    close(game.deterred_from().value(), 0.5, ROUNDING);
    // Nothing tempts: always kept, and a pause is never needed.
    let idle = Norm::of(0.0, 0.3, 0.3).unwrap();
    assert_eq!(idle.critical_patience(), Some(patience(0.0)));
    close(idle.worth(), 1.0, 0.0);
    assert_eq!(idle.shortest_pause(patience(0.0)).unwrap().rounds, 0);
    // Nothing is seen: never kept.
    let blind = Norm::of(0.5, 0.0, 0.0).unwrap();
    assert_eq!((blind.critical_patience(), blind.worth()), (None, 0.0));
    assert_eq!(blind.shortest_pause(patience(0.99)), None);
    // An alarm that comes more often when nobody cheats.
    assert_eq!(Norm::of(0.5, 0.6, 0.1).unwrap().critical_patience(), None);
    // Alarms without cheating never, with cheating always.
    let perfect = Norm::of(1.0, 0.0, 1.0).unwrap();
    close(perfect.critical_patience().unwrap().value(), 0.5, ROUNDING);
    close(perfect.until_the_first(patience(0.5)), 1.0, ROUNDING);
    // A pause of three rounds is just enough, and rounding makes no fourth of it; the
    // least temptation needs one.
    let just = Norm::of(0.525, 0.0, 0.6).unwrap();
    assert_eq!(just.shortest_pause(patience(0.5)).unwrap().rounds, 3);
    let little = Norm::of(1e-12, 0.1, 0.6).unwrap();
    assert_eq!(little.shortest_pause(patience(0.9)).unwrap().rounds, 1);
    // No leak, a line that is worth nothing.
    close(line().worth(times(1), chance(0.0)), 10.0, ROUNDING);
    assert_eq!(line().bearable_leak(times(2), chance(0.5)), None);
    assert!(line().worth(times(u32::MAX), chance(0.1)).is_finite());
    let patient = Line::of(1.0, 3.0, 1.0 - f64::EPSILON).unwrap();
    assert!(patient.worth(times(u32::MAX), chance(0.0)).is_finite());
}

#[test]
fn the_demo_reads_a_case_and_refuses_with_a_reason() {
    let own = told(&["cyber", "--", "--file", "examples/data/cyber.toml"]).unwrap();
    assert!(own.contains("somebody else: 40.0% → 25.0% → 11.5%"), "{own}");
    assert!(own.contains("at 47.4% it would tell nothing"), "{own}");
    assert!(own.contains("East, guilty and open to harm: 56.4%"), "{own}");
    assert!(
        own.ends_with("To blame takes more than 60.0%: keep silent.\n"),
        "{own}"
    );
    let norms = told(&["cyber", "--", "--norm", "0.5,0.1,0.6"]).unwrap();
    assert!(norms.contains("0.526"), "{norms}");
    for (arguments, reason) in [
        (["--norm", "0.5,0.1"], "--norm: expected 3 numbers, found 2"),
        (["--norm", "0.5,0.1,2"], "a probability between 0 and 1, found 2"),
        (["--blame", "0.8,0.2,1.5"], "a probability between 0 and 1, found 1.5"),
        (["--line", "1,3,0.9,0"], "a whole number of rounds from 1 on, found 0"),
        (["--file", "Cargo.toml"], "unknown field"),
    ] {
        let refusal =
            told(&["cyber", "--", arguments[0], arguments[1]]).unwrap_err();
        assert!(refusal.contains(reason), "{arguments:?}: {refusal}");
    }
}

#[test]
fn a_case_of_ones_own_decides_and_refuses_with_the_file_and_a_reason() {
    let book = include_str!("../../examples/data/cyber.toml");
    let with = |name: &str, change: (&str, &str)| {
        let path = format!("{}/cyber-{name}.toml", env!("CARGO_TARGET_TMPDIR"));
        assert!(book.contains(change.0), "{change:?}");
        std::fs::write(&path, book.replace(change.0, change.1)).unwrap();
        told(&["cyber", "--", "--file", &path])
    };
    // If to be wrong costs as little as to be right brings, East is blamed.
    let bold = with("bold", ("loss = 3", "loss = 2")).unwrap();
    assert!(bold.ends_with("takes more than 50.0%: blame.\n"), "{bold}");
    // Without stakes they are the book's.
    let plain = with("plain", ("gain = 2\nloss = 3\n", "")).unwrap();
    assert!(plain.ends_with("more than 60.0%: keep silent.\n"), "{plain}");
    let out = with("out", ("vulnerable = 0.", "vulnerable = 0 # ")).unwrap();
    assert!(out.ends_with("Nobody is left whom blame would hurt: keep silent.\n"));
    let clears = with("clears", ("if_guilty = 0.5", "if_guilty = 0.01")).unwrap();
    assert!(clears.contains("it speaks for the suspect in any case"), "{clears}");
    for (change, reason) in [
        (("\"East\"\nbefore", "\"North\"\nbefore"), "once, found \"North\" again"),
        (("points_at = \"East\"", "points_at = \"West\""), "found \"West\""),
        (("before = 0.4", "before = 0.5"), "sum to 1, found 1.1"),
        (("vulnerable = 0.9\n", ""), "a field `vulnerable`, found none"),
        (("gain = 2", "gain = 0"), "a size above 0"),
        (("found = \"s", "find = \"s"), "unknown field `find`"),
    ] {
        let refusal = with("bad", change).unwrap_err();
        let names_it =
            refusal.contains("cyber-bad.toml") && refusal.contains(reason);
        assert!(names_it, "{change:?}: {refusal}");
    }
}
