//! Two machines play 64 repetitions at once, one bit each.
//!
//! A state is a word whose bit *r* says whether repetition *r* is in it; a move is a
//! word, a slip is a word of rare bits, and a round is a few dozen logical
//! operations.

use super::{Line, Machine, State};
use crate::chance::Rng;

/// The number of repetitions that share a word.
pub(super) const LANES: u32 = u64::BITS;

/// How many of the four outcomes CC, CD, DC, DD each repetition saw.
pub(super) type Counts = [u64; 4];

/// Plays up to 64 repetitions and returns the counts of each.
pub(super) fn play(
    machines: [&Machine; 2],
    line: Line,
    rounds: u32,
    lanes: u32,
    rng: &mut impl Rng,
) -> Vec<Counts> {
    let everyone = u64::MAX >> (LANES - lanes);
    let mut hand = Slips::new(line.hand().rate().value(), lanes);
    let mut ear = Slips::new(line.ear().rate().value(), lanes);
    let mut first = Player::new(machines[0], everyone);
    let mut second = Player::new(machines[1], everyone);
    let [mut both, mut only_first, mut only_second] =
        [(); 3].map(|()| Counter::new());
    for _ in 0..rounds {
        let x = first.means(rng) ^ hand.draw(rng);
        let y = second.means(rng) ^ hand.draw(rng);
        both.add(x & y);
        only_first.add(x & !y);
        only_second.add(y & !x);
        first.moves_on(x, y ^ ear.draw(rng));
        second.moves_on(y, x ^ ear.draw(rng));
    }
    let counts = |lane: u32| {
        let (cc, cd, dc) =
            (both.count(lane), only_first.count(lane), only_second.count(lane));
        [cc, cd, dc, u64::from(rounds) - cc - cd - dc]
    };
    (0..lanes).map(counts).collect()
}

/// A coin of fixed bias, thrown 64 at a time.
#[derive(Clone, Copy)]
struct Lots {
    /// The probability in steps of 2⁻⁵³, rounded up: as `chance::happens` has it.
    threshold: u64,
}

const BITS: u32 = 53;

impl Lots {
    fn new(probability: f64) -> Self {
        let scaled = libm::ceil(probability * (1_u64 << BITS) as f64);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number between 0 and 2⁵³"
        )]
        let threshold = scaled as u64;
        Self { threshold }
    }

    /// A bit of 1 for each of these repetitions whose lot comes up. Each compares a
    /// number of 53 random bits with the threshold, bit by bit from the top, until
    /// all are decided: about seven words for 64 lots, and one for a fair coin.
    fn draw(self, among: u64, rng: &mut impl Rng) -> u64 {
        if self.threshold == 0 {
            return 0;
        }
        if self.threshold >> BITS == 1 {
            return among;
        }
        let lowest = self.threshold.trailing_zeros();
        let (mut open, mut drawn) = (among, 0);
        for bit in (lowest..BITS).rev() {
            let random = rng.next_u64();
            if self.threshold >> bit & 1 == 1 {
                drawn |= open & !random;
                open &= random;
            } else {
                open &= !random;
            }
            if open == 0 {
                break;
            }
        }
        drawn
    }
}

/// Slips in so many repetitions. Few would leave most of a word idle, so that it is dealt
/// out as long as it lasts: 64 drawn at once do for ten repetitions six times.
struct Slips {
    lots: Lots,
    among: u64,
    lanes: u32,
    drawn: u64,
    left: u32,
}

impl Slips {
    fn new(rate: f64, lanes: u32) -> Self {
        let idle = if lanes > LANES / 2 { LANES - lanes } else { 0 };
        let (lots, among) = (Lots::new(rate), u64::MAX >> idle);
        Self { lots, among, lanes, drawn: 0, left: 0 }
    }

    #[inline]
    fn draw(&mut self, rng: &mut impl Rng) -> u64 {
        if self.left < self.lanes {
            self.drawn = self.lots.draw(self.among, rng);
            self.left = LANES;
        } else {
            self.drawn >>= self.lanes;
        }
        self.left -= self.lanes;
        self.drawn & (u64::MAX >> (LANES - self.lanes))
    }
}

/// A machine in 64 repetitions.
struct Player {
    states: Vec<(Lots, [u16; 4])>,
    now: Vec<u64>,
    next: Vec<u64>,
}

impl Player {
    fn new(machine: &Machine, everyone: u64) -> Self {
        let state = |s: &State| (Lots::new(s.cooperate().value()), s.table());
        let states: Vec<_> = machine.states().iter().map(state).collect();
        let mut now = vec![0; states.len()];
        now[machine.start()] = everyone;
        Self { next: vec![0; states.len()], states, now }
    }

