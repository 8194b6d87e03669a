//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&shares(&[0.5, 0.25, 0.25]));
    survives(&PoleRule::CUSTOMARY);
    survives(&state(&[Some(3.0), None, Some(0.0)]));
    for power in Power::ALL {
        survives(&power);
    }
    for part in Part::ALL {
        survives(&part);
    }
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<PoleRule>(
        &["[0.5, 0.25, 0.05]"],
        "{ unipole = 0.5, pole = 0.25, floor = 0.05 }",
    );
    comes_by_name::<Components>(&["[1, 2, 3]"], "{ spending = 1, towns = 2 }");
}

#[test]
fn refusals_say_what_was_expected() {
    let told = refused::<PoleRule>(r#"{"unipole":0.2,"pole":0.25,"floor":0.05}"#);
    assert!(told.contains("expected a floor of at most 0.25"), "{told}");
    let told = refused::<Shares>("[]");
    assert!(told.contains("expected 1 to 1000 powers, found 0"), "{told}");
    assert!(refused::<Shares>("[0, 0]").contains("found nothing at all"));
    refused::<Shares>("[1, -1]");
    refused::<Components>(r#"{"spending":-1}"#);
    let told = minimal_winning(&equals(21)).unwrap_err();
    assert_eq!(told, PolarityError::Count { most: 20, found: 21 });
    let time = |t| Time::new(t).unwrap();
    assert!(quiet_by_chance(1, time(2.0), time(1.0)).is_err());
    assert!(quiet_by_chance(1, time(0.0), time(0.0)).is_err());
    assert!(gap_by_chance(61, time(1.0), time(2.0)).is_err());
    assert!(gap_by_chance(1, time(2.0), time(1.0)).is_err());
    assert!("Prussia".parse::<Power>().is_err());
}

#[test]
fn the_ends_of_the_domains_answer() {
    assert_eq!(equals(1).concentration(), None);
    close(equals(1).effective_number(), 1.0, 0.0);
    close(equals(1000).concentration().unwrap(), 0.0, 1e-6);
    let huge = shares(&[1e150, 1e-150, 0.0]);
    close(huge.concentration().unwrap(), 1.0, ROUNDING);
    let tiny = shares(&[5e-324, 5e-324]);
    close(tiny.concentration().unwrap(), 0.0, ROUNDING);
    assert!(cinc(&[]).is_empty() && ginc(&[]).is_empty());
    assert_eq!(cinc(&[Components::NONE]), [0.0]);
    assert_eq!(ginc(&[Components::NONE]), [None]);
    let speck = state(&[Some(5e-324), Some(1.0)]);
    assert!(cinc(&[speck, speck]).iter().all(|x| x.is_finite()));
    // All parts of one state: the geometric mean of six tiny shares is still one.
    let (small, large) = (state(&[Some(1e-100); 6]), state(&[Some(1e100); 6]));
    close(ginc(&[small, large])[0].unwrap(), 1e-200, 1e-205);
    for year in [1815, 2023] {
        assert!(majors(year, Index::Capability).is_none());
    }
    assert_eq!(disputes(2011), None);
    // Every year from the first to the last is there, and so is everybody.
    for year in 1816..=2022 {
        let majors = majors(year, Index::Capability).unwrap();
        assert!((4..=8).contains(&majors.powers.len()), "{year}");
    }
    // Austria's spending of 1816 is not known.
    assert_eq!(majors(1816, Index::Spending).unwrap().powers.len(), 4);
}
