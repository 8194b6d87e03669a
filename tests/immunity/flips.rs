//! Flips, against a second way of finding them.

use super::*;

/// The case with one change made; `None` where there is nothing to change.
fn changed(case: Case, reading: Reading, change: Change) -> Option<(Case, Reading)> {
    let mut new = case;
    let mut read = reading;
    match (change, &mut new.who) {
        (Change::Waive(measure), _) => new.waiver = case.waiver.with(measure),
        (Change::Keep(measure), _) => new.waiver = case.waiver.without(measure),
        (Change::At(phase), _) => new.phase = phase,
        (Change::About(subject), _) => new.act.subject = subject,
        (Change::Judge(side), _) => new.act.judge = side,
        (Change::Counterclaim(side), _) => new.act.counterclaim = side,
        (Change::Gainful(side), _) => new.act.gainful = side,
        (Change::As(to), Who::Member { capacity, .. }) => *capacity = to,
        (Change::Tied(to), Who::Member { tie, .. } | Who::Family { tie, .. }) => {
            *tie = to;
        }
        (
            Change::Kind(to),
            Who::Member { category, .. } | Who::Family { of: category, .. },
        ) => *category = to,
        (Change::Kind(to), Who::Nobody) => new.who = Who::foreign(to),
        (Change::Household, &mut Who::Member { category, tie, .. }) => {
            new.who = Who::Family { of: category, tie, sponsor_tie: tie };
        }
        (Change::Sponsor, &mut Who::Family { of, sponsor_tie, .. }) => {
            new.who = Who::Member {
                category: of,
                tie: sponsor_tie,
                capacity: Capacity::Private,
            };
        }
        (Change::Unrecognised, who) => *who = Who::Nobody,
        (Change::Read(issue, side), _) => read = reading.with(issue, side),
        _ => return None,
    }
    ((new, read) != (case, reading)).then_some((new, read))
}

/// Nothing that turns the outcome is left out, and nothing that does not is listed: every
/// thirteenth case, with waivers and readings by turns.
#[test]
fn flips_are_all_the_single_changes_that_turn_it() {
    let all = changes();
    let waivers: Vec<Waiver> = ["-", "P", "S", "SX", "AHTPSX"]
        .iter()
        .map(|letters| letters.parse().unwrap())
        .collect();
    let mut asked = 0;
    each_case(|case| {
        asked += 1;
        if asked % 13 != 0 {
            return;
        }
        let case = Case { waiver: waivers[asked % waivers.len()], ..case };
        let reading = match asked % 3 {
            0 => PLAIN.turned(Issue::ALL[asked % Issue::ALL.len()]),
            _ => PLAIN,
        };
        let now = outcome(&case, Pair::PLAIN, reading);
        let wanted: HashSet<Change> = all
            .iter()
            .copied()
            .filter(|&change| {
                changed(case, reading, change).is_some_and(|(case, reading)| {
                    outcome(&case, Pair::PLAIN, reading) != now
                })
            })
            .collect();
        let found = flips(&case, Pair::PLAIN, reading);
        assert_eq!(found.len(), wanted.len(), "{case:?}");
        assert_eq!(found.into_iter().collect::<HashSet<_>>(), wanted, "{case:?}");
    });
}

/// Every change and every measure is told in words of its own.
#[test]
fn every_change_has_words_of_its_own() {
    let said: BTreeSet<String> = changes().iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), changes().len());
    let verbs: BTreeSet<&str> = Measure::ALL.iter().map(|m| m.verb()).collect();
    assert_eq!(verbs.len(), Measure::ALL.len());
    for word in ["", "xyzzy"] {
        assert!(!verbs.contains(word) && !said.contains(word));
    }
    assert!(said.contains("the sending state waives immunity from trial"));
    let sides: BTreeSet<&str> = Issue::ALL
        .iter()
        .flat_map(|issue| [issue.sides().0, issue.sides().1])
        .collect();
    assert_eq!(sides.len(), 2 * Issue::ALL.len());
    for issue in Issue::ALL {
        let (plain, other) = issue.sides();
        assert_eq!(PLAIN.against(issue), other);
        assert_eq!(PLAIN.turned(issue).against(issue), plain);
    }
    let effects: BTreeSet<String> =
        RESERVATIONS.iter().map(|made| made.effect.to_string()).collect();
    assert_eq!(effects.len(), 8);
}

#[test]
fn every_flip_flips_and_the_smallest_is_no_larger_than_needed() {
    let plain = |act: Act| !act.gainful && !act.counterclaim && !act.judge;
    each_case(|case| {
        if !plain(case.act) || case.phase == Phase::Winding {
            return;
        }
        if case.measure == Measure::Citation {
            assert!(flips(&case, Pair::PLAIN, PLAIN).is_empty());
            return;
        }
        let one = flips(&case, Pair::PLAIN, PLAIN);
        if let Some(first) = one.first() {
            let smallest = smallest_flip(&case, Pair::PLAIN, PLAIN).unwrap();
            assert_eq!(smallest, [*first], "{case:?}");
        }
    });
}

/// Three changes always do, whatever the case, for every measure but a ticket.
#[test]
fn three_changes_turn_any_verdict() {
    for who in Who::all() {
        for phase in Phase::ALL {
            for measure in Measure::ALL.iter().filter(|m| **m != Measure::Citation) {
                let act = Act::of(Subject::OrdinaryCrime);
                let waiver = Waiver::NONE;
                let case = Case { who, phase, act, measure: *measure, waiver };
                let turn = smallest_flip(&case, Pair::PLAIN, PLAIN);
                assert!(turn.is_some(), "{case:?}");
            }
        }
    }
}
