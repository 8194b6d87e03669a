//! What every demo does alike: it reads its options, answers in prose or, with
//! `--json`, as JSON, and ends bad input with one sentence and exit code 2, with
//! nothing on standard output.

#![allow(dead_code, reason = "no demo needs every helper")]
#![allow(unused_imports, reason = "nor every name of its rooms")]
#![allow(unreachable_pub, reason = "each demo has a copy of this module to itself")]

mod decimal;
mod files;
mod names;
mod sheet;
mod ties;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;
use std::str::FromStr;

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Parser};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

pub use decimal::Decimal;
pub use files::{form_shown, is_table, read_columns, read_csv, read_toml};
pub use names::{members_named, names_in, shortened, two_names};
pub use sheet::{
    Cell, Sheet, Table, cell, data, filled, hundredths, left, number, percent,
    plain, right, show, unseen,
};
pub use ties::read_ties;

/// What a demo has to say: the same answer as prose and as data.
pub struct Answer {
    /// The prose, lines of at most 80 columns.
    pub text: String,
    /// One JSON object per case; keys are the API's argument names.
    pub results: Vec<Value>,
}

/// Bad input, told in one line.
#[derive(Debug)]
pub struct InputError(String);

impl InputError {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value of an option, and how the reader wrote it.
#[derive(Clone)]
pub struct Told<T> {
    pub value: T,
    text: String,
}

impl<T: FromStr> FromStr for Told<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        Ok(Self { value: text.parse()?, text: text.to_owned() })
    }
}

impl<T> Serialize for Told<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(to)
    }
}

/// What is said to an option that came with too few numbers, or too many.
pub fn counted(
    option: &str,
    expected: impl fmt::Display,
    found: usize,
) -> InputError {
    InputError(format!("{option}: expected {expected} numbers, found {found}"))
}

/// An error of the crate is a sentence already.
impl<E: std::error::Error> From<E> for InputError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Runs a demo from its options to its exit code. `--json` stands beside the demo's own.
pub fn run<O: Parser + Serialize>(
    demo: &'static str,
    answer: impl FnOnce(&O) -> Result<Answer, InputError>,
) -> ExitCode {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    let command = O::command().name(demo).max_term_width(80);
    let _ = files::SHOWN.set(examples_in(&command));
    let read = command.arg(json.help("Answer as JSON")).try_get_matches();
    let read = read.and_then(|matches| {
        Ok((matches.get_flag("json"), O::from_arg_matches(&matches)?))
    });
    let (json, options) = match read {
        Ok(read) => read,
        Err(mut error) if error.use_stderr() => {
            escape_context(&mut error);
            let told = error.render().to_string();
            return refuse(first_paragraph(&told).trim_start_matches("error: "));
        }
        Err(help) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    let answer = match answer(&options) {
        Ok(answer) => answer,
        Err(error) => return refuse(&error.0),
    };
    let out = if json {
        let given = given(&options);
        let whole =
            json!({ "demo": demo, "given": given, "results": answer.results });
        serde_json::to_string_pretty(&whole).expect("JSON of JSON values") + "\n"
    } else {
        answer.text
    };
    match io::stdout().write_all(out.as_bytes()) {
        // A reader that has seen enough (`| head`) is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: the answer could not be written: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// The files of examples that the help of the options names.
fn examples_in(command: &clap::Command) -> Vec<String> {
    let help = command.get_arguments().filter_map(|arg| arg.get_help());
    let words = help.flat_map(|help| {
        let help = help.to_string();
        help.split([' ', ',', ';', ':', ')', '\n'])
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    words.filter(|word| word.starts_with("examples/data/")).collect()
}

/// The options that were given or have a value of their own.
fn given(options: &impl Serialize) -> Value {
    let mut given = json!(options);
    if let Value::Object(options) = &mut given {
        let none = [Value::Null, json!(false), json!([])];
        options.retain(|_, value| !none.contains(value));
    }
    given
}

/// What is kept of a word too long to read, and of a sentence that is too long all the
/// same, from its start and from its end: what was expected may stand at either.
const WORD: (usize, usize) = (40, 40);
const SENTENCE: (usize, usize) = (100, 400);

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("error: {}", in_one_line(sentence));
    ExitCode::from(2)
}

/// The sentence as one line of bounded length, whatever names and values it repeats.
fn in_one_line(sentence: &str) -> String {
    let line = escaped(sentence);
    let words: Vec<String> = line.split(' ').map(|word| cut(word, WORD)).collect();
    cut(&words.join(" "), SENTENCE)
}

/// The text; without its middle if that is more than half of it.
fn cut(text: &str, (start, end): (usize, usize)) -> String {
    let length = text.chars().count();
    if length <= 2 * (start + end) {
        return text.to_owned();
    }
    let kept = text.chars().take(start).chain(['…']);
    kept.chain(text.chars().skip(length - end)).collect()
}

/// The text with line breaks, and all else that moves a terminal's cursor or the order
/// of what it shows, in Rust's spelling.
fn escaped(text: &str) -> String {
    let moves = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2066}'..='\u{2069}')
    };
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if moves(c) {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

/// Escapes what clap repeats of the reader's words, so that a line break in them does
/// not end the paragraph.
fn escape_context(error: &mut clap::Error) {
    for kind in [ContextKind::InvalidArg, ContextKind::InvalidValue] {
        if let Some(ContextValue::String(found)) = error.get(kind) {
            let found = ContextValue::String(escaped(found));
            error.insert(kind, found);
        }
    }
}

fn first_paragraph(told: &str) -> String {
    let lines = told.lines().take_while(|line| !line.trim().is_empty());
    lines.map(str::trim).collect::<Vec<_>>().join(" ")
}

/// An exact ratio for JSON, with the decimal that readers sort by.
pub fn exact(ratio: impl fmt::Display, value: f64) -> Value {
    json!({ "exact": ratio.to_string(), "value": value })
}
