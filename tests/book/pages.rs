//! What the pages quote and show is there.

use super::*;

/// A fenced block of a page: its label, its lines, and where its body lies.
pub(super) struct Fence {
    pub(super) label: String,
    pub(super) body: String,
    pub(super) start: usize,
    pub(super) line: usize,
}

pub(super) fn fences(page: &Path) -> Vec<Fence> {
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
pub(super) fn anchored<'a>(source: &'a str, name: &str) -> Option<&'a str> {
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

#[test]
fn an_anchor_without_an_end_quotes_nothing() {
    assert_eq!(
        anchored("x\n// ANCHOR: a\nlet\n// ANCHOR_END: a\n", "a"),
        Some("\nlet\n// ")
    );
    assert_eq!(anchored("x\n// ANCHOR: a\n", "a"), None);
}
