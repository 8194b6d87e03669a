//! Three answers.

use super::*;

#[test]
fn security_council_with_abstention() {
    let row = golden("unsc_15_ternary");
    let council = bodies::security_council_as_practised();
    let power = council.power(Choices::Three).unwrap();
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
    let power = council.power(Choices::Three).unwrap();
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
    let power = procedural.power(Choices::Three).unwrap();
    close(decimal(&power.banzhaf()[0]), 0.040_183, 1e-4);
    close(decimal(power.power_to_act()), 0.030_828, 1e-4);
    let power =
        bodies::general_assembly_present_and_voting().power(Choices::Three).unwrap();
    close(decimal(power.power_to_act()), 8.478e-5, 1e-3);
    close(decimal(&power.banzhaf()[0]), 5.837e-5, 1e-3);
    let power = bodies::general_assembly_ordinary().power(Choices::Three).unwrap();
    close(decimal(&power.banzhaf()[0]), 0.070_318, 1e-4);
    close(decimal(power.power_to_act()), 0.482_432, 1e-5);
    let of_members =
        bodies::two_thirds_of_members(193).power(Choices::Three).unwrap();
    close(decimal(of_members.power_to_act()), 2.18e-21, 1e-2);
}

#[test]
fn two_thirds_of_those_voting_pass_51_times_more_often_than_the_two_valued_model_says()
 {
    let three =
        bodies::general_assembly_present_and_voting().power(Choices::Three).unwrap();
    let two = tally(&bodies::general_assembly_important()).power_to_act();
    let times = decimal(&(three.power_to_act() / two));
    assert!((50.5..51.5).contains(&times), "{times}");
}

#[test]
fn consensus_of_10_27_32_and_166() {
    let act = |n: u32| {
        let consensus = bodies::consensus(usize::try_from(n).unwrap());
        let power = consensus.power(Choices::Three).unwrap();
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
