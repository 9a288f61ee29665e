//! `cargo xtask tidy`: the house rules that neither the compiler nor Clippy checks, one file per rule.

mod arrows;
mod attributes;
mod catalogue_format;
mod dependencies;
mod lengths;
mod module_docs;
mod module_names;
mod rust_source;

use std::path::Path;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{self, Workspace};

/// One rule, and where it looks.
struct Rule {
    id: &'static str,
    check: fn(&Workspace) -> Outcome<Vec<Finding>>,
}

const RULES: &[Rule] = &[
    Rule { id: "arrows", check: arrows::check },
    Rule { id: "attributes", check: attributes::check },
    Rule { id: "catalogue-format", check: catalogue_format::check },
    Rule { id: "dependencies", check: dependencies::check },
    Rule { id: "lengths", check: lengths::check },
    Rule { id: "module-docs", check: module_docs::check },
    Rule { id: "module-names", check: module_names::check },
];

/// Something that a rule found.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// The file, from the top of the workspace, with `:LINE` where that helps.
    place: String,
    message: String,
    /// A warning is shown and passes.
    warning: bool,
}

impl Finding {
    fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into(), warning: false }
    }
}

/// `cargo xtask tidy [--fix]`.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let fix = arguments.flag("--fix");
    arguments.finish()?;
    if fix {
        catalogue_format::fix(workspace)?;
        process::run(process::cargo(workspace).args(["fmt", "--all"]))?;
    }
    check(workspace)
}

/// Applies every rule, and fails when one of them found more than a warning.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    let mut errors = 0;
    for rule in RULES {
        for finding in (rule.check)(workspace)? {
            let kind = if finding.warning { "warning" } else { "error" };
            println!("   {kind}: {}: {} [{}]", finding.place, finding.message, rule.id);
            errors += usize::from(!finding.warning);
        }
    }
    if errors == 0 {
        println!("   {} rules hold", RULES.len());
        return Ok(());
    }
    Err(Failure::new(format!(
        "{errors} house rules are broken; `cargo xtask tidy --fix` repairs formatting"
    )))
}

/// Our own Rust files, as (path from the top of the workspace, text).
fn rust_files(workspace: &Workspace) -> Outcome<Vec<(String, String)>> {
    let mut files = Vec::new();
    for folder in ["core", "npm", "tools", "web", "xtask"] {
        for path in workspace::files_under(&workspace.path(folder), &["node_modules", "target"])? {
            if path.extension().is_some_and(|extension| extension == "rs") {
                files.push((relative(workspace, &path), workspace::read(&path)?));
            }
        }
    }
    Ok(files)
}

fn relative(workspace: &Workspace, path: &Path) -> String {
    let path = path.strip_prefix(workspace.root()).unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
