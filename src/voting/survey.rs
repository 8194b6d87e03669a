//! The indices that ask who else is decisive, or which coalitions are minimal.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::classes::Classes;
use super::count::Count;
use super::error::VotingError;
use super::rule::Body;
use crate::exact::{BigUint, Digits, Exact, in_digits};

/// Johnston's, Deegan and Packel's and the public good index of every member.
///
/// A *minimal* winning coalition is one in which everybody is critical. Johnston
/// gives each critical member of a winning coalition one share among the critical
/// ones; Deegan and Packel share each minimal coalition equally; the public good
/// index counts memberships in minimal coalitions (Johnston-1978,
/// Deegan-Packel-1978, Holler-1982). The last two may give a heavier member less.
///
/// ```
/// use demarche::voting::{Body, Survey};
/// let body = Body::weighted(51, vec![35, 20, 15, 15, 15])?;
/// let good = Survey::of(&body)?.public_good();
/// assert_eq!((good[1].to_string(), good[2].to_string()), ("2/15".into(), "1/5".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    class_of: Vec<usize>,
    sizes: Vec<usize>,
    /// Memberships of a class in winning coalitions where it is critical, by the
    /// number of critical members.
    critical: Vec<Vec<BigUint>>,
    /// Memberships of a class in minimal winning coalitions, by size.
    minimal: Vec<Vec<BigUint>>,
    coalitions: BigUint,
}

impl Serialize for Survey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut told = to.serialize_struct("Survey", 4)?;
        told.serialize_field("minimal_coalitions", &Digits(&self.coalitions))?;
        told.serialize_field("johnston", &in_digits(self.johnston()))?;
        told.serialize_field("deegan_packel", &in_digits(self.deegan_packel()))?;
        told.serialize_field("public_good", &in_digits(self.public_good()))?;
        told.end()
    }
}

const CASES: u64 = 1 << 25;

impl Survey {
    /// Surveys all winning coalitions by classes of members that are alike.
    ///
    /// # Errors
    /// When the classes leave more than 2²⁵ cases.
    pub fn of(body: &Body) -> Result<Self, VotingError> {
        let classes = Classes::of(body);
        if classes.cases() > u128::from(CASES) {
            return Err(VotingError::TooManyCases { most: CASES });
        }
        if body.len() <= 120 {
            Ok(Self::take::<u128>(&classes))
        } else {
            Ok(Self::take::<BigUint>(&classes))
        }
    }

    fn take<T: Count>(classes: &Classes) -> Self {
        let n = classes.class_of.len();
        let empty = vec![vec![T::zero(); n + 1]; classes.sizes.len()];
        let (mut critical, mut minimal) = (empty.clone(), empty);
        let mut coalitions = T::zero();
        classes.each_win::<T>(&mut |win| {
            let decisive =
                (0..win.counts.len()).filter(|&class| win.critical[class]);
            let crowd: usize = decisive.clone().map(|class| win.counts[class]).sum();
            for class in decisive {
                let all = win.ways.times(&T::from(win.counts[class] as u64));
                critical[class][crowd] = critical[class][crowd].plus(&all);
                if crowd == win.size {
                    minimal[class][crowd] = minimal[class][crowd].plus(&all);
                }
            }
            if crowd == win.size {
                coalitions = coalitions.plus(win.ways);
            }
        });
        let big = |rows: Vec<Vec<T>>| {
            let rows =
                rows.into_iter().map(|row| row.into_iter().map(T::into).collect());
            rows.collect()
        };
        Self {
            class_of: classes.class_of.clone(),
            sizes: classes.sizes.clone(),
            critical: big(critical),
            minimal: big(minimal),
            coalitions: coalitions.into(),
        }
    }

    /// How many winning coalitions are minimal.
    pub fn minimal_coalitions(&self) -> BigUint {
        self.coalitions.clone()
    }

    /// Johnston's index of every member.
    pub fn johnston(&self) -> Vec<Exact> {
        self.shared(&self.critical, |crowd| crowd)
    }

    /// Deegan and Packel's index of every member.
    pub fn deegan_packel(&self) -> Vec<Exact> {
        self.shared(&self.minimal, |crowd| crowd)
    }

    /// The public good index of every member.
    pub fn public_good(&self) -> Vec<Exact> {
        self.shared(&self.minimal, |_| 1)
    }

    fn shared(
        &self,
        rows: &[Vec<BigUint>],
        among: impl Fn(usize) -> usize,
    ) -> Vec<Exact> {
        let part = |row: &[BigUint], crowd: usize| {
            Exact::new(row[crowd].clone(), among(crowd).into())
        };
        let of_class =
            |row: &Vec<_>| (1..row.len()).map(|crowd| part(row, crowd)).sum();
        let by_class: Vec<Exact> = rows.iter().map(of_class).collect();
        let sum: Exact = by_class.iter().sum();
        let own = |&class: &usize| {
            by_class[class].clone() / &sum / BigUint::from(self.sizes[class])
        };
        self.class_of.iter().map(own).collect()
    }
}
