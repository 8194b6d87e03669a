//! What holds whatever the numbers are.

use super::*;

fn missions() -> impl Strategy<Value = Missions> {
    prop::collection::btree_set((0_usize..8, 0_usize..8), 0..40).prop_map(|pairs| {
        let all: Vec<[usize; 2]> =
            pairs.into_iter().filter(|(a, b)| a != b).map(|(a, b)| [a, b]).collect();
        Missions::new(8, &all).unwrap()
    })
}

proptest! {
    #[test]
    fn what_passes_in_all_is_what_lies_between(missions in missions()) {
        for tie in Tie::ALL {
            let graph = missions.graph(tie);
            let passing = graph.betweenness();
            let mut between = 0.0;
            for state in 0..8 {
                for steps in graph.distances(state).into_iter().flatten() {
                    between += f64::from(steps.saturating_sub(1)) / 2.0;
                }
            }
            close(passing.iter().sum(), between, 1e-9);
            let exactly = graph.betweenness_exactly();
            for (x, y) in passing.iter().zip(&exactly) {
                close(*x, demarche::exact::decimal(y), 1e-9);
            }
        }
    }

    #[test]
    fn what_passes_is_counted_way_by_way(missions in missions()) {
        // By all shortest ways of every pair, walked one by one.
        let graph = missions.graph(Tie::Either);
        let distance: Vec<Vec<Option<u32>>> = (0..8).map(|s| graph.distances(s)).collect();
        let mut passing = [0.0; 8];
        for s in 0..8 {
            for t in s + 1..8 {
                let Some(far) = distance[s][t] else { continue };
                let mut ways = vec![vec![s]];
                for step in 1..=far {
                    let mut longer = Vec::new();
                    for way in &ways {
                        let last = way[way.len() - 1];
                        for (next, own) in distance.iter().enumerate() {
                            let near = own[last] == Some(1);
                            if near && own[t] == Some(far - step) {
                                let mut more = way.clone();
                                more.push(next);
                                longer.push(more);
                            }
                        }
                    }
                    ways = longer;
                }
                for way in &ways {
                    for &at in &way[1..way.len() - 1] {
                        passing[at] += 1.0 / ways.len() as f64;
                    }
                }
            }
        }
        for (x, y) in graph.betweenness().into_iter().zip(passing) {
            close(x, y, 1e-9);
        }
    }

    #[test]
    fn one_mission_more_brings_nobody_further_apart(
        missions in missions(), a in 0_usize..8, b in 0_usize..8,
    ) {
        prop_assume!(a != b && !missions.missions().contains(&[a, b]));
        let more = missions.toggled([a, b]).unwrap();
        for tie in Tie::ALL {
            for steps in 1..4 {
                prop_assert!(
                    more.graph(tie).pairs_within(steps) >= missions.graph(tie).pairs_within(steps)
                );
            }
        }
        prop_assert_eq!(more.toggled([a, b]).unwrap(), missions.clone());
        let sums = |count: fn(&Missions, usize) -> usize| -> usize {
            (0..8).map(|state| count(&missions, state)).sum()
        };
        prop_assert_eq!(sums(Missions::hosted), missions.missions().len());
        prop_assert_eq!(sums(Missions::sent), missions.missions().len());
    }

    #[test]
    fn paper_never_takes_authority_away_and_who_consents_adopts(
        office in prop::sample::select(Office::ALL.to_vec()),
        forum in prop::sample::select(Forum::ALL.to_vec()),
        practice: bool,
    ) {
        for act in TreatyAct::ALL {
            let without = authority(office, act, forum, false, practice);
            let with = authority(office, act, forum, true, practice);
            prop_assert!(with.has_effect(false));
            prop_assert!(!without.has_effect(false) || with.has_effect(false));
        }
        let may = |act| authority(office, act, forum, false, practice).has_effect(false);
        prop_assert!(!may(TreatyAct::Consent) || may(TreatyAct::Adopt));
    }

    #[test]
    fn a_hub_comes_no_later_the_deeper_it_is_and_in_its_time(
        depth in 0.0..1.0, more in 0.0..0.5, relations in 1_u32..300,
    ) {
        let budget = |depth: f64| Budget { relations, depth: Share::new(depth.min(1.0)).unwrap() };
        let place = |depth| budget(depth).hub_comes().unwrap_or(u32::MAX);
        prop_assert!(place(depth + more) <= place(depth));
        let all: f64 = (1..=relations).map(|k| 1.0 / f64::from(k)).sum();
        prop_assert_eq!(place(depth) == 1, depth * all >= 1.0);
        // More missions yield more, and never more than all relations are worth.
        let mut before = 0.0;
        for missions in 0..12 {
            let yields = budget(depth).yields(missions);
            prop_assert!(yields >= before - 1e-9 && yields <= all + 1e-9);
            before = yields;
        }
    }
}
