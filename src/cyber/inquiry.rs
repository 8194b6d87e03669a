//! Marks that point at somebody, and what they are worth if they can be planted.

use serde::Serialize;

use super::{CyberError, counted};
use crate::numbers::Probability;

/// Something found that points at a suspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Mark {
    /// At whom, counted from 0.
    pub points_at: usize,
    /// How likely it is to be found if that suspect did it.
    pub if_guilty: Probability,
    /// How likely it is to be found if somebody else did it who plants nothing.
    pub by_chance: Probability,
    /// How likely somebody else is to plant it.
    pub planted: Probability,
}

by_name!(Mark {
    points_at: usize,
    if_guilty: Probability,
    by_chance: Probability,
    planted: Probability,
});

impl Mark {
    /// How likely others must be to plant it for it to tell nothing: with *a* if the
    /// suspect did it and *c* by chance, (*a* − *c*) / (1 − *c*). Beyond, it speaks for
    /// the suspect. `None` when it does so even if nobody plants.
    ///
    /// ```
    /// use demarche::cyber::Mark;
    /// use demarche::numbers::Probability;
    /// let chance = |x| Probability::new(x).unwrap();
    /// let mark = Mark {
    ///     points_at: 0,
    ///     if_guilty: chance(0.8),
    ///     by_chance: chance(0.2),
    ///     planted: chance(0.0),
    /// };
    /// assert!((mark.idle_at().unwrap().value() - 0.75).abs() < 1e-12);
    /// ```
    pub fn idle_at(&self) -> Option<Probability> {
        let more = self.if_guilty.value() - self.by_chance.value();
        let room = self.by_chance.complement().value();
        // 0 over 0: what everybody leaves tells nothing, planted or not.
        let idle = if more > 0.0 { more / room } else { more };
        (idle >= 0.0).then(|| Probability::of_valid(idle))
    }

    /// How likely it is to be found if this suspect did it.
    const fn likelihood(&self, suspect: usize) -> f64 {
        if suspect == self.points_at {
            return self.if_guilty.value();
        }
        let planted = self.planted.value();
        planted + (1.0 - planted) * self.by_chance.value()
    }
}

/// Suspects, how likely each was before anything was found, and what was found.
///
/// ```
/// use demarche::cyber::{Inquiry, Mark};
/// use demarche::numbers::Probability;
/// let chance = |x| Probability::new(x).unwrap();
/// let mark = |planted| Mark {
///     points_at: 0,
///     if_guilty: chance(0.8),
///     by_chance: chance(0.2),
///     planted: chance(planted),
/// };
/// let before = vec![chance(0.6), chance(0.4)];
/// // A mark that nobody can plant makes three in five into six in seven.
/// let sure = Inquiry::new(before.clone(), vec![mark(0.0)])?;
/// assert!((sure.after()?[0] - 6.0 / 7.0).abs() < 1e-12);
/// // One that anybody would plant speaks for the suspect.
/// let forged = Inquiry::new(before, vec![mark(1.0)])?;
/// assert!(forged.after()?[0] < 0.6);
/// # Ok::<(), demarche::cyber::CyberError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Inquiry {
    before: Vec<Probability>,
    marks: Vec<Mark>,
}

by_name!(
    Inquiry { before: Vec<Probability>, marks: Vec<Mark> } => Self::new(before, marks)
);

/// Whom beliefs speak against most, and whether it is enough to blame.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Decision {
    /// The suspect, counted from 0.
    pub suspect: usize,
    /// How likely this one did it and is one whom blame hurts.
    pub sure: f64,
    /// Whether to blame it. Otherwise silence is better.
    pub blames: bool,
}

impl Inquiry {
    /// The most suspects, and the most marks.
    pub const MOST: usize = 100;

