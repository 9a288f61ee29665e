//! `replay [--runs N] [--seed S] [TARGET]…`: the corpus, and seeded mutations of it, on the stable compiler.
//!
//! The same seed gives the same texts. A text that breaks something, takes more than a second of the processor or too much
//! memory is written to `fuzz/artifacts/TARGET/` and named. Each target is run by a process of its own (`--here`),
//! in which time and memory are those of one text, and which may end in any way.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::{env, fs, process, thread};

use fastrand::Rng;
use peak_alloc::PeakAlloc;
use respondex_fuzz::guard::{MOST_TIME, Watch};
use respondex_fuzz::mutation::{LONGEST, mutated};
use respondex_fuzz::{TARGETS, Target, target};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What is asked for.
struct Asked {
    /// Texts over all targets.
    runs: usize,
    seed: u64,
    targets: Vec<&'static Target>,
    /// Whether the targets are run by this process.
    here: bool,
}

fn main() -> ExitCode {
    let asked = match read_arguments(env::args().skip(1)) {
        Ok(asked) => asked,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let all_passed = if asked.here {
        // What broke is reported once, by us.
        std::panic::set_hook(Box::new(|_| {}));
        let seeds = seeds();
        asked.targets.iter().all(|target| run(target, &seeds, &asked))
    } else {
        run_apart(&asked)
    };
    if all_passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read_arguments(mut words: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked { runs: 100_000, seed: 1, targets: Vec::new(), here: false };
    while let Some(word) = words.next() {
        let mut number = || {
            let value = words.next().and_then(|value| value.parse::<u64>().ok());
            value.ok_or_else(|| format!("{word} needs a number"))
        };
        match word.as_str() {
            "--runs" => asked.runs = number()?.try_into().unwrap_or(usize::MAX),
            "--seed" => asked.seed = number()?,
            "--here" => asked.here = true,
            name => {
                let known = target(name).ok_or_else(|| format!("there is no target {name}"))?;
                asked.targets.push(known);
            }
        }
    }
    if asked.targets.is_empty() {
        asked.targets = TARGETS.iter().collect();
    }
    Ok(asked)
}

/// Runs each target in a process of its own, as many at once as there are processors; whether all of them passed.
fn run_apart(asked: &Asked) -> bool {
    let queue = Mutex::new(asked.targets.iter());
    let run_all = || {
        let mut passed = true;
        loop {
            let next = queue.lock().ok().and_then(|mut queue| queue.next());
            let Some(target) = next else { return passed };
            passed &= run_in_process(target, asked);
        }
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(run_all)).collect();
        // Every one is waited for.
        handles
            .into_iter()
            .map(|handle| handle.join().unwrap_or(false))
            .fold(true, |all, one| all & one)
    })
}

fn run_in_process(target: &Target, asked: &Asked) -> bool {
    let (runs, seed) = (asked.runs.to_string(), asked.seed.to_string());
    let ended = env::current_exe().and_then(|program| {
        let words = ["--here", "--runs", &runs, "--seed", &seed, target.name];
        Command::new(program).args(words).status()
    });
    match ended {
        Ok(status) if status.success() => true,
        // It has said itself what broke.
        Ok(status) if status.code() == Some(1) => false,
        Ok(status) => {
            eprintln!("{}: the process ended with {status}", target.name);
            false
        }
        Err(error) => {
            eprintln!("{}: {error}", target.name);
            false
        }
    }
}

/// The committed texts: the pasted texts of `tests/golden`, and what earlier runs found.
fn seeds() -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![top.join("../tests/golden"), top.join("corpus")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read(file).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect()
}

/// Runs a target on every seed and on mutations of them; whether all of them passed.
fn run(target: &'static Target, seeds: &[String], asked: &Asked) -> bool {
    let seed = asked.seed;
    let watch = Watch::start(MOST_TIME, move |text| {
        report(target, seed, text, "took more than a second of the processor");
        process::exit(1);
    });
    let passes = |text: &str| match watch.run(target.run, text) {
        Ok(()) => true,
        Err(cause) => {
            report(target, seed, text, &cause);
            false
        }
    };
    if target.name == "decode" && !cut(seeds, &passes) {
        return false;
    }
    let share = asked.runs * target.share / 100;
    let mut random = Rng::with_seed(seed);
    let mut executions = 0;
    for text in seeds {
        executions += 1;
        if !passes(text) {
            return false;
        }
    }
    while executions < share {
        executions += 1;
        if !passes(&mutated(seeds, &mut random)) {
            return false;
        }
    }
    println!("   {:14} {executions:>8} texts", target.name);
    true
}

/// Keeps a text that broke something, and names it.
fn report(target: &Target, seed: u64, text: &str, cause: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts").join(target.name);
    let file = folder.join(format!("seed-{seed}-{}.txt", process::id()));
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, text));
    let place = match written {
        Ok(()) => file.display().to_string(),
        Err(error) => format!("{text:?} ({error})"),
    };
    eprintln!("{}: {cause}\n   text: {place}", target.name);
}

/// Every prefix of every seed, and every seed without one of its characters.
fn cut(seeds: &[String], passes: &impl Fn(&str) -> bool) -> bool {
    let mut count = 0usize;
    for seed in seeds.iter().filter(|seed| seed.len() <= LONGEST) {
        for (at, character) in seed.char_indices() {
            let without = [&seed[..at], &seed[at + character.len_utf8()..]].concat();
            for text in [&seed[..at], &without] {
                count += 1;
                if !passes(text) {
                    return false;
                }
            }
        }
    }
    println!("   {:14} {count:>8} texts", "cut short");
    true
}
