//! Briefing: one affair, every chapter's model asked its question, one page; with
//! options, the reader's own affair, and what changes when one number does.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{
    Answer, InputError, Sheet, Table, filled, left, plain, read_toml, right,
};
use demarche::briefing::{
    Affair, Change, Chapter, Dossier, Line, Page, SILENT, Sign,
};
use serde::Serialize;

/// What should a desk officer read tonight? Without options the demo writes the page of
/// the chapter's affair; with options, of yours, and marks what changes.
#[derive(Parser, Serialize)]
struct Options {
    /// A TOML file with an affair: who is in it, what each chapter is asked, what may be
    /// done; such as examples/data/briefing.toml
    #[arg(long)]
    file: Option<PathBuf>,
    /// Another value for an input, such as crisis.most=0.2; may come more than once. The
    /// page marks the lines that change
    #[arg(long, value_name = "INPUT=VALUE")]
    set: Vec<Change>,
    /// Also what each model was asked and answered, and what would turn it
    #[arg(long)]
    annex: bool,
    /// One chapter alone: its question and answer, what turns it, and its inputs
    #[arg(long, value_name = "CHAPTER", conflicts_with = "annex")]
    ask: Option<String>,
}

fn main() -> ExitCode {
    common::run("briefing", answer)
}

fn answer(options: &Options) -> Result<Answer, InputError> {
    let file =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/briefing.toml"));
    let path = options.file.as_ref().unwrap_or(&file);
    let told = |told: String| InputError::new(format!("{}: {told}", path.display()));
    let dossier: Dossier = read_toml(path)?;
    let before = Affair::new(dossier).map_err(|error| told(error.to_string()))?;
    let mut affair = before.clone();
    for change in &options.set {
        affair = affair
            .after(change)
            .map_err(|error| InputError::new(format!("--set: {error}")))?;
    }
    if let Some(chapter) = &options.ask {
        return Ok(asked(&affair, &before, chapter.parse()?).into());
    }
    let page = Page::of(&affair).map_err(|error| told(error.to_string()))?;
    let old = Page::of(&before).map_err(|error| told(error.to_string()))?;
    let mut sheets = vec![written(&page, &page.changed_from(&old))];
    if options.annex {
        sheets.push(findings(&affair, &before));
        sheets.push(standings(&affair));
    }
    Ok(sheets.into())
}

/// The page, its lines filled to the width of a terminal; `*` stands before what is new.
fn written(page: &Page, new: &[bool]) -> Sheet {
    let mut sheet = Sheet::default();
    for (at, (line, &new)) in page.lines().iter().zip(new).enumerate() {
        if line.heading && at > 0 {
            sheet.say("");
        }
        let mark = if new { "*" } else { " " };
        let indent = if line.heading { 0 } else { 2 };
        for (row, part) in
            filled(line.text.split_whitespace(), [72, 72]).iter().enumerate()
        {
            let hang = if row > 0 { 2 } else { 0 };
            let part = format!("{mark} {:width$}{part}", "", width = indent + hang);
            sheet.say(part.trim_end());
        }
    }
    let lines = page.lines().iter().zip(new).map(|(Line { heading, text }, new)| {
        serde_json::json!({ "text": text, "heading": heading, "new": new })
    });
    let lines: Vec<_> = lines.collect();
    sheet.field("page", lines);
    sheet.field("words", page.words());
    sheet
}

/// What each model was asked and answered, and what would turn it.
fn findings(affair: &Affair, before: &Affair) -> Sheet {
    let mut sheet = Sheet::headed("Annex: what each model was asked");
    let told =
        Chapter::ALL.map(|chapter| finding(&mut sheet, affair, before, chapter));
    sheet.field("findings", told);
    sheet
}

/// The same of one; `*` stands before an answer that has turned.
fn finding(
    sheet: &mut Sheet,
    affair: &Affair,
    before: &Affair,
    chapter: Chapter,
) -> serde_json::Value {
    let finding = affair.finding(chapter);
    let turned = finding.yes != before.finding(chapter).yes;
    let mark = if turned { "*" } else { " " };
    let word = if finding.yes { "yes" } else { "no" };
    sheet.say(format!("{mark} {:<11}{} {word}.", chapter.word(), finding.question));
    let because = format!("{}.", finding.because);
    for part in filled(because.split_whitespace(), [66, 66]) {
        sheet.say(format!("{:13}{part}", ""));
    }
    let turn = affair.turn(chapter);
    sheet.say(match &turn {
        Some(turn) => format!("{:13}It turns at {}.", "", turn.change()),
        None => format!("{:13}No single number turns it.", ""),
    });
    serde_json::json!({ "finding": finding, "turn": turn, "turned": turned })
}

/// The courses of action, and which models speak for each.
fn standings(affair: &Affair) -> Sheet {
    let mut sheet = Sheet::headed("Which models speak for what");
    let order = affair.order();
    for standing in &order {
        let course = &affair.dossier().courses[standing.course];
        sheet.say(format!("  {}", course.name));
        for sign in [Sign::For, Sign::Against, Sign::Split] {
            let with: Vec<&str> = standing.with(sign).map(Chapter::word).collect();
            if !with.is_empty() {
                sheet.say(format!("    {sign}: {}", with.join(", ")));
            }
        }
        if let Some(turn) = &standing.margin {
            sheet.say(format!("    one of these turns at {}", turn.change()));
        }
    }
    sheet.say("What no model here can say:");
    for silent in SILENT {
        sheet.say(format!("  {silent}"));
    }
    sheet.field("standings", order);
    sheet
}

/// One chapter: its question, and its inputs.
fn asked(affair: &Affair, before: &Affair, chapter: Chapter) -> Vec<Sheet> {
    let mut sheet = Sheet::default();
    let told = finding(&mut sheet, affair, before, chapter);
    sheet.field("asked", told);
    let mut table =
        Table::new([left("", "input"), right("", "value"), left("", "what")]);
    for input in affair.inputs(chapter) {
        table.row([plain(input.name), plain(input.value), plain(input.what)]);
    }
    sheet.table("inputs", &table);
    vec![sheet]
}
