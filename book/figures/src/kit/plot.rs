//! A plane with two axes: areas, lines named at their ends, dots, rules, bars.

use super::area::{inside, pieces, within};
use super::axis::{self, Axis};
use super::label::{LABEL, Labels, TICK, spread, widest, width};
use super::scale::{Frame, Point, Scale, at};
use super::svg::{Align, Svg};
use super::{Ink, Shape};

enum Item {
    Area { ink: Ink, points: Vec<Point>, label: String },
    Line { ink: Ink, points: Vec<Point>, label: String },
    Dot { shape: Shape, ink: Ink, place: Point, label: String },
    Across { y: f64, ink: Ink, label: String },
    Upright { x: f64, ink: Ink, label: String },
    Label { ink: Ink, place: Point, text: String },
    Bar { x: f64, width: f64, from: f64, to: f64, ink: Ink },
    Drag { place: Point, width: Option<f64>, x: Pull, y: Pull },
    Press { from: f64, to: f64, key: &'static str, value: String },
}

/// A slider, and how far it goes for a unit of the axis; no key, no slider.
type Pull = (&'static str, f64);

const NONE: Pull = ("", 0.0);

/// A plot, filled in the model's numbers and then drawn into a frame. Whatever lies
/// beyond the axes is cut at the edge.
pub struct Plot {
    x: Axis,
    y: Axis,
    items: Vec<Item>,
}

impl Plot {
    /// An empty plane.
    pub const fn new(x: Axis, y: Axis) -> Self {
        Self { x, y, items: Vec::new() }
    }

    /// Tints the polygon through these points; the label stands inside it.
    #[inline(never)]
    pub fn area(&mut self, ink: Ink, label: &str, points: &[(f64, f64)]) {
        let points = given(points);
        self.items.push(Item::Area { ink, points, label: label.to_owned() });
    }

    /// A line through these points, named at its end.
    #[inline(never)]
    pub fn line(&mut self, ink: Ink, label: &str, points: &[(f64, f64)]) {
        let points = given(points);
        self.items.push(Item::Line { ink, points, label: label.to_owned() });
    }

    /// The graph of a function over the whole axis, from `steps` pieces.
    pub fn curve(
        &mut self,
        ink: Ink,
        label: &str,
        steps: usize,
        value: impl Fn(f64) -> f64,
    ) {
        self.trace(ink, label, steps, &value);
    }

    #[inline(never)]
    fn trace(
        &mut self,
        ink: Ink,
        label: &str,
        steps: usize,
        value: &dyn Fn(f64) -> f64,
    ) {
        let (from, to) = (self.x.from, self.x.to);
        let mut points = Vec::new();
        for i in 0..=steps {
            let x = from + (to - from) * (i as f64 / steps as f64);
            let y = value(x);
            if y.is_finite() {
                points.push((x, y));
            }
        }
        self.line(ink, label, &points);
    }

    /// A mark at a point, with its label beside it.
    #[inline(never)]
    pub fn dot(&mut self, shape: Shape, ink: Ink, x: f64, y: f64, label: &str) {
        let place = at(x, y);
        self.items.push(Item::Dot { shape, ink, place, label: label.to_owned() });
    }

    /// A word beside a point, without a mark.
    #[inline(never)]
    pub fn label(&mut self, ink: Ink, x: f64, y: f64, text: &str) {
        self.items.push(Item::Label { ink, place: at(x, y), text: text.to_owned() });
    }

    /// A thin line across at height `y`.
    #[inline(never)]
    pub fn across(&mut self, ink: Ink, y: f64, label: &str) {
        self.items.push(Item::Across { y, ink, label: label.to_owned() });
    }

    /// A thin upright line at `x`.
    #[inline(never)]
    pub fn upright(&mut self, ink: Ink, x: f64, label: &str) {
        self.items.push(Item::Upright { x, ink, label: label.to_owned() });
    }

    /// An upright bar around `x` from one height to another; bars on top of each
    /// other make a stack.
    #[inline(never)]
    pub fn bar(&mut self, ink: Ink, x: f64, width: f64, from: f64, to: f64) {
        self.items.push(Item::Bar { x, width, from, to, ink });
    }

    /// Lets the reader drag the point at `(x, y)`; the two keys name sliders.
    #[inline(never)]
    pub fn drag(&mut self, place: (f64, f64), x: &'static str, y: &'static str) {
        let place = at(place.0, place.1);
        self.items.push(Item::Drag { place, width: None, x: (x, 1.0), y: (y, 1.0) });
    }

    /// Lets the reader drag the point sideways; the slider of that key goes so far for
    /// a unit of the axis (100 where it counts in percent).
    #[inline(never)]
    pub fn slide(&mut self, (x, y): (f64, f64), key: &'static str, each: f64) {
        let (place, x) = (at(x, y), (key, each));
        self.items.push(Item::Drag { place, width: None, x, y: NONE });
    }

    /// Lets the reader drag the point up and down, in a strip so wide around it.
    #[inline(never)]
    pub fn lift(
        &mut self,
        (x, y): (f64, f64),
        width: f64,
        key: &'static str,
        each: f64,
    ) {
        let (place, width) = (at(x, y), Some(width));
        self.items.push(Item::Drag { place, width, x: NONE, y: (key, each) });
    }

    /// Lets the reader press what lies between two places of the axis across: it sets
    /// a control to that value.
    #[inline(never)]
    pub fn press(&mut self, from: f64, to: f64, key: &'static str, value: &str) {
        let value = value.to_owned();
        self.items.push(Item::Press { from, to, key, value });
    }

    /// Draws it all into the frame.
    pub fn draw(&self, svg: &mut Svg, frame: Frame) {
        let narrow = frame.w < 380.0;
        let names = self.names();
        let keyed = narrow && !names.is_empty();
        let right = if keyed || names.is_empty() {
            12.0
        } else {
            widest(&mut names.iter().map(|(_, name)| *name), LABEL) + 14.0
        };
        let x_labels = self.x.labels(if frame.w < 300.0 { 4 } else { 6 });
        let y_labels = self.y.labels(if frame.h < 220.0 { 4 } else { 5 });
        let left =
            widest(&mut y_labels.iter().map(|(_, text)| text.as_str()), TICK) + 10.0;
        let key_rows = if keyed { key(svg, frame, &names, left) } else { 0.0 };
        let inner = frame.inset(left, 26.0 + key_rows, right, 44.0);
        let scales = (
            Scale::new(self.x.from, self.x.to, inner.x, inner.right()),
            Scale::new(self.y.from, self.y.to, inner.bottom(), inner.y),
        );
        axis::draw(
            [&self.x, &self.y],
            svg,
            inner,
            &scales,
            &x_labels,
            &y_labels,
            left,
        );
        let place = |p: &Point| at(scales.0.at(p.x), scales.1.at(p.y));
        let mut labels = Labels::new(inner.inset(2.0, 2.0, 2.0, 2.0));
        let mut ends = Vec::new();
        for item in &self.items {
            match item {
                Item::Area { ink, points, .. } => {
                    let points = placed(points, &scales);
                    let points = within(&points, inner);
                    if points.len() > 2 {
                        svg.polygon(&points, &classes("area", *ink));
                    }
                }
                Item::Bar { x, width, from, to, ink } => {
                    let (l, r) =
                        (scales.0.at(x - width / 2.0), scales.0.at(x + width / 2.0));
                    let (a, b) = (scales.1.at(*from), scales.1.at(*to));
                    let bar = Frame::new(l, a.min(b), r - l, (a - b).abs());
                    svg.rect(bar, 1.0, &classes("bar", *ink));
                }
                _ => {}
            }
        }
        for item in &self.items {
            match item {
                Item::Line { ink, points, label } => {
                    let points = placed(points, &scales);
                    let mut last = None;
                    for piece in pieces(&points, inner) {
                        svg.path(&piece, &classes("line", *ink));
                        labels.keep_off_line(&piece);
                        last = piece.last().copied();
                    }
                    if let (Some(end), false) = (last, label.is_empty()) {
                        ends.push((end, *ink, label));
                    }
                }
                Item::Across { y, ink, .. }
                    if self.y.from <= *y && *y <= self.y.to =>
                {
                    let y = scales.1.at(*y);
                    let (from, to) = (at(inner.x, y), at(inner.right(), y));
                    svg.line(from, to, &classes("rule", *ink));
                    labels.keep_off_line(&[from, to]);
                }
                Item::Upright { x, ink, .. }
                    if self.x.from <= *x && *x <= self.x.to =>
                {
                    let x = scales.0.at(*x);
                    let (from, to) = (at(x, inner.bottom()), at(x, inner.y));
                    svg.line(from, to, &classes("rule", *ink));
                    labels.keep_off_line(&[from, to]);
                }
                Item::Dot { place: p, .. } => {
                    let p = place(p);
                    labels.keep_off(Frame::new(p.x - 8.0, p.y - 8.0, 16.0, 16.0));
                }
                _ => {}
            }
        }
        if !keyed {
            name_ends(svg, inner, &ends);
        }
        self.marks_and_labels(svg, inner, &scales, &mut labels);
    }

    fn marks_and_labels(
        &self,
        svg: &mut Svg,
        inner: Frame,
        scales: &(Scale, Scale),
        labels: &mut Labels,
    ) {
        let place = |p: &Point| at(scales.0.at(p.x), scales.1.at(p.y));
        for item in &self.items {
            if let Item::Dot { shape, ink, place: p, label } = item {
                let p = inside(place(p), inner);
                svg.mark(*shape, p, 6.5, *ink);
                if !label.is_empty() {
                    labels.beside(svg, p, 12.0, *ink, label);
                }
            }
        }
        for item in &self.items {
            match item {
                Item::Label { ink, place: p, text } => {
                    labels.beside(svg, inside(place(p), inner), 8.0, *ink, text);
                }
                Item::Across { y, ink, label } if !label.is_empty() => {
                    let w = width(label, LABEL);
                    let p =
                        at(inner.right() - w / 2.0 - 4.0, scales.1.at(*y) - 12.0);
                    labels.inside(svg, inside(p, inner), *ink, label);
                }
                Item::Upright { x, ink, label } if !label.is_empty() => {
                    let p = at(scales.0.at(*x), inner.y + 12.0);
                    labels.beside(svg, inside(p, inner), 6.0, *ink, label);
                }
                Item::Area { ink, points, label } if !label.is_empty() => {
                    let points = placed(points, scales);
                    let points = within(&points, inner);
                    if points.len() > 2 {
                        labels.within(svg, &points, *ink, label);
                    }
                }
                _ => {}
            }
        }
        for item in &self.items {
            match item {
                Item::Drag { place: p, width, x, y } => {
                    let handle = inside(place(p), inner);
                    let half = width.map(|width| scales.0.at(width / 2.0));
                    let half = half.map(|half| half - scales.0.at(0.0));
                    let strip = half.map_or(inner, |half| {
                        Frame::new(handle.x - half, inner.y, 2.0 * half, inner.h)
                    });
                    let pull = |(key, each): &Pull, axis: &Axis| {
                        (*key, axis.from * each, axis.to * each)
                    };
                    svg.drag(strip, handle, pull(x, &self.x), pull(y, &self.y));
                }
                Item::Press { from, to, key, value } => {
                    let (l, r) = (scales.0.at(*from), scales.0.at(*to));
                    svg.press(Frame::new(l, inner.y, r - l, inner.h), key, value);
                }
                _ => {}
            }
        }
    }

    fn names(&self) -> Vec<(Ink, &str)> {
        let mut names: Vec<(Ink, &str)> = Vec::new();
        for item in &self.items {
            if let Item::Line { ink, label, .. } = item
                && !label.is_empty()
            {
                names.push((*ink, label));
            }
        }
        names
    }
}

fn given(points: &[(f64, f64)]) -> Vec<Point> {
    let mut given = Vec::new();
    for &(x, y) in points {
        given.push(at(x, y));
    }
    given
}

fn placed(points: &[Point], scales: &(Scale, Scale)) -> Vec<Point> {
    let mut placed = Vec::new();
    for p in points {
        placed.push(at(scales.0.at(p.x), scales.1.at(p.y)));
    }
    placed
}

/// On a narrow page the lines' names stand above the plot, each behind a sample.
fn key(svg: &mut Svg, frame: Frame, names: &[(Ink, &str)], left: f64) -> f64 {
    let (mut x, mut y) = (frame.x, frame.y + 14.0);
    let _ = left;
    for (ink, name) in names {
        let w = 26.0 + width(name, LABEL) + 14.0;
        if x > frame.x && x + w > frame.right() + 12.0 {
            x = frame.x;
            y += 20.0;
        }
        let sample = [at(x, y - 4.5), at(x + 22.0, y - 4.5)];
        svg.path(&sample, &classes("line", *ink));
        svg.text(at(x + 27.0, y), Align::Start, &classes("label", *ink), name);
        x += w;
    }
    y - frame.y + 10.0
}

fn name_ends(svg: &mut Svg, inner: Frame, ends: &[(Point, Ink, &String)]) {
    let mut wanted = Vec::new();
    for (end, _, _) in ends {
        wanted.push(end.y);
    }
    let heights = spread(&wanted, LABEL * 1.2, inner.y + 4.0, inner.bottom() - 4.0);
    for ((end, ink, label), y) in ends.iter().zip(heights) {
        let x = inner.right() + 8.0;
        if (y - end.y).abs() > 3.0 {
            svg.line(at(inner.right() + 1.0, end.y), at(x - 1.0, y), "leader");
        }
        svg.text(at(x, y + 4.8), Align::Start, &classes("label", *ink), label);
    }
}

pub(crate) fn classes(first: &str, ink: Ink) -> String {
    let mut class = String::from(first);
    class.push(' ');
    class.push_str(ink.class());
    class
}
