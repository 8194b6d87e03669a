//! Members who vote as one, with a rule of their own inside.

use num_traits::Zero;

use super::error::VotingError;
use super::exact::Exact;
use super::rule::{Body, Rule};
use super::tally::Tally;

/// Some members of a body who decide among themselves by a rule and then vote as
/// one (an *alliance* in the words of Felsenthal-Machover-2002).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alliance {
    bloc: Vec<usize>,
    inside: Body,
}

/// One member's absolute Banzhaf power, alone and in the alliance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllyReport {
    /// The member's number in the body.
    pub member: usize,
    /// Before: in the body as it was.
    pub alone: Exact,
    /// After: the chance to decide the alliance times the alliance's to decide the
    /// body.
    pub allied: Exact,
}

/// What an alliance does to the power of its members and of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllianceReport {
    /// The members' absolute Banzhaf power before, summed.
    pub sum_alone: Exact,
    /// The bloc's absolute Banzhaf power.
    pub bloc: Exact,
    /// The members' Shapley–Shubik indices before, summed.
    pub shapley_alone: Exact,
    /// The bloc's Shapley–Shubik index.
    pub shapley: Exact,
    /// Each ally's power before and after.
    pub allies: Vec<AllyReport>,
    /// The others: number in the body, absolute Banzhaf power before and after.
    pub others: Vec<(usize, Exact, Exact)>,
    /// The body's power to act before and after.
    pub power_to_act: (Exact, Exact),
}

impl AllianceReport {
    /// Whether no ally loses and one at least gains: then all can want it.
    pub fn is_expedient(&self) -> bool {
        self.allies.iter().all(|ally| ally.allied >= ally.alone)
            && self.allies.iter().any(|ally| ally.allied > ally.alone)
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
    /// assert_eq!(report.allies[0].alone.to_string(), "21/4096");
    /// assert_eq!(report.allies[0].allied.to_string(), "63/8192");
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
        let allies: Vec<AllyReport> = (self.bloc.iter().enumerate())
            .map(|(place, &member)| AllyReport {
                member,
                alone: before.banzhaf(member),
                allied: inside.banzhaf(place) * &bloc,
            })
            .collect();
        let others = (0..body.len())
            .filter(|member| !self.bloc.contains(member))
            .map(|m| (m, before.banzhaf(m), after.banzhaf(moved(m))))
            .collect();
        let sum = |terms: &mut dyn Iterator<Item = &Exact>| {
            terms.fold(Exact::zero(), |sum, term| sum + term)
        };
        Ok(AllianceReport {
            sum_alone: sum(&mut allies.iter().map(|ally| &ally.alone)),
            shapley_alone: sum(&mut self.bloc.iter().map(|&m| &alone[m])),
            shapley: together[first].clone(),
            bloc,
            allies,
            others,
            power_to_act: (before.power_to_act(), after.power_to_act()),
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
