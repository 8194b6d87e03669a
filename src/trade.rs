//! Trade: what ties, pacts and open roads do to it, and what it brings.
//!
//! A [`World`] of countries that each make one good settles at the wages at which
//! everybody can pay for what it buys; war, embargo, tariff and pact are changes of its
//! costs and tariffs, and [`Settled`] tells who gains. A [`Pact`] is the tariff war
//! played again and again, with shocks. [`steadiness`], [`Suppliers`] and [`Binding`]
//! tell how far ties, many suppliers and a bound tariff steady a country. [`Project`],
//! [`Contact`] and [`Stationing`] are what else relations are said to bring:
//! investment, technology, and the growth of those who host troops.
//!
//! Left out: capital, firms, many goods, who wins and loses inside a country, and every
//! reason to trade but the taste for variety. All is at rest: no road from one world to
//! the next.
//!
//! Sources: Arkolakis-2012 (gains from the home share), Dekle-Eaton-Kortum-2008 (changes
//! alone), Johnson-1953 (tariff wars), Bagwell-Staiger-1990 (pacts and shocks),
//! Nelson-Phelps-1966 (catching up), Jones-Kane-2012 (troops). The hold-up, the pact's
//! shocks and the two stories of the troops are our formalisations.

mod contact;
mod pact;
mod project;
mod risk;
mod stationing;
mod tariffs;
mod world;

pub use contact::Contact;
pub use pact::Pact;
pub use project::Project;
pub use risk::{Binding, Suppliers, steadiness};
pub use stationing::{Host, Stationing};
pub use tariffs::{best_tariff, tariff_game, tariff_war};
pub use world::{Settled, World, gains_from_trade};

use crate::numbers::{NumberError, number};

number! {
    /// How many units must leave for one to arrive, the iceberg cost *τ*: 1 for a trade
    /// that costs nothing, and without end for none.
    ///
    /// ```
    /// use demarche::trade::TradeCost;
    /// assert!(TradeCost::new(0.5).is_err());
    /// assert_eq!("closed".parse::<TradeCost>()?, TradeCost::CLOSED);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    TradeCost, "a trade cost of 1 to 1000, or closed", 1.0 <= x <= 1e3 or CLOSED {
        /// As if next door.
        NONE = 1.0,
    }
}

number! {
    /// A tariff as a part of the price at the border: 0.25 is a quarter more to pay. At
    /// most 10, eleven times the price.
    ///
    /// ```
    /// use demarche::trade::Tariff;
    /// assert!(Tariff::new(-0.1).is_err());
    /// ```
    Tariff, "a tariff from 0 to 10", 0.0 <= x <= 10.0 {
        /// Free trade.
        FREE = 0.0,
    }
}

number! {
    /// *σ*: how readily buyers turn from one country's good to another's. The larger it
    /// is, the less is any of them missed; the trade elasticity of the field is 1 − *σ*.
    ///
    /// ```
    /// use demarche::trade::Elasticity;
    /// assert!(Elasticity::new(1.0).is_err());
    /// ```
    Elasticity, "an elasticity above 1, up to 20", 1.0 < x <= 20.0
}

/// What is wrong with the input of a model of trade.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TradeError {
    /// Too few countries to trade, or more than the crate settles.
    #[error("expected 2 to {most} countries, found {found}")]
    CountryCount {
        /// The largest number.
        most: usize,
        /// How many came.
        found: usize,
    },
    /// A table that does not have one row and one column for each country.
    #[error("expected {expected} {what}, found {found}")]
    Uneven {
        /// Of what the table is.
        what: &'static str,
        /// How many there are to be.
        expected: usize,
        /// How many came.
        found: usize,
    },
    /// No country of that number.
    #[error("expected a country from 0 to {last}, found {found}")]
    NoSuchCountry {
        /// The last country.
        last: usize,
        /// The number that came.
        found: usize,
    },
    /// A country that charges itself.
    #[error("expected no cost and no tariff of country {country} on itself")]
    CostAtHome {
        /// The country, counted from 0.
        country: usize,
    },
    /// Wages, or the tariffs of a war, that would not settle.
    #[error(
        "expected a world to settle within {rounds} rounds, found an excess of {excess:e}"
    )]
    Unsettled {
        /// How many rounds were tried.
        rounds: u32,
        /// What was left: the largest excess of exports or imports, as a part of both, or
        /// the largest change of a tariff.
        excess: f64,
    },
    /// A game of tariffs that needs two countries of one size.
    #[error("expected two countries of one size, found {found}")]
    NotAPair {
        /// How many countries came.
        found: usize,
    },
    /// Nobody to compare.
    #[error("expected at least 2 hosts with different numbers of troops")]
    NoContrast,
    /// A number outside its domain.
    #[error(transparent)]
    Number(#[from] NumberError),
}
