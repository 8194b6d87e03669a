//! A club with a tariff: two ends that hold, and where it tips.

use demarche::climate::Club;
use demarche::numbers::{Amount, Share};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, percent, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const CLUB: Figure = Figure {
    name: "climate-club",
    title: "A club that holds with all or with nobody",
    controls: &[
        slider("price", "Price on carbon", "", [5.0, 100.0, 5.0], 25.0),
        slider("tariff", "Tariff on outsiders", "%", [0.0, 20.0, 0.5], 3.0),
    ],
    play: Some("price"),
    guess: Some(Guess {
        question: "A price of 25 holds a club of ten from a tariff of 0.8% on. From which \
                   tariff on does a price of 50 hold it?",
        unit: "%",
        range: [0.0, 20.0, 0.1],
        start: 1.6,
        answer: |_| {
            let least = Club::EXAMPLE.least_tariff(valid(Amount::new(50.0)))?;
            Some(100.0 * least.value())
        },
    }),
    draw,
    rust,
};

fn price(settings: &Settings) -> Amount {
    valid(Amount::new(settings.number("price")))
}

fn tariff(settings: &Settings) -> Share {
    valid(Share::new(settings.number("tariff") / 100.0))
}

fn draw(settings: &Settings) -> Drawing {
    let club = Club::EXAMPLE;
    let cost = club.cost_of_joining(price(settings));
    // What the tariffs of all nine others cost, for each part of one.
    let each = club.loss.value() * club.exports.value();
    let all = each * tariff(settings).value();
    let most = cost.max(all).max(1.0) * 1.15;
    let axes = || {
        Plot::new(
            Axis::new("Others in the club", 0.0, 9.0),
            Axis::new("What it costs a country", 0.0, most),
        )
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.line(Ink::A, "to join", &[(0.0, cost), (9.0, cost)]);
        plot.line(Ink::B, "to stay out", &[(0.0, 0.0), (9.0, all)]);
        let mass = club.critical_mass(price(settings), tariff(settings));
        if let Some(mass) = mass.filter(|mass| *mass > 0.0 && *mass <= 9.0) {
            plot.dot(Shape::Diamond, Ink::Strong, mass, cost, "tips");
        }
        let percent = 100.0 * 9.0 / 8.0 / each;
        plot.lift((8.0, all * 8.0 / 9.0), 2.0, "tariff", percent);
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table() }
}

fn sentence(settings: &Settings) -> String {
    let club = Club::EXAMPLE;
    let stable = club.stable(price(settings), tariff(settings));
    let ends = if stable.contains(&10) {
        let mass =
            club.critical_mass(price(settings), tariff(settings)).unwrap_or(0.0);
        format!(
            "A club of all ten holds, and so does none; with {} in, the next gains by \
             joining.",
            fixed((libm::floor(mass) + 1.0).min(9.0), 0)
        )
    } else {
        "Only the empty club holds.".to_owned()
    };
    let least = club.least_tariff(price(settings)).map_or_else(
        || "No tariff would hold all.".to_owned(),
        |least| {
            format!(
                "All are held from a tariff of {} on.",
                percent(least.value(), 2)
            )
        },
    );
    format!("{ends} {least}")
}

fn table() -> Table {
    let club = Club::EXAMPLE;
    let mut table =
        Table::new(["Price", "Costs a member", "Holds from a tariff of"]);
    for price in [12.5, 25.0, 50.0, 100.0] {
        let price = valid(Amount::new(price));
        table.push([
            &short(price.value(), 1),
            &fixed(club.cost_of_joining(price), 2),
            &club
                .least_tariff(price)
                .map_or("none".to_owned(), |least| percent(least.value(), 2)),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let stable = Club::EXAMPLE.stable(price(settings), tariff(settings));
    let sizes: Vec<String> =
        stable.iter().map(|&size| fixed(f64::from(size), 0)).collect();
    format!(
        "use demarche::climate::Club;\n\
         use demarche::numbers::{{Amount, Share}};\n\
         let stable = Club::EXAMPLE.stable(Amount::new({})?, Share::new({})?);\n\
         assert_eq!(stable, [{}]);\n",
        literal(settings.number("price")),
        literal(settings.number("tariff") / 100.0),
        sizes.join(", "),
    )
}
