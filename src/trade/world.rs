//! A world of countries, each with a good of its own, and the wages at which it settles.

use serde::Serialize;

use super::{Elasticity, Tariff, TradeCost, TradeError};
use crate::linear::solved;
use crate::numbers::{Share, Size};

/// Countries that each make one good with their own labour and like to have some of
/// every other's. Sources: Arkolakis-2012 and Dekle-Eaton-Kortum-2008 for the model that
/// the field calls Armington's; the solver is ours.
///
/// ```
/// use demarche::numbers::Size;
/// use demarche::trade::{Elasticity, TradeCost, World};
/// let sizes: Vec<Size> = [10.0, 6.0, 4.0].into_iter().flat_map(Size::new).collect();
/// let world = World::even(&sizes, TradeCost::new(1.5)?, Elasticity::new(5.0)?)?;
/// let war = world.with_cost(0, 1, TradeCost::CLOSED)?;
/// let (before, after) = (world.settled()?, war.settled()?);
/// // An embargo hurts the two who make it, and the third gains a little.
/// let change = |country| after.welfare(country) / before.welfare(country) - 1.0;
/// assert!(change(0) < -0.03 && change(1) < -0.05 && change(2) > 0.008);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct World {
    sizes: Vec<Size>,
    costs: Vec<Vec<TradeCost>>,
    tariffs: Vec<Vec<Tariff>>,
    elasticity: Elasticity,
}

by_name!(
    World {
        sizes: Vec<Size>,
        costs: Vec<Vec<TradeCost>>,
        tariffs: Vec<Vec<Tariff>>,
        elasticity: Elasticity,
    }
    => Self::new(sizes, costs, tariffs, elasticity)
);

impl World {
    /// At most so many countries.
    pub const MOST: usize = 64;

    /// A world of these sizes (labour, in any one unit). `costs[i][j]` is the cost of
    /// bringing *i*'s good to *j*, `tariffs[i][j]` what *j* adds to its price.
    ///
    /// # Errors
    /// When there are fewer than 2 or more than 64 countries, when a table is not as wide
    /// and high as there are countries, and when a country's trade with itself costs.
    pub fn new(
        sizes: Vec<Size>,
        costs: Vec<Vec<TradeCost>>,
        tariffs: Vec<Vec<Tariff>>,
        elasticity: Elasticity,
    ) -> Result<Self, TradeError> {
        let expected = sizes.len();
        if !(2..=Self::MOST).contains(&expected) {
            let (most, found) = (Self::MOST, expected);
            return Err(TradeError::CountryCount { most, found });
        }
        let mut lengths = vec![("rows of costs", costs.len())];
        lengths.push(("rows of tariffs", tariffs.len()));
        lengths.extend(costs.iter().map(|row| ("costs in a row", row.len())));
        lengths.extend(tariffs.iter().map(|row| ("tariffs in a row", row.len())));
        for (what, found) in lengths {
            if found != expected {
                return Err(TradeError::Uneven { what, expected, found });
            }
        }
        let at_home = |&country: &usize| {
            costs[country][country] != TradeCost::NONE
                || tariffs[country][country] != Tariff::FREE
        };
        match (0..expected).find(at_home) {
            Some(country) => Err(TradeError::CostAtHome { country }),
            None => Ok(Self { sizes, costs, tariffs, elasticity }),
        }
    }

    /// Free trade, with one cost between any two.
    ///
    /// # Errors
    /// When there are fewer than 2 or more than 64 countries.
    pub fn even(
        sizes: &[Size],
        cost: TradeCost,
        elasticity: Elasticity,
    ) -> Result<Self, TradeError> {
        let all = 0..sizes.len();
        let row = |i| {
            let cost = |j| if i == j { TradeCost::NONE } else { cost };
            all.clone().map(cost).collect()
        };
        let costs = all.clone().map(row).collect();
        let tariffs = vec![vec![Tariff::FREE; sizes.len()]; sizes.len()];
        Self::new(sizes.to_vec(), costs, tariffs, elasticity)
    }

    /// How many countries there are.
    pub const fn countries(&self) -> usize {
        self.sizes.len()
    }

