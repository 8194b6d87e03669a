//! A line of numbers with marks and their names.

use super::bars::Slide;
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
    marks: Vec<(f64, Shape, Ink, String)>,
    slides: Vec<Slide>,
}

impl NumberLine {
    /// An empty line from `from` to `to`. The name tells the quantity and its unit.
    pub fn new(name: &str, from: f64, to: f64) -> Self {
        Self {
            name: name.to_owned(),
            from,
            to,
            marks: Vec::new(),
            slides: Vec::new(),
        }
    }

    /// Marks a number, with its label above it.
    pub fn mark(&mut self, shape: Shape, ink: Ink, value: f64, label: &str) {
        let value = number::clamped(value, self.from, self.to);
        self.marks.push((value, shape, ink, label.to_owned()));
    }

    /// Lets the reader drag along the line between two numbers, each with the slider's
    /// value there; the handle is where the slider stands.
    pub fn slide(&mut self, key: &'static str, ends: [(f64, f64); 2], now: f64) {
        self.slides.push((key, ends, now));
    }

    /// Draws it into the frame, the line near its lower edge.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let inner = frame.inset(14.0, 0.0, 14.0, 0.0);
        let scale = Scale::new(self.from, self.to, inner.x, inner.right());
        let y = frame.bottom() - 44.0;
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
        self.name_all(svg, frame, &scale, y);
        for (key, [(from, least), (to, most)], now) in &self.slides {
            let (l, r) = (scale.at(*from), scale.at(*to));
            let strip = Frame::new(l, y - 22.0, r - l, 44.0);
            svg.slide(strip, (key, *least, *most), *now);
        }
    }

    /// Labels climb until they are free of those before.
    fn name_all(&self, svg: &mut Svg, frame: Frame, scale: &Scale, y: f64) {
        let mut taken: Vec<(usize, f64, f64)> = Vec::new();
        let mut texts = Vec::new();
        let mut place = |x: f64, ink: Ink, label: &str| {
            let half = width(label, LABEL) / 2.0;
            let middle = x.max(frame.x + half).min(frame.right() - half);
            let (left, right) = (middle - half - 3.0, middle + half + 3.0);
            let meets = |level: usize| {
                taken.iter().any(|&(l, a, b)| l == level && a < right && left < b)
            };
            let mut level = 0;
            while meets(level) {
                level += 1;
            }
            taken.push((level, left, right));
            let up = y - 18.0 - level as f64 * 19.0;
            texts.push((at(middle, up), classes("label", ink), label.to_owned()));
            up
        };
        let values: Vec<f64> = self.marks.iter().map(|mark| mark.0).collect();
        for i in number::order(&values) {
            let (value, shape, ink, label) = &self.marks[i];
            let x = scale.at(*value);
            if !label.is_empty() {
                let up = place(x, *ink, label);
                svg.line(at(x, y), at(x, up + 3.0), &classes("rule", *ink));
            }
            svg.mark(*shape, at(x, y), 6.0, *ink);
        }
        for (place, class, text) in texts {
            svg.text(place, Align::Middle, &class, &text);
        }
    }
}
