//! An axis: its name, its range, and the values that it labels.

use super::number::fixed;
use super::scale::{Frame, Scale, at, ticks};
use super::svg::{Align, Svg};

/// One axis: its name and range.
#[derive(Debug, Clone)]
pub struct Axis {
    name: String,
    pub(super) from: f64,
    pub(super) to: f64,
    percent: bool,
    marks: Option<Vec<(f64, String)>>,
}

impl Axis {
    /// An axis from `from` to `to`. The name tells the quantity and its unit.
    #[inline(never)]
    pub fn new(name: &str, from: f64, to: f64) -> Self {
        Self { name: name.to_owned(), from, to, percent: false, marks: None }
    }

    /// Writes shares as percentages.
    #[must_use]
    pub const fn percent(mut self) -> Self {
        self.percent = true;
        self
    }

    /// Labels these values and no others.
    #[must_use]
    pub fn marks(mut self, marks: &[(f64, &str)]) -> Self {
        let mut told = Vec::new();
        for (x, text) in marks {
            told.push((*x, (*text).to_owned()));
        }
        self.marks = Some(told);
        self
    }

    pub(super) fn labels(&self, wanted: usize) -> Vec<(f64, String)> {
        if let Some(marks) = &self.marks {
            return marks.clone();
        }
        let times = if self.percent { 100.0 } else { 1.0 };
        let (values, decimals) = ticks(self.from * times, self.to * times, wanted);
        let mut labels = Vec::new();
        for x in values {
            let mut text = fixed(x, decimals);
            if self.percent {
                text.push('%');
            }
            labels.push((x / times, text));
        }
        labels
    }
}

/// Draws both axes of a plot around `inner`, with `left` units on the left.
pub(super) fn draw(
    axes: [&Axis; 2],
    svg: &mut Svg,
    inner: Frame,
    scales: &(Scale, Scale),
    x_labels: &[(f64, String)],
    y_labels: &[(f64, String)],
    left: f64,
) {
    for (value, text) in y_labels {
        let y = scales.1.at(*value);
        svg.line(at(inner.x, y), at(inner.right(), y), "grid");
        svg.text(at(inner.x - 6.0, y + 4.3), Align::End, "tick", text);
    }
    for (value, text) in x_labels {
        let x = scales.0.at(*value);
        svg.line(at(x, inner.bottom()), at(x, inner.bottom() + 5.0), "axis");
        svg.text(at(x, inner.bottom() + 18.0), Align::Middle, "tick", text);
    }
    svg.line(at(inner.x, inner.bottom()), at(inner.right(), inner.bottom()), "axis");
    svg.text(
        at(inner.x - left, inner.y - 12.0),
        Align::Start,
        "name",
        &axes[1].name,
    );
    svg.text(
        at(inner.right(), inner.bottom() + 37.0),
        Align::End,
        "name",
        &axes[0].name,
    );
}
