//! What powers can force when they may combine.

use super::{PolarityError, Shares};
use crate::voting::Body;

/// The powers as a body in which more than half of all shares carry: shares count in
/// units of a billionth. [`Tally`](crate::voting::Tally) tells who is decisive how often.
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::{Shares, majority_game};
/// use demarche::voting::Tally;
/// let shares = Shares::of(&[4.0, 3.0, 3.0].map(|x| Amount::new(x).unwrap()))?;
/// let tally = Tally::of(&majority_game(&shares)?)?;
/// // Any two of them: a third each, whatever they weigh.
/// assert_eq!(tally.shapley_shubik()[0].to_string(), "1/3");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When there are more powers than a tally takes.
pub fn majority_game(shares: &Shares) -> Result<Body, PolarityError> {
    let weights = weights(shares);
    let quota = weights.iter().sum::<u64>() / 2 + 1;
    Ok(Body::weighted(quota, weights)?)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 1 is a billion"
)]
fn weights(shares: &Shares) -> Vec<u64> {
    shares.values().iter().map(|share| libm::round(share * 1e9) as u64).collect()
}

/// How many coalitions have more than half, and would not without any one of their
/// members: the ways in which power can be put together.
///
/// ```
/// use demarche::numbers::Amount;
/// use demarche::polarity::{Shares, minimal_winning};
/// let equals = |n| Shares::of(&vec![Amount::new(1.0).unwrap(); n]);
/// // Each pole more makes it no simpler.
/// assert_eq!((minimal_winning(&equals(3)?)?, minimal_winning(&equals(5)?)?), (3, 10));
/// # Ok::<(), demarche::polarity::PolarityError>(())
/// ```
///
/// # Errors
/// With more than 20 powers.
pub fn minimal_winning(shares: &Shares) -> Result<usize, PolarityError> {
    let (found, most) = (shares.values().len(), 20);
    if found > most {
        return Err(PolarityError::Count { most, found });
    }
    let weights = weights(shares);
    let quota = weights.iter().sum::<u64>() / 2 + 1;
    let minimal = |coalition: &u32| {
        let members =
            weights.iter().enumerate().filter(|(k, _)| coalition >> k & 1 == 1);
        let members = members.map(|(_, &weight)| weight);
        let (sum, least) = members.fold((0, u64::MAX), |(sum, least), weight| {
            (sum + weight, least.min(weight))
        });
        sum >= quota && sum - least < quota
    };
    Ok((1..1_u32 << found).filter(minimal).count())
}
