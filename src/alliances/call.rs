//! A call to act against an aggressor: each comes once enough others have.

use serde::Serialize;

use super::{AlliancesError, counted};
use crate::numbers::Amount;

/// A state that may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Member {
    /// What it brings, in any one unit.
    pub strength: Amount,
    /// How much must be there already before it comes; 0 for who comes first.
    pub waits_for: Amount,
}

by_name!(Member { strength: Amount, waits_for: Amount });

/// Members, each waiting for a strength that has come already. Who acts is the smallest
/// set in which nobody has come too early: nobody acts because others might.
/// Granovetter-1978 counts heads; strengths are ours.
///
/// ```
/// use demarche::alliances::Call;
/// // A hundred, the first waiting for none, the last for 99: all come.
/// let all: Vec<u32> = (0..100).collect();
/// assert_eq!(Call::of_heads(&all)?.acting().len(), 100);
/// // The second waits for two instead of one. One comes.
/// let mut one_less = all;
/// one_less[1] = 2;
/// assert_eq!(Call::of_heads(&one_less)?.acting(), [0]);
/// # Ok::<(), demarche::alliances::AlliancesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Call {
    members: Vec<Member>,
}

by_name!(Call { members: Vec<Member> } => Self::new(members));

impl Call {
    /// A call to these members.
    ///
    /// # Errors
    /// Without a member, or with more than 1000.
    pub fn new(members: Vec<Member>) -> Result<Self, AlliancesError> {
        counted("members", members.len())?;
        Ok(Self { members })
    }

    /// Members of one strength: how many must act before each does.
    ///
    /// # Errors
    /// Without a member, or with more than 1000.
    pub fn of_heads(waits_for: &[u32]) -> Result<Self, AlliancesError> {
        let head = Amount::of_valid(1.0);
        let member = |&count: &u32| Member {
            strength: head,
            waits_for: Amount::of_valid(count.into()),
        };
        Self::new(waits_for.iter().map(member).collect())
    }

    /// The members.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Who acts, in the order in which they come: who waits for least first.
    pub fn acting(&self) -> Vec<usize> {
        let waits = |&member: &usize| self.members[member].waits_for;
        let mut order: Vec<usize> = (0..self.members.len()).collect();
        order.sort_by_key(waits);
        let mut strength = 0.0;
        let comes = |member: &usize| {
            let comes = waits(member).value() <= strength;
            strength += self.members[*member].strength.value();
            comes
        };
        order.into_iter().take_while(comes).collect()
    }

    /// What those who act bring together.
    pub fn strength(&self) -> f64 {
        let brings = |member: usize| self.members[member].strength.value();
        self.acting().into_iter().map(brings).sum()
    }

    /// The same call without one member: out of the way, or the aggressor itself. `None`
    /// when nobody would be left.
    ///
    /// # Panics
    /// When there is no such member.
    #[must_use]
    pub fn without(&self, member: usize) -> Option<Self> {
        let mut members = self.members.clone();
        members.remove(member);
        (!members.is_empty()).then_some(Self { members })
    }

    /// The members on whom others hang: without one of them fewer of the rest act.
    pub fn keystones(&self) -> Vec<usize> {
        let acting = self.acting();
        let rest =
            |member: usize| self.without(member).map_or(0, |c| c.acting().len());
        let hangs = |&member: &usize| rest(member) + 1 < acting.len();
        acting.iter().copied().filter(hangs).collect()
    }
}
