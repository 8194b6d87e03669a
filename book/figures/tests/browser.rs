//! One figure in a real browser: it wakes from its address, moved by the module
//! that the book ships, and equals the native drawing. Where there is no browser or
//! no wasm target, the test says so and passes; with `CI` set it fails. It waits to be
//! asked, as `./check` does, since the module takes most of a minute to build. The whole
//! matrix of figures, themes and ways of touching them is `browser/matrix.mjs`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use demarche_figures::{figure, figures, fragment, page};

const TARGET: &str = "wasm32-unknown-unknown";

fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|program| program.is_file())
}

/// The module as the book ships it; nothing where the target is not installed.
fn module(folder: &Path) -> Option<Vec<u8>> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let found = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .ok()?;
    let library = String::from_utf8(found.stdout).ok()?;
    if !Path::new(library.trim()).is_dir() {
        return None;
    }
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--package",
            "demarche-figures",
            "--features",
            "modules",
        ])
        .args([
            "--example",
            "gains_module",
            "--target",
            TARGET,
            "--profile",
            "wasm",
            "--target-dir",
        ])
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo runs");
    assert!(built.success(), "the module builds");
    let file = folder.join(TARGET).join("wasm/examples/gains_module.wasm");
    Some(fs::read(file).expect("the module lies where cargo puts it"))
}

/// The markup as a browser writes it down: void elements end without a slash, and
/// `<line/>` becomes `<line></line>`.
fn as_written(svg: &str) -> String {
    let mut text = String::new();
    let mut rest = svg;
    while let Some(end) = rest.find("/>") {
        let start = rest[..end].rfind('<').expect("a tag begins");
        let name = rest[start + 1..end].split(' ').next().expect("a name");
        text.push_str(&rest[..end]);
        text.push_str("></");
        text.push_str(name);
        text.push('>');
        rest = &rest[end + 2..];
    }
    text.push_str(rest);
    text.replace('\u{a0}', "&nbsp;")
}

/// A machine that proves the book has to have what it takes.
fn skipped(reason: &str) {
    assert!(env::var_os("CI").is_none(), "{reason}");
    eprintln!("skipped: {reason}");
}

#[test]
#[ignore = "builds the module of a page: cargo test --test browser -- --ignored"]
fn a_figure_wakes_in_a_browser_and_equals_the_native_drawing() {
    let Some(browser) = browser() else {
        return skipped("no chromium was found on the path");
    };
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Beside the folder for this test's own files lies the target folder.
    let own = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(module) = module(own.parent().expect("a target folder")) else {
        return skipped(&format!(
            "the target {TARGET} is not installed; add it by `rustup target add {TARGET}`"
        ));
    };
    let theme = crate_folder.join("../theme");
    let folder = own.join("smoke");
    fs::create_dir_all(&folder).unwrap();
    for file in ["figures.js", "figures.css"] {
        fs::copy(theme.join(file), folder.join(file)).unwrap();
    }
    let digit = |d: u8| char::from_digit(d.into(), 16).expect("half a byte");
    let hex: String =
        module.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect();
    fs::write(
        folder.join("demarche-gains-wasm.js"),
        format!("window.DEMARCHE_WASM=\"{hex}\";"),
    )
    .unwrap();
    let plane = figure("gains-plane").expect("the figure of the first chapter");
    let still = fragment::fragment(plane);
    fs::write(
        folder.join("page.html"),
        format!(
            "<!DOCTYPE html><html lang=\"en\" class=\"light js\"><meta charset=\"utf-8\">\
             <title>Smoke</title><link rel=\"stylesheet\" href=\"figures.css\">\
             <body>{still}<script>const path_to_root = '';</script>\
             <script src=\"figures.js\"></script></body></html>"
        ),
    )
    .unwrap();
    let state = "v:3,w:4,k:0.5,n:3";
    let url =
        format!("file://{}?gains-plane={state}", folder.join("page.html").display());
    let out = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
        .args(["--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync"])
        .args(["--window-size=1000,900", "--virtual-time-budget=8000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(url)
        .output()
        .expect("the browser runs");
    let dom = String::from_utf8_lossy(&out.stdout);
    assert!(
        dom.contains("class=\"figure awake\""),
        "the figure did not wake:\n{}\n{}",
        &dom[..dom.len().min(2000)],
        String::from_utf8_lossy(&out.stderr)
    );
    let b = page::BETWEEN;
    let native = page::answer(figures(), &format!("gains-plane{b}wide{b}{state}"));
    let svg = native.split(b).next().expect("a drawing");
    assert_ne!(
        Some(svg),
        page::answer(figures(), &format!("gains-plane{b}wide{b}")).split(b).next()
    );
    assert!(
        dom.contains(&as_written(svg)),
        "the drawing differs from the native one"
    );
}
