//! The versions that belong together. Each is pinned in one place; what has to follow it is compared here.
//!
//! | what | pinned in |
//! |---|---|
//! | Rust | `rust-toolchain.toml` |
//! | wasm-bindgen | `Cargo.toml`; `tools/Cargo.toml` follows |
//! | Trunk | [`TRUNK`] |
//! | cargo-deny | [`DENY`] |
//! | wasm-opt and the other node programs | `package.json` |

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{self, Workspace};

/// Trunk's version. 0.22 asks for a newer compiler than ours.
pub(crate) const TRUNK: &str = "0.21.14";

/// The version of cargo-deny.
pub(crate) const DENY: &str = "0.20.2";

/// The oldest Node that the package and its tools support.
const NODE_MAJOR: u32 = 20;

/// The Rust version of `rust-toolchain.toml`.
pub(crate) fn rust(workspace: &Workspace) -> Outcome<String> {
    let file = workspace::read(&workspace.path("rust-toolchain.toml"))?;
    toml_string(&file, "channel").ok_or_else(|| Failure::new("rust-toolchain.toml: no channel"))
}

/// The wasm-bindgen version of `Cargo.toml`.
pub(crate) fn wasm_bindgen(workspace: &Workspace) -> Outcome<String> {
    let manifest = workspace::read(&workspace.path("Cargo.toml"))?;
    exact_dependency(&manifest, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.toml: write wasm-bindgen = \"=X.Y.Z\" under [workspace.dependencies]")
    })
}

/// Compares the files with each other. Runs no program.
pub(crate) fn check_files(workspace: &Workspace) -> Outcome {
    let rust = rust(workspace)?;
    let manifest = workspace::read(&workspace.path("Cargo.toml"))?;
    let oldest = toml_string(&manifest, "rust-version").unwrap_or_default();
    if !format!("{rust}.").starts_with(&format!("{oldest}.")) {
        return Err(Failure::new(format!(
            "rust-toolchain.toml names {rust}, Cargo.toml has rust-version {oldest}; write the same number"
        )));
    }

    let bindgen = wasm_bindgen(workspace)?;
    let tools = workspace::read(&workspace.path("tools/Cargo.toml"))?;
    for (what, found) in [
        ("the dependency wasm-bindgen-cli", exact_dependency(&tools, "wasm-bindgen-cli")),
        ("the version of the package", toml_string(&tools, "version")),
    ] {
        if found.as_ref() != Some(&bindgen) {
            return Err(Failure::new(format!(
                "Cargo.toml pins wasm-bindgen {bindgen}; make {what} in tools/Cargo.toml the same, found {}",
                found.as_deref().unwrap_or("none")
            )));
        }
    }
    let lock = workspace::read(&workspace.path("Cargo.lock"))?;
    if !lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{bindgen}\"")) {
        return Err(Failure::new(format!(
            "Cargo.lock does not have wasm-bindgen {bindgen}; run `cargo update -p wasm-bindgen --precise {bindgen}`"
        )));
    }

    let package = workspace::read(&workspace.path("package.json"))?;
    match node_tools(&package).iter().find(|(_, version)| !is_exact(version)) {
        None => Ok(()),
        Some((name, version)) => Err(Failure::new(format!(
            "package.json: \"{name}\" is \"{version}\"; write one exact version and run `npm install`"
        ))),
    }
}

/// Compares the compiler that runs with the pinned one.
pub(crate) fn check_compiler(workspace: &Workspace) -> Outcome {
    let rust = rust(workspace)?;
    let found = process::version("rustc").unwrap_or_else(|| "no rustc".to_owned());
    if found.starts_with(&format!("rustc {rust} ")) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "rust-toolchain.toml pins Rust {rust}, found {found}; \
         run without +TOOLCHAIN and without RUSTUP_TOOLCHAIN, with cargo from https://rustup.rs"
    )))
}

/// Checks that Node is there and new enough.
pub(crate) fn check_node() -> Outcome {
    let found = process::version("node").unwrap_or_else(|| "none".to_owned());
    let major =
        found.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_some_and(|major: u32| major >= NODE_MAJOR) {
        return Ok(());
    }
    Err(Failure::new(format!("Node {NODE_MAJOR} or later with npm is needed, found {found}")))
}

/// Checks that npm installed the version that `package.json` names.
pub(crate) fn check_node_tool(workspace: &Workspace, name: &str) -> Outcome {
    let wanted = node_tools(&workspace::read(&workspace.path("package.json"))?)
        .into_iter()
        .find_map(|(tool, version)| (tool == name).then_some(version))
        .ok_or_else(|| Failure::new(format!("package.json: no \"{name}\" in devDependencies")))?;
    let installed = workspace::read(&workspace.path(&format!("node_modules/{name}/package.json")))?;
    let found = installed.lines().find_map(|line| json_member(line, "version")).unwrap_or_default();
    if found == wanted {
        return Ok(());
    }
    Err(Failure::new(format!(
        "package.json pins {name} {wanted}, node_modules has {found}; run `npm ci`"
    )))
}

/// The value of `key = "value"`, wherever its line stands.
fn toml_string(file: &str, key: &str) -> Option<String> {
    file.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        if name.trim() != key {
            return None;
        }
        value.split('"').nth(1).map(str::to_owned)
    })
}

/// The version of `name = "=1.2.3"` or `name = { version = "=1.2.3", … }`.
fn exact_dependency(manifest: &str, name: &str) -> Option<String> {
    manifest.lines().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        if key.trim() != name {
            return None;
        }
        value.split('"').find_map(|text| text.strip_prefix('=')).map(str::to_owned)
    })
}

/// Name and version of each development tool, read line by line as npm writes the file.
fn node_tools(package: &str) -> Vec<(String, String)> {
    package
        .lines()
        .skip_while(|line| !line.contains("\"devDependencies\""))
        .skip(1)
        .take_while(|line| !line.contains('}'))
        .filter_map(|line| {
            let mut parts = line.split('"');
            Some((parts.nth(1)?.to_owned(), parts.nth(1)?.to_owned()))
        })
        .collect()
}

fn json_member(line: &str, key: &str) -> Option<String> {
    let mut parts = line.split('"');
    (parts.nth(1)? == key).then(|| parts.nth(1).map(str::to_owned))?
}

fn is_exact(version: &str) -> bool {
    version.starts_with(|first: char| first.is_ascii_digit())
        && version.split('.').count() == 3
        && !version.contains([' ', '|', 'x', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_ways_to_write_a_dependency() {
        let manifest = "serde = \"=1.0.1\"\nwasm-bindgen-cli = { version = \"=0.2.130\", default-features = false }";
        assert_eq!(exact_dependency(manifest, "serde").as_deref(), Some("1.0.1"));
        assert_eq!(exact_dependency(manifest, "wasm-bindgen-cli").as_deref(), Some("0.2.130"));
        assert_eq!(exact_dependency(manifest, "wasm-bindgen"), None);
    }

    #[test]
    fn a_range_is_no_pin() {
        for version in ["^5.9.3", "~5.9.3", "5.9", "5.9.x", "latest", ">=5.0.0", ""] {
            assert!(!is_exact(version), "{version}");
        }
        assert!(is_exact("5.9.3"));
    }

    #[test]
    fn node_tools_are_read_from_the_right_object() {
        let package = "{\n  \"engines\": {\n    \"node\": \">=20\"\n  },\n  \"devDependencies\": {\n    \"sirv\": \"3.0.2\"\n  }\n}\n";
        assert_eq!(node_tools(package), [("sirv".to_owned(), "3.0.2".to_owned())]);
    }
}
