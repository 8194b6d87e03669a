//! The chapter `voting` against the published record, its claims and invariants.

use demarche::chance::{below, seeded, unit};
use demarche::numbers::{Rate, Share, Time};
use demarche::voting::{
    Alliance, Assembly, Ballot, BallotRule, Body, Choices, CountError, Estimate,
    Exact, Outside, Role, Rule, RuleError, Sample, Survey, Tally, Ties, Wait,
    Weighted, bodies, decimal, decisive_citizen, exact_swings, quarrelling,
    square_root_rule,
};
use num_bigint::BigUint;
use proptest::prelude::*;
use serde_json::Value;

fn ratio(over: u64, under: u64) -> Exact {
    Exact::new(over.into(), under.into())
}

fn read(text: &str) -> Exact {
    text.parse().unwrap()
}

fn big(text: &str) -> BigUint {
    text.parse().unwrap()
}

fn weighted(quota: u64, weights: &[u64]) -> Body {
    Body::weighted(quota, weights.to_vec()).unwrap()
}

fn tally(body: &Body) -> Tally {
    Tally::of(body).unwrap()
}

fn close(found: f64, told: f64, within: f64) {
    assert!((found - told).abs() <= within * told.abs(), "{found} is not {told}");
}

// ---------------------------------------------------------------- the golden table

fn golden(key: &str) -> Value {
    let text = include_str!("data/voting_golden.json");
    serde_json::from_str::<Value>(text).unwrap()[key].clone()
}

/// Compares a body with its row of the golden table, exactly, member by member.
fn matches_golden(key: &str, body: &Body) {
    let row = golden(key);
    let tally = tally(body);
    let survey = Survey::of(body).ok();
    assert_eq!(tally.winning(), big(&row["winning"].to_string()), "{key} winning");
    assert_eq!(tally.power_to_act(), read(row["power_to_act"].as_str().unwrap()));
    if let (Some(count), Some(survey)) = (row["mwc"].as_u64(), &survey) {
        assert_eq!(survey.minimal_coalitions(), count.into(), "{key} minimal");
    }
    let (shapley, normalised) = (tally.shapley_shubik(), tally.normalised());
    let survey = survey.map(|s| (s.johnston(), s.deegan_packel(), s.public_good()));
    for told in row["members"].as_array().unwrap() {
        let name = told["name"].as_str().unwrap();
        let member = member(body, name);
        let is = |field: &str, found: &Exact| {
            if let Some(text) = told[field].as_str() {
                assert_eq!(found, &read(text), "{key}, {name}, {field}");
            }
        };
        assert_eq!(
            tally.swings(member),
            big(&told["swings"].to_string()),
            "{key} {name}"
        );
        is("ssi", &shapley[member]);
        is("banzhaf_abs", &tally.banzhaf(member));
        is("banzhaf_norm", &normalised[member]);
        is("coleman_prevent", &tally.prevent(member));
        is("coleman_initiate", &tally.initiate(member));
        if let Some((johnston, deegan_packel, public_good)) = &survey {
            is("johnston", &johnston[member]);
            is("deegan_packel", &deegan_packel[member]);
            is("public_good", &public_good[member]);
        }
    }
}

/// The golden table names members by code, by weight or by class.
fn member(body: &Body, name: &str) -> usize {
    let codes = [
        ("DE", "Germany"),
        ("FR", "France"),
        ("IT", "Italy"),
        ("NL", "Netherlands"),
        ("BE", "Belgium"),
        ("LU", "Luxembourg"),
        ("UK", "United Kingdom"),
        ("GB", "United Kingdom"),
        ("DK", "Denmark"),
        ("IE", "Ireland"),
        ("EL", "Greece"),
        ("GR", "Greece"),
        ("ES", "Spain"),
        ("PT", "Portugal"),
        ("AT", "Austria"),
        ("SE", "Sweden"),
        ("FI", "Finland"),
        ("PL", "Poland"),
        ("RO", "Romania"),
        ("CZ", "Czech Republic"),
        ("HU", "Hungary"),
        ("BG", "Bulgaria"),
        ("SK", "Slovakia"),
        ("HR", "Croatia"),
        ("LT", "Lithuania"),
        ("SI", "Slovenia"),
        ("LV", "Latvia"),
        ("EE", "Estonia"),
        ("CY", "Cyprus"),
        ("MT", "Malta"),
        ("each permanent (x5)", "China"),
        ("each permanent", "China"),
        ("each elected (x10)", "elected 1"),
        ("each elected (x6)", "elected 1"),
    ];
    let known =
        codes.iter().find(|(code, _)| *code == name).map_or(name, |pair| pair.1);
    body.find(known).unwrap_or_else(|| panic!("no member {name}"))
}

#[test]
fn security_council_since_1965() {
    matches_golden("unsc_15", &bodies::security_council());
}

#[test]
fn security_council_before_1965() {
    matches_golden("unsc_11_pre1965", &bodies::security_council_1945());
}

#[test]
fn councils_of_the_communities_1958_to_1995() {
    matches_golden("eec_6_1958", &bodies::eec_1958());
    matches_golden("eec_6_1958_four_members", &bodies::eec_1958_other());
    matches_golden("eec_9_1973", &bodies::eec_1973());
    matches_golden("ec_10_1981", &bodies::ec_1981());
    matches_golden("ec_12_1986", &bodies::ec_1986());
    matches_golden("eu_15_1995", &bodies::eu_1995());
}

#[test]
fn council_under_nice() {
    matches_golden("eu27_nice_votes_only", &bodies::eu_nice_votes());
    matches_golden("eu27_nice_triple", &bodies::eu_nice());
}

#[test]
fn council_under_nice_with_the_majority_of_members_loses_sixteen_coalitions() {
    let votes = bodies::eu_nice_votes();
    let rule = Rule::All(vec![votes.rule().clone(), Rule::AtLeast(14)]);
    let both = Body::new(votes.members().to_vec(), rule).unwrap();
    assert_eq!(tally(&votes).winning() - tally(&both).winning(), 16_u32.into());
    // And the population check three more.
    assert_eq!(
        tally(&both).winning() - tally(&bodies::eu_nice()).winning(),
        19_u32.into()
    );
}

#[test]
fn council_under_lisbon() {
    matches_golden("eu27_lisbon_pop_2024", &bodies::eu_lisbon());
    matches_golden("eu27_lisbon_pop_2025", &bodies::eu_lisbon_2025());
}

fn without_the_clause_of_four(body: &Body) -> Body {
    let Rule::Any(parts) = body.rule() else { panic!("Lisbon is an any-of") };
    Body::new(body.members().to_vec(), parts[0].clone()).unwrap()
}

#[test]
fn the_clause_of_four_adds_23_coalitions_and_10_in_2014() {
    let body = bodies::eu_lisbon();
    let less = tally(&without_the_clause_of_four(&body)).winning();
    assert_eq!(less, 17_762_664_u32.into());
    assert_eq!(tally(&body).winning() - less, 23_u32.into());
    let body = bodies::eu_lisbon_2014();
    assert_eq!(tally(&body).winning(), 30_321_728_u32.into());
    let less = tally(&without_the_clause_of_four(&body)).winning();
    assert_eq!(tally(&body).winning() - less, 10_u32.into());
}