    /// How much labour a country has.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn size(&self, country: usize) -> Size {
        self.sizes[country]
    }

    /// *σ*.
    pub const fn elasticity(&self) -> Elasticity {
        self.elasticity
    }

    /// The same world with another cost between two, both ways.
    ///
    /// # Errors
    /// When one of the two does not exist or they are the same.
    pub fn with_cost(
        &self,
        one: usize,
        other: usize,
        cost: TradeCost,
    ) -> Result<Self, TradeError> {
        self.pair(one, other)?;
        let mut world = self.clone();
        world.costs[one][other] = cost;
        world.costs[other][one] = cost;
        Ok(world)
    }

    /// The same world with a tariff of `importer` on what `exporter` sells.
    ///
    /// # Errors
    /// When one of the two does not exist or they are the same.
    pub fn with_tariff(
        &self,
        importer: usize,
        exporter: usize,
        tariff: Tariff,
    ) -> Result<Self, TradeError> {
        self.pair(importer, exporter)?;
        let mut world = self.clone();
        world.tariffs[exporter][importer] = tariff;
        Ok(world)
    }

    /// The same world with one tariff of `importer` on all others.
    ///
    /// # Errors
    /// When there is no such country.
    pub fn with_tariff_on_all(
        &self,
        importer: usize,
        tariff: Tariff,
    ) -> Result<Self, TradeError> {
        self.pair(importer, usize::from(importer == 0))?;
        let mut world = self.clone();
        for (exporter, row) in world.tariffs.iter_mut().enumerate() {
            if exporter != importer {
                row[importer] = tariff;
            }
        }
        Ok(world)
    }

    /// What `importer` adds to the price of what `exporter` sells.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn tariff(&self, importer: usize, exporter: usize) -> Tariff {
        self.tariffs[exporter][importer]
    }

    fn pair(&self, one: usize, other: usize) -> Result<(), TradeError> {
        let last = self.countries() - 1;
        if let Some(&found) = [one, other].iter().find(|&&country| country > last) {
            return Err(TradeError::NoSuchCountry { last, found });
        }
        if one == other {
            return Err(TradeError::CostAtHome { country: one });
        }
        Ok(())
    }

    /// The wages at which every country's exports pay for its imports, and what follows
    /// from them.
    ///
    /// # Errors
    /// When they would not settle, which no world that we tried did.
    pub fn settled(&self) -> Result<Settled, TradeError> {
        self.settled_with(|_, _| 1.0)
    }

    /// The same with costs stretched by a factor for each source and destination.
    pub(super) fn settled_with(
        &self,
        stretch: impl Fn(usize, usize) -> f64,
    ) -> Result<Settled, TradeError> {
        let n = self.countries();
        let power = 1.0 - self.elasticity.value();
        let largest = self.sizes.iter().max().map_or(1.0, |size| size.value());
        let sizes: Vec<f64> =
            self.sizes.iter().map(|s| s.value() / largest).collect();
        // By how much distance and tariff cut a demand, and what the state takes of it.
        let (mut pull, mut taken) = (vec![0.0; n * n], vec![0.0; n * n]);
        for i in 0..n {
            for j in 0..n {
                let tariff = self.tariffs[i][j].value();
                let cost = self.costs[i][j].value() * stretch(i, j) * (1.0 + tariff);
                pull[i * n + j] = libm::pow(cost, power);
                taken[i * n + j] = tariff / (1.0 + tariff);
            }
        }
        let mut flows = Flows::of(n);
        let mut wages = vec![1.0; n];
        // Half of what would balance a country alone: partners answer with as much.
        let pace = 1.0 / (2.0 * self.elasticity.value());
        let mut excess = f64::INFINITY;
        for round in 0..ROUNDS {
            flows.follow(&wages, &sizes, &pull, &taken, power);
            excess = flows.largest_excess();
            if excess < SETTLED {
                let welfare = flows.welfare(power).map(|worth| largest * worth);
                let welfare = welfare.collect();
                let sizes = self.sizes.clone();
                return Ok(Settled { sizes, wages, shares: flows.shares, welfare });
            }
            // Countries that trade with few others in the world settle among themselves at
            // once and with the rest hardly ever; Newton's steps see both. Where they go
            // in a circle, as many small steps lead out of it.
            let step = (round % 64 < 32).then(|| flows.newton(&taken, power));
            if let Some(step) = step.flatten() {
                for (wage, step) in wages.iter_mut().zip(step) {
                    *wage *= libm::exp(step.clamp(-0.5, 0.5));
                }
            } else {
                for (wage, z) in wages.iter_mut().zip(&flows.excess) {
                    *wage *= 1.0 + pace * z;
                }
            }
            // Only ratios of wages matter; the mean over all labour stays at 1.
            let pay: f64 = wages.iter().zip(&sizes).map(|(w, l)| w * l).sum();
            let mean = pay / sizes.iter().sum::<f64>();
            for wage in &mut wages {
                *wage /= mean;
            }
        }
        Err(TradeError::Unsettled { rounds: ROUNDS, excess })
    }
}

