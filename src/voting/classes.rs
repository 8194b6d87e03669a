//! Counting by classes: members with the same weights are alike, so it is enough to
//! know how many of each class agree. Exact, and short where members are alike: 66
//! cases for the Security Council's 32 768 coalitions.

use super::count::{Count, binomials};
use super::rule::{Body, Flat};

pub(super) struct Classes {
    flat: Flat,
    /// The class of each member.
    pub(super) class_of: Vec<usize>,
    /// How many members each class has.
    pub(super) sizes: Vec<usize>,
    /// Weight of a member of a class in each leaf: `weights[class][leaf]`.
    weights: Vec<Vec<u64>>,
}

/// One winning way: so many of each class agree.
pub(super) struct Win<'a, T> {
    /// How many members agree.
    pub(super) size: usize,
    /// How many of each class agree.
    pub(super) counts: &'a [usize],
    /// Classes of which each member that agrees is critical.
    pub(super) critical: &'a [bool],
    /// In how many ways members of these classes can be chosen.
    pub(super) ways: &'a T,
}

impl Classes {
    pub(super) fn of(body: &Body) -> Self {
        let flat = body.flat();
        let (class_of, groups) = flat.classes();
        let weights = groups
            .iter()
            .map(|group| flat.leaves.iter().map(|l| l.weights()[group[0]]).collect())
            .collect();
        let sizes = groups.iter().map(Vec::len).collect();
        Self { flat, class_of, sizes, weights }
    }

    /// How many cases there are to look at: the product of class size plus one.
    pub(super) fn cases(&self) -> u128 {
        self.sizes
            .iter()
            .fold(1, |cases: u128, &size| cases.saturating_mul(size as u128 + 1))
    }

    /// Calls `visit` for every winning way.
    pub(super) fn each_win<T: Count>(&self, visit: &mut impl FnMut(Win<'_, T>)) {
        let choices: Vec<Vec<T>> =
            self.sizes.iter().map(|&m| binomials(m)).collect();
        let mut walk = Walk {
            classes: self,
            choices,
            counts: vec![0; self.sizes.len()],
            sums: vec![0; self.flat.leaves.len()],
            critical: vec![false; self.sizes.len()],
        };
        walk.from(0, 0, &T::one(), visit);
    }
}

struct Walk<'a, T> {
    classes: &'a Classes,
    choices: Vec<Vec<T>>,
    counts: Vec<usize>,
    sums: Vec<u64>,
    critical: Vec<bool>,
}

impl<T: Count> Walk<'_, T> {
    fn from(
        &mut self,
        class: usize,
        size: usize,
        ways: &T,
        visit: &mut impl FnMut(Win<'_, T>),
    ) {
        if class == self.counts.len() {
            self.arrive(size, ways, visit);
            return;
        }
        let weights = &self.classes.weights[class];
        let members = self.classes.sizes[class];
        for count in 0..=members {
            self.counts[class] = count;
            if count > 0 {
                self.sums.iter_mut().zip(weights).for_each(|(sum, w)| *sum += w);
            }
            let ways = ways.times(&self.choices[class][count]);
            self.from(class + 1, size + count, &ways, visit);
        }
        let all = |w: &u64| w * members as u64;
        self.sums.iter_mut().zip(weights).for_each(|(sum, w)| *sum -= all(w));
    }

    fn arrive(&mut self, size: usize, ways: &T, visit: &mut impl FnMut(Win<'_, T>)) {
        let flat = &self.classes.flat;
        if !flat.wins(&self.sums) {
            return;
        }
        for class in 0..self.counts.len() {
            self.critical[class] = self.counts[class] > 0
                && !{
                    let weights = &self.classes.weights[class];
                    flat.tree.holds(&|leaf| {
                        self.sums[leaf] - weights[leaf] >= flat.leaves[leaf].quota()
                    })
                };
        }
        visit(Win { size, counts: &self.counts, critical: &self.critical, ways });
    }
}
