//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&counts(20, 305));
    survives(&table(counts(662, 3_118), counts(491, 1_374)));
    survives(&cell(&[1.0, 0.5], counts(3, 10)));
    survives(&dependence(3.0, 2.0, -1.0));
    survives(&rebels(10.0, 1.25));
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Counts>(&["[20, 305]"], "{ events = 20, cases = 305 }");
    comes_by_name::<Dependence>(
        &["[3, 2, 0]"],
        "{ gain = 3, cut_off = 2, war = 0 }",
    );
    comes_by_name::<Rebels>(&["[10, 1]"], "{ prize = 10, wage = 1 }");
}

#[test]
fn refusals_say_what_was_expected() {
    let told = refused::<Counts>(r#"{"events":3,"cases":2}"#);
    assert!(told.contains("no more events than cases, found 3 of 2"), "{told}");
    refused::<Counts>(r#"{"events":0,"cases":0}"#);
    assert!(counts(1, u32::MAX).and(counts(1, 1)).is_err());
    let fit = |cells: &[Cell]| Fit::of(cells).unwrap_err();
    assert_eq!(
        fit(&[]),
        PeaceError::Count { what: "cells", most: 10_000, found: 0 }
    );
    let uneven = [cell(&[1.0], counts(1, 2)), cell(&[], counts(1, 2))];
    assert_eq!(fit(&uneven), PeaceError::Features { expected: 1, found: 0 });
    // A feature that all have.
    let same = [cell(&[1.0], counts(1, 9)), cell(&[1.0], counts(5, 9))];
    assert_eq!(fit(&same), PeaceError::Separated);
    // One that tells all events from all absences.
    let sure = [cell(&[0.0], counts(0, 9)), cell(&[1.0], counts(9, 9))];
    assert_eq!(fit(&sure), PeaceError::Separated);
    // A sum of two others.
    let sum = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)];
    let sum = sum.map(|(x, y)| cell(&[x, y, x + y], counts(3, 10)));
    assert_eq!(fit(&sum), PeaceError::Separated);
    // Nothing ever came.
    assert_eq!(fit(&[cell(&[], counts(0, 9))]), PeaceError::Separated);
    assert!(Fit::of(&vec![cell(&[0.0; 31], counts(1, 2)); 2]).is_err());
}

#[test]
fn the_ends_of_the_domains_answer() {
    let only = Fit::of(&[cell(&[], counts(1, 2))]).unwrap();
    close(only.constant(), 0.0, ROUNDING);
    assert_eq!((only.effects().len(), only.freedom()), (0, 0));
    // A cell in which nothing came, and one in which it always did, count like others.
    let ends = [
        (0.0, counts(0, 9)),
        (1.0, counts(4, 9)),
        (2.0, counts(9, 9)),
        (0.5, counts(3, 9)),
    ];
    let fit = Fit::of(&ends.map(|(x, own)| cell(&[x], own))).unwrap();
    assert!(fit.deviance() > 0.1 && fit.deviance() < 20.0);
    assert_eq!(table(counts(0, 5), counts(3, 5)).odds_ratio(), None);
    assert_eq!(table(counts(5, 5), counts(3, 5)).odds_ratio(), None);
    assert_eq!(pooled_odds(&[]), None);
    let [low, high] = counts(1, 1).interval(chance(0.05)).map(Probability::value);
    close(low, 0.025, 1e-9);
    close(high, 1.0, 0.0);
    let large = counts(2_000_000, 4_000_000).interval(chance(0.05));
    assert!(large[0] < chance(0.5) && chance(0.5) < large[1]);
    assert!(pairs::where_trade(|_| false).is_none());
    assert!(dependence(1e150, 1e150, 1e150).threshold().is_some());
}
