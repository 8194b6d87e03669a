//! What the checks share: doors tried both ways, demos run, facts read.

#![allow(dead_code, reason = "no check uses all of it")]

use std::any::type_name;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[path = "../../benches/draws/mod.rs"]
mod draws;

#[allow(unused_imports, reason = "no check uses all of it")]
pub(crate) use draws::{few_ties, raw, unit};

/// The folder of the project.
pub(crate) fn home() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the tests lie in the project")
}

/// TOML holds tables only: a value goes under a key.
#[derive(Serialize, Deserialize)]
struct Keyed<T> {
    it: T,
}

pub(crate) fn close(found: f64, expected: f64, tolerance: f64) {
    let off = (found - expected).abs();
    assert!(off <= tolerance, "found {found}, expected {expected}, off by {off:e}");
}

/// The JSON of a value that comes back the same, from JSON and from TOML.
pub(crate) fn survives<T>(value: &T) -> String
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value);
    let toml = toml::to_string(&Keyed { it: value }).unwrap();
    assert_eq!(toml::from_str::<Keyed<T>>(&toml).unwrap().it, *value, "{toml}");
    json
}

/// What is said to JSON that is refused, as JSON and, if TOML can say it, as TOML.
pub(crate) fn refused<T: DeserializeOwned>(json: &str) -> String {
    let name = type_name::<T>();
    let taken = || format!("{name} takes {json}");
    let told = serde_json::from_str::<T>(json)
        .err()
        .unwrap_or_else(|| panic!("{}", taken()));
    let it: Value =
        serde_json::from_str(json).expect("the fault is not in the JSON");
    // TOML has no null.
    if let Ok(toml) = toml::to_string(&Keyed { it }) {
        assert!(toml::from_str::<Keyed<T>>(&toml).is_err(), "{} as TOML", taken());
    }
    told.to_string()
}

/// Refuses each list, in JSON and in TOML, and takes the table.
pub(crate) fn comes_by_name<T: DeserializeOwned>(lists: &[&str], table: &str) {
    let name = type_name::<T>();
    for list in lists {
        let json = serde_json::from_str::<T>(list).err().expect(name).to_string();
        assert!(json.contains("expected a table of named fields"), "{name}: {json}");
        let toml = format!("\nit = {list}");
        let toml = toml::from_str::<Keyed<T>>(&toml).err().expect(name);
        assert!(
            toml.message().contains("a table of named fields"),
            "{name}: {toml}"
        );
        assert!(toml.span().is_some_and(|span| span.start >= 1), "{name}: {toml}");
    }
    if let Err(error) = toml::from_str::<Keyed<T>>(&format!("it = {table}")) {
        panic!("{name}: {error}");
    }
    let unknown = format!("it = {}, more = 1 }}", table.trim_end_matches(" }"));
    let told = toml::from_str::<Keyed<T>>(&unknown).err().expect(name);
    assert!(told.message().contains("unknown field `more`"), "{name}: {told}");
}

/// Builds demos as `cargo run` does, and says where each lies. Without a package, as
/// `cargo test` goes: its features of the dependencies would not be those of one alone,
/// and all would be built again.
pub(crate) fn built(which: &[&str]) -> BTreeMap<String, PathBuf> {
    let home = home();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet"]).args(which);
    cargo.arg("--message-format=json").current_dir(home);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let place = |line| {
        let message: Value = serde_json::from_str(line).expect("JSON");
        let ours = Path::new(message["target"]["src_path"].as_str()?)
            .starts_with(home.join("examples"));
        let place = message["executable"].as_str().filter(|_| ours)?.into();
        Some((message["target"]["name"].as_str()?.to_owned(), place))
    };
    lines.lines().filter_map(place).collect()
}

/// Runs a demo as the reader would, from the same build as the test. Each is built once:
/// a call of cargo takes longer than most demos.
pub(crate) fn demo(arguments: &[&str]) -> Output {
    static BUILT: Mutex<BTreeMap<String, PathBuf>> = Mutex::new(BTreeMap::new());
    let (name, options) = arguments.split_first().expect("a demo");
    let place = {
        let mut known = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains_key(*name) {
            known.extend(built(&["--example", name]));
        }
        known[*name].clone()
    };
    // What cargo would take for itself ends at two dashes.
    let options = options.strip_prefix(&["--"]).unwrap_or(options);
    let mut demo = Command::new(place);
    demo.args(options).current_dir(home());
    demo.output().expect("the demo runs")
}

/// What a demo prints, or what it says where it refuses.
pub(crate) fn told(arguments: &[&str]) -> Result<String, String> {
    let output = demo(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    if output.status.success() {
        Ok(text(output.stdout))
    } else {
        Err(text(output.stderr))
    }
}

/// A table of facts in `tests/data`, its source in `#` lines.
fn table(name: &str) -> csv::Reader<File> {
    let path = format!("{}/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap()
}

/// Its rows below the header, as text.
pub(crate) fn rows(name: &str) -> Vec<csv::StringRecord> {
    table(name).records().map(Result::unwrap).collect()
}

/// Its rows below the header, each read as a `T`.
pub(crate) fn facts<T: DeserializeOwned>(name: &str) -> Vec<T> {
    table(name).deserialize().map(Result::unwrap).collect()
}
