//! The claims, each where it holds and where it fails.

use demarche::alliances::{Obligation, Obligations, Scale};

use super::*;

#[test]
fn b5k_a_treaty_that_both_keep_ends_the_race_it_was_made_for() {
    let kept = limits([0.4, 0.4], 1e6);
    assert!(!kept.race.is_stable() && kept.held().is_stable());
    close(kept.race.pace(), 0.403_330, PRINTED);
    close(kept.held().pace(), -0.194_461, PRINTED);
    // It comes to rest at a level, which is not peace.
    let rest = kept.held().rest().unwrap();
    close(rest[0], 280.0 / 39.0, 1e-9);
    close(rest[1], 110.0 / 13.0, 1e-9);
    let late = kept.at([0.0; 2], time(100.0));
    close(late[0], rest[0], 1e-6);
    close(late[1], rest[1], 1e-6);
    // Unequal cuts will do, if together they are as deep: 0.2 and 0.4 leave 0.48 of 0.53.
    assert!(limits([0.2, 0.4], 1.0).held().is_stable());
    assert!(!limits([0.2, 0.3], 1.0).held().is_stable());
    // One side alone must cut nearly twice as deep.
    assert!(!limits([0.46, 0.0], 1.0).held().is_stable());
    assert!(limits([0.47, 0.0], 1.0).held().is_stable());
}

#[test]
fn b5k_a_notice_of_six_months_sets_it_going_again_and_it_made_no_ally() {
    // Both treaties of the record could be left by a clause, and were.
    let reasons = Exit { reasons: true, ..clause(Delay::Months(6)) };
    assert_eq!(reasons.last_day(day("2001-12-13")), day("2002-06-13"));
    assert_eq!(reasons.last_day(day("2019-02-02")), day("2019-08-02"));
    let left = limits([0.4, 0.4], 5.0);
    let [before, after] = [5.0, 6.0].map(|years| left.at([0.0; 2], time(years)));
    close(before[0], 4.381_423, PRINTED);
    close(before[1], 5.335_339, PRINTED);
    close(after[0], 8.659_679, PRINTED);
    close(after[1], 9.635_672, PRINTED);
    assert!(left.at([0.0; 2], time(40.0))[0] > 1e6);
    // A limit on arms is none of the promises that make an alliance.
    let owed = Obligations::of(&[]);
    assert!(Obligation::ALL.iter().all(|&one| !owed.includes(one)));
    for scale in Scale::ALL {
        assert_eq!(owed.level(scale), 0);
    }
}

#[test]
fn b6_consent_makes_a_party_and_a_party_owes_performance() {
    let signed = after(&[Event::Sign], &EASY);
    assert_eq!(signed.standing().duty().0, Duty::Restraint);
    let bound = party();
    assert_eq!(bound.standing(), Standing::PARTY);
    assert_eq!(bound.in_force(), Some(day("2020-01-01")));
    let (duty, article) = bound.standing().duty();
    assert_eq!((duty, article.to_string()), (Duty::Performance, "VCLT 26".into()));
    // Three roads lead there, and each has an act of consent on it.
    for road in
        [&[Event::SignToBind][..], &[Event::Accede], &[Event::Sign, Event::Ratify]]
    {
        let consented = after(road, &EASY);
        assert_eq!(consented.standing(), Standing::Contracting);
        let force = Event::EnterIntoForce(day("2020-01-01"));
        assert_eq!(
            consented.after(force, &EASY).unwrap().standing(),
            Standing::PARTY
        );
    }
}

#[test]
fn b6_a_signature_alone_makes_nobody_a_party_and_a_party_may_be_gone_in_a_year() {
    let strict = Terms { signature_binds: false, accession: false, ..EASY };
    // Without ratification, accession and a signature that binds nobody gets there.
    let without: Vec<Event> =
        kinds().into_iter().filter(|event| *event != Event::Ratify).collect();
    let mut seen = vec![Bond::OUTSIDER];
    let mut at = 0;
    while at < seen.len() {
        for &event in &without {
            if let Ok(next) = seen[at].after(event, &strict)
                && !seen.contains(&next)
            {
                seen.push(next);
            }
        }
        at += 1;
    }
    let standings: Vec<_> = seen.iter().map(|bond| bond.standing()).collect();
    assert_eq!(
        standings,
        [Standing::Outsider, Standing::Signatory, Standing::Declined]
    );
    // What was promised ends by a letter, where there is a clause.
    let out = party()
        .after(notice(day("2026-05-03")), &EASY)
        .and_then(|bond| bond.after(Event::TakeEffect(day("2027-05-03")), &EASY));
    assert_eq!(out.unwrap().standing(), Standing::Former);
    // And not where there is none.
    let silent = Terms { way_out: WayOut::Silent, ..EASY };
    assert_eq!(rule(party(), notice(day("2026-05-03")), &silent), "VCLT 56(1)");
}
