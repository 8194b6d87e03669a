//! What passes through each state of a sparse network.

/// Nobody has come there yet.
const UNSEEN: u64 = u64::MAX;

/// The sum over all pairs, from both ends, of the part of their shortest ways on which
/// each state lies. `neighbours` are those of each state; fewer states than 65,535.
///
/// From every state outwards along all ties, by Brandes-2001; those that lead one level on
/// are noted, and the way back follows them alone.
#[allow(
    clippy::cast_possible_truncation,
    reason = "there are fewer states than a number of 16 bits tells apart"
)]
pub(super) fn from_both_ends(neighbours: &[Vec<usize>]) -> Vec<f64> {
    let n = neighbours.len();
    let mut ends = vec![0];
    let mut ties = Vec::new();
    for own in neighbours {
        ties.extend(own.iter().map(|&other| other as u16));
        ends.push(ties.len());
    }
    let mut through = vec![0.0; n];
    let mut seen = vec![Seen::NEW; n];
    // How much goes to it and beyond, for each of its ways.
    let mut each = vec![0.0; n];
    // In the order in which they are come to.
    let mut order = vec![0_u16; n];
    // The ties that lead on, and how far they are noted before each state of the order.
    let mut onward = vec![0_u16; ties.len()];
    let mut noted = vec![0; n + 1];
    for from in 0..n {
        seen.fill(Seen::NEW);
        seen[from] = Seen { level: 0, ways: 1.0 };
        order[0] = from as u16;
        let (mut reached, mut notes, mut at) = (1, 0, 0);
        while at < reached {
            let state = usize::from(order[at]);
            let Seen { level, ways } = seen[state];
            let next = level + 1;
            for &other in &ties[ends[state]..ends[state + 1]] {
                let there = &mut seen[usize::from(other)];
                if there.level == UNSEEN {
                    there.level = next;
                    order[reached] = other;
                    reached += 1;
                }
                if there.level == next {
                    onward[notes] = other;
                    notes += 1;
                    there.ways += ways;
                }
            }
            at += 1;
            noted[at] = notes;
        }
        for at in (1..reached).rev() {
            let state = usize::from(order[at]);
            let on = onward[noted[at]..noted[at + 1]].iter();
            let own = seen[state].ways;
            let beyond =
                own * on.map(|&other| each[usize::from(other)]).sum::<f64>();
            each[state] = (1.0 + beyond) / own;
            through[state] += beyond;
        }
    }
    through
}

/// A state as it is seen from another.
#[derive(Clone, Copy)]
struct Seen {
    /// How many steps away.
    level: u64,
    /// In how many shortest ways.
    ways: f64,
}

impl Seen {
    const NEW: Self = Self { level: UNSEEN, ways: 0.0 };
}
