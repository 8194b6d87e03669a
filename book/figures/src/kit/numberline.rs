//! A line of numbers with marks, spans and their names.

use super::label::{LABEL, TICK, width};
use super::plot::classes;
use super::scale::{Frame, Scale, at, ticks};
use super::svg::{Align, Svg};
use super::{Ink, Shape, number};

/// A line of numbers. Needs a frame about 110 units high; taller when marks crowd.
pub struct NumberLine {
    name: String,
    from: f64,
    to: f64,
    spans: Vec<(f64, f64, Ink, String)>,
    marks: Vec<(f64, Shape, Ink, String)>,
}

impl NumberLine {
    /// An empty line from `from` to `to`. The name tells the quantity and its unit.
    pub fn new(name: &str, from: f64, to: f64) -> Self {
        Self {
            name: name.to_owned(),
            from,
            to,
            spans: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Tints a stretch of it.
    pub fn span(&mut self, ink: Ink, from: f64, to: f64, label: &str) {
        let (from, to) = (from.max(self.from), to.min(self.to));
        if from <= to {
            self.spans.push((from, to, ink, label.to_owned()));
        }
    }

    /// Marks a number, with its label above it.
    pub fn mark(&mut self, shape: Shape, ink: Ink, value: f64, label: &str) {
        let value = number::clamped(value, self.from, self.to);
        self.marks.push((value, shape, ink, label.to_owned()));
    }

    /// Draws it into the frame, the line near its lower edge.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let inner = frame.inset(14.0, 0.0, 14.0, 0.0);
        let scale = Scale::new(self.from, self.to, inner.x, inner.right());
        let y = frame.bottom() - 44.0;
        for (from, to, ink, label) in &self.spans {
            let (l, r) = (scale.at(*from), scale.at(*to));
            svg.rect(
                Frame::new(l, y - 9.0, (r - l).max(1.5), 18.0),
                3.0,
                &classes("span", *ink),
            );
            let half = width(label, LABEL) / 2.0;
            let x =
                f64::midpoint(l, r).max(frame.x + half).min(frame.right() - half);
            svg.text(at(x, y - 16.0), Align::Middle, &classes("label", *ink), label);
        }
        svg.line(at(inner.x, y), at(inner.right(), y), "axis");
        let (values, decimals) =
            ticks(self.from, self.to, if frame.w < 380.0 { 4 } else { 8 });
        for value in values {
            let x = scale.at(value);
            svg.line(at(x, y), at(x, y + 12.0), "axis");
            let text = number::fixed(value, decimals);
            svg.text(at(x, y + 14.0 + TICK), Align::Middle, "tick", &text);
        }
        svg.text(
            at(inner.right(), frame.bottom() - 2.0),
            Align::End,
            "name",
            &self.name,
        );
        let spans = usize::from(self.spans.iter().any(|span| !span.3.is_empty()));
        self.draw_marks(svg, frame, &scale, y, spans);
    }

    /// Labels climb, from left to right, until they are free of those before.
    fn draw_marks(
        &self,
        svg: &mut Svg,
        frame: Frame,
        scale: &Scale,
        y: f64,
        floor: usize,
    ) {
        let values: Vec<f64> = self.marks.iter().map(|mark| mark.0).collect();
        let mut levels: Vec<f64> = Vec::new();
        for (value, shape, ink, label) in
            number::order(&values).into_iter().map(|i| &self.marks[i])
        {
            let x = scale.at(*value);
            let half = width(label, LABEL) / 2.0;
            let middle = x.max(frame.x + half).min(frame.right() - half);
            let level = levels
                .iter()
                .position(|&end| end < middle - half)
                .unwrap_or(levels.len());
            if level == levels.len() {
                levels.push(0.0);
            }
            levels[level] = middle + half + 6.0;
            let up = y - 20.0 - (level + floor) as f64 * 19.0;
            svg.line(at(x, y), at(x, up + 3.0), &classes("rule", *ink));
            svg.mark(*shape, at(x, y), 6.0, *ink);
            svg.text(at(middle, up), Align::Middle, &classes("label", *ink), label);
        }
    }
}
