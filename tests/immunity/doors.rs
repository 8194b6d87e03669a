//! What the doors refuse, and what comes back through them.

use super::*;

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

proptest! {
    /// A question in text is the case it was written from.
    #[test]
    fn a_case_survives_the_trip_through_its_text(
        who in prop::sample::select(Who::all().collect::<Vec<_>>()),
        phase in prop::sample::select(&Phase::ALL),
        subject in prop::sample::select(&Subject::ALL),
        measure in prop::sample::select(&Measure::ALL),
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
            who.category().map_or("Nobody", Category::word),
            u8::from(matches!(who, Who::Family { .. })),
            who.tie().word(),
            sponsor_tie.word(),
            phase.word(),
            u8::from(who.capacity() == Capacity::Official),
            subject.word(),
            u8::from(act.judge),
            measure.word(),
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

#[test]
fn a_reading_and_a_person_are_said_and_read_in_words() {
    for reading in [PLAIN, PLAIN.turned(Issue::Commerce)] {
        let json = serde_json::to_string(&reading).unwrap();
        assert_eq!(
            serde_json::from_str::<Reading>(&json).unwrap(),
            reading,
            "{json}"
        );
    }
    assert!(serde_json::from_str::<Reading>("\"commerse\"").is_err());
    let agent = Category::DiplomaticAgent;
    assert_eq!(Who::Nobody.to_string(), "somebody without status");
    assert_eq!(Who::foreign(agent).to_string(), "diplomatic agent (foreign)");
    assert_eq!(
        Who::foreign_family(agent).to_string(),
        "family of diplomatic agent (foreign)"
    );
}
