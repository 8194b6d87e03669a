//! The published record.

use super::*;

#[test]
fn axelrod_payoffs_thresholds() {
    let axelrod = Payoffs::AXELROD;
    close(grim_patience(&axelrod).unwrap().value(), 1.0 / 2.0, EXACT);
    close(tit_for_tat_patience(&axelrod).unwrap().value(), 2.0 / 3.0, EXACT);
    assert_eq!(win_stay_patience(&axelrod), None);
    // Win-stay needs R > (T + P)/2; 5, 3.5, 1, 0 has it.
    let kinder = Payoffs::new(5.0, 3.5, 1.0, 0.0).unwrap();
    close(win_stay_patience(&kinder).unwrap().value(), 0.6, EXACT);
}

#[test]
fn both_bounds_of_generosity_shrink_with_patience() {
    let game = |t, r, p, s| Payoffs::new(t, r, p, s).unwrap();
    let room =
        |d| generosity_that_lasts(&game(5.0, 4.0, 3.0, 0.0), delta(d)).value();
    // 1 − 1/(4δ) and 1 − 1/(2δ): the second binds.
    close(room(0.8), 3.0 / 8.0, EXACT);
    for too_hasty in [0.0, 0.4, 0.5] {
        assert_eq!(room(too_hasty), 0.0, "{too_hasty}");
    }
    let just_below_one = delta(1.0 - f64::EPSILON / 2.0);
    for payoffs in [
        Payoffs::AXELROD,
        Payoffs::PRISONERS_DILEMMA,
        game(5.0, 4.0, 3.0, 0.0),
        game(10.0, 9.0, 8.0, -9.0),
    ] {
        let lasting = generosity_that_lasts(&payoffs, just_below_one).value();
        close(lasting, optimal_generosity(&payoffs).value(), EXACT);
    }
    // Who gains by defecting for ever is given nothing.
    let deadlock = Payoffs::DEADLOCK;
    assert_eq!(optimal_generosity(&deadlock).value(), 0.0);
    assert_eq!(generosity_that_lasts(&deadlock, just_below_one).value(), 0.0);
}

#[test]
fn nowak_sigmund_1992_optimal_generosity() {
    close(optimal_generosity(&Payoffs::AXELROD).value(), 1.0 / 3.0, EXACT);
    // A steep temptation leaves no room, and the formula is clamped.
    let steep = Payoffs::new(9.0, 3.0, 1.0, 0.0).unwrap();
    assert_eq!(optimal_generosity(&steep).value(), 0.0);
    assert_eq!(tit_for_tat_patience(&steep), None);
}

#[test]
fn values_against_tit_for_tat_on_both_sides_of_two_thirds() {
    let tft = machine("tit-for-tat");
    let always_defect = machine("always-defect");
    let (no, yes) = (p(0.0), p(1.0));
    let turns = vec![State::new(no, [1; 4]), State::new(yes, [0; 4])];
    let turns = Machine::new(turns, 0).unwrap();
    let worth = |strategy, patience| {
        let pair = Encounter::new(strategy, &tft, Line::clear());
        pair.discounted(delta(patience)).payoffs(&Payoffs::AXELROD)[0]
    };
    for (patience, defecting, alternating) in
        [(0.66, 2.36, 3.012), (0.67, 2.32, 2.994)]
    {
        close(worth(&tft, patience), 3.0, EXACT);
        close(worth(&always_defect, patience), defecting, EXACT);
        close(worth(&turns, patience), alternating, 5e-4);
        close(worth(&turns, patience), 5.0 / (1.0 + patience), EXACT);
    }
}

