//! What holds for every input.

use super::*;

fn world() -> impl Strategy<Value = World> {
    let sizes = prop::collection::vec(0.1..10.0_f64, 2..5);
    (sizes, 0.1..18.0_f64, prop::collection::vec(1.0..30.0_f64, 16), 0.0..0.5_f64)
        .prop_map(|(sizes, sigma, costs, rate)| {
            let mut world = even(&sizes, 1.0, 1.0 + sigma);
            for i in 0..sizes.len() {
                for j in i + 1..sizes.len() {
                    world = world.with_cost(i, j, cost(costs[4 * i + j])).unwrap();
                }
            }
            world.with_tariff_on_all(0, tariff(rate)).unwrap()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_country_pays_for_what_it_buys(world in world()) {
        let settled = world.settled().unwrap();
        for importer in 0..world.countries() {
            let all = 0..world.countries();
            let spent: f64 = all.map(|k| settled.share(importer, k).value()).sum();
            prop_assert!((spent - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn every_country_sells_what_it_buys_however_small_it_is(world in world(), tens in 0..12) {
        // One of them shrinks, all tariffs go: income is what wages and sizes say.
        let mut sizes: Vec<f64> =
            (0..world.countries()).map(|k| world.size(k).value()).collect();
        sizes[0] *= libm::pow(0.1, f64::from(tens));
        let settled = even(&sizes, 1.5, world.elasticity().value()).settled().unwrap();
        for (here, labour) in sizes.iter().enumerate() {
            let abroad = || (0..sizes.len()).filter(|&k| k != here);
            let bought: f64 = abroad().map(|k| settled.share(here, k).value()).sum();
            let sold: f64 = abroad()
                .map(|k| settled.share(k, here).value() * settled.wage(k) * sizes[k])
                .sum();
            let income = settled.wage(here) * labour;
            prop_assert!((sold / (bought * income) - 1.0).abs() < 1e-11);
        }
    }

    #[test]
    fn without_tariffs_the_home_share_tells_the_gains(world in world()) {
        let free = world.with_tariff_on_all(0, Tariff::FREE).unwrap();
        let settled = free.settled().unwrap();
        for k in 0..free.countries() {
            let lost = gains_from_trade(settled.share(k, k), free.elasticity()).value();
            let alone = 1.0 - 1.0 / (1.0 + settled.lift(k));
            prop_assert!((lost - alone).abs() < 1e-9);
            prop_assert!(lost >= 0.0);
        }
    }

    #[test]
    fn only_relative_sizes_matter(world in world(), scale in 0.001..1000.0_f64) {
        let n = world.countries();
        let sizes: Vec<f64> = (0..n).map(|k| scale * world.size(k).value()).collect();
        let mut scaled = even(&sizes, 1.5, world.elasticity().value());
        let mut plain = even(
            &(0..n).map(|k| world.size(k).value()).collect::<Vec<_>>(),
            1.5,
            world.elasticity().value(),
        );
        scaled = scaled.with_tariff_on_all(0, tariff(0.2)).unwrap();
        plain = plain.with_tariff_on_all(0, tariff(0.2)).unwrap();
        let (scaled, plain) = (scaled.settled().unwrap(), plain.settled().unwrap());
        for k in 0..n {
            let off = (1.0 + scaled.lift(k)) / (1.0 + plain.lift(k)) - 1.0;
            prop_assert!(off.abs() < 1e-9);
        }
    }

    #[test]
    fn the_best_tariff_beats_others(other in 0.0..2.0_f64, sigma in 2.0..8.0_f64) {
        let world = even(&[3.0, 2.0, 1.0], 1.3, sigma);
        let welfare = |rate| {
            let world = world.with_tariff_on_all(1, rate).unwrap();
            world.settled().unwrap().welfare(1)
        };
        let best = best_tariff(&world, 1).unwrap();
        prop_assert!(welfare(best) >= welfare(tariff(other)) - ROUNDING);
    }

    #[test]
    fn patience_bears_larger_shocks(low in 0.52..0.99_f64, high in 0.52..0.99_f64) {
        let bears = |patience| pact(patience).largest_shock().unwrap();
        prop_assert!(bears(low.min(high)) <= bears(low.max(high)));
    }

    #[test]
    fn a_lower_bound_means_less_and_swings_less(
        most in 0.01..1.0_f64, low in 0.0..1.0_f64, high in 0.0..1.0_f64,
    ) {
        let with = |bound| Binding { most: share(most), bound: share(bound) };
        let (low, high) = (with(low.min(high)), with(low.max(high)));
        prop_assert!(low.mean() <= high.mean() + ROUNDING);
        prop_assert!(low.swing() <= high.swing() + ROUNDING);
        // Against the moments summed over a thousand tariffs.
        let rates = (0..1000).map(|k| (f64::from(k) + 0.5) / 1000.0 * most);
        let bound: Vec<f64> = rates.map(|rate| rate.min(high.bound.value())).collect();
        let mean = bound.iter().sum::<f64>() / 1000.0;
        prop_assert!((mean - high.mean()).abs() < 1e-5);
    }

    #[test]
    fn a_slope_is_found_whatever_the_promise(effect in -1.0..1.0_f64, base in 0.0..9.0_f64) {
        let effect = Payoff::new(effect).unwrap();
        let all = Stationing { hosts: hosts(|_| base), effect };
        prop_assert!((all.slope().unwrap() - effect.value()).abs() < ROUNDING);
    }
}
