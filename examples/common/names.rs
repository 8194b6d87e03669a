//! Lists of names on a command line, of which some hold commas themselves.

use super::InputError;

/// Names with commas between them: at each place the longest that is a name.
pub fn names_in(told: &str, is_name: impl Fn(&str) -> bool) -> Vec<String> {
    let pieces: Vec<&str> = told.split(',').collect();
    let mut names = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let joined = |to: usize| pieces[from..to].join(",").trim().to_owned();
        let known = (from + 1..=pieces.len()).rev().find(|&to| is_name(&joined(to)));
        // One that is none is told as it stands.
        let to = known.unwrap_or(from + 1);
        names.push(joined(to));
        from = to;
    }
    names
}

/// Two names: in one value with a comma between them, or the option once for each.
pub fn two_names(option: &str, told: &[String]) -> Result<[String; 2], InputError> {
    let names = match told {
        [one, other] => Some((one.as_str(), other.as_str())),
        [both] if both.matches(',').count() == 1 => both.split_once(','),
        _ => None,
    };
    let Some((one, other)) = names else {
        return Err(InputError::new(format!(
            "{option}: expected two names such as \"A,B\", or, where one holds a comma, \
             the option once for each, found {:?}",
            told.join(",")
        )));
    };
    Ok([one, other].map(|name| name.trim().to_owned()))
}

/// The numbers of members that are named, each once.
pub fn members_named(
    members: &[String],
    names: &[String],
    error: impl Fn(String) -> InputError,
) -> Result<Vec<usize>, InputError> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        match members.iter().position(|known| known == name.trim()) {
            None => {
                return Err(error(format!(
                    "expected a member of the body, found {name:?}"
                )));
            }
            Some(place) if found.contains(&place) => {
                return Err(error(format!(
                    "expected each member once, found {name:?} again"
                )));
            }
            Some(place) => found.push(place),
        }
    }
    Ok(found)
}

/// The name, cut where it is longer than a column.
pub fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}
