//! How long bodies take.

use super::*;

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
    let any_nine = Wait::with_vetoes(15, 9, 0).unwrap();
    let act = tally(&bodies::security_council_procedural()).power_to_act();
    close(any_nine.passed_by(at(std::f64::consts::LN_2)), decimal(&act), 1e-13);
    assert_eq!(Wait::with_vetoes(0, 1, 0), Err(VotingError::NoMembers));
    assert_eq!(Wait::with_vetoes(3, 0, 1), Err(VotingError::QuotaZero));
    let told = VotingError::QuotaUnreachable { quota: 4, total: 3 };
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
