//! The published record, and what a second program found.

use super::*;

/// Tau-b of the pairs is computed by us; S is the paper's.
#[test]
fn signorino_ritter_1999_table_5() {
    let twelve = |x: u8, middle: u8, y: u8| {
        let mut row = [middle; 12];
        (row[0], row[11]) = (x, y);
        row
    };
    let (s, none) = (1.0 / 3.0, None);
    let row_e = {
        let (mut one, mut other) = ([0; 12], [0; 12]);
        (one[11], other[10]) = (3, 3);
        (one.to_vec(), other.to_vec())
    };
    let row_h = {
        let (mut one, mut other) = ([3; 12], [3; 12]);
        (one[0], other[1]) = (0, 0);
        (one.to_vec(), other.to_vec())
    };
    let far =
        |middle| (twelve(0, middle, 3).to_vec(), twelve(3, middle, 0).to_vec());
    let eleventh = Some(-1.0 / 11.0);
    for (name, (one, other), expected, tau_b) in [
        ("a", (vec![0, 1, 2, 3], vec![3, 2, 1, 0]), -s, Some(-1.0)),
        ("b", (vec![1, 2, 2, 3], vec![3, 2, 2, 1]), s, Some(-1.0)),
        ("c", (vec![2, 2, 3, 3], vec![3, 3, 2, 2]), s, Some(-1.0)),
        ("d", (vec![3; 4], vec![3; 4]), 1.0, none),
        ("e", row_e, 2.0 * s, eleventh),
        ("f", far(1), 2.0 * s, Some(-1.0)),
        ("g", far(2), 2.0 * s, Some(-1.0)),
        ("h", row_h, 2.0 * s, eleventh),
    ] {
        let (one, other) = (row(&one), row(&other));
        let pair = Comparison::of(&one, &other).unwrap();
        close(pair.s(Distance::Absolute), expected, ROUNDING);
        match (pair.tau_b(), tau_b) {
            (Some(found), Some(tau_b)) => close(found, tau_b, ROUNDING),
            (found, tau_b) => assert_eq!(found, tau_b, "{name}"),
        }
    }
}

