//! The plane of blame: who is deterred, who is tolerated, where both guess.

use demarche::cyber::{Answer, Blame};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, percent};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const BLAME: Figure = Figure {
    name: "cyber-blame",
    title: "Who dares, if blame is a guess",
    controls: &[
        slider("k", "The victim knows", "%", [0.0, 60.0, 1.0], 20.0),
        slider("v", "Blame would hurt the attacker", "%", [1.0, 99.0, 1.0], 80.0),
        slider("f", "Incidents planted by others", "%", [0.0, 60.0, 1.0], 0.0),
    ],
    play: Some("f"),
    guess: Some(Guess {
        question: "Blame would hurt the attacker in four cases of five. Where it would, \
                   it attacks 37.5 times in 100, since the victim sometimes guesses \
                   right. Now others plant a fifth of all incidents on it. How often \
                   does it attack itself?",
        unit: "of 100",
        range: [0.0, 100.0, 0.5],
        start: 37.5,
        answer: |_| Some(100.0 * attack(valid(Blame::of(0.8, 0.2, 0.2)).answer())),
    }),
    draw,
    rust,
};

fn part(settings: &Settings, key: &str) -> f64 {
    settings.number(key) / 100.0
}

fn game(settings: &Settings) -> Blame {
    let [v, k, f] = ["v", "k", "f"].map(|key| part(settings, key));
    valid(Blame::of(v, k, f))
}

const fn attack(answer: Answer) -> f64 {
    match answer {
        Answer::Deterred => 0.0,
        Answer::Tolerated => 1.0,
        Answer::Mixed { attack, .. } => attack,
    }
}

fn draw(settings: &Settings) -> Drawing {
    let game = game(settings);
    let known = game.deterred_from().value();
    let own = game.planted.complement().value();
    // Above this the uninformed would blame, if all attacked.
    let guessed = game.blamed_from().value() / own;
    let edge = guessed.min(1.0);
    let axes = || {
        Plot::new(
            Axis::new("The victim knows, %", 0.0, 60.0),
            Axis::new("Blame would hurt, %", 0.0, 100.0),
        )
    };
    let place = (settings.number("k"), settings.number("v"));
    let dot = |plot: &mut Plot| {
        plot.dot(Shape::Circle, Ink::Strong, place.0, place.1, "here");
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| {
        let mut plot = axes();
        dot(&mut plot);
        plot.draw(svg, frame);
    });
    svg.answer(|svg| {
        let mut plot = axes();
        let area = |x: [f64; 2], y: [f64; 2]| {
            [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])]
                .map(|(x, y)| (100.0 * x, 100.0 * y))
        };
        plot.area(Ink::Good, "deterred", &area([known, 0.6], [0.0, 1.0]));
        plot.area(Ink::Bad, "tolerated", &area([0.0, known], [0.0, edge]));
        if edge < 1.0 {
            plot.area(Ink::A, "both guess", &area([0.0, known], [edge, 1.0]));
        }
        dot(&mut plot);
        plot.drag(place, "k", "v");
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(game), table: table(settings) }
}

fn sentence(game: Blame) -> String {
    match game.answer() {
        Answer::Deterred => {
            "The victim knows often enough: whoever would be hurt by \
                             blame does not attack."
                .to_owned()
        }
        Answer::Tolerated => {
            "A victim that does not know keeps silent: everybody attacks.".to_owned()
        }
        Answer::Mixed { attack, blame } => format!(
            "Whoever would be hurt attacks {} of the time, and a victim that does not \
             know blames {} of the time.",
            percent(attack, 1),
            percent(blame, 1),
        ),
    }
}

fn table(settings: &Settings) -> Table {
    let mut table = Table::new(["Planted", "Answer", "Attacks", "Blames"]);
    for planted in [0.0, 0.1, 0.2, 0.3] {
        let game =
            valid(Blame::of(part(settings, "v"), part(settings, "k"), planted));
        let answer = game.answer();
        let (word, blame) = match answer {
            Answer::Deterred => ("deterred", "none".to_owned()),
            Answer::Tolerated => ("tolerated", percent(0.0, 1)),
            Answer::Mixed { blame, .. } => ("both guess", percent(blame, 1)),
        };
        table.push([
            &percent(planted, 0),
            word,
            &percent(attack(answer), 1),
            &blame,
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let game = game(settings);
    let answer = match game.answer() {
        Answer::Deterred => "matches!(answer, Answer::Deterred)".to_owned(),
        Answer::Tolerated => "matches!(answer, Answer::Tolerated)".to_owned(),
        Answer::Mixed { attack, .. } => format!(
            "matches!(answer, Answer::Mixed {{ attack, .. }}\n    \
             if (attack - {}).abs() < 1e-6)",
            fixed(attack, 6),
        ),
    };
    format!(
        "use demarche::cyber::{{Answer, Blame}};\n\
         let answer = Blame::of({}, {}, {})?.answer();\n\
         assert!({answer});\n",
        literal(part(settings, "v")),
        literal(part(settings, "k")),
        literal(part(settings, "f")),
    )
}
