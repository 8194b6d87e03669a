//! States, borders, and how easily a war crosses them.

use serde::Serialize;

use super::{CrisisError, counted};
use crate::numbers::Probability;

/// A border between two states, by their numbers from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Border {
    /// The states on its sides.
    pub between: [usize; 2],
    /// The chance that a war on one side crosses it.
    pub crosses: Probability,
}

by_name!(Border { between: [usize; 2], crosses: Probability });

/// A map on which a war in one state crosses each border once or never, whatever happens
/// at the others.
///
/// ```
/// use demarche::crisis::BorderMap;
/// use demarche::numbers::Probability;
/// // Three in a row: the first burns, then perhaps the second, then perhaps the third.
/// let row = BorderMap::of(3, &[[0, 1], [1, 2]], Probability::new(0.5)?)?;
/// assert_eq!(row.outbreak(0)?.expected(), 1.75);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BorderMap {
    states: usize,
    borders: Vec<Border>,
}

by_name!(
    BorderMap { states: usize, borders: Vec<Border> } => Self::new(states, borders)
);

impl BorderMap {
    /// The most states on a map.
    pub const MOST: usize = 64;

    /// So many states and these borders.
    ///
    /// # Errors
    /// Without a state, with more than 64, when a border has a side that is no state, or
    /// twice the same, or is there twice.
    pub fn new(states: usize, borders: Vec<Border>) -> Result<Self, CrisisError> {
        counted("states", (1, Self::MOST), states)?;
        for (at, border) in borders.iter().enumerate() {
            let [one, other] = border.between;
            for found in [one, other] {
                if found >= states {
                    let last = states - 1;
                    return Err(CrisisError::NoSuchState { last, found });
                }
            }
            let same =
                |b: &Border| b.between == [one, other] || b.between == [other, one];
            if one == other || borders[..at].iter().any(same) {
                return Err(CrisisError::SameBorder { one, other });
            }
        }
        Ok(Self { states, borders })
    }

    /// The same with one chance for all borders.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn of(
        states: usize,
        borders: &[[usize; 2]],
        crosses: Probability,
    ) -> Result<Self, CrisisError> {
        let border = |&between: &[usize; 2]| Border { between, crosses };
        Self::new(states, borders.iter().map(border).collect())
    }

    /// How many states there are.
    pub const fn states(&self) -> usize {
        self.states
    }

    /// The borders.
    pub fn borders(&self) -> &[Border] {
        &self.borders
    }

    /// The same map with one border closed, by its place in [`borders`](Self::borders).
    ///
    /// # Panics
    /// When there is no such border.
    #[must_use]
    pub fn closed(&self, border: usize) -> Self {
        let mut closed = self.clone();
        closed.borders.remove(border);
        closed
    }

    /// The same map with all borders of one state closed.
    #[must_use]
    pub fn without(&self, state: usize) -> Self {
        let open = |border: &&Border| !border.between.contains(&state);
        let borders = self.borders.iter().filter(open).copied().collect();
        Self { states: self.states, borders }
    }

    pub(super) fn check(&self, state: usize) -> Result<(), CrisisError> {
        if state < self.states {
            return Ok(());
        }
        let last = self.states - 1;
        Err(CrisisError::NoSuchState { last, found: state })
    }
}