#[test]
fn population_alone_under_lisbon() {
    let people = Weighted::share(65, 100, bodies::populations_2024()).unwrap();
    assert_eq!(people.quota(), 291_984_290);
    let body = Body::nameless(27, Rule::Weighted(people)).unwrap();
    assert_eq!(tally(&body).winning(), 24_698_909_u32.into());
}

#[test]
fn three_exact_methods_agree_on_lisbon() {
    let body = bodies::eu_lisbon();
    let middle = Tally::in_the_middle(&body).unwrap();
    let layers = Tally::by_layers(&body).unwrap();
    assert_eq!(middle.winning_by_size(), layers.winning_by_size());
    for member in 0..27 {
        assert_eq!(middle.swings(member), layers.swings(member));
    }
    assert_eq!(middle.shapley_shubik(), layers.shapley_shubik());
}

#[test]
fn electoral_college_2024_and_1996() {
    // Weights of 2024 are recalled, their sum of 538 was checked.
    let w2024 = "54 40 30 28 19 19 17 16 16 15 14 13 12 11 11 11 11 10 10 10 10 10 9 9 8 8 \
                 8 7 7 6 6 6 6 6 6 5 5 4 4 4 4 4 4 4 3 3 3 3 3 3 3";
    let weights: Vec<u64> =
        w2024.split_whitespace().map(|w| w.parse().unwrap()).collect();
    let row = golden("us_electoral_college_2024");
    let tally = tally(&weighted(270, &weights));
    assert_eq!(tally.power_to_act(), read(row["power_to_act"].as_str().unwrap()));
    let told = &row["members"][0];
    assert_eq!(tally.swings(0), big(&told["swings"].to_string()));
    assert_eq!(tally.shapley_shubik()[0], read(told["ssi"].as_str().unwrap()));
    assert_eq!(tally.normalised()[0], read(told["banzhaf_norm"].as_str().unwrap()));
    close(decimal(&tally.shapley_shubik()[1]), 0.077_428_26, 1e-6);
    close(decimal(&tally.shapley_shubik()[50]), 0.005_402_28, 1e-6);
}

#[test]
fn holler_51_breaks_local_monotonicity() {
    let body = weighted(51, &[35, 20, 15, 15, 15]);
    let survey = Survey::of(&body).unwrap();
    let good = survey.public_good();
    assert_eq!(good[..3], [ratio(4, 15), ratio(2, 15), ratio(1, 5)]);
    let shared = survey.deegan_packel();
    assert_eq!(shared[..3], [ratio(3, 10), ratio(3, 20), ratio(11, 60)]);
    // The heavier second member has less than the lighter third; not so by Johnston.
    assert!(good[1] < good[2] && shared[1] < shared[2]);
    let johnston = survey.johnston();
    assert_eq!(johnston[..3], [ratio(7, 12), ratio(3, 16), ratio(11, 144)]);
    let tally = tally(&body);
    assert_eq!(
        tally.shapley_shubik()[..3],
        [ratio(9, 20), ratio(1, 5), ratio(7, 60)]
    );
    assert_eq!(tally.normalised()[..3], [ratio(11, 25), ratio(1, 5), ratio(3, 25)]);
}

#[test]
fn a_weight_equal_to_the_quota_is_no_dictator() {
    // The peer powerindex 0.3.5 answers (1, 0, 0).
    let tally = tally(&weighted(3, &[3, 2, 1]));
    assert_eq!(tally.winning(), 5_u32.into());
    assert_eq!(tally.shapley_shubik(), [ratio(2, 3), ratio(1, 6), ratio(1, 6)]);
    assert_eq!(tally.role(0), Role::Ordinary);
    assert_eq!(tally.initiate(0), ratio(1, 1));
}

#[test]
fn one_country_one_vote() {
    let power = |body: Body| {
        let tally = tally(&body);
        (decimal(&tally.banzhaf(0)), decimal(&tally.power_to_act()))
    };
    close(power(bodies::general_assembly()).0, 0.057_507_4, 1e-5);
    let (pb, act) = power(bodies::general_assembly_important());
    close(pb, 1.1558e-6, 1e-4);
    close(act, 1.6698e-6, 1e-4);
    let (pb, act) = power(bodies::african_union());
    close(pb, 0.005_380_5, 1e-4);
    close(act, 0.007_226_9, 1e-4);
    close(power(bodies::wto_votes()).1, 0.469_083, 1e-5);
    close(power(bodies::wto_accession()).1, 8.2635e-6, 1e-4);
    close(power(bodies::wto_waiver()).1, 2.2497e-11, 1e-4);
    close(power(Body::nameless(27, Rule::majority(27)).unwrap()).0, 0.154_981, 1e-5);
}

// ---------------------------------------------------------------- the IMF

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
        assert!(matches!(told, CountError::TooMuchWork { .. }), "{told}");
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
    Body::nameless(40, Rule::Weighted(rule)).unwrap()
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
        assert!(matches!(told, CountError::TooMuchWork { .. }), "{told}");
    }
    assert!(started.elapsed().as_secs_f64() < 2.0, "{:?}", started.elapsed());
}

#[test]
fn a_sample_is_as_near_to_the_exact_count_as_it_says() {
    let draws = std::num::NonZeroU32::new(40_000).unwrap();
    for body in [bodies::security_council(), bodies::ec_1986(), bodies::eu_nice()] {
        let (exact, sample) =
            (tally(&body), Sample::of(&body, &mut seeded(7), draws));
        close(sample.within(), 0.005, 1e-15);
        // Three standard errors: there are many shares, each may be out by two.
        let near = |found: f64, told: &Exact| {
            assert!((found - decimal(told)).abs() < 0.0075, "{found}");
        };
        near(sample.power_to_act(), &exact.power_to_act());
        let shapley = exact.shapley_shubik();
        for (member, told) in shapley.iter().enumerate() {
            near(sample.shapley_shubik()[member], told);
            near(sample.banzhaf()[member], &exact.banzhaf(member));
        }
    }
}

/// Votes in thousands: what a slider redraws.
fn imf_thousands() -> Vec<u64> {
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
    let power =
        Estimate::of(&Body::nameless(190, Rule::Weighted(rule)).unwrap()).unwrap();
    // The whole Fund: .189168 by Gauss–Legendre on 95 nodes (voting notes §4).
    let shapley = power.shapley_shubik().unwrap()[0];
    assert!((shapley - 0.189_168).abs() < 5e-4, "{shapley}");
    let swings = power.normalised()[0];
    assert!((swings - 0.029_067).abs() < 5e-4, "{swings}");
    assert!(shapley > 6.0 * swings);
}

// ---------------------------------------------------------------- three answers

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

// ---------------------------------------------------------------- blocs and paradoxes

