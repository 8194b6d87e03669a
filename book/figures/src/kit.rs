//! The parts that figures are drawn with.
//!
//! Every part is built in the terms of its model (a line in the plane of two
//! gains, the tape of a game's moves) and then drawn into a [`Frame`] of an
//! [`Svg`], which it fills. Colours are names, [`Ink`], that the style sheet turns
//! into each theme's palette; where colour tells two things apart, a shape, a dash
//! or a word tells them apart as well.

mod area;
pub mod axis;
pub mod bars;
pub mod graph;
pub mod label;
pub mod matrix;
pub mod number;
pub mod numberline;
pub mod plot;
pub mod scale;
pub mod svg;
pub mod tiles;

pub use axis::Axis;
pub use bars::Bars;
pub use graph::{Graph, Tie};
pub use matrix::{Matrix, Reply};
pub use numberline::NumberLine;
pub use plot::Plot;
pub use scale::{Frame, Point, at};
pub use svg::{Align, Svg};
pub use tiles::{Tile, Tiles};

/// What a colour means. Lines in different inks also differ by their dashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The first party or series: blue, solid.
    A,
    /// The second: orange, dashed.
    B,
    /// The third: green, dotted.
    C,
    /// The fourth: violet, dash and dot.
    D,
    /// It holds, they cooperate, a deal: teal, solid.
    Good,
    /// It fails, they defect, no deal: red, short dashes.
    Bad,
    /// Beside the point: grey.
    Quiet,
    /// The colour of the text.
    Strong,
}

impl Ink {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Quiet => "quiet",
            Self::Strong => "strong",
        }
    }
}

/// The shape of a mark: tells apart what colour tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// ●
    Circle,
    /// ■
    Square,
    /// ◆
    Diamond,
    /// ▲
    Triangle,
    /// ✕
    Cross,
}

/// The value behind a checked constructor, for arguments that the controls keep
/// valid. Unlike `unwrap` it does not carry the printing of floats into the page.
///
/// # Panics
/// When the value is an error: a range of the figure's controls is too wide.
pub fn valid<T, E>(checked: Result<T, E>) -> T {
    let Ok(value) = checked else {
        panic!("a control of this figure goes beyond the model's domain")
    };
    value
}
