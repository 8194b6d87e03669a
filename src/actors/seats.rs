//! Who is not a state and sits in all the same.

use serde::Serialize;

/// A seat of somebody who is no government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Seat {
    /// Who.
    pub who: &'static str,
    /// Where.
    pub body: &'static str,
    /// Whether it is heard.
    pub speaks: bool,
    /// How many of a member's votes it has, and of how many.
    pub votes: (u64, u64),
    /// Whether the seat itself gives a shield. None does: where there is one, it comes
    /// from an agreement of its own.
    pub shields: bool,
}

/// Seats as we remember their rules: the constitution of the International Labour
/// Organization, articles 3 and 4, article 71 of the Charter of the United Nations, and
/// the Red Cross's seat as an observer. Not read for this book.
pub const SEATS: [Seat; 5] = [
    Seat {
        who: "employers of a member",
        body: "International Labour Conference",
        speaks: true,
        votes: (1, 4),
        shields: false,
    },
    Seat {
        who: "workers of a member",
        body: "International Labour Conference",
        speaks: true,
        votes: (1, 4),
        shields: false,
    },
    Seat {
        who: "a society in consultative status",
        body: "Economic and Social Council",
        speaks: true,
        votes: (0, 1),
        shields: false,
    },
    Seat {
        who: "the International Committee of the Red Cross",
        body: "General Assembly",
        speaks: true,
        votes: (0, 1),
        shields: false,
    },
    Seat {
        who: "a firm",
        body: "General Assembly",
        speaks: false,
        votes: (0, 1),
        shields: false,
    },
];
