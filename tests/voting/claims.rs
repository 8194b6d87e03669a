//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn a3_bloc_table() {
    // k: bloc PB, bloc SSI, one member's power by majority, permanent, other elected.
    let permanent_and_other = |body: &Body, other: usize| {
        (tally(body).banzhaf(0), tally(body).banzhaf(other))
    };
    let council = bodies::security_council();
    let table = [
        (2, ratio(21, 2048), ratio(1, 234), 0.005_127, 0.050_049, Some(0.005_127)),
        (
            3,
            ratio(63, 4096),
            ratio(83, 10_296),
            0.007_690,
            0.046_631,
            Some(0.005_127),
        ),
        (4, ratio(21, 1024), ratio(1, 66), 0.007_690, 0.041_992, Some(0.004_883)),
        (5, ratio(13, 512), ratio(1, 33), 0.009_521, 0.037_109, Some(0.003_906)),
        (7, ratio(1, 32), ratio(1, 6), 0.009_766, 0.031_250, None),
    ];
    for (k, bloc, shapley, each, permanent, other) in table {
        let inside = if k == 2 { Rule::unanimity(2) } else { Rule::majority(k) };
        let alliance = Alliance::new((5..5 + k).collect(), inside).unwrap();
        let report = alliance.report(&council).unwrap();
        assert_eq!(report.bloc, bloc, "k = {k}");
        assert_eq!(report.shapley, shapley, "k = {k}");
        if k != 5 {
            close(decimal(&report.allies[0].allied), each, 2e-4);
        }
        let merged = council.merge(&(5..5 + k).collect::<Vec<_>>()).unwrap();
        let (found, others) = permanent_and_other(&merged, 6);
        close(decimal(&found), permanent, 1e-4);
        match other {
            Some(told) => close(decimal(&others), told, 1e-4),
            None => assert_eq!(tally(&merged).role(6), Role::Null),
        }
    }
}

#[test]
fn penrose_square_root_law() {
    let told = [
        (3, 0.5),
        (5, 0.375),
        (11, 0.246_093_75),
        (101, 0.079_589_2),
        (1001, 0.025_225_0),
        (83_445_001, 8.7345e-5),
    ];
    for (citizens, chance) in told {
        close(decisive_citizen(citizens), chance, 1e-5);
    }
    let law = (2.0 / (std::f64::consts::PI * 1001.0)).sqrt();
    close(decisive_citizen(1001) / law, 1.000_250, 1e-6);
}

#[test]
fn stirlings_series_takes_over_from_the_product_without_a_step() {
    // The product of (2k - 1)/2k, which is used below 64 pairs of citizens.
    for pairs in [60_u32, 63, 64, 65, 70, 500] {
        let product: f64 = (1..=pairs).map(|k| 1.0 - 0.5 / f64::from(k)).product();
        let citizens = u64::from(2 * pairs + 1);
        close(decisive_citizen(citizens), product, 5e-14);
    }
}

#[test]
fn jagiellonian_compromise_2024() {
    let rule = square_root_rule(&bodies::populations_2024()).unwrap();
    let share = rule.quota() as f64 / rule.total() as f64;
    close(share, 0.615_82, 1e-5);
    let body = Body::nameless(27, Rule::Weighted(rule.clone())).unwrap();
    let tally = tally(&body);
    for (power, weight) in tally.normalised().iter().zip(rule.weights()) {
        let weight = *weight as f64 / rule.total() as f64;
        close(decimal(power), weight, 0.0029);
    }
    close(decimal(&tally.power_to_act()), 0.1630, 1e-3);
}

#[test]
fn b1a_small_members_hold_more_power_than_weight() {
    let power = |body: &Body, name: &str| {
        let member = body.find(name).unwrap();
        tally(body).normalised()[member].clone()
    };
    // The Netherlands in 1958, Luxembourg in 1973, Malta in 2024.
    assert!(power(&bodies::eec_1958(), "Netherlands") > ratio(2, 17));
    assert!(power(&bodies::ec_1981(), "Luxembourg") > ratio(2, 63));
    assert!(power(&bodies::eu_lisbon(), "Malta") > ratio(563_400, 449_206_600));
    // And an elected member of the Security Council has a swing at all.
    assert_eq!(power(&bodies::security_council(), "elected 1"), ratio(21, 1270));
}

