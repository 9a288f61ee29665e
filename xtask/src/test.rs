//! `cargo xtask test`: every test there is, in the order in which a mistake shows soonest.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;
use crate::{browser, build, deny, fuzz, package, process, setup, sizes, tidy};

/// One part of the run.
struct Step {
    name: &'static str,
    /// What it finds out, as the heading says it.
    title: &'static str,
    run: fn(&Run) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", title: "Rust code is formatted", run: fmt },
    Step { name: "tidy", title: "House rules", run: house_rules },
    Step { name: "clippy", title: "Clippy, host", run: clippy },
    Step { name: "clippy-wasm", title: "Clippy, wasm32", run: clippy_wasm },
    Step { name: "native", title: "Native tests and documentation examples", run: native },
    Step { name: "doc", title: "Documentation builds without warnings", run: doc },
    Step {
        name: "deny",
        title: "Licences and sources of what the lock files bring in",
        run: dependencies,
    },
    Step { name: "fuzz", title: "A million texts that nobody thought of", run: fuzzed },
    Step { name: "wasm", title: "Bindings, as wasm in Node", run: wasm },
    Step { name: "package", title: "The packed npm file in an empty project", run: npm_package },
    Step {
        name: "site",
        title: "The site builds and its pages keep the content policy",
        run: site,
    },
    Step { name: "browser", title: "The site in headless Chromium", run: in_browser },
    Step { name: "size", title: "Sizes are within their budgets", run: size },
];

/// What the steps of one run share: each thing is built once, by the first step that needs it.
struct Run<'a> {
    workspace: &'a Workspace,
    tarball: OnceCell<PathBuf>,
    site: OnceCell<()>,
}

impl Run<'_> {
    fn tarball(&self) -> Outcome<&PathBuf> {
        if self.tarball.get().is_none() {
            let _ = self.tarball.set(package::pack(self.workspace)?);
        }
        self.tarball.get().ok_or_else(|| Failure::new("the package was not built"))
    }

    fn site(&self) -> Outcome {
        if self.site.get().is_none() {
            build::site(self.workspace, "/")?;
            let _ = self.site.set(());
        }
        Ok(())
    }

    fn cargo(&self, words: &str) -> Command {
        let mut command = process::cargo(self.workspace);
        command.args(words.split(' '));
        command
    }
}

/// `cargo xtask test [--only STEP]… | --list`.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    if arguments.flag("--list") {
        for step in STEPS {
            println!("{:12} {}", step.name, step.title);
        }
        return arguments.finish();
    }
    let mut only = Vec::new();
    while let Some(name) = arguments.option("--only")? {
        if !STEPS.iter().any(|step| step.name == name) {
            return Err(Failure::new(format!(
                "there is no step \"{name}\"; `cargo xtask test --list` names them"
            )));
        }
        only.push(name);
    }
    arguments.finish()?;

    println!(
        "Warm this takes 3 to 4 minutes on two cores; the first time, with all tools to build, up to about 15."
    );
    let (ready, set_up) = process::timed(|| setup::all(workspace));
    ready?;
    let run = Run { workspace, tarball: OnceCell::new(), site: OnceCell::new() };
    let mut results = Vec::new();
    for step in
        STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
    {
        println!("\n== {}: {}", step.name, step.title);
        let (outcome, time) = process::timed(|| (step.run)(&run));
        if let Err(failure) = &outcome {
            println!("\nFAILED {}: {failure}", step.name);
        }
        results.push((step, outcome.is_ok(), time));
    }
    summary(set_up, &results)
}

fn summary(set_up: Duration, results: &[(&Step, bool, Duration)]) -> Outcome {
    println!("\n== Summary");
    println!("   {:8} {:>7.1} s  tools", "", set_up.as_secs_f64());
    for (step, passed, time) in results {
        let word = if *passed { "passed" } else { "FAILED" };
        println!("   {word:8} {:>7.1} s  {}: {}", time.as_secs_f64(), step.name, step.title);
    }
    let total: Duration = set_up + results.iter().map(|(_, _, time)| *time).sum::<Duration>();
    println!("   {:8} {:>7.1} s  in all", "", total.as_secs_f64());
    let failed: Vec<_> =
        results.iter().filter(|(_, passed, _)| !passed).map(|(step, _, _)| step.name).collect();
    if failed.is_empty() {
        return Ok(());
    }
    let again = failed.join(" --only ");
    Err(Failure::new(format!(
        "{} failed; again with `cargo xtask test --only {again}`",
        failed.join(", ")
    )))
}

fn fmt(run: &Run) -> Outcome {
    process::run(&mut run.cargo("fmt --all --check"))
}

fn dependencies(run: &Run) -> Outcome {
    deny::rules(run.workspace)
}

fn fuzzed(run: &Run) -> Outcome {
    fuzz::bounded(run.workspace)
}

fn house_rules(run: &Run) -> Outcome {
    tidy::check(run.workspace)
}

fn clippy(run: &Run) -> Outcome {
    process::run(&mut run.cargo(
        "clippy --quiet --workspace --all-targets --features respondex-web/ssr -- -D warnings",
    ))
}

fn clippy_wasm(run: &Run) -> Outcome {
    process::run(&mut run.cargo(
        "clippy --quiet --package respondex-wasm --package respondex-web --all-targets \
         --features respondex-web/hydration --target wasm32-unknown-unknown -- -D warnings",
    ))
}

fn native(run: &Run) -> Outcome {
    process::run(&mut run.cargo(
        "test --quiet --no-fail-fast --workspace --exclude tools --features respondex-web/ssr",
    ))
}

fn doc(run: &Run) -> Outcome {
    process::run(
        run.cargo("doc --quiet --workspace --exclude tools --no-deps --features respondex-web/ssr")
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn wasm(run: &Run) -> Outcome {
    process::run(
        // Cargo would hand `--quiet` on to the runner, which does not know it.
        run.cargo("test --package respondex-wasm --lib --tests --target wasm32-unknown-unknown")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                run.workspace.target("debug/wasm-bindgen-test-runner"),
            )
            // The runner reads the whole file: 45 megabytes with what a debugger wants to know, 4 without. Panics
            // name their line, and stacks their functions, all the same.
            .env("CARGO_PROFILE_TEST_DEBUG", "none"),
    )
}

fn npm_package(run: &Run) -> Outcome {
    package::test(run.workspace, run.tarball()?)
}

fn site(run: &Run) -> Outcome {
    run.site()
}

fn in_browser(run: &Run) -> Outcome {
    run.site()?;
    browser::test(run.workspace)
}

fn size(run: &Run) -> Outcome {
    run.tarball()?;
    run.site()?;
    sizes::check(run.workspace)
}
