//! Each claim where it holds and where it fails.

use super::*;

#[test]
fn c6_known_attribution_deters_and_a_clear_alarm_keeps_a_norm() {
    // Two fifths of knowledge are enough, whatever is believed.
    for vulnerable in [0.3, 0.8, 0.99] {
        assert_eq!(game(vulnerable, 0.4, 0.0).answer(), Answer::Deterred);
        assert_ne!(game(vulnerable, 0.39, 0.0).answer(), Answer::Deterred);
    }
    // At half of that, the threat to guess still stops five attacks of eight.
    let Answer::Mixed { attack, blame } = game(0.8, 0.2, 0.0).answer() else {
        panic!("both guess");
    };
    close(attack, 3.0 / 8.0, ROUNDING);
    close(blame, 1.0 / 4.0, ROUNDING);
    // The norm: without false alarms it loses nothing, with few little.
    close(norm(0.0).worth(), 1.0, ROUNDING);
    close(norm(0.1).worth(), 0.9, ROUNDING);
    assert!(norm(0.1).critical_patience().unwrap() < patience(0.53));
}

#[test]
fn c6_planted_marks_end_blame_and_false_alarms_end_a_norm_without_a_breach() {
    // Beyond a quarter of planted incidents nobody blames without knowing …
    close(game(0.8, 0.2, 0.0).tolerated_from().value(), 0.25, ROUNDING);
    assert!(matches!(game(0.8, 0.2, 0.24).answer(), Answer::Mixed { .. }));
    assert_eq!(game(0.8, 0.2, 0.26).answer(), Answer::Tolerated);
    // … and before that the attacks become more.
    let attack = |planted| match game(0.8, 0.2, planted).answer() {
        Answer::Mixed { attack, .. } => attack,
        other => panic!("{other:?}"),
    };
    close(attack(0.1), 0.5, ROUNDING);
    close(attack(0.2), 0.75, ROUNDING);
    // Where few can be hurt by blame, it is not even tried.
    assert_eq!(game(0.5, 0.2, 0.0).answer(), Answer::Tolerated);
    close(game(0.5, 0.2, 0.0).tolerated_from().value(), 0.0, 0.0);
    // A norm dies of alarms alone: at two in five, with a detection of three in five.
    close(norm(0.0).dies_at().value(), 0.4, ROUNDING);
    assert_eq!(norm(0.4).critical_patience(), None);
    close(norm(0.4).worth(), 0.0, ROUNDING);
    assert!(norm(0.39).critical_patience().is_some() && norm(0.39).worth() > 0.0);
}

#[test]
fn c6b_a_faster_line_is_worth_more_and_a_faster_council_is_ahead_of_the_war() {
    let worth = |n| line().worth(times(n), chance(0.1));
    for (n, expected) in [(1, 3.684), (2, 4.788), (3, 5.341), (4, 5.673)] {
        close(worth(n), expected, 5e-4);
    }
    // Nine of fifteen with five vetoes, while a war comes as fast as one member decides.
    let council = Wait::with_vetoes(15, 9, 5).unwrap();
    let ahead = |faster: f64| council.ahead_of(Rate::new(1.0 / faster).unwrap());
    for (faster, expected) in [(1.0, 0.164_918), (2.0, 0.368_134), (4.0, 0.587_603)]
    {
        close(ahead(faster), expected, 1e-6);
    }
}

#[test]
fn c6b_leaks_that_grow_with_speed_close_the_line() {
    for (n, expected) in [(2, 1.659), (3, 0.308), (4, 0.0)] {
        let leak = chance(0.1 * f64::from(n));
        close(line().worth(times(n), leak), expected, 5e-4);
    }
    // Twice the speed bears a quarter more of leaks in a round, not twice as many.
    let bearable = line().bearable_leak(times(2), chance(0.1)).unwrap();
    close(bearable.value(), 0.1248, 1e-4);
    close(
        line().worth(times(2), bearable),
        line().worth(times(1), chance(0.1)),
        1e-9,
    );
    // From a third on nobody would talk at any speed.
    close(line().worth(times(1), chance(0.34)), 0.0, 0.0);
    assert!(line().worth(times(1), chance(0.33)) > 0.0);
}

#[test]
fn b1f_a_mark_that_cannot_be_planted_names_who_did_it() {
    close(suspicion(0.0), 6.0 / 7.0, ROUNDING);
    close(suspicion(0.25), 3.0 / 4.0, ROUNDING);
    // Two such marks leave little doubt.
    let before = vec![chance(0.6), chance(0.4)];
    let two = Inquiry::new(before, vec![mark(0.0); 2]).unwrap();
    close(two.after().unwrap()[0], 24.0 / 25.0, ROUNDING);
    // It is enough to blame, where the suspicion alone was not.
    assert!(decided(0.0).blames);
    let alone = Inquiry::new(inquiry(0.0).before().to_vec(), vec![]).unwrap();
    assert!(!alone.decision(&[chance(1.0), chance(0.0)], needed()).unwrap().blames);
}

/// Three in five, where to be right brings 2 and to be wrong costs 3.
fn needed() -> Probability {
    game(0.8, 0.2, 0.0).blamed_from()
}

/// What is decided on one mark, by a victim whose blame would surely hurt the suspect.
fn decided(planted: f64) -> Decision {
    inquiry(planted).decision(&[chance(1.0), chance(0.0)], needed()).unwrap()
}

#[test]
fn b1f_a_mark_that_anybody_plants_speaks_for_the_suspect() {
    close(suspicion(0.5), 2.0 / 3.0, ROUNDING);
    close(suspicion(0.75), 0.6, ROUNDING);
    close(mark(0.0).idle_at().unwrap().value(), 0.75, ROUNDING);
    // A perfect match: the guilty leave it 8 times in 10, the others always.
    close(suspicion(1.0), 6.0 / 11.0, ROUNDING);
    assert!(decided(0.74).blames && !decided(0.76).blames);
}
