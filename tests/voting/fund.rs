//! The IMF.

use super::*;

/// US, Japan and China at the three quotas: PB, normalised, Shapley–Shubik
/// (voting notes §4, computed there by another program with 190-bit integers).
#[test]
fn imf_banzhaf_2022() {
    let told = [
        (
            bodies::imf_ordinary(),
            [0.743_907_776_762, 0.177_184_574_457],
            0.232_608_124_585,
        ),
        (
            bodies::imf_70(),
            [0.050_513_166_460_1, 0.041_350_564_137_2],
            0.075_393_588_602_9,
        ),
        (
            bodies::imf_85(),
            [6.104_564_188_73e-6, 6.104_238_775_94e-6],
            0.029_067_016_036_1,
        ),
    ];
    for (body, absolute, normalised) in told {
        let power = Estimate::banzhaf_only(&body).unwrap();
        for (found, told) in power.banzhaf().iter().zip(absolute) {
            close(*found, told, 1e-11);
        }
        close(power.normalised()[0], normalised, 1e-11);
    }
}

#[test]
fn imf_united_states_at_85_percent_exactly() {
    let body = bodies::imf_85();
    let Rule::Weighted(rule) = body.rule() else { panic!("one weighted rule") };
    let exact = exact_swings(rule, 0).unwrap();
    assert_eq!(exact, big("4789871307853988389580651066567787322556208979297613"));
    let power = Estimate::banzhaf_only(&body).unwrap();
    let whole = Exact::new(exact, BigUint::from(1_u32) << 189);
    close(power.banzhaf()[0], decimal(&whole), 1e-13);
    close(power.power_to_act(), 3.0523e-6, 1e-4);
    close(power.prevent()[0], 1.0, 1e-12);
    close(power.initiate()[0], 3.05e-6, 1e-2);
}

#[test]
fn swings_of_a_body_too_large_are_refused_and_not_a_panic() {
    for quota in [u64::MAX / 4, u64::MAX / 2, 1 << 40] {
        let rule = Weighted::new(quota, vec![u64::MAX / 4, u64::MAX / 4, 1 << 40]);
        let told = exact_swings(&rule.unwrap(), 0).unwrap_err();
        assert!(matches!(told, VotingError::TooMuchWork { .. }), "{told}");
    }
    // A table that fits, and too much work on it.
    let many = Weighted::new(20_000, vec![1; 40_000]).unwrap();
    let told = exact_swings(&many, 0).unwrap_err().to_string();
    assert_eq!(
        told,
        "expected a body whose count takes at most 10000000000 steps, found one of some \
         500800000000"
    );
    // A weight beyond the quota is as good as the quota.
    let heavy = Weighted::new(2, vec![1 << 60, 1, 1]).unwrap();
    assert_eq!(exact_swings(&heavy, 0).unwrap(), 3_u32.into());
    assert_eq!(exact_swings(&heavy, 1).unwrap(), 1_u32.into());
}

/// Forty members with weights of nine digits that share no factor.
fn forty() -> Body {
    let mut rng = seeded(40);
    let weights: Vec<u64> =
        (0..40).map(|_| 100_000_000 + below(&mut rng, 900_000_000)).collect();
    let rule = Weighted::majority(weights).unwrap();
    nameless(40, Rule::Weighted(rule))
}

#[test]
fn forty_members_with_weights_of_nine_digits_are_refused_at_once() {
    let started = std::time::Instant::now();
    let body = forty();
    let Rule::Weighted(rule) = body.rule() else { panic!("one weighted rule") };
    let refusals = [
        Tally::of(&body).unwrap_err(),
        Estimate::of(&body).unwrap_err(),
        Estimate::banzhaf_only(&body).unwrap_err(),
        Estimate::of_weighted(rule).unwrap_err(),
    ];
    for told in refusals {
        assert!(matches!(told, VotingError::TooMuchWork { .. }), "{told}");
    }
    assert!(started.elapsed().as_secs_f64() < 2.0, "{:?}", started.elapsed());
}

/// Three standard errors: there are many shares, each may be out by two.
fn near(found: f64, told: &Exact) {
    assert!((found - decimal(told)).abs() < 0.0075, "{found}");
}

#[test]
fn a_sample_is_as_near_to_the_exact_count_as_it_says() {
    let draws = std::num::NonZeroU32::new(40_000).unwrap();
    for body in [bodies::security_council(), bodies::ec_1986(), bodies::eu_nice()] {
        let (exact, sample) =
            (tally(&body), Sample::of(&body, &mut seeded(7), draws));
        close(sample.within(), 0.005, 1e-15);
        near(sample.power_to_act(), &exact.power_to_act());
        let shapley = exact.shapley_shubik();
        for (member, told) in shapley.iter().enumerate() {
            near(sample.shapley_shubik()[member], told);
            near(sample.banzhaf()[member], &exact.banzhaf(member));
        }
    }
}

#[test]
fn a_sample_with_abstention_is_as_near_to_the_exact_count_as_it_says() {
    let draws = std::num::NonZeroU32::new(40_000).unwrap();
    let rule = BallotRule::OfCast {
        threshold: Threshold::TWO_THIRDS,
        weights: vec![5, 4, 3, 2, 2, 1],
    };
    let names = (0..6).map(|k| k.to_string()).collect();
    let cast = Assembly::new(names, rule).unwrap();
    for assembly in [bodies::security_council_1945_as_practised(), cast] {
        let power = three(&assembly);
        let pivots = assembly.roll_call(Choices::Three).unwrap();
        let sample = Sample::of_assembly(&assembly, &mut seeded(7), draws);
        near(sample.power_to_act(), power.power_to_act());
        for (member, told) in pivots.iter().enumerate() {
            near(sample.shapley_shubik()[member], told);
            near(sample.banzhaf()[member], &power.banzhaf()[member]);
        }
    }
}

/// Votes in thousands: what a slider redraws.
pub(super) fn imf_thousands() -> Vec<u64> {
    let body = bodies::imf_ordinary();
    let Rule::Weighted(rule) = body.rule() else { panic!("one weighted rule") };
    rule.weights().iter().map(|w| ((w + 500) / 1000).max(1)).collect()
}

#[test]
fn imf_in_thousands_never_overflows() {
    // The peer powerindices 1.0.2 overflows on this input without a word.
    let weights = imf_thousands();
    let body =
        Body::nameless(190, Rule::Weighted(Weighted::majority(weights).unwrap()));
    let power = Estimate::of(&body.unwrap()).unwrap();
    let shapley = power.shapley_shubik().unwrap();
    close(shapley.iter().sum::<f64>(), 1.0, 1e-12);
    close(shapley[0], 0.1917, 5e-3);
    close(power.normalised()[0], 0.2326, 5e-3);
    let in_range = |x: &f64| (0.0..=1.0).contains(x);
    assert!(shapley.iter().all(in_range) && power.normalised().iter().all(in_range));
}

#[test]
fn imf_in_thousands_at_85_percent_the_pivots_stay_and_the_swings_go() {
    let rule = Weighted::share(85, 100, imf_thousands()).unwrap();
    let power = Estimate::of(&nameless(190, Rule::Weighted(rule))).unwrap();
    // The whole Fund: .189168 by Gauss–Legendre on 95 nodes (voting notes §4).
    let shapley = power.shapley_shubik().unwrap()[0];
    assert!((shapley - 0.189_168).abs() < 5e-4, "{shapley}");
    let swings = power.normalised()[0];
    assert!((swings - 0.029_067).abs() < 5e-4, "{swings}");
    assert!(shapley > 6.0 * swings);
}
