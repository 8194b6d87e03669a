//! Many small models at once: columns in, columns out.
//!
//! What [`signals::Chain`](crate::signals::Chain) and [`games::Bimatrix`](Bimatrix) say
//! of one pair of strategies or of one game, said of thousands. A column holds one
//! number of each; rows belong together. Nothing is allocated, eight rows are reckoned
//! side by side in registers as wide as the machine has, and the answers do not depend
//! on how wide they are.
//!
//! ```
//! use demarche::columns;
//! use demarche::games::Payoffs;
//! use demarche::numbers::Probability;
//! // A thousand kinds of generosity against a coin: how often each cooperates after
//! // CC, CD, DC and DD.
//! let p = |part: f64| Probability::new(part);
//! let (surely, coin) = ([p(1.0)?; 1000], [p(0.5)?; 1000]);
//! let mut forgives = [p(0.0)?; 1000];
//! for (k, forgives) in forgives.iter_mut().enumerate() {
//!     *forgives = p(k as f64 / 1000.0)?;
//! }
//! let mut earned = [[0.0; 1000]; 2];
//! let [mine, others] = &mut earned;
//! columns::long_runs(
//!     [&surely, &forgives, &surely, &forgives],
//!     [&coin; 4],
//!     &Payoffs::AXELROD,
//!     [mine, others],
//! )?;
//! // Against a coin that learns nothing, generosity only costs.
//! assert!((earned[0][0] - 2.25).abs() < 1e-12);
//! assert!(earned[0][0] > earned[0][999]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is not compiled for the widest registers"
)]

use core::ops::{Add, Mul, Sub};

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, f64x8, i64x8, mask64x8};

#[cfg(doc)]
use crate::games::Bimatrix;
use crate::games::{CELLS, Payoffs, Profile};
use crate::numbers::{Payoff, Probability};
use crate::signals::{Chain, MemoryOne, SignalsError};

/// A row that has no one answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("row {row}: {error}")]
pub struct ColumnsError {
    /// The first such row; those before it are answered.
    pub row: usize,
    /// Why.
    pub error: SignalsError,
}

/// What each of two memory-one strategies earns a round in the
/// [long run](Chain::long_run), for a pair in each row. A strategy is four columns: how
/// likely it is to cooperate after CC, CD, DC and DD, its own move first.
///
/// As in the long run of one pair nothing is subtracted but a probability from 1, so
/// nothing cancels: each share of an outcome is right to 50 roundings, 6 × 10⁻¹⁵ of
/// itself. Where products vanish, since somebody never changes what he does or next to
/// never, the pair is left to [`Chain::long_run`].
///
/// A slip of one in a million and less is better told to [`MemoryOne::over`], which
/// keeps what one minus almost 1 forgets.
///
/// # Errors
/// When some pair has several long runs.
///
/// # Panics
/// When the columns are not all of one length.
pub fn long_runs(
    first: [&[Probability]; 4],
    second: [&[Probability]; 4],
    payoffs: &Payoffs,
    earned: [&mut [f64]; 2],
) -> Result<(), ColumnsError> {
    let rows = earned[0].len();
    let lengths = first.iter().chain(&second).map(|column| column.len());
    assert!(lengths.chain([earned[1].len()]).all(|length| length == rows), "{LONG}");
    let whole = rows - rows % ABREAST;
    let [mine, others] = earned;
    let (earned, left) = mine.split_at_mut(whole);
    let (earned_2, left_2) = others.split_at_mut(whole);
    dispatch!(Level::new(), simd => {
        runs_abreast(simd, first, second, payoffs, [earned, earned_2])
    })?;
    if whole < rows {
        // A coin behind the end is harmless.
        let coin = Probability::of_valid(0.5);
        let [first, second] =
            [first, second].map(|columns| last(columns, whole, coin));
        let mut earned = [[0.0; ABREAST]; 2];
        let [mine, others] = &mut earned;
        let [first, second] = [&first, &second]
            .map(|columns| columns.each_ref().map(|column| &column[..]));
        let done = long_runs(first, second, payoffs, [mine, others]);
        left.copy_from_slice(&earned[0][..left.len()]);
        left_2.copy_from_slice(&earned[1][..left_2.len()]);
        done.map_err(|error| ColumnsError { row: whole + error.row, ..error })?;
    }
    Ok(())
}

const LONG: &str = "all columns are as long as the first";

/// So many rows fill the widest register there is.
const ABREAST: usize = 8;

/// What the whole blocks leave of some columns, filled up.
fn last<T: Copy>(columns: [&[T]; 4], whole: usize, filler: T) -> [[T; ABREAST]; 4] {
    columns.map(|column| {
        let mut last = [filler; ABREAST];
        last[..column.len() - whole].copy_from_slice(&column[whole..]);
        last
    })
}

