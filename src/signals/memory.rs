//! Strategies that remember one round.

use serde::{Deserialize, Serialize};

use super::{Line, Machine, State, surely};
use crate::games::Move;
use crate::numbers::Probability;

/// A strategy that looks back one round: how likely it is to cooperate after each
/// of the four outcomes, its own move named first: CC, CD, DC, DD.
///
/// ```
/// use demarche::games::Move::{Cooperate, Defect};
/// use demarche::signals::MemoryOne;
/// // Tit-for-tat asks only what the other did.
/// let tft = MemoryOne::TIT_FOR_TAT;
/// assert_eq!(tft.after(Defect, Cooperate).value(), 1.0);
/// assert_eq!(tft.after(Cooperate, Defect).value(), 0.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "[Probability; 4]", into = "[Probability; 4]")]
pub struct MemoryOne {
    after: [Leaning; 4],
}

/// How likely to cooperate and how likely to defect: kept apart, because one minus
/// what is almost 1 forgets a slip in a billion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Leaning {
    pub(super) cooperate: f64,
    pub(super) defect: f64,
}

impl Leaning {
    const YES: Self = Self::of(1.0);
    const NO: Self = Self::of(0.0);

    const fn of(cooperate: f64) -> Self {
        Self { cooperate, defect: 1.0 - cooperate }
    }

    /// This, or with probability `e` the other.
    fn or(self, other: Self, e: f64) -> Self {
        let mixed = |p: f64, q: f64| (1.0 - e) * p + e * q;
        Self {
            cooperate: mixed(self.cooperate, other.cooperate),
            defect: mixed(self.defect, other.defect),
        }
    }

    const fn opposite(self) -> Self {
        Self { cooperate: self.defect, defect: self.cooperate }
    }
}

impl MemoryOne {
    /// Does what the other did: (1, 0, 1, 0).
    pub const TIT_FOR_TAT: Self =
        Self { after: [Leaning::YES, Leaning::NO, Leaning::YES, Leaning::NO] };
    /// Repeats a move that paid and changes one that did not: (1, 0, 0, 1). Also
    /// called Pavlov.
    pub const WIN_STAY_LOSE_SHIFT: Self =
        Self { after: [Leaning::YES, Leaning::NO, Leaning::NO, Leaning::YES] };
    /// Cooperates come what may.
    pub const ALWAYS_COOPERATE: Self = Self { after: [Leaning::YES; 4] };
    /// Defects come what may.
    pub const ALWAYS_DEFECT: Self = Self { after: [Leaning::NO; 4] };
    /// Cooperates only after mutual cooperation: (1, 0, 0, 0), the grim trigger of
    /// one who forgets the round before last.
    pub const ONE_STEP_GRIM: Self =
        Self { after: [Leaning::YES, Leaning::NO, Leaning::NO, Leaning::NO] };

    /// A strategy from its probabilities of cooperating after CC, CD, DC and DD.
    pub const fn new(
        cc: Probability,
        cd: Probability,
        dc: Probability,
        dd: Probability,
    ) -> Self {
        Self {
            after: [
                Leaning::of(cc.value()),
                Leaning::of(cd.value()),
                Leaning::of(dc.value()),
                Leaning::of(dd.value()),
            ],
        }
    }

    /// Generous tit-for-tat: forgives a defection with probability *g*,
    /// (1, *g*, 1, *g*). Source: Nowak-Sigmund-1992.
    pub const fn generous(g: Probability) -> Self {
        let forgives = Leaning::of(g.value());
        Self { after: [Leaning::YES, forgives, Leaning::YES, forgives] }
    }

    /// How likely it is to cooperate after this outcome, its own move first.
    ///
    /// # Panics
    /// Never: the strategy holds probabilities only.
    pub fn after(&self, own: Move, other: Move) -> Probability {
        let value = self.after[own as usize * 2 + other as usize].cooperate;
        surely(Probability::new(value))
    }

    /// The same strategy as it is played over a line. With a slip of the ear it acts
    /// now and then on the wrong memory of the other's move: CC and CD change places
    /// with probability *e*, and DC and DD. With a slip of the hand every
    /// probability *p* becomes (1 − *e*) *p* + *e* (1 − *p*).
    ///
    /// ```
    /// use demarche::games::Move::{Cooperate, Defect};
    /// use demarche::numbers::ErrorRate;
    /// use demarche::signals::{MemoryOne, SlipOfEar, SlipOfHand};
    /// let e = ErrorRate::new(0.1)?;
    /// // One that always cooperates need not hear, but it has a hand.
    /// let saint = MemoryOne::ALWAYS_COOPERATE;
    /// assert_eq!(saint.over(SlipOfEar::new(e)).after(Cooperate, Defect).value(), 1.0);
    /// assert_eq!(saint.over(SlipOfHand::new(e)).after(Cooperate, Defect).value(), 0.9);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    #[must_use]
    pub fn over(&self, line: impl Into<Line>) -> Self {
        let line = line.into();
        let ear = line.ear().rate().value();
        let hand = line.hand().rate().value();
        let [cc, cd, dc, dd] = self.after;
        let heard = [cc.or(cd, ear), cd.or(cc, ear), dc.or(dd, ear), dd.or(dc, ear)];
        Self { after: heard.map(|meant| meant.or(meant.opposite(), hand)) }
    }

    /// The machine that opens with this move and then plays the strategy: one state
    /// for the opening and one for each outcome.
    ///
    /// # Panics
    /// Never: the machine is whole by construction.
    pub fn machine(&self, opening: Move) -> Machine {
        let opens = if opening == Move::Cooperate { 1.0 } else { 0.0 };
        let opens = surely(Probability::new(opens));
        let plays = [opens].into_iter().chain(<[Probability; 4]>::from(*self));
        let states = plays.map(|plays| State::new(plays, [1, 2, 3, 4]));
        surely(Machine::new(states.collect(), 0))
    }

    pub(super) const fn leanings(&self) -> [Leaning; 4] {
        self.after
    }
}

impl From<[Probability; 4]> for MemoryOne {
    fn from([cc, cd, dc, dd]: [Probability; 4]) -> Self {
        Self::new(cc, cd, dc, dd)
    }
}

impl From<MemoryOne> for [Probability; 4] {
    fn from(strategy: MemoryOne) -> Self {
        strategy.after.map(|leaning| surely(Probability::new(leaning.cooperate)))
    }
}
