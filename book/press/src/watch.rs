//! Which changes of the sources call for which steps.

use std::path::{Component, Path};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
};

use crate::figures;
use crate::house::House;
use crate::site::Steps;

/// Folders that are watched with all they hold; of the root only its own files.
const WATCHED: [&str; 3] = ["src", "examples", "book"];

const PAUSE: Duration = Duration::from_millis(200);

/// Hears of changes under the project for as long as it lives.
pub(crate) struct Watch {
    changes: Receiver<DebounceEventResult>,
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// What a change asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Build(Steps),
    /// The press itself is another now; this one can only say so.
    Restart,
}

impl Watch {
    /// Starts to watch.
    pub(crate) fn start(house: &House) -> Result<Self> {
        let (send, changes) = channel();
        let mut watcher = new_debouncer(PAUSE, None, send)
            .context("this machine offers no way to watch files")?;
        let mut watch = |folder: &Path, mode| {
            watcher
                .watch(folder, mode)
                .with_context(|| format!("{} cannot be watched", folder.display()))
        };
        watch(house.root(), RecursiveMode::NonRecursive)?;
        for name in WATCHED {
            let folder = house.root().join(name);
            if folder.is_dir() {
                watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits for the next change that matters. Changes that came together are
    /// answered together.
    pub(crate) fn next(&self, house: &House) -> Result<Call> {
        loop {
            let first = self.changes.recv().context("the watch has ended")?;
            let mut steps = None;
            for events in std::iter::once(first).chain(self.changes.try_iter()) {
                let changed = events.into_iter().flatten().filter(|event| {
                    // To read a file is an event as well, and a build reads them all.
                    !event.kind.is_access()
                });
                for path in changed.flat_map(|event| event.event.paths) {
                    let Ok(path) = path.strip_prefix(house.root()) else { continue };
                    match call(path) {
                        Some(Call::Build(more)) => {
                            *steps.get_or_insert_with(Steps::default) |= more;
                        }
                        Some(Call::Restart) => return Ok(Call::Restart),
                        None => {}
                    }
                }
            }
            if let Some(steps) = steps {
                return Ok(Call::Build(steps));
            }
        }
    }
}

/// What a change of one path, relative to the project's root, asks for.
fn call(path: &Path) -> Option<Call> {
    let names: Vec<&str> = path
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str().unwrap_or("."),
            _ => ".",
        })
        .collect();
    // What editors leave beside a file while they save it.
    let fleeting = |name: &&str| {
        name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || *name == "4913"
    };
    if names.iter().any(fleeting) {
        return None;
    }
    if let ["book", "src", name] = names.as_slice()
        && (figures::is_module(name) || figures::is_script(name))
    {
        return None; // the press itself puts them there
    }
    let pages = Call::Build(Steps::default());
    match names.as_slice() {
        ["src", ..] | ["Cargo.toml" | "Cargo.lock" | "README.md"] => {
            Some(Call::Build(Steps::ALL))
        }
        ["book", "figures", "src" | "modules", ..]
        | ["book", "figures", "Cargo.toml"] => {
            Some(Call::Build(Steps { figures: true, ..Steps::default() }))
        }
        ["book", "press", "src", ..] | ["book", "press", "Cargo.toml"] => {
            Some(Call::Restart)
        }
        ["book", "press" | "figures", "tests", ..] | ["book" | "examples"] => None,
        ["book" | "examples", ..] => Some(pages),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(path: &str) -> Option<Call> {
        call(Path::new(path))
    }

    #[test]
    fn each_room_asks_for_its_own_steps() {
        let pages = Some(Call::Build(Steps::default()));
        let figures = Some(Call::Build(Steps { api: false, figures: true }));
        assert_eq!(steps("book/src/gains.md"), pages);
        assert_eq!(steps("examples/gains.rs"), pages);
        assert_eq!(steps("book/figures/drawn/gains-plane.html"), pages);
        assert_eq!(steps("book/figures/src/gains.rs"), figures);
        assert_eq!(steps("src/gains/deal.rs"), Some(Call::Build(Steps::ALL)));
        assert_eq!(steps("README.md"), Some(Call::Build(Steps::ALL)));
        assert_eq!(steps("book/press/src/main.rs"), Some(Call::Restart));
    }

    #[test]
    fn what_is_no_source_asks_for_nothing() {
        for path in [
            "target/book/index.html",
            "book/src/.gains.md.swp",
            "book/src/a.md~",
            "book/src/demarche-gains.wasm",
            "book/src/demarche-gains-wasm.js",
            "",
        ] {
            assert_eq!(steps(path), None, "{path}");
        }
    }
}
