//! `cargo xtask deny`: what the lock files bring in, by the rules of `deny.toml`.
//!
//! Licences, sources and duplicates are a step of `cargo xtask test`. Advisories change without us and are on another
//! machine, so they are asked for here only, before a release.

use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::pins::DENY;
use crate::process;
use crate::setup;
use crate::workspace::Workspace;

/// The workspace, with every feature.
const OURS: &str = "Cargo.toml";
/// The workspaces apart, of which nothing reaches a user.
const APART: &[&str] = &["fuzz/Cargo.toml", "bench/native/Cargo.toml", "bench/search/Cargo.toml"];
/// What our own workspace needs as an exception, those apart need not have.
const UNUSED_HERE: [&str; 4] =
    ["--allow", "license-exception-not-encountered", "--allow", "license-not-encountered"];

/// `cargo xtask deny`: the rules, and the advisories.
pub(crate) fn run(workspace: &Workspace, arguments: Arguments) -> Outcome {
    arguments.finish()?;
    rules(workspace)?;
    println!("== Advisories, from github.com/RustSec/advisory-db");
    let program = program(workspace)?;
    for manifest in APART.iter().copied().chain([OURS]) {
        check(workspace, &program, manifest, &["advisories"]).map_err(|failure| {
            let hint =
                "without the network there are only the rules: `cargo xtask test --only deny`";
            Failure::new(format!("{failure}\n   {hint}"))
        })?;
    }
    Ok(())
}

/// Licences and sources of every lock file, and duplicates in that of the workspace.
pub(crate) fn rules(workspace: &Workspace) -> Outcome {
    let program = program(workspace)?;
    // What is not needed any more fails as well.
    let words = ["--deny", "warnings", "licenses", "bans", "sources"];
    check(workspace, &program, OURS, &words)?;
    let words = [&UNUSED_HERE[..], &["licenses", "sources"]].concat();
    APART.iter().try_for_each(|manifest| check(workspace, &program, manifest, &words))
}

fn program(workspace: &Workspace) -> Outcome<PathBuf> {
    setup::program(workspace, "cargo-deny", DENY, &[])
}

fn check(workspace: &Workspace, program: &Path, manifest: &str, words: &[&str]) -> Outcome {
    process::run(
        process::program(workspace, program)
            .args((manifest == OURS).then_some("--all-features"))
            .args(["--locked", "--manifest-path", manifest, "--config"])
            .arg(workspace.path("deny.toml"))
            .args(["check", "--hide-inclusion-graph"])
            .args(words),
    )
}
