//! The great powers before 1914 and in 1955 and 1956, as signed graphs.

use crate::graph::{Sign, SignedGraph};

/// Britain, France, Russia, Austria-Hungary, Germany, Italy: the powers of
/// [`europe`], in the order of their numbers.
pub const EUROPE: [&str; 6] =
    ["Britain", "France", "Russia", "Austria-Hungary", "Germany", "Italy"];

/// A coded tie: both powers, the sign, the first year and the year it is gone.
pub type CodedTie = (usize, usize, Sign, i32, i32);

const FRIENDS: Sign = Sign::Friends;
const RIVALS: Sign = Sign::Rivals;

/// Ties among the six powers from 1872 on, after the figure in Antal-2006, as
/// transcribed in the R package manynet (MIT licence). 1918 is the end of the data.
pub const EUROPE_TIES: [CodedTie; 20] = [
    (0, 1, RIVALS, 1872, 1904),
    (0, 2, RIVALS, 1872, 1907),
    (0, 3, RIVALS, 1872, 1918),
    (1, 2, RIVALS, 1872, 1890),
    (1, 3, RIVALS, 1872, 1918),
    (1, 4, RIVALS, 1872, 1918),
    (2, 3, FRIENDS, 1872, 1890),
    (2, 4, FRIENDS, 1872, 1890),
    (3, 4, FRIENDS, 1872, 1918),
    (3, 5, FRIENDS, 1882, 1918),
    (4, 5, FRIENDS, 1882, 1918),
    (2, 3, RIVALS, 1890, 1918),
    (2, 4, RIVALS, 1890, 1918),
    (1, 2, FRIENDS, 1891, 1918),
    (0, 1, FRIENDS, 1904, 1918),
    (0, 2, FRIENDS, 1907, 1918),
    (0, 4, RIVALS, 1907, 1918),
    (0, 5, RIVALS, 1907, 1918),
    (1, 5, RIVALS, 1907, 1918),
    (2, 5, RIVALS, 1907, 1918),
];

/// The six powers in a year from 1872 to 1917; before and after, nothing is coded.
///
/// ```
/// use demarche::alignment::powers;
/// // Two camps without a crack, seven years before the war.
/// assert!(powers::europe(1907).balance().is_some());
/// ```
///
/// # Panics
/// Never: no two ties of a pair overlap in the table.
pub fn europe(year: i32) -> SignedGraph {
    in_year(EUROPE.len(), &EUROPE_TIES, year)
}

/// The eight powers of [`blocs`], in the order of their numbers.
pub const BLOCS: [&str; 8] = [
    "United States",
    "Britain",
    "France",
    "Italy",
    "West Germany",
    "Japan",
    "Soviet Union",
    "China",
];

/// Ties among the eight in 1955 and 1956: pledges in force on some day of the year, in
/// either direction, are friendships (ATOP 5.1, Leeds-2002, where West Germany has a
/// number of its own); rivalries are alive in that year (Thompson-2021), and where both
/// stand on paper the rivalry counts. The end is the year it is gone, or 1957.
pub const BLOC_TIES: [CodedTie; 17] = [
    (0, 1, FRIENDS, 1955, 1957),
    (0, 2, FRIENDS, 1955, 1957),
    (0, 3, FRIENDS, 1955, 1957),
    (0, 4, FRIENDS, 1955, 1957),
    (0, 5, FRIENDS, 1955, 1957),
    (1, 2, FRIENDS, 1955, 1957),
    (1, 3, FRIENDS, 1955, 1957),
    (1, 4, FRIENDS, 1955, 1957),
    (2, 3, FRIENDS, 1955, 1957),
    (3, 4, FRIENDS, 1955, 1957),
    (2, 6, FRIENDS, 1955, 1956),
    (6, 7, FRIENDS, 1955, 1957),
    (0, 6, RIVALS, 1955, 1957),
    (0, 7, RIVALS, 1955, 1957),
    // Britain's treaty of 1942 with Moscow stood until May 1955.
    (1, 6, RIVALS, 1955, 1957),
    // Both in NATO since May 1955, and rivals to the end of that year.
    (2, 4, RIVALS, 1955, 1956),
    (2, 4, FRIENDS, 1956, 1957),
];

/// The eight powers in 1955 or 1956; in other years nothing is coded.
///
/// ```
/// use demarche::alignment::powers;
/// assert_eq!(powers::blocs(1955).census().unbalanced, 5);
/// assert!(powers::blocs(1956).balance().is_some());
/// ```
///
/// # Panics
/// Never: no two ties of a pair overlap in the table.
pub fn blocs(year: i32) -> SignedGraph {
    in_year(BLOCS.len(), &BLOC_TIES, year)
}

fn in_year(powers: usize, ties: &[CodedTie], year: i32) -> SignedGraph {
    let current = ties.iter().filter(|tie| (tie.3..tie.4).contains(&year));
    let ties: Vec<_> = current.map(|&(a, b, sign, ..)| (a, b, sign)).collect();
    SignedGraph::new(powers, &ties).expect("one tie a pair at a time")
}
