//! Who pays for a good that all allies have.

use serde::Serialize;

use super::{AlliancesError, counted};
use crate::numbers::{Amount, Payoff, number};

number! {
    /// *a*: the part of its income that an ally would spend on the common good if it
    /// were alone.
    ///
    /// ```
    /// use demarche::alliances::Taste;
    /// assert!(Taste::new(0.0).is_err());
    /// ```
    Taste, "a taste above 0 and below 1", 0.0 < x < 1.0
}

/// Allies with incomes and one taste, (1 − *a*) ln *x* + *a* ln *Q*: *x* is what an ally
/// has left for itself, *Q* what all of them give. Each takes the gifts of the others as
/// they are. After Olson-Zeckhauser-1966.
///
/// ```
/// use demarche::alliances::{Burden, Taste};
/// use demarche::numbers::Amount;
/// let allies = [10.0, 5.0, 1.0].map(|income| Amount::new(income).unwrap());
/// let burden = Burden::new(allies.to_vec(), Taste::new(0.5)?)?;
/// let nash = burden.equilibrium();
/// // The large one pays for all, and they have 5 where 8 would suit them best.
/// assert_eq!(nash.gifts(), [5.0, 0.0, 0.0]);
/// assert_eq!((nash.total(), burden.optimum()), (5.0, 8.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Burden {
    incomes: Vec<Amount>,
    taste: Taste,
}

by_name!(Burden { incomes: Vec<Amount>, taste: Taste } => Self::new(incomes, taste));

impl Burden {
    /// The allies' incomes, in one unit, and their taste.
    ///
    /// # Errors
    /// Without an ally, or with more than 1000.
    pub fn new(incomes: Vec<Amount>, taste: Taste) -> Result<Self, AlliancesError> {
        counted("incomes", incomes.len())?;
        Ok(Self { incomes, taste })
    }

    /// The incomes.
    pub fn incomes(&self) -> &[Amount] {
        &self.incomes
    }

    /// What an ally of this income gives when the others give so much together: *a* *m*
    /// − (1 − *a*) of the others' gifts, and nothing where that is less.
    pub const fn best_reply(&self, income: Amount, others: Amount) -> Amount {
        let taste = self.taste.value();
        let gift = taste * income.value() - (1.0 - taste) * others.value();
        Amount::of_valid(gift.max(0.0))
    }

    /// The gifts of which each is the best reply to the rest; there is one such set
    /// (Bergstrom-Blume-Varian-1986).
    pub fn equilibrium(&self) -> Provision {
        let taste = self.taste.value();
        let mut largest: Vec<f64> =
            self.incomes.iter().map(|income| income.value()).collect();
        largest.sort_by(|a, b| b.total_cmp(a));
        // With so many payers, what each of them keeps; the next pays if it has more.
        let (mut sum, mut payers, mut keeps) = (0.0, 0.0, 0.0);
        for income in largest {
            if income <= keeps {
                break;
            }
            sum += income;
            payers += 1.0;
            keeps = (1.0 - taste) * sum / (taste + payers * (1.0 - taste));
        }
        let gift = |income: &Amount| (income.value() - keeps).max(0.0);
        Provision { gifts: self.incomes.iter().map(gift).collect(), keeps }
    }

    /// What they would give together to be best off in sum: *a* of all income.
    pub fn optimum(&self) -> f64 {
        let all: f64 = self.incomes.iter().map(|income| income.value()).sum();
        self.taste.value() * all
    }
}

/// What each ally gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provision {
    gifts: Vec<f64>,
    keeps: f64,
}

impl Provision {
    /// The gifts, in the order of the incomes.
    pub fn gifts(&self) -> &[f64] {
        &self.gifts
    }

    /// All gifts together.
    pub fn total(&self) -> f64 {
        self.gifts.iter().sum()
    }

    /// The waterline: what every payer keeps. Who has no more than that pays nothing.
    pub const fn keeps(&self) -> f64 {
        self.keeps
    }

    /// How many pay.
    pub fn payers(&self) -> usize {
        self.gifts.iter().filter(|&&gift| gift > 0.0).count()
    }
}

/// Spearman's rank correlation, from −1 to 1; equals share their mean rank. `None` when
/// one side does not vary.
///
/// ```
/// use demarche::alliances::spearman;
/// use demarche::numbers::Payoff;
/// let pairs = [(1.0, 10.0), (2.0, 30.0), (3.0, 20.0)]
///     .map(|(x, y)| (Payoff::new(x).unwrap(), Payoff::new(y).unwrap()));
/// assert_eq!(spearman(&pairs), Some(0.5));
/// ```
pub fn spearman(pairs: &[(Payoff, Payoff)]) -> Option<f64> {
    let (ones, others): (Vec<Payoff>, Vec<Payoff>) = pairs.iter().copied().unzip();
    let (ones, others) = (ranks(&ones), ranks(&others));
    let middle = (pairs.len() as f64 - 1.0) / 2.0;
    let product = |a: &[f64], b: &[f64]| -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum()
    };
    let spread = libm::sqrt(product(&ones, &ones) * product(&others, &others));
    (spread > 0.0).then(|| product(&ones, &others) / spread)
}

/// The rank of each from 0 on, equals at their mean rank.
fn ranks(values: &[Payoff]) -> Vec<f64> {
    let rank = |value: &Payoff| {
        let below = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| *other == value).count();
        below as f64 + (equal as f64 - 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}
