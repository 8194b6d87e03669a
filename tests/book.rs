//! Holds the form of the book: one word opens every door, what the pages quote is
//! what is there, what they print is what runs print, and no claim is lost.
//!
//! `BLESS=1 cargo test --test book` rewrites printed output and the ledger page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;

mod common;

use common::demo;

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

/// The ids of the claims, per document. A claim may be sharpened, never lost.
const CLAIMS: &str = "A1 A2 A2b A3a A3b A3c A4a A4b A4c A5 A5b A6 A6b \
    B0a B0b B0c B0d B0e B0f B0g B1a B1b B1c B1d B1e B1f B2a B2b B2c B2d B2e B2f \
    B3a B3b B3c B3d B3e B3f B3g B3h B3i B4a B4b B4c B4d \
    B5a B5b B5c B5d B5e B5f B5g B5h B5i B5k B5l B6 \
    C1 C2 C2b C3 C3b C3c C4 C5 C5b C6 C6b C7";

/// Pages that are not chapters, and modules that chapters share.
const FRAME: [&str; 5] =
    ["introduction", "running", "ledger", "glossary", "sources"];
const SHARED: [&str; 7] =
    ["lib", "numbers", "words", "chance", "doors", "games", "graph"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// The stems of the files of one ending in a folder.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries =
        fs::read_dir(root().join(folder)).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// The names of the folders in a folder.
fn folders(folder: &str) -> BTreeSet<String> {
    let entries =
        fs::read_dir(root().join(folder)).expect("a folder of the project");
    let entries = entries.map(|entry| entry.expect("a readable folder"));
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.file_name().into_string().expect("a plain name"))
        .collect()
}

/// All rooms of a check as one text.
fn rooms(check: &str) -> String {
    let rooms = stems(check, "rs");
    assert!(rooms.contains("main"), "{check}: no main.rs");
    rooms.iter().map(|room| read(format!("{check}/{room}.rs"))).collect()
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

fn without(mut set: BTreeSet<String>, others: &[&str]) -> BTreeSet<String> {
    set.retain(|word| !others.contains(&word.as_str()));
    set
}

#[test]
fn one_word_opens_every_door() {
    let chapters = &*CHAPTERS;
    assert!(!chapters.is_empty());
    for word in chapters {
        assert!(WORDS.contains(&word.as_str()), "{word} is no word of this book");
    }
    let frame: Vec<&str> = FRAME.into_iter().chain(["SUMMARY"]).collect();
    assert_eq!(&without(stems("book/src", "md"), &frame), chapters, "pages");
    assert_eq!(&without(stems("src", "rs"), &SHARED), chapters, "modules");
    assert_eq!(&stems("examples", "rs"), chapters, "demos");
    assert_eq!(
        &without(folders("tests"), &["common", "data", "games", "graph"]),
        chapters,
        "checks"
    );
    let rooms = ["lib", "kit", "browser"];
    let figures = without(stems("book/figures/src", "rs"), &rooms);
    assert!(
        chapters.is_subset(&figures),
        "figures: {figures:?} lack some of {chapters:?}"
    );
    assert_eq!(&stems("book/figures/modules", "rs"), chapters, "modules of pages");
    let (lib, summary) = (read("src/lib.rs"), read("book/src/SUMMARY.md"));
    for word in chapters {
        // The contents beside every page name the word.
        let named = format!("- [{}{}: ", word[..1].to_uppercase(), &word[1..]);
        assert!(summary.contains(&named), "SUMMARY.md has no entry {named}…");
        for line in [
            format!("pub mod {word};"),
            format!("//! - [`{word}`]"),
            format!("include_str!(\"../book/src/{word}.md\")"),
        ] {
            assert!(lib.contains(&line), "src/lib.rs lacks {line}");
        }
    }
}

/// A fenced block of a page: its label, its lines, and where its body lies.
struct Fence {
    label: String,
    body: String,
    start: usize,
    line: usize,
}

fn fences(page: &Path) -> Vec<Fence> {
    let text = read(page);
    let mut found = Vec::new();
    let mut open: Option<Fence> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let here = at;
        at += line.len();
        let Some(label) = line.trim_start().strip_prefix("```") else { continue };
        if let Some(mut fence) = open.take() {
            text[fence.start..here].clone_into(&mut fence.body);
            found.push(fence);
        } else {
            open = Some(Fence {
                label: label.trim().to_owned(),
                body: String::new(),
                start: at,
                line: number + 1,
            });
        }
    }
    assert!(open.is_none(), "{}: a fence is never closed", page.display());
    found
}

