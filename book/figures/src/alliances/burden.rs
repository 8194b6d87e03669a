//! Three allies, one common good, and the waterline below which nobody pays.

use demarche::alliances::{Burden, Provision, Taste};
use demarche::numbers::Amount;

use crate::figure::{Drawing, Figure, Table, slider};
use crate::kit::number::{fixed, literal, percent, short};
use crate::kit::{Axis, Ink, Plot, Svg, valid};
use crate::settings::Settings;

const KEYS: [&str; 3] = ["first", "second", "third"];

pub(super) const BURDEN: Figure = Figure {
    name: "alliances-burden",
    title: "Who pays for what all of them have",
    controls: &[
        slider("first", "Income of the first", "", [0.0, 12.0, 0.5], 10.0),
        slider("second", "Income of the second", "", [0.0, 12.0, 0.5], 5.0),
        slider("third", "Income of the third", "", [0.0, 12.0, 0.5], 1.0),
        slider("a", "The part spent alone, a", "", [0.05, 0.95, 0.05], 0.5),
    ],
    play: Some("second"),
    guess: None,
    draw,
    rust,
};

fn burden(settings: &Settings) -> Burden {
    let mut incomes = Vec::new();
    for key in KEYS {
        incomes.push(valid(Amount::new(settings.number(key))));
    }
    valid(Burden::new(incomes, valid(Taste::new(settings.number("a")))))
}

fn draw(settings: &Settings) -> Drawing {
    let burden = burden(settings);
    let nash = burden.equilibrium();
    let mut plot = Plot::new(
        Axis::new("Ally", 0.5, 3.5).marks(&[
            (1.0, "first"),
            (2.0, "second"),
            (3.0, "third"),
        ]),
        Axis::new("Income", 0.0, 12.5),
    );
    for (key, (ally, gift)) in
        KEYS.iter().zip([1.0, 2.0, 3.0].into_iter().zip(nash.gifts()))
    {
        let income = settings.number(key);
        plot.bar(Ink::Quiet, ally, 0.5, 0.0, income - gift);
        plot.bar(Ink::A, ally, 0.5, income - gift, income);
        if *gift > 0.0 {
            plot.label(Ink::A, ally + 0.27, income - 0.4, &short(*gift, 2));
        }
        plot.lift((ally, income), 0.5, key, 1.0);
    }
    plot.across(Ink::Strong, nash.keeps(), "waterline");
    let mut svg = Svg::new(settings, 310.0);
    let frame = svg.frame();
    plot.draw(&mut svg, frame);
    let sentence = sentence(&burden, &nash);
    Drawing { svg, sentence, table: table(&burden, &nash) }
}

fn sentence(burden: &Burden, nash: &Provision) -> String {
    let who = match nash.payers() {
        0 => return "Nobody has anything to give.".to_owned(),
        1 => "One pays",
        2 => "Two pay",
        _ => "All three pay",
    };
    format!(
        "{who}, and all have {}; best for the three in sum would be {}. Every payer \
         keeps {}, and whoever has no more pays nothing.",
        short(nash.total(), 2),
        short(burden.optimum(), 2),
        short(nash.keeps(), 2),
    )
}

fn table(burden: &Burden, nash: &Provision) -> Table {
    let mut table = Table::new(["Ally", "Income", "Gives", "Of its income"]);
    let names = ["first", "second", "third"];
    let allies = names.iter().zip(burden.incomes()).zip(nash.gifts());
    for ((name, income), gift) in allies {
        let income = income.value();
        let part = if income > 0.0 { gift / income } else { 0.0 };
        table.push([name, &short(income, 1), &fixed(*gift, 2), &percent(part, 1)]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let nash = burden(settings).equilibrium();
    format!(
        "use demarche::alliances::{{Burden, Taste}};\n\
         use demarche::numbers::Amount;\n\
         let incomes = vec![Amount::new({})?, Amount::new({})?, Amount::new({})?];\n\
         let burden = Burden::new(incomes, Taste::new({})?)?;\n\
         assert!((burden.equilibrium().total() - {}).abs() < 1e-6);\n",
        literal(settings.number("first")),
        literal(settings.number("second")),
        literal(settings.number("third")),
        literal(settings.number("a")),
        fixed(nash.total(), 6),
    )
}
