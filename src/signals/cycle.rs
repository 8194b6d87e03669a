//! Two sure machines on a clear line: one repetition, and that in a cycle.

use super::sliced::Counts;
use super::{Machine, State};

/// The counts of two machines that never draw lots, over a clear line: after at most
/// as many rounds as there are joint states they go round a cycle, and the rest is
/// multiplication.
pub(super) fn cycle(machines: [&Machine; 2], rounds: u32) -> Counts {
    let [a, b] = machines;
    let width = b.states().len();
    let mut at = [a.start(), b.start()];
    // The round in which a joint state first came up, and the counts until then.
    let mut first_seen = vec![u32::MAX; a.states().len() * width];
    let mut until: Vec<Counts> = Vec::new();
    let mut counts = [0; 4];
    for round in 0..rounds {
        let seen = &mut first_seen[at[0] * width + at[1]];
        if *seen != u32::MAX {
            let (start, period) = (*seen as usize, u64::from(round - *seen));
            let left = u64::from(rounds - round);
            #[allow(
                clippy::cast_possible_truncation,
                reason = "less than the number of joint states"
            )]
            let part = (left % period) as usize;
            let done = |now: u64, k: usize| {
                let turn = now - until[start][k];
                now + turn * (left / period)
                    + (until[start + part][k] - until[start][k])
            };
            return core::array::from_fn(|k| done(counts[k], k));
        }
        *seen = round;
        until.push(counts);
        let (here, there) = (&a.states()[at[0]], &b.states()[at[1]]);
        let defects = |s: &State| usize::from(s.cooperate().value() < 0.5);
        let (x, y) = (defects(here), defects(there));
        counts[2 * x + y] += 1;
        at = [
            usize::from(here.table()[2 * x + y]),
            usize::from(there.table()[2 * y + x]),
        ];
    }
    counts
}
