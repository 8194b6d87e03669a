//! The writer of SVG: shapes with classes, no ids, no colours, escaped text.

use super::number::plain;
use super::scale::{Frame, Point, at};
use super::{Ink, Shape};
use crate::settings::Settings;

/// A picture in the making. Classes put the meaning, the style sheet the look:
/// `line a`, `area good`, `text big`.
#[derive(Debug, Clone)]
pub struct Svg {
    body: String,
    width: f64,
    height: f64,
}

/// Where a text stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Svg {
    /// An empty picture, as wide as the settings ask for.
    pub fn new(settings: &Settings, height: f64) -> Self {
        Self { body: String::new(), width: settings.width(), height }
    }

    /// The whole picture.
    pub const fn frame(&self) -> Frame {
        Frame::new(0.0, 0.0, self.width, self.height)
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, class: &str) {
        self.open("line", class);
        for (name, value) in
            [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)]
        {
            self.attribute(name, value);
        }
        self.body.push_str("/>\n");
    }

    /// A line through points.
    pub fn path(&mut self, points: &[Point], class: &str) {
        self.points("polyline", points, class);
    }

    /// The area within points.
    pub fn polygon(&mut self, points: &[Point], class: &str) {
        self.points("polygon", points, class);
    }

    /// A rectangle with rounded corners.
    pub fn rect(&mut self, frame: Frame, radius: f64, class: &str) {
        self.open("rect", class);
        for (name, value) in [
            ("x", frame.x),
            ("y", frame.y),
            ("width", frame.w.max(0.0)),
            ("height", frame.h.max(0.0)),
            ("rx", radius),
        ] {
            self.attribute(name, value);
        }
        self.body.push_str("/>\n");
    }

    /// A circle.
    pub fn circle(&mut self, centre: Point, radius: f64, class: &str) {
        self.open("circle", class);
        for (name, value) in [("cx", centre.x), ("cy", centre.y), ("r", radius)] {
            self.attribute(name, value);
        }
        self.body.push_str("/>\n");
    }

    /// A text on one line. Classes that the style sheet knows: none (14 units),
    /// `tick` (12.5), `big` (20, bold), `strong` (bold), and the inks'.
    pub fn text(&mut self, place: Point, align: Align, class: &str, text: &str) {
        self.open("text", class);
        self.attribute("x", place.x);
        self.attribute("y", place.y);
        match align {
            Align::Start => {}
            Align::Middle => self.body.push_str(" text-anchor=\"middle\""),
            Align::End => self.body.push_str(" text-anchor=\"end\""),
        }
        self.body.push('>');
        escape(&mut self.body, text);
        self.body.push_str("</text>\n");
    }

    /// A mark of that shape, about `size` units in radius.
    pub fn mark(&mut self, shape: Shape, c: Point, size: f64, ink: Ink) {
        let mut class = String::from("mark ");
        class.push_str(ink.class());
        let s = size * 0.9;
        match shape {
            Shape::Circle => self.circle(c, size, &class),
            Shape::Square => {
                self.rect(
                    Frame::new(c.x - s, c.y - s, 2.0 * s, 2.0 * s),
                    1.0,
                    &class,
                );
            }
            Shape::Diamond => {
                let s = size * 1.25;
                let points =
                    [c.by(0.0, -s), c.by(s, 0.0), c.by(0.0, s), c.by(-s, 0.0)];
                self.polygon(&points, &class);
            }
            Shape::Triangle => {
                let s = size * 1.15;
                let points = [c.by(0.0, -s), c.by(s, s * 0.8), c.by(-s, s * 0.8)];
                self.polygon(&points, &class);
            }
            Shape::Cross => {
                class.push_str(" cross");
                self.line(c.by(-s, -s), c.by(s, s), &class);
                self.line(c.by(-s, s), c.by(s, -s), &class);
            }
        }
    }

    /// A straight arrow that ends in a head.
    pub fn arrow(&mut self, from: Point, to: Point, ink: Ink) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt().max(1e-6);
        let (ux, uy) = (dx / length, dy / length);
        let neck = at(to.x - 9.0 * ux, to.y - 9.0 * uy);
        let mut class = String::from("shaft ");
        class.push_str(ink.class());
        self.line(from, neck, &class);
        let mut class = String::from("head ");
        class.push_str(ink.class());
        let wing = 5.0;
        let points = [
            to,
            at(neck.x - uy * wing, neck.y + ux * wing),
            at(neck.x + uy * wing, neck.y - ux * wing),
        ];
        self.polygon(&points, &class);
    }

    /// What `draw` draws, under a class of its own.
    pub fn group(&mut self, class: &str, draw: impl FnOnce(&mut Self)) {
        self.open("g", class);
        self.body.push_str(">\n");
        draw(self);
        self.body.push_str("</g>\n");
    }

    /// The part of the picture that answers the figure's question: hidden in the
    /// page until the reader has made her guess.
    pub fn answer(&mut self, draw: impl FnOnce(&mut Self)) {
        self.group("answer", draw);
    }

    /// The picture while the question is open: all that is known before the answer.
    /// It gives way to [`answer`](Self::answer), and no page without scripts and no
    /// paper ever shows it.
    pub fn asked(&mut self, draw: impl FnOnce(&mut Self)) {
        self.group("asked", draw);
    }

    /// Lets the reader drag inside a frame to set two sliders: `x` over the width,
    /// `y` over the height from below, each as key, value at the start and at the
    /// end of the frame; no key, no slider. `handle` is where the dragged thing is now.
    pub fn drag(
        &mut self,
        frame: Frame,
        handle: Point,
        x: (&str, f64, f64),
        y: (&str, f64, f64),
    ) {
        self.body.push_str("<g data-drag=\"");
        for part in [frame.x, frame.bottom(), frame.right(), frame.y] {
            self.body.push_str(&plain(part, 1));
            self.body.push(' ');
        }
        for (key, from, to) in [x, y] {
            self.body.push_str(if key.is_empty() { "-" } else { key });
            self.body.push(' ');
            self.body.push_str(&plain(from, 3));
            self.body.push(' ');
            self.body.push_str(&plain(to, 3));
            self.body.push(' ');
        }
        self.body.push_str("\">\n");
        self.rect(frame, 0.0, "drag");
        self.circle(handle, 22.0, "handle");
        self.body.push_str("</g>\n");
    }

    /// Lets the reader drag along a strip to set one slider, from its value at the left end
    /// to that at the right; the handle is where the slider stands.
    pub(super) fn slide(
        &mut self,
        strip: Frame,
        (key, least, most): (&str, f64, f64),
        now: f64,
    ) {
        let share = (now - least) / (most - least).max(1e-9);
        let handle = at(strip.x + share * strip.w, strip.centre().y);
        self.drag(strip, handle, (key, least, most), ("", 0.0, 0.0));
    }

    /// Lets the reader press a part of the picture: what lies in the frame sets a
    /// control to a value.
    pub fn press(&mut self, frame: Frame, key: &str, value: &str) {
        self.presses(key, value);
        self.rect(frame, 4.0, "press");
        self.body.push_str("</g>\n");
    }

    /// The same for a line between two points.
    pub fn press_line(&mut self, from: Point, to: Point, key: &str, value: &str) {
        self.presses(key, value);
        self.line(from, to, "press");
        self.body.push_str("</g>\n");
    }

    fn presses(&mut self, key: &str, value: &str) {
        self.body.push_str("<g data-set=\"");
        self.body.push_str(key);
        self.body.push(':');
        self.body.push_str(value);
        self.body.push_str("\">\n");
    }

    /// The SVG with its accessible name.
    pub fn finish(self, title: &str) -> String {
        let mut text = String::from("<svg viewBox=\"0 0 ");
        text.push_str(&plain(self.width, 0));
        text.push(' ');
        text.push_str(&plain(self.height, 0));
        text.push_str("\" role=\"img\" aria-label=\"");
        escape(&mut text, title);
        text.push_str("\">\n");
        text.push_str(&self.body);
        text.push_str("</svg>");
        text
    }

    fn open(&mut self, element: &str, class: &str) {
        self.body.push('<');
        self.body.push_str(element);
        if !class.is_empty() {
            self.body.push_str(" class=\"");
            escape(&mut self.body, class);
            self.body.push('"');
        }
    }

    fn attribute(&mut self, name: &str, value: f64) {
        self.body.push(' ');
        self.body.push_str(name);
        self.body.push_str("=\"");
        self.coordinate(value);
        self.body.push('"');
    }

    fn coordinate(&mut self, value: f64) {
        debug_assert!(value.is_finite(), "a coordinate is {value}");
        self.body.push_str(&plain(value, 1));
    }

    fn points(&mut self, element: &str, points: &[Point], class: &str) {
        self.open(element, class);
        self.body.push_str(" points=\"");
        for (i, point) in points.iter().enumerate() {
            if i > 0 {
                self.body.push(' ');
            }
            self.coordinate(point.x);
            self.body.push(',');
            self.coordinate(point.y);
        }
        self.body.push_str("\"/>\n");
    }
}

/// Writes text so that it stays text in HTML, within elements and attributes.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
