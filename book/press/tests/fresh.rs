//! A machine with rustup and without the wasm target, and what stock mdBook makes of
//! the book there: a project of one page, and tools that stand in for rustup.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mdbook_driver::MDBook;
use tempfile::TempDir;
use walkdir::WalkDir;

const TARGET: &str = "wasm32-unknown-unknown";

const MODULES: [&str; 2] = ["demarche-gains-wasm.js", "demarche-gains.wasm"];

const FILES: [(&str, &str); 8] = [
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"book/figures\"]\n\
         [package]\nname = \"demarche\"\nedition = \"2024\"\n\
         [profile.wasm]\ninherits = \"release\"\nlto = \"fat\"\n",
    ),
    ("src/lib.rs", "//! A crate.\n"),
    (
        "book/figures/Cargo.toml",
        "[package]\nname = \"demarche-figures\"\nedition = \"2024\"\n\
         [features]\nmodules = []\n\
         [[example]]\nname = \"gains_module\"\npath = \"modules/gains.rs\"\n\
         crate-type = [\"cdylib\"]\nrequired-features = [\"modules\"]\n",
    ),
    ("book/figures/src/lib.rs", "//! Its figures.\n"),
    (
        "book/figures/modules/gains.rs",
        "//! One module.\n#[unsafe(no_mangle)]\nextern \"C\" fn answer() -> usize { 2 }\n",
    ),
    (
        "book/figures/drawn/gains-plane.html",
        "<figure data-figure=\"gains-plane\">still</figure>\n",
    ),
    ("book/src/SUMMARY.md", "# Summary\n\n- [Gains](gains.md)\n"),
    (
        "book/src/gains.md",
        "# Gains\n\n{{#include ../figures/drawn/gains-plane.html}}\n",
    ),
];

/// A machine whose `rustc` says that the target's folder is where nothing is yet.
struct Machine {
    folder: TempDir,
}

impl Machine {
    /// `rustup` is the body of a script; `$FOLDER` is where the target is looked for.
    fn new(rustup: Option<&str>) -> Self {
        let machine = Self { folder: TempDir::new().unwrap() };
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        for part in ["book/theme", "book/book.toml"] {
            for entry in WalkDir::new(own.join(part)) {
                let entry = entry.unwrap();
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(own).unwrap();
                    let text = fs::read(entry.path()).unwrap();
                    machine.put(name.to_str().unwrap(), &text);
                }
            }
        }
        for (name, text) in FILES {
            machine.put(name, text.as_bytes());
        }
        let asked =
            "case \" $* \" in *' --print target-libdir '*) echo \"$FOLDER\";;";
        machine.tool(
            "rustc",
            &format!("{asked} *) exec \"$REAL/rustc\" \"$@\";; esac"),
        );
        if let Some(rustup) = rustup {
            machine.tool(
                "rustup",
                &format!("echo \"$@\" > \"$FOLDER.asked\"\n{rustup}"),
            );
        }
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &[u8]) {
        let place = self.path(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    fn tool(&self, name: &str, body: &str) {
        let name = format!("tools/{name}");
        self.put(&name, format!("#!/bin/sh\n{body}\n").as_bytes());
        let all = fs::Permissions::from_mode(0o755);
        fs::set_permissions(self.path(&name), all).unwrap();
    }

    /// Runs `cargo book build` there; what it says, on one line.
    fn build(&self) -> String {
        let real = sysroot().join("bin");
        let tools = [self.path("tools"), real.clone()];
        let output = Command::new(env!("CARGO_BIN_EXE_demarche-press"))
            .arg("build")
            .env("CARGO_MANIFEST_DIR", self.folder.path())
            .env("PATH", env::join_paths(tools).unwrap())
            .env("REAL", real)
            .env("FOLDER", self.path("the target"))
            .env_remove("CARGO")
            .env_remove("RUSTC")
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .unwrap();
        said(output)
    }

    /// What lies in a folder and belongs to the live figures.
    fn modules(&self, folder: &str) -> BTreeSet<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let names =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("demarche-")).collect()
    }

    /// What stock mdBook makes of the book: the page, with the modules beside it.
    fn stock(&self) -> (String, BTreeSet<String>) {
        let mut book = MDBook::load(self.path("book")).unwrap();
        book.config.build.build_dir = self.path("stock");
        book.build().unwrap();
        (
            fs::read_to_string(self.path("stock/gains.html")).unwrap(),
            self.modules("stock"),
        )
    }
}

fn said(output: Output) -> String {
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{words}");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rustc(arguments: &[&str]) -> PathBuf {
    let output = Command::new("rustc").args(arguments).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().trim())
}

fn sysroot() -> PathBuf {
    rustc(&["--print", "sysroot"])
}

fn live() -> BTreeSet<String> {
    MODULES.map(String::from).into()
}

const ADDING: &str = "adding the target wasm32-unknown-unknown by rustup ...";
const STILL: &str = "The figures stay still: add the target that makes them live with \
                     `rustup target add wasm32-unknown-unknown`.";

#[test]
fn rustup_adds_the_target_and_the_figures_live_in_the_site_and_under_stock_mdbook() {
    if !rustc(&["--print", "target-libdir", "--target", TARGET]).is_dir() {
        let reason = format!("the target {TARGET} is not installed");
        assert!(env::var_os("CI").is_none(), "{reason}");
        eprintln!("skipped: {reason}");
        return;
    }
    let machine = Machine::new(Some("/bin/mkdir \"$FOLDER\""));
    let (page, modules) = machine.stock();
    assert!(page.contains("still</figure>") && modules.is_empty());

    let words = machine.build();
    let asked = fs::read_to_string(machine.path("the target.asked")).unwrap();
    assert_eq!(asked, format!("target add {TARGET}\n"));
    assert!(words.contains(ADDING) && !words.contains("failed"), "{words}");
    assert!(!words.contains("still"), "{words}");
    assert_eq!(machine.modules("target/book"), live());

    let (page, modules) = machine.stock();
    assert_eq!(modules, live());
    for name in MODULES {
        let built = fs::read(machine.path("target/book").join(name)).unwrap();
        assert_eq!(fs::read(machine.path("stock").join(name)).unwrap(), built);
    }
    let (_, waker) = page.split_once("src=\"theme/figures-").expect("a script");
    let name = format!("stock/theme/figures-{}", waker.split('"').next().unwrap());
    assert!(
        fs::read_to_string(machine.path(&name)).unwrap().contains("'demarche-'")
    );
}

#[test]
fn where_rustup_fails_the_figures_stay_still_and_the_press_says_so() {
    let machine = Machine::new(Some("echo no network >&2\nexit 1"));
    let words = machine.build();
    assert!(words.contains(&format!("{ADDING} failed no network")), "{words}");
    assert!(words.contains(STILL), "{words}");
    assert_eq!(machine.modules("target/book"), BTreeSet::new());
    let (page, modules) = machine.stock();
    assert!(page.contains("still</figure>") && modules.is_empty());
}

#[test]
fn where_there_is_no_rustup_the_figures_stay_still_and_nothing_is_tried() {
    let machine = Machine::new(None);
    let words = machine.build();
    assert!(words.contains(STILL), "{words}");
    assert!(!words.contains(ADDING), "{words}");
    assert_eq!(machine.modules("target/book"), BTreeSet::new());
}
