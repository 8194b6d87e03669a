//! The published record, and what a second program found.

use super::*;

#[test]
fn russett_oneal_2001_the_file_has_39_996_pair_years_and_1_880_disputes() {
    let all = trade(|_| true);
    assert_eq!((all.events(), all.cases()), (1_880, 39_996));
    let sum = |all: &[Counts]| {
        all.iter().fold((0, 0), |(e, c), own| (e + own.events(), c + own.cases()))
    };
    // The other tables are the same pair-years, cut otherwise.
    assert_eq!(sum(&pairs::MEMBERSHIPS_BY_BORDER.concat()), (1_880, 39_996));
    let years = pairs::MEMBERSHIPS_BY_YEARS.map(|(_, counts)| counts);
    assert_eq!(sum(&years.concat()), (1_880, 39_996));
    assert_eq!(sum(&pairs::REGIMES.concat()), (1_880, 39_996));
    let democratic = |near| trade(|c| c.democratic && c.neighbours == near);
    for (near, (regimes, young)) in
        [false, true].into_iter().zip(pairs::REGIMES.into_iter().zip(pairs::YOUNG))
    {
        assert_eq!(regimes[2], democratic(near));
        assert_eq!(young[0].and(young[1]), Ok(regimes[2]));
    }
}

/// The same cells by statsmodels (Python).
#[test]
fn the_eight_cells_as_a_second_program_fits_them() {
    let near = |own: &TradeCell| flag(own.neighbours);
    let much = |own: &TradeCell| flag(own.much);
    let democratic = |own: &TradeCell| flag(own.democratic);
    for (fit, expected, errors, deviance) in [
        (
            fitted(|c| vec![much(c)]),
            vec![-2.985_431, -0.079_126],
            vec![0.0281, 0.0518],
            1181.898,
        ),
        (
            fitted(|c| vec![near(c), much(c)]),
            vec![-3.623_553, 1.496_920, -0.529_371],
            vec![0.0419, 0.0524, 0.0541],
            298.747,
        ),
        (
            fitted(|c| vec![near(c), much(c), democratic(c)]),
            vec![-3.536_850, 1.481_146, -0.326_248, -1.420_297],
            vec![0.0421, 0.0524, 0.0550, 0.1108],
            56.811,
        ),
        (
            fitted(|c| vec![near(c), much(c), democratic(c), near(c) * much(c)]),
            vec![-3.652_145, 1.671_254, 0.323_234, -1.418_857, -0.858_714],
            vec![0.0471, 0.0593, 0.0994, 0.1107, 0.1170],
            7.114,
        ),
    ] {
        close(fit.constant(), expected[0], 6e-7);
        for (found, expected) in fit.effects().iter().zip(&expected[1..]) {
            close(*found, *expected, 6e-7);
        }
        for (found, expected) in fit.errors().iter().zip(&errors) {
            close(*found, *expected, 6e-5);
        }
        close(fit.deviance(), deviance, 6e-4);
        assert_eq!(fit.freedom(), 8 - expected.len());
    }
}

#[derive(Deserialize)]
struct Row {
    table: u32,
    events: u32,
    cases: u32,
    x1: f64,
    x2: f64,
    x3: f64,
}

#[derive(Deserialize)]
struct Expected {
    table: u32,
    c0: f64,
    c1: f64,
    c2: f64,
    c3: f64,
    e0: f64,
    e1: f64,
    e2: f64,
    e3: f64,
    deviance: f64,
}

#[test]
fn five_random_tables_as_statsmodels_fits_them() {
    let rows = facts::<Row>("peace_logit");
    let fits = facts::<Expected>("peace_fits");
    assert_eq!(fits.len(), 5);
    for fit in fits {
        let own = rows.iter().filter(|row| row.table == fit.table);
        let cells: Vec<Cell> = own
            .map(|row| {
                cell(&[row.x1, row.x2, row.x3], counts(row.events, row.cases))
            })
            .collect();
        let found = Fit::of(&cells).unwrap();
        close(found.constant(), fit.c0, 1e-8);
        for (found, expected) in found.effects().iter().zip([fit.c1, fit.c2, fit.c3])
        {
            close(*found, expected, 1e-8);
        }
        let errors = [fit.e0, fit.e1, fit.e2, fit.e3];
        for (found, expected) in found.errors().iter().zip(errors) {
            close(*found, expected, 1e-8);
        }
        close(found.deviance(), fit.deviance, 1e-6);
        assert_eq!(found.freedom(), cells.len() - 4);
    }
}

/// As scipy has it.
#[test]
fn clopper_pearson_1934_intervals() {
    for (events, cases, low, high) in [
        (20, 305, 0.040_510_893_6, 0.099_458_869_0),
        (38, 2_500, 0.010_778_287_9, 0.020_804_008_1),
        (6, 467, 0.004_729_177_8, 0.027_753_695_0),
        (26, 3_386, 0.005_021_920_7, 0.011_230_931_8),
        (0, 10, 0.0, 0.308_497_107_8),
        (10, 10, 0.691_502_892_2, 1.0),
        (1_880, 39_996, 0.044_950_925, 0.049_124_558_2),
    ] {
        let found = counts(events, cases).interval(chance(0.05));
        close(found[0].value(), low, 1e-9);
        close(found[1].value(), high, 1e-9);
    }
}
