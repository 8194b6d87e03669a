//! Lying bars with names on the left and values at their ends; also stacked.

use super::Ink;
use super::label::{LABEL, widest, width};
use super::plot::classes;
use super::scale::{Frame, Scale, at};
use super::svg::{Align, Svg};
use crate::settings::Settings;

/// A bar: its name, its parts, the text at its end.
type Row = (String, Vec<(Ink, f64)>, String);

/// What a press on a row sets: a control and its value.
type Press = (usize, &'static str, String);

/// What a drag along a scale sets: a slider, from a value at one place of the scale to
/// another at another; and where it is now.
pub(super) type Slide = (&'static str, [(f64, f64); 2], f64);

/// Bars on one scale.
pub struct Bars {
    from: f64,
    to: f64,
    key: Vec<(Ink, String)>,
    rows: Vec<Row>,
    presses: Vec<Press>,
    slides: Vec<(usize, Slide)>,
}

impl Bars {
    /// The height of one row.
    pub const ROW: f64 = 28.0;

    /// No bars yet, on a scale from `from` (0, or less where values fall below) to
    /// `to`.
    pub const fn new(from: f64, to: f64) -> Self {
        Self {
            from,
            to,
            key: Vec::new(),
            rows: Vec::new(),
            presses: Vec::new(),
            slides: Vec::new(),
        }
    }

    /// Says above the bars what an ink stands for.
    pub fn key(&mut self, ink: Ink, words: &str) {
        self.key.push((ink, words.to_owned()));
    }

    /// Adds a bar: its name, its parts from the left, and the text at its end.
    pub fn bar(&mut self, name: &str, parts: &[(Ink, f64)], value: &str) {
        self.rows.push((name.to_owned(), parts.to_vec(), value.to_owned()));
    }

    /// Lets the reader press the last row: it sets a control to that value.
    pub fn press(&mut self, key: &'static str, value: &str) {
        self.presses.push((self.rows.len() - 1, key, value.to_owned()));
    }

    /// Lets the reader drag along the last row, between two places of the scale, each
    /// with the slider's value there; the handle is where the slider stands.
    pub fn slide(&mut self, key: &'static str, ends: [(f64, f64); 2], now: f64) {
        self.slides.push((self.rows.len() - 1, (key, ends, now)));
    }

    /// Adds a line of text above the bars that follow: their name, where there is no
    /// room for it beside them.
    pub fn heading(&mut self, name: &str) {
        self.bar(name, &[], "");
    }

    /// The height that the bars need.
    pub fn height(&self) -> f64 {
        let key = if self.key.is_empty() { 0.0 } else { 26.0 };
        key + self.rows.len() as f64 * Self::ROW
    }

    /// A picture of bars alone, as they are when the figure asks (without what is not
    /// known) and as they are in truth.
    pub fn picture(settings: &Settings, bars: impl Fn(bool) -> Self) -> Svg {
        let (asked, known) = (bars(false), bars(true));
        let mut svg = Svg::new(settings, known.height() + 8.0);
        let frame = svg.frame();
        svg.asked(|svg| asked.draw(svg, frame));
        svg.answer(|svg| known.draw(svg, frame));
        svg
    }

    /// Draws them into the frame, from its top.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let heads = |row: &Row| row.1.is_empty() && row.2.is_empty();
        let beside = self.rows.iter().filter(|&row| !heads(row));
        let left = widest(&mut beside.map(|row| row.0.as_str()), LABEL) + 10.0;
        let right =
            widest(&mut self.rows.iter().map(|row| row.2.as_str()), LABEL) + 10.0;
        let inner = frame.inset(left, 0.0, right, 0.0);
        let scale = Scale::new(self.from, self.to, inner.x, inner.right());
        let mut y = frame.y;
        if !self.key.is_empty() {
            let mut x = frame.x;
            for (ink, words) in &self.key {
                svg.rect(
                    Frame::new(x, y + 3.0, 14.0, 14.0),
                    2.0,
                    &classes("bar", *ink),
                );
                svg.text(
                    at(x + 20.0, y + 15.0),
                    Align::Start,
                    &classes("label", *ink),
                    words,
                );
                x += 20.0 + width(words, LABEL) + 16.0;
            }
            y += 26.0;
        }
        let top = y;
        let zero = scale.at(0.0);
        svg.line(
            at(zero, y),
            at(zero, y + self.rows.len() as f64 * Self::ROW),
            "axis",
        );
        for row in &self.rows {
            let (name, parts, value) = row;
            let middle = y + Self::ROW / 2.0;
            if heads(row) {
                svg.text(at(zero + 6.0, middle + 4.8), Align::Start, "label", name);
                y += Self::ROW;
                continue;
            }
            svg.text(at(inner.x - 8.0, middle + 4.8), Align::End, "label", name);
            let (mut below, mut above) = (0.0, 0.0);
            for &(ink, part) in parts {
                let from = if part < 0.0 { below } else { above };
                let (a, b) = (scale.at(from), scale.at(from + part));
                if part < 0.0 {
                    below += part;
                } else {
                    above += part;
                }
                let bar =
                    Frame::new(a.min(b), y + 4.0, (b - a).abs(), Self::ROW - 8.0);
                svg.rect(bar, 2.0, &classes("bar", ink));
            }
            let end = scale.at(if above > 0.0 { above } else { 0.0 }) + 6.0;
            svg.text(at(end, middle + 4.8), Align::Start, "label strong", value);
            y += Self::ROW;
        }
        let strip = |row: usize, from: f64, to: f64| {
            Frame::new(from, top + row as f64 * Self::ROW, to - from, Self::ROW)
        };
        for (row, key, value) in &self.presses {
            svg.press(strip(*row, frame.x, frame.right()), key, value);
        }
        for (row, (key, [(from, low), (to, high)], now)) in &self.slides {
            let strip = strip(*row, scale.at(*from), scale.at(*to));
            svg.slide(strip, (key, *low, *high), *now);
        }
    }
}
