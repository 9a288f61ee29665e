//! `cargo xtask fuzz`: texts that nobody thought of. The bounded run of `cargo xtask test` is here as well.

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::Workspace;

/// Texts of the bounded run, over all targets.
const BOUNDED: &str = "1000000";

/// `cargo xtask fuzz [TARGET] [--seconds N] [--runs N] [--seed N]`.
///
/// With `--seconds`, libFuzzer runs one target under the nightly compiler; else seeded mutations run on
/// the stable one.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let seconds = arguments.option("--seconds")?;
    let runs = arguments.option("--runs")?.unwrap_or_else(|| "20000000".to_owned());
    let seed = arguments.option("--seed")?.unwrap_or_else(|| "2".to_owned());
    let target = arguments.word();
    arguments.finish()?;
    match (seconds, target) {
        (None, target) => replay(workspace, &runs, &seed, target.as_deref()),
        (Some(seconds), Some(target)) => guided(workspace, &target, &seconds),
        (Some(_), None) => {
            Err(Failure::new("name one target, as in `cargo xtask fuzz decode --seconds 600`"))
        }
    }
}

/// The bounded run: the same texts every time, under guards that are tried out first.
pub(crate) fn bounded(workspace: &Workspace) -> Outcome {
    process::run(
        process::cargo(workspace)
            .args([
                "test",
                "--quiet",
                "--locked",
                "--release",
                "--manifest-path",
                "fuzz/Cargo.toml",
            ])
            .args(["--test", "guards"])
            .env("CARGO_TARGET_DIR", workspace.target("fuzz")),
    )?;
    replay(workspace, BOUNDED, "1", None)
}

fn replay(workspace: &Workspace, runs: &str, seed: &str, target: Option<&str>) -> Outcome {
    process::run(
        process::cargo(workspace)
            .args(["run", "--quiet", "--locked", "--release", "--manifest-path", "fuzz/Cargo.toml"])
            .args(["--bin", "replay", "--", "--runs", runs, "--seed", seed])
            .args(target)
            .env("CARGO_TARGET_DIR", workspace.target("fuzz")),
    )
}

/// Coverage-guided, for as long as is asked.
fn guided(workspace: &Workspace, target: &str, seconds: &str) -> Outcome {
    let time = format!("-max_total_time={seconds}");
    process::run(
        process::program(workspace, "cargo")
            .args(["+nightly", "fuzz", "run", "--features", "engine", target, "--", &time])
            .arg("-max_len=4096")
            .env("CARGO_TARGET_DIR", workspace.target("fuzz-engine")),
    )
    .map_err(|failure| {
        Failure::new(format!(
            "{failure}\n   libFuzzer needs the nightly compiler and cargo-fuzz: `rustup toolchain install nightly` and `cargo install cargo-fuzz`"
        ))
    })
}
