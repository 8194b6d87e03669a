//! Axelrod's first tournament, played again with entries written from what was printed
//! of them. The places of 1980 are those of `Entry::ALL`, as Axelrod-Python lists them.

use super::*;

use Entry::{Davis, Downing, Friedman, Graaskamp, SteinRapoport, TitForTat};

/// The place of every entry when each also meets its double, as in 1980: five
/// repetitions of 200 moves.
fn places(seed: u64) -> Vec<usize> {
    let games = Tournament::new(Entry::ROUNDS, 5).unwrap().seeded(seed);
    let standings = games.play(&Entry::ALL).unwrap();
    let all = 0..Entry::ALL.len();
    let sum = |own: usize| -> f64 {
        all.clone().map(|other| standings.total(own, other)).sum()
    };
    let sums: Vec<f64> = all.clone().map(sum).collect();
    all.map(|own| 1 + sums.iter().filter(|&&sum| sum > sums[own]).count()).collect()
}

#[test]
fn axelrod_1980_does_not_replicate_tit_for_tat_is_second_or_third() {
    let (mut firsts, mut mirror) = ([0; 14], [0; 14]);
    for seed in 0..100 {
        let places = places(seed);
        let winner = places.iter().position(|&place| place == 1).unwrap();
        firsts[winner] += 1;
        mirror[places[0] - 1] += 1;
    }
    let at = |entry| Entry::ALL.iter().position(|one| *one == entry).unwrap();
    // Tit for tat was first in 1980, and Stein and Rapoport's sixth.
    assert_eq!((at(Entry::TitForTat), at(Entry::SteinRapoport)), (0, 5));
    assert_eq!(mirror[..4], [1, 57, 42, 0]);
    assert_eq!(firsts[at(Entry::SteinRapoport)], 92);
    assert_eq!(firsts[at(Entry::Grofman)], 7);
    assert_eq!(firsts[at(Entry::TitForTat)], 1);
}

/// What was printed allows one reading each of these: no lots are drawn.
#[test]
fn axelrod_1980_entries_that_draw_no_lots_meet_as_their_descriptions_say() {
    let standings =
        Tournament::new(Entry::ROUNDS, 1).unwrap().play(&Entry::ALL).unwrap();
    let at = |entry| Entry::ALL.iter().position(|one| *one == entry).unwrap();
    let total = |own, other| standings.total(at(own), at(other));
    // Who knows the end defects on the last two moves, and robs a mirror once.
    assert_eq!(total(SteinRapoport, TitForTat), 198.0 * 3.0 + 5.0 + 1.0);
    assert_eq!(total(TitForTat, SteinRapoport), 198.0 * 3.0 + 1.0);
    assert_eq!(total(SteinRapoport, SteinRapoport), 198.0 * 3.0 + 2.0);
    // Friedman never forgives Graaskamp's probe on move 51, Davis neither.
    assert_eq!(total(Friedman, Graaskamp), total(Davis, Graaskamp));
    // 597 apiece is printed for Graaskamp and Downing against tit for tat.
    for entry in [Graaskamp, Downing] {
        assert_eq!(
            (total(entry, TitForTat), total(TitForTat, entry)),
            (597.0, 597.0)
        );
    }
}

#[test]
fn fourteen_of_the_fifteen_entries_are_there_each_with_a_name() {
    let names: Vec<&str> = Entry::ALL.iter().map(|entry| entry.name()).collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!((names.len(), different.len()), (14, 14));
}
