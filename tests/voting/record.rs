//! The published record beside the claims: blocs, square roots, waiting times.

use super::*;

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
fn luxembourg_as_the_only_channel_of_the_six_is_worth_seven_twentieths() {
    let spokes: Vec<_> = (0..5).map(|other| (other, 5)).collect();
    let value = Ties::new(6, &spokes).unwrap().myerson(&bodies::eec_1958()).unwrap();
    assert_eq!((&value[5], &value[0]), (&ratio(7, 20), &ratio(3, 20)));
}
