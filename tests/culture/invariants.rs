//! What holds for every input.

use super::*;

fn lands() -> impl Strategy<Value = Land> {
    let shape = (2..7_u8, 1..6_u8, 1..6_u8, 0..3_usize);
    (shape, 0..4_u8, 0..4_u8).prop_map(
        |((side, features, traits, near), far, field)| {
            let own =
                land(side, features, traits).with_neighbours(Neighbours::ALL[near]);
            let third = |k: u8| chance(f64::from(k) / 3.0);
            own.with_far(third(far)).with_field(third(field))
        },
    )
}

fn all(world: &World, land: Land) -> Vec<Culture> {
    (0..land.sites()).map(|site| world.culture(site)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_step_changes_one_trait_at_most_and_brings_no_new_one(
        own in lands(), seed in 0..1000_u64,
    ) {
        let mut rng = seeded(seed);
        let mut world = own.world(&mut rng);
        for _ in 0..200 {
            let before = all(&world, own);
            let moved = world.step(&mut rng);
            let after = all(&world, own);
            let mut changes = Vec::new();
            for (old, new) in before.iter().zip(&after) {
                for (k, (was, is)) in old.traits().iter().zip(new.traits()).enumerate() {
                    if was != is {
                        changes.push((k, *is));
                    }
                }
            }
            prop_assert_eq!(changes.len(), usize::from(moved));
            for (k, is) in changes {
                let seen = before.iter().any(|old| old.traits()[k] == is);
                prop_assert!(seen || is == 0, "a trait out of nothing");
            }
        }
    }

    #[test]
    fn at_rest_is_for_good_and_before_it_something_can_move(
        own in lands(), seed in 0..1000_u64,
    ) {
        let mut rng = seeded(seed);
        let mut world = own.world(&mut rng);
        let mut twin = world.clone();
        let mut again = rng.clone();
        let frozen_at = world.run(2_000_000, &mut rng);
        prop_assert!(frozen_at.is_some());
        prop_assert!(world.is_frozen());
        prop_assert!((0..500).all(|_| !world.step(&mut rng)));
        // Step by step it is the same, and not at rest before.
        let mut done = 0;
        while !twin.is_frozen() {
            twin.step(&mut again);
            done += 1;
        }
        prop_assert_eq!(frozen_at, Some(done));
        prop_assert_eq!(all(&world, own), all(&twin, own));
    }

    #[test]
    fn regions_share_out_the_sites(own in lands(), seed in 0..1000_u64) {
        let world = own.world(&mut seeded(seed));
        let regions = world.regions();
        prop_assert_eq!(regions.iter().sum::<usize>(), own.sites());
        prop_assert!(world.cultures() <= regions.len());
        prop_assert_eq!(world.alike(0), world.pairs());
        prop_assert!(world.alike(2) <= world.alike(1));
    }

    #[test]
    fn who_shares_nothing_with_a_field_is_never_reached_by_it_alone(
        features in 1..6_u8, seed in 0..1000_u64,
    ) {
        let own = land(5, features, 3).with_field(chance(1.0));
        let mut rng = seeded(seed);
        let mut world = own.world(&mut rng);
        let deaf = |culture: Culture| culture.traits().iter().all(|&own| own != 0);
        let before = all(&world, own);
        prop_assert!(world.run(10_000_000, &mut rng).is_some());
        let mut unreached = 0;
        for (old, new) in before.into_iter().zip(all(&world, own)) {
            if deaf(old) {
                prop_assert_eq!(old, new);
                unreached += 1;
            } else {
                prop_assert!(new.traits().iter().all(|&own| own == 0));
            }
        }
        prop_assert_eq!(world.like_field(), 25 - unreached);
    }

    #[test]
    fn meetings_fall_with_likeness_each_feature_saving_less(
        features in 1..=16_u8, shared in 1..=16_u8,
    ) {
        prop_assume!(shared + 1 < features);
        let of = |shared| Likeness::new(shared, features).unwrap().meetings().unwrap();
        let (here, next) = (of(shared), of(shared + 1));
        prop_assert!(next < here);
        prop_assert!(of(shared + 1) - of((shared + 2).min(features)) < here - next);
        // Less one meeting on average, as often as it comes to something.
        let succeeds = Likeness::new(shared, features).unwrap().succeeds().value();
        prop_assert!((here - (1.0 + succeeds * next + (1.0 - succeeds) * here)).abs() < 1e-9);
    }

    #[test]
    fn an_image_lies_between_what_is_told_and_what_is_lived(
        message in 0.0..=1.0_f64, reach in 0.0..=1.0_f64, pull in 0.01..=0.5_f64,
        experience in 0.0..=1.0_f64, weight in 0.0..=0.5_f64,
    ) {
        let own = Outreach::new(share(message), share(reach), share(pull)).unwrap();
        let own = own.with_experience(share(experience), share(weight)).unwrap();
        let image = own.image();
        prop_assert!(image >= message.min(experience) - ROUNDING);
        prop_assert!(image <= message.max(experience) + ROUNDING);
        prop_assert!((own.mean(0) - 0.5).abs() < ROUNDING);
        prop_assert!((own.mean(100_000) - own.settled()).abs() < 1e-6);
        prop_assert!((0.0..=1.0).contains(&own.reached()));
        // Summed over many people, one by one.
        let (mut sum, people) = (0.0, 20_000);
        for person in 0..people {
            let mut opinion = (f64::from(person) + 0.5) / f64::from(people);
            if (opinion - message).abs() <= reach {
                for _ in 0..3 {
                    opinion += pull * (message - opinion) + weight * (experience - opinion);
                }
            }
            sum += opinion;
        }
        prop_assert!((sum / f64::from(people) - own.mean(3)).abs() < 1e-4);
    }

    #[test]
    fn means_of_few_are_where_counting_finds_them(
        found in prop::collection::vec(0..6_u16, 1..6), most in 0..12_u32,
    ) {
        let sample = Sample::of(&found).unwrap();
        let pairs = found.iter().flat_map(|a| found.iter().map(move |b| a + b));
        let mean = f64::from(most) / 2.0;
        let below = pairs.clone().filter(|&sum| u32::from(sum) <= most).count() as f64;
        let all = (found.len() * found.len()) as f64;
        prop_assert!((sample.at_most(2, mean).unwrap() - below / all).abs() < ROUNDING);
        let [low, high] = sample.means_of(2, chance(0.0)).unwrap();
        close(low * 2.0, f64::from(pairs.clone().min().unwrap()), 0.0);
        close(high * 2.0, f64::from(pairs.max().unwrap()), 0.0);
        let mean = found.iter().map(|&own| f64::from(own)).sum::<f64>() / found.len() as f64;
        prop_assert!((sample.mean() - mean).abs() < ROUNDING);
    }
}

#[test]
fn two_who_meet_only_each_other_meet_as_often_as_the_formula_says() {
    for shared in 1..4_u8 {
        let traits: Vec<u8> = (0..4).map(|k| u8::from(k >= shared)).collect();
        let pair = [culture(&[0; 4]), culture(&traits)];
        let mut sum = 0;
        for number in 0..3000 {
            let mut world = World::gathering(&pair).unwrap();
            sum += world.run(LONG, &mut stream(SEED, number)).unwrap();
        }
        let expected = pair[0].likeness(pair[1]).unwrap().meetings().unwrap();
        let mean = sum as f64 / 3000.0;
        assert!((mean - expected).abs() < 0.07 * expected, "{mean}, {expected}");
    }
}
