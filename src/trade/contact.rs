//! Catching up: what contact with a leader does to a follower.

use serde::Serialize;

use crate::numbers::{Rate, Share};

/// A follower that takes over what the leader knows, the faster the further behind it is,
/// and only as far as it is in contact. Source: Nelson-Phelps-1966, from a textbook.
///
/// ```
/// use demarche::numbers::{Rate, Share};
/// use demarche::trade::Contact;
/// let with = |contact| -> Result<_, demarche::numbers::NumberError> {
///     Ok(Contact { learning: Rate::new(0.08)?, contact: Share::new(contact)?, lead: Rate::new(0.02)? })
/// };
/// // Half in contact: two thirds of the leader. Wholly: four fifths.
/// assert!((with(0.5)?.level().value() - 2.0 / 3.0).abs() < 1e-12);
/// assert!((with(1.0)?.level().value() - 4.0 / 5.0).abs() < 1e-12);
/// assert_eq!(with(0.0)?.level().value(), 0.0);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Contact {
    /// How fast a follower in full contact closes the gap, per year.
    pub learning: Rate,
    /// The part of the leader's knowledge that it meets.
    pub contact: Share,
    /// How fast the leader grows, per year.
    pub lead: Rate,
}

by_name!(Contact { learning: Rate, contact: Share, lead: Rate });

impl Contact {
    /// The part of the leader's level at which the follower comes to rest:
    /// *φκ* / (*φκ* + *g*). Nobody who does not move is left behind: with neither
    /// learning nor a lead it is 0.
    pub const fn level(self) -> Share {
        let taught = self.learning.value() * self.contact.value();
        let all = taught + self.lead.value();
        Share::of_valid(if all > 0.0 { taught / all } else { 0.0 })
    }

    /// How fast the follower grows at this part of the leader's level:
    /// *φκ* (1 / *a* − 1). At its level of rest as fast as the leader, whatever the
    /// contact. Infinite for one who starts from nothing and is in contact.
    pub const fn growth(self, level: Share) -> f64 {
        let taught = self.learning.value() * self.contact.value();
        if taught > 0.0 { taught * (1.0 / level.value() - 1.0) } else { 0.0 }
    }
}
