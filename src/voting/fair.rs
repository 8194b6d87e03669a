//! Power of citizens behind their representatives: Penrose's square root law and
//! the rule that follows from it.

use super::error::VotingError;
use super::rule::Weighted;

/// The chance that one citizen among an odd number decides a yes-or-no vote by
/// majority when all toss coins: C(*n* − 1, (*n* − 1)/2)/2ⁿ⁻¹, near √(2/(π*n*))
/// (Penrose-1946). An even number is taken as one citizen fewer.
///
/// ```
/// use demarche::voting::decisive_citizen;
/// assert_eq!(decisive_citizen(3), 0.5);
/// assert_eq!(decisive_citizen(5), 0.375);
/// // Four times the citizens, half the chance.
/// let ratio = decisive_citizen(4_000_001) / decisive_citizen(1_000_001);
/// assert!((ratio - 0.5).abs() < 1e-6);
/// ```
pub fn decisive_citizen(citizens: u64) -> f64 {
    let pairs = citizens.saturating_sub(1) / 2;
    if pairs < 64 {
        return (1..=pairs).map(|k| (2 * k - 1) as f64 / (2 * k) as f64).product();
    }
    let m = pairs as f64;
    // Stirling's series for the middle binomial over its power of four.
    let correction = -1.0 / (8.0 * m) + 1.0 / (192.0 * m * m * m)
        - 1.0 / (640.0 * m * m * m * m * m);
    libm::exp(correction) / (core::f64::consts::PI * m).sqrt()
}

/// The *Jagiellonian compromise*: weights by the square root of population, and the
/// quota (1 + √Σ*N* / Σ√*N*)/2 of their sum, at which power follows weight
/// (Slomczynski-Zyczkowski-2006). Weights are in thousandths.
///
/// # Errors
/// When there is nobody, or the sums leave 64 bits.
pub fn square_root_rule(populations: &[u64]) -> Result<Weighted, VotingError> {
    let root = |&people: &u64| {
        // The whole root of a million times the people is the root in thousandths.
        u64::try_from((u128::from(people) * 1_000_000).isqrt())
            .map_err(|_| VotingError::WeightOverflow)
    };
    let weights = populations.iter().map(root).collect::<Result<Vec<_>, _>>()?;
    let people: f64 = populations.iter().map(|&people| people as f64).sum();
    let sum = weights.iter().map(|&w| w as f64).sum::<f64>() / 1000.0;
    let share = f64::midpoint(1.0, people.sqrt() / sum);
    // In millionths of the sum: a share below 1 fits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let millionths = (share * 1e6).ceil() as u64;
    Weighted::share(millionths.min(1_000_000), 1_000_000, weights)
}
