//! Balance with as many camps as it takes.

use serde::Serialize;

use super::{GraphError, Sign, SignedGraph};

/// States sorted into any number of camps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Camps {
    /// The camp of every state. Camps are numbered in the order of their first states,
    /// so that equal divisions are equal values.
    camp: Vec<usize>,
}

/// How far a graph is from standing in camps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WeakFrustration {
    /// The least number of ties that must turn.
    pub found: usize,
    /// Camps that frustrate no more than these; others may do as well.
    pub camps: Camps,
}

impl Camps {
    /// How many states are sorted.
    pub fn states(&self) -> usize {
        self.camp.len()
    }

    /// How many camps there are.
    pub fn count(&self) -> usize {
        self.camp.iter().max().map_or(0, |last| last + 1)
    }

    /// Whether two states are in one camp.
    ///
    /// # Panics
    /// When one of them is no state.
    pub fn together(&self, a: usize, b: usize) -> bool {
        self.camp[a] == self.camp[b]
    }

    /// The members of every camp, each list in order.
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.count()];
        for (state, &camp) in self.camp.iter().enumerate() {
            members[camp].push(state);
        }
        members
    }
}

impl SignedGraph {
    /// The most states for which [`weak_frustration`](Self::weak_frustration) searches.
    pub const MOST_IN_CAMPS: usize = 16;

    /// Camps with friends inside and rivals across, if there are such camps: any number
    /// of them, where [`balance`](Self::balance) allows two. It is so exactly when no
    /// ring of ties holds a single rivalry (Davis-1967), so that three mutual rivals may
    /// stand. The camps are as small as they can be: states that no chain of friendships
    /// joins are in different ones.
    ///
    /// ```
    /// use demarche::graph::{Sign::Rivals, SignedGraph};
    /// let rivals = [(0, 1, Rivals), (0, 2, Rivals), (1, 2, Rivals)];
    /// let three = SignedGraph::new(3, &rivals)?;
    /// assert_eq!(three.balance(), None);
    /// assert_eq!(three.weak_balance().unwrap().count(), 3);
    /// # Ok::<(), demarche::graph::GraphError>(())
    /// ```
    pub fn weak_balance(&self) -> Option<Camps> {
        let mut camp = vec![usize::MAX; self.states()];
        let mut camps = 0;
        for start in 0..self.states() {
            if camp[start] != usize::MAX {
                continue;
            }
            camp[start] = camps;
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                for (next, camp) in camp.iter_mut().enumerate() {
                    let befriended = self.tie(at, next) == Some(Sign::Friends);
                    if befriended && *camp == usize::MAX {
                        *camp = camps;
                        open.push(next);
                    }
                }
            }
            camps += 1;
        }
        let camps = Camps { camp };
        self.weakly_frustrated(&camps).is_empty().then_some(camps)
    }

    /// The ties that a division into camps frustrates: friends apart, rivals together.
    ///
    /// # Panics
    /// When the division sorts another number of states.
    pub fn weakly_frustrated(&self, camps: &Camps) -> Vec<(usize, usize)> {
        assert_eq!(camps.states(), self.states(), "one camp a state");
        self.ties()
            .filter(|&(a, b, sign)| camps.together(a, b) != (sign == Sign::Friends))
            .map(|(a, b, _)| (a, b))
            .collect()
    }

    /// The least number of ties whose turning lets the graph stand in camps, with proof.
    /// Never more than the [frustration](Self::frustration) of two sides.
    ///
    /// Exact by branch and bound: what the last states cost among themselves is found
    /// first and bounds what all of them can cost (Verfaillie-1996). Twelve states with
    /// all ties at random take milliseconds, sixteen a second.
    ///
    /// ```
    /// use demarche::alignment::courts;
    /// // After the first treaty of 1756 one tie is too many, by either rule.
    /// let graph = courts::STEPS[1].graph();
    /// assert_eq!(graph.frustration().found, 1);
    /// assert_eq!(graph.weak_frustration()?.found, 1);
    /// # Ok::<(), demarche::graph::GraphError>(())
    /// ```
    ///
    /// # Errors
    /// When there are more than [`MOST_IN_CAMPS`](Self::MOST_IN_CAMPS) states.
    pub fn weak_frustration(&self) -> Result<WeakFrustration, GraphError> {
        if self.states() > Self::MOST_IN_CAMPS {
            return Err(GraphError::TooMany {
                what: "states for the search of camps",
                limit: Self::MOST_IN_CAMPS,
                found: self.states(),
            });
        }
        let mask = |state: usize, wanted| {
            let met =
                (0..self.states()).filter(|&b| self.tie(state, b) == Some(wanted));
            met.fold(0, |mask, b| mask | 1_u32 << b)
        };
        let masks = |wanted| (0..self.states()).map(|a| mask(a, wanted)).collect();
        let mut search = Search {
            friends: masks(Sign::Friends),
            rivals: masks(Sign::Rivals),
            tail: vec![0; self.states() + 1],
            camps: Vec::new(),
            least: 0,
            best: Vec::new(),
        };
        for first in (0..self.states()).rev() {
            // Alone, the first costs its friendships with the rest.
            let alone = search.friends[first] >> first;
            search.least = search.tail[first + 1] + alone.count_ones() + 1;
            search.place(first, 0, 0);
            search.tail[first] = search.least;
        }
        let mut camp = vec![0; self.states()];
        for (number, &mask) in search.best.iter().enumerate() {
            for (state, camp) in camp.iter_mut().enumerate() {
                if mask >> state & 1 == 1 {
                    *camp = number;
                }
            }
        }
        let found = search.least as usize;
        Ok(WeakFrustration { found, camps: Camps { camp } })
    }
}

/// The search for the best camps of the states from some first one on.
struct Search {
    friends: Vec<u32>,
    rivals: Vec<u32>,
    /// What the states from each one on cost at the least among themselves.
    tail: Vec<u32>,
    camps: Vec<u32>,
    /// What the best camps so far cost.
    least: u32,
    best: Vec<u32>,
}

impl Search {
    /// Puts `state` into every camp in turn, and alone, and goes on with the next.
    fn place(&mut self, state: usize, placed: u32, cost: u32) {
        if cost + self.tail[state] >= self.least {
            return;
        }
        if state == self.friends.len() {
            self.least = cost;
            self.best.clone_from(&self.camps);
            return;
        }
        let (friends, rivals) = (self.friends[state] & placed, self.rivals[state]);
        let own = 1 << state;
        for camp in 0..self.camps.len() {
            let members = self.camps[camp];
            let more =
                (friends & !members).count_ones() + (rivals & members).count_ones();
            self.camps[camp] |= own;
            self.place(state + 1, placed | own, cost + more);
            self.camps[camp] = members;
        }
        self.camps.push(own);
        self.place(state + 1, placed | own, cost + friends.count_ones());
        self.camps.pop();
    }
}
