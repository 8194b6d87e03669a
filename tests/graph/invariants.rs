//! What holds for every input.

use super::*;

fn signed(n: core::ops::Range<usize>) -> impl Strategy<Value = SignedGraph> {
    n.prop_flat_map(|n| {
        proptest::collection::vec(-1_i8..=1, n * (n - 1) / 2).prop_map(
            move |signs| {
                let mut graph = SignedGraph::new(n, &[]).unwrap();
                for ((a, b), sign) in graph.pairs().zip(signs) {
                    let tie = [Some(Rivals), None, Some(Friends)];
                    graph.set(a, b, tie[usize::try_from(sign + 1).unwrap()]);
                }
                graph
            },
        )
    })
}

proptest! {
    #[test]
    fn switching_keeps_triads_frustration_and_jams(
        graph in signed(2..8),
        code in any::<u64>(),
    ) {
        let n = graph.states();
        let sides = Alignment::from_code(n, code & ((1 << n) - 1));
        let mut switched = graph.clone();
        switched.switch(&sides);
        prop_assert_eq!(switched.census(), graph.census());
        prop_assert_eq!(switched.frustration().found, graph.frustration().found);
        prop_assert_eq!(switched.is_jammed(), graph.is_jammed());
        switched.switch(&sides);
        prop_assert_eq!(switched, graph);
    }

    #[test]
    fn frustration_is_zero_exactly_for_balance_and_bounded(graph in signed(1..9)) {
        let answer = graph.frustration();
        prop_assert_eq!(answer.found == 0, graph.balance().is_some());
        let rivals = graph.ties().filter(|t| t.2 == Rivals).count();
        prop_assert!(answer.found <= rivals);
        prop_assert!(2 * answer.found <= graph.ties().count());
        for sides in &answer.alignments {
            prop_assert_eq!(graph.frustrated(sides).len(), answer.found);
        }
        let cut = graph.frustration_within(9);
        prop_assert!(cut.at_least <= answer.found && answer.found <= cut.found);
    }

    #[test]
    fn two_sides_are_always_balanced(code in 0_u64..256, n in 1_usize..9) {
        let sides = Alignment::from_code(n, code & ((1 << n) - 1));
        let graph = SignedGraph::of_sides(&sides);
        prop_assert_eq!(graph.balance(), Some(sides));
        prop_assert_eq!(graph.census().unbalanced, 0);
    }

    #[test]
    fn a_balanced_core_has_a_completion_for_every_free_part(graph in signed(1..8)) {
        let completions = graph.balanced_completions();
        if graph.balance().is_some() {
            prop_assert_eq!(completions.len(), 1 << (graph.components() - 1));
        } else {
            prop_assert!(completions.is_empty());
        }
        let count = completions.len();
        let distinct: std::collections::BTreeSet<_> = completions.into_iter().collect();
        prop_assert_eq!(distinct.len(), count);
        for sides in distinct {
            prop_assert!(graph.frustrated(&sides).is_empty());
        }
    }

    #[test]
    fn global_repair_never_adds_an_unbalanced_triad(seed in any::<u64>(), n in 3_usize..9) {
        let mut rng = seeded(seed);
        let mut graph = random_complete(n, &mut rng);
        let mut before = graph.census().unbalanced;
        for _ in 0..60 {
            graph.repair_globally(&mut rng);
            let now = graph.census().unbalanced;
            prop_assert!(now <= before);
            before = now;
        }
    }

    #[test]
    fn turning_one_tie_changes_the_count_by_n_minus_2_minus_twice_the_strain(
        seed in any::<u64>(),
        n in 3_usize..9,
    ) {
        let graph = random_complete(n, &mut seeded(seed));
        for (a, b) in graph.pairs() {
            let mut turned = graph.clone();
            turned.turn(a, b);
            let after = graph.census().unbalanced + (n - 2) - 2 * graph.strain(a, b);
            prop_assert_eq!(turned.census().unbalanced, after);
        }
    }

    #[test]
    fn the_barrier_of_a_reversal_is_the_same_both_ways(a in 0_u64..16, b in 0_u64..16) {
        let [a, b] = [a, b].map(|code| SignedGraph::of_sides(&Alignment::from_code(5, code)));
        let (there, back) = (a.reversal(&b).unwrap(), b.reversal(&a).unwrap());
        prop_assert_eq!(there.peak, back.peak);
        prop_assert_eq!(there.best_orders, back.best_orders);
    }
}

proptest! {
    #[test]
    fn the_search_of_camps_finds_what_trying_every_division_finds(
        signs in proptest::collection::vec(-1_i8..=1, 15),
    ) {
        let mut graph = SignedGraph::new(6, &[]).unwrap();
        for ((a, b), sign) in graph.pairs().zip(signs) {
            let tie = [Some(Rivals), None, Some(Friends)];
            graph.set(a, b, tie[usize::try_from(sign + 1).unwrap()]);
        }
        let cost = |camp: &Vec<usize>| {
            let wrong = |&(a, b, sign): &(usize, usize, _)| {
                (camp[a] == camp[b]) != (sign == Friends)
            };
            graph.ties().filter(wrong).count()
        };
        let least = divisions(6).iter().map(cost).min().unwrap();
        let weak = graph.weak_frustration().unwrap();
        prop_assert_eq!(weak.found, least);
        prop_assert_eq!(graph.weakly_frustrated(&weak.camps).len(), least);
        prop_assert!(least <= graph.frustration().found);
        prop_assert_eq!(graph.weak_balance().is_some(), least == 0);
    }
}
