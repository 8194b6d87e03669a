//! Bodies as they vote where a member may abstain.

use super::{council_members, numbered, sound};
use crate::voting::ballots::{Assembly, BallotRule};
use crate::voting::rule::{Rule, Threshold, Weighted};

fn council_ballots(elected: usize, heads: u64) -> Assembly {
    let rule = BallotRule::All(vec![
        BallotRule::Yes(Rule::AtLeast(heads)),
        // One no of a permanent member is a no too many.
        BallotRule::Unless(sound(Weighted::new(
            1,
            [vec![1; 5], vec![0; elected]].concat(),
        ))),
    ]);
    sound(Assembly::new(council_members(elected).collect(), rule))
}

/// The Security Council as practised: an abstaining permanent member does not veto.
pub fn security_council_as_practised() -> Assembly {
    council_ballots(10, 9)
}

/// The same before 1965.
pub fn security_council_1945_as_practised() -> Assembly {
    council_ballots(6, 7)
}

fn assembly(members: usize, rule: BallotRule) -> Assembly {
    sound(Assembly::new(numbered("member", members).collect(), rule))
}

/// The General Assembly on important questions: two thirds of the members present
/// and voting (article 18(2)); who abstains does not vote (rule 86).
pub fn general_assembly_present_and_voting() -> Assembly {
    assembly(193, BallotRule::of_cast(Threshold::TWO_THIRDS, 193))
}

/// The General Assembly on other questions: more yes than no.
pub fn general_assembly_ordinary() -> Assembly {
    assembly(193, BallotRule::of_cast(Threshold::MAJORITY, 193))
}

/// The World Health Assembly under article 60: two thirds of the members present
/// and voting. The number of members, 194, is recalled.
pub fn world_health_assembly_present_and_voting() -> Assembly {
    assembly(194, BallotRule::of_cast(Threshold::TWO_THIRDS, 194))
}

/// Consensus of so many: nobody objects, and silence is assent. So the WTO by
/// default, NATO, ASEAN, and the European Council's unanimity.
///
/// # Panics
/// When there are no members.
pub fn consensus(members: usize) -> Assembly {
    let nobody = Weighted::new(1, vec![1; members]).expect("a member at least");
    assembly(members, BallotRule::Unless(nobody))
}

/// Two thirds of the members, so that abstaining is as good as a no.
///
/// # Panics
/// When there are no members.
pub fn two_thirds_of_members(members: usize) -> Assembly {
    let heads = Rule::part(Threshold::TWO_THIRDS, members);
    assembly(members, BallotRule::Yes(heads))
}
