//! `cargo xtask TASK`: everything this repository automates, one file per task.
//!
//! A task does its own set-up, says what it does and how long that tends to take, and can be repeated at will.
//! There are no dependencies, so that a fresh clone has this program in a second or two.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program talks to its user"
)]

mod arguments;
mod bench;
mod browser;
mod build;
mod deny;
mod failure;
mod fuzz;
mod package;
mod page;
mod pins;
mod policy;
mod process;
mod serve;
mod setup;
mod sizes;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use crate::arguments::Arguments;
use crate::failure::Outcome;
use crate::workspace::Workspace;

/// One thing that `cargo xtask` can do.
struct Task {
    name: &'static str,
    usage: &'static str,
    summary: &'static str,
    run: fn(&Workspace, Arguments) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        usage: "serve [--port N] [--no-build]",
        summary: "build the site and serve it at http://127.0.0.1:8080",
        run: serve::run,
    },
    Task {
        name: "test",
        usage: "test [--only STEP]… | --list",
        summary: "every test there is, with times and a summary",
        run: test::run,
    },
    Task {
        name: "build",
        usage: "build [--base /PATH/]",
        summary: "the site, prerendered, into dist/",
        run: build::run,
    },
    Task {
        name: "package",
        usage: "package",
        summary: "the npm package into target/npm/respondex/, its tarball beside it",
        run: package::run,
    },
    Task {
        name: "bench",
        usage: "bench [NAME]…",
        summary: "measure, and write bench/RESULTS.md",
        run: bench::run,
    },
    Task {
        name: "fuzz",
        usage: "fuzz [TARGET] [--runs N] [--seed N] [--seconds N]",
        summary: "texts that nobody thought of, longer than in `test`",
        run: fuzz::run,
    },
    Task {
        name: "deny",
        usage: "deny",
        summary: "what the lock files bring in: licences, sources, duplicates, advisories",
        run: deny::run,
    },
    Task {
        name: "tidy",
        usage: "tidy [--fix]",
        summary: "the house rules that no compiler checks",
        run: tidy::run,
    },
    Task {
        name: "setup",
        usage: "setup [--browser]",
        summary: "only fetch and build the tools that the other tasks need",
        run: setup::run,
    },
];

fn main() -> ExitCode {
    let mut arguments = Arguments::new(std::env::args().skip(1));
    let name = arguments.word();
    let Some(task) = TASKS.iter().find(|task| Some(task.name) == name.as_deref()) else {
        return usage(name.as_deref());
    };
    match Workspace::find().and_then(|workspace| (task.run)(&workspace, arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what there is; that is a failure unless it was asked for.
fn usage(asked_for: Option<&str>) -> ExitCode {
    println!("cargo xtask TASK\n");
    for task in TASKS {
        println!("  {:30} {}", task.usage, task.summary);
    }
    match asked_for {
        None | Some("help" | "--help" | "-h") => ExitCode::SUCCESS,
        Some(name) => {
            eprintln!("\nerror: there is no task \"{name}\"");
            ExitCode::from(2)
        }
    }
}
