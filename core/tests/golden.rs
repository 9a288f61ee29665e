//! Runs every pasted text under `tests/golden` against the answer beside it, one named test a file.
//!
//! `UPDATE_GOLDEN=1` writes the answers instead.

#![expect(clippy::expect_used, reason = "a test that stops says why")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use respondex_core::{Catalog, DecodeOptions, decode};
use serde_json::Value;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let files = files_under(&root);
    let texts = files.iter().filter(|path| extension(path) == "txt").cloned();
    let orphans = files
        .iter()
        .filter(|path| extension(path) == "json" && !path.with_extension("txt").exists());
    let mut trials: Vec<Trial> =
        texts.map(|path| Trial::test(name(&root, &path), move || check(&path))).collect();
    trials.extend(orphans.map(|path| {
        let message = format!("{} has no .txt beside it", path.display());
        Trial::test(name(&root, path), move || Err(Failed::from(message)))
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn check(path: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let options = DecodeOptions { vendor: vendor_in_name(path), ..DecodeOptions::default() };
    let decoding = decode(Catalog::builtin(), &text, &options).with_utf16_spans(&text);
    let mut answer = serde_json::to_value(&decoding).expect("an answer is plain data");
    entries_to_ids(&mut answer);
    let target = path.with_extension("json");
    let found = serde_json::to_string_pretty(&answer).expect("a value prints") + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return fs::write(&target, found).map_err(Failed::from);
    }
    let expected = fs::read_to_string(&target)
        .map_err(|error| format!("{}: {error}; UPDATE_GOLDEN=1 writes it", target.display()))?;
    if expected == found {
        Ok(())
    } else {
        Err(Failed::from(difference(&target, &expected, &found)))
    }
}

/// The lines around the first difference.
fn difference(target: &Path, expected: &str, found: &str) -> String {
    let same = expected.lines().zip(found.lines()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| {
        let lines = text.lines().skip(same.saturating_sub(3)).take(9);
        lines.flat_map(|line| ["    ", line, "\n"]).collect::<String>()
    };
    format!(
        "{} differs at line {}\n  expected\n{}  found\n{}",
        target.display(),
        same + 1,
        around(expected),
        around(found)
    )
}

/// Puts the id in place of each entry.
fn entries_to_ids(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match member.get("id").cloned() {
                    Some(id) if name == "entry" => *member = id,
                    _ => entries_to_ids(member),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(entries_to_ids),
        _ => {}
    }
}

/// `bare-code@updox.txt` is decoded with the vendor set to `updox`.
fn vendor_in_name(path: &Path) -> Option<String> {
    let (_, vendor) = path.file_stem()?.to_str()?.split_once('@')?;
    Some(vendor.into())
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder of cases can be read").flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
