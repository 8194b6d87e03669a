//! Any two machines over a line: exactly, and one game of them on tape.

use serde::Serialize;

use super::{Line, Machine, Outcomes, SignalsError, State, surely};
use crate::chance::{happens, seeded};
use crate::games::Move;
use crate::numbers::{Discount, Probability};

/// Two machines that meet over a line, solved exactly by the chain of their joint
/// states.
///
/// ```
/// use demarche::numbers::ErrorRate;
/// use demarche::signals::{Encounter, Line, Named, SlipOfEar, SlipOfHand};
/// let e = ErrorRate::new(0.01)?;
/// let contrite = Named::Contrite.machine();
/// let rate = |line: Line| {
///     let pair = Encounter::new(&contrite, &contrite, line);
///     pair.long_run().map(|outcomes| outcomes.cooperation()[0])
/// };
/// // Contrition repairs what both sides saw, and nothing else.
/// assert!((rate(SlipOfHand::new(e).into())? - 50.0 / 51.0).abs() < 1e-12);
/// assert!((rate(SlipOfEar::new(e).into())? - 0.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Encounter<'a> {
    first: &'a Machine,
    second: &'a Machine,
    line: Line,
}

/// One round as it went: what each side did, and what went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Round {
    moves: [Move; 2],
    slipped: [bool; 2],
    misheard: [bool; 2],
}

impl Round {
    /// What the two did.
    pub const fn moves(&self) -> [Move; 2] {
        self.moves
    }

    /// Whose hand slipped: the move is not the one that was meant.
    pub const fn slipped(&self) -> [bool; 2] {
        self.slipped
    }

    /// Who misread the other's move.
    pub const fn misheard(&self) -> [bool; 2] {
        self.misheard
    }
}

/// A joint state's way on: to which state, with what probability.
type Steps = Vec<(usize, f64)>;

/// The joint states that can come up, from number 0, the start.
struct Joint {
    /// Where each goes.
    steps: Vec<Steps>,
    /// How likely each outcome is in it.
    outcomes: Vec<[f64; 4]>,
}

impl<'a> Encounter<'a> {
    /// The first machine against the second over a line.
    pub fn new(
        first: &'a Machine,
        second: &'a Machine,
        line: impl Into<Line>,
    ) -> Self {
        Self { first, second, line: line.into() }
    }

    /// How often each outcome happens in the long run, from the machines' own
    /// starts. Time grows with the cube of the number of joint states that are never
    /// left.
    ///
    /// # Errors
    /// [`SignalsError::SeveralLongRuns`] when chance decides which of several
    /// classes of states the pair settles into.
    pub fn long_run(&self) -> Result<Outcomes, SignalsError> {
        let joint = self.joint();
        let class =
            the_closed_class(&joint.steps).ok_or(SignalsError::SeveralLongRuns)?;
        let shares = stationary(&joint.steps, &class);
        Ok(joint.mix(class.iter().copied().zip(shares)))
    }

    /// The expected share of each outcome over the first rounds, as many as said.
    /// Over 0 rounds all shares are 0.
    pub fn first_rounds(&self, rounds: u32) -> Outcomes {
        let joint = self.joint();
        let mut now = vec![0.0; joint.steps.len()];
        now[0] = 1.0;
        let mut total = [0.0; 4];
        for _ in 0..rounds {
            let seen = joint.mix(now.iter().copied().enumerate()).shares();
            for (sum, share) in total.iter_mut().zip(seen) {
                *sum += share / f64::from(rounds);
            }
            let mut next = vec![0.0; now.len()];
            for (&share, steps) in now.iter().zip(&joint.steps) {
                for &(to, p) in steps {
                    next[to] += share * p;
                }
            }
            now = next;
        }
        Outcomes::new(total)
    }

