//! Reads the catalogue files, lints them, and packs them for the library.
//!
//! A bad record stops the build with file, pointer and reason.

extern crate alloc;

#[path = "src/code.rs"]
#[expect(dead_code, unreachable_pub, reason = "the library uses what the build script does not")]
mod code;

#[path = "src/catalog"]
#[expect(dead_code, unreachable_pub, reason = "the library uses what the build script does not")]
mod catalog {
    pub(crate) mod entry;
    pub(crate) mod lint;
    pub(crate) mod model;
    pub(crate) mod pack;
    pub(crate) mod packed_file;
    pub(crate) mod resolve;
}

#[path = "src/search"]
#[expect(dead_code, reason = "the library uses what the build script does not")]
mod search {
    pub(crate) mod contents;
    pub(crate) mod documents;
    pub(crate) mod index;
    pub(crate) mod synonyms;
    pub(crate) mod writer;
}

#[path = "src/word.rs"]
mod word;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use catalog::model::{CatalogFile, ConditionsFile};
use catalog::pack::Package;
use catalog::packed_file::Parts;
use catalog::{lint, pack, packed_file, resolve};
use search::contents::Contents;
use search::synonyms::{self, SynonymsFile};

/// The built-in files, in the order in which vendors are listed; the baseline comes last.
const FILES: &[&str] = &["hhaexchange", "vision", "santedb", "updox", "elevate-iq", "http"];

fn main() -> ExitCode {
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), Vec<String>> {
    println!("cargo::rerun-if-changed=catalog");
    println!("cargo::rerun-if-env-changed=RESPONDEX_SITE_URL");
    let folder = Path::new("catalog");
    let conditions: ConditionsFile = read(&folder.join("conditions.json"))?;
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for name in FILES {
        let path = folder.join(format!("{name}.json"));
        if !path.exists() {
            continue;
        }
        let file: CatalogFile = read(&path)?;
        for found in lint::lint(&file, &conditions) {
            problems.push(format!("core/{}: {}: {}", path.display(), found.pointer, found.message));
        }
        files.push(file);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let package = resolve::resolve(files, conditions);
    let packed = pack::pack(&package);
    if pack::unpack(packed.clone().leak()) != package {
        return Err(vec!["core/src/catalog/pack.rs: what was packed is not what was read".into()]);
    }
    let index = pack_index(folder, &package)?;
    let file = packed_file::file(Parts { catalog: &packed, index: &index })
        .ok_or_else(|| vec!["core/catalog: more than four gigabytes when packed".to_owned()])?;
    write("packed.bin", &file)
}

/// The index of everything that can be searched.
fn pack_index(folder: &Path, package: &Package) -> Result<Vec<u8>, Vec<String>> {
    let path = folder.join("synonyms.json");
    let file: SynonymsFile = read(&path)?;
    let problems = synonyms::problems(&file, &package.entries, &package.conditions);
    if !problems.is_empty() {
        let named = problems.iter().map(|problem| format!("core/{}: {problem}", path.display()));
        return Err(named.collect());
    }
    let vocabulary = synonyms::vocabulary(file, &package.entries, &package.conditions);
    let packed = pack::pack_alone(&vocabulary);
    if pack::unpack_alone::<Contents>(packed.clone().leak()) != vocabulary {
        return Err(vec![
            "core/src/search: the index that was packed is not what was built".into(),
        ]);
    }
    Ok(packed)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Vec<String>> {
    let target = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join(name);
    fs::write(&target, bytes).map_err(|error| vec![format!("{}: {error}", target.display())])
}

fn read<T: for<'de> serde::Deserialize<'de>>(path: &Path) -> Result<T, Vec<String>> {
    let text = fs::read_to_string(path)
        .map_err(|error| vec![format!("core/{}: cannot be read: {error}", path.display())])?;
    serde_json::from_str(&text).map_err(|error| vec![format!("core/{}: {error}", path.display())])
}
