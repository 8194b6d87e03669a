//! Rows of small tiles: the tape of a game's moves, votes, lamps, seats.

use super::label::{LABEL, widest};
use super::number::clamped;
use super::plot::classes;
use super::scale::{Frame, at};
use super::svg::{Align, Svg};
use super::{Ink, Shape};

/// One tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tile {
    /// A filled mark: a move, a vote, a lamp that is on.
    On(Shape, Ink),
    /// The same mark, hollow: a lamp that is off.
    Off(Shape, Ink),
    /// Nothing there yet.
    Empty,
}

impl Tile {
    /// Cooperation: a round mark.
    pub const COOPERATES: Self = Self::On(Shape::Circle, Ink::Good);
    /// Defection: a cross.
    pub const DEFECTS: Self = Self::On(Shape::Cross, Ink::Bad);
}

/// Named rows of tiles. A tape too long for its frame shows its end.
#[derive(Default)]
pub struct Tiles {
    rows: Vec<(String, Vec<Tile>)>,
}

impl Tiles {
    /// The height of one row.
    pub const ROW: f64 = 26.0;

    /// No rows yet.
    pub const fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, name: &str, tiles: Vec<Tile>) {
        self.rows.push((name.to_owned(), tiles));
    }

    /// Draws them into the frame, from its top.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let side =
            widest(&mut self.rows.iter().map(|(name, _)| name.as_str()), LABEL);
        let side = if side > 0.0 { side + 10.0 } else { 0.0 };
        let longest =
            self.rows.iter().map(|(_, tiles)| tiles.len()).max().unwrap_or(0);
        let room = frame.w - side;
        let step = clamped(room / longest.max(1) as f64, 9.0, Self::ROW);
        let mut fits = 0;
        while (fits + 1) as f64 * step <= room + 0.01 {
            fits += 1;
        }
        let skipped = longest.saturating_sub(fits);
        for (i, (name, tiles)) in self.rows.iter().enumerate() {
            let y = frame.y + (i as f64 + 0.5) * Self::ROW;
            svg.text(at(frame.x, y + 4.8), Align::Start, "label strong", name);
            for (j, tile) in tiles.iter().skip(skipped).enumerate() {
                let c = at(frame.x + side + (j as f64 + 0.5) * step, y);
                let size = step * 0.36;
                match tile {
                    Tile::On(shape, ink) => svg.mark(*shape, c, size, *ink),
                    Tile::Off(shape, ink) => {
                        svg.group("hollow", |svg| svg.mark(*shape, c, size, *ink));
                    }
                    Tile::Empty => svg.circle(c, 1.5, &classes("area", Ink::Quiet)),
                }
            }
        }
    }
}
