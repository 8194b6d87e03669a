//! A good warning of a rare thing.

use demarche::crisis::Warning;
use demarche::numbers::Probability;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, literal, percent, short};
use crate::kit::{Bars, Ink, valid};
use crate::settings::Settings;

pub(super) const WARNING: Figure = Figure {
    name: "crisis-warning",
    title: "A thousand years, and who was warned",
    controls: &[
        slider(
            "rate",
            "Of 1000 years so many end in war",
            "",
            [1.0, 300.0, 1.0],
            20.0,
        ),
        slider("hits", "Of those, warned of", "%", [50.0, 100.0, 1.0], 80.0),
        slider("false", "Of the others, warned of", "%", [0.0, 50.0, 1.0], 20.0),
    ],
    play: Some("rate"),
    guess: Some(Guess {
        question: "In 20 of 1000 country-years a war breaks out. A forecaster warns of \
                   80% of them, and falsely in 20% of the quiet years. There is a \
                   warning. How likely is the war?",
        unit: "%",
        range: [0.0, 100.0, 0.5],
        start: 80.0,
        answer: |settings| {
            let (warning, rate) = now(settings);
            Some(100.0 * warning.believed(rate)?.value())
        },
    }),
    draw,
    rust,
};

fn now(settings: &Settings) -> (Warning, Probability) {
    let part = |key, of: f64| valid(Probability::new(settings.number(key) / of));
    let warning =
        Warning { hits: part("hits", 100.0), false_alarms: part("false", 100.0) };
    (warning, part("rate", 1000.0))
}

/// Years with war and warning, with war alone, with warning alone, with neither.
fn years(settings: &Settings) -> [f64; 4] {
    let (warning, rate) = now(settings);
    let (wars, quiet) = (1000.0 * rate.value(), 1000.0 * rate.complement().value());
    let (hits, alarms) = (warning.hits.value(), warning.false_alarms.value());
    [wars * hits, wars * (1.0 - hits), quiet * alarms, quiet * (1.0 - alarms)]
}

fn draw(settings: &Settings) -> Drawing {
    let [right, missed, alarms, quiet] = years(settings);
    let most = (right + alarms).max(missed + quiet);
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, most);
        bars.key(Ink::Bad, "war");
        bars.key(Ink::Quiet, "none");
        for (name, war, none) in [("warned", right, alarms), ("not", missed, quiet)]
        {
            if known {
                let value = short(war + none, 0);
                bars.bar(name, &[(Ink::Bad, war), (Ink::Quiet, none)], &value);
                if name == "warned" {
                    let half = right + f64::midpoint(alarms, quiet);
                    let ends = [(right, 0.0), (half, 50.0)];
                    bars.slide("false", ends, settings.number("false"));
                }
            } else {
                bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let svg = Bars::picture(settings, bars);
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

fn sentence(settings: &Settings) -> String {
    let (warning, rate) = now(settings);
    let [right, _, alarms, _] = years(settings);
    match warning.believed(rate) {
        Some(chance) => format!(
            "Of {} warnings {} are followed by war: {}. To prevent is worth while where \
             it costs less than that part of the war.",
            short(right + alarms, 0),
            short(right, 0),
            percent(chance.value(), 1),
        ),
        None => "There is never a warning.".to_owned(),
    }
}

fn table(settings: &Settings) -> Table {
    let [right, missed, alarms, quiet] = years(settings);
    let mut table = Table::new(["Years", "War", "None"]);
    table.push(["Warned", &short(right, 1), &short(alarms, 1)]);
    table.push(["Not warned", &short(missed, 1), &short(quiet, 1)]);
    let (warning, rate) = now(settings);
    for cost in [1.0, 5.0, 10.0, 20.0] {
        let part = valid(Probability::new(cost / 100.0));
        let worth = warning.worth(rate, part);
        let told = worth.map_or("none".to_owned(), |worth| short(worth, 2));
        let mut name = "Its worth if prevention costs ".to_owned();
        name.push_str(&percent(cost / 100.0, 0));
        table.push([&name, &told, ""]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let (warning, rate) = now(settings);
    let believed = warning.believed(rate).map_or(0.0, Probability::value);
    format!(
        "use demarche::crisis::Warning;\n\
         use demarche::numbers::Probability;\n\
         let (hits, false_alarms) = (Probability::new({})?, Probability::new({})?);\n\
         let warning = Warning {{ hits, false_alarms }};\n\
         let believed = warning.believed(Probability::new({})?).ok_or(\"a warning\")?;\n\
         assert!((believed.value() - {}).abs() < 1e-6);\n",
        literal(settings.number("hits") / 100.0),
        literal(settings.number("false") / 100.0),
        literal(settings.number("rate") / 1000.0),
        fixed(believed, 6),
    )
}
