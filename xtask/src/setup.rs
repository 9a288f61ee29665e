//! `cargo xtask setup`: fetches and builds the tools. Each step looks first, so that a second run takes no time
//! and no network.

use std::path::PathBuf;
use std::process::Command;

use crate::arguments::Arguments;
use crate::browser;
use crate::failure::{Failure, Outcome};
use crate::pins::{self, TRUNK};
use crate::process;
use crate::workspace::{self, Workspace};

/// `cargo xtask setup [--browser]`.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let with_browser = arguments.flag("--browser");
    arguments.finish()?;
    all(workspace)?;
    if with_browser {
        println!("   browser: {}", browser::find_or_install(workspace)?.display());
    }
    Ok(())
}

/// Everything that building and testing needs, but for the browser.
pub(crate) fn all(workspace: &Workspace) -> Outcome {
    println!("== Tools");
    pins::check_files(workspace)?;
    toolchain(workspace)?;
    pins::check_compiler(workspace)?;
    node_tools(workspace)?;
    crates(workspace)?;
    bindgen(workspace)?;
    trunk(workspace)
}

/// The pinned toolchain with its components and the wasm target.
fn toolchain(workspace: &Workspace) -> Outcome {
    let has = |program: &str| process::version(program).is_some();
    let wasm_target = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
        .current_dir(workspace.root())
        .output()
        .is_ok_and(|output| {
            std::path::Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists()
        });
    if wasm_target && has("rustc") && has("rustfmt") && has("cargo-clippy") {
        return Ok(());
    }
    println!("   Rust toolchain with its wasm target: about 20 seconds, once");
    // Without a name rustup reads rust-toolchain.toml, unless the variable names another toolchain.
    process::run(
        process::program(workspace, "rustup")
            .args(["toolchain", "install", "--no-self-update"])
            .env_remove("RUSTUP_TOOLCHAIN"),
    )
}

/// The node programs of `package.json`.
fn node_tools(workspace: &Workspace) -> Outcome {
    pins::check_node()?;
    let lock = workspace::read(&workspace.path("package-lock.json"))?;
    let installed = workspace.path("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == lock) {
        return pins::check_node_tool(workspace, "binaryen");
    }
    println!("   wasm-opt and the test programs into node_modules/: about 10 seconds, once");
    process::run(process::program(workspace, "npm").args(["ci", "--loglevel=error"]))?;
    pins::check_node_tool(workspace, "binaryen")?;
    workspace::write(&installed, &lock)
}

/// Every crate of the lock file, so that all later steps can do without a network.
fn crates(workspace: &Workspace) -> Outcome {
    let lock = workspace::read(&workspace.path("Cargo.lock"))?;
    let fetched = workspace.target("tools/fetched-lock.toml");
    if std::fs::read_to_string(&fetched).is_ok_and(|text| text == lock) {
        return Ok(());
    }
    println!("   crates of Cargo.lock: about 20 seconds, once");
    process::run(process::cargo(workspace).args(["fetch", "--quiet"]))?;
    create_tools_folder(workspace)?;
    workspace::write(&fetched, &workspace::read(&workspace.path("Cargo.lock"))?)
}

/// wasm-bindgen and its test runner, from our own lock.
fn bindgen(workspace: &Workspace) -> Outcome {
    let wanted = format!("wasm-bindgen {}", pins::wasm_bindgen(workspace)?);
    let program = workspace.target("debug/wasm-bindgen");
    let found = process::version(&program);
    if found.is_none() {
        println!("   {wanted} and its test runner: about 1 minute, once");
    }
    // Cargo itself knows best whether there is something to do.
    process::run_quietly(process::cargo(workspace).args([
        "build",
        "--quiet",
        "--package",
        "tools",
        "--bins",
    ]))?;
    match process::version(&program) {
        Some(found) if found == wanted => Ok(()),
        found => Err(Failure::new(format!(
            "{} answers {found:?}, expected {wanted:?}; run `cargo clean -p tools` and try again",
            program.display()
        ))),
    }
}

/// Trunk: the one on `PATH` when it is the pinned version, else built into `target/tools`.
fn trunk(workspace: &Workspace) -> Outcome {
    let features = ["--no-default-features", "--features", "rustls"];
    program(workspace, "trunk", TRUNK, &features).map(drop)
}

/// A program of the registry: the one on `PATH` when it is this version, else built into `target/tools`. Gives its path.
pub(crate) fn program(
    workspace: &Workspace,
    name: &str,
    version: &str,
    options: &[&str],
) -> Outcome<PathBuf> {
    let wanted = format!("{name} {version}");
    let ours = workspace.target("tools/bin").join(name);
    for path in [PathBuf::from(name), ours.clone()] {
        if process::version(&path).as_ref() == Some(&wanted) {
            return Ok(path);
        }
    }
    println!("   {wanted} into target/tools: one to three minutes, once");
    create_tools_folder(workspace)?;
    let build = workspace.target("tools/build");
    process::run(
        process::cargo(workspace)
            .args(["install", name, "--quiet", "--locked", "--version", version])
            .args(options)
            .arg("--root")
            .arg(workspace.target("tools"))
            .env("CARGO_TARGET_DIR", &build)
            // Their own release profiles take three times as long and save nothing that we would notice.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    )?;
    workspace::remove_folder(&build)?;
    match process::version(&ours) {
        Some(found) if found == wanted => Ok(ours),
        found => {
            Err(Failure::new(format!("{} answers {found:?}, expected {wanted:?}", ours.display())))
        }
    }
}

fn create_tools_folder(workspace: &Workspace) -> Outcome {
    let tools = workspace.target("tools");
    std::fs::create_dir_all(&tools).map_err(|error| Failure::file("creating", &tools, &error))
}
