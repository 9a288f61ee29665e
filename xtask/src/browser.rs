//! The browser tests: finding Chromium, and running the specs of `tests/e2e/` in it.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{self, Workspace};

/// What a Chromium may be called.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Runs every spec against the site in `dist/`, without building it.
pub(crate) fn test(workspace: &Workspace) -> Outcome {
    let chromium = find_or_install(workspace)?;
    let specs = workspace::files_ending(&workspace.path("tests/e2e"), ".spec.mjs")?;
    // Chromium leaves folders behind in the temporary folder.
    let scratch = workspace.scratch("e2e")?;
    process::run_quietly(
        process::program(workspace, "node")
            .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
            .args(specs)
            .env("CHROME", chromium)
            .env("SITE", workspace.dist())
            .env("TMPDIR", scratch.path()),
    )
}

/// A Chromium: the one that `CHROME` or `CHROME_PATH` names, else one on `PATH`, else Debian's package.
pub(crate) fn find_or_install(workspace: &Workspace) -> Outcome<PathBuf> {
    for variable in ["CHROME", "CHROME_PATH"] {
        let Some(path) = std::env::var_os(variable).filter(|path| !path.is_empty()) else {
            continue;
        };
        let path = PathBuf::from(path);
        if path.is_file() {
            return Ok(path);
        }
        return Err(Failure::new(format!("{variable} names {}, which is no file", path.display())));
    }
    if let Some(path) = NAMES.iter().find_map(|name| process::on_path(name)) {
        return Ok(path);
    }
    install(workspace)?;
    process::on_path("chromium")
        .ok_or_else(|| Failure::new("the package chromium holds no chromium"))
}

fn install(workspace: &Workspace) -> Outcome {
    let root =
        process::capture(process::program(workspace, "id").arg("-u")).is_ok_and(|id| id == "0");
    if !root || process::on_path("apt-get").is_none() {
        return Err(Failure::new(
            "no Chromium found: install the package `chromium` (Debian, Ubuntu: `sudo apt-get install chromium`) \
             or set CHROME to the program of a Chromium or Chrome",
        ));
    }
    println!("   Debian's package chromium: about 30 seconds, once");
    let apt = || {
        let mut command = process::program(workspace, "apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["--quiet", "--quiet"]);
        command
    };
    process::run(apt().arg("update"))?;
    process::run(apt().args(["install", "--yes", "--no-install-recommends", "chromium"]))
}
