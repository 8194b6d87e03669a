//! What holds for every input.

use super::*;

/// A map of up to seven states, some of all possible borders, each with its own chance.
fn maps() -> impl Strategy<Value = BorderMap> {
    (1..8_usize).prop_flat_map(|states| {
        let pairs: Vec<[usize; 2]> =
            (0..states).flat_map(|a| (0..a).map(move |b| [a, b])).collect();
        let most = pairs.len().min(12);
        let some = prop::sample::subsequence(pairs, 0..=most);
        some.prop_flat_map(move |borders| {
            let any =
                prop_oneof![8 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
            let chances = prop::collection::vec(any, borders.len());
            (Just(borders), chances).prop_map(move |(borders, chances)| {
                let border = |(between, crosses): ([usize; 2], f64)| Border {
                    between,
                    crosses: chance(crosses),
                };
                let all = borders.into_iter().zip(chances).map(border);
                BorderMap::new(states, all.collect()).unwrap()
            })
        })
    })
}

/// By every set of borders that are crossed.
fn enumerated(map: &BorderMap, from: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut sizes, mut reach) =
        (vec![0.0; map.states() + 1], vec![0.0; map.states()]);
    for open in 0..1_u32 << map.borders().len() {
        let mut weight = 1.0;
        let mut group: Vec<usize> = (0..map.states()).collect();
        for (k, border) in map.borders().iter().enumerate() {
            let crossed = open >> k & 1 == 1;
            let p = border.crosses.value();
            weight *= if crossed { p } else { 1.0 - p };
            if crossed {
                let [a, b] = border.between.map(|state| group[state]);
                group.iter_mut().filter(|g| **g == a).for_each(|g| *g = b);
            }
        }
        let at_war: Vec<usize> =
            (0..map.states()).filter(|&s| group[s] == group[from]).collect();
        sizes[at_war.len()] += weight;
        for state in at_war {
            reach[state] += weight;
        }
    }
    (sizes, reach)
}

