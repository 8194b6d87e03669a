//! What holds for every input.

use super::*;

fn some_counts() -> impl Strategy<Value = Counts> {
    (2..500_u32)
        .prop_flat_map(|cases| (1..cases, Just(cases)))
        .prop_map(|(events, cases)| counts(events, cases))
}

/// Cells with two features that overlap.
fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let one = (-20..20_i32, -20..20_i32, some_counts());
    prop::collection::vec(one, 5..12).prop_map(|all| {
        let tenth = |x: i32| f64::from(x) / 10.0;
        all.into_iter().map(|(x, y, own)| cell(&[tenth(x), tenth(y)], own)).collect()
    })
}

proptest! {
    #[test]
    fn a_fit_expects_as_many_events_as_there_were(cells in cells()) {
        if let Ok(fit) = Fit::of(&cells) {
            let mut slopes = [0.0; 3];
            for own in &cells {
                let x = [1.0, own.features[0].value(), own.features[1].value()];
                let log = fit.constant() + fit.effects()[0] * x[1] + fit.effects()[1] * x[2];
                let rate = 1.0 / (1.0 + libm::exp(-log));
                let lack = f64::from(own.counts.events()) - rate * f64::from(own.counts.cases());
                for (slope, x) in slopes.iter_mut().zip(x) {
                    *slope += x * lack;
                }
            }
            for slope in slopes {
                prop_assert!(slope.abs() < 1e-6, "{slope}");
            }
        }
    }

    #[test]
    fn neither_the_order_of_cells_nor_their_cut_matters(cells in cells()) {
        if let Ok(fit) = Fit::of(&cells) {
            let mut other: Vec<Cell> = cells.iter().rev().cloned().collect();
            other.extend(cells.iter().cloned());
            let doubled = Fit::of(&other).unwrap();
            for (one, two) in fit.effects().iter().zip(doubled.effects()) {
                prop_assert!((one - two).abs() < 1e-6 * (1.0 + one.abs()));
            }
            // Twice the cases, and errors smaller by √2.
            for (one, two) in fit.errors().iter().zip(doubled.errors()) {
                prop_assert!((one / two - libm::sqrt(2.0)).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn a_fit_with_a_number_for_every_cell_leaves_no_rest(
        without in some_counts(), with in some_counts(),
    ) {
        let fit = Fit::of(&[cell(&[0.0], without), cell(&[1.0], with)]).unwrap();
        prop_assert!(fit.deviance() < 1e-7);
        let odds = table(without, with).odds_ratio().unwrap();
        prop_assert!((fit.effects()[0] - libm::log(odds)).abs() < 1e-7);
    }

    #[test]
    fn odds_turn_over_with_the_sides(without in some_counts(), with in some_counts()) {
        let there = table(without, with).odds_ratio().unwrap();
        let back = table(with, without).odds_ratio().unwrap();
        prop_assert!((there * back - 1.0).abs() < ROUNDING);
        let pooled = pooled_odds(&[table(without, with); 3]).unwrap();
        prop_assert!((pooled / there - 1.0).abs() < ROUNDING);
    }

    #[test]
    fn an_interval_holds_the_rate_and_narrows_with_doubt(own in some_counts()) {
        let [low, high] = own.interval(chance(0.05));
        prop_assert!(low < own.rate() && own.rate() < high);
        let [lower, higher] = own.interval(chance(0.01));
        prop_assert!(lower < low && high < higher);
        // Events and absences are one question.
        let absent = counts(own.cases() - own.events(), own.cases());
        let [other_low, other_high] = absent.interval(chance(0.05));
        prop_assert!((other_low.value() + high.value() - 1.0).abs() < 1e-9);
        prop_assert!((other_high.value() + low.value() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn more_hope_never_brings_war(
        gain in 0.0..10.0_f64, cut_off in 0.0..10.0_f64, war in -5.0..15.0_f64,
        a in 0.0..=1.0_f64, b in 0.0..=1.0_f64,
    ) {
        let state = dependence(gain, cut_off, war);
        let keeps = |open| state.keeps_peace(chance(open));
        prop_assert!(!keeps(a.min(b)) || keeps(a.max(b)));
        match state.threshold() {
            Some(threshold) if (a - threshold.value()).abs() > 1e-9 => {
                prop_assert_eq!(keeps(a), a > threshold.value());
            }
            Some(_) => {}
            None => prop_assert!(!keeps(1.0)),
        }
    }
}