#[test]
fn b1a_luxembourg_had_a_vote_and_no_power_and_at_vienna_five_decided() {
    let six = bodies::eec_1958();
    let luxembourg = six.find("Luxembourg").unwrap();
    assert_eq!(tally(&six).role(luxembourg), Role::Null);
    // Where four members were needed as well it had some.
    assert_eq!(tally(&bodies::eec_1958_other()).shapley_shubik()[5], ratio(1, 60));
    let vienna = bodies::vienna_1815();
    for name in ["Portugal", "Spain", "Sweden"] {
        assert_eq!(tally(&vienna).role(vienna.find(name).unwrap()), Role::Null);
    }
    // In 1973 its power lay below its weight still.
    let nine = bodies::eec_1973();
    let luxembourg = nine.find("Luxembourg").unwrap();
    assert!(tally(&nine).normalised()[luxembourg] < ratio(2, 58));
}

#[test]
fn b0d_quota_and_blocking_minority_bound_the_largest_member() {
    // Nobody in Lisbon's Council has a veto, nor in the Fund at 50 and 70 percent.
    for body in [bodies::eu_lisbon(), bodies::imf_ordinary(), bodies::imf_70()] {
        assert!((0..body.len()).all(|member| !body.has_veto(member)));
    }
    // At 70% the others need more than five sixths of their votes to pass without it.
    let Rule::Weighted(fund) = bodies::imf_70().rule().clone() else {
        panic!("the Fund's rule is one sum");
    };
    let others = fund.total() - fund.weights()[0];
    assert!(6 * fund.quota() > 5 * others && fund.quota() < others);
    // Germany, France and one more of the larger reach 35% of the people and do not
    // block: four are needed.
    let council = bodies::eu_lisbon();
    let mut yes = vec![true; 27];
    for name in ["Germany", "France", "Italy"] {
        yes[council.find(name).unwrap()] = false;
    }
    assert!(council.wins(&yes));
    assert!(!without_the_clause_of_four(&council).wins(&yes));
    // The veto binds a strong power whose outside option is small.
    let share = |x| Share::new(x).unwrap();
    close(Outside::new(share(0.25), share(0.8)).agreed(), 0.5, 1e-15);
}

#[test]
fn b0d_a_quota_can_hand_one_member_a_veto_and_the_strong_can_leave() {
    // 85% of the votes, and the United States has 16.5%.
    let fund = bodies::imf_85();
    let states: Vec<_> = (0..190).filter(|&member| fund.has_veto(member)).collect();
    assert_eq!(states.len(), 1);
    assert_eq!(fund.members()[states[0]], "United States");
    // A veto is a power to prevent, not to initiate.
    let power = Estimate::banzhaf_only(&fund).unwrap();
    close(power.prevent()[0], 1.0, 1e-12);
    assert!(power.initiate()[0] < 4e-6);
    // And the rule binds no longer once acting alone is cheap.
    let share = |x| Share::new(x).unwrap();
    let cheap = Outside::new(share(0.25), share(0.2));
    assert!(!cheap.veto_binds());
    close(cheap.agreed(), 0.8, 1e-15);
}

#[test]
fn b1c_the_rules_are_those_of_the_charters() {
    let council = bodies::security_council();
    let vote = |permanent: usize, elected: usize| {
        let mut yes = vec![false; 15];
        yes[..permanent].fill(true);
        yes[5..5 + elected].fill(true);
        yes
    };
    assert!(council.wins(&vote(5, 4)));
    assert!(!council.wins(&vote(5, 3)));
    // Procedure passes without any permanent member: a meeting can be called early.
    assert!(bodies::security_council_procedural().wins(&vote(0, 9)));
    let needs = |entry: &str| {
        let body = (bodies::named(entry).unwrap().body)();
        let n = body.len();
        (0..=n).find(|&k| body.wins(&[vec![true; k], vec![false; n - k]].concat()))
    };
    assert_eq!(needs("general-assembly-important"), Some(129));
    assert_eq!(needs("wto-accession"), Some(111));
    assert_eq!(needs("wto-waiver"), Some(125));
    assert_eq!(needs("african-union"), Some(37));
    assert_eq!(needs("world-health-assembly"), Some(130));
}

