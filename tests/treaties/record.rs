//! The published record.

use super::*;

#[derive(Deserialize)]
struct Clock {
    treaty: String,
    count: Option<NonZeroU16>,
    period: Delay,
    trigger: Day,
    gives: Day,
    published: Day,
    read: u8,
    why: String,
}

/// The demo prints them too, and lies in a package of its own.
const CLOCKS: &str = "../../examples/data/treaty_clock";

/// UNTC-2015 and the pages in `treaty_clock.csv`: 17 of 23 clauses and triggers give the
/// published day, and each of the others says why.
#[test]
fn treaty_clock_every_row() {
    let rows: Vec<Clock> = facts(CLOCKS);
    assert_eq!(rows.len(), 23);
    let (mut hits, mut read) = (0, 0);
    for row in &rows {
        assert_eq!(row.period.after(row.trigger), row.gives, "{}", row.treaty);
        assert_eq!(row.gives == row.published, row.why.is_empty(), "{}", row.treaty);
        // Who is missing from a list makes the count late, never early.
        assert!(row.gives >= row.published, "{}", row.treaty);
        hits += u8::from(row.gives == row.published);
        read += row.read;
    }
    assert_eq!((hits, read), (17, 9));
}

/// UNTC-2015: the deposits of sixteen conventions, of states on the list of March 2015.
/// The rank that gives the published day is the clause's own number less the states that
/// are gone.
#[test]
fn untc_2015_deposits_give_the_triggers_and_the_ranks_of_those_that_are_gone() {
    let deposits: Vec<(String, Day)> = facts("treaty_deposits");
    let rows: Vec<Clock> = facts(CLOCKS);
    let mut missing = Vec::new();
    for row in rows {
        let Some(count) = row.count else { continue };
        let own = deposits.iter().filter(|(treaty, _)| *treaty == row.treaty);
        let mut safe: Vec<Deposit> = own.map(|(_, day)| Deposit::on(*day)).collect();
        assert_eq!(safe.len(), usize::from(count.get()), "{}", row.treaty);
        let entry = Entry::after(count, row.period);
        // The order of the list is of no account.
        safe.reverse();
        assert_eq!(entry.trigger(&safe), Some(row.trigger), "{}", row.treaty);
        assert_eq!(entry.day(&safe), Some(row.gives), "{}", row.treaty);
        assert_eq!(entry.day(&safe[1..]), None, "{}", row.treaty);
        // How many of today's states it took: the rest are gone.
        let rank = (1..=count.get()).find(|&rank| {
            let fewer = Entry::after(NonZeroU16::new(rank).unwrap(), row.period);
            fewer.day(&safe) == Some(row.published)
        });
        if row.gives != row.published {
            missing.push((row.treaty, rank.map(|rank| count.get() - rank)));
        }
    }
    let expected = [
        ("VCDR 1961", Some(2)),
        ("VCCR 1963", Some(1)),
        ("Special Missions 1969", Some(2)),
        ("ICESCR 1966", Some(2)),
        ("ICCPR 1966", None),
        ("UNCLOS 1982", Some(1)),
    ];
    let expected = expected.map(|(treaty, gone)| (treaty.to_owned(), gone));
    assert_eq!(missing, expected);
}

/// VCDR-1961, article 51: with two deposits more of 1963 the Convention is in force on
/// 24 April 1964, thirty days after Moscow's.
#[test]
fn vcdr_1961_is_right_to_the_day_once_the_two_are_counted() {
    let deposits: Vec<(String, Day)> = facts("treaty_deposits");
    let own = deposits.iter().filter(|(treaty, _)| treaty == "VCDR 1961");
    let mut safe: Vec<Deposit> = own.map(|(_, day)| Deposit::on(*day)).collect();
    let entry = Entry::after(NonZeroU16::new(22).unwrap(), Delay::Days(30));
    assert_eq!(entry.day(&safe), Some(day("1964-05-14")));
    safe.extend([day("1963-04-01"), day("1963-05-24")].map(Deposit::on));
    assert_eq!(entry.trigger(&safe), Some(day("1964-03-25")));
    assert_eq!(entry.day(&safe), Some(day("1964-04-24")));
    // Washington came later, and waited thirty days of its own.
    assert_eq!(entry.day_for(day("1972-11-13"), &safe), Some(day("1972-12-13")));
    assert_eq!(entry.day_for(day("1962-03-29"), &safe), Some(day("1964-04-24")));
}

/// Richardson-1960, in the numbers of the page; recomputed with a matrix exponential.
#[test]
fn richardson_1960_levels_with_without_and_after() {
    let left = limits([0.4, 0.4], 5.0);
    for (years, free, held) in [
        (1.0, [1.638_699, 2.082_769], [1.118_138, 1.630_167]),
        (5.0, [23.471_209, 25.445_719], [4.381_423, 5.335_339]),
        (10.0, [201.153_4, 215.367_8], [6.121_229, 7.279_184]),
    ] {
        for side in [0, 1] {
            let tolerance = if years > 9.0 { 5e-5 } else { PRINTED };
            close(race().at([0.0; 2], time(years))[side], free[side], tolerance);
            close(left.held().at([0.0; 2], time(years))[side], held[side], PRINTED);
        }
    }
    let ten = left.at([0.0; 2], time(10.0));
    close(ten[0], 58.833_48, 5e-6);
    close(ten[1], 63.243_97, 5e-6);
    // By hand: equal sides, k = 3/2, from nothing.
    let equal = Race::of([1.5; 2], [1.0; 2], [1.0; 2]).unwrap();
    close(equal.at([0.0; 2], time(4.0))[0], 2.0 * (libm::exp(2.0) - 1.0), 1e-9);
    close(equal.pace(), 0.5, 1e-12);
}

