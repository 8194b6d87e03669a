//! Ties between named states, as tables hold them.

use std::path::Path;

use super::{InputError, form_shown, read_csv};

/// Names, and ties between two of them with their sign or strength.
pub type Ties = (Vec<String>, Vec<(String, String, f64)>);

/// Reads a table of ties: a list with two names and a sign in each row, or a matrix with a
/// row and a column for each name. A sign is a number, or friend or rival.
pub fn read_ties(path: &Path) -> Result<Ties, InputError> {
    let rows: Vec<Vec<String>> = read_csv(path)?;
    let told = |row: usize, what: String| {
        InputError::new(format!("{}: row {}: {what}", path.display(), row + 1))
    };
    let sign = |row: usize, text: &str| match text.trim().to_lowercase().as_str() {
        "friend" | "friends" | "+" => Ok(1.0),
        "rival" | "rivals" | "-" => Ok(-1.0),
        number => number.parse::<f64>().map_err(|_| {
            let expected = "expected a number, friend or rival";
            told(row, format!("{expected}, found {text:?}"))
        }),
    };
    let (mut names, mut ties): Ties = (Vec::new(), Vec::new());
    let list =
        |row: &Vec<String>| row.len() == 3 && row[1].trim().parse::<f64>().is_err();
    if rows.iter().all(list) {
        for (at, row) in rows.iter().enumerate() {
            for name in &row[..2] {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            ties.push((row[0].clone(), row[1].clone(), sign(at, &row[2])?));
        }
        return Ok((names, ties));
    }
    names.extend(rows.iter().map(|row| row[0].clone()));
    for (at, row) in rows.iter().enumerate() {
        if row.len() != names.len() + 1 {
            let (expected, found) = (names.len() + 1, row.len());
            let told_of = format!(
                "expected two names and a sign, or a matrix of {expected} columns, \
                 found {found}{}",
                form_shown()
            );
            return Err(told(at, told_of));
        }
        for (other, cell) in row[1..=at].iter().enumerate() {
            let (strength, back) =
                (sign(at, cell)?, sign(other, &rows[other][at + 1])?);
            if strength.to_bits() != back.to_bits() {
                let pair = format!("{} and {}", names[other], names[at]);
                let expected = format!("expected the same between {pair} both ways");
                return Err(told(
                    at,
                    format!("{expected}, found {back} and {strength}"),
                ));
            }
            if strength != 0.0 && other != at {
                ties.push((names[other].clone(), names[at].clone(), strength));
            }
        }
    }
    Ok((names, ties))
}
