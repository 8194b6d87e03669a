//! Camps: the weaker rule.

use super::*;

#[test]
fn seven_europes_of_1756_stand_in_camps_and_two_on_two_sides() {
    let core = courts::feuds();
    let free: Vec<_> =
        core.pairs().filter(|&(a, b)| core.tie(a, b).is_none()).collect();
    let completed = (0..64_u32).map(|code| {
        let mut graph = core.clone();
        for (bit, &(a, b)) in free.iter().enumerate() {
            let friends = code >> bit & 1 == 1;
            graph.set(a, b, Some(if friends { Friends } else { Rivals }));
        }
        (graph.weak_balance().is_some(), graph.balance().is_some())
    });
    let (weak, strong): (Vec<_>, Vec<_>) = completed.unzip();
    let count = |of: &[bool]| of.iter().filter(|&&stands| stands).count();
    assert_eq!((count(&weak), count(&strong)), (7, 2));
}

#[test]
fn three_blocs_of_three_are_jammed_for_two_sides_and_at_rest_in_three_camps() {
    let mut blocs = SignedGraph::new(9, &[]).unwrap();
    for (a, b) in blocs.pairs() {
        blocs.set(a, b, Some(if a / 3 == b / 3 { Friends } else { Rivals }));
    }
    // Two blocs share a side, and their nine rivalries turn.
    assert_eq!(blocs.frustration().found, 9);
    let weak = blocs.weak_frustration().unwrap();
    assert_eq!(weak.found, 0);
    assert_eq!(weak.camps.members(), [[0, 1, 2], [3, 4, 5], [6, 7, 8]]);
    assert_eq!(blocs.weak_balance(), Some(weak.camps));
}

#[test]
fn a_single_rivalry_in_a_ring_breaks_camps_as_it_breaks_sides() {
    for length in 3..=6 {
        let mut ring = SignedGraph::new(length, &[]).unwrap();
        for state in 0..length {
            ring.set(state, (state + 1) % length, Some(Friends));
        }
        assert_eq!(ring.weak_balance().map(|camps| camps.count()), Some(1));
        ring.set(0, 1, Some(Rivals));
        assert_eq!(ring.weak_balance(), None);
        assert_eq!(ring.weak_frustration().unwrap().found, 1);
        ring.set(1, 2, Some(Rivals));
        assert!(ring.weak_balance().is_some());
    }
}

#[test]
fn more_states_than_the_search_of_camps_takes_are_refused() {
    let most = SignedGraph::MOST_IN_CAMPS;
    let alone = |states| SignedGraph::new(states, &[]).unwrap().weak_frustration();
    assert_eq!(alone(most).unwrap().camps.states(), most);
    assert!(matches!(alone(most + 1), Err(GraphError::TooMany { found, .. })
        if found == most + 1));
}
