//! Seven lamps for what the host may do, the chain of reasons behind one of them, and
//! the smallest change that would turn it.

use demarche::immunity::{
    Article, Change, Measure, Outcome, Reading, Shield, Step, Verdict, Who,
};

use super::view::View;
use crate::figure::{Drawing, Figure, Guess, Table, choice, switch};
use crate::kit::label::{LABEL, TICK, width};
use crate::kit::number::count;
use crate::kit::{Align, Frame, Ink, Shape, Svg, at};
use crate::settings::Settings;

/// In the order of the lamps.
const ASKS: &[(&str, &str)] = &[
    ("arrest", "Arrest"),
    ("home", "Enter the home"),
    ("ticket", "Traffic ticket"),
    ("witness", "Compel evidence"),
    ("trial", "Prosecute"),
    ("suit", "Sue"),
    ("execution", "Execute a judgment"),
];

pub(super) const LAMPS: Figure = Figure {
    name: "immunity-lamps",
    title: "What may the host do?",
    controls: &[
        choice(
            "who",
            "Who acted",
            &[
                ("agent", "Diplomatic agent"),
                ("clerk", "Clerk or technician"),
                ("service", "Service staff"),
                ("servant", "Private servant"),
                ("consul", "Career consul"),
                ("honorary", "Honorary consul"),
                ("employee", "Consular employee"),
                ("driver", "Consular service staff"),
                ("nobody", "No status at all"),
            ],
            "agent",
        ),
        choice(
            "tie",
            "Tie to the host",
            &[
                ("foreign", "Foreign"),
                ("resident", "Permanently resident"),
                ("national", "The host’s national"),
            ],
            "foreign",
        ),
        switch("family", "It was a family member", false),
        switch("official", "The act was official", false),
        choice(
            "when",
            "When the host acts",
            &[
                ("before", "Before the posting"),
                ("transit", "In transit, third state"),
                ("serving", "In post"),
                ("winding", "Leaving, time still runs"),
                ("ended", "After departure"),
                ("elsewhere", "After departure, third state"),
            ],
            "winding",
        ),
        choice(
            "what",
            "What it was about",
            &[
                ("crime", "An ordinary crime"),
                ("grave", "A grave crime"),
                ("judged", "Grave crime, judge decided"),
                ("tort", "A wrong"),
                ("accident", "A road accident"),
                ("contract", "A private contract"),
                ("agency", "A contract for the state"),
                ("land", "Private land"),
                ("mission", "The mission’s land"),
                ("inheritance", "An inheritance"),
                ("trade", "A trade on the side"),
                ("worker", "A domestic worker’s claim"),
            ],
            "grave",
        ),
        choice(
            "waiver",
            "Waived by the sending state",
            &[
                ("nothing", "Nothing"),
                ("trial", "The criminal trial"),
                ("suit", "The suit"),
                ("both", "The suit and its execution"),
                ("everything", "Everything"),
            ],
            "nothing",
        ),
        choice("ask", "Reasons for which lamp", ASKS, "trial"),
        choice(
            "states",
            "Between which states",
            &[
                ("any", "Two without reservations"),
                ("us-egypt", "United States in Egypt"),
                ("japan-egypt", "Japan in Egypt"),
                ("france-sudan", "France in Sudan"),
            ],
            "any",
        ),
        choice(
            "reading",
            "How the court reads",
            &[
                ("plain", "Plainly"),
                ("worker", "Servitude is commerce"),
                ("family", "Family capped by sponsor"),
                ("waiver", "A waived trial lifts arrest"),
                ("witness", "Local agents may be silent"),
                ("clerk", "No execution against clerks"),
                ("service", "Drivers safe on duty"),
                ("objection", "Objections save the rule"),
            ],
            "plain",
        ),
    ],
    play: None,
    guess: Some(Guess {
        question: "A diplomat whose time to leave still runs is suspected of a grave \
                   crime. How many of the seven may the host not do?",
        unit: "",
        range: [0.0, 7.0, 1.0],
        start: 3.0,
        answer: |settings| {
            let view = View::of(settings);
            let barred = |measure: &&Measure| {
                view.of_measure(**measure).outcome() == Outcome::Barred
            };
            Some(Measure::ALL.iter().filter(barred).count() as f64)
        },
    }),
    draw,
    rust,
};

