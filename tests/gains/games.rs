//! Games of two by two.

use super::*;

/// The 24 strict orders of the four payoffs, as 4, 3, 2, 1.
fn all_orders() -> Vec<Payoffs> {
    let mut orders = Vec::new();
    for t in 1..=4 {
        for r in 1..=4 {
            for p in 1..=4 {
                if t != r && t != p && r != p {
                    let of = |x: i32| f64::from(x);
                    let s = 10 - t - r - p;
                    orders.push(Payoffs::new(of(t), of(r), of(p), of(s)).unwrap());
                }
            }
        }
    }
    orders
}

#[test]
fn relative_gains_make_a_dilemma_only_where_temptation_beats_sucker_and_reward_punishment()
 {
    let orders = all_orders();
    assert_eq!(orders.len(), 24);
    let mut dilemmas = 0;
    for game in orders {
        let expected =
            game.temptation() > game.sucker() && game.reward() > game.punishment();
        let ever = weights().any(|rho| {
            relative_gains(&game, rho).class() == GameClass::PrisonersDilemma
        });
        assert_eq!(ever, expected, "{game}");
        dilemmas += usize::from(ever);
        let fate = fate(&game).unwrap();
        for rho in weights() {
            let seen = relative_gains(&game, rho).class();
            if rho > fate.above() || fate.above() == RelativeWeight::ABSOLUTE {
                let renamed = fate.class() == GameClass::Other;
                assert!(renamed || seen == fate.class(), "{game} at {rho}");
            } else {
                assert_ne!(seen, GameClass::PrisonersDilemma, "{game} at {rho}");
            }
        }
    }
    // 6 of 24: the claim "relative gains turn every game into a dilemma" is false.
    assert_eq!(dilemmas, 6);
}

#[test]
fn thresholds_of_the_named_games() {
    let of =
        |game: Payoffs| fate(&game).map(|fate| (fate.class(), fate.above().value()));
    for (game, class, above) in [
        (Payoffs::PRISONERS_DILEMMA, PrisonersDilemma, 0.0),
        (Payoffs::STAG_HUNT, PrisonersDilemma, 1.0 / 3.0),
        (Payoffs::CHICKEN, PrisonersDilemma, 1.0 / 3.0),
        (Payoffs::HARMONY, PrisonersDilemma, 1.0 / 2.0),
        (Payoffs::ASSURANCE, PrisonersDilemma, 2.0 / 3.0),
        (Payoffs::LEADER, PrisonersDilemma, 2.0 / 3.0),
        (Payoffs::COORDINATION, Harmony, 1.0 / 2.0),
        (Payoffs::HERO, Harmony, 1.0 / 2.0),
        (Payoffs::DEADLOCK, Deadlock, 0.0),
    ] {
        let (found, threshold) = of(game).unwrap();
        assert_eq!(found, class, "{game}");
        assert!(near(threshold, above), "{game}: {threshold}");
    }
    // Ties: temptation equal to sucker, reward to punishment.
    assert_eq!(of(Payoffs::new(2.0, 3.0, 1.0, 2.0).unwrap()), None);
    assert_eq!(of(Payoffs::new(4.0, 2.0, 2.0, 1.0).unwrap()), None);
}

#[test]
fn a_dilemma_at_half_weight() {
    let seen = relative_gains(&Payoffs::AXELROD, rho(0.5));
    assert_eq!(seen, Payoffs::new(5.0, 1.5, 0.5, -2.5).unwrap());
    let needed = patience(&Payoffs::AXELROD, rho(0.5)).unwrap();
    assert!(near(needed.value(), 7.0 / 9.0));
    // Two rank seekers cooperate at no patience; in harmony it is no question.
    assert_eq!(patience(&Payoffs::AXELROD, RelativeWeight::RANK), None);
    assert_eq!(patience(&Payoffs::DEADLOCK, RelativeWeight::ABSOLUTE), None);
    assert_eq!(patience(&Payoffs::HARMONY, RelativeWeight::ABSOLUTE), None);
}

#[test]
fn patience_of_rank_seekers_among_more_states() {
    let expected = [7.0 / 9.0, 9.0 / 13.0, 11.0 / 17.0, 13.0 / 21.0, 3.0 / 5.0];
    for (n, expected) in (3..).zip(expected) {
        let rho = effective_weight(RelativeWeight::RANK, states(n));
        let needed = patience(&Payoffs::AXELROD, rho).unwrap();
        assert!(near(needed.value(), expected), "{n} states");
    }
    let ten = effective_weight(RelativeWeight::RANK, states(10));
    let needed = patience(&Payoffs::AXELROD, ten).unwrap();
    assert!(near(needed.value(), 21.0 / 37.0));
}

