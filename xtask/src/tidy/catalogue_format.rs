//! The catalogue files have one form, so that a change of one fact is a change of one line: two spaces of
//! indentation, one member or element a line, a line end at the end. `cargo xtask tidy --fix` writes it.
//!
//! Only white space is touched: names, their order and every value stay as they are written.

use std::path::PathBuf;

use super::rust_source::string;
use super::{Finding, relative};
use crate::failure::Outcome;
use crate::workspace::{self, Workspace};

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let mut findings = Vec::new();
    for path in files(workspace)? {
        let text = workspace::read(&path)?;
        let formatted = format(&text);
        if formatted != text {
            let line = text.lines().zip(formatted.lines()).position(|(is, should)| is != should);
            let line =
                line.unwrap_or_else(|| text.lines().count().min(formatted.lines().count())) + 1;
            let place = format!("{}:{line}", relative(workspace, &path));
            findings.push(Finding::error(
                place,
                "not in the form of the catalogue files; run `cargo xtask tidy --fix`",
            ));
        }
    }
    Ok(findings)
}

pub(super) fn fix(workspace: &Workspace) -> Outcome {
    for path in files(workspace)? {
        let text = workspace::read(&path)?;
        let formatted = format(&text);
        if formatted != text {
            println!("   formatted {}", relative(workspace, &path));
            workspace::write(&path, &formatted)?;
        }
    }
    Ok(())
}

fn files(workspace: &Workspace) -> Outcome<Vec<PathBuf>> {
    workspace::files_ending(&workspace.path("core/catalog"), ".json")
}

/// Sets the white space of a JSON text. What is wrong in it stays wrong; the catalogue's own lints say so.
fn format(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut depth = 0_usize;
    let mut rest = json.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) =
            rest.split_at(if first == '"' { string(rest) } else { first.len_utf8() });
        rest = after.trim_start();
        match first {
            '{' | '[' => {
                out.push(first);
                let close = if first == '{' { '}' } else { ']' };
                if let Some(after) = rest.strip_prefix(close) {
                    out.push(close);
                    rest = after.trim_start();
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(first);
            }
            ',' => {
                out.push(first);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => out.push_str(token),
        }
    }
    out.push('\n');
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMATTED: &str =
        "{\n  \"a\": [\n    1,\n    \"x: [y, \\\" {}\"\n  ],\n  \"4071\": {},\n  \"1\": []\n}\n";

    #[test]
    fn a_compact_text_is_spread_out() {
        assert_eq!(format("{\"a\":[1,\"x: [y, \\\" {}\"],\"4071\":{ },\"1\":[\n]}"), FORMATTED);
    }

    #[test]
    fn formatting_twice_changes_nothing() {
        assert_eq!(format(FORMATTED), FORMATTED);
    }

    #[test]
    fn broken_json_ends() {
        for json in ["", "{", "]", "{\"a", "\"\\", "}}}", "[,"] {
            format(json);
        }
    }
}
