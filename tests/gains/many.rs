//! Many states.

use super::*;

/// In exact numbers: rank seekers among four meet the threshold of the hunt, and
/// against a cooperator both moves are worth the same.
#[test]
fn four_rank_seekers_stand_on_the_edge() {
    let [t, r, s] = [3, 4, 1].map(Ratio::from_integer);
    let rho = Ratio::new(1, 4 - 1);
    assert_eq!(t - rho * s, r - rho * r);
    assert_eq!((r - t) / (r - s), rho);
}

#[test]
fn attention_by_size() {
    let by_size = Attention::by_size(&sizes(&[5.0, 3.0, 1.0, 1.0])).unwrap();
    for (i, j, part) in [
        (0, 1, 3.0 / 5.0),
        (1, 0, 5.0 / 7.0),
        (0, 2, 1.0 / 5.0),
        (2, 0, 5.0 / 9.0),
        (2, 3, 1.0 / 9.0),
    ] {
        assert!(near(by_size.part(i, j), part), "{i} on {j}");
    }
    let mixed = [4.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
    let mixed = Attention::by_size(&sizes(&mixed)).unwrap();
    assert!(near(mixed.part(0, 1), 1.0 / 3.0));
    assert!(near(mixed.part(2, 0), 4.0 / 15.0));
    assert!(near(mixed.part(2, 3), 1.0 / 15.0));
}

/// Sizes 5, 3, 1, 1, and all mind only rank: what each would do in a stag hunt.
#[test]
fn unequal_states_hunt_unequally() {
    let by_size = Attention::by_size(&sizes(&[5.0, 3.0, 1.0, 1.0])).unwrap();
    let defects = |i, j| {
        let rho = by_size.weight(RelativeWeight::RANK, i, j);
        relative_gains(&Payoffs::STAG_HUNT, rho).best_reply(Move::Cooperate)
            == Some(Move::Defect)
    };
    assert!(defects(0, 1) && defects(1, 0));
    assert!(!defects(2, 3) && !defects(3, 2));
    assert!(defects(2, 0) && !defects(0, 2));
}

#[test]
fn a_system_of_rank_seekers_sums_to_nothing_and_pairs_still_gain() {
    for n in 2..=12 {
        let all = Attention::equal(states(n));
        let mut gains = vec![0.0; n];
        (gains[0], gains[1]) = (3.0, 3.0);
        let worth = all.utilities(&gains, RelativeWeight::RANK);
        assert!(near(worth.iter().sum(), 0.0));
        let others = (n - 1) as f64;
        assert!(near(worth[0], 3.0 * (1.0 - 1.0 / others)));
        for outsider in &worth[2..] {
            assert!(near(*outsider, -6.0 / others));
        }
    }
}

/// All pairs deal, each for c: staying away alone costs c (n − 1 − r).
#[test]
fn staying_out_of_the_club_is_dear() {
    let c = 2.0;
    for n in 2..=12 {
        let all = Attention::equal(states(n));
        let others = (n - 1) as f64;
        for r in weights() {
            let joined = vec![c * others; n];
            let mut alone = vec![c * (others - 1.0); n];
            alone[0] = 0.0;
            let worth = all.utilities(&joined, r)[0] - all.utilities(&alone, r)[0];
            assert!(near(worth, c * (others - r.value())), "{n} {r}");
        }
    }
}

#[test]
fn impossible_groups_are_refused_with_a_sentence() {
    let told = |error: GainsError| error.to_string();
    let found = told(States::new(1).unwrap_err());
    assert_eq!(found, "expected at least 2 states, found 1");
    let found = told("two".parse::<States>().unwrap_err());
    let expected = "expected a whole number of states, 2 or more, found \"two\"";
    assert_eq!(found, expected);
    let found = told(Attention::on_rivals(&[1, 1, 0]).unwrap_err());
    let expected = "expected one of the other 2 states as rival of state 1, counted from 0, found 1";
    assert_eq!(found, expected);
    // The index as it was given, however large.
    let found = told(Attention::on_rivals(&[1, usize::MAX]).unwrap_err());
    assert!(found.ends_with(&format!("found {}", usize::MAX)), "{found}");
    assert!(
        told(States::new(usize::MAX).unwrap_err()).starts_with("expected at most")
    );
    assert!(Attention::by_size(&sizes(&[1.0])).is_err());
    assert!(Size::new(1e308).is_err());
    assert!(PublicGood::new(0.0).is_err());
    let read: States = serde_json::from_str("7").unwrap();
    assert_eq!((read, read.to_string().as_str()), (states(7), "7"));
    assert_eq!(serde_json::to_string(&read).unwrap(), "7");
    refused::<States>("1");
}
