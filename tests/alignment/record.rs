//! The published record.

use super::*;

fn in_1936() -> Landscape {
    nations::landscape(&NATIONS, &Factors::default()).unwrap()
}

fn in_year(year: i32) -> Landscape {
    let mut seventeen = nations::in_year(year).unwrap();
    if year == 1936 {
        // NMC 7.0 here too, to have all years alike.
        seventeen =
            seventeen.map(|n| nations::Nation { size: n.sizes_by_year[0], ..n });
    }
    nations::landscape(&seventeen, &Factors::default()).unwrap()
}

#[test]
fn axelrod_bennett_1936_two_minima_by_our_coding() {
    let stable = in_1936().stable().unwrap();
    assert_eq!(stable.len(), 2);
    // The first is configuration 1 but for Lithuania, the second is configuration 2.
    let first = misplaced(&stable[0].alignment, &nations::published(true));
    assert_eq!(first, ["Lithuania"]);
    assert_eq!(stable[1].alignment, nations::published(false));
    // Energies to the decimal noted; our own coding, so no published value.
    assert!((stable[0].energy + 2081.6).abs() < 0.05, "{}", stable[0].energy);
    assert!((stable[1].energy + 2005.8).abs() < 0.05, "{}", stable[1].energy);
}

#[test]
fn axelrod_bennett_1936_basins_by_our_coding() {
    // Published: 47 945 and 17 591; ours: 48 697 and 16 839.
    let landscape = in_1936();
    let basins = landscape.basins().unwrap();
    let stable = landscape.stable().unwrap();
    let sizes: Vec<u64> = stable.iter().map(|s| basins[&s.alignment]).collect();
    assert_eq!(sizes, [48_697, 16_839]);
    assert_eq!(47_945 + 17_591, 65_536);
    assert_eq!(basins.values().sum::<u64>(), 65_536);
}

#[test]
fn axelrod_bennett_1936_one_cell_changed_after_the_fact_gives_both_configurations() {
    let mut seventeen = NATIONS;
    seventeen[12].government = Government::Fascist;
    assert_eq!(seventeen[12].name, "Lithuania");
    let landscape = nations::landscape(&seventeen, &Factors::default()).unwrap();
    let stable = landscape.stable().unwrap();
    let found: Vec<Alignment> = stable.into_iter().map(|s| s.alignment).collect();
    assert_eq!(found, [nations::published(true), nations::published(false)]);
    let basins = landscape.basins().unwrap();
    assert_eq!((basins[&found[0]], basins[&found[1]]), (47_627, 17_909));
}

#[test]
fn axelrod_bennett_1937_to_1939_one_minimum_remains_but_poland_stays() {
    let counts =
        [1936, 1937, 1938, 1939].map(|y| in_year(y).stable().unwrap().len());
    assert_eq!(counts, [2, 2, 1, 1]);
    // Published: in 1939 Poland stands with Britain. Not reproduced.
    let last = &in_year(1939).stable().unwrap()[0].alignment;
    let [britain, germany, poland] = [0, 4, 6];
    assert!(last.together(germany, poland) && !last.together(britain, poland));
}

#[test]
fn axelrod_bennett_1938_romania_alone_changes_its_government() {
    let romania = NATIONS.iter().position(|n| n.name == "Romania").unwrap();
    let changed = |year| {
        let nations = nations::in_year(year).unwrap();
        let changed =
            (0..17).filter(|&i| nations[i].government != NATIONS[i].government);
        changed.collect::<Vec<_>>()
    };
    let none: [usize; 0] = [];
    assert_eq!([changed(1936), changed(1937)], [none, none]);
    assert_eq!([changed(1938), changed(1939)], [[romania], [romania]]);
    assert_eq!(
        nations::in_year(1938).unwrap()[romania].government,
        Government::Other
    );
}

#[test]
fn axelrod_bennett_1938_sizes_alone_take_the_second_valley_away() {
    // Romania left a democracy: what is gone in 1938 is gone by the sizes.
    let mut seventeen =
        NATIONS.map(|n| nations::Nation { size: n.sizes_by_year[1], ..n });
    let count = |nations: &[nations::Nation; 17]| {
        nations::landscape(nations, &Factors::default())
            .unwrap()
            .stable()
            .unwrap()
            .len()
    };
    assert_eq!(count(&seventeen), 2);
    for nation in &mut seventeen {
        nation.size = nation.sizes_by_year[2];
    }
    assert_eq!(count(&seventeen), 1);
}

#[test]
fn axelrod_bennett_1936_the_loosest_states_are_romania_and_lithuania() {
    let landscape = in_1936();
    let first = nations::published(true);
    let [romania, lithuania] = [7, 12];
    assert!((landscape.frustration(romania, &first) + 31.95).abs() < 0.005);
    let after = landscape.frustration(romania, &first.after_move(romania));
    assert!((after + 26.59).abs() < 0.005);
    assert!(landscape.gain_of_switch(lithuania, &first) > 0.0);
}

