//! The chapter `immunity`: published table and cases, invariants over the whole space
//! of cases, properties that sound right and are false, and both sides of each claim.

use std::collections::{BTreeSet, HashSet};

use demarche::games::Payoffs;
use demarche::immunity::hostage::{Host, Missions, Move};
use demarche::immunity::mission::{
    Accreditation, Class, Head, Standing, Target, breach, expel, precedence,
    refuse_agrement, restrict, tried_at_home, unrecognised,
};
use demarche::immunity::pair::{Effect, OBJECTIONS, RESERVATIONS};
use demarche::immunity::table::{Cell, Column, cell};
use demarche::immunity::taxes::{Levy, duty, levy, servants_insurance};
use demarche::immunity::things::{Bag, BagAction, BagCase, Premises, bag, entry};
use demarche::immunity::verdict::{outcome, shield};
use demarche::immunity::*;
use demarche::numbers::{Discount, Payoff, Probability};
use proptest::prelude::*;

const PLAIN: Reading = Reading::PLAIN;

fn decide(case: &Case) -> Outcome {
    outcome(case, Pair::PLAIN, PLAIN)
}

fn rows(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

/// Acts: every subject with every combination of the three circumstances.
fn acts() -> Vec<Act> {
    let mut all = Vec::new();
    for &subject in Subject::ALL {
        for bits in 0..8_u8 {
            all.push(Act {
                subject,
                judge: bits & 1 > 0,
                counterclaim: bits & 2 > 0,
                gainful: bits & 4 > 0,
            });
        }
    }
    all
}

/// Every person, phase, act and measure, without waiver: 447 216 cases.
fn each_case(mut visit: impl FnMut(Case)) {
    let acts = acts();
    for who in Who::all() {
        for &phase in Phase::ALL {
            for &act in &acts {
                for &measure in Measure::ALL {
                    visit(Case { who, phase, act, measure, waiver: Waiver::NONE });
                }
            }
        }
    }
}

fn barred(case: &Case) -> bool {
    decide(case) == Outcome::Barred
}

// --- The record -------------------------------------------------------------------

/// OFM-booklet, summary table printed on p. 40 and text on pp. 17 and 20: every cell
/// that rests on one of the two Conventions, and the eight civil-suit cells derived
/// from the text.
#[test]
fn ofm_booklet_every_treaty_cell() {
    let (mut exact, mut equivalent, mut derived) = (0, 0, 0);
    for row in rows("immunity_table").iter().filter(|row| !row[8].is_empty()) {
        let category: Category = row[3].parse().unwrap();
        let column: Column = row[5].parse().unwrap();
        let ours = cell(category, column);
        assert_eq!(ours.said(), &row[8], "{} {category} {column}", &row[0]);
        match (&row[1], &row[9]) {
            ("derived", _) => derived += 1,
            (_, "exact") => {
                assert_eq!(ours.said(), &row[6], "{}", &row[0]);
                exact += 1;
            }
            // American words for the same rule: a felony warrant is the grave crime
            // with a judge's decision; who is never compelled is never coerced.
            (_, "equivalent") => {
                assert_eq!(row[6].parse::<Cell>().unwrap(), ours, "{}", &row[0]);
                equivalent += 1;
            }
            other => panic!("unknown row {other:?}"),
        }
    }
    assert_eq!((exact, equivalent, derived), (46, 2, 8));
}

/// The other rows of the same table rest on headquarters agreements and American law.
/// The Conventions have no such staff, so no verdict can be asked for.
#[test]
fn ofm_booklet_host_law_rows_are_no_treaty_output() {
    let rows = rows("immunity_table");
    let host: Vec<_> = rows.iter().filter(|row| row[8].is_empty()).collect();
    assert_eq!(host.len(), 32);
    for row in host {
        assert_eq!((&row[9], &row[10]), ("n/a", "not VCDR/VCCR"));
        assert!(row[3].parse::<Category>().is_err(), "{}", &row[3]);
    }
}

/// Every case with arguments gets the outcome it had, or that the text gives.
#[test]
fn cases_all_that_can_be_decided() {
    let (mut decided, mut from_life, mut undecided) = (0, 0, Vec::new());
    for row in rows("immunity_cases") {
        match Question::read(&row[13], &row[14]).unwrap() {
            Some(question) => {
                let answer = question.answer(Pair::PLAIN, PLAIN);
                assert!(
                    answer.agrees(&row[10]),
                    "{} {}: {answer:?}",
                    &row[0],
                    &row[1]
                );
                decided += 1;
                from_life += usize::from(row[2].starts_with("REAL"));
            }
            None => undecided.push(row[0].to_owned()),
        }
    }
    assert_eq!((decided, from_life), (71, 29));
    assert_eq!(
        undecided,
        [
            "R01", "R04", "R40", "R47", "R49", "H65", "H66", "H68", "H69", "H71",
            "H72", "H74"
        ]
    );
}

/// The reason given in the table names at least one article that our chain cites.
#[test]
fn cases_rest_on_the_articles_they_name() {
    for row in rows("immunity_cases") {
        let Some(question) = Question::read(&row[13], &row[14]).unwrap() else {
            continue;
        };
        let answer = question.answer(Pair::PLAIN, PLAIN);
        let named = answer.articles.iter().any(|article| {
            let number = article.number().to_string();
            row[11].split(|c: char| !c.is_ascii_digit()).any(|found| found == number)
        });
        assert!(
            // VCCR 70(4) only points to the other Convention.
            named || &row[0] == "H63",
            "{} names {}, found {:?}",
            &row[0],
            &row[11],
            answer.articles
        );
    }
}

/// Rows without arguments that a rule of the chapter decides all the same.
#[test]
fn cases_without_arguments_that_a_rule_decides() {
    // R01, Tehran: neither stopped nor disowned.
    for target in [Target::Premises, Target::Persons, Target::Archives] {
        assert!(breach(target, false, false, true).is_some());
    }
    // R47, Kinshasa: soldiers are the host's own agents.
    assert_eq!(breach(Target::Premises, true, false, false).unwrap().number(), 22);
    // R49, congestion charge: turns on one reading.
    let charge = levy(Levy::RoadPricing, PLAIN);
    assert_eq!(charge.contested, [Issue::RoadCharge]);
    // H65 home courts, H66 agrément, H68 tit for tat.
    assert_eq!(tried_at_home().0, Outcome::Allowed);
    assert!(!refuse_agrement().reasons_owed);
    assert_eq!(restrict(true).0, Outcome::Allowed);
    assert_eq!(restrict(false).0, Outcome::Barred);
    // H69 toll, H71 the servant's insurance, H72 the clerk's second car.
    assert_eq!(levy(Levy::Service, PLAIN).outcome, Outcome::Allowed);
    assert_eq!(
        servants_insurance(true, Tie::Foreign, true).outcome,
        Outcome::Barred
    );
    assert_eq!(duty(Category::AdminTech, false).outcome, Outcome::Allowed);
    assert_eq!(duty(Category::AdminTech, true).outcome, Outcome::Barred);
    // H74, an American clerk in Cairo: no bar by treaty, and contested.
    let clerk = Who::foreign(Category::AdminTech);
    let theft = Case::serving(clerk, Subject::OrdinaryCrime, Measure::Prosecute);
    let cairo = Pair::between("United States", "Egypt").unwrap();
    let answer = verdict(&theft, cairo, PLAIN);
    assert_eq!(answer.outcome(), Outcome::Allowed);
    assert_eq!(answer.contested(), [Issue::Objection]);
    assert!(answer.cites().contains(&"VCLT 21(3)".parse().unwrap()));
}

/// UNTC-2015: the constants are the table's rows on articles 27, 37 and 38, less the
/// withdrawn (China) and the blank (Portugal).
#[test]
fn untc_2015_reservations_and_objections() {
    let wanted = |state: &str, provision: &str| {
        let article = provision.split(['(', ',']).next().unwrap();
        matches!(article, "27" | "37" | "38")
            && state != "China"
            && state != "Portugal"
    };
    let listed: BTreeSet<(String, String)> = rows("vcdr_reservations")
        .iter()
        .filter(|row| wanted(&row[0], &row[1]))
        .map(|row| (row[0].to_owned(), row[1].to_owned()))
        .collect();
    let ours: BTreeSet<(String, String)> = RESERVATIONS
        .iter()
        .map(|made| (made.state.to_owned(), made.provision.to_owned()))
        .collect();
    assert_eq!(ours, listed);

    let listed: BTreeSet<(String, String, u8)> = rows("vcdr_objections")
        .iter()
        .filter(|row| wanted(&row[1], &row[2]) && &row[3] != "CRITICISES")
        .map(|row| {
            let article = row[2].split('(').next().unwrap().parse().unwrap();
            (row[0].to_owned(), row[1].to_owned(), article)
        })
        .collect();
    let ours: BTreeSet<(String, String, u8)> =
        OBJECTIONS.iter().map(|(a, b, n)| ((*a).into(), (*b).into(), *n)).collect();
    assert_eq!(ours, listed);
}

/// Khobragade-2014: one person, three moments, three verdicts.
#[test]
fn khobragade_2014_three_verdicts() {
    let judge = Act { judge: true, ..Act::of(Subject::GraveCrime) };
    let consul = Case {
        act: judge,
        ..Case::serving(
            Who::foreign(Category::CareerConsularOfficer),
            Subject::GraveCrime,
            Measure::Arrest,
        )
    };
    assert_eq!(decide(&consul), Outcome::Allowed);
    let began: Day = "2014-01-08".parse().unwrap();
    let left: Day = "2014-01-09".parse().unwrap();
    let posting = Posting::new(began).ended(left, 30).unwrap().left(left).unwrap();
    let agent = Who::foreign(Category::DiplomaticAgent);
    let on = |day: Day| {
        let phase = posting.phase(day);
        let trial = Case::serving(agent, Subject::GraveCrime, Measure::Prosecute);
        decide(&Case { phase, ..trial })
    };
    assert_eq!(on("2013-12-12".parse().unwrap()), Outcome::Allowed);
    assert_eq!(on(began), Outcome::Barred);
    assert_eq!(on(left), Outcome::Barred);
    assert_eq!(on("2014-04-01".parse().unwrap()), Outcome::Allowed);
}

/// Tabion-1996 and Basfar-2022 answer the same question in two ways.
#[test]
fn tabion_1996_and_basfar_2022_differ_by_one_reading() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let claim = Case::serving(agent, Subject::DomesticExploitation, Measure::Sue);
    let us = verdict(&claim, Pair::PLAIN, PLAIN);
    assert_eq!(us.outcome(), Outcome::Barred);
    assert_eq!(us.contested(), [Issue::Commerce]);
    let uk = verdict(&claim, Pair::PLAIN, PLAIN.turned(Issue::Commerce));
    assert_eq!(uk.outcome(), Outcome::Allowed);
    assert!(uk.cites().contains(&"VCDR 31(1)(c)".parse().unwrap()));
}

