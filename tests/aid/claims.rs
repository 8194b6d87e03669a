//! Each claim where it holds and where it fails.

use super::*;

#[test]
fn c4_an_open_border_brings_more_and_sooner_by_organisations_that_lean_to_nobody() {
    // Fuller: each quarter that Middle opens brings 21.25 units, to three quarters.
    let quarters = |k: u64| {
        opened(4, |a, b| if a == MIDDLE || b == MIDDLE { k } else { 4 })
            .delivery()
            .total
    };
    assert_eq!([0, 1, 2, 3].map(quarters), [480, 565, 650, 735]);
    // Sooner: a second way, five days long, takes 30 units from twelve days to 9.2.
    let both = Convoys::of(&[(2, 3), (5, 2)]);
    assert_eq!(both.quickest(30), Some(part(46, 5)));
    assert_eq!(Convoys::of(&[(2, 3)]).quickest(30), Some(part(12, 1)));
    // Whoever leans to nobody delivers all.
    let [one, other] = Access::new(60.0, 60.0, 0.0).unwrap().delivered();
    close(one + other, 120.0, ROUNDING);
}

#[test]
fn c4_the_last_quarter_brings_less_a_long_way_nothing_to_a_small_load_and_a_friend_half()
 {
    // From three quarters to all brings 11.25 and not 21.25: another cut has taken over.
    assert_eq!(network().delivery().total, 195);
    let cut = network().delivery().cut;
    assert_eq!(
        cut,
        [3, 4, 7]
            .map(Limit::Road)
            .into_iter()
            .chain([Limit::Need(1)])
            .collect::<Vec<_>>()
    );
    // Widen what is not in the way by any amount: nothing.
    let wider = network().with_road(0, 1_000).unwrap();
    assert_eq!(wider.delivery().total, 195);
    // Up to nine units the second way adds nothing.
    let both = Convoys::of(&[(2, 3), (5, 2)]);
    for load in 0..=9 {
        assert_eq!(both.quickest(load), Convoys::of(&[(2, 3)]).quickest(load));
    }
    assert!(both.quickest(10) < Convoys::of(&[(2, 3)]).quickest(10));
    // A friend on one side brings that side no more and costs the other all.
    let delivered = |leaning| Access::new(60.0, 60.0, leaning).unwrap().delivered();
    for (leaning, other) in [(0.25, 45.0), (0.5, 30.0), (1.0, 0.0)] {
        let [first, second] = delivered(leaning);
        close(first, 60.0, ROUNDING);
        close(second, other, ROUNDING);
        let [mirrored, _] = delivered(-leaning);
        close(mirrored, other, ROUNDING);
    }
}

#[test]
fn b3d_aid_that_arrives_calms_whatever_its_size() {
    for aid in [1.0, 18.0, 90.0] {
        assert!(toll(0.0, aid).fighters() < toll(0.0, aid).without_aid());
        assert!(toll(0.09, aid).fighters() < 10.0);
    }
    close(toll(0.0, 18.0).fighters(), 10.0 / 1.2, ROUNDING);
}

#[test]
fn b3d_aid_of_which_more_than_a_tenth_is_taken_feeds_the_war_and_more_of_it_more() {
    close(toll(0.0, 18.0).bearable().value(), 0.1, ROUNDING);
    close(toll(0.1, 18.0).fighters(), 10.0, ROUNDING);
    close(toll(0.2, 18.0).fighters(), 13.6 / 1.16, ROUNDING);
    assert!(toll(0.2, 36.0).fighters() > toll(0.2, 18.0).fighters());
    // The richer the people beside the prize, the less is borne.
    let rich = Toll { wage: Size::new(2.0).unwrap(), ..toll(0.0, 18.0) };
    assert!(rich.bearable() < toll(0.0, 18.0).bearable());
}
