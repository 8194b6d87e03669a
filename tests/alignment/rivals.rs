//! The published record where rivalry alone decides.

use super::*;

#[test]
fn axelrod_bennett_realist_control_of_the_great_powers() {
    let five = [0, 1, 4, 5, 14].map(|i| NATIONS[i].size);
    let stable = Landscape::rivals(&sizes(&five)).unwrap().stable().unwrap();
    let mut found: Vec<Alignment> =
        stable.into_iter().map(|s| s.alignment).collect();
    found.sort();
    // Britain, France, Germany, Italy, Soviet Union.
    let mut published = [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]]
        .map(|s| Alignment::of_side(5, &s));
    published.sort();
    assert_eq!(found, published);
    let historical = Alignment::of_side(5, &[0, 1, 4]);
    assert!(!found.contains(&historical));
}

#[test]
fn axelrod_bennett_realist_control_of_the_seventeen() {
    // Published 209; the printed sizes are rounded to two decimals. The next test
    // shakes them.
    let all = NATIONS.map(|n| n.size);
    let count = Landscape::rivals(&sizes(&all)).unwrap().stable().unwrap().len();
    assert_eq!(count, 226);
}

#[test]
fn axelrod_bennett_realist_control_lies_within_the_rounding_of_the_sizes() {
    let mut rng = seeded(1936);
    let counts = (0..40).map(|_| {
        let shaken = NATIONS.map(|n| n.size + (unit(rng.next_u64()) - 0.5) / 100.0);
        Landscape::rivals(&sizes(&shaken)).unwrap().stable().unwrap().len()
    });
    let counts: Vec<usize> = counts.collect();
    let (least, most) = (counts.iter().min(), counts.iter().max());
    assert_eq!((least, most), (Some(&201), Some(&221)));
    assert!(counts.contains(&209));
}

#[test]
fn axelrod_bennett_table_2_the_unix_firms() {
    let landscape = nations::firms();
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 2);
    assert_eq!(stable[0].energy, stable[1].energy);
    assert!((stable[0].energy + 3828.9).abs() < 0.05);
    let first = Alignment::new(nations::FIRMS.iter().map(|firm| firm.3).collect());
    assert!(stable.iter().any(|s| s.alignment == first));
    let basins = landscape.basins().unwrap();
    assert_eq!(basins.into_values().collect::<Vec<_>>(), [128, 128]);
}
