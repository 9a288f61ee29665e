//! Which module may use which: the arrows that ARCHITECTURE.md draws, checked on the paths that the code names.

use super::rust_source::{code_only, paths, without_unit_tests};
use super::{Finding, rust_files};
use crate::failure::Outcome;
use crate::workspace::{self, Workspace};

/// Inside `from`, nothing below `never` is named, but for what lies below `except`.
struct Arrow {
    from: &'static str,
    never: &'static [&'static str],
    except: &'static [&'static str],
    because: &'static str,
}

const ARROWS: &[Arrow] = &[
    Arrow {
        from: "code",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on code",
    },
    Arrow {
        from: "span",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on span",
    },
    Arrow {
        from: "seek",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on seek",
    },
    Arrow {
        from: "invisible",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on invisible",
    },
    Arrow {
        from: "placeholder",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on placeholder",
    },
    Arrow {
        from: "counted",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on counted",
    },
    Arrow {
        from: "json_text",
        never: &["catalog", "search", "decode", "compare", "redact"],
        except: &[],
        because: "everything stands on json_text",
    },
    Arrow {
        from: "packed",
        never: &["search", "decode", "compare", "redact"],
        except: &[],
        because: "packed holds the file, and others read what is in it",
    },
    Arrow {
        from: "catalog",
        never: &["search", "decode", "compare", "redact"],
        except: &[],
        because: "the catalogue is used by the others and uses none of them",
    },
    Arrow {
        from: "search",
        never: &["decode", "compare", "redact"],
        except: &[],
        because: "search, decode and compare stand side by side on the catalogue",
    },
    Arrow {
        from: "compare",
        never: &["search", "decode", "redact"],
        except: &[],
        because: "search, decode and compare stand side by side on the catalogue",
    },
    Arrow {
        from: "redact",
        never: &["catalog", "search", "decode", "compare"],
        except: &["decode::payload", "decode::limits"],
        because: "redaction knows the structure of a text, not its meaning",
    },
    Arrow {
        from: "decode",
        never: &["search", "compare", "redact"],
        except: &[],
        because: "search, decode and compare stand side by side on the catalogue",
    },
    Arrow {
        from: "decode::carrier",
        never: &["decode::convention", "decode::vendor", "decode::explain", "catalog"],
        except: &[],
        because: "a carrier knows no vendor",
    },
    Arrow {
        from: "decode::envelope",
        never: &["decode::convention", "decode::vendor", "decode::explain", "catalog"],
        except: &[],
        because: "an envelope knows no vendor",
    },
    Arrow {
        from: "decode::payload",
        never: &[
            "decode::carrier",
            "decode::envelope",
            "decode::convention",
            "decode::vendor",
            "decode::explain",
            "catalog",
        ],
        except: &[],
        because: "a payload is syntax only and knows no carrier",
    },
    Arrow {
        from: "decode::convention",
        never: &["decode::carrier", "decode::explain"],
        except: &[],
        because: "a convention reads envelope and payload",
    },
    Arrow {
        from: "decode::vendor",
        never: &["decode::carrier", "decode::explain"],
        except: &[],
        because: "a vendor reads envelope and payload",
    },
    Arrow {
        from: "decode::explain",
        never: &["decode::carrier", "decode::payload"],
        except: &[],
        because: "explain sees findings and never text",
    },
];

/// What core never touches: the outside world.
const OUTSIDE: &[&str] = &["env", "fs", "net", "process", "thread", "time"];

