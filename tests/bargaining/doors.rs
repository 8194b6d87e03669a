//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&problem(&[(0.0, 1.0), (1.0, 0.0)], (0.25, 0.5)));
    survives(&offers([0.9, 0.8], [0.1, 0.2]));
    survives(&coalition(4, 0.15));
    survives(&issue(5.0, -3.0));
    survives(&ring(3));
    survives(&needs(0.6, 0.6));
    survives(&Wording { needs: needs(0.6, 0.6), readings: [share(0.65); 2] });
    survives(&Ratifiers { first: 3, second: 2 });
    survives(&Sanction {
        weight: RelativeWeight::new(0.5).unwrap(),
        sender: amount(0.2),
        target: amount(1.0),
    });
    survives(&showdown(0.4, 0.5, 1.0));
    survives(&Outcomes::IMPOSED);
    survives(&Contest::new(0.5, [0.1, 0.1]).unwrap());
    survives(&unknown(0.5, 0.1, 0.0, 0.4));
    survives(&shift(0.5, 0.5, 0.95));
    survives(&Guarantee { held: chance(0.5), leaves: chance(0.1) });
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Offers>(
        &["[[0.9, 0.9], [0.0, 0.0]]"],
        "{ patience = [0.9, 0.9], ways_out = [0.0, 0.0] }",
    );
    comes_by_name::<Coalition>(
        &["[4, 0.15, 0.9]", "[4, 0.15, 0.9, 1]"],
        "{ members = 4, each = 0.15, patience = 0.9 }",
    );
    comes_by_name::<Agenda>(&["[[[1.0]]]"], "{ issues = [[1.0, -2.0]] }");
    comes_by_name::<Problem>(
        &["[[], []]"],
        "{ disagreement = { first = 0, second = 0 }, deals = [{ first = 1, second = 1 }] }",
    );
    comes_by_name::<Unknown>(
        &["[0.5, 0.1, 0.0, 0.4]"],
        "{ odds = 0.5, cost = 0.1, least = 0.0, most = 0.4 }",
    );
    comes_by_name::<Ratifiers>(&["[1, 2]"], "{ first = 1, second = 2 }");
    comes_by_name::<Showdown>(
        &["[0.4, 0.5, 1.0]"],
        "{ bite = 0.4, surprise = 0.5, resolve = 1.0 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let said = |json: &str, refused: fn(&str) -> String| refused(json);
    let issues = said(r#"{"issues":[]}"#, refused::<Agenda>);
    assert!(issues.contains("expected 1 to 20 issues, found 0"), "{issues}");
    let parties = said(r#"{"issues":[[]]}"#, refused::<Agenda>);
    assert!(parties.contains("expected gains of 1 to 64 parties"), "{parties}");
    let uneven = said(r#"{"issues":[[1,2],[3]]}"#, refused::<Agenda>);
    assert!(uneven.contains("expected 2 gains in issue 2, found 1"), "{uneven}");
    let out =
        said(r#"{"members":7,"each":0.15,"patience":0.9}"#, refused::<Coalition>);
    assert!(out.contains("worth at most the pie, found 7 of 0.15 each"), "{out}");
    let bite =
        said(r#"{"bite":0.8,"surprise":0.5,"resolve":1}"#, refused::<Showdown>);
    assert!(bite.contains("at most 1, found 0.8 x (1 + 0.5)"), "{bite}");
    let range = said(
        r#"{"odds":0.5,"cost":0.1,"least":0.4,"most":0.4}"#,
        refused::<Unknown>,
    );
    assert!(range.contains("expected a least cost below the largest"), "{range}");
    let deals = r#"{"deals":[],"disagreement":{"first":0,"second":0}}"#;
    assert!(refused::<Problem>(deals).contains("expected at least one deal"));
    refused::<Needs>(r#"{"first":1.1,"second":0.5}"#);
    refused::<Offers>(r#"{"patience":[1.0,0.9],"ways_out":[0,0]}"#);
    refused::<Ratifiers>(r#"{"first":-1,"second":0}"#);
    let nan = Problem::of(&[(f64::NAN, 0.0)], (0.0, 0.0)).unwrap_err();
    assert!(matches!(nan, BargainingError::Number(_)));
    assert!(matches!(
        Agenda::new(vec![vec![Payoff::new(1.0).unwrap()]; 21]),
        Err(BargainingError::IssueCount { most: 20, found: 21 })
    ));
}

#[test]
fn the_largest_inputs_neither_overflow_nor_panic() {
    let sizes = [-1e150, -1.0, -1e-300, 0.0, 1e-300, 1.0, 1e150];
    let all = || sizes.iter().flat_map(|&u| sizes.iter().map(move |&v| (u, v)));
    for one in all() {
        assert!(side_payment(issue(one.0, one.1)).is_none_or(|(a, b)| a <= b));
        for other in all() {
            let pie = problem(&[one, other], (0.0, 0.0));
            for weight in [0.0, 0.5, 1.0] {
                if let Some((u, v)) = pair(pie.nash(share(weight))) {
                    assert!(u >= -1e134 && v >= -1e134, "{one:?} {other:?}");
                }
            }
            assert_eq!(pie.kalai_smorodinsky().is_some(), pie.is_open());
            exchange(issue(one.0, one.1), issue(other.0, other.1));
            let far = problem(&[one, other], (1e150, -1e150));
            assert_eq!(far.nash(share(0.5)).is_some(), far.is_open());
        }
    }
    let steps = [0.0, 1e-300, 0.5, 1.0 - f64::EPSILON / 2.0, 1.0];
    for a in steps {
        for b in steps {
            needs(a, b).halved();
            needs(a, b).bounded();
            needs(a, b).rewarded(share(b), share(a)).zone();
            for delta in [0.0, 1e-300, 0.5, 1.0 - f64::EPSILON / 2.0] {
                offers([delta, 0.5], [a, b]).division();
                offers([0.5, delta], [a, b]).division();
                offers([delta, delta], [a, b]).division();
                for cost in [0.0, 1.0, 1e150] {
                    let rivals = shift(a, cost, delta);
                    rivals.brings_war(chance(b));
                    let guarantee = Guarantee { held: chance(b), leaves: chance(a) };
                    guarantee.most_doubt(rivals, chance(b));
                }
                if let Ok(together) =
                    Coalition::new(3, share(a), Discount::new(delta).unwrap())
                {
                    together.share();
                    together.least_that_binds();
                }
            }
            if a < b {
                for odds in steps {
                    let contest = unknown(odds, a, a, b);
                    let all = [contest.values(), contest.known()].concat();
                    assert!(all.iter().all(|x| x.is_finite()), "{contest:?}");
                }
            }
            Contest::new(a, [b, b]).unwrap().range();
            if let Ok(game) = Showdown::new(share(a), share(b), chance(b)) {
                game.sanctions_work();
            }
        }
    }
    let many = Ratifiers { first: u32::MAX, second: u32::MAX };
    assert_eq!((many.one_in(), many.chance().value()), (None, 0.0));
    assert_eq!(Ratifiers { first: u32::MAX, second: 1 }.one_in(), Some(1 << 32));
    for weight in [0.0, 0.5, 1.0] {
        let weight = RelativeWeight::new(weight).unwrap();
        let (sender, target) = (amount(1e150), amount(0.0));
        Sanction { weight, sender, target }.most_conceded();
    }
}

#[test]
fn twenty_issues_are_tried_in_all_packages() {
    let ring = ring(20);
    assert_eq!(ring.smallest_table().unwrap().issues.len(), 20);
}
