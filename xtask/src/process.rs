//! Running other programs: what is shown before, and what is said when one fails.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;

/// The Cargo that runs us, or the one on `PATH`.
pub(crate) fn cargo(workspace: &Workspace) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace.root());
    command
}

/// A program, started at the top of the workspace.
pub(crate) fn program(workspace: &Workspace, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace.root());
    command
}

/// Shows the command, runs it, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Outcome {
    println!("   $ {}", line(command));
    run_quietly(command)
}

/// Runs the command, and fails when it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| start_failure(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` ended with {status}", line(command))))
}

/// Runs the command and gives what it printed, without the last line end.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| start_failure(command, &error))?;
    if !output.status.success() {
        return Err(Failure::new(format!("`{}` ended with {}", line(command), output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// What a program prints when asked for its version; nothing when it is not there or does not answer.
pub(crate) fn version(program: impl AsRef<OsStr>) -> Option<String> {
    let output = Command::new(program)
        .arg("--version")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies, if `PATH` has it.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// Runs `work` and gives its time with its answer.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = now();
    let answer = work();
    (answer, now() - start)
}

#[expect(clippy::disallowed_methods, reason = "only core has no clock; here times are shown")]
fn now() -> Instant {
    Instant::now()
}

/// The command as one would type it: without the folder of the program and without variables.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program
        .file_name()
        .map_or_else(|| program.display().to_string(), |name| name.to_string_lossy().into_owned());
    command.get_args().fold(name, |line, argument| format!("{line} {}", argument.to_string_lossy()))
}

fn start_failure(command: &Command, error: &std::io::Error) -> Failure {
    let advice = match command.get_program().to_string_lossy().as_ref() {
        "node" | "npm" => "; install Node 20 or later with npm",
        "rustup" => "; install rustup from https://rustup.rs",
        _ => "",
    };
    Failure::new(format!("`{}` did not start: {error}{advice}", line(command)))
}

/// Compiler arguments that leave out where the dependencies lie on this machine; panics name their files.
pub(crate) fn without_machine_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).and_then(|all| fs::read_dir(all).ok());
    let remap = |folder: fs::DirEntry| format!("--remap-path-prefix={}=", folder.path().display());
    let arguments: Vec<String> = sources.into_iter().flatten().flatten().map(remap).collect();
    // How cargo separates them, since paths may hold spaces.
    arguments.join("\u{1f}")
}
