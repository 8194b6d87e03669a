//! When a treaty may be ended or suspended, and when consent never counted.

use serde::Serialize;

use crate::immunity::Article;
use crate::words::words;

words! {
    /// What is to be done with the treaty.
    Remedy: "a remedy" {
        /// It ends, or the state leaves it.
        Terminate,
        /// It sleeps.
        Suspend,
    }
}

words! {
    /// What a later treaty of the same parties on the same matter does to this one.
    LaterTreaty: "what a later treaty does" {
        /// It is meant to govern the matter.
        Replaces,
        /// The two cannot be applied together.
        Clashes,
        /// It is meant to put this one to sleep.
        Suspends,
        /// The two can stand together.
        Fits,
        /// Not all parties are party to it.
        AmongSome,
    }
}

words! {
    /// Who invokes another's breach.
    Claimant: "a claimant" {
        /// The other party of a treaty of two.
        Other = "the other of two",
        /// All other parties together.
        AllOthers = "all others together",
        /// A party that the breach specially affects.
        Affected = "one specially affected",
        /// Any party, where one breach radically changes the position of every other.
        Anybody = "anybody, all being changed",
        /// A party among many that it does not touch.
        Bystander = "one untouched",
        /// The one that broke it.
        Breaker = "the breaker",
    }
}

/// A breach, as a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Breach {
    /// Whether it is a repudiation, or violates what is essential to the treaty's object.
    pub material: bool,
    /// Whether the clause protects human beings in a humanitarian treaty.
    pub protects_persons: bool,
    /// Who invokes it.
    pub by: Claimant,
}

by_name!(Breach { material: bool, protects_persons: bool, by: Claimant });

words! {
    /// What bars a state from pleading changed circumstances.
    Bar: "a bar" {
        /// The treaty fixes a boundary.
        Boundary,
        /// The change comes of its own breach.
        OwnBreach,
    }
}

/// A change of circumstances, as a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Change {
    /// Whether they were an essential basis of consent.
    pub essential: bool,
    /// Whether what is still owed has become radically different.
    pub radical: bool,
    /// Whether the parties foresaw it.
    pub foreseen: bool,
    /// What stands in the way, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<Bar>,
}

by_name!(Change {
    essential: bool,
    radical: bool,
    foreseen: bool,
    #[serde(default)]
    bar: Option<Bar>,
});

/// Why a treaty is to be ended or suspended.
///
/// ```
/// use demarche::treaties::{Bar, Change, Ground, Remedy};
/// let change = Change { essential: true, radical: true, foreseen: false, bar: None };
/// let may = |change| Ground::Circumstances(change).may(Remedy::Terminate);
/// assert_eq!(may(change).unwrap().to_string(), "VCLT 62(1)");
/// // No circumstance moves a boundary.
/// let line = Change { bar: Some(Bar::Boundary), ..change };
/// assert_eq!(may(line).unwrap_err().to_string(), "VCLT 62(2)(a)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// All parties agree (VCLT 54(b), 57(b)).
    Consent,
    /// They have made another treaty (VCLT 59).
    LaterTreaty(LaterTreaty),
    /// One has broken it (VCLT 60).
    Breach(Breach),
    /// It cannot be performed any more (VCLT 61).
    Impossibility {
        /// Whether what it needs is gone for good.
        lasting: bool,
        /// Whether the state's own breach destroyed it.
        own_breach: bool,
    },
    /// The world has changed (VCLT 62).
    Circumstances(Change),
    /// A new peremptory norm forbids it (VCLT 64).
    PeremptoryNorm,
}

const fn rule(number: u8, paragraph: u8) -> Article {
    Article::vclt(number, paragraph)
}

impl Ground {
    /// The article by which it allows the remedy.
    ///
    /// # Errors
    /// The article by which it does not.
    pub const fn may(self, remedy: Remedy) -> Result<Article, Article> {
        let ends = matches!(remedy, Remedy::Terminate);
        match self {
            Self::Consent if ends => Ok(rule(54, 0).at('b')),
            Self::Consent => Ok(rule(57, 0).at('b')),
            Self::LaterTreaty(later) => match (later, ends) {
                (LaterTreaty::Replaces, true) => Ok(rule(59, 1).at('a')),
                (LaterTreaty::Clashes, true) => Ok(rule(59, 1).at('b')),
                (LaterTreaty::Suspends, false) => Ok(rule(59, 2)),
                (LaterTreaty::Suspends, true)
                | (LaterTreaty::Replaces | LaterTreaty::Clashes, false) => {
                    Err(rule(59, 2))
                }
                (LaterTreaty::Fits, _) => Err(rule(30, 3)),
                (LaterTreaty::AmongSome, _) => Err(rule(59, 1)),
            },
            Self::Breach(breach) => breach.may(ends),
            Self::Impossibility { own_breach: true, .. } => Err(rule(61, 2)),
            Self::Impossibility { lasting: false, .. } if ends => Err(rule(61, 1)),
            Self::Impossibility { .. } => Ok(rule(61, 1)),
            Self::Circumstances(change) => change.may(ends),
            Self::PeremptoryNorm if ends => Ok(rule(64, 0)),
            Self::PeremptoryNorm => Err(rule(64, 0)),
        }
    }
}

