//! A game of two players and two moves as a matrix, with arrows to the best
//! replies: where no arrow leaves, neither would rather have moved otherwise.

use super::Ink;
use super::label::{LABEL, width};
use super::plot::classes;
use super::scale::{Frame, Point, at};
use super::svg::{Align, Svg};

/// Which of two moves is the better reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The first: the upper row, the left column.
    First,
    /// The second.
    Second,
    /// Both are as good.
    Either,
}

impl Reply {
    /// The reply that earns more; a hair of a difference counts as none.
    pub fn better(first: f64, second: f64) -> Self {
        if (first - second).abs() < 1e-9 {
            Self::Either
        } else if first > second {
            Self::First
        } else {
            Self::Second
        }
    }
}

/// A matrix of two by two. Rows belong to the player in ink A, columns to B.
pub struct Matrix {
    players: [String; 2],
    moves: [[String; 2]; 2],
    cells: [[[String; 2]; 2]; 2],
    rows: [Reply; 2],
    columns: [Reply; 2],
}

impl Matrix {
    /// A matrix: the names of the row and the column player, their moves, and in
    /// `cells[row][column]` what each of the two gets there, as text.
    pub fn new(
        players: [&str; 2],
        moves: [[&str; 2]; 2],
        cells: [[[String; 2]; 2]; 2],
    ) -> Self {
        Self {
            players: players.map(str::to_owned),
            moves: moves.map(|pair| pair.map(str::to_owned)),
            cells,
            rows: [Reply::Either; 2],
            columns: [Reply::Either; 2],
        }
    }

    /// Draws the best replies: of the row player to the left and right column, of
    /// the column player to the upper and lower row. Cells that no arrow leaves
    /// are marked as equilibria.
    #[must_use]
    pub const fn replies(mut self, row: [Reply; 2], column: [Reply; 2]) -> Self {
        self.rows = row;
        self.columns = column;
        self
    }

    /// Draws it into the frame: about 300 by 240 suits it.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let side = width(&self.moves[0][0], LABEL)
            .max(width(&self.moves[0][1], LABEL))
            + 10.0;
        let inner = frame.inset(side, 46.0, 2.0, 4.0);
        let gap = 30.0;
        let size = ((inner.w - gap) / 2.0, (inner.h - gap) / 2.0);
        svg.text(
            at(frame.x, frame.y + 38.0),
            Align::Start,
            "label a",
            &self.players[0],
        );
        let middle = inner.centre().x;
        svg.text(
            at(middle, frame.y + 14.0),
            Align::Middle,
            "label b",
            &self.players[1],
        );
        let mut cells = [[inner; 2]; 2];
        for (i, row) in cells.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                *cell = Frame::new(
                    inner.x + j as f64 * (size.0 + gap),
                    inner.y + i as f64 * (size.1 + gap),
                    size.0,
                    size.1,
                );
                self.cell(svg, *cell, i, j);
            }
        }
        for (i, row) in cells.iter().enumerate() {
            let y = row[0].centre().y + 5.0;
            svg.text(at(inner.x - 8.0, y), Align::End, "label a", &self.moves[0][i]);
            let x = cells[0][i].centre().x;
            svg.text(
                at(x, inner.y - 9.0),
                Align::Middle,
                "label b",
                &self.moves[1][i],
            );
            let [left, right] = *row;
            let y = left.y + left.h * 0.32;
            reply(svg, at(left.right(), y), at(right.x, y), self.columns[i], Ink::B);
            let (upper, lower) = (cells[0][i], cells[1][i]);
            let x = upper.x + upper.w * 0.3;
            reply(svg, at(x, upper.bottom()), at(x, lower.y), self.rows[i], Ink::A);
        }
    }

    /// Whether neither player would rather have moved otherwise.
    fn rests(&self, row: usize, column: usize) -> bool {
        let stays = |reply: Reply, i: usize| match reply {
            Reply::First => i == 0,
            Reply::Second => i == 1,
            Reply::Either => true,
        };
        stays(self.rows[column], row) && stays(self.columns[row], column)
    }

    fn cell(&self, svg: &mut Svg, cell: Frame, i: usize, j: usize) {
        let rests = self.rests(i, j);
        svg.rect(cell, 6.0, if rests { "cell rests" } else { "cell" });
        if rests {
            svg.text(
                at(cell.centre().x, cell.bottom() - 7.0),
                Align::Middle,
                "tick good",
                "equilibrium",
            );
        }
        let y = cell.centre().y;
        let [own, other] = &self.cells[i][j];
        svg.text(at(cell.x + 11.0, y + 13.0), Align::Start, "big a", own);
        svg.text(at(cell.right() - 11.0, y - 13.0), Align::End, "big b", other);
    }
}

fn reply(svg: &mut Svg, first: Point, second: Point, better: Reply, ink: Ink) {
    match better {
        Reply::First => {
            svg.arrow(second.toward(first, 0.05), first.toward(second, 0.05), ink);
        }
        Reply::Second => {
            svg.arrow(first.toward(second, 0.05), second.toward(first, 0.05), ink);
        }
        Reply::Either => {
            svg.line(
                first.toward(second, 0.2),
                second.toward(first, 0.2),
                &classes("shaft", ink),
            );
        }
    }
}
