//! The published record, and what a second program found.

use super::*;

/// Computed by enumeration of all open borders in Python.
#[test]
fn nine_states_as_a_second_program_has_them() {
    for (crosses, centre, corner, across) in [
        (0.1, 1.487_581, 1.249_120, 0.000_597),
        (0.3, 3.090_368, 2.256_983, 0.044_871),
        (0.5, 5.485_352, 4.376_709, 0.277_100),
        (0.7, 7.837_188, 7.164_718, 0.691_419),
    ] {
        let map = nine(crosses);
        close(expected(&map, 4), centre, PRINTED);
        close(expected(&map, 0), corner, PRINTED);
        close(map.outbreak(0).unwrap().reach()[8], across, PRINTED);
    }
    let half = nine(0.5);
    close(expected(&half, 4), 5617.0 / 1024.0, ROUNDING);
    close(expected(&half, 0), 17_927.0 / 4096.0, ROUNDING);
    close(half.outbreak(4).unwrap().sizes()[9], 431.0 / 4096.0, ROUNDING);
    let mediated = half.without(4);
    close(expected(&mediated, 0), 2.957_031, PRINTED);
    close(mediated.outbreak(0).unwrap().reach()[8], 0.121_094, PRINTED);
}

#[test]
fn two_triangles_as_a_second_program_has_them() {
    for (crosses, open, at_home, bridge) in [
        (0.3, 1.913_961, 0.477, f64::NAN),
        (0.5, 2.953_125, 0.922, 0.703),
        (0.7, 4.291_273, 1.177, 1.597),
    ] {
        let barbell = map(6, &BARBELL, crosses);
        close(expected(&barbell, 0), open, PRINTED);
        let closed = barbell.each_closed(0).unwrap();
        close(open - closed[AT_HOME], at_home, 6e-4);
        if bridge.is_finite() {
            close(open - closed[BRIDGE], bridge, 6e-4);
        }
    }
    // 59/64 saved at home.
    let half = map(6, &BARBELL, 0.5);
    let saved = expected(&half, 0) - half.each_closed(0).unwrap()[AT_HOME];
    close(saved, 59.0 / 64.0, ROUNDING);
}

#[test]
fn a_row_and_a_ring_of_four_in_closed_form() {
    let row: Vec<[usize; 2]> = (0..5).map(|s| [s, s + 1]).collect();
    close(expected(&map(6, &row, 0.5), 0), 1.96875, ROUNDING);
    let four = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];
    let four = map(4, &four, 0.5);
    close(expected(&four, 0), 3.25, ROUNDING);
    close(four.outbreak(0).unwrap().sizes()[4], 0.593_75, ROUNDING);
}

/// As a second program has them (Python, sympy).
#[test]
fn standoffs_and_attrition_in_closed_form() {
    let golden = (libm::sqrt(5.0) - 1.0) / 2.0;
    let crisis = attrition([2.0, 1.0]);
    close(crisis.horizon(), golden, ROUNDING);
    let [first, second] = crisis.firm().map(Probability::value);
    close(first, 0.618_034, PRINTED);
    close(second, 0.309_017, PRINTED);
    close(crisis.war().value(), 0.190_983, PRINTED);
    close(crisis.enters()[1].value(), 0.690_983, PRINTED);
    close(crisis.enters()[0].value(), 1.0, ROUNDING);
    let louder = attrition([3.0, 1.0]);
    close(louder.horizon(), 0.457_427, PRINTED);
    close(louder.firm()[0].value(), 0.686_141, PRINTED);
    close(louder.firm()[1].value(), 0.228_714, PRINTED);
}

#[test]
fn ten_forecasts_by_every_score() {
    let chances = [0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0.2, 0.1, 0.1, 0.05];
    let came = [1, 0, 1, 0, 1, 0, 0, 0, 0, 0].map(|y| y == 1);
    let list: Vec<Forecast> = chances
        .into_iter()
        .zip(came)
        .map(|(p, came)| Forecast { chance: chance(p), came })
        .collect();
    let scores = Scores::of(&list).unwrap();
    close(scores.brier(), 0.141_25, ROUNDING);
    close(scores.skill().unwrap(), 0.327_381, PRINTED);
    close(scores.ranks().unwrap(), 0.857_143, PRINTED);
    close(scores.precision().unwrap(), 0.755_556, PRINTED);
    close(scores.log_score(), 0.424_326, PRINTED);
}

#[test]
fn murphy_1973_the_parts_of_a_score() {
    let chances = [0.1, 0.1, 0.1, 0.1, 0.1, 0.5, 0.5, 0.5, 0.8, 0.8];
    let came = [0, 0, 0, 0, 1, 1, 0, 1, 1, 1].map(|y| y == 1);
    let list: Vec<Forecast> = chances
        .into_iter()
        .zip(came)
        .map(|(p, came)| Forecast { chance: chance(p), came })
        .collect();
    let scores = Scores::of(&list).unwrap();
    let parts = scores.parts();
    close(scores.brier(), 0.168, ROUNDING);
    close(parts.reliability, 0.021_333, PRINTED);
    close(parts.resolution, 0.103_333, PRINTED);
    close(parts.uncertainty, 0.25, ROUNDING);
}

