//! Offers and counter-offers: what patience and a way out are worth.

use serde::Serialize;

use super::BargainingError;
use crate::numbers::{Discount, Share, at_least};

/// Two sides who divide a pie of 1 by offers in turn, the first beginning. A refused
/// offer costs a round, and each round is worth *δ* of the one before. Who refuses may
/// also leave and take its way out, which ends the talks.
///
/// ```
/// use demarche::bargaining::Offers;
/// use demarche::numbers::{Discount, Share};
/// let offers = |way_out: f64| {
///     let patience = [Discount::new(0.9)?; 2];
///     let ways_out = [Share::new(0.0)?, Share::new(way_out)?];
///     Ok::<_, demarche::numbers::NumberError>(Offers { patience, ways_out })
/// };
/// let first = |offers: Offers| offers.division().unwrap().first.value();
/// // 10/19, and a way out of 0.45 changes nothing: talking on is worth more than that.
/// assert_eq!(first(offers(0.45)?), first(offers(0.0)?));
/// assert_eq!(first(offers(0.6)?), 0.4);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Offers {
    /// *δ* of the first and of the second.
    pub patience: [Discount; 2],
    /// What the first and the second get if they leave, as shares of the pie.
    pub ways_out: [Share; 2],
}

by_name!(Offers { patience: [Discount; 2], ways_out: [Share; 2] });

/// What the offers come to: an agreement in the first round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Division {
    /// The share of the first.
    pub first: Share,
    /// Whose way out changes the division, of the first and of the second.
    pub binds: [bool; 2],
}

impl Division {
    /// The share of the second.
    pub const fn second(self) -> Share {
        Share::of_valid(1.0 - self.first.value())
    }
}

impl Offers {
    /// The division to which neither has a better reply: (1 − *δ*₂) / (1 − *δ*₁ *δ*₂)
    /// for the first as long as no way out beats what talking on brings. One that does
    /// is granted in full, and no more. `None` when the two ways out exceed the pie: then
    /// they part. Source: Rubinstein-1982; ways out as the field's outside options.
    pub const fn division(self) -> Option<Division> {
        let [d1, d2] = [self.patience[0].value(), self.patience[1].value()];
        let [w1, w2] = [self.ways_out[0].value(), self.ways_out[1].value()];
        if !at_least(1.0, w1 + w2, 1.0) {
            return None;
        }
        let (x1, x2) = ((1.0 - d2) / (1.0 - d1 * d2), (1.0 - d1) / (1.0 - d1 * d2));
        // A tie binds nobody, within rounding.
        let neither = at_least(d1 * x1, w1, 1.0) && at_least(d2 * x2, w2, 1.0);
        // The share of the first if a way out is granted, the second's or its own.
        let (granting, granted) = (1.0 - w2, 1.0 - d2 * (1.0 - w1));
        let (first, binds) = if neither {
            (x1, [false, false])
        } else if w1 <= d1 * granting && w2 >= d2 * (1.0 - d1 * granting) {
            (granting, [false, true])
        } else if w2 <= d2 * (1.0 - w1) && w1 >= d1 * granted {
            (granted, [true, false])
        } else {
            (granting, [true, true])
        };
        Some(Division { first: Share::of_valid(first), binds })
    }
}

/// The first's share when only so many offers can be made in all, the first making the
/// first of them, and no agreement leaves both with nothing: 1 for a single one, and
/// 1 − *δ*₂ + *δ*₁ *δ*₂ times the share with two offers fewer. Source: Stahl-1972.
///
/// ```
/// use demarche::bargaining::stahl;
/// use demarche::numbers::Discount;
/// let patience = [Discount::new(0.9)?; 2];
/// // Who makes the last offer has nearly all: 1, 0.1, 0.91, 0.181.
/// let shares = [1, 2, 3, 4].map(|rounds| stahl(rounds, patience).value());
/// assert!(shares[1] < 0.11 && shares[2] > 0.9 && shares[3] < 0.19);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub const fn stahl(rounds: u16, patience: [Discount; 2]) -> Share {
    let [d1, d2] = [patience[0].value(), patience[1].value()];
    let mut share = if rounds % 2 == 1 { 1.0 } else { 0.0 };
    let mut left = rounds / 2;
    while left > 0 {
        share = 1.0 - d2 + d1 * d2 * share;
        left -= 1;
    }
    Share::of_valid(share.clamp(0.0, 1.0))
}

/// Some small states that bargain as one with a large one, who makes the first offer.
/// Each could get something elsewhere; together they could get the sum. All have the
/// same patience. Ours.
///
/// ```
/// use demarche::bargaining::Coalition;
/// use demarche::numbers::{Discount, Share};
/// let of = |members| {
///     Coalition::new(members, Share::new(0.15)?, Discount::new(0.9)?)
///         .map_err(Box::<dyn std::error::Error>::from)
/// };
/// // One, two or three get 9/19 together, four get 0.6.
/// assert_eq!(of(1)?.share(), of(3)?.share());
/// assert_eq!(of(4)?.share().value(), 0.6);
/// assert_eq!(of(1)?.least_that_binds(), Some(4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Coalition {
    members: u32,
    each: Share,
    patience: Discount,
}

by_name!(
    Coalition { members: u32, each: Share, patience: Discount }
    => Self::new(members, each, patience)
);

impl Coalition {
    /// So many members, each with a way out worth `each`.
    ///
    /// # Errors
    /// When their ways out are together worth more than the pie.
    pub const fn new(
        members: u32,
        each: Share,
        patience: Discount,
    ) -> Result<Self, BargainingError> {
        if at_least(1.0, members as f64 * each.value(), 1.0) {
            Ok(Self { members, each, patience })
        } else {
            Err(BargainingError::WaysOutTooLarge { members, each })
        }
    }

    /// What the members could get elsewhere, together.
    pub const fn way_out(self) -> Share {
        Share::of_valid((self.members as f64 * self.each.value()).min(1.0))
    }

    /// What they get together: *δ* / (1 + *δ*), or their way out if that is more.
    pub const fn share(self) -> Share {
        let offers = Offers {
            patience: [self.patience; 2],
            ways_out: [NOTHING, self.way_out()],
        };
        match offers.division() {
            Some(division) => division.second(),
            None => unreachable!(),
        }
    }

    /// How many members it takes before their way out changes anything; `None` when no
    /// number does whose ways out fit into the pie.
    pub fn least_that_binds(self) -> Option<u32> {
        let talking = self.patience.value() / (1.0 + self.patience.value());
        let together = |members: u32| f64::from(members) * self.each.value();
        let binds = |members| !at_least(talking, together(members), 1.0);
        let (mut without, mut with) = (0, u32::MAX);
        while with - without > 1 {
            let half = without.midpoint(with);
            *(if binds(half) { &mut with } else { &mut without }) = half;
        }
        (binds(with) && at_least(1.0, together(with), 1.0)).then_some(with)
    }
}

const NOTHING: Share = Share::of_valid(0.0);
