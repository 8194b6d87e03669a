//! Diplomacy you can run.
//!
//! Each module is a chapter of the book *Demarche: diplomacy you can run* and
//! models the claims that the chapter makes. One plain word opens every door:
//! module `demarche::gains`, page `gains.html`, demo `cargo run --example gains`,
//! check `cargo test --test gains`.
//!
//! # The chapters
//!
//! - [`actors`]: who meets, who may bind, through how many hands, and who sits in
//! - [`immunity`]: the Vienna Conventions as rules: verdicts that cite their articles
//! - [`treaties`]: the life of a promise, its clocks, and the race it can stop
//! - [`signals`]: talk over a noisy line, and what a biased envoy can tell
//! - [`bargaining`]: what a deal needs, and what patience, threats and guarantors make of it
//! - [`culture`]: who comes to be like whom, and what a broadcast, a visit or a course changes
//! - [`gains`]: a state may refuse a deal because the other gains more
//! - [`trade`]: who gains from open borders, and what ties and pacts do to shocks
//! - [`alliances`]: what allies owe each other, who comes, and who pays
//! - [`alignment`]: who stands with whom: balance, feuds, stable sides
//! - [`polarity`]: who is a power, how many there are, and what that does
//! - [`crisis`]: how a war spreads, who holds it, and what is known in time
//! - [`peace`]: who quarrels how often, and what a table of pairs can tell
//! - [`voting`]: a vote is not yet power, and a veto is not yet a way forward
//! - [`climate`]: which treaties hold when everybody gains by the others' keeping them
//! - [`aid`]: how much arrives, how soon, how fairly, and whose friend carries it
//! - [`cyber`]: whom to blame, what keeps a norm, and what fast lines are worth
//! - [`briefing`]: one affair, every model asked its question, and one page
//!
//! # Shared by the chapters
//!
//! - [`numbers`]: probabilities, shares, weights: numbers with a domain
//! - [`exact`]: ratios of whole numbers of any length
//! - [`words`]: closed sets of words, spelt alike in files and arguments
//! - [`calendar`]: days, and months from one to another
//! - [`chance`]: draws from a seed, the same everywhere
//! - [`graph`]: friends and rivals: balance, two sides, camps, and what is in the way
//! - [`games`]: two players with two moves each: classes, equilibria, all 144
//! - [`columns`]: thousands of small models at once, columns in, columns out

#![forbid(unsafe_code)]

#[macro_use]
mod doors;
mod linear;

pub mod actors;
pub mod aid;
pub mod alignment;
pub mod alliances;
pub mod bargaining;
pub mod briefing;
pub mod calendar;
pub mod chance;
pub mod climate;
#[cfg(feature = "wide")]
pub mod columns;
pub mod crisis;
pub mod culture;
pub mod cyber;
pub mod exact;
pub mod gains;
pub mod games;
pub mod graph;
pub mod immunity;
pub mod numbers;
pub mod peace;
pub mod polarity;
pub mod signals;
pub mod trade;
pub mod treaties;
pub mod voting;
pub mod words;

/// The pages of the book, so that `cargo test --doc WORD` runs a chapter's sums.
#[cfg(doctest)]
mod book {
    #[doc = include_str!("../README.md")]
    mod readme {}
    #[doc = include_str!("../book/src/running.md")]
    mod running {}
    #[doc = include_str!("../book/src/actors.md")]
    mod actors {}
    #[doc = include_str!("../book/src/immunity.md")]
    mod immunity {}
    #[doc = include_str!("../book/src/treaties.md")]
    mod treaties {}
    #[doc = include_str!("../book/src/signals.md")]
    mod signals {}
    #[doc = include_str!("../book/src/bargaining.md")]
    mod bargaining {}
    #[doc = include_str!("../book/src/culture.md")]
    mod culture {}
    #[doc = include_str!("../book/src/gains.md")]
    mod gains {}
    #[doc = include_str!("../book/src/trade.md")]
    mod trade {}
    #[doc = include_str!("../book/src/alliances.md")]
    mod alliances {}
    #[doc = include_str!("../book/src/alignment.md")]
    mod alignment {}
    #[doc = include_str!("../book/src/polarity.md")]
    mod polarity {}
    #[doc = include_str!("../book/src/crisis.md")]
    mod crisis {}
    #[doc = include_str!("../book/src/peace.md")]
    mod peace {}
    #[doc = include_str!("../book/src/voting.md")]
    mod voting {}
    #[doc = include_str!("../book/src/climate.md")]
    mod climate {}
    #[doc = include_str!("../book/src/aid.md")]
    mod aid {}
    #[doc = include_str!("../book/src/cyber.md")]
    mod cyber {}
    #[doc = include_str!("../book/src/briefing.md")]
    mod briefing {}
}