#[test]
fn b1c_one_no_of_fifteen_blocks_what_is_urgent() {
    let council = bodies::security_council_as_practised();
    let mut ballots = vec![Ballot::Yes; 15];
    ballots[2] = Ballot::No;
    assert!(!council.passes(&ballots));
    ballots[2] = Ballot::Abstain;
    assert!(council.passes(&ballots));
    // In the World Trade Organization any one of 166 members is enough.
    let consensus = bodies::consensus(166);
    let mut ballots = vec![Ballot::Yes; 166];
    ballots[165] = Ballot::No;
    assert!(!consensus.passes(&ballots));
}

#[test]
fn b1d_agreement_of_few_is_within_reach_and_silence_helps() {
    let act =
        |n| tally(&Body::nameless(n, Rule::unanimity(n)).unwrap()).power_to_act();
    assert_eq!(act(5), ratio(1, 32));
    assert_eq!(act(8), ratio(1, 256));
    let silent = bodies::consensus(8).power(Choices::Three).unwrap();
    assert_eq!(silent.power_to_act(), &ratio(256, 6561));
    // Ten times as often as if every member had to say yes or no.
    close(decimal(&(silent.power_to_act() / act(8))), 9.989, 1e-3);
}

#[test]
fn b1d_each_member_more_halves_unanimitys_power_to_act() {
    let first = tally(&bodies::league_1920()).power_to_act();
    let last = tally(&bodies::league_1933()).power_to_act();
    assert_eq!(first / &last, ratio(128, 1));
    assert_eq!(last, ratio(1, 32_768));
    // Abstention saves the rule only in part: two thirds for each member.
    let silent = bodies::consensus(15).power(Choices::Three).unwrap();
    assert!(decimal(silent.power_to_act()) < 0.003);
}

fn per(rate: f64) -> Rate {
    Rate::new(rate).unwrap()
}

#[test]
fn a_time_or_a_rate_that_is_none_never_reaches_the_wait() {
    for bad in [f64::NAN, -5.0, -1e-300, f64::INFINITY] {
        assert!(Time::new(bad).is_err() && Rate::new(bad).is_err(), "{bad}");
    }
    let told = Rate::new(-5.0).unwrap_err().to_string();
    assert_eq!(told, "expected a rate from 0 to 1e150, found -5.0");
    let council = Wait::with_vetoes(15, 9, 5).unwrap();
    let (never, ever) = (council.passed_by(at(0.0)), council.passed_by(at(1e150)));
    assert_eq!((never, ever), (0.0, 1.0));
    // What never comes is always late; what comes at once is first.
    close(council.ahead_of(per(0.0)), 1.0, 1e-14);
    assert!(council.ahead_of(per(1e150)) < 1e-140);
}

#[test]
fn waiting_with_vetoes_needs_no_count() {
    let council = tally(&bodies::security_council());
    let (counted, formula) =
        (Wait::of(&council), Wait::with_vetoes(15, 9, 5).unwrap());
    close(formula.mean(), decimal(&council.mean_wait()), 1e-14);
    close(counted.mean(), formula.mean(), 1e-14);
    for time in [0.1, 0.5, 1.0, 2.0, 5.0] {
        close(counted.passed_by(at(time)), formula.passed_by(at(time)), 1e-13);
        close(counted.ahead_of(per(time)), formula.ahead_of(per(time)), 1e-13);
    }
    // Nine of fifteen by the cumulated binomial at time ln 2: half are ready.
    let half =
        Wait::with_vetoes(15, 9, 0).unwrap().passed_by(at(std::f64::consts::LN_2));
    close(
        half,
        decimal(&tally(&bodies::security_council_procedural()).power_to_act()),
        1e-13,
    );
    assert_eq!(Wait::with_vetoes(0, 1, 0), Err(VotingError::NoMembers));
    assert_eq!(Wait::with_vetoes(3, 0, 1), Err(VotingError::QuotaZero));
    let told = VotingError::QuotaUnreachable { quota: 4, total: 3 };
    assert_eq!(Wait::with_vetoes(3, 2, 4), Err(told));
}

#[test]
fn waiting_times_of_the_notes() {
    let within =
        |found: f64, told: f64| assert!((found - told).abs() < 0.006, "{found}");
    within(wait(&bodies::security_council_procedural()), 0.868);
    within(wait(&bodies::general_assembly_important()), 1.10);
    within(wait(&bodies::security_council()), 2.29);
    within(wait(&unanimity(8)), 2.72);
    within(wait(&unanimity(32)), 4.06);
    within(wait(&unanimity(166)), 5.69);
}

