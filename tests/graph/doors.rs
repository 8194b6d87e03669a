//! What the doors refuse, and what comes back through them.

use super::*;

#[test]
fn every_door_refuses_in_a_sentence() {
    assert_eq!(
        SignedGraph::new(2, &[(0, 1, Friends), (1, 0, Rivals)])
            .unwrap_err()
            .to_string(),
        "expected one tie between state 1 and state 0, found two"
    );
    assert_eq!(
        SignedGraph::new(2, &[(0, 2, Friends)]).unwrap_err().to_string(),
        "expected a state numbered below 2, found 2"
    );
    assert_eq!(
        SignedGraph::new(0, &[]).unwrap_err().to_string(),
        "expected at least one state, found none"
    );
    assert!(SignedGraph::new(2, &[(1, 1, Friends)]).is_err());
}

#[test]
fn a_graph_of_more_states_than_a_table_holds_is_refused() {
    let too_many = |found| GraphError::TooMany {
        what: "states for a table of all pairs",
        limit: SignedGraph::MOST_STATES,
        found,
    };
    for found in [SignedGraph::MOST_STATES + 1, 1 << 31, usize::MAX] {
        assert_eq!(SignedGraph::new(found, &[]), Err(too_many(found)));
    }
    assert!(SignedGraph::new(SignedGraph::MOST_STATES, &[]).is_ok());
}

#[test]
fn parts_and_energy_of_small_graphs() {
    let graph = SignedGraph::new(6, &[(0, 3, Rivals), (3, 5, Friends)]).unwrap();
    assert_eq!(graph.components(), 4);
    assert_eq!(graph.census().energy(), None);
    let three = complete(3, |_, _| Rivals);
    assert_eq!(three.census().energy(), Some(1.0));
    assert_eq!(three.components(), 1);
}

#[test]
fn a_reversal_of_more_than_twenty_ties_is_refused() {
    let [friends, rivals] = [Friends, Rivals].map(|sign| complete(7, |_, _| sign));
    assert_eq!(
        friends.reversal(&rivals).unwrap_err().to_string(),
        "expected at most 20 ties that turn in a reversal, found 21"
    );
    let six = complete(6, |_, _| Friends);
    assert_eq!(friends.reversal(&six), Err(GraphError::DifferentTies));
    let none = six.reversal(&six).unwrap();
    assert_eq!((none.peak, none.best_orders, none.orders), (0, 1, 1));
}

#[test]
fn completions_beyond_counting_are_the_callers_mistake() {
    let loose = SignedGraph::new(17, &[]).unwrap();
    assert_eq!(loose.balanced_completions().len(), 65_536);
    let looser = SignedGraph::new(18, &[]).unwrap();
    assert!(std::panic::catch_unwind(|| looser.balanced_completions()).is_err());
}

#[test]
fn the_first_completion_is_the_one_that_balance_gives() {
    let feuds = courts::feuds();
    assert_eq!(Some(&feuds.balanced_completions()[0]), feuds.balance().as_ref());
    let loose = SignedGraph::new(4, &[(0, 1, Rivals)]).unwrap();
    assert_eq!(Some(&loose.balanced_completions()[0]), loose.balance().as_ref());
}

#[test]
fn global_repair_always_takes_a_turn_that_helps_and_half_of_those_that_do_not() {
    for seed in 0..50 {
        // Each tie of three mutual rivals is in one triad, and that one is out of true.
        let mut rivals = complete(3, |_, _| Rivals);
        assert!(matches!(
            rivals.repair_globally(&mut seeded(seed)),
            Repair::Turned(..)
        ));
        assert_eq!(rivals.census().unbalanced, 0);
    }
    // One friendship among four rivals: its two triads are balanced, and every rivalry
    // but the one across from it lies in one of either kind.
    let mut turned = 0;
    for seed in 0..600 {
        let mut four =
            complete(4, |a, b| if (a, b) == (0, 1) { Friends } else { Rivals });
        match four.repair_globally(&mut seeded(seed)) {
            Repair::Turned(..) => turned += 1,
            other => assert_eq!(other, Repair::Refused),
        }
    }
    // One tie of six helps for sure, four do at even odds, one never: half of all.
    assert!((240..360).contains(&turned), "{turned}");
}

#[test]
fn local_repair_leaves_no_tie_of_mutual_rivals_out() {
    let mut drawn = std::collections::BTreeMap::new();
    let half = Probability::new(0.5).unwrap();
    for seed in 0..3000 {
        let mut six = complete(6, |_, _| Rivals);
        let Repair::Turned(a, b) = six.repair_locally(half, &mut seeded(seed))
        else {
            panic!("twenty triads are out of true");
        };
        *drawn.entry((a.min(b), a.max(b))).or_insert(0) += 1;
    }
    assert_eq!(drawn.len(), 15);
    // 200 each, give or take five standard deviations.
    for (tie, count) in drawn {
        assert!((130..270).contains(&count), "{tie:?}: {count}");
    }
}