#[test]
fn every_block_has_a_kind_and_keeps_its_rule() {
    for page in pages() {
        let name = page.display();
        for fence in fences(&page) {
            let at = format!("{name}:{}", fence.line);
            let includes = fence.body.contains("{{#include");
            match fence.label.as_str() {
                "rust" => assert!(!includes, "{at}: an include breaks the doctest"),
                "rs" => {
                    let only =
                        fence.body.lines().all(|l| l.starts_with("{{#include "));
                    assert!(only, "{at}: quoted source is nothing but includes");
                }
                "console" => {
                    assert!(fence.body.starts_with("$ "), "{at}: no command");
                }
                "toml" | "csv" | "json" | "text" => {}
                other => panic!("{at}: a fence of kind {other:?}"),
            }
        }
        let mut fenced = false;
        for (number, line) in read(&page).lines().enumerate() {
            fenced ^= line.trim_start().starts_with("```");
            let indented = line.starts_with("    ") && !fenced;
            assert!(
                !indented,
                "{name}:{}: an indented block is a doctest",
                number + 1
            );
        }
    }
}

#[test]
fn everything_included_is_there() {
    for page in pages() {
        let text = read(&page);
        let folder = page.parent().unwrap();
        for piece in text.split("{{#include ").skip(1) {
            let target =
                piece.split_once("}}").expect("an include is closed").0.trim();
            let (file, anchor) = match target.rsplit_once(':') {
                Some((file, anchor)) => (file, Some(anchor)),
                None => (target, None),
            };
            let source = read(folder.join(file));
            let Some(anchor) = anchor else { continue };
            let quoted = anchored(&source, anchor);
            let said = quoted.is_some_and(|quoted| !quoted.trim().is_empty());
            assert!(said, "{}: {file} has no anchor {anchor:?}", page.display());
        }
    }
}

/// What stands between `ANCHOR: name` and `ANCHOR_END: name`.
fn anchored<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let open = source.find(&format!("ANCHOR: {name}\n"))?;
    let rest = &source[open..];
    let close = rest.find(&format!("ANCHOR_END: {name}"))?;
    Some(&rest[rest.find('\n')?..close])
}

#[test]
fn every_chapter_shows_a_figure_and_every_figure_is_shown() {
    let mut shown = BTreeSet::new();
    for word in &*CHAPTERS {
        let text = read(format!("book/src/{word}.md"));
        assert!(!text.contains("<!-- figure"), "{word}: a figure is still to come");
        let before = shown.len();
        for piece in text.split("{{#include ../figures/drawn/").skip(1) {
            let name = piece.split_once(".html}}").expect("a drawn fragment").0;
            assert!(name.starts_with(&format!("{word}-")), "{word} shows {name}");
            shown.insert(name.to_owned());
        }
        assert!(shown.len() > before, "{word} shows no figure");
    }
    let front = read("book/src/introduction.md");
    for piece in front.split("{{#include ../figures/drawn/").skip(1) {
        shown.insert(
            piece.split_once(".html}}").expect("a drawn fragment").0.to_owned(),
        );
    }
    assert_eq!(stems("book/figures/drawn", "html"), shown);
}

