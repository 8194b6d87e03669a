//! A land: how large, how varied, and who meets whom.

use serde::Serialize;

use super::{Culture, CultureError, FEATURES, World, counted};
use crate::chance::{Rng, below, stream};
use crate::numbers::Probability;
use crate::words::words;

words! {
    /// Whom a site meets.
    Neighbours: "a neighbourhood" {
        /// Those north, east, south and west.
        Four,
        /// Those across a corner too.
        Eight,
        /// All within two steps.
        Twelve,
    }
}

impl Neighbours {
    /// Where they are, to one side; the other half lies opposite.
    const fn half(self) -> &'static [(i32, i32)] {
        const ALL: [(i32, i32); 6] =
            [(0, 1), (1, 0), (1, 1), (1, -1), (0, 2), (2, 0)];
        match self {
            Self::Four => ALL.split_at(2).0,
            Self::Eight => ALL.split_at(4).0,
            Self::Twelve => &ALL,
        }
    }
}

/// A square of sites before anybody has met. Its edges are edges: a corner has two
/// neighbours of four.
///
/// ```
/// use demarche::chance::seeded;
/// use demarche::culture::Land;
/// // Axelrod's: ten by ten, five features of ten traits.
/// let land = Land::new(10, 5, 10)?;
/// let mut rng = seeded(1);
/// let mut world = land.world(&mut rng);
/// assert!(world.run(10_000_000, &mut rng).is_some(), "it comes to rest");
/// assert!(world.regions().len() < 10);
/// # Ok::<(), demarche::culture::CultureError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Land {
    side: u8,
    features: u8,
    traits: u8,
    neighbours: Neighbours,
    far: Probability,
    field: Probability,
}

by_name!(
    Land {
        side: u8,
        features: u8,
        traits: u8,
        #[serde(default)]
        neighbours: Option<Neighbours>,
        #[serde(default)]
        far: Option<Probability>,
        #[serde(default)]
        field: Option<Probability>,
    } => {
        Self::new(side, features, traits).map(|land| Self {
            neighbours: neighbours.unwrap_or(land.neighbours),
            far: far.unwrap_or(land.far),
            field: field.unwrap_or(land.field),
            ..land
        })
    }
);

/// What one run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// How many regions of one culture there are in the end.
    pub regions: u16,
    /// How many cultures: two regions apart may have the same.
    pub cultures: u16,
    /// How many sites have the culture of the field.
    pub like_field: u16,
    /// After how many steps nothing moved any more; `None` if it still did.
    pub frozen_at: Option<u64>,
}

impl Land {
    /// A square of side × side sites, each with so many features, each of which has one of
    /// so many traits. All contacts are with the four neighbours.
    ///
    /// # Errors
    /// When the side is below 2, or there are no features, more than 16 of them, or no
    /// traits.
    pub fn new(side: u8, features: u8, traits: u8) -> Result<Self, CultureError> {
        let most = usize::from(u8::MAX);
        counted("sites on a side", (2, most), usize::from(side))?;
        counted("features", (1, FEATURES), usize::from(features))?;
        counted("traits", (1, most), usize::from(traits))?;
        let never = Probability::of_valid(0.0);
        let neighbours = Neighbours::Four;
        Ok(Self { side, features, traits, neighbours, far: never, field: never })
    }

    /// The same with another neighbourhood.
    #[must_use]
    pub const fn with_neighbours(self, neighbours: Neighbours) -> Self {
        Self { neighbours, ..self }
    }

    /// The same with a chance that a contact is with any other site at all, near or far,
    /// each alike: exchanges, organisations, a global net.
    #[must_use]
    pub const fn with_far(self, far: Probability) -> Self {
        Self { far, ..self }
    }

    /// The same with a chance that a contact is with the field, one culture that is
    /// broadcast to all and never changes: trait 0 in every feature, which, since all
    /// traits start alike, is as good as any.
    #[must_use]
    pub const fn with_field(self, field: Probability) -> Self {
        Self { field, ..self }
    }

