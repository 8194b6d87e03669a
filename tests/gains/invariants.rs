//! What holds for every input.

use super::*;

proptest! {
    // (a)
    #[test]
    fn sensitivity_and_weight_are_one_preference(
        own in gain(), other in gain(), value in 0.0..100.0_f64,
    ) {
        let (offer, k) = (deal(own, other), k(value));
        let scaled = (1.0 + value) * offer.utility_at(k.into());
        prop_assert!((offer.utility(k) - scaled).abs() < 1e-6);
    }

    // (b)
    #[test]
    fn the_system_as_a_whole_keeps_what_the_weight_leaves(
        gains in prop::collection::vec(gain(), 2..12), r in weight(),
    ) {
        let all = Attention::equal(states(gains.len()));
        let worth: f64 = all.utilities(&gains, r).iter().sum();
        let total: f64 = gains.iter().sum();
        prop_assert!((worth - (1.0 - r.value()) * total).abs() < 1e-6);
    }

    // (c)
    #[test]
    fn reward_and_punishment_keep_their_order_and_dilemmas_their_class(
        game in game(), value in 0.0..0.99_f64,
    ) {
        let seen = relative_gains(&game, rho(value));
        prop_assume!((game.reward() - game.punishment()).abs() > 1e-6);
        let order = |g: &Payoffs| g.reward() > g.punishment();
        prop_assert_eq!(order(&game), order(&seen));
        if game.class() == GameClass::PrisonersDilemma {
            prop_assert_eq!(seen.class(), GameClass::PrisonersDilemma);
        }
    }

    // (d)
    #[test]
    fn the_transformation_is_linear_and_starts_from_the_game(
        game in game(), scale in -10.0..10.0_f64, rho in weight(),
    ) {
        prop_assert_eq!(relative_gains(&game, RelativeWeight::ABSOLUTE), game);
        let scaled = |g: &Payoffs| {
            [g.temptation(), g.reward(), g.punishment(), g.sucker()].map(|x| scale * x)
        };
        let [t, r, p, s] = scaled(&game);
        let first = relative_gains(&Payoffs::new(t, r, p, s).unwrap(), rho);
        let [t, r, p, s] = scaled(&relative_gains(&game, rho));
        prop_assert!((first.temptation() - t).abs() < 1e-6);
        prop_assert!((first.reward() - r).abs() < 1e-6);
        prop_assert!((first.punishment() - p).abs() < 1e-6);
        prop_assert!((first.sucker() - s).abs() < 1e-6);
    }

    // (e)
    #[test]
    fn dominant_defection_stays_dominant(
        game in game(), low in 0.0..0.99_f64, more in 0.0..1.0_f64,
    ) {
        prop_assume!(game.reward() > game.sucker() + 1e-6);
        prop_assume!(game.temptation() > game.punishment() + 1e-6);
        let high = low + more * (0.99 - low);
        let defects = |weight| {
            let seen = relative_gains(&game, rho(weight)).bimatrix();
            seen.dominant().0 == Some(Move::Defect)
        };
        prop_assert!(!defects(low) || defects(high));
    }

    // (f)
    #[test]
    fn two_states_are_a_pair(own in gain(), other in gain(), r in weight()) {
        let all = Attention::equal(states(2));
        let worth = all.utilities(&[own, other], r);
        prop_assert!((worth[0] - deal(own, other).utility_at(r)).abs() < 1e-9);
        prop_assert!((worth[1] - deal(other, own).utility_at(r)).abs() < 1e-9);
    }

    // (g)
    #[test]
    fn changing_sides_and_minding_gains_commute(
        row in table(), column in table(), first in weight(), second in weight(),
    ) {
        let game = Bimatrix::of_payoffs(row, column).unwrap();
        let here = relative_gains_between(&game, first, second).with_players_swapped();
        let there = relative_gains_between(&game.with_players_swapped(), second, first);
        prop_assert_eq!(here, there);
    }

    #[test]
    fn the_symmetric_game_is_a_case_of_the_general_one(game in game(), rho in weight()) {
        let one = relative_gains(&game, rho).bimatrix();
        prop_assert_eq!(one, relative_gains_between(&game.bimatrix(), rho, rho));
    }

    #[test]
    fn the_tolerance_says_what_the_utility_says(
        own in -20..=20_i32, other in -20..=20_i32, value in 0.0..50.0_f64,
    ) {
        let offer = deal(f64::from(own), f64::from(other));
        let expected = match offer.tolerance() {
            Tolerance::Always => true,
            Tolerance::Never => false,
            Tolerance::UpTo(critical) => value <= critical.value(),
            Tolerance::From(critical) => value >= critical.value(),
        };
        let turn = offer.critical_sensitivity().map_or(f64::INFINITY, f64::from);
        prop_assume!((value - turn).abs() > 1e-9);
        prop_assert_eq!(offer.accepted(k(value)), expected);
    }

    #[test]
    fn some_profitable_deal_suits_any_two_states(first in weight(), second in weight()) {
        // ρ₁ ≤ V/W ≤ 1/ρ₂ always holds for V = W.
        prop_assert!(deal(1.0, 1.0).struck(first, second));
    }

    #[test]
    fn agreements_never_deepen_with_the_weight(
        steps in prop::collection::vec((0.0..10.0_f64, 0.0..10.0_f64), 0..8),
        low in weight(), high in weight(), other in weight(),
    ) {
        let steps: Vec<_> = steps.into_iter().map(|(v, w)| deal(v, w)).collect();
        let (low, high) = (low.min(high), low.max(high));
        prop_assert!(deepest(&steps, high, other) <= deepest(&steps, low, other));
        prop_assert!(accepted_share(high, other) <= accepted_share(low, other));
        prop_assert!(deepest(&steps, low, other) <= deepest_with_transfers(&steps));
        prop_assert_eq!(deepest_with_transfers(&steps), steps.len());
    }

    #[test]
    fn the_nash_bargain_beats_other_divisions(
        first in weight(), second in weight(), share in 0.0..=1.0_f64,
    ) {
        let zone = Zone::of_pie(first, second);
        let product = |x: f64| {
            let offer = deal(x, 1.0 - x);
            offer.utility_at(first) * offer.mirrored().utility_at(second)
        };
        if deal(share, 1.0 - share).struck(first, second) {
            prop_assert!(product(zone.nash().value()) >= product(share) - ROUNDING);
        }
        let length = (1.0 - first.value() * second.value())
            / ((1.0 + first.value()) * (1.0 + second.value()));
        prop_assert!((zone.length().value() - length).abs() < ROUNDING);
    }

    #[test]
    fn attention_adds_up(values in prop::collection::vec(0.01..100.0_f64, 2..10)) {
        let by_size = Attention::by_size(&sizes(&values)).unwrap();
        for i in 0..values.len() {
            let sum: f64 = (0..values.len()).map(|j| by_size.part(i, j)).sum();
            prop_assert!((sum - 1.0).abs() < ROUNDING);
        }
    }

    #[test]
    fn dearer_fighting_never_breaks_a_peace(
        prize in 0.0..20.0_f64, cost in 0.0..20.0_f64, more in 0.0..20.0_f64,
    ) {
        let (cheap, dear) = (world(prize, cost), world(prize, cost + more));
        prop_assert!(!cheap.cooperates() || dear.cooperates());
        let critical = cheap.critical_fighting_cost().unwrap();
        prop_assume!((cost - critical).abs() > ROUNDING);
        prop_assert_eq!(cheap.cooperates(), cost > critical);
    }
}

#[test]
fn one_pairs_attention_by_size_needs_no_table_of_all_pairs() {
    let sized = |size| Size::new(size).unwrap();
    let sizes: Vec<Size> = [5.0, 3.0, 1.0, 0.25].map(sized).to_vec();
    let table = Attention::by_size(&sizes).unwrap();
    for i in 0..4 {
        for j in 0..4 {
            let part = demarche::gains::attention_by_size(&sizes, i, j).unwrap();
            assert_eq!(part.value().to_bits(), table.part(i, j).to_bits());
        }
    }
    let million = vec![sized(2.0); 1_000_001];
    let part = demarche::gains::attention_by_size(&million, 0, 1_000_000).unwrap();
    assert!((part.value() - 1e-6).abs() < 1e-15);
    assert!(demarche::gains::attention_by_size(&sizes[..1], 0, 0).is_err());
}