    /// The repetitions in which it means to cooperate.
    fn means(&self, rng: &mut impl Rng) -> u64 {
        let mut cooperating = 0;
        for (&here, (lots, _)) in self.now.iter().zip(&self.states) {
            if here != 0 {
                cooperating |= lots.draw(here, rng);
            }
        }
        cooperating
    }

    fn moves_on(&mut self, own: u64, heard: u64) {
        self.next.fill(0);
        for (&here, &(_, [cc, cd, dc, dd])) in self.now.iter().zip(&self.states) {
            if here == 0 {
                continue;
            }
            let (c, d) = (here & heard, here & !heard);
            if cc == dc && cd == dd {
                self.next[usize::from(cc)] |= c;
                self.next[usize::from(cd)] |= d;
            } else {
                self.next[usize::from(cc)] |= c & own;
                self.next[usize::from(dc)] |= c & !own;
                self.next[usize::from(cd)] |= d & own;
                self.next[usize::from(dd)] |= d & !own;
            }
        }
        core::mem::swap(&mut self.now, &mut self.next);
    }
}

/// Counts, for each of 64 repetitions, how often its bit was 1. Two words of the same
/// weight wait for each other and leave as one word of that weight and one of the
/// next: about one addition per word.
struct Counter {
    sums: [u64; 32],
    waiting: [u64; 32],
    added: u32,
}

impl Counter {
    const fn new() -> Self {
        Self { sums: [0; 32], waiting: [0; 32], added: 0 }
    }

    fn add(&mut self, mut word: u64) {
        let mut level = 0;
        let mut pairs = self.added;
        self.added += 1;
        while pairs & 1 == 1 {
            let (sum, wait) = (self.sums[level], self.waiting[level]);
            let either = sum ^ wait;
            self.sums[level] = either ^ word;
            word = (sum & wait) | (word & either);
            level += 1;
            pairs >>= 1;
        }
        self.waiting[level] = word;
    }

    fn count(&self, lane: u32) -> u64 {
        let bit = |word: u64| word >> lane & 1;
        (0..32).fold(0, |total, level| {
            let waits = u64::from(self.added >> level & 1);
            let here = bit(self.sums[level]) + waits * bit(self.waiting[level]);
            total + (here << level)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::cycle::cycle;
    use super::*;
    use crate::chance::seeded;
    use crate::signals::Named;

    #[test]
    fn the_counter_counts() {
        let mut rng = seeded(5);
        for rounds in [0_u32, 1, 2, 3, 63, 64, 65, 200, 1000] {
            let mut counter = Counter::new();
            let mut plain = [0_u64; 64];
            for _ in 0..rounds {
                let word = rng.next_u64();
                counter.add(word);
                for (lane, count) in plain.iter_mut().enumerate() {
                    *count += word >> lane & 1;
                }
            }
            for (lane, &count) in (0..).zip(&plain) {
                assert_eq!(counter.count(lane), count, "lane {lane} of {rounds}");
            }
        }
    }

    #[test]
    fn lots_come_up_as_often_as_they_should() {
        let near = |up: u32, p: f64, all: f64| {
            let error = (p * (1.0 - p) / all).sqrt();
            assert!((f64::from(up) / all - p).abs() <= 4.0 * error, "{p}: {up}");
        };
        for p in [0.0, 0.003, 0.05, 0.25, 1.0 / 3.0, 0.5, 0.9, 1.0] {
            let (lots, mut rng, among) = (Lots::new(p), seeded(11), !14 >> 4);
            let up = (0..4000).map(|_| lots.draw(among, &mut rng).count_ones());
            near(up.sum(), p, 4000.0 * f64::from(among.count_ones()));
            for lanes in [3, 10, 32, 33, 64] {
                let mut slips = Slips::new(p, lanes);
                let up = (0..4000).map(|_| slips.draw(&mut rng));
                let up =
                    up.inspect(|slips| assert!(slips.leading_zeros() >= 64 - lanes));
                near(up.map(u64::count_ones).sum(), p, 4000.0 * f64::from(lanes));
            }
        }
    }

    #[test]
    fn sure_machines_play_the_same_sliced_and_by_cycle() {
        let sure = Named::NAMES.iter().filter_map(|name| {
            let machine = name.parse::<Named>().ok()?.machine();
            machine.is_deterministic().then_some(machine)
        });
        let sure: Vec<Machine> = sure.collect();
        assert_eq!(sure.len(), 14);
        for a in &sure {
            for b in &sure {
                for rounds in [0, 1, 2, 9, 10, 11, 12, 13, 57, 200] {
                    let mut rng = seeded(1);
                    let all = play([a, b], Line::clear(), rounds, 3, &mut rng);
                    assert_eq!(all, [cycle([a, b], rounds); 3]);
                }
            }
        }
    }
}
