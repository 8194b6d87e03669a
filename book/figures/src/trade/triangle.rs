//! Three countries, a closed border, a tariff: who can buy how much more or less.

use demarche::numbers::Size;
use demarche::trade::{Elasticity, Settled, Tariff, TradeCost, World};

use crate::figure::{Drawing, Figure, Guess, Table, slider, switch};
use crate::kit::number::{fixed, literal, percent};
use crate::kit::{Bars, Graph, Ink, Svg, Tie, valid};
use crate::settings::Settings;

const SIZES: [f64; 3] = [10.0, 6.0, 4.0];
const NAMES: [&str; 3] = ["1, the large", "2, the middle", "3, the small"];

pub(super) const TRIANGLE: Figure = Figure {
    name: "trade-triangle",
    title: "Two close their border. What can each buy then?",
    controls: &[
        switch("closed", "1 and 2 do not trade with each other", true),
        slider("tau", "Leaves for 1 to arrive, τ", "", [1.05, 3.0, 0.05], 1.5),
        slider("sigma", "Goods replace each other, σ", "", [2.0, 10.0, 0.5], 5.0),
        slider("t", "The large one’s tariff, t", "", [0.0, 1.0, 0.05], 0.0),
    ],
    play: Some("tau"),
    guess: Some(Guess {
        question: "Three countries trade freely. Then 1 and 2 stop trading with each \
                   other. By how many percent does what the third can buy change?",
        unit: "%",
        range: [-5.0, 5.0, 0.05],
        start: 0.0,
        answer: |settings| Some(100.0 * View::of(settings).changes[2]),
    }),
    draw,
    rust,
};

struct View {
    after: Settled,
    changes: [f64; 3],
}

impl View {
    fn of(settings: &Settings) -> Self {
        let world = world(settings);
        let before = valid(world.settled());
        let tariff = valid(Tariff::new(settings.number("t")));
        let mut changed = valid(world.with_tariff_on_all(0, tariff));
        if settings.on("closed") {
            changed = valid(changed.with_cost(0, 1, TradeCost::CLOSED));
        }
        let after = valid(changed.settled());
        let change = |k| after.welfare(k) / before.welfare(k) - 1.0;
        let changes = [0, 1, 2].map(change);
        Self { after, changes }
    }
}

fn world(settings: &Settings) -> World {
    let sizes = SIZES.map(|size| valid(Size::new(size)));
    let cost = valid(TradeCost::new(settings.number("tau")));
    let sigma = valid(Elasticity::new(settings.number("sigma")));
    valid(World::even(&sizes, cost, sigma))
}

/// A change with its sign.
fn signed(change: f64) -> String {
    let mut text = if change < 0.0 { "−" } else { "+" }.to_owned();
    text.push_str(&percent(change.abs(), 2));
    text
}

/// How high the triangle is, with its names.
const MAP: f64 = 180.0;

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let mut reach: f64 = 0.02;
    for change in view.changes {
        reach = reach.max(change.abs());
    }
    let bars = |known: bool| {
        let mut bars = Bars::new(-reach, reach);
        for (name, change) in NAMES.iter().zip(view.changes) {
            let ink = if change < 0.0 { Ink::Bad } else { Ink::Good };
            if known {
                bars.bar(name, &[(ink, change)], &signed(change));
            } else {
                bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let (asked, known) = (bars(false), bars(true));
    let mut svg = Svg::new(settings, MAP + known.height() + 8.0);
    let (map, below) = svg.frame().below(MAP, 0.0);
    let mut borders = Graph::new(&NAMES);
    let closed = settings.on("closed");
    borders.tie(0, 1, if closed { Tie::Hostile } else { Tie::Friendly });
    borders.tie(0, 2, Tie::Friendly);
    borders.tie(1, 2, Tie::Friendly);
    borders.press(0, 1, "closed", if closed { "off" } else { "on" });
    borders.draw(&mut svg, map);
    svg.asked(|svg| asked.draw(svg, below));
    svg.answer(|svg| known.draw(svg, below));
    Drawing { svg, sentence: sentence(settings, &view), table: table(&view) }
}

fn sentence(settings: &Settings, view: &View) -> String {
    let t = settings.number("t");
    let what = match (settings.on("closed"), t > 0.0) {
        (false, false) => {
            return "Free trade: nobody has changed anything yet.".to_owned();
        }
        (true, false) => "The border between 1 and 2 is closed".to_owned(),
        (closed, true) => {
            let mut text = "The large one takes a tariff of ".to_owned();
            text.push_str(&percent(t, 0));
            if closed {
                text.push_str(" and its border with 2 is closed");
            }
            text
        }
    };
    let [first, second, third] = view.changes.map(signed);
    format!(
        "{what}: the large one {first}, the middle one {second}, the small one {third}."
    )
}

fn table(view: &View) -> Table {
    let mut table = Table::new(["Country", "Can buy", "Spent at home", "Wage"]);
    for (k, name) in NAMES.iter().enumerate() {
        table.push([
            name,
            &signed(view.changes[k]),
            &percent(view.after.share(k, k).value(), 1),
            &fixed(view.after.wage(k), 3),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    let mut changed = String::new();
    if settings.on("closed") {
        changed.push_str(".with_cost(0, 1, TradeCost::CLOSED)?");
    }
    format!(
        "use demarche::numbers::Size;\n\
         use demarche::trade::{{Elasticity, Tariff, TradeCost, World}};\n\
         let sizes = [Size::new(10.0)?, Size::new(6.0)?, Size::new(4.0)?];\n\
         let world = World::even(&sizes, TradeCost::new({})?, Elasticity::new({})?)?;\n\
         let tariff = Tariff::new({})?;\n\
         let changed = world.with_tariff_on_all(0, tariff)?{changed};\n\
         let change = changed.settled()?.welfare(2) / world.settled()?.welfare(2);\n\
         assert!((change - {}).abs() < 1e-6);\n",
        literal(settings.number("tau")),
        literal(settings.number("sigma")),
        literal(settings.number("t")),
        fixed(1.0 + view.changes[2], 6),
    )
}
