//! Record: reference answers of peers.

use super::*;

fn ints(stream: u64, count: usize, lo: i32, span: u64) -> Vec<f64> {
    let scaled = |&z: &u64| f64::from(lo + i32::try_from(z % span).unwrap());
    raw(stream, count).iter().map(scaled).collect()
}

fn w4(n: usize) -> Landscape {
    let size = sizes(&ints(11, n, 1, 100));
    let mut upper = ints(12, n * (n - 1) / 2, -3, 7).into_iter();
    let mut propensity = vec![vec![Payoff::new(0.0).unwrap(); n]; n];
    for (i, j) in SignedGraph::new(n, &[]).unwrap().pairs() {
        let p = Payoff::new(upper.next().unwrap()).unwrap();
        propensity[i][j] = p;
        propensity[j][i] = p;
    }
    Landscape::new(&size, &propensity).unwrap()
}

#[test]
fn peers_w4_stable_alignments_of_17_20_and_24_states() {
    // numpy, numba, Python and Rust agree; energies there count each pair once.
    let answers = [
        (17, -143_653.0, 42_145, 10),
        (20, -243_553.0, 29_585, 15),
        (24, -255_456.0, 6_196_414, 47),
    ];
    for (n, energy, code, count) in answers {
        let landscape = w4(n);
        let stable = landscape.stable().unwrap();
        assert_eq!(stable.len(), count);
        assert_eq!(stable[0].energy, 2.0 * energy);
        assert_eq!(stable[0].alignment.code(), code);
        assert_eq!(landscape.best()[0], stable[0]);
    }
}

#[test]
fn peers_w5_frustration_of_20_and_24_states() {
    let graph = w5(20);
    assert_eq!(graph.ties().filter(|t| t.2 == Rivals).count(), 103);
    assert_eq!((graph.census().balanced, graph.census().closed()), (552, 1140));
    let answer = graph.frustration();
    assert_eq!((answer.found, answer.is_proven()), (68, true));
    assert_eq!(w5(24).frustration().found, 99);
}

#[test]
fn peers_w5_frustration_of_150_states_is_found_but_not_proven() {
    // HiGHS proves 47 in some 20 s; our tabu search finds it and proves nothing near.
    let (n, m) = (150, 300);
    let numbers = raw(22, 40 * m);
    let signs: Vec<f64> = raw(23, m).into_iter().map(unit).collect();
    let mut graph = SignedGraph::new(n, &[]).unwrap();
    let mut added = 0;
    for pair in numbers.chunks(2) {
        let [a, b] =
            [pair[0] % 150, pair[1] % 150].map(|x| usize::try_from(x).unwrap());
        if added < m && a != b && graph.tie(a, b).is_none() {
            let sign = if signs[added] < 0.3 { Rivals } else { Friends };
            graph.set(a, b, Some(sign));
            added += 1;
        }
    }
    assert_eq!(graph.ties().filter(|t| t.2 == Rivals).count(), 105);
    let answer = graph.frustration_within(10_000);
    assert_eq!(answer.found, 47);
    assert!(!answer.is_proven());
    assert_eq!(graph.frustrated(&answer.alignments[0]).len(), 47);
}
