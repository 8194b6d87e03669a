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
