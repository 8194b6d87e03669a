//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn a3a_a_heavy_enough_weight_refuses_a_profit() {
    for own in 1..=20 {
        for other in own + 1..=20 {
            let offer = deal(f64::from(own), f64::from(other));
            let critical = f64::from(own) / f64::from(other - own);
            assert!(offer.own() > 0.0);
            assert!(offer.accepted(k(critical - 1e-9)), "{offer:?}");
            assert!(!offer.accepted(k(critical + 1e-9)), "{offer:?}");
        }
    }
}

#[test]
fn a3a_weight_zero_or_a_lead_never_refuses_a_profit() {
    for own in 1..=20 {
        for other in -20..=20 {
            let offer = deal(f64::from(own), f64::from(other));
            assert!(offer.accepted(k(0.0)), "{offer:?}");
            if other <= own {
                for sensitivity in [0.1, 1.0, 10.0, 1e6] {
                    assert!(offer.accepted(k(sensitivity)), "{offer:?}");
                }
                assert!(weights().all(|rho| offer.accepted_at(rho)), "{offer:?}");
            }
        }
    }
}

/// Each further step favours the other more: the case of the chapter.
fn lopsided_steps() -> Vec<Deal> {
    [(3.0, 3.0), (2.0, 4.0), (1.0, 5.0)].map(|(v, w)| deal(v, w)).to_vec()
}

#[test]
fn a3b_agreements_grow_fewer_and_shallower_with_the_weight() {
    let steps = lopsided_steps();
    let (mut share, mut depth) = (1.0, steps.len());
    for weight in weights() {
        let (next, deeper) = (
            accepted_share(weight, weight).value(),
            deepest(&steps, weight, weight),
        );
        assert!(next <= share && deeper <= depth);
        (share, depth) = (next, deeper);
    }
    assert!(share < 0.01 && depth == 1);
    // The whole agreement is 6 for us and 12 for them, the first two steps 5 and 7.
    assert_eq!(deepest(&steps, rho(0.499), rho(0.499)), 3);
    assert_eq!(deepest(&steps, rho(0.501), rho(0.501)), 2);
    assert_eq!(deepest(&steps, rho(0.714), rho(0.714)), 2);
    assert_eq!(deepest(&steps, rho(0.715), rho(0.715)), 1);
}

#[test]
fn a3b_a_divisible_pie_always_finds_a_deal() {
    for first in weights() {
        for second in weights() {
            let zone = Zone::of_pie(first, second);
            let share = zone.nash().value();
            assert!(zone.length().value() > 0.0);
            assert!(deal(share, 1.0 - share).struck(first, second));
        }
    }
    // Even between two that mind only rank: they halve it.
    let rank = Zone::of_pie(RelativeWeight::RANK, RelativeWeight::RANK);
    assert_eq!((rank.least(), rank.most()), (rank.nash(), rank.nash()));
    assert!(deal(0.5, 0.5).struck(RelativeWeight::RANK, RelativeWeight::RANK));
    // With transfers the lopsided agreement goes all the way.
    assert_eq!(deepest_with_transfers(&lopsided_steps()), 3);
}

#[test]
fn a3c_more_states_dilute_the_weight() {
    let hunt = Payoffs::STAG_HUNT;
    for n in 2..=40 {
        // All but pure rank seekers, who would tie at n = 2 and n = 4.
        let weight = effective_weight(rho(0.99), states(n));
        let expected =
            if n <= 3 { GameClass::PrisonersDilemma } else { GameClass::StagHunt };
        assert_eq!(relative_gains(&hunt, weight).class(), expected, "{n} states");
        match critical_weight(&hunt, states(n)) {
            Some(critical) => {
                // With four states a weight of 1 only ties, and none is above it.
                assert!(n < 4, "{n} states");
                assert!(near(critical.value(), (n - 1) as f64 / 3.0));
            }
            None => assert!(n >= 4, "{n} states"),
        }
    }
    // The refused deal of the chapter: 2 for us, 5 for them.
    let offer = deal(2.0, 5.0);
    assert!(!offer.accepted_at(effective_weight(rho(0.75), states(2))));
    assert!(offer.accepted_at(effective_weight(rho(0.75), states(3))));
}

#[test]
fn a3c_a_single_rival_does_not_dilute() {
    for n in 2..=40 {
        // The first and the second see only each other, and all others the first.
        let mut rivals = vec![0; n];
        rivals[0] = 1;
        let attention = Attention::on_rivals(&rivals).unwrap();
        let pair = |r: f64| attention.weight(rho(r), 0, 1);
        let seen = |r: f64| relative_gains(&Payoffs::STAG_HUNT, pair(r)).class();
        assert_eq!(seen(0.33), GameClass::StagHunt, "{n} states");
        assert_eq!(seen(0.34), GameClass::PrisonersDilemma, "{n} states");
        assert!(!deal(2.0, 5.0).accepted_at(pair(0.75)), "{n} states");
    }
}

#[test]
fn a3c_a_public_good_does_not_dilute() {
    for n in 2..=40 {
        let all = Attention::equal(states(n));
        for m in [0.5, 0.9, 1.2, 1.5, 2.0, 5.0] {
            let good = PublicGood::new(m).unwrap();
            for r in weights() {
                // The rule against the sum over all states, away from the tie.
                let worth = all.utilities(&good.gains(states(n)), r)[0];
                if worth.abs() > ROUNDING {
                    assert_eq!(good.contributes(r), worth > 0.0, "{n} {m} {r}");
                }
            }
        }
    }
    let critical = PublicGood::new(1.5).unwrap().critical_weight().unwrap();
    assert!(near(critical.value(), 1.0 / 3.0));
    assert_eq!(PublicGood::new(0.5).unwrap().critical_weight(), None);
}
