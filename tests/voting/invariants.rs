//! What holds for every input.

use super::*;

/// A quota of some eighths of all, and the weights.
fn shared_out() -> impl Strategy<Value = (u64, Vec<u64>)> {
    let weights = prop::collection::vec(0_u64..20, 2..9)
        .prop_filter("some weight", |weights| weights.iter().sum::<u64>() > 0);
    (weights, 1_u64..8).prop_map(|(weights, over)| {
        (Weighted::share(over, 8, weights.clone()).unwrap().quota(), weights)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn indices_share_out_the_whole(body in any_body(9)) {
        let tally = tally(&body);
        prop_assert_eq!(total(&tally.shapley_shubik()), ratio(1, 1));
        prop_assert_eq!(total(&tally.normalised()), ratio(1, 1));
        let survey = Survey::of(&body).unwrap();
        for indices in [survey.johnston(), survey.deegan_packel(), survey.public_good()] {
            prop_assert_eq!(total(&indices), ratio(1, 1));
        }
        let roll_call = Assembly::from(&body);
        prop_assume!(body.len() <= 6);
        prop_assert_eq!(total(&roll_call.roll_call(Choices::Three).unwrap()), ratio(1, 1));
        let two = roll_call.roll_call(Choices::Two).unwrap();
        prop_assert_eq!(two, tally.shapley_shubik());
    }

    #[test]
    fn identities_of_swings(body in any_body(9)) {
        let tally = tally(&body);
        let winning = tally.winning();
        for member in 0..body.len() {
            let swings = tally.swings(member);
            // Every swing count has the parity of the winning coalitions.
            prop_assert_eq!(swings.bit(0), winning.bit(0));
            let pb = tally.banzhaf(member);
            prop_assert_eq!(tally.rae(member), (ratio(1, 1) + &pb) / ratio(2, 1));
            // Banzhaf is the harmonic mean of preventing and initiating.
            let (prevent, initiate) = (tally.prevent(member), tally.initiate(member));
            if swings > BigUint::ZERO {
                let two = ratio(2, 1);
                let mean = two / (prevent.recip() + initiate.recip());
                prop_assert_eq!(mean, pb);
            }
            prop_assert_eq!(body.has_veto(member), tally.prevent(member) == ratio(1, 1));
        }
    }

    #[test]
    fn the_blocking_body_has_the_same_power(body in any_body(9)) {
        let (here, there) = (tally(&body), tally(&body.dual()));
        prop_assert_eq!(here.shapley_shubik(), there.shapley_shubik());
        prop_assert_eq!(here.normalised(), there.normalised());
        prop_assert_eq!(body.dual().dual().rule().clone(), body.dual().dual().dual().dual().rule().clone());
    }

    #[test]
    fn a_bloc_of_two_has_the_power_of_the_two(body in any_body(9), a in 0_usize..9, b in 0_usize..9) {
        let n = body.len();
        let (a, b) = (a % n, b % n);
        prop_assume!(a != b);
        let before = tally(&body);
        let merged = tally(&body.merge(&[a, b]).unwrap());
        prop_assert_eq!(merged.banzhaf(a.min(b)), before.banzhaf(a) + before.banzhaf(b));
    }

    #[test]
    fn a_silent_member_changes_nothing(
        (quota, weights) in shared_out(), at in 0_usize..9,
    ) {
        let mut more = weights.clone();
        let at = at % (weights.len() + 1);
        more.insert(at, 0);
        let (few, many) = (tally(&weighted(quota, &weights)), tally(&weighted(quota, &more)));
        prop_assert_eq!(many.role(at), Role::Null);
        for member in 0..weights.len() {
            let moved = member + usize::from(member >= at);
            prop_assert_eq!(few.banzhaf(member), many.banzhaf(moved));
            prop_assert_eq!(&few.shapley_shubik()[member], &many.shapley_shubik()[moved]);
            prop_assert_eq!(&few.normalised()[member], &many.normalised()[moved]);
        }
    }

    #[test]
    fn heavier_members_have_no_less_power(
        (quota, weights) in shared_out(),
    ) {
        let body = weighted(quota, &weights);
        let (tally, survey) = (tally(&body), Survey::of(&body).unwrap());
        let (shapley, johnston) = (tally.shapley_shubik(), survey.johnston());
        for a in 0..weights.len() {
            for b in (0..weights.len()).filter(|&b| weights[a] >= weights[b]) {
                prop_assert!(shapley[a] >= shapley[b]);
                prop_assert!(tally.swings(a) >= tally.swings(b));
                prop_assert!(johnston[a] >= johnston[b]);
            }
        }
    }

    #[test]
    fn a_gift_of_weight_never_hurts_if_the_others_and_the_quota_stay(
        (quota, weights) in shared_out(), gift in 1_u64..20,
    ) {
        let mut richer = weights.clone();
        richer[0] += gift;
        let (before, after) = (tally(&weighted(quota, &weights)), tally(&weighted(quota, &richer)));
        prop_assert!(after.banzhaf(0) >= before.banzhaf(0));
        prop_assert!(after.shapley_shubik()[0] >= before.shapley_shubik()[0]);
    }

    #[test]
    fn scale_and_order_do_not_matter(
        (quota, weights) in shared_out(), by in 1_u64..9,
    ) {
        let scaled: Vec<u64> = weights.iter().rev().map(|w| w * by).collect();
        let (here, there) = (tally(&weighted(quota, &weights)), tally(&weighted(quota * by, &scaled)));
        let mut back = there.shapley_shubik();
        back.reverse();
        prop_assert_eq!(here.shapley_shubik(), back);
    }

    #[test]
    fn all_of_narrows_and_any_of_widens(a in rule(7), b in rule(7)) {
        let count = |rule: Rule| tally(&nameless(7, rule)).winning();
        let (one, other) = (count(a.clone()), count(b.clone()));
        let both = count(Rule::All(vec![a.clone(), b.clone()]));
        let either = count(Rule::Any(vec![a, b]));
        prop_assert!(both <= one && both <= other);
        prop_assert!(either >= one && either >= other);
        prop_assert_eq!(both + either, one + other);
    }

    #[test]
    fn one_more_yes_never_hurts(body in any_body(9), seed in any::<u64>()) {
        let mut rng = seeded(seed);
        let mut yes = vec![false; body.len()];
        let mut won = false;
        for _ in 0..40 {
            let member = usize::try_from(below(&mut rng, body.len() as u64)).unwrap();
            yes[member] = true;
            prop_assert!(!won || body.wins(&yes));
            won = body.wins(&yes);
        }
    }

    #[test]
    fn waiting_is_shorter_under_an_easier_rule(a in rule(7), b in rule(7)) {
        let mean = |rule: Rule| tally(&nameless(7, rule)).mean_wait();
        let both = mean(Rule::All(vec![a.clone(), b.clone()]));
        let either = mean(Rule::Any(vec![a.clone(), b]));
        prop_assert!(either <= mean(a.clone()) && mean(a) <= both);
    }

    #[test]
    fn every_tie_makes_a_brokered_body_no_weaker_at_its_ends(
        pairs in prop::collection::vec((0_usize..5, 0_usize..5), 0..7), heads in 3_u64..=5,
    ) {
        let body = nameless(5, Rule::AtLeast(heads));
        let pairs: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
        let value = |pairs: &[(usize, usize)]| Ties::new(5, pairs).unwrap().myerson(&body).unwrap();
        let Some((&(a, b), rest)) = pairs.split_last() else { return Ok(()) };
        let (before, after) = (value(rest), value(&pairs));
        prop_assert!(after[a] >= before[a]);
        // Myerson's fairness: a tie is worth the same to both ends.
        prop_assert_eq!(&after[a] - &before[a], &after[b] - &before[b]);
        prop_assert_eq!(Ties::all(5).unwrap().myerson(&body).unwrap(), tally(&body).shapley_shubik());
    }
}

#[test]
fn consensus_that_needs_one_yes_loses_the_silence_of_all() {
    let rule = BallotRule::All(vec![
        BallotRule::Yes(Rule::AtLeast(1)),
        BallotRule::Unless(Weighted::new(1, vec![1; 5]).unwrap()),
    ]);
    let members = (1..=5).map(|k| k.to_string()).collect();
    let power = Assembly::new(members, rule).unwrap().power(Choices::Three).unwrap();
    assert_eq!(power.power_to_act(), &ratio(32 - 1, 243));
}
