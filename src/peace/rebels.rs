//! What help does to the price of fighting.

use serde::Serialize;

use crate::numbers::{Amount, Size};

/// Men fight over a prize as long as a fighter's part of it is worth more than a wage.
/// After Dal-Bo-2011, in a form of our own.
///
/// ```
/// use demarche::numbers::{Amount, Size};
/// use demarche::peace::Rebels;
/// let rebels = |prize: f64, wage: f64| -> Result<_, demarche::numbers::NumberError> {
///     Ok(Rebels { prize: Amount::new(prize)?, wage: Size::new(wage)? }.fighters())
/// };
/// // Help that raises wages calms, help that can be taken inflames.
/// assert_eq!((rebels(10.0, 1.0)?, rebels(10.0, 1.25)?, rebels(12.0, 1.0)?), (10.0, 8.0, 12.0));
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Rebels {
    /// What can be won by fighting.
    pub prize: Amount,
    /// What a man earns in peace.
    pub wage: Size,
}

by_name!(Rebels { prize: Amount, wage: Size });

impl Rebels {
    /// How many fight: the prize over the wage.
    pub const fn fighters(self) -> f64 {
        self.prize.value() / self.wage.value()
    }

    /// Whether help that multiplies the wage and the prize by so much leaves fewer
    /// fighters: when it raises wages by more.
    pub fn calms(wage: Size, prize: Size) -> bool {
        wage > prize
    }
}
