//! The great powers from 1816 to 2022.

use serde::Serialize;

use super::Shares;
use crate::numbers::Amount;
use crate::words::words;

words! {
    /// A great power of the Correlates of War list.
    Power: "a great power" {
        /// From 1898.
        UnitedStates = "United States",
        /// All the time.
        Britain = "Britain",
        /// But for 1941 to 1944.
        France = "France",
        /// Prussia first; to 1918, 1925 to 1945, from 1991.
        Germany = "Germany",
        /// To 1918.
        AustriaHungary = "Austria-Hungary",
        /// 1860 to 1943.
        Italy = "Italy",
        /// But for 1918 to 1921; the Soviet Union until 1991.
        Russia = "Russia",
        /// From 1950.
        China = "China",
        /// 1895 to 1945, and from 1991.
        Japan = "Japan",
    }
}

words! {
    /// By what powers are measured.
    Index: "an index" {
        /// The composite index of capability, CINC.
        Capability,
        /// Military spending alone.
        Spending = "military spending",
    }
}

const TABLE: &str = include_str!("majors.csv");

/// The great powers of a year and what each has of what all of them have.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Majors {
    /// Who they are, in the order of [`Power::ALL`].
    pub powers: Vec<Power>,
    /// Their shares, in the same order.
    pub shares: Shares,
}

impl Majors {
    /// The share of a power, if it is one of them.
    pub fn share(&self, power: Power) -> Option<f64> {
        let at = self.powers.iter().position(|other| *other == power)?;
        Some(self.shares.values()[at])
    }
}

/// The great powers of a year from 1816 to 2022 by that index; whoever's spending is not
/// known is left out of that one. Sources: Singer-1972, and COW-majors for the list,
/// carried past 2016.
///
/// ```
/// use demarche::polarity::{Index, PoleRule, Polarity, majors};
/// let read = |year, index| {
///     PoleRule::CUSTOMARY.read(&majors(year, index).unwrap().shares).polarity
/// };
/// // One world of 1955, two words for it.
/// assert_eq!(read(1955, Index::Capability), Polarity::Bipolar);
/// assert_eq!(read(1955, Index::Spending), Polarity::Unipolar);
/// ```
pub fn majors(year: i32, index: Index) -> Option<Majors> {
    rows().find(|row| row.year == year)?.majors(index)
}

/// How many pairs of great powers there were in a year from 1816 to 2010, and how many of
/// them entered a militarised dispute in it (Gibler-2016).
pub fn disputes(year: i32) -> Option<(u32, u32)> {
    rows().find(|row| row.year == year)?.disputes()
}

/// A line of the table.
pub(super) struct Row {
    pub(super) year: i32,
    cells: &'static str,
}

/// All lines, the first year first.
pub(super) fn rows() -> impl Iterator<Item = Row> {
    let lines = TABLE.lines().filter_map(|line| line.split_once(','));
    lines.filter_map(|(year, cells)| Some(Row { year: year.parse().ok()?, cells }))
}

impl Row {
    pub(super) fn majors(&self, index: Index) -> Option<Majors> {
        let cells = self.cells.split(',').take(Power::ALL.len());
        let (mut powers, mut amounts) = (Vec::new(), Vec::new());
        for (power, cell) in Power::ALL.into_iter().zip(cells) {
            let Some((capability, spending)) = cell.split_once(':') else {
                continue;
            };
            let text = match index {
                Index::Capability => capability,
                Index::Spending => spending,
            };
            if let Ok(amount) = text.parse::<u32>() {
                powers.push(power);
                amounts.push(Amount::of_valid(amount.into()));
            }
        }
        let shares = Shares::of(&amounts).ok()?;
        Some(Majors { powers, shares })
    }

    pub(super) fn disputes(&self) -> Option<(u32, u32)> {
        let (cells, entered) = self.cells.rsplit_once(',')?;
        let powers = cells.split(',').filter(|cell| !cell.is_empty()).count();
        let powers = u32::try_from(powers).ok()?;
        Some((powers * (powers - 1) / 2, entered.parse().ok()?))
    }
}
