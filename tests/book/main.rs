//! Holds the form of the book: one word opens every door, what the pages quote is
//! what is there, what they print is what runs print, and no claim is lost.
//!
//! `BLESS=1 cargo test --test book` rewrites printed output and the ledger page.

#[path = "../common/mod.rs"]
mod common;

mod bound;
mod ledger;
mod names;
mod options;
mod outputs;
mod pages;
mod refusals;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use common::{built, demo};
use serde::Deserialize;

/// Every word that a chapter may have, in the order of the book.
const WORDS: [&str; 18] = [
    "actors",
    "immunity",
    "treaties",
    "signals",
    "bargaining",
    "culture",
    "gains",
    "trade",
    "alliances",
    "alignment",
    "polarity",
    "crisis",
    "peace",
    "voting",
    "climate",
    "aid",
    "cyber",
    "briefing",
];

/// Pages that are not chapters.
const FRAME: [&str; 5] =
    ["introduction", "running", "ledger", "glossary", "sources"];

fn read(path: impl AsRef<Path>) -> String {
    let path = common::home().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// The stems of the files of one ending in a folder.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries =
        fs::read_dir(common::home().join(folder)).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// The chapters: what SUMMARY.md lists beside the frame.
static CHAPTERS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    read("book/src/SUMMARY.md")
        .split("](")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(".md)")?.0.to_owned()))
        .filter(|word| !FRAME.contains(&word.as_str()))
        .collect()
});

fn pages() -> Vec<PathBuf> {
    let stems = stems("book/src", "md");
    stems
        .iter()
        .map(|stem| Path::new("book/src").join(format!("{stem}.md")))
        .collect()
}
