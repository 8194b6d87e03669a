//! A rule as the engines read it.

use super::{Rule, Weighted};

/// A body as the engines read it: the leaves in a row, the tree above them.
pub(in crate::voting) struct Flat {
    pub(in crate::voting) tree: Tree,
    pub(in crate::voting) leaves: Vec<Weighted>,
}

pub(in crate::voting) enum Tree {
    Leaf(usize),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl Flat {
    pub(super) fn of(rule: &Rule, members: usize) -> Self {
        let mut leaves = Vec::new();
        let tree =
            rule.tree(members, &mut |leaf| place_of(leaf.reduced(), &mut leaves));
        Self { tree, leaves }
    }

    /// Members whose weights agree in every leaf: for each member its class, and
    /// the members of each class.
    pub(in crate::voting) fn classes(&self) -> (Vec<usize>, Vec<Vec<usize>>) {
        let leaves: Vec<_> = self.leaves.iter().map(Weighted::weights).collect();
        classes(&leaves)
    }

    pub(in crate::voting) fn wins(&self, sums: &[u64]) -> bool {
        self.tree.holds(&|leaf| sums[leaf] >= self.leaves[leaf].quota())
    }
}

impl Rule {
    /// The rule with each leaf replaced by a place in a row of leaves.
    pub(in crate::voting) fn tree(
        &self,
        members: usize,
        place: &mut impl FnMut(Weighted) -> usize,
    ) -> Tree {
        let mut each = |parts: &[Self]| {
            parts.iter().map(|part| part.tree(members, place)).collect()
        };
        match self {
            Self::All(parts) => Tree::All(each(parts)),
            Self::Any(parts) => Tree::Any(each(parts)),
            Self::Weighted(leaf) => Tree::Leaf(place(leaf.clone())),
            Self::AtLeast(heads) => {
                let weights = vec![1; members];
                Tree::Leaf(place(Weighted { quota: *heads, weights }))
            }
        }
    }
}

/// Where a leaf stands in the row; equal leaves stand there once.
pub(in crate::voting) fn place_of<L: PartialEq>(
    leaf: L,
    leaves: &mut Vec<L>,
) -> usize {
    leaves.iter().position(|known| *known == leaf).unwrap_or_else(|| {
        leaves.push(leaf);
        leaves.len() - 1
    })
}

pub(in crate::voting) fn classes(
    leaves: &[&[u64]],
) -> (Vec<usize>, Vec<Vec<usize>>) {
    let members = leaves.first().map_or(0, |leaf| leaf.len());
    let mut kinds: Vec<Vec<u64>> = Vec::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let class_of = (0..members)
        .map(|member| {
            let kind: Vec<u64> = leaves.iter().map(|leaf| leaf[member]).collect();
            let class = kinds.iter().position(|known| *known == kind);
            let class = class.unwrap_or_else(|| {
                kinds.push(kind);
                groups.push(Vec::new());
                kinds.len() - 1
            });
            groups[class].push(member);
            class
        })
        .collect();
    (class_of, groups)
}

impl Tree {
    pub(in crate::voting) fn holds(&self, leaf: &impl Fn(usize) -> bool) -> bool {
        match self {
            Self::Leaf(place) => leaf(*place),
            Self::All(parts) => parts.iter().all(|part| part.holds(leaf)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(leaf)),
        }
    }

    /// What is certain already when some leaves are: passed, failed, or open. Open
    /// leaves that can still matter are handed to `live`.
    pub(in crate::voting) fn settled(
        &self,
        leaf: &impl Fn(usize) -> Option<bool>,
        live: &mut Vec<usize>,
    ) -> Option<bool> {
        let (parts, decides) = match self {
            Self::Leaf(place) => {
                let known = leaf(*place);
                if known.is_none() {
                    live.push(*place);
                }
                return known;
            }
            Self::All(parts) => (parts, false),
            Self::Any(parts) => (parts, true),
        };
        let before = live.len();
        let mut open = false;
        for part in parts {
            match part.settled(leaf, live) {
                Some(known) if known == decides => {
                    live.truncate(before);
                    return Some(decides);
                }
                Some(_) => {}
                None => open = true,
            }
        }
        if open { None } else { Some(!decides) }
    }
}
