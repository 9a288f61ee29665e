//! libFuzzer's way into the target `decode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("decode") {
        (target.run)(text);
    }
});
