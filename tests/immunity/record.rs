//! The published record.

use super::*;

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
        assert_eq!(ours.name(), &row[8], "{} {category} {column}", &row[0]);
        match (&row[1], &row[9]) {
            ("derived", _) => derived += 1,
            (_, "exact") => {
                assert_eq!(ours.name(), &row[6], "{}", &row[0]);
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