/// The hardest of three thousand worlds, drawn to the ends of the domains, took 800.
const ROUNDS: u32 = 5_000;
const SETTLED: f64 = 1e-12;

/// What is bought from whom at some wages.
struct Flows {
    n: usize,
    shares: Vec<f64>,
    spending: Vec<f64>,
    prices: Vec<f64>,
    excess: Vec<f64>,
}

impl Flows {
    fn of(n: usize) -> Self {
        let row = || vec![0.0; n];
        let shares = vec![0.0; n * n];
        Self { n, shares, spending: row(), prices: row(), excess: row() }
    }

    fn follow(
        &mut self,
        wages: &[f64],
        sizes: &[f64],
        pull: &[f64],
        taken: &[f64],
        power: f64,
    ) {
        let n = self.n;
        let asked: Vec<f64> = wages.iter().map(|&w| libm::pow(w, power)).collect();
        let (mut exports, mut imports) = (vec![0.0; n], vec![0.0; n]);
        for j in 0..n {
            let all: f64 = (0..n).map(|i| asked[i] * pull[i * n + j]).sum();
            let mut revenue = 0.0;
            for i in 0..n {
                let share = asked[i] * pull[i * n + j] / all;
                self.shares[i * n + j] = share;
                revenue += taken[i * n + j] * share;
            }
            self.prices[j] = all;
            self.spending[j] = wages[j] * sizes[j] / (1.0 - revenue);
            for i in 0..n {
                if i != j {
                    let paid = self.shares[i * n + j] * self.spending[j];
                    let paid = paid * (1.0 - taken[i * n + j]);
                    exports[i] += paid;
                    imports[j] += paid;
                }
            }
        }
        for (country, excess) in self.excess.iter_mut().enumerate() {
            let (out, home) = (exports[country], imports[country]);
            let both: f64 = out + home;
            *excess = if both > 0.0 { (out - home) / both } else { 0.0 };
        }
    }

    fn largest_excess(&self) -> f64 {
        self.excess.iter().fold(0.0, |most, z| most.max(z.abs()))
    }

    /// By how much the logarithm of each wage would have to change if the balances were
    /// linear in them; `None` where they do not tell. Only what crosses borders is added
    /// up: what stays at home can be 10²⁰ times as much.
    fn newton(&self, taken: &[f64], power: f64) -> Option<Vec<f64>> {
        let n = self.n;
        let share = |i: usize, j: usize| self.shares[i * n + j];
        let paid = |i: usize, j: usize| {
            if i == j {
                return 0.0;
            }
            (1.0 - taken[i * n + j]) * share(i, j) * self.spending[j]
        };
        // How spending in j answers the wage of k, beside prices.
        let mut answer = vec![0.0; n * n];
        for j in 0..n {
            let revenue: f64 = (0..n).map(|i| taken[i * n + j] * share(i, j)).sum();
            for k in 0..n {
                let more = (taken[k * n + j] - revenue) / (1.0 - revenue);
                let own = f64::from(u8::from(j == k));
                answer[j * n + k] = own + power * share(k, j) * more;
            }
        }
        let mut rows = vec![vec![0.0; n + 1]; n];
        let mut most = (0.0, 0);
        for (i, row) in rows.iter_mut().enumerate() {
            let (mut exports, mut imports) = (0.0, 0.0);
            for j in 0..n {
                let (out, home) = (paid(i, j), paid(j, i));
                exports += out;
                imports += home;
                for (k, x) in row[..n].iter_mut().enumerate() {
                    let out_cheaper = f64::from(u8::from(k == i)) - share(k, j);
                    let home_cheaper = f64::from(u8::from(k == j)) - share(k, i);
                    *x += out * (power * out_cheaper + answer[j * n + k]);
                    *x -= home * (power * home_cheaper + answer[i * n + k]);
                }
            }
            let both = exports + imports;
            if both > 0.0 {
                row[n] = imports - exports;
                for x in &mut *row {
                    *x /= both;
                }
            } else {
                // Who trades with nobody has nothing to answer.
                row[i] = 1.0;
            }
            if both > most.0 {
                most = (both, i);
            }
        }
        // All balances sum to nothing. The largest trader's says least beside the others;
        // in its place the level of wages stays.
        rows[most.1] = vec![1.0; n + 1];
        rows[most.1][n] = 0.0;
        solved(rows)
    }

