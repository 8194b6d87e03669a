//! Who attacks when blame is a guess.

use serde::Serialize;

use crate::games::Bimatrix;
use crate::numbers::{Payoff, Probability, Size};

/// A state that may attack, and its victim. The attacker is *vulnerable*, so that blame
/// hurts it, or not; the victim may know which, and otherwise guesses. Some incidents are
/// not the attacker's at all, but planted on it. Ours, after Edwards-2017.
///
/// ```
/// use demarche::cyber::{Answer, Blame};
/// let game = |vulnerable, knows, planted| Blame::of(vulnerable, knows, planted);
/// // The victim knows in half of all cases: that is enough.
/// assert_eq!(game(0.8, 0.5, 0.0)?.answer(), Answer::Deterred);
/// // In a fifth it is not, and both have to guess.
/// assert!(matches!(game(0.8, 0.2, 0.0)?.answer(), Answer::Mixed { .. }));
/// // If three in ten incidents are planted, nobody blames without knowing.
/// assert_eq!(game(0.8, 0.2, 0.3)?.answer(), Answer::Tolerated);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Blame {
    /// *v*: how likely the attacker is to be vulnerable, as the victim guesses.
    pub vulnerable: Probability,
    /// *w*: how likely the victim is to know whether the attacker did it and is
    /// vulnerable.
    pub knows: Probability,
    /// *f*: the part of incidents that somebody else has planted, however many the
    /// attacker's own are.
    pub planted: Probability,
    /// What an attack brings if it is not blamed.
    pub prize: Size,
    /// What blame costs a vulnerable attacker.
    pub harm: Size,
    /// What the victim gains by blaming a vulnerable attacker, against keeping silent.
    pub gain: Size,
    /// What it loses by blaming anybody else.
    pub loss: Size,
}

by_name!(Blame {
    vulnerable: Probability,
    knows: Probability,
    planted: Probability,
    prize: Size,
    harm: Size,
    gain: Size,
    loss: Size,
});

/// What comes of it. An attacker that blame cannot hurt attacks in any case.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Who is vulnerable does not attack: the victim knows often enough, or nobody but
    /// a vulnerable attacker can be meant, so that blame cannot miss.
    Deterred,
    /// Everybody attacks, and only who knows blames.
    Tolerated,
    /// Both must keep the other guessing.
    Mixed {
        /// How likely a vulnerable attacker is to attack.
        attack: f64,
        /// How likely a victim that does not know is to blame.
        blame: f64,
    },
}

impl Blame {
    /// The game with payoffs of this book's: an attack brings 2 and blame costs 3; blame
    /// brings the victim 2 if it is right and costs it 3 if not.
    ///
    /// # Errors
    /// When a number is not between 0 and 1.
    pub fn of(
        vulnerable: f64,
        knows: f64,
        planted: f64,
    ) -> Result<Self, crate::numbers::NumberError> {
        let [two, three] = [2.0, 3.0].map(Size::of_valid);
        Ok(Self {
            vulnerable: Probability::new(vulnerable)?,
            knows: Probability::new(knows)?,
            planted: Probability::new(planted)?,
            prize: two,
            harm: three,
            gain: two,
            loss: three,
        })
    }

    /// How likely blame must be to keep a vulnerable attacker from attacking: the prize
    /// over prize and harm.
    pub fn deterred_from(self) -> Probability {
        part(self.prize, self.harm)
    }

    /// How sure a victim must be to blame: the loss over gain and loss.
    pub fn blamed_from(self) -> Probability {
        part(self.loss, self.gain)
    }

    /// The game in it: a vulnerable attacker attacks or keeps away, a victim that does
    /// not know blames or keeps silent. Payoffs are parts of prize and harm together,
    /// and of gain and loss together.
    ///
    /// ```
    /// use demarche::cyber::Blame;
    /// let mixed = Blame::of(0.8, 0.2, 0.0)?.game().mixed_equilibrium().unwrap();
    /// assert!((mixed.0.value() - 3.0 / 8.0).abs() < 1e-12);
    /// assert!((mixed.1.value() - 1.0 / 4.0).abs() < 1e-12);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn game(self) -> Bimatrix<Payoff> {
        let (deterred, sure) =
            (self.deterred_from().value(), self.blamed_from().value());
        let (v, k) = (self.vulnerable.value(), self.knows.value());
        let payoffs =
            |game: [[f64; 2]; 2]| game.map(|line| line.map(Payoff::of_valid));
        Bimatrix::new(
            payoffs([[deterred - 1.0, deterred - k], [0.0, 0.0]]),
            payoffs([[self.guilty() - sure, 0.0], [(v - 1.0) * sure, 0.0]]),
        )
    }

    /// How likely an incident is the work of a vulnerable attacker, if all attack.
    const fn guilty(self) -> f64 {
        self.planted.complement().value() * self.vulnerable.value()
    }

    /// What comes of it, in equilibrium. At a threshold there is peace, and silence.
    pub fn answer(self) -> Answer {
        if let Some((attack, blame)) = self.game().mixed_equilibrium() {
            return Answer::Mixed { attack: attack.value(), blame: blame.value() };
        }
        let knows_enough = self.knows >= self.deterred_from();
        if knows_enough || self.guilty() > self.blamed_from().value() {
            Answer::Deterred
        } else {
            Answer::Tolerated
        }
    }

    /// The part of planted incidents from which on nobody blames without knowing, if it
    /// were not deterred: 1 less the threshold over *v*. 0 when nobody does even with
    /// none planted.
    pub fn tolerated_from(self) -> Probability {
        let v = self.vulnerable.value();
        let reached = self.blamed_from().value();
        Probability::of_valid(if reached < v { 1.0 - reached / v } else { 0.0 })
    }
}

/// One of two amounts as a part of both.
fn part(one: Size, other: Size) -> Probability {
    // One over a ratio: a sum might overflow.
    Probability::of_valid(1.0 / (1.0 + other.value() / one.value()))
}
