//! Where things are: the only place that knows the folders which tasks share.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The checkout that this program works in.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The checkout that this program was built from.
    pub(crate) fn find() -> Outcome<Self> {
        // Cargo sets the variable anew at each run; the compiled-in value serves a run without Cargo.
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = crate_folder
            .parent()
            .map(Path::to_owned)
            .ok_or_else(|| Failure::new("xtask has to lie in a folder of the workspace"))?;
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// The folder that holds the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo's target folder, which also holds the tools and everything that a task leaves behind.
    pub(crate) fn target(&self, relative: &str) -> PathBuf {
        self.target.join(relative)
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The unpacked npm package; its tarball lies beside it.
    pub(crate) fn npm_package(&self) -> PathBuf {
        self.target("npm/respondex")
    }

    /// `PATH` with our tools in front.
    pub(crate) fn tool_path(&self) -> Outcome<OsString> {
        let mut folders =
            vec![self.target("debug"), self.target("tools/bin"), self.path("node_modules/.bin")];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        std::env::join_paths(folders).map_err(|error| Failure::new(format!("PATH: {error}")))
    }

    /// An empty folder for what a run leaves behind. It is removed when the value goes.
    pub(crate) fn scratch(&self, name: &str) -> Outcome<Scratch> {
        let path = self.target("tmp").join(format!("{name}-{}", std::process::id()));
        if path.exists() {
            remove_folder(&path)?;
        }
        fs::create_dir_all(&path).map_err(|error| Failure::file("creating", &path, &error))?;
        Ok(Scratch { path })
    }
}

/// A folder that lives as long as this value.
#[derive(Debug)]
pub(crate) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left is under target/ and goes with the next `cargo clean`.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Reads a file as text.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("reading", path, &error))
}

/// Writes a file.
pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| Failure::file("writing", path, &error))
}

/// Removes a folder and everything in it.
pub(crate) fn remove_folder(path: &Path) -> Outcome {
    fs::remove_dir_all(path).map_err(|error| Failure::file("removing", path, &error))
}

/// Every file under a folder, sorted, without the folders that `skip` names and without hidden ones.
pub(crate) fn files_under(folder: &Path, skip: &[&str]) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|error| Failure::file("reading", &folder, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| Failure::file("reading", &folder, &error))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !path.is_dir() {
                files.push(path);
            } else if !name.starts_with('.') && !skip.contains(&name) {
                folders.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The files of one folder whose names end in `suffix`, sorted; none when there is no such folder.
pub(crate) fn files_ending(folder: &Path, suffix: &str) -> Outcome<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut files = files_under(folder, &["node_modules"])?;
    files.retain(|path| path.to_str().is_some_and(|path| path.ends_with(suffix)));
    Ok(files)
}
