//! Every dependency of the workspace has a line in ARCHITECTURE.md: what it is for, and why not by hand.

use super::Finding;
use crate::failure::Outcome;
use crate::workspace::{self, Workspace};

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let manifest = workspace::read(&workspace.path("Cargo.toml"))?;
    let document = workspace.path("ARCHITECTURE.md");
    if !document.exists() {
        return Ok(vec![Finding::error("ARCHITECTURE.md", "is missing")]);
    }
    Ok(undocumented(&manifest, &workspace::read(&document)?)
        .into_iter()
        .map(|name| {
            Finding::error(
                "ARCHITECTURE.md",
                format!("no line with `{name}`: what it is for, and why not by hand"),
            )
        })
        .collect())
}

/// The dependencies that no line of the document names in backticks.
fn undocumented<'a>(manifest: &'a str, document: &str) -> Vec<&'a str> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('=').map(|(name, _)| name.trim()))
        .filter(|name| !name.starts_with("respondex-"))
        .filter(|name| !document.contains(&format!("`{name}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_a_line_is_found() {
        let manifest = "[workspace.dependencies]\nrespondex-core = { path = \"core\" }\n\n# Tests only.\nserde = \"=1.0.1\"\nyew = \"=0.23.0\"\n\n[profile.release]\nlto = \"fat\"\n";
        assert_eq!(undocumented(manifest, "| `serde` | reads the catalogue |"), ["yew"]);
    }
}
