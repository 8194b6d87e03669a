//! The exact search for the best alignment of a sparse graph.
//!
//! States leave one after another, first those whose neighbours are tied already. The
//! least that the ties of a leaving state can weigh depends on its neighbours alone: a
//! table over their sides takes the place of the ties. Where they are too many for a
//! table, the ties and tables that meet in the state are shared out among several, as
//! if it could take a side in each, and what comes out is a bound (mini-buckets,
//! Dechter-Rish-2003). The walk places the states the other way round and turns back
//! where the bound passes the best known (Kask-Dechter-2001). Tables that are nearly
//! exact make it short; it never depends on how many states there are, only on how
//! many neighbours meet.
//!
//! A mirror image weighs the same, so a table takes its first state's side as given.

use core::cmp::Reverse;

use super::search::{self, Best};
use super::weights::Weights;

/// Times the states, the placements before tables are made: most small graphs need no
/// more, sparse or not.
const BEFORE: u64 = 1 << 25;
/// The most neighbours that a table is over: in the first try, in the last, and how many
/// more in each.
const SMALLEST: usize = 10;
const LARGEST: usize = 22;
const STEP: usize = 2;
/// With more neighbours than this no table comes near.
const WIDEST: usize = 64;
/// The walk goes down as many steps as there are states.
const DEEPEST: usize = 2_048;
/// Entries of all tables together, two bytes each.
const ENTRIES: u64 = 1 << 26;
/// How many more looks than the making of its tables a try may search with.
const PATIENCE: u64 = 2;

/// In which order the states leave, and the most neighbours that one of them has then.
struct Leaving {
    order: Vec<usize>,
    width: usize,
}

impl Leaving {
    /// `None` where tables would not help: some state leaves more neighbours than half
    /// of all states.
    fn of(weights: &Weights<i64>) -> Option<Self> {
        let n = weights.states();
        let ties: i64 = weights.sizes().into_iter().sum::<i64>() / 2;
        if n > DEEPEST || ties > i16::MAX.into() {
            return None;
        }
        let mut near = Neighbours::of(weights);
        let mut fill: Vec<usize> = (0..n).map(|v| near.fill(v)).collect();
        let mut left: Vec<usize> = (0..n).collect();
        let (mut order, mut width) = (Vec::new(), 0);
        while let Some(at) =
            (0..left.len()).min_by_key(|&at| (fill[left[at]], left[at]))
        {
            let state = left.swap_remove(at);
            let ring = near.of_state(state);
            width = width.max(ring.len());
            if width > WIDEST || 2 * width > n {
                return None;
            }
            near.tie_all_around(state, &ring);
            order.push(state);
            let mut stale: Vec<usize> = ring.clone();
            stale.extend(ring.iter().flat_map(|&v| near.of_state(v)));
            stale.sort_unstable();
            stale.dedup();
            for v in stale {
                fill[v] = near.fill(v);
            }
        }
        Some(Self { order, width })
    }

    /// The tables over at most so many states, still to be filled, if they are not too
    /// many and so many looks can fill them.
    fn tables(
        &self,
        weights: &Weights<i64>,
        most: usize,
        looks: u64,
    ) -> Option<Tables> {
        let tables = Tables::planned(weights, &self.order, most);
        (tables.entries() <= ENTRIES && tables.looks() <= looks).then_some(tables)
    }
}

/// Who is tied with whom, a bit for each.
struct Neighbours {
    words: usize,
    bits: Vec<u64>,
}

impl Neighbours {
    fn of(weights: &Weights<i64>) -> Self {
        let n = weights.states();
        let words = n.div_ceil(64);
        let mut bits = vec![0; n * words];
        for a in 0..n {
            for (b, _) in weights.row(a).iter().enumerate().filter(|(_, w)| **w != 0)
            {
                bits[a * words + b / 64] |= 1 << (b % 64);
            }
        }
        Self { words, bits }
    }

    fn row(&self, state: usize) -> &[u64] {
        &self.bits[state * self.words..][..self.words]
    }

