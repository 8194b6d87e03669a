//! The great powers before 1914 and in 1955, as signed graphs.

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
    let current = EUROPE_TIES.iter().filter(|tie| (tie.3..tie.4).contains(&year));
    let ties: Vec<_> = current.map(|&(a, b, sign, ..)| (a, b, sign)).collect();
    SignedGraph::new(EUROPE.len(), &ties).expect("one tie a pair at a time")
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

/// Pairs with a pledge in force on some day of 1955, in either direction (ATOP 5.1,
/// Leeds-2002). Britain's treaty of 1942 with the Soviet Union is among them, and
/// France's of 1944. West Germany has none: the data carry no pledge of it for that
/// year.
pub const PLEDGES_1955: [(usize, usize); 10] =
    [(0, 1), (0, 2), (0, 3), (0, 5), (1, 2), (1, 3), (1, 6), (2, 3), (2, 6), (6, 7)];

/// Strategic rivalries alive in 1955 (Thompson-2021).
pub const RIVALRIES_1955: [(usize, usize); 4] = [(0, 6), (0, 7), (1, 6), (2, 4)];

/// The powers of 1955: pledges are friendships, rivalries are rivalries, and where
/// both stand on paper the rivalry counts.
///
/// ```
/// use demarche::alignment::powers;
/// assert_eq!(powers::blocs().census().unbalanced, 2);
/// ```
///
/// # Panics
/// Never: the powers of the tables are numbered.
pub fn blocs() -> SignedGraph {
    let mut graph = SignedGraph::new(BLOCS.len(), &[]).expect("eight powers");
    for (a, b) in PLEDGES_1955 {
        graph.set(a, b, Some(Sign::Friends));
    }
    for (a, b) in RIVALRIES_1955 {
        graph.set(a, b, Some(Sign::Rivals));
    }
    graph
}