const ROW: f64 = 31.0;
const LINE: f64 = 18.0;

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let asked = view.asked();
    let turn = turning(view.smallest());
    let narrow = settings.narrow();
    let right = if narrow { settings.width() } else { settings.width() - 264.0 };
    let mut chain = 0.0;
    for step in asked.steps() {
        chain += height(step, right);
    }
    let turns =
        turn.as_ref().map_or_else(Vec::new, |turn| wrapped(turn, right, LABEL));
    let disputed = disputed(&view, &asked, right);
    let dispute =
        if disputed.is_empty() { 0.0 } else { 26.0 + disputed.len() as f64 * LINE };
    let reasons = 30.0 + chain + dispute + 30.0 + turns.len() as f64 * LINE;
    let lamps = 7.0 * ROW + 6.0;
    let tall = if narrow { lamps + 14.0 + reasons } else { reasons.max(lamps) };
    let mut svg = Svg::new(settings, tall);
    let (one, other) = if narrow {
        svg.frame().below(lamps, 14.0)
    } else {
        (Frame::new(0.0, 0.0, 240.0, tall), Frame::new(264.0, 0.0, right, tall))
    };
    svg.asked(|svg| {
        for (measure, y) in rows(one) {
            svg.text(at(one.x + 34.0, y + 5.0), Align::Start, "", measure.name());
            svg.text(at(one.x + 16.0, y + 5.0), Align::Middle, "label", "?");
        }
    });
    svg.answer(|svg| {
        draw_lamps(svg, one, &view);
        let texts = [(CONTESTED, disputed), (turn_head(&turns), turns)];
        draw_chain(svg, other, &view, &asked, &texts);
    });
    let sentence = sentence(&view, &asked, turn.as_deref());
    Drawing { svg, sentence, table: table(&view) }
}

/// Each measure with the height of its lamp.
fn rows(frame: Frame) -> impl Iterator<Item = (Measure, f64)> {
    let rows = Measure::ALL.iter().enumerate();
    rows.map(move |(i, &measure)| (measure, frame.y + (i as f64 + 0.5) * ROW))
}

fn draw_lamps(svg: &mut Svg, frame: Frame, view: &View) {
    for (measure, y) in rows(frame) {
        let answer = view.of_measure(measure);
        let chosen = measure == view.case.measure;
        if chosen {
            let row = Frame::new(frame.x, y - ROW / 2.0 + 1.0, frame.w, ROW - 2.0);
            svg.rect(row, 4.0, "area strong");
        }
        let (shape, ink) = lamp(&answer);
        let centre = at(frame.x + 16.0, y);
        if answer.contested().is_empty() {
            svg.mark(shape, centre, 7.5, ink);
        } else {
            svg.group("hollow", |svg| svg.mark(Shape::Diamond, centre, 7.0, ink));
        }
        let style = if chosen { "strong" } else { "" };
        svg.text(at(frame.x + 34.0, y + 5.0), Align::Start, style, measure.name());
        let style = if ink == Ink::Bad { "label bad" } else { "label good" };
        let word = word(&answer);
        svg.text(at(frame.right() - 8.0, y + 5.0), Align::End, style, &word);
    }
    for ((_, y), key) in rows(frame).zip(ASKS) {
        let row = Frame::new(frame.x, y - ROW / 2.0 + 1.0, frame.w, ROW - 2.0);
        svg.press(row, "ask", key.0);
    }
}

/// A cross bars, a disc allows.
fn lamp(answer: &Verdict) -> (Shape, Ink) {
    match answer.outcome() {
        Outcome::Barred => (Shape::Cross, Ink::Bad),
        Outcome::Allowed => (Shape::Circle, Ink::Good),
    }
}

fn word(answer: &Verdict) -> String {
    let mut word = answer.outcome().name().to_owned();
    if !answer.contested().is_empty() {
        word.push('?');
    }
    word
}

fn draw_chain(
    svg: &mut Svg,
    frame: Frame,
    view: &View,
    asked: &Verdict,
    texts: &[(&'static str, Vec<String>)],
) {
    let mut head = String::from(match asked.outcome() {
        Outcome::Barred => "May not ",
        Outcome::Allowed => "May ",
    });
    head.push_str(view.case.measure.verb());
    head.push_str(", because");
    svg.text(at(frame.x, frame.y + 18.0), Align::Start, "strong", &head);
    let mut y = frame.y + 30.0;
    let rail = frame.x + 8.0;
    let steps = asked.steps();
    for (i, step) in steps.iter().enumerate() {
        let tall = height(step, frame.w);
        if i + 1 < steps.len() {
            let next = y + tall + 11.0;
            svg.line(at(rail, y + 11.0), at(rail, next), "axis");
        }
        match step.shield {
            Shield::Full => svg.mark(Shape::Square, at(rail, y + 11.0), 6.0, Ink::A),
            Shield::OfficialActs => {
                svg.mark(Shape::Triangle, at(rail, y + 11.0), 6.0, Ink::B);
            }
            Shield::None => svg.group("hollow", |svg| {
                svg.mark(Shape::Circle, at(rail, y + 11.0), 5.0, Ink::Quiet);
            }),
        }
        let x = frame.x + 24.0;
        svg.text(at(x, y + 16.0), Align::Start, "label", &cites(step.articles));
        let reach = reach(step.shield);
        svg.text(at(frame.right(), y + 16.0), Align::End, "tick", reach);
        y += LINE;
        for line in wrapped(step.because, frame.w - 24.0, LABEL) {
            svg.text(at(x, y + 15.0), Align::Start, "", &line);
            y += LINE;
        }
        y += 6.0;
    }
    for (head, lines) in texts {
        if lines.is_empty() && *head == CONTESTED {
            continue;
        }
        svg.text(at(frame.x, y + 20.0), Align::Start, "strong", head);
        y += 24.0;
        for line in lines {
            svg.text(at(frame.x, y + 15.0), Align::Start, "", line);
            y += LINE;
        }
        y += 2.0;
    }
}

const CONTESTED: &str = "Contested: a court may read that";

const fn turn_head(turns: &[String]) -> &'static str {
    if turns.is_empty() { "Nothing turns it" } else { "It would turn if" }
}

/// The other side of each open reading that would turn the verdict, in lines.
fn disputed(view: &View, asked: &Verdict, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for issue in asked.contested() {
        lines.append(&mut wrapped(view.reading.against(*issue), room, LABEL));
    }
    lines
}

const fn reach(shield: Shield) -> &'static str {
    match shield {
        Shield::Full => "covers every act",
        Shield::OfficialActs => "covers official acts",
        Shield::None => "covers nothing",
    }
}

