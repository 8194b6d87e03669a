//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn a1_a_pact_absorbs_a_shock_that_patience_covers_and_a_tie_steadies_its_two() {
    let largest = |patience| pact(patience).largest_shock().map(Amount::value);
    for (patience, shock) in
        [(0.55, 0.1740), (0.6, 0.4408), (0.7, 1.2412), (0.8, 2.8421), (0.9, 7.6447)]
    {
        close(largest(patience).unwrap(), shock, 5e-5);
        assert!(pact(patience).absorbs(amount(shock - 1e-4)));
    }
    // A bound tariff swings less, whatever politics would like.
    let bound = |bound| Binding { most: share(0.5), bound: share(bound) }.swing();
    assert!(bound(0.1) < bound(0.3) && bound(0.3) < bound(0.5));
    // A tie that halves what moves between two steadies both.
    let restless = steadiness(&three(), |_, _| 0.1).unwrap();
    let tied = |i, j| if (i, j) == (0, 2) { 0.05 } else { 0.1 };
    let steadier = steadiness(&three(), tied).unwrap();
    assert!(steadier[0] < 0.9 * restless[0] && steadier[2] < 0.75 * restless[2]);
}

#[test]
fn a1_a_large_shock_breaks_the_pact_and_a_common_one_passes_every_tie() {
    assert!(!pact(0.6).absorbs(amount(0.45)));
    // Without patience enough there is no pact to break.
    close(pact(0.6).game.grim_patience().unwrap().value(), 0.510_068, PRINTED);
    assert_eq!(pact(0.51).largest_shock(), None);
    assert!(!pact(0.51).absorbs(amount(0.0)));
    // What all suppliers share stays, however many there are.
    for count in [1, 5, 100, u32::MAX] {
        assert!(suppliers(count).swing() >= suppliers(count).floor());
    }
    close(suppliers(u32::MAX).swing(), suppliers(1).floor(), 1e-8);
    // A tie to the first and the third leaves the second nearly as it was.
    let restless = steadiness(&three(), |_, _| 0.1).unwrap();
    let tied = |i, j| if (i, j) == (0, 2) { 0.05 } else { 0.1 };
    assert!(steadiness(&three(), tied).unwrap()[1] > 0.99 * restless[1]);
}

#[test]
fn c3_a_cheaper_way_lifts_the_level() {
    let lifts = |apart| {
        let settled = even(&[10.0, 6.0, 4.0], apart, 5.0).settled().unwrap();
        [0, 1, 2].map(|k| settled.lift(k))
    };
    for apart in 11..40 {
        let (near, far) = (f64::from(apart) / 10.0, f64::from(apart + 1) / 10.0);
        for (near, far) in lifts(near).into_iter().zip(lifts(far)) {
            assert!(near > far && far > 0.0, "{apart}");
        }
    }
    // The small gains most.
    let [large, middle, small] = lifts(1.5);
    assert!(small > middle && middle > large);
}

#[test]
fn c3_an_open_market_lifts_the_level_and_not_the_growth_and_a_pact_of_two_costs_the_third()
 {
    // At rest everybody grows as the leader does, in contact or hardly.
    for part in 1..=10 {
        let follower = contact(f64::from(part) / 10.0);
        close(follower.growth(follower.level()), 0.02, ROUNDING);
    }
    // Two who free their trade while the third stays out: it loses by it.
    let nash = all_tariffs(&three(), [0.270_053, 0.263_689, 0.260_414]);
    let free = |importer, exporter, world: &World| {
        world.with_tariff(importer, exporter, Tariff::FREE).unwrap()
    };
    let two = free(1, 0, &free(0, 1, &nash));
    let changed = changes(&nash, &two);
    assert!(changed[0] > 1.0 && changed[1] > 1.0 && changed[2] < 1.0);
    close(changed[2], 0.995_867, 2e-6);
}

#[test]
fn c3b_a_penalty_lifts_what_an_investor_dares_one_for_one() {
    for step in 0..=10 {
        let penalty = f64::from(step) / 10.0;
        close(
            project(penalty).largest_investment().value(),
            4.0 + penalty,
            ROUNDING,
        );
    }
    assert!(project(0.5).least_share() < project(0.0).least_share());
    // A penalty of a quarter of the yield takes a quarter from what the host must keep.
    let double =
        Project::new(amount(2.0), Discount::new(0.8).unwrap(), amount(0.5)).unwrap();
    close(double.least_share().value(), 0.15, ROUNDING);
    close(double.largest_investment().value(), 8.5, ROUNDING);
    // Where nothing grows there is nothing to keep and nothing to put in.
    let barren =
        Project::new(amount(0.0), Discount::new(0.8).unwrap(), amount(0.0)).unwrap();
    close(barren.least_share().value(), 0.0, 0.0);
    close(barren.largest_investment().value(), 0.0, 0.0);
}

#[test]
fn c3b_a_penalty_that_nobody_collects_lifts_nothing_and_patience_needs_none() {
    // A treaty whose penalty is paid half of the time is worth half.
    let (paper, kept) = (project(0.0), project(0.25));
    close(paper.largest_investment().value(), 4.0, ROUNDING);
    close(kept.largest_investment().value(), 4.25, ROUNDING);
    // A patient host does without: what the treaty adds is an ever smaller part.
    let added = |patience: f64| {
        let patience = Discount::new(patience).unwrap();
        let with = |penalty| {
            let project = Project::new(amount(1.0), patience, amount(penalty));
            project.unwrap().largest_investment().value()
        };
        (with(0.5) - with(0.0)) / with(0.0)
    };
    assert!(added(0.5) > 0.4 && added(0.99) < 0.01);
}

#[test]
fn c3c_contact_closes_the_gap() {
    close(contact(0.5).level().value(), 2.0 / 3.0, ROUNDING);
    close(contact(1.0).level().value(), 4.0 / 5.0, ROUNDING);
    for part in 1..10 {
        let at = |part: i32| contact(f64::from(part) / 10.0);
        assert!(at(part + 1).level() > at(part).level());
        // Who is further behind catches up faster.
        assert!(at(part).growth(share(0.1)) > at(part).growth(share(0.2)));
    }
}

#[test]
fn c3c_without_contact_nothing_is_learnt() {
    assert_eq!(contact(0.0).level(), share(0.0));
    for level in [0.1, 0.5, 1.0] {
        close(contact(0.0).growth(share(level)), 0.0, 0.0);
    }
    // And it closes no gap to the end while the leader moves.
    assert!(contact(1.0).level() < share(1.0));
}

#[test]
fn b3h_troops_that_bring_growth_show_the_slope() {
    let third = Payoff::new(1.0 / 3.0).unwrap();
    let bring = Stationing { hosts: hosts(|_| 2.0), effect: third };
    close(bring.slope().unwrap(), 1.0 / 3.0, ROUNDING);
    // Sent home, they take it with them: two and a half tens on average.
    close(bring.lost_without_troops(), 2.5 / 3.0, ROUNDING);
    // Twice the troops: a tenth of a point.
    close(libm::log10(2.0) / 3.0, 0.1003, 5e-5);
}

#[test]
fn b3h_the_same_slope_comes_from_troops_that_go_where_promise_is() {
    let none = Payoff::new(0.0).unwrap();
    let follow = Stationing { hosts: hosts(|tens| 2.0 + tens / 3.0), effect: none };
    close(follow.slope().unwrap(), 1.0 / 3.0, ROUNDING);
    close(follow.lost_without_troops(), 0.0, 0.0);
}
