//! How far each answer of the dam at Kessa is from turning.

use demarche::briefing::{
    Alliances, Cast, Chapter, Crisis, Cyber, Desk, Question, Turn, Value, Voting,
    Waiting,
};
use demarche::calendar::Day;
use demarche::numbers::{Probability, Rate, Share};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::{fixed, short};
use crate::kit::{Bars, Ink, valid};
use crate::settings::Settings;

pub(super) const MARGINS: Figure = Figure {
    name: "briefing-margins",
    title: "How far each answer is from turning",
    controls: &[
        slider(
            "most",
            "What war may cost Belmar, at most",
            "%",
            [5.0, 60.0, 1.0],
            40.0,
        ),
        slider("planted", "Incidents planted by others", "%", [0.0, 60.0, 1.0], 0.0),
        slider("eskar", "Eskar waits for", "others", [0.0, 3.0, 1.0], 1.0),
        slider(
            "votes",
            "Votes that the council needs",
            "of 5",
            [1.0, 5.0, 1.0],
            4.0,
        ),
    ],
    play: Some("most"),
    guess: Some(Guess {
        question: "Seventeen models have answered yes or no. How many of the answers \
                   turn if one number behind them moves by a fifth of its range, or of \
                   itself, or less?",
        unit: "of 17",
        range: [0.0, 17.0, 1.0],
        start: 3.0,
        answer: |_| {
            let near = |row: &&Row| row.by.is_some_and(|by| by <= 0.2);
            Some(rows(&BOOK).iter().filter(near).count() as f64)
        },
    }),
    draw,
    rust,
};

/// What a chapter answers, and how far that is from turning.
struct Row {
    chapter: Chapter,
    yes: bool,
    /// The change that turns it, and its size; nothing where no single number does.
    at: String,
    by: Option<f64>,
}

/// The questions in a few words, in the order of the book.
const ASKED: [&str; 17] = [
    "a message past us?",
    "arrest the clerk?",
    "out by November?",
    "a word believed?",
    "a deal?",
    "alike by June?",
    "2 taken beside 5?",
    "Belmar hurt more?",
    "all come?",
    "we free to choose?",
    "Doria outweighed?",
    "war above 35%?",
    "quarrels often?",
    "council in time?",
    "all five sign?",
    "there in a week?",
    "blame feared?",
];

/// What the controls do not reach, as the affair has it; a test compares it with the file.
const STILL: [(Chapter, bool, &str, f64); 13] = [
    (Chapter::Actors, true, "actors.absent=Doria", 1.0),
    (Chapter::Immunity, false, "immunity.waived=yes", 1.0),
    (Chapter::Treaties, false, "treaties.leaving=for-breach", 1.0),
    (Chapter::Signals, true, "signals.bias=0.25", 0.15),
    (Chapter::Bargaining, false, "bargaining.first=0.45", 0.05),
    (Chapter::Culture, false, "culture.meetings=11", 0.375),
    (Chapter::Gains, true, "gains.sensitivity=0.67", 0.17),
    (Chapter::Trade, true, "trade.first=6", 0.4),
    (Chapter::Alignment, true, "alignment.pledge=Doria", 1.0),
    (Chapter::Polarity, true, "polarity.Doria=55.35", 0.23),
    (Chapter::Peace, true, "peace.democratic=yes", 1.0),
    (Chapter::Climate, false, "climate.stakes=0.075", 0.85),
    (Chapter::Aid, false, "aid.load=260", 0.133),
];

/// What a press on a row sets: the book's value, and one that turns the answer.
const TURNS: [(Chapter, &str, &str, &str); 4] = [
    (Chapter::Alliances, "eskar", "1", "3"),
    (Chapter::Crisis, "most", "40", "30"),
    (Chapter::Voting, "votes", "4", "5"),
    (Chapter::Cyber, "planted", "0", "40"),
];

/// The four numbers that move, as parts and counts.
struct Moved {
    most: f64,
    planted: f64,
    eskar: u16,
    votes: u16,
}

const BOOK: Moved = Moved { most: 0.4, planted: 0.0, eskar: 1, votes: 4 };

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the sliders stop at whole numbers from 0 to 5"
)]
fn moved(settings: &Settings) -> Moved {
    let count = |key| settings.number(key) as u16;
    Moved {
        most: settings.number("most") / 100.0,
        planted: settings.number("planted") / 100.0,
        eskar: count("eskar"),
        votes: count("votes"),
    }
}

fn chance(x: f64) -> Probability {
    valid(Probability::new(x))
}

fn share(x: f64) -> Share {
    valid(Share::new(x))
}

/// What all questions share; of the borders nothing here hangs on.
fn cast() -> Cast {
    let states = ["Ardal", "Belmar", "Corvo", "Doria", "Eskar"].map(str::to_owned);
    let [first, second, us, ..] = states.clone();
    Cast { states: states.to_vec(), first, second, us }
}

fn crisis(most: f64) -> Crisis {
    Crisis {
        odds: chance(0.5),
        cost: share(0.1),
        least: share(0.0),
        most: share(most),
        crosses: chance(0.5),
        bearable: chance(0.35),
        borders: Vec::new(),
    }
}

fn council(votes: u16) -> Voting {
    Voting { votes, vetoes: 0, pace: valid(Rate::new(0.5)), members: 5 }
}

