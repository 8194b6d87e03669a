//! Four steps of a state towards a treaty; those that are refused cite the article.

use demarche::calendar::Day;
use demarche::treaties::{
    Bond, Delay, Event, Exit, Ground, Notice, Refused, Terms, WayOut,
};

use crate::figure::{Control, Drawing, Figure, Table, choice};
use crate::kit::{Align, Frame, Ink, Shape, Svg, at, valid};
use crate::settings::Settings;

const STEPS: &[(&str, &str)] = &[
    ("sign", "sign"),
    ("ratify", "ratify"),
    ("accede", "accede"),
    ("decline", "say it will not join"),
    ("force", "enter into force"),
    ("notice", "give notice"),
    ("revoke", "take the notice back"),
    ("out", "a year goes by"),
    ("suspend", "suspend, all agreeing"),
    ("end", "end it, all agreeing"),
];

const fn step(
    key: &'static str,
    label: &'static str,
    default: &'static str,
) -> Control {
    choice(key, label, STEPS, default)
}

pub(super) const LIFE: Figure = Figure {
    name: "treaties-life",
    title: "Four steps in the life of a promise",
    controls: &[
        step("a", "First", "sign"),
        step("b", "Second", "notice"),
        step("c", "Third", "ratify"),
        step("d", "Fourth", "force"),
        choice(
            "way",
            "On leaving the treaty has",
            &[
                ("clause", "a clause: six months"),
                ("silent", "not a word"),
                ("implied", "not a word, but a right is implied"),
            ],
            "clause",
        ),
    ],
    play: None,
    guess: None,
    draw,
    rust,
};

const KEYS: [&str; 4] = ["a", "b", "c", "d"];

fn terms(settings: &Settings) -> Terms {
    let exit = Exit { notice: Delay::Months(6), first: Delay::NONE, reasons: false };
    let way_out = match settings.choice("way") {
        0 => WayOut::Clause(exit),
        1 => WayOut::Silent,
        _ => WayOut::Implied,
    };
    Terms { signature_binds: false, accession: true, way_out }
}

fn day(year: u16, month: u8, day: u8) -> Day {
    valid(Day::new(year, month, day))
}

fn event(choice: usize) -> Event {
    match choice {
        0 => Event::Sign,
        1 => Event::Ratify,
        2 => Event::Accede,
        3 => Event::Decline,
        4 => Event::EnterIntoForce(day(2020, 1, 1)),
        5 => Event::Notify(Notice { on: day(2026, 5, 3), reasons: false }),
        6 => Event::Revoke(day(2026, 6, 1)),
        7 => Event::TakeEffect(day(2027, 5, 3)),
        8 => Event::Suspend(Ground::Consent),
        _ => Event::Terminate(Ground::Consent),
    }
}

/// The four steps: the choice, and what came of it.
fn path(settings: &Settings) -> Vec<(usize, Result<Bond, Refused>)> {
    let terms = terms(settings);
    let mut bond = Bond::OUTSIDER;
    let mut path = Vec::new();
    for key in KEYS {
        let choice = settings.choice(key);
        let next = bond.after(event(choice), &terms);
        bond = next.unwrap_or(bond);
        path.push((choice, next));
    }
    path
}

fn end(path: &[(usize, Result<Bond, Refused>)]) -> Bond {
    let mut end = Bond::OUTSIDER;
    for (_, next) in path {
        end = next.unwrap_or(end);
    }
    end
}

/// What came of a step, in words.
fn told(next: &Result<Bond, Refused>) -> String {
    let mut text = String::new();
    match next {
        Ok(bond) => text.push_str(&bond.standing().to_string()),
        Err(refused) => {
            text.push_str(&refused.rule.to_string());
            text.push_str(": ");
            text.push_str(refused.why);
        }
    }
    text
}

const ROW: f64 = 46.0;

