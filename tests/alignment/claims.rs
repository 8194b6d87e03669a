//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn a6_the_rivalries_of_1748_leave_one_balanced_split_and_it_is_the_historical_one() {
    let frustration = courts::rivalries(1748).frustration();
    assert_eq!(frustration.found, 0);
    assert_eq!(frustration.alignments, [old_system()]);
}

#[test]
fn a6_the_franco_prussian_rivalry_leaves_three_ways_with_the_new_system_among_them()
{
    let frustration = courts::rivalries(1756).frustration();
    assert_eq!((frustration.found, frustration.is_proven()), (1, true));
    assert_eq!(frustration.alignments.len(), 3);
    assert!(frustration.alignments.contains(&old_system()));
    assert!(frustration.alignments.contains(&new_system()));
}

#[test]
fn a6_with_the_feuds_kept_there_are_two_balanced_systems_and_six_ties_turn() {
    let mut systems = courts::feuds().balanced_completions();
    systems.sort();
    let mut expected = [old_system(), new_system()];
    expected.sort();
    assert_eq!(systems, expected);
    let [old, new] = [old_system(), new_system()].map(|s| SignedGraph::of_sides(&s));
    let reversal = old.reversal(&new).unwrap();
    let turned = [
        (BRITAIN, AUSTRIA),
        (BRITAIN, PRUSSIA),
        (BRITAIN, RUSSIA),
        (AUSTRIA, FRANCE),
        (FRANCE, PRUSSIA),
        (FRANCE, RUSSIA),
    ];
    assert_eq!(reversal.ties, turned);
    // The first and the last of our five moments are these two systems.
    assert_eq!(courts::STEPS[0].graph(), old);
    assert_eq!(courts::STEPS[4].graph(), new);
}

#[test]
fn a6_one_treaty_alone_does_not_turn_the_system_a_barrier_stands_between() {
    let [old, new] = [old_system(), new_system()].map(|s| SignedGraph::of_sides(&s));
    // Any single tie turned in a balanced system of five leaves three triads out of
    // true, and turning it back is then the only repair by one tie.
    for (a, b) in old.pairs() {
        let mut after = old.clone();
        after.turn(a, b);
        assert_eq!(after.census().unbalanced, 3);
        let fixes = after.pairs().filter(|&(c, d)| {
            let mut next = after.clone();
            next.turn(c, d);
            next.census().unbalanced < 3
        });
        assert_eq!(fixes.collect::<Vec<_>>(), [(a, b)]);
    }
    let reversal = old.reversal(&new).unwrap();
    assert_eq!((reversal.peak, reversal.best_orders, reversal.orders), (4, 72, 720));
    // The same barrier both ways.
    assert_eq!(new.reversal(&old).unwrap().peak, 4);
}

#[test]
fn a6_half_of_the_rule_would_leave_seven_systems() {
    // Only triads with exactly one rivalry forbidden: three mutual rivals may stand.
    let core = courts::feuds();
    let free: Vec<_> =
        core.pairs().filter(|&(a, b)| core.tie(a, b).is_none()).collect();
    let allowed = (0..64_u32).filter(|code| {
        let mut graph = core.clone();
        for (bit, &(a, b)) in free.iter().enumerate() {
            let friends = code >> bit & 1 == 1;
            graph.set(a, b, Some(if friends { Friends } else { Rivals }));
        }
        let rivals = |[a, b, c]: [usize; 3]| {
            let ties = [(a, b), (b, c), (a, c)];
            ties.iter().filter(|&&(a, b)| graph.tie(a, b) == Some(Rivals)).count()
        };
        graph.triads().all(|triad| rivals(triad) != 1)
    });
    assert_eq!(allowed.count(), 7);
}

#[test]
fn the_five_moments_of_1756_pass_through_0_3_5_4_0_unbalanced_triads() {
    let graphs = courts::STEPS.map(|step| step.graph());
    let unbalanced = graphs.each_ref().map(|graph| graph.census().unbalanced);
    assert_eq!(unbalanced, [0, 3, 5, 4, 0]);
    let frustration = graphs.each_ref().map(|graph| graph.frustration().found);
    assert_eq!(frustration, [0, 1, 3, 2, 0]);
    assert!(graphs.iter().all(|graph| graph.census().closed() == 10));
    // The feuds and the empresses' league never turn.
    for graph in &graphs {
        for (a, b, sign) in courts::feuds().ties() {
            assert_eq!(graph.tie(a, b), Some(sign));
        }
    }
}

#[test]
fn a6b_a_member_pinned_to_its_side_loses_its_swing_and_its_way_out() {
    let five = equal(5);
    for state in 0..5 {
        assert_eq!(five.swing(state, &[]).unwrap(), Swing { decided: 3, of: 8 });
    }
    let pinned = [(BRITAIN, AUSTRIA)];
    let swing = |state| five.swing(state, &pinned).unwrap();
    assert_eq!(swing(BRITAIN).decided, 0);
    // What the follower loses the leader wins: 3/8 + 3/8 = 6/8.
    assert_eq!(swing(AUSTRIA), Swing { decided: 3, of: 4 });
    for other in [FRANCE, PRUSSIA, RUSSIA] {
        assert_eq!(swing(other), Swing { decided: 1, of: 4 });
    }
    // Freedom is worth something as soon as some alignment makes one want to leave.
    let courts = Landscape::of_graph(&courts::rivalries(1748));
    let free = courts.pledge(BRITAIN, AUSTRIA, Penalty::NONE).unwrap();
    assert_eq!(free.freedom, 0.5);
    let bound = courts
        .pledge(BRITAIN, AUSTRIA, Penalty::new(f64::INFINITY).unwrap())
        .unwrap();
    assert_eq!(bound.freedom, 0.0);
}

#[test]
fn a6b_flexibility_makes_its_pledges_cheap() {
    // The more it may leave, the less its friend can count on it.
    let courts = Landscape::of_graph(&courts::rivalries(1756));
    let at = |penalty: f64| {
        courts.pledge(FRANCE, RUSSIA, Penalty::new(penalty).unwrap()).unwrap()
    };
    let kept = [0.0, 1.0, 2.0, 3.0].map(|penalty| at(penalty).kept.value());
    let freedom = [0.0, 1.0, 2.0, 3.0].map(|penalty| at(penalty).freedom);
    assert_eq!(kept, [0.5, 0.875, 0.875, 1.0]);
    assert_eq!(freedom, [0.75, 0.25, 0.125, 0.0]);
    // A pledge that costs nothing to break promises nothing: it is kept exactly
    // where its giver would have stood anyway.
    let rivalries = courts::rivalries(1748);
    let landscape = Landscape::of_graph(&rivalries);
    let free = landscape.pledge(BRITAIN, AUSTRIA, Penalty::NONE).unwrap();
    assert_eq!(free.kept.value(), 0.5);
    // To stand with a rival of size 3, nobody else about, costs 3: only a penalty of as
    // much holds the giver to it.
    let two = Landscape::rivals(&sizes(&[2.0, 3.0])).unwrap();
    let at = |penalty| two.pledge(0, 1, Penalty::new(penalty).unwrap()).unwrap();
    assert_eq!((at(2.0).kept.value(), at(2.0).freedom), (0.0, 1.0));
    assert_eq!((at(3.0).kept.value(), at(3.0).freedom), (1.0, 0.0));
}
