//! What an envoy can tell, and what the other ways to use one lose.

use demarche::signals::{
    Bias, Institution, Partition, best_institution, max_cells, trust_value,
};

use crate::figure::{Drawing, Figure, Table, slider};
use crate::kit::number::{fixed, percent, short};
use crate::kit::{Align, Axis, Frame, Ink, Plot, Shape, Svg, at, valid};
use crate::settings::Settings;

const MOST: f64 = 0.6;

pub(super) const TALK: Figure = Figure {
    name: "signals-talk",
    title: "How much a biased envoy can tell",
    controls: &[slider("b", "The envoy's bias, b", "", [0.005, MOST, 0.005], 0.1)],
    play: Some("b"),
    guess: None,
    draw,
    rust,
};

/// The bias in thousandths, so that the edges between numbers of cells are exact.
#[allow(clippy::cast_possible_truncation, reason = "at most 600")]
fn thousandths(b: f64) -> i64 {
    (b * 1000.0).round() as i64
}

fn bias(b: f64) -> Bias {
    valid(Bias::ratio(thousandths(b), 1000))
}

const WAYS: [(Institution, &str, Ink); 4] = [
    (Institution::Envoy, "envoy", Ink::A),
    (Institution::Mediator, "mediator", Ink::B),
    (Institution::Plenipotentiary, "full powers", Ink::C),
    (Institution::Silence, "silence", Ink::Quiet),
];

fn draw(settings: &Settings) -> Drawing {
    let now = bias(settings.number("b"));
    let mut svg = Svg::new(settings, BAR + 290.0);
    let width = settings.width();
    cells(&mut svg, now, Frame::new(0.0, 0.0, width, BAR));
    let most = 0.1;
    let mut plot = Plot::new(
        Axis::new("Bias, b", 0.0, MOST),
        Axis::new("What the government expects to lose", 0.0, most),
    );
    for edge in [1.0 / 4.0, 1.0 / 12.0, 1.0 / 24.0] {
        plot.upright(Ink::Quiet, edge, "");
    }
    for (way, name, ink) in WAYS {
        let mut points = Vec::new();
        for i in 1..=120 {
            let b = f64::from(i) * 0.005;
            let loss = way.loss(bias(b));
            // One point beyond the edge, so that the line runs out of the plot.
            if loss > most && b > 0.32 {
                break;
            }
            points.push((b, loss));
        }
        // Full powers leave the plot at its top, far from where lines are named.
        let leaves = way == Institution::Plenipotentiary;
        plot.line(ink, if leaves { "" } else { name }, &points);
        if leaves {
            plot.label(ink, 0.31, 0.093, name);
        }
    }
    let best = best_institution(now);
    for (way, _, ink) in WAYS {
        let loss = way.loss(now);
        if loss <= most {
            let shape = if way == best { Shape::Square } else { Shape::Circle };
            plot.dot(
                shape,
                ink,
                now.value(),
                loss,
                if way == best { "least" } else { "" },
            );
        }
    }
    plot.slide((now.value(), best.loss(now)), "b", 1.0);
    plot.draw(&mut svg, Frame::new(0.0, BAR, width, 290.0));
    Drawing { svg, sentence: sentence(now), table: table(now) }
}

/// The height of the unit bar with its numbers.
const BAR: f64 = 92.0;

/// The range of what may be the case, divided as the envoy can name it.
fn cells(svg: &mut Svg, now: Bias, place: Frame) {
    let words = "What may be the case, as the report divides it";
    svg.text(at(place.x, place.y + 14.0), Align::Start, "name", words);
    let left = place.x + 14.0;
    let scale = |x: f64| left + x * (place.w - 28.0);
    let (top, height) = (place.y + 26.0, 32.0);
    let Some(report) = Partition::finest(now) else { return };
    for (i, cell) in report.cuts().windows(2).enumerate() {
        let (from, to) = (scale(cell[0]), scale(cell[1]));
        let class = if i % 2 == 0 { "span a" } else { "span b" };
        svg.rect(Frame::new(from, top, to - from, height), 0.0, class);
        svg.line(at(from, top), at(from, top + height), "axis");
        // Where the government acts on hearing of this cell.
        svg.circle(
            at(scale(report.action(i)), top + height / 2.0),
            3.0,
            "mark strong",
        );
    }
    svg.line(at(scale(1.0), top), at(scale(1.0), top + height), "axis");
    let mut free = f64::NEG_INFINITY;
    for &cut in report.cuts().iter().rev() {
        // Cuts crowd at the low end: a number that has no room is left out.
        let x = scale(cut);
        if free - x > 34.0 || free < 0.0 {
            let text = short(cut, 3);
            svg.text(at(x, top + height + 17.0), Align::Middle, "tick", &text);
            free = x;
        }
    }
}

fn sentence(now: Bias) -> String {
    let loss = |way: Institution| short(way.loss(now), 3);
    let told = match max_cells(now) {
        Some(1) => {
            "tells nothing: whatever the case, it would say the same".to_owned()
        }
        Some(cells) => format!(
            "can tell {cells} cases apart and saves {} of the loss of silence",
            percent(trust_value(now) * 12.0, 0)
        ),
        None => "tells everything".to_owned(),
    };
    let advice = match best_institution(now) {
        Institution::Plenipotentiary => "of these, full powers lose least",
        Institution::Mediator => "of these, a mediator loses least",
        _ => "nobody is worth asking",
    };
    format!(
        "With a bias of {} the envoy {told}. Report {}, mediator {}, full powers {}, \
         silence {}: {advice}.",
        short(now.value(), 3),
        loss(Institution::Envoy),
        loss(Institution::Mediator),
        loss(Institution::Plenipotentiary),
        loss(Institution::Silence),
    )
}

fn table(now: Bias) -> Table {
    let mut table =
        Table::new(["Bias", "Cells", "Report", "Mediator", "Full powers"]);
    let mut row = |b: Bias, name: &str| {
        let cells =
            max_cells(b).map_or_else(|| "∞".to_owned(), |n| short(f64::from(n), 0));
        table.push([
            name,
            &cells,
            &fixed(Institution::Envoy.loss(b), 4),
            &fixed(Institution::Mediator.loss(b), 4),
            &fixed(Institution::Plenipotentiary.loss(b), 4),
        ]);
    };
    row(now, &format!("{} (now)", short(now.value(), 3)));
    for b in [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5] {
        row(bias(b), &short(b, 3));
    }
    table
}

fn rust(settings: &Settings) -> String {
    let b = settings.number("b");
    let now = bias(b);
    let cells = max_cells(now).map_or(0, |n| n as usize);
    let best = match best_institution(now) {
        Institution::Plenipotentiary => "Plenipotentiary",
        Institution::Mediator => "Mediator",
        Institution::Envoy => "Envoy",
        Institution::Silence => "Silence",
    };
    format!(
        "use demarche::signals::{{Bias, Institution, best_institution, max_cells}};\n\
         let bias = Bias::ratio({}, 1000)?;\n\
         assert_eq!(max_cells(bias), Some({cells}));\n\
         assert_eq!(best_institution(bias), Institution::{best});\n",
        thousandths(b),
    )
}
