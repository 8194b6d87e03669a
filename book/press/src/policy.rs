//! The content security policy of each page: what the browser may load and run.
//!
//! mdBook puts short scripts and a few styles right into its pages, so the policy
//! names each by its hash. rustdoc's pages stay as they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::page::{Element, Page, write_first};
use crate::{api, site};

/// Puts the policy into the head of every page but rustdoc's.
pub(crate) fn install(site: &Path) -> Result<()> {
    let files = site::files(site, &[api::FOLDER])?;
    let read = |name: &String| {
        fs::read_to_string(site.join(name))
            .with_context(|| format!("{name} is no text"))
    };
    let mut by_script = BTreeSet::new();
    for name in files.iter().filter(|name| site::is_a("js", name)) {
        by_script.extend(styles_set_by(&read(name)?).map(hash));
    }
    for name in files.iter().filter(|name| site::is_a("html", name)) {
        let html = read(name)?;
        let policy = policy(&Page::parse(&html), &by_script);
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
        );
        write_first(site, name, &html, &policy)?;
    }
    Ok(())
}

/// The hash of a script or style as a policy names it.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The texts of the scripts that stand in the page itself.
pub(crate) fn scripts(page: &Page) -> impl Iterator<Item = String> {
    page.elements()
        .filter(|one| one.name() == "script" && one.attribute("src").is_none())
        .map(Element::text)
}

/// The texts of the styles that stand in the page itself.
pub(crate) fn styles(page: &Page) -> impl Iterator<Item = String> {
    page.elements().flat_map(|one| {
        let whole = (one.name() == "style").then(|| one.text());
        whole.into_iter().chain(one.attribute("style").map(str::to_owned))
    })
}

fn policy(page: &Page, by_script: &BTreeSet<String>) -> String {
    let scripts: BTreeSet<String> = scripts(page).map(|text| hash(&text)).collect();
    let mut styles: BTreeSet<String> =
        styles(page).map(|text| hash(&text)).collect();
    styles.extend(by_script.iter().cloned());
    let list = |hashes: BTreeSet<String>| {
        hashes.iter().flat_map(|one| [" ", one]).collect::<String>()
    };
    // 'self' holds for a book opened from a disk as well: seen in Chromium 156 and
    // Firefox 153. 'unsafe-hashes' lets hashes count for style attributes too.
    format!(
        "default-src 'self'; \
         script-src 'self' 'wasm-unsafe-eval'{}; \
         style-src 'self' 'unsafe-hashes'{}; \
         img-src 'self' data:; \
         object-src 'none'; base-uri 'self'; form-action 'self'",
        list(scripts),
        list(styles)
    )
}

/// The styles that a script of mdBook's sets as attributes, which need their hash too:
/// the search box moves the focus through an input that nobody sees.
fn styles_set_by(script: &str) -> impl Iterator<Item = &str> {
    script
        .split("setAttribute('style', '")
        .skip(1)
        .filter_map(|rest| rest.split_once("')").map(|(style, _)| style))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // From the specification, Content Security Policy Level 3, section 8.3.
        assert_eq!(
            hash("doSubmit()"),
            "'sha256-jzgBGA4UWFFmpOBq0JpdsySukE1FrEN5bUpoK8Z29fY='"
        );
    }

    #[test]
    fn the_policy_follows_the_charset_and_names_what_stands_in_the_page() {
        let folder = TempDir::new().unwrap();
        let page = folder.path().join("a.html");
        fs::write(
            &page,
            "<!DOCTYPE html><html><head><meta charset=\"UTF-8\"><title>t</title>\
             <script>one()</script></head><body><p style=\"clear: both\"></p></body>\
             </html>",
        )
        .unwrap();
        install(folder.path()).unwrap();
        let html = fs::read_to_string(&page).unwrap();
        let (before, policy) = html.split_once("<meta http-equiv=").unwrap();
        assert!(before.ends_with("<meta charset=\"UTF-8\">\n"));
        let (policy, after) = policy.split_once("\">").unwrap();
        assert!(
            policy.contains(&hash("one()")) && policy.contains(&hash("clear: both"))
        );
        assert!(after.starts_with("<title>"));
    }

    #[test]
    fn pages_of_the_api_stay_as_they_are() {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("api")).unwrap();
        let page = folder.path().join("api/a.html");
        fs::write(&page, "<p>rustdoc's own").unwrap();
        install(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(&page).unwrap(), "<p>rustdoc's own");
    }

    #[test]
    fn a_style_that_a_script_sets_is_found() {
        let script = "a(); x.setAttribute('style', 'opacity: 0;'); b('c')";
        assert_eq!(styles_set_by(script).collect::<Vec<_>>(), ["opacity: 0;"]);
    }
}
