//! The gate: everything in the built site that would let a reader down.
//!
//! rustdoc's pages are the goal of links here, but are not scanned themselves.

mod budgets;
mod hosts;
mod links;
mod markup;
mod paths;
mod policies;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::page::Page;
use crate::{api, site};

/// One fault, and where it is.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    file: String,
    line: Option<u64>,
    fault: String,
}

impl Finding {
    fn on(file: &str, line: u64, fault: impl Into<String>) -> Self {
        Self { file: file.into(), line: Some(line), fault: fault.into() }
    }

    fn of(file: &str, fault: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, fault: fault.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(to, "{}:{line}: {}", self.file, self.fault),
            None => write!(to, "{}: {}", self.file, self.fault),
        }
    }
}

/// What the gate has found.
#[derive(Debug)]
pub(crate) struct Report {
    findings: Vec<Finding>,
    pages: usize,
    links: usize,
    spent: Vec<String>,
}

impl Report {
    /// Whether the site may go out.
    pub(crate) fn passes(&self) -> bool {
        self.findings.is_empty()
    }

    /// Counts what mdBook only complains about as faults.
    pub(crate) fn refuse_complaints(&mut self, complaints: &[String]) {
        let refused = complaints.iter().map(|words| Finding::of("mdBook", words));
        self.findings.splice(0..0, refused);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(to, "{finding}")?;
        }
        match self.findings.len() {
            0 => write!(to, "The book holds")?,
            1 => write!(to, "One fault in the book")?,
            many => write!(to, "{many} faults in the book")?,
        }
        write!(to, ": {} pages, {} links", self.pages, self.links)?;
        for one in &self.spent {
            write!(to, ", {one}")?;
        }
        writeln!(to, ".")
    }
}

/// The site as the gate reads it.
struct Site {
    root: PathBuf,
    /// All files, those of the API too.
    files: BTreeSet<String>,
    /// The book's own pages.
    pages: BTreeMap<String, Page>,
    /// The book's own style sheets.
    styles: BTreeMap<String, String>,
}

impl Site {
    fn read(root: &Path) -> Result<Self> {
        let text = |name: &String| {
            fs::read_to_string(root.join(name))
                .with_context(|| format!("{name} cannot be read as text"))
        };
        let files: BTreeSet<String> = site::files(root, &[])?.into_iter().collect();
        let api = format!("{}/", api::FOLDER);
        let (mut pages, mut styles) = (BTreeMap::new(), BTreeMap::new());
        for name in files.iter().filter(|name| !name.starts_with(&api)) {
            if site::is_a("html", name) {
                pages.insert(name.clone(), Page::parse(&text(name)?));
            } else if site::is_a("css", name) {
                styles.insert(name.clone(), text(name)?);
            }
        }
        Ok(Self { root: root.to_path_buf(), files, pages, styles })
    }
}

/// Reads a built site and lists its faults, page by page. What the press built in it
/// names none of the private folders.
pub(crate) fn inspect(root: &Path, private: &[PathBuf]) -> Result<Report> {
    let site = Site::read(root)?;
    let mut findings = Vec::new();
    for (name, page) in &site.pages {
        findings.extend(markup::faults(name, page));
        findings.extend(hosts::faults(name, page));
        findings.extend(policies::faults(name, page));
    }
    for (name, style) in &site.styles {
        findings.extend(hosts::faults_of_style(name, style));
    }
    let links = links::check(&site, &mut findings)?;
    paths::check(&site, private, &mut findings)?;
    let spent = budgets::check(&site, &mut findings)?;
    findings.sort();
    findings.dedup();
    Ok(Report { findings, pages: site.pages.len(), links, spent })
}
