//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn b0c_a_mediated_border_keeps_a_war_smaller() {
    for crosses in [0.1, 0.3, 0.5, 0.7, 0.9] {
        let barbell = map(6, &BARBELL, crosses);
        let open = expected(&barbell, 0);
        for left in barbell.each_closed(0).unwrap() {
            assert!(left <= open + ROUNDING);
        }
        // The neighbourhood of a mediated state, too.
        let centre = nine(crosses);
        assert!(expected(&centre.without(4), 0) < expected(&centre, 0));
    }
    // Half of the crossings prevented, and most wars stay at home.
    assert!(expected(&nine(0.5), 4) > 5.4 && expected(&nine(0.25), 4) < 2.7);
}

#[test]
fn b0c_the_border_that_mattered_yesterday_is_the_wrong_one_for_a_faster_war() {
    let best = |crosses| map(6, &BARBELL, crosses).mediate(0, 1).unwrap().borders;
    assert_eq!((best(0.3), best(0.5)), (vec![AT_HOME], vec![AT_HOME]));
    assert_eq!(best(0.7), [BRIDGE]);
    // Two mediators at once: not the two best by themselves where these do one job.
    let fast = map(6, &BARBELL, 0.9);
    let two = fast.mediate(0, 2).unwrap();
    assert_eq!(two.borders, [0, AT_HOME]);
    close(two.expected, 1.0, ROUNDING);
    // A mediator far from the spark saves nothing that a nearer one has not.
    let cut = fast.closed(BRIDGE);
    close(expected(&cut, 0), expected(&cut.closed(4), 0), ROUNDING);
}

#[test]
fn b0f_behind_closed_doors_fewer_stand_firm_and_war_is_rarer() {
    let (seen, unseen) = (standoff(0.5), standoff(0.0));
    close(seen.firm().value(), 0.5, ROUNDING);
    close(unseen.firm().value(), 0.25, ROUNDING);
    close(seen.war().value(), 0.25, ROUNDING);
    close(unseen.war().value(), 0.0625, ROUNDING);
}

#[test]
fn b0f_where_both_wait_secrecy_only_slows_the_clock() {
    for loud in [1.0, 3.0, 10.0] {
        let crisis = attrition([loud, loud]);
        close(crisis.war().value(), 0.25, ROUNDING);
        close(crisis.horizon(), 1.0 / loud, ROUNDING);
    }
    // One audience alone gives its leader the better hand.
    let [loud, quiet] = attrition([3.0, 1.0]).firm().map(Probability::value);
    assert!(loud > 2.9 * quiet);
}

#[test]
fn b1c_a_council_in_time_is_a_council_of_nine() {
    // At half the pace of one member, nine of fifteen are first two times in three.
    close(ahead(&wait(15, 9, 0), 0.5), 0.654_836, PRINTED);
    assert!(ahead(&wait(15, 9, 0), 0.1) > 0.91);
    // And a decision in time is what a closed border takes.
    let barbell = map(6, &BARBELL, 0.5);
    let saved = expected(&barbell, 0) - barbell.mediate(0, 1).unwrap().expected;
    assert!(saved > 0.9);
}

#[test]
fn b1c_five_vetoes_make_it_as_slow_as_unanimity_of_five() {
    for rate in [0.1, 0.25, 0.5] {
        let (council, five) = (wait(15, 9, 5), wait(5, 5, 0));
        assert!((ahead(&council, rate) - ahead(&five, rate)).abs() < 0.0014);
        assert!(ahead(&council, rate) < ahead(&wait(15, 9, 0), rate));
    }
    // It decides; it does not act on causes. Nothing here lowers the chance of a spark.
    assert!(ahead(&wait(15, 9, 5), 2.0) < 0.05);
}

#[test]
fn b3a_a_leader_who_can_yield_unseen_escalates_less() {
    let mut last = 0.0;
    for audience in [0.0, 0.25, 0.5, 1.0] {
        let war = standoff(audience).war().value();
        assert!(war > last);
        last = war;
    }
}

#[test]
fn b3a_trust_does_not_hold_where_tomorrow_is_worse_and_both_know_it() {
    // Nothing is hidden and nothing misheard. The weaker tomorrow fights today, and the
    // more so the more it minds tomorrow.
    let shift = |patience| Shift::of(0.5, 0.5, patience).unwrap();
    let later = chance(0.6);
    assert!(!shift(0.5).brings_war(later));
    assert!(shift(0.9).brings_war(later) && shift(0.99).brings_war(later));
}

