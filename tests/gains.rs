//! Relative gains: both sides of claims A3a, A3b and A3c, the numbers that the chapter
//! prints, and what the models keep whatever the gains are.

use demarche::gains::{
    Attention, Census, Deal, GainsError, PublicGood, States, Tolerance, TwoPeriods,
    War, Zone, accepted_share, census, critical_weight, deepest,
    deepest_with_transfers, effective_weight, fate, patience, relative_gains,
    relative_gains_between, trust_threshold,
};
use demarche::games::{Bimatrix, GameClass, Move, OrdinalGame, Payoffs};
use demarche::numbers::{RelativeWeight, Sensitivity, Share, Size};
use num_rational::Ratio;
use proptest::prelude::*;

use GameClass::{Deadlock, Harmony, PrisonersDilemma};

/// Sums of a few products of numbers below 100: rounding stays far below this.
const ROUNDING: f64 = 1e-9;

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < ROUNDING
}

fn deal(own: f64, other: f64) -> Deal {
    Deal::new(own, other).unwrap()
}

fn k(value: f64) -> Sensitivity {
    Sensitivity::new(value).unwrap()
}

fn rho(value: f64) -> RelativeWeight {
    RelativeWeight::new(value).unwrap()
}

fn states(count: usize) -> States {
    States::new(count).unwrap()
}

fn sizes(sizes: &[f64]) -> Vec<Size> {
    sizes.iter().map(|&size| Size::new(size).unwrap()).collect()
}

/// Weights from 0 to 1 that meet no threshold of small whole payoffs exactly.
fn weights() -> impl Iterator<Item = RelativeWeight> {
    (0..=99).map(|step| rho(f64::from(step) / 99.5))
}

// A3a: a state may refuse a deal that profits it, because the other profits more.

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

// A3b: so agreements are fewer and less ambitious.

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

// A3c: in larger groups the problem softens.

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
            Some(critical) => assert!(near(critical.value(), (n - 1) as f64 / 3.0)),
            None => assert!(n >= 4, "{n} states"),
        }
    }
    // The refused deal of the chapter: 2 for us, 5 for them.
    let offer = deal(2.0, 5.0);
    assert!(!offer.accepted_at(effective_weight(rho(0.75), states(2))));
    assert!(offer.accepted_at(effective_weight(rho(0.75), states(3))));
}

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

// One deal.

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
    assert!(serde_json::from_str::<Deal>(r#"{"own":2,"other":5,"k":1}"#).is_err());
}

// Games of two by two.

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

// Many states.

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
    assert!(serde_json::from_str::<States>("1").is_err());
}

// The pie.