#[test]
fn a3_bloc_table() {
    // k: bloc PB, bloc SSI, one member's power by majority, permanent, other elected.
    let permanent_and_other = |body: &Body, other: usize| {
        (tally(body).banzhaf(0), tally(body).banzhaf(other))
    };
    let council = bodies::security_council();
    let table = [
        (2, ratio(21, 2048), ratio(1, 234), 0.005_127, 0.050_049, Some(0.005_127)),
        (
            3,
            ratio(63, 4096),
            ratio(83, 10_296),
            0.007_690,
            0.046_631,
            Some(0.005_127),
        ),
        (4, ratio(21, 1024), ratio(1, 66), 0.007_690, 0.041_992, Some(0.004_883)),
        (5, ratio(13, 512), ratio(1, 33), 0.009_521, 0.037_109, Some(0.003_906)),
        (7, ratio(1, 32), ratio(1, 6), 0.009_766, 0.031_250, None),
    ];
    for (k, bloc, shapley, each, permanent, other) in table {
        let inside = if k == 2 { Rule::unanimity(2) } else { Rule::majority(k) };
        let alliance = Alliance::new((5..5 + k).collect(), inside).unwrap();
        let report = alliance.report(&council).unwrap();
        assert_eq!(report.bloc, bloc, "k = {k}");
        assert_eq!(report.shapley, shapley, "k = {k}");
        if k != 5 {
            close(decimal(&report.allies[0].allied), each, 2e-4);
        }
        let merged = council.merge(&(5..5 + k).collect::<Vec<_>>()).unwrap();
        let (found, others) = permanent_and_other(&merged, 6);
        close(decimal(&found), permanent, 1e-4);
        match other {
            Some(told) => close(decimal(&others), told, 1e-4),
            None => assert_eq!(tally(&merged).role(6), Role::Null),
        }
    }
}

#[test]
fn all_five_permanent_members_as_one() {
    let one = bodies::security_council().merge(&[0, 1, 2, 3, 4]).unwrap();
    let tally = tally(&one);
    assert_eq!(tally.shapley_shubik()[0], ratio(7, 11));
    assert_eq!(tally.banzhaf(0), ratio(53, 64));
    assert_eq!(tally.shapley_shubik()[1], ratio(2, 55));
}

#[test]
fn blocs_in_the_council_of_2024() {
    let council = bodies::eu_lisbon();
    let find =
        |names: &[&str]| names.iter().map(|n| council.find(n).unwrap()).collect();
    let report = |names: &[&str]| {
        let bloc: Vec<usize> = find(names);
        let inside = Rule::majority(bloc.len());
        Alliance::new(bloc, inside).unwrap().report(&council).unwrap()
    };
    // Bloc; sum of PB, bloc's PB, sum of SSI, bloc's SSI, power to act.
    let pair = report(&["Germany", "France"]);
    assert_eq!(pair.sum_alone, pair.bloc);
    close(decimal(&pair.bloc), 0.38759, 1e-4);
    close(decimal(&pair.shapley), 0.3833, 1e-3);
    let visegrad = report(&["Poland", "Czech Republic", "Slovakia", "Hungary"]);
    close(decimal(&visegrad.sum_alone), 0.2496, 1e-3);
    close(decimal(&visegrad.bloc), 0.2439, 1e-3);
    close(decimal(&visegrad.shapley_alone), 0.1303, 1e-3);
    close(decimal(&visegrad.shapley), 0.1432, 1e-3);
    let benelux = report(&["Belgium", "Netherlands", "Luxembourg"]);
    close(decimal(&benelux.bloc), 0.1492, 1e-3);
    close(decimal(&benelux.allies[2].allied), 0.0746, 1e-3);
    close(decimal(&benelux.power_to_act.1), 0.1378, 1e-3);
    assert!(benelux.is_expedient());
    let baltic = report(&["Lithuania", "Latvia", "Estonia"]);
    close(decimal(&baltic.bloc), 0.0988, 1e-3);
    close(decimal(&baltic.allies[0].allied), 0.0494, 1e-3);
    let weimar = report(&["Germany", "France", "Poland"]);
    close(decimal(&weimar.bloc), 0.4977, 1e-3);
    close(decimal(&weimar.allies[0].allied), 0.2489, 1e-3);
    assert!(weimar.is_expedient());
}

#[test]
fn paradox_of_new_members() {
    // Luxembourg keeps 2 votes when Greece joins, and gains.
    let power = |body: &Body| {
        let (tally, lux) = (tally(body), body.find("Luxembourg").unwrap());
        (tally.banzhaf(lux), tally.shapley_shubik()[lux].clone())
    };
    assert_eq!(power(&bodies::eec_1973()), (ratio(5, 256), ratio(1, 105)));
    assert_eq!(power(&bodies::ec_1981()), (ratio(13, 256), ratio(19, 630)));
}

#[test]
fn paradox_of_quarrelling_members() {
    let body = weighted(5, &[3, 2, 2]);
    assert_eq!(tally(&body).normalised(), [ratio(3, 5), ratio(1, 5), ratio(1, 5)]);
    let quarrel = quarrelling(&body, (1, 2)).unwrap();
    assert_eq!(quarrel, [ratio(1, 2), ratio(1, 4), ratio(1, 4)]);
}

#[test]
fn paradox_of_size() {
    let body = Body::nameless(3, Rule::unanimity(3)).unwrap();
    let merged = body.merge(&[0, 1]).unwrap();
    assert_eq!(tally(&body).shapley_shubik()[0], ratio(1, 3));
    // One of two instead of two of three: the bloc has less than its parts had.
    assert_eq!(tally(&merged).shapley_shubik()[0], ratio(1, 2));
    assert_eq!(tally(&merged).banzhaf(0), ratio(1, 2));
}

#[test]
fn paradox_of_redistribution() {
    let before = tally(&weighted(4, &[3, 3, 1]));
    let after = tally(&weighted(4, &[1, 4, 2]));
    assert_eq!(before.shapley_shubik()[2], ratio(1, 3));
    // Its weight doubled, its power is gone.
    assert_eq!(after.role(2), Role::Null);
}

// ---------------------------------------------------------------- the square root law

