//! Three states between the stocks and four camps, each as open as it likes.

use demarche::aid::{Limit, Load, Network, Road, decimal};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{fixed, percent, plain};
use crate::kit::{Align, Bars, Frame, Ink, Point, Shape, Svg, at, valid};
use crate::settings::Settings;

pub(super) const CORRIDORS: Figure = Figure {
    name: "aid-corridors",
    title: "What three borders let through",
    controls: &[
        slider("north", "North opens", "%", [0.0, 100.0, 5.0], 100.0),
        slider("middle", "Middle opens", "%", [0.0, 100.0, 5.0], 75.0),
        slider("south", "South opens", "%", [0.0, 100.0, 5.0], 100.0),
        choice(
            "rule",
            "Who gets it",
            &[
                ("most", "the most"),
                ("fairest", "the fairest"),
                ("equal", "all alike"),
            ],
            "fairest",
        ),
    ],
    play: Some("middle"),
    guess: Some(Guess {
        question: "With Middle shut 120 of 220 units a day get through, half open 162.5, \
                   three quarters open 183.75: each quarter brings 21.25. And wholly \
                   open?",
        unit: "a day",
        range: [120.0, 220.0, 0.5],
        start: 183.5,
        answer: |_| Some(network([100; 3]).delivery().total as f64 / 100.0),
    }),
    draw,
    rust,
};

const PLACES: [&str; 9] = [
    "Port", "Airfield", "North", "Middle", "South", "Camp A", "Camp B", "Camp C",
    "Camp D",
];

/// From, to, units a day.
const ROADS: [(usize, usize, u64); 10] = [
    (0, 2, 70),
    (0, 3, 60),
    (1, 3, 40),
    (1, 4, 50),
    (2, 5, 50),
    (2, 6, 30),
    (3, 6, 40),
    (3, 7, 45),
    (4, 7, 25),
    (4, 8, 30),
];

const STOCKS: [(usize, u64); 2] = [(0, 120), (1, 80)];

const NEEDS: [(usize, u64); 4] = [(5, 60), (6, 50), (7, 70), (8, 40)];

/// In hundredths of a unit, so that all stays whole; the openness of North, Middle and
/// South in percent.
fn network(open: [u64; 3]) -> Network {
    let share = |place: usize| match place {
        2..=4 => open[place - 2],
        _ => 100,
    };
    let road = |&(from, to, per_day): &(usize, usize, u64)| Road {
        from,
        to,
        per_day: per_day * share(from).min(share(to)),
        days: 0,
    };
    let load =
        |&(place, per_day): &(usize, u64)| Load { place, per_day: 100 * per_day };
    valid(Network::new(
        PLACES.len(),
        ROADS.iter().map(road).collect(),
        STOCKS.iter().map(load).collect(),
        NEEDS.iter().map(load).collect(),
    ))
}

fn open(settings: &Settings) -> [u64; 3] {
    BORDERS.map(|key| settings.count(key) as u64)
}

/// Which part of its need each camp gets.
fn parts(settings: &Settings) -> Vec<f64> {
    let network = network(open(settings));
    match settings.choice("rule") {
        0 => {
            let got = network.delivery().by_need;
            let part =
                |(got, need): (&u64, &Load)| *got as f64 / need.per_day as f64;
            got.iter().zip(network.needs()).map(part).collect()
        }
        1 => network.fairest().into_iter().map(decimal).collect(),
        _ => vec![decimal(network.equal()); NEEDS.len()],
    }
}

fn all(parts: &[f64]) -> f64 {
    parts.iter().zip(NEEDS).map(|(part, (_, need))| part * need as f64).sum()
}

