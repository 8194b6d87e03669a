//! The pages that rustdoc writes about the crate, under `api/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::house::House;
use crate::{progress, site};

/// The folder of the API pages in the site.
pub(crate) const FOLDER: &str = "api";

const CRATE: &str = "demarche";

/// Lets rustdoc write its pages.
pub(crate) fn build(house: &House) -> Result<()> {
    let command = house.cargo(&["doc", "--no-deps", "--package", CRATE, "--lib"]);
    progress::run("writing the API pages", command)?;
    Ok(())
}

/// Copies the pages into the site, with a front page that leads to the crate.
pub(crate) fn install(house: &House, site: &Path) -> Result<()> {
    let from = house.target().join("doc");
    let to = site.join(FOLDER);
    copy(&from, &to).with_context(|| {
        format!("the API pages of {} cannot be copied", from.display())
    })?;
    fs::write(to.join("index.html"), FRONT)
        .context("the front page of the API cannot be written")
}

const FRONT: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>demarche: the API</title>
<meta http-equiv="refresh" content="0; url=demarche/index.html">
</head>
<body>
<p><a href="demarche/index.html">The API of the crate demarche</a></p>
</body>
</html>
"#;

/// Leaves out the pages of other crates, which an earlier `cargo doc` may have left
/// in the same folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for name in site::files(from, &[".lock"])? {
        let of_another = match name.split('/').collect::<Vec<_>>()[..] {
            ["src", one, _, ..] => one != CRATE,
            [one, _, ..] => {
                one != CRATE && from.join(one).join("sidebar-items.js").exists()
            }
            _ => false,
        };
        if !of_another {
            let place = to.join(&name);
            fs::create_dir_all(place.parent().unwrap_or(to))?;
            fs::copy(from.join(&name), place)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn the_pages_of_other_crates_stay_behind() {
        let folder = TempDir::new().unwrap();
        let doc = folder.path().join("doc");
        for name in
            ["demarche", "serde", "src/demarche", "src/serde", "static.files"]
        {
            fs::create_dir_all(doc.join(name)).unwrap();
            fs::write(doc.join(name).join("index.html"), "").unwrap();
        }
        for name in ["demarche", "serde"] {
            fs::write(doc.join(name).join("sidebar-items.js"), "").unwrap();
        }
        let to = folder.path().join("api");
        copy(&doc, &to).unwrap();
        for kept in ["demarche", "src/demarche", "static.files"] {
            assert!(to.join(kept).join("index.html").is_file(), "{kept}");
        }
        assert!(!to.join("serde").exists() && !to.join("src/serde").exists());
    }
}