#[test]
fn zones_and_bargains_of_the_chapter() {
    let zone = |first, second| Zone::of_pie(rho(first), rho(second));
    let even = zone(0.5, 0.5);
    assert!(near(even.least().value(), 1.0 / 3.0));
    assert!(near(even.most().value(), 2.0 / 3.0));
    assert!(near(zone(0.5, 0.0).nash().value(), 2.0 / 3.0));
    assert!(near(zone(1.0, 0.0).nash().value(), 3.0 / 4.0));
    let share = |x| Share::new(x).unwrap();
    assert!(even.contains(share(0.5)) && even.contains(even.most()));
    assert!(!even.contains(share(0.3)) && !even.contains(share(0.7)));
    let text = serde_json::to_string(&even).unwrap();
    assert_eq!(serde_json::from_str::<Zone>(&text).unwrap(), even);
    assert!(serde_json::from_str::<Zone>(r#"{"least":0.6,"most":0.4}"#).is_err());
}

// The price of fighting (our own model).

fn war(gap: f64, prize: f64, cost: f64) -> War {
    War { gap, prize, cost, loser: 0.0 }
}

fn world(prize: f64, cost: f64) -> TwoPeriods {
    TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war(3.0, prize, cost)).unwrap()
}

#[test]
fn cheap_fighting_makes_absolute_gainers_refuse() {
    let (cheap, dear) = (world(5.0, 3.0), world(5.0, 4.0));
    assert!(near(cheap.cooperation(), 5.0) && near(cheap.cheating(), 6.0));
    assert!(!cheap.cooperates());
    assert!(dear.cooperates());
    let critical = |game: TwoPeriods| game.critical_fighting_cost();
    assert_eq!(critical(cheap), Some(4.0));
    assert_eq!(critical(world(6.0, 3.0)), Some(5.0));
    // A prize not worth the peace: cooperation holds at any cost.
    assert_eq!(critical(world(0.5, 0.0)), Some(0.0));
}

#[test]
fn without_a_gap_or_without_punishment_the_cost_decides_nothing() {
    let stage = Payoffs::PRISONERS_DILEMMA;
    let wide = TwoPeriods::new(stage, 0.0, war(3.5, 9.0, 0.0)).unwrap();
    assert!(wide.cooperates());
    assert_eq!(wide.critical_fighting_cost(), None);
    let mild = TwoPeriods::new(stage, 1.5, war(3.0, 9.0, 0.0)).unwrap();
    assert!(!mild.cooperates());
    assert_eq!(mild.critical_fighting_cost(), None);
}

#[test]
fn an_unequal_offer_is_turned_down_for_fear_of_war() {
    let offer = deal(3.0, 6.0);
    assert!(world(5.0, 2.0).turns_down(offer));
    assert!(!world(5.0, 3.5).turns_down(offer));
    assert!(!world(5.0, 2.0).turns_down(deal(3.0, 5.0)));
    // Refusing less than P needs no war.
    assert!(!world(5.0, 2.0).turns_down(deal(1.0, 9.0)));
}

#[test]
fn worlds_that_make_no_sense_are_refused_with_a_sentence() {
    let new = |stage, closure, gap, cost| {
        TwoPeriods::new(stage, closure, war(gap, 5.0, cost))
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    let dilemma = Payoffs::PRISONERS_DILEMMA;
    let expected =
        "expected a prisoner's dilemma (T > R > P > S), found T 3, R 4, P 2, S 1";
    assert_eq!(new(Payoffs::STAG_HUNT, 0.0, 3.0, 1.0), Err(expected.to_owned()));
    assert!(new(dilemma, 2.0, 3.0, 1.0).unwrap_err().contains("below"));
    assert!(new(dilemma, 0.0, 0.0, 1.0).unwrap_err().contains("gap"));
    assert!(new(dilemma, 0.0, 3.0, -1.0).unwrap_err().contains("cost"));
    assert!(new(dilemma, f64::NAN, 3.0, 1.0).is_err());
    let text = serde_json::to_string(&world(5.0, 3.0)).unwrap();
    let read: TwoPeriods = serde_json::from_str(&text).unwrap();
    assert_eq!(read, world(5.0, 3.0));
}

// What holds whatever the gains are.

fn gain() -> impl Strategy<Value = f64> {
    -100.0..100.0_f64
}

fn weight() -> impl Strategy<Value = RelativeWeight> {
    (0.0..=1.0_f64).prop_map(rho)
}

fn game() -> impl Strategy<Value = Payoffs> {
    [gain(), gain(), gain(), gain()]
        .prop_map(|[t, r, p, s]| Payoffs::new(t, r, p, s).unwrap())
}

fn table() -> impl Strategy<Value = [[f64; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(gain()))
}

proptest! {
    // (a)
    #[test]
    fn sensitivity_and_weight_are_one_preference(
        own in gain(), other in gain(), value in 0.0..100.0_f64,
    ) {
        let (offer, k) = (deal(own, other), k(value));
        let scaled = (1.0 + value) * offer.utility_at(k.into());
        prop_assert!((offer.utility(k) - scaled).abs() < 1e-6);
    }

    // (b)
    #[test]
    fn the_system_as_a_whole_keeps_what_the_weight_leaves(
        gains in prop::collection::vec(gain(), 2..12), r in weight(),
    ) {
        let all = Attention::equal(states(gains.len()));
        let worth: f64 = all.utilities(&gains, r).iter().sum();
        let total: f64 = gains.iter().sum();
        prop_assert!((worth - (1.0 - r.value()) * total).abs() < 1e-6);
    }

    // (c)
    #[test]
    fn reward_and_punishment_keep_their_order_and_dilemmas_their_class(
        game in game(), value in 0.0..0.99_f64,
    ) {
        let seen = relative_gains(&game, rho(value));
        prop_assume!((game.reward() - game.punishment()).abs() > 1e-6);
        let order = |g: &Payoffs| g.reward() > g.punishment();
        prop_assert_eq!(order(&game), order(&seen));
        if game.class() == GameClass::PrisonersDilemma {
            prop_assert_eq!(seen.class(), GameClass::PrisonersDilemma);
        }
    }

    // (d)
    #[test]
    fn the_transformation_is_linear_and_starts_from_the_game(
        game in game(), scale in -10.0..10.0_f64, rho in weight(),
    ) {
        prop_assert_eq!(relative_gains(&game, RelativeWeight::ABSOLUTE), game);
        let scaled = |g: &Payoffs| {
            [g.temptation(), g.reward(), g.punishment(), g.sucker()].map(|x| scale * x)
        };
        let [t, r, p, s] = scaled(&game);
        let first = relative_gains(&Payoffs::new(t, r, p, s).unwrap(), rho);
        let [t, r, p, s] = scaled(&relative_gains(&game, rho));
        prop_assert!((first.temptation() - t).abs() < 1e-6);
        prop_assert!((first.reward() - r).abs() < 1e-6);
        prop_assert!((first.punishment() - p).abs() < 1e-6);
        prop_assert!((first.sucker() - s).abs() < 1e-6);
    }

    // (e)
    #[test]
    fn dominant_defection_stays_dominant(
        game in game(), low in 0.0..0.99_f64, more in 0.0..1.0_f64,
    ) {
        prop_assume!(game.reward() > game.sucker() + 1e-6);
        prop_assume!(game.temptation() > game.punishment() + 1e-6);
        let high = low + more * (0.99 - low);
        let defects = |weight| {
            let seen = relative_gains(&game, rho(weight)).bimatrix();
            seen.dominant().0 == Some(Move::Defect)
        };
        prop_assert!(!defects(low) || defects(high));
    }

    // (f)
    #[test]
    fn two_states_are_a_pair(own in gain(), other in gain(), r in weight()) {
        let all = Attention::equal(states(2));
        let worth = all.utilities(&[own, other], r);
        prop_assert!((worth[0] - deal(own, other).utility_at(r)).abs() < 1e-9);
        prop_assert!((worth[1] - deal(other, own).utility_at(r)).abs() < 1e-9);
    }

    // (g)
    #[test]
    fn changing_sides_and_minding_gains_commute(
        row in table(), column in table(), first in weight(), second in weight(),
    ) {
        let game = Bimatrix::of_payoffs(row, column).unwrap();
        let here = relative_gains_between(&game, first, second).with_players_swapped();
        let there = relative_gains_between(&game.with_players_swapped(), second, first);
        prop_assert_eq!(here, there);
    }

    #[test]
    fn the_symmetric_game_is_a_case_of_the_general_one(game in game(), rho in weight()) {
        let one = relative_gains(&game, rho).bimatrix();
        prop_assert_eq!(one, relative_gains_between(&game.bimatrix(), rho, rho));
    }

    #[test]
    fn the_tolerance_says_what_the_utility_says(
        own in -20..=20_i32, other in -20..=20_i32, value in 0.0..50.0_f64,
    ) {
        let offer = deal(f64::from(own), f64::from(other));
        let expected = match offer.tolerance() {
            Tolerance::Always => true,
            Tolerance::Never => false,
            Tolerance::UpTo(critical) => value <= critical.value(),
            Tolerance::From(critical) => value >= critical.value(),
        };
        let turn = offer.critical_sensitivity().map_or(f64::INFINITY, f64::from);
        prop_assume!((value - turn).abs() > 1e-9);
        prop_assert_eq!(offer.accepted(k(value)), expected);
    }

    #[test]
    fn some_profitable_deal_suits_any_two_states(first in weight(), second in weight()) {
        // ρ₁ ≤ V/W ≤ 1/ρ₂ always holds for V = W.
        prop_assert!(deal(1.0, 1.0).struck(first, second));
    }

    #[test]
    fn agreements_never_deepen_with_the_weight(
        steps in prop::collection::vec((0.0..10.0_f64, 0.0..10.0_f64), 0..8),
        low in weight(), high in weight(), other in weight(),
    ) {
        let steps: Vec<_> = steps.into_iter().map(|(v, w)| deal(v, w)).collect();
        let (low, high) = (low.min(high), low.max(high));
        prop_assert!(deepest(&steps, high, other) <= deepest(&steps, low, other));
        prop_assert!(accepted_share(high, other) <= accepted_share(low, other));
        prop_assert!(deepest(&steps, low, other) <= deepest_with_transfers(&steps));
        prop_assert_eq!(deepest_with_transfers(&steps), steps.len());
    }

    #[test]
    fn the_nash_bargain_beats_other_divisions(
        first in weight(), second in weight(), share in 0.0..=1.0_f64,
    ) {
        let zone = Zone::of_pie(first, second);
        let product = |x: f64| {
            let offer = deal(x, 1.0 - x);
            offer.utility_at(first) * offer.mirrored().utility_at(second)
        };
        if deal(share, 1.0 - share).struck(first, second) {
            prop_assert!(product(zone.nash().value()) >= product(share) - ROUNDING);
        }
        let length = (1.0 - first.value() * second.value())
            / ((1.0 + first.value()) * (1.0 + second.value()));
        prop_assert!((zone.length().value() - length).abs() < ROUNDING);
    }

    #[test]
    fn attention_adds_up(values in prop::collection::vec(0.01..100.0_f64, 2..10)) {
        let by_size = Attention::by_size(&sizes(&values)).unwrap();
        for i in 0..values.len() {
            let sum: f64 = (0..values.len()).map(|j| by_size.part(i, j)).sum();
            prop_assert!((sum - 1.0).abs() < ROUNDING);
        }
    }

    #[test]
    fn dearer_fighting_never_breaks_a_peace(
        prize in 0.0..20.0_f64, cost in 0.0..20.0_f64, more in 0.0..20.0_f64,
    ) {
        let (cheap, dear) = (world(prize, cost), world(prize, cost + more));
        prop_assert!(!cheap.cooperates() || dear.cooperates());
        let critical = cheap.critical_fighting_cost().unwrap();
        prop_assume!((cost - critical).abs() > ROUNDING);
        prop_assert_eq!(cheap.cooperates(), cost > critical);
    }
}

#[test]
fn one_pairs_attention_by_size_needs_no_table_of_all_pairs() {
    let sized = |size| Size::new(size).unwrap();
    let sizes: Vec<Size> = [5.0, 3.0, 1.0, 0.25].map(sized).to_vec();
    let table = Attention::by_size(&sizes).unwrap();
    for i in 0..4 {
        for j in 0..4 {
            let part = demarche::gains::attention_by_size(&sizes, i, j).unwrap();
            assert_eq!(part.value().to_bits(), table.part(i, j).to_bits());
        }
    }
    let million = vec![sized(2.0); 1_000_001];
    let part = demarche::gains::attention_by_size(&million, 0, 1_000_000).unwrap();
    assert!((part.value() - 1e-6).abs() < 1e-15);
    assert!(demarche::gains::attention_by_size(&sizes[..1], 0, 0).is_err());
}
