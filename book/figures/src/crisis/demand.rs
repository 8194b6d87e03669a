//! A demand made in the dark: what is not known makes the war, and the odds do not.

use demarche::bargaining::{Contest, Unknown};
use demarche::crisis::FirstStrike;
use demarche::numbers::Share;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, percent, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const MOST: f64 = 0.8;

pub(super) const DEMAND: Figure = Figure {
    name: "crisis-demand",
    title: "What is not known, and how often it ends in war",
    controls: &[
        slider("hi", "War may cost the other up to", "", [0.05, MOST, 0.05], 0.4),
        slider("c", "It costs the one who demands", "", [0.0, 0.3, 0.05], 0.1),
        slider("p", "Odds of the one who demands", "", [0.1, 0.9, 0.1], 0.5),
        slider("f", "A first strike adds to the odds, f", "", [0.0, 0.3, 0.01], 0.0),
    ],
    play: Some("hi"),
    guess: Some(Guess {
        question: "Two are evenly matched. The one demands; it cannot tell what war \
                   would cost the other, and 37.5 of 100 such demands end in war. Now \
                   it is much weaker and would win three times in ten. How many end in \
                   war?",
        unit: "of 100",
        range: [0.0, 100.0, 0.5],
        start: 37.5,
        answer: |_| {
            let weak = valid(Unknown::of(0.3, 0.1, [0.0, 0.4]));
            Some(100.0 * weak.war().value())
        },
    }),
    draw,
    rust,
};

fn unknown(settings: &Settings, most: f64) -> Unknown {
    let (odds, cost) = (settings.number("p"), settings.number("c"));
    valid(Unknown::of(odds, cost, [0.0, most]))
}

/// If the other's cost were known to be the mean of what it may be.
fn strike(settings: &Settings) -> FirstStrike {
    let costs = [settings.number("c"), settings.number("hi") / 2.0];
    let contest = valid(Contest::new(settings.number("p"), costs));
    FirstStrike { contest, advantage: valid(Share::new(settings.number("f"))) }
}

fn draw(settings: &Settings) -> Drawing {
    let now = unknown(settings, settings.number("hi"));
    let axes = || {
        Plot::new(
            Axis::new("War may cost the other up to", 0.05, MOST),
            Axis::new("Demands that end in war", 0.0, 0.6).percent(),
        )
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.curve(Ink::Bad, "", 60, |most| unknown(settings, most).war().value());
        let war = now.war().value();
        let place = (settings.number("hi"), war);
        plot.dot(Shape::Circle, Ink::Bad, place.0, place.1, "now");
        plot.slide(place, "hi", 1.0);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings, now), table: table(settings, now) }
}

fn sentence(settings: &Settings, now: Unknown) -> String {
    let strike = strike(settings);
    let known = match strike.range() {
        Some(range) => format!(
            "If the cost were known to be the mean, peace would lie from {} to {}.",
            fixed(range.least().value(), 2),
            fixed(range.most().value(), 2),
        ),
        None => format!(
            "Whoever strikes first gains more than {}: even with all known no division \
             keeps the peace.",
            fixed(strike.bearable().value(), 2),
        ),
    };
    format!(
        "It demands {} and gets a war in {}. {known}",
        fixed(now.demand().value(), 2),
        percent(now.war().value(), 1),
    )
}

fn table(settings: &Settings, now: Unknown) -> Table {
    let mut table = Table::new(["Of the two", "Who demands", "The other"]);
    let pair = |[one, other]: [f64; 2]| [fixed(one, 3), fixed(other, 3)];
    let [one, other] = pair(now.values());
    table.push(["Expects", &one, &other]);
    let [one, other] = pair(now.known());
    table.push(["If the cost were known", &one, &other]);
    let bears = fixed(strike(settings).bearable().value(), 2);
    table.push(["A first strike may add", &bears, &bears]);
    let odds = settings.number("p");
    table.push(["Would win", &short(odds, 1), &short(1.0 - odds, 1)]);
    table
}

fn rust(settings: &Settings) -> String {
    let now = unknown(settings, settings.number("hi"));
    format!(
        "use demarche::bargaining::Unknown;\n\
         let unknown = Unknown::of({}, {}, [0.0, {}])?;\n\
         assert!((unknown.war().value() - {}).abs() < 1e-6);\n",
        literal(settings.number("p")),
        literal(settings.number("c")),
        literal(settings.number("hi")),
        fixed(now.war().value(), 6),
    )
}
