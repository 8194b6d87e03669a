//! Holds what helps a reader along: how long a chapter takes, what it comes to, which
//! way to go through the book, where a term is explained, where a source is found and
//! who cites it.
//!
//! `BLESS=1 cargo test --test reader` rewrites what is measured or gathered.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Words of prose in a minute, with a glance at the figures.
const WORDS_A_MINUTE: usize = 200;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("book").join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Compares a page with what it should be, or writes it.
fn hold(name: &str, wanted: &str) {
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(path(name), wanted).expect("a page that can be written");
    }
    assert!(
        read(name) == wanted,
        "{name} is not up to date: BLESS=1 cargo test --test reader"
    );
}

/// The chapters that SUMMARY.md lists.
fn chapters() -> Vec<String> {
    let summary = read("src/SUMMARY.md");
    let entries = summary.lines().filter(|line| line.starts_with("- ["));
    let words =
        entries.filter_map(|line| line.rsplit_once('(')?.1.strip_suffix(".md)"));
    words.map(str::to_owned).collect()
}

/// The prose of a page before its exercises: no code, no tags, no table of sources.
fn prose(page: &str) -> String {
    let before = page.split("\n## Exercises").next().unwrap_or(page);
    let mut code = false;
    let mut text = String::new();
    for line in before.lines() {
        if line.starts_with("```") {
            code = !code;
        } else if !code && !line.starts_with(['<', '{']) {
            text += line;
            text.push('\n');
        }
    }
    text
}

const MINUTES: &str = "<p class=\"minutes\">";

#[test]
fn under_each_heading_stands_how_long_the_chapter_takes() {
    for word in chapters() {
        let name = format!("src/{word}.md");
        let page = read(&name);
        let (heading, rest) = page.split_once("\n\n").expect("a heading");
        let rest = match rest.strip_prefix(MINUTES) {
            Some(told) => told.split_once("\n\n").expect("a paragraph").1,
            None => rest,
        };
        let minutes =
            prose(rest).split_whitespace().count().div_ceil(WORDS_A_MINUTE);
        let line = format!("{MINUTES}{minutes} minutes to read, more to play.</p>");
        hold(&name, &format!("{heading}\n\n{line}\n\n{rest}"));
    }
}

#[test]
fn before_its_exercises_each_chapter_says_in_three_sentences_what_it_comes_to() {
    for word in chapters() {
        let page = read(&format!("src/{word}.md"));
        let short = page.split("\n## In short\n").nth(1).unwrap_or_default();
        let (short, after) = short.split_once("\n\n##").unwrap_or_default();
        assert!(after.starts_with(" Exercises"), "{word}: In short, then exercises");
        let short = short.trim();
        let ends = short.match_indices(['.', '?', '!']).filter(|(at, _)| {
            short[at + 1..].is_empty() || short[at + 1..].starts_with(' ')
        });
        assert_eq!(ends.count(), 3, "{word}: sentences of {short:?}");
    }
}

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
    planned.insert("briefing".to_owned());
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

/// The anchors `<a id="…">` of a page.
fn anchors(page: &str) -> BTreeSet<&str> {
    let pieces = page.split("<a id=\"").skip(1);
    pieces.filter_map(|piece| Some(piece.split_once('"')?.0)).collect()
}

/// What a page links to in another: the part behind `#`.
fn links<'a>(page: &'a str, target: &str) -> BTreeSet<&'a str> {
    let start = format!("]({target}#");
    let pieces = page.split(start.as_str()).skip(1);
    pieces.filter_map(|piece| Some(piece.split_once(')')?.0)).collect()
}

#[test]
fn terms_link_to_the_glossary_where_they_come_first() {
    let glossary = read("src/glossary.md");
    let known = anchors(&glossary);
    let entries = glossary.lines().filter(|line| line.contains("</a>**")).count();
    assert_eq!(known.len(), entries, "an anchor for each term, each another");
    for word in chapters() {
        let page = read(&format!("src/{word}.md"));
        let linked = links(&page, "glossary.md");
        let lost: Vec<_> = linked.difference(&known).collect();
        assert!(lost.is_empty(), "{word}: the glossary has no {lost:?}");
        assert!(linked.len() >= 8, "{word} links to {} terms", linked.len());
        for term in linked {
            let twice = page.matches(&format!("(glossary.md#{term})")).count();
            assert_eq!(twice, 1, "{word}: {term} is linked where it comes first");
        }
    }
}

