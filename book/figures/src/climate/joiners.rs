//! Who gains by signing, and who by staying out.

use demarche::climate::{Outcome, Pact, Timing};
use demarche::numbers::Size;

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{fixed, percent};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const STAKES: [f64; 9] = [0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0];

const MOST: f64 = 20.0;

pub(super) const JOINERS: Figure = Figure {
    name: "climate-joiners",
    title: "How many sign, and how many would rather not",
    controls: &[
        slider(
            "stakes",
            "Stakes: 1 the least, 9 the most",
            "",
            [1.0, 9.0, 1.0],
            2.0,
        ),
        slider("n", "Countries", "", [3.0, MOST, 1.0], 10.0),
        choice(
            "timing",
            "Who decides when",
            &[("leader", "members first"), ("together", "all at once")],
            "leader",
        ),
    ],
    play: Some("stakes"),
    guess: Some(Guess {
        question: "Ten countries. Where abating costs each a hundredth of what it brings \
                   the world, all ten keep a treaty. Now it costs a quarter, and much \
                   more could be gained together than before. How many keep it?",
        unit: "of ten",
        range: [0.0, 10.0, 1.0],
        start: 8.0,
        answer: |_| largest(pact(10, 0.25), Timing::Leader).map(f64::from),
    }),
    draw,
    rust,
};

fn pact(countries: u32, stakes: f64) -> Pact {
    valid(Pact::new(countries, valid(Size::new(stakes))))
}

fn largest(pact: Pact, timing: Timing) -> Option<u32> {
    pact.stable(timing).into_iter().max()
}

fn stakes(settings: &Settings) -> f64 {
    STAKES[(settings.count("stakes") - 1).min(STAKES.len() - 1)]
}

fn now(settings: &Settings) -> (Pact, Timing) {
    let countries = u32::try_from(settings.count("n")).unwrap_or(u32::MAX);
    let timing = if settings.choice("timing") == 0 {
        Timing::Leader
    } else {
        Timing::Together
    };
    (pact(countries, stakes(settings)), timing)
}

/// What signing as the kth brings beside staying out when k − 1 have signed.
fn brings(pact: Pact, timing: Timing, k: u32) -> f64 {
    let inside = pact.outcome(k, timing).member_gains.unwrap_or(0.0);
    inside - pact.outcome(k - 1, timing).outsider_gains.unwrap_or(0.0)
}

fn draw(settings: &Settings) -> Drawing {
    let (pact, timing) = now(settings);
    let all: Vec<(f64, f64)> = (1..=pact.countries())
        .map(|k| (f64::from(k), brings(pact, timing, k)))
        .collect();
    let most = all.iter().map(|point| point.1.abs()).fold(1e-9, f64::max);
    let axes = || {
        Plot::new(
            Axis::new("Signed so far, with me", 1.0, MOST),
            Axis::new("What signing brings me", -most, most),
        )
    };
    let mut svg = Svg::new(settings, 300.0);
    let frame = svg.frame();
    svg.asked(|svg| axes().draw(svg, frame));
    svg.answer(|svg| {
        let mut plot = axes();
        plot.across(Ink::Quiet, 0.0, "");
        plot.line(Ink::A, "", &all);
        if let Some(k) = largest(pact, timing) {
            let (x, y) = (f64::from(k), brings(pact, timing, k));
            plot.dot(Shape::Circle, Ink::Good, x, y, "the last to sign");
        }
        if let Some(last) = all.last() {
            plot.slide(*last, "n", 1.0);
        }
        plot.draw(svg, frame);
    });
    Drawing { svg, sentence: sentence(settings), table: table(settings) }
}

fn sentence(settings: &Settings) -> String {
    let (pact, timing) = now(settings);
    let stakes = fixed(stakes(settings), 2);
    let size = largest(pact, timing).unwrap_or(1);
    let closed = percent(pact.gap_closed(size, timing), 1);
    let all = |k| pact.outcome(k, timing).all_gain;
    let gap = percent(all(pact.countries()) / all(0) - 1.0, 1);
    if size < 2 {
        return format!(
            "Stakes {stakes}: nobody signs with anybody. All together could have {gap} more."
        );
    }
    format!(
        "Stakes {stakes}: {size} of {} keep a treaty. All together could have {gap} more, \
         and the treaty brings {closed} of that.",
        pact.countries(),
    )
}

fn table(settings: &Settings) -> Table {
    let (pact, timing) = now(settings);
    let mut table =
        Table::new(["Members", "A member has", "An outsider has", "Abated"]);
    let told = |x: Option<f64>| x.map_or("none".to_owned(), |x| fixed(x, 1));
    for k in 0..=pact.countries() {
        let outcome: Outcome = pact.outcome(k, timing);
        table.push([
            &fixed(f64::from(k), 0),
            &told(outcome.member_gains),
            &told(outcome.outsider_gains),
            &fixed(outcome.total, 1),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let (pact, timing) = now(settings);
    let word = match timing {
        Timing::Leader => "Leader",
        Timing::Together => "Together",
    };
    let sizes: Vec<String> =
        pact.stable(timing).iter().map(|&k| fixed(f64::from(k), 0)).collect();
    format!(
        "use demarche::climate::{{Pact, Timing}};\n\
         use demarche::numbers::Size;\n\
         let pact = Pact::new({}, Size::new({})?)?;\n\
         assert_eq!(pact.stable(Timing::{word}), [{}]);\n",
        pact.countries(),
        crate::kit::number::literal(stakes(settings)),
        sizes.join(", "),
    )
}
