//! Every figure at its default, at the ends of its ranges and at random settings:
//! well formed, small, without NaN, the same each time; and the fragments in
//! `drawn/` and the copied programs equal what the figures say now.
//! `BLESS=1 cargo test -p demarche-figures --test figures` rewrites both.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use demarche::chance::{Rng, seeded};
use demarche_figures::{Control, Figure, Settings, figures, fragment, page};

const SVG_LIMIT: usize = 15_000;

/// The parts of an answer, by name.
struct Answer {
    svg: String,
    sentence: String,
    table: String,
    state: String,
    verdict: String,
    program: String,
}

fn ask(figure: &Figure, narrow: bool, state: &str) -> Answer {
    let width = if narrow { "narrow" } else { "wide" };
    let request = format!("{}{b}{width}{b}{state}", figure.name, b = page::BETWEEN);
    let text = page::answer(figures(), &request);
    assert_eq!(
        text,
        page::answer(figures(), &request),
        "{} is deterministic",
        figure.name
    );
    let mut parts = text.split(page::BETWEEN).map(str::to_owned);
    let mut next = || parts.next().unwrap();
    let (svg, sentence, table, _spoken) = (next(), next(), next(), next());
    let (state, _changes, verdict, program) = (next(), next(), next(), next());
    Answer { svg, sentence, table, state, verdict, program }
}

fn random_value(control: &Control, rng: &mut impl Rng) -> String {
    let share = (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    match control {
        Control::Slider { key, min, max, .. } => {
            format!("{key}:{:.4}", min + share * (max - min))
        }
        Control::Choice { key, options, .. } => {
            let i = usize::try_from(rng.next_u64() % options.len() as u64).unwrap();
            format!("{key}:{}", options[i].0)
        }
        Control::Switch { key, .. } => {
            format!("{key}:{}", if share < 0.5 { "on" } else { "off" })
        }
        Control::Button { key, max, .. } => {
            format!("{key}:{:.0}", share * f64::from(*max))
        }
    }
}

/// The book's values, every corner of the ranges (at most 64), 50 random places.
fn states(figure: &Figure) -> Vec<String> {
    let mut corners = vec![String::new()];
    for control in figure.controls {
        let ends: Vec<String> = match control {
            Control::Slider { key, min, max, .. } => {
                vec![format!("{key}:{min}"), format!("{key}:{max}")]
            }
            Control::Choice { key, options, .. } => {
                options.iter().map(|(option, _)| format!("{key}:{option}")).collect()
            }
            Control::Switch { key, .. } => {
                vec![format!("{key}:on"), format!("{key}:off")]
            }
            Control::Button { key, max, .. } => {
                vec![format!("{key}:0"), format!("{key}:{max}")]
            }
        };
        corners = corners
            .iter()
            .flat_map(|corner| ends.iter().map(move |end| format!("{corner},{end}")))
            .collect();
    }
    let each = corners.len().div_ceil(64);
    let mut rng = seeded(1648);
    let random = (0..50).map(|_| {
        let values = figure.controls.iter().map(|c| random_value(c, &mut rng));
        values.collect::<Vec<_>>().join(",")
    });
    let mut states = vec![String::new()];
    states.extend(corners.iter().step_by(each).cloned());
    states.extend(random);
    if let Some(guess) = &figure.guess {
        states.push(format!("guess:{}", guess.range[0]));
        states.push(format!("guess:{}", guess.range[1]));
    }
    states
}

/// Fails unless every element is closed in order and every attribute is quoted.
fn assert_well_formed(markup: &str, context: &str) {
    let mut open = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "{context}: a loose >");
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(tag.matches('"').count().is_multiple_of(2), "{context}: <{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{context}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{context}: {open:?} stay open");
}

