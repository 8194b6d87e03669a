//! The plane of deals: what we gain, what they gain, and which deals both take.

use demarche::gains::{Deal, States, effective_weight};
use demarche::numbers::{RelativeWeight, Sensitivity};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const MOST: f64 = 8.0;

pub(super) const PLANE: Figure = Figure {
    name: "gains-plane",
    title: "Which deals survive the comparison",
    controls: &[
        slider("v", "We gain, V", "", [0.0, MOST, 0.25], 2.0),
        slider("w", "They gain, W", "", [0.0, MOST, 0.25], 5.0),
        slider("k", "Each minds the gap, k", "", [0.0, 4.0, 0.05], 1.0),
        slider("n", "How many compare, n", "states", [2.0, 10.0, 1.0], 2.0),
    ],
    play: Some("k"),
    guess: Some(Guess {
        question: "We would gain 2, they 5. How large may our k be before we refuse?",
        unit: "",
        range: [0.0, 4.0, 0.05],
        start: 2.0,
        answer: tips,
    }),
    draw,
    rust,
};

fn deal(settings: &Settings) -> Deal {
    valid(Deal::new(settings.number("v"), settings.number("w")))
}

/// The weight on one partner's gain when a state of sensitivity `k` compares itself
/// with all others alike.
fn weight(settings: &Settings, k: f64) -> RelativeWeight {
    let r = RelativeWeight::from(valid(Sensitivity::new(k)));
    effective_weight(r, valid(States::new(settings.count("n"))))
}

/// The *k* beyond which we refuse. With more states our own gain counts as if it
/// were *n* − 1 times as large, for the comparison is spread over so many.
fn tips(settings: &Settings) -> Option<f64> {
    let others = settings.number("n") - 1.0;
    let deal = deal(settings);
    let seen = valid(Deal::new(deal.own() * others, deal.other()));
    seen.critical_sensitivity().map(Sensitivity::value)
}

/// The largest gap, as a ratio of gains, that is still tolerated: 1/ρ.
fn tolerated(rho: RelativeWeight) -> f64 {
    1.0 / rho.value()
}

fn draw(settings: &Settings) -> Drawing {
    let (k, n) = (settings.number("k"), settings.number("n"));
    let (deal, rho) = (deal(settings), weight(settings, k));
    let edge = rho.value() * MOST;
    let mut plot = Plot::new(
        Axis::new("We gain, V", 0.0, MOST),
        Axis::new("They gain, W", 0.0, MOST),
    );
    plot.area(Ink::Bad, "we refuse", &[(0.0, 0.0), (edge, MOST), (0.0, MOST)]);
    plot.area(Ink::Bad, "they refuse", &[(0.0, 0.0), (MOST, edge), (MOST, 0.0)]);
    let wedge = [(0.0, 0.0), (edge, MOST), (MOST, MOST), (MOST, edge)];
    plot.area(Ink::Good, "both accept", &wedge);
    plot.line(Ink::Bad, "", &[(0.0, 0.0), (edge, MOST)]);
    plot.line(Ink::Bad, "", &[(0.0, 0.0), (MOST, edge)]);
    plot.line(Ink::Quiet, "", &[(0.0, 0.0), (MOST, MOST)]);
    if let Some(guess) = settings.guess() {
        let edge = weight(settings, guess).value() * MOST;
        plot.line(Ink::B, "", &[(0.0, 0.0), (edge, MOST)]);
        plot.label(Ink::B, 0.86 * edge, 0.86 * MOST, "your guess");
    }
    let struck = deal.struck(rho, rho);
    let (shape, ink) =
        if struck { (Shape::Circle, Ink::Good) } else { (Shape::Cross, Ink::Bad) };
    let word = if struck { "deal" } else { "no deal" };
    plot.dot(shape, ink, deal.own(), deal.other(), word);
    plot.drag((deal.own(), deal.other()), "v", "w");
    let mut svg = Svg::new(settings, if settings.narrow() { 380.0 } else { 430.0 });
    let frame = svg.frame();
    let mut known = Plot::new(
        Axis::new("We gain, V", 0.0, MOST),
        Axis::new("They gain, W", 0.0, MOST),
    );
    known.line(Ink::Quiet, "", &[(0.0, 0.0), (MOST, MOST)]);
    known.label(Ink::Quiet, 0.86 * MOST, 0.8 * MOST, "equal gains");
    known.dot(Shape::Diamond, Ink::Strong, deal.own(), deal.other(), "the deal");
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| plot.draw(svg, frame));
    Drawing {
        svg,
        sentence: sentence(deal, rho, n),
        table: Table::new([
            "Seen by",
            "Own gain",
            "Other's gain",
            "Worth",
            "Answer",
        ])
        .row(row("us", deal, rho).each_ref().map(String::as_str))
        .row(row("them", deal.mirrored(), rho).each_ref().map(String::as_str)),
    }
}

fn row(who: &str, deal: Deal, rho: RelativeWeight) -> [String; 5] {
    let answer = if deal.accepted_at(rho) { "accept" } else { "refuse" };
    [
        who.to_owned(),
        fixed(deal.own(), 2),
        fixed(deal.other(), 2),
        fixed(deal.utility_at(rho), 2),
        answer.to_owned(),
    ]
}

fn sentence(deal: Deal, rho: RelativeWeight, n: f64) -> String {
    let (v, w) = (short(deal.own(), 2), short(deal.other(), 2));
    let most = tolerated(rho);
    let bears = if most.is_finite() {
        format!("up to {} times as much as it does itself", short(most, 2))
    } else {
        "whatever it likes".to_owned()
    };
    let ours = deal.accepted_at(rho);
    let theirs = deal.mirrored().accepted_at(rho);
    let verdict = match (ours, theirs) {
        (true, true) => "Both accept",
        (false, true) => "We refuse",
        (true, false) => "They refuse",
        (false, false) => "Both refuse",
    };
    let among = if n > 2.0 {
        format!("Among {} states", short(n, 0))
    } else {
        "Between two".to_owned()
    };
    format!(
        "{verdict} a deal that gives us {v} and them {w}. {among} of this \
         sensitivity, each bears that its partner gains {bears}."
    )
}

fn rust(settings: &Settings) -> String {
    let (deal, rho) = (deal(settings), weight(settings, settings.number("k")));
    let claim = |holds: bool, call: &str| {
        format!("assert!({}{call});\n", if holds { "" } else { "!" })
    };
    let mut text = format!(
        "use demarche::gains::{{Deal, States, effective_weight}};\n\
         use demarche::numbers::{{RelativeWeight, Sensitivity}};\n\
         let k = Sensitivity::new({})?;\n\
         let n = States::new({})?;\n\
         let rho = effective_weight(RelativeWeight::from(k), n);\n\
         let deal = Deal::new({}, {})?;\n",
        literal(settings.number("k")),
        short(settings.number("n"), 0),
        literal(deal.own()),
        literal(deal.other()),
    );
    text += &claim(deal.accepted_at(rho), "deal.accepted_at(rho)");
    text +=
        &claim(deal.mirrored().accepted_at(rho), "deal.mirrored().accepted_at(rho)");
    text += &claim(deal.struck(rho, rho), "deal.struck(rho, rho)");
    text
}