#[inline(always)]
fn runs_abreast<S: Simd>(
    simd: S,
    first: [&[Probability]; 4],
    second: [&[Probability]; 4],
    payoffs: &Payoffs,
    [mine, others]: [&mut [f64]; 2],
) -> Result<(), ColumnsError> {
    let one = f64x8::splat(simd, 1.0);
    let (t, r) = (payoffs.temptation(), payoffs.reward());
    let (p, s) = (payoffs.punishment(), payoffs.sucker());
    let mine = mine.as_chunks_mut::<ABREAST>().0;
    let others = others.as_chunks_mut::<ABREAST>().0;
    let (first_blocks, second_blocks) =
        (blocks(first, mine.len()), blocks(second, mine.len()));
    for (block, (mine, others)) in mine.iter_mut().zip(others).enumerate() {
        let first_likely = numbers(simd, first_blocks, block, Probability::value);
        let second_likely = numbers(simd, second_blocks, block, Probability::value);
        let [cc, cd, dc, dd] = weights(one, first_likely, second_likely);
        let total = (cc + cd) + (dc + dd);
        let share = one / total;
        let (cc, cd, dc, dd) = (cc * share, cd * share, dc * share, dd * share);
        let even = cc * r + dd * p;
        (even + cd * s + dc * t).store_array(mine);
        (even + cd * t + dc * s).store_array(others);
        let mut careful = total.simd_lt(LEAST).to_bitmask();
        while careful != 0 {
            let lane = careful.trailing_zeros() as usize;
            careful &= careful - 1;
            let row = block * ABREAST + lane;
            let scores = long_run(first, second, payoffs, row)?;
            [mine[lane], others[lane]] = scores;
        }
    }
    Ok(())
}

/// So many whole blocks of columns.
#[inline(always)]
fn blocks<T>(columns: [&[T]; 4], count: usize) -> [&[[T; ABREAST]]; 4] {
    columns.map(|column| &column.as_chunks().0[..count])
}

/// The numbers of a block.
#[inline(always)]
fn numbers<S: Simd, T: Copy>(
    simd: S,
    [a, b, c, d]: [&[[T; ABREAST]]; 4],
    block: usize,
    value: impl Fn(T) -> f64,
) -> [f64x8<S>; 4] {
    let mut numbers = [[0.0; ABREAST]; 4];
    for lane in 0..ABREAST {
        numbers[0][lane] = value(a[block][lane]);
        numbers[1][lane] = value(b[block][lane]);
        numbers[2][lane] = value(c[block][lane]);
        numbers[3][lane] = value(d[block][lane]);
    }
    let [a, b, c, d] = numbers;
    [
        f64x8::load_array(simd, a),
        f64x8::load_array(simd, b),
        f64x8::load_array(simd, c),
        f64x8::load_array(simd, d),
    ]
}

/// Where the weights of all outcomes together come to less, products of rates may have
/// lost digits on the way.
const LEAST: f64 = 1e-200;

/// How much time goes to CC, CD, DC and DD, not yet as shares.
///
/// First the two states in which the first player defects are taken out, by the weights
/// of the ways that lead out of them, then what goes between the other two balances.
#[inline(always)]
fn weights<N>(one: N, p: [N; 4], q: [N; 4]) -> [N; 4]
where
    N: Copy + Add<Output = N> + Sub<Output = N> + Mul<Output = N>,
{
    let [p_cc, p_cd, p_dc, p_dd] = p;
    // The second player calls CD what the first calls DC.
    let [q_cc, q_dc, q_cd, q_dd] = q;
    let (d_cc, d_cd, d_dc, d_dd) = (one - p_cc, one - p_cd, one - p_dc, one - p_dd);
    let (e_cc, e_dc, e_cd, e_dd) = (one - q_cc, one - q_dc, one - q_cd, one - q_dd);
    let (dc_dd, dd_dc) = (d_dc * e_dc, d_dd * q_dd);
    let (from_dc, from_dd) = (p_dc + dc_dd, p_dd + dd_dc);
    let [out, over] = [p_dc * from_dd, dc_dd * p_dd];
    let [back, round] = [p_dd * from_dc, dd_dc * p_dc];
    let both = out + over;
    // From DC and from DD into CC and into CD, of `both`.
    let [dc_cc, dc_cd] = [out * q_dc + over * q_dd, out * e_dc + over * e_dd];
    let [dd_cc, dd_cd] = [back * q_dd + round * q_dc, back * e_dd + round * e_dc];
    let to_cd = p_cc * e_cc * both + d_cc * (q_cc * dc_cd + e_cc * dd_cd);
    let to_cc = p_cd * q_cd * both + d_cd * (q_cd * dc_cc + e_cd * dd_cc);
    let (cc, cd) = (to_cc * d_cc, to_cd * d_cd);
    let into_dc = cc * q_cc + cd * q_cd;
    let into_dd = cc * e_cc + cd * e_cd;
    [
        to_cc * both,
        to_cd * both,
        into_dc * from_dd + into_dd * dd_dc,
        into_dd * from_dc + into_dc * dc_dd,
    ]
}

