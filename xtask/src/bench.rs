//! `cargo xtask bench`: measures the packed package and the built site, and writes `bench/RESULTS.md`.

use crate::arguments::Arguments;
use crate::failure::Outcome;
use crate::workspace::Workspace;
use crate::{build, package, process, setup};

/// `cargo xtask bench [NAME]…`: all measurements, or those that are named.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let names = arguments.rest();
    arguments.finish()?;
    setup::all(workspace)?;
    package::pack(workspace)?;
    build::site(workspace, "/")?;
    let native = workspace.target("bench-native");
    process::run(
        process::cargo(workspace)
            .args(["build", "--quiet", "--locked", "--release"])
            .args(["--manifest-path", "bench/native/Cargo.toml"])
            .env("CARGO_TARGET_DIR", &native),
    )?;
    let search = workspace.target("bench-search");
    process::run(
        process::cargo(workspace)
            .args(["build", "--quiet", "--locked", "--release"])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--manifest-path", "bench/search/Cargo.toml"])
            .env("CARGO_TARGET_DIR", &search),
    )?;
    let built = search.join("wasm32-unknown-unknown/release/respondex_bench_search.wasm");
    package::bind(workspace, &built, "search", &search)?;
    process::run_quietly(
        process::program(workspace, "npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
            .current_dir(workspace.path("bench")),
    )?;
    println!("== Measurements: a few minutes; let the machine rest meanwhile");
    process::run_quietly(
        process::program(workspace, "node")
            .arg(workspace.path("bench/run.mjs"))
            .args(names)
            .env("PACKAGE", workspace.npm_package())
            .env("SITE", workspace.dist())
            .env("SEARCH", &search)
            .env("NATIVE", native.join("release/respondex-bench-native")),
    )
}