/// Germany and Russia among twenty states of 1914. Tau-b and the two S are printed; the
/// weighted one comes out as −.46 from the two decimals of the printed weights. The rest
/// is ours.
#[test]
fn signorino_ritter_1999_table_6() {
    let germany = row(&[3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]);
    let russia = row(&[0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let weights = [
        0.25, 0.21, 0.20, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01,
        0.01, 0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];
    let pair = Comparison::of(&germany, &russia).unwrap();
    let (absolute, squared) = (Distance::Absolute, Distance::Squared);
    close(pair.tau_b().unwrap(), 0.03, 0.005);
    close(pair.tau_b().unwrap(), 0.030_316_95, 5e-9);
    close(pair.s(absolute), 0.4, ROUNDING);
    close(pair.s_weighted(&amounts(&weights), absolute).unwrap(), -0.46, ROUNDING);
    close(pair.s(squared), 4.0 / 9.0, ROUNDING);
    let nominal = Distance::Nominal;
    close(pair.kappa(nominal).unwrap(), -1.0 / 34.0, ROUNDING);
    close(pair.kappa(absolute).unwrap(), -1.0 / 14.0, ROUNDING);
    close(pair.kappa(squared).unwrap(), -9.0 / 116.0, ROUNDING);
    close(pair.pi(nominal).unwrap(), -3.0 / 67.0, ROUNDING);
    // Pledge or none.
    let any = |of: &Portfolio| {
        let levels = of.levels().iter().map(|&level| level.min(1)).collect();
        Portfolio::new(levels, 1).unwrap()
    };
    let (germany, russia) = (any(&germany), any(&russia));
    let any = Comparison::of(&germany, &russia).unwrap();
    close(any.kappa(nominal).unwrap(), 1.0 / 16.0, ROUNDING);
    close(any.pi(nominal).unwrap(), 1.0 / 16.0, ROUNDING);
}

/// 1947: by alliances alone Britain and the Soviet Union are twins; thirty-two votes in
/// the United Nations part them. The alliance values are printed; with the votes of the
/// table, each mean rounds to the printed combined value.
#[test]
fn signorino_ritter_1999_table_8() {
    let votes = |text: &str| {
        let levels = text.bytes().map(|b| b - b'1').collect();
        Portfolio::new(levels, 2).unwrap()
    };
    let [usa, uk, france, russia] = [
        "33311133313311233333333131333333",
        "33311132113311313333333331331122",
        "33311133313311133333333333133333",
        "11133313331133131111113333131123",
    ]
    .map(votes);
    for (one, other, allied, voted, both) in [
        (&usa, &uk, -0.59, 0.5625, -0.01),
        (&usa, &france, -0.58, 0.781_25, 0.10),
        (&usa, &russia, -0.70, -0.5, -0.60),
        (&uk, &france, 0.99, 0.468_75, 0.73),
        (&uk, &russia, 0.87, -0.5, 0.19),
        (&france, &russia, 0.88, -0.281_25, 0.30),
    ] {
        let found = Comparison::of(one, other).unwrap().s(Distance::Absolute);
        close(found, voted, ROUNDING);
        close(f64::midpoint(allied, found), both, 0.005_1);
    }
}

#[test]
fn s_of_mixed_dimensions_is_the_mean_of_their_s() {
    // A case of the R package r-strat: four alliances up to 3, four votes up to 2.
    let weights = amounts(&[0.5, 0.4, 0.05, 0.05]);
    let (one, other) = (row(&[3, 2, 3, 0]), row(&[2, 3, 0, 3]));
    let allied = Comparison::of(&one, &other).unwrap();
    let allied = allied.s_weighted(&weights, Distance::Absolute).unwrap();
    let votes = |levels: [u8; 4]| Portfolio::new(levels.to_vec(), 2).unwrap();
    let (one, other) = (votes([2, 2, 0, 1]), votes([2, 2, 0, 2]));
    let voted = Comparison::of(&one, &other).unwrap().s(Distance::Absolute);
    close(f64::midpoint(allied, voted), 0.475, ROUNDING);
    // Signorino's own example: four states, the first weighs half.
    let (one, other) = (row(&[3, 3, 2, 2]), row(&[2, 2, 3, 3]));
    let weights = amounts(&[0.5, 0.3, 0.1, 0.1]);
    let pair = Comparison::of(&one, &other).unwrap();
    let weighted = pair.s_weighted(&weights, Distance::Absolute).unwrap();
    close(weighted, 1.0 / 3.0, ROUNDING);
}

/// A second program on the whole of ATOP 5.1 and the members of the system; capability
/// as in NMC 7.0. Not a published table.
#[test]
fn atop_1914_1956_1980_as_a_second_program_has_them() {
    let absolute = Distance::Absolute;
    for (year, cells, s, weighted) in [
        (
            1914,
            [|s: &Standing| &*s.germany, |s| &*s.soviet_union]
                as [fn(&Standing) -> &str; 2],
            0.659,
            -0.074,
        ),
        (1956, [|s| &s.united_states, |s| &s.soviet_union], -0.257, -0.745),
        (1956, [|s| &s.united_states, |s| &s.britain], 0.303, 0.790),
        (1980, [|s| &s.united_states, |s| &s.soviet_union], 0.256, -0.344),
        (1980, [|s| &s.united_states, |s| &s.britain], 0.534, 0.653),
    ] {
        let (pair, weights) = portfolios(year, cells);
        let pair = Comparison::of(&pair[0], &pair[1]).unwrap();
        close(pair.s(absolute), s, 5e-4);
        close(pair.s_weighted(&weights, absolute).unwrap(), weighted, 5e-4);
    }
    // Whom neither has promised anything, and what 1980 is without promises of bare
    // non-aggression to whom the other owes more, or as little.
    let leaders: [fn(&Standing) -> &str; 2] =
        [|s| &s.united_states, |s| &s.soviet_union];
    for (year, all, neither, without) in
        [(1956, 87, 32, -0.257), (1980, 156, 79, 0.167)]
    {
        let ([one, other], _) = portfolios(year, leaders);
        let pairs = one.levels().iter().zip(other.levels());
        assert_eq!(
            (pairs.clone().count(), pairs.filter(|p| *p == (&0, &0)).count()),
            (all, neither)
        );
        let more = |of: &Portfolio| {
            row(&of
                .levels()
                .iter()
                .map(|&l| if l > 1 { l } else { 0 })
                .collect::<Vec<_>>())
        };
        let (one, other) = (more(&one), more(&other));
        close(Comparison::of(&one, &other).unwrap().s(absolute), without, 5e-4);
    }
    // Kappa and pi on any pledge or none, and tau-b on the levels.
    for (year, cells, tau_b, kappa, pi) in [
        (
            1914,
            [|s: &Standing| &*s.germany, |s| &*s.soviet_union]
                as [fn(&Standing) -> &str; 2],
            0.226,
            0.231,
            0.231,
        ),
        (1956, [|s| &s.united_states, |s| &s.soviet_union], -0.393, -0.275, -0.462),
        (1980, [|s| &s.united_states, |s| &s.britain], 0.430, 0.467, 0.441),
    ] {
        let (pair, _) = portfolios(year, cells);
        close(
            Comparison::of(&pair[0], &pair[1]).unwrap().tau_b().unwrap(),
            tau_b,
            5e-4,
        );
        let any = pair.map(|of| {
            let levels = of.levels().iter().map(|&level| level.min(1)).collect();
            Portfolio::new(levels, 1).unwrap()
        });
        let any = Comparison::of(&any[0], &any[1]).unwrap();
        close(any.kappa(Distance::Nominal).unwrap(), kappa, 5e-4);
        close(any.pi(Distance::Nominal).unwrap(), pi, 5e-4);
    }
}

/// The inputs that the peers have: levels from stream 31, weights from stream 30.
#[test]
fn peers_200_states_and_19_900_pairs() {
    let mut levels = raw(31, 200 * 200).into_iter().map(|z| (z % 4) as u8);
    let portfolio = |state: usize| {
        let mut row: Vec<u8> = levels.by_ref().take(200).collect();
        row[state] = 3;
        Portfolio::new(row, 3).unwrap()
    };
    let all: Vec<Portfolio> = (0..200).map(portfolio).collect();
    let plain = similarities(&all).unwrap();
    close(plain.values().iter().sum(), 3_237.783_333, 5e-7);
    close(plain.of(0, 1), 0.15, ROUNDING);
    let least = plain.values().iter().copied().fold(f64::INFINITY, f64::min);
    close(least, -0.003_333, 5e-7);
    let weights: Vec<Amount> =
        raw(30, 200).iter().map(|z| amount((1 + z % 1000) as f64)).collect();
    let weighted = similarities_weighted(&all, &weights).unwrap();
    close(weighted.values().iter().sum(), 3_230.177_134, 5e-7);
    close(weighted.of(1, 0), 0.214_149, 5e-7);
}

/// Leeds finds three pledges of four kept in war; Berkemeier and Fuhrmann one of two, and
/// 22 of 100 after 1945. Twelve allies, each alone.
#[test]
fn twelve_allies_at_the_rates_of_the_record() {
    for (kept, all, six, one) in [
        (0.75, 0.0317, 0.9857, 1.0),
        (0.5, 1.0 / 4096.0, 0.6128, 0.9998),
        (0.22, 1.3e-8, 0.0304, 0.9493),
    ] {
        let allies = allies(12, kept, 0.0);
        close(allies.at_least(12), all, 5e-5);
        close(allies.at_least(6), six, 5e-5);
        close(allies.at_least(1), one, 5e-5);
    }
    close(allies(12, 0.75, 0.0).at_least(12), 531_441.0 / 16_777_216.0, ROUNDING);
}

#[test]
fn burdens_as_a_second_program_has_them() {
    let nash = burden(&[10.0, 9.0, 8.0], 0.5).equilibrium();
    for (gift, expected) in nash.gifts().iter().zip([3.25, 2.25, 1.25]) {
        close(*gift, expected, ROUNDING);
    }
    close(nash.keeps(), 6.75, ROUNDING);
    let ranks = [1, 6, 3, 4, 10, 8, 7, 12, 13, 5, 11, 9, 2, 14];
    let pairs: Vec<(Payoff, Payoff)> = (1..=14)
        .zip(ranks)
        .map(|(x, y)| {
            (Payoff::new(x.into()).unwrap(), Payoff::new(y.into()).unwrap())
        })
        .collect();
    // Olson and Zeckhauser's .490, as we recall both it and their ranks.
    close(spearman(&pairs).unwrap(), 0.490_1, 5e-5);
    // Without Portugal, then at war in Africa.
    let mut without = pairs;
    without.remove(12);
    close(spearman(&without).unwrap(), 0.725, 5e-4);
}
