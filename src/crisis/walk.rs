//! The exact sum over who is at war in the end. It goes through the states one by one,
//! each at war or not, and keeps of those behind only what those ahead can still see: who
//! stands at the front, and which of them hang together already.

use super::{Border, BorderMap, CrisisError};

/// The widest front, the newcomer in its own group counted: four bits each in a word,
/// and fifteen groups.
const WIDEST: usize = 15;
/// The most fronts that are kept at a time.
const FRONTS: usize = 60_000;
/// What is kept of all that lies behind a front.
trait Behind: Clone {
    /// Adds so many times the other.
    fn take_in(&mut self, other: &Self, factor: f64);
    /// The same with one state more at war.
    fn with(&self, state: usize) -> Self;
    /// Nothing, of the same shape.
    fn nothing(&self) -> Self;
}

/// Its weight, by how many are at war in it, from none to all, and then by who is.
#[derive(Clone)]
struct Whole(Vec<f64>);

impl Whole {
    /// Nobody is at war.
    fn of(states: usize) -> Self {
        let mut sums = vec![0.0; 2 * states + 1];
        sums[0] = 1.0;
        Self(sums)
    }

    const fn states(&self) -> usize {
        self.0.len() / 2
    }
}

impl Behind for Whole {
    fn take_in(&mut self, other: &Self, factor: f64) {
        for (sum, other) in self.0.iter_mut().zip(&other.0) {
            *sum += factor * other;
        }
    }

    fn with(&self, state: usize) -> Self {
        let mut more = self.clone();
        let (sizes, reach) = more.0.split_at_mut(self.states() + 1);
        reach[state] = sizes.iter().sum();
        sizes.rotate_right(1);
        more
    }

    fn nothing(&self) -> Self {
        Self(vec![0.0; self.0.len()])
    }
}

/// Its weight, and that times how many are at war: enough for the mean.
#[derive(Clone, Copy)]
struct Mean {
    weight: f64,
    at_war: f64,
}

impl Mean {
    const NOBODY: Self = Self { weight: 1.0, at_war: 0.0 };

    /// How many are at war in the end, if a front with nobody at war behind it comes to
    /// `worth.weight` and each one who is counts `worth.at_war` times.
    fn worth(self, worth: Self) -> f64 {
        self.weight * worth.weight + self.at_war * worth.at_war
    }
}

impl Behind for Mean {
    fn take_in(&mut self, other: &Self, factor: f64) {
        self.weight += factor * other.weight;
        self.at_war += factor * other.at_war;
    }

    fn with(&self, _: usize) -> Self {
        Self { at_war: self.at_war + self.weight, ..*self }
    }

    fn nothing(&self) -> Self {
        Self { weight: 0.0, at_war: 0.0 }
    }
}

/// Four bits for each place of the front: 0 for a state at peace, else the number of the
/// group at war to which it belongs.
type Groups = u64;

const fn group(groups: Groups, place: usize) -> u64 {
    groups >> (4 * place) & 0xF
}

const fn set(groups: Groups, place: usize, group: u64) -> Groups {
    groups & !(0xF << (4 * place)) | group << (4 * place)
}

/// The places of a group, the lowest bit of each.
const fn places(groups: Groups, group: u64) -> u64 {
    const ALL: u64 = 0x1111_1111_1111_1111;
    let other = groups ^ (ALL * group);
    let other = other | other >> 1;
    !(other | other >> 2) & ALL
}

impl BorderMap {
    /// The order in which the states come to the front and leave it.
    pub(super) fn walk(&self, from: usize) -> Result<Walk, CrisisError> {
        self.check(from)?;
        // Who has a border with whom, a bit for each state.
        let mut beside = vec![0_u64; self.states()];
        for border in self.borders() {
            let [one, other] = border.between;
            beside[one] |= 1 << other;
            beside[other] |= 1 << one;
        }
        // The first state stays at the front to the end, in group 1.
        let mut front = vec![from];
        let mut seen = 1 << from;
        let mut steps = Vec::new();
        while let Some(next) = next(&beside, &front, seen) {
            if front.len() >= WIDEST {
                return Err(CrisisError::TooWide { found: front.len() });
            }
            let place = |border: &Border| {
                let at = |end: usize| front.iter().position(|&state| state == end);
                match border.between {
                    [one, other] if one == next => at(other),
                    [one, other] if other == next => at(one),
                    _ => None,
                }
            };
            let borders = self.borders().iter().enumerate();
            let borders =
                borders.filter_map(|(k, b)| Some((place(b)?, k))).collect();
            let room = front.len();
            front.push(next);
            seen |= 1 << next;
            // Behind the front is who has no neighbour ahead.
            let mut leave = Vec::new();
            for place in (1..front.len()).rev() {
                if beside[front[place]] & !seen == 0 {
                    front.remove(place);
                    leave.push(place);
                }
            }
            steps.push(Step { next, room, borders, leave });
        }
        Ok(Walk { states: self.states(), from, steps, left: front.len() })
    }
}