#[test]
fn a_folded_answer_waits_for_a_figure_of_its_page_that_asks() {
    for page in pages() {
        let text = read(&page);
        for piece in text.split("data-after=\"").skip(1) {
            let name = piece.split_once('"').expect("a figure's name").0;
            let shown = format!("{{{{#include ../figures/drawn/{name}.html}}}}");
            assert!(text.contains(&shown), "{}: no {name}", page.display());
            let drawn = read(format!("book/figures/drawn/{name}.html"));
            assert!(drawn.contains("figure-guess"), "{name} asks nothing");
        }
    }
}

/// What a chapter may cost: lines of all its doors, words of its page with code.
const BOUND: (usize, usize) = (3_700, 2_500);

/// Chapters older than the bound, each under a ceiling of its own, which may only be
/// lowered. A chapter that meets the bound loses its row.
const STANDING: [(&str, (usize, usize)); 4] = [
    ("immunity", (6_845, 2_500)),
    ("signals", (5_800, 2_570)),
    ("alignment", (5_570, 2_500)),
    ("voting", (8_050, 2_500)),
];

/// The lines of the Rust files under a path; none where nothing is.
fn lines_under(path: &Path) -> usize {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder of the project");
        let paths = entries.map(|entry| entry.expect("a readable folder").path());
        return paths.map(|path| lines_under(&path)).sum();
    }
    let counts = path.extension().is_some_and(|e| e == "rs") && path.is_file();
    if counts { read(path).lines().count() } else { 0 }
}

/// The words of a page as the reader meets it: quoted code counts, a drawing does not,
/// nor do tags and signs that stand alone.
fn words_of(page: &Path) -> usize {
    let count = |text: &str| {
        let text: String = text
            .split('<')
            .enumerate()
            .map(|(piece, rest)| match rest.split_once('>') {
                Some((tag, after)) if piece > 0 && !tag.contains('\n') => after,
                _ => rest,
            })
            .collect();
        let words = text.split_whitespace();
        words.filter(|word| word.contains(char::is_alphanumeric)).count()
    };
    // How long it takes to read is no part of what is read.
    let text: String = read(page)
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("<p class=\"minutes\">"))
        .collect();
    let mut pieces = text.split("{{#include ");
    let before = count(pieces.next().unwrap_or_default());
    pieces.fold(before, |sum, piece| {
        let (target, after) = piece.split_once("}}").expect("an include is closed");
        let quoted = match target.trim().split_once(':') {
            _ if target.contains("/drawn/") => 0,
            Some((file, anchor)) => {
                let source = read(page.parent().unwrap().join(file));
                count(anchored(&source, anchor).expect("an anchor"))
            }
            None => count(&read(page.parent().unwrap().join(target.trim()))),
        };
        sum + quoted + count(after)
    })
}

/// Lines of the doors that are written by hand, and words of the page.
fn cost(word: &str) -> (usize, usize) {
    let page = PathBuf::from(format!("book/src/{word}.md"));
    let rooms = ["src", "tests", "examples", "book/figures/src"];
    let doors = rooms.map(|room| {
        let folder = root().join(room).join(word);
        lines_under(&folder) + lines_under(&folder.with_extension("rs"))
    });
    let lines = doors.iter().sum::<usize>() + read(&page).lines().count();
    (lines, words_of(&page))
}

#[test]
fn every_chapter_stays_within_its_bound() {
    let within = |cost: (usize, usize), bound: (usize, usize)| {
        cost.0 <= bound.0 && cost.1 <= bound.1
    };
    let standing: BTreeMap<_, _> = STANDING.into();
    let mut state = String::new();
    let mut faults = vec![];
    for word in &*CHAPTERS {
        let found = cost(word);
        let ceiling = standing.get(word.as_str());
        let bound = *ceiling.unwrap_or(&BOUND);
        let _ = writeln!(
            state,
            "{word}: {} lines of {}, {} words of {}",
            found.0, bound.0, found.1, bound.1
        );
        if !within(found, bound) {
            faults.push(format!("{word} is over its bound"));
        } else if ceiling.is_some() && within(found, BOUND) {
            faults.push(format!("{word} meets the bound: take its row away"));
        }
    }
    for word in standing.keys() {
        assert!(CHAPTERS.contains(*word), "{word} has a ceiling and is no chapter");
    }
    assert!(faults.is_empty(), "{}\n{state}", faults.join("\n"));
}

