//! The great powers of a year: what each has, and how often it decides.

use demarche::polarity::{Index, Majors, Power, majors};
use demarche::voting::{Estimate, Weighted};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{fixed, percent, short};
use crate::kit::{Axis, Ink, NumberLine, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const FIRST: f64 = 1816.0;
const LAST: f64 = 2022.0;

pub(super) const POWER: Figure = Figure {
    name: "polarity-power",
    title: "What a power has, and how often it decides",
    controls: &[
        slider("year", "Year", "", [FIRST, LAST, 1.0], 1980.0),
        choice(
            "by",
            "Powers are measured by",
            &[("capability", "capability"), ("spending", "military spending")],
            "capability",
        ),
    ],
    play: Some("year"),
    guess: Some(Guess {
        question: "In 1980 the Soviet Union has 36% of the great powers’ capability, \
                   America 28, China 25, Britain 5 and France 5. More than half \
                   carries. Of 100 orders in which they might join, in how many is \
                   it China that tips the scale?",
        unit: "of 100",
        range: [0.0, 100.0, 1.0],
        start: 25.0,
        answer: |_| {
            let then = majors(1980, Index::Capability)?;
            let at = then.powers.iter().position(|power| *power == Power::China)?;
            Some(100.0 * decisive(&then)[at])
        },
    }),
    draw,
    rust,
};

/// The name of the year: the data have one for Russia and the Soviet Union.
fn named(power: Power, year: f64) -> &'static str {
    if power == Power::Russia && (1922.0..1991.5).contains(&year) {
        "Soviet Union"
    } else {
        power.name()
    }
}

const fn code(power: Power) -> &'static str {
    match power {
        Power::UnitedStates => "USA",
        Power::Britain => "GBR",
        Power::France => "FRA",
        Power::Germany => "GER",
        Power::AustriaHungary => "AUH",
        Power::Italy => "ITA",
        Power::Russia => "RUS",
        Power::China => "CHN",
        Power::Japan => "JPN",
    }
}

fn now(settings: &Settings) -> Majors {
    let index = match settings.choice("by") {
        0 => Index::Capability,
        _ => Index::Spending,
    };
    let year = valid(i32::try_from(settings.count("year")));
    valid(majors(year, index).ok_or(()))
}

/// By the majority of ten-thousandths, which the drawing cannot tell from the exact one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is at most 10 000 of them"
)]
fn decisive(majors: &Majors) -> Vec<f64> {
    let mut weights = Vec::new();
    for share in majors.shares.values() {
        weights.push((share * 1e4).round() as u64);
    }
    let quota = weights.iter().sum::<u64>() / 2 + 1;
    let rule = valid(Weighted::new(quota, weights));
    let estimate = valid(Estimate::of_weighted(&rule));
    valid(estimate.shapley_shubik().ok_or(())).to_vec()
}

fn draw(settings: &Settings) -> Drawing {
    let now = now(settings);
    let decisive = decisive(&now);
    let count = now.powers.len() as f64;
    let mut most: f64 = 0.6;
    for share in now.shares.values().iter().chain(&decisive) {
        most = most.max(*share);
    }
    let plot = |known: bool| {
        let mut marks = Vec::new();
        for (at, power) in now.powers.iter().enumerate() {
            marks.push((at as f64, code(*power)));
        }
        let mut plot = Plot::new(
            Axis::new("", -0.6, count - 0.4).marks(&marks),
            Axis::new("left: what it has; right: how often it decides", 0.0, most)
                .percent(),
        );
        for (at, share) in now.shares.values().iter().enumerate() {
            plot.bar(Ink::A, at as f64 - 0.2, 0.34, 0.0, *share);
            if known {
                plot.bar(Ink::B, at as f64 + 0.2, 0.34, 0.0, decisive[at]);
            }
        }
        plot.across(Ink::Strong, 0.5, "half");
        plot
    };
    let mut years = NumberLine::new("Year", FIRST, LAST);
    let year = settings.number("year");
    years.mark(Shape::Diamond, Ink::Strong, year, "");
    years.slide("year", [(FIRST, FIRST), (LAST, LAST)], year);
    let mut svg = Svg::new(settings, 376.0);
    let (frame, line) = svg.frame().below(300.0, 0.0);
    svg.asked(|svg| plot(false).draw(svg, frame));
    svg.answer(|svg| plot(true).draw(svg, frame));
    years.draw(&mut svg, line);
    Drawing {
        svg,
        sentence: sentence(settings, &now, &decisive),
        table: table(settings, &now, &decisive),
    }
}

fn sentence(settings: &Settings, now: &Majors, decisive: &[f64]) -> String {
    let year = short(settings.number("year"), 0);
    let mut first = 0;
    for (at, share) in now.shares.values().iter().enumerate() {
        if *share > now.shares.values()[first] {
            first = at;
        }
    }
    let nobodies = decisive.iter().filter(|share| **share < 1e-9).count();
    let others = match nobodies {
        0 => "Nobody is without any say.".to_owned(),
        1 => "One decides nothing.".to_owned(),
        many => format!("{many} decide nothing."),
    };
    format!(
        "{year}: {} has {} and tips the scale {} of the time. {others}",
        named(now.powers[first], settings.number("year")),
        percent(now.shares.values()[first], 1),
        percent(decisive[first], 1),
    )
}

fn table(settings: &Settings, now: &Majors, decisive: &[f64]) -> Table {
    let year = settings.number("year");
    let mut table = Table::new(["Power", "Has", "Decides"]);
    let rows = now.powers.iter().zip(now.shares.values()).zip(decisive);
    for ((power, share), decides) in rows {
        table.push([
            named(*power, year),
            &percent(*share, 1),
            &percent(*decides, 1),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let index = ["Capability", "Spending"][settings.choice("by")];
    let now = now(settings);
    format!(
        "use demarche::polarity::{{Index, majority_game, majors}};\n\
         use demarche::{{exact::decimal, voting::Tally}};\n\
         let now = majors({}, Index::{index}).ok_or(\"1816 to 2022\")?;\n\
         let tally = Tally::of(&majority_game(&now.shares)?)?;\n\
         let decides = decimal(&tally.shapley_shubik()[0]);\n\
         assert!((decides - {}).abs() < 1e-6);\n",
        settings.count("year"),
        fixed(decisive(&now)[0], 6),
    )
}
