//! Labels that do not collide: each stands where nothing else stands yet.

use super::Ink;
use super::area::{centroid, extent, holds, span};
use super::number::order;
use super::scale::{Frame, Point, at};
use super::svg::{Align, Svg};

/// The size of a label in units of the drawing.
pub const LABEL: f64 = 14.0;
/// The size of a tick's label.
pub const TICK: f64 = 12.5;

/// About how wide a text comes out in a sans serif face of that size. A little too
/// wide rather than too narrow: fonts differ.
pub fn width(text: &str, size: f64) -> f64 {
    let mut ems = 0.0;
    for c in text.chars() {
        ems += match c {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' => {
                0.27
            }
            'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | 'I' | '\u{a0}' | '/' => 0.35,
            'm' | 'w' | 'M' | 'W' | '%' | '→' | '←' => 0.88,
            'A'..='Z' => 0.70,
            _ => 0.57,
        };
    }
    ems * size
}

/// The width of the widest of some labels; 0 for none.
pub(super) fn widest(texts: &mut dyn Iterator<Item = &str>, size: f64) -> f64 {
    let mut widest = 0.0;
    for text in texts {
        widest = f64::max(widest, width(text, size));
    }
    widest
}

/// Places labels in a frame, one after the other: the important first.
#[derive(Debug, Clone)]
pub struct Labels {
    bounds: Frame,
    /// What stands there, and how much it would hurt to write on it.
    taken: Vec<(Frame, usize)>,
}

/// A label on a label is worse than one across many lines.
const ON_LABEL: usize = 20;

impl Labels {
    /// Nothing placed yet; labels stay inside `bounds`.
    pub const fn new(bounds: Frame) -> Self {
        Self { bounds, taken: Vec::new() }
    }

    /// Keeps labels away from this rectangle.
    pub fn keep_off(&mut self, frame: Frame) {
        self.taken.push((frame, 1));
    }

    /// Keeps labels off a line.
    pub fn keep_off_line(&mut self, points: &[Point]) {
        for pair in points.windows(2) {
            let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            let pieces = ((dx * dx + dy * dy).sqrt() / 12.0).ceil().max(1.0);
            let mut i = 0.0;
            while i <= pieces {
                let p = pair[0].toward(pair[1], i / pieces);
                self.taken.push((Frame::new(p.x - 2.0, p.y - 2.0, 4.0, 4.0), 1));
                i += 1.0;
            }
        }
    }

    /// Writes a label beside a point, `gap` units off, where it meets the least.
    pub fn beside(
        &mut self,
        svg: &mut Svg,
        point: Point,
        gap: f64,
        ink: Ink,
        text: &str,
    ) {
        let (w, h) = (width(text, LABEL), LABEL * 1.2);
        let corner = gap * 0.8;
        let candidates = [
            at(point.x + gap, point.y - h / 2.0),
            at(point.x - w / 2.0, point.y - gap - h),
            at(point.x + corner, point.y - corner - h),
            at(point.x + corner, point.y + corner),
            at(point.x - w / 2.0, point.y + gap),
            at(point.x - gap - w, point.y - h / 2.0),
            at(point.x - corner - w, point.y - corner - h),
            at(point.x - corner - w, point.y + corner),
            at(point.x + gap * 2.5, point.y - gap * 2.5 - h),
            at(point.x - gap * 2.5 - w, point.y + gap * 2.5),
        ];
        self.write(svg, &candidates, w, h, ink, text);
    }

    /// Writes a label with its middle at a point, or close to it.
    pub fn inside(&mut self, svg: &mut Svg, point: Point, ink: Ink, text: &str) {
        let (w, h) = (width(text, LABEL), LABEL * 1.2);
        let mut candidates = Vec::new();
        for (dx, dy) in [
            (0.0, 0.0),
            (0.0, 1.2),
            (0.0, -1.2),
            (0.4, 0.0),
            (-0.4, 0.0),
            (0.3, 1.5),
            (-0.3, 1.5),
            (0.0, 2.4),
            (0.0, -2.4),
        ] {
            candidates
                .push(at(point.x - w / 2.0 + dx * w, point.y - h / 2.0 + dy * h));
        }
        self.write(svg, &candidates, w, h, ink, text);
    }

