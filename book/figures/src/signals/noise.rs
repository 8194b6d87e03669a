//! Five strategies against their doubles as errors grow, and two games on tape.

use demarche::games::{Move, Payoffs};
use demarche::numbers::{ErrorRate, Probability};
use demarche::signals::{
    Encounter, Line, Machine, Named, Outcomes, Round, SlipOfEar, SlipOfHand,
};

use crate::figure::{Drawing, Figure, Guess, Table, button, choice, slider};
use crate::kit::number::{clamped, fixed, literal, percent, short};
use crate::kit::{Align, Axis, Frame, Ink, Plot, Shape, Svg, at, valid};
use crate::settings::Settings;

/// The rates of error that the axis spans, in percent.
const LEAST: f64 = 0.1;
const MOST: f64 = 30.0;

pub(super) const NOISE: Figure = Figure {
    name: "signals-noise",
    title: "What one slip in a hundred does",
    controls: &[
        slider("e", "Moves that go wrong, e", "%", [LEAST, MOST, 0.1], 1.0),
        slider("g", "Defections forgiven, g", "", [0.0, 1.0, 0.01], 0.33),
        choice(
            "slip",
            "What slips",
            &[("hand", "the hand"), ("ear", "the ear")],
            "hand",
        ),
        button("tape", "Another tape", 99),
    ],
    play: Some("e"),
    guess: Some(Guess {
        question: "Two governments do to each other what the other did last, and one \
                   move in a hundred goes wrong, for ever. How often do they cooperate?",
        unit: "%",
        range: [0.0, 100.0, 1.0],
        start: 90.0,
        answer: |settings| {
            let mirror = Named::TitForTat.machine();
            let here = line(settings, settings.number("e"));
            Some(100.0 * run(&mirror, here).cooperation()[0])
        },
    }),
    draw,
    rust,
};

/// The seed of the book's tape: two slips, far apart.
const SEED: u64 = 5;

fn line(settings: &Settings, percent: f64) -> Line {
    let rate = valid(ErrorRate::new(percent / 100.0));
    if settings.choice("slip") == 0 {
        SlipOfHand::new(rate).into()
    } else {
        SlipOfEar::new(rate).into()
    }
}

fn run(machine: &Machine, line: Line) -> Outcomes {
    valid(Encounter::new(machine, machine, line).long_run())
}

/// The five, as they are named in the figure.
fn five(settings: &Settings) -> [(&'static str, Ink, Machine); 5] {
    let g = valid(Probability::new(settings.number("g")));
    [
        ("contrite", Ink::D, Named::Contrite.machine()),
        ("generous", Ink::B, Named::Generous(g).machine()),
        ("win-stay", Ink::C, Named::WinStayLoseShift.machine()),
        ("tit-for-tat", Ink::A, Named::TitForTat.machine()),
        ("grim", Ink::Quiet, Named::Grim.machine()),
    ]
}

fn draw(settings: &Settings) -> Drawing {
    let e = settings.number("e");
    let (least, most) = (libm::log10(LEAST), libm::log10(MOST));
    let marks = [(-1.0, "0.1%"), (0.0, "1%"), (1.0, "10%"), (most, "30%")];
    let axes = || {
        Plot::new(
            Axis::new("Moves that go wrong, e", least, most).marks(&marks),
            Axis::new("How often each cooperates with its double", 0.0, 1.0)
                .percent(),
        )
    };
    let mut plot = axes();
    let here = line(settings, e);
    let mut table = Table::new(["Strategy", "Cooperates", "Earns a round"]);
    let mut rates = Vec::new();
    for (name, ink, machine) in five(settings) {
        plot.curve(ink, name, 24, |x| {
            let percent = clamped(power_of_ten(x), LEAST, MOST);
            run(&machine, line(settings, percent)).cooperation()[0]
        });
        let outcomes = run(&machine, here);
        let rate = outcomes.cooperation()[0];
        table.push([
            name,
            &percent(rate, 1),
            &fixed(outcomes.payoffs(&Payoffs::AXELROD)[0], 3),
        ]);
        rates.push(rate);
    }
    plot.upright(Ink::Strong, libm::log10(e), "");
    plot.slide((libm::log10(e), rates[3]), "~e", 1.0);
    if let Some(guess) = settings.guess() {
        plot.dot(Shape::Cross, Ink::B, libm::log10(e), guess / 100.0, "your guess");
    }
    let mut known = axes();
    known.upright(Ink::Strong, libm::log10(e), "this line");
    let mut svg = Svg::new(settings, 300.0 + 2.0 * GAME + KEY);
    let (width, top) = (settings.width(), 300.0);
    let frame = Frame::new(0.0, 0.0, width, top);
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| {
        plot.draw(svg, frame);
        let [_, generous, _, mirror, _] = five(settings);
        for (i, (name, _, machine)) in [mirror, generous].into_iter().enumerate() {
            let place = Frame::new(0.0, top + i as f64 * GAME, width, GAME);
            game(svg, settings, place, name, &machine);
        }
        key(svg, settings, top + 2.0 * GAME);
    });
    Drawing { svg, sentence: sentence(settings, &rates), table }
}