/// VCLT-1969, articles 20(5), 56(2) and 65(2), by the calendar.
#[test]
fn vclt_1969_periods_by_the_calendar() {
    let told = day("2024-03-01");
    assert_eq!(silent_until(told, day("2020-01-01")), day("2025-03-01"));
    assert_eq!(silent_until(told, day("2025-06-10")), day("2025-06-10"));
    assert_eq!(may_act(day("2026-05-03")), day("2026-08-03"));
    let implied = WayOut::Implied.exit().unwrap();
    assert_eq!(implied.last_day(day("2026-05-03")), day("2027-05-03"));
    assert_eq!(implied.earliest(day("2026-05-03")), day("2026-05-03"));
    assert_eq!(WayOut::Silent.exit(), None);
    // Pactos-1902: eighteen months from 9 January 1903.
    let notice = Delay::Months(18).after(day("1903-01-09"));
    assert_eq!(notice, day("1904-07-09"));
}

/// VCLT-1969, article 21: three replies to two reservations.
#[test]
fn vclt_1969_reservations_six_cells() {
    for (content, reply, left, by) in [
        (Content::Excludes, Reply::Accepts, Relation::RuleOff, "VCLT 21(1)"),
        (Content::Excludes, Reply::Objects, Relation::RuleOff, "VCLT 21(3)"),
        (Content::Excludes, Reply::Opposes, Relation::NoTreaty, "VCLT 20(4)(b)"),
        (Content::Changes, Reply::Accepts, Relation::RuleChanged, "VCLT 21(1)"),
        (Content::Changes, Reply::Objects, Relation::RuleOff, "VCLT 21(3)"),
        (Content::Changes, Reply::Opposes, Relation::NoTreaty, "VCLT 20(4)(b)"),
    ] {
        let (found, rule) = relation(content, reply);
        assert_eq!((found, rule.to_string()), (left, by.to_owned()));
    }
    let yes = [Reply::Accepts; 2];
    let mixed = [Reply::Objects, Reply::Accepts];
    let no = [Reply::Opposes, Reply::Objects];
    let rule =
        |group, replies: &[Reply]| counts(group, replies).map_err(|r| r.to_string());
    for group in Group::ALL {
        assert!(rule(group, &yes).is_ok());
    }
    assert!(
        rule(Group::Open, &mixed).is_ok() && rule(Group::Charter, &mixed).is_ok()
    );
    assert_eq!(rule(Group::Few, &mixed), Err("VCLT 20(2)".into()));
    assert_eq!(rule(Group::Open, &no), Err("VCLT 20(4)(c)".into()));
    assert_eq!(rule(Group::Charter, &no), Err("VCLT 20(3)".into()));
}

/// UNTC-2015: Cairo strikes the clerks' shield out, Manama changes the bag's.
#[test]
fn untc_2015_yes_and_no_to_cairo_are_the_same_and_to_manama_are_not() {
    let left = |one, other| -> Vec<(Relation, String)> {
        let reserved = Pair::between(one, other).unwrap().reserved();
        reserved
            .map(|r| relation(r.effect.into(), r.into()))
            .map(|(left, rule)| (left, rule.to_string()))
            .collect()
    };
    let one = |left, rule: &str| vec![(left, rule.to_owned())];
    assert_eq!(left("United States", "Egypt"), one(Relation::RuleOff, "VCLT 21(3)"));
    assert_eq!(left("Russia", "Egypt"), one(Relation::RuleOff, "VCLT 21(1)"));
    assert_eq!(left("Japan", "Bahrain"), one(Relation::RuleOff, "VCLT 21(3)"));
    assert_eq!(left("Brazil", "Bahrain"), one(Relation::RuleChanged, "VCLT 21(1)"));
    assert_eq!(left("Brazil", "Venezuela"), one(Relation::RuleOff, "VCLT 21(1)"));
    assert_eq!(left("United States", "Russia"), []);
}

/// VCLT-1969: paragraphs of the articles, counted in the text; 85 of them and no more.
#[test]
fn vclt_1969_articles_and_paragraphs() {
    for (article, paragraphs) in [
        (2, 2),
        (9, 2),
        (12, 2),
        (14, 2),
        (18, 0),
        (20, 5),
        (21, 3),
        (22, 3),
        (23, 4),
        (24, 4),
        (30, 5),
        (31, 4),
        (40, 5),
        (42, 2),
        (44, 5),
        (46, 2),
        (48, 3),
        (53, 0),
        (56, 2),
        (59, 2),
        (60, 5),
        (61, 2),
        (62, 3),
        (64, 0),
        (65, 5),
        (68, 0),
        (69, 4),
        (72, 2),
        (79, 6),
        (84, 2),
        (85, 0),
    ] {
        let at = |n: u8| format!("VCLT {article}({n})").parse::<Article>();
        assert!(format!("VCLT {article}").parse::<Article>().is_ok());
        assert!((1..=paragraphs).all(|n| at(n).is_ok()), "{article}");
        assert!(at(paragraphs + 1).is_err(), "{article}");
    }
    assert!("VCLT 86".parse::<Article>().is_err());
}
