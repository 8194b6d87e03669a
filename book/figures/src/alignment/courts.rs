//! Five courts on a circle: the reversal of 1756, step by step or by one's own hand.

use std::fmt::Write as _;

use demarche::alignment::courts;
use demarche::graph::{Sign, SignedGraph};

use crate::figure::{Control, Drawing, Figure, Guess, Table, slider, switch};
use crate::kit::number::{capital, count};
use crate::kit::{Align, Frame, Graph, Ink, Shape, Svg, Tie, at};
use crate::settings::Settings;

/// The six ties that are open to negotiation, with the key of their switch.
const OPEN: [(&str, usize, usize); 6] = [
    ("ba", 0, 1),
    ("bp", 0, 3),
    ("br", 0, 4),
    ("af", 1, 2),
    ("fp", 2, 3),
    ("fr", 2, 4),
];

const fn turn(key: &'static str, label: &'static str) -> Control {
    switch(key, label, false)
}

pub(super) const COURTS: Figure = Figure {
    name: "alignment-courts",
    title: "Five courts, three feuds, two Europes",
    controls: &[
        slider("step", "Moment of the reversal", "of 5", [1.0, 5.0, 1.0], 2.0),
        turn("ba", "Turn Britain and Austria"),
        turn("bp", "Turn Britain and Prussia"),
        turn("br", "Turn Britain and Russia"),
        turn("af", "Turn Austria and France"),
        turn("fp", "Turn France and Prussia"),
        turn("fr", "Turn France and Russia"),
    ],
    play: Some("step"),
    guess: Some(Guess {
        question: "Britain and Prussia have just signed. How many of the ten triads \
                   are unbalanced now?",
        unit: "",
        range: [0.0, 10.0, 1.0],
        start: 1.0,
        answer: |settings| Some(europe(settings).census().unbalanced as f64),
    }),
    draw,
    rust,
};

fn moment(settings: &Settings) -> courts::Step {
    courts::STEPS[settings.count("step") - 1]
}

fn europe(settings: &Settings) -> SignedGraph {
    let mut graph = moment(settings).graph();
    for (key, a, b) in OPEN {
        if settings.on(key) {
            graph.turn(a, b);
        }
    }
    graph
}

fn draw(settings: &Settings) -> Drawing {
    let graph = europe(settings);
    let frustration = graph.frustration();
    let unbalanced = graph.census().unbalanced;
    let camps = &frustration.alignments[0];
    let mut ring = Graph::new(&courts::NAMES);
    for (a, b, sign) in graph.ties() {
        let friends = sign == Sign::Friends;
        ring.tie(a, b, if friends { Tie::Friendly } else { Tie::Hostile });
    }
    for (key, a, b) in OPEN {
        ring.press(a, b, key, if settings.on(key) { "off" } else { "on" });
    }
    for court in 0..courts::NAMES.len() {
        let (shape, ink) = match (unbalanced, camps.together(0, court)) {
            (0, true) => (Shape::Circle, Ink::A),
            (0, false) => (Shape::Square, Ink::B),
            _ => (Shape::Circle, Ink::Strong),
        };
        ring.camp(court, shape, ink);
    }
    let mut triads: Vec<[usize; 3]> = Vec::new();
    for triad in graph.triads() {
        if !graph.triad_is_balanced(triad) {
            triads.push(triad);
        }
    }
    let narrow = settings.narrow();
    let mut svg = Svg::new(settings, if narrow { 400.0 } else { 340.0 });
    let (words, circle) = svg.frame().below(46.0, 6.0);
    let circle = Frame::new(circle.x, circle.y, circle.w, circle.h - 8.0);
    write(&mut svg, words, moment(settings), settings);
    svg.answer(|svg| {
        for &triad in &triads {
            ring.shade(svg, circle, triad);
        }
    });
    ring.draw(&mut svg, circle);
    Drawing { svg, sentence: sentence(&graph, unbalanced), table: table(&graph) }
}

/// The date and what has just happened, above the circle.
fn write(svg: &mut Svg, frame: Frame, moment: courts::Step, settings: &Settings) {
    let turned = OPEN.iter().filter(|(key, ..)| settings.on(key)).count();
    let event = match turned {
        0 => capital(moment.event),
        1 => "with one tie turned by you".to_owned(),
        n => format!("with {} ties turned by you", count(n)),
    };
    let middle = frame.centre().x;
    svg.text(at(middle, frame.y + 18.0), Align::Middle, "strong", moment.date);
    svg.text(at(middle, frame.y + 38.0), Align::Middle, "", &event);
}

fn sentence(graph: &SignedGraph, unbalanced: usize) -> String {
    if let Some(sides) = graph.balance() {
        let (first, second) = sides.sides();
        let list = |side: &[usize]| {
            let mut names = Vec::new();
            for &court in side {
                names.push(courts::NAMES[court]);
            }
            names.join(", ")
        };
        return format!(
            "All ten triads are balanced: {} stand against {}.",
            list(&first),
            list(&second)
        );
    }
    let away = |step: usize| turned(graph, &courts::STEPS[step].graph());
    let (old, new) = (away(0), away(4));
    let ties = if old == 1 { "turned tie" } else { "turned ties" };
    format!(
        "{} of the ten triads are unbalanced. The old Europe is {} {ties} away, the new \
         one {}.",
        count(unbalanced),
        count(old),
        count(new),
    )
}

/// How many ties differ between two pictures of the same courts.
fn turned(one: &SignedGraph, other: &SignedGraph) -> usize {
    one.ties().zip(other.ties()).filter(|(a, b)| a != b).count()
}

fn table(graph: &SignedGraph) -> Table {
    let mut table = Table::new(["Courts", "Tie", "Unbalanced triads of 3"]);
    for (a, b, sign) in graph.ties() {
        let pair = format!("{} and {}", courts::NAMES[a], courts::NAMES[b]);
        let tie = if sign == Sign::Friends { "friends" } else { "rivals" };
        table.push([&pair, tie, &count(graph.strain(a, b))]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let graph = europe(settings);
    let turned: Vec<_> = OPEN.iter().filter(|(key, ..)| settings.on(key)).collect();
    let mut text = format!(
        "use demarche::alignment::courts;\nlet {}europe = courts::STEPS[{}].graph();\n",
        if turned.is_empty() { "" } else { "mut " },
        count(settings.count("step") - 1)
    );
    for (_, a, b) in turned {
        let _ = write!(
            text,
            "// {} and {}.\neurope.turn({}, {});\n",
            courts::NAMES[*a],
            courts::NAMES[*b],
            count(*a),
            count(*b)
        );
    }
    let _ = write!(
        text,
        "assert_eq!(europe.census().unbalanced, {});\n\
         assert_eq!(europe.frustration().found, {});\n",
        count(graph.census().unbalanced),
        count(graph.frustration().found)
    );
    text
}
