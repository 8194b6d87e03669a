//! What holds for every input.

use super::*;

fn landscapes() -> impl Strategy<Value = Landscape> {
    (2_usize..8).prop_flat_map(|n| {
        let size = proptest::collection::vec(1_u32..2000, n);
        let p = proptest::collection::vec(-300_i32..300, n * n);
        (size, p).prop_map(move |(size, p)| {
            let size: Vec<f64> =
                size.iter().map(|&s| f64::from(s) / 100.0).collect();
            let cell = |i: usize, j: usize| {
                Payoff::new(f64::from(p[i.max(j) * n + i.min(j)]) / 100.0).unwrap()
            };
            let table: Vec<Vec<Payoff>> =
                (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect();
            Landscape::new(&sizes(&size), &table).unwrap()
        })
    })
}

/// The alignment of so many states by the lowest bits of a code.
fn alignment(n: usize, code: u64) -> Alignment {
    Alignment::from_code(n, code & ((1 << n) - 1))
}

proptest! {
    #[test]
    fn the_mirror_image_has_the_same_energy_and_is_the_same(
        landscape in landscapes(),
        code in any::<u64>(),
    ) {
        let n = landscape.states();
        let flags: Vec<bool> = (0..n).map(|i| code >> i & 1 == 1).collect();
        let mirror = Alignment::new(flags.iter().map(|side| !side).collect());
        prop_assert_eq!(&Alignment::new(flags), &mirror);
        prop_assert_eq!(Alignment::from_code(n, mirror.code()), mirror);
    }

    #[test]
    fn a_move_changes_the_energy_by_twice_size_times_frustration(
        landscape in landscapes(),
        code in any::<u64>(),
        mover in 0_usize..8,
    ) {
        let n = landscape.states();
        let here = alignment(n, code);
        let mover = mover % n;
        let there = here.after_move(mover);
        let fall = landscape.energy(&here) - landscape.energy(&there);
        let relief =
            landscape.frustration(mover, &here) - landscape.frustration(mover, &there);
        let size = landscape.size(mover).value();
        prop_assert!((fall - 2.0 * size * relief).abs() < 1e-6);
        prop_assert!((landscape.gain_of_switch(mover, &here) - relief).abs() < 1e-6);
        let total: f64 = (0..n)
            .map(|i| landscape.size(i).value() * landscape.frustration(i, &here))
            .sum();
        prop_assert!((landscape.energy(&here) - total).abs() < 1e-6);
    }

    #[test]
    fn descent_falls_to_rest_and_basins_add_up(landscape in landscapes()) {
        let n = landscape.states();
        let basins = landscape.basins().unwrap();
        let mut counted = std::collections::BTreeMap::new();
        for start in all(n) {
            let path = landscape.descend(&start);
            for step in path.windows(2) {
                prop_assert!(landscape.energy(&step[1]) < landscape.energy(&step[0]));
            }
            let end = path[path.len() - 1].clone();
            prop_assert!(landscape.is_stable(&end));
            *counted.entry(end).or_insert(0_u64) += 1;
        }
        prop_assert_eq!(counted, basins);
    }

    #[test]
    fn the_search_finds_what_looking_at_every_alignment_finds(landscape in landscapes()) {
        let n = landscape.states();
        let mut stable: Vec<Alignment> =
            landscape.stable().unwrap().into_iter().map(|s| s.alignment).collect();
        stable.sort();
        let mut expected: Vec<Alignment> =
            all(n).filter(|sides| landscape.is_stable(sides)).collect();
        expected.sort();
        prop_assert_eq!(stable, expected);
        let least = all(n).map(|s| landscape.energy(&s)).fold(f64::INFINITY, f64::min);
        prop_assert_eq!(landscape.best()[0].energy, least);
    }

    #[test]
    fn friends_all_round_stand_together(landscape in landscapes(), c in 1_u32..9) {
        let n = landscape.states();
        let kind = |f: &dyn Fn(f64) -> f64, scale: f64| {
            let size: Vec<f64> =
                (0..n).map(|i| scale * landscape.size(i).value()).collect();
            let p = |i: usize, j: usize| {
                Payoff::new(f(if i == j { 0.0 } else { landscape.propensity(i, j) })).unwrap()
            };
            let table: Vec<Vec<Payoff>> =
                (0..n).map(|i| (0..n).map(|j| p(i, j)).collect()).collect();
            Landscape::new(&sizes(&size), &table).unwrap()
        };
        let friendly = kind(&f64::abs, 1.0);
        prop_assert!(friendly.is_stable(&Alignment::of_side(n, &[])));
        // Larger units change nobody's mind.
        let scaled = kind(&|p| p, f64::from(c));
        let codes = |l: &Landscape| {
            let mut codes: Vec<u64> =
                l.stable().unwrap().iter().map(|s| s.alignment.code()).collect();
            codes.sort_unstable();
            codes
        };
        prop_assert_eq!(codes(&scaled), codes(&landscape));
    }

    #[test]
    fn the_barrier_is_no_lower_than_its_ends_and_the_same_both_ways(
        landscape in landscapes(),
        a in any::<u64>(),
        b in any::<u64>(),
    ) {
        let n = landscape.states();
        let [a, b] = [a, b].map(|code| alignment(n, code));
        let there = landscape.barrier(&a, &b).unwrap();
        let back = landscape.barrier(&b, &a).unwrap();
        prop_assert_eq!(there.peak, back.peak);
        prop_assert_eq!(there.climb, back.climb_back);
        prop_assert!(there.climb >= 0.0 && there.climb_back >= 0.0);
        let on_the_way = there.path.iter().map(|s| landscape.energy(s));
        prop_assert_eq!(on_the_way.fold(f64::NEG_INFINITY, f64::max), there.peak);
        for step in there.path.windows(2) {
            prop_assert_eq!(step[0].misplaced(&step[1]), 1);
        }
    }

    #[test]
    fn no_way_below_the_pass_has_fewer_moves(
        landscape in landscapes(),
        a in any::<u64>(),
        b in any::<u64>(),
    ) {
        let n = landscape.states();
        let [a, b] = [a, b].map(|code| alignment(n, code));
        let barrier = landscape.barrier(&a, &b).unwrap();
        // Ring by ring around the start, never above the pass.
        let mut seen = std::collections::BTreeSet::from([a.clone()]);
        let (mut ring, mut moves) = (vec![a], 0);
        while !seen.contains(&b) {
            prop_assert!(!ring.is_empty());
            let steps = ring.iter().flat_map(|at| (0..n).map(|i| at.after_move(i)));
            let low: Vec<_> =
                steps.filter(|next| landscape.energy(next) <= barrier.peak).collect();
            ring = low.into_iter().filter(|next| seen.insert(next.clone())).collect();
            moves += 1;
        }
        prop_assert_eq!(barrier.path.len(), moves + 1);
    }

    #[test]
    fn nothing_leads_there_strictly_below_the_pass(
        landscape in landscapes(),
        a in any::<u64>(),
        b in any::<u64>(),
    ) {
        let n = landscape.states();
        let [a, b] = [a, b].map(|code| alignment(n, code));
        let peak = landscape.barrier(&a, &b).unwrap().peak;
        let below = |at: &Alignment| landscape.energy(at) < peak;
        let mut seen = std::collections::BTreeSet::from([a.clone()]);
        let mut open: Vec<_> = Some(a).filter(below).into_iter().collect();
        while let Some(at) = open.pop() {
            let steps = (0..n).map(|i| at.after_move(i)).filter(below);
            open.extend(steps.filter(|next| seen.insert(next.clone())));
        }
        prop_assert!(!seen.contains(&b) || peak <= landscape.energy(&b));
    }

    #[test]
    fn a_higher_penalty_keeps_more_and_frees_less(
        landscape in landscapes(),
        low in 0.0_f64..50.0,
        more in 0.0_f64..50.0,
    ) {
        let at = |x: f64| landscape.pledge(0, 1, Penalty::new(x).unwrap()).unwrap();
        let (loose, tight) = (at(low), at(low + more));
        prop_assert!(tight.kept >= loose.kept);
        prop_assert!(tight.freedom <= loose.freedom + 1e-12);
        let pinned = at(f64::INFINITY);
        prop_assert_eq!((pinned.kept.value(), pinned.freedom), (1.0, 0.0));
    }

    #[test]
    fn no_side_of_rivals_leads_by_more_than_its_smallest_member(
        size in proptest::collection::vec(1_u32..50, 2..9),
    ) {
        let size: Vec<f64> = size.into_iter().map(f64::from).collect();
        let landscape = Landscape::rivals(&sizes(&size)).unwrap();
        for found in landscape.stable().unwrap() {
            let sides = &found.alignment;
            let (first, second) = sides.sides();
            let (weight_first, weight_second) = landscape.weights(sides);
            let heavier = if weight_first >= weight_second { first } else { second };
            let alone = heavier.len() == 1;
            let lead = lead(&landscape, sides);
            prop_assert!(alone || lead <= smallest(&landscape, sides));
        }
    }
}
