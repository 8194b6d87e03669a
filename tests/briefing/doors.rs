//! What is refused, and where.

use super::*;
use demarche::briefing::{Cast, Cyber, Waiting};

#[test]
fn a_dossier_comes_back_from_json_and_comes_by_name() {
    let dossier = dossier();
    let json = serde_json::to_string(&dossier).unwrap();
    assert_eq!(serde_json::from_str::<Dossier>(&json).unwrap(), dossier);
    comes_by_name::<Cyber>(
        &["[0.8, 0.2, 0]"],
        "{ vulnerable = 0.8, knows = 0.2, planted = 0 }",
    );
    comes_by_name::<Waiting>(
        &[r#"["Eskar", 1]"#],
        r#"{ state = "Eskar", waits_for = 1 }"#,
    );
    comes_by_name::<Cast>(
        &["[[], \"A\", \"B\", \"C\"]"],
        r#"{ states = [], first = "A", second = "B", us = "C" }"#,
    );
    refused::<Cyber>(r#"{"vulnerable":1.2,"knows":0,"planted":0}"#);
    for half in ["\"crisis.most\"", "\"crisis.most=\"", "\"=0.2\""] {
        refused::<Change>(half);
    }
}

#[test]
fn an_affair_that_cannot_be_is_refused_with_the_reason() {
    for (from, to, reason) in [
        ("first = \"Ardal\"", "first = \"Belmar\"", "first, second and us once"),
        ("us = \"Corvo\"", "us = \"Korvo\"", "cast: expected one of Ardal, Belmar"),
        ("\"Doria\", \"Eskar\"]\nf", "\"Ardal\"]\nf", "each state once"),
        (
            "[\"Ardal\", \"Corvo\"],\n    [\"Ardal\", \"D",
            "[\"Ardal\", \"Ardal\"],\n    [\"Ardal\", \"D",
            "actors: ",
        ),
        ("pledge = \"nobody\"", "pledge = \"Corvo\"", "alignment: "),
        ("state = \"Eskar\", w", "state = \"Belmar\", w", "in one list once"),
        ("through = \"Eskar\"", "through = \"Nowhere\"", "aid: expected one of"),
        ("votes = 4", "votes = 6", "voting: expected"),
        ("shared = 1\n", "shared = 9\n", "culture: expected"),
        ("least = 0\n", "least = 0.5\n", "crisis: expected a least cost below"),
        ("crisis.most=0.2", "crisis.mist=0.2", "\"Inspection\": expected an input"),
        (
            "alliances.Doria=0",
            "alliances.Doria=-1",
            "alliances.Doria: expected a whole",
        ),
        ("stakes = 0.5", "stakes = 1e9", "climate: "),
    ] {
        assert!(FILE.contains(from), "{from}");
        let dossier: Dossier = toml::from_str(&FILE.replacen(from, to, 1)).unwrap();
        let told = Affair::new(dossier).unwrap_err().to_string();
        assert!(told.contains(reason), "{to}: {told}");
    }
    let idle = Dossier { courses: vec![], ..dossier() };
    let told = Affair::new(idle).unwrap_err().to_string();
    assert_eq!(told, "expected 1 to 12 courses of action, found 0");
}

#[test]
fn the_demo_marks_what_changes_and_refuses_in_one_line() {
    let run = |arguments: &[&str]| told(&[&["briefing", "--"], arguments].concat());
    let text = run(&["--set", "cyber.planted=.3", "--annex"]).unwrap();
    assert!(text.contains(
        "* cyber      Does Belmar still have to fear blame on a guess? no."
    ));
    assert_eq!(text.lines().filter(|line| line.starts_with('*')).count(), 1);
    for silent in SILENT {
        assert!(text.contains(silent), "{silent}");
    }
    let asked = run(&["--ask", "voting"]).unwrap();
    assert!(asked.contains("in time in 55.4% of races"), "{asked}");
    assert!(asked.contains("voting.votes      4"), "{asked}");
    for (arguments, reason) in [
        (&["--set", "crisis.most"][..], "expected a change such as crisis.most=0.2"),
        (&["--set", "crisis.most=2"], "expected a share between 0 and 1, found 2"),
        (&["--set", "kessa.dam=1"], "expected an input such as crisis.most"),
        (&["--ask", "dams"], "expected a chapter"),
        (&["--file", "Cargo.toml"], "Cargo.toml:"),
    ] {
        let told = run(arguments).unwrap_err();
        assert!(told.contains(reason), "{arguments:?}: {told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}
