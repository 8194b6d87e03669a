//! A club with a price on carbon inside and a tariff outside.

use serde::Serialize;

use crate::numbers::{Amount, Share, Size, at_least};

/// Like countries, some of which have joined a club: members charge a price on carbon,
/// and put a tariff on what outsiders sell them. After Nordhaus-2015; the form is ours.
///
/// ```
/// use demarche::climate::Club;
/// use demarche::numbers::{Amount, Share};
/// let club = Club::EXAMPLE;
/// let (price, tariff) = (Amount::new(25.0)?, Share::new(0.03)?);
/// // At a price of 25 a tariff of three parts in a hundred keeps all, or nobody.
/// assert_eq!(club.stable(price, tariff), [0, 10]);
/// assert_eq!(club.stable(Amount::new(50.0)?, tariff), [0]);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Club {
    /// How many countries there are, at least 2 for a club to mean anything.
    pub countries: u32,
    /// What each emits.
    pub emissions: Size,
    /// By which part of its emissions each cuts more for a price higher by 1.
    pub response: Size,
    /// What a unit emitted costs the world.
    pub damage: Size,
    /// What each sells to all others.
    pub exports: Size,
    /// Which part of a tariff on its exports a country loses.
    pub loss: Share,
}

by_name!(Club {
    countries: u32,
    emissions: Size,
    response: Size,
    damage: Size,
    exports: Size,
    loss: Share,
});

impl Club {
    /// Ten countries that emit 3 each; a price higher by 1 cuts half a part in a hundred,
    /// a unit costs the world 40, each exports 1000 and loses two fifths of a tariff.
    /// Illustrative numbers of ours.
    pub const EXAMPLE: Self = Self {
        countries: 10,
        emissions: Size::of_valid(3.0),
        response: Size::of_valid(0.005),
        damage: Size::of_valid(40.0),
        exports: Size::of_valid(1000.0),
        loss: Share::of_valid(0.4),
    };

    /// The price that each would charge for its own sake: its part of the damage.
    pub fn own_price(self) -> f64 {
        self.damage.value() / f64::from(self.countries.max(1))
    }

    /// What it costs a country to charge this price rather than its own: half of what it
    /// emits times the response times the square of the difference. 0 below its own.
    pub fn cost_of_joining(self, price: Amount) -> f64 {
        let above = (price.value() - self.own_price()).max(0.0);
        self.emissions.value() * self.response.value() * above * above / 2.0
    }

    /// What a tariff of all others costs a country.
    fn tariff_of_all(self, tariff: Share) -> f64 {
        self.loss.value() * tariff.value() * self.exports.value()
    }

    /// The tariff from which on a club of all holds, as a part of the price of what is
    /// sold; `None` when not even one as high as the price would.
    pub fn least_tariff(self, price: Amount) -> Option<Share> {
        let all = self.loss.value() * self.exports.value();
        let least = self.cost_of_joining(price) / all;
        // Without a loss by tariffs only what costs nothing is joined.
        let least = if least.is_nan() { 0.0 } else { least };
        Share::new(least).ok()
    }

    /// How many must be in the club for one more to gain by joining, not a whole number
    /// in general; `None` when a tariff costs nothing and joining does.
    pub fn critical_mass(self, price: Amount, tariff: Share) -> Option<f64> {
        let rest = f64::from(self.countries.saturating_sub(1));
        let mass = self.cost_of_joining(price) * rest / self.tariff_of_all(tariff);
        mass.is_finite().then_some(mass)
    }

    /// The sizes at which nobody gains by leaving or joining. Of those who are indifferent
    /// members stay, and outsiders stay out.
    pub fn stable(self, price: Amount, tariff: Share) -> Vec<u32> {
        let (cost, all) = (self.cost_of_joining(price), self.tariff_of_all(tariff));
        let rest = f64::from(self.countries.saturating_sub(1).max(1));
        // What an outsider pays if so many are in.
        let pays = |members: u32| all * f64::from(members) / rest;
        let scale = cost.max(all);
        let holds = |members: &u32| {
            let stays = *members == 0 || at_least(pays(members - 1), cost, scale);
            let out =
                *members == self.countries || at_least(cost, pays(*members), scale);
            stays && out
        };
        (0..=self.countries).filter(holds).collect()
    }
}
