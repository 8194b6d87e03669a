//! What every model on signed graphs shares: exact weights, and the search over ways
//! to stand on two sides.
//!
//! Rooms: `whole` (weights in whole numbers), `search` (branch and bound).

pub(crate) mod search;
pub(crate) mod whole;