/// Crates of a browser; core runs without one.
const BROWSER_CRATES: &[&str] = &["gloo", "js_sys", "wasm_bindgen", "web_sys", "yew"];

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let files: Vec<_> = rust_files(workspace)?
        .into_iter()
        .filter_map(|(file, text)| Some((module_of(file.strip_prefix("core/src/")?), file, text)))
        .collect();
    let vendors: Vec<_> =
        files.iter().filter_map(|(module, ..)| below(module, "decode::vendor")).collect();

    let mut findings = Vec::new();
    for (module, file, text) in &files {
        let code = code_only(without_unit_tests(text));
        findings.extend(
            check_module(module, &code, &vendors)
                .into_iter()
                .map(|(line, message)| Finding::error(format!("{file}:{line}"), message)),
        );
    }
    for (folder, allowed) in
        [("core", ""), ("npm", "respondex-core"), ("web", "respondex-core"), ("xtask", "")]
    {
        let manifest = workspace::read(&workspace.path(&format!("{folder}/Cargo.toml")))?;
        findings.extend(check_manifest(folder, allowed, &manifest));
    }
    Ok(findings)
}

/// `decode/vendor/updox.rs` is `decode::vendor::updox`.
fn module_of(file: &str) -> String {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { String::new() } else { path.replace('/', "::") }
}

/// The broken arrows of one module of core, each with its line.
fn check_module(module: &str, code: &str, vendors: &[&str]) -> Vec<(usize, String)> {
    let mut broken = Vec::new();
    for path in paths(code, &["crate", "super", "self"]) {
        let target = resolve(module, &path.segments);
        let arrow = ARROWS.iter().find(|arrow| arrow.forbids(module, &target));
        let vendor = below(&target, "decode::vendor").filter(|vendor| vendors.contains(vendor));
        let because = match (arrow, vendor, below(module, "decode::vendor")) {
            (Some(arrow), _, _) => arrow.because,
            (None, Some(theirs), Some(ours)) if !same_vendor(ours, theirs) => {
                "a vendor uses no other vendor"
            }
            (None, Some(_), None) if is_below(module, "decode::convention") => {
                "a convention knows no vendor"
            }
            _ => continue,
        };
        broken.push((path.line, format!("{module} uses {target}, but {because}")));
    }
    for path in paths(code, &["std"]) {
        // A span of time and the beginning of its count read no clock.
        let is_measure = path
            .segments
            .last()
            .is_some_and(|item| matches!(item.as_str(), "Duration" | "UNIX_EPOCH"));
        let is_outside =
            path.segments.get(1).is_some_and(|module| OUTSIDE.contains(&module.as_str()));
        if is_outside && !is_measure {
            broken.push((
                path.line,
                format!("{}: core does no I/O and has no clock", path.segments.join("::")),
            ));
        }
    }
    for path in paths(code, BROWSER_CRATES) {
        broken.push((
            path.line,
            format!("{}: core runs without a browser", path.segments.join("::")),
        ));
    }
    broken
}

impl Arrow {
    fn forbids(&self, module: &str, target: &str) -> bool {
        let named_in = |list: &[&str]| list.iter().any(|prefix| is_below(target, prefix));
        is_below(module, self.from) && named_in(self.never) && !named_in(self.except)
    }
}

/// The path from the top of the crate that a path inside `module` stands for.
fn resolve(module: &str, segments: &[String]) -> String {
    let mut absolute: Vec<&str> =
        module.split("::").filter(|segment| !segment.is_empty()).collect();
    for segment in segments {
        match segment.as_str() {
            "crate" => absolute.clear(),
            "super" => drop(absolute.pop()),
            "self" => {}
            name => absolute.push(name),
        }
    }
    absolute.join("::")
}

/// Whether a path is the module `prefix` or lies in it.
fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The next name of a path that lies in `folder`.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_prefix("::")?.split("::").next()
}

/// Whether two files belong to one vendor: `santedb` and `santedb_exceptions` do.
fn same_vendor(ours: &str, theirs: &str) -> bool {
    // A vendor in several files: `santedb`, `santedb_messages`. No two vendors begin with the same word.
    ours.split('_').next() == theirs.split('_').next()
}