proptest! {
    #[test]
    fn an_outbreak_is_the_sum_over_all_borders(map in maps(), from in 0..7_usize) {
        let from = from % map.states();
        let found = map.outbreak(from).unwrap();
        let (sizes, reach) = enumerated(&map, from);
        for (found, expected) in found.sizes().iter().zip(&sizes) {
            prop_assert!((found - expected).abs() < ROUNDING);
        }
        for (found, expected) in found.reach().iter().zip(&reach) {
            prop_assert!((found - expected).abs() < ROUNDING);
        }
        prop_assert!((found.sizes().iter().sum::<f64>() - 1.0).abs() < ROUNDING);
    }

    #[test]
    fn a_closed_border_never_spreads_a_war(map in maps(), from in 0..7_usize) {
        let from = from % map.states();
        let open = map.outbreak(from).unwrap();
        for (border, left) in map.each_closed(from).unwrap().into_iter().enumerate() {
            prop_assert!(left <= open.expected() + ROUNDING);
            let closed = map.closed(border).outbreak(from).unwrap();
            prop_assert!((left - closed.expected()).abs() < ROUNDING);
            for (closed, open) in closed.reach().iter().zip(open.reach()) {
                prop_assert!(*closed <= open + ROUNDING);
            }
        }
    }

    #[test]
    fn mediators_are_where_trying_all_puts_them(map in maps(), from in 0..7_usize) {
        let from = from % map.states();
        prop_assume!(map.borders().len() >= 2);
        let best = map.mediate(from, 2).unwrap();
        let count = map.borders().len();
        for a in 0..count {
            for b in 0..a {
                let left = expected(&map.closed(a).closed(b), from);
                prop_assert!(left >= best.expected - 1e-9);
            }
        }
        let fewer = map.mediate(from, 1).unwrap();
        prop_assert!(best.expected <= fewer.expected + ROUNDING);
    }

    #[test]
    fn trials_agree_with_the_sum(map in maps(), seed in 0..1000_u64) {
        let found = map.simulate(0, 4000, &mut seeded(seed)).unwrap();
        // Bernstein's bound, missed less than once in a hundred million: a war that
        // hardly ever crosses has no error to go by in four thousand trials.
        let sizes = map.outbreak(0).unwrap().sizes().to_vec();
        let mean = expected(&map, 0);
        let squares = (0..).zip(&sizes).map(|(k, p)| p * f64::from(k * k)).sum::<f64>();
        let longest = 20.0 * (map.states() as f64 - 1.0) / (3.0 * 4000.0);
        let off = longest + (longest * longest + 40.0 * (squares - mean * mean).max(0.0) / 4000.0).sqrt();
        prop_assert!((found.mean - mean).abs() <= off + 1e-9);
    }

    #[test]
    fn two_spells_of_a_race_are_one(
        k in 0.0..2.0_f64, l in 0.0..2.0_f64, a in 0.0..2.0_f64, b in 0.0..2.0_f64,
        x in -5.0..5.0_f64, y in -5.0..5.0_f64, s in 0.0..2.0_f64, t in 0.0..2.0_f64,
    ) {
        let race = Race::of([k, l], [a, b], [1.0, -0.5]).unwrap();
        let whole = race.at([x, y], time(s + t));
        let parts = race.at(race.at([x, y], time(s)), time(t));
        for (whole, parts) in whole.into_iter().zip(parts) {
            prop_assert!((whole - parts).abs() < 1e-8 * (1.0 + whole.abs()));
        }
        // A short step goes where the equations say.
        let step = 1e-6;
        let [u, v] = race.at([x, y], time(step));
        prop_assert!(((u - x) / step - (k * y - a * x + 1.0)).abs() < 1e-4);
        prop_assert!(((v - y) / step - (l * x - b * y - 0.5)).abs() < 1e-4);
    }

    #[test]
    fn a_cut_by_both_is_never_deeper_than_by_one(
        k in 0.1..3.0_f64, l in 0.1..3.0_f64, a in 0.1..3.0_f64, b in 0.1..3.0_f64,
    ) {
        let race = Race::of([k, l], [a, b], [0.0, 0.0]).unwrap();
        prop_assert_eq!(race.critical_cut().is_none(), race.is_stable());
        if let (Some(both), Some(alone)) = (race.critical_cut(), race.critical_cut_alone()) {
            prop_assert!(both <= alone && alone.value() <= 2.0 * both.value() + ROUNDING);
        }
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts(
        list in prop::collection::vec((0..=10_u8, any::<bool>()), 1..40),
    ) {
        let forecasts: Vec<Forecast> = list
            .iter()
            .map(|&(tenths, came)| Forecast { chance: chance(f64::from(tenths) / 10.0), came })
            .collect();
        let scores = Scores::of(&forecasts).unwrap();
        let parts = scores.parts();
        let sum = parts.reliability - parts.resolution + parts.uncertainty;
        prop_assert!((scores.brier() - sum).abs() < ROUNDING);
        // Ranks do not depend on the scale, and turn round with the question.
        let turned: Vec<Forecast> =
            forecasts.iter().map(|f| Forecast { came: !f.came, ..*f }).collect();
        let turned = Scores::of(&turned).unwrap();
        if let (Some(ranks), Some(back)) = (scores.ranks(), turned.ranks()) {
            prop_assert!((ranks + back - 1.0).abs() < ROUNDING);
        }
        if let Some(precision) = scores.precision() {
            prop_assert!((0.0..=1.0 + ROUNDING).contains(&precision));
        }
    }

    #[test]
    fn the_louder_audience_stands_firmer(
        a in 0.1..10.0_f64, b in 0.1..10.0_f64, scale in 0.1..10.0_f64,
    ) {
        let crisis = attrition([a, b]);
        let [first, second] = crisis.firm().map(Probability::value);
        prop_assert_eq!(a > b, first > second);
        let scaled = attrition([a * scale, b * scale]);
        prop_assert!((scaled.horizon() * scale - crisis.horizon()).abs() < 1e-9);
        prop_assert!((scaled.war().value() - crisis.war().value()).abs() < 1e-9);
    }

    #[test]
    fn a_first_strike_only_narrows_the_range(
        odds in 0.2..0.8_f64, c in 0.0..0.2_f64, d in 0.0..0.2_f64, f in 0.0..0.2_f64,
    ) {
        let contest = Contest::new(odds, [c, d]).unwrap();
        let strike = FirstStrike { contest, advantage: share(f) };
        prop_assert_eq!(strike.range().is_some(), 2.0 * f <= c + d + 1e-15);
        if let Some(range) = strike.range() {
            let whole = contest.range();
            prop_assert!(range.least() >= whole.least() && range.most() <= whole.most());
        }
    }
}
