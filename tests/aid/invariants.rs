//! What holds whatever the numbers are.

use super::*;

/// A network of eight places: two with stocks, three with needs.
fn any_network() -> impl Strategy<Value = Network> {
    let roads =
        prop::collection::vec((0_usize..8, 0_usize..8, 0_u64..20, 0_u32..6), 0..24);
    (roads, prop::array::uniform2(0_u64..40), prop::array::uniform3(1_u64..30))
        .prop_map(|(roads, stocks, needs)| {
            let roads = roads.into_iter().filter(|(from, to, ..)| from != to);
            let roads = roads.map(|(from, to, per_day, days)| Road {
                from,
                to,
                per_day,
                days,
            });
            let stocks = vec![load(0, stocks[0]), load(1, stocks[1])];
            let needs =
                vec![load(5, needs[0]), load(6, needs[1]), load(7, needs[2])];
            Network::new(8, roads.collect(), stocks, needs).unwrap()
        })
}

fn takes(network: &Network, limit: Limit) -> u64 {
    match limit {
        Limit::Stock(at) => network.stocks()[at].per_day,
        Limit::Road(at) => network.roads()[at].per_day,
        Limit::Need(at) => network.needs()[at].per_day,
    }
}

/// Whether these parts of the needs get through together.
fn gets_through(network: &Network, parts: &[Part]) -> bool {
    let under: u128 = parts
        .iter()
        .map(|part| *part.denom())
        .fold(1, |all, one| all / gcd(all, one) * one);
    let scale = |amount: u64| u64::try_from(u128::from(amount) * under).unwrap();
    let roads = network.roads().iter();
    let roads = roads.map(|road| Road { per_day: scale(road.per_day), ..*road });
    let stocks = network.stocks().iter();
    let stocks = stocks.map(|stock| load(stock.place, scale(stock.per_day)));
    let needs = network.needs().iter().zip(parts).map(|(need, part)| {
        let wanted = *part * u128::from(need.per_day) * under;
        assert_eq!(*wanted.denom(), 1);
        load(need.place, u64::try_from(*wanted.numer()).unwrap())
    });
    let needs: Vec<Load> = needs.filter(|need| need.per_day > 0).collect();
    let wanted: u64 = needs.iter().map(|need| need.per_day).sum();
    let scaled =
        Network::new(network.places(), roads.collect(), stocks.collect(), needs)
            .unwrap();
    scaled.delivery().total == wanted
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[test]
fn parts_are_exact_where_products_leave_64_bits() {
    // Twenty needs of primes below a thousand million behind one road of another; one
    // more is served by a road of its own. Widths times the sum of needs take 66 bits.
    let primes = [999_999_937, 999_999_929];
    let shared = (0..20).map(|need| load(1, primes[need % 2]));
    let needs: Vec<Load> = shared.chain([load(2, 999_999_893)]).collect();
    let roads = vec![road(0, 1, 999_999_883), road(0, 2, 666_666_667)];
    let stocks = vec![load(0, 1_000_000_000); 2];
    let network = Network::new(3, roads, stocks, needs).unwrap();
    let narrow = part(999_999_883, 10 * 999_999_937 + 10 * 999_999_929);
    assert_eq!(network.equal(), narrow);
    let fairest = network.fairest();
    assert_eq!(fairest[..20], vec![narrow; 20]);
    assert_eq!(fairest[20], part(666_666_667, 999_999_893));
    // What is asked for fits then, and the stock does not.
    let needs = (0..20).map(|need| load(1, primes[need % 2])).collect();
    let (roads, stocks) = (vec![road(0, 1, 7)], vec![load(0, 1_000_000_000)]);
    let rich = Network::new(2, roads, stocks, needs).unwrap();
    assert_eq!(rich.equal(), part(7, 10 * 1_999_999_866));
}

#[test]
fn a_short_way_is_given_up_where_two_longer_ones_carry_more() {
    // The quickest way takes a part of each of the two long ones: it runs alone first, and
    // then half of it is undone.
    let roads = [(0, 1, 1), (1, 2, 0), (2, 3, 1), (0, 2, 5), (1, 3, 5)];
    let roads = roads.map(|(from, to, days)| Road { from, to, per_day: 1, days });
    let network = Network::new(4, roads.to_vec(), vec![], vec![]).unwrap();
    let convoys = network.convoys(0, 3).unwrap();
    let stages: Vec<_> =
        convoys.stages().iter().map(|stage| (stage.days, stage.per_day)).collect();
    assert_eq!(stages, [(2, 1), (10, 1)]);
}

#[test]
fn a_road_through_ten_thousand_places_is_as_wide_as_its_narrowest_part() {
    let last = Network::MOST_PLACES - 1;
    let width = |at: usize| if at == last / 2 { 7 } else { 1_000 };
    let roads = (0..last).map(|at| road(at, at + 1, width(at)));
    let (from, to) = (vec![load(0, 900)], vec![load(last, 900)]);
    let network = Network::new(last + 1, roads.collect(), from, to).unwrap();
    let delivery = network.delivery();
    assert_eq!(delivery.total, 7);
    assert_eq!(delivery.cut, [Limit::Road(last / 2)]);
}

proptest! {
    #[test]
    fn what_gets_through_is_what_the_cut_takes_and_nothing_is_lost(network in any_network()) {
        let Delivery { total, by_road, by_need, cut } = network.delivery();
        prop_assert_eq!(total, cut.iter().map(|&limit| takes(&network, limit)).sum::<u64>());
        prop_assert_eq!(total, by_need.iter().sum::<u64>());
        for (road, carried) in network.roads().iter().zip(&by_road) {
            prop_assert!(*carried <= road.per_day);
        }
        // At a place without stock or need as much leaves as comes.
        for place in 2..5 {
            let sum = |end: fn(&Road) -> usize| -> u64 {
                let roads = network.roads().iter().zip(&by_road);
                roads.filter(|(road, _)| end(road) == place).map(|(_, carried)| carried).sum()
            };
            prop_assert_eq!(sum(|road| road.from), sum(|road| road.to));
        }
    }

    #[test]
    fn a_closed_road_never_brings_more_and_costs_no_more_than_it_takes(
        network in any_network(),
    ) {
        let total = network.delivery().total;
        for (at, worth) in network.worth_of_each().into_iter().enumerate() {
            let closed = network.with_road(at, 0).unwrap().delivery().total;
            prop_assert_eq!(total - closed, worth);
            prop_assert!(worth <= network.roads()[at].per_day);
        }
    }

    #[test]
    fn the_fairest_gets_through_brings_the_most_and_can_raise_nobody(
        network in any_network(),
    ) {
        let parts = network.fairest();
        prop_assert!(gets_through(&network, &parts), "{:?}", parts);
        // As much as by any rule.
        let given = network.needs().iter().zip(&parts);
        let given: Part = given.map(|(need, part)| *part * u128::from(need.per_day)).sum();
        prop_assert_eq!(given, Part::from_integer(network.delivery().total.into()));
        // The worst served has what all alike would have.
        let least = parts.iter().copied().min().unwrap();
        prop_assert_eq!(least, network.equal());
        // More for one is less for somebody who has no more: cut all above it down to it,
        // and it cannot be raised.
        for at in 0..parts.len() {
            if parts[at] == Part::from_integer(1) {
                continue;
            }
            let mut raised: Vec<Part> =
                parts.iter().map(|&part| part.min(parts[at])).collect();
            raised[at] += Part::new(1, 1000);
            prop_assert!(!gets_through(&network, &raised), "{at}: {:?}", parts);
        }
    }

    #[test]
    fn convoys_deliver_the_load_on_the_day_and_another_road_never_slows(
        network in any_network(), load in 1_u64..200, per_day in 1_u64..9, days in 0_u32..9,
    ) {
        let convoys = network.convoys(0, 7).unwrap();
        let stages = convoys.stages();
        prop_assert!(stages.windows(2).all(|two| two[0].days < two[1].days));
        let Some(quickest) = convoys.quickest(load) else {
            prop_assert!(stages.is_empty());
            return Ok(());
        };
        // All of it is there after those days, and not after the whole day before.
        let up = u32::try_from(quickest.ceil().to_integer()).unwrap();
        prop_assert!(convoys.delivered(up) >= load.into());
        prop_assert!(up == 0 || convoys.delivered(up - 1) < load.into());
        let mut roads = network.roads().to_vec();
        roads.push(Road { from: 0, to: 7, per_day, days });
        let more = Network::new(8, roads, vec![], vec![]).unwrap().convoys(0, 7).unwrap();
        prop_assert!(more.quickest(load).unwrap() <= quickest);
        // With all the time in the world it is the largest flow.
        let flow: u64 = stages.iter().map(|stage| stage.per_day).sum();
        let wide = Network::new(
            8,
            network.roads().to_vec(),
            vec![self::load(0, 1_000_000)],
            vec![self::load(7, 1_000_000)],
        ).unwrap();
        prop_assert_eq!(flow, wide.delivery().total);
    }

    #[test]
    fn convoys_deliver_what_a_network_spread_over_the_days_would(
        network in any_network(), horizon in 1_u32..8,
    ) {
        // A copy of every place for every day; who sets out on one is there on a later
        // one, whoever waits stays, and what comes on the last day counts.
        let at = |place: usize, day: u32| place * 9 + day as usize;
        let mut roads = Vec::new();
        for day in 0..horizon {
            for r in network.roads().iter().filter(|r| day + r.days < horizon) {
                roads.push(road(at(r.from, day), at(r.to, day + r.days), r.per_day));
            }
            if day + 1 < horizon {
                let waits = |place| road(at(place, day), at(place, day + 1), 1_000_000);
                roads.extend((0..8).map(waits));
            }
        }
        let stocks = vec![load(at(0, 0), 1_000_000)];
        let needs = vec![load(at(7, horizon - 1), 1_000_000)];
        let spread = Network::new(72, roads, stocks, needs).unwrap();
        let convoys = network.convoys(0, 7).unwrap();
        prop_assert_eq!(u128::from(spread.delivery().total), convoys.delivered(horizon));
    }

    #[test]
    fn awards_give_all_there_is_keep_the_order_and_serve_the_small_first(
        stock in 0.0..100.0, needs in prop::collection::vec(0.1..50.0, 1..6),
    ) {
        let (stock, needs) = (Amount::new(stock).unwrap(), amounts(&needs));
        let all: f64 = needs.iter().map(|need| need.value()).sum();
        let alike = awards(stock, &needs);
        let part = awards_in_proportion(stock, &needs);
        for given in [&alike, &part] {
            close(given.iter().sum(), all.min(stock.value()), 1e-6);
            for (one, given_one) in needs.iter().zip(given) {
                prop_assert!(*given_one <= one.value() + ROUNDING);
                for (other, given_other) in needs.iter().zip(given) {
                    prop_assert!(one > other || given_one <= &(given_other + ROUNDING));
                }
            }
        }
        let least = |given: &[f64]| given.iter().copied().fold(f64::INFINITY, f64::min);
        prop_assert!(least(&alike) >= least(&part) - ROUNDING);
    }

    #[test]
    fn aid_calms_up_to_the_part_that_can_be_borne(
        taken in 0.0..1.0, aid in 0.1..500.0,
    ) {
        let toll = toll(taken, aid);
        let bearable = toll.bearable().value();
        prop_assume!((taken - bearable).abs() > 1e-9);
        prop_assert_eq!(toll.fighters() < toll.without_aid(), taken < bearable);
    }
}

#[test]
fn peers_a_thousand_places_and_ten_thousand_roads() {
    // networkx and OR-tools say the same (benches/peers/aid.py).
    let network = large();
    let delivery = network.delivery();
    assert_eq!((network.places(), network.roads().len()), (1_000, 10_000));
    assert_eq!(delivery.total, PEERS_SAY);
}

/// What both peers find.
const PEERS_SAY: u64 = 9_386;

fn large() -> Network {
    let draws = raw(41, 30_000);
    let roads = draws.chunks(3).map(|draw| {
        let [from, to] =
            [draw[0], draw[1]].map(|z| usize::try_from(z % 1_000).unwrap());
        let to = if from == to { (to + 1) % 1_000 } else { to };
        road(from, to, 1 + draw[2] % 100)
    });
    let stocks = (0..20).map(|place| load(place, 1_000)).collect();
    let needs = (980..1_000).map(|place| load(place, 1_000)).collect();
    Network::new(1_000, roads.collect(), stocks, needs).unwrap()
}
