//! Five courts, 1748 to 1757: the reversal of alliances.
//!
//! The rivalries are Thompson-2021's. The signs of the five
//! [`STEPS`] are our coding of the treaties then in force; where a tie was cool
//! rather than hostile it counts as a rivalry, and the reader may well disagree.

use serde::Serialize;

use crate::graph::{Sign, SignedGraph};

/// The courts, in the order of their numbers.
pub const NAMES: [&str; 5] = ["Britain", "Austria", "France", "Prussia", "Russia"];

const B: usize = 0;
const A: usize = 1;
const F: usize = 2;
const P: usize = 3;
const R: usize = 4;

/// Strategic rivalries among the five courts with their first and last year
/// (Thompson-2021): Austria and France stay rivals through the
/// alliance of 1756, for the coding records interests and not treaties.
pub const RIVALRIES: [(usize, usize, i32, i32); 7] = [
    (A, F, 1494, 1918),
    (B, F, 1731, 1904),
    (A, P, 1740, 1870),
    (P, R, 1744, 1807),
    (F, P, 1756, 1955),
    (A, R, 1768, 1918),
    (B, R, 1778, 1956),
];

/// The rivalries of a year, both years of each included, and no friendship.
///
/// ```
/// use demarche::alignment::courts;
/// assert_eq!(courts::rivalries(1748).ties().count(), 4);
/// assert_eq!(courts::rivalries(1756).ties().count(), 5);
/// ```
///
/// # Panics
/// Never: the table's courts are numbered.
pub fn rivalries(year: i32) -> SignedGraph {
    let current = RIVALRIES.iter().filter(|r| (r.2..=r.3).contains(&year));
    let ties: Vec<_> = current.map(|&(a, b, ..)| (a, b, Sign::Rivals)).collect();
    SignedGraph::new(5, &ties).expect("five courts")
}

/// What no court would give up between 1748 and 1757, as we read it: the feuds over
/// Silesia, over the colonies and in the east, and the league of the two empresses.
///
/// # Panics
/// Never: the courts are numbered.
pub fn feuds() -> SignedGraph {
    let (feud, league) = (Sign::Rivals, Sign::Friends);
    let ties = [(B, F, feud), (A, P, feud), (P, R, feud), (A, R, league)];
    SignedGraph::new(5, &ties).expect("five courts")
}

/// A moment of the reversal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When.
    pub date: &'static str,
    /// What had happened.
    pub event: &'static str,
    friends: &'static [(usize, usize)],
}

impl Step {
    /// Every pair of courts as friends or rivals at that moment.
    ///
    /// # Panics
    /// Never: the courts are numbered.
    pub fn graph(&self) -> SignedGraph {
        let mut graph = SignedGraph::new(5, &[]).expect("five courts");
        for (a, b) in graph.pairs() {
            let friends = self.friends.contains(&(a, b));
            let sign = if friends { Sign::Friends } else { Sign::Rivals };
            graph.set(a, b, Some(sign));
        }
        graph
    }
}

/// The reversal in five moments.
pub const STEPS: [Step; 5] = [
    Step {
        date: "1748-1755",
        event: "the old system",
        friends: &[(B, A), (B, R), (A, R), (F, P)],
    },
    Step {
        date: "16 Jan 1756",
        event: "Britain and Prussia sign at Westminster",
        friends: &[(B, A), (B, P), (B, R), (A, R), (F, P)],
    },
    Step {
        date: "spring 1756",
        event: "the old alliances are dead letters",
        friends: &[(B, P), (B, R), (A, R)],
    },
    Step {
        date: "1 May 1756",
        event: "Austria and France sign at Versailles",
        friends: &[(B, P), (B, R), (A, F), (A, R)],
    },
    Step {
        date: "11 Jan 1757",
        event: "Russia accedes to Versailles",
        friends: &[(B, P), (A, F), (A, R), (F, R)],
    },
];
