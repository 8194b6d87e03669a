//! Who can talk to whom: a coalition can act only as far as its members are joined
//! by ties among themselves, if need be through a broker.

use super::error::VotingError;
use super::rule::Body;
use super::tally::Tally;
use crate::exact::Exact;

/// Bilateral ties between the members of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ties {
    /// For each member a bit for each it is tied to.
    of: Vec<u32>,
}

const MOST: usize = 20;

impl Ties {
    /// These ties among so many members.
    ///
    /// # Errors
    /// When a tie joins a member to itself, to one that is not there, or to one
    /// beyond the 32 for whom ties are kept.
    pub fn new(
        members: usize,
        pairs: &[(usize, usize)],
    ) -> Result<Self, VotingError> {
        let mut of = vec![0_u32; members];
        for &(a, b) in pairs {
            let most = members.min(32);
            let last = most.saturating_sub(1);
            for found in [a, b] {
                if found >= most || a == b {
                    return Err(VotingError::NoSuchMember { last, found });
                }
            }
            of[a] |= 1 << b;
            of[b] |= 1 << a;
        }
        Ok(Self { of })
    }

    /// A tie between every two members.
    ///
    /// # Errors
    /// When there are more members than ties are kept for.
    pub fn all(members: usize) -> Result<Self, VotingError> {
        let pairs: Vec<_> =
            (0..members).flat_map(|a| (0..a).map(move |b| (b, a))).collect();
        Self::new(members, &pairs)
    }

    /// Everybody who can be reached from the lowest member of `among`.
    fn reach(&self, among: u32) -> u32 {
        let mut reached = among & among.wrapping_neg();
        loop {
            let mut next = reached;
            let mut rest = reached;
            while rest != 0 {
                next |= self.of[rest.trailing_zeros() as usize] & among;
                rest &= rest - 1;
            }
            if next == reached {
                return reached;
            }
            reached = next;
        }
    }

    /// The Myerson value of every member: the Shapley value of the game in which a
    /// coalition wins when one of its connected parts wins (Myerson-1977). A member
    /// without a vote may earn some of it by bridging.
    ///
    /// # Errors
    /// Above 20 members, or when two coalitions without a common member can win.
    ///
    /// ```
    /// use demarche::voting::{Body, Rule, Ties, Weighted};
    /// // Two enemies have to agree; a third without a vote carries their messages.
    /// let peace = Body::nameless(3, Rule::Weighted(Weighted::every(3, &[0, 1])?))?;
    /// let through_the_broker = Ties::new(3, &[(0, 2), (1, 2)])?;
    /// let value = through_the_broker.myerson(&peace)?;
    /// assert_eq!(value[2].to_string(), "1/3");
    /// // Once they talk to each other, the broker is worth nothing.
    /// assert_eq!(Ties::all(3)?.myerson(&peace)?[2].to_string(), "0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    /// When the ties are not those of a body of this size.
    pub fn myerson(&self, body: &Body) -> Result<Vec<Exact>, VotingError> {
        let n = body.len();
        assert_eq!(n, self.of.len(), "ties among the members of this body");
        if n > MOST {
            return Err(VotingError::TooManyMembers { most: MOST, found: n });
        }
        let everyone = u32::MAX >> (32 - n);
        let alone: Vec<bool> = (0..=everyone).map(body.by_bits()).collect();
        let wins = |coalition: u32| alone[coalition as usize];
        if (0..=everyone).any(|c| wins(c) && wins(everyone ^ c)) {
            return Err(VotingError::Improper);
        }
        let joined = Tally::of_game(n, |mut rest| {
            while rest != 0 {
                let part = self.reach(rest);
                if wins(part) {
                    return true;
                }
                rest &= !part;
            }
            false
        });
        Ok(joined.shapley_shubik())
    }
}