/// A crate of ours depends on no other one of ours, but for `allowed`.
fn check_manifest(folder: &str, allowed: &str, manifest: &str) -> Vec<Finding> {
    manifest
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("respondex-"))
        .filter(|(_, line)| allowed.is_empty() || !line.starts_with(allowed))
        .map(|(at, line)| {
            let name = line.split(['.', ' ', '=']).next().unwrap_or(line);
            Finding::error(
                format!("{folder}/Cargo.toml:{}", at + 1),
                format!("{folder} may not depend on {name}"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VENDORS: &[&str] = &["updox", "vision", "santedb", "santedb_exceptions"];

    #[track_caller]
    fn check_arrow(file: &str, code: &str, expected: Option<&str>) {
        let broken = check_module(&module_of(file), code, VENDORS);
        match expected {
            None => assert_eq!(broken, []),
            Some(expected) => {
                assert_eq!(broken.len(), 1, "{broken:?}");
                assert!(broken[0].1.contains(expected), "{broken:?}");
            }
        }
    }

    #[test]
    fn the_catalogue_uses_none_of_its_users() {
        check_arrow("catalog/mod.rs", "use crate::search::Query;", Some("uses none of them"));
        check_arrow("search/rank.rs", "use crate::catalog::Entry;", None);
        check_arrow("decode/explain.rs", "crate::compare::nearest(x)", Some("side by side"));
    }

    #[test]
    fn redaction_may_read_syntax_and_nothing_else() {
        check_arrow("redact/rules.rs", "use crate::decode::payload::json::Value;", None);
        check_arrow(
            "redact/rules.rs",
            "use crate::decode::{payload, vendor::Reader};",
            Some("not its meaning"),
        );
        check_arrow("decode/payload/json.rs", "use crate::redact::mask;", Some("side by side"));
    }

    #[test]
    fn decoding_goes_one_way() {
        check_arrow(
            "decode/carrier/http.rs",
            "use super::super::vendor::Reader;",
            Some("knows no vendor"),
        );
        check_arrow("decode/carrier/har.rs", "use crate::decode::payload::json;", None);
        check_arrow(
            "decode/payload/json.rs",
            "use crate::decode::carrier::Piece;",
            Some("knows no carrier"),
        );
        check_arrow("decode/envelope.rs", "use super::vendor::READERS;", Some("knows no vendor"));
        check_arrow("decode/explain.rs", "use super::payload::Payload;", Some("never text"));
        check_arrow(
            "decode/vendor/updox.rs",
            "use super::super::explain::explain;",
            Some("envelope and payload"),
        );
    }

    #[test]
    fn a_vendor_uses_no_other_vendor() {
        check_arrow("decode/vendor/updox.rs", "use super::vision::RES;", Some("no other vendor"));
        check_arrow("decode/vendor/updox.rs", "use super::{Reader, strong};", None);
        check_arrow("decode/vendor/santedb.rs", "use super::santedb_exceptions::NAMES;", None);
        check_arrow("decode/vendor/mod.rs", "use self::updox::READER;", None);
        check_arrow(
            "decode/convention/soap.rs",
            "use crate::decode::vendor::updox::X;",
            Some("knows no vendor"),
        );
    }

    #[test]
    fn core_stays_away_from_the_world() {
        check_arrow("search/mod.rs", "std::fs::read(path)", Some("no I/O"));
        check_arrow("search/mod.rs", "use std::{fmt, time::Instant};", Some("no clock"));
        check_arrow("search/mod.rs", "use std::collections::BTreeMap;", None);
        check_arrow("search/mod.rs", "use std::time::{Duration, UNIX_EPOCH};", None);
        check_arrow("search/mod.rs", "use web_sys::window;", Some("without a browser"));
    }

    #[test]
    fn crates_depend_on_core_only() {
        let manifest = "[dependencies]\nrespondex-core.workspace = true\nrespondex-web = { path = \"../web\" }\n";
        let found = check_manifest("npm", "respondex-core", manifest);
        assert_eq!(
            found,
            [Finding::error("npm/Cargo.toml:3", "npm may not depend on respondex-web")]
        );
        assert_eq!(check_manifest("core", "", manifest).len(), 2);
    }
}
