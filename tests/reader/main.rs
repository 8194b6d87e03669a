//! Holds what helps a reader along: how long a chapter takes, what it comes to, which
//! way to go through the book, where a term is explained, where a source is found and
//! who cites it.
//!
//! `BLESS=1 cargo test --test reader` rewrites what is measured or gathered.

mod sources;
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Words of prose in a minute, with a glance at the figures.
const WORDS_A_MINUTE: usize = 200;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../book").join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Compares a page with what it should be, or writes it.
fn hold(name: &str, wanted: &str) {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    // Other tests read the pages meanwhile: what is right already is left alone.
    if bless && read(name) != wanted {
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

/// What a page links to in another: the part behind `#`.
fn links<'a>(page: &'a str, target: &str) -> BTreeSet<&'a str> {
    let start = format!("]({target}#");
    let pieces = page.split(start.as_str()).skip(1);
    pieces.filter_map(|piece| Some(piece.split_once(')')?.0)).collect()
}

/// The anchors `<a id="…">` of a page.
fn anchors(page: &str) -> BTreeSet<&str> {
    let pieces = page.split("<a id=\"").skip(1);
    pieces.filter_map(|piece| Some(piece.split_once('"')?.0)).collect()
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
