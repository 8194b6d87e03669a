//! A culture, two of them, and the meetings that it takes until they are one.

use serde::{Deserialize, Serialize};

use super::{CultureError, FEATURES, counted};
use crate::numbers::Probability;

/// A culture: a trait, a number from 0 to 255, for each of its 1 to 16 features. What the
/// numbers stand for is the reader's affair; only whether two are equal counts.
///
/// ```
/// use demarche::culture::Culture;
/// // Language, script, game.
/// let (north, south) = (Culture::new(&[1, 1, 7])?, Culture::new(&[1, 1, 4])?);
/// assert_eq!(north.likeness(south)?.shared(), 2);
/// # Ok::<(), demarche::culture::CultureError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Culture {
    pub(super) traits: [u8; FEATURES],
    features: u8,
}

impl Culture {
    /// A culture of these traits.
    ///
    /// # Errors
    /// Without a trait, or with more than 16.
    pub fn new(traits: &[u8]) -> Result<Self, CultureError> {
        counted("features", (1, FEATURES), traits.len())?;
        let mut all = [0; FEATURES];
        all[..traits.len()].copy_from_slice(traits);
        Ok(Self::of(all, traits.len()))
    }

    #[allow(clippy::cast_possible_truncation, reason = "16 at most")]
    pub(super) const fn of(traits: [u8; FEATURES], features: usize) -> Self {
        Self { traits, features: features as u8 }
    }

    /// Its traits, one for each feature.
    pub fn traits(&self) -> &[u8] {
        &self.traits[..usize::from(self.features)]
    }

    /// How alike two cultures are.
    ///
    /// # Errors
    /// When they have different numbers of features.
    pub fn likeness(self, other: Self) -> Result<Likeness, CultureError> {
        self.beside(other)?;
        let pairs = self.traits().iter().zip(other.traits());
        let mut shared = 0;
        for (own, its) in pairs {
            shared += u8::from(own == its);
        }
        Likeness::new(shared, self.features)
    }

    /// The same culture after it learnt so many features of another, the first in which
    /// they differ; all, if there are no more.
    ///
    /// ```
    /// use demarche::culture::Culture;
    /// let (home, host) = (Culture::new(&[0; 5])?, Culture::new(&[1; 5])?);
    /// let envoy = home.learning(host, 4)?;
    /// // Nearly at home with the host, and nearly a stranger at home.
    /// assert_eq!(envoy.likeness(host)?.meetings(), Some(1.25));
    /// assert!(envoy.likeness(home)?.meetings().unwrap() > 10.0);
    /// # Ok::<(), demarche::culture::CultureError>(())
    /// ```
    ///
    /// # Errors
    /// When the two have different numbers of features.
    pub fn learning(
        mut self,
        other: Self,
        count: usize,
    ) -> Result<Self, CultureError> {
        self.beside(other)?;
        let pairs = self.traits.iter_mut().zip(other.traits);
        for (own, its) in pairs.filter(|(own, its)| **own != *its).take(count) {
            *own = its;
        }
        Ok(self)
    }

    const fn beside(self, other: Self) -> Result<(), CultureError> {
        if self.features == other.features {
            return Ok(());
        }
        let (expected, found) = (self.features as usize, other.features as usize);
        Err(CultureError::Uneven { expected, found })
    }
}

impl TryFrom<Vec<u8>> for Culture {
    type Error = CultureError;
    fn try_from(traits: Vec<u8>) -> Result<Self, Self::Error> {
        Self::new(&traits)
    }
}

impl From<Culture> for Vec<u8> {
    fn from(culture: Culture) -> Self {
        culture.traits().to_vec()
    }
}

/// How many of their features two cultures share.
///
/// ```
/// use demarche::culture::Likeness;
/// // One feature of five in common: 125/12 meetings. One more learnt: 65/12.
/// let strangers = Likeness::new(1, 5)?;
/// assert!((strangers.meetings().unwrap() - 125.0 / 12.0).abs() < 1e-12);
/// let trained = strangers.learnt(1)?.meetings().unwrap();
/// assert!((trained - 65.0 / 12.0).abs() < 1e-12);
/// # Ok::<(), demarche::culture::CultureError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Likeness {
    shared: u8,
    features: u8,
}

by_name!(Likeness { shared: u8, features: u8 } => Self::new(shared, features));

impl Likeness {
    /// So many shared of so many.
    ///
    /// # Errors
    /// When there are no features or more than 16, or more shared than there are.
    pub fn new(shared: u8, features: u8) -> Result<Self, CultureError> {
        counted("features", (1, FEATURES), usize::from(features))?;
        if shared > features {
            return Err(CultureError::Shared { features, shared });
        }
        Ok(Self { shared, features })
    }

    /// How many features they share.
    pub const fn shared(self) -> u8 {
        self.shared
    }

    /// The chance that a meeting comes to anything: shared features over all.
    pub fn succeeds(self) -> Probability {
        Probability::of_valid(f64::from(self.shared) / f64::from(self.features))
    }

    /// How many meetings it takes on average until they share all, if each that succeeds
    /// adds one feature: the sum of *F*/*j* for *j* from what they share to *F* − 1.
    /// `None` when they share nothing, since no meeting ever succeeds.
    pub fn meetings(self) -> Option<f64> {
        let features = f64::from(self.features);
        let each = (self.shared..self.features).map(|j| features / f64::from(j));
        (self.shared > 0).then(|| each.sum())
    }

    /// The same two when one has learnt so many features of the other.
    ///
    /// # Errors
    /// When there are not so many to learn.
    pub fn learnt(self, features: u8) -> Result<Self, CultureError> {
        Self::new(self.shared.saturating_add(features), self.features)
    }
}
