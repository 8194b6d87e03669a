//! Whose friend carries the aid, and what is taken on the road.

use serde::Serialize;

use crate::numbers::{Amount, NumberError, Probability, Size};
use crate::peace::Rebels;

/// Two sides of a front, each with a corridor and a need. Who leans to one side is let
/// through there and held up on the other. Ours.
///
/// ```
/// use demarche::aid::Access;
/// let access = |leaning| Access::new(60.0, 60.0, leaning).unwrap().delivered();
/// // To be nobody's friend brings all of it, to be one side's friend half.
/// assert_eq!(access(0.0), [60.0, 60.0]);
/// assert_eq!(access(1.0), [60.0, 0.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Access {
    corridor: Amount,
    need: Amount,
    leaning: f64,
}

by_name!(
    Access { corridor: f64, need: f64, leaning: f64 }
    => Self::new(corridor, need, leaning)
);

impl Access {
    /// What each corridor takes for who leans to neither, what each side needs, and *κ*:
    /// how far the carrier leans, from −1 (wholly to the second) to 1 (to the first).
    ///
    /// # Errors
    /// When an amount is negative or the leaning outside −1 to 1.
    pub fn new(corridor: f64, need: f64, leaning: f64) -> Result<Self, NumberError> {
        let (corridor, need) = (Amount::new(corridor)?, Amount::new(need)?);
        // The size of a leaning is a part like a probability.
        Probability::new(leaning.abs()).map_err(|_| NumberError::OutOfDomain {
            expected: "a leaning between -1 and 1",
            found: leaning,
        })?;
        Ok(Self { corridor, need, leaning })
    }

    /// What each side gets: its corridor times 1 + *κ* or 1 − *κ*, and no more than it
    /// needs.
    pub fn delivered(self) -> [f64; 2] {
        [1.0, -1.0].map(|side| {
            let open = self.corridor.value() * (1.0 + side * self.leaning);
            open.min(self.need.value())
        })
    }
}

/// Aid to people in a war over a prize, part of it taken by those who fight: what arrives
/// raises what a day of peace is worth, what is taken adds to the prize. Ours, on
/// [`Rebels`].
///
/// ```
/// use demarche::aid::Toll;
/// use demarche::numbers::{Amount, Probability, Size};
/// let taken = |part| Toll {
///     prize: Amount::new(10.0).unwrap(),
///     wage: Size::new(1.0).unwrap(),
///     people: Size::new(90.0).unwrap(),
///     aid: Amount::new(18.0).unwrap(),
///     taken: Probability::new(part).unwrap(),
/// };
/// // Ten fight without aid. A tenth taken is what it bears.
/// assert!((taken(0.0).fighters() - 10.0 / 1.2).abs() < 1e-12);
/// assert!((taken(0.1).bearable().value() - 0.1).abs() < 1e-12);
/// assert!(taken(0.2).fighters() > 10.0);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Toll {
    /// What they fight over.
    pub prize: Amount,
    /// What a day of peace is worth to a man without aid.
    pub wage: Size,
    /// How many share what arrives.
    pub people: Size,
    /// What is sent, in the unit of prize and wage.
    pub aid: Amount,
    /// The part that is taken on the road.
    pub taken: Probability,
}

by_name!(Toll {
    prize: Amount,
    wage: Size,
    people: Size,
    aid: Amount,
    taken: Probability,
});

impl Toll {
    /// How many fight with the aid as it is.
    pub fn fighters(self) -> f64 {
        let (aid, taken) = (self.aid.value(), self.taken.value());
        let prize = self.prize.value() + taken * aid;
        let wage = self.wage.value() + (1.0 - taken) * aid / self.people.value();
        prize / wage
    }

    /// How many would without any.
    pub fn without_aid(self) -> f64 {
        Rebels { prize: self.prize, wage: self.wage }.fighters()
    }

    /// The part up to which aid calms: the prize over the prize and all wages. It does
    /// not depend on how much is sent.
    pub fn bearable(self) -> Probability {
        let wages = self.wage.value() * self.people.value();
        let prize = self.prize.value();
        Probability::of_valid(if prize > 0.0 {
            1.0 / (1.0 + wages / prize)
        } else {
            0.0
        })
    }
}
