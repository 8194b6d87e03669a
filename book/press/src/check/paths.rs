//! What the modules tell about the machine that built them: nothing.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::check::{Finding, Site};
use crate::figures;

/// Adds the modules that name one of these folders.
pub(super) fn check(
    site: &Site,
    private: &[PathBuf],
    findings: &mut Vec<Finding>,
) -> Result<()> {
    for name in site.files.iter().filter(|name| figures::is_module(name)) {
        let bytes = fs::read(site.root.join(name))?;
        for folder in private {
            let path = format!("{}/", folder.display()).into_bytes();
            if bytes.windows(path.len()).any(|part| part == path) {
                let fault = format!(
                    "it names {}, a folder of the machine that built it",
                    folder.display()
                );
                findings.push(Finding::of(name, fault));
            }
        }
    }
    Ok(())
}
