//! What came of threats and sanctions, as TIES counts them.

use serde::Serialize;

use crate::words::words;

words! {
    /// What counts as a success of a threat or a sanction.
    Success: "narrow or broad" {
        /// The target gave in, wholly or in part.
        Narrow,
        /// That, or the two settled by negotiation.
        Broad,
    }
}

/// Disputes by their outcome. Source of the constants: TIES-4, 1,412 cases of 1945 to
/// 2005, of which 1,024 have a final outcome; counted by us.
///
/// ```
/// use demarche::bargaining::{Outcomes, Success};
/// let narrowly = |outcomes: Outcomes| outcomes.rate(Success::Narrow);
/// assert!(narrowly(Outcomes::THREATENED) > 0.42 && narrowly(Outcomes::IMPOSED) < 0.33);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Outcomes {
    /// The target gave in, wholly or in part.
    pub acquiesced: u32,
    /// The two settled.
    pub negotiated: u32,
    /// The sender gave up.
    pub abandoned: u32,
    /// Nobody did.
    pub stalemate: u32,
}

by_name!(Outcomes {
    acquiesced: u32,
    negotiated: u32,
    abandoned: u32,
    stalemate: u32
});

impl Outcomes {
    /// Disputes that ended with the threat.
    pub const THREATENED: Self =
        Self { acquiesced: 208, negotiated: 63, abandoned: 190, stalemate: 23 };
    /// Disputes in which sanctions came.
    pub const IMPOSED: Self =
        Self { acquiesced: 176, negotiated: 129, abandoned: 164, stalemate: 71 };
    /// Those of them that came through an international institution.
    pub const THROUGH_AN_INSTITUTION: Self =
        Self { acquiesced: 68, negotiated: 29, abandoned: 17, stalemate: 11 };
    /// Those that came without one; in three nobody noted which.
    pub const WITHOUT_AN_INSTITUTION: Self =
        Self { acquiesced: 107, negotiated: 100, abandoned: 145, stalemate: 60 };

    /// How many disputes there are.
    pub const fn total(self) -> u64 {
        self.successes(Success::Broad)
            + self.abandoned as u64
            + self.stalemate as u64
    }

    /// How many of them count as a success.
    pub const fn successes(self, success: Success) -> u64 {
        let acquiesced = self.acquiesced as u64;
        match success {
            Success::Narrow => acquiesced,
            Success::Broad => acquiesced + self.negotiated as u64,
        }
    }

    /// Successes over disputes; 0 without any.
    pub const fn rate(self, success: Success) -> f64 {
        let total = self.total();
        if total == 0 { 0.0 } else { self.successes(success) as f64 / total as f64 }
    }
}
