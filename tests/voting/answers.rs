//! Three answers.

use super::*;

#[test]
fn security_council_with_abstention() {
    let row = golden("unsc_15_ternary");
    let council = bodies::security_council_as_practised();
    let power = three(&council);
    let roll_call = council.roll_call(Choices::Three).unwrap();
    assert_eq!(power.power_to_act(), &read(row["power_to_act"].as_str().unwrap()));
    for (member, told) in [(0, &row["members"][0]), (5, &row["members"][1])] {
        assert_eq!(
            power.banzhaf()[member],
            read(told["banzhaf_abs"].as_str().unwrap())
        );
        assert_eq!(roll_call[member], read(told["ssi_rollcall"].as_str().unwrap()));
    }
    // Ten to one in the two-valued model, two to one as practised.
    let ratio = decimal(&(&power.banzhaf()[0] / &power.banzhaf()[5]));
    close(ratio, 2.038, 1e-3);
    close(decimal(&power.normalised()[0]), 0.100_945, 1e-5);
    close(decimal(&power.normalised()[5]), 0.049_528, 1e-4);
}

#[test]
fn security_council_before_1965_with_abstention() {
    let council = bodies::security_council_1945_as_practised();
    let power = three(&council);
    close(decimal(&power.banzhaf()[0]), 0.032_109, 1e-4);
    close(decimal(&power.banzhaf()[5]), 0.016_681, 1e-4);
    let roll_call = council.roll_call(Choices::Three).unwrap();
    close(decimal(&roll_call[0]), 0.168_347, 1e-5);
    close(decimal(&roll_call[5]), 0.026_377, 1e-4);
}

#[test]
fn the_roll_call_without_abstention_is_shapley_and_shubiks_index() {
    let council = Assembly::from(&bodies::security_council());
    let roll_call = council.roll_call(Choices::Two).unwrap();
    assert_eq!((&roll_call[0], &roll_call[5]), (&ratio(421, 2145), &ratio(4, 2145)));
    let power = council.power(Choices::Two).unwrap();
    assert_eq!(power.power_to_act(), &ratio(53, 2048));
    assert_eq!(power.banzhaf()[0], ratio(53, 1024));
    assert_eq!(power.banzhaf()[5], ratio(21, 4096));
}

#[test]
fn procedure_and_assemblies_with_abstention() {
    let procedural = Assembly::from(&bodies::security_council_procedural());
    let power = three(&procedural);
    close(decimal(&power.banzhaf()[0]), 0.040_183, 1e-4);
    close(decimal(power.power_to_act()), 0.030_828, 1e-4);
    let power = three(&bodies::general_assembly_present_and_voting());
    close(decimal(power.power_to_act()), 8.478e-5, 1e-3);
    close(decimal(&power.banzhaf()[0]), 5.837e-5, 1e-3);
    let power = three(&bodies::general_assembly_ordinary());
    close(decimal(&power.banzhaf()[0]), 0.070_318, 1e-4);
    close(decimal(power.power_to_act()), 0.482_432, 1e-5);
    let power = three(&bodies::two_thirds_of_members(193));
    close(decimal(power.power_to_act()), 2.18e-21, 1e-2);
}

#[test]
fn two_thirds_of_those_voting_pass_51_times_more_often_than_the_two_valued_model_says()
 {
    let three = three(&bodies::general_assembly_present_and_voting());
    let two = tally(&bodies::general_assembly_important()).power_to_act();
    let times = decimal(&(three.power_to_act() / two));
    assert!((50.5..51.5).contains(&times), "{times}");
}

#[test]
fn consensus_of_10_27_32_and_166() {
    let act = |n: u32| {
        let power = three(&bodies::consensus(usize::try_from(n).unwrap()));
        let exact =
            Exact::new(BigUint::from(2_u32).pow(n), BigUint::from(3_u32).pow(n));
        assert_eq!(power.power_to_act(), &exact);
        decimal(power.power_to_act())
    };
    close(act(10), 0.01734, 1e-3);
    close(act(27), 1.760e-5, 1e-3);
    close(act(32), 2.318e-6, 1e-3);
    close(act(166), 5.9e-30, 1e-2);
}

proptest! {
    /// Every one of the 3ⁿ ways to vote, by arithmetic of its own.
    #[test]
    fn a_weighted_part_of_what_is_cast_is_counted_as_one_would_by_hand(
        weights in prop::collection::vec(0_u64..5, 1..7), over in 1_u64..5, strictly: bool,
    ) {
        prop_assume!(weights.iter().sum::<u64>() > 0);
        let (n, under) = (weights.len(), 5);
        let threshold = if strictly { Threshold::more_than } else { Threshold::at_least };
        let threshold = threshold(over, under).unwrap();
        let rule = BallotRule::OfCast { threshold, weights: weights.clone() };
        let names = (0..n).map(|k| k.to_string()).collect();
        let power = Assembly::new(names, rule).unwrap().power(Choices::Three).unwrap();
        let carried = |vote: usize| {
            let answer = |k: usize| vote / 3_usize.pow(u32::try_from(k).unwrap()) % 3;
            let sum = |of: usize| (0..n).filter(|&k| answer(k) == of).map(|k| weights[k]).sum::<u64>();
            let (yes, cast) = (sum(2), sum(2) + sum(0));
            yes > 0 && if strictly { yes * under > cast * over } else { yes * under >= cast * over }
        };
        let ways = 3_usize.pow(u32::try_from(n).unwrap());
        let passing = (0..ways).filter(|&vote| carried(vote)).count();
        prop_assert_eq!(power.power_to_act(), &ratio(passing as u64, ways as u64));
        for k in 0..n {
            let digit = 3_usize.pow(u32::try_from(k).unwrap());
            let saying_yes = (0..ways).filter(|vote| vote / digit % 3 == 2);
            let decisive = saying_yes.filter(|vote| carried(*vote) && !carried(vote - 2 * digit));
            let chance = ratio(decisive.count() as u64, (ways / 3) as u64);
            prop_assert_eq!(&power.banzhaf()[k], &chance);
        }
    }
}