    fn of_state(&self, state: usize) -> Vec<usize> {
        let mut found = vec![];
        for (word, &bits) in self.row(state).iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                found.push(word * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
        found
    }

    /// How many ties its leaving adds, each counted twice.
    fn fill(&self, state: usize) -> usize {
        let row = self.row(state);
        let strangers = |v: usize| {
            let both = row.iter().zip(self.row(v));
            both.map(|(a, b)| (a & !b).count_ones() as usize).sum::<usize>() - 1
        };
        self.of_state(state).into_iter().map(strangers).sum()
    }

    fn tie_all_around(&mut self, state: usize, ring: &[usize]) {
        let row = self.row(state).to_vec();
        for &v in ring {
            let own = &mut self.bits[v * self.words..][..self.words];
            for (own, new) in own.iter_mut().zip(&row) {
                *own |= new;
            }
            own[v / 64] &= !(1 << (v % 64));
            own[state / 64] &= !(1 << (state % 64));
        }
    }
}

/// What ties weigh, for each way in which some states can stand.
struct Table {
    /// The places of the states in the order of leaving, the last to leave first.
    scope: Vec<usize>,
    /// The tables that it stands for, less the state that left.
    from: Vec<usize>,
    /// Bit j − 1 of an index: whether the state at scope j stands apart from the first.
    sums: Vec<i16>,
}

impl Table {
    fn entries(&self) -> u64 {
        1 << (self.scope.len() - 1)
    }

    /// The bits of an index that flip when a state changes sides.
    fn flips(&self, place: usize) -> usize {
        match self.scope.iter().position(|&p| p == place) {
            None => 0,
            // The one that the others stand apart from.
            Some(0) => (1 << (self.scope.len() - 1)) - 1,
            Some(j) => 1 << (j - 1),
        }
    }
}

struct Tables {
    all: Vec<Table>,
    /// The tables whose first state to leave is at this place.
    met: Vec<Vec<usize>>,
    /// The tables that its leaving makes.
    made: Vec<Vec<usize>>,
    /// The tables over a place, and what its state flips of their indices.
    over: Vec<Vec<(usize, usize)>>,
}

impl Tables {
    /// What tables there will be, none of them over more than `most` states; only the
    /// ties are filled in.
    #[allow(clippy::cast_possible_truncation, reason = "16 bits hold all sums")]
    fn planned(weights: &Weights<i64>, order: &[usize], most: usize) -> Self {
        let n = order.len();
        let mut tables = Self {
            all: vec![],
            met: vec![vec![]; n],
            made: vec![vec![]; n],
            over: vec![vec![]; n],
        };
        for (place, &state) in order.iter().enumerate() {
            for (later, &other) in order.iter().enumerate().skip(place + 1) {
                let weight = weights.row(state)[other];
                if weight != 0 {
                    let sums = vec![0, weight as i16];
                    tables.met[place].push(tables.all.len());
                    let scope = vec![later, place];
                    tables.all.push(Table { scope, from: vec![], sums });
                }
            }
        }
        for place in 0..n {
            for (mut scope, from) in tables.shared_out(place, most) {
                scope.pop();
                let table = tables.all.len();
                tables.made[place].push(table);
                if let [_, .., first] = scope[..] {
                    tables.met[first].push(table);
                }
                tables.all.push(Table { scope, from, sums: vec![] });
            }
        }
        for (at, table) in tables.all.iter().enumerate() {
            for &place in &table.scope {
                tables.over[place].push((at, table.flips(place)));
            }
        }
        tables
    }

    /// The tables that meet at a place in groups, each with the states of all its
    /// tables: the largest first, each to the group that grows least by it.
    fn shared_out(
        &self,
        place: usize,
        most: usize,
    ) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut met = self.met[place].clone();
        met.sort_by_key(|&table| Reverse(self.all[table].scope.len()));
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = vec![];
        for table in met {
            let scope = &self.all[table].scope;
            let united = groups.iter().enumerate().map(|(group, (states, _))| {
                let mut both = [&states[..], scope].concat();
                both.sort_unstable_by_key(|&state| Reverse(state));
                both.dedup();
                (both.len() - states.len(), group, both)
            });
            // The state that leaves is in none of the tables made.
            let fits = united.filter(|(_, _, both)| both.len() <= most + 1);
            match fits.min() {
                Some((_, group, both)) => {
                    groups[group].0 = both;
                    groups[group].1.push(table);
                }
                None => groups.push((scope.clone(), vec![table])),
            }
        }
        groups
    }

