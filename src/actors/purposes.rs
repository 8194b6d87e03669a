//! What diplomacy is for, and which claims carry that.

use crate::words::words;

words! {
    /// The purposes of the second document's table, the right column.
    Purpose: "a purpose" {
        /// To influence events and others' behaviour.
        InfluenceEvents = "influence events",
        /// To advise one's own government.
        AdviseGovernment = "advise the government",
        /// To make peoples understand each other.
        MutualUnderstanding = "mutual understanding",
        /// To further one's own interest.
        NationalInterest = "the national interest",
        /// To stay safe and one's own master.
        SecurityAndIndependence = "security and independence",
        /// To be stable and well off.
        StabilityAndProsperity = "stability and prosperity",
        /// To keep others from attacking, and quarrels from growing.
        PreventAggression = "prevent aggression",
        /// To make alliances and agreements.
        AlliancesAndAgreements = "alliances and agreements",
        /// To fight terror and crime.
        FightTerrorAndCrime = "fight terror and crime",
        /// To help others to govern well.
        GoodGovernance = "good governance",
    }
}

impl Purpose {
    /// The claims of the ledger that carry it, each with a model and two tests. The first
    /// purpose has none of its own: it is the sum of the others.
    ///
    /// ```
    /// use demarche::actors::Purpose;
    /// assert_eq!(Purpose::FightTerrorAndCrime.carried_by(), ["B3f"]);
    /// assert!(Purpose::InfluenceEvents.carried_by().is_empty());
    /// ```
    pub const fn carried_by(self) -> &'static [&'static str] {
        match self {
            Self::InfluenceEvents => &[],
            Self::AdviseGovernment => &["B0e"],
            Self::MutualUnderstanding => &["B2a", "B2d"],
            Self::NationalInterest => &["A3a", "B4a"],
            Self::SecurityAndIndependence => &["B0f", "B3b"],
            Self::StabilityAndProsperity => &["A1", "C3", "B3h"],
            Self::PreventAggression => &["A2b", "B0c", "B3g"],
            Self::AlliancesAndAgreements => &["A2", "B6"],
            Self::FightTerrorAndCrime => &["B3f"],
            Self::GoodGovernance => &["B3c", "B3i"],
        }
    }
}