/// The careful way, for one pair.
#[cold]
#[inline(never)]
fn long_run(
    first: [&[Probability]; 4],
    second: [&[Probability]; 4],
    payoffs: &Payoffs,
    row: usize,
) -> Result<[f64; 2], ColumnsError> {
    let [first, second] = [first, second]
        .map(|columns| MemoryOne::from(columns.map(|column| column[row])));
    let long_run = Chain::between(&first, &second).long_run();
    let long_run = long_run.map_err(|error| ColumnsError { row, error })?;
    Ok(long_run.payoffs(payoffs))
}

/// Which equilibria a game has. Where [one is mixed](Self::mixes) its probabilities
/// stand beside it; where somebody [does not mind](Self::ties) one of his moves, more may
/// lie between, and [`Bimatrix::segments`] lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Equilibria(u8);

const MIXES: u8 = 1 << 4;
const TIES: u8 = 1 << 5;

impl Equilibria {
    /// The cells from which neither gains by moving alone, as
    /// [`Bimatrix::pure_equilibria`] lists them.
    pub fn pure(self) -> impl Iterator<Item = Profile> {
        let cells = CELLS.into_iter().enumerate();
        cells.filter(move |(cell, _)| self.0 >> cell & 1 == 1).map(|(_, cell)| cell)
    }

    /// Whether there is one in which both really mix.
    pub const fn mixes(self) -> bool {
        self.0 & MIXES != 0
    }

    /// Whether some move of the one leaves the other indifferent.
    pub const fn ties(self) -> bool {
        self.0 & TIES != 0
    }
}

/// The equilibria of a game in each row: `row` and `column` are what the one who chooses
/// the row and the one who chooses the column gain in the four cells, row by row. The
/// probabilities of the first move go to `mix`, row player's and column player's, as
/// [`Bimatrix::mixed_equilibrium`] has them, and 0 where there is no such equilibrium.
///
/// Payoffs are compared, and subtracted once: the answers are those for one game, to the
/// last bit.
///
/// ```
/// use demarche::columns::{self, Equilibria};
/// use demarche::numbers::{Payoff, Probability};
/// // How much each of two allies prefers its own capital, in two games.
/// let [zero, one] = [0.0, 1.0].map(|x| Payoff::new(x).unwrap());
/// let mine = [Payoff::new(2.0)?, Payoff::new(3.0)?];
/// let mut found = [Equilibria::default(); 2];
/// let mut mix = [[Probability::new(0.0)?; 2]; 2];
/// let [first, second] = &mut mix;
/// columns::equilibria(
///     [&mine, &[zero; 2], &[zero; 2], &[one; 2]],
///     [&[one; 2], &[zero; 2], &[zero; 2], &mine],
///     &mut found,
///     [first, second],
/// );
/// assert!(found.iter().all(|found| found.pure().count() == 2 && found.mixes()));
/// assert_eq!(mix[0].map(Probability::value), [2.0 / 3.0, 3.0 / 4.0]);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
///
/// # Panics
/// When the columns are not all of one length.
pub fn equilibria(
    row: [&[Payoff]; 4],
    column: [&[Payoff]; 4],
    found: &mut [Equilibria],
    mix: [&mut [Probability]; 2],
) {
    let games = found.len();
    let lengths = row.iter().chain(&column).map(|column| column.len());
    let lengths = lengths.chain([mix[0].len(), mix[1].len()]);
    assert!({ lengths }.all(|length| length == games), "{LONG}");
    let whole = games - games % ABREAST;
    let [rows, columns] = mix;
    let (found, found_left) = found.split_at_mut(whole);
    let (rows, rows_left) = rows.split_at_mut(whole);
    let (columns, columns_left) = columns.split_at_mut(whole);
    dispatch!(Level::new(), simd => games_abreast(simd, row, column, found, [rows, columns]));
    if whole < games {
        let none = Payoff::of_valid(0.0);
        let [row, column] = [row, column].map(|tables| last(tables, whole, none));
        let [row, column] =
            [&row, &column].map(|tables| tables.each_ref().map(|table| &table[..]));
        let mut found = [Equilibria::default(); ABREAST];
        let mut mix = [[Probability::of_valid(0.0); ABREAST]; 2];
        let [rows, columns] = &mut mix;
        equilibria(row, column, &mut found, [rows, columns]);
        found_left.copy_from_slice(&found[..found_left.len()]);
        rows_left.copy_from_slice(&rows[..rows_left.len()]);
        columns_left.copy_from_slice(&columns[..columns_left.len()]);
    }
}