    fn entries(&self) -> u64 {
        self.all.iter().map(Table::entries).sum()
    }

    /// How many times the filling looks into a table.
    fn looks(&self) -> u64 {
        let looks = |table: &Table| 2 * table.entries() * table.from.len() as u64;
        self.all.iter().map(looks).sum()
    }

    /// Fills all tables; what no alignment can be below.
    fn fill(&mut self) -> i64 {
        let mut least = 0;
        for table in 0..self.all.len() {
            let (before, rest) = self.all.split_at_mut(table);
            let table = &mut rest[0];
            if !table.from.is_empty() {
                table.sums = summed(before, table);
                if table.scope.len() == 1 {
                    least += i64::from(table.sums[0]);
                }
            }
        }
        least
    }
}

/// Entries worked on at a time: bits of their number, and how many.
const BLOCK: (usize, usize) = (8, 1 << 8);

/// A table that others go into, and where an entry of the new one is found in it: every
/// bit of the new index flips some of the old, whatever the others are.
struct Part<'a> {
    sums: &'a [i16],
    /// What the low bits flip, for each way they can be.
    low: Vec<usize>,
    /// What each of the other bits flips.
    high: Vec<usize>,
    /// The bit of the state that leaves: the last of each scope.
    leaver: usize,
}

impl<'a> Part<'a> {
    fn of(table: &'a Table, scope: &[usize]) -> Self {
        let flips = |&place| table.flips(place);
        let mut high: Vec<usize> = scope[1..].iter().map(flips).collect();
        let mut low = vec![0];
        for flip in high.drain(..high.len().min(BLOCK.0)) {
            low.extend_from_within(..);
            let half = low.len() / 2;
            low[half..].iter_mut().for_each(|at| *at ^= flip);
        }
        Self { sums: &table.sums, low, high, leaver: table.sums.len() / 2 }
    }
}

/// The least that the parts of a table weigh together, whatever side the leaver takes.
fn summed(before: &[Table], table: &Table) -> Vec<i16> {
    let parts: Vec<Part<'_>> = table
        .from
        .iter()
        .map(|&part| Part::of(&before[part], &table.scope))
        .collect();
    let mut sums = vec![0; 1 << (table.scope.len() - 1)];
    for (block, out) in sums.chunks_mut(BLOCK.1).enumerate() {
        let mut either = [[0_i16; 2]; BLOCK.1];
        for part in &parts {
            let flips = part.high.iter().enumerate();
            let start = flips
                .filter(|(bit, _)| block >> bit & 1 == 1)
                .fold(0, |at, (_, flip)| at ^ flip);
            for (sum, low) in either.iter_mut().zip(&part.low) {
                let at = start ^ low;
                sum[0] += part.sums[at];
                sum[1] += part.sums[at ^ part.leaver];
            }
        }
        for (out, [with, apart]) in out.iter_mut().zip(either) {
            *out = with.min(apart);
        }
    }
    sums
}

/// The best alignments, with at most so many placements or looks into tables; see
/// [`search::best`], which has the first few for itself and, where ties are many, all.
pub(super) fn best(weights: &Weights<i64>, nodes: u64, limit: usize) -> Best<i64> {
    let Some(leaving) = Leaving::of(weights) else {
        return search::best(weights, nodes, limit);
    };
    let few = nodes.min(BEFORE / weights.states() as u64);
    let known = search::best(weights, few, limit);
    let looks = nodes - few;
    if known.whole {
        known
    } else if let Some(first) = leaving.tables(weights, SMALLEST, looks) {
        by_tables(weights, &leaving, (SMALLEST, first), looks, known, limit)
    } else if looks > few {
        search::best(weights, looks, limit)
    } else {
        known
    }
}

