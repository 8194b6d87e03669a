//! One deal.

use super::*;

#[test]
fn the_accepted_share_is_the_share_of_a_fine_grid() {
    let grid = |step: i32| (f64::from(step) + 0.5) / 200.0;
    for (first, second) in [(0.0, 0.0), (0.3, 0.6), (0.5, 0.5), (1.0, 0.2)] {
        let (first, second) = (rho(first), rho(second));
        let struck = (0..200)
            .flat_map(|v| (0..200).map(move |w| deal(grid(v), grid(w))))
            .filter(|offer| offer.struck(first, second))
            .count();
        let share = accepted_share(first, second).value();
        // The border crosses at most two cells in each line of the grid.
        assert!((struck as f64 / 40_000.0 - share).abs() < 0.01);
    }
}

#[test]
fn critical_sensitivities_of_the_chapter() {
    assert_eq!(deal(2.0, 5.0).tolerance(), Tolerance::UpTo(k(2.0 / 3.0)));
    assert_eq!(deal(2.0, 5.0).critical_sensitivity(), Some(k(2.0 / 3.0)));
    assert!(near(deal(2.0, 5.0).utility(k(1.0)), -1.0));
    assert!(near(deal(2.0, 5.0).utility(k(0.5)), 0.5));
    // Equal gains make the sensitivity irrelevant.
    assert_eq!(deal(3.0, 3.0).tolerance(), Tolerance::Always);
    assert_eq!(deal(0.0, 0.0).tolerance(), Tolerance::Always);
    // Nothing for us, something for them: only who does not care accepts.
    assert_eq!(deal(0.0, 1.0).tolerance(), Tolerance::UpTo(k(0.0)));
    assert_eq!(deal(-1.0, 2.0).tolerance(), Tolerance::Never);
    assert_eq!(deal(-1.0, -1.0).tolerance(), Tolerance::Never);
    assert_eq!(deal(-1.0, -1.0).critical_sensitivity(), None);
}

#[test]
fn a_state_may_pay_to_hurt_its_rival() {
    let spite = deal(-1.0, -3.0);
    assert_eq!(spite.tolerance(), Tolerance::From(k(0.5)));
    assert!(!spite.accepted(k(0.49)));
    assert!(spite.accepted(k(0.51)));
}

/// Found by a reader: 3/10 − 1/2 (9/10 − 3/10) is nothing, and was refused.
#[test]
fn a_tie_in_tenths_is_a_tie_as_it_is_in_whole_units() {
    for (own, other, sensitivity) in
        [(0.3, 0.9, 0.5), (3.0, 9.0, 0.5), (100.1, 100.2, 1001.0), (-0.1, -0.3, 0.5)]
    {
        let offer = deal(own, other);
        assert!(offer.accepted(k(sensitivity)), "{offer:?}");
        // A billionth more than a tie is none.
        let worse = deal(own - 1e-9, other);
        assert!(!worse.accepted(k(sensitivity)), "{worse:?}");
    }
    let offer = deal(0.6, 1.5);
    assert!(offer.accepted_at(rho(0.4)) && !offer.accepted_at(rho(0.4 + 1e-9)));
    // Three steps of a tenth cost what one of three tenths gains.
    let steps = [deal(0.1, -0.2), deal(0.1, -0.2), deal(0.1, 0.7)];
    assert_eq!(deepest(&steps, rho(1.0), rho(1.0)), 3);
    assert_eq!(deepest(&[deal(0.3, 0.3 + 1e-9)], rho(1.0), rho(1.0)), 0);
    let steps = [deal(0.1, -0.1), deal(0.2, -0.1), deal(0.0, -0.1)];
    assert_eq!(deepest_with_transfers(&steps), 3);
    assert_eq!(deepest_with_transfers(&[deal(0.3, -0.3 - 1e-9)]), 0);
    // What one side loses the other has to have gained: a product would hide a sign.
    assert_eq!(deepest_with_transfers(&[deal(-1.0, -1.0)]), 0);
}

/// Every tie that can be said in tenths, found in whole numbers.
#[test]
fn every_exact_tie_in_tenths_is_accepted_by_sensitivity_and_by_weight() {
    let mut ties = [0; 2];
    let tenths = |whole: i32| f64::from(whole) / 10.0;
    for (own, other) in (1..=20).flat_map(|own| (1..=40).map(move |w| (own, w))) {
        let offer = deal(tenths(own), tenths(other));
        for part in 1..=20 {
            if 10 * own == part * (other - own) {
                assert!(offer.accepted(k(tenths(part))), "{offer:?} at k {part}");
                ties[0] += 1;
            }
            if part <= 10 && 10 * own == part * other {
                assert!(
                    offer.accepted_at(rho(tenths(part))),
                    "{offer:?} at ρ {part}"
                );
                ties[1] += 1;
            }
        }
    }
    assert_eq!(ties, [92, 79]);
}

/// The answer never contradicts the threshold that is told beside it.
#[test]
fn thresholds_and_answers_agree_to_the_last_bit() {
    for own in -40..=40 {
        for other in -60..=60 {
            let offer = deal(f64::from(own) / 10.0, f64::from(other) / 7.0);
            if let Some(critical) = offer.critical_sensitivity() {
                assert!(offer.accepted(critical), "{offer:?}");
                let weight = offer.critical_weight().unwrap();
                assert!(offer.accepted_at(weight), "{offer:?}");
                assert!(
                    (weight.value() - RelativeWeight::from(critical).value()).abs()
                        < 1e-12
                );
            } else {
                assert_eq!(offer.critical_weight(), None);
            }
        }
    }
    assert!(deal(2.0, 7.0).accepted(k(0.4)));
}

#[test]
fn a_public_good_and_its_threshold_agree_to_the_last_bit() {
    for m in [1.0, 1.1, 1.5, 3.0, 7.0, 1e17, 1e150] {
        let good = PublicGood::new(m).unwrap();
        let critical = good.critical_weight().unwrap();
        assert!(good.contributes(critical), "{m}");
        assert!(!good.contributes(rho(critical.value().next_up())), "{m}");
        assert!(!good.contributes(RelativeWeight::RANK), "{m}");
    }
    assert_eq!(
        serde_json::to_string(&PublicGood::new(2.5).unwrap()).unwrap(),
        "2.5"
    );
    let poor = PublicGood::new(0.999).unwrap();
    assert!(!poor.contributes(RelativeWeight::ABSOLUTE));
    let error = PublicGood::new(f64::INFINITY).unwrap_err().to_string();
    assert!(error.contains("finite") && error.ends_with("found inf"), "{error}");
}

#[test]
fn a_deal_of_no_numbers_is_refused_with_a_sentence() {
    let error = Deal::new(f64::NAN, 1.0).unwrap_err();
    let expected = "expected an own gain between -1e150 and 1e150, found NaN";
    assert_eq!(error.to_string(), expected);
    assert!(Deal::new(1.0, f64::INFINITY).is_err());
    let text = r#"{"own":2.0,"other":5.0}"#;
    let read: Deal = serde_json::from_str(text).unwrap();
    assert_eq!(read, deal(2.0, 5.0));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    refused::<Deal>(r#"{"own":2,"other":5,"k":1}"#);
}

#[test]
fn exercise_2_a_unit_for_the_side_behind_moves_the_threshold_further() {
    let critical = |own, other| deal(own, other).critical_sensitivity();
    assert_eq!(critical(2.0, 6.0), Some(k(0.5)));
    assert_eq!(critical(3.0, 5.0), Some(k(1.5)));
}
