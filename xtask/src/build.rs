//! `cargo xtask build`: the published site into `dist/`.
//!
//! Trunk compiles and optimizes the app and names its files by their content. Then the entry page gets the content
//! policy and the hashes, and the app's own components write it out once per address.

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::policy;
use crate::process;
use crate::setup;
use crate::workspace::{self, Workspace};

/// `cargo xtask build [--base /PATH/]`.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let base = arguments.option("--base")?.unwrap_or_else(|| "/".to_owned());
    arguments.finish()?;
    setup::all(workspace)?;
    site(workspace, &base)
}

/// Builds the site, with the tools in place. `base` is the path that the site is published under.
pub(crate) fn site(workspace: &Workspace, base: &str) -> Outcome {
    if !base.starts_with('/') || !base.ends_with('/') {
        return Err(Failure::new(format!("--base {base}: begin and end it with a slash")));
    }
    println!("== Site: about 1 minute 30 seconds the first time, 20 seconds after a change");
    let dist = workspace.dist();
    if dist.exists() {
        workspace::remove_folder(&dist)?;
    }
    process::run(
        process::program(workspace, "trunk")
            .args(["build", "--release", "--offline", "--public-url", base, "--dist"])
            .arg(&dist)
            .env("PATH", workspace.tool_path()?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env("CARGO_ENCODED_RUSTFLAGS", process::without_machine_paths())
            // A stack of Trunk's own functions hides what went wrong.
            .env("RUST_BACKTRACE", "0")
            // Trunk takes the variable for its own option, and dies of the value 1.
            .env_remove("NO_COLOR"),
    )?;
    process::run_quietly(
        process::program(workspace, "node")
            .arg(workspace.path("xtask/js/seal.mjs"))
            .arg(&dist)
            .env("PAGE_POLICY", policy::page())
            .env("CLOSING_POLICY", policy::CLOSING),
    )?;
    prerender(workspace, base)?;
    workspace::write(&dist.join("_headers"), &policy::headers_file())?;
    page::check_all(&dist, base)
}

/// One file per address, written by the same components that run in the browser.
fn prerender(workspace: &Workspace, base: &str) -> Outcome {
    process::run(
        process::cargo(workspace)
            .args(["run", "--quiet", "--profile", "prerender", "--package", "respondex-web"])
            .args(["--no-default-features", "--features", "ssr", "--bin", "prerender", "--"])
            .arg("--dist")
            .arg(workspace.dist())
            .args(["--base", base]),
    )
}
