//! What the doors refuse, and what comes back through them.

use super::*;

#[test]
fn what_is_no_simple_game_is_refused() {
    assert_eq!(Weighted::new(0, vec![1]), Err(VotingError::QuotaZero));
    // Peers return zeros here.
    let told = Weighted::new(4, vec![1, 2]).unwrap_err();
    assert_eq!(told, VotingError::QuotaUnreachable { quota: 4, total: 3 });
    assert_eq!(
        Weighted::new(1, vec![u64::MAX, 1]),
        Err(VotingError::WeightOverflow)
    );
    assert_eq!(Weighted::new(1, vec![u64::MAX]), Err(VotingError::WeightOverflow));
    assert!(Weighted::new(u64::MAX - 1, vec![u64::MAX - 2, 1]).is_ok());
    assert_eq!(Weighted::new(1, vec![]), Err(VotingError::NoMembers));
    let short = Rule::Weighted(Weighted::new(1, vec![1, 1]).unwrap());
    let told = Body::nameless(3, short).unwrap_err();
    assert_eq!(told, VotingError::LengthMismatch { members: 3, found: 2 });
    assert_eq!(Body::nameless(2, Rule::AtLeast(0)), Err(VotingError::QuotaZero));
    assert_eq!(
        Body::nameless(2, Rule::All(vec![])),
        Err(VotingError::NothingToCombine)
    );
    assert_eq!(
        bodies::eec_1958().merge(&[1, 1]),
        Err(VotingError::NoSuchMember { last: 5, found: 1 })
    );
    refused::<Weighted>(r#"{"quota":9,"weights":[1]}"#);
    refused::<Body>(r#"{"members":[],"rule":{"at-least":1}}"#);
}

#[test]
fn the_largest_quota_is_counted_alike_by_every_method() {
    let body = Body::weighted(u64::MAX - 1, vec![u64::MAX - 2, 1]).unwrap();
    let tally = Tally::enumerated(&body).unwrap();
    assert_eq!(tally.winning(), 1_u32.into());
    assert_eq!(Tally::by_layers(&body).unwrap(), tally);
    assert_eq!(Tally::in_the_middle(&body).unwrap(), tally);
}

#[test]
fn counts_beyond_128_bits_are_exact_layer_by_layer() {
    // Whoever is one of 150 is decisive when 99 of the other 149 agree.
    let body = nameless(150, Rule::AtLeast(100));
    let tally = Tally::by_layers(&body).unwrap();
    let choose = |n: u32, k: u32| {
        (1..=k).fold(BigUint::from(1_u32), |ways, i| ways * (n + 1 - i) / i)
    };
    assert_eq!(tally.swings(7), choose(149, 99));
    assert_eq!(tally.winning(), (100..=150).map(|k| choose(150, k)).sum());
    assert_eq!(tally.shapley_shubik()[7], ratio(1, 150));
}

#[test]
fn too_many_cases_with_abstention_are_refused_before_they_are_counted() {
    // Members who are all different: 3 cases each, and 3^14 are past two million;
    // in a roll call 4 each with the one still to vote, and so are 4^11.
    let unlike = |n: u32| {
        let weights: Vec<u64> = (0..n).map(|k| 1 << k).collect();
        Assembly::from(&weighted(1 << (n - 1), &weights))
    };
    let refused = VotingError::TooManyCases { most: 2_000_000 };
    for choices in [Choices::Two, Choices::Three] {
        assert_eq!(unlike(14).power(choices).unwrap_err(), refused);
        assert_eq!(unlike(11).roll_call(choices).unwrap_err(), refused);
    }
    assert!(unlike(7).power(Choices::Three).is_ok());
    assert!(unlike(5).roll_call(Choices::Three).is_ok());
}

#[test]
fn two_vetoes_that_quarrel_leave_no_power_to_anybody() {
    let both = Body::weighted(3, vec![1, 1, 1]).unwrap();
    assert_eq!(quarrelling(&both, (0, 1)).unwrap(), vec![ratio(0, 1); 3]);
}

#[test]
fn ties_are_kept_for_32_members_and_a_value_for_20() {
    let told = Ties::new(40, &[(0, 33)]).unwrap_err();
    assert_eq!(told, VotingError::NoSuchMember { last: 31, found: 33 });
    let body = nameless(21, Rule::majority(21));
    let told = Ties::all(21).unwrap().myerson(&body).unwrap_err();
    assert_eq!(told, VotingError::TooManyMembers { most: 20, found: 21 });
}

#[test]
fn a_body_survives_the_trip_through_json() {
    for entry in bodies::CATALOGUE {
        let body = (entry.body)();
        survives(&body);
    }
}

#[test]
fn what_was_counted_is_written_as_digits_that_are_read_back() {
    fn rows<T: std::str::FromStr<Err: std::fmt::Debug>>(written: &Value) -> Vec<T> {
        let digits = |number: &Value| number.as_str().unwrap().parse().unwrap();
        written.as_array().unwrap().iter().map(digits).collect()
    }
    let council = bodies::security_council();
    let tally = Tally::of(&council).unwrap();
    let written = serde_json::to_value(&tally).unwrap();
    assert_eq!(written["power_to_act"], "53/2048");
    assert_eq!(rows::<Exact>(&written["shapley_shubik"]), tally.shapley_shubik());
    assert_eq!(rows::<Exact>(&written["banzhaf"])[14], tally.banzhaf(14));
    // Some 2^192 coalitions: a number of JSON would have lost all but the first digits.
    let assembly = Tally::of(&nameless(193, Rule::AtLeast(97))).unwrap();
    let written = serde_json::to_value(&assembly).unwrap();
    assert_eq!(big(written["winning"].as_str().unwrap()), assembly.winning());
    assert_eq!(rows::<BigUint>(&written["swings"])[0], assembly.swings(0));

    let survey = serde_json::to_value(Survey::of(&council).unwrap()).unwrap();
    assert_eq!(survey["minimal_coalitions"], "210");
    assert_eq!(rows::<Exact>(&survey["public_good"])[..2], vec![ratio(1, 9); 2]);
    let three = Alliance::new(vec![5, 6, 7], Rule::majority(3)).unwrap();
    let report = serde_json::to_value(three.report(&council).unwrap()).unwrap();
    let ally = json!({"member": 5, "before": "21/4096", "after": "63/8192"});
    assert_eq!(report["allies"][0], ally);
    assert_eq!(report["power_to_act"][0], "53/2048");
    let heads = Assembly::from(&nameless(3, Rule::majority(3)));
    let power = serde_json::to_value(heads.power(Choices::Two).unwrap()).unwrap();
    assert_eq!(
        power,
        json!({"power_to_act": "1/2", "banzhaf": ["1/2", "1/2", "1/2"]})
    );
}

#[test]
fn ties_refuse_a_body_in_which_two_separate_coalitions_win() {
    let loose = nameless(4, Rule::AtLeast(1));
    assert_eq!(Ties::all(4).unwrap().myerson(&loose), Err(VotingError::Improper));
}

#[test]
fn extremes_do_not_panic() {
    let one = weighted(1, &[1]);
    assert_eq!(tally(&one).role(0), Role::Dictator);
    assert_eq!(tally(&one).shapley_shubik(), [ratio(1, 1)]);
    let huge = weighted(u64::MAX - 1, &[u64::MAX / 2, u64::MAX / 2, 0]);
    assert_eq!(tally(&huge).role(2), Role::Null);
    let heads = nameless(200, Rule::AtLeast(134));
    assert_eq!(tally(&heads).shapley_shubik()[199], ratio(1, 200));
    let power = Estimate::of(&heads).unwrap();
    close(power.shapley_shubik().unwrap()[0], 0.005, 1e-11);
    let zero = weighted(1, &[0, 0, 1]);
    close(Estimate::of(&zero).unwrap().shapley_shubik().unwrap()[2], 1.0, 1e-12);
}

#[test]
fn european_thresholds_are_whole_number_sums() {
    for n in 1..=60_u8 {
        let quota = Weighted::share(55, 100, vec![1; n.into()]).unwrap().quota();
        assert_eq!(quota, (11 * u64::from(n)).div_ceil(20));
    }
    assert_eq!(Threshold::MAJORITY.quota(538), 270);
    assert_eq!(Threshold::TWO_THIRDS.quota(193), 129);
    for (text, over, under) in
        [("2/3", 2, 3), ("62 %", 62, 100), ("0.55", 55, 100), ("5.5%", 55, 1000)]
    {
        let told = text.parse::<Threshold>().unwrap();
        assert_eq!(told, Threshold::at_least(over, under).unwrap());
        let more = format!("> {text}").parse::<Threshold>().unwrap();
        assert_eq!(more, Threshold::more_than(over, under).unwrap());
    }
    for bad in ["2/", "-1/2", "1e-1", "%", "0.5.5"] {
        assert!(bad.parse::<Threshold>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn a_quota_is_the_least_that_meets_its_part(
        over in 0_u64..9, more in 1_u64..9, whole in 1_u64.., strictly: bool,
    ) {
        let threshold = if strictly { Threshold::more_than } else { Threshold::at_least };
        let over = over.max(u64::from(!strictly));
        let threshold = threshold(over, over + more).unwrap();
        let quota = threshold.quota(whole);
        let enough = |votes: u64| {
            let (has, needs) = (u128::from(votes) * u128::from(over + more), u128::from(whole) * u128::from(over));
            if strictly { has > needs } else { has >= needs }
        };
        prop_assert!(enough(quota) && !enough(quota - 1));
    }
}
