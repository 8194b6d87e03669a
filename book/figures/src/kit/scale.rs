//! Points, frames, and the way from a model's numbers to the drawing's.

/// A point of the drawing: right and down from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Units to the right.
    pub x: f64,
    /// Units downwards.
    pub y: f64,
}

/// The point `x` to the right and `y` down.
pub const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Point {
    /// The point that lies so far from this one.
    #[must_use]
    pub const fn by(self, dx: f64, dy: f64) -> Self {
        at(self.x + dx, self.y + dy)
    }

    /// The point that part of the way towards another.
    #[must_use]
    pub const fn toward(self, other: Self, share: f64) -> Self {
        at(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

/// A rectangle of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub w: f64,
    /// The height.
    pub h: f64,
}

impl Frame {
    /// The rectangle with that upper left corner and size.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The right edge.
    pub const fn right(self) -> f64 {
        self.x + self.w
    }

    /// The lower edge.
    pub const fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub const fn centre(self) -> Point {
        at(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The rectangle inside this one with these margins.
    #[must_use]
    pub const fn inset(self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self::new(
            self.x + left,
            self.y + top,
            self.w - left - right,
            self.h - top - bottom,
        )
    }

    /// Two rectangles side by side, the left one taking that share of the width,
    /// with a gap between them.
    pub const fn beside(self, share: f64, gap: f64) -> (Self, Self) {
        let left = (self.w - gap) * share;
        (
            Self::new(self.x, self.y, left, self.h),
            Self::new(self.x + left + gap, self.y, self.w - left - gap, self.h),
        )
    }

    /// Two rectangles, the upper one of that height, with a gap between them.
    pub const fn below(self, upper: f64, gap: f64) -> (Self, Self) {
        (
            Self::new(self.x, self.y, self.w, upper),
            Self::new(self.x, self.y + upper + gap, self.w, self.h - upper - gap),
        )
    }

    /// Whether two rectangles share more than an edge.
    pub const fn meets(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the other rectangle lies inside this one.
    pub const fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && other.right() <= self.right()
            && self.y <= other.y
            && other.bottom() <= self.bottom()
    }
}

/// A straight scale from a model's numbers to units of the drawing.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// `from` falls on `start`, `to` on `end`.
    pub const fn new(from: f64, to: f64, start: f64, end: f64) -> Self {
        Self { from, to, start, end }
    }

    /// Where the number falls.
    pub const fn at(&self, value: f64) -> f64 {
        self.start
            + (value - self.from) / (self.to - self.from) * (self.end - self.start)
    }
}

/// Round numbers from `from` to `to`, about `wanted` of them, 1, 2 or 5 times a
/// power of ten apart, and the decimals they need.
pub fn ticks(from: f64, to: f64, wanted: usize) -> (Vec<f64>, usize) {
    let rough = (to - from) / wanted as f64;
    let (mut step, mut decimals) = (1.0, 0_usize);
    let mut unit = 1.0;
    // The powers of ten are built by exact factors, never by `powf`.
    while unit * 10.0 <= rough {
        unit *= 10.0;
    }
    let mut per = 1.0;
    while unit / per > rough && decimals < 6 {
        per *= 10.0;
        decimals += 1;
    }
    for times in [1.0, 2.0, 5.0, 10.0] {
        step = times * unit / per;
        if step >= rough * 0.999 {
            if times > 9.0 {
                decimals = decimals.saturating_sub(1);
            }
            break;
        }
    }
    let mut values = Vec::new();
    let mut i = (from / step - 1e-9).ceil();
    while i * step <= to + step * 1e-9 {
        values.push(i * step);
        i += 1.0;
    }
    (values, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(
            ticks(0.0, 1.0, 5),
            (vec![0.0, 0.2, 0.4, 0.600_000_000_000_000_1, 0.8, 1.0], 1)
        );
        assert_eq!(ticks(0.0, 10.0, 5).0.len(), 6);
        assert_eq!(ticks(2.0, 10.0, 4), (vec![2.0, 4.0, 6.0, 8.0, 10.0], 0));
        assert_eq!(ticks(0.0, 1000.0, 4), (vec![0.0, 500.0, 1000.0], 0));
        for (values, _) in
            [ticks(-3.0, 3.0, 5), ticks(0.0, 0.07, 5), ticks(0.0, 1e6, 4)]
        {
            assert!((3..=8).contains(&values.len()), "{values:?}");
        }
    }
}
