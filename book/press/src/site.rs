//! The whole site, made in a folder of its own and put in place when it is whole: a
//! build that fails leaves the last good site where it was.

use std::fs;
use std::io::ErrorKind;
use std::ops::BitOrAssign;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::house::House;
use crate::progress::Step;
use crate::{api, figures, policy, render};

/// Which of cargo's steps a build takes; the pages are always rendered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Steps {
    pub(crate) api: bool,
    pub(crate) figures: bool,
}

impl Steps {
    pub(crate) const ALL: Self = Self { api: true, figures: true };
}

impl BitOrAssign for Steps {
    fn bitor_assign(&mut self, other: Self) {
        self.api |= other.api;
        self.figures |= other.figures;
    }
}

/// What there is to say about a site that was built.
#[derive(Debug)]
pub(crate) struct Built {
    /// mdBook's warnings and errors.
    pub(crate) complaints: Vec<String>,
    still: Option<&'static str>,
}

impl Built {
    /// Says all of it on standard error.
    pub(crate) fn tell(&self) {
        for complaint in &self.complaints {
            eprintln!("mdBook complains: {complaint}");
        }
        self.tell_still();
    }

    /// Says why the figures stay still, if they do.
    pub(crate) fn tell_still(&self) {
        if let Some(why) = self.still {
            eprintln!("{why}");
        }
    }
}

/// Builds the site and puts it in place of an earlier one.
pub(crate) fn build(house: &House, out: &Path, steps: Steps) -> Result<Built> {
    refuse_a_foreign_folder(out)?;
    let parent = out.parent().context("the site needs a folder of its own")?;
    fs::create_dir_all(parent)
        .with_context(|| format!("{} cannot be made", parent.display()))?;
    // Beside the site, so that a rename puts it in place; behind a dot, so that
    // nobody watches it.
    let workshop = tempfile::Builder::new()
        .prefix(".book-")
        .tempdir_in(parent)
        .with_context(|| format!("{} cannot be written to", parent.display()))?;
    let site = workshop.path().join("site");

    let step = Step::begin("rendering the book");
    let complaints = render::render(&house.book(), &site)?;
    render::index_words(&house.book(), &site)?;
    step.done();

    let still = if steps.figures { figures::build(house)? } else { None };
    let wake = if steps.figures { still.is_none() } else { figures::live(out) };
    // mdBook copies what an earlier build left among its sources.
    figures::remove(&site)?;
    if wake {
        figures::install(house, &site)?;
        figures::announce(&site)?;
    }
    if steps.figures {
        let sources = house.book().join("src");
        figures::remove(&sources)?;
        if wake {
            // For plain `mdbook serve book`; git ignores them.
            figures::install(house, &sources)?;
        }
    }
    if steps.api {
        api::build(house)?;
    }
    api::install(house, &site)?;
    policy::install(&site)?;
    replace(out, &site, &workshop.path().join("old"))?;
    Ok(Built { complaints, still })
}

/// A site replaces a site, never a folder that holds something else. mdBook marks
/// its sites with `.nojekyll`, which tells GitHub Pages to serve files as they are.
fn refuse_a_foreign_folder(out: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(error)
                .with_context(|| format!("{} cannot hold the site", out.display()));
        }
    };
    if entries.next().is_some() && !out.join(".nojekyll").exists() {
        bail!(
            "{} holds other files: name an empty or a new folder with --out",
            out.display()
        );
    }
    Ok(())
}

fn replace(out: &Path, site: &Path, old: &Path) -> Result<()> {
    let moved =
        |error| format!("the site cannot be put in {}: {error}", out.display());
    match fs::rename(out, old) {
        Err(error) if error.kind() != ErrorKind::NotFound => bail!(moved(error)),
        _ => {}
    }
    fs::rename(site, out).or_else(|error| bail!(moved(error)))
}

/// Every file under a folder, as paths relative to it with `/` between, sorted. What is
/// named in `without` is passed over.
pub(crate) fn files(root: &Path, without: &[&str]) -> Result<Vec<String>> {
    let name = |entry: &DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        path.to_string_lossy().replace('\\', "/")
    };
    let entries = WalkDir::new(root)
        .into_iter()
        .filter_entry(|entry| !without.contains(&name(entry).as_str()));
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.context("a folder cannot be read")?;
        if !entry.file_type().is_dir() {
            found.push(name(&entry));
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file is of a kind, as its name ends.
pub(crate) fn is_a(kind: &str, name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == kind)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_folder_with_other_files_is_refused() {
        let folder = TempDir::new().unwrap();
        assert!(refuse_a_foreign_folder(folder.path()).is_ok());
        fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
        let error = refuse_a_foreign_folder(folder.path()).unwrap_err().to_string();
        assert!(error.ends_with(
            "holds other files: name an empty or a new folder with --out"
        ));
    }

    #[test]
    fn an_earlier_site_and_a_new_folder_are_taken() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(".nojekyll"), "").unwrap();
        fs::write(folder.path().join("index.html"), "").unwrap();
        assert!(refuse_a_foreign_folder(folder.path()).is_ok());
        assert!(refuse_a_foreign_folder(&folder.path().join("new")).is_ok());
    }

    #[test]
    fn a_new_site_replaces_the_old_one_whole() {
        let folder = TempDir::new().unwrap();
        let place = |name: &str| folder.path().join(name);
        for (name, page) in [("book", "old.html"), ("site", "new.html")] {
            fs::create_dir(place(name)).unwrap();
            fs::write(place(name).join(page), "").unwrap();
        }
        replace(&place("book"), &place("site"), &place("old")).unwrap();
        assert_eq!(files(&place("book"), &[]).unwrap(), ["new.html"]);
    }
}
