//! `replay [--runs N] [--seed S] [TARGET]…`: the corpus, and seeded mutations of it, on the stable compiler.
//!
//! The same seed gives the same texts. A text that breaks something is written to `fuzz/artifacts/TARGET/`
//! and named.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::{env, fs, thread};

use fastrand::Rng;
use respondex_fuzz::{TARGETS, Target, target};

/// The longest mutated text, in bytes: long texts are what the properties and benchmarks are for.
const LONGEST: usize = 4_096;

/// Pieces of syntax that mutations put in.
const TOKENS: &[&str] = &[
    "HTTP/1.1 200 OK\r\n",
    "HTTP/2 401 \n",
    "\r\n\r\n",
    "\n",
    "\r",
    "< HTTP/1.1 500 x\n",
    "< ",
    "> ",
    "* x\n",
    "<-- 401 (2ms)\n",
    "<= Recv header, 2 bytes (0x2)\n0000: ",
    "awaiting response...\n  HTTP/1.1 404 x\n",
    "{\"",
    "\":",
    "\"}",
    "[",
    "]",
    "{",
    "}",
    "\\\"",
    "\\\\",
    "\\n",
    "\\u00e9",
    "\\ud83d",
    "\"",
    "'",
    "&quot;",
    "&lt;",
    "&#x22;",
    "&amp;",
    "%7B%22",
    "%C3",
    "%",
    "+",
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<?xml",
    "xmlns=\"",
    "```\n",
    "~~~\n",
    "`",
    "\u{1b}[31m",
    "\u{1b}]8;;",
    "\u{feff}",
    "\u{a0}",
    "\u{b}",
    "\u{1c}",
    "“",
    "”",
    "é",
    "😀",
    "\"successful\":false",
    "\"responseCode\":4010",
    "\"responseMessage\":\"x\"",
    "\"$type\":\"E\"",
    "\"cause\":",
    "\"rules\":[",
    "\"policyOutcome\":0",
    "<RES><Code>400</Code><Message>",
    "RestServiceFault",
    "<soap:Fault>",
    "Status=\"Error\"",
    "ErrorInfo",
    "MSH|^~\\&|",
    "MSA|AE|",
    "ERR|",
    "\"log\":{\"entries\":[",
    "\"response\":{",
    "\"status\":401",
    "\"headers\":[{\"name\":\"a\",\"value\":\"b\"}]",
    "\"encoding\":\"base64\"",
    "status=401 ",
    "code 4071",
    "Authorization: Bearer ",
    "password=",
    "a@example.com",
    "000-12-3456",
    "eyJhbGciOiJub25lIn0.e30.",
    "Retry-After: 5\n",
    "WWW-Authenticate: Bearer a=\"b",
    "OperationOutcome",
    "4070-4077",
    "40x",
    "vendor:",
    "-",
    "..",
    "0",
    "9999999999",
];

fn main() -> ExitCode {
    let (mut runs, mut seed, mut chosen) = (100_000usize, 1u64, Vec::new());
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--runs" => runs = words.next().and_then(|value| value.parse().ok()).unwrap_or(runs),
            "--seed" => seed = words.next().and_then(|value| value.parse().ok()).unwrap_or(seed),
            name => match target(name) {
                Some(target) => chosen.push(target),
                None => {
                    eprintln!("there is no target {name}");
                    return ExitCode::from(2);
                }
            },
        }
    }
    let chosen: Vec<&Target> = if chosen.is_empty() { TARGETS.iter().collect() } else { chosen };
    // What broke is reported once, by us.
    std::panic::set_hook(Box::new(|_| {}));
    let seeds = seeds();
    if chosen.iter().any(|target| target.name == "decode") && !cut(&seeds) {
        return ExitCode::FAILURE;
    }
    let queue = Mutex::new(chosen.into_iter());
    let failed: usize = thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let run_all = || {
            let mut failed = 0;
            loop {
                let next = queue.lock().ok().and_then(|mut queue| queue.next());
                let Some(target) = next else { return failed };
                failed += usize::from(!run(target, &seeds, runs, seed));
            }
        };
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(run_all)).collect();
        handles.into_iter().map(|handle| handle.join().unwrap_or(1)).sum()
    });
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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

fn run(target: &Target, seeds: &[String], runs: usize, seed: u64) -> bool {
    let share = runs * target.share / 100;
    let mut random = Rng::with_seed(seed);
    let mut executions = 0;
    let texts = seeds.iter().cloned().map(Some).chain(std::iter::repeat_with(|| None));
    for text in texts.take(share.max(seeds.len())) {
        let text = text.unwrap_or_else(|| mutated(seeds, &mut random));
        executions += 1;
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(&text)));
        if let Err(cause) = outcome {
            let words = cause
                .downcast_ref::<String>()
                .map(String::as_str)
                .or(cause.downcast_ref::<&str>().copied());
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts").join(target.name);
            let file = folder.join(format!("seed-{seed}-{executions}.txt"));
            let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, &text));
            eprintln!(
                "{}: {}\n   text: {}",
                target.name,
                words.unwrap_or("panicked"),
                match written {
                    Ok(()) => file.display().to_string(),
                    Err(error) => format!("{text:?} ({error})"),
                }
            );
            return false;
        }
    }
    println!("   {:14} {executions:>8} texts", target.name);
    true
}

/// Every prefix of every seed, and every seed without one of its characters.
fn cut(seeds: &[String]) -> bool {
    let Some(decode) = target("decode") else { return false };
    let mut count = 0usize;
    for seed in seeds.iter().filter(|seed| seed.len() <= LONGEST) {
        for (at, character) in seed.char_indices() {
            let without = [&seed[..at], &seed[at + character.len_utf8()..]].concat();
            for text in [&seed[..at], &without] {
                count += 1;
                if catch_unwind(AssertUnwindSafe(|| (decode.run)(text))).is_err() {
                    eprintln!("decode: panicked\n   text: {text:?}");
                    return false;
                }
            }
        }
    }
    println!("   {:14} {count:>8} texts", "cut short");
    true
}

/// A seed with a few changes.
fn mutated(seeds: &[String], random: &mut Rng) -> String {
    let pick = |random: &mut Rng| {
        seeds.get(random.usize(..seeds.len().max(1))).cloned().unwrap_or_default()
    };
    let mut text = pick(random);
    for _ in 0..random.usize(1..=4) {
        let at = border(&text, random);
        match random.u8(..7) {
            0 => text.insert_str(at, random.choice(TOKENS).copied().unwrap_or_default()),
            1 => text.truncate(at),
            2 => {
                let other = border(&text, random);
                text.replace_range(at.min(other)..at.max(other), "");
            }
            3 => {
                let other = border(&text, random);
                let piece = text[at.min(other)..at.max(other)].to_owned();
                text.insert_str(at, &piece);
            }
            4 => {
                let other = pick(random);
                let from = border(&other, random);
                text.truncate(at);
                text.push_str(&other[from..]);
            }
            5 => text.insert(at, random.char(..)),
            _ => {
                if let Some(old) = text[at..].chars().next() {
                    text.replace_range(
                        at..at + old.len_utf8(),
                        &random.char('\0'..='\u{7f}').to_string(),
                    );
                }
            }
        }
        let end = text.floor_char_boundary(LONGEST.min(text.len()));
        text.truncate(end);
    }
    text
}

fn border(text: &str, random: &mut Rng) -> usize {
    text.floor_char_boundary(random.usize(..=text.len()))
}
