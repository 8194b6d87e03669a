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
        let mut flat = Self { tree: Tree::All(Vec::new()), leaves: Vec::new() };
        flat.tree = flat.take_in(rule, members);
        flat
    }

    fn take_in(&mut self, rule: &Rule, members: usize) -> Tree {
        let leaf = match rule {
            Rule::Weighted(leaf) => leaf.reduced(),
            Rule::AtLeast(heads) => {
                Weighted { quota: *heads, weights: vec![1; members] }
            }
            Rule::All(parts) => {
                return Tree::All(
                    parts.iter().map(|p| self.take_in(p, members)).collect(),
                );
            }
            Rule::Any(parts) => {
                return Tree::Any(
                    parts.iter().map(|p| self.take_in(p, members)).collect(),
                );
            }
        };
        let place = self.leaves.iter().position(|known| *known == leaf);
        Tree::Leaf(place.unwrap_or_else(|| {
            self.leaves.push(leaf);
            self.leaves.len() - 1
        }))
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
