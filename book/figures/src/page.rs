//! What the page asks for and gets: one line of text in, parts of text out. The
//! page script in `book/theme/figures.js` is the other end.

use crate::figure::{Drawing, Figure};
use crate::fragment;
use crate::settings::{Settings, verdict};

/// Stands between the parts of a request and of an answer.
pub const BETWEEN: char = '\u{1f}';

/// Answers `NAME BETWEEN (wide|narrow) BETWEEN SETTINGS` with, in this order: the
/// SVG, the sentence, the table, every control's value as spoken (separated by
/// line breaks), all settings, the settings that differ from the book's, how far
/// the prediction was off (or nothing), and the copied-as-Rust program. Empty for
/// a figure that is not among these.
pub fn answer(
    figures: impl IntoIterator<Item = &'static Figure>,
    request: &str,
) -> String {
    let mut parts = request.split(BETWEEN);
    let name = parts.next().unwrap_or_default();
    let narrow = parts.next() == Some("narrow");
    let Some(figure) = figures.into_iter().find(|figure| figure.name == name) else {
        return String::new();
    };
    let settings = Settings::parse(figure, parts.next().unwrap_or_default(), narrow);
    let Drawing { svg, sentence, table } = (figure.draw)(&settings);
    let mut spoken = String::new();
    for i in 0..figure.controls.len() {
        if i > 0 {
            spoken.push('\n');
        }
        spoken.push_str(&settings.spoken(i));
    }
    let mut text = svg.finish(figure.title);
    for part in [
        sentence,
        fragment::table(&table),
        spoken,
        settings.text(),
        settings.changes(),
        verdict(&settings).unwrap_or_default(),
        fragment::program(&settings),
    ] {
        text.push(BETWEEN);
        text.push_str(&part);
    }
    text
}
