//! Members, votes and populations, from tables that name their sources.

pub(super) const VOTES: &str = include_str!("votes.csv");
pub(super) const NICE: &str = include_str!("nice.csv");
pub(super) const PEOPLE: &str = include_str!("people.csv");
pub(super) const FUND: &str = include_str!("imf.csv");

/// Members in order, each with a number.
pub(super) type Column = Vec<(&'static str, u64)>;

/// A column of a table and whose the numbers are; those without one are no members.
pub(super) fn column(table: &'static str, title: &str) -> Column {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let titles = lines.next().into_iter().flat_map(|line| line.rsplit(','));
    let titles: Vec<&str> = titles.collect();
    let place = titles.iter().position(|known| *known == title);
    let place = place.expect("a column of the table");
    let member = |line: &'static str| {
        // From the right: the name comes last and may hold commas.
        let cells: Vec<&str> = line.rsplitn(titles.len(), ',').collect();
        let number = cells[place].parse().ok()?;
        Some((cells.last()?.trim_matches('"'), number))
    };
    lines.filter_map(member).collect()
}
