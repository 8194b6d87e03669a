//! Properties that sound right and are false.

use super::*;

/// T1: family is never better protected than the sponsor. False after a waiver that
/// names staff only, as the High Court in London found on 24 November 2020.
#[test]
fn false_family_is_never_better_protected_than_the_sponsor() {
    let waiver: Waiver = "P".parse().unwrap();
    let clerk = Who::foreign(Category::AdminTech);
    let trial = Case::serving(clerk, Subject::GraveCrime, Measure::Prosecute);
    assert_eq!(decide(&Case { waiver, ..trial }), Outcome::Allowed);
    let family = Who::foreign_family(Category::AdminTech);
    assert_eq!(decide(&Case { who: family, ..trial }), Outcome::Barred);
}

/// T2: the same without any waiver. An agent who is a resident keeps official acts,
/// the resident foreign spouse keeps everything; the text excludes nationals only.
#[test]
fn false_residence_weighs_on_agent_and_spouse_alike() {
    let (of, tie) = (Category::DiplomaticAgent, Tie::Resident);
    let agent = Who::Member { category: of, tie, capacity: Capacity::Private };
    let spouse = Who::Family { of, tie, sponsor_tie: tie };
    let trial = Case::serving(agent, Subject::OrdinaryCrime, Measure::Prosecute);
    assert_eq!(decide(&trial), Outcome::Allowed);
    let answer = verdict(&Case { who: spouse, ..trial }, Pair::PLAIN, PLAIN);
    assert_eq!(answer.outcome(), Outcome::Barred);
    assert_eq!(answer.contested(), [Issue::FamilyCap]);
    // With the cap, no family member is ever ahead of a sponsor with the same waiver.
    let capped = PLAIN.turned(Issue::FamilyCap);
    each_case(|case| {
        let Who::Family { of, tie, sponsor_tie } = case.who else { return };
        if tie != sponsor_tie {
            return;
        }
        let who = Who::Member { category: of, tie, capacity: Capacity::Private };
        let ahead = outcome(&case, Pair::PLAIN, capped) == Outcome::Barred
            && outcome(&Case { who, ..case }, Pair::PLAIN, capped)
                == Outcome::Allowed;
        assert!(!ahead, "{case:?}");
    });
}

/// T3: a tie to the host never helps. False for a local consul accused of a grave
/// crime on duty: VCCR 71(1) lacks the exception of 41(1). It is the only corner.
#[test]
fn false_a_tie_to_the_host_never_helps() {
    let mut corners = BTreeSet::new();
    each_case(|case| {
        let Who::Member { category, tie, capacity } = case.who else {
            if let Who::Family { of, tie, sponsor_tie } = case.who
                && tie != Tie::Foreign
            {
                let who = Who::Family { of, tie: Tie::Foreign, sponsor_tie };
                assert!(!barred(&case) || barred(&Case { who, ..case }));
            }
            return;
        };
        let who = Who::Member { category, tie: Tie::Foreign, capacity };
        if tie != Tie::Foreign && barred(&case) && !barred(&Case { who, ..case }) {
            corners.insert((category, capacity, case.act.subject, case.measure));
            assert!(case.act.judge);
        }
    });
    let corner = (
        Category::CareerConsularOfficer,
        Capacity::Official,
        Subject::GraveCrime,
        Measure::Arrest,
    );
    assert_eq!(corners, BTreeSet::from([corner]));
}

/// T4: an agent is always at least as protected as a consul. False for evidence on
/// official matters when both are locals, and false of course for the three
/// exceptions, which a consul's official acts do not meet.
#[test]
fn false_an_agent_is_always_as_protected_as_a_consul() {
    let local = |category| Who::Member {
        category,
        tie: Tie::National,
        capacity: Capacity::Official,
    };
    let consul = local(Category::CareerConsularOfficer);
    let evidence = Case::serving(consul, Subject::Tort, Measure::Testify);
    assert_eq!(decide(&evidence), Outcome::Barred);
    let agent = Case { who: local(Category::DiplomaticAgent), ..evidence };
    let answer = verdict(&agent, Pair::PLAIN, PLAIN);
    assert_eq!(answer.outcome(), Outcome::Allowed);
    assert_eq!(answer.contested(), [Issue::LocalWitness]);
    // Among foreigners the saying holds.
    each_case(|case| {
        let Who::Member { category, tie: Tie::Foreign, capacity } = case.who else {
            return;
        };
        if category == Category::CareerConsularOfficer && barred(&case) {
            let category = Category::DiplomaticAgent;
            let who = Who::Member { category, tie: Tie::Foreign, capacity };
            assert!(barred(&Case { who, ..case }), "{case:?}");
        }
    });
}

/// T5: where the suit is open, so is execution. False on the literal reading of 37(2),
/// which cuts back 31(1) for clerks and leaves 31(3) whole.
#[test]
fn false_execution_is_open_wherever_the_suit_is() {
    let clerk = Who::foreign(Category::AdminTech);
    let debt = Case::serving(clerk, Subject::Contract, Measure::Sue);
    assert_eq!(decide(&debt), Outcome::Allowed);
    let answer =
        verdict(&Case { measure: Measure::Execute, ..debt }, Pair::PLAIN, PLAIN);
    assert_eq!(answer.outcome(), Outcome::Allowed);
    assert_eq!(answer.contested(), [Issue::ClerkExecution]);
}
