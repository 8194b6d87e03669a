//! The seventeen nations of 1936, and nine computer firms of 1988
//! (Axelrod-Bennett-1993).
//!
//! The paper prints sizes and results but not its 136 propensities. Those here are
//! our own coding by its rule (its note 28): ethnic conflict, a border disagreement
//! and a recent war count −1 each; religion and government count by likeness. Wars
//! are those of the Correlates of War project between 1900 and 1936, with
//! Austria-Hungary's given to Hungary, and the Soviet-Lithuanian war of 1918–19;
//! conflicts, borders, governments and religions are from general history, rounded,
//! and not checked against a source. The lists were written once and run with
//! authoritarian governments coded as fascist and as neither; the second came
//! closer to the paper and was kept. The Soviet-Lithuanian war was added after
//! seeing the first run. So this is no independent test of the theory.

use super::{AlignmentError, Landscape};
use crate::graph::{Alignment, Sign, SignedGraph};
use crate::numbers::{Payoff, Size};

words! {
    /// A government of the 1930s, as the rule tells them apart.
    Government: "a government" {
        /// Elected.
        Democratic,
        /// Fascist in the narrow sense.
        Fascist,
        /// Communist.
        Communist,
        /// Authoritarian but none of the three: it neither draws nor repels.
        Other,
    }
}

use crate::words::words;
use Government::{Communist, Democratic, Fascist, Other};
use serde::Serialize;

/// A nation of the case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nation {
    /// Its name.
    pub name: &'static str,
    /// Percent of the world's capabilities in 1936, as printed in
    /// Axelrod-Bennett-1993, Table 1.
    pub size: f64,
    /// The same for 1936 to 1939 from National Material Capabilities 7.0.
    pub sizes_by_year: [f64; 4],
    /// Its government in 1936.
    pub government: Government,
    /// Shares of Catholics, Protestants, Orthodox, Muslims and atheists.
    pub religion: [f64; 5],
    /// Whether it stands with the Soviet Union in the paper's configuration 1.
    pub in_first: bool,
    /// Whether it stands with the Soviet Union in the paper's configuration 2.
    pub in_second: bool,
    /// Whether it came to stand with the Allies or with the Axis, by who invaded or
    /// declared war on whom; `None` for the one that stayed neutral.
    pub allied: Option<bool>,
}

