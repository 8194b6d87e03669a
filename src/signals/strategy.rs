//! Whatever can play: machines, and minds of any kind.

use super::Machine;
use crate::chance::{Generator, happens};
use crate::games::Move;

/// Whatever can enter a tournament.
///
/// A [`Machine`] enters as it is and is played 64 repetitions at once. Anything else
/// says how it begins a match and is played move by move:
///
/// ```
/// use demarche::chance::Generator;
/// use demarche::games::Move;
/// use demarche::signals::{Mind, Named, Strategy, Tournament};
///
/// /// Cooperates as long as the other cooperated at least half of the time.
/// struct Majority;
/// struct Balance(i32);
///
/// impl Strategy for Majority {
///     fn begin(&self) -> Box<dyn Mind + '_> {
///         Box::new(Balance(0))
///     }
/// }
/// impl Mind for Balance {
///     fn means(&mut self, _: &mut Generator) -> Move {
///         if self.0 >= 0 { Move::Cooperate } else { Move::Defect }
///     }
///     fn hears(&mut self, _own: Move, other: Move) {
///         self.0 += if other == Move::Cooperate { 1 } else { -1 };
///     }
/// }
///
/// let bully = Named::Bully.machine();
/// let standings = Tournament::new(200, 1)?.play(&[&Majority as &dyn Strategy, &bully])?;
/// assert!(standings.total(1, 0) > standings.total(0, 1));
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
pub trait Strategy: Sync {
    /// Starts a match.
    fn begin(&self) -> Box<dyn Mind + '_>;

    /// The strategy as a machine, if it is one: the fast way.
    fn machine(&self) -> Option<&Machine> {
        None
    }
}

/// A strategy in the middle of a match: what it remembers.
pub trait Mind {
    /// The move it means to make now.
    fn means(&mut self, rng: &mut Generator) -> Move;

    /// What it did, after a slip of its hand if there was one, and what it heard the
    /// other do.
    fn hears(&mut self, own: Move, other: Move);
}

impl<S: Strategy + ?Sized> Strategy for &S {
    fn begin(&self) -> Box<dyn Mind + '_> {
        (**self).begin()
    }

    fn machine(&self) -> Option<&Machine> {
        (**self).machine()
    }
}

impl<S: Strategy + ?Sized> Strategy for Box<S> {
    fn begin(&self) -> Box<dyn Mind + '_> {
        (**self).begin()
    }

    fn machine(&self) -> Option<&Machine> {
        (**self).machine()
    }
}

impl Strategy for Machine {
    fn begin(&self) -> Box<dyn Mind + '_> {
        Box::new(Walk { machine: self, at: self.start() })
    }

    fn machine(&self) -> Option<&Machine> {
        Some(self)
    }
}

struct Walk<'a> {
    machine: &'a Machine,
    at: usize,
}

impl Mind for Walk<'_> {
    fn means(&mut self, rng: &mut Generator) -> Move {
        if happens(rng, self.machine.states()[self.at].cooperate()) {
            Move::Cooperate
        } else {
            Move::Defect
        }
    }

    fn hears(&mut self, own: Move, other: Move) {
        self.at = self.machine.states()[self.at].next(own, other);
    }
}