// --- Invariants over the whole space -----------------------------------------------

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
        for &phase in Phase::ALL {
            for &act in &acts {
                for &measure in Measure::ALL {
                    for waiver in Waiver::all() {
                        let case = Case { who, phase, act, measure, waiver };
                        if barred(&case) {
                            continue;
                        }
                        for &more in Measure::ALL {
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
        for &issue in Issue::ALL {
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
        for &phase in Phase::ALL {
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

proptest! {
    /// A question in text is the case it was written from.
    #[test]
    fn a_case_survives_the_trip_through_its_text(
        who in prop::sample::select(Who::all().collect::<Vec<_>>()),
        phase in prop::sample::select(Phase::ALL),
        subject in prop::sample::select(Subject::ALL),
        measure in prop::sample::select(Measure::ALL),
        waiver in prop::sample::select(Waiver::all().collect::<Vec<_>>()),
        bits in 0..8_u8,
    ) {
        let act = Act {
            subject,
            judge: bits & 1 > 0,
            counterclaim: bits & 2 > 0,
            gainful: bits & 4 > 0,
        };
        let case = Case { who, phase, act, measure, waiver };
        let sponsor_tie = match who {
            Who::Family { sponsor_tie, .. } => sponsor_tie,
            _ => Tie::Foreign,
        };
        let text = format!(
            "cat={};family={};tie={};sponsor_tie={};phase={};official={};subject={};\
             judge={};measure={};waiver={waiver};gainful={};counterclaim={}",
            who.category().map_or("Nobody", Category::code),
            u8::from(matches!(who, Who::Family { .. })),
            who.tie().code(),
            sponsor_tie.code(),
            phase.code(),
            u8::from(who.capacity() == Capacity::Official),
            subject.code(),
            u8::from(act.judge),
            measure.code(),
            u8::from(act.gainful),
            u8::from(act.counterclaim),
        );
        let read = Question::read("person", &text).unwrap();
        let wanted =
            Question::Person { case, pair: Pair::PLAIN, reading: None, commerce: None };
        prop_assert_eq!(read, Some(wanted));
        let json = serde_json::to_string(&case).unwrap();
        prop_assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }

    /// A day written and read back is the same day, and days count one by one.
    #[test]
    fn a_day_survives_the_trip_through_its_text(days in 0_u16..60_000) {
        let start: Day = "1900-03-01".parse().unwrap();
        let day = start.after(days);
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
        prop_assert_eq!(day.since(start), i32::from(days));
    }
}

// --- Properties that sound right and are false ---------------------------------------

/// T1: family is never better protected than the sponsor. False after a waiver that
/// names staff only (Sacoolas-2020).
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

// --- Premises, bag, mission -----------------------------------------------------------

#[test]
fn premises_open_by_consent_and_nothing_else_opens_a_mission() {
    for &kind in Premises::ALL {
        for bits in 0..4_u8 {
            let (disaster, ended) = (bits & 1 > 0, bits & 2 > 0);
            let with = entry(kind, true, disaster, ended, PLAIN);
            assert_eq!(with.outcome, Outcome::Allowed);
            assert!(with.contested.is_empty());
        }
    }
    let closed = |kind, disaster| entry(kind, false, disaster, false, PLAIN).outcome;
    for kind in [Premises::Mission, Premises::AgentResidence] {
        assert_eq!(closed(kind, true), Outcome::Barred);
        assert_eq!(closed(kind, false), Outcome::Barred);
    }
    assert_eq!(closed(Premises::ConsularWork, false), Outcome::Barred);
    assert_eq!(closed(Premises::ConsularWork, true), Outcome::Allowed);
    for kind in
        [Premises::ConsularHome, Premises::HonoraryConsular, Premises::NotPremises]
    {
        assert_eq!(closed(kind, false), Outcome::Allowed);
    }
    // London after midnight, 29/30 April 1984: searched, and disputed.
    let after = entry(Premises::Mission, false, false, true, PLAIN);
    assert_eq!(after.outcome, Outcome::Allowed);
    assert_eq!(after.contested, [Issue::Rupture]);
    let home = entry(Premises::AgentResidence, false, false, true, PLAIN);
    assert_eq!((home.outcome, home.contested.len()), (Outcome::Allowed, 0));
}

#[test]
fn a_bag_is_what_its_marks_say() {
    let base = BagCase {
        kind: Bag::Diplomatic,
        marked: true,
        suspicion: true,
        sender_agrees: false,
        action: BagAction::Open,
    };
    let at = |case| bag(case, Pair::PLAIN, PLAIN).outcome;
    for &kind in Bag::ALL {
        for &action in BagAction::ALL {
            let unmarked = BagCase { kind, action, marked: false, ..base };
            assert_eq!(at(unmarked), Outcome::Allowed);
            let unsuspected = BagCase { kind, action, suspicion: false, ..base };
            let scan = action == BagAction::Scan;
            assert_eq!(at(unsuspected) == Outcome::Allowed, scan, "{unsuspected:?}");
        }
    }
    assert_eq!(at(base), Outcome::Barred);
    assert_eq!(at(BagCase { action: BagAction::Return, ..base }), Outcome::Barred);
    assert_eq!(at(BagCase { action: BagAction::Detain, ..base }), Outcome::Barred);
    assert_eq!(at(BagCase { sender_agrees: true, ..base }), Outcome::Allowed);
    let consular = BagCase { kind: Bag::Consular, ..base };
    assert_eq!(at(consular), Outcome::Barred);
    let back = BagCase { action: BagAction::Return, ..consular };
    assert_eq!(at(back), Outcome::Allowed);
    assert_eq!(at(BagCase { sender_agrees: true, ..back }), Outcome::Barred);
    let scan = BagCase { action: BagAction::Scan, ..base };
    assert_eq!(bag(scan, Pair::PLAIN, PLAIN).contested, [Issue::Scan]);
}

#[test]
fn a_bag_between_two_states_follows_their_reservations() {
    let open = BagCase {
        kind: Bag::Diplomatic,
        marked: true,
        suspicion: true,
        sender_agrees: false,
        action: BagAction::Open,
    };
    let back = BagCase { action: BagAction::Return, ..open };
    let between = |one, other| Pair::between(one, other).unwrap();
    // Bahrain opens; Japan objected only to Bahrain's 27(3), France did not.
    let accepted = bag(open, between("Bahrain", "Brazil"), PLAIN);
    assert_eq!(accepted.outcome, Outcome::Allowed);
    assert_eq!(accepted.article.to_string(), "VCLT 21(1)");
    let disputed = bag(open, between("United Kingdom", "Bahrain"), PLAIN);
    assert_eq!(disputed.outcome, Outcome::Allowed);
    assert_eq!(disputed.contested, [Issue::Objection]);
    // Libya asks, or sends back; it may not open by itself.
    let libya = between("Libya", "Brazil");
    assert_eq!(bag(open, libya, PLAIN).outcome, Outcome::Barred);
    assert_eq!(bag(back, libya, PLAIN).outcome, Outcome::Allowed);
    assert_eq!(
        bag(back, between("France", "Brazil"), PLAIN).outcome,
        Outcome::Barred
    );
    let effect = between("Qatar", "Brazil").bag().unwrap().effect;
    assert_eq!(effect, Effect::BagWithLeave);
}

#[test]
fn reservations_reach_only_whom_they_name() {
    let trial = |who| Case::serving(who, Subject::Tort, Measure::Sue);
    let local = |tie| {
        trial(Who::Member {
            category: Category::DiplomaticAgent,
            tie,
            capacity: Capacity::Official,
        })
    };
    let sudan = Pair::between("Sudan", "France").unwrap();
    let venezuela = Pair::between("Venezuela", "France").unwrap();
    assert_eq!(outcome(&local(Tie::National), Pair::PLAIN, PLAIN), Outcome::Barred);
    for (pair, resident) in [(sudan, Outcome::Allowed), (venezuela, Outcome::Barred)]
    {
        assert_eq!(outcome(&local(Tie::Foreign), pair, PLAIN), Outcome::Barred);
        assert_eq!(outcome(&local(Tie::National), pair, PLAIN), Outcome::Allowed);
        assert_eq!(outcome(&local(Tie::Resident), pair, PLAIN), resident);
    }
    // 37(2) off leaves agents alone, and service staff under 37(3).
    let egypt = Pair::between("Egypt", "Japan").unwrap();
    let crime = |category| {
        let who = Who::foreign(category).officially().unwrap();
        Case::serving(who, Subject::OrdinaryCrime, Measure::Prosecute)
    };
    assert_eq!(outcome(&crime(Category::AdminTech), egypt, PLAIN), Outcome::Allowed);
    let clerks = verdict(&crime(Category::AdminTech), egypt, PLAIN);
    assert!(clerks.contested().is_empty(), "accepted by silence: not contested");
    for category in [Category::DiplomaticAgent, Category::ServiceStaff] {
        assert_eq!(outcome(&crime(category), egypt, PLAIN), Outcome::Barred);
    }
    assert!(Pair::between("Egypt", "egypt").is_err());
    assert!(Pair::between("", "Egypt").is_err());
}

#[test]
fn precedence_is_by_class_then_arrival_and_the_nuncio_where_it_is_kept() {
    let head = |state: &str, class, since: &str, minute, nuncio| Head {
        state: state.to_owned(),
        class,
        since: since.parse().unwrap(),
        minute,
        nuncio,
    };
    let heads = [
        head("Chad", Class::Charge, "2001-01-01", 0, false),
        head("Peru", Class::Ambassador, "2020-05-04", 600, false),
        head("Holy See", Class::Ambassador, "2022-01-01", 0, true),
        head("Mali", Class::Ambassador, "2020-05-04", 540, false),
        head("Oman", Class::Envoy, "1999-01-01", 0, false),
    ];
    let names = |first| -> Vec<&str> {
        precedence(&heads, first).iter().map(|head| head.state.as_str()).collect()
    };
    assert_eq!(names(false), ["Mali", "Peru", "Holy See", "Oman", "Chad"]);
    assert_eq!(names(true), ["Holy See", "Mali", "Peru", "Oman", "Chad"]);
}

#[test]
fn expulsion_needs_no_reason_and_non_recognition_needs_time() {
    for &category in Category::ALL {
        let answer = expel(category);
        assert_eq!((answer.outcome, answer.reasons_owed), (Outcome::Allowed, false));
        let number = if category.is_consular() { 23 } else { 9 };
        assert_eq!(answer.article.number(), number);
    }
    let declared: Day = "2018-03-14".parse().unwrap();
    let on = |day: &str| unrecognised(declared, 7, day.parse().unwrap());
    assert_eq!(on("2018-03-21"), Outcome::Barred);
    assert_eq!(on("2018-03-22"), Outcome::Allowed);
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let said = |result: Result<Option<Question>, ImmunityError>| {
        result.unwrap_err().to_string()
    };
    let person = |args| said(Question::read("person", args));
    let full = "cat=AdminTech;family=1;official=1;subject=Tort;measure=Sue";
    assert!(person(full).contains("expected a private act of a family member"));
    assert!(person("cat=IoStaff;subject=Tort;measure=Sue").contains("\"IoStaff\""));
    assert!(person("subject=Tort;measure=Sue").contains("expected a setting cat"));
    assert!(person("cat=AdminTech;cat=AdminTech").contains("twice"));
    assert!(person("rank=3").contains("found \"rank\""));
    assert!(person("cat").contains("key=value"));
    assert!(
        person("cat=AdminTech;subject=Tort;measure=Sue;judge=2").contains("judge")
    );
    assert!(said(Question::read("car", "")).contains("expected an engine"));
    for bad in
        ["VCDR 54", "VCDR 31(5)", "VCDR 31(1)(d)", "VCDR 29(1)", "ABC 1", "VCDR x"]
    {
        assert!(bad.parse::<Article>().is_err(), "{bad}");
    }
    for bad in ["1900-02-29", "2014-13-01", "2014-4", "2014-04-31", "yesterday"] {
        assert!(bad.parse::<Day>().is_err(), "{bad}");
    }
    assert!("Z".parse::<Waiver>().is_err());
    assert!("Weather".parse::<Reading>().is_err());
    assert_eq!(
        "Commerce+Scan".parse::<Reading>().unwrap().to_string(),
        "Commerce+Scan"
    );
    let late = Posting::new("2014-01-08".parse().unwrap());
    assert!(late.ended("2014-01-07".parse().unwrap(), 30).is_err());
    assert!(late.left("2014-01-09".parse().unwrap()).is_err());
}

// --- What the page and the sources print ------------------------------------------------

/// The table on the page, cell by cell, is what the rules give.
#[test]
fn the_page_prints_the_table_that_the_rules_give() {
    let path = format!("{}/book/src/immunity.md", env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(path).unwrap();
    let rows: Vec<&str> = page
        .lines()
        .skip_while(|line| !line.starts_with("| May the host"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(rows.len(), Category::ALL.len());
    let columns =
        [Column::Arrest, Column::Home, Column::Witness, Column::Trial, Column::Suit];
    for (row, &category) in rows.iter().zip(Category::ALL) {
        let printed = row.trim_matches('|').split('|').map(str::trim).skip(1);
        for (printed, column) in printed.zip(columns) {
            let said = match (cell(category, column), column) {
                (Cell::Yes, _) => "yes",
                (Cell::No, _) => "no",
                (Cell::GraveAndJudge, _) => "only for a grave crime, by a judge",
                (Cell::NeverCoerced, _) => "never coerced",
                (Cell::OfficialNo, _) => "not on official acts",
                (Cell::OfficialImmune, _) => "not for official acts",
                (Cell::ButThree, _) => "no, but for three exceptions",
                (Cell::OfficialButTwo, _) => {
                    "not for official acts, but for two exceptions"
                }
                other => panic!("{other:?} has no words on the page"),
            };
            assert_eq!(printed, said, "{category}, {column}");
        }
    }
}

/// Which article gives each person in post which shield: the whole first stage, as read
/// in VCDR-1961 and VCCR-1963. Measures in the order of the lamps, without the ticket;
/// a number counts measures in a row that are alike.
#[test]
fn vcdr_1961_and_vccr_1963_each_shield_and_its_articles() {
    let everyone = Category::ALL
        .iter()
        .flat_map(|&kind| [Who::foreign(kind), Who::foreign_family(kind)]);
    for (who, wanted) in everyone.zip(SHIELDS) {
        let mut found: Vec<(usize, String)> = Vec::new();
        for &measure in Measure::ALL.iter().filter(|m| **m != Measure::Citation) {
            let case = Case::serving(who, Subject::OrdinaryCrime, measure);
            let step = verdict(&case, Pair::PLAIN, PLAIN).steps()[0];
            assert_eq!(step.stage, Stage::Base);
            assert!(step.because.len() > 10);
            let articles: Vec<String> =
                step.articles.iter().map(ToString::to_string).collect();
            let told = format!("{} {}", step.shield.code(), articles.join("+"));
            match found.last_mut() {
                Some((count, last)) if *last == told => *count += 1,
                _ => found.push((1, told)),
            }
        }
        let found: Vec<String> =
            found.iter().map(|(count, told)| format!("{count} {told}")).collect();
        assert_eq!(found.join(", "), wanted, "{who}");
    }
}

/// Staff and family by turns, in the order of [`Category::ALL`].
const SHIELDS: [&str; 16] = [
    "1 Full VCDR 29, 1 Full VCDR 30(1), 1 Full VCDR 31(2), 2 Full VCDR 31(1), \
     1 Full VCDR 31(3)",
    "6 Full VCDR 37(1)",
    "4 Full VCDR 37(2), 2 OfficialActs VCDR 37(2)",
    "4 Full VCDR 37(2), 2 None VCDR 37(2)",
    "3 None VCDR 37(3), 3 OfficialActs VCDR 37(3)",
    "6 None VCDR 37(3)",
    "6 None VCDR 37(4)",
    "6 None VCDR 37(4)",
    "1 Full VCCR 41(1), 1 None VCCR 31(2), 1 Full VCCR 44(1), \
     3 OfficialActs VCCR 43(1)",
    "6 None VCCR 46(1)+VCCR 53(2)",
    "1 None VCCR 58(2)+VCCR 63, 1 None VCCR 31(2), \
     1 OfficialActs VCCR 58(2)+VCCR 44(3), 3 OfficialActs VCCR 58(2)+VCCR 43(1)",
    "6 None VCCR 58(3)",
    "1 None VCCR 41(1), 1 None VCCR 31(2), 1 OfficialActs VCCR 44(1)+VCCR 44(3), \
     3 OfficialActs VCCR 43(1)",
    "6 None VCCR 46(1)+VCCR 53(2)",
    "1 None VCCR 43(1), 1 None VCCR 31(2), 1 OfficialActs VCCR 44(1)+VCCR 44(3), \
     3 None VCCR 43(1)",
    "6 None VCCR 46(1)+VCCR 53(2)",
];

/// The last letter under each lettered place, and the last article of each text.
#[test]
fn articles_end_where_the_texts_end() {
    let lettered = [
        ("VCDR 1", 'i'),
        ("VCDR 3(1)", 'e'),
        ("VCDR 10(1)", 'd'),
        ("VCDR 14(1)", 'c'),
        ("VCDR 31(1)", 'c'),
        ("VCDR 33(2)", 'b'),
        ("VCDR 34", 'f'),
        ("VCDR 36(1)", 'b'),
        ("VCDR 43", 'b'),
        ("VCDR 45", 'c'),
        ("VCDR 47(2)", 'b'),
        ("VCDR 52", 'b'),
        ("VCCR 1(1)", 'k'),
        ("VCCR 5", 'm'),
        ("VCCR 9(1)", 'd'),
        ("VCCR 24(1)", 'd'),
        ("VCCR 25", 'c'),
        ("VCCR 27(1)", 'c'),
        ("VCCR 27(2)", 'b'),
        ("VCCR 36(1)", 'c'),
        ("VCCR 37", 'c'),
        ("VCCR 38", 'b'),
        ("VCCR 43(2)", 'b'),
        ("VCCR 48(2)", 'b'),
        ("VCCR 49(1)", 'f'),
        ("VCCR 50(1)", 'b'),
        ("VCCR 51", 'b'),
        ("VCCR 57(2)", 'c'),
        ("VCCR 70(3)", 'b'),
        ("VCCR 72(2)", 'b'),
        ("VCCR 78", 'b'),
    ];
    for (place, last) in lettered {
        let at = |letter: char| format!("{place}({letter})").parse::<Article>();
        assert_eq!(at(last).unwrap().letter(), Some(last), "{place}");
        assert!(at(char::from(last as u8 + 1)).is_err(), "{place}");
        assert!(at('A').is_err(), "{place}");
    }
    for (last, beyond) in [("VCDR 53", "VCDR 54"), ("VCCR 79", "VCCR 80")] {
        assert!(last.parse::<Article>().is_ok());
        assert!(beyond.parse::<Article>().is_err());
    }
    let numbered = [
        ("VCDR 27", 7),
        ("VCDR 37", 4),
        ("VCCR 16", 6),
        ("VCCR 35", 7),
        ("VCLT 21", 3),
    ];
    for (place, last) in numbered {
        let at = |paragraph: u8| format!("{place}({paragraph})").parse::<Article>();
        assert_eq!(at(last).unwrap().paragraph(), Some(last));
        assert!(at(last + 1).is_err() && at(0).is_err());
    }
    let whole: Article = "VCLT 20".parse().unwrap();
    assert_eq!(
        (whole.paragraph(), whole.letter(), whole.number()),
        (None, None, 20)
    );
    assert_eq!(whole.convention(), Convention::Vclt);
    for bad in ["VCDR 31(1", "VCDR 31(1)(ab)", "VCDR 31(c)(1)", "VCDR 31(1)(1)"] {
        assert!(bad.parse::<Article>().is_err(), "{bad}");
    }
}

// --- Flips, against a second way of finding them -----------------------------------------

fn changes() -> Vec<Change> {
    let mut all = vec![Change::Sponsor, Change::Household, Change::Unrecognised];
    all.extend(
        Measure::ALL.iter().flat_map(|&m| [Change::Waive(m), Change::Keep(m)]),
    );
    all.extend(Phase::ALL.iter().map(|&phase| Change::At(phase)));
    all.extend(Capacity::ALL.iter().map(|&capacity| Change::As(capacity)));
    all.extend(Subject::ALL.iter().map(|&subject| Change::About(subject)));
    all.extend(Tie::ALL.iter().map(|&tie| Change::Tied(tie)));
    all.extend(Category::ALL.iter().map(|&category| Change::Kind(category)));
    for side in [false, true] {
        all.extend([
            Change::Judge(side),
            Change::Counterclaim(side),
            Change::Gainful(side),
        ]);
        all.extend(Issue::ALL.iter().map(|&issue| Change::Read(issue, side)));
    }
    all
}

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
    for &issue in Issue::ALL {
        let (plain, other) = issue.sides();
        assert_eq!(PLAIN.against(issue), other);
        assert_eq!(PLAIN.turned(issue).against(issue), plain);
    }
    let effects: BTreeSet<String> =
        RESERVATIONS.iter().map(|made| made.effect.to_string()).collect();
    assert_eq!(effects.len(), 8);
}

// --- Rooms of the house that the cases pass by ---------------------------------------------

/// VCDR 36 and 37, VCCR 50 and 62: whose goods are free of duty, and when.
#[test]
fn customs_by_kind_of_staff() {
    use Category as C;
    let wanted = [
        (C::DiplomaticAgent, true, true, "VCDR 36(1)(b)"),
        (C::AdminTech, true, false, "VCDR 37(2)"),
        (C::ServiceStaff, false, false, "VCDR 37(3)"),
        (C::PrivateServant, false, false, "VCDR 37(4)"),
        (C::CareerConsularOfficer, true, true, "VCCR 50(1)(b)"),
        (C::HonoraryConsularOfficer, false, false, "VCCR 62"),
        (C::ConsularEmployee, true, false, "VCCR 50(2)"),
        (C::ConsularServiceStaff, false, false, "VCCR 50(2)"),
    ];
    for (category, at_first, later, article) in wanted {
        for (installing, free) in [(true, at_first), (false, later)] {
            let answer = duty(category, installing);
            assert_eq!(answer.outcome == Outcome::Barred, free, "{category}");
            assert_eq!(answer.article.to_string(), article);
        }
    }
}

/// VCDR 33(2) asks three things at once; 34 lists what an agent pays all the same.
#[test]
fn insurance_and_the_six_exceptions_of_article_34() {
    for bits in 0..4_u8 {
        let (sole, covered) = (bits & 1 > 0, bits & 2 > 0);
        for &tie in Tie::ALL {
            let free = sole && covered && tie == Tie::Foreign;
            let answer = servants_insurance(sole, tie, covered);
            assert_eq!(answer.outcome == Outcome::Barred, free);
            let article = if free { "VCDR 33(2)" } else { "VCDR 33(3)" };
            assert_eq!(answer.article.to_string(), article);
        }
    }
    let letters: String = Levy::ALL
        .iter()
        .map(|&what| levy(what, PLAIN))
        .filter(|answer| answer.outcome == Outcome::Allowed)
        .filter_map(|answer| answer.article.letter())
        .collect();
    assert_eq!(letters, "abcdefe");
    let tax = levy(Levy::RoadPricing, PLAIN.turned(Issue::RoadCharge));
    assert_eq!(
        (tax.outcome, tax.contested),
        (Outcome::Barred, vec![Issue::RoadCharge])
    );
}

/// VCDR 22, 24, 27, 29: who attacked what, and was it stopped.
#[test]
fn a_breach_is_the_hosts_own_or_one_it_lets_happen() {
    let targets = [
        (Target::Premises, "VCDR 22(1)", "VCDR 22(2)"),
        (Target::Persons, "VCDR 29", "VCDR 29"),
        (Target::Archives, "VCDR 24", "VCDR 24"),
        (Target::Communication, "VCDR 27(1)", "VCDR 27(1)"),
    ];
    for (target, own, of_others) in targets {
        for bits in 0..4_u8 {
            let (protected, endorsed) = (bits & 1 > 0, bits & 2 > 0);
            let by_host = breach(target, true, protected, endorsed).unwrap();
            assert_eq!(by_host.to_string(), own);
            let found = breach(target, false, protected, endorsed);
            let stopped = protected && !endorsed;
            let wanted = (!stopped).then(|| of_others.to_owned());
            assert_eq!(found.map(|article| article.to_string()), wanted);
        }
    }
    let refused = refuse_agrement();
    assert_eq!((refused.outcome, refused.reasons_owed), (Outcome::Allowed, false));
    assert_eq!(refused.article.to_string(), "VCDR 4(2)");
    assert_eq!(restrict(true).1.to_string(), "VCDR 47(2)(a)");
    assert_eq!(restrict(false).1.to_string(), "VCDR 47(1)");
    assert_eq!(tried_at_home().1.to_string(), "VCDR 31(4)");
    let words: Vec<&str> =
        Category::ALL.iter().map(|&kind| expel(kind).word).collect();
    let (agent, other) = ("persona non grata", "not acceptable");
    assert_eq!(words, [agent, other, other, other, agent, agent, other, other]);
}

/// Each first and last day of a posting.
#[test]
fn a_posting_changes_phase_on_its_days() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let posting = Posting::new(day("2014-01-08"));
    assert_eq!(posting.phase(day("2014-01-07")), Phase::NotYet);
    assert_eq!(posting.phase(day("2014-01-08")), Phase::Serving);
    let over = posting.ended(day("2014-02-01"), 10).unwrap();
    for (on, phase) in [
        ("2014-01-07", Phase::NotYet),
        ("2014-01-31", Phase::Serving),
        ("2014-02-01", Phase::Winding),
        ("2014-02-11", Phase::Winding),
        ("2014-02-12", Phase::Ended),
    ] {
        assert_eq!(over.phase(day(on)), phase, "{on}");
    }
    let gone = over.left(day("2014-02-05")).unwrap();
    assert_eq!(gone.phase(day("2014-02-05")), Phase::Winding);
    assert_eq!(gone.phase(day("2014-02-06")), Phase::Ended);
    // Staying on beyond the time to leave gains nothing.
    let late = over.left(day("2014-03-05")).unwrap();
    assert_eq!(late.phase(day("2014-02-12")), Phase::Ended);
    assert!(over.left(day("2014-01-31")).is_err());
    assert_eq!(day("2000-02-29").after(1), day("2000-03-01"));
    assert_eq!(day("1999-12-31").since(day("2000-01-01")), -1);
}

/// A table's row may fix its pair, its reading or only its commerce test; short names
/// and names in other scripts are states like any other.
#[test]
fn a_row_fixes_what_it_names_and_no_more() {
    let ask = |args: &str, pair, reading| {
        let question = Question::read("person", args).unwrap().unwrap();
        question.answer(pair, reading).outcome
    };
    let london = PLAIN.turned(Issue::Commerce);
    let servant = "cat=agent;subject=servant;measure=sue";
    let with = |more: &str, reading| {
        ask(&format!("{servant};{more}"), Pair::PLAIN, reading)
    };
    assert_eq!(with("", PLAIN), Outcome::Barred);
    assert_eq!(with("", london), Outcome::Allowed);
    assert_eq!(with("commerce=UsTabion", london), Outcome::Barred);
    assert_eq!(with("commerce=uk", PLAIN), Outcome::Allowed);
    assert_eq!(with("reading=plain", london), Outcome::Barred);
    // The commerce test says nothing on other readings.
    let driver = "cat=service;official=yes;subject=crime;measure=arrest;commerce=us";
    let strict = PLAIN.turned(Issue::ServiceArrest);
    assert_eq!(ask(driver, Pair::PLAIN, PLAIN), Outcome::Allowed);
    assert_eq!(ask(driver, Pair::PLAIN, strict), Outcome::Barred);
    let clerk = "cat=clerk;subject=crime;measure=prosecute;family=no";
    let cairo = Pair::between("USA", "Egypt").unwrap();
    assert_eq!(cairo, Pair::between("United States", "egypt").unwrap());
    assert_eq!(cairo.reserved().count(), 1);
    assert_eq!(ask(clerk, cairo, PLAIN), Outcome::Allowed);
    let berne = format!("{clerk};sending=Cuba;receiving=Switzerland");
    assert_eq!(ask(&berne, Pair::PLAIN, PLAIN), Outcome::Barred);
    assert_eq!(Pair::between("中国", "日本").unwrap(), Pair::PLAIN);
    assert!(Pair::between("UK", "Great Britain").is_err());
    for bad in ["commerce=usual", "commerce=", "family=1;cat=Nobody"] {
        let args = format!("subject=Tort;measure=Sue;{bad}");
        assert!(Question::read("person", &args).is_err(), "{bad}");
    }
    let hut = Question::read("premises", "kind=other").unwrap().unwrap();
    let answer = hut.answer(Pair::PLAIN, PLAIN);
    assert_eq!(answer.word(), "NOT PREMISES");
    assert!(answer.agrees(" NOT PREMISES ") && !answer.agrees("CONTESTED"));
}

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

fn cited(case: &Case, pair: Pair, reading: Reading) -> Vec<String> {
    let answer = verdict(case, pair, reading);
    answer.cites().iter().map(ToString::to_string).collect()
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

/// An envoy may be sent home on the day of arrival, but not the day before.
#[test]
fn a_posting_may_end_on_the_day_it_began() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let posting = Posting::new(day("2014-01-08"));
    let over = posting.ended(day("2014-01-08"), 2).unwrap();
    assert_eq!(over.phase(day("2014-01-07")), Phase::NotYet);
    assert_eq!(over.phase(day("2014-01-08")), Phase::Winding);
    assert_eq!(over.phase(day("2014-01-11")), Phase::Ended);
    assert!(posting.ended(day("2014-01-07"), 2).is_err());
}

/// A stake beyond the known end brings the rounds before it back, if it outweighs the
/// temptation in the last; and each round more asks for a larger one from a host less
/// patient than the threshold, since the threat of the rounds is not enough. By hand,
/// with T = 5, R = 3, P = 1.
#[test]
fn a_stake_beyond_the_known_end_keeps_faith_in_all_rounds_or_none() {
    let kept = |delta, rounds, stake| {
        let stake = Payoff::new(stake).unwrap();
        host(delta, 1.0).respected_with_stake(rounds, stake)
    };
    // (T - R)/0.75 = 2.67 is asked for, of a host patient enough for any length.
    assert_eq!([2.0, 2.5, 3.0].map(|stake| kept(0.75, 1, stake)), [0, 0, 1]);
    assert_eq!([2, 50].map(|rounds| kept(0.75, rounds, 3.0)), [2, 50]);
    assert_eq!(kept(0.6, 2, 3.4), 2);
    // Two rounds from the end 3 + 0.25 x (3 + 0.25 x 9) = 4.31 is less than 5.25.
    assert_eq!([1, 2, 3].map(|rounds| kept(0.25, rounds, 9.0)), [1, 0, 0]);
    assert_eq!([1, 2].map(|rounds| kept(0.45, rounds, 5.0)), [1, 0]);
    assert_eq!([1, 2, 3].map(|rounds| kept(0.49, rounds, 4.4)), [1, 2, 0]);
}

// --- The claims, both sides ------------------------------------------------------------

fn host(delta: f64, survival: f64) -> Host {
    let payoffs = Payoffs::new(5.0, 3.0, 1.0, 0.0).unwrap();
    let survival = Probability::new(survival).unwrap();
    Host::new(payoffs, Discount::new(delta).unwrap(), survival).unwrap()
}

/// Mutual hostages enforce inviolability from (T − R)/(T − P) on, and not below. The
/// threshold is checked against a stream of rounds that is added up, not solved.
#[test]
fn b2b_mutual_hostages_make_inviolability_enforce_itself() {
    for (t, r, p) in [(5.0, 3.0, 1.0), (10.0, 3.0, 1.0), (4.0, 3.5, -2.0)] {
        let payoffs = Payoffs::new(t, r, p, p - 1.0).unwrap();
        let surely = Probability::new(1.0).unwrap();
        let at = |delta: f64| {
            Host::new(payoffs, Discount::new(delta).unwrap(), surely).unwrap()
        };
        let needed = at(0.5).patience_needed().unwrap().value();
        assert!((needed - (t - r) / (t - p)).abs() < 1e-15);
        assert!(at(needed + 1e-6).respects(Missions::Mutual));
        assert!(!at(needed - 1e-6).respects(Missions::Mutual));
        let delta: f64 = 0.8;
        let stream = |first: f64, later: f64| {
            let rounds =
                std::iter::successors(Some(1.0), |weight| Some(weight * delta));
            let rest: f64 =
                rounds.skip(1).take(2000).map(|weight| weight * later).sum();
            first + rest
        };
        let (keep, seize): (f64, f64) = (stream(r, r), stream(t, p));
        let worth = |own| at(delta).worth(Missions::Mutual, own);
        assert!((worth(Move::Respect) - keep).abs() < 1e-9);
        assert!((worth(Move::Seize) - seize).abs() < 1e-9);
    }
}

/// A host with nobody abroad, or on the eve of a rupture, gains by seizing at any
/// patience; and a rupture that both see coming undoes every round before it.
#[test]
fn b2b_one_sided_missions_and_the_end_of_relations_break_it() {
    for delta in [0.0, 0.5, 0.9, 0.999] {
        assert!(!host(delta, 1.0).respects(Missions::OneSided));
        assert!(!host(delta, 1.0).at_the_end().respects(Missions::Mutual));
        assert!(!host(delta, 0.4).respects(Missions::Mutual));
        assert_eq!(host(delta, 1.0).respected_before_known_end(50), 0);
    }
    // The same patience is enough while relations are likely to last.
    assert!(host(0.9, 0.7).respects(Missions::Mutual));
    let chicken = Payoffs::new(5.0, 3.0, 0.0, 1.0).unwrap();
    let half = Discount::new(0.5).unwrap();
    assert!(Host::new(chicken, half, Probability::new(1.0).unwrap()).is_err());
}

/// The same host, the same payoffs, the same patience: with resident missions there is
/// a tomorrow to lose, and the envoy is safe today.
#[test]
fn b2e_residence_makes_the_game_repeated() {
    let patient = host(0.75, 1.0);
    assert!(patient.respects(Missions::Mutual));
    assert!(!patient.respects(Missions::Single));
    // A resident mission keeps its shield day by day; nothing has to be renewed.
    let posting = Posting::new("1961-01-01".parse().unwrap());
    let on = |day: &str| posting.phase(day.parse().unwrap());
    assert_eq!(on("1971-01-01"), Phase::Serving);
}

/// The envoy who comes once and never again has no next round to protect him.
#[test]
fn b2e_a_single_mission_has_no_next_round() {
    for delta in [0.0, 0.75, 0.999] {
        let host = host(delta, 1.0);
        assert!(!host.respects(Missions::Single));
        let worth = |own| host.worth(Missions::Single, own);
        assert_eq!((worth(Move::Respect), worth(Move::Seize)), (3.0, 5.0));
    }
}

/// An agent in post: all six lamps but the ticket are red for a private crime or wrong, each
/// by its article; and the host is not helpless.
#[test]
fn b4c_an_agents_immunities_bar_the_host_by_article() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let wanted = [
        (Measure::Arrest, "VCDR 29"),
        (Measure::EnterHome, "VCDR 30(1)"),
        (Measure::Testify, "VCDR 31(2)"),
        (Measure::Prosecute, "VCDR 31(1)"),
        (Measure::Sue, "VCDR 31(1)"),
        (Measure::Execute, "VCDR 31(3)"),
    ];
    for (measure, article) in wanted {
        let answer = verdict(
            &Case::serving(agent, Subject::Tort, measure),
            Pair::PLAIN,
            PLAIN,
        );
        assert_eq!(answer.outcome(), Outcome::Barred);
        assert_eq!(answer.cites(), [article.parse().unwrap()]);
    }
    // Two ways out, both with the states and neither with the court.
    let waiver: Waiver = "P".parse().unwrap();
    let trial = Case::serving(agent, Subject::GraveCrime, Measure::Prosecute);
    assert_eq!(decide(&Case { waiver, ..trial }), Outcome::Allowed);
    assert_eq!(expel(Category::DiplomaticAgent).outcome, Outcome::Allowed);
}

/// The document says that diplomats and their families are safe from any arrest and
/// from civil suits. Not so: of sixteen kinds of persons (eight kinds of staff and
/// their families) five cannot be arrested for an ordinary crime, and none is safe
/// from every suit.
#[test]
fn b4c_families_and_staff_are_not_immune_from_any_arrest_or_suit() {
    let everyone = || {
        Category::ALL.iter().flat_map(|&category| {
            [Who::foreign(category), Who::foreign_family(category)]
        })
    };
    let crime = |who| Case::serving(who, Subject::OrdinaryCrime, Measure::Arrest);
    let safe: Vec<Who> = everyone().filter(|who| barred(&crime(*who))).collect();
    assert_eq!(
        safe,
        [
            Who::foreign(Category::DiplomaticAgent),
            Who::foreign_family(Category::DiplomaticAgent),
            Who::foreign(Category::AdminTech),
            Who::foreign_family(Category::AdminTech),
            Who::foreign(Category::CareerConsularOfficer),
        ]
    );
    let open_to_some_suit = everyone().filter(|who| {
        Subject::ALL
            .iter()
            .any(|&subject| !barred(&Case::serving(*who, subject, Measure::Sue)))
    });
    assert_eq!(open_to_some_suit.count(), 16);
    let any_suit_barred = everyone()
        .filter(|who| barred(&Case::serving(*who, Subject::Tort, Measure::Sue)));
    assert_eq!(any_suit_barred.count(), 2);
}

/// One envoy for three states stands, resident in one; the shield is whole in each.
#[test]
fn b5b_one_envoy_may_serve_several_states() {
    let receiving = ["Belgium", "Germany", "France"];
    let tour = Accreditation::new("Barbados", &receiving).unwrap();
    assert!(tour.objections(&[]).is_ok());
    assert!(tour.objections(&["Norway"]).is_ok());
    for state in receiving {
        assert_eq!(tour.standing(state), Standing::Accredited);
    }
    assert_eq!(tour.standing("Barbados"), Standing::Home);
    let away: Vec<&str> = tour.without_resident_head("Belgium").collect();
    assert_eq!(away, ["Germany", "France"]);
}

/// One objection stops it; and where the envoy is not accredited there is only
/// passage. Nor can a state receive its own envoy, or one envoy twice.
#[test]
fn b5b_one_objection_stops_it_and_a_third_state_owes_only_passage() {
    let tour = Accreditation::new("Barbados", &["Belgium", "Germany"]).unwrap();
    let no = tour.objections(&["Norway", "germany"]).unwrap_err();
    assert_eq!(
        (no.by.as_str(), no.article),
        ("Germany", "VCDR 5(1)".parse().unwrap())
    );
    assert!(no.to_string().contains("Germany"));
    let single = Accreditation::new("Barbados", &["Belgium"]).unwrap();
    let no = single.objections(&["Belgium"]).unwrap_err();
    assert_eq!(no.article, "VCDR 4(1)".parse().unwrap());
    assert_eq!(tour.standing("Norway"), Standing::Third);
    let agent = Who::foreign(Category::DiplomaticAgent);
    let theft = Case::serving(agent, Subject::OrdinaryCrime, Measure::Arrest);
    assert!(barred(&Case { phase: Phase::Transit, ..theft }));
    assert!(!barred(&Case { who: Who::Nobody, ..theft }));
    assert!(Accreditation::new("Barbados", &["barbados"]).is_err());
    assert!(Accreditation::new("Barbados", &["Belgium", "Belgium"]).is_err());
    assert!(Accreditation::new("Barbados", &[]).is_err());
}

/// Family of agents and clerks shares the shield against police and criminal court.
#[test]
fn b6_missions_shield_their_people_and_families() {
    for category in [Category::DiplomaticAgent, Category::AdminTech] {
        for who in [Who::foreign(category), Who::foreign_family(category)] {
            for measure in [Measure::Arrest, Measure::EnterHome, Measure::Prosecute]
            {
                assert!(barred(&Case::serving(who, Subject::GraveCrime, measure)));
            }
        }
    }
}

/// Three suits pass through an agent's immunity, and families of service staff and of
/// consuls have none.
#[test]
fn b6_three_suits_pass_and_some_families_have_nothing() {
    let agent = Who::foreign(Category::DiplomaticAgent);
    let open: Vec<Subject> = Subject::ALL
        .iter()
        .copied()
        .filter(|&subject| !barred(&Case::serving(agent, subject, Measure::Sue)))
        .collect();
    assert_eq!(open, [Subject::PrivateLand, Subject::Succession, Subject::Commerce]);
    let articles: Vec<String> = open
        .iter()
        .map(|&subject| {
            let case = Case::serving(agent, subject, Measure::Sue);
            verdict(&case, Pair::PLAIN, PLAIN).cites()[1].to_string()
        })
        .collect();
    assert_eq!(articles, ["VCDR 31(1)(a)", "VCDR 31(1)(b)", "VCDR 31(1)(c)"]);
    for category in [Category::ServiceStaff, Category::CareerConsularOfficer] {
        let family = Who::foreign_family(category);
        each_case(|case| {
            if case.who == family {
                assert!(!barred(&case), "{case:?}");
                let left = shield(&case, Pair::PLAIN, PLAIN);
                assert_eq!(left, Shield::None);
            }
        });
    }
}

/// Federal Constitutional Court of Germany, 10 June 1997 (BVerfG-1997): an ambassador
/// who had been accredited to the German Democratic Republic is tried by another state
/// for what he did on duty.
#[test]
fn what_outlasts_a_posting_binds_the_receiving_state_and_no_third_one() {
    let duty = Who::foreign(Category::DiplomaticAgent).officially().unwrap();
    let trial = Case::serving(duty, Subject::GraveCrime, Measure::Prosecute);
    let before =
        |phase| verdict(&Case { phase, ..trial }, Pair::PLAIN, Reading::PLAIN);
    assert_eq!(before(Phase::Ended).outcome(), Outcome::Barred);
    let elsewhere = before(Phase::Elsewhere);
    assert_eq!(elsewhere.outcome(), Outcome::Allowed);
    let told = format!("{elsewhere:?}");
    assert!(told.contains("39") && told.contains("40"), "{told}");
    // On the way home a third state may not touch him, and in private matters the
    // receiving state may.
    assert_eq!(before(Phase::Transit).outcome(), Outcome::Barred);
    let private = Case { who: Who::foreign(Category::DiplomaticAgent), ..trial };
    assert!(!barred(&Case { phase: Phase::Ended, ..private }));
    // A third state never owes more than the host of the posting does.
    each_case(|case| {
        if case.phase == Phase::Elsewhere {
            assert!(!barred(&case), "{case:?}");
        }
    });
}