/// Splits a command line as a shell would: blanks part words, quotes join them.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![];
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(q), _) if c == q => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

/// What a page shows of a run: all of it, or, where it has a line `…`, the paragraphs
/// that it shows already, each known by its first line, with `…` where some are left out.
/// `Err` is a first line that begins no paragraph of the run any more.
fn excerpt(printed: &str, told: &str) -> Result<String, String> {
    if !printed.lines().any(|line| line == "…") {
        return Ok(told.to_owned());
    }
    let paragraphs: Vec<&str> = told.trim_end().split("\n\n").collect();
    let mut shown = Vec::new();
    for part in printed.trim_end().split("\n\n").flat_map(|part| {
        // A line `…` stands alone or before and after what it is left out beside.
        part.split("…\n").map(|part| part.trim_end_matches("\n…"))
    }) {
        let Some(first) = part.lines().next().filter(|&line| line != "…") else {
            continue;
        };
        let at = paragraphs
            .iter()
            .position(|paragraph| paragraph.lines().next() == Some(first))
            .ok_or(first)?;
        shown.push(at);
    }
    let mut text = String::new();
    let mut next = 0;
    for at in shown {
        if at != next {
            text += "…\n";
        } else if next > 0 {
            text += "\n";
        }
        text += paragraphs[at];
        text += "\n";
        next = at + 1;
    }
    if next < paragraphs.len() {
        text += "…\n";
    }
    Ok(text)
}

#[test]
fn an_excerpt_follows_its_run() {
    let told = "one\n  1\n\ntwo\n  2\n\nthree\n  3\n\nfour\n";
    assert_eq!(excerpt("one\n  1\n", told).unwrap(), told);
    let shown = "…\ntwo\n  2\n\nthree\n  3\n…\n";
    assert_eq!(excerpt(shown, told).unwrap(), shown);
    assert_eq!(excerpt("one\n  0\n…\nfour\n", told).unwrap(), "one\n  1\n…\nfour\n");
    assert_eq!(excerpt("one\n…\nfive\n", told).unwrap_err(), "five");
}

#[test]
fn printed_output_is_what_the_demo_prints() {
    let mut ran = 0;
    for page in pages().into_iter().chain([PathBuf::from("README.md")]) {
        let mut text = read(&page);
        for fence in fences(&page).into_iter().rev() {
            if fence.label != "console" {
                continue;
            }
            let (command, printed) =
                fence.body.split_once('\n').expect("a command line");
            let Some(call) = command.strip_prefix("$ cargo run --example ") else {
                let shown = command.trim_start_matches("$ ");
                let known =
                    ["cargo book", "cargo test", "git clone", "cd ", "mdbook serve"];
                let known = known.iter().any(|start| shown.starts_with(start));
                assert!(known, "{}: what is `{shown}`?", page.display());
                continue;
            };
            let words = words(call);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let output = demo(&words);
            ran += 1;
            // A refusal is printed as the reader's terminal shows it.
            let told = if output.status.success() {
                &output.stdout
            } else {
                &output.stderr
            };
            let told = excerpt(printed, &String::from_utf8_lossy(told))
                .unwrap_or_else(|first| {
                    panic!(
                        "{}: {command}: no paragraph begins {first:?}",
                        page.display()
                    )
                });
            if blessing() {
                let from = fence.start + command.len() + 1;
                text.replace_range(from..fence.start + fence.body.len(), &told);
                fs::write(root().join(&page), &text)
                    .expect("a page that can be written");
            } else {
                assert_eq!(printed, told, "{}: {command}", page.display());
            }
        }
    }
    assert!(ran >= CHAPTERS.len(), "{ran} runs for {} chapters", CHAPTERS.len());
}

