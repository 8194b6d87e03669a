//! What a second program and the published conditions say.

use super::*;

#[test]
fn a_second_program_finds_the_same_norms() {
    #[derive(Deserialize)]
    struct Row {
        false_alarms: f64,
        patience: f64,
        worth: f64,
    }
    let rows: Vec<Row> = facts("cyber_norms");
    assert_eq!(rows.len(), 5);
    for row in rows {
        let norm = norm(row.false_alarms);
        let critical = norm.critical_patience().unwrap().value();
        close(critical, row.patience, 1e-6);
        close(norm.worth(), row.worth, 1e-4);
    }
}

#[test]
fn edwards_2017_more_is_tolerated_where_the_attacker_is_less_vulnerable() {
    // The paper's payoffs are not ours; its order is: deterred, then guessed, then
    // tolerated, as vulnerability and knowledge fall.
    let order = |game: Blame| match game.answer() {
        Answer::Deterred => 0,
        Answer::Mixed { .. } => 1,
        Answer::Tolerated => 2,
    };
    for knows in 0..=20 {
        for vulnerable in 0..=20 {
            let at = |v: i32, k: i32| {
                order(game(f64::from(v) / 20.0, f64::from(k) / 20.0, 0.0))
            };
            if vulnerable < 20 {
                assert!(at(vulnerable + 1, knows) <= at(vulnerable, knows));
            }
            if knows < 20 {
                assert!(at(vulnerable, knows + 1) <= at(vulnerable, knows));
            }
        }
    }
}

#[test]
fn abreu_pearce_and_stacchetti_1986_a_pause_does_what_the_end_does_at_less_cost() {
    let (g, q) = (0.5, 0.6);
    for p in [0.05, 0.1, 0.2] {
        let norm = norm(p);
        for delta in [0.8, 0.9, 0.99] {
            let pause = norm.shortest_pause(patience(delta)).unwrap();
            assert!(pause.worth > norm.until_the_first(patience(delta)));
            assert!(pause.worth <= norm.worth() + ROUNDING);
            // The bound itself takes a pause of so many rounds and a part of one, which a
            // lottery would give: what is left after it, δᵀ, just keeps all from cheating.
            let left = (delta * (q - p) - g * (1.0 - delta * (1.0 - p)))
                / (delta * (q - p - g * p));
            let worth = (1.0 - delta) / (1.0 - delta * (1.0 - p) - p * delta * left);
            close(norm.worth(), worth, ROUNDING);
            let rounds = f64::from(pause.rounds);
            assert!(libm::pow(delta, rounds) <= left + ROUNDING);
        }
    }
}
