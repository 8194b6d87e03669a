//! The figures for the browser: the crate `demarche-figures` as WebAssembly. Over
//! http the page fetches the module; from a disk it cannot, so the module is there a
//! second time, as text in a classic script.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::house::{House, not_started};
use crate::progress;

/// What the page's own script fetches when a figure comes near.
pub(crate) const MODULE: &str = "demarche.wasm";

/// What it loads where nothing can be fetched.
pub(crate) const SCRIPT: &str = "demarche-wasm.js";

const TARGET: &str = "wasm32-unknown-unknown";
const BUILT: &str = "wasm32-unknown-unknown/wasm/demarche_figures.wasm";

/// Why the figures of this build stay still, as a sentence; nothing if they live.
pub(crate) fn build(house: &House) -> Result<Option<&'static str>> {
    if !exports_a_module(house)? {
        return Ok(Some(
            "The figures stay still: their crate builds no module yet.",
        ));
    }
    if !target_is_there(house)? {
        return Ok(Some(
            "The figures stay still: add the target that makes them live with \
             `rustup target add wasm32-unknown-unknown`.",
        ));
    }
    let arguments = [
        "build",
        "--package",
        "demarche-figures",
        "--lib",
        "--target",
        TARGET,
        "--profile",
        "wasm",
    ];
    let command = house.cargo(&arguments);
    progress::run("building the figures for the browser", command)?;
    Ok(None)
}

/// Writes module and script beside the pages.
pub(crate) fn install(house: &House, site: &Path) -> Result<()> {
    let module = module(house);
    let bytes = fs::read(&module)
        .with_context(|| format!("no module at {}", module.display()))?;
    let script = script(&bytes);
    for (name, bytes) in [(MODULE, bytes), (SCRIPT, script.into_bytes())] {
        fs::write(site.join(name), bytes)
            .with_context(|| format!("{name} could not be written"))?;
    }
    Ok(())
}

fn module(house: &House) -> PathBuf {
    house.target().join(BUILT)
}

/// Hexadecimal, because it gzips better than base64: a tenth more than the bare
/// module instead of a third.
fn script(module: &[u8]) -> String {
    let mut text = String::with_capacity(module.len() * 2 + 32);
    text.push_str("window.DEMARCHE_WASM=\"");
    for byte in module {
        write!(text, "{byte:02x}").expect("a string takes every write");
    }
    text.push_str("\";\n");
    text
}

fn exports_a_module(house: &House) -> Result<bool> {
    let manifest = house.book().join("figures/Cargo.toml");
    let text = fs::read_to_string(&manifest)
        .with_context(|| format!("{} cannot be read", manifest.display()))?;
    Ok(text.contains("\"cdylib\""))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_holds_every_byte_in_two_digits() {
        assert_eq!(script(b"\0asm\xff"), "window.DEMARCHE_WASM=\"0061736dff\";\n");
    }
}
