//! The figures for the browser: for each chapter a module of the crate
//! `demarche-figures` as WebAssembly. Over http the page fetches the module; from a
//! disk it cannot, so the module is there a second time, as text in a classic script.

use std::env;
use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::house::{House, not_started};
use crate::page::{PRINT, Page, write_first};
use crate::{api, progress, site};

const TARGET: &str = "wasm32-unknown-unknown";
const BUILT: &str = "wasm32-unknown-unknown/wasm/examples";

/// Whether a file of the site is a module, which the page's own script fetches when
/// a figure of the chapter comes near.
pub(crate) fn is_module(name: &str) -> bool {
    name.starts_with("demarche-") && site::is_a("wasm", name)
}

/// Whether it is a module as a script, for where nothing can be fetched.
pub(crate) fn is_script(name: &str) -> bool {
    name.starts_with("demarche-") && name.ends_with("-wasm.js")
}

/// Why the figures of this build stay still, as a sentence; nothing if they live.
pub(crate) fn build(house: &House) -> Result<Option<&'static str>> {
    if !target_is_there(house)? && !add_target(house) {
        return Ok(Some(
            "The figures stay still: add the target that makes them live with \
             `rustup target add wasm32-unknown-unknown`.",
        ));
    }
    let mut command = house.cargo(&[
        "build",
        "--verbose",
        "--package",
        "demarche-figures",
        "--features",
        "modules",
        "--example",
        "*_module",
        "--target",
        TARGET,
        "--profile",
        "wasm",
    ]);
    // Above any RUSTFLAGS, so that every machine builds the same.
    let flags: Vec<OsString> =
        private_paths(house)?.iter().map(|(path, name)| remap(path, name)).collect();
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}".as_ref()));
    let words = progress::run("building the figures for the browser", command)?;
    if let Some(module) = words.iter().find_map(|line| not_optimised(line)) {
        bail!("{module} was built without optimising at link time");
    }
    Ok(None)
}

/// Writes the modules, and each as a script, beside the pages.
pub(crate) fn install(house: &House, folder: &Path) -> Result<()> {
    for word in words(house)? {
        let module = house.target().join(BUILT).join(format!("{word}_module.wasm"));
        let bytes = fs::read(&module).with_context(|| {
            format!(
                "no module at {}: does book/figures/Cargo.toml name it?",
                module.display()
            )
        })?;
        let script = script(&bytes).into_bytes();
        for (name, bytes) in [
            (format!("demarche-{word}.wasm"), bytes),
            (format!("demarche-{word}-wasm.js"), script),
        ] {
            fs::write(folder.join(&name), bytes)
                .with_context(|| format!("{name} could not be written"))?;
        }
    }
    Ok(())
}

/// Has each page with figures send for its module at once, before the script that will
/// ask for it has come, and for all scripts side by side: mdBook's stand at the end and
/// would come one after another. Over http only is the module sent for: from a disk
/// nothing can be fetched.
pub(crate) fn announce(site: &Path) -> Result<()> {
    for name in site::files(site, &[api::FOLDER])? {
        // The print page has all figures and wants no module before it shows one.
        if !site::is_a("html", &name) || name == PRINT {
            continue;
        }
        let html = fs::read_to_string(site.join(&name))
            .with_context(|| format!("{name} is no text"))?;
        let page = Page::parse(&html);
        let figure = page.elements().find_map(|it| it.attribute("data-figure"));
        let Some((word, _)) = figure.and_then(|name| name.split_once('-')) else {
            continue;
        };
        let announced = format!(
            "<script>if (location.protocol !== 'file:') document.head.append(\
             Object.assign(document.createElement('link'), {{ rel: 'preload', \
             as: 'fetch', crossOrigin: 'anonymous', href: 'demarche-{word}.wasm' }}\
             ));</script>"
        );
        write_first(site, &name, &side_by_side(&html), &announced)?;
    }
    Ok(())
}

/// The page with the scripts after its text deferred: fetched at once, run in order.
fn side_by_side(html: &str) -> String {
    let (text, scripts) = html.split_at(html.rfind("</main>").unwrap_or(html.len()));
    format!("{text}{}", scripts.replace("<script src=", "<script defer src="))
}

/// Takes modules and scripts out of a folder.
pub(crate) fn remove(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_module(&name) || is_script(&name) {
            fs::remove_file(entry.path())
                .with_context(|| format!("{name} could not be removed"))?;
        }
    }
    Ok(())
}

/// Whether the figures of a site are live.
pub(crate) fn live(site: &Path) -> bool {
    fs::read_dir(site).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| is_module(&entry.file_name().to_string_lossy()))
    })
}

