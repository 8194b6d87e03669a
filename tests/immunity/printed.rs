//! What the page and the sources print.

use super::*;

/// The table on the page, cell by cell, is what the rules give.
#[test]
fn the_page_prints_the_table_that_the_rules_give() {
    let path = common::home().join("book/src/immunity.md");
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
/// in VCDR-1961 and VCCR-1963.
#[test]
fn vcdr_1961_and_vccr_1963_each_shield_and_its_articles() {
    let rows = rows("immunity_shields");
    assert_eq!(rows.len(), 2 * Category::ALL.len());
    let everyone = Category::ALL.iter().flat_map(|&kind| {
        [("staff", Who::foreign(kind)), ("family", Who::foreign_family(kind))]
    });
    for ((kind, who), row) in everyone.zip(&rows) {
        let category = who.category().map(Category::word);
        assert_eq!((category, kind), (Some(&row[0]), &row[1]));
        let measures = Measure::ALL.iter().filter(|m| **m != Measure::Citation);
        assert_eq!(row.len(), 2 + measures.clone().count());
        for (&measure, wanted) in measures.zip(row.iter().skip(2)) {
            let case = Case::serving(who, Subject::OrdinaryCrime, measure);
            let step = verdict(&case, Pair::PLAIN, PLAIN).steps()[0];
            assert_eq!(step.stage, Stage::Base);
            assert!(step.because.len() > 10);
            let articles: Vec<String> =
                step.articles.iter().map(ToString::to_string).collect();
            let told = format!("{} {}", step.shield.word(), articles.join("+"));
            assert_eq!(told, wanted, "{who}: {measure}");
        }
    }
}

/// The last letter under each lettered place, and the last article of each text.
#[test]
fn articles_end_where_the_texts_end() {
    for (place, last) in facts::<(String, char)>("immunity_letters") {
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