    /// The share of each outcome when round *t* = 0, 1, … has the weight
    /// (1 − *δ*) *δ*ᵗ. Times payoffs it is the normalised discounted value. Time
    /// grows with the cube of the number of joint states that can come up.
    ///
    /// # Panics
    /// Never: a chain that starts afresh has one long run.
    pub fn discounted(&self, delta: Discount) -> Outcomes {
        let mut joint = self.joint();
        let delta = delta.value();
        for steps in &mut joint.steps {
            for (_, p) in steps.iter_mut() {
                *p *= delta;
            }
            steps.push((0, 1.0 - delta));
        }
        let class = the_closed_class(&joint.steps).expect("it always starts afresh");
        let shares = stationary(&joint.steps, &class);
        joint.mix(class.iter().copied().zip(shares))
    }

    /// One game on tape, from a seed.
    pub fn tape(&self, rounds: u32, seed: u64) -> Vec<Round> {
        let mut rng = seeded(seed);
        let hand = probability(self.line.hand().rate().value());
        let ear = probability(self.line.ear().rate().value());
        let mut at = [self.first.start(), self.second.start()];
        let machines = [self.first, self.second];
        let mut tape = Vec::new();
        for _ in 0..rounds {
            let mut moves = [Move::Cooperate; 2];
            let mut slipped = [false; 2];
            let mut misheard = [false; 2];
            for side in 0..2 {
                let willing = machines[side].states()[at[side]].cooperate();
                let meant = if happens(&mut rng, willing) {
                    Move::Cooperate
                } else {
                    Move::Defect
                };
                slipped[side] = happens(&mut rng, hand);
                moves[side] = if slipped[side] { meant.other() } else { meant };
            }
            for side in 0..2 {
                misheard[side] = happens(&mut rng, ear);
                let theirs = moves[1 - side];
                let heard = if misheard[side] { theirs.other() } else { theirs };
                at[side] =
                    machines[side].states()[at[side]].next(moves[side], heard);
            }
            tape.push(Round { moves, slipped, misheard });
        }
        tape
    }

    fn joint(&self) -> Joint {
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
    fn mix(&self, law: impl Iterator<Item = (usize, f64)>) -> Outcomes {
        let mut total = [0.0; 4];
        for (state, share) in law {
            for (sum, p) in total.iter_mut().zip(self.outcomes[state]) {
                *sum += share * p;
            }
        }
        Outcomes::new(total)
    }
}

fn probability(value: f64) -> Probability {
    surely(Probability::new(value))
}

/// The states that are entered for good from wherever one starts, if there is only
/// one class of them.
fn the_closed_class(steps: &[Steps]) -> Option<Vec<usize>> {
    let count = steps.len();
    let mut back = vec![Vec::new(); count];
    for (from, ways) in steps.iter().enumerate() {
        for &(to, _) in ways {
            back[to].push(from);
        }
    }
    // The last root of a search against the arrows reaches every state, if any does.
    let mut seen = vec![false; count];
    let mut root = 0;
    for state in 0..count {
        if !seen[state] {
            root = state;
            search(&mut seen, state, |at| back[at].clone());
        }
    }
    let mut reaches = vec![false; count];
    search(&mut reaches, root, |at| back[at].clone());
    if reaches.contains(&false) {
        return None;
    }
    let mut class = vec![false; count];
    search(&mut class, root, |at| steps[at].iter().map(|&(to, _)| to).collect());
    Some((0..count).filter(|&state| class[state]).collect())
}

fn search(seen: &mut [bool], root: usize, next: impl Fn(usize) -> Vec<usize>) {
    let mut todo = vec![root];
    seen[root] = true;
    while let Some(at) = todo.pop() {
        for to in next(at) {
            if !seen[to] {
                seen[to] = true;
                todo.push(to);
            }
        }
    }
}

/// The stationary law of a class of states that is never left, by the elimination of
/// Grassmann, Taksar and Heyman, which subtracts nothing.
fn stationary(steps: &[Steps], class: &[usize]) -> Vec<f64> {
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
