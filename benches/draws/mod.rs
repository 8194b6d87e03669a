//! Inputs drawn alike for the benches, for the checks of the same models, and for the
//! peers beside them.

#![allow(dead_code, reason = "no bench uses all of it")]

/// `SplitMix64` as a counter: the inputs that the peers and ours share.
pub(crate) fn raw(stream: u64, count: usize) -> Vec<u64> {
    let mixed = |k: u64| {
        let z = stream.wrapping_add(k.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    (1..=count as u64).map(mixed).collect()
}

/// Such an input as a number from 0 to below 1.
pub(crate) fn unit(z: u64) -> f64 {
    (z >> 11) as f64 / (1_u64 << 53) as f64
}

/// Ties between states drawn at random, and whether each is a rivalry: three in ten.
pub(crate) fn few_ties(states: usize, ties: usize) -> Vec<(usize, usize, bool)> {
    let (numbers, signs) = (raw(22, 40 * ties), raw(23, ties));
    let mut found: Vec<(usize, usize, bool)> = vec![];
    for pair in numbers.chunks(2) {
        let [a, b] = [0, 1].map(|end| pair[end] % states as u64);
        let [a, b] = [a.min(b), a.max(b)].map(|z| usize::try_from(z).unwrap());
        let is_new = found.iter().all(|&(c, d, _)| (a, b) != (c, d));
        if a != b && is_new && found.len() < ties {
            found.push((a, b, unit(signs[found.len()]) < 0.3));
        }
    }
    found
}