/// The best alignments, from what is known of them: with small tables first, then,
/// where the walk takes much longer than their making, with larger ones.
fn by_tables(
    weights: &Weights<i64>,
    leaving: &Leaving,
    first: (usize, Tables),
    mut looks: u64,
    mut best: Best<i64>,
    limit: usize,
) -> Best<i64> {
    let mut sizes = (first.0..=LARGEST).step_by(STEP);
    let (mut most, mut next) = (sizes.next(), Some(first.1));
    while let (Some(mut tables), Some(size)) = (next, most) {
        let making = tables.looks();
        looks -= making;
        // Larger tables than for the widest place are the same again.
        most = sizes.next().filter(|_| size < leaving.width);
        next = most.and_then(|most| leaving.tables(weights, most, looks));
        let allowed = match next {
            Some(_) => looks.min(PATIENCE * making),
            None => looks,
        };
        let least = tables.fill();
        let mut walk = Walk {
            tables: &tables,
            order: &leaving.order,
            apart: vec![false; leaving.order.len()],
            at: vec![0; tables.all.len()],
            looks: allowed,
            goal: best.energy,
            limit,
            found: vec![],
        };
        best.whole = walk.place(leaving.order.len(), least);
        looks -= allowed - walk.looks;
        best.at_least = best.at_least.max(least);
        if best.whole {
            best.at_least = walk.goal;
        } else if walk.goal < best.energy {
            walk.found.truncate(1);
        } else {
            walk.found = best.found;
        }
        (best.energy, best.found) = (walk.goal, walk.found);
        // What the walk took may be what the next tables need.
        next = next.filter(|tables| !best.whole && tables.looks() <= looks);
    }
    best
}

struct Walk<'a> {
    tables: &'a Tables,
    order: &'a [usize],
    /// By place: whether a state is apart from the first to be placed.
    apart: Vec<bool>,
    /// The index at which each table is looked into, with all who stand so far.
    at: Vec<usize>,
    looks: u64,
    /// The least energy known.
    goal: i64,
    limit: usize,
    found: Vec<Vec<bool>>,
}

