//! What is refused, what comes back, and what the ends of the domains do.

use super::*;

#[test]
fn every_value_comes_back_from_json_and_toml() {
    let json = survives(&three().with_cost(0, 1, TradeCost::CLOSED).unwrap());
    assert!(json.contains("\"closed\""), "{json}");
    let game = Dilemma::new(Payoffs::AXELROD).unwrap();
    survives(&Pact { game, ..pact(0.5) });
    survives(&suppliers(5));
    survives(&Binding { most: share(0.5), bound: share(0.1) });
    survives(&project(0.5));
    survives(&contact(0.5));
    survives(&Stationing {
        hosts: hosts(|_| 2.0),
        effect: Payoff::new(0.5).unwrap(),
    });
}

#[test]
fn structs_come_by_name() {
    comes_by_name::<Suppliers>(
        &["[5, 0.2, 0.3]"],
        "{ count = 5, swing = 0.2, together = 0.3 }",
    );
    comes_by_name::<World>(
        &["[[1, 1], [[1, 2], [2, 1]], [[0, 0], [0, 0]], 5]"],
        "{ sizes = [1, 1], costs = [[1, 2], [2, 1]], tariffs = [[0, 0], [0, 0]], elasticity = 5 }",
    );
    comes_by_name::<Project>(
        &["[1, 0.8, 0.5]"],
        "{ yields = 1, patience = 0.8, penalty = 0.5 }",
    );
    comes_by_name::<Contact>(
        &["[0.08, 0.5, 0.02]"],
        "{ learning = 0.08, contact = 0.5, lead = 0.02 }",
    );
}

#[test]
fn refusals_say_what_was_expected() {
    let world = |costs: &str, tariffs: &str| {
        refused::<World>(&format!(
            r#"{{"sizes":[1,2],"costs":{costs},"tariffs":{tariffs},"elasticity":5}}"#
        ))
    };
    let (costs, free) = ("[[1,2],[2,1]]", "[[0,0],[0,0]]");
    let rows = world("[[1,2]]", free);
    assert!(rows.contains("expected 2 rows of costs, found 1"), "{rows}");
    let row = world(costs, "[[0,0],[0]]");
    assert!(row.contains("expected 2 tariffs in a row, found 1"), "{row}");
    let home = world("[[1,2],[2,1.5]]", free);
    assert!(home.contains("no cost and no tariff of country 1 on itself"), "{home}");
    let alone = r#"{"sizes":[1],"costs":[[1]],"tariffs":[[0]],"elasticity":5}"#;
    assert!(refused::<World>(alone).contains("expected 2 to 64 countries, found 1"));
    refused::<Project>(r#"{"yields":1,"patience":0.8,"penalty":1.5}"#);
    refused::<Suppliers>(r#"{"count":0,"swing":0.2,"together":0.3}"#);
    let told = three().with_cost(0, 7, cost(2.0)).unwrap_err().to_string();
    assert_eq!(told, "expected a country from 0 to 2, found 7");
    assert!(three().with_tariff(1, 1, Tariff::FREE).is_err());
    assert!(three().with_tariff_on_all(9, Tariff::FREE).is_err());
    assert!(best_tariff(&three(), 3).is_err());
    let nobody = Stationing { hosts: vec![], effect: Payoff::new(1.0).unwrap() };
    assert_eq!(nobody.slope(), Err(TradeError::NoContrast));
    close(nobody.lost_without_troops(), 0.0, 0.0);
}

#[test]
fn hosts_of_equal_troops_show_no_slope_whatever_their_promise() {
    // A mean of so many like logarithms is not always one of them.
    for count in 1..=12 {
        let host = |k: u32| Host {
            promise: Payoff::new(f64::from(k)).unwrap(),
            troops: amount(5.0),
        };
        let alike = Stationing {
            hosts: (0..count).map(host).collect(),
            effect: Payoff::new(0.5).unwrap(),
        };
        assert_eq!(alike.slope(), Err(TradeError::NoContrast), "{count}");
    }
}

#[test]
fn worlds_at_the_ends_settle() {
    for sigma in [1.01, 2.0, 5.0, 20.0] {
        for apart in [1.0, 1.5, 1000.0] {
            for sizes in [[1.0, 1.0, 1.0], [1e6, 1.0, 1e-6], [1.0, 1e-12, 1.0]] {
                let world = even(&sizes, apart, sigma);
                for rate in [0.0, 10.0] {
                    let taxed = world.with_tariff_on_all(0, tariff(rate)).unwrap();
                    let settled = taxed.settled();
                    assert!(
                        settled.is_ok(),
                        "{sigma} {apart} {sizes:?} {rate}: {settled:?}"
                    );
                }
            }
        }
    }
    // Two blocs that hardly trade with each other still pay what they owe.
    let sizes = [5.0, 3.0, 2.0, 1.0];
    let mut blocs = even(&sizes, 1.5, 5.0);
    for (here, there) in [(0, 2), (0, 3), (1, 2), (1, 3)] {
        blocs = blocs.with_cost(here, there, cost(30.0)).unwrap();
    }
    let settled = blocs.settled().unwrap();
    let owed = |importers: [usize; 2], exporters: [usize; 2]| -> f64 {
        let pairs = importers.iter().flat_map(|&i| exporters.map(|k| (i, k)));
        pairs
            .map(|(i, k)| settled.share(i, k).value() * settled.wage(i) * sizes[i])
            .sum()
    };
    close(owed([0, 1], [2, 3]) / owed([2, 3], [0, 1]), 1.0, 1e-5);
    let closed =
        even(&[3.0, 1.0], 1.0, 5.0).with_cost(0, 1, TradeCost::CLOSED).unwrap();
    let settled = closed.settled().unwrap();
    close(settled.lift(0), 0.0, 1e-12);
    close(settled.welfare(1), 1.0, 1e-12);
}