#[test]
fn penrose_square_root_law() {
    let told = [
        (3, 0.5),
        (5, 0.375),
        (11, 0.246_093_75),
        (101, 0.079_589_2),
        (1001, 0.025_225_0),
        (83_445_001, 8.7345e-5),
    ];
    for (citizens, chance) in told {
        close(decisive_citizen(citizens), chance, 1e-5);
    }
    let law = (2.0 / (std::f64::consts::PI * 1001.0)).sqrt();
    close(decisive_citizen(1001) / law, 1.000_250, 1e-6);
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
fn jagiellonian_compromise_2024() {
    let rule = square_root_rule(&bodies::populations_2024()).unwrap();
    let share = rule.quota() as f64 / rule.total() as f64;
    close(share, 0.615_82, 1e-5);
    let body = Body::nameless(27, Rule::Weighted(rule.clone())).unwrap();
    let tally = tally(&body);
    for (power, weight) in tally.normalised().iter().zip(rule.weights()) {
        let weight = *weight as f64 / rule.total() as f64;
        close(decimal(power), weight, 0.0029);
    }
    close(decimal(&tally.power_to_act()), 0.1630, 1e-3);
}

// ---------------------------------------------------------------- claims

#[test]
fn b1a_small_members_hold_more_power_than_weight() {
    let power = |body: &Body, name: &str| {
        let member = body.find(name).unwrap();
        tally(body).normalised()[member].clone()
    };
    // The Netherlands in 1958, Luxembourg in 1973, Malta in 2024.
    assert!(power(&bodies::eec_1958(), "Netherlands") > ratio(2, 17));
    assert!(power(&bodies::ec_1981(), "Luxembourg") > ratio(2, 63));
    assert!(power(&bodies::eu_lisbon(), "Malta") > ratio(563_400, 449_206_600));
    // And an elected member of the Security Council has a swing at all.
    assert_eq!(power(&bodies::security_council(), "elected 1"), ratio(21, 1270));
}

#[test]
fn b1a_luxembourg_had_a_vote_and_no_power_and_at_vienna_five_decided() {
    let six = bodies::eec_1958();
    let luxembourg = six.find("Luxembourg").unwrap();
    assert_eq!(tally(&six).role(luxembourg), Role::Null);
    // Where four members were needed as well it had some.
    assert_eq!(tally(&bodies::eec_1958_other()).shapley_shubik()[5], ratio(1, 60));
    let vienna = bodies::vienna_1815();
    for name in ["Portugal", "Spain", "Sweden"] {
        assert_eq!(tally(&vienna).role(vienna.find(name).unwrap()), Role::Null);
    }
    // In 1973 its power lay below its weight still.
    let nine = bodies::eec_1973();
    let luxembourg = nine.find("Luxembourg").unwrap();
    assert!(tally(&nine).normalised()[luxembourg] < ratio(2, 58));
}

#[test]
fn b0d_quota_and_blocking_minority_bound_the_largest_member() {
    // Nobody in Lisbon's Council has a veto, nor in the Fund at 50 and 70 percent.
    for body in [bodies::eu_lisbon(), bodies::imf_ordinary(), bodies::imf_70()] {
        assert!((0..body.len()).all(|member| !body.has_veto(member)));
    }
    // At 70% the others need more than five sixths of their votes to pass without it.
    let Rule::Weighted(fund) = bodies::imf_70().rule().clone() else {
        panic!("the Fund's rule is one sum");
    };
    let others = fund.total() - fund.weights()[0];
    assert!(6 * fund.quota() > 5 * others && fund.quota() < others);
    // Germany, France and one more of the larger reach 35% of the people and do not
    // block: four are needed.
    let council = bodies::eu_lisbon();
    let mut yes = vec![true; 27];
    for name in ["Germany", "France", "Italy"] {
        yes[council.find(name).unwrap()] = false;
    }
    assert!(council.wins(&yes));
    assert!(!without_the_clause_of_four(&council).wins(&yes));
    // The veto binds a strong power whose outside option is small.
    let share = |x| Share::new(x).unwrap();
    close(Outside::new(share(0.25), share(0.8)).agreed(), 0.5, 1e-15);
}

#[test]
fn b0d_a_quota_can_hand_one_member_a_veto_and_the_strong_can_leave() {
    // 85% of the votes, and the United States has 16.5%.
    let fund = bodies::imf_85();
    let states: Vec<_> = (0..190).filter(|&member| fund.has_veto(member)).collect();
    assert_eq!(states.len(), 1);
    assert_eq!(fund.members()[states[0]], "United States");
    // A veto is a power to prevent, not to initiate.
    let power = Estimate::banzhaf_only(&fund).unwrap();
    close(power.prevent()[0], 1.0, 1e-12);
    assert!(power.initiate()[0] < 4e-6);
    // And the rule binds no longer once acting alone is cheap.
    let share = |x| Share::new(x).unwrap();
    let cheap = Outside::new(share(0.25), share(0.2));
    assert!(!cheap.veto_binds());
    close(cheap.agreed(), 0.8, 1e-15);
}

#[test]
fn b1c_the_rules_are_those_of_the_charters() {
    let council = bodies::security_council();
    let vote = |permanent: usize, elected: usize| {
        let mut yes = vec![false; 15];
        yes[..permanent].fill(true);
        yes[5..5 + elected].fill(true);
        yes
    };
    assert!(council.wins(&vote(5, 4)));
    assert!(!council.wins(&vote(5, 3)));
    // Procedure passes without any permanent member: a meeting can be called early.
    assert!(bodies::security_council_procedural().wins(&vote(0, 9)));
    let needs = |entry: &str| {
        let body = (bodies::named(entry).unwrap().body)();
        let n = body.len();
        (0..=n).find(|&k| body.wins(&[vec![true; k], vec![false; n - k]].concat()))
    };
    assert_eq!(needs("general-assembly-important"), Some(129));
    assert_eq!(needs("wto-accession"), Some(111));
    assert_eq!(needs("wto-waiver"), Some(125));
    assert_eq!(needs("african-union"), Some(37));
    assert_eq!(needs("world-health-assembly"), Some(130));
}

#[test]
fn b1c_one_no_of_fifteen_blocks_what_is_urgent() {
    let council = bodies::security_council_as_practised();
    let mut ballots = vec![Ballot::Yes; 15];
    ballots[2] = Ballot::No;
    assert!(!council.passes(&ballots));
    ballots[2] = Ballot::Abstain;
    assert!(council.passes(&ballots));
    // In the World Trade Organization any one of 166 members is enough.
    let consensus = bodies::consensus(166);
    let mut ballots = vec![Ballot::Yes; 166];
    ballots[165] = Ballot::No;
    assert!(!consensus.passes(&ballots));
}

#[test]
fn b1d_agreement_of_few_is_within_reach_and_silence_helps() {
    let act =
        |n| tally(&Body::nameless(n, Rule::unanimity(n)).unwrap()).power_to_act();
    assert_eq!(act(5), ratio(1, 32));
    assert_eq!(act(8), ratio(1, 256));
    let silent = bodies::consensus(8).power(Choices::Three).unwrap();
    assert_eq!(silent.power_to_act(), &ratio(256, 6561));
    // Ten times as often as if every member had to say yes or no.
    close(decimal(&(silent.power_to_act() / act(8))), 9.989, 1e-3);
}

#[test]
fn b1d_each_member_more_halves_unanimitys_power_to_act() {
    let first = tally(&bodies::league_1920()).power_to_act();
    let last = tally(&bodies::league_1933()).power_to_act();
    assert_eq!(first / &last, ratio(128, 1));
    assert_eq!(last, ratio(1, 32_768));
    // Abstention saves the rule only in part: two thirds for each member.
    let silent = bodies::consensus(15).power(Choices::Three).unwrap();
    assert!(decimal(silent.power_to_act()) < 0.003);
}

fn wait(body: &Body) -> f64 {
    Wait::of(&tally(body)).mean()
}

fn at(time: f64) -> Time {
    Time::new(time).unwrap()
}

fn per(rate: f64) -> Rate {
    Rate::new(rate).unwrap()
}

#[test]
fn a_time_or_a_rate_that_is_none_never_reaches_the_wait() {
    for bad in [f64::NAN, -5.0, -1e-300, f64::INFINITY] {
        assert!(Time::new(bad).is_err() && Rate::new(bad).is_err(), "{bad}");
    }
    let told = Rate::new(-5.0).unwrap_err().to_string();
    assert_eq!(told, "expected a rate from 0 to 1e150, found -5.0");
    let council = Wait::with_vetoes(15, 9, 5).unwrap();
    let (never, ever) = (council.passed_by(at(0.0)), council.passed_by(at(1e150)));
    assert_eq!((never, ever), (0.0, 1.0));
    // What never comes is always late; what comes at once is first.
    close(council.ahead_of(per(0.0)), 1.0, 1e-14);
    assert!(council.ahead_of(per(1e150)) < 1e-140);
}

fn unanimity(n: usize) -> Body {
    Body::nameless(n, Rule::unanimity(n)).unwrap()
}

#[test]
fn waiting_with_vetoes_needs_no_count() {
    let council = tally(&bodies::security_council());
    let (counted, formula) =
        (Wait::of(&council), Wait::with_vetoes(15, 9, 5).unwrap());
    close(formula.mean(), decimal(&council.mean_wait()), 1e-14);
    close(counted.mean(), formula.mean(), 1e-14);
    for time in [0.1, 0.5, 1.0, 2.0, 5.0] {
        close(counted.passed_by(at(time)), formula.passed_by(at(time)), 1e-13);
        close(counted.ahead_of(per(time)), formula.ahead_of(per(time)), 1e-13);
    }
    // Nine of fifteen by the cumulated binomial at time ln 2: half are ready.
    let half =
        Wait::with_vetoes(15, 9, 0).unwrap().passed_by(at(std::f64::consts::LN_2));
    close(
        half,
        decimal(&tally(&bodies::security_council_procedural()).power_to_act()),
        1e-13,
    );
    assert_eq!(Wait::with_vetoes(0, 1, 0), Err(RuleError::NoMembers));
    assert_eq!(Wait::with_vetoes(3, 0, 1), Err(RuleError::QuotaZero));
    let told = RuleError::QuotaUnreachable { quota: 4, total: 3 };
    assert_eq!(Wait::with_vetoes(3, 2, 4), Err(told));
}

#[test]
fn waiting_times_of_the_notes() {
    let within =
        |found: f64, told: f64| assert!((found - told).abs() < 0.006, "{found}");
    within(wait(&bodies::security_council_procedural()), 0.868);
    within(wait(&bodies::general_assembly_important()), 1.10);
    within(wait(&bodies::security_council()), 2.29);
    within(wait(&unanimity(8)), 2.72);
    within(wait(&unanimity(32)), 4.06);
    within(wait(&unanimity(166)), 5.69);
}

#[test]
fn b1e_vetoes_and_unanimity_are_slow() {
    let any = wait(&bodies::security_council_procedural());
    let vetoes = wait(&bodies::security_council());
    assert!(vetoes > 2.5 * any);
    // Unanimity of n takes 1 + 1/2 + … + 1/n: it grows without end.
    let twelve: Exact = (1..=12).map(|k| ratio(1, k)).sum();
    assert_eq!(tally(&unanimity(12)).mean_wait(), twelve);
    assert!(wait(&unanimity(32)) > wait(&unanimity(8)));
}

#[test]
fn b1e_majority_voting_is_quicker_and_enlargement_need_not_slow_it() {
    // The Twelve by unanimity and by 54 of 76 votes.
    assert!(wait(&bodies::ec_1986()) < wait(&unanimity(12)) / 2.4);
    // Twelve to fifteen members: unanimity slower, the qualified majority hardly.
    let slower = wait(&unanimity(15)) / wait(&unanimity(12));
    let by_majority = wait(&bodies::eu_1995()) / wait(&bodies::ec_1986());
    assert!(slower > 1.06);
    assert!(by_majority < 1.02, "{by_majority}");
    // And from Nice to Lisbon, with as many members, quicker.
    assert!(wait(&bodies::eu_lisbon()) < wait(&bodies::eu_nice()));
}

#[test]
fn b5f_with_vetoes_the_conflict_spreads_first() {
    let council = Wait::of(&tally(&bodies::security_council()));
    // A conflict that spreads half as quickly as one member makes up its mind.
    assert!(council.ahead_of(per(0.5)) < 0.4, "{}", council.ahead_of(per(0.5)));
    assert!(council.passed_by(at(2.0)) < 0.5);
}

#[test]
fn b5f_without_vetoes_the_forum_is_first() {
    let procedural = Wait::of(&tally(&bodies::security_council_procedural()));
    assert!(procedural.ahead_of(per(0.5)) > 0.6);
    assert!(procedural.passed_by(at(2.0)) > 0.98);
    // Nor does the veto matter when the conflict is slow.
    let council = Wait::of(&tally(&bodies::security_council()));
    assert!(council.ahead_of(per(0.1)) > 0.75);
}

#[test]
fn b5l_two_thirds_of_those_voting_carry_a_health_convention() {
    // Article 60: members that stay out do not stop it.
    let health = bodies::world_health_assembly_present_and_voting();
    let ballots =
        [vec![Ballot::Yes; 40], vec![Ballot::No; 20], vec![Ballot::Abstain; 134]];
    assert!(health.passes(&ballots.concat()));
}

#[test]
fn b5l_two_thirds_of_the_members_would_not() {
    let of_members = bodies::two_thirds_of_members(194);
    let ballots = [vec![Ballot::Yes; 129], vec![Ballot::Abstain; 65]];
    assert!(!of_members.passes(&ballots.concat()));
    // And one no more than a third of the votes cast stops article 60 too.
    let health = bodies::world_health_assembly_present_and_voting();
    let ballots =
        [vec![Ballot::Yes; 39], vec![Ballot::No; 20], vec![Ballot::Abstain; 135]];
    assert!(!health.passes(&ballots.concat()));
}

#[test]
fn b5c_a_tie_that_bridges_is_worth_something_and_a_bloc_gains() {
    // Three members, two must agree, and only the first talks to the others.
    let three = Body::nameless(3, Rule::AtLeast(2)).unwrap();
    let star = Ties::new(3, &[(0, 1), (0, 2)]).unwrap();
    assert_eq!(
        star.myerson(&three).unwrap(),
        [ratio(2, 3), ratio(1, 6), ratio(1, 6)]
    );
    // Without its tie the third has nothing, and the first loses as much as it.
    let pair = Ties::new(3, &[(0, 1)]).unwrap();
    assert_eq!(
        pair.myerson(&three).unwrap(),
        [ratio(1, 2), ratio(1, 2), ratio(0, 1)]
    );
    // Three elected members who decide by majority gain half again.
    let a3 = Alliance::new(vec![5, 6, 7], Rule::majority(3)).unwrap();
    let report = a3.report(&bodies::security_council()).unwrap();
    assert_eq!(&report.allies[0].allied / &report.allies[0].alone, ratio(3, 2));
}

#[test]
fn b5c_a_redundant_tie_and_a_bloc_of_equals_gain_nothing() {
    // Where three of four must agree and all talk through a centre, a tie between
    // two that are tied to everybody else already changes nothing.
    let four = Body::nameless(4, Rule::AtLeast(4)).unwrap();
    let ring = Ties::new(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]).unwrap();
    let chord = Ties::new(4, &[(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)]).unwrap();
    assert_eq!(ring.myerson(&four).unwrap(), chord.myerson(&four).unwrap());
    // A bloc of two has the power of the two, and of seven small states less.
    let council = bodies::security_council();
    let two = Alliance::new(vec![5, 6], Rule::unanimity(2)).unwrap();
    let report = two.report(&council).unwrap();
    assert_eq!(report.sum_alone, report.bloc);
    assert!(!report.is_expedient());
    let union = bodies::eu_lisbon();
    let seven = Alliance::new((20..27).collect(), Rule::majority(7)).unwrap();
    let report = seven.report(&union).unwrap();
    close(decimal(&report.sum_alone), 0.2254, 1e-3);
    close(decimal(&report.bloc), 0.1858, 1e-3);
}