    /// Writes a label where it lies wholly within the area, if it fits there, as
    /// near its middle as may be; else at the middle.
    pub fn within(&mut self, svg: &mut Svg, area: &[Point], ink: Ink, text: &str) {
        // Nothing to be seen there, nothing to be named.
        if extent(area) < 60.0 {
            return;
        }
        let (w, h) = (width(text, LABEL), LABEL * 1.2);
        let middle = centroid(area);
        let mut corners = Vec::new();
        let mut distances = Vec::new();
        for i in -8..=8 {
            for j in -8..=8 {
                let p = middle.by(
                    f64::from(i) * self.bounds.w / 20.0,
                    f64::from(j) * self.bounds.h / 20.0,
                );
                let corner = p.by(-w / 2.0, -h / 2.0);
                let fits = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]
                    .iter()
                    .all(|(dx, dy)| holds(area, corner.by(*dx, *dy)));
                if fits {
                    corners.push(corner);
                    distances.push(f64::from(i * i + j * j));
                }
            }
        }
        let mut near = Vec::new();
        for i in order(&distances) {
            near.push(corners[i]);
        }
        if near.is_empty() {
            self.pointing(svg, area, middle, ink, text);
        } else {
            self.write(svg, &near, w, h, ink, text);
        }
    }

    /// Writes the label of an area too small for it beside the area, with an arrow.
    fn pointing(
        &mut self,
        svg: &mut Svg,
        area: &[Point],
        middle: Point,
        ink: Ink,
        text: &str,
    ) {
        let h = LABEL * 1.2;
        let words = [format!("← {text}"), format!("{text} →")];
        let w = width(&words[0], LABEL);
        let mut best = (usize::MAX, middle, 0);
        for row in [0.0, -1.3, 1.3, -2.6, 2.6] {
            let y = middle.y + row * h;
            let Some((left, right)) = span(area, y) else { continue };
            for (side, x) in [(0, right + 6.0), (1, left - 6.0 - w)] {
                let faults = self.faults(Frame::new(x, y - h / 2.0, w, h));
                if faults < best.0 {
                    best = (faults, at(x, y - h / 2.0), side);
                }
            }
        }
        self.write(svg, &[best.1], w, h, ink, &words[best.2]);
    }

    /// How many things a label there would meet; many, if it left the bounds.
    fn faults(&self, frame: Frame) -> usize {
        let mut faults = if self.bounds.holds(frame) { 0 } else { 100 };
        for (taken, weight) in &self.taken {
            if taken.meets(frame) {
                faults += weight;
            }
        }
        faults
    }

    fn write(
        &mut self,
        svg: &mut Svg,
        corners: &[Point],
        w: f64,
        h: f64,
        ink: Ink,
        text: &str,
    ) {
        let mut best = (usize::MAX, Frame::new(0.0, 0.0, 0.0, 0.0));
        for corner in corners {
            let frame = Frame::new(corner.x, corner.y, w, h);
            let faults = self.faults(frame);
            if faults < best.0 {
                best = (faults, frame);
            }
        }
        let mut frame = best.1;
        // A label near the edge moves inside rather than being cut.
        frame.x = frame.x.min(self.bounds.right() - w).max(self.bounds.x);
        frame.y = frame.y.min(self.bounds.bottom() - h).max(self.bounds.y);
        self.taken.push((frame, ON_LABEL));
        let mut class = String::from("label ");
        class.push_str(ink.class());
        let base = at(frame.x + w / 2.0, frame.y + h * 0.78);
        svg.text(base, Align::Middle, &class, text);
    }
}

/// Moves heights apart until neighbours keep `distance`, within `top..bottom`,
/// each as near as may be to where it wanted to be. Returns them in given order.
pub fn spread(wanted: &[f64], distance: f64, top: f64, bottom: f64) -> Vec<f64> {
    let order = order(wanted);
    let mut heights = wanted.to_vec();
    let mut least = top;
    for &i in &order {
        heights[i] = heights[i].max(least);
        least = heights[i] + distance;
    }
    let mut most = bottom;
    for &i in order.iter().rev() {
        heights[i] = heights[i].min(most);
        most = heights[i] - distance;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_heights_move_apart_and_stay_inside() {
        let heights = spread(&[98.0, 99.0, 10.0, 100.0], 16.0, 0.0, 100.0);
        assert_eq!(heights, [68.0, 84.0, 10.0, 100.0]);
    }
}