#[test]
fn a_warning_by_what_prevention_costs() {
    let warning = Warning { hits: chance(0.8), false_alarms: chance(0.2) };
    for (cost, worth) in
        [(0.05, 0.3778), (0.1, 0.6), (0.2, 0.35), (0.3, 0.0286), (0.4, -0.4)]
    {
        close(warning.worth(chance(0.1), chance(cost)).unwrap(), worth, 5e-5);
    }
}

/// As a second program has them; the last row is a treaty of five years and its end.
#[test]
fn richardson_1960_races_in_closed_form() {
    let from = [0.0, 0.0];
    for (reaction, cut, rest, after) in [
        ([0.9, 0.8], 0.0, [5.833_333, 6.666_667], [1.108_099, 1.587_720]),
        ([1.5, 1.5], 0.0, [-3.809_524, -3.714_286], [1.638_699, 2.082_769]),
        ([1.5, 1.5], 0.4, [7.179_487, 8.461_538], [1.118_138, 1.630_167]),
    ] {
        let race = race(reaction).with_cut(share(cut));
        for (found, expected) in race.rest().unwrap().into_iter().zip(rest) {
            close(found, expected, PRINTED);
        }
        for (found, expected) in race.at(from, time(1.0)).into_iter().zip(after) {
            close(found, expected, PRINTED);
        }
    }
    let stable = race([0.9, 0.8]).at(from, time(5.0));
    close(stable[0], 4.050_735, PRINTED);
    close(stable[1], 4.776_292, PRINTED);
    let free = race([1.5, 1.5]).at(from, time(10.0));
    close(free[0], 201.153_4, 6e-5);
    close(free[1], 215.367_8, 6e-5);
    let under = race([1.5, 1.5]).with_cut(share(0.4)).at(from, time(5.0));
    close(under[0], 4.381_423, PRINTED);
    let exit = race([1.5, 1.5]).at(under, time(1.0));
    close(exit[0], 8.659_679, 2e-6);
    close(exit[1], 9.635_672, 2e-6);
}

#[test]
fn a_council_against_a_spreading_war() {
    let table = [
        (wait(15, 9, 0), [0.917_245, 0.807_087, 0.654_836, 7.0 / 16.0, 0.205_882]),
        (wait(15, 9, 5), [0.801_058, 0.587_604, 0.368_134, 0.164_918, 0.045_885]),
        (wait(5, 5, 0), [0.801_408, 0.588_379, 0.369_408, 1.0 / 6.0, 1.0 / 21.0]),
        (wait(15, 15, 0), [0.723_037, 0.455_878, 0.223_294, 1.0 / 16.0, 0.007_353]),
        (wait(32, 32, 0), [0.671_559, 0.379_253, 0.154_858, 1.0 / 33.0, 0.001_783]),
        (wait(55, 37, 0), [0.896_129, 0.760_707, 0.579_956, 19.0 / 56.0, 0.119_048]),
    ];
    for (council, row) in table {
        for (rate, expected) in [0.1, 0.25, 0.5, 1.0, 2.0].into_iter().zip(row) {
            close(ahead(&council, rate), expected, PRINTED);
        }
    }
}

/// The demo's map of West Africa.
#[derive(serde::Deserialize)]
struct Region {
    names: Vec<String>,
    borders: Vec<[String; 2]>,
}

#[test]
fn a_fast_war_from_liberia_leaves_only_the_gambia_to_save() {
    let region: Region =
        toml::from_str(include_str!("../../examples/data/crisis.toml")).unwrap();
    let find = |name: &str| region.names.iter().position(|n| n == name).unwrap();
    let borders: Vec<[usize; 2]> =
        region.borders.iter().map(|[one, other]| [find(one), find(other)]).collect();
    assert_eq!((region.names.len(), borders.len()), (14, 25));
    let [liberia, nigeria] = ["Liberia", "Nigeria"].map(find);
    let best = |crosses, from| {
        let best = map(14, &borders, crosses).mediate(from, 1).unwrap();
        borders[best.borders[0]]
    };
    assert_eq!(best(0.1, liberia), [3, 5]);
    assert_eq!((best(0.3, liberia), best(0.7, liberia)), ([5, 6], [5, 6]));
    assert_eq!(best(0.9, liberia), [0, 1]);
    for crosses in [0.1, 0.3, 0.5, 0.9] {
        assert_eq!(best(crosses, nigeria), [12, 13]);
    }
    let at = map(14, &borders, 0.3);
    close(expected(&at, liberia), 3.777, 5e-4);
    close(at.mediate(liberia, 1).unwrap().expected, 2.770, 5e-4);
}
