//! What holds for every input.

use super::*;

fn unit() -> impl Strategy<Value = f64> {
    0.0..=1.0_f64
}

fn patience() -> impl Strategy<Value = f64> {
    0.0..0.999_f64
}

/// Deals of a few whole numbers, so that ties and straight frontiers come up.
fn deals() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let deal = (-8..=8_i32, -8..=8_i32).prop_map(|(u, v)| (u.into(), v.into()));
    prop::collection::vec(deal, 1..7)
}

fn both(problem: &Problem) -> [Option<(f64, f64)>; 2] {
    [pair(problem.nash(share(0.5))), pair(problem.kalai_smorodinsky())]
}

proptest! {
    #[test]
    fn both_solutions_keep_to_the_unit_of_either_side(
        deals in deals(), scale in 1..9_i32, more in -9..9_i32,
    ) {
        let (scale, more) = (f64::from(scale), f64::from(more));
        let moved: Vec<_> =
            deals.iter().map(|&(u, v)| (scale * u + more, v)).collect();
        let (here, there) = (problem(&deals, (0.0, 0.0)), problem(&moved, (more, 0.0)));
        for (here, there) in both(&here).into_iter().zip(both(&there)) {
            prop_assert_eq!(here.is_some(), there.is_some());
            if let (Some(here), Some(there)) = (here, there) {
                prop_assert!((scale * here.0 + more - there.0).abs() < 1e-9);
                prop_assert!((here.1 - there.1).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn both_solutions_treat_the_sides_alike(deals in deals()) {
        let swapped: Vec<_> = deals.iter().map(|&(u, v)| (v, u)).collect();
        let (here, there) =
            (problem(&deals, (0.0, 0.0)), problem(&swapped, (0.0, 0.0)));
        for (here, there) in both(&here).into_iter().zip(both(&there)) {
            let back = there.map(|(u, v)| (v, u));
            prop_assert_eq!(here.is_some(), back.is_some());
            // Where one gains nothing, all that the other can have is a solution.
            if let (Some(here), Some(back)) = (here, back)
                && here.0 * here.1 > 1e-9
            {
                prop_assert!((here.0 - back.0).abs() < 1e-9, "{:?} {:?}", here, back);
                prop_assert!((here.1 - back.1).abs() < 1e-9, "{:?} {:?}", here, back);
            }
        }
    }

    #[test]
    fn the_nash_bargain_beats_every_mixture_of_two_deals(
        deals in deals(), one in 0..7_usize, other in 0..7_usize, mix in unit(),
    ) {
        let (one, other) = (deals[one % deals.len()], deals[other % deals.len()]);
        let mixed = (
            mix * one.0 + (1.0 - mix) * other.0,
            mix * one.1 + (1.0 - mix) * other.1,
        );
        if mixed.0 >= 0.0 && mixed.1 >= 0.0 {
            let [nash, parts] = both(&problem(&deals, (0.0, 0.0)));
            let ((u, v), (x, y)) = (nash.unwrap(), parts.unwrap());
            prop_assert!(u * v >= mixed.0 * mixed.1 - 1e-9);
            // Nor is the other bargain beaten for both at once.
            prop_assert!(mixed.0 <= x + 1e-9 || mixed.1 <= y + 1e-9);
        }
    }

    #[test]
    fn deals_nobody_chose_can_go_without_changing_the_nash_bargain(deals in deals()) {
        let all = problem(&deals, (0.0, 0.0));
        if let Some(chosen) = pair(all.nash(share(0.5))) {
            let mut fewer = vec![chosen];
            fewer.extend(deals.iter().filter(|deal| deal.0 < chosen.0));
            let (u, v) =
                pair(problem(&fewer, (0.0, 0.0)).nash(share(0.5))).unwrap();
            prop_assert!((u * v - chosen.0 * chosen.1).abs() < 1e-9);
        }
    }

    #[test]
    fn the_division_answers_every_counteroffer(
        one in patience(), other in patience(), first in unit(), second in unit(),
    ) {
        let ways_out = [first, second * (1.0 - first)];
        let here = divided([one, other], ways_out);
        // The second's share when it begins, of the same two.
        let there = divided([other, one], [ways_out[1], ways_out[0]]);
        prop_assert!((here - (1.0 - (other * there).max(ways_out[1]))).abs() < 1e-9);
        prop_assert!((there - (1.0 - (one * here).max(ways_out[0]))).abs() < 1e-9);
    }

    #[test]
    fn patience_pays_and_a_better_way_out_never_hurts(
        low in patience(), high in patience(), other in patience(), way in unit(),
        better in unit(),
    ) {
        let (low, high) = (low.min(high), low.max(high));
        let open = [0.0, 0.0];
        prop_assert!(divided([low, other], open) <= divided([high, other], open) + ROUNDING);
        prop_assert!(divided([other, low], open) >= divided([other, high], open) - ROUNDING);
        let (way, better) = (way.min(better), way.max(better));
        let with = |way| divided([low, other], [0.0, way]);
        prop_assert!(with(way) >= with(better) - ROUNDING);
    }

    #[test]
    fn many_offers_come_to_the_same_as_no_end(
        one in patience(), other in patience(), rounds in 0..100_u16,
    ) {
        let patience = [one, other].map(|delta| Discount::new(delta).unwrap());
        let end = divided([one, other], [0.0, 0.0]);
        let at = |rounds| stahl(rounds, patience).value();
        // From above with an odd number of offers, from below with an even one.
        prop_assert!(at(2 * rounds + 1) >= end - ROUNDING);
        prop_assert!(at(2 * rounds) <= end + ROUNDING);
        prop_assert!(at(2 * rounds + 3) <= at(2 * rounds + 1) + ROUNDING);
        prop_assert!(at(2 * rounds + 2) >= at(2 * rounds) - ROUNDING);
    }

    #[test]
    fn issues_that_all_sign_stay_signed_together(
        rows in prop::collection::vec(prop::array::uniform3(-4..5_i32), 1..7),
    ) {
        let rows: Vec<Vec<f64>> =
            rows.iter().map(|row| row.map(f64::from).to_vec()).collect();
        let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
        let agenda = Agenda::of(&rows).unwrap();
        let welcome: Vec<usize> =
            (0..rows.len()).filter(|&k| agenda.signed(&[k]).is_some()).collect();
        prop_assert!(agenda.signed(&welcome).is_some());
        // The smallest table against a count of all packages by hand.
        let sets = 1..1_u32 << rows.len();
        let of = |set: u32| -> Vec<usize> {
            (0..rows.len()).filter(|k| set >> k & 1 == 1).collect()
        };
        let losers = |set: &[usize]| {
            (0..3).filter(|&party| set.iter().any(|&k| rows[k][party] < 0.0)).count()
        };
        let signed = sets.map(of).filter(|set| agenda.signed(set).is_some());
        let least = signed.map(|set| losers(&set)).min();
        let found = agenda.smallest_table();
        prop_assert_eq!(found.as_ref().map(|found| found.parties.len()), least);
        let gains = found.as_ref().and_then(|found| agenda.signed(&found.issues));
        prop_assert_eq!(gains, found.map(|found| found.gains));
    }

    #[test]
    fn an_exchange_is_a_package_at_some_scale(
        one in (-9..9_i32, -9..9_i32), other in (-9..9_i32, -9..9_i32),
    ) {
        let of = |(first, second): (i32, i32)| issue(first.into(), second.into());
        let found = exchange(of(one), of(other));
        // All of one and a part of the other, in whole numbers: any ratio of two
        // numbers below ten can decide it.
        let works = |x: i32, y: i32| {
            one.0 * x + other.0 * y >= 0 && one.1 * x + other.1 * y >= 0
        };
        let some = (0..10).any(|x| (0..10).any(|y| (x, y) != (0, 0) && works(x, y)));
        prop_assert_eq!(found, some);
    }

    #[test]
    fn what_knowing_gains_is_the_war_avoided(
        odds in unit(), cost in unit(), least in unit(), width in 0.01..1.0_f64,
    ) {
        let most = (least + width).min(1.0);
        prop_assume!(most - least > 0.005);
        let contest = unknown(odds, cost, least, most);
        let ([blind, other], [seeing, rest]) = (contest.values(), contest.known());
        prop_assert!(seeing >= blind - 1e-9);
        let gained = seeing + rest - blind - other;
        prop_assert!((gained - contest.destroyed()).abs() < 1e-9);
    }

    #[test]
    fn no_other_demand_is_worth_more(
        odds in unit(), cost in unit(), least in unit(), width in 0.01..1.0_f64,
        other in unit(),
    ) {
        let most = (least + width).min(1.0);
        prop_assume!(most - least > 0.005);
        let contest = unknown(odds, cost, least, most);
        // It may ask for any share; asked for less than its odds it is accepted.
        let war = ((other - odds - least) / (most - least)).clamp(0.0, 1.0);
        let worth = (1.0 - war) * other + war * (odds - cost);
        prop_assert!(worth <= contest.values()[0] + 1e-9);
    }

    #[test]
    fn war_costs_leave_room(odds in unit(), first in unit(), second in unit()) {
        let contest = Contest::new(odds, [first, second]).unwrap();
        let range = contest.range();
        prop_assert!(range.contains(share(odds)));
        let clipped = odds.min(first) + (1.0 - odds).min(second);
        prop_assert!((range.length().value() - clipped).abs() < 1e-9);
    }

    #[test]
    fn the_tolerable_shift_is_where_war_begins(
        now in unit(), cost in 0.0..3.0_f64, delta in 0.01..0.999_f64, later in unit(),
    ) {
        let rivals = shift(now, cost, delta);
        let most = now + rivals.tolerable().value();
        prop_assume!((later - most).abs() > 1e-9);
        prop_assert_eq!(rivals.brings_war(chance(later)), later > most);
        // Patience is what makes tomorrow worth a war.
        let hastier = shift(now, cost, delta * 0.9);
        prop_assert!(hastier.tolerable() >= rivals.tolerable());
    }

    #[test]
    fn a_guarantor_may_be_doubted_up_to_a_point(
        held in unit(), later in unit(), leaves in unit(), now in unit(),
    ) {
        let (rivals, later) = (shift(now, 0.5, 0.9), chance(later));
        let guarantee = Guarantee { held: chance(held), leaves: chance(leaves) };
        match guarantee.most_doubt(rivals, later) {
            None => {
                let sure = Guarantee { leaves: chance(0.0), ..guarantee };
                prop_assert!(!sure.keeps_peace(rivals, later));
            }
            Some(most) => {
                prop_assume!((leaves - most.value()).abs() > 1e-9);
                prop_assert_eq!(
                    guarantee.keeps_peace(rivals, later),
                    leaves < most.value()
                );
            }
        }
    }

    #[test]
    fn an_open_text_hides_at_least_the_gap(
        a in unit(), b in unit(), meaning in unit(),
    ) {
        let text = Wording { needs: needs(a, b), readings: [share(1.0); 2] };
        prop_assert!(text.signed_open());
        prop_assert!(text.shortfall(share(meaning)) >= text.needs.gap() - ROUNDING);
        if let Some(zone) = text.needs.zone() {
            prop_assert!(text.shortfall(zone.nash()) < ROUNDING);
        }
    }

    #[test]
    fn vetoes_add_up_alike_on_both_sides(n in 0..60_u32, m in 0..60_u32) {
        let ways = |first, second| Ratifiers { first, second }.one_in().unwrap();
        prop_assert_eq!(ways(n, m), ways(m, n));
        // Pascal's rule.
        if n > 0 && m > 0 {
            prop_assert_eq!(ways(n, m), ways(n - 1, m) + ways(n, m - 1));
        }
    }

    #[test]
    fn a_bigger_bite_never_helps_the_target(
        low in 0.0..0.5_f64, high in 0.0..0.5_f64, surprise in unit(), resolve in unit(),
    ) {
        let (low, high) = (low.min(high), low.max(high));
        let (mild, hard) = (showdown(low, surprise, resolve), showdown(high, surprise, resolve));
        prop_assert!(mild.threat_works() <= hard.threat_works());
        prop_assert!(mild.sanctions_work().value() <= hard.sanctions_work().value() + ROUNDING);
        // At full resolve by the closed form.
        let sure = showdown(high, surprise, 1.0);
        let closed = high * surprise / (4.0 * (1.0 - high));
        prop_assert!((sure.sanctions_work().value() - closed).abs() < 1e-9);
    }
}