#[test]
fn axelrod_bennett_1936_leaving_one_factor_out() {
    let one = Factors::default();
    let count = |factors: Factors| {
        nations::landscape(&NATIONS, &factors).unwrap().stable().unwrap()
    };
    let without_religion = count(Factors { religion: 0.0, ..one });
    assert_eq!(without_religion.len(), 1);
    let wrong = misplaced(&without_religion[0].alignment, &nations::published(true));
    assert_eq!(wrong, ["Lithuania"]);
    let without_government = count(Factors { government: 0.0, ..one });
    assert_eq!(without_government.len(), 1);
    assert!(
        misplaced(&without_government[0].alignment, &nations::published(true)).len()
            > 2
    );
    let without_war = count(Factors { war: 0.0, ..one });
    assert_eq!(without_war.len(), 2);
    for found in &without_war {
        assert_ne!(found.alignment, nations::published(true));
        assert_ne!(found.alignment, nations::published(false));
    }
    // Without borders the order of the two is swapped.
    let without_borders = count(Factors { border: 0.0, ..one });
    assert_eq!(without_borders.len(), 2);
    assert_eq!(without_borders[0].alignment, nations::published(false));
    let without_ethnic = count(Factors { ethnic: 0.0, ..one });
    assert_eq!(without_ethnic.len(), 2);
    let wrong = misplaced(&without_ethnic[0].alignment, &nations::published(true));
    assert_eq!(wrong, ["Romania"]);
}

#[test]
fn axelrod_bennett_1936_all_authoritarians_as_fascists_misplaces_three() {
    let mut seventeen = NATIONS;
    for nation in &mut seventeen {
        if nation.government == Government::Other {
            nation.government = Government::Fascist;
        }
    }
    let landscape = nations::landscape(&seventeen, &Factors::default()).unwrap();
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 2);
    // Against history, Portugal left out as it stayed neutral.
    let wrong = (0..17).filter(|&i| {
        let with_moscow = stable[0].alignment.together(i, 14);
        NATIONS[i].allied.is_some_and(|allied| allied != with_moscow)
    });
    let wrong: Vec<&str> = wrong.map(|i| NATIONS[i].name).collect();
    assert_eq!(wrong, ["Poland", "Yugoslavia", "Greece"]);
}

#[test]
fn axelrod_bennett_configuration_1_misplaces_poland_and_the_neutral() {
    let first = nations::published(true);
    let right = |i: usize| NATIONS[i].allied == Some(first.together(i, 14));
    let wrong: Vec<&str> =
        (0..17).filter(|&i| !right(i)).map(|i| NATIONS[i].name).collect();
    assert_eq!(wrong, ["Poland", "Portugal"]);
}

#[test]
fn axelrod_bennett_odds_of_a_good_guess() {
    let total: f64 = NATIONS.iter().map(|n| n.size).sum();
    assert!((total - 49.40).abs() < 1e-9);
    // Poland and Portugal misplaced: "96 per cent" by size.
    assert!((1.0 - 2.10 / total - 0.9575).abs() < 5e-5);
    let first = nations::published(true);
    let close = all(17).filter(|sides| sides.misplaced(&first) <= 2).count();
    assert_eq!(close, 154);
    assert_eq!((2.0_f64 * 154.0 / 65_536.0 * 1e4).round(), 47.0);
    let one_off = all(17).filter(|sides| sides.misplaced(&first) <= 1).count();
    assert_eq!(one_off, 18);
}

#[test]
fn akr_2006_europe_from_1872_to_1907() {
    // Year: ties, friendships, rivalries, closed triads, unbalanced, frustration;
    // recomputed from manynet's transcription in the model notes.
    let record = [
        (1872, 9, 3, 6, 7, 2, 1),
        (1882, 11, 5, 6, 8, 2, 1),
        (1890, 10, 3, 7, 5, 2, 1),
        (1891, 11, 4, 7, 8, 2, 1),
        (1904, 11, 5, 6, 8, 2, 1),
        (1907, 15, 6, 9, 20, 0, 0),
    ];
    for (year, ties, friends, rivals, closed, unbalanced, frustration) in record {
        let graph = powers::europe(year);
        let of = |sign| graph.ties().filter(|tie| tie.2 == sign).count();
        assert_eq!((of(Friends), of(Rivals)), (friends, rivals), "{year}");
        assert_eq!(graph.ties().count(), ties, "{year}");
        let census = graph.census();
        assert_eq!((census.closed(), census.unbalanced), (closed, unbalanced));
        assert_eq!(graph.frustration().found, frustration, "{year}");
    }
    assert_eq!(powers::europe(1871).ties().count(), 0);
}
