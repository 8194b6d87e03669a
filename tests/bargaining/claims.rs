//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn b0b_without_a_zone_no_method_finds_a_deal() {
    // Needs that exceed the whole, in tenths: by every method nothing.
    for a in 0..=10 {
        for b in 0..=10 {
            let (a, b) = (f64::from(a) / 10.0, f64::from(b) / 10.0);
            let pie = problem(&[(0.0, 1.0), (1.0, 0.0)], (a, b));
            let open = a + b < 1.0 + 1e-9;
            assert_eq!(needs(a, b).zone().is_some(), open, "{a} {b}");
            assert_eq!(needs(a, b).halved().is_some(), open, "{a} {b}");
            assert_eq!(needs(a, b).bounded().is_some(), open, "{a} {b}");
            let parted = offers([0.9, 0.9], [a, b]).division();
            assert_eq!(parted.is_some(), open, "{a} {b}");
            assert_eq!(pie.is_open(), open, "{a} {b}");
            assert_eq!(pie.kalai_smorodinsky().is_some(), open, "{a} {b}");
            for weight in [0.0, 0.25, 0.5, 1.0] {
                assert_eq!(pie.nash(share(weight)).is_some(), open, "{a} {b}");
            }
        }
    }
}

#[test]
fn b0b_an_open_text_is_signed_without_a_zone_and_leaves_somebody_short() {
    let wording = |need: f64, reading: f64| Wording {
        needs: needs(need, need),
        readings: [share(reading); 2],
    };
    let text = wording(0.6, 0.65);
    assert!(!text.signed_clear() && text.signed_open());
    for meaning in 0..=100 {
        let short = text.shortfall(share(f64::from(meaning) / 100.0));
        assert!(short >= 0.2 - ROUNDING, "{meaning}");
    }
    close(text.shortfall(share(0.5)), text.needs.gap(), ROUNDING);
    // Readings that no longer cover the needs close it again.
    assert!(!wording(0.6, 0.55).signed_open());
    // A clear text that can be signed leaves nobody short somewhere.
    let clear = wording(0.4, 0.4);
    assert!(clear.signed_clear());
    close(clear.shortfall(share(0.5)), 0.0, 0.0);
}

#[test]
fn b3g_a_guarantor_caps_the_shift_that_brings_war() {
    let rivals = shift(0.5, 0.5, 0.95);
    let cap = 0.5 + rivals.tolerable().value();
    for later in 1..=50 {
        let later = chance(0.5 + f64::from(later) / 100.0);
        assert_eq!(rivals.brings_war(later), later.value() > cap, "{later}");
        // Held at or below the cap, whatever the odds would have become.
        for held in [0.5, 0.51, 0.527] {
            let guarantee = Guarantee { held: chance(held), leaves: chance(0.0) };
            assert!(guarantee.keeps_peace(rivals, later), "{held} {later}");
        }
    }
    // Split by its uses, the land is no reason for war where neither would go without.
    let contest = Contest::new(0.5, [0.1, 0.1]).unwrap();
    assert!(contest.peace_if_split([share(0.6), share(0.45)]));
}

#[test]
fn b3g_what_cannot_be_divided_and_a_guarantor_who_leaves_bring_war() {
    for odds in 0..=20 {
        for cost in 0..=20 {
            let (odds, cost) = (f64::from(odds) / 20.0, f64::from(cost) / 20.0);
            let contest = Contest::new(odds, [cost, cost]).unwrap();
            let expected = cost > odds - 1e-9 || cost > 1.0 - odds - 1e-9;
            assert_eq!(contest.peace_undivided(), expected, "{odds} {cost}");
        }
    }
    let (rivals, later) = (shift(0.5, 0.5, 0.95), chance(0.8));
    let held = |leaves: f64| Guarantee { held: chance(0.5), leaves: chance(leaves) };
    let most = held(0.0).most_doubt(rivals, later).unwrap().value();
    close(most, 7.0 / 76.0, ROUNDING);
    assert!(held(most - 1e-9).keeps_peace(rivals, later));
    assert!(!held(most + 1e-9).keeps_peace(rivals, later));
}

/// The first's least and most share.
fn ends(range: Option<demarche::gains::Zone>) -> Option<[f64; 2]> {
    range.map(|range| [range.least().value(), range.most().value()])
}

#[test]
fn who_likes_risks_may_leave_no_range_and_who_shuns_them_leaves_a_wider_one() {
    let range = |taste: f64, cost| {
        let contest = Contest::new(0.5, [cost; 2]).unwrap();
        ends(contest.range_if_risked([Size::new(taste).unwrap(); 2]))
    };
    // By hand: from (1/2 − c) to the power of 1/taste to what is left of the other's.
    for (taste, cost, least) in [
        (0.5, 0.1, 0.16),
        (1.0, 0.1, 0.4),
        (2.0, 0.25, 0.5),
        (2.0, 0.3, 0.2_f64.sqrt()),
    ] {
        let [from, to] = range(taste, cost).unwrap();
        close(from, least, ROUNDING);
        close(to, 1.0 - least, ROUNDING);
    }
    assert_eq!([range(2.0, 0.0), range(2.0, 0.1), range(2.0, 0.24)], [None; 3]);
}

