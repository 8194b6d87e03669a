//! What holds for every input.

use super::*;

fn pair() -> impl Strategy<Value = (Portfolio, Portfolio)> {
    (2..30_usize).prop_flat_map(|targets| {
        let row = || prop::collection::vec(0..=3_u8, targets);
        (row(), row())
            .prop_map(|(one, other)| (super::row(&one), super::row(&other)))
    })
}

const DISTANCES: [Distance; 3] = Distance::ALL;

proptest! {
    #[test]
    fn likeness_is_mutual_and_bounded((one, other) in pair()) {
        let there = Comparison::of(&one, &other).unwrap();
        let back = Comparison::of(&other, &one).unwrap();
        for distance in DISTANCES {
            let s = there.s(distance);
            prop_assert!((-1.0..=1.0).contains(&s));
            prop_assert!((s - back.s(distance)).abs() < ROUNDING);
            prop_assert_eq!(there.kappa(distance).is_some(), back.kappa(distance).is_some());
            if let (Some(kappa), Some(pi)) = (there.kappa(distance), there.pi(distance)) {
                prop_assert!((kappa - back.kappa(distance).unwrap()).abs() < ROUNDING);
                prop_assert!(kappa <= 1.0 + ROUNDING && pi <= 1.0 + ROUNDING);
            }
        }
        prop_assert_eq!(there.tau_b(), back.tau_b());
        if let Some(tau_b) = there.tau_b() {
            prop_assert!(tau_b.abs() <= 1.0 + ROUNDING);
        }
        let own = Comparison::of(&one, &one).unwrap();
        prop_assert!((own.s(Distance::Squared) - 1.0).abs() < ROUNDING);
    }

    #[test]
    fn nominal_pi_never_exceeds_kappa((one, other) in pair()) {
        let pair = Comparison::of(&one, &other).unwrap();
        if let (Some(kappa), Some(pi)) =
            (pair.kappa(Distance::Nominal), pair.pi(Distance::Nominal))
        {
            prop_assert!(pi <= kappa + ROUNDING);
        }
    }

    #[test]
    fn the_order_of_the_targets_does_not_matter((one, other) in pair()) {
        let turned = |of: &Portfolio| {
            let levels: Vec<u8> = of.levels().iter().rev().copied().collect();
            super::row(&levels)
        };
        let (back_one, back_other) = (turned(&one), turned(&other));
        let there = Comparison::of(&one, &other).unwrap();
        let back = Comparison::of(&back_one, &back_other).unwrap();
        prop_assert!((there.s(Distance::Squared) - back.s(Distance::Squared)).abs() < ROUNDING);
        prop_assert_eq!(there.tau_b(), back.tau_b());
    }

    #[test]
    fn states_that_nobody_is_pledged_to_lift_s_and_bring_kappa_to_the_overlap(
        (one, other) in pair(), more in 1..500_usize,
    ) {
        let padded = |of: &Portfolio, more: usize| {
            let mut levels: Vec<u8> = of.levels().iter().map(|&l| l.min(1)).collect();
            levels.resize(levels.len() + more, 0);
            Portfolio::new(levels, 1).unwrap()
        };
        let at = |more: usize| {
            let (one, other) = (padded(&one, more), padded(&other, more));
            let pair = Comparison::of(&one, &other).unwrap();
            (pair.s(Distance::Absolute), pair.kappa(Distance::Nominal))
        };
        prop_assert!(at(more).0 >= at(0).0 - ROUNDING);
        let both = |test: fn(u8, u8) -> bool| {
            let pairs = one.levels().iter().zip(other.levels());
            pairs.filter(|(a, b)| test(**a, **b)).count() as f64
        };
        let pledged = both(|a, _| a > 0) + both(|_, b| b > 0);
        if pledged > 0.0 {
            let overlap = 2.0 * both(|a, b| a > 0 && b > 0) / pledged;
            let far = at(900).1.unwrap();
            prop_assert!((far - overlap).abs() < 0.1, "{far} {overlap}");
        }
    }

    #[test]
    fn weights_count_only_beside_each_other(
        (one, other) in pair(), scale in 0.001..1000.0_f64, seed in 1..1000_u64,
    ) {
        let count = one.levels().len();
        let weights: Vec<f64> =
            raw(seed, count).iter().map(|z| (1 + z % 100) as f64).collect();
        let scaled: Vec<f64> = weights.iter().map(|w| w * scale).collect();
        let pair = Comparison::of(&one, &other).unwrap();
        let s = |weights: &[f64]| pair.s_weighted(&amounts(weights), Distance::Absolute).unwrap();
        prop_assert!((s(&weights) - s(&scaled)).abs() < 1e-9);
        prop_assert!((s(&vec![scale; count]) - pair.s(Distance::Absolute)).abs() < 1e-9);
        let all = [one.clone(), other.clone()];
        let dyads = similarities_weighted(&all, &amounts(&weights)).unwrap();
        prop_assert!((dyads.of(0, 1) - s(&weights)).abs() < 1e-9);
        prop_assert!((similarities(&all).unwrap().of(1, 0) - pair.s(Distance::Absolute)).abs() < 1e-12);
    }

    #[test]
    fn nobody_who_acts_came_too_early_and_nobody_else_could_come(
        waits in prop::collection::vec(0..12_u32, 1..12),
    ) {
        let call = Call::of_heads(&waits).unwrap();
        let acting = call.acting();
        for (before, &member) in acting.iter().enumerate() {
            prop_assert!(waits[member] as usize <= before);
        }
        let left = (0..waits.len()).filter(|member| !acting.contains(member));
        for member in left {
            prop_assert!(waits[member] as usize > acting.len());
        }
        prop_assert!((call.strength() - acting.len() as f64).abs() < ROUNDING);
    }

    #[test]
    fn one_less_patient_member_never_keeps_others_at_home(
        waits in prop::collection::vec(0..12_u32, 1..12), who in 0..12_usize,
    ) {
        let mut sooner = waits.clone();
        let who = who % waits.len();
        sooner[who] = sooner[who].saturating_sub(1);
        prop_assert!(acting(&sooner) >= acting(&waits));
    }

    #[test]
    fn chances_sum_to_one_and_the_part_together_keeps_the_mean(
        count in 1..60_u32, kept in 0.0..=1.0_f64, together in 0.0..=1.0_f64,
    ) {
        let allies = allies(count, kept, together);
        let chances = allies.chances();
        prop_assert!((chances.iter().sum::<f64>() - 1.0).abs() < ROUNDING);
        let mean: f64 = (0..).zip(&chances).map(|(k, p): (u32, &f64)| f64::from(k) * p).sum();
        prop_assert!((mean - allies.expected()).abs() < 1e-9);
        let alone = super::allies(count, kept, 0.0);
        prop_assert!(allies.at_least(1) <= alone.at_least(1) + ROUNDING);
        prop_assert!(allies.at_least(count) >= alone.at_least(count) - ROUNDING);
    }

    #[test]
    fn every_gift_answers_the_others(
        incomes in prop::collection::vec(0.0..100.0_f64, 1..9), taste in 0.01..0.99_f64,
    ) {
        let burden = burden(&incomes, taste);
        let nash = burden.equilibrium();
        let total = nash.total();
        for (gift, income) in nash.gifts().iter().zip(&incomes) {
            let others = amount((total - gift).max(0.0));
            let reply = burden.best_reply(amount(*income), others).value();
            prop_assert!((reply - gift).abs() < 1e-9);
        }
        prop_assert!(total <= burden.optimum() + 1e-9);
        // The larger income gives the larger part.
        let mut pairs: Vec<(f64, f64)> =
            incomes.iter().copied().zip(nash.gifts().iter().copied()).collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        for two in pairs.windows(2).filter(|two| two[0].0 > 0.0) {
            prop_assert!(two[0].1 / two[0].0 <= two[1].1 / two[1].0 + 1e-9);
        }
    }

    #[test]
    fn money_moved_between_payers_moves_nothing(
        high in 8.0..10.0_f64, low in 8.0..10.0_f64, part in 0.0..1.0_f64,
    ) {
        let moved = part * (high - low);
        let before = burden(&[high, low, 9.0], 0.5).equilibrium();
        let after = burden(&[high - moved, low + moved, 9.0], 0.5).equilibrium();
        prop_assert_eq!(before.payers(), 3);
        prop_assert!((before.total() - after.total()).abs() < 1e-9);
    }
}