#[test]
fn trust_that_a_hunt_needs() {
    let needed =
        |weight| trust_threshold(&Payoffs::STAG_HUNT, rho(weight)).unwrap().value();
    assert!(near(needed(0.0), 1.0 / 2.0));
    assert!(near(needed(0.1), 11.0 / 18.0));
    assert!(near(needed(0.2), 3.0 / 4.0));
    assert!(near(needed(0.3), 13.0 / 14.0));
    assert!(trust_threshold(&Payoffs::STAG_HUNT, rho(0.34)).is_none());
    // Where defection does as well against cooperation, no trust speaks against it.
    let even = Payoffs::new(3.0, 3.0, 1.0, 0.0).unwrap();
    assert!(trust_threshold(&even, rho(0.0)).is_none());
    // Chicken mixes, but not for want of trust.
    assert!(trust_threshold(&Payoffs::CHICKEN, rho(0.0)).is_none());
}

/// Two hosts want one conference, each at home: above the threshold each holds its own.
#[test]
fn battle_of_the_sexes_ends_with_each_at_home() {
    use Move::{Cooperate as First, Defect as Second};
    for (a, b, c) in [(2.0, 1.0, 0.0), (3.0, 2.0, 1.0), (5.0, 2.0, 0.0)] {
        let game = Bimatrix::of_payoffs([[a, c], [c, b]], [[b, c], [c, a]]).unwrap();
        let threshold: f64 = (b - c) / (a - c);
        let equilibria = |weight| {
            let seen = relative_gains_between(&game, rho(weight), rho(weight));
            assert_ne!(seen.class(), PrisonersDilemma);
            seen.pure_equilibria()
        };
        let together = [(First, First), (Second, Second)];
        assert_eq!(equilibria(threshold - 1e-9), together);
        let apart = (First, Second);
        assert_eq!(equilibria(threshold + 1e-9), [apart]);
        assert!(together.iter().all(|&cell| game.both_prefer(cell, apart)));
    }
}

#[test]
fn all_ordinal_games_by_weight() {
    let games = OrdinalGame::all_144();
    let half = OrdinalGame::all_78();
    for weight in weights() {
        let row = |equilibria: [usize; 3], regretted: usize, lost: usize| {
            (equilibria, regretted, lost)
        };
        let counted = |games: &[OrdinalGame]| {
            let census: Census = census(games, weight);
            (census.equilibria(), census.regretted(), census.lost())
        };
        let (of_144, of_78) = match weight.value() {
            w if w < 1.0 / 3.0 => (row([18, 108, 18], 7, 0), row([9, 57, 12], 4, 0)),
            w if w < 1.0 / 2.0 => (row([30, 106, 8], 11, 7), row([15, 57, 6], 7, 4)),
            w if w < 2.0 / 3.0 => {
                (row([36, 104, 4], 27, 12), row([18, 57, 3], 16, 7))
            }
            _ => (row([44, 98, 2], 31, 17), row([22, 55, 1], 19, 10)),
        };
        assert_eq!(counted(&games), of_144, "{weight}");
        assert_eq!(counted(&half), of_78, "{weight}");
    }
}

/// The transformed game is a game like any other, at the bound as well.
#[test]
fn a_game_as_seen_comes_back_through_every_door() {
    let most = 1e150;
    for game in [
        Payoffs::STAG_HUNT,
        Payoffs::new(most, 1.0, 0.0, -most).unwrap(),
        Payoffs::new(-most, most, -most, most).unwrap(),
    ] {
        for weight in weights().chain([RelativeWeight::RANK]) {
            let seen = relative_gains(&game, weight);
            let (t, r) = (seen.temptation(), seen.reward());
            assert_eq!(
                Payoffs::new(t, r, seen.punishment(), seen.sucker()),
                Ok(seen)
            );
            let text = serde_json::to_string(&seen).unwrap();
            // JSON readers may lose the last bit of a number.
            let read: Payoffs = serde_json::from_str(&text).unwrap();
            assert!((read.temptation() - t).abs() <= f64::EPSILON * t.abs());
            let table = relative_gains_between(&game.bimatrix(), weight, weight);
            assert_eq!(seen.bimatrix(), table);
        }
    }
    // Minus nothing is nothing: the fate of a game does not depend on a sign.
    assert_eq!(fate(&Payoffs::new(3.0, -0.0, 0.0, -1.0).unwrap()), None);
}

#[test]
fn no_patience_makes_a_threat_of_a_crash_credible() {
    for step in 0..=20 {
        let weight = rho(f64::from(step) / 20.5);
        let seen = relative_gains(&Payoffs::CHICKEN, weight);
        let found = patience(&Payoffs::CHICKEN, weight);
        assert_eq!(found.is_some(), seen.class() == PrisonersDilemma, "{weight}");
    }
}
