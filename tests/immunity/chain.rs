//! Which articles a verdict names, and where.

use super::*;

/// VCDR 31(1): the criminal immunity is whole, the civil one has three exceptions, and
/// the chain says which of the two it means.
#[test]
fn an_agent_is_immune_from_criminal_courts_without_exception() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let reason = |measure| {
        let case = Case::serving(agent, Subject::OrdinaryCrime, measure);
        verdict(&case, Pair::PLAIN, PLAIN).steps()[0].because
    };
    let (trial, suit) = (reason(Measure::Prosecute), reason(Measure::Sue));
    assert!(trial.contains("criminal") && !trial.contains("exception"), "{trial}");
    assert!(suit.contains("civil") && suit.contains("exception"), "{suit}");
}

/// VCDR 38(2), VCCR 71(2): the same rule stands in both Conventions.
#[test]
fn local_staff_lose_their_shield_by_the_convention_they_serve_under() {
    for (category, articles) in [
        (Category::ServiceStaff, ["VCDR 37(3)", "VCDR 38(2)"]),
        (Category::AdminTech, ["VCDR 37(2)", "VCDR 38(2)"]),
        (Category::ConsularEmployee, ["VCCR 43(1)", "VCCR 71(2)"]),
    ] {
        for tie in [Tie::Resident, Tie::National] {
            let who = Who::Member { category, tie, capacity: Capacity::Private };
            let trial =
                Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute);
            assert_eq!(cited(&trial, Pair::PLAIN, PLAIN), articles, "{category}");
        }
    }
}

/// VCDR 40(2), VCCR 54(2): passage for lesser staff, and no more.
#[test]
fn lesser_staff_pass_a_third_state_by_the_convention_they_serve_under() {
    for (category, articles) in [
        (Category::AdminTech, ["VCDR 37(2)", "VCDR 40(2)"]),
        (Category::ServiceStaff, ["VCDR 37(3)", "VCDR 40(2)"]),
        (Category::ConsularEmployee, ["VCCR 43(1)", "VCCR 54(2)"]),
    ] {
        let who = Who::foreign(category);
        let trial = Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute);
        let case = Case { phase: Phase::Transit, ..trial };
        assert_eq!(cited(&case, Pair::PLAIN, PLAIN), articles, "{category}");
        assert!(!barred(&case));
    }
}

/// VCDR 29 and 32: who may be tried may still not be seized, unless the waiver is read
/// more widely. A consul's arrest turns on VCCR 41 and not on that question.
#[test]
fn a_waiver_of_the_trial_leaves_an_agents_person_inviolable_unless_read_so() {
    let waiver: Waiver = "P".parse().unwrap();
    let arrest = |category| Case {
        waiver,
        ..Case::serving(
            Who::foreign(category),
            Subject::OrdinaryCrime,
            Measure::Arrest,
        )
    };
    let agent = verdict(&arrest(Category::DiplomaticAgent), Pair::PLAIN, PLAIN);
    assert_eq!(agent.outcome(), Outcome::Barred);
    assert_eq!(agent.contested(), [Issue::ArrestWaiver]);
    assert!(agent.cites().contains(&"VCDR 32(1)".parse().unwrap()));
    let wide = PLAIN.turned(Issue::ArrestWaiver);
    let agent = verdict(&arrest(Category::DiplomaticAgent), Pair::PLAIN, wide);
    assert_eq!(agent.outcome(), Outcome::Allowed);
    let consul = arrest(Category::CareerConsularOfficer);
    for reading in [PLAIN, wide] {
        assert_eq!(outcome(&consul, Pair::PLAIN, reading), Outcome::Barred);
        assert_eq!(cited(&consul, Pair::PLAIN, reading), ["VCCR 41(1)"]);
    }
}

/// VCLT 21: a clerk's family has no shield from suits that Egypt could reserve away.
#[test]
fn a_reservation_is_named_only_where_it_takes_something() {
    let cairo = Pair::between("United States", "Egypt").unwrap();
    let family = Who::foreign_family(Category::AdminTech);
    let suit = Case::serving(family, Subject::Tort, Measure::Sue);
    assert_eq!(cited(&suit, cairo, PLAIN), ["VCDR 37(2)"]);
    let trial = Case::serving(family, Subject::OrdinaryCrime, Measure::Prosecute);
    assert_eq!(cited(&trial, cairo, PLAIN), ["VCDR 37(2)", "VCLT 21(3)"]);
}

/// VCDR 37(1), 38(1): read so that family never has more than the sponsor, the text
/// cuts only where the sponsor has less.
#[test]
fn the_sponsors_cap_is_named_only_where_it_cuts() {
    let capped = PLAIN.turned(Issue::FamilyCap);
    let family = |sponsor_tie| {
        let of = Category::DiplomaticAgent;
        let who = Who::Family { of, tie: Tie::Foreign, sponsor_tie };
        Case::serving(who, Subject::OrdinaryCrime, Measure::Arrest)
    };
    assert_eq!(cited(&family(Tie::Foreign), Pair::PLAIN, capped), ["VCDR 37(1)"]);
    for tie in [Tie::Resident, Tie::National] {
        let case = family(tie);
        let articles = ["VCDR 37(1)", "VCDR 38(1)"];
        assert_eq!(cited(&case, Pair::PLAIN, capped)[..2], articles);
        assert_eq!(outcome(&case, Pair::PLAIN, capped), Outcome::Allowed);
        assert_eq!(outcome(&case, Pair::PLAIN, PLAIN), Outcome::Barred);
    }
}
