//! Cheap talk: the record.

use super::*;

#[test]
fn crawford_sobel_uniform_quadratic_table() {
    let table: [(&str, u32, &[f64], f64); 8] = [
        ("0.30", 1, &[], 0.083_333_3),
        ("0.25", 1, &[], 0.083_333_3),
        ("0.20", 2, &[0.1], 0.060_833_3),
        ("0.10", 2, &[0.3], 0.030_833_3),
        ("0.05", 3, &[0.133_333, 0.466_667], 0.015_925_9),
        ("0.04", 4, &[0.01, 0.18, 0.51], 0.013_208_3),
        ("0.02", 5, &[0.04, 0.16, 0.36, 0.64], 0.006_533_3),
        (
            "0.01",
            7,
            &[0.022_857, 0.085_714, 0.188_571, 0.331_429, 0.514_286, 0.737_143],
            0.003_300_7,
        ),
    ];
    for (b, cells, cuts, loss) in table {
        let b = bias(b);
        assert_eq!(max_cells(b), Some(cells));
        let report = Partition::finest(b).unwrap();
        assert_eq!(report.cuts().len(), cells as usize + 1);
        for (found, &expected) in report.cuts()[1..].iter().zip(cuts) {
            close(*found, expected, SIX_PLACES);
        }
        close(report_loss(b), loss, 5e-8);
    }
    assert_eq!(max_cells(bias("0.001")), Some(22));
    close(report_loss(bias("0.001")), 0.000_333_2, 5e-8);
}

#[test]
fn knife_edges_are_exact() {
    for n in 2..200_u32 {
        let under = u64::from(2 * n * (n - 1));
        let edge = Bias::ratio(1, under).unwrap();
        assert_eq!(max_cells(edge), Some(n - 1), "1/{under}");
        // Just below the edge there is room for one more.
        let below = Bias::ratio(999_999, under * 1_000_000).unwrap();
        assert_eq!(max_cells(below), Some(n), "below 1/{under}");
        // The newborn cell has no width, so nothing is lost by calling it none.
        let (with, without) = (report_loss(below), report_loss(edge));
        close(with, without, 1e-6);
    }
    // Decimals are taken as written: 0.025 is 1/40.
    assert_eq!(max_cells(Bias::new(0.025).unwrap()), Some(4));
    assert_eq!(max_cells(bias("0.025")), Some(4));
    assert_eq!(max_cells(bias("0.0249999")), Some(5));
}

#[test]
fn mediation_at_the_published_points() {
    close(mediated_loss(bias("0.25")), 0.0625, EXACT);
    close(mediated_loss(bias("0.1")), 0.03, EXACT);
    close(delegation_loss(bias("0.25")), 0.0625, EXACT);
    close(delegation_loss(bias("0.1")), 0.01, EXACT);
    // The report meets the mediator where it is at its best: 1/(2 N²).
    for n in [2_u64, 3, 4, 5] {
        let b = Bias::ratio(1, 2 * n * n).unwrap();
        close(report_loss(b), mediated_loss(b), EXACT);
    }
    // The largest gain from mediation is at a quarter.
    close(SILENCE_LOSS - mediated_loss(bias("0.25")), 1.0 / 48.0, EXACT);
}

#[test]
fn the_best_institution_changes_at_a_quarter_and_at_a_half() {
    let best = |text| best_institution(bias(text));
    assert_eq!(best("0"), Institution::Plenipotentiary);
    assert_eq!(best("1/4"), Institution::Plenipotentiary);
    assert_eq!(best("0.2501"), Institution::Mediator);
    assert_eq!(best("0.4999"), Institution::Mediator);
    assert_eq!(best("1/2"), Institution::Silence);
    let losses = [0.01, 0.03, 37.0 / 1200.0, SILENCE_LOSS];
    for (way, loss) in Institution::ALL.into_iter().zip(losses) {
        close(way.loss(bias("0.1")), loss, EXACT);
    }
    for step in 0..=1000 {
        let b = Bias::ratio(step, 1000).unwrap();
        let least = Institution::ALL.map(|way| way.loss(b)).into_iter();
        let least = least.fold(f64::INFINITY, f64::min);
        close(best_institution(b).loss(b), least, EXACT);
    }
}

#[test]
fn a_simulated_report_loses_what_the_formula_says() {
    let b = bias("0.05");
    let report = Partition::finest(b).unwrap();
    let mut rng = seeded(17);
    let draws = 200_000;
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..draws {
        let case = Share::new(unit(&mut rng)).unwrap();
        let off = report.action(report.cell(case)) - case.value();
        sum += off * off;
        squares += off * off * off * off;
    }
    let mean = sum / f64::from(draws);
    let error =
        ((squares / f64::from(draws) - mean * mean) / f64::from(draws)).sqrt();
    close(mean, report_loss(b), 4.0 * error);
}

