//! What the doors refuse, and what comes back through them.

use super::*;

#[test]
fn games_at_the_edge_of_the_dilemma() {
    let game = |t, r, p, s| Payoffs::new(t, r, p, s).unwrap();
    // Nothing to gain by defecting: no question of patience, and all is forgiven.
    let harmony = game(2.0, 3.0, 1.0, 0.0);
    assert_eq!(grim_patience(&harmony), None);
    assert_eq!(tit_for_tat_patience(&harmony), None);
    assert_eq!(optimal_generosity(&harmony).value(), 1.0);
    assert_eq!(generosity_that_lasts(&harmony, delta(0.0)).value(), 1.0);
    // Nothing at stake after it.
    let hopeless = game(5.0, 3.0, 5.0, 3.0);
    assert_eq!(grim_patience(&hopeless), None);
    assert_eq!(optimal_generosity(&hopeless).value(), 0.0);
    assert_eq!(optimal_generosity(&game(5.0, 3.0, 1.0, 4.0)).value(), 0.0);
    // The second bound binds where the first is loose: 1/2 against 4/5.
    let gentle = game(6.0, 5.0, 4.0, 0.0);
    close(optimal_generosity(&gentle).value(), 0.5, EXACT);
    assert_eq!(generosity_that_lasts(&Payoffs::AXELROD, delta(0.0)).value(), 0.0);
}

#[test]
fn a_threshold_is_still_the_threshold_after_a_round_trip() {
    for n in 2..=1000_u32 {
        let gaps = 2 * u64::from(n) * u64::from(n - 1);
        for over in [1, -1] {
            let edge = Bias::ratio(over, gaps).unwrap();
            assert_eq!(max_cells(edge), Some(n - 1), "{edge}");
            assert_eq!(by_both_ways(edge), [edge; 2], "{edge}");
        }
    }
}

#[test]
fn no_amount_makes_a_channel_worth_infinity() {
    let dear = Audience::new(1e150).unwrap();
    let talks = Channel::new(1e150, Audience::new(0.0).unwrap(), p(0.0)).unwrap();
    let patient = delta(1.0 - f64::EPSILON / 2.0);
    for door in [Door::Open, Door::Closed] {
        assert!(talks.worth(door, patient).is_finite());
    }
    for bad in [1.01e150, 1e308, f64::INFINITY, f64::NAN, -1.0] {
        assert!(Audience::new(bad).is_err(), "{bad}");
        assert!(Channel::new(bad, dear, p(0.1)).is_err(), "{bad}");
    }
    refused::<Audience>("1e308");
    let huge = r#"{"settlement":1e308,"audience":0,"leak":0}"#;
    refused::<Channel>(huge);
    for channel in [talks, Channel::new(0.0, dear, p(0.5)).unwrap()] {
        survives(&channel);
    }
}

#[test]
fn a_bias_is_written_as_a_decimal_only_where_that_is_exact() {
    for (bias, text, json) in [
        (bias("1/24"), "1/24", "\"1/24\""),
        (bias("-2/48"), "-1/24", "\"-1/24\""),
        (bias("1/4"), "0.25", "0.25"),
        (bias("0"), "0", "0.0"),
        (bias("-1"), "-1", "-1.0"),
        // Exact as text, but not every reader of JSON numbers gets the last digit.
        (
            Bias::new(1.0 / 3.0).unwrap(),
            "0.3333333333333333",
            "\"0.3333333333333333\"",
        ),
    ] {
        assert_eq!(bias.to_string(), text);
        assert_eq!(serde_json::to_string(&bias).unwrap(), json);
        assert_eq!(by_both_ways(bias), [bias; 2]);
    }
    // Thirty places are kept, and written.
    let fine = bias("0.123456789012345678901234567891");
    assert_eq!(by_both_ways(fine), [fine; 2]);
    assert_ne!(fine, bias("0.12345678901234567890123456789"));
    assert_eq!(format!("{:>6}|{:.3}", bias("1/24"), bias("1/24")), "  1/24|0.042");
    let read = |json: &str| serde_json::from_str::<Bias>(json);
    assert_eq!(read("0.25").unwrap(), bias("1/4"));
    assert_eq!(read("1").unwrap(), bias("1"));
    assert_eq!(read("\"0.1\"").unwrap(), bias("1/10"));
    for bad in ["\"1/0\"", "\"5/4\"", "\"-+1/4\"", "\"1/-4\"", "\"/\"", "1.5"] {
        let error = read(bad).unwrap_err().to_string();
        assert!(error.starts_with("expected a bias of 0, or of size"), "{error}");
    }
    let error = read("null").unwrap_err().to_string();
    assert!(error.starts_with("expected a bias as a number or as text"), "{error}");
}