#[test]
fn two_who_are_surer_than_war_is_costly_leave_no_range() {
    let range = |first, second, cost| {
        let contest = Contest::new(first, [cost; 2]).unwrap();
        ends(contest.range_if_believed(chance(second)))
    };
    // Both give themselves 0.7; then both are modest, and leave more than the costs do.
    assert_eq!(range(0.7, 0.3, 0.1), None);
    let [from, to] = range(0.3, 0.7, 0.1).unwrap();
    close(to - from, 0.6, ROUNDING);
    for first in 0..=10 {
        for second in 0..=10 {
            let (sure, cost) = (f64::from(first - second) / 10.0, 0.15);
            let range =
                range(f64::from(first) / 10.0, f64::from(second) / 10.0, cost);
            // Where neither need is cut off at nothing.
            if first >= 2 && second <= 8 {
                assert_eq!(
                    range.is_none(),
                    sure > 2.0 * cost + 1e-9,
                    "{first} {second}"
                );
            }
        }
    }
}

#[test]
fn b4a_a_reward_opens_a_closed_zone_and_threats_do_better_than_sanctions() {
    let closed = needs(0.6, 0.6);
    for worth in 0..=40 {
        let worth = f64::from(worth) / 100.0;
        // The reward must be worth its cost and the gap of 0.2.
        let open = closed.rewarded(share(worth), share(0.1)).zone().is_some();
        assert_eq!(open, worth > 0.3 - 1e-9, "{worth}");
    }
    let both = (Outcomes::THREATENED, Outcomes::IMPOSED);
    let narrow = |outcomes: Outcomes| outcomes.rate(Success::Narrow);
    close(narrow(both.0), 0.430, 5e-4);
    close(narrow(both.1), 0.326, 5e-4);
    // In the model as well, wherever the surprise is no way to win by itself.
    for bite in 1..=9 {
        for surprise in 0..=10 {
            let (bite, surprise) =
                (f64::from(bite) / 10.0, f64::from(surprise) / 10.0);
            if surprise < 4.0 * (1.0 - bite) - 1e-9 && bite * (1.0 + surprise) <= 1.0
            {
                let game = showdown(bite, surprise, 1.0);
                assert!(game.sanctions_work() < game.threat_works(), "{game:?}");
            }
        }
    }
}

#[test]
fn b4a_a_threat_that_costs_too_much_is_empty_and_the_broad_count_sees_no_difference()
{
    let (sender, target) = (amount(0.2), amount(1.0));
    for weight in 0..=100 {
        let weight = RelativeWeight::new(f64::from(weight) / 100.0).unwrap();
        let sanction = Sanction { weight, sender, target };
        assert_eq!(sanction.is_credible(), weight.value() > 0.2, "{weight}");
    }
    // An empty threat moves nobody.
    close(showdown(0.4, 0.5, 0.0).threat_works().value(), 0.0, 0.0);
    let broad = |outcomes: Outcomes| outcomes.rate(Success::Broad);
    close(broad(Outcomes::THREATENED), 0.560, 5e-4);
    close(broad(Outcomes::IMPOSED), 0.565, 5e-4);
    assert!(broad(Outcomes::THREATENED) < broad(Outcomes::IMPOSED));
}

#[test]
fn b4b_knowing_the_other_side_pays_and_ends_the_war() {
    let contest = unknown(0.5, 0.1, 0.0, 0.4);
    close(contest.demand().value(), 13.0 / 20.0, ROUNDING);
    close(contest.war().value(), 3.0 / 8.0, ROUNDING);
    let ([blind, other], [seeing, rest]) = (contest.values(), contest.known());
    close(seeing - blind, 23.0 / 160.0, ROUNDING);
    // What both gain together is the war that does not happen.
    close(seeing + rest - blind - other, contest.destroyed(), ROUNDING);
    close(contest.destroyed(), 21.0 / 320.0, ROUNDING);
}

#[test]
fn b4b_knowing_costs_the_other_its_rent_and_clear_goals_can_close_a_deal() {
    let contest = unknown(0.5, 0.1, 0.0, 0.4);
    close(contest.values()[1] - contest.known()[1], 5.0 / 64.0, ROUNDING);
    // The open text was signed; say who gets what, and there is none to sign.
    let text = Wording { needs: needs(0.6, 0.6), readings: [share(0.65); 2] };
    assert!(text.signed_open() && !text.signed_clear());
}

