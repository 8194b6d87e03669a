//! The claims on ties and blocs, each where it holds and where it fails.

use super::*;

/// So many elected members of the Security Council, who decide by majority.
fn elected(count: usize) -> AllianceReport {
    let bloc = Alliance::new((5..5 + count).collect(), Rule::majority(count));
    bloc.unwrap().report(&bodies::security_council()).unwrap()
}

#[test]
fn b5c_a_tie_that_bridges_is_worth_something_and_a_bloc_gains() {
    // Three members, two must agree, and only the first talks to the others.
    let three = nameless(3, Rule::AtLeast(2));
    let worth = |ties: &[_]| Ties::new(3, ties).unwrap().myerson(&three).unwrap();
    assert_eq!(worth(&[(0, 1), (0, 2)]), [ratio(2, 3), ratio(1, 6), ratio(1, 6)]);
    // Without its tie the third has nothing, and the first loses as much as it.
    assert_eq!(worth(&[(0, 1)]), [ratio(1, 2), ratio(1, 2), ratio(0, 1)]);
    // Three elected members who decide by majority gain half again.
    let report = elected(3);
    assert_eq!(&report.allies[0].after / &report.allies[0].before, ratio(3, 2));
}

#[test]
fn b5c_a_redundant_tie_and_a_bloc_of_equals_gain_nothing() {
    // Where three of four must agree and all talk through a centre, a tie between
    // two that are tied to everybody else already changes nothing.
    let four = nameless(4, Rule::AtLeast(4));
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
    for size in 3..=7 {
        assert!(elected(size).is_expedient(), "{size}");
    }
}

#[test]
fn c2_a_bloc_can_cost_its_larger_member_and_weigh_less_than_its_parts() {
    // Germany and Malta by unanimity: Malta gains what Germany loses, and more.
    let union = bodies::eu_lisbon();
    let uneven = Alliance::new(vec![0, 26], Rule::unanimity(2)).unwrap();
    let report = uneven.report(&union).unwrap();
    assert!(report.allies[0].after < report.allies[0].before);
    assert!(report.allies[1].after > report.allies[1].before);
    assert_eq!(report.bloc, report.sum_alone);
    // Five elected members lose a little together, seven more.
    for size in [6, 7, 8] {
        let report = elected(size);
        assert!(report.bloc < report.sum_alone);
    }
}

/// Two states that must agree, and brokers without a vote.
fn enemies_and_brokers(brokers: usize) -> Body {
    let n = 2 + brokers;
    nameless(n, Rule::Weighted(Weighted::every(n, &[0, 1]).unwrap()))
}

#[test]
fn c2b_a_broker_between_enemies_earns_as_much_as_they() {
    let through = Ties::new(3, &[(0, 2), (1, 2)]).unwrap();
    let value = through.myerson(&enemies_and_brokers(1)).unwrap();
    assert_eq!(value, [ratio(1, 3), ratio(1, 3), ratio(1, 3)]);
    // Of three voters of whom two are enough, the voteless broker gets half.
    let rule = Weighted::new(2, vec![1, 1, 1, 0]).unwrap();
    let three = nameless(4, Rule::Weighted(rule));
    let star = Ties::new(4, &[(3, 0), (3, 1), (3, 2)]).unwrap();
    assert_eq!(star.myerson(&three).unwrap()[3], ratio(1, 2));
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
