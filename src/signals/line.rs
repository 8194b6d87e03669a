//! The two ways a line goes wrong, as two types.

use serde::{Deserialize, Serialize};

use super::surely;
use crate::numbers::ErrorRate;

/// A move comes out other than it was meant, at rate *e*, and both sides see what
/// came out: an officer exceeds his orders, a patrol strays over the border.
///
/// In the field: implementation error, trembling hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SlipOfHand(ErrorRate);

/// A move is made as meant and misread by the other side, at rate *e*; each side
/// knows its own move, so the two now remember different histories: a research
/// rocket read as a missile.
///
/// In the field: perception error, misperception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SlipOfEar(ErrorRate);

impl SlipOfHand {
    /// Slips of the hand at this rate.
    pub const fn new(rate: ErrorRate) -> Self {
        Self(rate)
    }

    /// How often a move comes out wrong.
    pub const fn rate(self) -> ErrorRate {
        self.0
    }
}

impl SlipOfEar {
    /// Slips of the ear at this rate.
    pub const fn new(rate: ErrorRate) -> Self {
        Self(rate)
    }

    /// How often a move is misread.
    pub const fn rate(self) -> ErrorRate {
        self.0
    }
}

/// The line between two governments: how often hands slip, how often ears do.
/// The two kinds are independent of each other, of the side and of the round.
///
/// ```
/// use demarche::numbers::ErrorRate;
/// use demarche::signals::{Line, SlipOfEar, SlipOfHand};
/// let rate = ErrorRate::new(0.01)?;
/// // The compiler keeps the two apart; what works against one may fail the other.
/// let hand = Line::from(SlipOfHand::new(rate));
/// let ear = Line::from(SlipOfEar::new(rate));
/// assert_ne!(hand, ear);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Line {
    hand: SlipOfHand,
    ear: SlipOfEar,
}

by_name!(Line { hand: SlipOfHand, ear: SlipOfEar });

impl Line {
    /// A line with both kinds of slip.
    pub const fn new(hand: SlipOfHand, ear: SlipOfEar) -> Self {
        Self { hand, ear }
    }

    /// The line that never fails.
    ///
    /// # Panics
    /// Never: 0 is an error rate.
    pub fn clear() -> Self {
        let never = surely(ErrorRate::new(0.0));
        Self { hand: SlipOfHand(never), ear: SlipOfEar(never) }
    }

    /// Its slips of the hand.
    pub const fn hand(self) -> SlipOfHand {
        self.hand
    }

    /// Its slips of the ear.
    pub const fn ear(self) -> SlipOfEar {
        self.ear
    }

    /// Whether nothing ever goes wrong on it.
    pub fn is_clear(self) -> bool {
        self == Self::clear()
    }
}

impl From<SlipOfHand> for Line {
    fn from(hand: SlipOfHand) -> Self {
        Self { hand, ..Self::clear() }
    }
}

impl From<SlipOfEar> for Line {
    fn from(ear: SlipOfEar) -> Self {
        Self { ear, ..Self::clear() }
    }
}
