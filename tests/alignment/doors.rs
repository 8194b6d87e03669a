//! What the doors refuse, and what comes back through them.

use super::*;

#[test]
fn every_door_refuses_in_a_sentence() {
    let told = |error: AlignmentError| error.to_string();
    let p = |x: f64| Payoff::new(x).unwrap();
    let skew = vec![vec![p(0.0), p(1.0)], vec![p(2.0), p(0.0)]];
    assert!(matches!(
        Landscape::new(&sizes(&[1.0, 1.0]), &skew),
        Err(AlignmentError::NotSymmetric { a: 0, b: 1 })
    ));
    assert!(Landscape::new(&sizes(&[1.0]), &skew).is_err());
    assert!(Landscape::new(&[], &[]).is_err());
    assert!(equal(23).basins().is_err());
    let far = Alignment::of_side(21, &[]);
    assert!(equal(21).barrier(&far, &far).is_err());
    // Twenty-two equal rivals are content in every even split: too many to list.
    assert!(matches!(equal(22).stable(), Err(AlignmentError::TooManyStable { .. })));
    assert_eq!(
        told(equal(3).swing(0, &[(0, 1), (1, 2)]).unwrap_err()),
        "expected a follower with one leader and no followers, found state 1 with more"
    );
    assert!(equal(4).swing(0, &[(0, 1), (0, 2)]).is_err());
    assert_eq!(
        told(equal(23).basins().unwrap_err()),
        "expected at most 22 states for the basins of all alignments, found 23"
    );
    let huge = Landscape::rivals(&sizes(&[1e150, 1e150]));
    assert_eq!(huge, Err(AlignmentError::TooLarge));
    let fond = [[0.0, 1e120], [1e120, 0.0]];
    let fond = fond.map(|row| row.map(|p| Payoff::new(p).unwrap()).to_vec());
    let huge = Landscape::new(&sizes(&[1e100, 1e100]), &fond);
    assert_eq!(huge, Err(AlignmentError::TooLarge));
    assert_eq!(
        told(equal(3).swing(3, &[]).unwrap_err()),
        "expected a state numbered below 3, found 3"
    );
    assert_eq!(
        told(equal(3).pledge(1, 1, Penalty::NONE).unwrap_err()),
        "expected a tie between two states, found state 1 twice"
    );
    assert!(Penalty::new(-1.0).is_err() && "x".parse::<Penalty>().is_err());
    let names = |file: &str| refused::<System>(file);
    assert_eq!(
        names(r#"{"title": "t", "states": ["A", "B"], "rivals": [["A", "C"]]}"#),
        "expected one of the states A, B, found \"C\""
    );
    for bad in [
        r#"{"title": "t", "states": []}"#,
        r#"{"title": "t", "states": ["A", "A"]}"#,
        r#"{"title": "t", "states": ["A", "B"], "friend": []}"#,
        r#"{"title": "t", "states": ["A", "B"], "rivals": [["A", "A"]]}"#,
        r#"{"title": "t", "states": ["A", "B"], "rivals": [["A", "B", "C"]]}"#,
        r#"{"title": "t", "states": ["A", "B"], "rivals": [["A", "B"], ["B", "A"]]}"#,
        r#"{"title": "t", "states": ["A", "B"], "sizes": {"A": 0}}"#,
    ] {
        refused::<System>(bad);
    }
    let five = System::new("courts", &courts::NAMES, equal(5)).unwrap();
    assert_eq!(five.number("Prussia"), Ok(PRUSSIA));
    assert!(System::new("courts", &courts::NAMES, equal(4)).is_err());
}

#[test]
fn decimals_that_are_equal_on_paper_decide_nothing() {
    // In floating point 0.1 + 0.7 falls short of 0.8 and 0.1 + 0.2 exceeds 0.3.
    let three = Landscape::rivals(&sizes(&[0.8, 0.1, 0.7])).unwrap();
    assert_eq!(three.swing(0, &[]).unwrap(), Swing { decided: 1, of: 2 });
    let four = Landscape::rivals(&sizes(&[1.0, 1.0, 0.1, 0.2])).unwrap();
    let pledge = four.pledge(0, 1, Penalty::new(1.3).unwrap()).unwrap();
    assert_eq!((pledge.kept.value(), pledge.freedom), (1.0, 0.0));
}

#[test]
fn an_infinite_penalty_survives_json_as_a_word() {
    let pinned = Penalty::new(f64::INFINITY).unwrap();
    assert_eq!(pinned, Penalty::INFINITE);
    let json = survives(&pinned);
    assert_eq!(json, "\"infinite\"");
    for word in ["infinite", " inf ", &pinned.to_string()] {
        assert_eq!(word.parse::<Penalty>(), Ok(pinned), "{word}");
    }
    for bad in [1e151, 1e308, f64::NAN, f64::NEG_INFINITY] {
        assert!(Penalty::new(bad).is_err(), "{bad}");
    }
    for bad in ["1e308", "null", "\"-1\"", "\"nan\"", "\"much\""] {
        let error = refused::<Penalty>(bad);
        assert!(error.starts_with("expected a penalty"), "{error}");
    }
    for value in [0.0, 0.1, 1e150] {
        let penalty = Penalty::new(value).unwrap();
        survives(&penalty);
    }
}

#[test]
fn alignments_and_penalties_read_as_they_are_written() {
    let sides = Alignment::of_side(5, &[0, 3]);
    assert_eq!(sides.to_string(), "0 3 | 1 2 4");
    assert_eq!(
        sides.told(&courts::NAMES),
        "Britain, Prussia | Austria, France, Russia"
    );
    assert_eq!(Alignment::of_side(2, &[]).told(&["A", "B"]), "A, B | nobody");
    let penalty: Penalty = serde_json::from_str("1.5").unwrap();
    assert_eq!((penalty.to_string(), penalty.value()), ("1.5".to_owned(), 1.5));
    assert_eq!(serde_json::to_string(&penalty).unwrap(), "1.5");
    refused::<Penalty>("-1.5");
    assert_eq!(" 2 ".parse::<Penalty>(), Penalty::new(2.0));
}

#[test]
fn the_example_file_holds_the_new_system() {
    let file = include_str!("../../examples/data/alignment-courts.toml");
    let system: System = toml::from_str(file).unwrap();
    assert_eq!(system.title(), "The courts after the reversal");
    assert_eq!(system.names(), courts::NAMES);
    let stable = system.landscape().stable().unwrap();
    assert_eq!(stable.len(), 1);
    assert_eq!(stable[0].alignment, new_system());
}

#[test]
fn the_barrier_is_the_lowest_pass() {
    // By hand: four equal rivals, from 01|23 to 02|13 over one alone or three.
    let landscape = equal(4);
    let [from, to] = [[0, 1], [0, 2]].map(|side| Alignment::of_side(4, &side));
    let barrier = landscape.barrier(&from, &to).unwrap();
    // 01|23 has four rival pairs across, twice −4; three against one has three.
    assert_eq!((barrier.peak, barrier.climb, barrier.climb_back), (-6.0, 2.0, 2.0));
    assert_eq!(barrier.path.len(), 3);
    let stay = landscape.barrier(&from, &from).unwrap();
    assert_eq!((stay.climb, stay.path.len()), (0.0, 1));
}

/// A feud of two giants beside a feud of two dwarfs.
fn feuds(giant: f64) -> Result<Landscape, AlignmentError> {
    let mut graph = SignedGraph::new(4, &[])?;
    graph.set(0, 1, Some(Rivals));
    graph.set(2, 3, Some(Rivals));
    Landscape::new(&sizes(&[giant, giant, 1.0, 1.0]), &table(&graph))
}

#[test]
fn a_feud_of_dwarfs_beside_a_feud_of_giants_is_not_forgotten() {
    for giant in [1e8, 1e12, 1e15] {
        let stable = feuds(giant).unwrap().stable().unwrap();
        assert_eq!(stable.len(), 2, "{giant}");
        for found in stable {
            let apart = |a, b| !found.alignment.together(a, b);
            assert!(apart(0, 1) && apart(2, 3), "{giant}");
        }
    }
}

#[test]
fn a_rival_larger_by_the_last_bit_is_the_larger_rival() {
    // The products of three sixteenths with a third and with the next number after it
    // round to the same, and a tie would be stable both ways.
    let (part, third) = (3.0 / 16.0, 1.0 / 3.0);
    let more = f64::from_bits(f64::to_bits(third) + 1);
    assert_eq!(part * third, part * more);
    let landscape = Landscape::rivals(&sizes(&[third, more, part])).unwrap();
    let together = Alignment::of_side(3, &[0, 2]);
    // State 2 stands with the smaller of two rivals, and with nobody else.
    assert!(landscape.is_stable(&together));
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 1);
    assert_eq!(stable[0].alignment, together);
    assert_eq!(landscape.best(), stable);
    let other = Alignment::of_side(3, &[1, 2]);
    assert_eq!(landscape.basins().unwrap(), [(together.clone(), 4)].into());
    assert_eq!(landscape.descend(&other).last(), Some(&together));
    let pass = landscape.barrier(&together, &other).unwrap();
    assert!(pass.climb_back < pass.climb, "{pass:?}");
}

