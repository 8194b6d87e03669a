//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&pact(10, 0.25));
    survives(&three());
    survives(&Club::EXAMPLE);
    survives(&adapting(2.0));
    survives(&Timing::Together);
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Pact>(&["[10, 0.25]"], "{ countries = 10, stakes = 0.25 }");
    comes_by_name::<Country>(&["[1, 2]"], "{ benefit = 1, cost = 2 }");
    comes_by_name::<Adaptation>(
        &["[3, 5, 0]"],
        "{ damage = 3, cost = 5, spill = 0 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let told = Pact::new(1, size(1.0)).unwrap_err().to_string();
    assert_eq!(told, "expected 2 to 10000 countries, found 1");
    assert!(Pact::new(10_001, size(1.0)).is_err());
    let told = Pact::new(10, size(1e7)).unwrap_err().to_string();
    assert!(told.contains("stakes between 0.000001 and 1000000"), "{told}");
    assert!(pact(10, 1.0).adapted(share(1.0)).is_err());
    assert_eq!(
        Unlike::of(&[(1.0, 1.0)]),
        Err(ClimateError::Count { what: "countries", least: 2, most: 20, found: 1 })
    );
    assert!(Unlike::of(&[(1.0, 1.0); 21]).is_err());
    assert!(Unlike::of(&[(0.0, 1.0); 2]).is_err());
    for bad in [1e31, 1e-31] {
        let told = Unlike::of(&[(1.0, 1.0), (1.0, bad)]).unwrap_err().to_string();
        assert!(told.contains("between 1e-30 and 1e30"), "{told}");
        assert!(Unlike::of(&[(bad, 1.0), (1.0, 1.0)]).is_err());
    }
    refused::<Pact>(r#"{"countries":1,"stakes":1}"#);
    refused::<Unlike>(r#"{"countries":[]}"#);
}

#[test]
fn the_ends_of_the_domains_answer() {
    // Two countries, and the most extreme stakes.
    for stakes in [1e-6, 1e6] {
        assert!(!pact(2, stakes).stable(Timing::Leader).is_empty());
        let all = pact(10_000, stakes).outcome(10_000, Timing::Leader);
        assert!(all.total.is_finite() && all.all_gain.is_finite());
    }
    // Payoffs that agree in every digit are told apart all the same.
    for (countries, stakes, size) in
        [(10_000, 1e-3, 911), (10_000, 0.01, 101), (10_000, 1e6, 2)]
    {
        assert_eq!(pact(countries, stakes).stable(Timing::Leader), [size]);
    }
    assert_eq!(pact(10_000, 1e-6).stable(Timing::Leader), [9902]);
    let far = Unlike::of(&[(1e30, 1e-30), (1e-30, 1e30), (1.0, 1.0)]).unwrap();
    assert!(far.best_with_transfers().all_gain.is_finite());
    // Nobody in, somebody named twice.
    close(three().gains(&[]).iter().sum(), 30.0, ROUNDING);
    assert_eq!(three().gains(&[0, 0, 1]), three().gains(&[0, 1]));
    assert_eq!(three().transfers(&[1, 1, 0]).len(), 2);
    assert!(three().transfers(&[]).is_empty());
    // A tariff that costs nothing, a price that costs nothing.
    let idle = Club { loss: share(0.0), ..Club::EXAMPLE };
    assert_eq!(idle.least_tariff(amount(25.0)), None);
    assert_eq!(idle.critical_mass(amount(25.0), share(0.03)), None);
    assert_eq!(idle.least_tariff(amount(4.0)), Some(share(0.0)));
    assert_eq!(Club::EXAMPLE.least_tariff(amount(2.0)), Some(share(0.0)));
    let nobody = Club { countries: 0, ..Club::EXAMPLE };
    assert_eq!(nobody.stable(amount(25.0), share(0.1)), [0]);
    close(herd_threshold(Rate::new(0.0).unwrap()).value(), 0.0, 0.0);
    let ruin = Adaptation { damage: amount(9.0), ..adapting(0.0) };
    close(ruin.own().value(), 1.0, 0.0);
}

#[test]
fn the_demo_reads_countries_and_refuses_with_a_reason() {
    let own =
        told(&["climate", "--", "--file", "examples/data/climate.csv"]).unwrap();
    assert!(own.contains("Large, Middle, Desert, Forest can be held"), "{own}");
    let at_once = told(&["climate", "--", "--stakes", "10", "--together"]).unwrap();
    assert!(at_once.contains("all at once"), "{at_once}");
    for (arguments, reason) in [
        (vec!["--stakes", "0"], "a size above 0"),
        (vec!["--stakes", "1", "--countries", "1"], "2 to 10000 countries, found 1"),
        (vec!["--club", "25"], "--club: expected 2 numbers, found 1"),
        (vec!["--club", "25,3"], "found 3"),
        (vec!["--together"], "--stakes"),
    ] {
        let mut all = vec!["climate", "--"];
        all.extend(&arguments);
        let refusal = told(&all).unwrap_err();
        assert!(refusal.contains(reason), "{arguments:?}: {refusal}");
    }
}