#[test]
fn c2_a_bloc_that_votes_as_one_by_majority_strengthens_its_members() {
    let council = bodies::security_council();
    for size in 3..=7 {
        let bloc =
            Alliance::new((5..5 + size).collect(), Rule::majority(size)).unwrap();
        assert!(bloc.report(&council).unwrap().is_expedient(), "{size}");
    }
}

#[test]
fn c2_a_bloc_can_cost_its_larger_member_and_weigh_less_than_its_parts() {
    // Germany and Malta by unanimity: Malta gains what Germany loses, and more.
    let union = bodies::eu_lisbon();
    let uneven = Alliance::new(vec![0, 26], Rule::unanimity(2)).unwrap();
    let report = uneven.report(&union).unwrap();
    assert!(report.allies[0].allied < report.allies[0].alone);
    assert!(report.allies[1].allied > report.allies[1].alone);
    assert_eq!(report.bloc, report.sum_alone);
    // Five elected members lose a little together, seven more.
    let council = bodies::security_council();
    for size in [6, 7, 8] {
        let bloc =
            Alliance::new((5..5 + size).collect(), Rule::majority(size)).unwrap();
        let report = bloc.report(&council).unwrap();
        assert!(report.bloc < report.sum_alone);
    }
}

/// Two states that must agree, and brokers without a vote.
fn enemies_and_brokers(brokers: usize) -> Body {
    let n = 2 + brokers;
    Body::nameless(n, Rule::Weighted(Weighted::every(n, &[0, 1]).unwrap())).unwrap()
}