#[test]
fn no_door_lets_in_what_the_model_does_not_know() {
    let long_words = ["0", "0000000000000000000000000000000"]
        .map(|zeros| format!("0.{zeros}0000000000000000000000000000é"));
    let bad =
        ["1.5", "-2", "1e-13", "1e-40", "NaN", "1/0", "a/b", "", "inf", "0.1x"];
    for bad in bad.into_iter().chain(long_words.iter().map(String::as_str)) {
        assert!(bad.parse::<Bias>().is_err(), "{bad}");
    }
    assert!(Bias::new(f64::NAN).is_err());
    assert!(Bias::new(5e-324).is_err());
    assert_eq!(bias("0.2500000000000000000000000000000000"), bias("1/4"));
    assert_eq!(bias("-0.0"), bias("0"));
    for bad in ["generous:2", "joss:", "grim:0.5"] {
        let error = bad.parse::<Named>().unwrap_err();
        assert_eq!(error, SignalsError::NoSuchChance { found: bad.to_owned() });
    }
    let unknown = "tit-for-tit".parse::<Named>().unwrap_err().to_string();
    assert!(Named::NAMES.iter().all(|name| unknown.contains(name)), "{unknown}");
    for name in Named::NAMES {
        let named: Named = name.parse().unwrap();
        assert_eq!(named.to_string().parse::<Named>().unwrap(), named);
    }
    assert!(Machine::new(vec![], 0).is_err());
    let strays = State::new(p(1.0), [0, 0, 1, 0]);
    let error = Machine::new(vec![strays], 0).unwrap_err();
    assert_eq!(error.to_string(), "expected a state below 1, found 1");
    let none = Tournament::new(0, 1).unwrap_err().to_string();
    assert_eq!(none, "expected 1 or more rounds, found 0");
    assert!(Tournament::new(1, 0).is_err());
    assert!(Tournament::new(1_000_000_000, 1).is_ok());
    assert!(Tournament::new(1_000_000_001, 1).is_err());
    assert!(Tournament::new(1, 1).unwrap().play::<Machine>(&[]).is_err());
    let negative = Audience::new(-1.0).unwrap_err().to_string();
    assert_eq!(
        negative,
        "expected a cost before the audience from 0 to 1e150, found -1.0"
    );
    assert!(Audience::new(f64::INFINITY).is_err());
    let unknown = "states = [{ cooperate = 1, next = [0, 0, 0, 0], mood = 2 }]";
    assert!(toml::from_str::<Machine>(unknown).is_err());
}

#[test]
fn a_silent_machine_ignores_the_line_and_the_tape_says_what_went_wrong() {
    let saint = machine("always-cooperate");
    let pair = Encounter::new(&saint, &saint, hand(0.2));
    for round in pair.tape(200, 3) {
        for side in 0..2 {
            let slipped = round.slipped()[side];
            assert_eq!(round.moves()[side] == Defect, slipped);
            assert!(!round.misheard()[side]);
        }
    }
    assert_eq!(pair.tape(50, 3), pair.tape(50, 3));
    let mut rng = seeded(1);
    assert!(!happens(&mut rng, p(0.0)));
}

#[test]
fn a_tape_of_mirrors_repeats_what_each_heard() {
    let mirror = machine("tit-for-tat");
    let line = Line::new(hand(0.05).hand(), ear(0.1).ear());
    let tape = Encounter::new(&mirror, &mirror, line).tape(500, 8);
    let (mut slips, mut misread) = (0, 0);
    for rounds in tape.windows(2) {
        for side in 0..2 {
            let heard = rounds[0].moves()[1 - side];
            let heard =
                if rounds[0].misheard()[side] { heard.other() } else { heard };
            let slipped = rounds[1].slipped()[side];
            let made = if slipped { heard.other() } else { heard };
            assert_eq!(rounds[1].moves()[side], made);
            slips += u32::from(slipped);
            misread += u32::from(rounds[0].misheard()[side]);
        }
    }
    assert!((20..100).contains(&slips) && (60..150).contains(&misread));
}

#[test]
fn what_is_written_is_read_again() {
    let win_stay = serde_json::to_string(&MemoryOne::WIN_STAY_LOSE_SHIFT).unwrap();
    assert_eq!(win_stay, "[1.0,0.0,0.0,1.0]");
    let read: MemoryOne = serde_json::from_str("[0.1,0.2,0.3,0.4]").unwrap();
    assert_eq!(read, MemoryOne::new(p(0.1), p(0.2), p(0.3), p(0.4)));
    assert_eq!(serde_json::to_string(&read).unwrap(), "[0.1,0.2,0.3,0.4]");
    assert_eq!(serde_json::to_string(&bias("-1/4")).unwrap(), "-0.25");
    assert_eq!(serde_json::from_str::<Bias>("0.25").unwrap(), bias("1/4"));
    refused::<Bias>("1.5");
    let third: Named = "generous".parse().unwrap();
    assert_eq!(serde_json::to_string(&third).unwrap(), "\"generous:1/3\"");
    assert_eq!(
        format!("{:>7}|{:8}", bias("0.1"), Institution::Envoy),
        "    0.1|envoy   "
    );
    for name in ["joss:0.123456789", "random:2/7", "generous:11/12", "joss:0.9"] {
        assert_eq!(name.parse::<Named>().unwrap().to_string(), name);
    }
    let davis = machine("davis");
    survives(&davis);
    let line = Line::new(hand(0.1).hand(), ear(0.2).ear());
    let text = serde_json::to_string(&line).unwrap();
    assert_eq!(text, r#"{"hand":0.1,"ear":0.2}"#);
    refused::<Line>(r#"{"hand":0.6,"ear":0.2}"#);
    let talks = Channel::new(1.0, Audience::new(3.0).unwrap(), p(0.1)).unwrap();
    let text = survives(&talks);
    assert_eq!(text, r#"{"settlement":1.0,"audience":3.0,"leak":0.1}"#);
    let talks = r#"{"settlement":-1,"audience":3,"leak":0.1}"#;
    let told = refused::<Channel>(talks);
    assert!(told.starts_with("expected a settlement from 0 to 1e150, found -1.0"));
}