#[inline(always)]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "there are six bits"
)]
fn games_abreast<S: Simd>(
    simd: S,
    row: [&[Payoff]; 4],
    column: [&[Payoff]; 4],
    found: &mut [Equilibria],
    [rows, columns]: [&mut [Probability]; 2],
) {
    let none = f64x8::splat(simd, 0.0);
    let found = found.as_chunks_mut::<ABREAST>().0;
    let rows = rows.as_chunks_mut::<ABREAST>().0;
    let columns = columns.as_chunks_mut::<ABREAST>().0;
    let (row, column) = (blocks(row, found.len()), blocks(column, found.len()));
    let mixes = rows.iter_mut().zip(columns);
    for (block, (found, (rows, columns))) in found.iter_mut().zip(mixes).enumerate()
    {
        let row = numbers(simd, row, block, Payoff::value);
        let column = numbers(simd, column, block, Payoff::value);
        // What the row player gains by the first move against the first, and loses by it
        // against the second; and so the column player.
        let [cc, cd, dc, dd] = row;
        let (up, left) = (cc - dc, dd - cd);
        let [cc, cd, dc, dd] = column;
        let (across, down) = (cc - cd, dd - dc);
        let mixed = alike(up, left) & alike(across, down);
        let ties = up.simd_eq(0.0) | left.simd_eq(0.0);
        let facts = [
            up.simd_ge(0.0) & across.simd_ge(0.0),
            left.simd_le(0.0) & across.simd_le(0.0),
            up.simd_le(0.0) & down.simd_le(0.0),
            left.simd_ge(0.0) & down.simd_ge(0.0),
            mixed,
            ties | across.simd_eq(0.0) | down.simd_eq(0.0),
        ];
        let mut bits = i64x8::splat(simd, 0);
        for (bit, fact) in facts.iter().enumerate() {
            bits |= fact.to_vector() & (1 << bit);
        }
        for (found, &bits) in found.iter_mut().zip(bits.as_array()) {
            *found = Equilibria(bits as u8);
        }
        let first = mixed.select(down / (down + across), none);
        let second = mixed.select(left / (left + up), none);
        for (to, mix) in [(rows, first), (columns, second)] {
            for (to, &mix) in to.iter_mut().zip(mix.as_array()) {
                *to = Probability::of_valid(mix);
            }
        }
    }
}

/// Where both are above 0, or both below.
#[inline(always)]
fn alike<S: Simd>(a: f64x8<S>, b: f64x8<S>) -> mask64x8<S> {
    (a.simd_gt(0.0) & b.simd_gt(0.0)) | (a.simd_lt(0.0) & b.simd_lt(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(p: [f64; 4], q: [f64; 4]) -> f64 {
        weights(1.0, p, q).iter().sum()
    }

    const ALWAYS_DEFECT: [f64; 4] = [0.0; 4];
    const TIT_FOR_TAT: [f64; 4] = [1.0, 0.0, 1.0, 0.0];
    const GRIM: [f64; 4] = [1.0, 0.0, 0.0, 0.0];
    /// Does what it did not do before.
    const ALTERNATOR: [f64; 4] = [0.0, 0.0, 1.0, 1.0];

    #[test]
    fn the_careful_way_is_taken_where_products_vanish() {
        let coin = [0.5; 4];
        // For ever the same, several ends, one that is never left, and next to never.
        for (p, q) in [
            (ALWAYS_DEFECT, coin),
            (ALWAYS_DEFECT, ALWAYS_DEFECT),
            (TIT_FOR_TAT, TIT_FOR_TAT),
            (GRIM, coin),
            ([1e-280; 4], [1e-290; 4]),
        ] {
            assert!(total(p, q) < LEAST, "{p:?} {q:?}");
        }
        // Not for going round and round, nor for a slip of one in 10³⁰.
        for (p, q) in [
            (coin, coin),
            (TIT_FOR_TAT, coin),
            (coin, ALWAYS_DEFECT),
            (ALTERNATOR, ALWAYS_DEFECT),
            ([1e-30; 4], [1e-30; 4]),
        ] {
            assert!(total(p, q) >= LEAST, "{p:?} {q:?}");
        }
    }
}