#[test]
fn self_play_table_slip_of_the_hand() {
    let table = [
        // e, generous 1/3 with payoff, win-stay with payoff, contrite, saint
        (
            0.01,
            [101.0 / 104.0, 2.970_322],
            [242_649.0 / 250_000.0, 2.951_092],
            50.0 / 51.0,
        ),
        (0.05, [0.875, 2.859_375], [0.8645, 2.7765], 0.909_091),
        (0.10, [0.785_714, 2.739_796], [0.756, 2.602], 0.833_333),
    ];
    for (e, generous, win_stay, contrite) in table {
        let line = hand(e);
        let tft = against(MemoryOne::TIT_FOR_TAT, MemoryOne::TIT_FOR_TAT, line);
        close(tft.cooperation()[0], 0.5, EXACT);
        close(tft.payoffs(&Payoffs::AXELROD)[0], 2.25, EXACT);
        let pair = [
            (generous_third(), generous),
            (MemoryOne::WIN_STAY_LOSE_SHIFT, win_stay),
        ];
        for (strategy, [cooperation, payoff]) in pair {
            let found = against(strategy, strategy, line);
            close(found.cooperation()[0], cooperation, SIX_PLACES);
            close(found.payoffs(&Payoffs::AXELROD)[0], payoff, SIX_PLACES);
        }
        close(doubles("contrite", line), contrite, SIX_PLACES);
        close(doubles("always-cooperate", line), 1.0 - e, EXACT);
    }
    close(doubles("generous:1/3", hand(0.2)), 2.0 / 3.0, SIX_PLACES);
    close(doubles("win-stay-lose-shift", hand(0.2)), 0.608, SIX_PLACES);
    close(doubles("contrite", hand(0.2)), 0.714_286, SIX_PLACES);
}

#[test]
fn self_play_table_slip_of_the_ear() {
    let table =
        [(0.01, 51.0 / 52.0), (0.05, 0.916_667), (0.1, 0.857_143), (0.2, 0.777_778)];
    for (e, generous) in table {
        close(doubles("generous:1/3", ear(e)), generous, SIX_PLACES);
        close(doubles("tit-for-tat", ear(e)), 0.5, EXACT);
        close(doubles("contrite", ear(e)), 0.5, EXACT);
    }
}

#[test]
fn self_play_formulas_hold_at_every_rate() {
    for e in [1e-6, 0.001, 0.01, 0.05, 0.1, 0.3, 0.49] {
        for g in [0.05, 1.0 / 3.0, 0.8] {
            let name = format!("generous:{g}");
            let quiet = g * (1.0 - 2.0 * e);
            close(doubles(&name, hand(e)), (quiet + e) / (quiet + 2.0 * e), EXACT);
            let missed = e * (1.0 - g);
            close(doubles(&name, ear(e)), (g + missed) / (g + 2.0 * missed), EXACT);
        }
        let polynomial = 1.0 - 3.0 * e + 6.0 * e * e - 4.0 * e * e * e;
        close(doubles("win-stay-lose-shift", hand(e)), polynomial, EXACT);
        close(doubles("win-stay-lose-shift", ear(e)), polynomial, EXACT);
        close(doubles("contrite", hand(e)), 1.0 / (1.0 + 2.0 * e), EXACT);
        close(doubles("one-step-grim", hand(e)), 1.5 * e - e * e, EXACT);
        close(doubles("one-step-grim", ear(e)), 0.0, EXACT);
        close(doubles("grim", hand(e)), e, EXACT);
        close(doubles("grim", ear(e)), 0.0, EXACT);
    }
}

#[test]
fn mixed_pairs_at_one_slip_in_a_hundred() {
    let (tft, wsls) = (MemoryOne::TIT_FOR_TAT, MemoryOne::WIN_STAY_LOSE_SHIFT);
    let alld = MemoryOne::ALWAYS_DEFECT;
    let pairs = [
        (tft, alld, 1.02),
        (generous_third(), alld, 0.6934),
        (wsls, alld, 0.535),
        (tft, wsls, 2.25),
        (tft, generous_third(), 2.9697),
        (alld, wsls, 2.985),
    ];
    for (first, second, payoff) in pairs {
        let found = against(first, second, hand(0.01));
        close(found.payoffs(&Payoffs::AXELROD)[0], payoff, FOUR_PLACES);
    }
}

#[test]
fn two_hundred_moves_hide_half_of_the_collapse() {
    let tft = machine("tit-for-tat");
    for (e, average) in [(0.01, 0.620_35), (0.05, 0.5225)] {
        let pair = Encounter::new(&tft, &tft, hand(e));
        close(pair.first_rounds(200).cooperation()[0], average, 5e-6);
        // Pr(C at move t) = 1/2 + (1 − 2e)^t / 2.
        close(pair.first_rounds(1).cooperation()[0], 1.0 - e, EXACT);
    }
}
