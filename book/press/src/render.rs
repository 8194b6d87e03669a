//! The book itself, rendered by mdBook, with an ear for what mdBook only mutters.

use std::fmt::{self, Write};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Renders the book of a folder into another, which is emptied first, and returns
/// mdBook's warnings and errors: it ends well on a missing include, for instance.
pub(crate) fn render(book: &Path, out: &Path) -> Result<Vec<String>> {
    let listener = Listener::default();
    let heard = Arc::clone(&listener.heard);
    tracing::subscriber::with_default(listener, || {
        let mut book = MDBook::load(book)?;
        out.clone_into(&mut book.config.build.build_dir);
        book.build()
    })?;
    let complaints = heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(complaints)
}

/// Puts an index of the book without its drawings in place of the one that was
/// rendered: a search for a word of the text should not find the label of an axis, nor
/// the answer to a figure's question.
pub(crate) fn index_words(book: &Path, out: &Path) -> Result<()> {
    let workshop = tempfile::tempdir()?;
    tracing::subscriber::with_default(Listener::default(), || {
        let mut book = MDBook::load(book)?;
        workshop.path().clone_into(&mut book.config.build.build_dir);
        book.book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item {
                chapter.content =
                    with_letters_named(&without_drawings(&chapter.content));
            }
        });
        book.build()
    })?;
    let words = index_of(workshop.path())?;
    fs::copy(&words, index_of(out)?)
        .with_context(|| format!("{} cannot be copied", words.display()))?;
    Ok(())
}

fn without_drawings(page: &str) -> String {
    let lines = page.split_inclusive('\n');
    lines.filter(|line| !line.starts_with("{{#include ../figures/drawn/")).collect()
}

/// The Greek alphabet, with both forms of sigma.
const LETTERS: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota",
    "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma",
    "tau", "upsilon", "phi", "chi", "psi", "omega",
];

/// mdBook's index drops all letters but plain ones: a symbol goes in by its name, as
/// `page.js` looks it up. Headings keep theirs, since links go by them.
fn with_letters_named(page: &str) -> String {
    let name = |letter: char| {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let place = u32::from(small).checked_sub(u32::from('α'))?;
        LETTERS.get(usize::try_from(place).ok()?)
    };
    let mut named = String::with_capacity(page.len());
    for line in page.split_inclusive('\n') {
        for letter in line.chars() {
            match name(letter).filter(|_| !line.starts_with('#')) {
                Some(name) => named.push_str(name),
                None => named.push(letter),
            }
        }
    }
    named
}

/// The index of a rendered book; mdBook puts a hash into its name.
fn index_of(site: &Path) -> Result<PathBuf> {
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("searchindex") && name.ends_with(".js") {
            return Ok(entry.path());
        }
    }
    bail!("{} has no search index", site.display())
}

/// Keeps the warnings and errors that are traced while it listens.
#[derive(Default)]
struct Listener {
    heard: Arc<Mutex<Vec<String>>>,
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut words = Words(String::new());
        event.record(&mut words);
        let one_line = words.0.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        // mdBook traces the causes of an error as events of their own.
        if let Some(cause) = one_line.strip_prefix("Caused By: ")
            && let Some(last) = heard.last_mut()
        {
            if !last.contains(cause) {
                last.push_str(": ");
                last.push_str(cause);
            }
        } else if !heard.contains(&one_line) {
            heard.push(one_line);
        }
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Words(String);

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let written = if field.name() == "message" {
            write!(self.0, "{value:?}")
        } else {
            write!(self.0, " {field}={value:?}")
        };
        written.expect("a string takes every write");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn book(page: &str) -> TempDir {
        let folder = TempDir::new().unwrap();
        let put = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).unwrap();
        };
        fs::create_dir(folder.path().join("src")).unwrap();
        put("book.toml", "[book]\ntitle = \"t\"\n[build]\ncreate-missing = false\n");
        put("src/SUMMARY.md", "# Summary\n\n- [One](one.md)\n");
        put("src/one.md", page);
        folder
    }

    #[test]
    fn a_sound_book_renders_without_complaint() {
        let book = book("# One\n");
        let out = TempDir::new().unwrap();
        assert_eq!(render(book.path(), out.path()).unwrap(), Vec::<String>::new());
        assert!(out.path().join("one.html").is_file());
    }

    #[test]
    fn a_missing_include_is_heard() {
        let book = book("# One\n\n```rs\n{{#include ../gone.rs:anchor}}\n```\n");
        let out = TempDir::new().unwrap();
        let complaints = render(book.path(), out.path()).unwrap();
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].contains("gone.rs"), "{complaints:?}");
        assert!(complaints[0].contains("No such file"), "{complaints:?}");
    }

    #[test]
    fn an_unclosed_tag_is_heard() {
        let book = book("# One\n\n<div><em>open\n</div>\n");
        let out = TempDir::new().unwrap();
        let complaints = render(book.path(), out.path()).unwrap();
        assert!(complaints[0].contains("one.md"), "{complaints:?}");
    }

    #[test]
    fn a_symbol_is_indexed_by_its_name_and_a_heading_keeps_its_own() {
        let book = book("# One\n\n## What ρ is\n\nA weight <var>ρ</var> and Σ.\n");
        let out = TempDir::new().unwrap();
        render(book.path(), out.path()).unwrap();
        index_words(book.path(), out.path()).unwrap();
        let index = fs::read_to_string(index_of(out.path()).unwrap()).unwrap();
        assert!(index.contains("A weight rho and sigma."), "{index}");
        assert!(index.contains("what-ρ-is"), "{index}");
    }

    #[test]
    fn a_missing_chapter_fails_and_is_named() {
        let book = book("# One\n");
        fs::remove_file(book.path().join("src/one.md")).unwrap();
        let out = TempDir::new().unwrap();
        let error = render(book.path(), out.path()).unwrap_err();
        assert!(format!("{error:#}").contains("one.md"), "{error:#}");
    }
}
