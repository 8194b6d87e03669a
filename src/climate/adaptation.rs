//! What each does for itself, and what that does to a neighbour; how many must be immune.

use serde::Serialize;

use crate::numbers::{Amount, Rate, Share, Size};

/// A country that adapts: walls, wells, other crops. Adapting by a part *α* spares it so
/// much of the damage, costs it *k* *α*²/2, and may cost a neighbour something for each
/// unit: a dam upstream. Ours.
///
/// ```
/// use demarche::climate::Adaptation;
/// use demarche::numbers::{Amount, Size};
/// let adapting = |spill| Adaptation {
///     damage: Amount::new(3.0).unwrap(),
///     cost: Size::new(5.0).unwrap(),
///     spill: Amount::new(spill).unwrap(),
/// };
/// // Behind a wall of its own each does what all would wish.
/// assert_eq!(adapting(0.0).own(), adapting(0.0).joint());
/// // Behind a dam it does three times as much.
/// assert_eq!((adapting(2.0).own().value(), adapting(2.0).joint().value()), (0.6, 0.2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Adaptation {
    /// What the damage costs without adapting.
    pub damage: Amount,
    /// *k*: how steeply adapting costs.
    pub cost: Size,
    /// What adapting wholly would cost a neighbour.
    pub spill: Amount,
}

by_name!(Adaptation { damage: Amount, cost: Size, spill: Amount });

impl Adaptation {
    /// By which part the country adapts for its own sake: the damage over *k*, at most
    /// wholly.
    pub fn own(self) -> Share {
        self.part(self.damage.value())
    }

    /// By which part it would if it counted the neighbour's loss as its own.
    pub fn joint(self) -> Share {
        self.part((self.damage.value() - self.spill.value()).max(0.0))
    }

    fn part(self, spared: f64) -> Share {
        Share::of_valid((spared / self.cost.value()).min(1.0))
    }
}

/// Which part of a people must be immune for a disease to die out: one less one over how
/// many each case infects, and nobody where that is at most one.
///
/// ```
/// use demarche::climate::herd_threshold;
/// use demarche::numbers::Rate;
/// assert_eq!(herd_threshold(Rate::new(5.0)?).value(), 0.8);
/// assert_eq!(herd_threshold(Rate::new(0.9)?).value(), 0.0);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn herd_threshold(each_infects: Rate) -> Share {
    Share::of_valid((1.0 - 1.0 / each_infects.value()).max(0.0))
}
