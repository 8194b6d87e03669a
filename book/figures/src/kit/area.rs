//! Areas and lines cut to a frame, and where their middles and edges are.

use super::number::clamped;
use super::scale::{Frame, Point, at};

/// The point of the frame nearest to `p`.
pub(super) fn inside(p: Point, frame: Frame) -> Point {
    at(clamped(p.x, frame.x, frame.right()), clamped(p.y, frame.y, frame.bottom()))
}

/// The four edges of a frame as "how far inside": at least 0 within.
fn edges(frame: Frame) -> [impl Fn(Point) -> f64; 4] {
    let edge = |sign: f64, upright: bool, limit: f64| {
        move |p: Point| sign * (if upright { p.x } else { p.y } - limit)
    };
    [
        edge(1.0, true, frame.x),
        edge(-1.0, true, frame.right()),
        edge(1.0, false, frame.y),
        edge(-1.0, false, frame.bottom()),
    ]
}

/// The polygon cut to the frame (Sutherland and Hodgman).
pub(super) fn within(points: &[Point], frame: Frame) -> Vec<Point> {
    let mut points = points.to_vec();
    for depth in edges(frame) {
        let mut cut = Vec::new();
        for (i, &p) in points.iter().enumerate() {
            let q = points[(i + 1) % points.len()];
            let (dp, dq) = (depth(p), depth(q));
            if dp >= 0.0 {
                cut.push(p);
            }
            if (dp >= 0.0) != (dq >= 0.0) {
                cut.push(p.toward(q, dp / (dp - dq)));
            }
        }
        points = cut;
    }
    points
}

/// The parts of a line that lie in the frame.
pub(super) fn pieces(points: &[Point], frame: Frame) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((p, q)) = segment(pair[0], pair[1], frame) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&p) => piece.push(q),
            _ => pieces.push(vec![p, q]),
        }
    }
    pieces
}

fn segment(p: Point, q: Point, frame: Frame) -> Option<(Point, Point)> {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for depth in edges(frame) {
        let (dp, dq) = (depth(p) + 1e-9, depth(q) + 1e-9);
        if dp < 0.0 && dq < 0.0 {
            return None;
        }
        if dp < 0.0 {
            from = from.max(dp / (dp - dq));
        } else if dq < 0.0 {
            to = to.min(dp / (dp - dq));
        }
    }
    let start = if from > 0.0 { p.toward(q, from) } else { p };
    let end = if to < 1.0 { p.toward(q, to) } else { q };
    (from < to).then_some((start, end))
}

/// The middle of an area.
pub(super) fn centroid(points: &[Point]) -> Point {
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (i, p) in points.iter().enumerate() {
        let q = points[(i + 1) % points.len()];
        let cross = p.x * q.y - q.x * p.y;
        area += cross;
        x += (p.x + q.x) * cross;
        y += (p.y + q.y) * cross;
    }
    if area.abs() < 1e-6 {
        points[0]
    } else {
        at(x / (3.0 * area), y / (3.0 * area))
    }
}

/// How large an area is, in square units.
pub(super) fn extent(points: &[Point]) -> f64 {
    let mut twice = 0.0_f64;
    for (i, p) in points.iter().enumerate() {
        let q = points[(i + 1) % points.len()];
        twice += p.x * q.y - q.x * p.y;
    }
    twice.abs() / 2.0
}

/// From where to where an area reaches at height `y`.
pub(super) fn span(area: &[Point], y: f64) -> Option<(f64, f64)> {
    let mut span: Option<(f64, f64)> = None;
    for (i, a) in area.iter().enumerate() {
        let b = area[(i + 1) % area.len()];
        if (a.y > y) != (b.y > y) {
            let x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            let (left, right) = span.unwrap_or((x, x));
            span = Some((left.min(x), right.max(x)));
        }
    }
    span
}

/// Whether a point lies in an area: a ray from it leaves it an odd number of times.
pub(super) fn holds(area: &[Point], p: Point) -> bool {
    let mut inside = false;
    for (i, a) in area.iter().enumerate() {
        let b = area[(i + 1) % area.len()];
        let crosses = (a.y > p.y) != (b.y > p.y);
        if crosses && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}
