//! The page that an officer reads.

use super::*;
use demarche::briefing::{Chance, Year};
use demarche::numbers::Probability;

fn text(affair: &Affair) -> String {
    Page::of(affair).unwrap().to_string()
}

#[test]
fn the_page_has_at_most_400_words_a_day_nothing_among_its_courses_and_a_tripwire() {
    let affair = affair();
    let page = Page::of(&affair).unwrap();
    assert!((200..=Page::MOST).contains(&page.words()), "{}", page.words());
    let text = page.to_string();
    assert!(text.contains("Decide by 2026-05-04."));
    assert!(text.contains("Nothing: costs nothing today"));
    assert!(text.contains("4 of our questions for it, 0 against, 13 silent."));
    // What would change the advice is one input at one value, and it does.
    let margin = affair.order().swap_remove(0).margin.unwrap();
    let wire =
        format!("{}: at {} instead of {}", margin.what, margin.at, margin.now);
    assert!(text.contains(&wire), "{text}");
    // No model is named above the annex.
    for word in Chapter::ALL.map(Chapter::word).iter().filter(|w| **w != "aid") {
        let named = text.split(|c: char| !c.is_alphabetic()).any(|w| w == *word);
        assert!(!named, "{word}");
    }
    let headings = page.lines().iter().filter(|line| line.heading);
    let headings: Vec<&str> = headings.map(|line| &*line.text).collect();
    assert_eq!(
        headings,
        [
            "The dam at Kessa, 2026-05-03",
            "What we know",
            "What we believe",
            "What we do not know",
            "What we can do",
            "Whom to ask",
            "What would change this advice",
            "Contact",
        ]
    );
}

#[test]
fn the_base_rate_stands_before_the_model_and_nothing_is_added_up() {
    let text = text(&affair());
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}"));
    let rate = at("unlikely, 7.6% in a year");
    let war = at("rather not, 37.5% in this round");
    assert!(rate < war && war < at("rather not, 44.6% before the council"));
    assert!(text.contains("They do not add up."));
}

#[test]
fn the_words_for_chances_mirror_each_other_about_even_odds() {
    let chance = |percent| Probability::new(f64::from(percent) / 100.0).unwrap();
    let words = (0..=100).map(|percent| Chance::<Year>::new(chance(percent)).word());
    let words: Vec<&str> = words.collect();
    let runs = words.chunk_by(|one, next| one == next).map(<[_]>::len);
    assert_eq!(runs.collect::<Vec<_>>(), [2, 18, 25, 11, 25, 18, 2]);
}

#[test]
fn a_change_marks_the_lines_that_it_moves_and_no_other() {
    let before = Page::of(&affair()).unwrap();
    assert!(before.changed_from(&before).iter().all(|new| !new));
    let after = Page::of(&after(&["crisis.most=0.3"])).unwrap();
    let lines = after.lines().iter().zip(after.changed_from(&before));
    let new: Vec<&str> =
        lines.filter(|(_, new)| *new).map(|(line, _)| &*line.text).collect();
    assert_eq!(new, ["This demand ends in war: rather not, 33.3% in this round."]);
}

#[test]
fn where_no_course_has_more_for_it_than_against_it_the_page_says_wait() {
    // Ardal fears no cost, nobody misreads, and Ardal knows already: an inspection shows
    // nothing; the rest has as much against it as for it, or more.
    let file = FILE.replace(
        r#"set = ["crisis.most=0.2", "signals.error=0.05", "cyber.knows=0.4"]"#,
        "set = []",
    );
    let file = file.replace(r#""bargaining.linked=yes", "#, "");
    let file = file.replace(r#""culture.meetings=12", "#, "");
    let affair = Affair::new(toml::from_str(&file).unwrap()).unwrap();
    let text = text(&affair);
    assert!(
        text.contains("Do nothing yet, and decide again by 2026-05-04"),
        "{text}"
    );
}

#[test]
fn a_page_that_is_too_long_is_refused() {
    let long = FILE.replace("Corvo's desk,", &"word ".repeat(300));
    let affair = Affair::new(toml::from_str(&long).unwrap()).unwrap();
    let told = Page::of(&affair).unwrap_err().to_string();
    assert!(
        told.starts_with("expected 1 to 400 words on the page, found "),
        "{told}"
    );
}