    /// How likely each suspect was before, summing to 1, and what was found.
    ///
    /// # Errors
    /// With fewer than 2 suspects or more than 100, or more than 100 marks; when the
    /// beliefs do not sum to 1 within a millionth, and when a mark points at nobody.
    pub fn new(
        before: Vec<Probability>,
        marks: Vec<Mark>,
    ) -> Result<Self, CyberError> {
        counted("suspects", (2, Self::MOST), before.len())?;
        counted("marks", (0, Self::MOST), marks.len())?;
        let sum: f64 = before.iter().map(|belief| belief.value()).sum();
        if (sum - 1.0).abs() > 1e-6 {
            return Err(CyberError::Sum { sum });
        }
        let last = before.len() - 1;
        match marks.iter().find(|mark| mark.points_at > last) {
            Some(mark) => {
                Err(CyberError::NoSuchSuspect { last, found: mark.points_at })
            }
            None => Ok(Self { before, marks }),
        }
    }

    /// How likely each was before.
    pub fn before(&self) -> &[Probability] {
        &self.before
    }

    /// What was found.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// How likely each is after the marks, by Bayes' rule: the belief before times how
    /// likely the marks are if it was this one, over the sum of these for all.
    ///
    /// # Errors
    /// When nobody can have left the marks.
    pub fn after(&self) -> Result<Vec<f64>, CyberError> {
        // Logarithms: the product of a hundred small likelihoods is no number.
        let weight = |(suspect, before): (usize, &Probability)| {
            let found = self.marks.iter().map(|mark| mark.likelihood(suspect));
            found.fold(libm::log(before.value()), |weight, likelihood| {
                weight + libm::log(likelihood)
            })
        };
        let mut after: Vec<f64> =
            self.before.iter().enumerate().map(weight).collect();
        let most = after.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if most == f64::NEG_INFINITY {
            return Err(CyberError::Impossible);
        }
        for belief in &mut after {
            *belief = libm::exp(*belief - most);
        }
        let total: f64 = after.iter().sum();
        for belief in &mut after {
            *belief /= total;
        }
        Ok(after)
    }

    /// Whom to blame, if anybody: the suspect who is likeliest to have done it and to be
    /// hurt by blame, if that is likelier than [`Blame::blamed_from`](super::Blame::blamed_from). `vulnerable` has
    /// how likely blame is to hurt each; "somebody else", whom it cannot reach, has 0.
    ///
    /// ```
    /// use demarche::cyber::{Blame, Inquiry};
    /// use demarche::numbers::Probability;
    /// let chances = |all: [f64; 2]| all.map(|x| Probability::new(x).unwrap());
    /// let inquiry = Inquiry::new(chances([0.7, 0.3]).to_vec(), vec![])?;
    /// // To be right brings 2, to be wrong costs 3: three in five is the least.
    /// let needed = Blame::of(0.8, 0.2, 0.0).unwrap().blamed_from();
    /// assert!(inquiry.decision(&chances([1.0, 0.0]), needed)?.blames);
    /// // If blame hurts it four times in five only, silence is better.
    /// assert!(!inquiry.decision(&chances([0.8, 0.0]), needed)?.blames);
    /// # Ok::<(), demarche::cyber::CyberError>(())
    /// ```
    ///
    /// # Errors
    /// When there are not as many chances as suspects, and when nobody can have left the
    /// marks.
    pub fn decision(
        &self,
        vulnerable: &[Probability],
        needed: Probability,
    ) -> Result<Decision, CyberError> {
        let (expected, found) = (self.before.len(), vulnerable.len());
        if expected != found {
            return Err(CyberError::Chances { expected, found });
        }
        let after = self.after()?;
        let hurt =
            after.iter().zip(vulnerable).map(|(belief, v)| belief * v.value());
        // The first of equals, as in the order that was given.
        let (suspect, sure) = hurt
            .enumerate()
            .fold((0, 0.0), |most, next| if next.1 > most.1 { next } else { most });
        Ok(Decision { suspect, sure, blames: sure > needed.value() })
    }
}
