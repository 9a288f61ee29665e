//! What is fuzzed: one function a layer, each with what has to hold for every text.
//!
//! `cargo xtask test` runs a bounded number of seeded mutations on the stable compiler (`replay`);
//! `cargo xtask fuzz` runs longer, under libFuzzer where it is there.

pub mod guard;
pub mod mutation;

use respondex_core::fuzzing;

/// A layer under test.
#[derive(Clone, Copy)]
pub struct Target {
    /// Name of the target, of its libFuzzer binary and of its corpus folder.
    pub name: &'static str,
    /// Takes any text; panics where an invariant is broken.
    pub run: fn(&str),
    /// Share of the bounded run, in per cent.
    pub share: usize,
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target { name: "decode", run: fuzzing::decoding, share: 25 },
    Target { name: "chosen_vendor", run: fuzzing::chosen_vendor, share: 5 },
    Target { name: "unwrap", run: fuzzing::unwrapping, share: 20 },
    Target { name: "carrier", run: fuzzing::carriers, share: 15 },
    Target { name: "json", run: fuzzing::json, share: 5 },
    Target { name: "xml", run: fuzzing::xml, share: 5 },
    Target { name: "hl7", run: fuzzing::hl7, share: 3 },
    Target { name: "html", run: fuzzing::html, share: 2 },
    Target { name: "redact", run: fuzzing::redaction, share: 15 },
    Target { name: "search", run: fuzzing::searching, share: 5 },
];

/// The target of a name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
