//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    survives(&map(6, &BARBELL, 0.5));
    survives(&race([1.5, 1.5]));
    survives(&standoff(0.5));
    survives(&attrition([2.0, 1.0]));
    survives(&strike(0.05));
    survives(&diversion(5));
    survives(&Warning { hits: chance(0.8), false_alarms: chance(0.2) });
    survives(&Forecast { chance: chance(0.5), came: true });
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Border>(
        &["[[0, 1], 0.5]"],
        "{ between = [0, 1], crosses = 0.5 }",
    );
    comes_by_name::<Diversion>(
        &["[5, 1, 1]"],
        "{ targets = 5, loss = 1, price = 1 }",
    );
    comes_by_name::<Race>(
        &["[[1, 1], [1, 1], [0, 0]]"],
        "{ reaction = [1, 1], fatigue = [1, 1], grievance = [0, 0] }",
    );
    comes_by_name::<Warning>(&["[0.8, 0.2]"], "{ hits = 0.8, false_alarms = 0.2 }");
    comes_by_name::<Standoff>(
        &["[0.5, 0.5, 2]"],
        "{ odds = 0.5, audience = 0.5, most = 2 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let map = |states: usize, borders: &str| {
        refused::<BorderMap>(&format!(
            r#"{{"states":{states},"borders":[{borders}]}}"#
        ))
    };
    let border =
        |a: usize, b: usize| format!(r#"{{"between":[{a},{b}],"crosses":0.5}}"#);
    let told = map(2, &border(0, 2));
    assert!(told.contains("expected a state from 0 to 1, found 2"), "{told}");
    let told = map(2, &border(1, 1));
    assert!(told.contains("one border between two states, found 1 and 1"), "{told}");
    let told = map(2, &format!("{},{}", border(0, 1), border(1, 0)));
    assert!(told.contains("found 1 and 0 again"), "{told}");
    assert!(map(0, "").contains("expected 1 to 64 states, found 0"));
    refused::<Border>(r#"{"between":[0,1],"crosses":1.5}"#);
    refused::<Diversion>(r#"{"targets":1,"loss":1,"price":1}"#);
    let barbell = super::map(6, &BARBELL, 0.5);
    assert!(barbell.outbreak(6).is_err() && barbell.mediate(6, 1).is_err());
    let told = barbell.mediate(0, 8).unwrap_err().to_string();
    assert_eq!(told, "expected 0 to 7 mediators, found 8");
    assert!(barbell.simulate(0, 1, &mut seeded(1)).is_err());
    assert!(barbell.simulate(9, 10, &mut seeded(1)).is_err());
    assert!(Scores::of(&[]).is_err());
}

#[test]
fn a_long_map_is_summed_and_a_wide_one_is_refused_and_estimated() {
    // Forty states in four rows, 66 borders.
    let long = grid(10, 4, 0.5);
    let exact = expected(&long, 0);
    let found = long.simulate(0, 40_000, &mut seeded(7)).unwrap();
    assert!((found.mean - exact).abs() < 4.0 * found.error, "{exact} {found:?}");
    // Sixteen states, all neighbours of all.
    let all: Vec<[usize; 2]> =
        (0..16).flat_map(|a| (0..a).map(move |b| [a, b])).collect();
    let wide = map(16, &all, 0.1);
    assert!(matches!(wide.outbreak(0), Err(CrisisError::TooWide { .. })));
    assert!(wide.simulate(0, 100, &mut seeded(7)).is_ok());
    // Too many ways to choose.
    let told = long.mediate(0, 3).unwrap_err();
    assert_eq!(told, CrisisError::TooManyWays { most: 5000 });
}

#[test]
fn the_ends_of_the_domains_answer() {
    let (never, always) = (map(6, &BARBELL, 0.0), map(6, &BARBELL, 1.0));
    close(expected(&never, 0), 1.0, 0.0);
    close(expected(&always, 0), 6.0, ROUNDING);
    let alone = map(1, &[], 0.5);
    assert!(alone.mediate(0, 0).unwrap().borders.is_empty());
    // A state without a border is never reached.
    let apart = map(3, &[[0, 1]], 1.0).outbreak(0).unwrap();
    assert_eq!(apart.reach(), [1.0, 1.0, 0.0]);
    let island = map(3, &[[0, 1]], 0.5);
    close(island.simulate(2, 10, &mut seeded(1)).unwrap().error, 0.0, 0.0);
    // One mediator is enough for the end of a row, and a second would be idle.
    let row = map(3, &[[0, 1], [1, 2]], 0.5);
    assert_eq!(row.mediate(0, 2).unwrap().borders, [0]);
    // A race without reactions or fatigue only adds up its grievances.
    let idle = Race::of([0.0, 0.0], [0.0, 0.0], [1.0, 2.0]).unwrap();
    let [x, y] = idle.at([3.0, 0.0], time(2.0));
    close(x, 5.0, 1e-9);
    close(y, 4.0, 1e-9);
    assert_eq!((idle.rest(), idle.critical_cut()), (None, None));
    let wild = Race::of([1e6, 1e6], [0.0, 0.0], [0.0, 0.0]).unwrap();
    assert!(wild.at([1.0, 1.0], time(1e6)).iter().all(|x| x.is_finite()));
    // Equal roots.
    let equal = Race::of([0.0, 0.0], [1.0, 1.0], [1.0, 1.0]).unwrap();
    close(equal.at([0.0, 0.0], time(1.0))[0], -libm::expm1(-1.0), 1e-9);
    let chained = Race::of([1.0, 0.0], [1.0, 1.0], [0.0, 0.0]).unwrap();
    close(chained.at([0.0, 1.0], time(1.0))[0], libm::exp(-1.0), 1e-9);
    let tiny = Size::new(1e-150).unwrap();
    let huge = Size::new(1e150).unwrap();
    let far =
        Attrition { prizes: [tiny, huge], audiences: [huge, tiny], most: [huge; 2] };
    assert!(far.horizon() > 0.0 && far.horizon().is_finite());
    assert!(far.war() <= chance(1.0));
    let sure = Warning { hits: chance(1.0), false_alarms: chance(0.0) };
    assert_eq!(sure.worth(chance(0.1), chance(0.2)), Some(1.0));
    assert_eq!(sure.worth(chance(0.0), chance(0.2)), None);
    assert_eq!(sure.believed(chance(0.0)), None);
    let wrong = Scores::of(&[Forecast { chance: chance(0.0), came: true }]).unwrap();
    assert!(wrong.log_score().is_infinite());
    assert_eq!((wrong.skill(), wrong.ranks()), (None, None));
    close(weakest_link(&[]).value(), 1.0, 0.0);
    close(pooled(chance(1.0), 0).value(), 0.0, 0.0);
}
