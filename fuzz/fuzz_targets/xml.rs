//! libFuzzer's way into the target `xml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("xml") {
        (target.run)(text);
    }
});
