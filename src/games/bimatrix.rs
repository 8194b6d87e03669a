//! Any game of two by two: equilibria, dominance, risk.

use core::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{CELLS, Cells, GameClass, Move, Profile};
use crate::doors::Table;
use crate::numbers::{NumberError, Payoff, Probability};

/// A game of two players with two moves each: what every cell pays to the one who
/// chooses the row and to the one who chooses the column.
///
/// `T` is [`Payoff`] where sizes count and `u8` where only ranks do (4 the best). Any
/// type with a total order has equilibria, exact ratios too; a bare `f64`, which may
/// be no number, has none.
///
/// ```
/// use demarche::games::{Bimatrix, GameClass};
/// // Two allies want the same conference, each in its own capital.
/// let row = [[2.0, 0.0], [0.0, 1.0]];
/// let column = [[1.0, 0.0], [0.0, 2.0]];
/// let venue = Bimatrix::of_payoffs(row, column)?;
/// assert_eq!(venue.class(), GameClass::BattleOfTheSexes);
/// assert_eq!(venue.pure_equilibria().len(), 2);
/// # Ok::<(), demarche::numbers::NumberError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "Table<Raw<T>>", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Bimatrix<T> {
    row: [[T; 2]; 2],
    column: [[T; 2]; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<T> {
    row: [[T; 2]; 2],
    column: [[T; 2]; 2],
}

impl<T> From<Table<Raw<T>>> for Bimatrix<T> {
    fn from(Table(raw): Table<Raw<T>>) -> Self {
        Self { row: raw.row, column: raw.column }
    }
}

impl<T: Copy> Bimatrix<T> {
    /// A game from the payoffs of both, each as two rows of two columns: entry
    /// `[i][j]` belongs to the cell where the row player makes move *i* and the
    /// column player move *j*.
    pub const fn new(row: [[T; 2]; 2], column: [[T; 2]; 2]) -> Self {
        Self { row, column }
    }

    /// The tables of the row player and of the column player.
    pub(super) const fn into_tables(self) -> ([[T; 2]; 2], [[T; 2]; 2]) {
        (self.row, self.column)
    }

    /// What a cell pays to the player who chooses the row.
    pub const fn row(&self, cell: Profile) -> T {
        self.row[cell.0.index()][cell.1.index()]
    }

    /// What a cell pays to the player who chooses the column.
    pub const fn column(&self, cell: Profile) -> T {
        self.column[cell.0.index()][cell.1.index()]
    }

    /// The same game with the row player's moves renamed.
    #[must_use]
    pub const fn with_rows_swapped(&self) -> Self {
        let Self { row: a, column: b } = self;
        Self::new([a[1], a[0]], [b[1], b[0]])
    }

    /// The same game with the column player's moves renamed.
    #[must_use]
    pub const fn with_columns_swapped(&self) -> Self {
        let Self { row: a, column: b } = self;
        Self::new(
            [[a[0][1], a[0][0]], [a[1][1], a[1][0]]],
            [[b[0][1], b[0][0]], [b[1][1], b[1][0]]],
        )
    }

    /// The same game told from the other side of the table.
    #[must_use]
    pub const fn with_players_swapped(&self) -> Self {
        let Self { row: a, column: b } = self;
        Self::new(
            [[b[0][0], b[1][0]], [b[0][1], b[1][1]]],
            [[a[0][0], a[1][0]], [a[0][1], a[1][1]]],
        )
    }

    /// The game with other payoffs in the same cells: `row` is applied to what the
    /// row player gains, `column` to what the column player gains.
    pub fn map<U: Copy>(
        &self,
        row: impl Fn(T) -> U,
        column: impl Fn(T) -> U,
    ) -> Bimatrix<U> {
        Bimatrix::new(
            self.row.map(|line| line.map(&row)),
            self.column.map(|line| line.map(&column)),
        )
    }
}

impl<T: Ord + Copy> Bimatrix<T> {
    /// The cells from which neither gains by moving alone, row by row. A move that
    /// would change nothing breaks no equilibrium.
    ///
    /// Equilibria in which somebody mixes are left to
    /// [`mixed_equilibrium`](Bimatrix::mixed_equilibrium), where both do, and to
    /// [`segments`](Bimatrix::segments): a cell listed here may be the end of one.
    ///
    /// ```
    /// use demarche::games::{Move, Payoffs};
    /// let dilemma = Payoffs::PRISONERS_DILEMMA.bimatrix();
    /// assert_eq!(dilemma.pure_equilibria(), [(Move::Defect, Move::Defect)]);
    /// ```
    pub fn pure_equilibria(&self) -> Cells {
        Cells::with(|(i, j)| {
            self.row((i, j)) >= self.row((i.other(), j))
                && self.column((i, j)) >= self.column((i, j.other()))
        })
    }

    /// The move of the row player, and that of the column player, which is strictly
    /// better than the other move whatever the opponent does.
    ///
    /// ```
    /// use demarche::games::{Move, Payoffs};
    /// let dilemma = Payoffs::PRISONERS_DILEMMA.bimatrix();
    /// assert_eq!(dilemma.dominant(), (Some(Move::Defect), Some(Move::Defect)));
    /// assert_eq!(Payoffs::CHICKEN.bimatrix().dominant(), (None, None));
    /// ```
    pub fn dominant(&self) -> (Option<Move>, Option<Move>) {
        let wins = |game: &Self, own: Move| {
            Move::ALL.iter().all(|&other| {
                game.row((own, other)) > game.row((own.other(), other))
            })
        };
        let of = |game: &Self| Move::ALL.into_iter().find(|&own| wins(game, own));
        (of(self), of(&self.with_players_swapped()))
    }

    /// Whether both players strictly prefer the first cell to the second.
    pub fn both_prefer(&self, cell: Profile, to: Profile) -> bool {
        self.row(cell) > self.row(to) && self.column(cell) > self.column(to)
    }

    /// Whether both players rank the cells alike from their own side of the table,
    /// so that four payoffs (or ranks) tell the whole game.
    pub fn is_symmetric(&self) -> bool {
        let mirror = self.with_players_swapped();
        CELLS.iter().all(|&a| {
            CELLS.iter().all(|&b| {
                self.row(a).cmp(&self.row(b)) == mirror.row(a).cmp(&mirror.row(b))
            })
        })
    }

    /// The name that the order of the payoffs earns. It depends on ranks alone: any
    /// increasing change of a player's scale keeps it.
    pub fn class(&self) -> GameClass {
        GameClass::of(self)
    }
}

impl Bimatrix<Payoff> {
    /// A game from bare numbers, in the places of [`new`](Self::new).
    ///
    /// # Errors
    /// When one of them is not finite or is larger than 10¹⁵⁰ in size.
    pub fn of_payoffs(
        row: [[f64; 2]; 2],
        column: [[f64; 2]; 2],
    ) -> Result<Self, NumberError> {
        let checked = |[[a, b], [c, d]]: [[f64; 2]; 2]| {
            let of = Payoff::new;
            Ok([[of(a)?, of(b)?], [of(c)?, of(d)?]])
        };
        Ok(Self::new(checked(row)?, checked(column)?))
    }

    /// The probabilities of the first move, row player's and column player's, in the
    /// equilibrium where both really mix: each makes the *other* indifferent. `None`
    /// when there is no such equilibrium, or a continuum of them, which
    /// [`segments`](Self::segments) lists.
    ///
    /// Unlike the pure equilibria it depends on sizes: it survives a change of a
    /// player's unit and zero, and no other change.
    ///
    /// ```
    /// use demarche::games::Bimatrix;
    /// let (row, column) = ([[2.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [0.0, 2.0]]);
    /// let venue = Bimatrix::of_payoffs(row, column)?;
    /// let (first, second) = venue.mixed_equilibrium().unwrap();
    /// assert_eq!((first.value(), second.value()), (2.0 / 3.0, 1.0 / 3.0));
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn mixed_equilibrium(&self) -> Option<(Probability, Probability)> {
        let rows = indifference(&self.with_players_swapped())?;
        let columns = indifference(self)?;
        Some((rows, columns))
    }

    /// The equilibria that do not stand alone: every segment of them that is part of no
    /// longer one, by its ends. Most games have none; one needs a player whom some move
    /// of the other leaves indifferent. Segments may meet at their ends.
    ///
    /// Together with the [pure](Self::pure_equilibria) and the
    /// [mixed](Self::mixed_equilibrium) ones these are all equilibria of the game.
    ///
    /// ```
    /// use demarche::games::{Bimatrix, Segment};
    /// use demarche::numbers::Probability;
    /// // Against the first column the row player does not mind which row; the column
    /// // player stays there if the first row is likely enough.
    /// let row = [[5.0, 0.0], [5.0, 6.0]];
    /// let column = [[1.0, 0.0], [2.0, 3.0]];
    /// let game = Bimatrix::of_payoffs(row, column)?;
    /// let (half, one) = (Probability::new(0.5)?, Probability::new(1.0)?);
    /// let segment = Segment { from: (half, one), to: (one, one) };
    /// assert_eq!(game.segments(), [segment]);
    /// # Ok::<(), demarche::numbers::NumberError>(())
    /// ```
    pub fn segments(&self) -> Vec<Segment> {
        let columns = replies(&self.with_players_swapped());
        let boxes: Vec<Area> = replies(self)
            .into_iter()
            .flat_map(|[row, column]| {
                let meet = |&[own, other]: &Area| {
                    Some([overlap(row, other)?, overlap(column, own)?])
                };
                columns.iter().filter_map(meet).collect::<Vec<_>>()
            })
            .collect();
        let within = |inner: &Area, outer: &Area| {
            inner.iter().zip(outer).all(|(i, o)| o.0 <= i.0 && i.1 <= o.1)
        };
        let mut segments = vec![];
        for (index, area @ [row, column]) in boxes.iter().enumerate() {
            let swallowed = boxes.iter().enumerate().any(|(other, larger)| {
                let twin = within(larger, area);
                within(area, larger) && (!twin || other < index)
            });
            if swallowed || (row.1 <= row.0 && column.1 <= column.0) {
                continue;
            }
            let of = Probability::of_valid;
            let (from, to) = ((of(row.0), of(column.0)), (of(row.1), of(column.1)));
            segments.push(Segment { from, to });
        }
        segments.sort_unstable_by_key(|segment| (segment.from, segment.to));
        segments
    }

    /// The safer of two strict equilibria: the one where going astray alone costs
    /// the two players more (the product of their losses is larger). `None` without
    /// two strict equilibria, or when both are as safe.
    ///
    /// Source: Harsanyi-Selten-1988.
    ///
    /// ```
    /// use demarche::games::{Move, Payoffs};
    /// // Both would rather hunt the stag; the hare is the safer thing to go for.
    /// let hunt = Payoffs::new(8.0, 9.0, 7.0, 1.0)?.bimatrix();
    /// assert_eq!(hunt.risk_dominant(), Some((Move::Defect, Move::Defect)));
    /// # Ok::<(), demarche::games::GameError>(())
    /// ```
    pub fn risk_dominant(&self) -> Option<Profile> {
        let losses = |(i, j): Profile| {
            let row = self.row((i, j)).value() - self.row((i.other(), j)).value();
            let column =
                self.column((i, j)).value() - self.column((i, j.other())).value();
            (row, column)
        };
        let equilibria = self.pure_equilibria();
        let [first, second] = equilibria[..] else { return None };
        let [first_losses, second_losses] = [losses(first), losses(second)];
        let strict = |(row, column): (f64, f64)| row > 0.0 && column > 0.0;
        if !strict(first_losses) || !strict(second_losses) {
            return None;
        }
        match product(first_losses).partial_cmp(&product(second_losses))? {
            Ordering::Greater => Some(first),
            Ordering::Less => Some(second),
            Ordering::Equal => None,
        }
    }
}

/// Equilibria in a row: what [`Bimatrix::segments`] lists. Both ends are equilibria, and
/// so is everything between. Each end gives the probabilities of the first move, row
/// player's and column player's, and along the segment only one of them changes.
///
/// There is one exception. Where neither player's own move ever matters to that player,
/// everything is an equilibrium, and the ends are two opposite corners of the whole:
/// both never play the first move, and both always do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Segment {
    /// The end where the first move is less likely.
    pub from: (Probability, Probability),
    /// The end where it is more likely.
    pub to: (Probability, Probability),
}

