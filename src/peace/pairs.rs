//! The pair-years: politically relevant pairs of states, 1885 to 1991, and how many of
//! them saw a militarised dispute begin (Russett-Oneal-2001, the file that goes with it).
//!
//! *Much* trade is more than a thousandth of the smaller one's output; *democratic* is 7 or
//! more on a scale from −10 to 10; *many* common memberships are more than 22, the median.

use serde::Serialize;

use super::Counts;

/// Neighbours or not, much trade or little, both democratic or not: a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TradeCell {
    /// Whether the two share a border.
    pub neighbours: bool,
    /// Whether they trade much.
    pub much: bool,
    /// Whether both are democratic.
    pub democratic: bool,
    /// Pair-years and disputes.
    pub counts: Counts,
}

const fn cell(
    neighbours: bool,
    much: bool,
    democratic: bool,
    events: u32,
    cases: u32,
) -> TradeCell {
    TradeCell { neighbours, much, democratic, counts: Counts::of(events, cases) }
}

/// All 39,996 pair-years.
pub const TRADE: [TradeCell; 8] = [
    cell(false, false, false, 443, 17_860),
    cell(false, false, true, 22, 2_165),
    cell(false, true, false, 126, 3_512),
    cell(false, true, true, 10, 1_688),
    cell(true, false, false, 841, 6_944),
    cell(true, false, true, 21, 626),
    cell(true, true, false, 380, 5_022),
    cell(true, true, true, 37, 2_179),
];

/// The pair-years for which a condition holds, together.
///
/// ```
/// use demarche::peace::pairs;
/// let near = pairs::where_trade(|cell| cell.neighbours && cell.much).unwrap();
/// assert_eq!((near.events(), near.cases()), (417, 7_201));
/// ```
pub fn where_trade(holds: impl Fn(&TradeCell) -> bool) -> Option<Counts> {
    let all = TRADE.iter().filter(|cell| holds(cell)).map(|cell| cell.counts);
    all.reduce(|sum, counts| {
        Counts::of(sum.events() + counts.events(), sum.cases() + counts.cases())
    })
}

/// How long ago the last dispute of a pair began, and its pair-years with few and with
/// many common memberships. Years within the file; the first of a pair counts as 0, which
/// is crude.
pub const MEMBERSHIPS_BY_YEARS: [(&str, [Counts; 2]); 4] = [
    ("0 to 1 years", [Counts::of(662, 3_118), Counts::of(491, 1_374)]),
    ("2 to 9 years", [Counts::of(194, 6_985), Counts::of(150, 3_170)]),
    ("10 to 29 years", [Counts::of(136, 8_062), Counts::of(122, 7_229)]),
    ("30 years or more", [Counts::of(36, 2_708), Counts::of(89, 7_350)]),
];

/// The same by border: without one, with one.
pub const MEMBERSHIPS_BY_BORDER: [[Counts; 2]; 2] = [
    [Counts::of(377, 14_929), Counts::of(224, 10_296)],
    [Counts::of(651, 5_944), Counts::of(628, 8_827)],
];

/// Pairs by how many of the two are democratic, none, one, both: without a border, with
/// one.
pub const REGIMES: [[Counts; 3]; 2] = [
    [Counts::of(175, 8_761), Counts::of(394, 12_611), Counts::of(32, 3_853)],
    [Counts::of(713, 6_782), Counts::of(508, 5_184), Counts::of(58, 2_805)],
];

/// Pairs of two democracies, old ones and those of which one stood at 3 or less within ten
/// years: without a border, with one.
pub const YOUNG: [[Counts; 2]; 2] = [
    [Counts::of(26, 3_386), Counts::of(6, 467)],
    [Counts::of(38, 2_500), Counts::of(20, 305)],
];