#[test]
fn names_keys_and_ranges_are_sound() {
    let mut names = BTreeSet::new();
    for figure in figures() {
        let name = figure.name;
        assert!(names.insert(name), "two figures are called {name}");
        let plain = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                && !text.is_empty()
        };
        assert!(plain(name) && name.contains('-'), "{name}: expected chapter-word");
        assert!(!figure.title.is_empty(), "{name} has a title");
        let sliders =
            figure.controls.iter().filter(|c| matches!(c, Control::Slider { .. }));
        assert!(sliders.count() <= 4, "{name}: more than four sliders");
        let mut keys = BTreeSet::from(["guess"]);
        for control in figure.controls {
            assert!(plain(control.key()), "{name}: {:?}", control.key());
            assert!(keys.insert(control.key()), "{name}: {:?} twice", control.key());
            match control {
                Control::Slider { label, min, max, step, default, key, .. } => {
                    assert!(!label.is_empty() && *step > 0.0, "{name}, {key}");
                    assert!(min <= default && default <= max, "{name}, {key}");
                    let at = Settings::of(figure).number(key);
                    let state = format!("{key}:{default:.6}");
                    let read = Settings::parse(figure, &state, false).number(key);
                    assert!(
                        at.to_bits() == read.to_bits(),
                        "{name}, {key}: the default {at} is off its steps, {read} is on"
                    );
                    let last =
                        Settings::parse(figure, &format!("{key}:{max}"), false);
                    assert!(
                        (last.number(key) - max).abs() < 1e-9,
                        "{name}, {key}: the steps miss the end of the range"
                    );
                }
                Control::Choice { label, options, default, key } => {
                    assert!(!label.is_empty() && options.len() > 1, "{name}, {key}");
                    assert!(
                        options.iter().any(|(o, _)| o == default),
                        "{name}, {key}"
                    );
                    assert!(options.iter().all(|(o, w)| plain(o) && !w.is_empty()));
                }
                Control::Switch { label, key, .. } => {
                    assert!(!label.is_empty(), "{name}, {key}");
                }
                Control::Button { label, max, key } => {
                    assert!(!label.is_empty() && *max > 0, "{name}, {key}");
                }
            }
        }
        if let Some(key) = figure.play {
            assert!(keys.contains(key), "{name}: play sweeps no control");
        }
        if let Some(guess) = &figure.guess {
            let [low, high, _] = guess.range;
            assert!(low <= guess.start && guess.start <= high, "{name}");
            assert!(guess.question.ends_with('?'), "{name}: the question asks");
        }
    }
}

#[test]
fn every_figure_draws_soundly_wherever_its_controls_stand() {
    // Some thousand drawings: each figure for itself.
    std::thread::scope(|all| {
        for figure in figures() {
            all.spawn(|| draws_soundly(figure));
        }
    });
}

fn draws_soundly(figure: &Figure) {
    for state in states(figure) {
        for narrow in [false, true] {
            let context = format!("{} at {state:?}", figure.name);
            let answer = ask(figure, narrow, &state);
            assert_well_formed(&answer.svg, &context);
            assert_well_formed(&answer.table, &context);
            assert!(
                answer.svg.len() <= SVG_LIMIT,
                "{context}: {}",
                answer.svg.len()
            );
            assert!(!answer.svg.contains(" id="), "{context}: an id");
            assert!(!answer.svg.contains("style="), "{context}: a style");
            for text in [&answer.svg, &answer.sentence, &answer.table] {
                assert!(!text.contains("NaN"), "{context}: {text}");
                assert!(!text.contains("\n\n"), "{context}: a blank line");
            }
            assert!(
                answer.sentence.ends_with('.'),
                "{context}: {}",
                answer.sentence
            );
            assert!(answer.sentence.len() < 330, "{context}: {}", answer.sentence);
            assert!(answer.table.contains("<td>"), "{context}: no numbers");
            assert_eq!(state.contains("guess"), !answer.verdict.is_empty());
            // What the page shows is what it links to.
            assert_eq!(
                ask(figure, narrow, &answer.state).svg,
                answer.svg,
                "{context}"
            );
        }
    }
}

/// The values of an attribute, in order.
fn attributes<'a>(markup: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let mut rest = markup;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(&start)? + start.len()..];
        Some(&rest[..rest.find('"')?])
    })
}

#[test]
fn every_picture_is_a_control_itself() {
    for figure in figures() {
        let svg = ask(figure, false, "").svg;
        assert!(
            svg.contains("data-drag") || svg.contains("data-set"),
            "{}: nothing in the picture can be dragged or pressed",
            figure.name
        );
    }
}

#[test]
fn a_handle_stands_where_its_sliders_stand() {
    let mut handles = 0;
    for figure in figures() {
        for (state, narrow) in
            states(figure).iter().step_by(4).flat_map(|s| [(s, false), (s, true)])
        {
            let context = format!("{} at {state:?}", figure.name);
            let svg = ask(figure, narrow, state).svg;
            let settings = Settings::parse(figure, state, narrow);
            for group in svg.split("<g data-drag=\"").skip(1) {
                let data: Vec<&str> =
                    group[..group.find('"').unwrap()].split(' ').collect();
                let number = |text: &str| text.parse::<f64>().unwrap();
                let circle = &group[group.find("<circle").unwrap()..];
                let place = ["cx", "cy"]
                    .map(|name| number(attributes(circle, name).next().unwrap()));
                for (axis, at) in place.into_iter().enumerate() {
                    let [from, to] = [number(data[axis]), number(data[axis + 2])];
                    let part = &data[4 + 3 * axis..7 + 3 * axis];
                    if part[0] == "-" {
                        continue;
                    }
                    handles += 1;
                    let [low, high] = [number(part[1]), number(part[2])];
                    let told = |at: f64| {
                        let value = low + (high - low) * (at - from) / (to - from);
                        if part[0].starts_with('~') {
                            libm::pow(10.0, value)
                        } else {
                            value
                        }
                    };
                    let key = part[0].trim_start_matches('~');
                    let now = settings.number(key);
                    let step =
                        figure.controls.iter().find_map(|control| match control {
                            Control::Slider { key: own, step, .. }
                                if *own == key =>
                            {
                                Some(*step)
                            }
                            _ => None,
                        });
                    let step = step
                        .unwrap_or_else(|| panic!("{context}: {key} is no slider"));
                    // A coordinate has one decimal; a handle stops at the edge of its frame.
                    let least = told(at - 0.06).min(told(at + 0.06)) - step / 2.0;
                    let most = told(at - 0.06).max(told(at + 0.06)) + step / 2.0;
                    let edge = (at - from).abs() < 0.2 || (at - to).abs() < 0.2;
                    assert!(
                        edge || (least..=most).contains(&now),
                        "{context}: {key} is {now}, its handle says {least} to {most}"
                    );
                }
            }
        }
    }
    assert!(handles > 1000, "{handles}");
}

