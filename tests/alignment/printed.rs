//! What the page says in passing, and its exercises.

use super::*;

/// Three rivals of sizes 5, 4 and 3: only the two smaller together stay put.
#[test]
fn three_unequal_rivals_stand_two_small_against_the_large() {
    let rivals = Landscape::rivals(&sizes(&[5.0, 4.0, 3.0])).unwrap();
    let beside_the_large = Alignment::of_side(3, &[0, 2]);
    assert_eq!(rivals.frustration(2, &beside_the_large), -4.0);
    assert_eq!(rivals.gain_of_switch(2, &beside_the_large), 1.0);
    let stable = rivals.stable().unwrap();
    assert_eq!(stable.len(), 1);
    assert_eq!(stable[0].alignment, Alignment::of_side(3, &[0]));
    assert_eq!(stable[0].energy, -70.0);
}

#[test]
fn exercise_2_four_equal_poles_have_no_more_stable_alignments_than_three() {
    let stable = |n: usize| {
        Landscape::rivals(&sizes(&vec![1.0; n])).unwrap().stable().unwrap().len()
    };
    assert_eq!((stable(3), stable(4)), (3, 3));
    let four = Landscape::rivals(&sizes(&[1.0; 4])).unwrap();
    assert_eq!(four.gain_of_switch(0, &Alignment::of_side(4, &[3])), 1.0);
}

#[test]
fn exercise_3_a_pledge_of_france_to_russia_is_good_from_a_penalty_of_three() {
    let landscape = Landscape::of_graph(&courts::rivalries(1756));
    let kept = |penalty: f64| {
        landscape.pledge(2, 4, Penalty::new(penalty).unwrap()).unwrap().kept.value()
    };
    assert_eq!([0.0, 1.0, 2.0, 3.0].map(kept), [0.5, 0.875, 0.875, 1.0]);
}
