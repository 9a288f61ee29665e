//! libFuzzer's way into the target `redact`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("redact") {
        (target.run)(text);
    }
});
