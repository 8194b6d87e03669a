//! The chain of two machines' joint states, and its long run.

use super::{Encounter, Outcomes, State};
use crate::games::Move;

/// A joint state's way on: to which state, with what probability.
pub(super) type Steps = Vec<(usize, f64)>;

/// The joint states that can come up, from number 0, the start.
pub(super) struct Joint {
    /// Where each goes.
    pub(super) steps: Vec<Steps>,
    /// How likely each outcome is in it.
    outcomes: Vec<[f64; 4]>,
}

impl Encounter<'_> {
    pub(super) fn joint(&self) -> Joint {
        let width = self.second.states().len();
        let mut number = vec![usize::MAX; self.first.states().len() * width];
        let start = self.first.start() * width + self.second.start();
        number[start] = 0;
        let mut found = vec![start];
        let mut joint = Joint { steps: Vec::new(), outcomes: Vec::new() };
        let mut at = 0;
        while at < found.len() {
            let (i, j) = (found[at] / width, found[at] % width);
            let (outcomes, ways) = self.ways(i, j);
            let mut steps: Steps = Vec::new();
            for (a, b, p) in ways {
                let to = &mut number[a * width + b];
                if *to == usize::MAX {
                    *to = found.len();
                    found.push(a * width + b);
                }
                match steps.iter_mut().find(|(known, _)| known == to) {
                    Some((_, sum)) => *sum += p,
                    None => steps.push((*to, p)),
                }
            }
            joint.steps.push(steps);
            joint.outcomes.push(outcomes);
            at += 1;
        }
        joint
    }

    /// What can happen when the first is in state `i` and the second in `j`.
    fn ways(&self, i: usize, j: usize) -> ([f64; 4], Vec<(usize, usize, f64)>) {
        let hand = self.line.hand().rate().value();
        let ear = self.line.ear().rate().value();
        let (a, b) = (&self.first.states()[i], &self.second.states()[j]);
        let chance = |state: &State, made: Move| {
            let willing = state.cooperate().value();
            let (meant, other) = match made {
                Move::Cooperate => (willing, 1.0 - willing),
                Move::Defect => (1.0 - willing, willing),
            };
            (1.0 - hand) * meant + hand * other
        };
        let mut outcomes = [0.0; 4];
        let mut ways = Vec::new();
        for x in Move::ALL {
            for y in Move::ALL {
                let happens = chance(a, x) * chance(b, y);
                outcomes[x as usize * 2 + y as usize] = happens;
                for (x_heard, x_error) in [(x, 1.0 - ear), (x.other(), ear)] {
                    for (y_heard, y_error) in [(y, 1.0 - ear), (y.other(), ear)] {
                        let p = happens * x_error * y_error;
                        if p > 0.0 {
                            ways.push((a.next(x, y_heard), b.next(y, x_heard), p));
                        }
                    }
                }
            }
        }
        (outcomes, ways)
    }
}

impl Joint {
    pub(super) fn mix(&self, law: impl Iterator<Item = (usize, f64)>) -> Outcomes {
        let mut total = [0.0; 4];
        for (state, share) in law {
            for (sum, p) in total.iter_mut().zip(self.outcomes[state]) {
                *sum += share * p;
            }
        }
        Outcomes::new(total)
    }
}

/// The states that are entered for good from wherever one starts, if there is only
/// one class of them.
pub(super) fn the_closed_class(steps: &[Steps]) -> Option<Vec<usize>> {
    let count = steps.len();
    let (mut forth, mut back) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (from, ways) in steps.iter().enumerate() {
        for &(to, _) in ways {
            forth[from].push(to);
            back[to].push(from);
        }
    }
    // The last root of a search against the arrows reaches every state, if any does.
    let mut seen = vec![false; count];
    let mut root = 0;
    for state in 0..count {
        if !seen[state] {
            root = state;
            search(&mut seen, state, &back);
        }
    }
    let mut reaches = vec![false; count];
    search(&mut reaches, root, &back);
    if reaches.contains(&false) {
        return None;
    }
    let mut class = vec![false; count];
    search(&mut class, root, &forth);
    Some((0..count).filter(|&state| class[state]).collect())
}

/// Marks what can be reached from the root along these ways.
fn search(seen: &mut [bool], root: usize, ways: &[Vec<usize>]) {
    let mut todo = vec![root];
    seen[root] = true;
    while let Some(at) = todo.pop() {
        for &to in &ways[at] {
            if !seen[to] {
                seen[to] = true;
                todo.push(to);
            }
        }
    }
}

/// The stationary law of a class of states that is never left, by the elimination of
/// Grassmann, Taksar and Heyman, which subtracts nothing.
pub(super) fn stationary(steps: &[Steps], class: &[usize]) -> Vec<f64> {
    let count = class.len();
    let mut place = vec![usize::MAX; steps.len()];
    for (at, &state) in class.iter().enumerate() {
        place[state] = at;
    }
    let mut m = vec![0.0; count * count];
    for (at, &state) in class.iter().enumerate() {
        for &(to, p) in &steps[state] {
            m[at * count + place[to]] += p;
        }
    }
    for last in (1..count).rev() {
        let out: f64 = m[last * count..last * count + last].iter().sum();
        for from in 0..last {
            let into = m[from * count + last] / out;
            m[from * count + last] = into;
            if into > 0.0 {
                for to in 0..last {
                    m[from * count + to] += into * m[last * count + to];
                }
            }
        }
    }
    let mut law = vec![1.0; count];
    for last in 1..count {
        law[last] = (0..last).map(|from| law[from] * m[from * count + last]).sum();
    }
    let total: f64 = law.iter().sum();
    law.iter().map(|share| share / total).collect()
}
