//! The published record, and the world of the chapter to six decimals.

use super::*;

/// Computed by another program (Python, exact changes) from the same three countries.
#[test]
fn the_three_countries_as_a_second_program_has_them() {
    let world = three();
    let free = world.settled().unwrap();
    for (country, wage, home) in [
        (0, 0.953_974, 0.787_831),
        (1, 1.022_176, 0.705_307),
        (2, 1.081_803, 0.635_137),
    ] {
        close(free.wage(country), wage, PRINTED);
        close(free.share(country, country).value(), home, PRINTED);
    }
    let sizes = [10.0, 6.0, 4.0];
    for (country, lost) in [(0, 0.057_876), (1, 0.083_580), (2, 0.107_277)] {
        let home = free.share(country, country);
        let gains = gains_from_trade(home, world.elasticity()).value();
        close(gains, lost, PRINTED);
        close(1.0 - sizes[country] / free.welfare(country), gains, 1e-12);
    }
    let embargo =
        |one, other| world.with_cost(one, other, TradeCost::CLOSED).unwrap();
    for (after, expected) in [
        (
            world.with_cost(0, 1, cost(1.8)).unwrap(),
            [0.983_759, 0.973_258, 1.004_148],
        ),
        (embargo(0, 1), [0.967_221, 0.947_103, 1.008_547]),
        (embargo(0, 2), [0.973_780, 1.006_412, 0.937_964]),
        (all_tariffs(&world, [0.1; 3]), [0.998_084, 0.995_551, 0.992_952]),
        (all_tariffs(&world, [0.25; 3]), [0.988_661, 0.981_542, 0.974_774]),
        (all_tariffs(&world, [0.25, 0.0, 0.0]), [1.012_441, 0.982_136, 0.979_155]),
    ] {
        for (found, expected) in changes(&world, &after).into_iter().zip(expected) {
            close(found, expected, 6e-7);
        }
    }
}

#[test]
fn johnson_1953_everybody_loses_a_war_of_best_tariffs() {
    let world = three();
    for (country, best) in [(0, 0.285_02), (1, 0.273_68), (2, 0.268_02)] {
        close(best_tariff(&world, country).unwrap().value(), best, 6e-6);
    }
    let war = tariff_war(&world).unwrap();
    for (country, rate) in [(0, 0.270_053), (1, 0.263_689), (2, 0.260_414)] {
        let other = usize::from(country == 0);
        close(war.tariff(country, other).value(), rate, 1e-6);
    }
    let expected = [0.987_800, 0.979_889, 0.972_559];
    for (found, expected) in changes(&world, &war).into_iter().zip(expected) {
        close(found, expected, PRINTED);
    }
}

#[test]
fn johnson_1953_the_large_can_win_it() {
    let won = |ratio: f64| {
        let world = even(&[ratio, 1.0], 1.0, 5.0);
        changes(&world, &tariff_war(&world).unwrap())[0]
    };
    close(won(1.0), 0.961_709, 2e-6);
    close(won(4.0), 1.001_707, 2e-6);
    assert!(won(3.58) < 1.0 && won(3.59) > 1.0);
}

#[test]
fn a_tariff_war_of_equals_is_a_dilemma() {
    let world = even(&[1.0, 1.0], 1.0, 5.0);
    let game = tariff_game(&world, tariff(0.3)).unwrap();
    assert_eq!(game.class(), GameClass::PrisonersDilemma);
    close(game.temptation(), 1.037_341, PRINTED);
    close(game.sucker(), 0.942_211, PRINTED);
    close(game.punishment(), 0.964_133, PRINTED);
    assert!(matches!(
        tariff_game(&even(&[10.0, 1.0], 1.0, 5.0), tariff(0.3)),
        Err(TradeError::NotAPair { found: 2 })
    ));
}

/// The home share of the United States, and the two elasticities, are the paper's; its
/// sentence "0.7 to 1.4 percent" is recalled.
#[test]
fn arkolakis_2012_gains_of_the_united_states() {
    let lost = |sigma| {
        gains_from_trade(share(0.93), Elasticity::new(sigma).unwrap()).value()
    };
    close(lost(6.0), 0.014_409, PRINTED);
    close(lost(11.0), 0.007_231, PRINTED);
    // Eight cents of a dollar on imports, as in 2018.
    let later = gains_from_trade(share(0.92), Elasticity::new(6.0).unwrap());
    close(later.value(), 0.016_54, 5e-6);
}

#[test]
fn ties_steady_the_three_as_a_second_program_has_them() {
    let restless = steadiness(&three(), |_, _| 0.1).unwrap();
    for (found, expected) in restless.iter().zip([0.015_333, 0.023_531, 0.030_056]) {
        close(*found, expected, 1e-6);
    }
    let halved = |i, j| if (i, j) == (0, 2) { 0.05 } else { 0.1 };
    let half = steadiness(&three(), halved).unwrap();
    for (found, expected) in half.iter().zip([0.012_984, 0.023_450, 0.021_783]) {
        close(*found, expected, 1e-6);
    }
}

#[test]
fn bindings_and_suppliers_of_the_chapter() {
    let treaty = Binding { most: share(0.5), bound: share(0.1) };
    close(treaty.mean(), 0.09, ROUNDING);
    close(treaty.swing(), 0.023_804_8, 5e-8);
    let free = Binding { most: share(0.5), bound: share(1.0) };
    close(free.mean(), 0.25, ROUNDING);
    close(suppliers(5).variance(), 0.0176, ROUNDING);
    close(suppliers(1).swing(), 0.2, ROUNDING);
}
