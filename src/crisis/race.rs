//! An arms race, and a treaty that slows it.

use serde::Serialize;

use crate::numbers::{Payoff, Rate, Share, Time};

/// Two states that arm against each other: each adds what the other's arms frighten it
/// into, less what its own cost it, and its grievance. *ẋ* = *r* *y* − *a* *x* + *g*, and
/// likewise *ẏ* = *s* *x* − *b* *y* + *h*. Source: Richardson-1960.
///
/// ```
/// use demarche::crisis::Race;
/// use demarche::numbers::{Share, Time};
/// // Each answers one with one and a half, and tires at 1.2 and 1.
/// let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
/// assert!(!race.is_stable());
/// // A cut of 27% by both holds it; one side alone would have to cut 47%.
/// assert!((race.critical_cut().unwrap().value() - 0.2697).abs() < 1e-4);
/// assert!((race.critical_cut_alone().unwrap().value() - 7.0 / 15.0).abs() < 1e-12);
/// assert!(race.with_cut(Share::new(0.4)?).is_stable());
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Race {
    /// *r* and *s*: how strongly the first and the second answer the other's arms.
    pub reaction: [Rate; 2],
    /// *a* and *b*: how soon each tires of its own.
    pub fatigue: [Rate; 2],
    /// *g* and *h*: grievance, or goodwill below 0.
    pub grievance: [Payoff; 2],
}

by_name!(Race { reaction: [Rate; 2], fatigue: [Rate; 2], grievance: [Payoff; 2] });

impl Race {
    /// A race from bare numbers.
    ///
    /// # Errors
    /// When one lies outside its domain.
    pub fn of(
        [k, l]: [f64; 2],
        [a, b]: [f64; 2],
        [g, h]: [f64; 2],
    ) -> Result<Self, crate::numbers::NumberError> {
        Ok(Self {
            reaction: [Rate::new(k)?, Rate::new(l)?],
            fatigue: [Rate::new(a)?, Rate::new(b)?],
            grievance: [Payoff::new(g)?, Payoff::new(h)?],
        })
    }

    fn products(self) -> (f64, f64) {
        let product = |[one, other]: [Rate; 2]| one.value() * other.value();
        (product(self.reaction), product(self.fatigue))
    }

    /// Whether it comes to rest: *r* *s* is less than *a* *b*. Grievances do not enter.
    pub fn is_stable(self) -> bool {
        let (reaction, fatigue) = self.products();
        reaction < fatigue
    }

    /// The same race if both answer by so much less.
    #[must_use]
    pub fn with_cut(self, cut: Share) -> Self {
        self.with_cuts([cut, cut])
    }

    /// The same race if only the first answers by so much less.
    #[must_use]
    pub fn with_cut_alone(self, cut: Share) -> Self {
        self.with_cuts([cut, Share::of_valid(0.0)])
    }

    /// The same race if each answers by a part less, of its own.
    #[must_use]
    pub fn with_cuts(self, cuts: [Share; 2]) -> Self {
        let [k, l] = self.reaction;
        let [first, second] = cuts.map(|cut| 1.0 - cut.value());
        let reaction =
            [Rate::of_valid(k.value() * first), Rate::of_valid(l.value() * second)];
        Self { reaction, ..self }
    }