#[test]
fn b1e_vetoes_and_unanimity_are_slow() {
    let any = wait(&bodies::security_council_procedural());
    let vetoes = wait(&bodies::security_council());
    assert!(vetoes > 2.5 * any);
    // Unanimity of n takes 1 + 1/2 + … + 1/n: it grows without end.
    let twelve: Exact = (1..=12).map(|k| ratio(1, k)).sum();
    assert_eq!(tally(&unanimity(12)).mean_wait(), twelve);
    assert!(wait(&unanimity(32)) > wait(&unanimity(8)));
}

#[test]
fn b1e_majority_voting_is_quicker_and_enlargement_need_not_slow_it() {
    // The Twelve by unanimity and by 54 of 76 votes.
    assert!(wait(&bodies::ec_1986()) < wait(&unanimity(12)) / 2.4);
    // Twelve to fifteen members: unanimity slower, the qualified majority hardly.
    let slower = wait(&unanimity(15)) / wait(&unanimity(12));
    let by_majority = wait(&bodies::eu_1995()) / wait(&bodies::ec_1986());
    assert!(slower > 1.06);
    assert!(by_majority < 1.02, "{by_majority}");
    // And from Nice to Lisbon, with as many members, quicker.
    assert!(wait(&bodies::eu_lisbon()) < wait(&bodies::eu_nice()));
}

#[test]
fn b5f_with_vetoes_the_conflict_spreads_first() {
    let council = Wait::of(&tally(&bodies::security_council()));
    // A conflict that spreads half as quickly as one member makes up its mind.
    assert!(council.ahead_of(per(0.5)) < 0.4, "{}", council.ahead_of(per(0.5)));
    assert!(council.passed_by(at(2.0)) < 0.5);
}

#[test]
fn b5f_without_vetoes_the_forum_is_first() {
    let procedural = Wait::of(&tally(&bodies::security_council_procedural()));
    assert!(procedural.ahead_of(per(0.5)) > 0.6);
    assert!(procedural.passed_by(at(2.0)) > 0.98);
    // Nor does the veto matter when the conflict is slow.
    let council = Wait::of(&tally(&bodies::security_council()));
    assert!(council.ahead_of(per(0.1)) > 0.75);
}

#[test]
fn b5l_two_thirds_of_those_voting_carry_a_health_convention() {
    // Article 60: members that stay out do not stop it.
    let health = bodies::world_health_assembly_present_and_voting();
    let ballots =
        [vec![Ballot::Yes; 40], vec![Ballot::No; 20], vec![Ballot::Abstain; 134]];
    assert!(health.passes(&ballots.concat()));
}

#[test]
fn b5l_two_thirds_of_the_members_would_not() {
    let of_members = bodies::two_thirds_of_members(194);
    let ballots = [vec![Ballot::Yes; 129], vec![Ballot::Abstain; 65]];
    assert!(!of_members.passes(&ballots.concat()));
    // And one no more than a third of the votes cast stops article 60 too.
    let health = bodies::world_health_assembly_present_and_voting();
    let ballots =
        [vec![Ballot::Yes; 39], vec![Ballot::No; 20], vec![Ballot::Abstain; 135]];
    assert!(!health.passes(&ballots.concat()));
}

#[test]
fn b5c_a_tie_that_bridges_is_worth_something_and_a_bloc_gains() {
    // Three members, two must agree, and only the first talks to the others.
    let three = Body::nameless(3, Rule::AtLeast(2)).unwrap();
    let star = Ties::new(3, &[(0, 1), (0, 2)]).unwrap();
    assert_eq!(
        star.myerson(&three).unwrap(),
        [ratio(2, 3), ratio(1, 6), ratio(1, 6)]
    );
    // Without its tie the third has nothing, and the first loses as much as it.
    let pair = Ties::new(3, &[(0, 1)]).unwrap();
    assert_eq!(
        pair.myerson(&three).unwrap(),
        [ratio(1, 2), ratio(1, 2), ratio(0, 1)]
    );
    // Three elected members who decide by majority gain half again.
    let a3 = Alliance::new(vec![5, 6, 7], Rule::majority(3)).unwrap();
    let report = a3.report(&bodies::security_council()).unwrap();
    assert_eq!(&report.allies[0].allied / &report.allies[0].alone, ratio(3, 2));
}