#[test]
fn b3b_the_less_is_unknown_the_rarer_the_war() {
    let war = |most| Unknown::of(0.5, 0.1, [0.0, most]).unwrap().war().value();
    for (most, expected) in
        [(0.1, 0.0), (0.2, 0.25), (0.3, 1.0 / 3.0), (0.4, 0.375), (0.8, 0.4375)]
    {
        close(war(most), expected, ROUNDING);
    }
}

#[test]
fn b3b_who_shows_its_hand_pays_for_it_and_what_is_shown_can_be_struck() {
    // The one that was unknown loses its rent, 5/64.
    let unknown = Unknown::of(0.5, 0.1, [0.0, 0.4]).unwrap();
    let lost = unknown.values()[1] - unknown.known()[1];
    close(lost, 5.0 / 64.0, ROUNDING);
    // And what is shown of bases and timetables is an advantage to whoever strikes first.
    assert!(strike(0.09).range().is_some());
    assert!(strike(0.11).range().is_none());
    close(strike(0.0).bearable().value(), 0.1, ROUNDING);
}

#[test]
fn b3e_a_warning_in_time_is_worth_its_skill_times_the_chance_that_somebody_acts() {
    let warning = Warning { hits: chance(0.8), false_alarms: chance(0.2) };
    let worth = warning.worth(chance(0.1), chance(0.1)).unwrap();
    close(worth, 0.6, ROUNDING);
    // The longer the lead, the likelier that nine of fifteen are ready in it.
    let in_time = |lead| wait(15, 9, 0).passed_by(time(lead));
    for (lead, ready) in [(0.5, 0.0863), (1.0, 0.7057), (2.0, 0.9980)] {
        close(in_time(lead), ready, 5e-5);
    }
    let worth_after = |lead| worth * in_time(lead);
    assert!(worth_after(2.0) > 0.59 && worth_after(0.5) < 0.1);
    // Honest forecasts score best: whoever says .7 of what comes 7 times in 10.
    let said = |said: f64| {
        let list = (0..10).map(|k| Forecast { chance: chance(said), came: k < 7 });
        Scores::of(&list.collect::<Vec<_>>()).unwrap().brier()
    };
    assert!(said(0.7) < said(0.6) && said(0.7) < said(0.8));
}

#[test]
fn b3e_where_wars_are_rare_a_good_warning_is_nearly_always_wrong() {
    let warning = Warning { hits: chance(0.8), false_alarms: chance(0.2) };
    for (rate, believed) in [(0.01, 0.0388), (0.02, 0.0755), (0.05, 0.1739)] {
        close(warning.believed(chance(rate)).unwrap().value(), believed, 5e-5);
    }
    // Where prevention costs four tenths of the war, it is worse than no warning.
    close(warning.worth(chance(0.1), chance(0.4)).unwrap(), -0.4, ROUNDING);
    // And without a lead nobody is ready.
    close(wait(15, 9, 0).passed_by(time(0.0)), 0.0, 0.0);
}

#[test]
fn b3f_services_that_tell_each_other_see_more() {
    close(pooled(chance(0.3), 3).value(), 0.657, ROUNDING);
    for services in 1..10 {
        assert!(pooled(chance(0.3), services + 1) > pooled(chance(0.3), services));
    }
    // A disease is held by all gates together, so that the worst is worth mending first.
    let gates = |worst| [vec![chance(0.99); 9], vec![chance(worst)]].concat();
    close(weakest_link(&gates(0.99)).value(), 0.9044, 5e-5);
    close(weakest_link(&gates(0.5)).value(), 0.4568, 5e-5);
}

#[test]
fn b3f_my_wall_sends_it_to_you_and_all_walls_send_it_nowhere() {
    for (targets, spent) in [(2, 0.5), (3, 2.0 / 3.0), (5, 0.8), (10, 0.9)] {
        let walls = diversion(targets);
        close(walls.spent(), spent, ROUNDING);
        let own = walls.defence();
        // Each answers the others best, and the attack falls as it did without walls.
        close(walls.attracts(own, own), 1.0 / f64::from(targets), ROUNDING);
        for other in [0.5 * own, 0.9 * own, 1.1 * own, 2.0 * own] {
            assert!(walls.pays(other, own) > walls.pays(own, own));
        }
        // A higher wall here makes it likelier there.
        assert!(walls.attracts(2.0 * own, own) < walls.attracts(own, own));
    }
}