fn draw(settings: &Settings) -> Drawing {
    let path = path(settings);
    let mut svg = Svg::new(settings, 5.0 * ROW);
    let mut table = Table::new(["Step", "Tried", "What came of it"]);
    let foot = |row: f64| row.mul_add(ROW, 20.0);
    svg.mark(Shape::Circle, at(12.0, 15.0), 6.0, Ink::Quiet);
    svg.text(at(34.0, foot(0.0)), Align::Start, "strong", "an outsider");
    for (i, (choice, next)) in path.iter().enumerate() {
        let y = foot(i as f64 + 1.0);
        let (shape, ink) = match next {
            Ok(_) => (Shape::Circle, Ink::Good),
            Err(_) => (Shape::Cross, Ink::Bad),
        };
        svg.line(at(12.0, y - ROW + 4.0), at(12.0, y - 14.0), "axis");
        svg.mark(shape, at(12.0, y - 5.0), 6.0, ink);
        svg.text(at(34.0, y), Align::Start, "strong", STEPS[*choice].1);
        svg.text(at(34.0, y + 16.0), Align::Start, "tick", &told(next));
        let other = STEPS[(choice + 1) % STEPS.len()].0;
        let row = Frame::new(0.0, y - 22.0, settings.width(), ROW - 2.0);
        svg.press(row, KEYS[i], other);
        let number = ["1", "2", "3", "4"][i];
        table.push([number, STEPS[*choice].1, &told(next)]);
    }
    Drawing { svg, sentence: sentence(&path), table }
}

fn sentence(path: &[(usize, Result<Bond, Refused>)]) -> String {
    let refused = path.iter().filter(|(_, next)| next.is_err()).count();
    let standing = end(path).standing();
    let (duty, rule) = standing.duty();
    let steps = match refused {
        0 => "All four steps were lawful",
        1 => "One of four steps was refused",
        2 => "Two of four steps were refused",
        3 => "Three of four steps were refused",
        _ => "All four steps were refused",
    };
    format!(
        "{steps}. In the end it is {standing}, and owes {} ({rule}).",
        match duty.word() {
            "restraint" => "not to defeat the treaty",
            "performance" => "performance",
            "readiness" => "not to obstruct its return",
            _ => "nothing",
        },
    )
}

fn rust(settings: &Settings) -> String {
    let path = path(settings);
    let way_out = match settings.choice("way") {
        0 => {
            "WayOut::Clause(Exit {\n    notice: Delay::Months(6),\n    \
             first: Delay::NONE,\n    reasons: false,\n})"
        }
        1 => "WayOut::Silent",
        _ => "WayOut::Implied",
    };
    let mut text = String::from("use demarche::treaties::*;\nlet way_out = ");
    text.push_str(way_out);
    text.push_str(
        ";\nlet terms = Terms { signature_binds: false, accession: true, way_out };\n\
         let mut bond = Bond::OUTSIDER;\n",
    );
    for (choice, next) in &path {
        let event = match choice {
            0 => "Event::Sign",
            1 => "Event::Ratify",
            2 => "Event::Accede",
            3 => "Event::Decline",
            4 => "Event::EnterIntoForce(\"2020-01-01\".parse()?)",
            5 => {
                "Event::Notify(Notice { on: \"2026-05-03\".parse()?, reasons: false })"
            }
            6 => "Event::Revoke(\"2026-06-01\".parse()?)",
            7 => "Event::TakeEffect(\"2027-05-03\".parse()?)",
            8 => "Event::Suspend(Ground::Consent)",
            _ => "Event::Terminate(Ground::Consent)",
        };
        match next {
            Ok(_) => {
                text.push_str("bond = bond.after(");
                text.push_str(event);
                text.push_str(", &terms)?;\n");
            }
            Err(refused) => {
                text.push_str("let refused = bond.after(");
                text.push_str(event);
                text.push_str(
                    ", &terms).unwrap_err();\nassert_eq!(refused.rule.to_string(), \"",
                );
                text.push_str(&refused.rule.to_string());
                text.push_str("\");\n");
            }
        }
    }
    text.push_str("assert_eq!(bond.standing().to_string(), \"");
    text.push_str(&end(&path).standing().to_string());
    text.push_str("\");\n");
    text
}
