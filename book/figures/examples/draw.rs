//! What the figures draw natively, for the browser to be compared with. Without
//! arguments: every figure with its controls and ten random settings. With a line
//! `NAME<TAB>wide|narrow<TAB>SETTINGS` per request on standard input and `--answer`
//! as argument: the answers. All as JSON.

use std::io::{self, Read};

use demarche::chance::{Rng, seeded};
use demarche_figures::{Control, Figure, figures, page};
use serde_json::{Value, json};

fn main() {
    let answer = std::env::args().any(|argument| argument == "--answer");
    let answer: Value = if answer { answers() } else { list() };
    println!("{answer}");
}

fn answers() -> Value {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("requests on standard input");
    text.lines()
        .map(|line| {
            page::answer(figures(), &line.replace('\t', &page::BETWEEN.to_string()))
        })
        .collect()
}

fn list() -> Value {
    let mut rng = seeded(1815);
    figures()
        .map(|figure| {
            let controls: Vec<Value> = figure.controls.iter().map(control).collect();
            let random: Vec<String> =
                (0..10).map(|_| random_state(figure, &mut rng)).collect();
            json!({
                "name": figure.name,
                "controls": controls,
                "asks": figure.guess.is_some(),
                "random": random,
                "extreme": [end(figure, false), end(figure, true)],
            })
        })
        .collect()
}

fn control(control: &Control) -> Value {
    let kind = match control {
        Control::Slider { .. } => "slider",
        Control::Choice { .. } => "choice",
        Control::Switch { .. } => "switch",
        Control::Button { .. } => "button",
    };
    json!({ "key": control.key(), "kind": kind })
}

fn random_state(figure: &Figure, rng: &mut impl Rng) -> String {
    let mut part = || (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    state(figure, |control| {
        let share = part();
        match control {
            Control::Slider { min, max, .. } => {
                format!("{:.4}", min + share * (max - min))
            }
            Control::Choice { options, .. } => {
                let count = options.len() as f64;
                let chosen =
                    (0..options.len()).find(|i| share < (i + 1) as f64 / count);
                options[chosen.unwrap_or(0)].0.to_owned()
            }
            Control::Switch { .. } => on_off(share < 0.5),
            Control::Button { max, .. } => format!("{:.0}", share * f64::from(*max)),
        }
    })
}

fn end(figure: &Figure, last: bool) -> String {
    state(figure, |control| match control {
        Control::Slider { min, max, .. } => {
            (if last { max } else { min }).to_string()
        }
        Control::Choice { options, .. } => {
            options[if last { options.len() - 1 } else { 0 }].0.to_owned()
        }
        Control::Switch { .. } => on_off(last),
        Control::Button { max, .. } => if last { *max } else { 0 }.to_string(),
    })
}

fn on_off(on: bool) -> String {
    if on { "on" } else { "off" }.to_owned()
}

fn state(figure: &Figure, mut value: impl FnMut(&Control) -> String) -> String {
    let pair = |control| format!("{}:{}", Control::key(control), value(control));
    figure.controls.iter().map(pair).collect::<Vec<_>>().join(",")
}
