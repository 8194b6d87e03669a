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
fn edwards_2017_a_victim_does_well_to_tolerate_what_blame_would_not_hurt() {
    // The paper's payoffs are not ours. That silence may be best where the attacker may
    // not be vulnerable, that knowledge decides, and that a third party can undermine
    // peace, is what its abstract and its authors say it finds.
    assert_eq!(game(0.5, 0.2, 0.0).answer(), Answer::Tolerated);
    assert_eq!(game(0.5, 0.4, 0.0).answer(), Answer::Deterred);
    let attack = |planted| match game(0.9, 0.2, planted).answer() {
        Answer::Mixed { attack, .. } => attack,
        Answer::Tolerated => 1.0,
        Answer::Deterred => 0.0,
    };
    for planted in [0.05, 0.15, 0.25] {
        assert!(attack(planted + 0.1) > attack(planted));
    }
}

#[test]
fn baliga_2020_fewer_false_alarms_deter_better() {
    // By its abstract; here fewer false alarms keep a norm with less patience.
    let kept = |p| norm(p).critical_patience().unwrap();
    for p in [0.05, 0.1, 0.2, 0.3] {
        assert!(kept(p - 0.05) < kept(p));
    }
}

#[test]
fn without_false_alarms_and_with_sure_ones_it_is_the_grim_trigger_of_signals() {
    for g in [0.25, 0.5, 1.0] {
        let payoffs = Payoffs::new(1.0 + g, 1.0, 0.0, -g).unwrap();
        let needed = grim_patience(&payoffs).unwrap();
        let critical = Norm::of(g, 0.0, 1.0).unwrap().critical_patience().unwrap();
        close(critical.value(), needed.value(), ROUNDING);
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
