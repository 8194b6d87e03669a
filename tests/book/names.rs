use super::*;

/// Modules that chapters share.
const SHARED: [&str; 10] = [
    "lib", "numbers", "words", "calendar", "chance", "columns", "doors", "games",
    "graph", "linear",
];

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
        &without(
            folders("tests"),
            &["book", "columns", "common", "data", "games", "graph", "reader"]
        ),
        chapters,
        "checks"
    );
    let manifest = read("examples/Cargo.toml");
    for word in chapters {
        let named = format!("name = \"{word}\"\npath = \"{word}.rs\"\n");
        assert!(manifest.contains(&named), "examples/Cargo.toml has no {word}");
    }
    let manifest = read("tests/Cargo.toml");
    for room in without(folders("tests"), &["common", "data"]) {
        // Cargo runs those it is told of, and no other.
        let named = format!("name = \"{room}\"\npath = \"{room}/main.rs\"\n");
        assert!(manifest.contains(&named), "tests/Cargo.toml has no {room}");
    }
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
