//! Tariffs chosen against the others: the best, the war, the game.

use super::{Tariff, TradeError, World};
use crate::games::Payoffs;
use crate::numbers::Size;

/// The one tariff on all others at which a country can buy most, if they do not answer:
/// dearer imports against better terms for its exports. To about 10⁻⁸.
///
/// ```
/// use demarche::numbers::Size;
/// use demarche::trade::{Elasticity, TradeCost, World, best_tariff};
/// let sizes = [Size::new(10.0)?, Size::new(6.0)?, Size::new(4.0)?];
/// let world = World::even(&sizes, TradeCost::new(1.5)?, Elasticity::new(5.0)?)?;
/// // Above 1/(σ − 1), and more for the large.
/// assert!(best_tariff(&world, 0)? > best_tariff(&world, 2)?);
/// assert!(best_tariff(&world, 2)?.value() > 0.25);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When there is no such country or a world would not settle.
pub fn best_tariff(world: &World, country: usize) -> Result<Tariff, TradeError> {
    let welfare = |tariff: f64| {
        let world = world.with_tariff_on_all(country, Tariff::new(tariff)?)?;
        Ok::<f64, TradeError>(world.settled()?.welfare(country))
    };
    // Golden section: welfare rises to one peak and falls.
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (0.0, 10.0);
    let mut inner = [high - golden * (high - low), low + golden * (high - low)];
    let mut worth = [welfare(inner[0])?, welfare(inner[1])?];
    while high - low > 1e-9 {
        if worth[0] >= worth[1] {
            high = inner[1];
            inner = [high - golden * (high - low), inner[0]];
            worth = [welfare(inner[0])?, worth[0]];
        } else {
            low = inner[0];
            inner = [inner[1], low + golden * (high - low)];
            worth = [worth[1], welfare(inner[1])?];
        }
    }
    Ok(Tariff::new(f64::midpoint(low, high))?)
}

/// The world in which every country's one tariff on all others is the best answer to
/// the tariffs of the others: what a tariff war comes to, if nobody tires of it.
/// Source: Johnson-1953.
///
/// # Errors
/// When a world would not settle, or the tariffs would not.
pub fn tariff_war(world: &World) -> Result<World, TradeError> {
    let mut world = world.clone();
    let mut turn: f64 = 0.0;
    for _ in 0..ANSWERS {
        turn = 0.0;
        for country in 0..world.countries() {
            let other = usize::from(country == 0);
            let before = world.tariff(country, other).value();
            let tariff = best_tariff(&world, country)?;
            turn = turn.max((tariff.value() - before).abs());
            world = world.with_tariff_on_all(country, tariff)?;
        }
        if turn < 1e-7 {
            return Ok(world);
        }
    }
    Err(TradeError::Unsettled { rounds: ANSWERS, excess: turn })
}

/// How often everybody answers everybody before the war counts as endless.
const ANSWERS: u32 = 100;

/// The tariff game of two countries of one size: free trade is to cooperate, this tariff
/// to defect, and a payoff what one can buy, as a part of free trade's.
///
/// ```
/// use demarche::games::GameClass;
/// use demarche::numbers::Size;
/// use demarche::trade::{Elasticity, Tariff, TradeCost, World, tariff_game};
/// let sizes = [Size::new(1.0)?; 2];
/// let world = World::even(&sizes, TradeCost::NONE, Elasticity::new(5.0)?)?;
/// let game = tariff_game(&world, Tariff::new(0.3)?)?;
/// assert_eq!(game.class(), GameClass::PrisonersDilemma);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When there are not two countries of one size.
pub fn tariff_game(world: &World, tariff: Tariff) -> Result<Payoffs, TradeError> {
    let found = world.countries();
    let sizes: Vec<Size> = (0..found).map(|country| world.size(country)).collect();
    if found != 2 || sizes[0] != sizes[1] {
        return Err(TradeError::NotAPair { found });
    }
    let first = |ours, theirs| {
        let world = world.with_tariff(0, 1, ours)?.with_tariff(1, 0, theirs)?;
        Ok::<f64, TradeError>(world.settled()?.welfare(0))
    };
    let free = first(Tariff::FREE, Tariff::FREE)?;
    Ok(Payoffs::of(
        first(tariff, Tariff::FREE)? / free,
        1.0,
        first(tariff, tariff)? / free,
        first(Tariff::FREE, tariff)? / free,
    ))
}
