//! A pact on tariffs, patience, and the shock that breaks it.

use demarche::games::Dilemma;
use demarche::numbers::{Amount, Discount, Size};
use demarche::trade::{Elasticity, Pact, Tariff, TradeCost, World, tariff_game};

use crate::figure::{Drawing, Figure, Table, slider};
use crate::kit::number::{fixed, literal, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const MOST: f64 = 5.0;
const FROM: f64 = 0.4;
const TO: f64 = 0.95;

pub(super) const PACT: Figure = Figure {
    name: "trade-pact",
    title: "How large a shock a pact bears",
    controls: &[
        slider("delta", "Patience of both, δ", "", [FROM, TO, 0.01], 0.6),
        slider(
            "shock",
            "A shock adds to the temptation, ε",
            "",
            [0.0, MOST, 0.1],
            1.0,
        ),
        slider("t", "The tariff that tempts, t", "", [0.05, 0.5, 0.05], 0.3),
    ],
    play: Some("delta"),
    guess: None,
    draw,
    rust,
};

fn pact(game: Dilemma, patience: f64) -> Pact {
    Pact { game, patience: valid(Discount::new(patience)) }
}

fn game(settings: &Settings) -> Dilemma {
    let size = valid(Size::new(1.0));
    let sigma = valid(Elasticity::new(5.0));
    let world = valid(World::even(&[size, size], TradeCost::NONE, sigma));
    let tariff = valid(Tariff::new(settings.number("t")));
    valid(Dilemma::new(valid(tariff_game(&world, tariff))))
}

fn draw(settings: &Settings) -> Drawing {
    let game = game(settings);
    let (delta, shock) = (settings.number("delta"), settings.number("shock"));
    let mut plot = Plot::new(
        Axis::new("Patience, δ", FROM, TO),
        Axis::new("Shock to the temptation, ε", 0.0, MOST),
    );
    let mut edge = Vec::new();
    if let Some(least) = game.grim_patience() {
        let from = least.value().max(FROM);
        for step in 0..=40 {
            let at = from + (TO - from) * f64::from(step) / 40.0;
            let bears = pact(game, at).largest_shock();
            edge.push((at, bears.map_or(0.0, Amount::value).min(MOST)));
        }
    }
    let mut kept = edge.clone();
    kept.push((TO, 0.0));
    let mut broken = edge.clone();
    broken.extend([(TO, MOST), (FROM, MOST), (FROM, 0.0)]);
    plot.area(Ink::Good, "the pact holds", &kept);
    plot.area(Ink::Bad, "the pact breaks", &broken);
    plot.line(Ink::Strong, "", &edge);
    let holds = holds(settings, game);
    let (shape, ink) =
        if holds { (Shape::Circle, Ink::Good) } else { (Shape::Cross, Ink::Bad) };
    plot.dot(shape, ink, delta, shock, "now");
    plot.drag((delta, shock), "delta", "shock");
    let mut svg = Svg::new(settings, 330.0);
    let frame = svg.frame();
    plot.draw(&mut svg, frame);
    Drawing {
        svg,
        sentence: sentence(settings, game, holds),
        table: table(settings, game),
    }
}

fn holds(settings: &Settings, game: Dilemma) -> bool {
    let shock = valid(Amount::new(settings.number("shock")));
    pact(game, settings.number("delta")).absorbs(shock)
}

fn sentence(settings: &Settings, game: Dilemma, holds: bool) -> String {
    let bears = pact(game, settings.number("delta")).largest_shock();
    let delta = short(settings.number("delta"), 2);
    let Some(bears) = bears else {
        let least = game.grim_patience().map_or(1.0, Discount::value);
        return format!(
            "At δ = {delta} there is no pact to break: it takes {} at least.",
            fixed(least, 3)
        );
    };
    format!(
        "At δ = {delta} the pact bears a shock of up to {}, in parts of the usual \
         temptation. One of {} {}.",
        fixed(bears.value(), 2),
        short(settings.number("shock"), 1),
        if holds { "passes" } else { "breaks it" },
    )
}

fn table(settings: &Settings, game: Dilemma) -> Table {
    let mut table = Table::new(["Patience, δ", "Largest shock, ε"]);
    for delta in [settings.number("delta"), 0.6, 0.7, 0.8, 0.9] {
        let bears = pact(game, delta).largest_shock();
        let told =
            bears.map_or("no pact".to_owned(), |bears| fixed(bears.value(), 3));
        table.push([&short(delta, 2), &told]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let game = game(settings);
    let not = if holds(settings, game) { "" } else { "!" };
    format!(
        "use demarche::games::Dilemma;\n\
         use demarche::numbers::{{Amount, Discount, Size}};\n\
         use demarche::trade::{{Elasticity, Pact, Tariff, TradeCost, World, tariff_game}};\n\
         let sizes = [Size::new(1.0)?; 2];\n\
         let world = World::even(&sizes, TradeCost::NONE, Elasticity::new(5.0)?)?;\n\
         let game = Dilemma::new(tariff_game(&world, Tariff::new({})?)?)?;\n\
         let pact = Pact {{ game, patience: Discount::new({})? }};\n\
         assert!({not}pact.absorbs(Amount::new({})?));\n",
        literal(settings.number("t")),
        literal(settings.number("delta")),
        literal(settings.number("shock")),
    )
}