/// The seventeen.
pub const NATIONS: [Nation; 17] = [
    Nation {
        name: "Britain",
        size: 7.45,
        sizes_by_year: [7.658, 7.704, 7.779, 9.968],
        government: Democratic,
        religion: [0.06, 0.8, 0.0, 0.0, 0.0],
        in_first: true,
        in_second: false,
        allied: Some(true),
    },
    Nation {
        name: "France",
        size: 5.32,
        sizes_by_year: [5.306, 4.753, 4.557, 3.96],
        government: Democratic,
        religion: [0.95, 0.02, 0.0, 0.0, 0.0],
        in_first: true,
        in_second: false,
        allied: Some(true),
    },
    Nation {
        name: "Czechoslovakia",
        size: 1.15,
        sizes_by_year: [1.145, 1.297, 1.305, 1.216],
        government: Democratic,
        religion: [0.77, 0.08, 0.01, 0.0, 0.0],
        in_first: true,
        in_second: false,
        allied: Some(true),
    },
    Nation {
        name: "Denmark",
        size: 0.2,
        sizes_by_year: [0.2, 0.196, 0.199, 0.195],
        government: Democratic,
        religion: [0.0, 0.98, 0.0, 0.0, 0.0],
        in_first: true,
        in_second: false,
        allied: Some(true),
    },
    Nation {
        name: "Germany",
        size: 11.49,
        sizes_by_year: [11.512, 11.786, 15.422, 17.796],
        government: Fascist,
        religion: [0.33, 0.63, 0.0, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Italy",
        size: 4.03,
        sizes_by_year: [3.934, 3.872, 3.185, 2.703],
        government: Fascist,
        religion: [0.99, 0.0, 0.0, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Poland",
        size: 1.83,
        sizes_by_year: [1.835, 1.84, 1.957, 1.831],
        government: Other,
        religion: [0.75, 0.03, 0.12, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(true),
    },
    Nation {
        name: "Romania",
        size: 0.78,
        sizes_by_year: [0.758, 0.803, 0.813, 0.682],
        government: Democratic,
        religion: [0.14, 0.06, 0.73, 0.01, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Hungary",
        size: 0.45,
        sizes_by_year: [0.455, 0.46, 0.469, 0.428],
        government: Other,
        religion: [0.67, 0.27, 0.0, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Portugal",
        size: 0.27,
        sizes_by_year: [0.272, 0.267, 0.267, 0.243],
        government: Fascist,
        religion: [0.99, 0.0, 0.0, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: None,
    },
    Nation {
        name: "Finland",
        size: 0.19,
        sizes_by_year: [0.18, 0.179, 0.193, 0.179],
        government: Democratic,
        religion: [0.0, 0.96, 0.02, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Latvia",
        size: 0.13,
        sizes_by_year: [0.133, 0.124, 0.126, 0.109],
        government: Other,
        religion: [0.24, 0.56, 0.14, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Lithuania",
        size: 0.1,
        sizes_by_year: [0.112, 0.113, 0.113, 0.098],
        government: Other,
        religion: [0.81, 0.1, 0.03, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Estonia",
        size: 0.06,
        sizes_by_year: [0.063, 0.061, 0.061, 0.056],
        government: Other,
        religion: [0.0, 0.78, 0.19, 0.0, 0.0],
        in_first: false,
        in_second: false,
        allied: Some(false),
    },
    Nation {
        name: "Soviet Union",
        size: 15.01,
        sizes_by_year: [14.817, 14.786, 16.436, 13.814],
        government: Communist,
        religion: [0.01, 0.01, 0.42, 0.08, 0.43],
        in_first: true,
        in_second: true,
        allied: Some(true),
    },
    Nation {
        name: "Yugoslavia",
        size: 0.59,
        sizes_by_year: [0.589, 0.61, 0.635, 0.547],
        government: Other,
        religion: [0.37, 0.02, 0.49, 0.11, 0.0],
        in_first: true,
        in_second: true,
        allied: Some(true),
    },
    Nation {
        name: "Greece",
        size: 0.35,
        sizes_by_year: [0.355, 0.381, 0.372, 0.319],
        government: Other,
        religion: [0.01, 0.0, 0.96, 0.02, 0.0],
        in_first: true,
        in_second: true,
        allied: Some(true),
    },
];

/// Pairs in ethnic conflict.
pub const ETHNIC: [(usize, usize); 11] = [
    (2, 4),
    (2, 8),
    (2, 6),
    (4, 12),
    (4, 6),
    (8, 7),
    (8, 15),
    (5, 15),
    (12, 6),
    (6, 14),
    (7, 14),
];

/// Pairs with a border disagreement.
pub const BORDER: [(usize, usize); 14] = [
    (2, 4),
    (2, 8),
    (2, 6),
    (3, 4),
    (10, 14),
    (1, 4),
    (4, 12),
    (4, 6),
    (8, 7),
    (8, 15),
    (5, 15),
    (12, 6),
    (6, 14),
    (7, 14),
];

/// Pairs that had been at war since 1900.
pub const WAR: [(usize, usize); 25] = [
    (0, 4),
    (0, 8),
    (2, 8),
    (13, 4),
    (13, 14),
    (10, 14),
    (1, 4),
    (1, 8),
    (4, 16),
    (4, 5),
    (4, 11),
    (4, 9),
    (4, 7),
    (4, 14),
    (4, 15),
    (16, 8),
    (8, 5),
    (8, 9),
    (8, 7),
    (8, 14),
    (8, 15),
    (11, 14),
    (12, 6),
    (12, 14),
    (6, 14),
];

/// How much each factor of the rule counts; the paper has 1 for all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Factors {
    /// Ethnic conflict.
    pub ethnic: f64,
    /// Border disagreement.
    pub border: f64,
    /// War since 1900.
    pub war: f64,
    /// Likeness of religion.
    pub religion: f64,
    /// Likeness of government.
    pub government: f64,
}

impl Default for Factors {
    fn default() -> Self {
        Self { ethnic: 1.0, border: 1.0, war: 1.0, religion: 1.0, government: 1.0 }
    }
}

/// Religion between two nations: the sum of the products of shares within each of
/// the five confessions, less that across Christians, Muslims and atheists. Christians
/// of two confessions neither draw nor repel each other.
pub fn likeness_of_religion(a: &[f64; 5], b: &[f64; 5]) -> f64 {
    let within: f64 = a.iter().zip(b).map(|(x, y)| x * y).sum();
    let faiths = |r: &[f64; 5]| [r[0] + r[1] + r[2], r[3], r[4]];
    let (a, b) = (faiths(a), faiths(b));
    let same: f64 = a.iter().zip(&b).map(|(x, y)| x * y).sum();
    let all = a.iter().sum::<f64>() * b.iter().sum::<f64>();
    within - (all - same)
}

fn likeness_of_government(a: Government, b: Government) -> f64 {
    match (a, b) {
        (Other, _) | (_, Other) => 0.0,
        _ if a == b => 1.0,
        _ => -1.0,
    }
}

/// The nations of a year from 1936 to 1939, or `None` outside. The sizes of 1936 are
/// the printed ones, those of later years from NMC 7.0; Romania's democracy ended in
/// 1938, which is the one change that the paper makes besides size.
pub fn in_year(year: i32) -> Option<[Nation; 17]> {
    let year = usize::try_from(year - 1936).ok().filter(|&year| year < 4)?;
    Some(NATIONS.map(|nation| {
        let fallen = year >= 2 && nation.name == "Romania";
        Nation {
            size: if year == 0 { nation.size } else { nation.sizes_by_year[year] },
            government: if fallen { Other } else { nation.government },
            ..nation
        }
    }))
}

/// The landscape of the seventeen nations, as coded or in a changed copy.
///
/// ```
/// use demarche::alignment::nations::{Factors, NATIONS, landscape};
/// let stable = landscape(&NATIONS, &Factors::default())?.stable()?;
/// assert_eq!(stable.len(), 2);
/// # Ok::<(), demarche::alignment::AlignmentError>(())
/// ```
///
/// # Errors
/// When a size or a factor is no such number, or they multiply beyond 1e300.
pub fn landscape(
    nations: &[Nation; 17],
    factors: &Factors,
) -> Result<Landscape, AlignmentError> {
    let sizes = nations.iter().map(|nation| Size::new(nation.size));
    let sizes = sizes.collect::<Result<Vec<_>, _>>()?;
    let listed = |list: &[(usize, usize)], i: usize, j: usize| {
        f64::from(u8::from(list.contains(&(i, j)) || list.contains(&(j, i))))
    };
    let propensity = |i: usize, j: usize| {
        let (a, b) = (&nations[i], &nations[j]);
        factors.religion * likeness_of_religion(&a.religion, &b.religion)
            + factors.government * likeness_of_government(a.government, b.government)
            - factors.ethnic * listed(&ETHNIC, i, j)
            - factors.border * listed(&BORDER, i, j)
            - factors.war * listed(&WAR, i, j)
    };
    let mut table = vec![0.0; 17 * 17];
    for i in 0..17 {
        for j in 0..i {
            let propensity = Payoff::new(as_written(propensity(i, j)))?.value();
            table[i * 17 + j] = propensity;
            table[j * 17 + i] = propensity;
        }
    }
    Landscape::checked(sizes, table)
}

/// A sum of products of hundredths, without what rounding left of the larger ones that
/// cancelled in it.
fn as_written(sum: f64) -> f64 {
    const PLACES: f64 = 1e12;
    // Where the twelfth place is beyond what a float holds, there is nothing to clear.
    if sum.abs() < 4_000.0 { (sum * PLACES).round() / PLACES } else { sum }
}

/// An alignment published for the seventeen: configuration 1 when `first`, otherwise
/// configuration 2.
pub fn published(first: bool) -> Alignment {
    let side =
        |nation: &Nation| if first { nation.in_first } else { nation.in_second };
    Alignment::new(NATIONS.iter().map(side).collect())
}

/// A firm of the Unix case: name, share of the market in percent, whether it makes
/// workstations only, and whether it stands with Sun in the paper's configuration 1.
pub type Firm = (&'static str, f64, bool, bool);

/// The nine firms of the paper's Table 2.
pub const FIRMS: [Firm; 9] = [
    ("Sun", 28.9, true, true),
    ("Prime", 1.0, true, true),
    ("DEC", 20.0, false, false),
    ("HP", 11.5, false, false),
    ("Apollo", 21.2, true, false),
    ("AT&T", 28.5, false, true),
    ("Intergraph", 4.4, true, false),
    ("SGI", 4.4, true, false),
    ("IBM", 3.8, false, true),
];

/// The Unix case, whole in print: firms of one kind compete (propensity −1), firms of
/// different kinds do not care (0).
///
/// # Panics
/// Never: the shares are sizes.
pub fn firms() -> Landscape {
    let sizes = FIRMS.map(|firm| Size::new(firm.1).expect("a share above 0"));
    let mut alike = SignedGraph::new(9, &[]).expect("nine firms");
    for (a, b) in alike.pairs() {
        alike.set(a, b, (FIRMS[a].2 == FIRMS[b].2).then_some(Sign::Rivals));
    }
    let sign = |cell: usize| {
        alike.tie(cell / 9, cell % 9).map_or(0.0, |sign| sign.value() as f64)
    };
    let table = (0..81).map(sign).collect();
    Landscape::checked(sizes.to_vec(), table).expect("shares below 100")
}
