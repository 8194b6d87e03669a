//! The published record, and the answers of peers.

use super::*;

#[test]
fn akr_2005_jammed_systems_begin_at_nine_states() {
    for n in 3..=8 {
        assert!(jammed_systems(n).unwrap().is_empty(), "{n}");
    }
    let nine = jammed_systems(9).unwrap();
    // 9! / (3!³ 3!) = 280 ways to make three blocs of three.
    assert_eq!(nine.len(), 280);
    for graph in &nine {
        assert_eq!((graph.census().unbalanced, graph.census().closed()), (27, 84));
        assert!(graph.is_jammed());
    }
}

#[test]
fn akr_2005_no_system_of_ten_states_is_jammed() {
    assert!(jammed_systems(10).unwrap().is_empty());
    assert!(jammed_systems(11).is_err());
}

#[test]
fn three_blocs_of_three_are_jammed_tie_by_tie() {
    let graph = complete(9, |a, b| if a / 3 == b / 3 { Friends } else { Rivals });
    for (a, b) in graph.pairs() {
        assert_eq!(graph.strain(a, b), if a / 3 == b / 3 { 0 } else { 3 });
    }
    assert!(graph.is_jammed());
    let energy = graph.census().energy().unwrap();
    assert!((energy + 30.0 / 84.0).abs() < 1e-12);
    // Balanced systems refuse every turn as well, but they are not called jammed.
    assert!(!complete(9, |_, _| Friends).is_jammed());
}

#[test]
fn akr_2005_local_repair_settles_at_the_density_of_theory() {
    // N = 60 and 40 000 steps for a formula of N without bound: within .02.
    for (p, theory) in [(0.0, 0.3660), (0.2, 0.4271), (1.0 / 3.0, 0.5)] {
        let p = Probability::new(p).unwrap();
        assert!((quiet_density(p).value() - theory).abs() < 5e-5);
        let mut rng = seeded(11);
        let mut graph = random_complete(60, &mut rng);
        let (mut friendships, mut seen) = (0, 0);
        for step in 0..40_000 {
            assert!(matches!(graph.repair_locally(p, &mut rng), Repair::Turned(..)));
            if step >= 20_000 && step % 500 == 0 {
                friendships += graph.ties().filter(|t| t.2 == Friends).count();
                seen += 60 * 59 / 2;
            }
        }
        let density =
            f64::from(u32::try_from(friendships).unwrap()) / f64::from(seen);
        assert!((density - theory).abs() < 0.02, "{density} {theory}");
    }
    assert_eq!(quiet_density(Probability::new(0.5).unwrap()).value(), 1.0);
    assert_eq!(quiet_density(Probability::new(0.7).unwrap()).value(), 1.0);
}

#[test]
fn akr_2005_generous_local_repair_ends_in_paradise() {
    let mut rng = seeded(5);
    let mut graph = random_complete(20, &mut rng);
    let p = Probability::new(0.8).unwrap();
    while graph.repair_locally(p, &mut rng) != Repair::Balanced {}
    assert!(graph.balance().is_some());
}

#[test]
fn peers_w5_frustration_of_20_and_24_states() {
    let graph = w5(20);
    assert_eq!(graph.ties().filter(|t| t.2 == Rivals).count(), 103);
    assert_eq!((graph.census().balanced, graph.census().closed()), (552, 1140));
    let answer = graph.frustration();
    assert_eq!((answer.found, answer.is_proven()), (68, true));
    assert_eq!(w5(24).frustration().found, 99);
}

#[test]
fn peers_w5_frustration_of_150_and_110_states() {
    let graph = w5_sparse(150, 300);
    assert_eq!(graph.ties().filter(|t| t.2 == Rivals).count(), 105);
    let hasty = graph.frustration_within(10_000);
    assert_eq!((hasty.found, hasty.is_proven()), (47, false));
    assert_eq!(graph.frustrated(&hasty.alignments[0]).len(), 47);
    if cfg!(feature = "tables") {
        // As HiGHS proves.
        let answer = graph.frustration_within(100_000_000);
        assert_eq!((answer.found, answer.is_proven()), (47, true));
        for sides in &answer.alignments {
            assert_eq!(graph.frustrated(sides).len(), 47);
        }
        let distinct: std::collections::BTreeSet<_> =
            answer.alignments.iter().collect();
        assert_eq!(distinct.len(), answer.alignments.len());
        let fewer = w5_sparse(110, 220).frustration();
        assert_eq!((fewer.found, fewer.is_proven()), (35, true));
    }
}

#[test]
fn frustration_of_24_states_at_random_is_proven_in_a_few_thousand_placements() {
    assert!(w5(20).frustration_within(3_700).is_proven());
    assert!(w5(24).frustration_within(5_700).is_proven());
    assert!(!w5(24).frustration_within(1_000).is_proven());
}