/// From where to where a probability reaches.
type Reach = (f64, f64);

/// The pairs of mixes that two reaches span.
type Area = [Reach; 2];

fn overlap(a: Reach, b: Reach) -> Option<Reach> {
    let (from, to) = (a.0.max(b.0), a.1.min(b.1));
    (from <= to).then_some((from, to))
}

/// The mixes of the row player that are best replies, each with the mixes of the column
/// player that they answer: always the first move, never, or any.
fn replies(game: &Bimatrix<Payoff>) -> Vec<Area> {
    let [[cc, cd], [dc, dd]] = game.row.map(|line| line.map(Payoff::value));
    // What the first move gains against the first move, and against the second.
    let (first, second) = (cc - dc, cd - dd);
    let mut between = second / (second - first);
    if first.min(second) < 0.0 && first.max(second) > 0.0 {
        // Each move is better once: the place of indifference is no end, however near.
        between = between.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
    }
    let reach = |against_first, against_second| match (against_first, against_second)
    {
        (true, true) => Some((0.0, 1.0)),
        (true, false) => Some((between, 1.0)),
        (false, true) => Some((0.0, between)),
        (false, false) => None,
    };
    let gains = reach(first >= 0.0, second >= 0.0);
    let loses = reach(first <= 0.0, second <= 0.0);
    let same = gains.and_then(|gains| overlap(gains, loses?));
    let pairs = [((1.0, 1.0), gains), ((0.0, 0.0), loses), ((0.0, 1.0), same)];
    pairs.into_iter().filter_map(|(own, other)| Some([own, other?])).collect()
}

/// The product of two positive numbers as a power of two and what it multiplies, from
/// a half to 1: pairs compare as the products do, and none vanishes for being small.
fn product((a, b): (f64, f64)) -> (i32, f64) {
    let ((a, first), (b, second)) = (libm::frexp(a), libm::frexp(b));
    let (both, carry) = libm::frexp(a * b);
    (first + second + carry, both)
}

/// The column player's mix that makes the row player indifferent, if it is a mix.
fn indifference(game: &Bimatrix<Payoff>) -> Option<Probability> {
    let [[cc, cd], [dc, dd]] = game.row.map(|line| line.map(Payoff::value));
    // What cooperation gains against a cooperator, and what it loses against a
    // defector: they need the same sign, or one move is at least as good throughout.
    let (gain, loss) = (cc - dc, dd - cd);
    let mixes = (gain > 0.0 && loss > 0.0) || (gain < 0.0 && loss < 0.0);
    mixes.then(|| Probability::of_valid(loss / (gain + loss)))
}