    /// How fast it runs in the end: what is left to the rest grows or, below 0, shrinks
    /// by this much of itself a year. The larger root of the race, below 0 just where it
    /// [comes to rest](Self::is_stable).
    ///
    /// ```
    /// use demarche::crisis::Race;
    /// let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
    /// assert!((race.pace() - 0.403_330).abs() < 1e-6);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn pace(self) -> f64 {
        let (middle, half) = self.roots();
        middle + half
    }

    /// The two roots, both real, as their middle and half their distance.
    fn roots(self) -> (f64, f64) {
        let [k, l] = self.reaction.map(Rate::value);
        let [a, b] = self.fatigue.map(Rate::value);
        let half = libm::sqrt((a - b) * (a - b) + 4.0 * k * l) / 2.0;
        (-(a + b) / 2.0, half)
    }

    /// The cut by both beyond which the race comes to rest, 1 − √(*a* *b* / *r* *s*);
    /// `None` when it does without one.
    pub fn critical_cut(self) -> Option<Share> {
        let left = libm::sqrt(self.bearable()?);
        Some(Share::of_valid(1.0 - left))
    }

    /// The cut by one alone beyond which it does, 1 − *a* *b* / *r* *s*.
    pub fn critical_cut_alone(self) -> Option<Share> {
        Some(Share::of_valid(1.0 - self.bearable()?))
    }

    /// The part of the reactions' product at which the race just rests, *a* *b* / *r* *s*;
    /// `None` when it does at all of it.
    fn bearable(self) -> Option<f64> {
        let (reaction, fatigue) = self.products();
        (reaction >= fatigue && reaction > 0.0).then(|| fatigue / reaction)
    }

    /// Where neither arms nor disarms. In a race that does not come to rest it is the
    /// watershed: from above arms grow, from below they fall. `None` when there is no one
    /// such point.
    pub fn rest(self) -> Option<[f64; 2]> {
        let (reaction, fatigue) = self.products();
        let [k, l] = self.reaction.map(Rate::value);
        let [a, b] = self.fatigue.map(Rate::value);
        let [g, h] = self.grievance.map(Payoff::value);
        let gap = fatigue - reaction;
        let rest = [(g * b + k * h) / gap, (a * h + l * g) / gap];
        rest.iter().all(|x| x.is_finite()).then_some(rest)
    }

    /// The arms of both after some time, in closed form; below 0 they stand for
    /// friendship, as Richardson has it. Growth is cut off at a factor of *e*³⁰⁰.
    ///
    /// ```
    /// use demarche::crisis::Race;
    /// use demarche::numbers::Time;
    /// let race = Race::of([0.5, 0.5], [1.0, 1.0], [1.0, 1.0])?;
    /// // 2 (1 − e^(−1/2)), on the way to 2.
    /// let [x, y] = race.at([0.0, 0.0], Time::new(1.0)?);
    /// assert!((x - 0.786_939).abs() < 1e-6 && x == y);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn at(self, from: [f64; 2], after: Time) -> [f64; 2] {
        let [k, l] = self.reaction.map(Rate::value);
        let [a, b] = self.fatigue.map(Rate::value);
        let [g, h] = self.grievance.map(Payoff::value);
        let time = after.value();
        let (middle, half) = self.roots();
        // e^(At) and its integral are both c₀ + c₁(A − middle).
        let parts = |of: fn(f64, f64) -> f64, slope: fn(f64, f64) -> f64| {
            let (high, low) = (of(middle + half, time), of(middle - half, time));
            if half > 1e-6 {
                (f64::midpoint(high, low), (high - low) / (2.0 * half))
            } else {
                (high, slope(middle, time))
            }
        };
        let (c0, c1) = parts(grown, |root, time| time * grown(root, time));
        let (d0, d1) = parts(summed, sum_slope);
        let turned = |[x, y]: [f64; 2]| {
            [(-a - middle) * x + k * y, l * x + (-b - middle) * y]
        };
        let (start, push) = (turned(from), turned([g, h]));
        let at = |i: usize, own: f64, grievance: f64| {
            c0 * own + c1 * start[i] + d0 * grievance + d1 * push[i]
        };
        [at(0, from[0], g), at(1, from[1], h)]
    }
}

/// *e*ʳᵗ; growth beyond *e*³⁰⁰ is cut off there.
fn grown(root: f64, time: f64) -> f64 {
    libm::exp((root * time).min(300.0))
}

/// Its integral from 0.
fn summed(root: f64, time: f64) -> f64 {
    let x = (root * time).min(300.0);
    if x.abs() < 1e-12 { time } else { libm::expm1(x) / root }
}

/// The slope of that in the root.
fn sum_slope(root: f64, time: f64) -> f64 {
    let x = (root * time).min(300.0);
    if x.abs() < 1e-4 {
        time * time * (0.5 + x / 3.0)
    } else {
        (time * libm::exp(x) - libm::expm1(x) / root) / root
    }
}