/// By the one exponential that other figures bring into the page anyway.
fn power_of_ten(x: f64) -> f64 {
    1.0 + libm::expm1(x * core::f64::consts::LN_10)
}

/// The height of a game on tape, and of the line that explains its marks.
const GAME: f64 = 78.0;
const KEY: f64 = 26.0;

/// Two traces, high for cooperation and low for defection.
fn game(
    svg: &mut Svg,
    settings: &Settings,
    place: Frame,
    name: &str,
    machine: &Machine,
) {
    let rounds = if settings.narrow() { 40 } else { 60 };
    let line = line(settings, settings.number("e"));
    let seed = SEED + settings.count("tape") as u64;
    let tape = Encounter::new(machine, machine, line).tape(rounds, seed);
    svg.text(at(place.x, place.y + 14.0), Align::Start, "label strong", name);
    let left = if settings.narrow() { 22.0 } else { 92.0 };
    let step = (place.w - left - 8.0) / f64::from(rounds);
    for side in 0..2 {
        let foot = place.y + 42.0 + side as f64 * 28.0;
        let height = |m: Move| if m == Move::Cooperate { foot - 16.0 } else { foot };
        let letter = if side == 0 { "A" } else { "B" };
        svg.text(
            at(place.x + left - 18.0, foot - 3.0),
            Align::Start,
            "tick",
            letter,
        );
        svg.path(&trace(&tape, side, place.x + left, step, height), "line a");
        for (i, round) in tape.iter().enumerate() {
            let x = place.x + left + (i as f64 + 0.5) * step;
            let c = at(x, height(round.moves()[side]));
            if round.slipped()[side] {
                svg.mark(Shape::Triangle, c, 5.0, Ink::Bad);
            } else if round.misheard()[1 - side] {
                svg.mark(Shape::Diamond, c, 4.5, Ink::Bad);
            }
        }
    }
}

/// The corners of a trace: a step wherever the move changes.
fn trace(
    tape: &[Round],
    side: usize,
    left: f64,
    step: f64,
    height: impl Fn(Move) -> f64,
) -> Vec<crate::kit::Point> {
    let mut corners = Vec::new();
    let mut last = None;
    for (i, round) in tape.iter().enumerate() {
        let (x, y) = (left + i as f64 * step, height(round.moves()[side]));
        if last != Some(round.moves()[side]) {
            if let Some(before) = last {
                corners.push(at(x, height(before)));
            }
            corners.push(at(x, y));
            last = Some(round.moves()[side]);
        }
    }
    if let Some(end) = last {
        corners.push(at(left + tape.len() as f64 * step, height(end)));
    }
    corners
}

fn key(svg: &mut Svg, settings: &Settings, top: f64) {
    let (shape, words) = if settings.choice("slip") == 0 {
        (Shape::Triangle, "a move that was not meant")
    } else {
        (Shape::Diamond, "a move that the other misread")
    };
    svg.mark(shape, at(8.0, top + 12.0), 5.0, Ink::Bad);
    svg.text(at(20.0, top + 16.5), Align::Start, "tick", words);
    let (right, words) = (settings.width() - 8.0, "high: C, low: D");
    svg.text(at(right, top + 16.5), Align::End, "tick", words);
}

fn sentence(settings: &Settings, rates: &[f64]) -> String {
    let rate = |i: usize| percent(rates[i], 1);
    let [contrite, generous, win_stay, mirror, grim] =
        [rate(0), rate(1), rate(2), rate(3), rate(4)];
    let slips =
        if settings.choice("slip") == 0 { "hands slip" } else { "ears slip" };
    format!(
        "When {slips} in {}% of the moves, two mirrors cooperate {mirror} of the time. \
         Generous players, who forgive {} of the defections, reach {generous}, the \
         contrite {contrite}, win-stay lose-shift {win_stay}, grim {grim}.",
        short(settings.number("e"), 1),
        percent(settings.number("g"), 0),
    )
}

fn rust(settings: &Settings) -> String {
    let e = settings.number("e");
    let g = settings.number("g");
    let slip = if settings.choice("slip") == 0 { "SlipOfHand" } else { "SlipOfEar" };
    let machine = Named::Generous(valid(Probability::new(g))).machine();
    let rate = run(&machine, line(settings, e)).cooperation()[0];
    format!(
        "use demarche::numbers::{{ErrorRate, Probability}};\n\
         use demarche::signals::{{Chain, MemoryOne, {slip}}};\n\
         let line = {slip}::new(ErrorRate::new({} / 100.0)?);\n\
         let generous = MemoryOne::generous(Probability::new({})?).over(line);\n\
         let rate = Chain::between(&generous, &generous).long_run()?.cooperation()[0];\n\
         assert!((rate - {}).abs() < 1e-6);\n",
        literal(e),
        literal(g),
        literal(rate),
    )
}
