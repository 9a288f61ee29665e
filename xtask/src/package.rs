//! `cargo xtask package`: the npm package, as a folder and as the tarball that npm would publish.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::setup;
use crate::workspace::{self, Workspace};

/// The folders of `npm/` that stay there. Every other file is part of the package, but for `Cargo.toml`.
const NOT_PACKED: &[&str] = &["src", "tests", "test", "node_modules"];

/// `cargo xtask package`.
pub(crate) fn run(workspace: &Workspace, arguments: Arguments) -> Outcome {
    arguments.finish()?;
    setup::all(workspace)?;
    let tarball = pack(workspace)?;
    println!("   {}\n   {}", workspace.npm_package().display(), tarball.display());
    Ok(())
}

/// Builds the package, with the tools in place, and gives the path of its tarball.
pub(crate) fn pack(workspace: &Workspace) -> Outcome<PathBuf> {
    println!(
        "== Package: about 1 minute the first time, 25 seconds after a change, 10 without one"
    );
    let folder = workspace.npm_package();
    let beside = workspace.target("npm");
    if beside.exists() {
        workspace::remove_folder(&beside)?;
    }
    fs::create_dir_all(&folder).map_err(|error| Failure::file("creating", &folder, &error))?;

    bindings(workspace, &folder)?;
    for file in workspace::files_under(&workspace.path("npm"), NOT_PACKED)? {
        let relative = file.strip_prefix(workspace.path("npm")).unwrap_or(&file);
        if relative != Path::new("Cargo.toml") {
            copy(&file, &folder.join(relative))?;
        }
    }
    licences(workspace, &folder)?;
    let schema = "catalog.schema.json";
    copy(&workspace.path("core/catalog").join(schema), &folder.join(schema))?;
    check_version(workspace, &folder)?;

    let tarball = process::capture(
        process::program(workspace, "npm")
            .args(["pack", "--ignore-scripts", "--silent", "--pack-destination"])
            .arg(&beside)
            .current_dir(&folder),
    )?;
    let name = tarball.lines().last().unwrap_or_default();
    Ok(beside.join(name))
}

/// The wasm file and the glue that loads it.
fn bindings(workspace: &Workspace, folder: &Path) -> Outcome {
    process::run(
        process::cargo(workspace)
            .args(["build", "--quiet", "--profile", "bindings", "--package", "respondex-wasm"])
            .args(["--target", "wasm32-unknown-unknown"])
            .env("CARGO_ENCODED_RUSTFLAGS", compiler_arguments()),
    )?;
    let built = workspace.target("wasm32-unknown-unknown/bindings/respondex_wasm.wasm");
    bind(workspace, &built, "respondex_wasm", folder)
}

/// Speed, but with fewer calls written out and no loop unrolled: that costs 2 % of size where all of it would cost 9,
/// and decoding takes a fifth less time than when compiled for size.
fn compiler_arguments() -> String {
    let paths = process::without_machine_paths();
    let arguments = ["-Cllvm-args=-inline-threshold=50", "-Cllvm-args=-unroll-max-count=1"];
    let all = [paths.as_str()].into_iter().filter(|paths| !paths.is_empty()).chain(arguments);
    // How cargo separates them, since paths may hold spaces.
    all.collect::<Vec<_>>().join("\u{1f}")
}

/// The glue for a wasm file that was built, and the file itself made small.
pub(crate) fn bind(workspace: &Workspace, built: &Path, name: &str, folder: &Path) -> Outcome {
    process::run_quietly(
        process::program(workspace, workspace.target("debug/wasm-bindgen"))
            .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
            .arg(folder)
            .arg(built),
    )?;
    let wasm = folder.join(format!("{name}_bg.wasm"));
    process::run_quietly(
        process::program(workspace, workspace.path("node_modules/.bin/wasm-opt"))
            // Functions that are called once are left alone: joined, the file is smaller by 1 % but
            // compresses 5 % worse.
            .args(["-O2", "--one-caller-inline-max-function-size=30"])
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm),
    )
}

fn licences(workspace: &Workspace, folder: &Path) -> Outcome {
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&workspace.path(name), &folder.join(name))?;
    }
    Ok(())
}

/// The package and the crates are released together.
fn check_version(workspace: &Workspace, folder: &Path) -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    let manifest = workspace::read(&folder.join("package.json"))?;
    if manifest.contains(&format!("\"version\": \"{version}\"")) {
        return Ok(());
    }
    let file = workspace.path("npm/package.json");
    Err(Failure::new(format!(
        "{}: \"version\" has to be \"{version}\", as in Cargo.toml",
        file.display()
    )))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("creating", folder, &error))?;
    }
    fs::copy(from, to).map(drop).map_err(|error| Failure::file("copying", from, &error))
}

/// Runs the tests of the packed file. `tests/package/project.mjs` says how they get at it.
pub(crate) fn test(workspace: &Workspace, tarball: &Path) -> Outcome {
    let scratch = workspace.scratch("package")?;
    let tests = workspace::files_ending(&workspace.path("tests/package"), ".test.mjs")?;
    process::run_quietly(
        process::program(workspace, "node")
            .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
            .args(tests)
            .env("TARBALL", tarball)
            .env("TMPDIR", scratch.path()),
    )
}