#[test]
fn c2b_a_broker_between_enemies_earns_as_much_as_they() {
    let through = Ties::new(3, &[(0, 2), (1, 2)]).unwrap();
    let value = through.myerson(&enemies_and_brokers(1)).unwrap();
    assert_eq!(value, [ratio(1, 3), ratio(1, 3), ratio(1, 3)]);
    // Of three voters of whom two are enough, the voteless broker gets half.
    let rule = Weighted::new(2, vec![1, 1, 1, 0]).unwrap();
    let three = Body::nameless(4, Rule::Weighted(rule)).unwrap();
    let star = Ties::new(4, &[(3, 0), (3, 1), (3, 2)]).unwrap();
    assert_eq!(star.myerson(&three).unwrap()[3], ratio(1, 2));
}

#[test]
fn luxembourg_as_the_only_channel_of_the_six_is_worth_seven_twentieths() {
    let spokes: Vec<_> = (0..5).map(|other| (other, 5)).collect();
    let value = Ties::new(6, &spokes).unwrap().myerson(&bodies::eec_1958()).unwrap();
    assert_eq!((&value[5], &value[0]), (&ratio(7, 20), &ratio(3, 20)));
}

#[test]
fn c2b_a_redundant_broker_is_worth_nothing_and_a_rival_broker_little() {
    let direct = Ties::all(3).unwrap();
    let value = direct.myerson(&enemies_and_brokers(1)).unwrap();
    assert_eq!(value[2], ratio(0, 1));
    let rivals = Ties::new(4, &[(0, 2), (1, 2), (0, 3), (1, 3)]).unwrap();
    let value = rivals.myerson(&enemies_and_brokers(2)).unwrap();
    assert_eq!(value, [ratio(5, 12), ratio(5, 12), ratio(1, 12), ratio(1, 12)]);
}

// ---------------------------------------------------------------- bad input, edges

