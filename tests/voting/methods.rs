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

#[test]
fn two_needs_of_the_same_weights_meet_in_the_middle_and_others_do_not() {
    let rule = |quota, weights: [u64; 4]| {
        Rule::Weighted(Weighted::new(quota, weights.to_vec()).unwrap())
    };
    let alike = Rule::All(vec![rule(6, [4, 3, 2, 1]), Rule::AtLeast(3)]);
    let alike = nameless(4, Rule::Any(vec![alike, rule(9, [4, 3, 2, 1])]));
    let middle = Tally::in_the_middle(&alike).unwrap();
    same(&Tally::enumerated(&alike).unwrap(), &middle, 4);
    let other = Rule::All(vec![rule(6, [4, 3, 2, 1]), rule(6, [3, 4, 2, 1])]);
    let refused = Tally::in_the_middle(&nameless(4, other));
    assert!(matches!(refused, Err(VotingError::Shape)));
}

#[test]
fn more_than_half_of_all_coalitions_is_told_from_half() {
    let most = |quota, members| {
        tally(&weighted(quota, &vec![1; members])).wins_more_than_half()
    };
    // 26 of 32, 16 of 32.
    assert!(most(2, 5) && !most(3, 5));
}

#[test]
fn a_seed_decides_a_sample() {
    let draws = std::num::NonZeroU32::new(1_000).unwrap();
    let body = weighted(40, &[1; 70]);
    let sample = |seed| Sample::of(&body, &mut seeded(seed), draws);
    assert_ne!(sample(1).banzhaf(), sample(2).banzhaf());
    // The same on every machine: 149 of the 1,000 pass.
    close(sample(1).power_to_act(), 0.149, 1e-15);
}

#[test]
fn sums_of_many_members_with_many_votes_are_refused_before_the_work_begins() {
    let weights: Vec<u64> = (0..1_000).map(|k| 20_000 + k).collect();
    let quota = weights.iter().sum::<u64>() / 2;
    let refused = exact_swings(&Weighted::new(quota, weights).unwrap(), 0);
    assert!(matches!(refused, Err(VotingError::TooMuchWork { .. })), "{refused:?}");
}

#[test]
fn the_integral_takes_more_places_where_fifty_are_too_few() {
    let equal = weighted(301, &[1; 600]);
    for share in Estimate::of(&equal).unwrap().shapley_shubik().unwrap() {
        close(*share, 1.0 / 600.0, 1e-9);
    }
}
