//! What the doors of this chapter refuse.

/// What is wrong with a rule or a body, or why it was not counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VotingError {
    /// A body without members.
    #[error("expected at least one member, found none")]
    NoMembers,
    /// A rule that passes when nobody agrees.
    #[error("expected a quota of at least 1, found 0")]
    QuotaZero,
    /// A rule that fails when all agree.
    #[error(
        "expected a quota that all members together reach ({total}), found {quota}"
    )]
    QuotaUnreachable {
        /// The quota that came.
        quota: u64,
        /// What all members together have.
        total: u64,
    },
    /// A fraction of the votes that is no fraction.
    #[error(
        "expected a share of the votes above 0 and up to 1, or one below 1 to exceed, \
         found {over}/{under}"
    )]
    BadShare {
        /// The numerator that came.
        over: u64,
        /// The denominator that came.
        under: u64,
    },
    /// A text that is no fraction of the votes.
    #[error(
        "expected a share of the votes such as \"2/3\", \"55%\" or \">1/2\", found {found:?}"
    )]
    NoThreshold {
        /// The text that came.
        found: String,
    },
    /// Weights whose sum leaves 64 bits, or takes the last number in them.
    #[error("expected weights with a sum below 2^64 - 1, found a larger one")]
    WeightOverflow,
    /// One weight for each member is needed.
    #[error("expected {members} weights, one for each member, found {found}")]
    LengthMismatch {
        /// How many members the body has.
        members: usize,
        /// How many weights came.
        found: usize,
    },
    /// *All of* or *any of* nothing.
    #[error("expected at least one rule to combine, found none")]
    NothingToCombine,
    /// A member that the body does not have, or has twice in a list.
    #[error("expected different members numbered 0 to {last}, found number {found}")]
    NoSuchMember {
        /// The largest number.
        last: usize,
        /// What came.
        found: usize,
    },
    /// The method takes no body of this size.
    #[error("expected at most {most} members for this exact count, found {found}")]
    TooManyMembers {
        /// The largest number of members.
        most: usize,
        /// How many the body has.
        found: usize,
    },
    /// The count would need more steps or memory than the method allows itself.
    #[error(
        "expected a body of at most {most} cases for an exact count, found more"
    )]
    TooManyCases {
        /// The largest number of cases.
        most: u64,
    },
    /// The count was estimated before it began, and is too long.
    #[error(
        "expected a body whose count takes at most {most} steps, found one of some {found}"
    )]
    TooMuchWork {
        /// The most steps, or numbers kept at once.
        most: u64,
        /// How many this body would take, estimated; the largest number if more.
        found: u64,
    },
    /// The method takes counting rules and one set of weights.
    #[error(
        "expected rules that count heads and at most one set of weights, found more"
    )]
    Shape,
    /// Two coalitions without a common member win: ties cannot be valued.
    #[error("expected a rule under which two separate coalitions cannot both win")]
    Improper,
}

impl VotingError {
    /// Refuses work that was estimated at more than `most` steps.
    pub(super) fn bound(steps: u128, most: u64) -> Result<(), Self> {
        if steps <= u128::from(most) {
            return Ok(());
        }
        let found = u64::try_from(steps).unwrap_or(u64::MAX);
        Err(Self::TooMuchWork { most, found })
    }
}