    /// What each country can buy, in the unit of the sizes.
    fn welfare(&self, power: f64) -> impl Iterator<Item = f64> {
        let worth = self.spending.iter().zip(&self.prices);
        worth.map(move |(spent, price)| spent / libm::pow(*price, 1.0 / power))
    }
}

/// A world at rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settled {
    #[serde(skip)]
    sizes: Vec<Size>,
    wages: Vec<f64>,
    shares: Vec<f64>,
    welfare: Vec<f64>,
}

impl Settled {
    /// How many countries there are.
    pub const fn countries(&self) -> usize {
        self.sizes.len()
    }

    /// A country's wage; the mean over all labour is 1.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn wage(&self, country: usize) -> f64 {
        self.wages[country]
    }

    /// The part of its spending that `importer` spends on the good of `exporter`, or at
    /// home.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn share(&self, importer: usize, exporter: usize) -> Share {
        let n = self.countries();
        assert!(importer < n, "there is no country {importer}");
        Share::of_valid(self.shares[exporter * n + importer].min(1.0))
    }

    /// What a country can buy: its income, tariffs included, over its prices. Without
    /// trade it is the country's size.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn welfare(&self, country: usize) -> f64 {
        self.welfare[country]
    }

    /// By how much trade lifts a country above what it could buy alone: 0.05 is a
    /// twentieth. Below 0 for one that its own tariffs cost more than trade brings.
    ///
    /// # Panics
    /// When there is no such country.
    pub fn lift(&self, country: usize) -> f64 {
        self.welfare[country] / self.sizes[country].value() - 1.0
    }
}

/// What part of its income a country would lose without trade, from what it spends at
/// home alone: 1 − *λ*^(1 / (*σ* − 1)). It holds without tariffs, whatever the
/// sizes and costs. Source: Arkolakis-2012.
///
/// ```
/// use demarche::numbers::Share;
/// use demarche::trade::{Elasticity, gains_from_trade};
/// // Who spends 93 in 100 at home would lose 1.44% (with σ = 6).
/// let lost = gains_from_trade(Share::new(0.93)?, Elasticity::new(6.0)?);
/// assert!((lost.value() - 0.0144).abs() < 1e-4);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
pub fn gains_from_trade(home: Share, elasticity: Elasticity) -> Share {
    let kept = libm::pow(home.value(), 1.0 / (elasticity.value() - 1.0));
    Share::of_valid(1.0 - kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With a slope that is wrong anywhere it would fall by a part at best.
    #[test]
    fn newtons_step_squares_what_is_out_of_balance() {
        let (sizes, power) = ([1.0, 0.6, 0.4], -4.0);
        let pull = [1.0, 0.2, 0.1, 0.3, 1.0, 0.25, 0.15, 0.2, 1.0];
        let taken = [0.0, 0.3, 0.1, 0.2, 0.0, 0.4, 0.05, 0.15, 0.0];
        let (mut wages, mut flows) = (vec![1.0; 3], Flows::of(3));
        let mut left = vec![];
        while left.last().is_none_or(|&excess| excess > 1e-10) && left.len() < 9 {
            flows.follow(&wages, &sizes, &pull, &taken, power);
            left.push(flows.largest_excess());
            let step = flows.newton(&taken, power).unwrap();
            for (wage, step) in wages.iter_mut().zip(step) {
                *wage *= libm::exp(step);
            }
        }
        assert!(left[0] > 0.01 && left.len() < 9);
        for pair in left.windows(2) {
            assert!(pair[1] < 2.0 * pair[0] * pair[0] + 1e-15, "{left:?}");
        }
    }
}
