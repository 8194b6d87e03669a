//! Meeting in the middle: the coalitions of each half of the body, sorted by
//! weight, are joined by two pointers. For rules that count heads and have one set
//! of weights.

use super::error::VotingError;
use super::rule::{Body, Flat, Weighted};

const MOST: usize = 34;

type Counts = (Vec<u128>, Vec<Vec<u128>>);

/// Winning coalitions by size, and swings by member and size.
pub(super) fn count(body: &Body) -> Result<Counts, VotingError> {
    let n = body.len();
    if n > MOST {
        return Err(VotingError::TooManyMembers { most: MOST, found: n });
    }
    let flat = body.flat();
    let weights = one_set_of_weights(&flat)?.unwrap_or_else(|| vec![0; n]);
    let needs: Vec<Option<u64>> = (0..=n).map(|heads| need(&flat, heads)).collect();

    let (left, right) = (Half::of(&weights[..n / 2]), Half::of(&weights[n / 2..]));
    let mut winning = vec![0_u64; n + 1];
    let mut with = vec![vec![0_u64; n + 1]; n];
    let (front, back) = with.split_at_mut(n / 2);
    left.join(&right, &needs, front, Some(&mut winning));
    right.join(&left, &needs, back, None);

    let swings = with.iter().map(|with| {
        // A swing of size s: winning with the member, less those that win without.
        let without = |size: usize| winning[size] - with[size];
        let each = |s: usize| if s == 0 { 0 } else { with[s] - without(s - 1) };
        (0..=n).map(|size| u128::from(each(size))).collect()
    });
    let swings = swings.collect();
    Ok((winning.into_iter().map(u128::from).collect(), swings))
}

fn one_set_of_weights(flat: &Flat) -> Result<Option<Vec<u64>>, VotingError> {
    let mut found: Option<&[u64]> = None;
    for leaf in flat.leaves.iter().filter(|leaf| !counts_heads(leaf)) {
        match found {
            Some(known) if known != leaf.weights() => {
                return Err(VotingError::Shape);
            }
            _ => found = Some(leaf.weights()),
        }
    }
    Ok(found.map(<[u64]>::to_vec))
}

fn counts_heads(leaf: &Weighted) -> bool {
    leaf.weights().iter().all(|&weight| weight == 1)
}

/// The weight that so many heads need to pass: 0 if the heads are enough, none if
/// no weight is.
fn need(flat: &Flat, heads: usize) -> Option<u64> {
    let passes = |weight: u64| {
        flat.tree.holds(&|place| {
            let leaf = &flat.leaves[place];
            let sum = if counts_heads(leaf) { heads as u64 } else { weight };
            sum >= leaf.quota()
        })
    };
    let quotas = flat.leaves.iter().filter(|leaf| !counts_heads(leaf));
    let mut steps: Vec<u64> = quotas.map(Weighted::quota).chain([0]).collect();
    steps.sort_unstable();
    steps.into_iter().find(|&weight| passes(weight))
}

/// All coalitions of half of the members: weight and members, by size, sorted.
struct Half {
    members: usize,
    by_size: Vec<Vec<(u64, u32)>>,
}

impl Half {
    fn of(weights: &[u64]) -> Self {
        let members = weights.len();
        let mut sums = vec![0_u64];
        for weight in weights {
            let with = sums.iter().map(|sum| sum + weight).collect::<Vec<_>>();
            sums.extend(with);
        }
        let mut by_size = vec![Vec::new(); members + 1];
        for (mask, sum) in (0_u32..).zip(sums) {
            by_size[mask.count_ones() as usize].push((sum, mask));
        }
        for list in &mut by_size {
            list.sort_unstable();
        }
        Self { members, by_size }
    }

    /// For every coalition here, how many of the other half complete it to a win.
    fn join(
        &self,
        other: &Self,
        needs: &[Option<u64>],
        with: &mut [Vec<u64>],
        mut winning: Option<&mut Vec<u64>>,
    ) {
        for (here, mine) in self.by_size.iter().enumerate() {
            for (there, theirs) in other.by_size.iter().enumerate() {
                let Some(need) = needs[here + there] else { continue };
                let mut with_member = [0_u64; MOST];
                let mut all = 0;
                let mut first = theirs.len();
                for &(sum, mask) in mine {
                    while first > 0 && theirs[first - 1].0 + sum >= need {
                        first -= 1;
                    }
                    let wins = (theirs.len() - first) as u64;
                    all += wins;
                    let mut rest = mask;
                    while rest != 0 {
                        with_member[rest.trailing_zeros() as usize] += wins;
                        rest &= rest - 1;
                    }
                }
                for (row, wins) in with.iter_mut().zip(&with_member[..self.members])
                {
                    row[here + there] += wins;
                }
                if let Some(winning) = winning.as_deref_mut() {
                    winning[here + there] += all;
                }
            }
        }
    }
}
