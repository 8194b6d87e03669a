//! Shapley–Shubik as an integral: Gauss–Legendre over the chance that others agree.

/// The integral of each member's chance to be decisive over *p*.
pub(super) fn pivots(
    decisive: &(impl Fn(f64) -> Vec<f64> + Sync),
    members: usize,
) -> Vec<f64> {
    let exact = members.div_ceil(2);
    let mut nodes = exact.min(50);
    loop {
        let indices = integral(decisive, nodes, members);
        let off = (indices.iter().sum::<f64>() - 1.0).abs();
        if nodes == exact || off < 1e-12 {
            return indices;
        }
        nodes = exact.min(2 * nodes);
    }
}

fn integral(
    decisive: &(impl Fn(f64) -> Vec<f64> + Sync),
    nodes: usize,
    members: usize,
) -> Vec<f64> {
    let at = |&(p, weight): &(f64, f64)| -> Vec<f64> {
        decisive(p).into_iter().map(|chance| chance * weight).collect()
    };
    let rule = gauss_legendre(nodes);
    #[cfg(feature = "parallel")]
    let parts: Vec<Vec<f64>> = {
        use rayon::prelude::*;
        rule.par_iter().map(at).collect()
    };
    #[cfg(not(feature = "parallel"))]
    let parts: Vec<Vec<f64>> = rule.iter().map(at).collect();
    let mut sum = vec![0.0; members];
    for part in parts {
        for (sum, part) in sum.iter_mut().zip(part) {
            *sum += part;
        }
    }
    sum
}

/// Nodes and weights of Gauss–Legendre on [0, 1], by Newton's method.
fn gauss_legendre(nodes: usize) -> Vec<(f64, f64)> {
    let n = nodes as f64;
    let node = |k: usize| {
        let mut x = libm::cos(core::f64::consts::PI * (k as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        for _ in 0..100 {
            let (mut before, mut value) = (1.0, x);
            for degree in 2..=nodes {
                let d = degree as f64;
                (before, value) =
                    (value, ((2.0 * d - 1.0) * x * value - (d - 1.0) * before) / d);
            }
            if nodes == 1 {
                before = 1.0;
            }
            slope = n * (x * value - before) / (x * x - 1.0);
            let step = value / slope;
            x -= step;
            if step.abs() < 1e-16 {
                break;
            }
        }
        (0.5 * (1.0 - x), 1.0 / ((1.0 - x * x) * slope * slope))
    };
    (0..nodes).map(node).collect()
}
