//! libFuzzer's way into the target `json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("json") {
        (target.run)(text);
    }
});
