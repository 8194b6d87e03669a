//! What holds whatever the numbers are.

use super::*;
use proptest::prelude::*;

#[test]
fn what_is_said_to_turn_an_answer_turns_it_and_nothing_nearer_does() {
    let affair = affair();
    for chapter in Chapter::ALL {
        let yes = affair.finding(chapter).yes;
        let turn = affair.turn(chapter).unwrap();
        let turned = affair.after(&turn.change()).unwrap();
        assert_ne!(turned.finding(chapter).yes, yes, "{chapter}");
        // A step back towards what it was.
        let number = |value: &Value| value.to_string().parse::<f64>();
        let (now, at) = (number(&turn.now), number(&turn.at));
        if let (Ok(now), Ok(at)) = (now, at) {
            let back = if turn.input.contains(".me") || at.fract() == 0.0 {
                at + (now - at).signum()
            } else {
                at + (now - at) / 3.0
            };
            let near = change(&format!("{}={back}", turn.input));
            if let Ok(near) = affair.after(&near) {
                assert_eq!(near.finding(chapter).yes, yes, "{chapter} at {back}");
            }
        }
    }
}

#[test]
fn the_margin_of_a_course_turns_one_of_its_signs() {
    let affair = affair();
    for standing in affair.standings() {
        let margin = standing.margin.expect("a course hangs on something");
        let turned = affair.after(&margin.change()).unwrap();
        assert_ne!(turned.standing(standing.course).signs, standing.signs);
        // It is none of the inputs that the course itself sets.
        let set = &affair.dossier().courses[standing.course].set;
        assert!(set.iter().all(|change| change.input() != margin.input));
    }
}

#[test]
fn other_names_make_the_same_page_with_other_names() {
    let names = ["Ardal", "Belmar", "Corvo", "Doria", "Eskar"];
    let others = ["Zeta", "Ypsilon", "Xi", "Omega", "Psi"];
    let renamed = |text: &str| {
        names
            .iter()
            .zip(others)
            .fold(text.to_owned(), |text, (a, b)| text.replace(a, b))
    };
    let other = Affair::new(toml::from_str(&renamed(FILE)).unwrap()).unwrap();
    let page = |affair: &Affair| Page::of(affair).unwrap().to_string();
    assert_eq!(page(&other), renamed(&page(&affair())));
}

#[test]
fn the_order_of_the_states_changes_no_answer() {
    let turned = FILE.replace(
        r#"states = ["Ardal", "Belmar", "Corvo", "Doria", "Eskar"]"#,
        r#"states = ["Eskar", "Corvo", "Ardal", "Doria", "Belmar"]"#,
    );
    assert_ne!(turned, FILE);
    let turned = Affair::new(toml::from_str(&turned).unwrap()).unwrap();
    for (one, other) in affair().findings().iter().zip(turned.findings()) {
        assert_eq!((one.yes, &one.measures), (other.yes, &other.measures));
    }
    assert_eq!(
        Page::of(&turned).unwrap().lines()[1..3],
        Page::of(&affair()).unwrap().lines()[1..3]
    );
}

proptest! {
    #[test]
    fn a_change_moves_only_its_own_chapter_or_bargaining(
        planted in 0.0..=1.0_f64, most in 0.21..=1.0_f64, votes in 1..=5_u16,
    ) {
        let before = affair();
        for (text, moves) in [
            (format!("cyber.planted={planted}"), &[Chapter::Cyber][..]),
            (format!("crisis.most={most}"), &[Chapter::Crisis, Chapter::Bargaining]),
            (format!("voting.votes={votes}"), &[Chapter::Voting]),
        ] {
            let after = before.after(&change(&text)).unwrap();
            for chapter in Chapter::ALL.into_iter().filter(|c| !moves.contains(c)) {
                prop_assert_eq!(before.finding(chapter), after.finding(chapter));
            }
            // There and back again is where it was.
            let input = text.split('=').next().unwrap();
            let was = before.inputs(moves[0]).into_iter().find(|i| i.name == input);
            let back = format!("{input}={}", was.unwrap().value);
            prop_assert_eq!(after.after(&change(&back)).unwrap(), before.clone());
        }
    }
}
