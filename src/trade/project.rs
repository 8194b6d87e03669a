//! An investment that the host can seize.

use serde::Serialize;

use super::TradeError;
use crate::numbers::{Amount, Discount, NumberError, Payoff, Share};

/// A project that yields the same in every period, in a country whose state may take a
/// share each time or all of it once. Whoever takes all pays a penalty, if there is a
/// treaty with one, and sees no project again. Ours.
///
/// ```
/// use demarche::numbers::{Amount, Discount};
/// use demarche::trade::Project;
/// let (yields, patience) = (Amount::new(1.0)?, Discount::new(0.8)?);
/// let worth = |penalty| -> Result<f64, Box<dyn std::error::Error>> {
///     Ok(Project::new(yields, patience, Amount::new(penalty)?)?.largest_investment().value())
/// };
/// // Without a treaty 4, and one more for one more.
/// assert!((worth(0.0)? - 4.0).abs() < 1e-12);
/// assert!((worth(0.5)? - 4.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Project {
    yields: Amount,
    patience: Discount,
    penalty: Amount,
}

by_name!(
    Project { yields: Amount, patience: Discount, penalty: Amount }
    => Self::new(yields, patience, penalty)
);

impl Project {
    /// A project of this yield; *δ* of the host and the investor; the penalty.
    ///
    /// # Errors
    /// When the penalty is larger than the yield, so that nothing would ever be seized
    /// and the formulas end.
    pub const fn new(
        yields: Amount,
        patience: Discount,
        penalty: Amount,
    ) -> Result<Self, TradeError> {
        if penalty.value() <= yields.value() {
            return Ok(Self { yields, patience, penalty });
        }
        let expected = "a penalty of at most the yield";
        let found = penalty.value();
        Err(TradeError::Number(NumberError::OutOfDomain { expected, found }))
    }

    /// The least share of the yield that the host must keep in order not to seize all of
    /// it: (1 − *δ*)(1 − *D* / *y*).
    pub const fn least_share(self) -> Share {
        let (yields, penalty) = (self.yields.value(), self.penalty.value());
        let tempted = if yields > 0.0 { 1.0 - penalty / yields } else { 0.0 };
        Share::of_valid((1.0 - self.patience.value()) * tempted)
    }

    /// The most that an investor can put in and have back, counted from the first
    /// period on: what is left to it over all periods, *δ* *y* / (1 − *δ*) + *D*.
    pub const fn largest_investment(self) -> Amount {
        let left = (1.0 - self.least_share().value()) * self.yields.value();
        let worth = left * self.patience.horizon();
        Amount::of_valid(worth.min(Payoff::LARGEST.value()))
    }
}