#[test]
fn b5c_a_redundant_tie_and_a_bloc_of_equals_gain_nothing() {
    // Where three of four must agree and all talk through a centre, a tie between
    // two that are tied to everybody else already changes nothing.
    let four = Body::nameless(4, Rule::AtLeast(4)).unwrap();
    let ring = Ties::new(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]).unwrap();
    let chord = Ties::new(4, &[(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)]).unwrap();
    assert_eq!(ring.myerson(&four).unwrap(), chord.myerson(&four).unwrap());
    // A bloc of two has the power of the two, and of seven small states less.
    let council = bodies::security_council();
    let two = Alliance::new(vec![5, 6], Rule::unanimity(2)).unwrap();
    let report = two.report(&council).unwrap();
    assert_eq!(report.sum_alone, report.bloc);
    assert!(!report.is_expedient());
    let union = bodies::eu_lisbon();
    let seven = Alliance::new((20..27).collect(), Rule::majority(7)).unwrap();
    let report = seven.report(&union).unwrap();
    close(decimal(&report.sum_alone), 0.2254, 1e-3);
    close(decimal(&report.bloc), 0.1858, 1e-3);
}

#[test]
fn c2_a_bloc_that_votes_as_one_by_majority_strengthens_its_members() {
    let council = bodies::security_council();
    for size in 3..=7 {
        let bloc =
            Alliance::new((5..5 + size).collect(), Rule::majority(size)).unwrap();
        assert!(bloc.report(&council).unwrap().is_expedient(), "{size}");
    }
}

#[test]
fn c2_a_bloc_can_cost_its_larger_member_and_weigh_less_than_its_parts() {
    // Germany and Malta by unanimity: Malta gains what Germany loses, and more.
    let union = bodies::eu_lisbon();
    let uneven = Alliance::new(vec![0, 26], Rule::unanimity(2)).unwrap();
    let report = uneven.report(&union).unwrap();
    assert!(report.allies[0].allied < report.allies[0].alone);
    assert!(report.allies[1].allied > report.allies[1].alone);
    assert_eq!(report.bloc, report.sum_alone);
    // Five elected members lose a little together, seven more.
    let council = bodies::security_council();
    for size in [6, 7, 8] {
        let bloc =
            Alliance::new((5..5 + size).collect(), Rule::majority(size)).unwrap();
        let report = bloc.report(&council).unwrap();
        assert!(report.bloc < report.sum_alone);
    }
}

/// Two states that must agree, and brokers without a vote.
fn enemies_and_brokers(brokers: usize) -> Body {
    let n = 2 + brokers;
    Body::nameless(n, Rule::Weighted(Weighted::every(n, &[0, 1]).unwrap())).unwrap()
}

#[test]
fn c2b_a_broker_between_enemies_earns_as_much_as_they() {
    let through = Ties::new(3, &[(0, 2), (1, 2)]).unwrap();
    let value = through.myerson(&enemies_and_brokers(1)).unwrap();
    assert_eq!(value, [ratio(1, 3), ratio(1, 3), ratio(1, 3)]);
    // Of three voters of whom two are enough, the voteless broker gets half.
    let rule = Weighted::new(2, vec![1, 1, 1, 0]).unwrap();
    let three = Body::nameless(4, Rule::Weighted(rule)).unwrap();
    let star = Ties::new(4, &[(3, 0), (3, 1), (3, 2)]).unwrap();
    assert_eq!(star.myerson(&three).unwrap()[3], ratio(1, 2));
}

#[test]
fn luxembourg_as_the_only_channel_of_the_six_is_worth_seven_twentieths() {
    let spokes: Vec<_> = (0..5).map(|other| (other, 5)).collect();
    let value = Ties::new(6, &spokes).unwrap().myerson(&bodies::eec_1958()).unwrap();
    assert_eq!((&value[5], &value[0]), (&ratio(7, 20), &ratio(3, 20)));
}

#[test]
fn c2b_a_redundant_broker_is_worth_nothing_and_a_rival_broker_little() {
    let direct = Ties::all(3).unwrap();
    let value = direct.myerson(&enemies_and_brokers(1)).unwrap();
    assert_eq!(value[2], ratio(0, 1));
    let rivals = Ties::new(4, &[(0, 2), (1, 2), (0, 3), (1, 3)]).unwrap();
    let value = rivals.myerson(&enemies_and_brokers(2)).unwrap();
    assert_eq!(value, [ratio(5, 12), ratio(5, 12), ratio(1, 12), ratio(1, 12)]);
}
