//! Members who vote as one, with a rule of their own inside.

use num_traits::Zero;
use serde::Serialize;

use super::error::VotingError;
use super::rule::{Body, Rule};
use super::tally::Tally;
use crate::exact::{Exact, digits, digits_of_each};

/// Some members of a body who decide among themselves by a rule and then vote as
/// one (an *alliance* in the words of Felsenthal-Machover-2002).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alliance {
    bloc: Vec<usize>,
    inside: Body,
}

/// One member's absolute Banzhaf power without the alliance and with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberReport {
    /// The member's number in the body.
    pub member: usize,
    /// In the body as it was.
    #[serde(serialize_with = "digits")]
    pub before: Exact,
    /// Beside the alliance; of an ally the chance to decide the alliance times the
    /// alliance's to decide the body.
    #[serde(serialize_with = "digits")]
    pub after: Exact,
}

/// What an alliance does to the power of its members and of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AllianceReport {
    /// The members' absolute Banzhaf power before, summed.
    #[serde(serialize_with = "digits")]
    pub sum_alone: Exact,
    /// The bloc's absolute Banzhaf power.
    #[serde(serialize_with = "digits")]
    pub bloc: Exact,
    /// The members' Shapley–Shubik indices before, summed.
    #[serde(serialize_with = "digits")]
    pub shapley_alone: Exact,
    /// The bloc's Shapley–Shubik index.
    #[serde(serialize_with = "digits")]
    pub shapley: Exact,
    /// Each ally.
    pub allies: Vec<MemberReport>,
    /// Each of the others.
    pub others: Vec<MemberReport>,
    /// The body's power to act before and after.
    #[serde(serialize_with = "digits_of_each")]
    pub power_to_act: [Exact; 2],
}

impl AllianceReport {
    /// Whether no ally loses and one at least gains: then all can want it.
    pub fn is_expedient(&self) -> bool {
        self.allies.iter().all(|ally| ally.after >= ally.before)
            && self.allies.iter().any(|ally| ally.after > ally.before)
    }
}

impl Alliance {
    /// The members of this bloc, deciding inside by this rule.
    ///
    /// # Errors
    /// When the rule does not fit the number of allies.
    pub fn new(bloc: Vec<usize>, inside: Rule) -> Result<Self, VotingError> {
        let inside = Body::nameless(bloc.len(), inside)?;
        Ok(Self { bloc, inside })
    }

    /// Compares the body with and without the alliance, exactly.
    ///
    /// # Errors
    /// When a member is not in the body, or the body is too large to count.
    ///
    /// ```
    /// use demarche::voting::{Alliance, Rule, bodies};
    /// // Three elected members of the Security Council that vote by majority.
    /// let a3 = Alliance::new(vec![5, 6, 7], Rule::majority(3))?;
    /// let report = a3.report(&bodies::security_council())?;
    /// assert_eq!(report.allies[0].before.to_string(), "21/4096");
    /// assert_eq!(report.allies[0].after.to_string(), "63/8192");
    /// assert!(report.is_expedient());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn report(&self, body: &Body) -> Result<AllianceReport, VotingError> {
        let merged = body.merge(&self.bloc)?;
        let (before, after) = (Tally::of(body)?, Tally::of(&merged)?);
        let inside = Tally::of(&self.inside)?;
        let first = self.bloc.iter().copied().min().unwrap_or(0);
        // Numbers behind the bloc's first member move up by the allies before them.
        let moved = |member: usize| {
            member - self.bloc.iter().filter(|&&b| b < member && b != first).count()
        };
        let bloc = after.banzhaf(first);
        let (alone, together) = (before.shapley_shubik(), after.shapley_shubik());
        let told = |member, after| MemberReport {
            member,
            before: before.banzhaf(member),
            after,
        };
        let allies: Vec<_> = (self.bloc.iter().enumerate())
            .map(|(place, &ally)| told(ally, inside.banzhaf(place) * &bloc))
            .collect();
        let others = (0..body.len())
            .filter(|member| !self.bloc.contains(member))
            .map(|member| told(member, after.banzhaf(moved(member))))
            .collect();
        Ok(AllianceReport {
            sum_alone: allies.iter().map(|ally| &ally.before).sum(),
            shapley_alone: self.bloc.iter().map(|&ally| &alone[ally]).sum(),
            shapley: together[first].clone(),
            bloc,
            allies,
            others,
            power_to_act: [before.power_to_act(), after.power_to_act()],
        })
    }
}

/// The normalised Banzhaf index when two members never agree to the same motion:
/// coalitions with both are struck out. Both may *gain* by the quarrel. Where
/// nothing passes without both, nobody has any power left.
///
/// # Errors
/// Above 20 members.
///
/// # Panics
/// When there are no two such members.
pub fn quarrelling(
    body: &Body,
    foes: (usize, usize),
) -> Result<Vec<Exact>, VotingError> {
    let n = body.len();
    if n > 20 {
        return Err(VotingError::TooManyMembers { most: 20, found: n });
    }
    assert!(
        foes.0 < n && foes.1 < n && foes.0 != foes.1,
        "two different members quarrel"
    );
    let mut wins = body.by_bits();
    let both = 1 << foes.0 | 1 << foes.1;
    let tally =
        Tally::of_game(n, |coalition| coalition & both != both && wins(coalition));
    if (0..n).all(|member| tally.swings(member).is_zero()) {
        return Ok(vec![Exact::zero(); n]);
    }
    Ok(tally.normalised())
}
