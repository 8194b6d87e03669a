//! A sheet: sentences and tables that are prose and data at once.

use std::fmt::{self, Write as _};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Answer;

/// One part of an answer. What is put in once is told twice: as a line of prose, and
/// as a field of the part's JSON object.
#[derive(Default)]
pub struct Sheet {
    text: String,
    fields: Map<String, Value>,
}

impl Sheet {
    pub fn headed(heading: impl fmt::Display) -> Self {
        let mut sheet = Self::default();
        sheet.say(heading);
        sheet
    }

    /// A sentence, on a line of its own.
    pub fn say(&mut self, sentence: impl fmt::Display) {
        let _ = writeln!(self.text, "{sentence}");
    }

    /// What only the data has, or has in full.
    pub fn field(&mut self, key: &str, value: impl Serialize) {
        self.fields.insert(key.to_owned(), json!(value));
    }

    /// A table: an array of one object per row, under this key.
    pub fn table<const N: usize>(&mut self, key: &str, table: &Table<N>) {
        self.text += &table.text();
        self.field(key, table.objects());
    }
}

/// Parts of an answer stand apart by an empty line.
impl From<Vec<Sheet>> for Answer {
    fn from(sheets: Vec<Sheet>) -> Self {
        let parts = sheets.into_iter().map(|s| (s.text, Value::Object(s.fields)));
        let (texts, results): (Vec<_>, Vec<_>) = parts.unzip();
        Self { text: texts.join("\n"), results }
    }
}

/// Words in lines of at most so many letters: the first, and those that follow it.
pub fn filled<'a>(
    words: impl Iterator<Item = &'a str>,
    [first, rest]: [usize; 2],
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let most = if lines.len() > 1 { rest } else { first };
        match lines.last_mut() {
            Some(line)
                if line.chars().count() + 1 + word.chars().count() <= most =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Rows of as many cells as there are columns. A column is as wide as its widest cell.
pub struct Table<const N: usize> {
    columns: [Column; N],
    rows: Vec<[Cell; N]>,
}

/// Without a key it is for the reader only: its value stands in another one's.
pub struct Column {
    key: &'static str,
    title: &'static str,
    side: Side,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
    Unseen,
}

/// A column of words.
pub const fn left(title: &'static str, key: &'static str) -> Column {
    Column { key, title, side: Side::Left }
}

/// A column of numbers.
pub const fn right(title: &'static str, key: &'static str) -> Column {
    Column { key, title, side: Side::Right }
}

/// A column that only the data has.
pub const fn unseen(key: &'static str) -> Column {
    Column { key, title: "", side: Side::Unseen }
}

/// What a reader sees, and the value that it tells.
pub struct Cell {
    told: String,
    value: Value,
}

pub fn cell(told: impl fmt::Display, value: impl Serialize) -> Cell {
    Cell { told: told.to_string(), value: json!(value) }
}

/// A number without idle zeros.
pub fn number(value: f64) -> Cell {
    cell(show(value), value)
}

/// A part as a percentage, with so many decimals.
pub fn percent(part: f64, decimals: usize) -> Cell {
    cell(format!("{:.decimals$}%", 100.0 * part), part)
}

/// A part in hundredths; what is short of certain is not told as certain.
pub fn hundredths(share: f64) -> String {
    if share > 0.0 && share < 1e-4 {
        return format!("{share:.1e}");
    }
    let told = format!("{:.2}%", 100.0 * share);
    if told != "100.00%" || share >= 1.0 - 1e-12 {
        return told;
    }
    let longer = [3, 4, 5, 6].map(|digits| format!("{:.digits$}%", 100.0 * share));
    let told = longer.into_iter().find(|told| !told.starts_with("100"));
    told.unwrap_or_else(|| ">99.9999%".to_owned())
}

/// A value that is told as it is.
pub fn plain(value: impl fmt::Display + Serialize) -> Cell {
    cell(&value, &value)
}

/// A value for an unseen column.
pub fn data(value: impl Serialize) -> Cell {
    cell("", value)
}

impl<const N: usize> Table<N> {
    pub const fn new(columns: [Column; N]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    pub fn row(&mut self, cells: [Cell; N]) {
        self.rows.push(cells);
    }

    fn objects(&self) -> Vec<Value> {
        let object = |row: &[Cell; N]| -> Map<String, Value> {
            let cells = self.columns.iter().zip(row);
            let named = cells.filter(|(column, _)| !column.key.is_empty());
            named
                .map(|(column, cell)| (column.key.into(), cell.value.clone()))
                .collect()
        };
        self.rows.iter().map(|row| Value::Object(object(row))).collect()
    }

    fn text(&self) -> String {
        let titles = self.columns.each_ref().map(|column| column.title);
        let rows = self.rows.iter().map(|row| row.each_ref().map(|c| &*c.told));
        let lines: Vec<[&str; N]> = if titles.iter().all(|title| title.is_empty()) {
            rows.collect()
        } else {
            [titles].into_iter().chain(rows).collect()
        };
        let mut text = String::new();
        let widths: [usize; N] = std::array::from_fn(|column| {
            let cells = lines.iter().map(|line| line[column].chars().count());
            cells.max().unwrap_or(0)
        });
        for line in &lines {
            let mut told = String::new();
            for ((column, cell), width) in self.columns.iter().zip(line).zip(widths)
            {
                let gap = if told.is_empty() { "  " } else { "   " };
                let _ = match column.side {
                    Side::Left => write!(told, "{gap}{cell:<width$}"),
                    Side::Right => write!(told, "{gap}{cell:>width$}"),
                    Side::Unseen => Ok(()),
                };
            }
            let _ = writeln!(text, "{}", told.trim_end());
        }
        text
    }
}

/// At most three decimals, and no idle zeros.
pub fn show(x: f64) -> String {
    if x.abs() >= 1e9 {
        return format!("{x:e}");
    }
    let text = format!("{x:.3}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
