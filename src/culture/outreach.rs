//! A message about oneself: whom it reaches, and what experience makes of it.

use serde::Serialize;

use super::CultureError;
use crate::numbers::Share;

/// A state tells the world what it is like. The world's opinions of it are spread evenly
/// from 0, the worst, to 1, the best; those that lie within *reach* of the message begin
/// to listen, and with each exposure move by *pull* towards the message and by *weight*
/// towards what they live through. After Deffuant-2000, with an experience of our own.
///
/// ```
/// use demarche::culture::Outreach;
/// use demarche::numbers::Share;
/// let share = |x| Share::new(x).unwrap();
/// let told = Outreach::new(share(0.8), share(0.3), share(0.25))?;
/// assert_eq!(told.reached(), 0.5);
/// assert!((told.settled() - 0.525).abs() < 1e-12);
/// // Who hears 0.8 and lives through 0.2, three times as heavy, ends at 0.35.
/// let lived = told.with_experience(share(0.2), share(0.75))?;
/// assert!((lived.image() - 0.35).abs() < 1e-12);
/// # Ok::<(), demarche::culture::CultureError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Outreach {
    message: Share,
    reach: Share,
    pull: Share,
    experience: Share,
    weight: Share,
}

by_name!(
    Outreach {
        message: Share,
        reach: Share,
        pull: Share,
        #[serde(default)]
        experience: Option<Share>,
        #[serde(default)]
        weight: Option<Share>,
    } => {
        let (none, silent) = (Share::of_valid(0.0), Self::new(message, reach, pull));
        silent.and_then(|silent| {
            silent.with_experience(experience.unwrap_or(none), weight.unwrap_or(none))
        })
    }
);

impl Outreach {
    /// A message that nobody can hold against experience yet.
    ///
    /// # Errors
    /// When the pull is 0.
    pub fn new(
        message: Share,
        reach: Share,
        pull: Share,
    ) -> Result<Self, CultureError> {
        let none = Share::of_valid(0.0);
        let own = Self { message, reach, pull, experience: none, weight: none };
        own.with_experience(none, none)
    }

    /// The same with what those who listen live through, and how much of it counts at
    /// each exposure.
    ///
    /// # Errors
    /// When pull and weight together are more than 1: opinions would overshoot.
    pub fn with_experience(
        self,
        experience: Share,
        weight: Share,
    ) -> Result<Self, CultureError> {
        let (pull, lived) = (self.pull.value(), weight.value());
        // Tenths that make 1 on paper do.
        if pull > 0.0 && pull + lived <= 1.0 + 4.0 * f64::EPSILON {
            return Ok(Self { experience, weight, ..self });
        }
        Err(CultureError::Weights { pull, lived })
    }

    /// From which opinion to which people listen.
    fn window(self) -> [f64; 2] {
        let (message, reach) = (self.message.value(), self.reach.value());
        [(message - reach).max(0.0), (message + reach).min(1.0)]
    }

    /// Which part of the world listens.
    pub fn reached(self) -> f64 {
        let [low, high] = self.window();
        high - low
    }

    /// What those who listen come to think: message and experience by their weights,
    /// (*μ* *m* + *ν* *e*)/(*μ* + *ν*).
    pub const fn image(self) -> f64 {
        let (pull, lived) = (self.pull.value(), self.weight.value());
        let sum = pull * self.message.value() + lived * self.experience.value();
        sum / (pull + lived)
    }

    /// The mean opinion of the world after so many exposures; it began at one half.
    pub fn mean(self, exposures: u32) -> f64 {
        let kept = (1.0 - self.pull.value() - self.weight.value()).max(0.0);
        self.after(libm::pow(kept, f64::from(exposures)))
    }

    /// The mean opinion when all who listen have come to think alike.
    pub fn settled(self) -> f64 {
        self.after(0.0)
    }

    /// The mean when this part of their way still lies before those who listen.
    fn after(self, left: f64) -> f64 {
        let [low, high] = self.window();
        let inside = (high * high - low * low) / 2.0;
        let there = self.reached() * self.image();
        (0.5 - inside) + there + left * (inside - there)
    }
}
