//! A call to twelve states: each comes once enough others have.

use demarche::alliances::Call;

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::count;
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const STATES: usize = 12;

pub(super) const CALL: Figure = Figure {
    name: "alliances-call",
    title: "Twelve are called. How many act?",
    controls: &[
        slider("second", "The second waits for", "", [0.0, 12.0, 1.0], 2.0),
        slider("third", "The third waits for", "", [0.0, 12.0, 1.0], 2.0),
        slider("away", "This one stays away (0: nobody)", "", [0.0, 12.0, 1.0], 0.0),
    ],
    play: Some("second"),
    guess: Some(Guess {
        question: "Twelve states are called against an aggressor. The first acts \
                   alone, the second once one has, the third once two have, and so on: \
                   all twelve act. Now the second waits for two instead of one. How \
                   many act?",
        unit: "of 12",
        range: [0.0, 12.0, 1.0],
        start: 11.0,
        answer: |settings| Some(View::of(settings).acting as f64),
    }),
    draw,
    rust,
};

struct View {
    /// Who is called, by number from 1, and for how many each waits; the least first.
    called: Vec<(usize, u32)>,
    acting: usize,
}

impl View {
    fn of(settings: &Settings) -> Self {
        let waits = waits(settings);
        let away = settings.count("away");
        let mut called = Vec::new();
        for (state, wait) in (1..).zip(waits) {
            if state != away {
                called.push((state, wait));
            }
        }
        called.sort_by_key(|called| called.1);
        let mut counts = Vec::new();
        for (_, wait) in &called {
            counts.push(*wait);
        }
        let acting = valid(Call::of_heads(&counts)).acting().len();
        Self { called, acting }
    }
}

fn waits(settings: &Settings) -> [u32; STATES] {
    let mut waits = [0; STATES];
    for (wait, k) in waits.iter_mut().zip(0..) {
        *wait = k;
    }
    waits[1] = valid(u32::try_from(settings.count("second")));
    waits[2] = valid(u32::try_from(settings.count("third")));
    waits
}

fn plot(view: &View, known: bool) -> Plot {
    let mut plot = Plot::new(
        Axis::new("In the order in which they would come", 0.0, 12.5),
        Axis::new("Waits for so many", 0.0, 12.5),
    );
    plot.line(Ink::Strong, "have come", &[(1.0, 0.0), (12.5, 11.5)]);
    for (before, (state, wait)) in view.called.iter().enumerate() {
        let (x, top) = (before as f64 + 1.0, f64::from(*wait));
        let (ink, shape) = match (known, before < view.acting) {
            (false, _) => (Ink::Quiet, Shape::Diamond),
            (true, true) => (Ink::Good, Shape::Circle),
            (true, false) => (Ink::Bad, Shape::Cross),
        };
        plot.bar(ink, x, 0.6, 0.0, top);
        plot.dot(shape, ink, x, top, "");
        match state {
            _ if !known => {}
            2 => plot.lift((x, top), 0.9, "second", 1.0),
            3 => plot.lift((x, top), 0.9, "third", 1.0),
            _ => plot.press(x - 0.45, x + 0.45, "away", &count(*state)),
        }
    }
    plot
}

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let mut svg = Svg::new(settings, if settings.narrow() { 300.0 } else { 320.0 });
    let frame = svg.frame();
    svg.asked(|svg| plot(&view, false).draw(svg, frame));
    svg.answer(|svg| plot(&view, true).draw(svg, frame));
    Drawing { svg, sentence: sentence(&view), table: table(&view) }
}

fn sentence(view: &View) -> String {
    let called = view.called.len();
    let Some((state, wait)) = view.called.get(view.acting) else {
        return format!("All {} act.", count(called));
    };
    let have = match view.acting {
        0 => "nobody has".to_owned(),
        1 => "one has".to_owned(),
        more => format!("{} have", count(more)),
    };
    format!(
        "{} of {} act. The next, state {}, waits for {} when {have}, and all behind \
         it wait for it.",
        count(view.acting),
        count(called),
        count(*state),
        count(*wait as usize),
    )
}

fn table(view: &View) -> Table {
    let mut table = Table::new(["State", "Waits for", "Acts"]);
    for (before, (state, wait)) in view.called.iter().enumerate() {
        let acts = if before < view.acting { "yes" } else { "no" };
        table.push([&count(*state), &count(*wait as usize), acts]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    let mut waits = String::new();
    for (_, wait) in &view.called {
        if !waits.is_empty() {
            waits.push_str(", ");
        }
        waits.push_str(&count(*wait as usize));
    }
    format!(
        "use demarche::alliances::Call;\n\
         let call = Call::of_heads(&[{waits}])?;\n\
         assert_eq!(call.acting().len(), {});\n",
        count(view.acting),
    )
}
