//! What steadies a country: ties, many suppliers, a bound tariff.

use serde::Serialize;

use super::{TradeError, World};
use crate::numbers::{NumberError, Share};

/// How much each country's welfare swings, as the standard deviation of its logarithm,
/// when the costs between pairs swing one by one: `swing(one, other)` is that of the
/// logarithm of the cost between two. To first order, so for small swings; a closed
/// border does not swing.
///
/// ```
/// use demarche::numbers::Size;
/// use demarche::trade::{Elasticity, TradeCost, World, steadiness};
/// let sizes = [Size::new(10.0)?, Size::new(6.0)?, Size::new(4.0)?];
/// let world = World::even(&sizes, TradeCost::new(1.5)?, Elasticity::new(5.0)?)?;
/// let restless = steadiness(&world, |_, _| 0.1)?;
/// // A tie between the first and the third halves what moves between them.
/// let tied = |one, other| if (one, other) == (0, 2) { 0.05 } else { 0.1 };
/// let steadier = steadiness(&world, tied)?;
/// assert!(steadier[0] < restless[0] && steadier[2] < restless[2]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When a world would not settle.
pub fn steadiness(
    world: &World,
    swing: impl Fn(usize, usize) -> f64,
) -> Result<Vec<f64>, TradeError> {
    let n = world.countries();
    let mut variance = vec![0.0; n];
    for one in 0..n {
        for other in one + 1..n {
            let stretched = |step: f64| {
                world.settled_with(|i, j| {
                    let between = (i, j) == (one, other) || (j, i) == (one, other);
                    if between { libm::exp(step) } else { 1.0 }
                })
            };
            let (more, less) = (stretched(STEP)?, stretched(-STEP)?);
            for (country, variance) in variance.iter_mut().enumerate() {
                let change = more.welfare(country) / less.welfare(country);
                let slope = libm::log(change) / (2.0 * STEP);
                *variance +=
                    (slope * swing(one, other)) * (slope * swing(one, other));
            }
        }
    }
    Ok(variance.into_iter().map(f64::sqrt).collect())
}

/// Small against what bends, large against what the solver leaves.
const STEP: f64 = 1e-4;

/// Suppliers of equal weight whose deliveries swing alike, and to some part together.
///
/// ```
/// use demarche::numbers::Share;
/// use demarche::trade::Suppliers;
/// let swing = |count| -> Result<f64, Box<dyn std::error::Error>> {
///     Ok(Suppliers::new(count, Share::new(0.2)?, Share::new(0.3)?)?.swing())
/// };
/// // Five are steadier than one; a thousand are hardly steadier than five.
/// assert!(swing(5)? < 0.14 && swing(1000)? > 0.1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Suppliers {
    count: u32,
    swing: Share,
    together: Share,
}

by_name!(
    Suppliers { count: u32, swing: Share, together: Share }
    => Self::new(count, swing, together)
);

impl Suppliers {
    /// So many suppliers, each with this standard deviation, any two with this
    /// correlation.
    ///
    /// # Errors
    /// When there is none.
    pub const fn new(
        count: u32,
        swing: Share,
        together: Share,
    ) -> Result<Self, TradeError> {
        if count == 0 {
            let expected = "at least one supplier";
            let found = 0.0;
            return Err(TradeError::Number(NumberError::OutOfDomain {
                expected,
                found,
            }));
        }
        Ok(Self { count, swing, together })
    }

    /// The variance of the whole: *s*² (*r* + (1 − *r*) / *n*).
    pub fn variance(self) -> f64 {
        let (s, together) = (self.swing.value(), self.together.value());
        s * s * (together + (1.0 - together) / f64::from(self.count))
    }

    /// Its standard deviation.
    pub fn swing(self) -> f64 {
        self.variance().sqrt()
    }

    /// What no number of suppliers takes away: *s* times the root of *r*.
    pub fn floor(self) -> f64 {
        self.swing.value() * self.together.value().sqrt()
    }
}

/// A tariff that politics would put anywhere from 0 to `most`, and that a treaty binds:
/// it never exceeds the bound.
///
/// ```
/// use demarche::numbers::Share;
/// use demarche::trade::Binding;
/// let treaty = Binding { most: Share::new(0.5)?, bound: Share::new(0.1)? };
/// assert!((treaty.mean() - 0.09).abs() < 1e-12);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Binding {
    /// The largest tariff without it.
    pub most: Share,
    /// The largest with it.
    pub bound: Share,
}

by_name!(Binding { most: Share, bound: Share });

impl Binding {
    /// The tariff to expect: *b* − *b*² / (2 *M*) for a bound *b* below *M*.
    pub const fn mean(self) -> f64 {
        let (most, bound) = self.ends();
        if most > 0.0 { bound - bound * (bound / most) / 2.0 } else { 0.0 }
    }

    /// Its standard deviation.
    pub fn swing(self) -> f64 {
        let (most, bound) = self.ends();
        if most <= 0.0 {
            return 0.0;
        }
        let part = bound / most;
        let square = bound * bound * (1.0 - part) + bound * bound * part / 3.0;
        (square - self.mean() * self.mean()).max(0.0).sqrt()
    }

    const fn ends(self) -> (f64, f64) {
        let most = self.most.value();
        (most, self.bound.value().min(most))
    }
}