/// The neighbour of the front that leaves the shortest front.
fn next(beside: &[u64], front: &[usize], seen: u64) -> Option<usize> {
    let ahead = front.iter().fold(0, |all, &state| all | beside[state]) & !seen;
    let length = |next: usize| {
        let stays = |state: &usize| beside[*state] & !(seen | 1 << next) != 0;
        front.iter().filter(|state| stays(state)).count() + usize::from(stays(&next))
    };
    let reachable = (0..beside.len()).filter(|state| ahead >> state & 1 == 1);
    reachable.min_by_key(|&next| (length(next), next))
}

/// A state comes to the front.
struct Step {
    next: usize,
    /// How long the front is before.
    room: usize,
    /// Its borders with the front: the place of the neighbour, and which border.
    borders: Vec<(usize, usize)>,
    /// The places that are left behind then, the last first.
    leave: Vec<usize>,
}

/// The way through a map from where a war starts.
pub(super) struct Walk {
    states: usize,
    from: usize,
    steps: Vec<Step>,
    /// How long the front is in the end.
    left: usize,
}

/// The fronts and what lies behind each.
type Fronts<B> = Vec<(Groups, B)>;

impl Walk {
    /// How many are at war in the end on average, if each border is crossed with its
    /// chance.
    pub(super) fn mean(&self, chances: &[f64]) -> Result<f64, CrisisError> {
        Ok(self.sum(chances, &Mean::NOBODY)?.at_war)
    }

    /// The chance of each number at war in the end, and of each state to be.
    pub(super) fn whole(
        &self,
        chances: &[f64],
    ) -> Result<(Vec<f64>, Vec<f64>), CrisisError> {
        let Whole(mut sizes) = self.sum(chances, &Whole::of(self.states))?;
        let reach = sizes.split_off(self.states + 1);
        Ok((sizes, reach))
    }

    /// Over all ends, if each border is crossed with its chance.
    fn sum<B: Behind>(&self, chances: &[f64], nobody: &B) -> Result<B, CrisisError> {
        let mut fronts = self.start(nobody);
        for step in &self.steps {
            fronts = step.after(&fronts, chances)?;
        }
        let mut end = nobody.nothing();
        for (groups, behind) in &fronts {
            end.take_in(behind, self.ends(*groups));
        }
        Ok(end)
    }

    fn start<B: Behind>(&self, nobody: &B) -> Fronts<B> {
        vec![(1, nobody.with(self.from))]
    }

    /// 1 where a war can end with this front, else 0: whoever is not in the first group
    /// by then never will be.
    fn ends(&self, groups: Groups) -> f64 {
        let ends = (0..self.left).all(|place| group(groups, place) <= 1);
        f64::from(u8::from(ends))
    }

    /// What is expected if each border in turn is closed. A border plays its part in one
    /// step: the fronts before it are those of the open map, and what each front after it
    /// comes to is known from the other end.
    pub(super) fn each_closed(
        &self,
        mut chances: Vec<f64>,
    ) -> Result<Vec<f64>, CrisisError> {
        let mut fronts = vec![self.start(&Mean::NOBODY)];
        for (step, before) in self.steps.iter().zip(0..) {
            fronts.push(step.after(&fronts[before], &chances)?);
        }
        let last = fronts.pop().expect("the start at least");
        let mut open = 0.0;
        let mut worths = Vec::with_capacity(last.len());
        for (groups, behind) in last {
            let worth = Mean { weight: 0.0, at_war: self.ends(groups) };
            open += behind.worth(worth);
            worths.push((groups, worth));
        }
        // A border that no step asks about is out of the war's reach.
        let mut each = vec![open; chances.len()];
        let mut ways = Vec::new();
        for (step, before) in self.steps.iter().zip(&fronts).rev() {
            for &(_, border) in &step.borders {
                let crosses = core::mem::replace(&mut chances[border], 0.0);
                // Fronts that a sure border forbids have no worth yet.
                each[border] = if crosses < 1.0 {
                    let mut left = 0.0;
                    for (groups, behind) in before {
                        left += behind.worth(
                            step.worth(*groups, &chances, &mut ways, &worths),
                        );
                    }
                    left
                } else {
                    self.mean(&chances)?
                };
                chances[border] = crosses;
            }
            let mut earlier = Vec::with_capacity(before.len());
            for &(groups, _) in before {
                earlier.push((
                    groups,
                    step.worth(groups, &chances, &mut ways, &worths),
                ));
            }
            worths = earlier;
        }
        Ok(each)
    }
}