/// Folders of the building machine that no module may name, and what it names in
/// their place; a folder inside another comes later, as rustc wants it.
pub(crate) fn private_paths(house: &House) -> Result<Vec<(PathBuf, &'static str)>> {
    let home = env::home_dir();
    let registry = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(home.as_ref()?.join(".cargo")));
    let mut command = house.rustc(&["--print", "sysroot"]);
    let output = command.output().map_err(|error| not_started(&command, error))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let mut paths: Vec<_> = [
        (home, "home"),
        (registry, "cargo"),
        (Some(sysroot), "rust"),
        (Some(house.root().to_path_buf()), "demarche"),
    ]
    .into_iter()
    .filter_map(|(path, name)| Some((path?, name)))
    .filter(|(path, _)| path.parent().is_some())
    .collect();
    paths.sort_by_key(|(path, _)| path.components().count());
    Ok(paths)
}

fn remap(path: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(path);
    flag.push("=/");
    flag.push(name);
    flag
}

/// The module that a line of cargo's compiles without link-time optimisation: cargo
/// quietly drops it where a target is of several kinds.
fn not_optimised(line: &str) -> Option<&str> {
    let name = progress::compiled(line)?;
    (name.ends_with("_module") && !line.contains("-C lto")).then_some(name)
}

/// The chapters that have a module.
fn words(house: &House) -> Result<Vec<String>> {
    let files = site::files(&house.book().join("figures/modules"), &[])?;
    Ok(files
        .iter()
        .filter_map(|name| Some(name.strip_suffix(".rs")?.into()))
        .collect())
}

/// Hexadecimal, because it gzips better than base64: a tenth more than the bare
/// module instead of a third. One after the other may set the same name: the page
/// reads it as soon as its script has run.
fn script(module: &[u8]) -> String {
    let mut text = String::with_capacity(module.len() * 2 + 32);
    text.push_str("window.DEMARCHE_WASM=\"");
    for byte in module {
        write!(text, "{byte:02x}").expect("a string takes every write");
    }
    text.push_str("\";\n");
    text
}

fn target_is_there(house: &House) -> Result<bool> {
    let mut command = house.rustc(&["--print", "target-libdir", "--target", TARGET]);
    let output = command.output().map_err(|error| not_started(&command, error))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("rustc does not know the target {TARGET}: {}", words.trim());
    }
    Ok(Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

/// Lets rustup add the target, where there is a rustup; says so, and why not.
fn add_target(house: &House) -> bool {
    let command = house.rustup(&["target", "add", TARGET]);
    progress::run("adding the target wasm32-unknown-unknown by rustup", command)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn the_script_holds_every_byte_in_two_digits() {
        assert_eq!(script(b"\0asm\xff"), "window.DEMARCHE_WASM=\"0061736dff\";\n");
    }

    #[test]
    fn a_page_with_a_figure_sends_for_its_own_module_and_others_for_none() {
        let folder = TempDir::new().unwrap();
        let put = |name: &str, body: &str| {
            let html = format!("<html><head><meta charset=\"UTF-8\"></head>{body}");
            fs::write(folder.path().join(name), html).unwrap();
        };
        let figure = "<script src=\"toc.js\"></script><main>\
                      <figure data-figure=\"aid-soon\"></figure></main>\
                      <script src=\"book.js\"></script>";
        put("aid.html", figure);
        put("print.html", figure);
        put("ledger.html", "<p>none</p>");
        announce(folder.path()).unwrap();
        let read =
            |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let page = read("aid.html");
        let place = page.find("href: 'demarche-aid.wasm'").unwrap();
        assert!(page.find("charset").unwrap() < place);
        assert!(place < page.find("<figure").unwrap());
        assert!(page.contains("<script defer src=\"book.js\">"), "{page}");
        assert!(page.contains("<script src=\"toc.js\">"), "{page}");
        assert!(!read("print.html").contains("demarche-aid"));
        assert!(!read("ledger.html").contains("script"));
    }

    #[test]
    fn a_module_without_link_time_optimisation_is_named() {
        let call = "     Running `rustc --crate-name gains_module --edition=2024";
        assert_eq!(not_optimised(&format!("{call} a.rs`")), Some("gains_module"));
        assert_eq!(not_optimised(&format!("{call} -C lto=fat a.rs`")), None);
        assert_eq!(
            not_optimised("     Running `rustc --crate-name libm a.rs`"),
            None
        );
    }

    #[test]
    fn a_folder_inside_another_is_remapped_last() {
        let house = House::find().unwrap();
        let paths = private_paths(&house).unwrap();
        for (i, (outer, _)) in paths.iter().enumerate() {
            assert!(
                paths[..i]
                    .iter()
                    .all(|(inner, _)| inner == outer || !inner.starts_with(outer))
            );
        }
        assert!(paths.iter().any(|(path, _)| path == house.root()));
    }
}
