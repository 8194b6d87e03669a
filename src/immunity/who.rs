//! Who acted: kind of staff, own tie to the host, and in which capacity.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::ImmunityError;
use crate::words::words;

words! {
    /// Eight kinds of staff (VCDR 1, VCCR 1). A consul's private staff are left out:
    /// they have no shield either.
    Category: "a kind of staff" {
        /// Head of mission, or staff with diplomatic rank.
        DiplomaticAgent = "diplomatic agent" or "agent" or "diplomat",
        /// Clerks, cipher officers, technicians of a mission.
        AdminTech = "administrative-technical staff" or "clerk" or "admin-technical",
        /// Drivers, cooks, porters of the mission, employed by the state.
        ServiceStaff = "service staff" or "service",
        /// Employed by a member of the mission, not by the state.
        PrivateServant = "private servant" or "servant",
        /// A consul by profession.
        CareerConsularOfficer = "career consular officer" or "consul",
        /// A consul with another profession, often a local one.
        HonoraryConsularOfficer = "honorary consular officer" or "honorary consul",
        /// Clerks and technicians of a consular post.
        ConsularEmployee = "consular employee",
        /// Drivers and porters of a consular post.
        ConsularServiceStaff = "consular service staff",
    }
}

impl Category {
    /// Whether the Convention of 1963 governs, not that of 1961.
    pub const fn is_consular(self) -> bool {
        matches!(
            self,
            Self::CareerConsularOfficer
                | Self::HonoraryConsularOfficer
                | Self::ConsularEmployee
                | Self::ConsularServiceStaff
        )
    }
}

words! {
    /// How somebody is bound to the receiving state.
    Tie: "a tie to the receiving state" {
        /// Neither its national nor its resident.
        Foreign = "foreign" or "none",
        /// Permanently resident there.
        Resident = "permanently resident" or "permanent resident",
        /// Its national.
        National = "national" or "local",
    }
}

words! {
    /// In which capacity the act was done.
    Capacity: "official or private" {
        /// In the exercise of the functions or the course of the duties.
        Official = "official",
        /// Anything else.
        Private = "private",
    }
}

/// Who acted. Families have no functions, so an official act of theirs cannot be
/// written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Who {
    /// Somebody without a status here: not appointed, not recognised, or a diplomat
    /// of elsewhere who is neither posted here nor on the way.
    Nobody,
    /// A member of the mission or post, or a private servant.
    Member {
        /// The kind of staff.
        category: Category,
        /// Own tie to the receiving state.
        tie: Tie,
        /// In which capacity the act was done.
        capacity: Capacity,
    },
    /// A family member in the household of somebody posted.
    Family {
        /// The kind of staff of the sponsor.
        of: Category,
        /// Own tie to the receiving state.
        tie: Tie,
        /// The sponsor's tie; it matters only under [`super::Issue::FamilyCap`].
        sponsor_tie: Tie,
    },
}

impl Who {
    /// A foreign member of staff who acted privately: the plain case.
    pub const fn foreign(category: Category) -> Self {
        Self::Member { category, tie: Tie::Foreign, capacity: Capacity::Private }
    }

    /// A foreign family member of a foreign member of staff.
    pub const fn foreign_family(of: Category) -> Self {
        Self::Family { of, tie: Tie::Foreign, sponsor_tie: Tie::Foreign }
    }

    /// The same person acting officially.
    ///
    /// # Errors
    /// When the person has no duties: families and outsiders.
    pub const fn officially(self) -> Result<Self, ImmunityError> {
        match self {
            Self::Member { category, tie, .. } => {
                Ok(Self::Member { category, tie, capacity: Capacity::Official })
            }
            Self::Nobody | Self::Family { .. } => Err(ImmunityError::NoDuties),
        }
    }

    /// The kind of staff, or of the sponsor's.
    pub const fn category(self) -> Option<Category> {
        match self {
            Self::Nobody => None,
            Self::Member { category, .. } | Self::Family { of: category, .. } => {
                Some(category)
            }
        }
    }

    /// The person's own tie to the receiving state.
    pub const fn tie(self) -> Tie {
        match self {
            Self::Nobody => Tie::Foreign,
            Self::Member { tie, .. } | Self::Family { tie, .. } => tie,
        }
    }

    /// In which capacity the person acted: private unless a member says otherwise.
    pub const fn capacity(self) -> Capacity {
        match self {
            Self::Member { capacity, .. } => capacity,
            Self::Nobody | Self::Family { .. } => Capacity::Private,
        }
    }

    /// Everybody who can be written down: 121 persons.
    pub fn all() -> impl Iterator<Item = Self> {
        let members = Category::ALL.iter().flat_map(|&category| {
            Tie::ALL.iter().flat_map(move |&tie| {
                Capacity::ALL.iter().map(move |&capacity| Self::Member {
                    category,
                    tie,
                    capacity,
                })
            })
        });
        let families = Category::ALL.iter().flat_map(|&of| {
            Tie::ALL.iter().flat_map(move |&tie| {
                Tie::ALL.iter().map(move |&sponsor_tie| Self::Family {
                    of,
                    tie,
                    sponsor_tie,
                })
            })
        });
        core::iter::once(Self::Nobody).chain(members).chain(families)
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str("somebody without status"),
            Self::Member { category, tie, .. } => write!(f, "{category} ({tie})"),
            Self::Family { of, tie, .. } => write!(f, "family of {of} ({tie})"),
        }
    }
}
