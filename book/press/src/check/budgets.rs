//! What the live figures may weigh. Sizes are those a host sends: after gzip.

use std::fs;
use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::check::{Finding, Site};
use crate::page::PRINT;
use crate::{figures, site};

/// A part of the site, how its file is known, and its budget in kilobytes of a
/// thousand bytes.
struct Budget {
    part: &'static str,
    owns: fn(&str) -> bool,
    limit: f64,
}

const BUDGETS: [Budget; 4] = [
    // One chapter's: a page loads no other.
    Budget { part: "module", owns: figures::is_module, limit: 46.0 },
    Budget {
        part: "script",
        owns: |name| is_ours(name, "figures", "js"),
        limit: 4.5,
    },
    Budget {
        part: "page script",
        owns: |name| is_ours(name, "page", "js"),
        limit: 3.5,
    },
    Budget {
        part: "style",
        owns: |name| is_ours(name, "figures", "css"),
        limit: 3.0,
    },
];

/// One drawing, as it stands in the page.
const DRAWING: f64 = 15.0;

/// mdBook puts a hash into the name: `theme/figures-1a2b3c4d.js`.
fn is_ours(name: &str, stem: &str, kind: &str) -> bool {
    let Some(file) = name.strip_prefix("theme/") else { return false };
    file.starts_with(stem) && site::is_a(kind, file)
}

/// Adds what is over budget and returns what was spent, in words.
pub(super) fn check(
    site: &Site,
    findings: &mut Vec<Finding>,
) -> Result<Vec<String>> {
    let mut spent = Vec::new();
    for budget in BUDGETS {
        for name in site.files.iter().filter(|name| (budget.owns)(name)) {
            let size = kilobytes(gzipped(&fs::read(site.root.join(name))?)?);
            let (part, limit) = (budget.part, budget.limit);
            let label = if part == "module" { name } else { part };
            spent.push(format!("{label} {size:.1} of {limit} KB"));
            if size > limit {
                let fault = format!(
                    "the figures' {part} takes {size:.2} KB after gzip, {limit} are allowed"
                );
                findings.push(Finding::of(name, fault));
            }
        }
    }
    // From a disk nothing is sent: what the script weighs is told, not limited.
    let mut heaviest = 0;
    for name in site.files.iter().filter(|name| figures::is_script(name)) {
        heaviest = heaviest.max(gzipped(&fs::read(site.root.join(name))?)?);
    }
    if heaviest > 0 {
        spent.push(format!("largest as a script {:.1} KB", kilobytes(heaviest)));
    }
    let mut largest: f64 = 0.0;
    for (name, page) in site.pages.iter().filter(|(name, _)| *name != PRINT) {
        let drawings = page.elements().filter(|it| it.name() == "svg");
        for drawing in drawings.filter(|it| it.is_within("figure")) {
            let size = kilobytes(drawing.size());
            largest = largest.max(size);
            if size > DRAWING {
                let fault =
                    format!("the drawing takes {size:.2} KB, {DRAWING} are allowed");
                findings.push(Finding::on(name, drawing.line(), fault));
            }
        }
    }
    if largest > 0.0 {
        spent.push(format!("largest drawing {largest:.1} of {DRAWING} KB"));
    }
    Ok(spent)
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
