//! A war on a map: where it gets to, and which border to mediate.

use demarche::crisis::{BorderMap, Outbreak};
use demarche::numbers::Probability;

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider, switch};
use crate::kit::number::{fixed, literal, percent, short};
use crate::kit::{Align, Frame, Ink, Shape, Svg, at, valid};
use crate::settings::Settings;

/// Where a state's code stands.
#[derive(Clone, Copy)]
enum Side {
    Above,
    Below,
    Right,
}

/// Name, code, about where it lies from the west and from the north, and where its code
/// stands, clear of the borders.
const STATES: [(&str, &str, f64, f64, Side); 14] = [
    ("Senegal", "SEN", 0.06, 0.1, Side::Above),
    ("The Gambia", "GMB", 0.02, 0.38, Side::Below),
    ("Guinea-Bissau", "GNB", 0.07, 0.6, Side::Below),
    ("Guinea", "GIN", 0.2, 0.5, Side::Right),
    ("Sierra Leone", "SLE", 0.15, 0.8, Side::Below),
    ("Liberia", "LBR", 0.26, 0.95, Side::Below),
    ("Ivory Coast", "CIV", 0.41, 0.78, Side::Below),
    ("Mali", "MLI", 0.42, 0.08, Side::Above),
    ("Burkina Faso", "BFA", 0.56, 0.38, Side::Right),
    ("Ghana", "GHA", 0.57, 0.92, Side::Below),
    ("Togo", "TGO", 0.71, 0.58, Side::Right),
    ("Benin", "BEN", 0.79, 0.92, Side::Below),
    ("Niger", "NER", 0.85, 0.16, Side::Above),
    ("Nigeria", "NGA", 0.96, 0.62, Side::Below),
];

const BORDERS: [[usize; 2]; 25] = [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 7],
    [2, 3],
    [3, 4],
    [3, 5],
    [3, 6],
    [3, 7],
    [4, 5],
    [5, 6],
    [6, 7],
    [6, 8],
    [6, 9],
    [7, 8],
    [7, 12],
    [8, 9],
    [8, 10],
    [8, 11],
    [8, 12],
    [9, 10],
    [10, 11],
    [11, 12],
    [11, 13],
    [12, 13],
];

/// In the order of the states.
const FROM: &[(&str, &str)] = &[
    ("senegal", "Senegal"),
    ("gambia", "The Gambia"),
    ("guinea-bissau", "Guinea-Bissau"),
    ("guinea", "Guinea"),
    ("sierra-leone", "Sierra Leone"),
    ("liberia", "Liberia"),
    ("ivory-coast", "Ivory Coast"),
    ("mali", "Mali"),
    ("burkina-faso", "Burkina Faso"),
    ("ghana", "Ghana"),
    ("togo", "Togo"),
    ("benin", "Benin"),
    ("niger", "Niger"),
    ("nigeria", "Nigeria"),
];

pub(super) const SPARKS: Figure = Figure {
    name: "crisis-sparks",
    title: "A war starts somewhere. How far does it get?",
    controls: &[
        choice("from", "It starts in", FROM, "liberia"),
        slider(
            "p",
            "It crosses a border with chance, p",
            "",
            [0.05, 0.95, 0.05],
            0.3,
        ),
        switch("closed", "The best border is mediated", false),
    ],
    play: Some("p"),
    guess: Some(Guess {
        question: "A war starts in Liberia and crosses each border on its way with \
                   chance 3/10. Of these fourteen states, how many are at war in the \
                   end, on average?",
        unit: "states",
        range: [1.0, 14.0, 0.1],
        start: 2.0,
        answer: |settings| {
            let map = map(settings);
            Some(valid(map.outbreak(settings.choice("from"))).expected())
        },
    }),
    draw,
    rust,
};

fn map(settings: &Settings) -> BorderMap {
    let crosses = valid(Probability::new(settings.number("p")));
    valid(BorderMap::of(STATES.len(), &BORDERS, crosses))
}

/// The border to mediate, and how many are at war then.
fn best(map: &BorderMap, from: usize) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (border, left) in valid(map.each_closed(from)).into_iter().enumerate() {
        if left < best.1 - 1e-12 {
            best = (border, left);
        }
    }
    best
}

struct View {
    from: usize,
    open: f64,
    /// The border to mediate, and what is left then.
    best: usize,
    then: f64,
    /// As it is drawn.
    outbreak: Outbreak,
}

