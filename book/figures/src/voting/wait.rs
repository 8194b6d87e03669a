//! How long until enough are ready, by members, votes needed and vetoes.

use demarche::numbers::{Rate, Time};
use demarche::voting::Wait;

use crate::figure::{Drawing, Figure, Table, slider};
use crate::kit::number::{fixed, percent, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

/// The end of the axis of time.
const LONG: f64 = 6.0;
const MOST: f64 = 40.0;

pub(super) const WAIT: Figure = Figure {
    name: "voting-wait",
    title: "How long until enough are ready",
    controls: &[
        slider("n", "Members, n", "", [2.0, MOST, 1.0], 15.0),
        slider("votes", "Votes needed", "", [1.0, MOST, 1.0], 9.0),
        slider("vetoes", "Members with a veto", "", [0.0, 15.0, 1.0], 5.0),
        slider("rate", "A conflict spreads at the rate", "", [0.1, 2.0, 0.1], 0.5),
    ],
    play: Some("vetoes"),
    guess: None,
    draw,
    rust,
};

struct View {
    n: usize,
    votes: usize,
    vetoes: usize,
    rate: Rate,
    now: Wait,
    /// The same without vetoes.
    free: Wait,
    all: Wait,
}

impl View {
    fn of(settings: &Settings) -> Self {
        let n = settings.count("n");
        let (votes, vetoes) = (settings.count("votes"), settings.count("vetoes"));
        // No body asks for more votes than it has members.
        let (votes, vetoes) = (votes.min(n), vetoes.min(n));
        let wait = |votes, vetoes| valid(Wait::with_vetoes(n, votes, vetoes));
        Self {
            n,
            votes,
            vetoes,
            rate: valid(Rate::new(settings.number("rate"))),
            now: wait(votes, vetoes),
            free: wait(votes, 0),
            all: wait(n, 0),
        }
    }
}

/// The chance that the motion has passed at a place of the axis.
fn by(wait: &Wait, time: f64) -> f64 {
    wait.passed_by(valid(Time::new(time)))
}

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let mut plot = Plot::new(
        Axis::new("Time, in one member’s mean time to be ready", 0.0, LONG),
        Axis::new("Chance that it has come by then", 0.0, 1.0).percent(),
    );
    plot.curve(Ink::Quiet, "all must agree", 48, |time| by(&view.all, time));
    if view.vetoes > 0 {
        plot.curve(Ink::Good, "no vetoes", 48, |time| by(&view.free, time));
    }
    let rate = view.rate.value();
    plot.curve(Ink::Bad, "the conflict", 48, |time| -libm::expm1(-rate * time));
    let name = if view.vetoes > 0 { "with vetoes" } else { "this rule" };
    plot.curve(Ink::A, name, 48, |time| by(&view.now, time));
    let mean = view.now.mean();
    plot.dot(Shape::Diamond, Ink::A, mean, by(&view.now, mean), "mean");
    // A conflict comes after the reciprocal of its rate, on average.
    for tenths in 2..=20_u8 {
        let rate = f64::from(tenths) / 10.0;
        let [from, to] = [rate + 0.05, rate - 0.05].map(f64::recip);
        plot.press(from, to.min(LONG), "rate", &short(rate, 1));
    }
    let mut svg = Svg::new(settings, if settings.narrow() { 360.0 } else { 330.0 });
    let frame = svg.frame();
    plot.draw(&mut svg, frame);
    Drawing { svg, sentence: sentence(&view), table: table(&view) }
}

fn sentence(view: &View) -> String {
    let vetoes = match view.vetoes {
        0 => "without a veto".to_owned(),
        1 => "one of them with a veto".to_owned(),
        more => format!("{more} of them with a veto"),
    };
    format!(
        "{} of {} members, {vetoes}: the mean wait is {}. A conflict that spreads at \
         rate {} is first {} of the time.",
        view.votes,
        view.n,
        fixed(view.now.mean(), 2),
        short(view.rate.value(), 1),
        percent(1.0 - view.now.ahead_of(view.rate), 0),
    )
}

fn table(view: &View) -> Table {
    let mut table =
        Table::new(["Rule", "Mean wait", "Passed by 2", "Before the conflict"]);
    let mut push = |name: &str, wait: &Wait| {
        table.push([
            name,
            &fixed(wait.mean(), 3),
            &percent(by(wait, 2.0), 1),
            &percent(wait.ahead_of(view.rate), 1),
        ]);
    };
    push("this rule", &view.now);
    push("the same without vetoes", &view.free);
    push("all must agree", &view.all);
    table
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    format!(
        "use demarche::numbers::Rate;\n\
         use demarche::voting::Wait;\n\
         let wait = Wait::with_vetoes({}, {}, {})?;\n\
         assert!((wait.mean() - {}).abs() < 1e-6);\n\
         assert!((wait.ahead_of(Rate::new({})?) - {}).abs() < 1e-6);\n",
        view.n,
        view.votes,
        view.vetoes,
        fixed(view.now.mean(), 6),
        fixed(view.rate.value(), 1),
        fixed(view.now.ahead_of(view.rate), 6),
    )
}
