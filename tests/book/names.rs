use super::*;

/// Modules that chapters share.
const SHARED: [&str; 11] = [
    "lib", "numbers", "words", "calendar", "chance", "columns", "doors", "exact",
    "games", "graph", "linear",
];

/// The names of the folders in a folder.
fn folders(folder: &str) -> BTreeSet<String> {
    let entries =
        fs::read_dir(common::home().join(folder)).expect("a folder of the project");
    let entries = entries.map(|entry| entry.expect("a readable folder"));
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.file_name().into_string().expect("a plain name"))
        // What a failed property leaves behind, which git does not see.
        .filter(|name| name != "proptest-regressions")
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
    // Cargo knows those it is told of, and no other.
    let rooms = without(folders("tests"), &["common", "data"]);
    for (package, names, file) in
        [("examples", chapters, ".rs"), ("tests", &rooms, "/main.rs")]
    {
        let manifest = read(format!("{package}/Cargo.toml"));
        for name in names {
            let told = format!("name = \"{name}\"\npath = \"{name}{file}\"\n");
            assert!(manifest.contains(&told), "{package}/Cargo.toml has no {name}");
        }
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
