//! Blocs and paradoxes.

use super::*;

#[test]
fn all_five_permanent_members_as_one() {
    let one = bodies::security_council().merge(&[0, 1, 2, 3, 4]).unwrap();
    let tally = tally(&one);
    assert_eq!(tally.shapley_shubik()[0], ratio(7, 11));
    assert_eq!(tally.banzhaf(0), ratio(53, 64));
    assert_eq!(tally.shapley_shubik()[1], ratio(2, 55));
}

#[test]
fn blocs_in_the_council_of_2024() {
    let council = bodies::eu_lisbon();
    let find =
        |names: &[&str]| names.iter().map(|n| council.find(n).unwrap()).collect();
    let report = |names: &[&str]| {
        let bloc: Vec<usize> = find(names);
        let inside = Rule::majority(bloc.len());
        Alliance::new(bloc, inside).unwrap().report(&council).unwrap()
    };
    // Bloc; sum of PB, bloc's PB, sum of SSI, bloc's SSI, power to act.
    let pair = report(&["Germany", "France"]);
    assert_eq!(pair.sum_alone, pair.bloc);
    close(decimal(&pair.bloc), 0.38759, 1e-4);
    close(decimal(&pair.shapley), 0.3833, 1e-3);
    let visegrad = report(&["Poland", "Czech Republic", "Slovakia", "Hungary"]);
    close(decimal(&visegrad.sum_alone), 0.2496, 1e-3);
    close(decimal(&visegrad.bloc), 0.2439, 1e-3);
    close(decimal(&visegrad.shapley_alone), 0.1303, 1e-3);
    close(decimal(&visegrad.shapley), 0.1432, 1e-3);
    let benelux = report(&["Belgium", "Netherlands", "Luxembourg"]);
    close(decimal(&benelux.bloc), 0.1492, 1e-3);
    close(decimal(&benelux.allies[2].after), 0.0746, 1e-3);
    close(decimal(&benelux.power_to_act[1]), 0.1378, 1e-3);
    assert!(benelux.is_expedient());
    // The bloc weighs less than its parts, and one who stayed outside pays.
    assert!(benelux.bloc < benelux.sum_alone);
    let malta = council.find("Malta").unwrap();
    let outside = benelux.others.iter().find(|other| other.member == malta).unwrap();
    assert!(outside.after < outside.before);
    let baltic = report(&["Lithuania", "Latvia", "Estonia"]);
    close(decimal(&baltic.bloc), 0.0988, 1e-3);
    close(decimal(&baltic.allies[0].after), 0.0494, 1e-3);
    let weimar = report(&["Germany", "France", "Poland"]);
    close(decimal(&weimar.bloc), 0.4977, 1e-3);
    close(decimal(&weimar.allies[0].after), 0.2489, 1e-3);
    assert!(weimar.is_expedient());
}

#[test]
fn paradox_of_new_members() {
    // Luxembourg keeps 2 votes when Greece joins, and gains.
    let power = |body: &Body| {
        let (tally, lux) = (tally(body), body.find("Luxembourg").unwrap());
        (tally.banzhaf(lux), tally.shapley_shubik()[lux].clone())
    };
    assert_eq!(power(&bodies::eec_1973()), (ratio(5, 256), ratio(1, 105)));
    assert_eq!(power(&bodies::ec_1981()), (ratio(13, 256), ratio(19, 630)));
}

#[test]
fn paradox_of_quarrelling_members() {
    let body = weighted(5, &[3, 2, 2]);
    assert_eq!(tally(&body).normalised(), [ratio(3, 5), ratio(1, 5), ratio(1, 5)]);
    let quarrel = quarrelling(&body, (1, 2)).unwrap();
    assert_eq!(quarrel, [ratio(1, 2), ratio(1, 4), ratio(1, 4)]);
}

#[test]
fn paradox_of_size() {
    let body = unanimity(3);
    let merged = body.merge(&[0, 1]).unwrap();
    assert_eq!(tally(&body).shapley_shubik()[0], ratio(1, 3));
    // One of two instead of two of three: the bloc has less than its parts had.
    assert_eq!(tally(&merged).shapley_shubik()[0], ratio(1, 2));
    assert_eq!(tally(&merged).banzhaf(0), ratio(1, 2));
}

#[test]
fn paradox_of_redistribution() {
    let before = tally(&weighted(4, &[3, 3, 1]));
    let after = tally(&weighted(4, &[1, 4, 2]));
    assert_eq!(before.shapley_shubik()[2], ratio(1, 3));
    // Its weight doubled, its power is gone.
    assert_eq!((after.role(1), after.role(2)), (Role::Dictator, Role::Null));
}

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
            close(decimal(&report.allies[0].after), each, 2e-4);
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
fn luxembourg_as_the_only_channel_of_the_six_is_worth_seven_twentieths() {
    let spokes: Vec<_> = (0..5).map(|other| (other, 5)).collect();
    let value = Ties::new(6, &spokes).unwrap().myerson(&bodies::eec_1958()).unwrap();
    assert_eq!((&value[5], &value[0]), (&ratio(7, 20), &ratio(3, 20)));
}
