//! An alignment: every state on one of two sides.

use core::fmt;

use serde::Serialize;

use super::whole::Whole;

/// A division of states into two sides, one of them possibly empty.
///
/// The sides have no names: an alignment and its mirror image are the same one, so
/// n states have 2ⁿ⁻¹ alignments. Each state is described by whether it stands
/// apart from the last state.
///
/// ```
/// use demarche::graph::Alignment;
/// // Five courts: Britain, Austria, France, Prussia, Russia.
/// let old = Alignment::of_side(5, &[0, 1, 4]);
/// assert_eq!(old, Alignment::of_side(5, &[2, 3]));
/// assert!(old.together(0, 1) && !old.together(0, 3));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Alignment {
    apart: Vec<bool>,
}

impl Alignment {
    /// From one flag per state, true on one side and false on the other.
    ///
    /// # Panics
    /// When there is no state.
    pub fn new(mut sides: Vec<bool>) -> Self {
        let last = *sides.last().expect("an alignment has a state");
        for side in &mut sides {
            *side ^= last;
        }
        Self { apart: sides }
    }

    /// From the members of one side; the other `states` make the other.
    ///
    /// # Panics
    /// When there is no state, or a member is no state.
    pub fn of_side(states: usize, members: &[usize]) -> Self {
        let mut sides = vec![false; states];
        for &member in members {
            sides[member] = true;
        }
        Self::new(sides)
    }

    /// From a code: bit i of it set when state i stands apart from the last.
    ///
    /// # Panics
    /// When there is no state, or there are more than 64.
    pub fn from_code(states: usize, code: u64) -> Self {
        assert!(states <= 64, "a code holds 64 states");
        Self::new((0..states).map(|state| code >> state & 1 == 1).collect())
    }

    /// The code of this alignment, below 2ⁿ⁻¹.
    ///
    /// # Panics
    /// When there are more than 64 states.
    pub fn code(&self) -> u64 {
        assert!(self.states() <= 64, "a code holds 64 states");
        let bits = self.apart.iter().enumerate();
        bits.fold(0, |code, (state, &apart)| code | u64::from(apart) << state)
    }

    /// How many states there are, on both sides.
    pub fn states(&self) -> usize {
        self.apart.len()
    }

    /// Whether two states stand on the same side.
    ///
    /// # Panics
    /// When one of them is no state.
    pub fn together(&self, a: usize, b: usize) -> bool {
        self.apart[a] == self.apart[b]
    }

    /// The same alignment after one state has changed sides.
    ///
    /// # Panics
    /// When it is no state.
    #[must_use]
    pub fn after_move(&self, state: usize) -> Self {
        let mut sides = self.apart.clone();
        sides[state] = !sides[state];
        Self::new(sides)
    }

    /// The members of both sides in order, first the side of state 0.
    pub fn sides(&self) -> (Vec<usize>, Vec<usize>) {
        (0..self.states()).partition(|&state| self.together(0, state))
    }

    /// How many states have to change sides to turn one alignment into the other:
    /// the number misplaced, from 0 to n/2.
    ///
    /// # Panics
    /// When the two divide different numbers of states.
    pub fn misplaced(&self, other: &Self) -> usize {
        assert_eq!(self.states(), other.states(), "alignments of the same states");
        let pairs = self.apart.iter().zip(&other.apart);
        let moved = pairs.filter(|(a, b)| a != b).count();
        moved.min(self.states() - moved)
    }

    /// The two sides with names: `Britain, Prussia | Austria, France, Russia`.
    ///
    /// # Panics
    /// When there are fewer names than states.
    pub fn told<S: AsRef<str>>(&self, names: &[S]) -> String {
        let list = |side: Vec<usize>| {
            let told: Vec<&str> = side.iter().map(|&i| names[i].as_ref()).collect();
            told.join(", ")
        };
        let (first, second) = self.sides();
        if second.is_empty() {
            return format!("{} | nobody", list(first));
        }
        format!("{} | {}", list(first), list(second))
    }

    pub(crate) fn spins<N: Whole>(&self) -> Vec<N> {
        let spin = |&apart: &bool| if apart { -N::one() } else { N::one() };
        self.apart.iter().map(spin).collect()
    }
}

impl fmt::Display for Alignment {
    /// The sides as numbers of states: `0 3 | 1 2 4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.sides();
        for state in first {
            write!(f, "{state} ")?;
        }
        f.write_str("|")?;
        second.iter().try_for_each(|state| write!(f, " {state}"))
    }
}
