//! Files of the reader's own: scenarios in TOML and tables.

use std::path::Path;
use std::sync::OnceLock;

use csv::{ErrorKind, StringRecord};
use serde::de::DeserializeOwned;

use super::InputError;

/// The files that the demo's help names as examples.
pub(super) static SHOWN: OnceLock<Vec<String>> = OnceLock::new();

/// The example with this ending, after these words; nothing where there is none.
fn shown(before: &str, ending: &str, after: &str) -> String {
    let mut all = SHOWN.get().into_iter().flatten();
    let example = all.find(|example| example.ends_with(ending));
    example.map_or(String::new(), |example| format!("{before}{example}{after}"))
}

fn read(path: &Path) -> Result<String, InputError> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        InputError::new(format!(
            "{}: expected a readable file: {error}",
            path.display()
        ))
    })?;
    // Spreadsheets put a mark of byte order before the first name.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    endings.iter().any(|known| ending == *known)
}

/// Whether a file is a table by its name, and not a scenario.
pub fn is_table(path: &Path) -> bool {
    has_ending(path, &["csv", "tsv"])
}

/// Reads a scenario file. An error names the file, the line, and what was expected
/// there; where the whole has another form, an example that shows it.
pub fn read_toml<T: DeserializeOwned>(path: &Path) -> Result<T, InputError> {
    let place = path.display();
    if is_table(path) {
        let example = shown(" such as ", ".toml", "");
        let told = format!("{place}: expected a TOML file{example}, found a table");
        return Err(InputError::new(told));
    }
    let text = read(path)?;
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text[..start.min(text.len())].matches('\n').count() + 1;
        let told = expected(error.message());
        let other = toml::from_str::<toml::Table>(&text).is_err();
        let example = example_of_the_form(&told, other, ".toml");
        InputError::new(format!("{place}:{line}: {told}{example}"))
    })
}

/// Where to see how a table of this demo looks, for the end of a sentence.
pub fn form_shown() -> String {
    shown("; ", ".csv", " shows the form")
}

/// The example, where a field is missing or too many or the whole is no such file.
fn example_of_the_form(told: &str, other: bool, ending: &str) -> String {
    if other
        || told.contains("unknown field")
        || told.starts_with("expected a field")
    {
        return shown("; ", ending, " shows the form");
    }
    String::new()
}

/// What stands between the columns of a table: of comma, semicolon and tab the one that
/// its header has most often.
fn separator(text: &str) -> u8 {
    let header =
        text.lines().find(|line| !line.is_empty() && !line.starts_with('#'));
    let times =
        |mark: &u8| header.unwrap_or("").bytes().filter(|b| b == mark).count();
    // Of equals the last wins: a comma.
    *b"\t;,".iter().max_by_key(|mark| times(mark)).unwrap_or(&b',')
}

/// Reads a table with a header line, its columns apart by commas, semicolons or tabs;
/// lines that start with `#` are comments. A number may have a comma for a point, where
/// that can be read in one way only; a row that sums up the others is refused.
pub fn read_csv<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, InputError> {
    let place = path.display();
    if has_ending(path, &["toml"]) {
        let example = shown(" such as ", ".csv", "");
        let told = format!("{place}: expected a table{example}, found a TOML file");
        return Err(InputError::new(told));
    }
    let text = read(path)?;
    let fault = |error: csv::Error| {
        let line = error.position().map_or(1, |at| row_line(&text, at));
        let (told, other) = match error.kind() {
            ErrorKind::Deserialize { err, .. } => (err.kind().to_string(), false),
            ErrorKind::UnequalLengths { expected_len, len, .. } => {
                (format!("expected {expected_len} columns, found {len}"), true)
            }
            _ => (error.to_string(), true),
        };
        let told = expected(&told);
        let example = example_of_the_form(&told, other, ".csv");
        InputError::new(format!("{place}:{line}: {told}{example}"))
    };
    let mut reader = csv::ReaderBuilder::new();
    reader.comment(Some(b'#')).delimiter(separator(&text));
    let mut reader = reader.from_reader(text.as_bytes());
    let header = reader.headers().map_err(fault)?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(fault)?;
        let at = |told: String| {
            let line = row.position().map_or(1, |at| row_line(&text, at));
            InputError::new(format!("{place}:{line}: {told}"))
        };
        let mut plain = row_of_its_own(&row).map_err(at)?;
        plain.set_position(row.position().cloned());
        rows.push(plain.deserialize(Some(&header)).map_err(fault)?);
    }
    if rows.is_empty() {
        let form = form_shown();
        let told =
            format!("{place}: expected rows below the header, found none{form}");
        return Err(InputError::new(told));
    }
    Ok(rows)
}

/// Reads a table of so many columns and no more.
pub fn read_columns<const N: usize>(
    path: &Path,
) -> Result<Vec<[String; N]>, InputError> {
    let columns = |row: Vec<String>| {
        row.try_into().map_err(|row: Vec<String>| {
            let (place, found, form) = (path.display(), row.len(), form_shown());
            let told = format!("{place}: expected {N} columns, found {found}{form}");
            InputError::new(told)
        })
    };
    read_csv(path)?.into_iter().map(columns).collect()
}

/// The row with its numbers as Rust writes them, unless it sums up the others.
fn row_of_its_own(row: &StringRecord) -> Result<StringRecord, String> {
    let sums = ["total", "totals", "sum", "all members", "grand total"];
    let name = row.get(0).unwrap_or_default();
    if sums.contains(&name.trim().to_lowercase().as_str()) {
        return Err(format!("expected members alone, found a row {name:?}"));
    }
    row.iter().map(with_a_point).collect()
}

fn with_a_point(cell: &str) -> Result<String, String> {
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match cell.trim().split_once(',') {
        Some((whole, part))
            if digits(whole.trim_start_matches(['-', '+']))
                && part.split([',', '.']).all(digits) =>
        {
            if part.len() == 3 || !digits(part) {
                return Err(format!(
                    "expected a number without marks between thousands, found {cell:?}"
                ));
            }
            Ok(format!("{whole}.{part}"))
        }
        _ => Ok(cell.to_owned()),
    }
}

/// The line of a row. The position lies where the row before it ended, so that blank
/// lines and comments still stand between.
fn row_line(text: &str, at: &csv::Position) -> u64 {
    let start = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or("").lines();
    let passed = rest.take_while(|line| line.is_empty() || line.starts_with('#'));
    at.line() + passed.count() as u64
}

/// Serde's sentences, turned so that they begin with what was expected.
fn expected(message: &str) -> String {
    let message = message.trim().replace('\n', " ");
    let message =
        message.replace("expected u64", "expected a whole number of 0 or more");
    if message.starts_with("expected") {
        return message;
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return format!("expected a field {field}, found none");
    }
    match message.split_once(", expected ") {
        Some((found, expected)) => {
            let expected = if expected == "f64" { "a number" } else { expected };
            let found = found
                .trim_start_matches("invalid type: ")
                .trim_start_matches("invalid value: ");
            format!("expected {expected}, found {found}")
        }
        None => message,
    }
}
