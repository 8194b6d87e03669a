//! A world at work: sites that meet, copy, and come to rest.

use super::{Culture, CultureError, FEATURES, counted};
use crate::chance::{Rng, unit};
use crate::numbers::Probability;

type Traits = [u8; FEATURES];

/// What the field broadcasts.
const FIELD: Traits = [0; FEATURES];

/// Sites with cultures, and who may meet whom.
///
/// A step draws a site and a partner, and for the two a feature: if they have the same
/// trait in it they talk, and the site copies one trait in which they differ
/// (Axelrod-1997).
#[derive(Debug, Clone)]
pub struct World {
    features: usize,
    // Slices: where code is to be small, indexing a vector is a call.
    cultures: Box<[Traits]>,
    /// The neighbours of all sites, one site after another, and where each begins.
    near: Box<[u32]>,
    start: Box<[u32]>,
    /// A contact is with the field below the first, with any site below the second.
    field: f64,
    far: f64,
}

/// The whole part of a 64-bit fraction times a number, and the fraction that is left: one
/// draw makes several choices. Of the 64 bits a step of a large land uses 28, so no choice
/// is likelier than another by more than 2⁻³⁶.
#[allow(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
const fn split(fraction: u64, into: usize) -> (usize, u64) {
    let wide = fraction as u128 * into as u128;
    ((wide >> 64) as usize, wide as u64)
}

/// The highest bit of each byte in which two cultures differ. Seven bits and seven more
/// carry into the eighth unless they are all 0.
const fn differences(one: &Traits, other: &Traits) -> u128 {
    const HIGH: u128 = u128::from_le_bytes([0x80; FEATURES]);
    let differ = u128::from_le_bytes(*one) ^ u128::from_le_bytes(*other);
    (((differ & !HIGH) + !HIGH) | differ) & HIGH
}

