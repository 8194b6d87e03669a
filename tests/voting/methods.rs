//! Each method of counting against the others.

use super::*;

fn same(a: &Tally, b: &Tally, n: usize) {
    assert_eq!(a.winning_by_size(), b.winning_by_size());
    for member in 0..n {
        assert_eq!(a.swings(member), b.swings(member), "member {member}");
    }
    assert_eq!(a.shapley_shubik(), b.shapley_shubik());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_exact_method_counts_alike(body in any_body(10)) {
        let n = body.len();
        let slow = Tally::enumerated(&body).unwrap();
        same(&slow, &Tally::by_classes(&body).unwrap(), n);
        same(&slow, &Tally::by_layers(&body).unwrap(), n);
        if let Ok(middle) = Tally::in_the_middle(&body) {
            same(&slow, &middle, n);
        }
        let two = Assembly::from(&body);
        let power = two.power(Choices::Two).unwrap();
        prop_assert_eq!(power.power_to_act(), &slow.power_to_act());
        for member in 0..n {
            prop_assert_eq!(&power.banzhaf()[member], &slow.banzhaf(member));
        }
    }

    #[test]
    fn meeting_in_the_middle_counts_heads_and_weights(
        n in 2_usize..12, seed in prop::collection::vec(1_u64..50, 12), heads in 1_u64..12,
        more in 1_u64..12,
    ) {
        let weights = Weighted::share(65, 100, seed[..n].to_vec()).unwrap();
        let (heads, more) = (heads.min(n as u64), more.min(n as u64));
        let both = Rule::All(vec![Rule::AtLeast(heads), Rule::Weighted(weights)]);
        let body = nameless(n, Rule::Any(vec![both, Rule::AtLeast(more)]));
        same(&Tally::enumerated(&body).unwrap(), &Tally::in_the_middle(&body).unwrap(), n);
    }

    #[test]
    fn decimals_follow_the_exact_count(body in any_body(10)) {
        let exact = Tally::enumerated(&body).unwrap();
        let decimals = Estimate::of(&body).unwrap();
        let near = |found: f64, told: &Exact| (found - decimal(told)).abs() < 1e-12;
        let shapley = exact.shapley_shubik();
        prop_assert!(near(decimals.power_to_act(), &exact.power_to_act()));
        for (member, told) in shapley.iter().enumerate() {
            prop_assert!(near(decimals.banzhaf()[member], &exact.banzhaf(member)));
            let found = decimals.shapley_shubik().unwrap()[member];
            prop_assert!(near(found, told));
            prop_assert!((0.0..=1.0 + 1e-12).contains(&found));
        }
    }

    #[test]
    fn a_weighted_rule_of_fifty_is_exact_to_twelve_digits(
        weights in prop::collection::vec(1_u64..40, 50), over in 1_u64..20,
    ) {
        let rule = Weighted::share(over, 20, weights).unwrap();
        let body = nameless(50, Rule::Weighted(rule.clone()));
        let exact = Tally::by_layers(&body).unwrap();
        let decimals = Estimate::of(&body).unwrap();
        for member in 0..50 {
            close(decimals.banzhaf()[member], decimal(&exact.banzhaf(member)), 1e-12);
        }
        prop_assert_eq!(exact_swings(&rule, 7).unwrap(), exact.swings(7));
        prop_assert_eq!(total(&exact.shapley_shubik()), ratio(1, 1));
    }
}

#[test]
fn three_exact_methods_agree_on_lisbon() {
    let body = bodies::eu_lisbon();
    let middle = Tally::in_the_middle(&body).unwrap();
    let layers = Tally::by_layers(&body).unwrap();
    same(&middle, &layers, body.len());
}

#[test]
fn stirlings_series_takes_over_from_the_product_without_a_step() {
    // The product of (2k - 1)/2k, which is used below 64 pairs of citizens.
    for pairs in [60_u32, 63, 64, 65, 70, 500] {
        let product: f64 = (1..=pairs).map(|k| 1.0 - 0.5 / f64::from(k)).product();
        let citizens = u64::from(2 * pairs + 1);
        close(decisive_citizen(citizens), product, 5e-14);
    }
}