#[test]
fn b4d_a_trade_deal_as_a_reward_opens_the_zone() {
    // The same disputed good: each expects six tenths of fighting for it.
    let closed = needs(0.6, 0.6);
    assert_eq!(closed.zone(), None);
    assert!(closed.rewarded(share(0.35), share(0.1)).zone().is_some());
    // Trade leaves the odds alone, and so the peace.
    assert!(!shift(0.5, 0.5, 0.95).brings_war(chance(0.5)));
}

#[test]
fn b4d_arms_as_a_reward_bring_the_war_they_were_to_prevent() {
    let rivals = shift(0.5, 0.5, 0.95);
    close(rivals.tolerable().value(), 21.0 / 760.0, ROUNDING);
    assert!(!rivals.brings_war(chance(0.527)));
    assert!(rivals.brings_war(chance(0.528)));
}

#[test]
fn b5e_three_solve_what_no_two_can() {
    for parties in 2..=8 {
        let ring = ring(parties);
        let package = ring.smallest_table().unwrap();
        assert_eq!(package.parties.len(), parties);
        assert_eq!(package.gains, vec![1.0; parties]);
        // One left out, and the rest sign nothing.
        for left_out in 0..parties {
            let rest: Vec<usize> = (0..parties).filter(|&k| k != left_out).collect();
            assert_eq!(ring.signed(&rest), None, "{parties} {left_out}");
        }
    }
    // Two issues between two: neither alone, both together.
    let (ours, theirs) = (issue(5.0, -3.0), issue(-2.0, 4.0));
    let both = Agenda::of(&[&[5.0, -3.0], &[-2.0, 4.0]]).unwrap();
    assert!(exchange(ours, theirs));
    assert_eq!((both.signed(&[0]), both.signed(&[1])), (None, None));
    assert_eq!(both.signed(&[0, 1]), Some(vec![3.0, 1.0]));
}

#[test]
fn b5e_below_the_determinant_no_scale_makes_a_package() {
    let (ours, theirs) = (issue(5.0, -3.0), issue(-4.0, 2.0));
    assert!(!exchange(ours, theirs));
    // Nor is anything given for nothing, however little.
    assert!(!exchange(issue(0.0, -1e-200), issue(-1e-200, 1.0)));
    for one in 0..=200 {
        for other in 0..=200 {
            if (one, other) == (0, 0) {
                continue;
            }
            let (x, y) = (f64::from(one) / 200.0, f64::from(other) / 200.0);
            let package = [5.0 * x - 4.0 * y, -3.0 * x + 2.0 * y];
            assert!(package[0] < 0.0 || package[1] < 0.0, "{x} {y}");
        }
    }
    // Money does what the package cannot.
    let (least, most) = side_payment(ours).unwrap();
    assert_eq!((least.value(), most.value()), (3.0, 5.0));
}

#[test]
fn b5i_a_ratifier_helps_the_side_it_binds_up_to_one_half() {
    let expected = |largest: f64| ratification(share(largest)).expected().value();
    for step in 0..50 {
        let at = |step: i32| expected(f64::from(step) / 100.0);
        assert!(at(step + 1) > at(step), "{step}");
        assert!(at(51 + step) < at(50 + step), "{step}");
    }
    close(expected(0.75), 1.0 / 3.0, ROUNDING);
    close(expected(1.0), 0.25, ROUNDING);
}

#[test]
fn b5i_each_further_veto_narrows_the_zone() {
    let ratifiers = |first, second| Ratifiers { first, second };
    let expected = [[2, 3, 4], [3, 6, 10], [4, 10, 20]];
    for (n, row) in (1..).zip(expected) {
        for (m, ways) in (1..).zip(row) {
            assert_eq!(ratifiers(n, m).one_in(), Some(ways), "{n} {m}");
            assert!(ratifiers(n + 1, m).chance() < ratifiers(n, m).chance());
        }
    }
    // Against a known need of 0.3.
    for (n, kept) in [(1, 0.7), (2, 0.49), (3, 0.343)] {
        close(ratifiers(n, 0).chance_against(share(0.3)).value(), kept, ROUNDING);
    }
}

#[test]
fn c2_a_way_out_that_binds_raises_the_coalitions_share() {
    assert_eq!(coalition(1, 0.15).least_that_binds(), Some(4));
    for members in 4..=6 {
        let together = f64::from(members) * 0.15;
        close(coalition(members, 0.15).share().value(), together, ROUNDING);
    }
    assert!(coalition(4, 0.15).share() > coalition(3, 0.15).share());
}

#[test]
fn c2_a_way_out_that_does_not_bind_raises_nothing() {
    for members in 0..=3 {
        close(coalition(members, 0.15).share().value(), 9.0 / 19.0, ROUNDING);
    }
    // Nor does a coalition of many who have nowhere to go.
    close(coalition(1_000, 0.0).share().value(), 9.0 / 19.0, ROUNDING);
    assert_eq!(coalition(1, 0.0).least_that_binds(), None);
}