#[test]
fn every_demo_tells_json_and_refuses_nonsense_in_one_line() {
    for word in &*CHAPTERS {
        let output = demo(&[word, "--", "--json"]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{word}: {e}"));
        assert_eq!(told["demo"], word.as_str());
        assert!(told["given"].is_object(), "{word}: given");
        assert!(
            told["results"].as_array().is_some_and(|r| !r.is_empty()),
            "{word}: results"
        );

        for nonsense in [&["--no-such-option"][..], &["--file", "no/such/file.toml"]]
        {
            let mut call = vec![word.as_str(), "--"];
            call.extend(nonsense);
            let output = demo(&call);
            let told = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{word} {nonsense:?}: {told}");
            assert!(output.stdout.is_empty(), "{word} {nonsense:?}");
            assert_eq!(
                told.trim_end().lines().count(),
                1,
                "{word} {nonsense:?}: {told}"
            );
        }
    }
}

/// The one line of bounded length in which a demo refuses.
fn refusal(call: &[&str]) -> String {
    let output = demo(call);
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    let start: String = told.chars().take(2000).collect();
    let word = call[0];
    assert_eq!(output.status.code(), Some(2), "{word}: {start}");
    assert!(output.stdout.is_empty(), "{word}");
    let line = told.strip_suffix('\n').expect("a whole line");
    assert!(line.starts_with("error: "), "{word}: {start}");
    assert!(!line.contains(char::is_control), "{word}: {start:?}");
    assert!(line.chars().count() <= 1010, "{word}: {start}");
    told
}

#[test]
fn every_demo_refuses_an_argument_of_any_length_and_shape_in_one_short_line() {
    let long = "x".repeat(80_000);
    let broken = "a\n\nb\rc\u{1b}[31m\u{2028}d";
    for word in &*CHAPTERS {
        refusal(&[word, "--", &format!("--{long}")]);
        refusal(&[word, "--", "--file", broken]);
    }
    // What was expected is told all the same.
    for (word, option, expected) in [
        ("immunity", "--measure", "arrest"),
        ("signals", "--strategies", "tit-for-tat"),
        ("gains", "--own", "number"),
        ("alignment", "--system", "courts"),
    ] {
        for bad in [&long, broken] {
            let told = refusal(&[word, "--", option, bad]);
            assert!(told.contains(option), "{word}: {told}");
            assert!(told.contains(expected), "{word}: {told}");
        }
    }
    refusal(&["voting", "--", "--body", &long]);
    refusal(&["voting", "--", "--body", broken]);
}

#[test]
fn every_demo_refuses_a_file_whose_names_hold_line_breaks_in_one_short_line() {
    let folder =
        std::env::temp_dir().join(format!("demarche-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for a while");
    let long = "x".repeat(80_000);
    for name in [r"a\nb\r\nc\u001b[31m", &long] {
        for (word, text) in [
            (
                "alignment",
                format!("title = \"t\"\nstates = [\"{name}\", \"{name}\"]\n"),
            ),
            (
                "gains",
                format!(
                    "[[deal]]\nname = \"{name}\"\nown = 1\nother = \"{name}\"\n"
                ),
            ),
            (
                "signals",
                format!(
                    "rounds = 5\nrepetitions = 5\n[[entrant]]\n\
                    name = \"{name}\"\nstrategy = \"{name}\"\n"
                ),
            ),
            (
                "voting",
                format!(
                    "members = [\"{name}\", \"{name}\"]\n\
                    [rule.weighted]\nquota = 2\nweights = [1, 1]\n"
                ),
            ),
        ] {
            let path = folder.join(format!("{word}.toml"));
            fs::write(&path, text).expect("a writable file");
            refusal(&[word, "--", "--file", path.to_str().unwrap()]);
        }
        let name = name.replace(r"\n", "\n").replace(r"\r", "\r");
        let table = format!(
            "id,title,outcome,engine,engine_args\n\"{name}\",t,\"{name}\",case,\"{name}\"\n"
        );
        let path = folder.join("immunity.csv");
        fs::write(&path, table).expect("a writable file");
        refusal(&["immunity", "--", "--file", path.to_str().unwrap()]);
    }
    fs::remove_dir_all(&folder).expect("the folder is ours");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    claim: Vec<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    id: String,
    says: String,
    chapters: Vec<String>,
    verdict: Option<String>,
    #[serde(default)]
    part: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    chapter: String,
    holds: String,
    fails: String,
}

impl Claim {
    fn status(&self) -> &'static str {
        let told =
            |chapter: &String| self.part.iter().any(|p| p.chapter == *chapter);
        match self.chapters.iter().filter(|c| told(c)).count() {
            0 => "to come",
            all if all == self.chapters.len() => "carried",
            _ => "in part",
        }
    }
}

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| {
    toml::from_str(&read("book/claims.toml")).expect("book/claims.toml is a ledger")
});