/// What a front comes to: nothing where it is so unlikely that its chance is 0.
fn of(worths: &Fronts<Mean>, groups: Groups) -> Mean {
    let place = worths.binary_search_by_key(&groups, |worth| worth.0);
    place.map_or(Mean::NOBODY.nothing(), |place| worths[place].1)
}

impl Step {
    /// All fronts with one state more, without those that have nobody ahead.
    fn after<B: Behind>(
        &self,
        fronts: &Fronts<B>,
        chances: &[f64],
    ) -> Result<Fronts<B>, CrisisError> {
        let mut all = Vec::with_capacity(3 * fronts.len());
        let mut ways = Vec::new();
        for (groups, behind) in fronts {
            let more = behind.with(self.next);
            self.each_way(*groups, chances, &mut ways, |groups, factor, at_war| {
                let mut part = behind.nothing();
                part.take_in(if at_war { &more } else { behind }, factor);
                all.push((groups, part));
            });
        }
        all.sort_by_key(|front| front.0);
        all.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                first.1.take_in(&next.1, 1.0);
            }
            same
        });
        if all.len() > FRONTS {
            return Err(CrisisError::TooWide { found: self.left() });
        }
        Ok(all)
    }

    /// What a front comes to, if it is known of those that may follow it.
    fn worth(
        &self,
        groups: Groups,
        chances: &[f64],
        ways: &mut Vec<(Groups, f64)>,
        after: &Fronts<Mean>,
    ) -> Mean {
        let mut own = Mean::NOBODY.nothing();
        self.each_way(groups, chances, ways, |groups, factor, at_war| {
            let worth = of(after, groups);
            own.take_in(&worth, factor);
            if at_war {
                own.weight += factor * worth.at_war;
            }
        });
        own
    }

    /// How long the front is after it.
    fn left(&self) -> usize {
        self.room + 1 - self.leave.len()
    }

    /// Calls with each front that may follow, how likely it is, and whether the state
    /// is at war in it.
    fn each_way(
        &self,
        groups: Groups,
        chances: &[f64],
        ways: &mut Vec<(Groups, f64)>,
        mut call: impl FnMut(Groups, f64, bool),
    ) {
        let place = self.room;
        let (mut held, mut peace) = (1.0, 1.0);
        for &(other, border) in &self.borders {
            let holds = 1.0 - chances[border];
            *if group(groups, other) > 0 { &mut held } else { &mut peace } *= holds;
        }
        let mut send = |groups, factor, at_war| {
            if factor > 0.0
                && let Some(groups) = self.behind(groups)
            {
                call(groups, factor, at_war);
            }
        };
        send(groups, held, false);
        // At war, in a group of its own; then each border at war joins two groups or
        // not, and each border to peace was held.
        ways.clear();
        ways.push((set(groups, place, 15), peace));
        for &(other, border) in &self.borders {
            if group(groups, other) == 0 {
                continue;
            }
            let chance = chances[border];
            for k in 0..ways.len() {
                let (groups, factor) = ways[k];
                let (here, there) = (group(groups, place), group(groups, other));
                if here != there && chance > 0.0 {
                    ways[k].1 = factor * (1.0 - chance);
                    ways.push((joined(groups, here, there), factor * chance));
                }
            }
        }
        for &(groups, factor) in &*ways {
            send(groups, factor, true);
        }
    }

    /// The front without those who have nobody ahead, its groups numbered in the order
    /// in which they come. A group that has lost its last place hangs on nothing any
    /// more, and nobody can be at war for no reason: then there is none.
    fn behind(&self, mut groups: Groups) -> Option<Groups> {
        for &place in &self.leave {
            let gone = group(groups, place);
            let low = groups & ((1 << (4 * place)) - 1);
            groups = low | groups >> (4 * place) >> 4 << (4 * place);
            if gone != 0 && places(groups, gone) == 0 {
                return None;
            }
        }
        Some(numbered(groups))
    }
}

/// Two groups as one.
const fn joined(groups: Groups, one: u64, other: u64) -> Groups {
    let (from, to) = if one > other { (one, other) } else { (other, one) };
    groups ^ (places(groups, from) * (from ^ to))
}

/// The same groups, numbered in the order in which they come.
const fn numbered(groups: Groups) -> Groups {
    let (mut rest, mut renamed, mut next) = (groups, 0, 1);
    while rest != 0 {
        let first = rest.trailing_zeros() as usize / 4;
        let own = places(rest, group(rest, first));
        renamed |= own * next;
        rest &= !(own * 0xF);
        next += 1;
    }
    renamed
}