    /// How many sites it has.
    pub const fn sites(self) -> usize {
        self.side as usize * self.side as usize
    }

    /// Which part of the sites on average shares nothing with the field at the start, so
    /// that the field itself can never reach it: (1 − 1/*q*)^*F*.
    pub fn deaf(self) -> Probability {
        let other = 1.0 - 1.0 / f64::from(self.traits);
        Probability::of_valid(libm::pow(other, f64::from(self.features)))
    }

    /// The land with cultures drawn at random, every trait alike.
    pub fn world(self, rng: &mut (impl Rng + ?Sized)) -> World {
        let mut draw = || {
            let mut traits = [0; FEATURES];
            for own in &mut traits[..usize::from(self.features)] {
                #[allow(clippy::cast_possible_truncation, reason = "below 255")]
                let drawn = below(rng, u64::from(self.traits)) as u8;
                *own = drawn;
            }
            traits
        };
        let cultures = (0..self.sites()).map(|_| draw()).collect();
        self.with(cultures)
    }

    /// The land with these cultures, row by row.
    ///
    /// # Errors
    /// When there are not as many as sites, or one has more or fewer features than the
    /// land.
    pub fn settled(self, cultures: &[Culture]) -> Result<World, CultureError> {
        counted("cultures", (self.sites(), self.sites()), cultures.len())?;
        let expected = usize::from(self.features);
        for own in cultures {
            let found = own.traits().len();
            if found != expected {
                return Err(CultureError::Uneven { expected, found });
            }
        }
        Ok(self.with(cultures.iter().map(|own| own.traits).collect()))
    }

    fn with(self, cultures: Vec<[u8; FEATURES]>) -> World {
        let side = i32::from(self.side);
        let mut near = vec![Vec::new(); self.sites()];
        for row in 0..side {
            for column in 0..side {
                for &(down, right) in self.neighbours.half() {
                    let (there, across) = (row + down, column + right);
                    if there < side && (0..side).contains(&across) {
                        let site = |row: i32, column: i32| row * side + column;
                        let pair = [site(row, column), site(there, across)];
                        let [one, other] = pair.map(i32::unsigned_abs);
                        near[one as usize].push(other);
                        near[other as usize].push(one);
                    }
                }
            }
        }
        let features = usize::from(self.features);
        World::new(features, cultures, &near, self.far, self.field)
    }

    /// Plays so many worlds, each until nothing moves or for so many steps. Each has a
    /// stream of chance of its own, so that the same seed gives the same outcomes, in the
    /// same order, on any number of cores.
    ///
    /// ```
    /// use demarche::culture::{Land, Sample};
    /// let runs = Land::new(5, 5, 5)?.runs(20, 1_000_000, 1991)?;
    /// let regions: Vec<u16> = runs.iter().map(|run| run.regions).collect();
    /// assert!(Sample::of(&regions)?.mean() < 3.0);
    /// # Ok::<(), demarche::culture::CultureError>(())
    /// ```
    ///
    /// # Errors
    /// Without a run, or with more than a million.
    pub fn runs(
        self,
        count: u32,
        most: u64,
        seed: u64,
    ) -> Result<Vec<Outcome>, CultureError> {
        counted("runs", (1, 1_000_000), count as usize)?;
        let run = |number: u32| {
            let mut rng = stream(seed, u64::from(number));
            let mut world = self.world(&mut rng);
            let frozen_at = world.run(most, &mut rng);
            #[allow(clippy::cast_possible_truncation, reason = "255² sites at most")]
            let count = |number: usize| number as u16;
            Outcome {
                regions: count(world.regions().len()),
                cultures: count(world.cultures()),
                like_field: count(world.like_field()),
                frozen_at,
            }
        };
        #[cfg(feature = "parallel")]
        {
            use rayon::iter::{IntoParallelIterator, ParallelIterator};
            Ok((0..count).into_par_iter().map(run).collect())
        }
        #[cfg(not(feature = "parallel"))]
        Ok((0..count).map(run).collect())
    }
}