/// An entry of sources.md: its anchor and its text without what is gathered here.
struct Source {
    key: String,
    text: String,
}

const LOOK_UP: &str = " [Look it up](";
const CITED: &str = " <span class=\"cited\">";

fn sources(page: &str) -> (String, Vec<Source>) {
    let mut head = String::new();
    let mut entries = Vec::new();
    for block in page.split("\n\n") {
        let block = block.trim_end();
        if let Some(rest) = block.strip_prefix("<a id=\"") {
            let key = rest.split_once('"').expect("an anchor").0.to_owned();
            let text = block.split(CITED).next().unwrap_or(block);
            let text = text.split(LOOK_UP).next().unwrap_or(text).to_owned();
            entries.push(Source { key, text });
        } else if !block.starts_with("<p class=\"letter") && !block.is_empty() {
            head += block;
            head += "\n\n";
        }
    }
    (head, entries)
}

/// The text with a link on every DOI.
fn with_dois(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("doi 10.") {
        let (before, doi) = rest.split_at(at);
        let end =
            doi[4..].find([' ', ',', ')', ';']).map_or(doi.len(), |end| end + 4);
        let bare = doi[4..end].trim_end_matches('.');
        let _ = write!(out, "{before}[doi {bare}](https://doi.org/{bare})");
        rest = &doi[4 + bare.len()..];
    }
    out + rest
}

/// A search for the title, where an entry names one and has no address.
fn look_up(text: &str) -> Option<String> {
    if text.contains("](http") {
        return None;
    }
    let (_, told) = text.split_once("</a>")?;
    let title = told.split_once('"')?.1.split_once('"')?.0.trim_end_matches(',');
    let mut query = String::new();
    for byte in title.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => query.push(byte.into()),
            b' ' => query.push('+'),
            _ => {
                let _ = write!(query, "%{byte:02X}");
            }
        }
    }
    Some(format!("{LOOK_UP}https://search.crossref.org/search/works?q={query})."))
}

#[test]
fn sources_link_out_stand_under_letters_and_say_where_they_are_cited() {
    let page = read("src/sources.md");
    let (head, entries) = sources(&page);
    let mut cited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in
        chapters().into_iter().chain(["introduction".into(), "running".into()])
    {
        for key in links(&read(&format!("src/{name}.md")), "sources.md") {
            cited.entry(key.to_owned()).or_default().push(name.clone());
        }
    }
    let mut letters: Vec<char> = Vec::new();
    let mut body = String::new();
    for Source { key, text } in &entries {
        let initial = key.chars().next().expect("a key").to_ascii_uppercase();
        if letters.last() != Some(&initial) {
            assert!(
                letters.last().is_none_or(|&last| last < initial),
                "{key}: order"
            );
            letters.push(initial);
            let small = initial.to_ascii_lowercase();
            let _ = write!(
                body,
                "<p class=\"letter\" id=\"letter-{small}\">{initial}</p>\n\n"
            );
        }
        let text = if text.contains("](https://doi.org/") {
            text.clone()
        } else {
            with_dois(text)
        };
        body += &text;
        body += &look_up(&text).unwrap_or_default();
        if let Some(names) = cited.get(key) {
            let names = names.iter().map(|name| format!("[{name}]({name}.md)"));
            let names = names.collect::<Vec<_>>().join(", ");
            let _ = write!(body, "{CITED}Cited in {names}.</span>");
        }
        body += "\n\n";
    }
    let index = letters.iter().map(|letter| {
        format!("<a href=\"#letter-{}\">{letter}</a>", letter.to_ascii_lowercase())
    });
    let index = index.collect::<Vec<_>>().join(" ");
    let body = body.trim_end();
    let wanted = format!("{head}<p class=\"letters\">{index}</p>\n\n{body}\n");
    hold("src/sources.md", &wanted);
}
