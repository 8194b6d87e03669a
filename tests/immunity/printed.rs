//! What the page and the sources print.

use super::*;

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
    for (row, &category) in rows.iter().zip(&Category::ALL) {
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
            let told = format!("{} {}", step.shield.word(), articles.join("+"));
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
    "1 full VCDR 29, 1 full VCDR 30(1), 1 full VCDR 31(2), 2 full VCDR 31(1), \
     1 full VCDR 31(3)",
    "6 full VCDR 37(1)",
    "4 full VCDR 37(2), 2 official-acts VCDR 37(2)",
    "4 full VCDR 37(2), 2 none VCDR 37(2)",
    "3 none VCDR 37(3), 3 official-acts VCDR 37(3)",
    "6 none VCDR 37(3)",
    "6 none VCDR 37(4)",
    "6 none VCDR 37(4)",
    "1 full VCCR 41(1), 1 none VCCR 31(2), 1 full VCCR 44(1), \
     3 official-acts VCCR 43(1)",
    "6 none VCCR 46(1)+VCCR 53(2)",
    "1 none VCCR 58(2)+VCCR 63, 1 none VCCR 31(2), \
     1 official-acts VCCR 58(2)+VCCR 44(3), 3 official-acts VCCR 58(2)+VCCR 43(1)",
    "6 none VCCR 58(3)",
    "1 none VCCR 41(1), 1 none VCCR 31(2), 1 official-acts VCCR 44(1)+VCCR 44(3), \
     3 official-acts VCCR 43(1)",
    "6 none VCCR 46(1)+VCCR 53(2)",
    "1 none VCCR 43(1), 1 none VCCR 31(2), 1 official-acts VCCR 44(1)+VCCR 44(3), \
     3 none VCCR 43(1)",
    "6 none VCCR 46(1)+VCCR 53(2)",
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