#[test]
fn b3g_a_guarantor_who_stays_keeps_a_frontier_quiet_and_the_neighbours_out_of_it() {
    let rivals = Shift::of(0.5, 0.5, 0.95).unwrap();
    let later = chance(0.8);
    assert!(rivals.brings_war(later));
    let guarantee = |leaves| Guarantee { held: chance(0.5), leaves: chance(leaves) };
    assert!(guarantee(0.0).keeps_peace(rivals, later));
    close(
        guarantee(0.0).most_doubt(rivals, later).unwrap().value(),
        7.0 / 76.0,
        1e-12,
    );
}

#[test]
fn b3g_a_guarantor_who_may_leave_only_puts_it_off() {
    let rivals = Shift::of(0.5, 0.5, 0.95).unwrap();
    let leaves = Guarantee { held: chance(0.5), leaves: chance(0.1) };
    assert!(!leaves.keeps_peace(rivals, chance(0.8)));
    // One that leaves with a chance of 5 in 100 a year guards a shift that is one year
    // away, and not one that is two.
    let after = |years: f64| 1.0 - libm::pow(0.95, years);
    let guards = |years| {
        let guarantee =
            Guarantee { held: chance(0.5), leaves: chance(after(years)) };
        guarantee.keeps_peace(rivals, chance(0.8))
    };
    assert!(guards(1.0) && !guards(2.0));
}

#[test]
fn b3h_an_exercise_that_helps_a_first_strike_little_leaves_room_for_peace() {
    // A hundredth more for whoever strikes first leaves 0.18 of the 0.2.
    let range = strike(0.01).range().unwrap();
    close(range.most().value() - range.least().value(), 0.18, ROUNDING);
}

#[test]
fn b3h_an_exercise_that_shows_where_the_bases_are_can_leave_none() {
    for advantage in [0.05, 0.1, 0.11, 0.2] {
        let room = strike(advantage).range();
        assert_eq!(room.is_some(), 2.0 * advantage <= 0.2 + ROUNDING, "{advantage}");
    }
    // Costlier wars bear more of it.
    let costly = Contest::new(0.5, [0.2, 0.2]).unwrap();
    assert!(
        FirstStrike { contest: costly, advantage: share(0.2) }.range().is_some()
    );
}

#[test]
fn b5f_under_vetoes_the_war_is_at_the_fourth_state_before_the_council_is_ready() {
    // A war that crosses a border as quickly as one member decides.
    close(ahead(&wait(15, 9, 5), 1.0), 0.164_918, PRINTED);
    close(ahead(&wait(15, 15, 0), 1.0), 1.0 / 16.0, ROUNDING);
    close(ahead(&wait(32, 32, 0), 1.0), 1.0 / 33.0, ROUNDING);
}

#[test]
fn b5f_a_slow_war_waits_for_a_council_without_vetoes_and_for_two_thirds_of_a_continent()
 {
    assert!(ahead(&wait(15, 9, 0), 0.25) > 0.8);
    close(ahead(&wait(55, 37, 0), 0.25), 0.760_707, PRINTED);
    // Larger is not slower: 37 of 55 beat unanimity of five.
    assert!(ahead(&wait(55, 37, 0), 0.25) > ahead(&wait(5, 5, 0), 0.25));
}

#[test]
fn b5k_a_cut_by_both_holds_a_race_that_neither_would_stop_alone() {
    let free = race([1.5, 1.5]);
    assert!(!free.is_stable());
    let least = free.critical_cut().unwrap().value();
    close(least, 0.269_703, PRINTED);
    assert!(free.with_cut(share(least + 0.001)).is_stable());
    assert!(!free.with_cut(share(least - 0.001)).is_stable());
    // One side alone must cut nearly twice as deep.
    let alone = free.critical_cut_alone().unwrap().value();
    close(alone, 7.0 / 15.0, ROUNDING);
    assert!(!free.with_cut_alone(share(0.4)).is_stable());
    assert!(free.with_cut_alone(share(0.5)).is_stable());
}

#[test]
fn b5k_after_the_exit_the_race_starts_from_where_it_stands_and_goodwill_moves_no_threshold()
 {
    let free = race([1.5, 1.5]);
    let under = free.with_cut(share(0.4));
    let at_exit = under.at([0.0, 0.0], time(5.0));
    let later = free.at(at_exit, time(5.0));
    close(later[0], 58.833_48, 5e-5);
    close(later[1], 63.243_97, 5e-5);
    // Without a treaty it would have been more than three times as much.
    assert!(free.at([0.0, 0.0], time(10.0))[0] > 3.0 * later[0]);
    // Friends who answer as strongly race all the same.
    let friendly = Race::of([1.5, 1.5], [1.2, 1.0], [-1.0, -2.0]).unwrap();
    assert_eq!(friendly.is_stable(), free.is_stable());
    assert_eq!(friendly.critical_cut(), free.critical_cut());
}
