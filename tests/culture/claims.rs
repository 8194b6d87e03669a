//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn b2a_contact_makes_a_hundred_cultures_one() {
    let land = land(10, 5, 5);
    let mut rng = stream(SEED, 0);
    let mut world = land.world(&mut rng);
    let before = world.cultures();
    assert!(before > 90, "{before} at the start");
    assert!(world.run(LONG, &mut rng).is_some());
    assert_eq!((world.cultures(), world.regions()), (1, vec![100]));
    // The land of the figure with four traits.
    let mut rng = stream(2002, 0);
    let mut small = super::land(8, 5, 4).world(&mut rng);
    small.run(24_000, &mut rng);
    assert_eq!(small.regions(), [64]);
    // And so it is in nineteen worlds of twenty, with five features or with fifteen.
    assert!(NINE[0].runs.mean() < 1.06 && NINE[6].runs.mean() < 1.001);
    // Meeting more neighbours leaves fewer.
    let regions = |near| {
        let outcomes = land.with_neighbours(near).runs(20, LONG, SEED).unwrap();
        in_short(&outcomes, |own| own.regions).mean()
    };
    assert!(regions(Neighbours::Twelve) <= regions(Neighbours::Four));
}

#[test]
fn b2a_with_many_ways_to_differ_twenty_stay_apart_and_meet_each_other_for_nothing() {
    let most = NINE[2];
    assert_eq!((most.features, most.traits), (5, 15));
    close(most.runs.mean(), 19.758, ROUNDING);
    let mut rng = stream(SEED, 0);
    let mut world = land(10, 5, 15).world(&mut rng);
    assert!(world.run(LONG, &mut rng).is_some());
    assert!(world.regions().len() > 5);
    // However often they meet from here on, nothing moves.
    assert!((0..10_000).all(|_| !world.step(&mut rng)));
    assert_eq!(of_five(0).meetings(), None);
}

#[test]
fn b2c_mixing_leaves_fewer_cultures() {
    let means: Vec<f64> = FAR.iter().map(|(_, runs)| runs[1].mean()).collect();
    assert!(means.windows(2).all(|pair| pair[1] < pair[0]), "{means:?}");
    close(far(0.0).mean(), 20.155, ROUNDING);
    close(far(1.0).mean(), 1.13, ROUNDING);
    assert!(apart(far(0.0), far(0.001)) > 4.0);
}

#[test]
fn b2c_those_with_nothing_in_common_mix_for_ever_in_vain() {
    // Two halves, everybody with everybody.
    let half = |site: usize| u8::from(site >= 50);
    let halves: Vec<Culture> =
        (0..100).map(|site| culture(&[half(site); 5])).collect();
    let mixed = land(10, 5, 15).with_far(chance(1.0));
    let mut world = mixed.settled(&halves).unwrap();
    assert!(world.is_frozen());
    assert_eq!(world.run(10_000, &mut seeded(1)), Some(0));
    assert_eq!(world.cultures(), 2);
    // One site that shares a feature with both, and it is not over.
    let mut bridged = halves;
    bridged[0] = culture(&[0, 0, 0, 0, 1]);
    assert!(!mixed.settled(&bridged).unwrap().is_frozen());
}

#[test]
fn b2d_the_wider_a_good_message_reaches_the_better_the_image() {
    let means: Vec<f64> =
        [0.0, 0.1, 0.3, 0.5, 0.8].map(|d| outreach(0.8, d).settled()).into();
    assert!(means.windows(2).all(|pair| pair[1] >= pair[0] - ROUNDING), "{means:?}");
    close(means[0], 0.5, ROUNDING);
    close(means[2], 0.525, ROUNDING);
    close(means[4], 0.8, ROUNDING);
    close(outreach(0.8, 0.3).reached(), 0.5, ROUNDING);
    // It takes its time: half of the way is gone after some exposures.
    close(outreach(0.8, 0.3).mean(0), 0.5, ROUNDING);
    close(outreach(0.8, 0.3).mean(1), 0.506_25, ROUNDING);
}

#[test]
fn b2d_where_experience_weighs_more_wider_reach_makes_the_image_worse() {
    // Told 0.8, lived 0.2: as heavy, then three times.
    close(lived(0.3, 0.2, 0.25).image(), 0.5, ROUNDING);
    close(lived(0.3, 0.2, 0.75).image(), 0.35, ROUNDING);
    close(lived(0.3, 0.2, 0.75).settled(), 0.3, ROUNDING);
    close(lived(0.3, 0.2, 0.25).settled(), 0.375, ROUNDING);
    let settled = |reach| lived(reach, 0.2, 0.75).settled();
    assert!(settled(0.1) < settled(0.0) && settled(0.3) < settled(0.1));
    // And a message in the middle reaches most and moves nobody on average.
    let middle = outreach(0.5, 0.3);
    close(middle.reached(), 0.6, ROUNDING);
    close(middle.settled(), 0.5, ROUNDING);
}

