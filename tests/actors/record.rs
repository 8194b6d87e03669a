//! Published graphs and the ten states of South America.

use super::*;

#[test]
fn krackhardt_1990_the_kite_has_three_winners() {
    // Andre, Beverly, Carol, Diane, Ed, Fernando, Garth, Heather, Ike, Jane.
    let ties = [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 5],
        [1, 3],
        [1, 4],
        [1, 6],
        [2, 3],
        [2, 5],
        [3, 4],
        [3, 5],
        [3, 6],
        [4, 6],
        [5, 6],
        [5, 7],
        [6, 7],
        [7, 8],
        [8, 9],
    ];
    let kite = graph(10, &ties);
    assert_eq!(kite.degree(3), 6);
    let passing = kite.betweenness_exactly();
    assert_eq!(passing[7], exact(14, 1));
    assert_eq!(
        (passing[3].clone(), passing[5].clone()),
        (exact(11, 3), exact(25, 3))
    );
    assert_eq!(passing[8], exact(8, 1));
    for at in [5, 6] {
        close(kite.closeness(at).unwrap(), 9.0 / 14.0, ROUNDING);
    }
}

#[test]
fn freeman_1977_stars_paths_rings_and_double_stars() {
    let alike = |graph: &Graph, expected: &[u32]| {
        let expected: Vec<Exact> = expected.iter().map(|&b| exact(b, 1)).collect();
        assert_eq!(graph.betweenness_exactly(), expected);
    };
    let star = graph(5, &star());
    alike(&star, &[6, 0, 0, 0, 0]);
    close(star.centralisation().unwrap(), 1.0, ROUNDING);
    close(star.closeness(1).unwrap(), 4.0 / 7.0, ROUNDING);
    let path = graph(5, &[[0, 1], [1, 2], [2, 3], [3, 4]]);
    alike(&path, &[0, 3, 4, 3, 0]);
    close(path.closeness(2).unwrap(), 2.0 / 3.0, ROUNDING);
    close(path.centralisation().unwrap(), 1.0 / 6.0, ROUNDING);
    let ring = graph(5, &[[0, 1], [1, 2], [2, 3], [3, 4], [4, 0]]);
    alike(&ring, &[1; 5]);
    close(ring.centralisation().unwrap(), 0.0, ROUNDING);
    let double = [[0, 1], [0, 2], [0, 3], [0, 4], [1, 5], [1, 6], [1, 7]];
    let double = graph(8, &double);
    alike(&double, &[15, 15, 0, 0, 0, 0, 0, 0]);
    close(double.centralisation().unwrap(), 3.0 / 7.0, ROUNDING);
}

#[test]
fn bayer_2006_south_america_in_three_years() {
    let counts = south::YEARS.map(|year| {
        let missions = south::south_america(year).unwrap();
        let ties = [Tie::Either, Tie::Both].map(|tie| missions.graph(tie).ties());
        (missions.missions().len(), ties)
    });
    assert_eq!(counts, [(36, [23, 13]), (57, [34, 23]), (78, [42, 36])]);
    let answered = |year| south::south_america(year).unwrap().answered();
    close(answered(1904), 46.0 / 57.0, ROUNDING);
    close(answered(1914), 12.0 / 13.0, ROUNDING);
    // Paraguay alone in 1894: nobody is near all.
    let alone = south::south_america(1894).unwrap().graph(Tie::Either);
    assert_eq!((alone.degree(6), alone.closeness(0)), (0, None));
    let of = |tie, ratios: [(u32, u32); 10]| {
        let all =
            south::south_america(1904).unwrap().graph(tie).betweenness_exactly();
        let expected: Vec<Exact> =
            ratios.iter().map(|&(a, b)| exact(a, b)).collect();
        assert_eq!(all, expected);
    };
    let middle = (169, 60);
    of(
        Tie::Either,
        [
            (1, 6),
            middle,
            middle,
            middle,
            (1, 2),
            (5, 12),
            (1, 6),
            (9, 10),
            (2, 5),
            (0, 1),
        ],
    );
    of(
        Tie::Both,
        [
            (1, 4),
            (0, 1),
            (31, 4),
            (61, 12),
            (2, 1),
            (0, 1),
            (1, 4),
            (19, 3),
            (0, 1),
            (1, 3),
        ],
    );
}

#[test]
fn peers_the_passing_of_200_states_with_10_000_ties() {
    // python-igraph and networkx say the same (benches/peers/actors.py).
    let graph = large();
    assert_eq!(graph.ties(), 10_000);
    let passing = graph.betweenness();
    close(passing.iter().sum(), PEERS_SUM, 1e-6);
    close(passing[0], PEERS_FIRST, 1e-9);
}

const PEERS_SUM: f64 = 9_900.0;
const PEERS_FIRST: f64 = 45.711_481_681;

/// The first 10,000 different pairs of a stream.
fn large() -> Graph {
    let mut seen = std::collections::BTreeSet::new();
    for draw in raw(51, 60_000).chunks(2) {
        let [a, b] = [draw[0], draw[1]].map(|z| usize::try_from(z % 200).unwrap());
        if a != b && seen.len() < 10_000 {
            seen.insert([a.min(b), a.max(b)]);
        }
    }
    let ties: Vec<[usize; 2]> = seen.into_iter().collect();
    graph(200, &ties)
}
