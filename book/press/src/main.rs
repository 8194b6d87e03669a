//! `cargo book`: builds, checks and serves the book, its API pages and its live
//! figures in one go.

mod api;
mod check;
mod figures;
mod house;
mod page;
mod policy;
mod progress;
mod render;
mod serve;
mod site;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};

use crate::house::House;
use crate::site::Steps;

/// Build the book and serve it on this machine, rebuilding as its sources change.
#[derive(Parser)]
#[command(name = "cargo book", bin_name = "cargo book", version)]
#[command(args_conflicts_with_subcommands = true)]
struct Options {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    serving: Serving,
}

#[derive(Subcommand)]
enum Task {
    /// Write the static site: the book, the API pages and the live figures
    Build(Output),
    /// Write the static site and refuse it if anything in it is at fault
    Check(Output),
}

#[derive(Args)]
struct Output {
    /// Folder to write the site to, replacing an earlier one [default: target/book]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Args)]
struct Serving {
    /// Port to serve on
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Open the book in the browser
    #[arg(long)]
    open: bool,
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo book: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<ExitCode> {
    let house = House::find()?;
    match options.task {
        None => {
            let out = house.default_site();
            serve::serve(&house, &out, options.serving.port, options.serving.open)?;
        }
        Some(Task::Build(output)) => {
            let out = output.place(&house)?;
            let built = site::build(&house, &out, Steps::ALL)?;
            built.tell();
            eprintln!("The book is in {}.", out.display());
        }
        Some(Task::Check(output)) => {
            let out = output.place(&house)?;
            let built = site::build(&house, &out, Steps::ALL)?;
            let step = progress::Step::begin("checking every page");
            let private: Vec<PathBuf> = figures::private_paths(&house)?
                .into_iter()
                .map(|(path, _)| path)
                .collect();
            let mut report = check::inspect(&out, &private)?;
            report.refuse_complaints(&built.complaints);
            step.done();
            built.tell_still();
            eprint!("{report}");
            if !report.passes() {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

impl Output {
    fn place(self, house: &House) -> Result<PathBuf> {
        let Some(out) = self.out else { return Ok(house.default_site()) };
        std::path::absolute(&out)
            .with_context(|| format!("{} names no folder", out.display()))
    }
}