#[test]
fn a_press_sets_what_it_says() {
    for figure in figures() {
        let mut turns = false;
        for state in states(figure).into_iter().step_by(4) {
            let answer = ask(figure, false, &state);
            for pair in attributes(&answer.svg, "data-set") {
                let after = ask(figure, false, &format!("{},{pair}", answer.state));
                assert!(
                    after.state.split(',').any(|own| own == pair),
                    "{} at {state:?}: {pair} makes {}",
                    figure.name,
                    after.state
                );
                turns |= after.svg != answer.svg;
            }
            turns |= !answer.svg.contains("data-set");
        }
        assert!(turns, "{}: no press changes the picture", figure.name);
    }
}

#[test]
fn a_press_on_an_answer_of_the_briefing_turns_it_and_turns_it_back() {
    let figure = demarche_figures::figure("briefing-margins").unwrap();
    let book = ask(figure, false, "");
    let presses: Vec<&str> = attributes(&book.svg, "data-set").collect();
    assert_eq!(presses.len(), 4);
    for press in presses {
        let turned = ask(figure, false, press);
        assert_eq!(turned.svg.matches(" turned<").count(), 1, "{press}");
        let key = press.split(':').next().unwrap();
        let back = attributes(&turned.svg, "data-set")
            .find(|pair| pair.starts_with(key))
            .unwrap();
        assert_eq!(ask(figure, false, back).svg, book.svg, "{back}");
    }
}

#[test]
fn a_figure_survives_any_address() {
    for figure in figures() {
        let book = ask(figure, false, "").svg;
        for state in
            [":", ",,,", "x:1", "k", "k:", "k:abc", "k:1e999", "k:NaN", "é:ü"]
        {
            assert_eq!(
                ask(figure, false, state).svg,
                book,
                "{} at {state}",
                figure.name
            );
        }
        for control in figure.controls {
            for value in
                ["-999999999", "999999999", "0.00001", "99999999999999999999"]
            {
                ask(figure, false, &format!("{}:{value}", control.key()));
            }
        }
    }
    assert_eq!(page::answer(figures(), "no-such"), "");
}

#[test]
fn the_fragments_are_what_the_figures_draw_now() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("drawn");
    let bless = std::env::var_os("BLESS").is_some();
    let mut known = BTreeSet::new();
    for figure in figures() {
        let file = format!("{}.html", figure.name);
        let now = fragment::fragment(figure);
        assert_well_formed(&now, figure.name);
        if bless {
            fs::write(folder.join(&file), &now).unwrap();
        }
        let kept = fs::read_to_string(folder.join(&file)).unwrap_or_default();
        assert!(kept == now, "drawn/{file} is behind: BLESS=1 redraws it");
        assert!(
            !now.contains("\n\n"),
            "{file}: Markdown would end it at a blank line"
        );
        known.insert(file);
    }
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&file), "drawn/{file} belongs to no figure");
    }
}

#[test]
fn the_copied_programs_are_what_the_figures_give_now() {
    let mut now = String::from(
        "//! What *Copy as Rust* gives at the book's values: every program compiles and\n\
         //! runs. Written by `BLESS=1 cargo test -p demarche-figures --test figures`.\n\n\
         #![allow(clippy::all, clippy::pedantic, reason = \"written by the figures\")]\n",
    );
    for figure in figures() {
        let module = figure.name.replace('-', "_");
        now.push_str("\n#[rustfmt::skip]\nmod ");
        now.push_str(&module);
        now.push_str(" {\n");
        for line in ask(figure, false, "").program.lines() {
            if !line.is_empty() {
                now.push_str("    ");
            }
            now.push_str(line);
            now.push('\n');
        }
        now.push_str(
            "    #[test]\n    fn runs() {\n        main().unwrap();\n    }\n}\n",
        );
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/copied.rs");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let kept = fs::read_to_string(file).unwrap_or_default();
    assert!(kept == now, "tests/copied.rs is behind: BLESS=1 rewrites it");
}
