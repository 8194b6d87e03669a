//! Each claim where it holds and where it fails.

use super::*;

#[test]
fn c5_where_little_is_at_stake_all_ten_keep_a_treaty_and_a_tariff_keeps_them_elsewhere()
 {
    for stakes in [0.001, 0.01] {
        assert_eq!(pact(10, stakes).stable(Timing::Leader), [10]);
    }
    // A price of 25 in a club that charges outsiders three parts in a hundred.
    assert!(Club::EXAMPLE.stable(amount(25.0), share(0.03)).contains(&10));
}

#[test]
fn c5_where_much_is_at_stake_few_sign_and_close_little_of_the_gap() {
    let row = [0.05, 0.1, 0.25, 0.5, 1.0, 5.0].map(|stakes| holds(10, stakes));
    assert_eq!(row, [8, 6, 4, 3, 3, 2]);
    // Four of ten close a ninth of the gap; two of ten a fifteenth of one sixty times as
    // wide.
    let closed =
        |stakes| pact(10, stakes).gap_closed(holds(10, stakes), Timing::Leader);
    close(closed(0.25), 0.115, 5e-4);
    close(closed(10.0), 0.064, 5e-4);
    let gap = |stakes| {
        let all = |k| pact(10, stakes).outcome(k, Timing::Leader).all_gain;
        all(10) / all(0) - 1.0
    };
    close(gap(0.25), 0.0335, 5e-5);
    close(gap(10.0), 2.025, 5e-4);
    // Where all decide at once nobody signs with anybody, or two.
    for (stakes, sizes) in [(0.05, [1]), (0.25, [1]), (1.0, [1]), (10.0, [2])] {
        assert_eq!(pact(10, stakes).stable(Timing::Together), sizes);
    }
}

#[test]
fn c5b_where_one_adapts_at_anothers_cost_all_would_wish_for_less() {
    close(adapting(2.0).own().value(), 0.6, ROUNDING);
    close(adapting(2.0).joint().value(), 0.2, ROUNDING);
    close(adapting(4.0).joint().value(), 0.0, 0.0);
}

#[test]
fn c5b_behind_its_own_wall_each_does_what_all_would_wish_and_then_signs_less() {
    assert_eq!(adapting(0.0).own(), adapting(0.0).joint());
    let adapted = |part| {
        let pact = pact(10, 0.05).adapted(share(part)).unwrap();
        let largest = pact.stable(Timing::Leader).into_iter().max().unwrap();
        (largest, pact.outcome(largest, Timing::Leader).total)
    };
    let sizes = [0.0, 0.5, 0.8, 0.9].map(|part| adapted(part).0);
    assert_eq!(sizes, [8, 6, 4, 3]);
    assert!(adapted(0.9).1 < adapted(0.0).1 - 28.0);
}

#[test]
fn b1b_members_do_more_than_outsiders() {
    let four = pact(10, 0.25).outcome(4, Timing::Leader);
    close(four.member_abates.unwrap(), 8.91, 5e-3);
    close(four.outsider_abates.unwrap(), 7.57, 5e-3);
    // And more than each would without a treaty.
    let none = pact(10, 0.25).outcome(0, Timing::Leader);
    assert!(four.member_abates > none.outsider_abates && four.total > none.total);
}

#[test]
fn b1b_outsiders_earn_more_and_do_less_than_before() {
    let four = pact(10, 0.25).outcome(4, Timing::Leader);
    close(four.member_gains.unwrap(), 472.2, 5e-2);
    close(four.outsider_gains.unwrap(), 474.9, 5e-2);
    let none = pact(10, 0.25).outcome(0, Timing::Leader);
    assert!(four.outsider_abates < none.outsider_abates);
    assert!(four.outsider_gains > none.outsider_gains);
}

#[test]
fn b5e_money_or_trade_beside_the_climate_keeps_together_what_the_climate_alone_does_not()
 {
    let best = three().best_with_transfers();
    assert_eq!(best.members, [0, 1, 2]);
    close(best.surplus, 18.0, ROUNDING);
    let paid = three().transfers(&[0, 1, 2]);
    for ((_, paid), expected) in paid.into_iter().zip([-57.0, 28.5, 28.5]) {
        close(paid, expected, ROUNDING);
    }
    // A small one must be paid 22.5 at least: what it would have outside, and has not.
    let outside = three().gains(&[0, 1])[2];
    close(outside - three().gains(&[0, 1, 2])[2], 22.5, ROUNDING);
    // And a tariff keeps a club of all from its least height on.
    let least = [12.5, 25.0, 50.0, 100.0]
        .map(|price| Club::EXAMPLE.least_tariff(amount(price)).unwrap().value());
    for (least, expected) in
        least.into_iter().zip([0.001_35, 0.008_27, 0.0397, 0.1728])
    {
        close(least, expected, 5e-5);
    }
}

#[test]
fn b5e_without_money_three_unlike_states_keep_no_treaty_and_an_empty_club_is_stable_too()
 {
    assert!(three().stable().is_empty());
    let club = |price, tariff| Club::EXAMPLE.stable(amount(price), share(tariff));
    assert_eq!(club(25.0, 0.03), [0, 10]);
    // Below the least tariff only the empty one.
    assert_eq!(club(25.0, 0.008), [0]);
    assert_eq!(club(50.0, 0.03), [0]);
    // Ten alike have nothing to pay each other with.
    let alike = Unlike::of(&[(1.0, 1.0); 10]).unwrap();
    assert_eq!(alike.best_with_transfers().members.len(), 3);
}

#[test]
fn b5l_ten_careful_gates_hold_and_two_thirds_decide_sooner_than_all() {
    let gates = [Probability::new(0.99).unwrap(); 10];
    close(weakest_link(&gates).value(), 0.904_382, 1e-6);
    // The World Health Assembly's rule against unanimity of as many.
    let members = bodies::world_health_assembly().len();
    let two_thirds =
        Wait::with_vetoes(members, (2 * members).div_ceil(3), 0).unwrap();
    let all = Wait::with_vetoes(members, members, 0).unwrap();
    assert!(two_thirds.mean() < all.mean() / 4.0);
}

#[test]
fn b5l_one_careless_gate_undoes_nine() {
    let mut gates = [Probability::new(0.99).unwrap(); 10];
    gates[3] = Probability::new(0.5).unwrap();
    close(weakest_link(&gates).value(), 0.456_758, 1e-6);
    // What the forum decided in time is then worth less than its weakest member.
    assert!(weakest_link(&gates) < Probability::new(0.5).unwrap());
    close(herd_threshold(Rate::new(15.0).unwrap()).value(), 14.0 / 15.0, ROUNDING);
}