fn height(step: &Step, w: f64) -> f64 {
    let lines = wrapped(step.because, w - 24.0, LABEL).len();
    LINE + lines as f64 * LINE + 6.0
}

fn cites(articles: &[Article]) -> String {
    let mut text = String::new();
    for (i, article) in articles.iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(&article.to_string());
    }
    text
}

/// Breaks a text into lines that fit.
fn wrapped(text: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut longer = line.clone();
        if !longer.is_empty() {
            longer.push(' ');
        }
        longer.push_str(word);
        if width(&longer, size.max(TICK)) > room && !line.is_empty() {
            lines.push(core::mem::take(&mut line));
            word.clone_into(&mut line);
        } else {
            line = longer;
        }
    }
    lines.push(line);
    lines
}

/// The smallest change as half a sentence, or nothing where there is none.
fn turning(changes: Option<Vec<Change>>) -> Option<String> {
    let mut text = String::new();
    for (i, change) in changes?.iter().enumerate() {
        if i > 0 {
            text.push_str(", and ");
        }
        text.push_str(&change.to_string());
    }
    Some(text)
}

fn sentence(view: &View, asked: &Verdict, turn: Option<&str>) -> String {
    let mut text = String::from(match asked.outcome() {
        Outcome::Barred => "The host may not ",
        Outcome::Allowed => "The host may ",
    });
    text.push_str(view.case.measure.verb());
    text.push_str(": ");
    text.push_str(&cites(&asked.cites()));
    text.push_str(if asked.contested().is_empty() { ". " } else { ", contested. " });
    match turn {
        Some(turn) => {
            text.push_str("It would turn if ");
            text.push_str(turn);
        }
        None => text.push_str("Nothing turns it"),
    }
    text.push('.');
    text
}

fn table(view: &View) -> Table {
    let mut table = Table::new([
        "The host wants to",
        "It is",
        "By",
        "Single changes that turn it",
    ]);
    for measure in Measure::ALL {
        let answer = view.of_measure(measure);
        table.push([
            measure.name(),
            &word(&answer),
            &cites(&answer.cites()),
            &count(view.turns(measure)),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    let case = view.case;
    let who = match case.who {
        Who::Nobody => "Who::Nobody".to_owned(),
        Who::Member { category, tie, capacity } => format!(
            "Who::Member {{\n    category: Category::{category:?},\n    tie: \
             Tie::{tie:?},\n    capacity: Capacity::{capacity:?},\n}}"
        ),
        Who::Family { of, tie, sponsor_tie } => format!(
            "Who::Family {{\n    of: Category::{of:?},\n    tie: Tie::{tie:?},\n    \
             sponsor_tie: Tie::{sponsor_tie:?},\n}}"
        ),
    };
    let pair = match view.states {
        None => "Pair::PLAIN".to_owned(),
        Some((sending, receiving)) => {
            format!("Pair::between(\"{sending}\", \"{receiving}\")?")
        }
    };
    let reading = if view.reading == Reading::PLAIN {
        "Reading::PLAIN".to_owned()
    } else {
        format!("\"{}\".parse()?", view.reading)
    };
    format!(
        "use demarche::immunity::*;\n\
         let who = {who};\n\
         let act = Act {{ judge: {}, ..Act::of(Subject::{:?}) }};\n\
         let case = Case {{\n    act,\n    phase: Phase::{:?},\n    waiver: \
         \"{}\".parse()?,\n    ..Case::serving(who, act.subject, \
         Measure::{:?})\n}};\n\
         let answer = verdict(&case, {pair}, {reading});\n\
         assert_eq!(answer.outcome(), Outcome::{:?});\n",
        case.act.judge,
        case.act.subject,
        case.phase,
        case.waiver,
        case.measure,
        view.asked().outcome(),
    )
}
