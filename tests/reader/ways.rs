//! The ways through the book.

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Ways {
    way: Vec<Way>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    name: String,
    says: String,
    steps: Vec<Vec<String>>,
}

#[test]
fn three_ways_lead_through_the_book_and_the_seminar_misses_no_chapter() {
    let table: Ways = toml::from_str(&read("ways.toml")).expect("ways.toml");
    let claims: toml::Table =
        toml::from_str(&read("claims.toml")).expect("claims.toml");
    let here: BTreeSet<String> = chapters().into_iter().collect();
    let mut planned = here.clone();
    for claim in claims["claim"].as_array().expect("claims") {
        let words = claim["chapters"].as_array().expect("chapters");
        planned.extend(
            words.iter().filter_map(|word| word.as_str().map(str::to_owned)),
        );
    }
    let mut list = String::new();
    for way in &table.way {
        let steps: Vec<&String> = way.steps.iter().flatten().collect();
        let words: BTreeSet<String> =
            steps.iter().map(|&word| word.clone()).collect();
        assert_eq!(words.len(), steps.len(), "{}: a chapter comes twice", way.name);
        let unknown: Vec<_> = words.difference(&planned).collect();
        assert!(unknown.is_empty(), "{}: no chapters {unknown:?}", way.name);
        let told = |word: &String| {
            if here.contains(word) {
                format!("[{word}]({word}.md)")
            } else {
                format!("*{word}*")
            }
        };
        let weeks = way
            .steps
            .iter()
            .map(|step| step.iter().map(told).collect::<Vec<_>>().join(" and "));
        let weeks = weeks.collect::<Vec<_>>().join(" · ");
        let _ = writeln!(list, "**{}.** {} {weeks}.\n", way.name, way.says);
    }
    let seminar = table.way.iter().find(|way| way.steps.len() == 10);
    let seminar = seminar.expect("a way of ten weeks").steps.iter().flatten();
    assert_eq!(seminar.cloned().collect::<BTreeSet<_>>(), planned, "the seminar");
    assert_eq!(table.way.len(), 3);

    let page = read("src/introduction.md");
    let (open, close) = ("<!-- ways -->\n\n", "<!-- /ways -->");
    let (before, rest) = page.split_once(open).expect("where the ways stand");
    let (_, after) = rest.split_once(close).expect("where the ways end");
    hold("src/introduction.md", &format!("{before}{open}{list}{close}{after}"));
}