impl World {
    pub(super) fn new(
        features: usize,
        cultures: Vec<Traits>,
        all: &[Vec<u32>],
        far: Probability,
        field: Probability,
    ) -> Self {
        let mut start = vec![0];
        let mut near = Vec::new();
        for own in all {
            near.extend_from_slice(own);
            #[allow(
                clippy::cast_possible_truncation,
                reason = "12 a site, or 1000²"
            )]
            start.push(near.len() as u32);
        }
        let far = field.value() + field.complement().value() * far.value();
        Self {
            features,
            cultures: cultures.into(),
            near: near.into(),
            start: start.into(),
            field: field.value(),
            far,
        }
    }

    /// A gathering, in which everybody may meet everybody.
    ///
    /// # Errors
    /// With fewer than 2 or more than 1000, or with unequal numbers of features.
    pub fn gathering(cultures: &[Culture]) -> Result<Self, CultureError> {
        counted("cultures", (2, 1000), cultures.len())?;
        let expected = cultures[0].traits().len();
        for own in cultures {
            let found = own.traits().len();
            if found != expected {
                return Err(CultureError::Uneven { expected, found });
            }
        }
        #[allow(clippy::cast_possible_truncation, reason = "1000 at most")]
        let count = cultures.len() as u32;
        let others = |own: u32| (0..count).filter(|&k| k != own).collect();
        let near: Vec<Vec<u32>> = (0..count).map(others).collect();
        let never = Probability::of_valid(0.0);
        let traits = cultures.iter().map(|own| own.traits).collect();
        Ok(Self::new(expected, traits, &near, never, never))
    }

    /// The culture of a site, counted row by row.
    ///
    /// # Panics
    /// When there is no such site.
    pub fn culture(&self, site: usize) -> Culture {
        Culture::of(self.cultures[site], self.features)
    }

    fn neighbours(&self, site: usize) -> &[u32] {
        &self.near[self.start[site] as usize..self.start[site + 1] as usize]
    }

    /// One step: a site, a partner, and perhaps a trait that is copied. Tells whether one
    /// was.
    pub fn step(&mut self, rng: &mut (impl Rng + ?Sized)) -> bool {
        if self.far > 0.0 { self.meet::<true>(rng) } else { self.meet::<false>(rng) }
    }

    #[inline]
    fn meet<const MIXED: bool>(&mut self, rng: &mut (impl Rng + ?Sized)) -> bool {
        let count = self.cultures.len();
        let contact = if MIXED { unit(rng) } else { 1.0 };
        let (site, rest) = split(rng.next_u64(), count);
        let own = self.cultures[site];
        let (other, rest) = if MIXED && contact < self.field {
            (FIELD, rest)
        } else if MIXED && contact < self.far {
            let (other, rest) = split(rest, count - 1);
            (self.cultures[other + usize::from(other >= site)], rest)
        } else {
            let near = self.neighbours(site);
            let (other, rest) = split(rest, near.len());
            (self.cultures[near[other] as usize], rest)
        };
        let (feature, rest) = split(rest, self.features);
        if own[feature % FEATURES] != other[feature % FEATURES] {
            return false;
        }
        let mut differ = differences(&own, &other);
        if differ == 0 {
            return false;
        }
        let (nth, _) = split(rest, differ.count_ones() as usize);
        for _ in 0..nth {
            // Without its lowest bit.
            differ &= differ - 1;
        }
        let feature = differ.trailing_zeros() as usize / 8 % FEATURES;
        self.cultures[site][feature] = other[feature];
        true
    }

    /// Steps until nothing can move any more, or so many times. Tells after how many
    /// nothing moved; `None` if something still can.
    pub fn run(&mut self, most: u64, rng: &mut (impl Rng + ?Sized)) -> Option<u64> {
        if self.far > 0.0 {
            self.until_frozen::<true>(most, rng)
        } else {
            self.until_frozen::<false>(most, rng)
        }
    }

    fn until_frozen<const MIXED: bool>(
        &mut self,
        most: u64,
        rng: &mut (impl Rng + ?Sized),
    ) -> Option<u64> {
        // To look whether all is at rest takes about as long as so many steps.
        let block = (4 * self.cultures.len() as u64).max(1000);
        let (mut done, mut last) = (0, 0);
        loop {
            let (until, before) = (most.min(done + block), last);
            while done < until {
                done += 1;
                if self.meet::<MIXED>(rng) {
                    last = done;
                }
            }
            // What has just moved may move again; look when it has not.
            if (last == before || done == most) && self.is_frozen() {
                return Some(last);
            }
            if done == most {
                return None;
            }
        }
    }

    /// Whether nothing can move: all who may meet share no feature or every one.
    pub fn is_frozen(&self) -> bool {
        let rests = |own: &Traits, other: &Traits| {
            own == other || self.shared(own, other) == 0
        };
        if self.far < 1.0 {
            let mut pairs = self.each_pair();
            if !pairs.all(|[one, other]| rests(one, other)) {
                return false;
            }
        }
        let field = self.field > 0.0;
        let far = self.far > self.field;
        let distinct = if field || far { self.distinct() } else { Vec::new() };
        if field && !distinct.iter().all(|own| rests(own, &FIELD)) {
            return false;
        }
        let after = |k: usize| &distinct[k + 1..];
        let all_rest = |(k, own)| after(k).iter().all(|other| rests(own, other));
        !far || distinct.iter().enumerate().all(all_rest)
    }

    fn shared(&self, own: &Traits, other: &Traits) -> usize {
        (0..self.features).filter(|&k| own[k] == other[k]).count()
    }

    /// Every two neighbours, once.
    fn each_pair(&self) -> impl Iterator<Item = [&Traits; 2]> {
        (0..self.cultures.len()).flat_map(move |site| {
            let near = self.neighbours(site).iter().map(|&other| other as usize);
            let after = near.filter(move |&other| other > site);
            after.map(move |other| [&self.cultures[site], &self.cultures[other]])
        })
    }

    fn distinct(&self) -> Vec<Traits> {
        let mut all = self.cultures.to_vec();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How many cultures there are.
    pub fn cultures(&self) -> usize {
        self.distinct().len()
    }

    /// How many sites have the culture of the field.
    pub fn like_field(&self) -> usize {
        self.cultures.iter().filter(|own| **own == FIELD).count()
    }

    /// The regions: neighbours of one culture together. How many sites each has, in the
    /// order of their first sites.
    pub fn regions(&self) -> Vec<usize> {
        let mut seen = vec![false; self.cultures.len()];
        let (mut sizes, mut ahead) = (Vec::new(), Vec::new());
        for first in 0..self.cultures.len() {
            if seen[first] {
                continue;
            }
            seen[first] = true;
            ahead.push(first);
            let mut size = 0;
            while let Some(site) = ahead.pop() {
                size += 1;
                for &other in self.neighbours(site) {
                    let other = other as usize;
                    if !seen[other] && self.cultures[other] == self.cultures[first] {
                        seen[other] = true;
                        ahead.push(other);
                    }
                }
            }
            sizes.push(size);
        }
        sizes
    }

    /// How many pairs of neighbours there are.
    pub const fn pairs(&self) -> usize {
        self.near.len() / 2
    }

    /// How many pairs of neighbours share at least so many features: with 0 all that can
    /// trade, with 1 all that have something to agree on.
    ///
    /// ```
    /// use demarche::culture::{Culture, Land};
    /// // Two halves with nothing in common, ten by ten.
    /// let half = [Culture::new(&[0; 5])?, Culture::new(&[1; 5])?];
    /// let cultures: Vec<Culture> = (0..100).map(|site| half[site / 50]).collect();
    /// let world = Land::new(10, 5, 15)?.settled(&cultures)?;
    /// assert!(world.is_frozen());
    /// // All trade, and along the border nobody agrees.
    /// assert_eq!((world.alike(0), world.alike(1)), (180, 170));
    /// # Ok::<(), demarche::culture::CultureError>(())
    /// ```
    pub fn alike(&self, least: usize) -> usize {
        let pairs = self.each_pair();
        pairs.filter(|[one, other]| self.shared(one, other) >= least).count()
    }
}