#[test]
fn no_claim_is_lost() {
    let listed: Vec<&str> =
        LEDGER.claim.iter().map(|claim| claim.id.as_str()).collect();
    let expected: Vec<&str> = CLAIMS.split_whitespace().collect();
    assert_eq!(listed, expected);
    for claim in &LEDGER.claim {
        assert!(!claim.chapters.is_empty(), "{} belongs nowhere", claim.id);
        for chapter in &claim.chapters {
            let known = WORDS.contains(&chapter.as_str());
            assert!(known, "{}: {chapter} is no chapter", claim.id);
        }
    }
}

#[test]
fn every_part_is_told_in_its_chapter_and_pinned_from_both_sides() {
    let mut checks: BTreeMap<&str, String> = BTreeMap::new();
    for claim in &LEDGER.claim {
        let id = claim.id.to_lowercase();
        assert_eq!(claim.verdict.is_some(), !claim.part.is_empty(), "{id}: verdict");
        for part in &claim.part {
            let chapter = part.chapter.as_str();
            assert!(
                claim.chapters.contains(&part.chapter),
                "{id}: not for {chapter}"
            );
            assert!(CHAPTERS.contains(chapter), "{id}: no chapter {chapter}");
            let page = read(format!("book/src/{chapter}.md"));
            let told = page.contains(&format!("ledger.html#{id}\""))
                || page.contains(&format!("ledger.md#{id})"));
            assert!(told, "{chapter} does not link to {id} in the ledger");
            assert_ne!(
                part.holds, part.fails,
                "{id}: one test cannot pin both sides"
            );
            let check = checks
                .entry(chapter)
                .or_insert_with(|| rooms(&format!("tests/{chapter}")));
            for test in [&part.holds, &part.fails] {
                assert!(
                    test.starts_with(&format!("{id}_")),
                    "{test} is not named after {id}"
                );
                assert!(
                    runs(check, test),
                    "tests/{chapter}: no test {test} that runs"
                );
            }
        }
    }
    for word in &*CHAPTERS {
        let carries =
            LEDGER.claim.iter().any(|c| c.part.iter().any(|p| p.chapter == *word));
        assert!(carries, "{word} carries no claim");
    }
}

/// Whether a test of this name is there and is not ignored.
fn runs(check: &str, test: &str) -> bool {
    let Some(at) = check.find(&format!("fn {test}(")) else { return false };
    let before = &check[..at];
    let attributes = before.rsplit("\n\n").next().unwrap_or(before);
    attributes.contains("#[test]") && !attributes.contains("#[ignore")
}

