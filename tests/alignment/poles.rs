//! The claims on poles and their rivals, each where it holds and where it fails.

use super::*;

#[test]
fn a4b_equal_rival_poles_have_ever_more_stable_alignments() {
    let counts = [1, 2, 3, 4, 5, 6, 7].map(|n| equal(n).stable().unwrap().len());
    assert_eq!(counts, [1, 1, 3, 3, 10, 10, 35]);
    // With the looking at every alignment behind it.
    for n in 1..=7 {
        let landscape = equal(n);
        let count = all(n).filter(|sides| landscape.is_stable(sides)).count();
        assert_eq!(count, counts[n - 1]);
    }
}

#[test]
fn a4b_seven_poles_divided_by_one_quarrel_have_one_alignment() {
    // Complexity comes from the feuds, not from the number: let three of seven feud
    // with the other four, all friends within, and no choice is left.
    let camps = Alignment::of_side(7, &[0, 1, 2]);
    let landscape = Landscape::of_graph(&SignedGraph::of_sides(&camps));
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 1);
    assert_eq!(stable[0].alignment, camps);
    // And seven poles of which one outweighs all the rest have one as well.
    let hegemon = sizes(&[10.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
    assert_eq!(Landscape::rivals(&hegemon).unwrap().stable().unwrap().len(), 1);
}

#[test]
fn a4c_the_blocs_have_five_cracks_in_1955_and_none_in_1956() {
    let graph = powers::blocs(1955);
    assert_eq!((graph.census().closed(), graph.census().unbalanced), (14, 5));
    // France is in all of them, with West Germany or with the Soviet Union.
    let cracked = graph.triads().filter(|&triad| !graph.triad_is_balanced(triad));
    let expected = [[0, 2, 4], [0, 2, 6], [1, 2, 4], [1, 2, 6], [2, 3, 4]];
    assert_eq!(cracked.collect::<Vec<_>>(), expected);
    // Two ties of France make all five: its treaty with Moscow of 1944, and its rivalry
    // with the ally that Bonn became in May.
    assert_eq!(graph.frustration().found, 2);
    let mut turned = graph.clone();
    turned.turn(2, 4);
    assert_eq!(turned.census().unbalanced, 2);
    turned.set(2, 6, None);
    assert!(turned.balance().is_some());
    // A year later both are gone, and two blocs face each other without a crack.
    let later = powers::blocs(1956);
    assert_eq!((later.census().closed(), later.census().unbalanced), (12, 0));
    assert_eq!(later.balance(), Some(Alignment::of_side(8, &[6, 7])));
}

#[test]
fn a4c_balance_is_not_stability_europe_was_balanced_from_1907() {
    let graph = powers::europe(1907);
    assert_eq!((graph.census().closed(), graph.census().unbalanced), (20, 0));
    assert_eq!(graph.balance(), Some(Alignment::of_side(6, &[0, 1, 2])));
    // Nothing in the coding changes up to the war: the sides that fought in 1914
    // are these, but for Italy, which changed over in 1915.
    assert_eq!(powers::europe(1914), graph);
}

#[test]
fn wwi_one_cell_of_the_coding_carries_the_balance_of_1907() {
    // France and Italy had a pact of neutrality from 1902 (ATOP 5.1).
    let mut graph = powers::europe(1907);
    graph.turn(1, 5);
    assert_eq!(graph.census().unbalanced, 4);
    assert_eq!(graph.frustration().found, 1);
}

#[test]
fn b0d_free_to_combine_the_others_weigh_the_largest_out() {
    // No side leads by more than its smallest member, wherever nobody alone has
    // more than the rest together.
    let powers = sizes(&[7.45, 5.32, 11.49, 4.03, 15.01]);
    let landscape = Landscape::rivals(&powers).unwrap();
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 4);
    for found in stable {
        assert!(
            lead(&landscape, &found.alignment)
                <= smallest(&landscape, &found.alignment)
        );
    }
}

#[test]
fn b0d_above_half_of_the_power_no_combination_is_enough() {
    let powers = sizes(&[7.45, 5.32, 11.49, 4.03, 30.0]);
    let landscape = Landscape::rivals(&powers).unwrap();
    let stable = landscape.stable().unwrap();
    assert_eq!(stable.len(), 1);
    // All stand against it, and still weigh less: 28.29 to 30.
    assert_eq!(stable[0].alignment, Alignment::of_side(5, &[4]));
    let (others, hegemon) = landscape.weights(&stable[0].alignment);
    assert!(others < hegemon);
    // Nor below half, if the others' feuds keep them from combining.
    let mut graph = SignedGraph::new(5, &[]).unwrap();
    for (a, b) in graph.pairs() {
        graph.set(a, b, Some(if a < 3 && b == 4 { Friends } else { Rivals }));
    }
    let friends = table(&graph);
    let courted =
        Landscape::new(&sizes(&[7.45, 5.32, 11.49, 4.03, 15.01]), &friends);
    let courted = courted.unwrap();
    let best = courted.best();
    assert!(lead(&courted, &best[0].alignment) > 10.0);
}
