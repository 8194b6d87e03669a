//! The rival gains more: the figures of the chapter on relative gains.

use demarche::numbers::{RelativeWeight, Sensitivity};

use crate::figure::{Control, Drawing, Figure, Table};
use crate::kit::number::{fixed, literal, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[Figure {
    name: "gains-weight",
    title: "From sensitivity to weight",
    controls: &[Control::Slider {
        key: "k",
        label: "Sensitivity to the gap, k",
        unit: "",
        min: 0.0,
        max: 4.0,
        step: 0.1,
        default: 1.0,
    }],
    play: Some("k"),
    guess: None,
    draw: weight,
    rust: weight_in_rust,
}];

fn rho(k: f64) -> f64 {
    RelativeWeight::from(valid(Sensitivity::new(k))).value()
}

fn weight(settings: &Settings) -> Drawing {
    let k = settings.number("k");
    let now = rho(k);
    let mut plot = Plot::new(
        Axis::new("Sensitivity k", 0.0, 4.0),
        Axis::new("Effective weight ρ", 0.0, 1.0),
    );
    plot.curve(Ink::A, "ρ = k/(1+k)", 40, rho);
    plot.dot(Shape::Circle, Ink::B, k, now, &format!("ρ = {}", short(now, 2)));
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    plot.draw(&mut svg, frame);
    Drawing {
        svg,
        sentence: format!(
            "A state with sensitivity {} minds the other's gain at {} of its own.",
            short(k, 1),
            fixed(now, 2)
        ),
        table: Table::new(["k", "ρ"]).row([&short(k, 1), &fixed(now, 3)]),
    }
}

fn weight_in_rust(settings: &Settings) -> String {
    let k = settings.number("k");
    format!(
        "use demarche::numbers::{{RelativeWeight, Sensitivity}};\n\
         let rho = RelativeWeight::from(Sensitivity::new({})?);\n\
         assert!((rho.value() - {}).abs() < 5e-7);\n",
        literal(k),
        literal(rho(k)),
    )
}
