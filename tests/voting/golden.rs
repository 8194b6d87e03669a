//! The golden table.

use super::*;

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
        let member = body.find(name).unwrap_or_else(|| panic!("no member {name}"));
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
    let body = nameless(27, Rule::Weighted(people));
    assert_eq!(tally(&body).winning(), 24_698_909_u32.into());
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
    close(power(nameless(27, Rule::majority(27))).0, 0.154_981, 1e-5);
}

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
fn jagiellonian_compromise_2024() {
    let rule = square_root_rule(&bodies::populations_2024()).unwrap();
    let share = rule.quota() as f64 / rule.total() as f64;
    close(share, 0.615_82, 1e-5);
    let body = nameless(27, Rule::Weighted(rule.clone()));
    let tally = tally(&body);
    for (power, weight) in tally.normalised().iter().zip(rule.weights()) {
        let weight = *weight as f64 / rule.total() as f64;
        close(decimal(power), weight, 0.0029);
    }
    close(decimal(&tally.power_to_act()), 0.1630, 1e-3);
}
