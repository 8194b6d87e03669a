use super::pages::anchored;
use super::*;

/// What a chapter may cost: lines of all its doors, words of its page with code.
const BOUND: (usize, usize) = (3_700, 2_500);

/// Chapters older than the bound, each under a ceiling of its own, which may only be
/// lowered. A chapter that meets the bound loses its row.
const STANDING: [(&str, (usize, usize)); 4] = [
    ("immunity", (6_594, 2_500)),
    ("signals", (5_600, 2_557)),
    ("alignment", (4_034, 2_500)),
    ("voting", (7_999, 2_500)),
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
        let folder = common::home().join(room).join(word);
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
