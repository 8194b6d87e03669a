//! What holds for every input.

use super::*;

#[test]
fn the_space_has_the_size_it_should() {
    assert_eq!(Who::all().count(), 121);
    assert_eq!(Waiver::all().count(), 64);
    assert_eq!(Reading::all().count(), 1024);
    let mut cases = 0;
    each_case(|_| cases += 1);
    assert_eq!(cases, 447_216);
}

/// A waiver more never bars what was allowed.
#[test]
fn a_waiver_never_adds_protection() {
    let acts: Vec<Act> =
        acts().into_iter().filter(|act| !act.gainful && !act.counterclaim).collect();
    for who in Who::all() {
        for phase in Phase::ALL {
            for &act in &acts {
                for measure in Measure::ALL {
                    for waiver in Waiver::all() {
                        let case = Case { who, phase, act, measure, waiver };
                        if barred(&case) {
                            continue;
                        }
                        for more in Measure::ALL {
                            let waiver = waiver.with(more);
                            assert!(!barred(&Case { waiver, ..case }), "{case:?}");
                        }
                    }
                }
            }
        }
    }
}

/// Giving up everything but execution leaves execution as it was.
#[test]
fn a_waiver_of_the_suit_never_opens_execution() {
    let all_but = Waiver::all().find(|waiver| {
        Measure::ALL.iter().all(|&measure| {
            let free = matches!(measure, Measure::Execute | Measure::Citation);
            waiver.lifts(measure) != free
        })
    });
    let waiver = all_but.unwrap();
    each_case(|case| {
        if case.measure == Measure::Execute {
            assert_eq!(decide(&case), decide(&Case { waiver, ..case }));
        }
    });
}

/// Clerks never have more than agents, nor service staff than clerks, and so on.
#[test]
fn staff_lower_in_the_list_never_have_more() {
    use Category as C;
    let ladder = [
        (C::AdminTech, C::DiplomaticAgent),
        (C::ServiceStaff, C::AdminTech),
        (C::PrivateServant, C::ServiceStaff),
        (C::HonoraryConsularOfficer, C::CareerConsularOfficer),
        (C::ConsularEmployee, C::CareerConsularOfficer),
        (C::ConsularServiceStaff, C::ConsularEmployee),
    ];
    for reading in Reading::all().filter(|reading| {
        // The readings that no person's case turns on would only repeat.
        !Issue::ALL[6..].iter().any(|&issue| reading.other_side(issue))
    }) {
        if reading.other_side(Issue::ClerkExecution)
            || reading.other_side(Issue::ServiceArrest)
        {
            continue;
        }
        each_case(|case| {
            let Who::Member { category, tie, capacity } = case.who else { return };
            for (low, high) in ladder.iter().filter(|(low, _)| *low == category) {
                let other = Who::Member { category: *high, tie, capacity };
                let above = Case { who: other, ..case };
                let bars = |case: &Case| {
                    outcome(case, Pair::PLAIN, reading) == Outcome::Barred
                };
                assert!(
                    !bars(&case) || bars(&above),
                    "{low} above {high}: {case:?}"
                );
            }
        });
    }
}

/// Nothing before the posting, the same while winding up, at most the same after it;
/// official acts before courts stay covered; family keeps nothing.
#[test]
fn protection_only_shrinks_with_time() {
    each_case(|case| {
        let at = |phase| Case { phase, ..case };
        assert!(!barred(&at(Phase::NotYet)), "{case:?}");
        assert_eq!(decide(&at(Phase::Winding)), decide(&at(Phase::Serving)));
        let (now, later) = (barred(&at(Phase::Serving)), barred(&at(Phase::Ended)));
        assert!(now || !later, "{case:?}");
        match case.who {
            Who::Family { .. } => assert!(!later, "{case:?}"),
            Who::Member { category, capacity: Capacity::Official, .. } => {
                let court =
                    matches!(case.measure, Measure::Prosecute | Measure::Sue);
                // VCCR 53(4) names officers and employees only.
                if court && category != Category::ConsularServiceStaff {
                    assert_eq!(now, later, "{case:?}");
                }
            }
            _ => {}
        }
    });
}

/// A third state owes at most what the host would.
#[test]
fn transit_never_gives_more_than_the_post() {
    each_case(|case| {
        let at = |phase| barred(&Case { phase, ..case });
        assert!(at(Phase::Serving) || !at(Phase::Transit), "{case:?}");
    });
}

/// Foreign family of an agent is protected exactly as the agent acting privately.
#[test]
fn an_agents_foreign_family_inherits_exactly() {
    each_case(|case| {
        if case.who == Who::foreign_family(Category::DiplomaticAgent)
            && case.phase != Phase::Ended
        {
            let who = Who::foreign(Category::DiplomaticAgent);
            assert_eq!(decide(&case), decide(&Case { who, ..case }), "{case:?}");
        }
    });
}

#[test]
fn a_ticket_is_never_barred_and_every_verdict_cites_an_article_that_exists() {
    let mut cited = BTreeSet::new();
    each_case(|case| {
        // The chain depends on the circumstances only through the exceptions.
        if case.act.gainful && case.act.counterclaim {
            return;
        }
        let answer = verdict(&case, Pair::PLAIN, PLAIN);
        assert!(!answer.steps().is_empty());
        if case.measure == Measure::Citation {
            assert_eq!(answer.outcome(), Outcome::Allowed);
        }
        cited.extend(answer.cites());
    });
    assert!(cited.len() > 25);
    for article in cited {
        assert_eq!(article.to_string().parse::<Article>().unwrap(), article);
    }
}

/// No verdict turns only on two readings taken together: naming single issues is
/// enough, but for one pair.
#[test]
fn contested_names_each_reading_that_matters() {
    each_case(|case| {
        if case.act.gainful || case.act.counterclaim {
            return;
        }
        let answer = verdict(&case, Pair::PLAIN, PLAIN);
        let turned =
            |reading| outcome(&case, Pair::PLAIN, reading) != answer.outcome();
        for issue in Issue::ALL {
            assert_eq!(
                turned(PLAIN.turned(issue)),
                answer.contested().contains(&issue)
            );
        }
        for (i, &one) in Issue::ALL.iter().enumerate() {
            for &other in &Issue::ALL[i + 1..] {
                if turned(PLAIN.turned(one).turned(other)) {
                    let known = answer.contested();
                    assert!(
                        known.contains(&one) || known.contains(&other),
                        "{case:?}"
                    );
                }
            }
        }
    });
}

/// A pair of states without reservation changes nothing; a reservation never protects.
#[test]
fn a_reservation_never_adds_protection() {
    let pairs = [
        Pair::between("United States", "Egypt").unwrap(),
        Pair::between("Egypt", "Japan").unwrap(),
        Pair::between("Sudan", "France").unwrap(),
        Pair::between("Venezuela", "France").unwrap(),
    ];
    assert_eq!(Pair::between("France", "Japan").unwrap(), Pair::PLAIN);
    each_case(|case| {
        for pair in pairs {
            let with = outcome(&case, pair, PLAIN);
            assert!(with == Outcome::Allowed || barred(&case), "{case:?}");
        }
    });
}