#[test]
fn what_is_no_simple_game_is_refused() {
    assert_eq!(Weighted::new(0, vec![1]), Err(RuleError::QuotaZero));
    // Peers return zeros here.
    let told = Weighted::new(4, vec![1, 2]).unwrap_err();
    assert_eq!(told, RuleError::QuotaUnreachable { quota: 4, total: 3 });
    assert_eq!(Weighted::new(1, vec![u64::MAX, 1]), Err(RuleError::WeightOverflow));
    assert_eq!(Weighted::new(1, vec![u64::MAX]), Err(RuleError::WeightOverflow));
    assert!(Weighted::new(u64::MAX - 1, vec![u64::MAX - 2, 1]).is_ok());
    assert_eq!(Weighted::new(1, vec![]), Err(RuleError::NoMembers));
    let short = Rule::Weighted(Weighted::new(1, vec![1, 1]).unwrap());
    let told = Body::nameless(3, short).unwrap_err();
    assert_eq!(told, RuleError::LengthMismatch { members: 3, found: 2 });
    assert_eq!(Body::nameless(2, Rule::AtLeast(0)), Err(RuleError::QuotaZero));
    assert_eq!(
        Body::nameless(2, Rule::All(vec![])),
        Err(RuleError::NothingToCombine)
    );
    assert_eq!(
        bodies::eec_1958().merge(&[1, 1]),
        Err(RuleError::NoSuchMember { last: 5, found: 1 })
    );
    assert!(
        serde_json::from_str::<Weighted>(r#"{"quota":9,"weights":[1]}"#).is_err()
    );
    assert!(
        serde_json::from_str::<Body>(r#"{"members":[],"rule":{"at-least":1}}"#)
            .is_err()
    );
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
    let body = Body::nameless(150, Rule::AtLeast(100)).unwrap();
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
    let refused = CountError::TooManyCases { most: 2_000_000 };
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
    assert_eq!(told, RuleError::NoSuchMember { last: 31, found: 33 });
    let body = Body::nameless(21, Rule::majority(21)).unwrap();
    let told = Ties::all(21).unwrap().myerson(&body).unwrap_err();
    assert_eq!(told, CountError::TooManyMembers { most: 20, found: 21 });
}

#[test]
fn a_body_survives_the_trip_through_json() {
    for entry in bodies::CATALOGUE {
        let body = (entry.body)();
        let text = serde_json::to_string(&body).unwrap();
        assert_eq!(
            serde_json::from_str::<Body>(&text).unwrap(),
            body,
            "{}",
            entry.name
        );
    }
}

#[test]
fn ties_refuse_a_body_in_which_two_separate_coalitions_win() {
    let loose = Body::nameless(4, Rule::AtLeast(1)).unwrap();
    assert_eq!(Ties::all(4).unwrap().myerson(&loose), Err(CountError::Improper));
}

#[test]
fn extremes_do_not_panic() {
    let one = weighted(1, &[1]);
    assert_eq!(tally(&one).role(0), Role::Dictator);
    assert_eq!(tally(&one).shapley_shubik(), [ratio(1, 1)]);
    let huge = weighted(u64::MAX - 1, &[u64::MAX / 2, u64::MAX / 2, 0]);
    assert_eq!(tally(&huge).role(2), Role::Null);
    let heads = Body::nameless(200, Rule::AtLeast(134)).unwrap();
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
}

#[test]
fn a_thousand_simulated_councils_wait_as_long_as_the_formula_says() {
    let council = bodies::security_council();
    let mut rng = seeded(1965);
    let runs = 4000;
    let mut sum = 0.0;
    for _ in 0..runs {
        let mut ready: Vec<(f64, usize)> =
            (0..15).map(|m| (-libm::log1p(-unit(&mut rng)), m)).collect();
        ready.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut yes = [false; 15];
        for (time, member) in ready {
            yes[member] = true;
            if council.wins(&yes) {
                sum += time;
                break;
            }
        }
    }
    // Standard deviation about 1.2, so of the mean .019; four of them.
    assert!((sum / f64::from(runs) - wait(&council)).abs() < 0.08);
}

// ---------------------------------------------------------------- properties

fn leaf(n: usize) -> impl Strategy<Value = Rule> {
    let weights = prop::collection::vec(0_u64..12, n);
    prop_oneof![
        (1..=n as u64).prop_map(Rule::AtLeast),
        (weights, 0_u64..1000).prop_filter_map("some weight", |(weights, part)| {
            let total: u64 = weights.iter().sum();
            let quota = 1 + part * total / 1000;
            Weighted::new(quota.min(total), weights).ok().map(Rule::Weighted)
        }),
    ]
}

fn rule(n: usize) -> impl Strategy<Value = Rule> {
    leaf(n).prop_recursive(2, 6, 3, |inner| {
        let parts = prop::collection::vec(inner, 1..=3);
        prop_oneof![parts.clone().prop_map(Rule::All), parts.prop_map(Rule::Any)]
    })
}

fn any_body(most: usize) -> impl Strategy<Value = Body> {
    (1..=most).prop_flat_map(rule_body)
}

fn rule_body(n: usize) -> impl Strategy<Value = Body> {
    rule(n).prop_map(move |rule| Body::nameless(n, rule).unwrap())
}

fn same(a: &Tally, b: &Tally, n: usize) {
    assert_eq!(a.winning_by_size(), b.winning_by_size());
    for member in 0..n {
        assert_eq!(a.swings(member), b.swings(member), "member {member}");
    }
    assert_eq!(a.shapley_shubik(), b.shapley_shubik());
}

fn total(indices: &[Exact]) -> Exact {
    indices.iter().sum()
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
        let body = Body::nameless(n, Rule::Any(vec![both, Rule::AtLeast(more)])).unwrap();
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
        let body = Body::nameless(50, Rule::Weighted(rule.clone())).unwrap();
        let exact = Tally::by_layers(&body).unwrap();
        let decimals = Estimate::of(&body).unwrap();
        for member in 0..50 {
            close(decimals.banzhaf()[member], decimal(&exact.banzhaf(member)), 1e-12);
        }
        prop_assert_eq!(exact_swings(&rule, 7).unwrap(), exact.swings(7));
        prop_assert_eq!(total(&exact.shapley_shubik()), ratio(1, 1));
    }

    #[test]
    fn indices_share_out_the_whole(body in any_body(9)) {
        let tally = tally(&body);
        prop_assert_eq!(total(&tally.shapley_shubik()), ratio(1, 1));
        prop_assert_eq!(total(&tally.normalised()), ratio(1, 1));
        let survey = Survey::of(&body).unwrap();
        for indices in [survey.johnston(), survey.deegan_packel(), survey.public_good()] {
            prop_assert_eq!(total(&indices), ratio(1, 1));
        }
        let roll_call = Assembly::from(&body);
        prop_assume!(body.len() <= 6);
        prop_assert_eq!(total(&roll_call.roll_call(Choices::Three).unwrap()), ratio(1, 1));
        let two = roll_call.roll_call(Choices::Two).unwrap();
        prop_assert_eq!(two, tally.shapley_shubik());
    }

    #[test]
    fn identities_of_swings(body in any_body(9)) {
        let tally = tally(&body);
        let winning = tally.winning();
        for member in 0..body.len() {
            let swings = tally.swings(member);
            // Every swing count has the parity of the winning coalitions.
            prop_assert_eq!(swings.bit(0), winning.bit(0));
            let pb = tally.banzhaf(member);
            prop_assert_eq!(tally.rae(member), (ratio(1, 1) + &pb) / ratio(2, 1));
            // Banzhaf is the harmonic mean of preventing and initiating.
            let (prevent, initiate) = (tally.prevent(member), tally.initiate(member));
            if swings > BigUint::ZERO {
                let two = ratio(2, 1);
                let mean = two / (prevent.recip() + initiate.recip());
                prop_assert_eq!(mean, pb);
            }
            prop_assert_eq!(body.has_veto(member), tally.prevent(member) == ratio(1, 1));
        }
    }

    #[test]
    fn the_blocking_body_has_the_same_power(body in any_body(9)) {
        let (here, there) = (tally(&body), tally(&body.dual()));
        prop_assert_eq!(here.shapley_shubik(), there.shapley_shubik());
        prop_assert_eq!(here.normalised(), there.normalised());
        prop_assert_eq!(body.dual().dual().rule().clone(), body.dual().dual().dual().dual().rule().clone());
    }

    #[test]
    fn a_bloc_of_two_has_the_power_of_the_two(body in any_body(9), a in 0_usize..9, b in 0_usize..9) {
        let n = body.len();
        let (a, b) = (a % n, b % n);
        prop_assume!(a != b);
        let before = tally(&body);
        let merged = tally(&body.merge(&[a, b]).unwrap());
        prop_assert_eq!(merged.banzhaf(a.min(b)), before.banzhaf(a) + before.banzhaf(b));
    }

    #[test]
    fn a_silent_member_changes_nothing(
        weights in prop::collection::vec(0_u64..9, 2..9), over in 1_u64..8, at in 0_usize..9,
    ) {
        prop_assume!(weights.iter().sum::<u64>() > 0);
        let quota = Weighted::share(over, 8, weights.clone()).unwrap().quota();
        let mut more = weights.clone();
        let at = at % (weights.len() + 1);
        more.insert(at, 0);
        let (few, many) = (tally(&weighted(quota, &weights)), tally(&weighted(quota, &more)));
        prop_assert_eq!(many.role(at), Role::Null);
        for member in 0..weights.len() {
            let moved = member + usize::from(member >= at);
            prop_assert_eq!(few.banzhaf(member), many.banzhaf(moved));
            prop_assert_eq!(&few.shapley_shubik()[member], &many.shapley_shubik()[moved]);
            prop_assert_eq!(&few.normalised()[member], &many.normalised()[moved]);
        }
    }

    #[test]
    fn heavier_members_have_no_less_power(
        weights in prop::collection::vec(0_u64..20, 2..9), over in 1_u64..8,
    ) {
        prop_assume!(weights.iter().sum::<u64>() > 0);
        let quota = Weighted::share(over, 8, weights.clone()).unwrap().quota();
        let body = weighted(quota, &weights);
        let (tally, survey) = (tally(&body), Survey::of(&body).unwrap());
        let (shapley, johnston) = (tally.shapley_shubik(), survey.johnston());
        for a in 0..weights.len() {
            for b in (0..weights.len()).filter(|&b| weights[a] >= weights[b]) {
                prop_assert!(shapley[a] >= shapley[b]);
                prop_assert!(tally.swings(a) >= tally.swings(b));
                prop_assert!(johnston[a] >= johnston[b]);
            }
        }
    }

    #[test]
    fn a_gift_of_weight_never_hurts_if_the_others_and_the_quota_stay(
        weights in prop::collection::vec(0_u64..20, 2..9), over in 1_u64..8, gift in 1_u64..20,
    ) {
        prop_assume!(weights.iter().sum::<u64>() > 0);
        let quota = Weighted::share(over, 8, weights.clone()).unwrap().quota();
        let mut richer = weights.clone();
        richer[0] += gift;
        let (before, after) = (tally(&weighted(quota, &weights)), tally(&weighted(quota, &richer)));
        prop_assert!(after.banzhaf(0) >= before.banzhaf(0));
        prop_assert!(after.shapley_shubik()[0] >= before.shapley_shubik()[0]);
    }

    #[test]
    fn scale_and_order_do_not_matter(
        weights in prop::collection::vec(0_u64..20, 2..9), over in 1_u64..8, by in 1_u64..9,
    ) {
        prop_assume!(weights.iter().sum::<u64>() > 0);
        let quota = Weighted::share(over, 8, weights.clone()).unwrap().quota();
        let scaled: Vec<u64> = weights.iter().rev().map(|w| w * by).collect();
        let (here, there) = (tally(&weighted(quota, &weights)), tally(&weighted(quota * by, &scaled)));
        let mut back = there.shapley_shubik();
        back.reverse();
        prop_assert_eq!(here.shapley_shubik(), back);
    }

    #[test]
    fn all_of_narrows_and_any_of_widens(a in rule(7), b in rule(7)) {
        let count = |rule: Rule| tally(&Body::nameless(7, rule).unwrap()).winning();
        let (one, other) = (count(a.clone()), count(b.clone()));
        let both = count(Rule::All(vec![a.clone(), b.clone()]));
        let either = count(Rule::Any(vec![a, b]));
        prop_assert!(both <= one && both <= other);
        prop_assert!(either >= one && either >= other);
        prop_assert_eq!(both + either, one + other);
    }

    #[test]
    fn one_more_yes_never_hurts(body in any_body(9), seed in any::<u64>()) {
        let mut rng = seeded(seed);
        let mut yes = vec![false; body.len()];
        let mut won = false;
        for _ in 0..40 {
            let member = usize::try_from(below(&mut rng, body.len() as u64)).unwrap();
            yes[member] = true;
            prop_assert!(!won || body.wins(&yes));
            won = body.wins(&yes);
        }
    }

    #[test]
    fn waiting_is_shorter_under_an_easier_rule(a in rule(7), b in rule(7)) {
        let mean = |rule: Rule| tally(&Body::nameless(7, rule).unwrap()).mean_wait();
        let both = mean(Rule::All(vec![a.clone(), b.clone()]));
        let either = mean(Rule::Any(vec![a.clone(), b]));
        prop_assert!(either <= mean(a.clone()) && mean(a) <= both);
    }

    #[test]
    fn every_tie_makes_a_brokered_body_no_weaker_at_its_ends(
        pairs in prop::collection::vec((0_usize..5, 0_usize..5), 0..7), heads in 3_u64..=5,
    ) {
        let body = Body::nameless(5, Rule::AtLeast(heads)).unwrap();
        let pairs: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
        let value = |pairs: &[(usize, usize)]| Ties::new(5, pairs).unwrap().myerson(&body).unwrap();
        let Some((&(a, b), rest)) = pairs.split_last() else { return Ok(()) };
        let (before, after) = (value(rest), value(&pairs));
        prop_assert!(after[a] >= before[a]);
        // Myerson's fairness: a tie is worth the same to both ends.
        prop_assert_eq!(&after[a] - &before[a], &after[b] - &before[b]);
        prop_assert_eq!(Ties::all(5).unwrap().myerson(&body).unwrap(), tally(&body).shapley_shubik());
    }
}

#[test]
fn consensus_that_needs_one_yes_loses_the_silence_of_all() {
    let rule = BallotRule::All(vec![
        BallotRule::Yes(Weighted::new(1, vec![1; 5]).unwrap()),
        BallotRule::Unless(Weighted::new(1, vec![1; 5]).unwrap()),
    ]);
    let members = (1..=5).map(|k| k.to_string()).collect();
    let power = Assembly::new(members, rule).unwrap().power(Choices::Three).unwrap();
    assert_eq!(power.power_to_act(), &ratio(32 - 1, 243));
}

/// The demo on a file of these lines, as JSON; what it says where it refuses.
fn demo_on(name: &str, lines: &str) -> Result<Value, String> {
    let path = format!("{}/{name}.toml", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, lines).unwrap();
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--example", "voting", "--", "--json", "--file"]);
    cargo.arg(&path).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.output().unwrap();
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    let mut told: Value = serde_json::from_slice(&output.stdout).unwrap();
    Ok(told["results"][0].take())
}

/// Three members with these shares.
fn shares(rule: &str, shares: [&str; 3]) -> String {
    let member = |(name, share): (usize, &str)| {
        format!("[[member]]\nname = \"M{name}\"\nshare = {share}\n")
    };
    let members: String = shares.into_iter().enumerate().map(member).collect();
    format!("name = \"Shares\"\nrule = {rule}\n{members}")
}

#[test]
fn the_demo_takes_shares_with_decimals_exactly() {
    let rule = r#"{ sum = "share", quota = 0.3 }"#;
    // In floats 0.1 + 0.2 is not 0.3 but more, and 0.7 + 0.1 less than 0.8.
    let decimals = demo_on("voting-a", &shares(rule, ["0.1", "0.20", "0"])).unwrap();
    let whole = rule.replace("0.3", "3");
    let whole = demo_on("voting-b", &shares(&whole, ["1", "2", "0"])).unwrap();
    assert_eq!(decimals, whole);
    assert_eq!(decimals["power_to_act"]["exact"], "1/4");
    let rule = r#"{ sum = "share", quota = 0.8 }"#;
    let body = demo_on("voting-c", &shares(rule, ["0.7", "0.1", "0.05"])).unwrap();
    assert_eq!(body["power_to_act"]["exact"], "1/4");
    // A share of the sum: three fifths of 10 are the 6 of two members.
    let rule = r#"{ sum = "share", percent = 60 }"#;
    let body = demo_on("voting-d", &shares(rule, ["2.5", "3.5", "4"])).unwrap();
    assert_eq!(body["power_to_act"]["exact"], "1/2");
    for (bad, told) in [
        ("-2.5", "expected a number of 0 or more"),
        ("nan", "expected a number of 0 or more"),
        ("0.00000000000000000001", "expected numbers below 2^64"),
    ] {
        let error = demo_on("voting-e", &shares(rule, ["2.5", "3.5", bad]));
        let error = error.unwrap_err();
        assert!(error.contains(told), "{error}");
    }
}
