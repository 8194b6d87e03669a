//! Decision rules of many-sided bodies: who can carry a motion, who can stop it,
//! how long it takes, and what a bloc or a broker is worth.
//!
//! A [`Body`] is a list of members and a monotone [`Rule`], a tree of weighted and
//! counting rules under *all of* and *any of*. A [`Tally`] counts exactly the
//! coalitions that win and those in which a member is decisive; every two-valued
//! index comes from it. [`Survey`] adds the indices that look at who else is
//! decisive, [`Estimate`] serves bodies too large to count, [`Sample`] those too
//! large for that, [`Assembly`] has abstention, [`Alliance`] blocs with a rule of their own, [`Ties`] who can talk to
//! whom, [`Wait`] the clock, [`Outside`] the power that may act alone.
//!
//! Left out: what members want. Every coalition is as likely as any other, or every
//! order of joining; that measures the rule, not the politics in the room.
//!
//! Sources: Shapley-Shubik-1954, Penrose-1946, Banzhaf-1965, Coleman-1971,
//! Felsenthal-Machover-1998, Myerson-1977, Kurz-Napel-2016, Voeten-2001.
//!
//! ```
//! use demarche::voting::{Body, Rule, Tally, Weighted};
//! // The Council of the EEC in 1958: 12 of 17 votes on a Commission proposal.
//! let names = ["France", "Germany", "Italy", "Belgium", "Netherlands", "Luxembourg"];
//! let rule = Rule::Weighted(Weighted::new(12, vec![4, 4, 4, 2, 2, 1])?);
//! let council = Body::new(names.map(String::from).to_vec(), rule)?;
//! let tally = Tally::of(&council)?;
//! // One vote of seventeen, decisive in none of the 32 ways the others can vote.
//! assert_eq!(tally.swings(5), 0_u32.into());
//! assert_eq!(tally.power_to_act().to_string(), "7/32");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod bodies;

mod ballots;
mod blocs;
mod classes;
mod count;
mod error;
mod estimate;
mod fair;
mod integral;
mod layers;
mod middle;
mod outside;
mod rule;
mod sample;
mod sums;
mod survey;
mod tally;
mod ties;
mod waiting;
mod wide;

pub use ballots::{Assembly, Ballot, BallotPower, BallotRule, Choices};
pub use blocs::{Alliance, AllianceReport, MemberReport, quarrelling};
pub use error::VotingError;
pub use estimate::Estimate;
pub use fair::{decisive_citizen, square_root_rule};
pub use outside::Outside;
pub use rule::{Body, Rule, Threshold, Weighted};
pub use sample::Sample;
pub use survey::Survey;
pub use tally::{Role, Tally};
pub use ties::Ties;
pub use waiting::Wait;
pub use wide::exact_swings;
