//! The network that two other libraries were asked about, and old rules with their old
//! answers.

use super::*;

#[test]
fn petgraph_pathfinding_and_our_notes_the_network_and_every_road_closed() {
    let network = network();
    let left = |worth: u64| 195 - worth;
    let worth: Vec<u64> = network.worth_of_each().into_iter().map(left).collect();
    assert_eq!(worth, [135, 150, 170, 145, 145, 185, 165, 150, 175, 170]);
    let without = |place| network.without(place).delivery().total;
    assert_eq!([NORTH, MIDDLE, SOUTH].map(without), [135, 120, 145]);
}

#[test]
fn megiddo_1974_the_fairest_is_level_by_level_and_no_less_in_all() {
    let network = network();
    let fairest = network.fairest();
    assert_eq!(fairest, [part(5, 6), part(1, 1), part(13, 14), part(3, 4)]);
    assert_eq!(network.equal(), part(3, 4));
    // With Middle shut the worst served get five fourteenths together.
    let shut = network.without(MIDDLE);
    assert_eq!(shut.fairest(), [part(2, 3), part(3, 5), part(5, 14), part(5, 8)]);
    assert_eq!(shut.equal(), part(5, 14));
}

#[test]
fn talmud_ketubot_93a_three_estates_under_constrained_equal_awards() {
    // Aumann and Maschler's estates; at 200 this rule gives each a third.
    let debts = amounts(&[100.0, 200.0, 300.0]);
    let given = awards(Amount::new(200.0).unwrap(), &debts);
    for each in given {
        close(each, 200.0 / 3.0, ROUNDING);
    }
    let half = awards_in_proportion(Amount::new(300.0).unwrap(), &debts);
    for (given, expected) in half.into_iter().zip([50.0, 100.0, 150.0]) {
        close(given, expected, ROUNDING);
    }
    let given = awards(Amount::new(100.0).unwrap(), &amounts(&[10.0, 30.0, 80.0]));
    for (given, expected) in given.into_iter().zip([10.0, 30.0, 60.0]) {
        close(given, expected, ROUNDING);
    }
}

#[test]
fn burkard_1993_days_by_load() {
    let both = Convoys::of(&[(2, 3), (5, 2)]);
    let table = [
        (6, part(4, 1)),
        (9, part(5, 1)),
        (10, part(26, 5)),
        (20, part(36, 5)),
        (30, part(46, 5)),
        (60, part(76, 5)),
    ];
    for (load, days) in table {
        assert_eq!(both.quickest(load), Some(days));
    }
}

/// As many levels as camps: found by one flow for each piece, and not by one walk through
/// all of the network for each level.
#[test]
fn a_thousand_camps_each_behind_a_road_of_its_own_have_each_their_own_part() {
    let width = |camp: usize| 1 + 7 * camp as u64 % 1_009;
    let roads = (1..=1_000).map(|camp| road(0, camp, width(camp)));
    let needs = (1..=1_000).map(|camp| load(camp, 900));
    let stock = load(0, Network::MOST_PER_DAY);
    let network =
        Network::new(1_001, roads.collect(), vec![stock], needs.collect()).unwrap();
    let parts = network.fairest();
    for (camp, found) in (1..=1_000).zip(parts) {
        assert_eq!(found, part(width(camp).min(900).into(), 900), "{camp}");
    }
    // Seven times 865 is one more than six times 1,009.
    assert_eq!(network.equal(), part(2, 900));
}