#[test]
fn the_ledger_page_shows_the_ledger() {
    let page = ledger_page();
    let path = root().join("book/src/ledger.md");
    if blessing() {
        fs::write(&path, &page).expect("the ledger page can be written");
    }
    let shown = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown == page,
        "ledger.md is not what claims.toml says; BLESS=1 redraws it"
    );
}

/// Where a claim can stand, what is done first.
const STATUSES: [&str; 3] = ["carried", "in part", "to come"];

fn ledger_page() -> String {
    let count =
        |status: &str| LEDGER.claim.iter().filter(|c| c.status() == status).count();
    let mut page = format!(
        "# The ledger of claims\n\n\
        Three documents make {} claims about diplomacy. This page keeps the account. \
        {} are carried whole, {} in part, {} are still to come. A claim is carried \
        when a chapter tells it, a model decides it, and two tests pin it: one where \
        it holds and one where it fails. The words are ours. So is the verdict, and \
        the tests are there to be argued with: `cargo test --test CHAPTER NAME` runs \
        the one you doubt. The documents are pages without an author's name, of the \
        kind that a search for diplomacy brings up. They say what is commonly \
        believed, and that is why it is worth a test.\n",
        LEDGER.claim.len(),
        count("carried"),
        count("in part"),
        count("to come"),
    );
    page +=
        "\n<p class=\"filter\" role=\"group\" aria-label=\"Which claims to show\">";
    for (value, label) in [
        ("all", "all"),
        ("carried", "carried"),
        ("in-part", "in part"),
        ("to-come", "to come"),
    ] {
        let checked = if value == "all" { " checked" } else { "" };
        let _ = write!(
            page,
            "<label><input type=\"radio\" name=\"show\" autocomplete=\"off\" \
             value=\"{value}\"{checked}> {label}</label> ",
        );
    }
    page.truncate(page.trim_end().len());
    page += "</p>\n";
    let documents = [
        (
            'A',
            "Alliances",
            "A question and an answer on what diplomatic relations do for alliances.",
        ),
        (
            'B',
            "Diplomacy",
            "A long article: what diplomacy is, how it is done and what for.",
        ),
        ('C', "Relations", "An essay on why diplomatic relations matter."),
    ];
    for (letter, title, says) in documents {
        let _ = write!(page, "\n## {title}\n\nDocument {letter}. {says}\n");
        // What is carried comes first; a claim keeps its place among its like.
        for status in STATUSES {
            let of_document =
                |c: &&Claim| c.id.starts_with(letter) && c.status() == status;
            for claim in LEDGER.claim.iter().filter(of_document) {
                entry(&mut page, claim);
            }
        }
    }
    page
}

fn entry(page: &mut String, claim: &Claim) {
    let id = claim.id.to_lowercase();
    let status = claim.status();
    let class = status.replace(' ', "-");
    let _ = write!(
        page,
        "\n<div class=\"entry {class}\" id=\"{id}\">\n\n\
        <span class=\"id\">{}</span> {} <span class=\"status\">{status}</span>\n",
        claim.id, claim.says,
    );
    if let Some(verdict) = &claim.verdict {
        let _ = write!(page, "\n{verdict}\n");
    }
    for part in &claim.part {
        let Part { chapter, holds, fails } = part;
        let _ = write!(
            page,
            "\n<span class=\"part\">[{chapter}]({chapter}.md) holds: `{holds}` fails: `{fails}`</span>\n",
        );
    }
    let missing: Vec<&str> = claim
        .chapters
        .iter()
        .filter(|c| claim.part.iter().all(|p| p.chapter != **c))
        .map(String::as_str)
        .collect();
    if !missing.is_empty() {
        let _ = write!(
            page,
            "\n<span class=\"part\">To come in: {}.</span>\n",
            missing.join(", ")
        );
    }
    page.push_str("\n</div>\n");
}