fn draw(settings: &Settings) -> Drawing {
    let parts = parts(settings);
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, 1.1);
        for (&(place, _), &part) in NEEDS.iter().zip(&parts) {
            if known {
                let ink = if part < 1.0 - 1e-9 { Ink::B } else { Ink::Good };
                bars.bar(PLACES[place], &[(ink, part)], &percent(part, 1));
            } else {
                bars.bar(PLACES[place], &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let height = bars(true).height() + 8.0;
    let mut svg = Svg::new(settings, MAP + height);
    let width = svg.frame().w;
    let (map, below) =
        (Frame::new(0.0, 0.0, width, MAP), Frame::new(0.0, MAP, width, height));
    let cut = network(open(settings)).delivery().cut;
    svg.asked(|svg| {
        roads(svg, map, &[], None);
        bars(false).draw(svg, below);
    });
    svg.answer(|svg| {
        roads(svg, map, &cut, Some(open(settings)));
        bars(true).draw(svg, below);
    });
    Drawing { svg, sentence: sentence(settings, &parts), table: table(settings) }
}

/// How high the map is.
const MAP: f64 = 190.0;

/// Where a place lies, in parts of the map: stocks at the left, camps at the right.
const fn lies(place: usize) -> (f64, f64) {
    match place {
        0 | 1 => (0.0, 0.25 + 0.5 * place as f64),
        2..=4 => (0.5, 0.5 * (place as f64 - 2.0)),
        _ => (1.0, (place as f64 - 5.0) / 3.0),
    }
}

const BORDERS: [&str; 3] = ["north", "middle", "south"];

/// The map; what is in the way is red, dashed and crossed. A border that is pressed
/// shuts, and opens.
fn roads(svg: &mut Svg, frame: Frame, cut: &[Limit], open: Option<[u64; 3]>) {
    let frame = frame.inset(66.0, 26.0, 66.0, 24.0);
    let point = |place: usize| -> Point {
        let (x, y) = lies(place);
        at(frame.x + x * frame.w, frame.y + y * frame.h)
    };
    for (road, &(from, to, _)) in ROADS.iter().enumerate() {
        let (start, end) = (point(from), point(to));
        if cut.contains(&Limit::Road(road)) {
            svg.line(start, end, "tie bad");
            svg.mark(Shape::Cross, start.toward(end, 0.5), 6.0, Ink::Bad);
        } else {
            svg.line(start, end, "tie quiet");
        }
    }
    for (place, name) in PLACES.iter().enumerate() {
        let limits = |limit: &Limit| match *limit {
            Limit::Stock(stock) => STOCKS[stock].0 == place,
            Limit::Need(need) => NEEDS[need].0 == place,
            Limit::Road(_) => false,
        };
        let centre = point(place);
        if cut.iter().any(limits) {
            svg.mark(Shape::Square, centre, 7.0, Ink::Bad);
        } else {
            svg.mark(Shape::Circle, centre, 5.0, Ink::A);
        }
        let (beside, align) = match place {
            0 | 1 => (centre.by(-10.0, 4.0), Align::End),
            2..=4 => (centre.by(0.0, -11.0), Align::Middle),
            _ => (centre.by(10.0, 4.0), Align::Start),
        };
        svg.text(beside, align, "tick", name);
    }
    for (border, open) in open.into_iter().flatten().enumerate() {
        let centre = point(2 + border);
        let around = Frame::new(centre.x - 30.0, centre.y - 24.0, 60.0, 36.0);
        svg.press(around, BORDERS[border], if open > 0 { "0" } else { "100" });
    }
}

fn told(limit: Limit) -> String {
    match limit {
        Limit::Stock(at) => PLACES[STOCKS[at].0].to_owned(),
        Limit::Road(at) => {
            let (from, to, _) = ROADS[at];
            let mut name = PLACES[from].to_owned();
            name.push_str(" to ");
            name.push_str(PLACES[to]);
            name
        }
        Limit::Need(at) => {
            let mut name = "the need of ".to_owned();
            name.push_str(PLACES[NEEDS[at].0]);
            name
        }
    }
}

fn sentence(settings: &Settings, parts: &[f64]) -> String {
    let delivery = network(open(settings)).delivery();
    let cut: Vec<String> = delivery.cut.iter().map(|&limit| told(limit)).collect();
    let given = all(parts);
    format!(
        "At most {} of 220 a day get through, and {} do. In the way: {}.",
        plain(delivery.total as f64 / 100.0, 2),
        plain(given, 2),
        cut.join(", "),
    )
}

fn table(settings: &Settings) -> Table {
    let network = network(open(settings));
    let fairest: Vec<f64> = network.fairest().into_iter().map(decimal).collect();
    let equal = percent(decimal(network.equal()), 1);
    let mut table = Table::new(["Camp", "Needs", "Fairest", "All alike"]);
    for (&(place, need), &part) in NEEDS.iter().zip(&fairest) {
        table.push([
            PLACES[place],
            &fixed(need as f64, 0),
            &percent(part, 1),
            &equal,
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let open = open(settings);
    let network = network(open);
    let road = |road: &Road| {
        format!("    ({}, {}, {}),\n", road.from, road.to, road.per_day)
    };
    let load = |load: &Load| format!("({}, {}), ", load.place, load.per_day);
    let roads: String = network.roads().iter().map(road).collect();
    let stocks: String = network.stocks().iter().map(load).collect();
    let needs: String = network.needs().iter().map(load).collect();
    format!(
        "use demarche::aid::{{Load, Network, Road}};\n\
         // In hundredths of a unit.\n\
         let roads = [\n{roads}]\n    \
         .map(|(from, to, per_day)| Road {{ from, to, per_day, days: 0 }});\n\
         let load = |(place, per_day)| Load {{ place, per_day }};\n\
         let stocks = [{}].map(load);\n\
         let needs = [{}].map(load);\n\
         let network =\n    \
         Network::new({}, roads.to_vec(), stocks.to_vec(), needs.to_vec())?;\n\
         assert_eq!(network.delivery().total, {});\n",
        stocks.trim_end_matches(", "),
        needs.trim_end_matches(", "),
        network.places(),
        network.delivery().total,
    )
}
