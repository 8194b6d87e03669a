//! What the page says in passing, and its exercises.

use super::*;

#[test]
fn the_frontier_keeps_only_what_no_mix_beats() {
    let deals = [
        (0.0, 1.0),
        (0.25, 0.75),
        (1.0, 0.0),
        (0.25, 0.25),
        (0.75, 0.75),
        (0.75, 0.5),
        (-1.0, 1.0),
    ];
    let frontier: Vec<_> = problem(&deals, (0.0, 0.0))
        .frontier()
        .into_iter()
        .map(|deal| pair(Some(deal)).unwrap())
        .collect();
    assert_eq!(frontier, [(0.0, 1.0), (0.75, 0.75), (1.0, 0.0)]);
    // A mixture is a deal as well: neither of these alone leaves both no worse.
    let lots = problem(&[(5.0, -3.0), (-2.0, 4.0)], (0.0, 0.0));
    assert!(lots.is_open());
}

#[test]
fn a_ring_of_three_by_lot_or_by_package() {
    let ring = ring(3);
    for pair in [[0, 1], [1, 2], [0, 2]] {
        assert_eq!(ring.signed(&pair), None);
    }
    assert_eq!(ring.signed(&[0, 1, 2]), Some(vec![1.0; 3]));
}

#[test]
fn tenths_tie_as_they_do_on_paper() {
    // 0.1 + 0.2 - 0.3 is not 0 in binary.
    let agenda = Agenda::of(&[&[0.1, 1.0], &[0.2, 1.0], &[-0.3, 1.0]]).unwrap();
    assert!(agenda.signed(&[0, 1, 2]).is_some());
    assert!(exchange(issue(0.3, -0.1), issue(-0.6, 0.2)));
    let sanction = |weight: f64, sender: f64, target: f64| Sanction {
        weight: RelativeWeight::new(weight).unwrap(),
        sender: amount(sender),
        target: amount(target),
    };
    // 0.1 of 3 is 0.3: a tie, and no threat.
    assert!(!sanction(0.1, 0.3, 3.0).is_credible());
    assert!(needs(0.1, 0.9).zone().is_some());
    // Three tenths of a pie are no more than talking on brings at δ = 3/7.
    let even = Discount::new(3.0 / 7.0).unwrap();
    let three = Coalition::new(3, share(0.1), even).unwrap();
    assert_eq!(three.least_that_binds(), Some(4));
}