/// The keys of sources in a text: names joined by hyphens, a year at the end.
fn source_keys(text: &str) -> impl Iterator<Item = &str> {
    let name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase())
            && part.len() > 1
            && part.chars().all(char::is_alphabetic)
    };
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(move |word| {
        word.rsplit_once('-').is_some_and(|(names, year)| {
            let in_range =
                year.parse().is_ok_and(|year| (1500..2100).contains(&year));
            in_range && year.len() == 4 && names.split('-').all(name)
        })
    })
}

#[test]
fn every_source_that_the_code_names_stands_among_the_sources() {
    let sources = read("book/src/sources.md");
    let mut folders = vec![root().join("src"), root().join("book/figures/src")];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for key in source_keys(&read(&path)) {
                let anchor = format!("id=\"{}\"", key.to_lowercase());
                let told = sources.contains(&anchor);
                assert!(told, "{}: sources.md has no {key}", path.display());
                named += 1;
            }
        }
    }
    assert!(named > 0, "the code names its sources");
}

#[test]
fn a_key_of_a_source_is_told_from_other_words_with_hyphens() {
    let text =
        "Sources: Nowak-Sigmund-1992 (x), win-stay-1992, A-1990, Goltsman-2009.";
    let keys: Vec<_> = source_keys(text).collect();
    assert_eq!(keys, ["Nowak-Sigmund-1992", "Goltsman-2009"]);
}

#[test]
fn the_words_of_a_command_line_part_as_in_a_shell() {
    assert_eq!(words("gains -- --own 2"), ["gains", "--", "--own", "2"]);
    assert_eq!(words("a 'b c'  \"\" d"), ["a", "b c", "", "d"]);
}

#[test]
fn a_missing_or_ignored_test_does_not_count() {
    let check = "#[test]\nfn a() {}\n\n#[test]\n#[ignore = \"slow\"]\nfn b() {}\n\nfn c() {}\n";
    assert!(runs(check, "a"));
    assert!(!runs(check, "b") && !runs(check, "c") && !runs(check, "d"));
    assert_eq!(
        anchored("x\n// ANCHOR: a\nlet\n// ANCHOR_END: a\n", "a"),
        Some("\nlet\n// ")
    );
    assert_eq!(anchored("x\n// ANCHOR: a\n", "a"), None);
}

/// Found by readers: what was asked beside a file was dropped without a word.
#[test]
fn options_that_a_file_would_pass_over_are_refused_beside_it() {
    for (word, file, option) in [
        ("signals", "examples/data/signals.toml", &["--rounds", "50"][..]),
        ("signals", "examples/data/signals.toml", &["--error", "0.05"]),
        ("immunity", "examples/data/immunity.csv", &["--measure", "arrest"]),
        ("immunity", "examples/data/immunity.csv", &["--waiver", "A"]),
        ("gains", "examples/data/deals.toml", &["--weight", "0.1"]),
        (
            "alignment",
            "examples/data/alignment-courts.toml",
            &["--system", "poles-3"],
        ),
        ("voting", "examples/data/council.toml", &["--body", "imf"]),
    ] {
        let mut call = vec![word, "--", "--file", file];
        call.extend(option);
        let told = refusal(&call);
        assert!(told.contains("cannot be used with"), "{call:?}: {told}");
    }
    let call = ["signals", "--", "--strategies", "generous", "--generosity", "0.9"];
    assert!(refusal(&call).contains("cannot be used with"));
}

#[test]
fn a_file_of_the_wrong_kind_is_met_with_the_kind_that_is_wanted() {
    let table =
        std::env::temp_dir().join(format!("demarche-{}.csv", std::process::id()));
    fs::write(&table, "Country,GB,France\nGB,1,-1\n").expect("a file for a while");
    let path = table.to_string_lossy();
    for word in ["alignment", "signals", "gains"] {
        let told = refusal(&[word, "--", "--file", &path]);
        assert!(told.contains("expected a TOML file such as"), "{word}: {told}");
    }
    fs::remove_file(&table).expect("the file");
}