fn row<Q: Question>(question: &Q, desk: Desk<'_>) -> Row {
    let turn: Option<Turn> = question.turn(desk);
    let by = turn.as_ref().map(|turn| turn.distance);
    let at = turn.map_or_else(String::new, |turn| told_turn(&turn));
    Row { chapter: Q::CHAPTER, yes: valid(question.yes(desk)), at, by }
}

// By hand: what prints any number weighs more than the module has room for.
fn told_turn(turn: &Turn) -> String {
    let at = match &turn.at {
        Value::Number(number) => short(*number, 3),
        Value::Count(count) => short(f64::from(*count), 0),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Word(word) => word.clone(),
    };
    let mut text = turn.input.clone();
    text.push('=');
    text.push_str(&at);
    text
}

/// All seventeen, in the order of the book.
fn rows(moved: &Moved) -> Vec<Row> {
    let (cast, standoff) = (cast(), crisis(moved.most));
    let day = valid(Day::new(2026, 5, 3));
    let desk = Desk { cast: &cast, day, standoff: &standoff };
    let waits = [("Belmar", 0), ("Eskar", moved.eskar), ("Corvo", 2), ("Doria", 3)];
    let members = waits
        .map(|(state, waits_for)| Waiting { state: state.to_owned(), waits_for })
        .to_vec();
    let cyber = Cyber {
        vulnerable: chance(0.8),
        knows: chance(0.2),
        planted: chance(moved.planted),
    };
    let mut rows = vec![
        row(&standoff, desk),
        row(&Alliances { members }, desk),
        row(&council(moved.votes), desk),
        row(&cyber, desk),
    ];
    for (chapter, yes, at, by) in STILL {
        rows.push(Row { chapter, yes, at: at.to_owned(), by: Some(by) });
    }
    rows.sort_by_key(|row| row.chapter);
    rows
}

fn told(row: &Row) -> &'static str {
    if row.yes { "yes" } else { "no" }
}

/// Whether the affair of the book had the other answer. There all that move say yes.
fn turned(row: &Row) -> bool {
    !row.yes && STILL.iter().all(|still| still.0 != row.chapter)
}

fn draw(settings: &Settings) -> Drawing {
    let rows = rows(&moved(settings));
    let svg = Bars::picture(settings, |known| {
        let mut bars = Bars::new(0.0, 1.0);
        bars.key(Ink::A, "answers yes");
        bars.key(Ink::B, "answers no");
        for row in &rows {
            let ink = if row.yes { Ink::A } else { Ink::B };
            let (length, mut end) = match row.by {
                _ if !known => (0.02, told(row).to_owned()),
                Some(by) if by < 1.0 => (by, short(by, 3)),
                Some(_) => (1.0, String::new()),
                None => (1.0, "–".to_owned()),
            };
            if known && turned(row) {
                end.push_str(" turned");
            }
            let word = row.chapter.word();
            let asked = [word, ": ", ASKED[row.chapter as usize]].concat();
            let name = if settings.narrow() { word } else { &asked };
            bars.bar(name, &[(ink, length)], &end);
            for (_, key, book, turns) in
                TURNS.iter().filter(|own| known && own.0 == row.chapter)
            {
                bars.press(key, if turned(row) { book } else { turns });
            }
        }
        bars
    });
    let mut table = Table::new(["Chapter", "Answer", "Turns at", "That is, by"]);
    for row in &rows {
        let by = row.by.map_or_else(|| "never".to_owned(), |by| short(by, 3));
        table.push([row.chapter.word(), told(row), &row.at, &by]);
    }
    Drawing { svg, sentence: sentence(&rows), table }
}

fn sentence(now: &[Row]) -> String {
    let by = |row: &Row| row.by.unwrap_or(f64::MAX);
    let (mut near, mut nearest) = (0, &now[0]);
    let mut words = Vec::new();
    for row in now {
        near += u32::from(by(row) <= 0.2);
        if by(row) < by(nearest) {
            nearest = row;
        }
        if turned(row) {
            words.push(row.chapter.word());
        }
    }
    let words = if words.is_empty() { "none".to_owned() } else { words.join(", ") };
    format!(
        "{near} answers turn within a fifth; the nearest is {}, at {}. Turned already, \
         beside the file: {words}.",
        nearest.chapter.word(),
        nearest.at,
    )
}

fn rust(settings: &Settings) -> String {
    let votes = moved(settings).votes;
    let late = valid(council(votes).late()).value().value();
    format!(
        "use demarche::briefing::Voting;\n\
         use demarche::numbers::Rate;\n\
         let pace = Rate::new(0.5)?;\n\
         let late = Voting {{ votes: {votes}, vetoes: 0, pace, members: 5 }}.late()?;\n\
         assert!((late.value().value() - {}).abs() < 1e-6);\n",
        fixed(late, 6),
    )
}

#[cfg(test)]
mod tests {
    use demarche::briefing::Affair;

    use super::*;

    #[test]
    fn what_stands_still_is_what_the_file_says() {
        let file = include_str!("../../../../examples/data/briefing.toml");
        let affair = Affair::new(toml::from_str(file).unwrap()).unwrap();
        for row in rows(&BOOK) {
            let (finding, turn) =
                (affair.finding(row.chapter), affair.turn(row.chapter).unwrap());
            assert_eq!(row.yes, finding.yes, "{}", row.chapter);
            assert!(!turned(&row), "{}", row.chapter);
            assert_eq!(row.at, turn.change().to_string());
            assert!(
                (row.by.unwrap() - turn.distance).abs() < 1e-3,
                "{}",
                row.chapter
            );
        }
    }
}
