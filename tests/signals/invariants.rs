//! What holds for every input.

use super::*;

fn memory() -> impl proptest::strategy::Strategy<Value = MemoryOne> {
    [0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0]
        .prop_map(|[a, b, c, d]: [f64; 4]| MemoryOne::new(p(a), p(b), p(c), p(d)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn rows_sum_to_one_and_the_long_run_stays(
        x in memory(), y in memory(), e in 0.0001..0.5_f64, by_hand in any::<bool>(),
    ) {
        let line = if by_hand { hand(e) } else { ear(e) };
        let chain = Chain::between(&x.over(line), &y.over(line));
        for row in chain.rows() {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < EXACT);
            prop_assert!(row.iter().all(|&p| p >= 0.0));
        }
        let law = chain.long_run().unwrap();
        prop_assert!((law.shares().iter().sum::<f64>() - 1.0).abs() < EXACT);
        for (next, now) in chain.step(law).shares().into_iter().zip(law.shares()) {
            prop_assert!(now >= 0.0 && (next - now).abs() < EXACT);
        }
    }

    #[test]
    fn changing_sides_swaps_the_players(x in memory(), y in memory()) {
        let law = Chain::between(&x, &y).long_run().unwrap().shares();
        let back = Chain::between(&y, &x).long_run().unwrap().shares();
        for (there, here) in law.into_iter().zip([back[0], back[2], back[1], back[3]]) {
            prop_assert!((there - here).abs() < EXACT);
        }
    }

    #[test]
    fn the_chain_and_the_machine_agree(
        x in memory(), y in memory(), e in 0.001..0.5_f64, d in 0.0..0.99_f64,
        by_hand in any::<bool>(), opens in any::<[bool; 2]>(),
    ) {
        let line = if by_hand { hand(e) } else { ear(e) };
        let [a, b] = [(x, opens[0]), (y, opens[1])]
            .map(|(s, c)| s.machine(if c { Cooperate } else { Defect }));
        let pair = Encounter::new(&a, &b, line);
        let chain = Chain::between(&x.over(line), &y.over(line));
        let exact = chain.long_run().unwrap().shares();
        for (m, c) in pair.long_run().unwrap().shares().into_iter().zip(exact) {
            prop_assert!((m - c).abs() < 1e-11);
        }
        let slip = if by_hand { e } else { 0.0 };
        let opening = opens.map(|c| p(if c { 1.0 - slip } else { slip }));
        let worth = chain.discounted(opening, delta(d)).shares();
        for (m, c) in pair.discounted(delta(d)).shares().into_iter().zip(worth) {
            prop_assert!((m - c).abs() < 1e-11);
        }
    }

    #[test]
    fn at_one_half_a_hand_is_a_coin(name in 0..14_usize) {
        // The first fourteen names draw no lots.
        let rate = doubles(Named::NAMES[name], hand(0.5));
        prop_assert!((rate - 0.5).abs() < EXACT);
    }

    #[test]
    fn cooperation_is_continuous_in_the_rate(x in memory(), e in 0.01..0.49_f64) {
        for kind in [hand, ear] {
            let [here, near] = [e, e + 1e-9].map(|e| against(x, x, kind(e)).cooperation()[0]);
            prop_assert!((here - near).abs() < 1e-5);
        }
    }

    #[test]
    fn more_generosity_more_cooperation_more_error_less(
        g in 0.01..0.98_f64, e in 0.001..0.48_f64,
    ) {
        for kind in [hand, ear] {
            let rate = |g: f64, e: f64| {
                let s = MemoryOne::generous(p(g));
                against(s, s, kind(e)).cooperation()[0]
            };
            prop_assert!(rate(g + 0.01, e) > rate(g, e) - EXACT);
            prop_assert!(rate(g, e + 0.01) < rate(g, e) + EXACT);
            prop_assert!((rate(0.0, e) - 0.5).abs() < EXACT);
        }
    }

    #[test]
    fn less_patience_less_room_for_generosity(d in 0.01..0.98_f64) {
        let room = |d| generosity_that_lasts(&Payoffs::AXELROD, delta(d)).value();
        prop_assert!(room(d + 0.01) >= room(d));
        prop_assert!(room(d) <= optimal_generosity(&Payoffs::AXELROD).value());
        prop_assert_eq!(room(d) > 0.0, d > 2.0 / 3.0);
    }

    #[test]
    fn a_report_is_an_equilibrium(parts in 1..200_000_i64, flip in any::<bool>()) {
        let b = Bias::ratio(if flip { -parts } else { parts }, 1_000_000).unwrap();
        let report = Partition::finest(b).unwrap();
        let cuts = report.cuts();
        prop_assert!(cuts[0].abs() < EXACT && (cuts[cuts.len() - 1] - 1.0).abs() < EXACT);
        let widths: Vec<f64> = cuts.windows(2).map(|cell| cell[1] - cell[0]).collect();
        prop_assert!(widths.iter().all(|&width| width > 0.0));
        for pair in widths.windows(2) {
            prop_assert!((pair[1] - pair[0] - 4.0 * b.value()).abs() < 1e-9);
        }
        for (i, cut) in cuts.iter().enumerate().skip(1).take(widths.len() - 1) {
            let ideal = cut + b.value();
            let [below, above] = [report.action(i - 1), report.action(i)];
            prop_assert!(((ideal - below) - (above - ideal)).abs() < 1e-9);
        }
        let sum: f64 = widths.iter().map(|w| w * w * w / 12.0).sum();
        prop_assert!((sum - report_loss(b)).abs() < 1e-12);
    }

    #[test]
    fn losses_keep_their_order(parts in 1..999_999_i64) {
        let b = Bias::ratio(parts, 1_000_000).unwrap();
        let nearer = Bias::ratio(parts, 1_100_000).unwrap();
        prop_assert!(report_loss(b) <= SILENCE_LOSS);
        prop_assert!(report_loss(b) >= mediated_loss(b) - EXACT);
        prop_assert!(max_cells(nearer) >= max_cells(b));
        prop_assert!(trust_value(nearer) >= trust_value(b) - EXACT);
        let most = max_cells(b).unwrap();
        prop_assert!(receiver_loss(b, most + 1).is_none());
        let losses: Vec<f64> = (1..=most).map(|n| receiver_loss(b, n).unwrap()).collect();
        prop_assert!(losses.windows(2).all(|pair| pair[1] < pair[0]));
        let gap = sender_loss(b, most).unwrap() - losses[losses.len() - 1];
        prop_assert!((gap - b.value() * b.value()).abs() < EXACT);
    }

    #[test]
    fn a_leak_never_helps_the_closed_door(
        s in 0.0..5.0_f64, a in 0.0..5.0_f64, l in 0.0..0.98_f64, d in 0.0..0.99_f64,
    ) {
        let talks = |l| Channel::new(s, Audience::new(a).unwrap(), p(l)).unwrap();
        let (tight, leaky) = (talks(l), talks(l + 0.01));
        let worth = |talks: &Channel| talks.worth(Door::Closed, delta(d));
        prop_assert!(worth(&tight) >= worth(&leaky) - EXACT);
        prop_assert!(worth(&tight) >= 0.0);
        // Without leaks the closed door is at least as good as the open one.
        let none = talks(0.0);
        prop_assert!(worth(&none) >= none.worth(Door::Open, delta(d)) - EXACT);
    }

    #[test]
    fn any_bias_survives_being_written(over in any::<i64>(), under in 1..u64::MAX) {
        if let Ok(bias) = Bias::ratio(over, under) {
            prop_assert_eq!(by_both_ways(bias), [bias; 2]);
        }
        let part = Bias::ratio(over % 1_000_003, 1_000_003).unwrap();
        prop_assert_eq!(by_both_ways(part), [part; 2]);
        let number = Bias::new(part.value()).unwrap();
        prop_assert_eq!(by_both_ways(number), [number; 2]);
    }

    #[test]
    fn a_bias_is_read_as_it_is_written(parts in 1..1_000_000_u64) {
        prop_assume!(!parts.is_multiple_of(10));
        let text = format!("0.{parts:06}");
        let read: Bias = text.parse().unwrap();
        prop_assert_eq!(read, Bias::ratio(parts.try_into().unwrap(), 1_000_000).unwrap());
        prop_assert_eq!(read, Bias::new(text.parse().unwrap()).unwrap());
    }
}
