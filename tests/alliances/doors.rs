//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    let owed: Obligations = "DNC".parse().unwrap();
    let json = survives(&owed);
    assert_eq!(json, r#"["defence","neutrality","consultation"]"#);
    survives(&row(&[3, 0, 1]));
    survives(&Call::of_heads(&[0, 2, 1]).unwrap());
    survives(&allies(12, 0.75, 0.5));
    survives(&burden(&[10.0, 5.0, 1.0], 0.5));
    for scale in Scale::ALL {
        survives(&scale);
    }
    for distance in DISTANCES {
        survives(&distance);
    }
}

const DISTANCES: [Distance; 3] = Distance::ALL;

#[test]
fn structs_come_by_name() {
    comes_by_name::<Allies>(
        &["[12, 0.75, 0.5]"],
        "{ count = 12, kept = 0.75, together = 0.5 }",
    );
    comes_by_name::<Burden>(
        &["[[10, 5], 0.5]"],
        "{ incomes = [10, 5], taste = 0.5 }",
    );
    comes_by_name::<Portfolio>(&["[[3, 0], 3]"], "{ levels = [3, 0], highest = 3 }");
    comes_by_name::<Member>(&["[1, 0]"], "{ strength = 1, waits_for = 0 }");
}

#[test]
fn obligations_are_letters_in_any_order_and_nothing_else() {
    let owed: Obligations = " cxd ".parse().unwrap();
    assert_eq!(owed.to_string(), "DXC");
    // Said twice is owed once.
    let twice = Obligations::of(&[Obligation::Defence, Obligation::Nonaggression]);
    assert_eq!("DdX".parse(), Ok(twice));
    assert_eq!("-".parse(), Ok(Obligations::NONE));
    assert_eq!(Obligations::NONE.to_string(), "-");
    for text in ["", "DZ", "D-", "1"] {
        let told = text.parse::<Obligations>().unwrap_err().to_string();
        assert!(told.starts_with("expected letters of D, O, N, X and C"), "{told}");
    }
    let defense: Obligation = "defense".parse().unwrap();
    assert_eq!(defense, Obligation::Defence);
    // Every obligation has a level on every scale, and the letters tell them apart.
    for (at, one) in Obligation::ALL.into_iter().enumerate() {
        let owed = Obligations::of(&[one, one]);
        assert_eq!(owed.iter().collect::<Vec<_>>(), [one]);
        for scale in Scale::ALL {
            assert!((1..=scale.highest()).contains(&owed.level(scale)));
        }
        assert!(Obligation::ALL[..at].iter().all(|o| o.letter() != one.letter()));
    }
    let levels =
        |scale| Obligation::ALL.map(|one| Obligations::of(&[one]).level(scale));
    assert_eq!(levels(Scale::Cow), [3, 3, 2, 2, 1]);
    assert_eq!(levels(Scale::Atop), [3, 3, 2, 1, 2]);
}

#[test]
fn refusals_say_what_was_expected() {
    let told = refused::<Portfolio>(r#"{"levels":[0,4],"highest":3}"#);
    assert!(told.contains("expected levels from 0 to 3, found 4"), "{told}");
    refused::<Portfolio>(r#"{"levels":[],"highest":3}"#);
    refused::<Portfolio>(r#"{"levels":[0],"highest":0}"#);
    let told = refused::<Allies>(r#"{"count":0,"kept":0.5,"together":0}"#);
    assert!(told.contains("expected 1 to 1000 allies, found 0"), "{told}");
    refused::<Burden>(r#"{"incomes":[],"taste":0.5}"#);
    refused::<Burden>(r#"{"incomes":[1],"taste":1}"#);
    refused::<Call>(r#"{"members":[]}"#);
    refused::<Obligations>(r#"["attack"]"#);
    let pair = |one: &[u8], other: &[u8]| {
        let (one, other) = (row(one), row(other));
        Comparison::of(&one, &other).map(|_| ())
    };
    let uneven = |what, expected, found| {
        Err(AlliancesError::Uneven { what, expected, found })
    };
    assert_eq!(pair(&[0, 1], &[0]), uneven("targets", 2, 1));
    let votes = Portfolio::new(vec![1], 2).unwrap();
    let told = Comparison::of(&votes, &row(&[1])).map(|_| ());
    assert_eq!(told, uneven("levels", 2, 3));
    let (one, other) = (row(&[0, 3]), row(&[3, 0]));
    let pair = Comparison::of(&one, &other).unwrap();
    let weighted =
        |weights: &[f64]| pair.s_weighted(&amounts(weights), Distance::Absolute);
    assert_eq!(weighted(&[0.0, 0.0]), Err(AlliancesError::NoWeight));
    assert!(weighted(&[1.0]).is_err());
    assert!(similarities(&[]).is_err());
    assert!(similarities_weighted(&[one, other], &[]).is_err());
    let mut two = Pledges::new(2).unwrap();
    assert!(Pledges::new(0).is_err() && Pledges::new(1001).is_err());
    let told = two.promise(1, 1, Obligations::NONE).unwrap_err().to_string();
    assert_eq!(told, "expected a pledge between two states, found state 1 twice");
    let told = two.sign(&[0, 2], Obligations::NONE).unwrap_err().to_string();
    assert_eq!(told, "expected a state from 0 to 1, found 2");
    assert!(two.sign(&[0, 0], Obligations::NONE).is_err());
    assert!(two.portfolio(2, Scale::Any).is_err());
}

#[test]
fn the_ends_of_the_domains_answer() {
    assert_eq!(acting(&[5, 5]), 0);
    assert!(Call::of_heads(&[0]).unwrap().without(0).is_none());
    close(allies(1, 0.0, 1.0).at_least(1), 0.0, 0.0);
    close(allies(1000, 1.0, 0.0).at_least(1000), 1.0, 0.0);
    close(allies(3, 0.5, 0.0).at_least(0), 1.0, 0.0);
    close(allies(3, 0.5, 0.0).at_least(4), 0.0, 0.0);
    let poor = burden(&[0.0, 0.0], 0.5).equilibrium();
    assert_eq!((poor.payers(), poor.gifts().len()), (0, 2));
    close(burden(&[1e150], 0.5).equilibrium().total(), 5e149, 1e135);
    assert_eq!(spearman(&[]), None);
    let (one, two) = (Payoff::new(1.0).unwrap(), Payoff::new(2.0).unwrap());
    assert_eq!(spearman(&[(one, one), (one, two)]), None);
    assert_eq!(spearman(&[(one, one), (two, two), (one, one)]), Some(1.0));
}
