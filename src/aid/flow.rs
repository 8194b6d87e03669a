//! The largest flow from one node to another, and its cut.

use num_traits::PrimInt;

/// An arc from node to node, and what it takes.
pub(super) type Arc = (u32, u32, u64);

/// One direction of an arc: forwards it has room for what the arc takes and does not
/// carry, backwards for what it carries.
#[derive(Clone, Copy)]
struct Way<T> {
    to: u32,
    /// The other direction of the same arc.
    back: u32,
    room: T,
}

/// The largest flow from node 0 to node 1. Numbers of type `T` hold all arcs together.
pub(super) struct Flow<T> {
    pub total: T,
    /// The ways of a node stand together, from its start to the next one's.
    ways: Vec<Way<T>>,
    start: Vec<u32>,
    /// Each arc's forward way.
    forwards: Vec<u32>,
    /// How far each node is from the source, where there is room.
    level: Vec<u32>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;
/// The level of a node that was not reached, or leads nowhere.
const NONE: u32 = u32::MAX;

impl<T: PrimInt> Flow<T> {
    /// By Dinic's algorithm, with paths walked from the sink.
    pub(super) fn largest(
        nodes: usize,
        arcs: impl Iterator<Item = (u32, u32, T)> + Clone,
    ) -> Self {
        let mut flow = Self::none(nodes, arcs);
        let mut queue = Vec::with_capacity(nodes);
        let mut passed = flow.start.clone();
        while flow.reaches_the_sink(&mut queue) {
            passed.copy_from_slice(&flow.start);
            flow.fill_shortest_paths(&mut passed);
        }
        flow
    }

    /// The arcs laid out, and nothing carried.
    fn none(
        nodes: usize,
        arcs: impl Iterator<Item = (u32, u32, T)> + Clone,
    ) -> Self {
        let mut start = vec![0_u32; nodes + 1];
        for (from, to, _) in arcs.clone() {
            start[from as usize + 1] += 1;
            start[to as usize + 1] += 1;
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        let mut free = start.clone();
        let mut place = |node: u32| {
            free[node as usize] += 1;
            free[node as usize] - 1
        };
        let way = Way { to: 0, back: 0, room: T::zero() };
        let mut ways = vec![way; start[nodes] as usize];
        let mut forwards = Vec::with_capacity(ways.len() / 2);
        for (from, to, room) in arcs {
            let (forth, back) = (place(from), place(to));
            ways[forth as usize] = Way { to, back, room };
            ways[back as usize] = Way { to: from, back: forth, room: T::zero() };
            forwards.push(forth);
        }
        Self { total: T::zero(), ways, start, forwards, level: vec![NONE; nodes] }
    }

    /// Levels the nodes, up to the sink if there is still a way to it.
    fn reaches_the_sink(&mut self, queue: &mut Vec<usize>) -> bool {
        let Self { ways, start, level, .. } = self;
        level.fill(NONE);
        level[SOURCE] = 0;
        queue.clear();
        queue.push(SOURCE);
        let mut at = 0;
        while at < queue.len() && level[SINK] == NONE {
            let here = queue[at];
            at += 1;
            for way in &ways[start[here] as usize..start[here + 1] as usize] {
                let to = way.to as usize;
                if level[to] == NONE && way.room > T::zero() {
                    level[to] = level[here] + 1;
                    queue.push(to);
                }
            }
        }
        level[SINK] != NONE
    }

    /// Fills paths as short as the sink is far until there are none. Who has a level was
    /// reached from the source, so a path from the sink ends in nothing only where one
    /// before it took the room. Ways of a node before `passed` are no use any more.
    fn fill_shortest_paths(&mut self, passed: &mut [u32]) {
        let mut path: Vec<u32> = Vec::new();
        loop {
            let last = path.last();
            let here = last.map_or(SINK, |&way| self.ways[way as usize].to as usize);
            if here == SOURCE {
                self.total = self.total + fill(&mut self.ways, &mut path);
                continue;
            }
            let end = self.start[here + 1];
            let next = (passed[here]..end).find(|&way| {
                let way = self.ways[way as usize];
                self.level[way.to as usize] == self.level[here] - 1
                    && self.ways[way.back as usize].room > T::zero()
            });
            passed[here] = next.unwrap_or(end);
            if let Some(way) = next {
                path.push(way);
            } else {
                self.level[here] = NONE;
                if path.pop().is_none() {
                    return;
                }
            }
        }
    }

    /// What each arc carries, in their order.
    pub(super) fn by_arc(&self) -> impl Iterator<Item = T> {
        let back = |&way: &u32| self.ways[way as usize].back;
        self.forwards.iter().map(move |way| self.ways[back(way) as usize].room)
    }

    /// Whether more could still come to this node from the source.
    pub(super) fn reaches(&self, node: usize) -> bool {
        self.level[node] != NONE
    }
}

/// Sends as much along a path as it takes, says how much, and leaves of the path what
/// stands before the first way that is full.
fn fill<T: PrimInt>(ways: &mut [Way<T>], path: &mut Vec<u32>) -> T {
    let back = |ways: &[Way<T>], way: u32| ways[way as usize].back as usize;
    let rooms = path.iter().map(|&way| ways[back(ways, way)].room);
    let most = rooms.min().unwrap_or(T::zero());
    let mut first = path.len();
    for (step, &way) in path.iter().enumerate().rev() {
        let back = back(ways, way);
        ways[way as usize].room = ways[way as usize].room + most;
        ways[back].room = ways[back].room - most;
        if ways[back].room == T::zero() {
            first = step;
        }
    }
    path.truncate(first);
    most
}
