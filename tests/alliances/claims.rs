//! The claims, each where it holds and where it fails.

use demarche::voting::bodies;

use super::*;

#[test]
fn a2_typed_pledges_make_the_alliances_and_one_ally_of_twelve_is_nearly_sure() {
    // Two treaties, and the data's 210 and 56 directed pledges of defence follow.
    let (coded, signed) = (coded_1956(), signed_1956());
    for (from, to) in (0..23).flat_map(|a| (0..23).map(move |b| (a, b))) {
        let [coded, signed] = [&coded, &signed].map(|all| all.owed(from, to));
        for obligation in signed.iter() {
            assert!(coded.includes(obligation), "{from} {to}");
        }
        assert_eq!(coded.is_none(), signed.is_none(), "{from} {to}");
    }
    // Even if three pledges of four are broken, somebody comes.
    for (kept, somebody) in [(0.75, 0.999_999), (0.5, 0.999), (0.22, 0.949)] {
        assert!(allies(12, kept, 0.0).at_least(1) > somebody);
    }
}

#[test]
fn a2_the_closest_partners_had_no_treaty_and_all_of_twelve_are_nearly_never_there() {
    // ATOP 5.1, the United States and Britain, both ways, 1938 to 1949: nothing until
    // the Declaration by United Nations, and nothing again after the war.
    let pledged = ["-", "-", "-", "-", "DO", "DO", "DO", "DO", "-", "-", "-", "DXC"];
    let owed = |year: usize| pledged[year - 1938].parse::<Obligations>().unwrap();
    assert!(owed(1941).is_none(), "lend-lease came by statute in March");
    assert!(owed(1943).includes(Obligation::Defence));
    assert!(owed(1946).is_none());
    // All twelve: three times in a hundred at best.
    for (kept, all) in [(0.75, 0.0317), (0.5, 0.000_245), (0.22, 1.3e-8)] {
        assert!(allies(12, kept, 0.0).at_least(12) < all);
    }
    // And who decides together leaves one alone together.
    assert!(allies(12, 0.75, 0.5).at_least(1) < 0.876);
}

#[test]
fn a2b_where_each_waits_for_one_fewer_than_the_next_all_come() {
    let all: Vec<u32> = (0..100).collect();
    assert_eq!(acting(&all), 100);
    assert_eq!(acting(&[0, 1, 2, 3]), 4);
    // One large first mover serves as well.
    let member = |strength, waits_for| Member {
        strength: amount(strength),
        waits_for: amount(waits_for),
    };
    let mut members = vec![member(1.0, 20.0); 51];
    members[0] = member(20.0, 0.0);
    assert_eq!(Call::new(members).unwrap().acting().len(), 51);
}

#[test]
fn a2b_one_missing_member_stops_it_and_an_aggressor_with_a_veto_too() {
    let mut hundred: Vec<u32> = (0..100).collect();
    hundred[1] = 2;
    assert_eq!(acting(&hundred), 1);
    assert_eq!(acting(&[0, 2, 2, 3]), 1);
    // A chain of twelve without its third ends at two.
    let twelve = Call::of_heads(&(0..12).collect::<Vec<u32>>()).unwrap();
    assert_eq!(twelve.without(2).unwrap().acting().len(), 2);
    // Every link of the chain is one on which others hang, but the last two.
    let chain = Call::of_heads(&[0, 1, 2, 3]).unwrap();
    assert_eq!(chain.keystones(), [0, 1, 2]);
    // In the Security Council no coalition without the veto holder carries anything.
    let council = bodies::security_council();
    for veto in 0..5 {
        assert!(council.has_veto(veto));
        let others: Vec<bool> = (0..council.len()).map(|m| m != veto).collect();
        assert!(!council.wins(&others));
    }
    // Without a veto fourteen would do.
    let others: Vec<bool> = (0..council.len()).map(|m| m != 14).collect();
    assert!(council.wins(&others));
}

#[test]
fn a4c_within_each_bloc_every_pair_owes_defence_and_across_nobody_owes_anything() {
    let coded = coded_1956();
    assert_eq!((NATO_1956.len(), WARSAW_1956.len()), (15, 8));
    // 105 pairs within the one, 28 within the other.
    assert_eq!(coded.pairs_that_owe(Obligation::Defence), 105 + 28);
    for (west, east) in (0..15).flat_map(|w| (15..23).map(move |e| (w, e))) {
        assert!(
            coded.owed(west, east).is_none() && coded.owed(east, west).is_none()
        );
    }
    // Counted by capability, the leaders of 1956 are near opposites.
    let (pair, weights) =
        portfolios(1956, [|s| &s.united_states, |s| &s.soviet_union]);
    let pair = Comparison::of(&pair[0], &pair[1]).unwrap();
    assert!(pair.s_weighted(&weights, Distance::Absolute).unwrap() < -0.7);
}

#[test]
fn a4c_by_heads_the_two_leaders_of_1980_look_alike_and_a_pledge_keeps_no_peace_inside()
 {
    // The same two, the same measure, most of the world in nobody's alliance.
    let (pair, weights) =
        portfolios(1980, [|s| &s.united_states, |s| &s.soviet_union]);
    let pair = Comparison::of(&pair[0], &pair[1]).unwrap();
    let absolute = Distance::Absolute;
    assert!(pair.s(absolute) > 0.25);
    assert!(pair.s_weighted(&weights, absolute).unwrap() < -0.3);
    // Hungary, 1956: defence and non-aggression owed by the state whose army came.
    let coded = coded_1956();
    let (hungary, soviet_union) = (19, 22);
    let owed = coded.owed(soviet_union, hungary);
    assert!(owed.includes(Obligation::Defence));
    assert!(owed.includes(Obligation::Nonaggression));
}

#[test]
fn b1b_the_large_ally_pays_more_than_its_share() {
    for incomes in [[10.0, 9.0, 8.0], [10.0, 7.0, 5.0], [10.0, 5.0, 1.0]] {
        let nash = burden(&incomes, 0.5).equilibrium();
        let shares = nash.gifts().iter().zip(incomes).map(|(gift, m)| gift / m);
        let shares: Vec<f64> = shares.collect();
        assert!(shares[0] > shares[1] && shares[1] >= shares[2], "{shares:?}");
    }
    // In the alliance the good is there, and nobody is better off by leaving.
    let together = burden(&[10.0, 9.0, 8.0], 0.5);
    let total = together.equilibrium().total();
    for income in [10.0, 9.0, 8.0] {
        let alone = burden(&[income], 0.5).equilibrium();
        assert!(alone.total() < total);
    }
}

#[test]
fn b1b_who_benefits_little_rides_free_and_moving_money_moves_nothing() {
    let nash = burden(&[10.0, 5.0, 1.0], 0.5).equilibrium();
    assert_eq!(nash.payers(), 1);
    close(nash.gifts()[0], 5.0, ROUNDING);
    // Together they would want 8, and have 5: an ally joins and the total stays.
    close(burden(&[10.0], 0.5).equilibrium().total(), nash.total(), ROUNDING);
    // Among payers, taxing the rich for the poor changes nobody's good.
    let [uneven, even] = [[10.0, 9.0, 8.0], [9.0, 9.0, 9.0]]
        .map(|incomes| burden(&incomes, 0.5).equilibrium());
    close(uneven.total(), 6.75, ROUNDING);
    close(even.total(), 6.75, ROUNDING);
    close(burden(&[9.0; 3], 0.5).optimum(), 13.5, ROUNDING);
}