impl Breach {
    const fn may(self, ends: bool) -> Result<Article, Article> {
        if !self.material {
            return Err(rule(60, 3));
        }
        if self.protects_persons {
            return Err(rule(60, 5));
        }
        match self.by {
            Claimant::Other => Ok(rule(60, 1)),
            Claimant::AllOthers => Ok(rule(60, 2).at('a')),
            Claimant::Affected if !ends => Ok(rule(60, 2).at('b')),
            Claimant::Anybody if !ends => Ok(rule(60, 2).at('c')),
            Claimant::Affected => Err(rule(60, 2).at('b')),
            Claimant::Anybody => Err(rule(60, 2).at('c')),
            Claimant::Bystander | Claimant::Breaker => Err(rule(60, 2)),
        }
    }
}

impl Change {
    const fn may(self, ends: bool) -> Result<Article, Article> {
        match self.bar {
            Some(Bar::Boundary) => Err(rule(62, 2).at('a')),
            Some(Bar::OwnBreach) => Err(rule(62, 2).at('b')),
            None if !self.essential => Err(rule(62, 1).at('a')),
            None if !self.radical => Err(rule(62, 1).at('b')),
            None if self.foreseen => Err(rule(62, 1)),
            None if ends => Ok(rule(62, 1)),
            None => Ok(rule(62, 3)),
        }
    }
}

words! {
    /// What was wrong when consent was given.
    Defect: "a defect of consent" {
        /// A manifest breach of the state's own fundamental law on making treaties.
        OwnLaw = "its own law manifestly broken",
        /// A limit on its envoy's authority that the others had been told of.
        Authority = "a known limit on authority",
        /// An error about a fact that was an essential basis of consent.
        Error,
        /// Fraud by another negotiating state.
        Fraud,
        /// Its envoy was bribed by another negotiating state.
        Corruption,
        /// Its envoy was coerced.
        EnvoyCoerced = "its envoy coerced",
        /// It was itself coerced by a threat or use of force against the Charter.
        StateCoerced = "the state coerced by force",
        /// The treaty conflicts with a peremptory norm.
        PeremptoryNorm = "a peremptory norm",
    }
}

impl Defect {
    /// The article on it.
    pub const fn article(self) -> Article {
        match self {
            Self::OwnLaw => rule(46, 1),
            Self::Authority => rule(47, 0),
            Self::Error => rule(48, 1),
            Self::Fraud => rule(49, 0),
            Self::Corruption => rule(50, 0),
            Self::EnvoyCoerced => rule(51, 0),
            Self::StateCoerced => rule(52, 0),
            Self::PeremptoryNorm => rule(53, 0),
        }
    }

    /// Whether consent or treaty is void of itself, and no acquiescence mends it.
    pub const fn is_void(self) -> bool {
        matches!(
            self,
            Self::EnvoyCoerced | Self::StateCoerced | Self::PeremptoryNorm
        )
    }

    /// The article by which the state may still say that it is not bound.
    ///
    /// ```
    /// use demarche::treaties::Defect;
    /// // Who learns of a fraud and goes on as before has lost the plea.
    /// assert_eq!(Defect::Fraud.invoked(true).unwrap_err().to_string(), "VCLT 45");
    /// // Whose envoy was threatened has not.
    /// assert!(Defect::EnvoyCoerced.invoked(true).is_ok());
    /// ```
    ///
    /// # Errors
    /// VCLT 45, where it knew, and acquiesced in a defect that can be mended.
    pub const fn invoked(self, acquiesced: bool) -> Result<Article, Article> {
        if acquiesced && !self.is_void() {
            Err(rule(45, 0))
        } else {
            Ok(self.article())
        }
    }
}
