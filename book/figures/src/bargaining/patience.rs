//! Patience and ways out: where leaving is worth something, and who gets what.

use demarche::bargaining::{Division, Needs, Offers};
use demarche::numbers::{Discount, Share};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal};
use crate::kit::{Axis, Bars, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const PATIENCE: Figure = Figure {
    name: "bargaining-patience",
    title: "When leaving is worth something",
    controls: &[
        slider("d1", "The first’s patience, δ₁", "", [0.0, 0.99, 0.01], 0.9),
        slider("d2", "The second’s patience, δ₂", "", [0.0, 0.99, 0.01], 0.9),
        slider("w1", "The first’s way out", "", [0.0, 1.0, 0.01], 0.0),
        slider("w2", "The second’s way out", "", [0.0, 1.0, 0.01], 0.45),
    ],
    play: Some("w2"),
    guess: Some(Guess {
        question: "Two equally patient sides (δ = 0.9) divide 1, the first begins. The \
                   second can walk out and have 0.45 elsewhere. What does the first \
                   get?",
        unit: "",
        range: [0.0, 1.0, 0.01],
        start: 0.5,
        answer: |settings| {
            offers(settings).division().map(|division| division.first.value())
        },
    }),
    draw,
    rust,
};

fn offers(settings: &Settings) -> Offers {
    let patience = |key| valid(Discount::new(settings.number(key)));
    let way_out = |key| valid(Share::new(settings.number(key)));
    Offers {
        patience: [patience("d1"), patience("d2")],
        ways_out: [way_out("w1"), way_out("w2")],
    }
}

/// What the two get by talking on, each as the one who answers.
fn talking(offers: Offers) -> [f64; 2] {
    let nothing = [valid(Share::new(0.0)); 2];
    let [d1, d2] = offers.patience;
    let answering = |patience| {
        let talks = Offers { patience, ways_out: nothing };
        talks.division().map_or(0.0, |division| division.second().value())
    };
    [answering([d2, d1]), answering([d1, d2])]
}

fn draw(settings: &Settings) -> Drawing {
    let offers = offers(settings);
    let division = offers.division();
    let [w1, w2] = offers.ways_out.map(Share::value);
    let [first, second] = talking(offers);
    let axes = || {
        (
            Axis::new("The second’s way out", 0.0, 1.0),
            Axis::new("The first’s way out", 0.0, 1.0),
        )
    };
    let (x, y) = axes();
    let mut plot = Plot::new(x, y);
    let corner = (second, first);
    let idle = [(0.0, 0.0), (second, 0.0), corner, (0.0, first)];
    plot.area(Ink::Quiet, "neither matters", &idle);
    plot.area(Ink::B, "the second’s counts", &[(second, 0.0), (1.0, 0.0), corner]);
    plot.area(Ink::A, "the first’s counts", &[(0.0, first), corner, (0.0, 1.0)]);
    plot.area(Ink::Good, "", &[corner, (1.0, 0.0), (0.0, 1.0)]);
    plot.area(Ink::Bad, "they part", &[(1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
    for line in [[(second, 0.0), corner], [(0.0, first), corner]] {
        plot.line(Ink::Strong, "", &line);
    }
    plot.line(Ink::Bad, "", &[(1.0, 0.0), (0.0, 1.0)]);
    plot.dot(Shape::Diamond, Ink::Strong, w2, w1, "now");
    plot.drag((w2, w1), "w2", "w1");
    let mut svg = Svg::new(settings, if settings.narrow() { 410.0 } else { 400.0 });
    let (above, below) = svg.frame().below(svg.frame().h - 60.0, 6.0);
    let (x, y) = axes();
    let mut known = Plot::new(x, y);
    known.dot(Shape::Diamond, Ink::Strong, w2, w1, "now");
    svg.asked(|svg| known.draw(svg, above));
    svg.answer(|svg| {
        plot.draw(svg, above);
        let mut bars = Bars::new(0.0, 1.0);
        if let Some(division) = division {
            bars.key(Ink::A, "the first gets");
            bars.key(Ink::B, "the second");
            let first = division.first.value();
            bars.bar("", &[(Ink::A, first), (Ink::B, 1.0 - first)], "");
        }
        bars.draw(svg, below);
    });
    Drawing {
        svg,
        sentence: sentence(offers, division),
        table: table(offers, division),
    }
}

fn sentence(offers: Offers, division: Option<Division>) -> String {
    let Some(division) = division else {
        return "The two ways out exceed the pie: they part.".to_owned();
    };
    let why = match division.binds {
        [false, false] => "No way out matters: talking on is worth more to both",
        [true, false] => "The first’s way out is granted at the next offer",
        [false, true] => "The second’s way out is granted, and no more",
        [true, true] => "Both could leave; the second’s way out is granted",
    };
    let first = division.first.value();
    format!(
        "{why}. The first gets {}, the second {}, at once. To split the difference \
         between the ways out would give the first {}.",
        fixed(first, 3),
        fixed(1.0 - first, 3),
        fixed(halved(offers), 3),
    )
}

/// What the first gets if the ways out are threat points and the rest is halved.
fn halved(offers: Offers) -> f64 {
    let [first, second] = offers.ways_out;
    Needs { first, second }.halved().map_or(0.0, Share::value)
}

fn table(offers: Offers, division: Option<Division>) -> Table {
    let [first, second] = talking(offers);
    let [w1, w2] = offers.ways_out.map(Share::value);
    let of = |share: f64| fixed(share, 3);
    let [ours, theirs] = division.map_or([w1, w2].map(of), |division| {
        [division.first, division.second()].map(|share| of(share.value()))
    });
    Table::new(["Side", "By leaving", "By talking on", "Gets"])
        .row(["first", &of(w1), &of(first), &ours])
        .row(["second", &of(w2), &of(second), &theirs])
}

fn rust(settings: &Settings) -> String {
    let offers = offers(settings);
    let [d1, d2] = offers.patience.map(|delta| literal(delta.value()));
    let [w1, w2] = offers.ways_out.map(|share| literal(share.value()));
    let claim = match offers.division() {
        Some(division) => format!(
            "let first = offers.division().unwrap().first;\n\
             assert!((first.value() - {}).abs() < 1e-6);\n",
            fixed(division.first.value(), 6)
        ),
        None => "assert!(offers.division().is_none());\n".to_owned(),
    };
    format!(
        "use demarche::bargaining::Offers;\n\
         use demarche::numbers::{{Discount, Share}};\n\
         let patience = [Discount::new({d1})?, Discount::new({d2})?];\n\
         let ways_out = [Share::new({w1})?, Share::new({w2})?];\n\
         let offers = Offers {{ patience, ways_out }};\n\
         {claim}"
    )
}
