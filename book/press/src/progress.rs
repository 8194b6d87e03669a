//! Lines on standard error that say what takes time, and how long it took.

use std::io::{BufRead, BufReader, IsTerminal, Write, stderr};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::house::not_started;

/// A step under way. Its line is closed with the time it took, also on failure.
pub(crate) struct Step {
    label: &'static str,
    start: Instant,
    live: bool,
    ended: bool,
}

impl Step {
    /// Opens the line.
    pub(crate) fn begin(label: &'static str) -> Self {
        eprint!("{label} ...");
        let live = stderr().is_terminal();
        Self { label, start: Instant::now(), live, ended: false }
    }

    /// Closes the line with the time.
    pub(crate) fn done(mut self) {
        self.close(&format!("{:.1} s", self.start.elapsed().as_secs_f64()));
    }

    /// Shows what a tool does now, where there is a terminal to show it on.
    fn show(&self, news: &str) {
        if self.live {
            let news: String = news.chars().take(50).collect();
            eprint!("\r\x1b[2K{} ... {}", self.label, news.trim());
            // A lost line of progress is no reason to stop.
            let _ = stderr().flush();
        }
    }

    fn close(&mut self, end: &str) {
        self.ended = true;
        if self.live {
            eprintln!("\r\x1b[2K{} ... {end}", self.label);
        } else {
            eprintln!(" {end}");
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if !self.ended {
            self.close("failed");
        }
    }
}

/// The crate that a line of cargo's says it compiles, if it is told to say that.
pub(crate) fn compiled(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("Running `")?;
    rest.split_once("--crate-name ")?.1.split(' ').next()
}

/// Runs a tool as a step and returns its words. They are shown only if it fails.
pub(crate) fn run(label: &'static str, mut command: Command) -> Result<Vec<String>> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(&command, error))?;
    let step = Step::begin(label);
    let mut words = Vec::new();
    if let Some(pipe) = child.stderr.take() {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            step.show(compiled(&line).unwrap_or(&line));
            words.push(line);
        }
    }
    if child.wait()?.success() {
        step.done();
        return Ok(words);
    }
    drop(step);
    let calls = ["Running `", "Fresh ", "Dirty "];
    for line in words {
        if calls.iter().all(|call| !line.trim_start().starts_with(call)) {
            eprintln!("{line}");
        }
    }
    bail!("{label} failed; the reasons stand above")
}
