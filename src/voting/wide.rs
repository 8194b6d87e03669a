//! Exact swings of one member where counts have more than a hundred bits.

use super::error::VotingError;
use super::rule::Weighted;
use super::sums::place;
use crate::exact::BigUint;

/// The longest table of sums, in digits: 400 MB.
const DIGITS: u64 = 50_000_000;
/// The most additions of digits: some ten seconds.
const STEPS: u64 = 10_000_000_000;

/// The exact number of swings of one member under one weighted rule, however large:
/// O(*nq*) steps on whole numbers of as many 64-bit digits as *n* needs.
///
/// # Errors
/// When the table of sums below the quota, or the work on it, is too large; it is
/// estimated before it begins.
///
/// # Panics
/// When there is no such member.
///
/// ```
/// use demarche::voting::{Weighted, exact_swings};
/// let council = Weighted::new(39, [vec![7; 5], vec![1; 10]].concat())?;
/// assert_eq!(exact_swings(&council, 0)?, 848_u32.into());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn exact_swings(rule: &Weighted, member: usize) -> Result<BigUint, VotingError> {
    let rule = rule.reduced();
    let quota = rule.quota().min(rule.dual().quota());
    let own = place(rule.weights()[member].min(quota));
    let members = rule.weights().len();
    let digits = members / 64 + 1;
    let table = u128::from(quota) * digits as u128;
    VotingError::bound(table, DIGITS)?;
    VotingError::bound(table * members as u128, STEPS)?;
    let most = quota;
    let quota = place(quota);
    // Sums at their own place, lowest first, each of `digits` digits.
    let mut counts = vec![0_u64; quota * digits];
    counts[0] = 1;
    let mut reached = 0;
    for (other, &weight) in rule.weights().iter().enumerate() {
        if other == member {
            continue;
        }
        // Beyond the quota no sum is kept.
        let weight = place(weight.min(most));
        if weight == 0 {
            double(&mut counts);
            continue;
        }
        let top = (reached + weight).min(quota - 1);
        for sum in (weight..=top).rev() {
            let (low, high) = counts.split_at_mut(sum * digits);
            let from = &low[(sum - weight) * digits..][..digits];
            add(&mut high[..digits], from);
        }
        reached = top.max(reached);
    }
    let first = quota.saturating_sub(own);
    let each = (first..quota).map(|sum| number(&counts[sum * digits..][..digits]));
    Ok(each.sum())
}

fn add(to: &mut [u64], from: &[u64]) {
    let mut carry = false;
    for (to, from) in to.iter_mut().zip(from) {
        let (sum, over) = to.overflowing_add(*from);
        let (sum, again) = sum.overflowing_add(u64::from(carry));
        *to = sum;
        carry = over || again;
    }
    assert!(!carry, "as many digits as members hold every count");
}

fn double(counts: &mut [u64]) {
    // Each number has a spare digit, so no carry crosses from one to the next.
    let mut carry = 0;
    for digit in counts {
        let next = *digit >> 63;
        *digit = *digit << 1 | carry;
        carry = next;
    }
}

fn number(digits: &[u64]) -> BigUint {
    digits.iter().rev().fold(BigUint::ZERO, |sum, &digit| (sum << 64_u32) + digit)
}
