use super::*;

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
    let mut folders =
        vec![common::home().join("src"), common::home().join("book/figures/src")];
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
