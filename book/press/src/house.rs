//! Where things lie: the project's root, its book and cargo's target folder.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

/// The project's folders.
#[derive(Debug, Clone)]
pub(crate) struct House {
    root: PathBuf,
    target: PathBuf,
}

impl House {
    /// Finds the project through the package that cargo runs, and its target folder
    /// through cargo.
    pub(crate) fn find() -> Result<Self> {
        // At run time first: a checkout that moved still finds itself.
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(
            || PathBuf::from(env!("CARGO_MANIFEST_DIR")),
            PathBuf::from,
        );
        let root = package
            .ancestors()
            .find(|folder| folder.join("book/book.toml").is_file())
            .with_context(|| {
                format!("no book/book.toml above {}", package.display())
            })?;
        let target = target_of(root)?;
        Ok(Self { root: root.to_path_buf(), target })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of `book.toml`.
    pub(crate) fn book(&self) -> PathBuf {
        self.root.join("book")
    }

    /// Cargo's target folder.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Where the site goes unless told otherwise: the `build-dir` of `book.toml`.
    pub(crate) fn default_site(&self) -> PathBuf {
        self.root.join("target/book")
    }

    /// A call of cargo in the project's root.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        tool(cargo_name(), &self.root, arguments)
    }

    /// A call of rustup in the project's root, where its toolchain is named.
    pub(crate) fn rustup(&self, arguments: &[&str]) -> Command {
        tool("rustup".into(), &self.root, arguments)
    }

    /// A call of rustc with the project's toolchain.
    pub(crate) fn rustc(&self, arguments: &[&str]) -> Command {
        let name = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        tool(name, &self.root, arguments)
    }
}

fn cargo_name() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn tool(name: OsString, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).args(arguments);
    command
}

fn target_of(root: &Path) -> Result<PathBuf> {
    let mut command = tool(
        cargo_name(),
        root,
        &["metadata", "--no-deps", "--format-version", "1"],
    );
    let output = command.output().map_err(|error| not_started(&command, error))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("cargo cannot read the workspace: {}", words.trim());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
        .context("cargo metadata answered something that is not JSON")?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .context("cargo metadata names no target folder")
}

/// Says which tool could not be started, and where it comes from.
pub(crate) fn not_started(command: &Command, error: io::Error) -> anyhow::Error {
    let name = Path::new(command.get_program());
    let name = name.file_name().unwrap_or(name.as_os_str()).display();
    if error.kind() == io::ErrorKind::NotFound {
        anyhow!("{name} was not found: install Rust from https://rustup.rs")
    } else {
        anyhow::Error::new(error).context(format!("{name} could not be started"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_found_from_its_own_package() {
        let house = House::find().expect("cargo runs this test");
        assert!(house.root().join("Cargo.toml").is_file());
        assert!(house.book().join("book.toml").is_file());
        assert_eq!(house.default_site().file_name().unwrap(), "book");
    }

    #[test]
    fn a_missing_tool_is_named_with_its_origin() {
        let mut command = Command::new("no-such-tool-here");
        let error = command.output().expect_err("the tool does not exist");
        let sentence = not_started(&command, error).to_string();
        assert_eq!(
            sentence,
            "no-such-tool-here was not found: install Rust from https://rustup.rs"
        );
    }
}
