//! The claims, each where it holds and where it fails.

use super::*;

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
    let act = |n| tally(&unanimity(n)).power_to_act();
    assert_eq!(act(5), ratio(1, 32));
    assert_eq!(act(8), ratio(1, 256));
    let silent = three(&bodies::consensus(8));
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
    let silent = three(&bodies::consensus(15));
    assert!(decimal(silent.power_to_act()) < 0.003);
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
