use super::pages::fences;
use super::*;

/// Splits a command line as a shell would: blanks part words, quotes join them.
pub(super) fn words(command: &str) -> Vec<String> {
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

#[test]
fn the_words_of_a_command_line_part_as_in_a_shell() {
    assert_eq!(words("gains -- --own 2"), ["gains", "--", "--own", "2"]);
    assert_eq!(words("a 'b c'  \"\" d"), ["a", "b c", "", "d"]);
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
                fs::write(common::home().join(&page), &text)
                    .expect("a page that can be written");
            } else {
                assert_eq!(printed, told, "{}: {command}", page.display());
            }
        }
    }
    assert!(ran >= CHAPTERS.len(), "{ran} runs for {} chapters", CHAPTERS.len());
}
