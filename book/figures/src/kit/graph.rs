//! A graph with signed ties: friends and foes in a circle.

use super::label::{LABEL, widest};
use super::plot::classes;
use super::scale::{Frame, Point};
use super::svg::{Align, Svg};
use super::{Ink, Shape};

/// How two of them stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// A solid line.
    Friendly,
    /// A dashed line with a cross at its middle.
    Hostile,
    /// A thin grey line.
    Neutral,
}

/// Parties and their ties.
pub struct Graph {
    nodes: Vec<(String, Shape, Ink)>,
    ties: Vec<(usize, usize, Tie)>,
    presses: Vec<(usize, usize, &'static str, &'static str)>,
}

impl Graph {
    /// These parties, in a circle from the top clockwise.
    pub fn new(names: &[&str]) -> Self {
        let node = |name: &&str| ((*name).to_owned(), Shape::Circle, Ink::Strong);
        Self {
            nodes: names.iter().map(node).collect(),
            ties: Vec::new(),
            presses: Vec::new(),
        }
    }

    /// Ties two parties, by their numbers from 0.
    pub fn tie(&mut self, one: usize, other: usize, tie: Tie) {
        self.ties.push((one, other, tie));
    }

    /// Lets the reader press the tie of two parties: it sets a control to that value.
    pub fn press(
        &mut self,
        one: usize,
        other: usize,
        key: &'static str,
        value: &'static str,
    ) {
        self.presses.push((one, other, key, value));
    }

    /// Gives a party a shape and an ink: its camp.
    pub fn camp(&mut self, node: usize, shape: Shape, ink: Ink) {
        (self.nodes[node].1, self.nodes[node].2) = (shape, ink);
    }

    /// Where the parties stand in the frame.
    fn places(&self, frame: Frame) -> Vec<Point> {
        let widest =
            widest(&mut self.nodes.iter().map(|(name, ..)| name.as_str()), LABEL);
        let (rx, ry) = (
            (frame.w / 2.0 - widest - 16.0).min(frame.h * 0.62).max(40.0),
            frame.h / 2.0 - 30.0,
        );
        let mut places = Vec::new();
        for (dx, dy) in directions(self.nodes.len()) {
            places.push(frame.centre().by(rx * dx, ry * dy));
        }
        places
    }

    /// Tints the triangle of three parties, in the frame that `draw` will fill.
    pub fn shade(&self, svg: &mut Svg, frame: Frame, triad: [usize; 3]) {
        let places = self.places(frame);
        svg.polygon(&triad.map(|node| places[node]), "area bad");
    }

    /// Draws it into the frame.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let places = self.places(frame);
        for &(i, j, tie) in &self.ties {
            let (p, q) = (places[i], places[j]);
            match tie {
                Tie::Friendly => svg.line(p, q, "tie good"),
                Tie::Neutral => svg.line(p, q, "tie quiet"),
                Tie::Hostile => {
                    svg.line(p, q, "tie bad");
                    // Off the middle, where other ties of a circle do not cross.
                    svg.mark(Shape::Cross, p.toward(q, 0.42), 4.5, Ink::Bad);
                }
            }
        }
        for ((name, shape, ink), p) in self.nodes.iter().zip(&places) {
            svg.mark(*shape, *p, 10.0, *ink);
            let side = p.x - frame.centre().x;
            let (place, align) = if side > 8.0 {
                (p.by(17.0, 5.0), Align::Start)
            } else if side < -8.0 {
                (p.by(-17.0, 5.0), Align::End)
            } else if p.y < frame.centre().y {
                (p.by(0.0, -17.0), Align::Middle)
            } else {
                (p.by(0.0, 26.0), Align::Middle)
            };
            svg.text(place, align, &classes("label", *ink), name);
        }
        for &(i, j, key, value) in &self.presses {
            svg.press_line(places[i], places[j], key, value);
        }
    }
}

/// Directions evenly round the circle from the top, clockwise. Rotating by a fixed
/// step keeps to + and ·.
fn directions(n: usize) -> Vec<(f64, f64)> {
    let (sin, cos) = turned(core::f64::consts::TAU / n.max(1) as f64);
    let mut directions = Vec::new();
    let (mut x, mut y) = (0.0, -1.0);
    for _ in 0..n {
        directions.push((x, y));
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }
    directions
}

/// Sine and cosine of an angle up to a full turn, by their series to 1e-13. Those of
/// `libm` take every angle and weigh 7 KB.
fn turned(angle: f64) -> (f64, f64) {
    let (mut sin, mut cos) = (0.0, 1.0);
    let mut term = 1.0;
    for k in 1..40_u32 {
        term *= angle / f64::from(k);
        match k % 4 {
            1 => sin += term,
            2 => cos -= term,
            3 => sin -= term,
            _ => cos += term,
        }
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_turn_like_libm() {
        for n in 1..30 {
            let angle = core::f64::consts::TAU / f64::from(n);
            let (sin, cos) = turned(angle);
            assert!((sin - libm::sin(angle)).abs() < 1e-13, "{n}");
            assert!((cos - libm::cos(angle)).abs() < 1e-13, "{n}");
        }
    }
}
