//! What holds whatever the numbers are.

use super::*;

fn unlike() -> impl Strategy<Value = Unlike> {
    prop::collection::vec((0.1..5.0, 0.1..5.0), 2..7)
        .prop_map(|countries| Unlike::of(&countries).unwrap())
}

/// All coalitions of two or more.
fn coalitions(n: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..1_usize << n)
        .map(move |set| (0..n).filter(|at| set >> at & 1 == 1).collect::<Vec<_>>())
        .filter(|members| members.len() > 1)
}

fn without(members: &[usize], one: usize) -> Vec<usize> {
    members.iter().copied().filter(|&at| at != one).collect()
}

proptest! {
    #[test]
    fn the_parts_of_an_outcome_add_up_and_the_ends_are_known(
        n in 2_u32..60, stakes in 0.001..50.0,
    ) {
        let pact = pact(n, stakes);
        for timing in Timing::ALL {
            for k in 0..=n {
                let outcome = pact.outcome(k, timing);
                let part = |of: u32, each: Option<f64>| f64::from(of) * each.unwrap_or(0.0);
                let sum = part(k, outcome.member_abates) + part(n - k, outcome.outsider_abates);
                close(sum, outcome.total, 1e-9);
                let gains =
                    part(k, outcome.member_gains) + part(n - k, outcome.outsider_gains);
                close(gains, outcome.all_gain, 1e-6);
                prop_assert!(outcome.all_gain <= pact.outcome(n, timing).all_gain + 1e-6);
            }
            close(pact.outcome(0, timing).total, 100.0 / (1.0 + stakes), 1e-9);
            let n = f64::from(n);
            let whole = pact.outcome(pact.countries(), timing).total;
            close(whole, 100.0 * n / (n + stakes), 1e-9);
        }
    }

    #[test]
    fn members_and_outsiders_do_what_is_best_for_them(
        n in 3_u32..20, stakes in 0.01..20.0, k in 1_u32..19, off in -0.5..0.5_f64,
    ) {
        prop_assume!(k < n);
        let pact = pact(n, stakes);
        let left = |total: f64, own: f64| {
            (100.0 * total - total * total / 2.0) / f64::from(n) - stakes * own * own / 2.0
        };
        // An outsider alone abates some more or less.
        for timing in Timing::ALL {
            let outcome = pact.outcome(k, timing);
            let own = outcome.outsider_abates.unwrap() + off;
            let other = left(outcome.total + off, own);
            prop_assert!(other <= outcome.outsider_gains.unwrap() + 1e-9);
        }
        // Members together, all at once.
        let outcome = pact.outcome(k, Timing::Together);
        let own = outcome.member_abates.unwrap() + off;
        let other = left(outcome.total + f64::from(k) * off, own);
        prop_assert!(other <= outcome.member_gains.unwrap() + 1e-9);
    }

    #[test]
    fn a_stable_size_is_one_that_nobody_leaves_or_joins(
        n in 2_u32..40, stakes in 0.001..50.0,
    ) {
        let pact = pact(n, stakes);
        let inside = |k| pact.outcome(k, Timing::Leader).member_gains.unwrap();
        let outside = |k| pact.outcome(k, Timing::Leader).outsider_gains.unwrap();
        let stable = pact.stable(Timing::Leader);
        prop_assert!(!stable.is_empty());
        for k in 1..=n {
            let stays = inside(k) - outside(k - 1);
            let joins = if k < n { inside(k + 1) - outside(k) } else { -1.0 };
            if stays.abs() > 1e-9 && joins.abs() > 1e-9 {
                prop_assert_eq!(stable.contains(&k), stays > 0.0 && joins < 0.0, "{}", k);
            }
        }
    }

    #[test]
    fn the_surplus_is_what_members_have_over_what_each_would_have_by_leaving(
        world in unlike(),
    ) {
        for members in coalitions(world.countries().len()) {
            let inside = world.gains(&members);
            let outside = |at: usize| world.gains(&without(&members, at))[at];
            let surplus: f64 =
                members.iter().map(|&at| inside[at] - outside(at)).sum();
            close(world.surplus(&members), surplus, 1e-8);
            // Payments sum to nothing and leave each the same over what it would have.
            let paid = world.transfers(&members);
            close(paid.iter().map(|(_, paid)| paid).sum(), 0.0, 1e-8);
            for (at, paid) in paid {
                let over = inside[at] + paid - outside(at);
                close(over, surplus / members.len() as f64, 1e-8);
            }
        }
    }

    #[test]
    fn the_stable_coalitions_and_the_best_are_those_of_a_slow_search(world in unlike()) {
        let n = world.countries().len();
        let mut stable = Vec::new();
        let mut best = f64::NEG_INFINITY;
        for members in coalitions(n) {
            let inside = world.gains(&members);
            let leaves =
                |&at: &usize| world.gains(&without(&members, at))[at] > inside[at] + 1e-9;
            let joins = |at: usize| {
                let mut more = members.clone();
                more.push(at);
                !members.contains(&at) && world.gains(&more)[at] > inside[at] + 1e-9
            };
            if !members.iter().any(leaves) && !(0..n).any(joins) {
                stable.push(members.clone());
            }
            if world.surplus(&members) >= 0.0 {
                best = best.max(inside.iter().sum());
            }
        }
        let found: Vec<Vec<usize>> =
            world.stable().into_iter().map(|coalition| coalition.members).collect();
        prop_assert_eq!(found, stable);
        let with_money = world.best_with_transfers();
        close(with_money.all_gain, best, 1e-8);
        close(with_money.all_gain, world.gains(&with_money.members).iter().sum(), 1e-8);
        close(with_money.surplus, world.surplus(&with_money.members), 1e-8);
        // What all abate, from what one outside its own benefit tells: gains are b Q less
        // the cost, and the cost of a member is known.
        let sum = |at: fn(&Country) -> f64| -> f64 {
            with_money.members.iter().map(|&k| at(&world.countries()[k])).sum()
        };
        let inside = sum(|one| one.benefit.value()) * sum(|one| 1.0 / one.cost.value());
        let alone = |k: usize| {
            let one = world.countries()[k];
            one.benefit.value() / one.cost.value()
        };
        let rest: f64 =
            (0..n).filter(|k| !with_money.members.contains(k)).map(alone).sum();
        close(with_money.total, inside + rest, 1e-8);
    }

    #[test]
    fn a_club_of_all_holds_from_its_least_tariff_on_and_an_empty_one_always(
        price in 0.0..200.0, tariff in 0.0..1.0, n in 2_u32..30,
    ) {
        let club = Club { countries: n, ..Club::EXAMPLE };
        let (price, tariff) = (amount(price), share(tariff));
        let stable = club.stable(price, tariff);
        let free = club.cost_of_joining(price) <= 0.0;
        prop_assert!(stable.contains(&0));
        let least = club.least_tariff(price);
        if least.is_none_or(|least| (least.value() - tariff.value()).abs() > 1e-9) {
            let holds = least.is_some_and(|least| least <= tariff);
            prop_assert_eq!(stable.contains(&n), holds);
        }
        // In between it tips: with so many in, one more gains by joining.
        if let Some(mass) = club.critical_mass(price, tariff) {
            for k in 1..n {
                let tips = (f64::from(k) - mass).abs() < 1e-9;
                prop_assert!(tips || free || !stable.contains(&k));
            }
        }
    }
}

#[test]
fn twenty_countries_are_looked_at_whole() {
    let countries: Vec<(f64, f64)> =
        (1..=20).map(|k| (1.0 + f64::from(k % 5), 0.5 + f64::from(k % 3))).collect();
    let world = Unlike::of(&countries).unwrap();
    let best = world.best_with_transfers();
    assert!(best.surplus >= 0.0 && best.members.len() > 2);
    // One more member, and the money no longer does, or all have no more.
    for at in (0..20).filter(|at| !best.members.contains(at)) {
        let mut more = best.members.clone();
        more.push(at);
        let gain: f64 = world.gains(&more).iter().sum();
        assert!(world.surplus(&more) < 0.0 || gain <= best.all_gain + 1e-9);
    }
}