impl Walk<'_> {
    /// Places the last of so many states left, nothing below `bound` being possible.
    /// False when the looks allowed are used up.
    fn place(&mut self, left: usize, bound: i64) -> bool {
        let Some(place) = left.checked_sub(1) else {
            if bound < self.goal {
                self.found.clear();
                self.goal = bound;
            }
            if self.found.len() < self.limit {
                let mut sides = vec![false; self.order.len()];
                for (&state, &apart) in self.order.iter().zip(&self.apart) {
                    sides[state] = apart;
                }
                self.found.push(sides);
            }
            return true;
        };
        let tables = self.tables;
        let (met, made) = (&tables.met[place], &tables.made[place]);
        let cost = (2 * met.len() + made.len()) as u64;
        let Some(looks) = self.looks.checked_sub(cost.max(1)) else {
            return false;
        };
        self.looks = looks;
        // What was made of the ties goes, and the ties themselves come.
        let mut bounds = [bound; 2];
        for &table in made {
            let sum = tables.all[table].sums[self.at[table]];
            bounds = bounds.map(|bound| bound - i64::from(sum));
        }
        for &table in met {
            let (at, sums) = (self.at[table], &tables.all[table].sums);
            bounds[0] += i64::from(sums[at]);
            bounds[1] += i64::from(sums[at ^ (sums.len() / 2)]);
        }
        let likely = usize::from(bounds[1] < bounds[0]);
        let both = [likely, 1 - likely];
        let sides = if left == self.order.len() { &[0][..] } else { &both[..] };
        for &side in sides {
            let bound = bounds[side];
            let enough = bound < self.goal
                || bound == self.goal && self.found.len() < self.limit;
            if !enough {
                continue;
            }
            self.stand(place, side);
            let whole = self.place(place, bound);
            self.stand(place, side);
            if !whole {
                return false;
            }
        }
        true
    }

    /// Puts a state on a side, or takes it off.
    fn stand(&mut self, place: usize, side: usize) {
        if side == 1 {
            self.apart[place] = !self.apart[place];
            for &(table, flip) in &self.tables.over[place] {
                self.at[table] ^= flip;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::search::LISTED;
    use super::super::weights::tests::all;
    use super::*;
    use crate::chance::{below, seeded};

    /// Ties of weight ±1 between states drawn at random.
    fn drawn(n: usize, ties: usize, seed: u64) -> Weights<i64> {
        let mut rng = seeded(seed);
        let mut units = vec![0; n * n];
        for _ in 0..ties {
            let [a, b] =
                [0; 2].map(|_| usize::try_from(below(&mut rng, n as u64)).unwrap());
            if a != b {
                let sign = if below(&mut rng, 2) == 0 { 1 } else { -1 };
                units[a * n + b] = sign;
                units[b * n + a] = sign;
            }
        }
        Weights::new(n, units)
    }

    /// By tables alone, at first over at most so many states, knowing one alignment.
    fn tabled(weights: &Weights<i64>, most: usize, looks: u64) -> Option<Best<i64>> {
        let n = weights.states();
        let leaving = Leaving::of(weights)?;
        let first = leaving.tables(weights, most, looks)?;
        let found = vec![vec![false; n]];
        let known = Best { energy: 0, at_least: i64::MIN, found, whole: false };
        let first = (most, first);
        Some(by_tables(weights, &leaving, first, looks, known, LISTED))
    }

    /// Alignments without their mirror images.
    fn distinct(found: &[Vec<bool>]) -> BTreeSet<Vec<bool>> {
        let from_first =
            |sides: &Vec<bool>| sides.iter().map(|s| s ^ sides[0]).collect();
        found.iter().map(from_first).collect()
    }

    #[test]
    fn tables_agree_with_looking_at_every_alignment() {
        let mut tried = 0;
        for seed in 0..200 {
            let n = 2 + usize::try_from(seed % 10).unwrap();
            let weights = drawn(n, n + n / 2, seed);
            let least = all(n).map(|s| weights.energy(&s)).min().unwrap();
            let ties = all(n).filter(|s| weights.energy(s) == least).count();
            for most in 1..5 {
                let Some(best) = tabled(&weights, most, u64::MAX) else { continue };
                tried += 1;
                assert_eq!((best.energy, best.at_least), (least, least));
                assert_eq!(best.found.len(), ties, "seed {seed}, {most}");
                assert_eq!(distinct(&best.found).len(), ties);
            }
        }
        assert!(tried > 400, "{tried}");
    }

    #[test]
    fn tables_agree_with_the_search_by_placements() {
        for (n, ties) in [(30, 60), (36, 60), (40, 70), (44, 50)] {
            for seed in 0..4 {
                let weights = drawn(n, ties, seed);
                let placed = search::best(&weights, u64::MAX, LISTED);
                for most in [2, 5, 8] {
                    let best =
                        tabled(&weights, most, u64::MAX).expect("ties are few");
                    assert_eq!(best.energy, placed.energy);
                    assert_eq!(best.at_least, placed.energy);
                    assert_eq!(best.found.len(), placed.found.len());
                    if placed.found.len() < LISTED {
                        assert_eq!(distinct(&best.found), distinct(&placed.found));
                    }
                }
            }
        }
    }

    #[test]
    fn out_of_looks_the_bound_is_still_a_bound() {
        let mut open = 0;
        for seed in 0..20 {
            let weights = drawn(40, 80, seed);
            let exact = tabled(&weights, 8, u64::MAX).expect("ties are few").energy;
            for looks in [0, 2_000, 4_000, 10_000, 30_000] {
                let Some(cut) = tabled(&weights, 3, looks) else { continue };
                assert!(cut.at_least <= exact && exact <= cut.energy);
                open += usize::from(!cut.whole);
            }
        }
        assert!(open > 20, "{open}");
    }

    #[test]
    fn many_ties_or_states_are_left_to_the_search_by_placements() {
        assert!(Leaving::of(&drawn(20, 2_000, 1)).is_none());
        let loose = |n| Leaving::of(&Weights::new(n, vec![0; n * n]));
        assert_eq!(loose(DEEPEST).map(|leaving| leaving.width), Some(0));
        assert!(loose(DEEPEST + 1).is_none());
    }

    #[test]
    fn a_long_chain_is_walked_to_its_end() {
        let n = DEEPEST;
        let mut units = vec![0; n * n];
        for state in 1..n {
            units[state * n + state - 1] = -1;
            units[(state - 1) * n + state] = -1;
        }
        let best = tabled(&Weights::new(n, units), 1, u64::MAX).expect("a chain");
        assert_eq!((best.energy, best.found.len()), (-2_047, 1));
    }
}