#[test]
fn sizes_too_far_apart_to_be_added_enter_no_landscape() {
    // No search of a landscape can go wrong on them: none gets one.
    for giant in [1e30, 1e140] {
        assert_eq!(feuds(giant).unwrap_err(), AlignmentError::TooFarApart);
    }
    // Nor do computed sizes with computed propensities, of some 160 bits together.
    let third = Payoff::new(-1.0 / 3.0).unwrap();
    let computed = [vec![third; 2], vec![third; 2]];
    let refused = Landscape::new(&sizes(&[1.0 / 3.0, 1e9 / 7.0]), &computed);
    assert_eq!(refused.unwrap_err(), AlignmentError::TooFarApart);
    // Without ties all products are 0 and the landscape stands, but its sizes are
    // added in a swing, and a pull and a penalty in a pledge.
    let idle = SignedGraph::new(3, &[]).unwrap();
    let idle = Landscape::new(&sizes(&[1e30, 1.0, 1e-30]), &table(&idle)).unwrap();
    assert_eq!(idle.stable().unwrap().len(), 4);
    assert_eq!(idle.swing(0, &[]), Err(AlignmentError::TooFarApart));
    let mut graph = SignedGraph::new(3, &[]).unwrap();
    graph.set(0, 1, Some(Rivals));
    let pair = Landscape::new(&sizes(&[1.0, 1.0, 1.0]), &table(&graph)).unwrap();
    let penalty = Penalty::new(1e140).unwrap();
    assert_eq!(pair.pledge(0, 1, penalty), Err(AlignmentError::TooFarApart));
}