#[test]
fn b2f_frozen_diversity_trades_as_one_culture_does() {
    let mut rng = stream(SEED, 0);
    let mut world = land(10, 5, 15).world(&mut rng);
    world.run(LONG, &mut rng).unwrap();
    let one = drawn(|_| 0);
    assert!(world.regions().len() > one.regions().len());
    assert_eq!((world.alike(0), one.alike(0)), (180, 180));
    assert_eq!(world.pairs(), 180);
    // And it votes: each region a bloc, more than half of the sites to decide.
    let sizes: Vec<u64> = world.regions().iter().map(|&size| size as u64).collect();
    let council = Body::weighted(51, sizes.clone()).unwrap();
    assert!(council.wins(&vec![true; sizes.len()]));
    let largest = sizes.iter().max().unwrap();
    let all_but: Vec<bool> = sizes.iter().map(|size| size != largest).collect();
    assert_eq!(council.wins(&all_but), 100 - largest > 50);
}

#[test]
fn b2f_where_agreement_needs_likeness_borders_do_not_agree() {
    let halves = drawn(|site| u8::from(site >= 50));
    let quarters = drawn(|site| u8::from(site >= 50) + 2 * u8::from(site % 10 >= 5));
    assert_eq!((halves.alike(0), halves.alike(1)), (180, 170));
    assert_eq!((quarters.alike(0), quarters.alike(1)), (180, 160));
    let mut rng = stream(SEED, 0);
    let mut world = land(10, 5, 15).world(&mut rng);
    world.run(LONG, &mut rng).unwrap();
    assert!(world.alike(1) < 150, "{}", world.alike(1));
    // At rest there is no half likeness: who shares one shares all.
    assert_eq!(world.alike(1), world.alike(5));
    // Two halves as blocs: no majority without both.
    let council = Body::weighted(51, vec![50, 50]).unwrap();
    assert!(!council.wins(&[true, false]) && !council.wins(&[false, true]));
}

#[test]
fn b5d_a_weak_field_leaves_fewer_regions_and_many_like_itself() {
    for traits in [10, 15] {
        let (without, with) = (under(traits, 0.0), under(traits, 0.01));
        assert!(apart(without, with) > 4.0, "{traits}: {}", apart(without, with));
    }
    let field = land(10, 5, 10).with_field(chance(0.02));
    let outcomes = field.runs(200, LONG, SEED).unwrap();
    assert_eq!(in_short(&outcomes, |own| own.regions), under(10, 0.02));
    let like = in_short(&outcomes, |own| own.like_field).mean();
    close(like, 80.89, 0.01);
    // With five traits there is nothing for it to mend, and it mends nothing.
    for strength in [0.001, 0.002, 0.005, 0.01, 0.02] {
        assert!(apart(under(5, 0.0), under(5, strength)).abs() < 2.0);
    }
}

#[test]
fn b5d_a_strong_field_leaves_more_regions_than_none() {
    for (traits, least) in [(5, 12.0), (10, 6.0), (15, 2.0)] {
        let (without, strong) = (under(traits, 0.0), under(traits, 0.9));
        assert!(strong.mean() > least * without.mean());
        assert!(apart(strong, without) > 20.0);
    }
    close(under(5, 0.9).mean(), 19.73, ROUNDING);
    // Whom it cannot reach it never reaches, and nobody else does.
    close(land(10, 5, 5).deaf().value(), 1024.0 / 3125.0, ROUNDING);
    let strong = land(10, 5, 5).with_field(chance(0.9));
    let outcomes = strong.runs(200, LONG, SEED).unwrap();
    assert_eq!(in_short(&outcomes, |own| own.regions), under(5, 0.9));
    let like = in_short(&outcomes, |own| own.like_field).mean();
    close(like, 68.05, ROUNDING);
    assert!((like / 100.0 - (1.0 - 0.327_68)).abs() < 0.01);
}

#[test]
fn c7_one_feature_learnt_saves_most_of_the_meetings() {
    for (shared, meetings) in
        [(1, 125.0 / 12.0), (2, 65.0 / 12.0), (3, 35.0 / 12.0), (4, 1.25), (5, 0.0)]
    {
        close(of_five(shared).meetings().unwrap(), meetings, ROUNDING);
    }
    let before = of_five(1).meetings().unwrap();
    close(before - of_five(1).learnt(1).unwrap().meetings().unwrap(), 5.0, ROUNDING);
    // The first turns never into some day.
    assert_eq!(of_five(0).meetings(), None);
    assert!(of_five(0).learnt(1).unwrap().meetings().is_some());
}

#[test]
fn c7_what_is_learnt_of_the_host_is_lost_at_home() {
    let (home, host) = (culture(&[0; 5]), culture(&[1; 5]));
    let meetings = |own: Culture, other| own.likeness(other).unwrap().meetings();
    for count in 1..5 {
        let envoy = home.learning(host, count).unwrap();
        let mirror = home.learning(host, 5 - count).unwrap();
        let (there, back) = (meetings(envoy, host), meetings(mirror, home));
        close(there.unwrap(), back.unwrap(), ROUNDING);
    }
    // Fully trained is a foreigner at home.
    assert_eq!(meetings(home.learning(host, 5).unwrap(), home), None);
    // And what neither host nor home has helps nowhere.
    let odd = home.learning(culture(&[2; 5]), 1).unwrap();
    assert_eq!(meetings(odd, host), None);
    assert!(meetings(odd, home) > meetings(home, home));
    // The last feature is worth a fourth of the first.
    let saved = |from| {
        of_five(from).meetings().unwrap() - of_five(from + 1).meetings().unwrap()
    };
    close(saved(4), 1.25, ROUNDING);
    close(saved(1), 5.0, ROUNDING);
}
