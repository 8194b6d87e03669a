//! Who owes what to whom.

use super::{AlliancesError, Obligation, Obligations, Portfolio, Scale, counted};

/// The members of the North Atlantic Treaty in 1956: the twelve who signed in 1949, then
/// Greece, Turkey and West Germany.
pub const NATO_1956: [&str; 15] = [
    "Belgium",
    "Britain",
    "Canada",
    "Denmark",
    "France",
    "Iceland",
    "Italy",
    "Luxembourg",
    "Netherlands",
    "Norway",
    "Portugal",
    "United States",
    "Greece",
    "Turkey",
    "West Germany",
];

/// The members of the Warsaw Treaty of 14 May 1955.
pub const WARSAW_1956: [&str; 8] = [
    "Albania",
    "Bulgaria",
    "Czechoslovakia",
    "East Germany",
    "Hungary",
    "Poland",
    "Romania",
    "Soviet Union",
];

/// What each state owes each other, in its direction: France can owe Belgium what
/// Belgium does not owe France.
///
/// ```
/// use demarche::alliances::{Obligation, Obligations, Pledges, Scale};
/// let mut europe = Pledges::new(3)?;
/// europe.sign(&[0, 1], "DC".parse()?)?;
/// europe.promise(2, 0, Obligations::of(&[Obligation::Defence]))?;
/// assert_eq!(europe.owed(2, 0).to_string(), "D");
/// assert!(europe.owed(0, 2).is_none());
/// // Two owe each other defence; the third only owes it.
/// assert_eq!(europe.pairs_that_owe(Obligation::Defence), 1);
/// // Each state is pledged to itself, by the field's custom.
/// assert_eq!(europe.portfolio(2, Scale::Cow)?.levels(), [3, 0, 3]);
/// # Ok::<(), demarche::alliances::AlliancesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pledges {
    states: usize,
    owed: Vec<Obligations>,
}

impl Pledges {
    /// The most states it takes.
    pub const MOST: usize = 1000;

    /// So many states, who owe each other nothing yet.
    ///
    /// # Errors
    /// Without a state, or with more than 1000.
    pub fn new(states: usize) -> Result<Self, AlliancesError> {
        counted("states", states)?;
        Ok(Self { states, owed: vec![Obligations::NONE; states * states] })
    }

    /// A treaty: each party owes this to every other, beside what it owed before.
    ///
    /// # Errors
    /// When a party is no state of the system, or is named twice.
    pub fn sign(
        &mut self,
        parties: &[usize],
        obligations: Obligations,
    ) -> Result<(), AlliancesError> {
        for (at, &one) in parties.iter().enumerate() {
            for &other in &parties[..at] {
                self.promise(one, other, obligations)?;
                self.promise(other, one, obligations)?;
            }
        }
        Ok(())
    }

    /// One state owes this to another, beside what it owed before.
    ///
    /// # Errors
    /// When one of the two is no state of the system, or both are the same.
    pub fn promise(
        &mut self,
        from: usize,
        to: usize,
        obligations: Obligations,
    ) -> Result<(), AlliancesError> {
        if from == to {
            return Err(AlliancesError::PledgeToItself { state: from });
        }
        self.check(from)?;
        self.check(to)?;
        let owed = &mut self.owed[from * self.states + to];
        *owed = owed.and(obligations);
        Ok(())
    }

    fn check(&self, state: usize) -> Result<(), AlliancesError> {
        if state < self.states {
            return Ok(());
        }
        let last = self.states - 1;
        Err(AlliancesError::NoSuchState { last, found: state })
    }

    /// How many states there are.
    pub const fn states(&self) -> usize {
        self.states
    }

    /// What one owes another; nothing to itself.
    ///
    /// # Panics
    /// When one of the two is no state of the system.
    pub fn owed(&self, from: usize, to: usize) -> Obligations {
        assert!(to < self.states, "a state of the system");
        self.owed[from * self.states + to]
    }

    /// How many pairs owe each other this, in both directions.
    pub fn pairs_that_owe(&self, obligation: Obligation) -> usize {
        let owes = |from: usize, to: usize| self.owed(from, to).includes(obligation);
        let pairs = (0..self.states).flat_map(|a| (0..a).map(move |b| (a, b)));
        pairs.filter(|&(a, b)| owes(a, b) && owes(b, a)).count()
    }

    /// A state's pledges to all, as levels; to itself the highest.
    ///
    /// # Errors
    /// When it is no state of the system.
    pub fn portfolio(
        &self,
        state: usize,
        scale: Scale,
    ) -> Result<Portfolio, AlliancesError> {
        self.check(state)?;
        let level = |other: usize| {
            if other == state {
                scale.highest()
            } else {
                self.owed(state, other).level(scale)
            }
        };
        Portfolio::new((0..self.states).map(level).collect(), scale.highest())
    }
}