#[test]
fn a_landscape_of_more_states_than_a_table_holds_is_refused() {
    let sizes = vec![Size::new(1.0).unwrap(); SignedGraph::MOST_STATES + 1];
    let too_many = GraphError::TooMany {
        what: "states for a table of all pairs",
        limit: SignedGraph::MOST_STATES,
        found: sizes.len(),
    };
    assert_eq!(Landscape::rivals(&sizes).unwrap_err(), too_many.into());
}

#[test]
fn a_landscape_gives_back_the_signed_graph_that_it_was_made_of() {
    for step in courts::STEPS {
        let graph = step.graph();
        assert_eq!(Landscape::of_graph(&graph).graph(), graph);
    }
    let apart = SignedGraph::new(3, &[(0, 1, Friends)]).unwrap();
    assert_eq!(Landscape::of_graph(&apart).graph(), apart);
}

#[test]
fn a_propensity_is_the_decimal_that_its_factors_add_up_to() {
    let world = nations::landscape(&NATIONS, &Factors::default()).unwrap();
    for (a, b) in (0..17).flat_map(|a| (0..a).map(move |b| (a, b))) {
        let found = world.propensity(a, b);
        // What rounding leaves where hundredths cancel begins at the sixteenth place.
        let written = format!("{found}");
        assert!(written.len() < 12, "{a}, {b}: {written}");
    }
}