impl View {
    fn of(settings: &Settings) -> Self {
        let (map, from) = (map(settings), settings.choice("from"));
        let mut outbreak = valid(map.outbreak(from));
        let (best, then) = best(&map, from);
        let open = outbreak.expected();
        if settings.on("closed") {
            outbreak = valid(map.closed(best).outbreak(from));
        }
        Self { from, open, best, then, outbreak }
    }

    fn border(&self) -> String {
        let [one, other] = BORDERS[self.best];
        let mut text = STATES[one].0.to_owned();
        text.push('–');
        text.push_str(STATES[other].0);
        text
    }
}

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let mut svg = Svg::new(settings, if settings.narrow() { 280.0 } else { 340.0 });
    let frame = svg.frame().inset(20.0, 12.0, 20.0, 34.0);
    let place = |state: usize| {
        let (_, _, x, y, _) = STATES[state];
        at(frame.x + x * frame.w, frame.y + y * frame.h)
    };
    let picture = |svg: &mut Svg, known: bool| {
        for (k, [one, other]) in BORDERS.into_iter().enumerate() {
            let (p, q) = (place(one), place(other));
            if known && k == view.best {
                svg.line(p, q, "tie good");
                svg.mark(Shape::Cross, p.toward(q, 0.5), 6.0, Ink::Good);
            } else {
                svg.line(p, q, "tie quiet");
            }
        }
        for (state, (_, code, _, _, side)) in STATES.into_iter().enumerate() {
            let centre = place(state);
            if state == view.from {
                svg.mark(Shape::Diamond, centre, 8.0, Ink::Bad);
            } else {
                // As large as it is likely to be at war.
                let reach = if known { view.outbreak.reach()[state] } else { 0.0 };
                svg.mark(Shape::Circle, centre, 3.0 + 9.0 * reach, Ink::A);
            }
            let (beside, align) = match side {
                Side::Above => (centre.by(0.0, -15.0), Align::Middle),
                Side::Below => (centre.by(0.0, 24.0), Align::Middle),
                Side::Right => (centre.by(14.0, 4.0), Align::Start),
            };
            svg.text(beside, align, "tick", code);
        }
        if !known {
            return;
        }
        let [one, other] = BORDERS[view.best];
        let closes = if settings.on("closed") { "off" } else { "on" };
        svg.press_line(place(one), place(other), "closed", closes);
        for (state, (key, _)) in FROM.iter().enumerate() {
            let c = place(state);
            svg.press(Frame::new(c.x - 14.0, c.y - 14.0, 28.0, 28.0), "from", key);
        }
    };
    svg.asked(|svg| picture(svg, false));
    svg.answer(|svg| picture(svg, true));
    Drawing { svg, sentence: sentence(settings, &view), table: table(&view) }
}

fn sentence(settings: &Settings, view: &View) -> String {
    let (from, border) = (STATES[view.from].0, view.border());
    let (open, then) = (fixed(view.open, 2), fixed(view.then, 2));
    if settings.on("closed") {
        return format!(
            "With {border} mediated {then} of 14 states are at war in the end, instead \
             of {open}."
        );
    }
    format!(
        "From {from} it gets to {open} of 14 states on average, itself counted. The \
         border to mediate is {border}: then it is {then}."
    )
}

fn table(view: &View) -> Table {
    let mut table = Table::new(["State", "At war in the end"]);
    for ((name, code, ..), reach) in STATES.iter().zip(view.outbreak.reach()) {
        let mut full = (*name).to_owned();
        full.push_str(" (");
        full.push_str(code);
        full.push(')');
        table.push([&full, &percent(*reach, 1)]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let from = settings.choice("from");
    let (_, then) = best(&map(settings), from);
    let mut borders = String::new();
    for [one, other] in BORDERS {
        if !borders.is_empty() {
            borders.push_str(", ");
        }
        borders.push('[');
        borders.push_str(&short(one as f64, 0));
        borders.push_str(", ");
        borders.push_str(&short(other as f64, 0));
        borders.push(']');
    }
    format!(
        "use demarche::crisis::BorderMap;\n\
         use demarche::numbers::Probability;\n\
         let borders = [{borders}];\n\
         let map = BorderMap::of(14, &borders, Probability::new({})?)?;\n\
         let best = map.mediate({}, 1)?;\n\
         assert!((best.expected - {}).abs() < 1e-6);\n",
        literal(settings.number("p")),
        from,
        fixed(then, 6),
    )
}
