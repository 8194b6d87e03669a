//! Allies who keep their word with some chance: how many come.

use demarche::alliances::Allies;
use demarche::numbers::{Probability, Share};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{count, fixed, literal, percent};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const KEPT: Figure = Figure {
    name: "alliances-allies",
    title: "How many allies come",
    controls: &[
        slider("n", "Allies, n", "", [1.0, 30.0, 1.0], 12.0),
        slider("q", "Chance to keep a pledge, q", "", [0.0, 1.0, 0.01], 0.75),
        slider("t", "Decided together, t", "", [0.0, 1.0, 0.05], 0.0),
    ],
    play: Some("q"),
    guess: Some(Guess {
        question: "Twelve allies, and each keeps its pledge three times in four, \
                   whatever the others do. In how many of 100 crises do all twelve \
                   come?",
        unit: "of 100",
        range: [0.0, 100.0, 1.0],
        start: 50.0,
        answer: |settings| {
            let all = valid(u32::try_from(settings.count("n")));
            Some(100.0 * allies(settings).at_least(all))
        },
    }),
    draw,
    rust,
};

fn allies(settings: &Settings) -> Allies {
    let kept = valid(Probability::new(settings.number("q")));
    let together = valid(Share::new(settings.number("t")));
    valid(Allies::new(valid(u32::try_from(settings.count("n"))), kept, together))
}

fn draw(settings: &Settings) -> Drawing {
    let chances = allies(settings).chances();
    let n = settings.count("n") as f64;
    let mut most: f64 = 0.25;
    for chance in &chances {
        most = most.max(*chance);
    }
    let axes = || {
        Plot::new(
            Axis::new("So many come", -0.5, n + 0.5),
            Axis::new("Chance", 0.0, (most * 20.0).ceil() / 20.0).percent(),
        )
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        for (come, chance) in chances.iter().enumerate() {
            let ink = match come {
                0 => Ink::Bad,
                all if all + 1 == chances.len() => Ink::Good,
                _ => Ink::A,
            };
            plot.bar(ink, come as f64, 0.7, 0.0, *chance);
        }
        let mean = allies(settings).expected();
        plot.dot(Shape::Diamond, Ink::Strong, mean, 0.0, "");
        plot.slide((mean, 0.0), "q", 1.0 / n);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

/// A chance as a percentage; a rare one as once in so many, and so a rare failure.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most a billion"
)]
fn told(chance: f64) -> String {
    let (before, rare) = if chance > 0.5 {
        ("all but once in ", 1.0 - chance)
    } else {
        ("once in ", chance)
    };
    if rare <= 0.0 || rare >= 0.0005 {
        return percent(chance, 1);
    }
    let mut text = before.to_owned();
    text.push_str(&if rare < 1e-9 {
        "more than a billion".to_owned()
    } else {
        count((1.0 / rare).round() as usize)
    });
    text
}

fn sentence(settings: &Settings) -> String {
    let allies = allies(settings);
    let n = settings.count("n");
    let all = valid(u32::try_from(n));
    format!(
        "Somebody comes: {}. At least half of the {}: {}. All: {}. On average {} come.",
        told(allies.at_least(1)),
        count(n),
        told(allies.at_least(all.div_ceil(2))),
        told(allies.at_least(all)),
        fixed(allies.expected(), 1),
    )
}

fn table(settings: &Settings) -> Table {
    let allies = allies(settings);
    let mut table = Table::new(["So many come", "Chance", "So many or more"]);
    for (come, chance) in (0..).zip(allies.chances()) {
        table.push([
            &count(come as usize),
            &told(chance),
            &told(allies.at_least(come)),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let n = valid(u32::try_from(settings.count("n")));
    format!(
        "use demarche::alliances::Allies;\n\
         use demarche::numbers::{{Probability, Share}};\n\
         let allies = Allies::new({n}, Probability::new({})?, Share::new({})?)?;\n\
         assert!((allies.at_least({n}) - {}).abs() < 1e-6);\n",
        literal(settings.number("q")),
        literal(settings.number("t")),
        fixed(allies(settings).at_least(n), 6),
    )
}
